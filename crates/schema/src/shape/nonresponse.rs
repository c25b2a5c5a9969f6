//! Declared non-responses in place of an answer.
//!
//! A value or a non-response is one of two typed branches, the value first. Where the value is no string the two cannot be
//! mistaken for each other, and `anyOf` says so. Where both are strings, generators of Rust types make `anyOf` a structure
//! that reads neither: there the branches are kept apart by `not`, and `oneOf` joins them.

use enquire_model::{Answer, Name, Question};
use serde_json::{Value, json};

use super::Shapes;
use crate::names::pascal;

impl Shapes<'_, '_> {
    /// The answer to `question`, whose value has the shape `value`, or one of the non-responses it offers.
    pub(crate) fn or_nonresponse(&mut self, question: &Question, value: Value) -> Value {
        if question.nonresponses.is_empty() {
            return value;
        }
        let codes = self.offered(&question.nonresponses);
        let apart = json!({ "enum": codes });
        let instead = self.nonresponse(&codes);
        match of_value(&question.answer) {
            OfValue::Codes => json!({ "oneOf": [value, instead] }),
            OfValue::Text => json!({ "oneOf": [without(value, apart), instead] }),
            OfValue::NoString => json!({ "anyOf": [value, instead] }),
        }
    }

    /// The codes of `allowed` in the order of the instrument.
    fn offered(&self, allowed: &[Name]) -> Vec<String> {
        let declared = self.context.instrument.nonresponses.iter().map(|choice| &choice.code);
        declared.filter(|code| allowed.contains(code)).map(Name::to_string).collect()
    }

    /// One of the non-responses `codes`. Every set of them is one type: `NonResponse` for all that the instrument
    /// declares, else named by its codes.
    fn nonresponse(&mut self, codes: &[String]) -> Value {
        let all = codes.len() == self.context.instrument.nonresponses.len();
        let words: String = if all { String::new() } else { codes.iter().map(|code| pascal(code)).collect() };
        self.defined(
            &format!("nonresponse {}", codes.join(" ")),
            &format!("{words}NonResponse"),
            |_| json!({ "type": "string", "enum": codes }),
        )
    }
}

/// What the value of an answer is, seen from a code that may stand in its place.
enum OfValue {
    /// One of a list of codes, none of them a non-response.
    Codes,
    /// A string that could read like a code.
    Text,
    /// No string.
    NoString,
}

fn of_value(answer: &Answer) -> OfValue {
    match answer {
        Answer::YesNo | Answer::OneOf(_) => OfValue::Codes,
        Answer::Text { .. }
        | Answer::Prose { .. }
        | Answer::Date { .. }
        | Answer::Country
        | Answer::Language
        | Answer::Email
        | Answer::Telephone
        | Answer::Link => OfValue::Text,
        Answer::ManyOf(_)
        | Answer::Ranking(_)
        | Answer::Integer(_)
        | Answer::Decimal(_)
        | Answer::Percent(_)
        | Answer::Amount { .. }
        | Answer::Quantity { .. }
        | Answer::Year { .. }
        | Answer::Period { .. }
        | Answer::File
        | Answer::Record { .. }
        | Answer::List { .. }
        | Answer::Table(_) => OfValue::NoString,
    }
}

/// `value`, but not what meets `other`.
fn without(mut value: Value, other: Value) -> Value {
    if let Value::Object(schema) = &mut value {
        schema.insert("not".to_owned(), other);
    }
    value
}
