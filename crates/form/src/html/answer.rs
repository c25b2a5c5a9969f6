//! Rooms for answers: which one it is, and its cards and fields.

use maud::{Markup, html};

use super::input::Named;
use super::{Html, element, maybe};
use crate::document::{AnswerBox, Entry, Field, InputKind};

impl Html<'_> {
    pub(crate) fn answer(self, answer: &AnswerBox, named: &Named) -> Markup {
        match answer {
            AnswerBox::Choices(choices) => self.choices(choices, ""),
            AnswerBox::Ranking(places) => self.ranking(places),
            AnswerBox::Input(input) => self.input(input, named),
            AnswerBox::Fields(fields) => html! { div.card { (self.fields(fields)) } },
            AnswerBox::Entries(entries) => html! { @for entry in entries { (self.entry(entry)) } },
            AnswerBox::Table(table) => self.table(table),
        }
    }

    /// `suffix` keeps the ids of boxes apart that share a key.
    pub(crate) fn fields(self, fields: &[Field]) -> Markup {
        html! {
            div.fields {
                @for (index, (field, wide)) in fields.iter().zip(widths(fields)).enumerate() {
                    (self.field(field, index, wide))
                }
            }
        }
    }

    fn field(self, field: &Field, index: usize, wide: bool) -> Markup {
        let key = key_of(&field.answer).unwrap_or_default();
        let id = format!("{}-{index}-label", element(key));
        let single = matches!(&field.answer, AnswerBox::Input(input) if input.kind.is_single());
        html! {
            div class={ "field" @if wide { " wide" } } role=[(!single).then_some("group")] aria-labelledby=[(!single).then_some(&id)] {
                p.label id=(id) {
                    (self.line(&field.label))
                    (maybe(field.required.as_ref(), |line| html! { " " span.required { "(" (self.line(line)) ")" } }))
                }
                div.blank-space {
                    (self.answer(&field.answer, &Named::by(&id)))
                    (maybe(field.guidance.as_ref(), |prose| html! { div.guidance { (self.prose(prose)) } }))
                }
            }
        }
    }

    fn entry(self, entry: &Entry) -> Markup {
        let first = entry.fields.first().and_then(|field| key_of(&field.answer)).unwrap_or_default();
        let id = format!("{}-entry", element(first));
        html! {
            div.card role="group" aria-labelledby=(id) {
                p.title id=(id) { (self.line(&entry.title)) }
                (self.fields(&entry.fields))
            }
        }
    }
}

/// Which fields take the whole width of a card: those that need it, and those that would stand alone in half of it.
fn widths(fields: &[Field]) -> Vec<bool> {
    let mut widths: Vec<bool> = fields.iter().map(|field| is_wide(&field.answer)).collect();
    for run in widths.chunk_by_mut(|left, right| left == right) {
        let odd = run.len() % 2 == 1;
        if let Some(last) = run.last_mut().filter(|wide| !**wide) {
            *last = odd;
        }
    }
    widths
}

/// Whether a blank needs the whole width of a card.
fn is_wide(answer: &AnswerBox) -> bool {
    match answer {
        AnswerBox::Input(input) => match &input.kind {
            InputKind::Lines(_) | InputKind::Period | InputKind::Amount(_) => true,
            InputKind::Line { most, .. } => most.is_some_and(|most| most > 150),
            InputKind::Number { .. } | InputKind::Day | InputKind::Year | InputKind::Pick(_) => false,
        },
        AnswerBox::Choices(choices) => choices.groups.iter().map(|group| group.options.len()).sum::<usize>() > 4,
        AnswerBox::Ranking(_) | AnswerBox::Fields(_) | AnswerBox::Entries(_) | AnswerBox::Table(_) => true,
    }
}

/// The key of the first blank of a room, from which the ids of its labels are made.
pub(crate) fn key_of(answer: &AnswerBox) -> Option<&str> {
    match answer {
        AnswerBox::Choices(choices) => Some(&choices.key),
        AnswerBox::Ranking(places) => places.first().map(|place| place.key.as_str()),
        AnswerBox::Input(input) => Some(&input.key),
        AnswerBox::Fields(fields) => fields.first().and_then(|field| key_of(&field.answer)),
        AnswerBox::Entries(entries) => entries.first()?.fields.first().and_then(|field| key_of(&field.answer)),
        AnswerBox::Table(table) => Some(&table.anchor),
    }
}
