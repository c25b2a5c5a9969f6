//! Room for the entries of a list: rows of a table if their fields are short, cards if not.

use enquire_model::{Answer, Count, Field as ModelField, Record};

use super::answer::Wanted;
use super::{Builder, keys};
use crate::document::{AnswerBox, Cell, Column, Entry, InputKind, Line, Row, Table};

/// How many entries there is room for if nothing says how many there may be.
const ROOM: u32 = 3;
/// The most entries there is room for in rows.
const MOST_ROWS: u32 = 10;
/// How many lines the cards of a list may take together before there are only two of them.
const LINES_OF_CARDS: u32 = 36;
/// How much the fields of a row may weigh together, a year weighing 1 and a line of words 2.
const WIDTH_OF_PAGE: u32 = 9;

impl<'a> Builder<'a> {
    pub(crate) fn entries(&mut self, record: &str, count: Count, wanted: &Wanted) -> AnswerBox {
        let Some(record) = self.instrument.records.get(record) else {
            return AnswerBox::Entries(Vec::new());
        };
        if fits_in_rows(record) {
            AnswerBox::Table(self.entry_rows(record, count, wanted))
        } else {
            let room = 0..room_for(count, self.most_cards(record));
            AnswerBox::Entries(room.map(|index| self.card(record, index, wanted)).collect())
        }
    }

    /// Notes that belong to a list as a whole.
    pub(crate) fn entries_notes(&self, answer: &Answer) -> Vec<Line> {
        let Answer::List { record, key, count } = answer else {
            return Vec::new();
        };
        let Some(record) = self.instrument.records.get(record.as_str()) else {
            return Vec::new();
        };
        let mut notes = Vec::new();
        let expected: Vec<Line> = record
            .fields
            .iter()
            .filter(|field| field.required)
            .map(|field| self.words.quoted(self.plain(&field.label)))
            .collect();
        if fits_in_rows(record) && !expected.is_empty() {
            notes.push(self.words.fields_expected(self.words.all_of(expected)));
        }
        if let Some(key) = key.as_ref().and_then(|key| record.field(key.as_str())) {
            notes.push(self.words.entries_unlike(self.plain(&key.label)));
        }
        let most = if fits_in_rows(record) { MOST_ROWS } else { self.most_cards(record) };
        if count.most.is_none_or(|allowed| allowed > room_for(*count, most)) {
            notes.push(self.words.entries_continue());
        }
        notes
    }

    /// Cards for short entries are more than for long ones, so that a list does not fill page after page.
    fn most_cards(&self, record: &Record) -> u32 {
        let lines = |field: &ModelField| match self.input_kind(&field.answer) {
            InputKind::Lines(lines) => lines,
            InputKind::Line { .. }
            | InputKind::Number { .. }
            | InputKind::Day
            | InputKind::Year
            | InputKind::Period
            | InputKind::Amount(_)
            | InputKind::Pick(_) => {
                let options = field.answer.selection().map_or(0, |selection| self.choices(selection).len());
                u32::try_from(options).unwrap_or(u32::MAX).max(1)
            }
        };
        let lines: u32 = record.fields.iter().map(lines).sum();
        if lines * 3 > LINES_OF_CARDS { 2 } else { 3 }
    }

    fn card(&mut self, record: &'a Record, index: u32, wanted: &Wanted) -> Entry {
        let key = keys::below(&wanted.key, &index.to_string());
        let title = self.words.entry((index + 1).to_string());
        Entry { title, fields: self.fields(record.id.as_str(), &key) }
    }

    fn entry_rows(&mut self, record: &'a Record, count: Count, wanted: &Wanted) -> Table {
        let columns = record.fields.iter().map(|field| Column {
            label: self.texts.line(&field.label),
            guidance: self.cell_guidance(field.guidance.as_ref(), &field.answer),
            figures: false,
        });
        let columns = columns.collect();
        let rows = (0..room_for(count, MOST_ROWS)).map(|index| self.entry_row(record, index, wanted)).collect();
        Table {
            anchor: format!("{}-table", wanted.key.replace('/', "-")),
            caption: None,
            headnote: None,
            stub: self.words.number_of_entry(),
            spanners: Vec::new(),
            columns,
            rows,
            notes: Vec::new(),
            sources: Vec::new(),
        }
    }

    fn entry_row(&mut self, record: &'a Record, index: u32, wanted: &Wanted) -> Row {
        let number = (index + 1).to_string();
        let key = keys::below(&wanted.key, &index.to_string());
        let cells = record.fields.iter().map(|field| {
            let label = self.words.cell(self.words.entry(number.as_str()), self.plain(&field.label));
            let wanted = Wanted::new(keys::below(&key, field.id.as_str()), label);
            Cell::Answer { answer: Box::new(self.cell_box(&field.answer, wanted)), mark: None }
        });
        Row { anchor: None, cells: cells.collect(), head: Cell::Words(number.into()), total: false }
    }
}

/// How many entries there is room for, of those that may be given.
pub(crate) fn room_for(count: Count, most: u32) -> u32 {
    let wanted = count.least.unwrap_or(0).max(ROOM.min(most));
    let allowed = count.most.unwrap_or(wanted);
    if count.most.is_some_and(|allowed| allowed <= most) {
        allowed
    } else {
        wanted.min(allowed).min(most.max(count.least.unwrap_or(0)))
    }
}

fn fits_in_rows(record: &Record) -> bool {
    let weights: Option<Vec<u32>> = record.fields.iter().map(weight).collect();
    record.fields.len() <= 5 && weights.is_some_and(|weights| weights.iter().sum::<u32>() <= WIDTH_OF_PAGE)
}

/// How wide a column for the field has to be; nothing if it does not fit into a row.
fn weight(field: &ModelField) -> Option<u32> {
    match &field.answer {
        Answer::YesNo | Answer::Integer(_) | Answer::Decimal(_) | Answer::Percent(_) | Answer::Year { .. } => Some(1),
        Answer::OneOf(_)
        | Answer::Text { .. }
        | Answer::Quantity { .. }
        | Answer::Date { .. }
        | Answer::Country
        | Answer::Language
        | Answer::Email
        | Answer::Telephone
        | Answer::Link
        | Answer::File => Some(2),
        Answer::ManyOf(_)
        | Answer::Ranking(_)
        | Answer::Prose { .. }
        | Answer::Amount { .. }
        | Answer::Period { .. }
        | Answer::Record { .. }
        | Answer::List { .. }
        | Answer::Table(_) => None,
    }
}
