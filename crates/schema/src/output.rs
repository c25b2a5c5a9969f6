//! The instrument itself as JSON, its published schema, and how every JSON file is laid out.

use enquire_model::{FORMAT_VERSION, Instrument};
use serde::Serialize;
use serde_json::{Map, Value};

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

/// `schema` with `id` as its `$id`, behind `$schema`.
pub(crate) fn published(schema: Value, id: &str) -> Value {
    let Value::Object(mut rest) = schema else {
        return schema;
    };
    let mut named = Map::new();
    named.extend(rest.shift_remove_entry("$schema"));
    named.insert("$id".to_owned(), id.into());
    named.append(&mut rest);
    named.into()
}

/// Plain data as a JSON value.
#[expect(clippy::expect_used, reason = "the model's keys are strings and its serializers never fail")]
pub(crate) fn to_value<T: Serialize>(data: &T) -> Value {
    serde_json::to_value(data).expect("plain data can be written as JSON")
}
