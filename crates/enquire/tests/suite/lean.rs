//! `instrument.json` as people read it in a snapshot: without what is not there, and with plain texts as their words.

use serde_json::{Map, Value, json};

/// The value without members and entries that are null or empty.
pub(crate) fn lean(value: Value) -> Value {
    match value {
        Value::Object(members) => lean_object(members),
        Value::Array(entries) => entries.into_iter().map(lean).filter(|it| !is_nothing(it)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}

fn lean_object(members: Map<String, Value>) -> Value {
    if let Some(words) = plain_words(&members) {
        return words;
    }
    let members = members.into_iter().map(|(key, inner)| (key, lean(inner)));
    members.filter(|(_, inner)| !is_nothing(inner)).collect()
}

/// The words of a text that is one paragraph without markup.
fn plain_words(members: &Map<String, Value>) -> Option<Value> {
    let words = members.get("source")?;
    let plain = json!([{ "paragraph": [{ "words": words }] }]);
    (members.get("blocks") == Some(&plain)).then(|| words.clone())
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(entries) => entries.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}
