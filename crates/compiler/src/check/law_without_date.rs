//! A law is asked for, and there is no place for the date on which it was adopted.

use enquire_diagnostics::codes::LAW_WITHOUT_DATE;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::{Answer, Question, Record};

use super::wording::Line;
use super::{Context, concerning, span};

/// What laws are called.
const LAWS: [&str; 19] = [
    "act",
    "acts",
    "bill",
    "bills",
    "decree",
    "decrees",
    "enactment",
    "enactments",
    "law",
    "laws",
    "legislation",
    "ordinance",
    "ordinances",
    "regulation",
    "regulations",
    "statute",
    "statutes",
    "legal text",
    "legal texts",
];

/// Words that may stand between "which" and what laws are called.
const BETWEEN: [&str; 15] = [
    "any",
    "applicable",
    "criminal",
    "domestic",
    "existing",
    "federal",
    "main",
    "national",
    "new",
    "other",
    "penal",
    "relevant",
    "specific",
    "such",
    "the",
];

/// Words with which a question asks to be told something.
const ASKING: [&str; 9] = ["cite", "give", "identify", "indicate", "list", "name", "specify", "what", "which"];

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    if !context.is_english() {
        return;
    }
    for (position, asked) in context.questions.iter().enumerate() {
        let question = asked.question;
        let next = context.questions.get(position + 1).map(|it| &it.question.answer);
        // A date may be asked for by itself, right behind.
        if context.is_doubtful(question) || next.is_some_and(is_date) {
            continue;
        }
        if let Some(finding) = finding(context, question) {
            found.push(concerning(question, finding));
        }
    }
}

fn finding(context: &Context<'_>, question: &Question) -> Option<Diagnostic> {
    let line = context.line(&question.wording);
    let Some(id) = question.answer.record() else {
        let in_words = matches!(question.answer, Answer::Text { .. } | Answer::Prose { .. });
        let guidance = question.guidance.as_ref().map(|it| context.line(it));
        let asks_date =
            std::iter::once(&line).chain(&guidance).any(|it| it.has_any(&["date", "dates", "year", "years"]));
        let law = asked_for(&line).filter(|_| in_words && !asks_date)?;
        return Some(
            Diagnostic::new(
                &LAW_WITHOUT_DATE,
                context.place_of(&question.wording, &law),
                "a law is asked for in words, with no place for its date",
            )
            .with_help("answer with a record that has a field for the date of adoption: `answer record law` or `answer list of law`"),
        );
    };
    let record = context.instrument.records.get(id.as_str())?;
    if record.fields.iter().any(|it| is_date(&it.answer)) || !(is_law(record) || asked_for(&line).is_some()) {
        return None;
    }
    Some(
        Diagnostic::new(
            &LAW_WITHOUT_DATE,
            span(id.place()),
            format!("the record `{id}` has no place for the date of the law"),
        )
        .with_label(span(record.id.place()), "a field with a date is missing here")
        .with_help("add a field such as `field adopted \"Date of adoption\" date`"),
    )
}

fn is_date(answer: &Answer) -> bool {
    matches!(answer, Answer::Date { .. } | Answer::Year { .. } | Answer::Period { .. })
}

/// Whether a record is called a law, by its id or its title.
fn is_law(record: &Record) -> bool {
    let id = Line::of(&record.id.as_str().replace('_', " "));
    let title = Line::of(record.title.as_deref().unwrap_or_default());
    [id, title].iter().any(is_head)
}

/// Whether `line` is a name for laws: its last word is, or its first.
fn is_head(line: &Line) -> bool {
    let last = line.len().checked_sub(1);
    LAWS.iter().any(|law| line.has(0, law) && line.word(1) != "of" || last.is_some_and(|at| line.has(at, law)))
}

/// What is asked for, if it is laws: "Which law provides for it?", "Name the laws".
fn asked_for(line: &Line) -> Option<String> {
    (0..line.len()).filter(|at| ASKING.contains(&line.word(*at))).find_map(|asking| {
        let mut at = asking + 1;
        while BETWEEN.contains(&line.word(at)) {
            at += 1;
        }
        let law = LAWS.iter().find(|law| line.has(at, law))?;
        let words = law.split(' ').count();
        // "Which law schools teach it?" asks for schools.
        let is_other = ["school", "schools", "office", "offices", "firm", "firms", "reform", "enforcement"]
            .contains(&line.word(at + words));
        (!is_other).then(|| line.written(at, at + words - 1).to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn law(text: &str) -> Option<String> {
        asked_for(&Line::of(text))
    }

    #[test]
    fn laws_are_asked_for_by_name() {
        assert_eq!(law("Which law provides for compensation?").as_deref(), Some("law"));
        assert_eq!(law("Please list the relevant national laws.").as_deref(), Some("laws"));
        assert_eq!(law("Under which legal texts is it so?").as_deref(), Some("legal texts"));
    }

    #[test]
    fn laws_that_are_only_mentioned_are_not_asked_for() {
        assert_eq!(law("Which courts apply the law?"), None);
        assert_eq!(law("Which law schools teach it?"), None);
        assert_eq!(law("What does the law say?"), None);
    }
}
