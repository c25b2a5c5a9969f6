//! The form profile: what programs need that make forms of schemas, such as RJSF and JSON Forms.
//!
//! ```text
//! Instrument + Labels --form_profile--> schema (draft 7, with the words of one language)
//!                                       uischema (of JSON Forms: sections, conditions, help)
//! ```
//!
//! What is filled in has the shape of a reply. The schema says the same as the reply schema, in the forms that these programs
//! show: options are `oneOf` of `const` and `title`, nothing is referred to, and rules stand under `allOf` as `if`, `then` and
//! `else`, of which `else` forbids what is not asked. Every word comes from [`Labels`].

mod controls;
mod fields;
mod frame;
mod rules;
mod screen;
mod table;
mod variants;

use enquire_model::Instrument;
use serde_json::{Map, Value, json};

use crate::Labels;
use crate::context::{Context, Dialect};
use crate::names::pascal;
use crate::shape::closed;

use fields::Fields;
use screen::Screen;
use variants::Variants;

/// The form profile of an instrument in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct FormProfile {
    /// The contents of `form.<lang>.schema.json`: a JSON Schema of draft 7.
    pub schema: Value,
    /// The contents of `form.<lang>.uischema.json`: a UI schema of JSON Forms, made for that schema.
    pub uischema: Value,
}

/// The form profile of `instrument` with the words of `labels`, which have to be of the same instrument.
pub fn form_profile(instrument: &Instrument, labels: &Labels) -> FormProfile {
    let context = Context::of(instrument, Dialect::Form);
    let fields = Fields { context: &context, labels };
    let rules = rules::of_answers(&fields);
    let mut variants = Variants::after(rules.schemas.len());
    let uischema = Screen::new(&fields, &rules, &mut variants).whole();
    let all: Vec<Value> = rules.schemas.into_iter().chain(variants.into_schemas()).collect();
    let mut schema = Map::from_iter([
        ("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#")),
        (
            "$id".to_owned(),
            format!("urn:enquire:{}:form:{}:{}", instrument.id, labels.language, instrument.version).into(),
        ),
        ("title".to_owned(), labels.title.clone().into()),
    ]);
    if let Some(scope) = &labels.scope {
        schema.insert("description".to_owned(), scope.clone().into());
    }
    schema.insert("$comment".to_owned(), format!("{}Form", pascal(instrument.id.as_str())).into());
    let (properties, required) = fields.frame(all);
    if let Value::Object(mut object) = closed(properties, &required) {
        schema.append(&mut object);
    }
    FormProfile { schema: schema.into(), uischema }
}

/// `shape` under `title`, with `help` below it.
fn titled(title: &str, help: Option<&String>, shape: Value) -> Value {
    let mut property = Map::from_iter([("title".to_owned(), title.into())]);
    if let Some(help) = help {
        property.insert("description".to_owned(), help.clone().into());
    }
    if let Value::Object(mut rest) = shape {
        property.append(&mut rest);
    }
    property.into()
}

/// Adds `all` to what an object has to meet, unless there is nothing.
fn and_all(mut object: Value, all: Vec<Value>) -> Value {
    if let (Value::Object(schema), false) = (&mut object, all.is_empty()) {
        schema.insert("allOf".to_owned(), all.into());
    }
    object
}
