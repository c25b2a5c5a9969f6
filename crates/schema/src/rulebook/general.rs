//! Rules that no schema says: warnings, and what JSON Schema does not see of a file.

use enquire_model::{Answer, Question, Weight};

use super::ReplyRule;
use super::book::Book;
use crate::labels::checks;
use crate::phrase;
use crate::rule::code;

const WARNING: &str = "a warning leaves a reply valid";

/// These rules of an instrument, each with the reason.
pub(super) fn left_out(book: &Book) -> Vec<(ReplyRule, &'static str)> {
    let mut found = Vec::new();
    for asked in book.context.questions() {
        found.extend(of_question(book, asked.question));
    }
    for (number, check) in checks(book.context.instrument).into_iter().enumerate() {
        match check.weight {
            Weight::Error => {}
            Weight::Warning => {
                let says = format!("to be confirmed when {}", phrase::expression(&check.condition));
                let text = book.labels.checks.get(number).cloned().unwrap_or_default();
                found
                    .push((book.rule(code::CONFIRM_ANSWER, "check", &says, text, Some(check.source.clone())), WARNING));
            }
        }
    }
    let name = "A Member State is named by its ISO 3166-1 alpha-3 code.".to_owned();
    found.push((book.rule(code::RESPONDENT_CODE, "respondent", "the code of a Member State", name, None), WARNING));
    let twice = "Nothing stands twice in one object of the file.".to_owned();
    let reason = "validators see an object after it was read, with one of the two";
    found.push((book.rule(code::DUPLICATE_MEMBER, "reply", "no member twice", twice, None), reason));
    found
}

fn of_question(book: &Book, question: &Question) -> Option<(ReplyRule, &'static str)> {
    let id = question.id.as_str();
    let wording = book.wording(id);
    let source = Some(question.source.clone());
    match &question.answer {
        Answer::Prose { most_words: Some(most) } => {
            let text = format!("“{wording}”: the answer should have no more than {most} words.");
            let says = format!("soft limit of {most} words");
            Some((book.rule(code::PROSE_TOO_LONG, id, &says, text, source), WARNING))
        }
        Answer::Period { .. } => {
            let text = format!("“{wording}”: the period cannot end before it begins.");
            let reason = "JSON Schema has no order of dates";
            Some((book.rule(code::INVERTED_PERIOD, id, "the end is not before the beginning", text, source), reason))
        }
        Answer::YesNo
        | Answer::OneOf(_)
        | Answer::ManyOf(_)
        | Answer::Ranking(_)
        | Answer::Text { .. }
        | Answer::Prose { most_words: None }
        | Answer::Integer(_)
        | Answer::Decimal(_)
        | Answer::Percent(_)
        | Answer::Amount { .. }
        | Answer::Quantity { .. }
        | Answer::Date { .. }
        | Answer::Year { .. }
        | Answer::Country
        | Answer::Language
        | Answer::Email
        | Answer::Telephone
        | Answer::Link
        | Answer::File
        | Answer::Record { .. }
        | Answer::List { .. }
        | Answer::Table(_) => None,
    }
}
