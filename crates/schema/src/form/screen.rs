//! The UI schema: sections as categories, questions with their conditions, and what belongs to them.

use enquire_model::{Answer, Asked, AttachmentPolicy, Expression, Item, Name, Question, Requirement, Section};
use serde_json::{Value, json};

use super::controls::{
    self, ANSWERS, Controlled, below, control, group, hidden_when, long, shown_when, text, with_option,
};
use super::fields::{Fields, is_choice};
use super::rules::{Rules, answers_only};
use super::variants::Variants;
use crate::condition::{Bound, Conditions};
use crate::predicate::Predicate;
use crate::rule::is_always_required;
use crate::shape::{takes_files, takes_links};

/// Makes the UI schema of one instrument.
pub(super) struct Screen<'s, 'a> {
    fields: &'s Fields<'s, 'a>,
    rules: &'s Rules,
    variants: &'s mut Variants,
    /// The conditions that stand above what is being written.
    conditions: Vec<&'a Expression>,
    /// How many notes have been written.
    notes: usize,
}

impl<'s, 'a> Screen<'s, 'a> {
    pub(super) fn new(fields: &'s Fields<'s, 'a>, rules: &'s Rules, variants: &'s mut Variants) -> Self {
        Self { fields, rules, variants, conditions: Vec::new(), notes: 0 }
    }

    /// Everything: who replies, section by section, comments and files.
    pub(super) fn whole(mut self) -> Value {
        let instrument = self.fields.context.instrument;
        let mut categories = vec![self.about()];
        self.categories(&instrument.items, &mut categories);
        let closing = self.closing();
        if !closing.is_empty() {
            categories.push(category(self.fields.word("closing"), &closing));
        }
        json!({ "type": "Categorization", "elements": categories })
    }

    fn about(&self) -> Value {
        let fields = self.fields;
        let instrument = fields.context.instrument;
        let mut elements: Vec<Value> = fields.labels.guidance.iter().map(|words| text(words)).collect();
        let name = with_option(part("respondent/properties/name"), "showUnfocusedDescription", json!(true));
        elements.extend([part("respondent/properties/class"), name, part("as_at"), part("language"), part("round")]);
        for (key, record) in [("contact", &instrument.contact), ("sign_off", &instrument.sign_off)] {
            if let Some(record) = record.as_ref().and_then(|record| fields.context.record(record.as_str())) {
                let scope = format!("#/properties/respondent/properties/{key}");
                elements.push(group(fields.word(key), &fields.of_record(&scope, record)));
            }
        }
        elements.extend(self.contributors());
        category(fields.word("about"), &elements)
    }

    /// Who filled in which section.
    fn contributors(&self) -> Option<Value> {
        let kinds = self.fields.contributor_kinds();
        let several = kinds.len() > 1;
        let mut detail = vec![control("#/properties/section")];
        for (number, (record, sections)) in kinds.iter().enumerate() {
            let person = if several {
                format!("#/allOf/{number}/then/properties/person")
            } else {
                "#/properties/person".to_owned()
            };
            let record = record.and_then(|record| self.fields.context.record(record.as_str()));
            let usual =
                || ["name", "body", "telephone", "email"].map(|key| control(&format!("{person}/properties/{key}")));
            let parts = record.map_or_else(|| usual().to_vec(), |record| self.fields.of_record(&person, record));
            let sections: Vec<&str> = sections.iter().map(|id| id.as_str()).collect();
            let parts = group(self.fields.word("person"), &parts);
            let shown = json!({ "enum": sections });
            detail.push(if several { shown_when(parts, "#/properties/section", &shown) } else { parts });
        }
        let list = with_label(part("contributors"), self.fields.word("contributors"));
        (!kinds.is_empty()).then(|| with_option(list, "detail", below(&detail)))
    }

    /// The sections of `items` as categories; what stands outside of sections is gathered in categories of its own.
    fn categories(&mut self, items: &'a [Item], found: &mut Vec<Value>) {
        let mut loose = Vec::new();
        for item in items {
            match item {
                Item::Section(section) => {
                    self.close(&mut loose, found);
                    let elements = self.section(section);
                    let words = self.fields.section(&section.id).to_owned();
                    found.push(self.under_conditions(category(&words, &elements)));
                }
                Item::When(when) if has_section(&when.items) => {
                    self.close(&mut loose, found);
                    self.conditions.push(&when.condition);
                    self.categories(&when.items, found);
                    self.conditions.pop();
                }
                Item::When(_) | Item::Question(_) | Item::Note(_) | Item::Computed(_) | Item::Check(_) => {
                    self.item(item, &mut loose);
                }
            }
        }
        self.close(&mut loose, found);
    }

    fn close(&self, loose: &mut Vec<Value>, found: &mut Vec<Value>) {
        if !loose.is_empty() {
            found.push(category(self.fields.word("questions"), &std::mem::take(loose)));
        }
    }

    fn section(&mut self, section: &'a Section) -> Vec<Value> {
        let help = self.fields.labels.help.sections.get(section.id.as_str());
        let mut elements: Vec<Value> = help.map(|words| text(words)).into_iter().collect();
        self.items(&section.items, &mut elements);
        elements
    }

    fn items(&mut self, items: &'a [Item], elements: &mut Vec<Value>) {
        for item in items {
            self.item(item, elements);
        }
    }

    fn item(&mut self, item: &'a Item, elements: &mut Vec<Value>) {
        match item {
            Item::Section(section) => {
                let inner = self.section(section);
                let inner = group(self.fields.section(&section.id), &inner);
                elements.push(self.under_conditions(inner));
            }
            Item::Question(question) => {
                if let Some(asked) = self.fields.context.question(question.id.as_str()).cloned() {
                    elements.push(self.question(&asked));
                }
                let outer = self.conditions.len();
                self.conditions.extend(&question.when);
                self.items(&question.items, elements);
                self.conditions.truncate(outer);
            }
            Item::When(when) => {
                self.conditions.push(&when.condition);
                self.items(&when.items, elements);
                self.conditions.pop();
            }
            Item::Note(_) => {
                let words = self.fields.labels.notes.get(self.notes);
                self.notes += 1;
                elements.extend(words.map(|words| self.under_conditions(text(words))));
            }
            Item::Computed(_) | Item::Check(_) => {}
        }
    }

    /// `element`, shown when the conditions above it hold.
    fn under_conditions(&self, element: Value) -> Value {
        let mut conditions = Conditions::new(self.fields.context);
        shown(element, &conditions.hold(&self.conditions, Bound::Possibly))
    }

    /// A question with all that belongs to it.
    fn question(&mut self, asked: &Asked<'a>) -> Value {
        let question = asked.question;
        let (id, scope) = (&question.id, of_answer(&question.id));
        let mut elements = self.answer(asked, &scope);
        if !question.nonresponses.is_empty() && !is_choice(&question.answer) {
            let codes: Vec<&str> = question.nonresponses.iter().map(Name::as_str).collect();
            let instead = self.fields.instead(question);
            let instead = control(&self.variants.add(id.as_str(), instead, false));
            elements = vec![
                hidden_when(below(&elements), &scope, &json!({ "enum": codes })),
                hidden_when(instead, &scope, &json!({ "not": { "enum": codes } })),
            ];
        }
        elements.extend(controls::words_of_other(ANSWERS, id, &scope, &question.answer));
        elements.extend(self.fields.labels.help.examples.get(id.as_str()).map(|words| text(words)));
        if question.comment {
            let comment = long(control(&format!("#/properties/comments/properties/{id}")));
            elements.push(with_label(comment, self.fields.word("comment")));
        }
        let mut conditions = Conditions::new(self.fields.context);
        let asked = conditions.asked(id.as_str(), Bound::Possibly);
        shown(with_option(below(&elements), "question", id.as_str().into()), &asked)
    }

    /// The controls of an answer: one, or one for each way in which it may be required or limited.
    fn answer(&mut self, asked: &Asked<'a>, scope: &str) -> Vec<Value> {
        let question = asked.question;
        let mut conditions = Conditions::new(self.fields.context);
        match &question.required {
            Requirement::Never => self.cascade(question, scope, false),
            Requirement::Always if is_always_required(asked) => self.cascade(question, scope, true),
            Requirement::Always => self.variant(question, scope, true),
            Requirement::When(condition) => {
                let expected = answers_only(&conditions.hold(&[condition], Bound::Surely)).to_schema();
                let required = self.variant(question, scope, true);
                let free = self.variant(question, scope, false);
                let required = shown_when(below(&required), ANSWERS, &expected);
                vec![required, hidden_when(below(&free), ANSWERS, &expected)]
            }
        }
    }

    /// The controls of an answer that is required, or not, otherwise than the schema says at `scope`.
    fn variant(&mut self, question: &'a Question, scope: &str, required: bool) -> Vec<Value> {
        if !required || self.rules.cascades.contains_key(question.id.as_str()) {
            return self.cascade(question, scope, required);
        }
        let at = if points_to_parts(&question.answer) {
            scope.to_owned()
        } else {
            self.variants.add(question.id.as_str(), self.fields.value(question), true)
        };
        vec![self.control(question, &at, required)]
    }

    /// The controls of an answer: one for each set of options that an earlier answer leaves, and one for all options.
    fn cascade(&mut self, question: &'a Question, scope: &str, required: bool) -> Vec<Value> {
        let whole = self.whole_answer(question, scope, required);
        let Some(offers) = self.rules.cascades.get(question.id.as_str()) else { return vec![whole] };
        if !question.nonresponses.is_empty() && !is_choice(&question.answer) {
            return vec![whole];
        }
        let codes: Vec<&str> = offers.iter().map(|offer| offer.code.as_str()).collect();
        let parent = offers.first().map(|offer| format!("{ANSWERS}/properties/{}", offer.parent)).unwrap_or_default();
        let limited = offers.iter().map(|offer| {
            let at = format!("{ANSWERS}/allOf/{}/then/properties/{}", offer.at, question.id);
            shown_when(self.control(question, &at, required), &parent, &json!({ "enum": [offer.code] }))
        });
        let mut all: Vec<Value> = limited.collect();
        all.push(hidden_when(whole, &parent, &json!({ "enum": codes })));
        all
    }

    /// The control of an answer with all its options.
    fn whole_answer(&mut self, question: &'a Question, scope: &str, required: bool) -> Value {
        let apart = !question.nonresponses.is_empty() && !is_choice(&question.answer);
        let at = match (apart, points_to_parts(&question.answer)) {
            (false, _) => scope.to_owned(),
            (true, true) => format!("{scope}/anyOf/0"),
            (true, false) => self.variants.add(question.id.as_str(), self.fields.value(question), required),
        };
        self.control(question, &at, required)
    }

    fn control(&self, question: &'a Question, scope: &str, required: bool) -> Value {
        self.fields.controls(&Controlled {
            scope,
            label: self.fields.wording(&question.id),
            help: self.fields.guidance(&question.id),
            required,
            answer: &question.answer,
            question: Some(&question.id),
        })
    }

    /// Comments on the instrument, and files and links for the answers that may have some.
    fn closing(&self) -> Vec<Value> {
        let context = self.fields.context;
        let mut elements = Vec::new();
        if context.instrument.comments {
            elements.push(long(control("#/properties/comments/properties/instrument")));
        }
        let file = below(&["name", "media_type", "size", "sha256"].map(|key| control(&format!("#/properties/{key}"))));
        for (key, is_allowed, detail) in
            [("attachments", takes_files as fn(AttachmentPolicy) -> bool, Some(&file)), ("links", takes_links, None)]
        {
            let given = self.given_with(key, is_allowed, detail);
            if !given.is_empty() {
                elements.push(group(self.fields.word(key), &given));
            }
        }
        elements
    }

    /// Lists at `key`, one for each question whose policy allows it, while that question is asked.
    fn given_with(&self, key: &str, is_allowed: fn(AttachmentPolicy) -> bool, detail: Option<&Value>) -> Vec<Value> {
        let context = self.fields.context;
        let questions = context.questions().filter(|asked| is_allowed(asked.question.attachments));
        let list = |asked: &Asked| {
            let id = &asked.question.id;
            let list = with_label(control(&format!("#/properties/{key}/properties/{id}")), self.fields.wording(id));
            let list = match detail {
                Some(detail) => with_option(list, "detail", detail.clone()),
                None => list,
            };
            shown(below(&[list]), &Conditions::new(context).asked(id.as_str(), Bound::Possibly))
        };
        questions.map(list).collect()
    }
}

fn category(label: &str, elements: &[Value]) -> Value {
    json!({ "type": "Category", "label": label, "elements": elements })
}

fn part(path: &str) -> Value {
    control(&format!("#/properties/{path}"))
}

fn of_answer(id: &Name) -> String {
    format!("{ANSWERS}/properties/{id}")
}

fn with_label(mut control: Value, label: &str) -> Value {
    if let Value::Object(keys) = &mut control {
        keys.insert("label".to_owned(), label.into());
    }
    control
}

/// `element`, shown when `test` of the reply holds.
fn shown(element: Value, test: &Predicate) -> Value {
    if *test == Predicate::Always {
        return element;
    }
    shown_when(element, ANSWERS, &answers_only(test).to_schema())
}

fn has_section(items: &[Item]) -> bool {
    items.iter().any(|item| match item {
        Item::Section(_) => true,
        Item::When(when) => has_section(&when.items),
        Item::Question(_) | Item::Note(_) | Item::Computed(_) | Item::Check(_) => false,
    })
}

/// Whether the controls of an answer point to its parts, never to itself.
fn points_to_parts(answer: &Answer) -> bool {
    match answer {
        Answer::Amount { .. } | Answer::Period { .. } | Answer::File | Answer::Record { .. } | Answer::Table(_) => true,
        Answer::YesNo
        | Answer::OneOf(_)
        | Answer::ManyOf(_)
        | Answer::Ranking(_)
        | Answer::Text { .. }
        | Answer::Prose { .. }
        | Answer::Integer(_)
        | Answer::Decimal(_)
        | Answer::Percent(_)
        | Answer::Quantity { .. }
        | Answer::Date { .. }
        | Answer::Year { .. }
        | Answer::Country
        | Answer::Language
        | Answer::Email
        | Answer::Telephone
        | Answer::Link
        | Answer::List { .. } => false,
    }
}
