//! What stands around the answers: who replies, for which day, comments and files.

use enquire_model::{Answer, AttachmentPolicy, Contributors, Name};
use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::fields::{Fields, one_of};
use super::{and_all, titled};
use crate::rule::is_always_required;
use crate::shape::{closed, email, simple, takes_files, takes_links, telephone};

/// Who fills in sections: the record that says it, or the usual particulars, and the sections that ask for it.
pub(super) type Kinds<'a> = IndexMap<Option<&'a Name>, Vec<&'a Name>>;

impl<'a> Fields<'_, 'a> {
    /// The properties of a reply in the order of the form, and those that are always there. `rules` are those across answers.
    pub(super) fn frame(&self, rules: Vec<Value>) -> (Map<String, Value>, Vec<&'static str>) {
        let release = &self.labels.instrument;
        let languages = self.labels.languages.iter().map(|(tag, name)| (tag.clone(), name.clone()));
        let mut language = one_of(languages);
        if let Value::Object(schema) = &mut language {
            schema.insert("default".to_owned(), self.labels.language.clone().into());
        }
        let always = [
            ("instrument", json!({ "type": "string", "enum": [release], "default": release, "readOnly": true })),
            ("respondent", self.respondent()),
            ("as_at", json!({ "type": "string", "format": "date" })),
            ("language", language),
            ("round", json!({ "type": "integer", "minimum": 1, "maximum": u32::MAX })),
            ("answers", and_all(self.answers(), rules)),
        ];
        let required = always.each_ref().map(|(key, _)| *key).to_vec();
        let sometimes = [
            ("contributors", self.contributors()),
            ("comments", self.comments()),
            ("attachments", self.given_with(takes_files, &self.file())),
            ("links", self.given_with(takes_links, &simple(&Answer::Link))),
        ];
        let sometimes = sometimes.into_iter().filter_map(|(key, schema)| Some((key, schema?)));
        let all = always.into_iter().chain(sometimes);
        (all.map(|(key, schema)| (key.to_owned(), titled(self.word(key), None, schema))).collect(), required)
    }

    fn answers(&self) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for asked in self.context.questions() {
            let question = asked.question;
            properties.insert(question.id.to_string(), self.question(question));
            self.words_of_other(&question.id, &question.answer, &mut properties);
            if is_always_required(asked) {
                required.push(question.id.as_str());
            }
        }
        closed(properties, &required)
    }

    fn respondent(&self) -> Value {
        let instrument = self.context.instrument;
        let classes = self.labels.respondents.iter().map(|(id, label)| (id.clone(), label.clone()));
        let help = self.word("respondent_name_help").to_owned();
        let name = titled(self.word("respondent_name"), Some(&help), json!({ "type": "string", "minLength": 1 }));
        let mut properties = Map::from_iter([
            ("class".to_owned(), titled(self.word("class"), None, one_of(classes))),
            ("name".to_owned(), name),
        ]);
        for (key, record) in [("contact", &instrument.contact), ("sign_off", &instrument.sign_off)] {
            if let Some(record) = record {
                properties.insert(key.to_owned(), titled(self.word(key), None, self.record(record)));
            }
        }
        closed(properties, &["class", "name"])
    }

    /// Who fills in which sections, by what is asked of them.
    pub(super) fn contributor_kinds(&self) -> Kinds<'a> {
        let mut kinds = Kinds::new();
        for section in self.context.instrument.sections() {
            match &section.contributors {
                Contributors::Off => {}
                Contributors::On => kinds.entry(None).or_default().push(&section.id),
                Contributors::Record(record) => kinds.entry(Some(record)).or_default().push(&section.id),
            }
        }
        kinds
    }

    fn contributors(&self) -> Option<Value> {
        let kinds = self.contributor_kinds();
        let sections = kinds.values().flatten().map(|id| (id.to_string(), self.section(id).to_owned()));
        let section = titled(self.word("section"), None, one_of(sections));
        let mut shapes: Vec<(Vec<&Name>, Value)> =
            kinds.iter().map(|(kind, sections)| (sections.clone(), self.person(*kind))).collect();
        let titled_person = |person: Value| titled(self.word("person"), None, person);
        let mut properties = Map::from_iter([("section".to_owned(), section)]);
        let entry = if shapes.len() > 1 {
            properties.insert("person".to_owned(), titled_person(json!({ "type": "object" })));
            let rules = shapes.into_iter().map(|(sections, person)| of_sections(&sections, &titled_person(person)));
            let rules = rules.collect();
            and_all(closed(properties, &["section", "person"]), rules)
        } else {
            properties.insert("person".to_owned(), titled_person(shapes.pop()?.1));
            closed(properties, &["section", "person"])
        };
        Some(json!({ "type": "array", "items": entry }))
    }

    pub(super) fn section(&self, id: &Name) -> &str {
        self.labels.sections.get(id.as_str()).map_or("", String::as_str)
    }

    fn person(&self, record: Option<&Name>) -> Value {
        if let Some(record) = record {
            return self.record(record);
        }
        let parts = [
            ("name", json!({ "type": "string", "minLength": 1 })),
            ("body", json!({ "type": "string", "minLength": 1 })),
            ("telephone", telephone()),
            ("email", email()),
        ];
        let word = |key| self.word(if key == "name" { "person_name" } else { key });
        let parts = parts.into_iter().map(|(key, schema)| (key.to_owned(), titled(word(key), None, schema)));
        let mut person = closed(parts.collect(), &[]);
        if let Value::Object(schema) = &mut person {
            schema.insert("minProperties".to_owned(), json!(1));
        }
        person
    }

    fn comments(&self) -> Option<Value> {
        let questions = self.context.questions().filter(|asked| asked.question.comment);
        let mut properties: Map<String, Value> = questions
            .map(|asked| {
                let id = &asked.question.id;
                (id.to_string(), titled(self.wording(id), None, json!({ "type": "string" })))
            })
            .collect();
        if self.context.instrument.comments {
            let words = titled(self.word("instrument_comments"), None, json!({ "type": "string" }));
            properties.insert("instrument".to_owned(), words);
        }
        if properties.is_empty() { None } else { Some(closed(properties, &[])) }
    }

    /// Lists of `item` by the questions whose policy allows it.
    fn given_with(&self, is_allowed: fn(AttachmentPolicy) -> bool, item: &Value) -> Option<Value> {
        let questions = self.context.questions().filter(|asked| is_allowed(asked.question.attachments));
        let list = |id: &Name| titled(self.wording(id), None, json!({ "type": "array", "items": item }));
        let properties: Map<String, Value> =
            questions.map(|asked| (asked.question.id.to_string(), list(&asked.question.id))).collect();
        if properties.is_empty() { None } else { Some(closed(properties, &[])) }
    }
}

/// Who fills in one of `sections` is told by `person`.
fn of_sections(sections: &[&Name], person: &Value) -> Value {
    let sections: Vec<&str> = sections.iter().map(|id| id.as_str()).collect();
    json!({
        "if": { "type": "object", "properties": { "section": { "enum": sections } }, "required": ["section"] },
        "then": { "type": "object", "properties": { "person": person } }
    })
}
