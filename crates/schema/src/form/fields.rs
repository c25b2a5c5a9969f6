//! Fields of forms: answers in the shapes of a reply, with titles, and with options that programs show as such.

use enquire_model::{Answer, Name, Question, Record, Selection};
use serde_json::{Map, Value, json};

use super::{and_all, rules, titled};
use crate::Labels;
use crate::context::{Context, OTHER, other_key};
use crate::shape::{self, closed};

/// The fields of one instrument in one language.
pub(super) struct Fields<'f, 'a> {
    pub(super) context: &'f Context<'a>,
    pub(super) labels: &'f Labels,
}

impl<'a> Fields<'_, 'a> {
    /// What a part of a reply is called.
    pub(super) fn word<'w>(&'w self, key: &'w str) -> &'w str {
        self.labels.reply.get(key).map_or(key, String::as_str)
    }

    /// The wording of a question.
    pub(super) fn wording(&self, id: &Name) -> &str {
        self.labels.questions.get(id.as_str()).map_or("", String::as_str)
    }

    pub(super) fn guidance(&self, id: &Name) -> Option<&String> {
        self.labels.help.questions.get(id.as_str())
    }

    /// The whole field of `question`: its answer, or what may be given instead.
    pub(super) fn question(&self, question: &'a Question) -> Value {
        let (wording, help) = (self.wording(&question.id), self.guidance(&question.id));
        if question.nonresponses.is_empty() || is_choice(&question.answer) {
            return self.value(question);
        }
        let value = self.answer(Some(&question.id), &question.answer);
        let answer = titled(self.word("answer"), None, apart(question, value));
        titled(wording, help, json!({ "anyOf": [answer, self.instead(question)] }))
    }

    /// The answer to `question` without what may be given instead, unless the two are one list of options.
    pub(super) fn value(&self, question: &'a Question) -> Value {
        let value = if let (Some(options), true) = (self.choice(&question.answer), is_choice(&question.answer)) {
            one_of(options.into_iter().chain(self.nonresponses(question)))
        } else {
            self.answer(Some(&question.id), &question.answer)
        };
        titled(self.wording(&question.id), self.guidance(&question.id), value)
    }

    /// What may be given instead of an answer.
    pub(super) fn instead(&self, question: &Question) -> Value {
        titled(self.word("no_answer"), None, one_of(self.nonresponses(question)))
    }

    /// The codes that may stand in place of an answer to `question`, with their words.
    pub(super) fn nonresponses(&self, question: &Question) -> Vec<(String, String)> {
        let offered = |code: &str| question.nonresponses.iter().any(|it| it.as_str() == code);
        let all = self.labels.nonresponses.iter();
        all.filter(|(code, _)| offered(code)).map(|(code, label)| (code.clone(), label.clone())).collect()
    }

    /// The shape of an answer; `question` is whose it is, if it is no field or cell.
    pub(super) fn answer(&self, question: Option<&Name>, answer: &'a Answer) -> Value {
        match answer {
            Answer::YesNo | Answer::OneOf(_) => one_of(self.choice(answer).unwrap_or_default()),
            Answer::ManyOf(_) => {
                let items = one_of(self.choice(answer).unwrap_or_default());
                json!({ "type": "array", "items": items, "uniqueItems": true })
            }
            Answer::Ranking(_) => {
                // As a keyword of its own, RJSF would take it for a sign that the order does not matter.
                let unique = json!({ "not": { "type": "array", "uniqueItems": true } });
                json!({ "type": "array", "items": one_of(self.choice(answer).unwrap_or_default()), "not": unique })
            }
            Answer::Amount { currencies, limits } => {
                let currency = if currencies.is_empty() {
                    shape::currency()
                } else {
                    one_of(currencies.iter().map(|code| (code.clone(), code.to_uppercase())))
                };
                self.object([("amount", shape::amount_text(limits)), ("currency", currency)])
            }
            Answer::Period { .. } => {
                let day = || json!({ "type": "string", "format": "date" });
                self.object([("beginning", day()), ("ending", day())])
            }
            Answer::File => self.file(),
            Answer::Record { record } => self.record(record),
            Answer::List { record, .. } => json!({ "type": "array", "items": self.record(record) }),
            Answer::Table(table) => question.map_or_else(|| json!({}), |question| self.table(question, table)),
            Answer::Text { .. }
            | Answer::Prose { .. }
            | Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Percent(_)
            | Answer::Quantity { .. }
            | Answer::Date { .. }
            | Answer::Year { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link => shape::simple(answer),
        }
    }

    /// An object whose parts are all there, each under the word for it.
    fn object<const N: usize>(&self, parts: [(&str, Value); N]) -> Value {
        let keys = parts.each_ref().map(|(key, _)| *key);
        let parts = parts.into_iter().map(|(key, schema)| (key.to_owned(), titled(self.word(key), None, schema)));
        closed(parts.collect(), &keys)
    }

    /// A file, of which a form can only tell the particulars.
    pub(super) fn file(&self) -> Value {
        let mut file = shape::file();
        if let Some(properties) = file.get_mut("properties").and_then(Value::as_object_mut) {
            for (key, schema) in properties {
                let word = if key == "name" { "file_name" } else { key.as_str() };
                *schema = titled(self.word(word), None, std::mem::take(schema));
            }
        }
        file
    }

    /// The fields of the record `id`.
    pub(super) fn record(&self, id: &Name) -> Value {
        let Some(record) = self.context.record(id.as_str()) else { return json!({ "type": "object" }) };
        let mut properties = Map::new();
        for field in &record.fields {
            let (label, help) = self.field(record, &field.id);
            properties.insert(field.id.to_string(), titled(label, help, self.answer(None, &field.answer)));
            self.words_of_other(&field.id, &field.answer, &mut properties);
        }
        let required: Vec<&str> =
            record.fields.iter().filter(|field| field.required).map(|field| field.id.as_str()).collect();
        and_all(closed(properties, &required), rules::of_record(self.context, record))
    }

    /// The label of a field, and the help with it.
    pub(super) fn field(&self, record: &Record, field: &Name) -> (&str, Option<&String>) {
        let label = self.labels.records.get(record.id.as_str()).and_then(|fields| fields.get(field.as_str()));
        let help = self.labels.help.fields.get(record.id.as_str()).and_then(|fields| fields.get(field.as_str()));
        (label.map_or("", String::as_str), help)
    }

    /// The words for *other* beside the answer `id`.
    pub(super) fn words_of_other(&self, id: &Name, answer: &Answer, properties: &mut Map<String, Value>) {
        if answer.selection().is_some_and(|selection| selection.other) {
            let words = titled(self.word(OTHER), None, json!({ "type": "string", "minLength": 1 }));
            properties.insert(other_key(id.as_str()), words);
        }
    }

    /// The options of an answer with options, as codes and words.
    fn choice(&self, answer: &Answer) -> Option<Vec<(String, String)>> {
        if let Answer::YesNo = answer {
            return Some(self.options("yes_no"));
        }
        answer.selection().map(|selection| self.offered(selection))
    }

    /// The options that `selection` offers, `other` included.
    pub(super) fn offered(&self, selection: &Selection) -> Vec<(String, String)> {
        let other = selection.other.then(|| (OTHER.to_owned(), self.word(OTHER).to_owned()));
        self.options(selection.scale.as_str()).into_iter().chain(other).collect()
    }

    fn options(&self, scale: &str) -> Vec<(String, String)> {
        let labels = self.labels.scales.get(scale);
        let choices = self.context.scale(scale).map(|scale| scale.choices.as_slice()).unwrap_or_default();
        let label = |code: &str| labels.and_then(|labels| labels.get(code)).cloned();
        let own = |choice: &enquire_model::Choice| choice.label.on_one_line(&|_| String::new());
        choices.iter().map(|it| (it.code.to_string(), label(it.code.as_str()).unwrap_or_else(|| own(it)))).collect()
    }
}

/// One of these options.
pub(super) fn one_of(options: impl IntoIterator<Item = (String, String)>) -> Value {
    let options: Vec<Value> =
        options.into_iter().map(|(code, title)| json!({ "const": code, "title": title })).collect();
    json!({ "type": "string", "oneOf": options })
}

/// Whether the answer and what may be given instead are codes of one list.
pub(super) fn is_choice(answer: &Answer) -> bool {
    matches!(answer, Answer::YesNo | Answer::OneOf(_))
}

/// `value`, but no code of a non-response: a text could read like one.
fn apart(question: &Question, mut value: Value) -> Value {
    let is_text = value.get("type").is_some_and(|kind| kind == "string");
    if let (Value::Object(schema), true) = (&mut value, is_text) {
        let codes: Vec<&str> = question.nonresponses.iter().map(Name::as_str).collect();
        schema.insert("not".to_owned(), json!({ "enum": codes }));
    }
    value
}
