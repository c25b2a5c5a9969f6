//! Tables: rows of cells, each with a value and what is said of it.

use enquire_model::{Cells, Column, Mark, RowSource, Table, Text};
use serde_json::{Map, Value, json};

use super::{Owner, Shapes, closed, described, not_empty};
use crate::{plain, rule};

/// The key of a row's own words, where respondents add rows.
pub(crate) const ROW: &str = "row";

impl<'a> Shapes<'_, 'a> {
    /// A table. Rows known beforehand are an object by code, added ones a list.
    pub(super) fn table(&mut self, owner: &Owner, table: &'a Table) -> Value {
        let rows = match &table.rows {
            RowSource::Scale(_) | RowSource::Fixed(_) => self.known_rows(owner, table),
            RowSource::Added { heading, .. } => self.added_rows(owner, table, heading),
        };
        let mut properties = Map::from_iter([("rows".to_owned(), rows)]);
        if table.comment {
            properties.insert("comment".to_owned(), json!({ "type": "string" }));
        }
        let schema = closed(properties, &["rows"]);
        self.defined(&format!("table of {}", owner.key), &format!("{}Table", owner.prefix), |_| schema)
    }

    fn known_rows(&mut self, owner: &Owner, table: &'a Table) -> Value {
        let row = self.row(owner, table, Map::new(), None);
        let instrument = self.context.instrument;
        let rows = self.context.rows(table).unwrap_or_default().iter();
        let rows = rows.map(|choice| {
            (choice.code.to_string(), described(&plain::description(instrument, &choice.label), row.clone()))
        });
        let schema = closed(rows.collect(), &[]);
        self.defined(&format!("rows of {}", owner.key), &format!("{}Rows", owner.prefix), |_| schema)
    }

    fn added_rows(&mut self, owner: &Owner, table: &'a Table, heading: &Text) -> Value {
        let words = plain::description(self.context.instrument, heading);
        let name = described(&words, json!({ "type": "string", "minLength": 1 }));
        let row = self.row(owner, table, Map::from_iter([(ROW.to_owned(), name)]), Some(ROW));
        json!({ "type": "array", "items": row })
    }

    /// A row: `properties` and a cell for each column that is answered. What is worked out is not in a reply.
    fn row(&mut self, owner: &Owner, table: &'a Table, mut properties: Map<String, Value>, key: Option<&str>) -> Value {
        for column in &table.columns {
            self.column(owner, table, column, &mut properties);
        }
        let schema = closed(properties, key.as_slice());
        let schema = rule::attach(schema, &rule::of_row(self.context, &owner.subject, table), key);
        self.defined(&format!("row of {}", owner.key), &format!("{}Row", owner.prefix), |_| schema)
    }

    fn column(&mut self, table: &Owner, all: &Table, column: &'a Column, properties: &mut Map<String, Value>) {
        let Cells::Answered(answer) = &column.cells else {
            return;
        };
        let owner = Owner::column(table, &column.id);
        let mut cell = Map::from_iter([("value".to_owned(), self.answer(&owner, answer))]);
        let schema = if all.marks.is_empty() {
            closed(cell, &["value"])
        } else {
            cell.insert("mark".to_owned(), self.mark(table, &all.marks));
            let rule = rule::of_marks(&owner.subject, &all.marks);
            rule::attach(not_empty(closed(cell, &[])), rule.as_slice(), None)
        };
        let cell = self.defined(&format!("cell of {}", owner.key), &format!("{}Cell", owner.prefix), |_| schema);
        let property = self.labelled(&column.label, cell);
        properties.insert(column.id.to_string(), property);
        self.words_of_other(&column.id, &column.label, answer, properties);
    }

    fn mark(&mut self, table: &Owner, marks: &[Mark]) -> Value {
        let codes: Vec<&str> = marks.iter().map(|mark| mark.code()).collect();
        self.defined(
            &format!("mark of {}", table.key),
            &format!("{}Mark", table.prefix),
            |_| json!({ "type": "string", "enum": codes }),
        )
    }
}
