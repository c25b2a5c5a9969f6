//! Arithmetic and functions of values.

use enquire_model::{Arithmetic, Decimal, Function};
use jiff::civil::Date as Day;
use rust_decimal::RoundingStrategy;

use super::time;
use crate::{Outcome, Value};

/// What an operator makes of two values.
pub(super) fn calculate(operator: Arithmetic, left: &Value, right: &Value) -> Outcome {
    match (left, right) {
        (Value::Date(date), Value::Duration { count, unit }) => match operator {
            Arithmetic::Add => time::later(*date, *count, *unit).map(Value::Date),
            Arithmetic::Subtract => time::later(*date, count.checked_neg()?, *unit).map(Value::Date),
            Arithmetic::Multiply | Arithmetic::Divide => None,
        },
        (Value::Date(one), Value::Date(two)) => {
            (operator == Arithmetic::Subtract).then(|| whole(time::days_between(two.0, one.0)))
        }
        _ => {
            let number = figure(operator, left.number()?, right.number()?)?;
            in_currency(number, operator, left, right)
        }
    }
}

fn figure(operator: Arithmetic, left: Decimal, right: Decimal) -> Option<Decimal> {
    match operator {
        Arithmetic::Add => left.checked_add(right),
        Arithmetic::Subtract => left.checked_sub(right),
        Arithmetic::Multiply => left.checked_mul(right),
        Arithmetic::Divide => left.checked_div(right),
    }
}

/// `number` in the currency that the operator leaves; undefined if two currencies, or two amounts in a product, make no sense.
fn in_currency(number: Decimal, operator: Arithmetic, left: &Value, right: &Value) -> Outcome {
    let amount = |currency: &String| Value::Amount { amount: number, currency: currency.clone() };
    match (left, right) {
        (Value::Amount { currency: one, .. }, Value::Amount { currency: two, .. }) => match operator {
            _ if one != two => None,
            Arithmetic::Add | Arithmetic::Subtract => Some(amount(one)),
            Arithmetic::Multiply => None,
            Arithmetic::Divide => Some(Value::Number(number)),
        },
        (_, Value::Amount { .. }) if operator == Arithmetic::Divide => Some(Value::Number(number)),
        (Value::Amount { currency, .. }, _) | (_, Value::Amount { currency, .. }) => Some(amount(currency)),
        _ => Some(Value::Number(number)),
    }
}

/// What a function makes of its arguments.
pub(super) fn call(function: Function, arguments: &[Value]) -> Outcome {
    match (function, arguments) {
        (Function::Year, [Value::Date(date)]) => Some(whole(date.0.year().into())),
        (Function::Years, [Value::Date(from), Value::Date(to)]) => months(from.0, to.0, 12),
        (Function::Months, [Value::Date(from), Value::Date(to)]) => months(from.0, to.0, 1),
        (Function::Days, [Value::Date(from), Value::Date(to)]) => Some(whole(time::days_between(from.0, to.0))),
        (Function::Round, [Value::Number(number)]) => Some(Value::Number(rounded(*number))),
        (Function::Round, [Value::Amount { amount, currency }]) => {
            Some(Value::Amount { amount: rounded(*amount), currency: currency.clone() })
        }
        (Function::Chosen, [Value::Choices(codes)]) => Some(Value::Number(codes.len().into())),
        _ => None,
    }
}

/// Complete groups of `size` months between two days.
fn months(from: Day, to: Day, size: i64) -> Outcome {
    time::months_between(from, to).map(|count| whole(count / size))
}

fn rounded(number: Decimal) -> Decimal {
    number.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
}

fn whole(number: i64) -> Value {
    Value::Number(number.into())
}
