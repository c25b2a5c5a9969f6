//! Texts for people as plain words on one line.

use enquire_model::{Inline, Instrument, Reference, Text};

/// What stands for the rest where a text refers to a text that refers on.
const ELLIPSIS: &str = "…";

/// `text` on one line, without markup. A reference names what it refers to by its words, not by its number:
/// a number changes when a question is put before it, and with it every file that repeats it.
pub(crate) fn line(instrument: &Instrument, text: &Text) -> String {
    text.on_one_line(&|part| print(instrument, part))
}

/// The same for the `description` of a type, which code generators put into a block comment.
pub(crate) fn description(instrument: &Instrument, text: &Text) -> String {
    safe(&line(instrument, text))
}

/// `words` without the end of a block comment.
pub(crate) fn safe(words: &str) -> String {
    words.replace("*/", "* /")
}

/// How a reference or an earlier answer reads in a text of plain words.
pub(crate) fn print(instrument: &Instrument, part: &Inline) -> String {
    match part {
        Inline::Reference(reference) => refer(instrument, reference),
        Inline::Answer(question) => format!("[{question}]"),
        Inline::Words(words) | Inline::Link(words) | Inline::Blank(words) => words.clone(),
        Inline::Emphasis(_) | Inline::Strong(_) | Inline::Alternatives(_) | Inline::Footnote(_) | Inline::Break => {
            String::new()
        }
    }
}

fn refer(instrument: &Instrument, reference: &Reference) -> String {
    match reference {
        Reference::Question(id) => quoted(question_or_computed(instrument, id.as_str()), id.as_str()),
        Reference::Section(id) => {
            let section = instrument.sections().into_iter().find(|section| section.id == *id);
            quoted(section.map(|section| &section.title), id.as_str())
        }
        Reference::Provision { standard, provision } => {
            let name = instrument.standards.get(standard.as_str()).map_or(standard.as_str(), |it| it.short.as_str());
            format!("{name}, {provision}")
        }
        Reference::Term { term, form } => {
            let own = instrument.terms.get(term.as_str()).map_or(term.as_str(), |it| it.label.as_str());
            form.as_deref().unwrap_or(own).to_owned()
        }
    }
}

fn question_or_computed<'a>(instrument: &'a Instrument, id: &str) -> Option<&'a Text> {
    let computed = || instrument.computed().into_iter().find(|computed| computed.id.as_str() == id);
    instrument.question(id).map(|it| &it.wording).or_else(|| computed().map(|it| &it.label))
}

fn quoted(text: Option<&Text>, id: &str) -> String {
    let words = text.map_or_else(|| id.to_owned(), |text| text.on_one_line(&|_| ELLIPSIS.to_owned()));
    format!("“{words}”")
}
