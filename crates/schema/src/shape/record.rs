//! Records and lists of them.

use enquire_model::{Name, Record};
use serde_json::{Map, Value, json};

use super::{Owner, Shapes, closed, commented};
use crate::names::pascal;
use crate::{plain, rule};

impl<'a> Shapes<'_, 'a> {
    /// The record `id`.
    pub(crate) fn record(&mut self, id: &str) -> Value {
        self.defined(&format!("record {id}"), &format!("{}Record", pascal(id)), |shapes| {
            shapes.context.record(id).map(|record| shapes.fields(record)).unwrap_or_default()
        })
    }

    /// Entries, each a record. That no two have the same key is beyond JSON Schema.
    pub(super) fn list(&mut self, record: &str, key: Option<&Name>) -> Value {
        let comment = key.map(|key| format!("no two entries have the same {key}, which Enquire checks"));
        commented(comment, json!({ "type": "array", "items": self.record(record) }))
    }

    fn fields(&mut self, record: &'a Record) -> Value {
        let mut properties = Map::new();
        for field in &record.fields {
            let owner = Owner::field(&record.id, &field.id);
            let shape = self.answer(&owner, &field.answer);
            let property = self.labelled(&field.label, shape);
            properties.insert(field.id.to_string(), property);
            self.words_of_other(&field.id, &field.label, &field.answer, &mut properties);
        }
        let required: Vec<&str> =
            record.fields.iter().filter(|field| field.required).map(|field| field.id.as_str()).collect();
        let mut schema = closed(properties, &required);
        if let (Value::Object(schema), Some(title)) = (&mut schema, &record.title) {
            schema.shift_insert(0, "description".to_owned(), plain::safe(title).into());
        }
        rule::attach(schema, &rule::of_record(self.context, record), required.first().copied())
    }
}
