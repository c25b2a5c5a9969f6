//! Periods, records, lists and tables. A part that is mistaken is blank; the rest counts.

use enquire_model::{Answer, Cells, Choice, Decimal, Mark, RowSource, Table};
use serde_json::{Map, Value as Json};

use super::{Given, Reader, date};
use crate::value::{Cell, Entry, Row, Rows};
use crate::{Outcome, Value};

/// A period of which at least one end is given.
pub(super) fn period(given: &Json) -> Given {
    let Some(object) = given.as_object() else {
        return Given::Unreadable;
    };
    let end = |key: &str| object.get(key).and_then(date);
    match (end("beginning"), end("ending")) {
        (None, None) if object.is_empty() => Given::Blank,
        (None, None) => Given::Unreadable,
        (beginning, ending) => Given::Value(Value::Period { beginning, ending }),
    }
}

impl Reader<'_> {
    pub(super) fn record(&self, record: &str, given: &Json) -> Given {
        let Some(object) = given.as_object() else {
            return Given::Unreadable;
        };
        let entry = self.entry(record, object);
        if entry.is_empty() { Given::Blank } else { Given::Value(Value::Record(entry)) }
    }

    pub(super) fn list(&self, record: &str, given: &Json) -> Option<Value> {
        let entry = |given: &Json| given.as_object().map_or_else(Entry::new, |object| self.entry(record, object));
        Some(Value::List(given.as_array()?.iter().map(entry).collect()))
    }

    fn entry(&self, record: &str, object: &Map<String, Json>) -> Entry {
        let fields = self.instrument.records.get(record).map_or(&[][..], |record| &record.fields);
        let read = |answer: &Answer, id: &str| self.answer(answer, object.get(id)?).value();
        fields
            .iter()
            .filter_map(|field| Some((field.id.to_string(), read(&field.answer, field.id.as_str())?)))
            .collect()
    }

    pub(super) fn table(&self, table: &Table, given: &Json) -> Given {
        let Some(rows) = self.rows(table, given.get("rows").unwrap_or(&Json::Null)) else {
            return Given::Unreadable;
        };
        let filled = |cell: &Cell| cell.value.is_some() || cell.mark.is_some();
        let added = matches!(table.rows, RowSource::Added { .. });
        let begun = |row: &Row| (added && !row.name.trim().is_empty()) || row.cells.values().any(filled);
        if rows.iter().any(begun) { Given::Value(Value::Table(Rows::new(rows))) } else { Given::Blank }
    }

    fn rows(&self, table: &Table, given: &Json) -> Option<Vec<Row>> {
        let choices: &[Choice] = match &table.rows {
            RowSource::Fixed(choices) => choices,
            RowSource::Scale(scale) => {
                self.instrument.scales.get(scale.as_str()).map_or(&[][..], |scale| &scale.choices)
            }
            RowSource::Added { .. } => {
                return Some(given.as_array()?.iter().map(|row| self.added_row(table, row)).collect());
            }
        };
        let given = given.as_object()?;
        let row = |choice: &Choice| self.row(table, choice.code.as_str(), given.get(choice.code.as_str()));
        Some(choices.iter().map(row).collect())
    }

    fn added_row(&self, table: &Table, given: &Json) -> Row {
        let name = given.get("row").and_then(Json::as_str).unwrap_or_default();
        self.row(table, name, Some(given))
    }

    fn row(&self, table: &Table, name: &str, given: Option<&Json>) -> Row {
        let mut row = Row { name: name.to_owned(), ..Row::default() };
        for column in &table.columns {
            if let Cells::Answered(answer) = &column.cells
                && let Some(given) = given.and_then(|given| given.get(column.id.as_str()))
            {
                row.cells.insert(column.id.to_string(), self.read_cell(answer, given));
            }
        }
        row
    }

    fn read_cell(&self, answer: &Answer, given: &Json) -> Cell {
        let code = given.get("mark").and_then(Json::as_str);
        let mark = code.and_then(|code| Mark::ALL.into_iter().find(|mark| mark.code() == code));
        let value = match mark {
            Some(Mark::Nil) => nought(answer),
            Some(Mark::NotAvailable | Mark::IncludedElsewhere) => None,
            Some(Mark::Estimate | Mark::Provisional) | None => {
                given.get("value").and_then(|value| self.answer(answer, value).value())
            }
        };
        Cell { value, mark }
    }
}

/// What a cell that is marked nil holds: 0, if it is for numbers.
fn nought(answer: &Answer) -> Outcome {
    match answer {
        Answer::Integer(_) | Answer::Decimal(_) | Answer::Percent(_) | Answer::Quantity { .. } => {
            Some(Value::Number(Decimal::ZERO))
        }
        Answer::Amount { currencies, .. } => match currencies.as_slice() {
            [currency] => Some(Value::Amount { amount: Decimal::ZERO, currency: currency.clone() }),
            _ => None,
        },
        Answer::YesNo
        | Answer::OneOf(_)
        | Answer::ManyOf(_)
        | Answer::Ranking(_)
        | Answer::Text { .. }
        | Answer::Prose { .. }
        | Answer::Date { .. }
        | Answer::Year { .. }
        | Answer::Period { .. }
        | Answer::Country
        | Answer::Language
        | Answer::Email
        | Answer::Telephone
        | Answer::Link
        | Answer::File
        | Answer::Record { .. }
        | Answer::List { .. }
        | Answer::Table(_) => None,
    }
}
