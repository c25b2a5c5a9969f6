//! Fields of the row at hand, and figures over lists and tables.

use enquire_model::{Aggregate, Answer, Expression, Name, Place, Question, Record, Table};

use super::Typing;
use crate::words::aggregate_word;
use crate::{Expected, Operand, Scope, Type, TypeFaultKind, Unit};

/// The row at hand.
#[derive(Clone, Copy)]
pub(super) enum Row<'s> {
    /// There is none.
    None,
    /// An entry of the list that the question asks for.
    Entry(&'s Question, &'s Record),
    /// A row of the table that the question asks for.
    Cells(&'s Question, &'s Table),
    /// One of which nothing is known.
    Unknown,
}

impl<'s> Row<'s> {
    /// A row of what `question` asks for; unknown if that is no list or table.
    pub(super) fn of(question: &'s Question, scope: &Scope<'s>) -> Self {
        if let Some(table) = question.answer.table() {
            return Self::Cells(question, table);
        }
        let record = question.answer.record().and_then(|record| scope.record(record.as_str()));
        record.map_or(Self::Unknown, |record| Self::Entry(question, record))
    }
}

impl<'s> Typing<'s, '_> {
    /// A field of the row at hand.
    pub(super) fn field(&mut self, field: &Name) -> Type {
        self.field_of(self.row, field)
    }

    fn field_of(&mut self, row: Row<'_>, field: &Name) -> Type {
        match row {
            Row::None => self.fault(field.place(), TypeFaultKind::FieldOutsideRow { field: field.to_string() }),
            Row::Unknown => Type::Unknown,
            Row::Cells(question, table) => self.column(question.id.as_str(), table, field),
            Row::Entry(question, record) => {
                if let Some(found) = record.field(field.as_str()) {
                    return Type::of(&found.answer);
                }
                let kind = TypeFaultKind::NoSuchField {
                    of: question.id.to_string(),
                    found: Type::of(&question.answer),
                    field: field.to_string(),
                    fields: fields(record),
                };
                self.fault(field.place(), kind)
            }
        }
    }

    /// `count(laws)`, `sum(helped.women where ...)` and the like.
    pub(super) fn aggregate(
        &mut self,
        place: Place,
        function: Aggregate,
        over: &Name,
        field: Option<&Name>,
        condition: Option<&Expression>,
    ) -> Type {
        let row = self.rows_of(function, over);
        let mut suitable = row.is_some();
        let row = row.unwrap_or(Row::Unknown);
        if let Some(condition) = condition {
            let outer = std::mem::replace(&mut self.row, row);
            suitable &= self.condition(condition) == Type::Truth;
            self.row = outer;
        }
        let of = match function {
            Aggregate::Count => self.without_field(function, field, Type::Number(Unit::None)),
            Aggregate::Any | Aggregate::All if condition.is_none() => {
                self.fault(place, TypeFaultKind::MissingCondition { function })
            }
            Aggregate::Any | Aggregate::All => self.without_field(function, field, Type::Truth),
            Aggregate::Sum | Aggregate::Min | Aggregate::Max => match field {
                Some(field) => self.figure(function, row, field),
                None => self.fault(place, TypeFaultKind::MissingField { function }),
            },
        };
        if suitable { of } else { Type::Unknown }
    }

    /// The rows that a figure is taken over; nothing if there are none or nothing is known of them.
    fn rows_of(&mut self, function: Aggregate, over: &Name) -> Option<Row<'s>> {
        let scope = self.scope;
        let question = scope.question(over.as_str());
        if let Some(question) = question
            && matches!(question.answer, Answer::List { .. } | Answer::Table(_))
        {
            return Some(Row::of(question, scope));
        }
        let found = scope.type_of_name(over.as_str());
        if found != Type::Unknown {
            let of = aggregate_word(function);
            self.fault(over.place(), TypeFaultKind::Operand { of, expected: Expected::Rows, found });
        }
        None
    }

    /// `sum`, `min` or `max` of one field.
    fn figure(&mut self, function: Aggregate, row: Row<'_>, field: &Name) -> Type {
        let of = self.field_of(row, field);
        let word = aggregate_word(function);
        let fault = if of == Type::Unknown || (of == Type::Date && function != Aggregate::Sum) {
            return of;
        } else if let Type::Number(unit) = &of {
            if unit.joined(unit).is_some() {
                return of;
            }
            let side = Operand { found: of, place: field.place() };
            TypeFaultKind::Units { operator: word, left: side.clone(), right: side }
        } else {
            let expected = if function == Aggregate::Sum { Expected::Number } else { Expected::NumberOrDate };
            TypeFaultKind::Operand { of: word, expected, found: of }
        };
        self.fault(field.place(), fault)
    }

    fn without_field(&mut self, function: Aggregate, field: Option<&Name>, of: Type) -> Type {
        match field {
            Some(field) => self.fault(field.place(), TypeFaultKind::UnexpectedField { function }),
            None => of,
        }
    }
}

/// The ids of a record's fields.
pub(super) fn fields(record: &Record) -> Vec<String> {
    record.fields.iter().map(|field| field.id.to_string()).collect()
}

/// The ids of a table's columns.
pub(super) fn columns(table: &Table) -> Vec<String> {
    table.columns.iter().map(|column| column.id.to_string()).collect()
}
