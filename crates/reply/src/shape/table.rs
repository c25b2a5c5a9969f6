//! Tables: rows of cells, each with a value and what is said of it.

use enquire_diagnostics::codes::{MARK_NOT_OFFERED, UNKNOWN_COLUMN, UNKNOWN_ROW, VALUE_BESIDE_MARK};
use enquire_model::{Answer, Cells, Choice, Count, Mark, RowSource, Table};
use serde_json::{Map, Value};

use super::Look;
use crate::breach::Breach;
use crate::given;
use crate::known::other_key;
use crate::path::{Part, Path};
use crate::suggest;

/// The key of a row's own words, where respondents add rows.
const ROW: &str = "row";

impl<'a> Look<'_, 'a> {
    pub(super) fn table(&mut self, table: &'a Table, path: &Path<'_>, given: &Value) {
        let members: &[&str] = if table.comment { &["rows", "comment"] } else { &["rows"] };
        let Some(object) = self.object(path, given, "a table with its `rows`", members, &["rows"]) else {
            return;
        };
        if let Some(comment) = object.get("comment").filter(|_| table.comment) {
            self.string(&path.part("comment", Part::Words("comment")), comment, "a text");
        }
        let Some(rows) = object.get("rows") else {
            return;
        };
        let path = path.member("rows");
        let known = self.known;
        match (&table.rows, known.rows(table)) {
            (RowSource::Added { count, .. }, _) => self.added_rows(table, *count, &path, rows),
            (RowSource::Scale(_) | RowSource::Fixed(_), choices) => {
                self.known_rows(table, choices.unwrap_or_default(), &path, rows);
            }
        }
    }

    fn known_rows(&mut self, table: &'a Table, choices: &[Choice], path: &Path<'_>, given: &Value) {
        let Some(rows) = given.as_object() else {
            return self.wrong_type(path, "an object of rows by their codes", given);
        };
        for (code, row) in rows {
            match choices.iter().find(|choice| choice.code.as_str() == code) {
                Some(choice) => self.row(table, &path.part(code, Part::Row(choice)), row, false),
                None => self.unknown_row(choices, path, code),
            }
        }
    }

    fn unknown_row(&mut self, choices: &[Choice], path: &Path<'_>, code: &str) {
        let known = self.known;
        self.found.add(&UNKNOWN_ROW, || {
            let codes: Vec<&str> = choices.iter().map(|choice| choice.code.as_str()).collect();
            let what = format!("there is no row {}", given::code(code));
            Breach::of_name(&UNKNOWN_ROW, &path.member(code), known.says(path, &what))
                .maybe_help(suggest::help(code, &codes))
        });
    }

    fn added_rows(&mut self, table: &'a Table, count: Count, path: &Path<'_>, given: &Value) {
        let Some(rows) = self.items(path, given, "a list of rows") else {
            return;
        };
        for (index, row) in rows.iter().enumerate() {
            self.row(table, &path.item(index, Part::AddedRow(index)), row, true);
        }
        if !rows.is_empty() {
            self.count(path, rows.len(), count, "row");
        }
    }

    fn row(&mut self, table: &'a Table, path: &Path<'_>, given: &Value, added: bool) {
        let Some(object) = given.as_object() else {
            return self.wrong_type(path, "an object of cells by the ids of columns", given);
        };
        for key in object.keys() {
            if !(added && key == ROW) {
                self.known_column(table, path, key);
            }
        }
        match object.get(ROW).filter(|_| added) {
            Some(words) => self.some_words(&path.member(ROW), words),
            None if added => self.missing_member(path, ROW),
            None => {}
        }
        for column in &table.columns {
            if let Cells::Answered(answer) = &column.cells {
                let cell = object.get(column.id.as_str());
                if let Some(cell) = cell {
                    self.cell(table, answer, &path.part(column.id.as_str(), Part::Column(column)), cell);
                }
                let value = cell.and_then(|cell| cell.get("value"));
                self.words_of_other((&column.id, answer), object, value, (path, Part::Column(column)));
            }
        }
    }

    fn known_column(&mut self, table: &Table, path: &Path<'_>, key: &str) {
        let column = table.column(key);
        let is_computed = column.is_some_and(|column| matches!(column.cells, Cells::Computed(_)));
        let with_other = |answer: &Answer| answer.selection().is_some_and(|selection| selection.other);
        let is_words = || {
            table.columns.iter().any(|column| match &column.cells {
                Cells::Answered(answer) => with_other(answer) && other_key(column.id.as_str()) == key,
                Cells::Computed(_) => false,
            })
        };
        if (column.is_some() && !is_computed) || is_words() {
            return;
        }
        let known = self.known;
        self.found.add(&UNKNOWN_COLUMN, || {
            let answered = |column: &&enquire_model::Column| matches!(column.cells, Cells::Answered(_));
            let ids: Vec<&str> = table.columns.iter().filter(answered).map(|column| column.id.as_str()).collect();
            let (what, help) = if is_computed {
                (format!("the column `{key}` is worked out"), Some(format!("leave `{key}` out")))
            } else {
                (format!("there is no column {}", given::code(key)), suggest::help(key, &ids))
            };
            Breach::of_name(&UNKNOWN_COLUMN, &path.member(key), known.says(path, &what)).maybe_help(help)
        });
    }

    fn cell(&mut self, table: &'a Table, answer: &'a Answer, path: &Path<'_>, given: &Value) {
        let marked = !table.marks.is_empty();
        let members: &[&str] = if marked { &["value", "mark"] } else { &["value"] };
        let required: &[&str] = if marked { &[] } else { &["value"] };
        let Some(cell) = self.object(path, given, "a cell such as `{\"value\": 3}`", members, required) else {
            return;
        };
        if marked && !cell.contains_key("value") && !cell.contains_key("mark") {
            self.missing_member(path, "value");
        }
        if let Some(value) = cell.get("value") {
            self.answer(answer, &path.member("value"), value);
        }
        if let Some(mark) = cell.get("mark").filter(|_| marked) {
            self.mark(&table.marks, &path.member("mark"), mark, cell);
        }
    }

    fn mark(&mut self, marks: &[Mark], path: &Path<'_>, given: &Value, cell: &Map<String, Value>) {
        let Some(code) = self.string(path, given, "a mark") else {
            return;
        };
        let known = self.known;
        let Some(mark) = marks.iter().find(|mark| mark.code() == code) else {
            return self.found.add(&MARK_NOT_OFFERED, || {
                let codes: Vec<&str> = marks.iter().map(|mark| mark.code()).collect();
                let what = format!("the mark {} is not offered", given::code(code));
                Breach::of_value(&MARK_NOT_OFFERED, path, known.says(path, &what))
                    .maybe_help(suggest::help(code, &codes))
            });
        };
        let empty = match mark {
            Mark::Nil | Mark::NotAvailable | Mark::IncludedElsewhere => true,
            Mark::Estimate | Mark::Provisional => false,
        };
        if empty && cell.contains_key("value") {
            self.found.add(&VALUE_BESIDE_MARK, || {
                let what = format!("there is a value, and the mark `{code}` says that there is none");
                Breach::of_value(&VALUE_BESIDE_MARK, path, known.says(path, &what))
                    .help("leave out the value or the mark")
            });
        }
    }
}
