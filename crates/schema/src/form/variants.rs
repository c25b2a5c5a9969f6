//! Variants of questions, for the user interface alone.
//!
//! A control of JSON Forms takes its options, and whether it is marked as required, from the place in the schema that it points
//! to. Where that depends on other answers, one question has several controls, each pointing to a variant of the question. The
//! variants stand under an `if` that never holds: no validator looks at them.

use serde_json::{Map, Value, json};

/// The variants so far.
pub(super) struct Variants {
    /// How many rules stand before them.
    first: usize,
    layers: Vec<Layer>,
}

/// Variants of different questions.
#[derive(Default)]
struct Layer {
    properties: Map<String, Value>,
    required: Vec<String>,
}

impl Variants {
    /// None yet; they are to stand after `first` rules.
    pub(super) fn after(first: usize) -> Self {
        Self { first, layers: Vec::new() }
    }

    /// Adds `schema` as a variant of the answer `key`. What comes back is where in the schema it stands.
    pub(super) fn add(&mut self, key: &str, schema: Value, required: bool) -> String {
        let free = self.layers.iter().position(|layer| !layer.properties.contains_key(key));
        let at = free.unwrap_or(self.layers.len());
        if free.is_none() {
            self.layers.push(Layer::default());
        }
        if let Some(layer) = self.layers.get_mut(at) {
            layer.properties.insert(key.to_owned(), schema);
            layer.required.extend(required.then(|| key.to_owned()));
        }
        format!("#/properties/answers/allOf/{}/then/properties/{key}", self.first + at)
    }

    /// The schemas to be added to the rules.
    pub(super) fn into_schemas(self) -> Vec<Value> {
        let schema = |layer: Layer| {
            let mut then = Map::from_iter([
                ("type".to_owned(), json!("object")),
                ("properties".to_owned(), layer.properties.into()),
            ]);
            if !layer.required.is_empty() {
                then.insert("required".to_owned(), layer.required.into());
            }
            json!({ "$comment": "Never applies: what controls of the user interface point to.", "if": false, "then": then })
        };
        self.layers.into_iter().map(schema).collect()
    }
}
