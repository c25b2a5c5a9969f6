//! The shapes of answers: what the answer to a question, a field or a cell looks like in a reply.

mod choice;
mod nonresponse;
mod number;
mod people;
mod record;
mod table;
mod word;

use enquire_model::{Answer, Name, Text};
use serde_json::{Map, Value, json};

use crate::context::{Context, other_key};
use crate::names::{Definitions, pascal, reference};
use crate::plain;

use number::MOST_INTEGER;
pub(crate) use number::{amount_bounds, amount_text, currency, json_number};
pub(crate) use people::{takes_files, takes_links};
pub(crate) use table::ROW;
pub(crate) use word::{email, file, telephone};

/// Makes the shapes of one instrument, and with them the definitions they refer to.
pub(crate) struct Shapes<'c, 'a> {
    pub(crate) context: &'c Context<'a>,
    pub(crate) definitions: Definitions,
}

/// What an answer belongs to, for the names of types that are its own.
pub(crate) struct Owner {
    /// The beginning of those names, such as `Redress` or `LawRecordKind`.
    prefix: String,
    /// What it belongs to, as findings name it: `redress`, `law.kind`.
    subject: String,
    /// The same, with what kind of element it is.
    key: String,
}

impl Owner {
    pub(crate) fn question(id: &Name) -> Self {
        Self { prefix: pascal(id.as_str()), subject: id.to_string(), key: format!("question {id}") }
    }

    fn field(record: &Name, field: &Name) -> Self {
        let prefix = format!("{}Record{}", pascal(record.as_str()), pascal(field.as_str()));
        Self { prefix, subject: format!("{record}.{field}"), key: format!("field {record}.{field}") }
    }

    /// `table` is what the table belongs to.
    fn column(table: &Self, column: &Name) -> Self {
        Self {
            prefix: format!("{}Table{}", table.prefix, pascal(column.as_str())),
            subject: format!("{}.{column}", table.subject),
            key: format!("column of {}.{column}", table.key),
        }
    }
}

impl<'c, 'a> Shapes<'c, 'a> {
    pub(crate) fn new(context: &'c Context<'a>) -> Self {
        Self { context, definitions: Definitions::default() }
    }

    /// The shape of an answer, without the words of the question and without what may be said instead of an answer.
    pub(crate) fn answer(&mut self, owner: &Owner, answer: &'a Answer) -> Value {
        match answer {
            Answer::YesNo => self.scale("yes_no"),
            Answer::OneOf(selection) => self.option(owner, selection),
            Answer::ManyOf(selection) | Answer::Ranking(selection) => {
                json!({ "type": "array", "items": self.option(owner, selection), "uniqueItems": true })
            }
            Answer::Amount { currencies, limits } => self.amount(owner, currencies, limits),
            Answer::Period { from, to } => self.period(owner, *from, *to),
            Answer::File => self.file(),
            Answer::Record { record } => self.record(record.as_str()),
            Answer::List { record, key, .. } => self.list(record.as_str(), key.as_ref()),
            Answer::Table(table) => self.table(owner, table),
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
            | Answer::Link => simple(answer),
        }
    }

    /// A property: its words and its shape.
    pub(crate) fn labelled(&self, words: &Text, shape: Value) -> Value {
        described(&plain::description(self.context.instrument, words), shape)
    }

    /// The words that go with the option `other`, beside the answer `id` to which `label` belongs.
    pub(crate) fn words_of_other(&self, id: &Name, label: &Text, answer: &Answer, properties: &mut Map<String, Value>) {
        if answer.selection().is_some_and(|selection| selection.other) {
            let words = format!("Other: {}", plain::description(self.context.instrument, label));
            properties
                .insert(other_key(id.as_str()), json!({ "description": words, "type": "string", "minLength": 1 }));
        }
    }

    /// The definition `name`, which the reply itself brings in and no element of the instrument.
    pub(crate) fn fixed(&mut self, name: &str, schema: Value) -> Value {
        let (name, known) = self.definitions.name(&format!("reply {name}"), name);
        if !known {
            self.definitions.define(&name, schema);
        }
        reference(&name)
    }

    /// The definition `wish` for `key`, made by `make` unless it is there already, as a reference.
    fn defined(&mut self, key: &str, wish: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        let (name, known) = self.definitions.name(key, wish);
        if !known {
            let schema = make(self);
            self.definitions.define(&name, schema);
        }
        reference(&name)
    }
}

/// The shape of an answer that is one text or number; anything for one that is not.
pub(crate) fn simple(answer: &Answer) -> Value {
    match answer {
        Answer::Text { most_characters, matching } => word::text(*most_characters, matching.as_deref()),
        Answer::Prose { most_words } => word::prose(*most_words),
        Answer::Integer(limits) => number::integer(limits),
        Answer::Decimal(limits) | Answer::Percent(limits) | Answer::Quantity { limits, .. } => number::decimal(limits),
        Answer::Date { from, to } => word::date(*from, *to),
        Answer::Year { from, to } => number::year(*from, *to),
        Answer::Country => word::country(),
        Answer::Language => word::language(),
        Answer::Email => email(),
        Answer::Telephone => word::telephone(),
        Answer::Link => word::link(),
        Answer::YesNo
        | Answer::OneOf(_)
        | Answer::ManyOf(_)
        | Answer::Ranking(_)
        | Answer::Amount { .. }
        | Answer::Period { .. }
        | Answer::File
        | Answer::Record { .. }
        | Answer::List { .. }
        | Answer::Table(_) => json!({}),
    }
}

/// `shape` with a description. A reference is wrapped: beside a bare one, generators make the description part of the type.
pub(crate) fn described(words: &str, shape: Value) -> Value {
    let mut property = Map::from_iter([("description".to_owned(), words.into())]);
    if shape.get("$ref").is_some() {
        property.insert("allOf".to_owned(), json!([shape]));
    } else if let Value::Object(mut rest) = shape {
        property.append(&mut rest);
    }
    property.into()
}

/// `schema` with a comment before it, if there is one.
fn commented(comment: Option<String>, schema: Value) -> Value {
    let mut commented: Map<String, Value> =
        comment.map(|words| ("$comment".to_owned(), words.into())).into_iter().collect();
    if let Value::Object(mut rest) = schema {
        commented.append(&mut rest);
    }
    commented.into()
}

/// An object with these properties and no others; `required` in the order of the properties.
pub(crate) fn closed(properties: Map<String, Value>, required: &[&str]) -> Value {
    let mut schema =
        Map::from_iter([("type".to_owned(), json!("object")), ("properties".to_owned(), Value::Object(properties))]);
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema.into()
}

/// The same object, with at least one property.
fn not_empty(mut object: Value) -> Value {
    if let Value::Object(schema) = &mut object {
        schema.insert("minProperties".to_owned(), json!(1));
    }
    object
}
