//! Parts of answers, cells of tables and tests of states.

use enquire_model::{Answer, Cells, Name, RowSource, StateTest, Table};

use super::{Typing, rows};
use crate::{Type, TypeFaultKind, Unit};

impl Typing<'_, '_> {
    /// `contact.name`, `reported.beginning`, `cost.amount`.
    pub(super) fn part(&mut self, question: &Name, field: &Name) -> Type {
        let Some(asked) = self.scope.question(question.as_str()) else {
            return if self.scope.is_computed(question.as_str()) {
                let found = self.scope.type_of_name(question.as_str());
                self.no_such_field(question, found, field, Vec::new())
            } else {
                Type::Unknown
            };
        };
        let answer = &asked.answer;
        if let Answer::Record { record } = answer {
            let Some(record) = self.scope.record(record.as_str()) else {
                return Type::Unknown;
            };
            return match record.field(field.as_str()) {
                Some(found) => Type::of(&found.answer),
                None => self.no_such_field(question, Type::of(answer), field, rows::fields(record)),
            };
        }
        match (answer, field.as_str()) {
            (Answer::Period { .. }, "beginning" | "ending") => Type::Date,
            (Answer::Amount { .. }, "amount") => Type::Number(Unit::None),
            (Answer::Amount { .. }, "currency") => Type::Text,
            _ => self.no_such_field(question, Type::of(answer), field, parts(answer)),
        }
    }

    /// `helped.courts.women`.
    pub(super) fn cell(&mut self, question: &Name, row: &Name, column: &Name) -> Type {
        let Some(asked) = self.scope.question(question.as_str()) else {
            return Type::Unknown;
        };
        let Some(table) = asked.answer.table() else {
            return self.no_such_field(question, Type::of(&asked.answer), row, Vec::new());
        };
        let row_known = self.has_row(table, row);
        if row_known == Some(false) {
            let kind =
                TypeFaultKind::NoSuchRow { table: question.to_string(), row: row.to_string(), rows: named_rows(table) };
            self.fault(row.place(), kind);
        }
        let of = self.column(question.as_str(), table, column);
        if row_known == Some(true) { of } else { Type::Unknown }
    }

    /// Whether a table has a row that can be named so; nothing if its rows come from a scale that is not known.
    fn has_row(&self, table: &Table, row: &Name) -> Option<bool> {
        match &table.rows {
            RowSource::Scale(scale) => self.scope.scale_has(scale.as_str(), row.as_str()),
            RowSource::Fixed(choices) => Some(choices.iter().any(|choice| choice.code == *row)),
            RowSource::Added { .. } => Some(false),
        }
    }

    /// The type of a column, or a fault.
    pub(super) fn column(&mut self, question: &str, table: &Table, column: &Name) -> Type {
        match table.column(column.as_str()).map(|found| &found.cells) {
            Some(Cells::Answered(answer)) => Type::of(answer),
            Some(Cells::Computed(_)) => self.scope.column(question, column.as_str()),
            None => {
                let kind = TypeFaultKind::NoSuchField {
                    of: question.to_owned(),
                    found: Type::Table,
                    field: column.to_string(),
                    fields: rows::columns(table),
                };
                self.fault(column.place(), kind)
            }
        }
    }

    /// `fund is answered` and the like.
    pub(super) fn state(&mut self, question: &Name, test: &StateTest) -> Type {
        let StateTest::NonResponse(code) = test else {
            return Type::Truth;
        };
        let offered = match self.scope.question(question.as_str()) {
            Some(asked) => asked.nonresponses.contains(code),
            None => !self.scope.is_computed(question.as_str()),
        };
        if offered {
            return Type::Truth;
        }
        let kind = TypeFaultKind::NotOffered { question: question.to_string(), code: code.to_string() };
        self.fault(code.place(), kind)
    }

    fn no_such_field(&mut self, question: &Name, found: Type, field: &Name, fields: Vec<String>) -> Type {
        if found == Type::Unknown {
            return Type::Unknown;
        }
        let kind = TypeFaultKind::NoSuchField { of: question.to_string(), found, field: field.to_string(), fields };
        self.fault(field.place(), kind)
    }
}

/// The parts of an answer that is not a record.
fn parts(answer: &Answer) -> Vec<String> {
    let parts: &[&str] = if matches!(answer, Answer::Period { .. }) {
        &["beginning", "ending"]
    } else if matches!(answer, Answer::Amount { .. }) {
        &["amount", "currency"]
    } else {
        &[]
    };
    parts.iter().map(|&part| part.to_owned()).collect()
}

/// The rows of a table that are written out. Those of a scale are the scale's.
fn named_rows(table: &Table) -> Vec<String> {
    match &table.rows {
        RowSource::Fixed(choices) => choices.iter().map(|choice| choice.code.to_string()).collect(),
        RowSource::Scale(_) | RowSource::Added { .. } => Vec::new(),
    }
}
