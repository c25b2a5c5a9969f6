//! The schema of a reply.

use enquire_model::Instrument;
use serde_json::{Map, Value, json};

use crate::context::Context;
use crate::names::pascal;
use crate::rule::{self, is_always_required};
use crate::shape::{Owner, Shapes, closed};

/// The key that is in every reply and so triggers the rules.
const TRIGGER: &str = "instrument";

/// The JSON Schema (2020-12) of replies to `instrument`, for `reply.schema.json`: shapes, codes, bounds, and the rules across
/// answers under `dependentSchemas`. What it cannot say is listed by [`inexpressible`](crate::inexpressible).
pub fn reply_schema(instrument: &Instrument) -> Value {
    let context = Context::new(instrument);
    let mut shapes = Shapes::new(&context);
    let (properties, required) = root(&mut shapes);
    let mut schema = Map::from_iter([
        ("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema")),
        ("$id".to_owned(), format!("urn:enquire:{}:reply:{}", instrument.id, instrument.version).into()),
        ("title".to_owned(), format!("{}Reply", pascal(instrument.id.as_str())).into()),
        ("description".to_owned(), crate::plain::description(instrument, &instrument.title).into()),
    ]);
    if let Value::Object(mut object) = closed(properties, &required) {
        schema.append(&mut object);
    }
    if let Some(rules) = rule::of_reply(&context).to_schema(TRIGGER) {
        schema.insert("dependentSchemas".to_owned(), rules);
    }
    schema.insert("$defs".to_owned(), shapes.definitions.finish());
    schema.into()
}

/// The properties of a reply, and those that are always there.
fn root(shapes: &mut Shapes) -> (Map<String, Value>, Vec<&'static str>) {
    let instrument = shapes.context.instrument;
    let language = shapes.fixed("ReplyLanguage", json!({ "type": "string", "enum": instrument.languages }));
    let always = [
        (TRIGGER, json!({ "type": "string", "enum": [instrument.release()] })),
        ("respondent", shapes.respondent()),
        ("as_at", json!({ "type": "string", "format": "date" })),
        ("language", language),
        ("round", json!({ "type": "integer", "minimum": 1, "maximum": u32::MAX })),
        ("answers", answers(shapes)),
    ];
    let required = always.each_ref().map(|(key, _)| *key).to_vec();
    let sometimes = [
        ("contributors", shapes.contributors()),
        ("comments", shapes.comments()),
        ("attachments", shapes.attachments()),
        ("links", shapes.links()),
    ];
    let sometimes = sometimes.into_iter().filter_map(|(key, schema)| Some((key, schema?)));
    let properties = always.into_iter().chain(sometimes).map(|(key, schema)| (key.to_owned(), schema));
    (properties.collect(), required)
}

/// The answers by question id, in the order of print. What is worked out is not among them.
fn answers(shapes: &mut Shapes) -> Value {
    let context = shapes.context;
    let mut properties = Map::new();
    let mut required = Vec::new();
    for asked in context.questions() {
        let question = asked.question;
        let shape = shapes.answer(&Owner::question(&question.id), &question.answer);
        let shape = shapes.or_nonresponse(question, shape);
        let property = shapes.labelled(&question.wording, shape);
        properties.insert(question.id.to_string(), property);
        shapes.words_of_other(&question.id, &question.wording, &question.answer, &mut properties);
        if is_always_required(asked) {
            required.push(question.id.as_str());
        }
    }
    shapes.fixed("Answers", closed(properties, &required))
}
