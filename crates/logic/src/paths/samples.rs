//! Answers in the shape of a reply, for witnesses: a value of the cell that is wanted, and something plain where nothing is.

use enquire_model::{Answer, Cells as ColumnCells, Date, Instrument, Record, RowSource, Table};
use serde_json::{Map, Value as Json, json};

use super::cells;

/// A value that is wanted: in units of the last decimal place, in days, or as it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Wish {
    Units(i128),
    Code(String),
    Codes(Vec<String>),
    Words(String),
    Anything,
}

/// Makes answers to one instrument.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sampler<'a> {
    pub(super) instrument: &'a Instrument,
    /// A day for dates that may be any.
    pub(super) day: Date,
}

impl Sampler<'_> {
    /// What would be the nicest value of a number or date, in its units.
    pub(super) fn nicest(self, answer: &Answer) -> i128 {
        match answer {
            Answer::Date { .. } | Answer::Period { .. } => cells::day_number(self.day),
            Answer::Year { .. } => self.day.0.year().into(),
            Answer::Decimal(limits)
            | Answer::Percent(limits)
            | Answer::Quantity { limits, .. }
            | Answer::Amount { limits, .. } => 10_i128.checked_pow(limits.places).unwrap_or(1),
            Answer::YesNo
            | Answer::OneOf(_)
            | Answer::ManyOf(_)
            | Answer::Ranking(_)
            | Answer::Text { .. }
            | Answer::Prose { .. }
            | Answer::Integer(_)
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link
            | Answer::File
            | Answer::Record { .. }
            | Answer::List { .. }
            | Answer::Table(_) => 1,
        }
    }

    /// An answer that is `wish`.
    pub(super) fn answer(self, answer: &Answer, wish: &Wish) -> Json {
        match (answer, wish) {
            (Answer::YesNo | Answer::OneOf(_), Wish::Code(code)) => json!(code),
            (Answer::YesNo, _) => json!("yes"),
            (Answer::ManyOf(_) | Answer::Ranking(_), Wish::Codes(codes)) => json!(codes),
            (Answer::OneOf(selection), _) => {
                let scale = self.instrument.scales.get(selection.scale.as_str());
                json!(scale.and_then(|scale| scale.choices.first()).map(|choice| choice.code.as_str()))
            }
            (Answer::ManyOf(selection) | Answer::Ranking(selection), _) => {
                let scale = self.instrument.scales.get(selection.scale.as_str());
                let least = selection.count.least.unwrap_or(1).max(1) as usize;
                json!(scale.map(|it| it.choices.iter().take(least).map(|it| it.code.as_str()).collect::<Vec<_>>()))
            }
            (_, Wish::Words(words)) => json!(words),
            (Answer::Text { .. } | Answer::Prose { .. }, _) => json!("text"),
            (Answer::Country, _) => json!("KEN"),
            (Answer::Language, _) => json!("fr"),
            (Answer::Email, _) => json!("name@example.org"),
            (Answer::Telephone, _) => json!("+1 000 000 0000"),
            (Answer::Link, _) => json!("https://www.example.org"),
            (Answer::File, _) => {
                json!({ "name": "file.pdf", "media_type": "application/pdf", "size": 1, "sha256": "0".repeat(64) })
            }
            (Answer::Period { from, to }, _) => {
                let day = cells::day(cells::days(*from, *to).nearest(self.nicest(answer))).unwrap_or(self.day);
                json!({ "beginning": day, "ending": day })
            }
            (Answer::Record { record }, _) => self.record(record.as_str(), 0),
            (Answer::List { record, count, .. }, wish) => {
                let wanted = if let Wish::Units(units) = wish { *units } else { 1 };
                let least = i128::from(count.least.unwrap_or(0));
                let wanted = u32::try_from(wanted.max(least)).unwrap_or(0).min(MOST_ROWS);
                Json::Array((0..wanted).map(|at| self.record(record.as_str(), at)).collect())
            }
            (Answer::Table(table), wish) => self.table(table, wish),
            (figure, wish) => self.figure(figure, wish),
        }
    }

    fn figure(self, answer: &Answer, wish: &Wish) -> Json {
        let units = if let Wish::Units(units) = wish { *units } else { self.within(answer) };
        if let Answer::Date { .. } = answer {
            return json!(cells::day(units).unwrap_or(self.day));
        }
        if let Answer::Amount { currencies, limits } = answer {
            let amount = cells::number(units, limits.places).unwrap_or_default();
            let currency = currencies.first().map_or("usd", String::as_str);
            return json!({ "amount": amount.to_string(), "currency": currency });
        }
        number(units, super::slots::places(answer))
    }

    /// A value within the bounds of a number or date.
    fn within(self, answer: &Answer) -> i128 {
        super::slots::bounds(answer).nearest(self.nicest(answer))
    }

    /// An entry of a record, different from the entries with other numbers.
    fn record(self, record: &str, at: u32) -> Json {
        let Some(record) = self.instrument.records.get(record) else { return json!({}) };
        let some = record.fields.iter().any(|field| field.required);
        let fields = record.fields.iter().filter(|field| field.required || !some);
        let fields = if some { fields.take(usize::MAX) } else { fields.take(1) };
        let value = |answer: &Answer| {
            let plain = self.answer(answer, &Wish::Anything);
            if at == 0 {
                return plain;
            }
            if let (Answer::Text { .. } | Answer::Prose { .. }, Some(words)) = (answer, plain.as_str()) {
                return json!(format!("{words} {}", at + 1));
            }
            plain.as_i64().map_or(plain, |number| json!(number + i64::from(at)))
        };
        Json::Object(fields.map(|field| (field.id.to_string(), value(&field.answer))).collect())
    }

    fn table(self, table: &Table, wish: &Wish) -> Json {
        let column = table.columns.iter().find_map(|column| match &column.cells {
            ColumnCells::Answered(answer) => Some((column.id.to_string(), answer)),
            ColumnCells::Computed(_) => None,
        });
        let cell = || {
            column.as_ref().map(|(id, answer)| (id.clone(), json!({ "value": self.answer(answer, &Wish::Anything) })))
        };
        let rows = match &table.rows {
            RowSource::Added { count, .. } => {
                let wanted = if let Wish::Units(units) = wish { *units } else { 1 };
                let wanted = u32::try_from(wanted.max(count.least.unwrap_or(1).into())).unwrap_or(1).min(MOST_ROWS);
                let row = |at: u32| {
                    let name = ("row".to_owned(), json!(format!("row {}", at + 1)));
                    Json::Object(std::iter::once(name).chain(cell()).collect())
                };
                Json::Array((0..wanted).map(row).collect())
            }
            RowSource::Scale(scale) => {
                let row = self.instrument.scales.get(scale.as_str()).and_then(|scale| scale.choices.first());
                rows(row.map(|row| row.code.to_string()), cell())
            }
            RowSource::Fixed(fixed) => rows(fixed.first().map(|row| row.code.to_string()), cell()),
        };
        json!({ "rows": rows })
    }

    /// The first field of a record of which `is_free` is true, filled in.
    pub(super) fn any_field(self, record: &Record, is_free: impl Fn(&str) -> bool) -> Option<(String, Json)> {
        let field = record.fields.iter().find(|field| is_free(field.id.as_str()))?;
        Some((field.id.to_string(), self.answer(&field.answer, &Wish::Anything)))
    }
}

/// The most entries that a witness has; one that needs more is not found.
const MOST_ROWS: u32 = 2_000;

fn rows(row: Option<String>, cell: Option<(String, Json)>) -> Json {
    Json::Object(row.map(|row| (row, Json::Object(cell.into_iter().collect::<Map<_, _>>()))).into_iter().collect())
}

/// A number in the shortest form.
pub(super) fn number(units: i128, places: u32) -> Json {
    let number = cells::number(units, places).unwrap_or_default();
    match number.to_string().parse::<i64>() {
        Ok(whole) => json!(whole),
        Err(_) => json!(f64::try_from(number).unwrap_or_default()),
    }
}
