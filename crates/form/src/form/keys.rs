//! Keys of blanks: paths into the reply, so that what is filled in on paper, in a PDF or a DOCX finds its place.

/// The answer to a question.
pub(crate) fn answer(question: &str) -> String {
    format!("answers/{question}")
}

/// A value that is worked out.
pub(crate) fn computed(id: &str) -> String {
    format!("computed/{id}")
}

/// A part below another key.
pub(crate) fn below(key: &str, part: &str) -> String {
    format!("{key}/{part}")
}

/// The words of *other* beside an answer.
pub(crate) fn other(key: &str) -> String {
    format!("{key}_other")
}

/// A row of a table.
pub(crate) fn row(key: &str, row: &str) -> String {
    format!("{key}/rows/{row}")
}

/// The comment on a question, or on the instrument.
pub(crate) fn comment(of: &str) -> String {
    format!("comments/{of}")
}

/// The files and links sent along with an answer.
pub(crate) fn attachments(question: &str) -> String {
    format!("attachments/{question}")
}

/// Who filled in a section.
pub(crate) fn contributor(section: &str) -> String {
    format!("contributors/{section}")
}

/// Something about who replies.
pub(crate) fn respondent(part: &str) -> String {
    format!("respondent/{part}")
}
