//! Who replies, and who filled in which section.

use enquire_model::{AttachmentPolicy, Contributors, Name};
use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::{Shapes, closed, described, not_empty, word};
use crate::names::pascal;
use crate::plain;

impl Shapes<'_, '_> {
    /// The respondent: class, name, and the contact and signature if the instrument asks for them.
    pub(crate) fn respondent(&mut self) -> Value {
        let instrument = self.context.instrument;
        let classes: Vec<&str> = instrument.respondents.iter().map(|class| class.id.as_str()).collect();
        let class = self.fixed("RespondentClass", json!({ "type": "string", "enum": classes }));
        let name = "A Member State's ISO 3166-1 alpha-3 code, or the name of an organization";
        let mut properties = Map::from_iter([
            ("class".to_owned(), class),
            ("name".to_owned(), json!({ "description": name, "type": "string", "minLength": 1 })),
        ]);
        for (key, record) in [("contact", &instrument.contact), ("sign_off", &instrument.sign_off)] {
            if let Some(record) = record {
                let shape = self.record(record.as_str());
                properties.insert(key.to_owned(), shape);
            }
        }
        self.fixed("Respondent", closed(properties, &["class", "name"]))
    }

    /// Who filled in which section, if any section asks: one type for each record that is asked for.
    pub(crate) fn contributors(&mut self) -> Option<Value> {
        let mut kinds: IndexMap<Option<&Name>, Vec<&str>> = IndexMap::new();
        for section in self.context.instrument.sections() {
            let person = match &section.contributors {
                Contributors::Off => continue,
                Contributors::On => None,
                Contributors::Record(record) => Some(record),
            };
            kinds.entry(person).or_default().push(section.id.as_str());
        }
        let mut shapes: Vec<Value> =
            kinds.iter().map(|(person, sections)| self.contributor(*person, sections)).collect();
        let items = if shapes.len() > 1 { json!({ "oneOf": shapes }) } else { shapes.pop()? };
        Some(json!({ "type": "array", "items": items }))
    }

    fn contributor(&mut self, person: Option<&Name>, sections: &[&str]) -> Value {
        let (name, shape) = match person {
            None => ("Contributor".to_owned(), self.person()),
            Some(record) => (format!("{}Contributor", pascal(record.as_str())), self.record(record.as_str())),
        };
        let section = json!({ "type": "string", "enum": sections });
        let section = self.fixed(&format!("{name}Section"), section);
        let properties = Map::from_iter([("section".to_owned(), section), ("person".to_owned(), shape)]);
        self.fixed(&name, closed(properties, &["section", "person"]))
    }

    /// A person, where the author gives no record of their own.
    fn person(&mut self) -> Value {
        let words = || json!({ "type": "string", "minLength": 1 });
        let properties = Map::from_iter([
            ("name".to_owned(), words()),
            ("body".to_owned(), words()),
            ("telephone".to_owned(), super::word::telephone()),
            ("email".to_owned(), super::word::email()),
        ]);
        self.fixed("Person", not_empty(closed(properties, &[])))
    }

    /// Comments by question, and on the instrument.
    pub(crate) fn comments(&mut self) -> Option<Value> {
        let instrument = self.context.instrument;
        let mut properties: Map<String, Value> = self
            .context
            .questions()
            .filter(|asked| asked.question.comment)
            .map(|asked| (asked.question.id.to_string(), json!({ "type": "string" })))
            .collect();
        if instrument.comments {
            let words = described(&plain::line(instrument, &instrument.title), json!({ "type": "string" }));
            properties.insert("instrument".to_owned(), words);
        }
        if properties.is_empty() { None } else { Some(self.fixed("Comments", closed(properties, &[]))) }
    }

    /// Files by question.
    pub(crate) fn attachments(&mut self) -> Option<Value> {
        self.given_with("Attachments", takes_files, Self::file)
    }

    /// Links by question, instead of files or beside them.
    pub(crate) fn links(&mut self) -> Option<Value> {
        self.given_with("Links", takes_links, |_| word::link())
    }

    /// Lists of what `item` makes, by the questions whose policy allows it.
    fn given_with(
        &mut self,
        name: &str,
        is_allowed: fn(AttachmentPolicy) -> bool,
        item: fn(&mut Self) -> Value,
    ) -> Option<Value> {
        let context = self.context;
        let mut properties = Map::new();
        for asked in context.questions().filter(|asked| is_allowed(asked.question.attachments)) {
            properties.insert(asked.question.id.to_string(), json!({ "type": "array", "items": item(self) }));
        }
        if properties.is_empty() { None } else { Some(self.fixed(name, closed(properties, &[]))) }
    }
}

/// Whether files may come with an answer.
pub(crate) fn takes_files(policy: AttachmentPolicy) -> bool {
    match policy {
        AttachmentPolicy::Required | AttachmentPolicy::Allowed => true,
        AttachmentPolicy::LinkOnly | AttachmentPolicy::Forbidden => false,
    }
}

/// Whether links may come with an answer.
pub(crate) fn takes_links(policy: AttachmentPolicy) -> bool {
    match policy {
        AttachmentPolicy::Required | AttachmentPolicy::Allowed | AttachmentPolicy::LinkOnly => true,
        AttachmentPolicy::Forbidden => false,
    }
}
