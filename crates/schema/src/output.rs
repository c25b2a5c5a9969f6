//! The instrument itself as JSON, its published schema, and how every JSON file is laid out.

use enquire_model::{FORMAT_VERSION, Instrument};
use serde::Serialize;
use serde_json::{Map, Value};

/// The formats of strings that validators in every language know.
const FORMATS: [&str; 6] = ["date", "date-time", "time", "email", "uri", "uuid"];

/// The text of a JSON file: two spaces for each level, line feeds, and one at the end. Equal values give equal bytes.
pub fn to_text(value: &Value) -> String {
    format!("{value:#}\n")
}

/// The text of `instrument.json`: the whole model, in the layout of [`to_text`].
pub fn instrument_json(instrument: &Instrument) -> String {
    to_text(&to_value(instrument))
}

/// The JSON Schema (2020-12) of `instrument.json`, named by the version of its format.
pub fn model_schema() -> Value {
    published(enquire_model::json_schema(), &format!("urn:enquire:schema:instrument:{FORMAT_VERSION}"))
}

/// `schema` with `id` as its `$id`, behind `$schema`, and without the formats that name types of Rust: strict validators
/// refuse what they do not know.
pub(crate) fn published(schema: Value, id: &str) -> Value {
    let Value::Object(mut rest) = schema else { return schema };
    let mut named = Map::new();
    named.extend(rest.shift_remove_entry("$schema"));
    named.insert("$id".to_owned(), id.into());
    named.append(&mut rest);
    let mut schema = named.into();
    remove_formats(&mut schema);
    schema
}

fn remove_formats(schema: &mut Value) {
    if let Value::Object(keywords) = schema {
        let private = |format: &Value| format.as_str().is_some_and(|format| !FORMATS.contains(&format));
        if keywords.get("format").is_some_and(private) {
            keywords.shift_remove("format");
        }
        keywords.values_mut().for_each(remove_formats);
    } else if let Value::Array(parts) = schema {
        parts.iter_mut().for_each(remove_formats);
    }
}

/// Plain data as a JSON value.
#[expect(clippy::expect_used, reason = "the model's keys are strings and its serializers never fail")]
pub(crate) fn to_value<T: Serialize>(data: &T) -> Value {
    serde_json::to_value(data).expect("plain data can be written as JSON")
}
