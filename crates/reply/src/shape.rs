//! The shapes of answers: whether what is given is what the answer to a question, a field or a cell looks like.
//!
//! What `reply.schema.json` says of a shape is said here alike, and what it cannot say as well.

mod choice;
mod number;
mod record;
mod table;
mod word;

use enquire_diagnostics::codes::{MISSING_MEMBER, NONRESPONSE_NOT_OFFERED, UNKNOWN_MEMBER, WRONG_TYPE};
use enquire_model::{Answer, Question};
use serde_json::{Map, Value};

use crate::breach::{Breach, Found};
use crate::given;
use crate::known::Known;
use crate::path::{Part, Path};
use crate::suggest;

pub(crate) use word::{address, is_country};
use word::{media_type, sha256};

/// Looks at one reply.
#[derive(Debug)]
pub(crate) struct Look<'c, 'a> {
    pub(crate) known: &'c Known<'a>,
    /// The answers of the reply, for options that depend on an earlier answer.
    pub(crate) answers: Option<&'c Map<String, Value>>,
    pub(crate) found: &'c mut Found,
}

impl<'a> Look<'_, 'a> {
    /// What is given in place of the answer to `question`: an answer or a declared non-response.
    pub(crate) fn question(&mut self, question: &'a Question, path: &Path<'_>, given: &Value) {
        if let Some(code) = given.as_str()
            && self.is_nonresponse(question, path, code)
        {
            return;
        }
        self.answer(&question.answer, path, given);
    }

    /// Whether `code` is a declared non-response and no answer. One that the question does not offer is a breach.
    fn is_nonresponse(&mut self, question: &Question, path: &Path<'_>, code: &str) -> bool {
        let declared = self.known.instrument.nonresponses.iter().any(|it| it.code.as_str() == code);
        let is_answer = || match &question.answer {
            Answer::YesNo => matches!(code, "yes" | "no"),
            Answer::OneOf(selection) => self.known.is_option(selection, code),
            Answer::Text { .. } | Answer::Prose { .. } => !question.nonresponses.iter().any(|it| it.as_str() == code),
            Answer::ManyOf(_)
            | Answer::Ranking(_)
            | Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Percent(_)
            | Answer::Amount { .. }
            | Answer::Quantity { .. }
            | Answer::Date { .. }
            | Answer::Year { .. }
            | Answer::Period { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link
            | Answer::File
            | Answer::Record { .. }
            | Answer::List { .. }
            | Answer::Table(_) => false,
        };
        if !declared || is_answer() {
            return false;
        }
        if !question.nonresponses.iter().any(|it| it.as_str() == code) {
            let known = self.known;
            self.found.add(&NONRESPONSE_NOT_OFFERED, || {
                let offered: Vec<&str> = question.nonresponses.iter().map(enquire_model::Name::as_str).collect();
                let help = if offered.is_empty() {
                    "give an answer; this question offers no non-response".to_owned()
                } else {
                    format!("give an answer, or say {}", suggest::listed(&offered))
                };
                let what = format!("the non-response `{code}` is not offered here");
                Breach::of_value(&NONRESPONSE_NOT_OFFERED, path, known.says(path, &what)).help(help)
            });
        }
        true
    }

    /// What is given as an answer of a kind.
    pub(crate) fn answer(&mut self, answer: &'a Answer, path: &Path<'_>, given: &Value) {
        match answer {
            Answer::YesNo => self.yes_no(answer, path, given),
            Answer::OneOf(selection) => self.one_of(answer, selection, path, given),
            Answer::ManyOf(selection) | Answer::Ranking(selection) => self.many_of(answer, selection, path, given),
            Answer::Text { most_characters, matching } => {
                self.text(*most_characters, matching.as_deref(), path, given);
            }
            Answer::Prose { most_words } => self.prose(*most_words, path, given),
            Answer::Integer(limits) => self.integer(limits, path, given),
            Answer::Decimal(limits) | Answer::Percent(limits) | Answer::Quantity { limits, .. } => {
                self.decimal(limits, path, given);
            }
            Answer::Amount { currencies, limits } => self.amount(currencies, limits, path, given),
            Answer::Date { from, to } => self.date(*from, *to, path, given),
            Answer::Year { from, to } => self.year(*from, *to, path, given),
            Answer::Period { from, to } => self.period(*from, *to, path, given),
            Answer::Country => self.country(path, given),
            Answer::Language => self.language(path, given),
            Answer::Email => self.email(path, given),
            Answer::Telephone => self.telephone(path, given),
            Answer::Link => self.link(path, given),
            Answer::File => self.file(path, given),
            Answer::Record { record } => self.record(record, path, given),
            Answer::List { record, key, count } => self.list(record, key.as_ref(), *count, path, given),
            Answer::Table(table) => self.table(table, path, given),
        }
    }

    /// A breach of the shape itself: `expected` says what belongs here.
    pub(crate) fn wrong_type(&mut self, path: &Path<'_>, expected: &str, given: &Value) {
        let known = self.known;
        self.found.add(&WRONG_TYPE, || {
            let what = format!("{expected} is expected, not {}", given::words(given));
            let breach = Breach::of_value(&WRONG_TYPE, path, known.says(path, &what));
            match given {
                Value::Null => breach.help("leave out what is not answered, together with its name"),
                Value::String(text) if expected.contains("number") && text.trim().parse::<f64>().is_ok() => {
                    breach.help(format!("write {} without quotation marks", text.trim()))
                }
                Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => breach,
            }
        });
    }

    /// The object here, whose members are `known` ones; `required` have to be there.
    pub(crate) fn object<'v>(
        &mut self,
        path: &Path<'_>,
        given: &'v Value,
        expected: &str,
        known: &[&str],
        required: &[&str],
    ) -> Option<&'v Map<String, Value>> {
        let Some(object) = given.as_object() else {
            self.wrong_type(path, expected, given);
            return None;
        };
        for key in object.keys().filter(|key| !known.contains(&key.as_str())) {
            self.unknown_member(&path.member(key), key, known);
        }
        for key in required.iter().filter(|key| !object.contains_key(**key)) {
            self.missing_member(path, key);
        }
        Some(object)
    }

    pub(crate) fn unknown_member(&mut self, path: &Path<'_>, key: &str, known: &[&str]) {
        let names = self.known;
        self.found.add(&UNKNOWN_MEMBER, || {
            let what = format!("there is no member {} here", given::code(key));
            Breach::of_name(&UNKNOWN_MEMBER, path, names.says(path, &what)).maybe_help(suggest::help(key, known))
        });
    }

    pub(crate) fn missing_member(&mut self, path: &Path<'_>, key: &str) {
        let known = self.known;
        self.found.add(&MISSING_MEMBER, || {
            Breach::of_name(&MISSING_MEMBER, path, known.says(path, &format!("`{key}` is missing")))
                .maybe_help(purpose(key).map(|purpose| format!("add `{key}`, {purpose}")))
        });
    }

    /// The items of the list here.
    pub(crate) fn items<'v>(&mut self, path: &Path<'_>, given: &'v Value, expected: &str) -> Option<&'v [Value]> {
        let items = given.as_array().map(Vec::as_slice);
        if items.is_none() {
            self.wrong_type(path, expected, given);
        }
        items
    }

    /// The text here.
    pub(crate) fn string<'v>(&mut self, path: &Path<'_>, given: &'v Value, expected: &str) -> Option<&'v str> {
        let text = given.as_str();
        if text.is_none() {
            self.wrong_type(path, expected, given);
        }
        text
    }

    /// A text of at least one character.
    pub(crate) fn some_words(&mut self, path: &Path<'_>, given: &Value) {
        if self.string(path, given, "a text").is_some_and(str::is_empty) {
            self.wrong_type(path, "a text with something in it", given);
        }
    }

    /// A file, which itself stands beside the reply.
    pub(crate) fn file(&mut self, path: &Path<'_>, given: &Value) {
        const PARTS: &[&str] = &["name", "media_type", "size", "sha256"];
        let Some(object) = self.object(path, given, "a file (name, media type, size and SHA-256)", PARTS, PARTS) else {
            return;
        };
        if let Some(name) = object.get("name") {
            self.some_words(&path.part("name", Part::Words("name of the file")), name);
        }
        if let Some(given) = object.get("media_type") {
            self.written(&path.part("media_type", Part::Words("media type")), given, &media_type());
        }
        if let Some(size) = object.get("size") {
            self.size(&path.part("size", Part::Words("size in bytes")), size);
        }
        if let Some(given) = object.get("sha256") {
            self.written(&path.part("sha256", Part::Words("SHA-256")), given, &sha256());
        }
    }
}

/// What a member is for, to one who left it out.
fn purpose(key: &str) -> Option<&'static str> {
    Some(match key {
        "instrument" => "the id and version of the instrument, such as `victim_issues/1.0.0`",
        "respondent" => "who replies: the class and the name",
        "as_at" => "the day for which the reply speaks, such as `2008-06-30`",
        "language" => "the code of the language it is written in, such as `en`",
        "round" => "the round of collection, counted from 1",
        "answers" => "the answers by the ids of the questions",
        "class" => "one of the classes that the instrument asks, such as `member_states`",
        "name" => "the name",
        "section" => "the id of the section",
        "person" => "who filled it in",
        "amount" => "the number as a text, such as `\"1200.50\"`",
        "currency" => "its ISO 4217 code in small letters, such as `usd`",
        "beginning" => "the first day",
        "ending" => "the last day",
        "media_type" => "such as `application/pdf`",
        "size" => "the number of bytes",
        "sha256" => "the SHA-256 of the file, 64 hexadecimal digits in small letters",
        "rows" => "the rows of the table",
        "row" => "the words that name the row",
        "value" => "what the cell holds",
        _ => return None,
    })
}
