//! Figures over the entries of a list or the rows of a table.

use std::cmp::Ordering;

use enquire_model::{Aggregate, Arithmetic, Decimal, Expression, Name};

use super::{Evaluator, arithmetic, compare, conjunction, disjunction};
use crate::value::{Entry, Row as TableRow};
use crate::{Outcome, Value};

/// The row at hand.
#[derive(Clone, Copy)]
pub(crate) enum Row<'a> {
    /// An entry of a list.
    Entry(&'a Entry),
    /// A row of a table.
    Cells(&'a TableRow),
}

impl<'a> Row<'a> {
    /// The value of a field or column, if it has one.
    pub(super) fn value(self, field: &str) -> Option<&'a Value> {
        match self {
            Self::Entry(entry) => entry.get(field),
            Self::Cells(row) => row.value(field),
        }
    }
}

impl<'a> Evaluator<'a> {
    pub(super) fn aggregate(
        &self,
        function: Aggregate,
        over: &Name,
        field: Option<&Name>,
        condition: Option<&Expression>,
    ) -> Outcome {
        let rows = self.rows(over)?;
        let truth = |row: Row<'a>, condition| Evaluator { answers: self.answers, row: Some(row) }.truth(condition);
        match function {
            Aggregate::Any => disjunction(rows.iter().map(|&row| truth(row, condition?))).map(Value::Truth),
            Aggregate::All => conjunction(rows.iter().map(|&row| truth(row, condition?))).map(Value::Truth),
            Aggregate::Count | Aggregate::Sum | Aggregate::Min | Aggregate::Max => {
                let kept = |row: &Row<'a>| condition.is_none_or(|condition| truth(*row, condition) == Some(true));
                let left: Vec<Row<'a>> = rows.into_iter().filter(kept).collect();
                figure(function, field, &left)
            }
        }
    }

    /// The rows of an answered list or table.
    fn rows(&self, over: &Name) -> Option<Vec<Row<'a>>> {
        match self.answers.value(over.as_str())? {
            Value::List(entries) => Some(entries.iter().map(Row::Entry).collect()),
            Value::Table(rows) => Some(rows.iter().map(Row::Cells).collect()),
            Value::Truth(_)
            | Value::Number(_)
            | Value::Amount { .. }
            | Value::Text(_)
            | Value::Date(_)
            | Value::Duration { .. }
            | Value::Choice(_)
            | Value::Choices(_)
            | Value::Period { .. }
            | Value::Record(_)
            | Value::File { .. } => None,
        }
    }
}

/// A figure over the rows that are left. Rows without a value are left out.
fn figure(function: Aggregate, field: Option<&Name>, left: &[Row<'_>]) -> Outcome {
    let values = || left.iter().filter_map(|row| row.value(field?.as_str()));
    match function {
        Aggregate::Count => Some(Value::Number(left.len().into())),
        Aggregate::Sum if left.is_empty() => Some(Value::Number(Decimal::ZERO)),
        Aggregate::Sum => fold(values(), |sum, next| arithmetic::calculate(Arithmetic::Add, sum, next))
            .filter(|sum| sum.number().is_some()),
        Aggregate::Min => fold(values(), |least, next| better(least, next, Ordering::Less)),
        Aggregate::Max => fold(values(), |most, next| better(most, next, Ordering::Greater)),
        Aggregate::Any | Aggregate::All => None,
    }
}

/// Joins values from first to last; undefined if there are none or two do not go together.
fn fold<'v>(mut values: impl Iterator<Item = &'v Value>, join: impl Fn(&Value, &Value) -> Outcome) -> Outcome {
    let first = values.next()?.clone();
    values.try_fold(first, |joined, next| join(&joined, next))
}

/// `next` if it is in the order `wanted` to `best`, else `best`.
fn better(best: &Value, next: &Value, wanted: Ordering) -> Outcome {
    let order = compare::order(next, best)?;
    Some(if order == wanted { next.clone() } else { best.clone() })
}
