//! From the JSON of a reply to states and values. The shapes are on the page `docs/reference/replies.md`.
//!
//! What does not have the shape of its question has no value. Only shapes count here: whether a number is within its bounds,
//! and the like, is for the checker of replies.

mod groups;

#[cfg(test)]
mod tests;

use std::str::FromStr;

use enquire_model::{Answer, Date, Decimal, Instrument, Question, Selection};
use serde_json::Value as Json;

use crate::evaluate::time;
use crate::scales::Scales;
use crate::{AnswerState, Outcome, Value};

/// What stands where an answer is expected.
pub(crate) enum Given {
    /// Nothing.
    Blank,
    /// Something in another shape.
    Unreadable,
    /// A value.
    Value(Value),
}

impl Given {
    fn of(value: Option<Value>) -> Self {
        value.map_or(Self::Unreadable, Self::Value)
    }

    fn value(self) -> Outcome {
        if let Self::Value(value) = self { Some(value) } else { None }
    }
}

/// Reads answers to one instrument.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    instrument: &'a Instrument,
    scales: Scales<'a>,
}

impl<'a> Reader<'a> {
    /// A reader of answers to `instrument`.
    pub(crate) fn of(instrument: &'a Instrument) -> Self {
        Self { instrument, scales: Scales::of(instrument) }
    }

    /// The state and value of a question that is asked.
    pub(crate) fn read(&self, question: &Question, given: Option<&Json>) -> (AnswerState, Outcome) {
        let Some(given) = given else {
            return (AnswerState::Unanswered, None);
        };
        if let Some(code) = self.nonresponse(question, given) {
            return (AnswerState::NonResponse(code), None);
        }
        match self.answer(&question.answer, given) {
            Given::Blank => (AnswerState::Unanswered, None),
            Given::Unreadable => (AnswerState::Answered, None),
            Given::Value(value) => (AnswerState::Answered, Some(value)),
        }
    }

    /// The code of a declared non-response, if that is what is given. An option of the same code comes first.
    fn nonresponse(&self, question: &Question, given: &Json) -> Option<String> {
        let code = given.as_str()?;
        let offered = question.nonresponses.iter().any(|it| it.as_str() == code);
        let is_option = || matches!(self.answer(&question.answer, given), Given::Value(Value::Choice(_)));
        (offered && !is_option()).then(|| code.to_owned())
    }

    /// What is given as an answer of a kind.
    fn answer(&self, answer: &Answer, given: &Json) -> Given {
        if given.is_null() || given.as_str().is_some_and(|text| text.trim().is_empty()) {
            return Given::Blank;
        }
        match answer {
            Answer::YesNo => option(given, |code| self.scales.has("yes_no", code) == Some(true)),
            Answer::OneOf(selection) => option(given, |code| self.is_option(selection, code)),
            Answer::ManyOf(selection) | Answer::Ranking(selection) => self.options(selection, given),
            Answer::Text { .. }
            | Answer::Prose { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link => Given::of(given.as_str().map(|text| Value::Text(text.to_owned()))),
            Answer::Integer(_) | Answer::Year { .. } => {
                Given::of(number(given).filter(Decimal::is_integer).map(Value::Number))
            }
            Answer::Decimal(_) | Answer::Percent(_) | Answer::Quantity { .. } => {
                Given::of(number(given).map(Value::Number))
            }
            Answer::Amount { currencies, .. } => Given::of(amount(currencies, given)),
            Answer::Date { .. } => Given::of(date(given).map(Value::Date)),
            Answer::Period { .. } => groups::period(given),
            Answer::File => Given::of(given["name"].as_str().map(|name| Value::File { name: name.to_owned() })),
            Answer::Record { record } => self.record(record.as_str(), given),
            Answer::List { record, .. } => Given::of(self.list(record.as_str(), given)),
            Answer::Table(table) => self.table(table, given),
        }
    }

    fn is_option(&self, selection: &Selection, code: &str) -> bool {
        (selection.other && code == "other") || self.scales.has(selection.scale.as_str(), code) == Some(true)
    }

    fn options(&self, selection: &Selection, given: &Json) -> Given {
        let Some(given) = given.as_array() else {
            return Given::Unreadable;
        };
        if given.is_empty() {
            return Given::Blank;
        }
        let mut codes = indexmap::IndexSet::new();
        for code in given {
            match code.as_str().filter(|code| self.is_option(selection, code)) {
                Some(code) => codes.insert(code.to_owned()),
                None => return Given::Unreadable,
            };
        }
        Given::Value(Value::Choices(codes.into_iter().collect()))
    }
}

/// The code of an option.
fn option(given: &Json, is_option: impl Fn(&str) -> bool) -> Given {
    let code = given.as_str().filter(|code| is_option(code));
    Given::of(code.map(|code| Value::Choice(code.to_owned())))
}

/// A JSON number, as the shortest decimal number that stands for it.
fn number(given: &Json) -> Option<Decimal> {
    let digits = given.as_number()?.to_string();
    if digits.contains(['e', 'E']) { Decimal::from_scientific(&digits).ok() } else { exact(&digits) }
}

/// A number of at most 28 digits, written with digits, one dot and one minus.
fn exact(digits: &str) -> Option<Decimal> {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    if plain { Decimal::from_str(digits).ok() } else { None }
}

fn amount(currencies: &[String], given: &Json) -> Option<Value> {
    let amount = exact(given.get("amount")?.as_str()?)?;
    let currency = given.get("currency")?.as_str()?;
    let accepted = currencies.is_empty() || currencies.iter().any(|it| it == currency);
    accepted.then(|| Value::Amount { amount, currency: currency.to_owned() })
}

/// A day, written in full: the library would also take shorter forms.
fn date(given: &Json) -> Option<Date> {
    let text = given.as_str()?;
    let date = Date::from_str(text).ok()?;
    (time::is_in_calendar(date.0) && date.to_string() == text).then_some(date)
}
