//! The paths in a schema at which a validator can refuse a reply.

use serde_json::{Map, Value};

/// A place at which a reply can be refused.
pub(super) struct Found {
    /// The path to it, without `#/`.
    pub(super) path: String,
    /// The comment of the rule across answers that it belongs to, if it does to one.
    pub(super) comment: Option<String>,
    pub(super) keyword: Keyword,
}

/// The keyword that refuses.
pub(super) struct Keyword {
    /// Its name.
    pub(super) name: String,
    /// Its value.
    pub(super) value: Value,
    /// What the schema that holds it describes.
    pub(super) description: Option<String>,
    /// Whether it is the `else` of a rule.
    pub(super) is_else: bool,
}

/// Keywords that refuse a value by themselves.
const KEYWORDS: [&str; 15] = [
    "type",
    "enum",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
    "format",
    "required",
    "additionalProperties",
    "uniqueItems",
    "minProperties",
    "anyOf",
    "oneOf",
    "not",
];

/// Every such place of a reply schema: shapes in the order of the schema, and rules.
pub(super) fn of_reply(schema: &Value) -> Vec<Found> {
    let mut found = Vec::new();
    walk(schema, "", &mut found);
    found
}

/// The rules across answers of a form's schema.
pub(super) fn of_form(schema: &Value) -> Vec<Found> {
    let mut found = Vec::new();
    let path = "properties/answers/allOf";
    rules(schema.pointer(&format!("/{path}")), path, &mut found);
    found
}

fn walk(schema: &Value, path: &str, found: &mut Vec<Found>) {
    let Value::Object(keywords) = schema else { return };
    for (name, value) in keywords {
        let inner = join(path, name);
        if KEYWORDS.contains(&name.as_str()) {
            found.push(Found { path: inner.clone(), comment: None, keyword: keyword(keywords, name, value) });
        }
        match name.as_str() {
            "properties" | "$defs" => {
                for (key, part) in value.as_object().into_iter().flatten() {
                    walk(part, &join(&inner, key), found);
                }
            }
            "items" => walk(value, &inner, found),
            "allOf" | "anyOf" | "oneOf" => {
                for (number, part) in value.as_array().into_iter().flatten().enumerate() {
                    walk(part, &format!("{inner}/{number}"), found);
                }
            }
            "dependentSchemas" => {
                for (key, block) in value.as_object().into_iter().flatten() {
                    rules(block.get("allOf"), &format!("{inner}/{key}/allOf"), found);
                }
            }
            _ => {}
        }
    }
}

/// The branches of rules that stand in a list.
fn rules(list: Option<&Value>, path: &str, found: &mut Vec<Found>) {
    for (number, rule) in list.and_then(Value::as_array).into_iter().flatten().enumerate() {
        let Value::Object(keywords) = rule else { continue };
        let comment = keywords.get("$comment").and_then(Value::as_str).map(str::to_owned);
        for name in ["then", "else", "not"] {
            if let Some(value) = keywords.get(name) {
                let path = format!("{path}/{number}/{name}");
                found.push(Found { path, comment: comment.clone(), keyword: keyword(keywords, name, value) });
            }
        }
    }
}

fn keyword(holder: &Map<String, Value>, name: &str, value: &Value) -> Keyword {
    let description = holder.get("description").and_then(Value::as_str).map(str::to_owned);
    Keyword { name: name.to_owned(), value: value.clone(), description, is_else: name == "else" }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") }
}
