//! The value of an expression. The rules are on the page `docs/reference/expressions.md`.
//!
//! Evaluation is total: whatever cannot be worked out is undefined, an operand of the wrong type included.

mod arithmetic;
mod compare;
mod rows;
pub(crate) mod time;

use enquire_model::{Expression, ExpressionKind, Name};

use crate::walk::{chain, negated};
use crate::{Answers, Outcome, Value};
pub(crate) use rows::Row;

/// What `expression` comes to, given `answers`.
pub fn evaluate(expression: &Expression, answers: &dyn Answers) -> Outcome {
    Evaluator { answers, row: None }.of(expression)
}

/// Whether `condition` holds: whether it is true, and neither false nor undefined.
pub fn holds(condition: &Expression, answers: &dyn Answers) -> bool {
    Evaluator { answers, row: None }.truth(condition) == Some(true)
}

/// What the expression of a computed column comes to in `row`.
pub(crate) fn evaluate_in_row(expression: &Expression, row: Row<'_>, answers: &dyn Answers) -> Outcome {
    Evaluator { answers, row: Some(row) }.of(expression)
}

/// Where expressions find answers and fields.
#[derive(Clone, Copy)]
struct Evaluator<'a> {
    answers: &'a dyn Answers,
    row: Option<Row<'a>>,
}

impl Evaluator<'_> {
    fn of(&self, expression: &Expression) -> Outcome {
        match &expression.kind {
            ExpressionKind::Answer(name) => self.answers.value(name.as_str()).cloned(),
            ExpressionKind::Field(field) => self.row?.value(field.as_str()).cloned(),
            ExpressionKind::Cell { table, row, column } => self.cell(table, row, column),
            ExpressionKind::Part { question, field } => part(self.answers.value(question.as_str())?, field.as_str()),
            ExpressionKind::Choice(code) => Some(Value::Choice(code.to_string())),
            ExpressionKind::Number(number) => Some(Value::Number(*number)),
            ExpressionKind::Words(words) => Some(Value::Text(words.clone())),
            ExpressionKind::Date(date) => Some(Value::Date(*date)),
            ExpressionKind::Duration { count, unit } => Some(Value::Duration { count: *count, unit: *unit }),
            ExpressionKind::AsAt => self.answers.as_at().map(Value::Date),
            ExpressionKind::PeriodStart => self.answers.period().map(|period| Value::Date(period.from)),
            ExpressionKind::PeriodEnd => self.answers.period().map(|period| Value::Date(period.to)),
            ExpressionKind::Truth(truth) => Some(Value::Truth(*truth)),
            ExpressionKind::Not(_) => {
                let (inner, odd) = negated(expression);
                self.truth(inner).map(|truth| Value::Truth(truth != odd))
            }
            ExpressionKind::And(parts) => conjunction(parts.iter().map(|part| self.truth(part))).map(Value::Truth),
            ExpressionKind::Or(parts) => disjunction(parts.iter().map(|part| self.truth(part))).map(Value::Truth),
            ExpressionKind::Compare { comparison, left, right } => {
                compare::compare(*comparison, &self.of(left)?, &self.of(right)?).map(Value::Truth)
            }
            ExpressionKind::In { value, choices } => {
                let value = self.of(value)?;
                disjunction(choices.iter().map(|choice| compare::equal(&value, &self.of(choice)?))).map(Value::Truth)
            }
            ExpressionKind::Contains { value, choice } => {
                contains(&self.of(value)?, &self.of(choice)?).map(Value::Truth)
            }
            ExpressionKind::State { question, test } => {
                Some(Value::Truth(self.answers.state(question.as_str()).passes(test)))
            }
            ExpressionKind::Arithmetic { .. } => self.chain(expression),
            ExpressionKind::Aggregate { function, over, field, condition } => {
                self.aggregate(*function, over, field.as_ref(), condition.as_deref())
            }
            ExpressionKind::Call { function, arguments } => {
                let values: Option<Vec<Value>> = arguments.iter().map(|argument| self.of(argument)).collect();
                arithmetic::call(*function, &values?)
            }
        }
    }

    /// The truth of an expression; nothing if it is undefined, or no condition.
    fn truth(&self, expression: &Expression) -> Option<bool> {
        self.of(expression)?.truth()
    }

    fn chain(&self, expression: &Expression) -> Outcome {
        let (first, links) = chain(expression);
        let mut value = self.of(first)?;
        for link in links {
            value = arithmetic::calculate(link.operator, &value, &self.of(link.right)?)?;
        }
        Some(value)
    }

    fn cell(&self, table: &Name, row: &Name, column: &Name) -> Outcome {
        let Value::Table(rows) = self.answers.value(table.as_str())? else {
            return None;
        };
        rows.get(row.as_str())?.value(column.as_str()).cloned()
    }
}

/// True if all are, false if one is, else undefined.
fn conjunction(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    settled_by(false, parts)
}

/// True if one is, false if all are, else undefined.
fn disjunction(parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    settled_by(true, parts)
}

/// `settles` as soon as one part is that; else undefined if a part is, and the opposite if none is.
fn settled_by(settles: bool, parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut result = Some(!settles);
    for part in parts {
        match part {
            Some(truth) if truth == settles => return Some(settles),
            Some(_) => {}
            None => result = None,
        }
    }
    result
}

fn contains(value: &Value, choice: &Value) -> Option<bool> {
    let (Value::Choices(codes), Value::Choice(code)) = (value, choice) else {
        return None;
    };
    Some(codes.contains(code))
}

/// A field of a record, or a part of an answer that has parts.
fn part(value: &Value, field: &str) -> Outcome {
    match (value, field) {
        (Value::Record(entry), _) => entry.get(field).cloned(),
        (Value::Period { beginning, .. }, "beginning") => beginning.map(Value::Date),
        (Value::Period { ending, .. }, "ending") => ending.map(Value::Date),
        (Value::Amount { amount, .. }, "amount") => Some(Value::Number(*amount)),
        (Value::Amount { currency, .. }, "currency") => Some(Value::Text(currency.clone())),
        _ => None,
    }
}
