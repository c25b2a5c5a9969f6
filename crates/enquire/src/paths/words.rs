//! Answers of a reply in words, and conditions as the printed form puts them.

use enquire_form::{Conditions, Numbers};
use enquire_model::{Expression, Instrument, Question};
use serde_json::{Map, Value as Json};

/// What speaks of the answers to an instrument.
pub(super) struct Words<'v> {
    pub(super) numbers: &'v Numbers,
    pub(super) instrument: &'v Instrument,
}

impl Words<'_> {
    /// A condition as the printed form puts it, without the word that introduces it.
    pub(super) fn condition(&self, condition: &Expression) -> String {
        Conditions::of(self.instrument, self.numbers).clause(condition).plain()
    }

    /// An answer in words: options and declared non-responses as they are printed.
    pub(super) fn answer(&self, question: &Question, value: &Json) -> String {
        match value {
            Json::String(text) if is_code(question, text) => self.option(question, text),
            Json::String(text) => format!("“{text}”"),
            Json::Array(entries) if entries.iter().all(Json::is_string) => {
                let words = entries.iter().filter_map(Json::as_str).map(|code| self.option(question, code));
                words.collect::<Vec<_>>().join(", ")
            }
            Json::Array(entries) => match entries.len() {
                0 => "no entries".to_owned(),
                1 => format!("one entry: {}", plain(entries.first().unwrap_or(&Json::Null))),
                count => format!("{count} entries, the first: {}", plain(entries.first().unwrap_or(&Json::Null))),
            },
            Json::Object(_) | Json::Number(_) | Json::Bool(_) | Json::Null => plain(value),
        }
    }

    fn option(&self, question: &Question, code: &str) -> String {
        Conditions::of(self.instrument, self.numbers).option_of(question, code).plain()
    }
}

/// Whether `text` stands for an option or a declared non-response, and is not a text by itself.
fn is_code(question: &Question, text: &str) -> bool {
    let closed = question.answer.selection().is_some() || question.answer == enquire_model::Answer::YesNo;
    closed || question.nonresponses.iter().any(|it| it.as_str() == text)
}

/// A value without the marks of JSON.
fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Array(entries) => entries.iter().map(plain).collect::<Vec<_>>().join(", "),
        Json::Object(parts) => object(parts),
        Json::Null => "blank".to_owned(),
        Json::Bool(_) | Json::Number(_) => value.to_string(),
    }
}

/// Amounts and periods as people write them, anything else part by part.
fn object(parts: &Map<String, Json>) -> String {
    let text = |name: &str| parts.get(name).map(plain);
    match (text("amount"), text("currency"), text("beginning"), text("ending")) {
        (Some(amount), Some(currency), _, _) => format!("{} {amount}", currency.to_uppercase()),
        (_, _, Some(beginning), Some(ending)) => format!("from {beginning} to {ending}"),
        _ => {
            let parts: Vec<String> = parts.iter().map(|(name, value)| format!("{name} {}", plain(value))).collect();
            parts.join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plain;
    use serde_json::json;

    #[test]
    fn values_are_told_as_people_write_them() {
        assert_eq!(plain(&json!({ "amount": "1200.50", "currency": "usd" })), "USD 1200.50");
        assert_eq!(
            plain(&json!({ "beginning": "2006-01-01", "ending": "2006-12-31" })),
            "from 2006-01-01 to 2006-12-31"
        );
        assert_eq!(plain(&json!({ "name": "Office", "staff": 3 })), "name Office, staff 3");
    }
}
