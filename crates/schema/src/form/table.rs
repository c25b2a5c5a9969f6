//! Tables in forms.

use enquire_model::{Cells, Column, Mark, Name, RowSource, Table};
use serde_json::{Map, Value, json};

use super::fields::{Fields, one_of};
use super::{and_all, rules, titled};
use crate::shape::{ROW, closed};

impl<'a> Fields<'_, 'a> {
    /// The table of `question`.
    pub(super) fn table(&self, question: &Name, table: &'a Table) -> Value {
        let rows = match &table.rows {
            RowSource::Scale(_) | RowSource::Fixed(_) => {
                let row = self.row(question, table, Map::new(), &[]);
                let rows = self.rows(question, table).into_iter();
                closed(rows.map(|(code, label)| (code, titled(&label, None, row.clone()))).collect(), &[])
            }
            RowSource::Added { .. } => {
                let name = titled(self.heading(question), None, json!({ "type": "string", "minLength": 1 }));
                let row = self.row(question, table, Map::from_iter([(ROW.to_owned(), name)]), &[ROW]);
                json!({ "type": "array", "items": row })
            }
        };
        let mut properties = Map::from_iter([("rows".to_owned(), titled(self.wording(question), None, rows))]);
        if table.comment {
            properties.insert("comment".to_owned(), titled(self.word("comment"), None, json!({ "type": "string" })));
        }
        closed(properties, &["rows"])
    }

    /// The rows that are known beforehand, as codes and words.
    pub(super) fn rows(&self, question: &Name, table: &'a Table) -> Vec<(String, String)> {
        let labels = self.labels.tables.get(question.as_str());
        let label =
            |code: &str| labels.and_then(|labels| labels.rows.get(code)).map_or(code, String::as_str).to_owned();
        let rows = self.context.rows(table).unwrap_or_default().iter();
        rows.map(|row| (row.code.to_string(), label(row.code.as_str()))).collect()
    }

    /// The heading over the rows' own words.
    pub(super) fn heading(&self, question: &Name) -> &str {
        let labels = self.labels.tables.get(question.as_str());
        labels.and_then(|labels| labels.heading.as_deref()).unwrap_or_default()
    }

    /// The heading of a column, and the help with it.
    pub(super) fn column(&self, question: &Name, column: &Column) -> (&str, Option<&String>) {
        let label = self.labels.tables.get(question.as_str()).and_then(|it| it.columns.get(column.id.as_str()));
        let help = self.labels.help.columns.get(question.as_str()).and_then(|it| it.get(column.id.as_str()));
        (label.map_or("", String::as_str), help)
    }

    fn row(&self, question: &Name, table: &'a Table, mut cells: Map<String, Value>, required: &[&str]) -> Value {
        for column in &table.columns {
            let Cells::Answered(answer) = &column.cells else { continue };
            let (label, help) = self.column(question, column);
            let value = titled(self.word("value"), None, self.answer(None, answer));
            let mut cell = Map::from_iter([("value".to_owned(), value)]);
            let cell = if table.marks.is_empty() {
                closed(cell, &["value"])
            } else {
                cell.insert("mark".to_owned(), self.mark(&table.marks));
                let mut cell = closed(cell, &[]);
                if let Value::Object(schema) = &mut cell {
                    schema.insert("minProperties".to_owned(), json!(1));
                }
                and_all(cell, rules::of_marks(question, &table.marks))
            };
            cells.insert(column.id.to_string(), titled(label, help, cell));
            self.words_of_other(&column.id, answer, &mut cells);
        }
        and_all(closed(cells, required), rules::of_row(self.context, question, table))
    }

    fn mark(&self, marks: &[Mark]) -> Value {
        let label = |code: &str| self.labels.marks.get(code).map_or(code, String::as_str).to_owned();
        titled(self.word("mark"), None, one_of(marks.iter().map(|it| (it.code().to_owned(), label(it.code())))))
    }
}
