//! The room for an answer, by its kind.

use enquire_model::{Answer, Limits};

use super::{Builder, keys};
use crate::document::{AnswerBox, Content, Field, Input, InputKind, Line, Prose, Width};

/// What a room for an answer is made for.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    /// Where in the reply the answer goes.
    pub(crate) key: String,
    /// What the blank is called where no words stand beside it.
    pub(crate) label: Line,
}

impl Wanted {
    pub(crate) fn new(key: impl Into<String>, label: impl Into<Line>) -> Self {
        Self { key: key.into(), label: label.into() }
    }

    /// A blank of this kind.
    pub(crate) fn input(self, kind: InputKind, hint: Option<Line>) -> Input {
        Input { key: self.key, label: self.label, kind, hint }
    }
}

impl<'a> Builder<'a> {
    /// The room for an answer under a question or in a card.
    pub(crate) fn answer_box(&mut self, answer: &'a Answer, wanted: Wanted) -> AnswerBox {
        match answer {
            Answer::YesNo => self.yes_no(wanted.key),
            Answer::OneOf(selection) => self.one_of(selection, wanted.key),
            Answer::ManyOf(selection) => self.many_of(selection, wanted.key),
            Answer::Ranking(selection) => self.ranking(selection, &wanted.key),
            Answer::Record { record } => AnswerBox::Fields(self.fields(record.as_str(), &wanted.key)),
            Answer::List { record, count, .. } => self.entries(record.as_str(), *count, &wanted),
            Answer::Table(table) => AnswerBox::Table(self.table(table, &wanted)),
            Answer::Text { .. }
            | Answer::Prose { .. }
            | Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Percent(_)
            | Answer::Amount { .. }
            | Answer::Quantity { .. }
            | Answer::Date { .. }
            | Answer::Year { .. }
            | Answer::Period { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link
            | Answer::File => {
                let hint = self.hint(answer);
                AnswerBox::Input(wanted.input(self.input_kind(answer), hint))
            }
        }
    }

    /// The blanks of a record.
    pub(crate) fn fields(&mut self, record: &str, key: &str) -> Vec<Field> {
        let record = self.instrument.records.get(record);
        let fields = record.map(|record| record.fields.as_slice()).unwrap_or_default();
        fields
            .iter()
            .map(|field| {
                let label = self.texts.line(&field.label);
                let guidance: Option<Prose> = field.guidance.as_ref().map(|text| self.texts.prose(text));
                let wanted = Wanted::new(keys::below(key, field.id.as_str()), label.clone());
                let answer = self.answer_box(&field.answer, wanted);
                // The label of a field says what belongs there.
                let answer = if is_named(&field.answer) { without_hint(answer) } else { answer };
                let required = field.required.then(|| self.words.field_required());
                Field { label, required, guidance, answer }
            })
            .collect()
    }

    /// What can be written into the blank of an answer that is given in one blank.
    pub(crate) fn input_kind(&self, answer: &Answer) -> InputKind {
        match answer {
            Answer::Prose { most_words } => InputKind::Lines(lines_for(*most_words)),
            Answer::Integer(limits) => number_kind(limits, 0, None),
            Answer::Decimal(limits) => number_kind(limits, limits.places, None),
            Answer::Percent(limits) => number_kind(limits, limits.places, Some(self.words.per_cent())),
            Answer::Quantity { unit, limits } => number_kind(limits, limits.places, Some(unit.as_str().into())),
            Answer::Amount { currencies, .. } => {
                InputKind::Amount(currencies.iter().map(|code| code.to_uppercase()).collect())
            }
            Answer::Date { .. } => InputKind::Day,
            Answer::Year { .. } => InputKind::Year,
            Answer::Period { .. } => InputKind::Period,
            Answer::Text { most_characters, .. } => {
                line_kind(Content::Words, width_for(*most_characters), *most_characters)
            }
            Answer::Country | Answer::Language | Answer::File => line_kind(Content::Words, Width::Medium, None),
            Answer::Email => line_kind(Content::Email, Width::Medium, None),
            Answer::Telephone => line_kind(Content::Telephone, Width::Medium, None),
            Answer::Link => line_kind(Content::Link, Width::Full, None),
            Answer::YesNo
            | Answer::OneOf(_)
            | Answer::ManyOf(_)
            | Answer::Ranking(_)
            | Answer::Record { .. }
            | Answer::List { .. }
            | Answer::Table(_) => line_kind(Content::Words, Width::Full, None),
        }
    }
}

/// Whether an answer is usually called by what it is, such as an e-mail address.
fn is_named(answer: &Answer) -> bool {
    matches!(answer, Answer::Country | Answer::Language | Answer::Email | Answer::Telephone | Answer::Link)
}

/// The same room, for a place where its hint is said otherwise or not needed.
pub(crate) fn without_hint(answer: AnswerBox) -> AnswerBox {
    if let AnswerBox::Input(input) = answer { AnswerBox::Input(Input { hint: None, ..input }) } else { answer }
}

/// A line of this content and width.
pub(crate) fn line_kind(content: Content, width: Width, most: Option<u32>) -> InputKind {
    InputKind::Line { content, width, most }
}

fn number_kind(limits: &Limits, places: u32, unit: Option<Line>) -> InputKind {
    let bound = |value: Option<enquire_model::Decimal>| value.map(|value| value.normalize().to_string());
    InputKind::Number { from: bound(limits.from), to: bound(limits.to), places, unit }
}

/// Lines on paper for so many words: room for an answer in a clear hand, and never more than most of a page.
fn lines_for(most_words: Option<u32>) -> u32 {
    most_words.map_or(8, |words| words.div_ceil(20).clamp(3, 20))
}

fn width_for(most_characters: Option<u32>) -> Width {
    match most_characters {
        Some(0..=12) => Width::Short,
        Some(13..=40) => Width::Medium,
        Some(_) | None => Width::Full,
    }
}
