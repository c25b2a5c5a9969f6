//! Who replies, who filled in a section, and who signs.

use enquire_model::{Contributors, Section};

use super::answer::{Wanted, line_kind};
use super::choices::tick;
use super::{Builder, keys};
use crate::document::{AnswerBox, Choices, Content, Field, Input, InputKind, Line, Offered, Panel, Shape, Width};

impl Builder<'_> {
    /// Who replies, and for which day the reply speaks.
    pub(crate) fn replier(&self) -> Panel {
        let words = self.words;
        let respondents = &self.instrument.respondents;
        let state_only = respondents.iter().all(|class| class.id.as_str().ends_with("_states"));
        let organization_only = respondents.iter().all(|class| class.id.as_str().ends_with("organizations"));
        let label = if state_only {
            words.respondent_state()
        } else if organization_only {
            words.respondent_organization()
        } else {
            words.respondent_any()
        };
        let mut fields = Vec::new();
        fields.push(line_field(keys::respondent("name"), label, Content::Words));
        if respondents.len() > 1 {
            fields.push(self.classes());
        }
        let as_at = Wanted::new("as_at", words.reply_as_at()).input(InputKind::Day, None);
        fields.push(field(words.reply_as_at(), as_at));
        Panel { title: words.who_replies(), anchor: "form-who-replies".to_owned(), guidance: None, fields }
    }

    /// Who is responsible for the reply.
    pub(crate) fn contact(&mut self) -> Option<Panel> {
        let record = self.instrument.contact.as_ref()?;
        Some(Panel {
            title: self.title(record.as_str(), self.words.contact()),
            anchor: "form-contact".to_owned(),
            guidance: Some(self.words.contact_guidance()),
            fields: self.fields(record.as_str(), &keys::respondent("contact")),
        })
    }

    /// Who signs the reply.
    pub(crate) fn sign_off(&mut self) -> Option<Panel> {
        let record = self.instrument.sign_off.as_ref()?;
        let mut fields = self.fields(record.as_str(), &keys::respondent("sign_off"));
        let signature = Wanted::new("signature", self.words.signature()).input(InputKind::Lines(2), None);
        fields.push(field(self.words.signature(), signature));
        Some(Panel {
            title: self.title(record.as_str(), self.words.sign_off()),
            anchor: "form-sign-off".to_owned(),
            guidance: None,
            fields,
        })
    }

    /// Who filled in a section.
    pub(crate) fn contributors(&mut self, section: &Section) -> Option<Panel> {
        let id = section.id.as_str();
        let key = keys::contributor(id);
        let fields = match &section.contributors {
            Contributors::Off => return None,
            Contributors::On => self.usual_contributor(&key),
            Contributors::Record(record) => self.fields(record.as_str(), &key),
        };
        Some(Panel {
            title: self.words.contributors(),
            anchor: format!("contributors-{id}"),
            guidance: Some(self.words.contributors_guidance()),
            fields,
        })
    }

    fn usual_contributor(&self, key: &str) -> Vec<Field> {
        let words = self.words;
        vec![
            line_field(keys::below(key, "name"), words.contributor_name(), Content::Words),
            line_field(keys::below(key, "body"), words.contributor_body(), Content::Words),
            line_field(keys::below(key, "telephone"), words.contributor_telephone(), Content::Telephone),
            line_field(keys::below(key, "email"), words.contributor_email(), Content::Email),
        ]
    }

    fn classes(&self) -> Field {
        let options =
            self.instrument.respondents.iter().map(|class| tick(class.id.as_str(), class.label.as_str().into()));
        let groups = vec![Offered { under: None, options: options.collect() }];
        let choices = Choices { key: keys::respondent("class"), shape: Shape::One, groups };
        Field {
            label: self.words.respondent_class(),
            required: None,
            guidance: None,
            answer: AnswerBox::Choices(choices),
        }
    }

    fn title(&self, record: &str, otherwise: Line) -> Line {
        let title = self.instrument.records.get(record).and_then(|record| record.title.as_deref());
        title.map_or(otherwise, Line::from)
    }
}

fn line_field(key: String, label: Line, content: Content) -> Field {
    let input = Wanted::new(key, label.clone()).input(line_kind(content, Width::Full, None), None);
    field(label, input)
}

fn field(label: Line, input: Input) -> Field {
    Field { label, required: None, guidance: None, answer: AnswerBox::Input(input) }
}
