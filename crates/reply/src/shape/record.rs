//! Records and lists of them.

use enquire_diagnostics::codes::{MISSING_FIELD, REPEATED_KEY, UNKNOWN_FIELD};
use enquire_model::{Count, Name, Record};
use serde_json::{Map, Value};

use super::Look;
use crate::breach::Breach;
use crate::given;
use crate::known::other_key;
use crate::path::{Part, Path};
use crate::suggest;

impl<'a> Look<'_, 'a> {
    /// One filled record.
    pub(crate) fn record(&mut self, id: &Name, path: &Path<'_>, given: &Value) {
        let Some(object) = given.as_object() else {
            return self.wrong_type(path, "an object with the fields of the record", given);
        };
        if let Some(record) = self.known.record(id) {
            self.fields(record, path, object);
        }
    }

    pub(super) fn list(&mut self, id: &'a Name, key: Option<&Name>, count: Count, path: &Path<'_>, given: &Value) {
        let Some(items) = self.items(path, given, "a list of entries") else {
            return;
        };
        for (index, item) in items.iter().enumerate() {
            self.record(id, &path.item(index, Part::Entry(index)), item);
        }
        if let Some(key) = key {
            self.keys(key, path, items);
        }
        self.count(path, items.len(), count, "entry");
    }

    fn fields(&mut self, record: &'a Record, path: &Path<'_>, object: &Map<String, Value>) {
        for key in object.keys() {
            self.known_field(record, path, key);
        }
        for field in &record.fields {
            let id = field.id.as_str();
            let here = path.part(id, Part::Field(field));
            let given = object.get(id);
            match given {
                Some(given) => self.answer(&field.answer, &here, given),
                None if field.required => self.missing_field(path, &here, id),
                None => {}
            }
            self.words_of_other((&field.id, &field.answer), object, given, (path, Part::Field(field)));
        }
    }

    fn known_field(&mut self, record: &Record, path: &Path<'_>, key: &str) {
        let is_words = || {
            let with_other = |field: &&enquire_model::Field| field.answer.selection().is_some_and(|it| it.other);
            record.fields.iter().filter(with_other).any(|field| other_key(field.id.as_str()) == key)
        };
        if record.field(key).is_some() || is_words() {
            return;
        }
        let known = self.known;
        self.found.add(&UNKNOWN_FIELD, || {
            let fields: Vec<&str> = record.fields.iter().map(|field| field.id.as_str()).collect();
            let what = format!("there is no field {}", given::code(key));
            Breach::of_name(&UNKNOWN_FIELD, &path.member(key), known.says(path, &what))
                .maybe_help(suggest::help(key, &fields))
        });
    }

    fn missing_field(&mut self, path: &Path<'_>, field: &Path<'_>, id: &str) {
        let known = self.known;
        self.found.add(&MISSING_FIELD, || {
            let message = known.says(field, "this field is required and missing");
            Breach::of_value(&MISSING_FIELD, path, message).help(format!("add `{id}`"))
        });
    }

    /// No two entries have the same key. A blank one is like no other.
    fn keys(&mut self, key: &Name, path: &Path<'_>, items: &[Value]) {
        let of = |item: &'_ Value| item.get(key.as_str()).filter(|it| !is_blank(it)).cloned();
        for (index, item) in items.iter().enumerate() {
            let Some(own) = of(item) else {
                continue;
            };
            let Some(first) = items.iter().take(index).position(|before| of(before).as_ref() == Some(&own)) else {
                continue;
            };
            let known = self.known;
            self.found.add(&REPEATED_KEY, || {
                let entry = path.item(index, Part::Entry(index));
                let before = path.item(first, Part::Entry(first));
                let what = format!("{} is given as `{key}` in entry {} already", given::words(&own), first + 1);
                Breach::of_value(&REPEATED_KEY, &entry.member(key.as_str()), known.says(&entry, &what))
                    .help("leave out one of the two entries, or tell them apart")
                    .related(before.member(key.as_str()).value(), "given here first")
            });
        }
    }
}

fn is_blank(given: &Value) -> bool {
    given.is_null() || given.as_str().is_some_and(|text| text.trim().is_empty())
}
