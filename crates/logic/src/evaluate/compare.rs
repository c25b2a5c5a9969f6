//! Comparisons of two values.

use std::cmp::Ordering;

use enquire_model::{Comparison, Decimal};

use crate::Value;

/// The truth of a comparison; nothing if the values do not compare.
pub(super) fn compare(comparison: Comparison, left: &Value, right: &Value) -> Option<bool> {
    match comparison {
        Comparison::Equal => equal(left, right),
        Comparison::NotEqual => equal(left, right).map(|equal| !equal),
        Comparison::Less => order(left, right).map(Ordering::is_lt),
        Comparison::AtMost => order(left, right).map(Ordering::is_le),
        Comparison::Greater => order(left, right).map(Ordering::is_gt),
        Comparison::AtLeast => order(left, right).map(Ordering::is_ge),
    }
}

/// Whether two values are equal; nothing if they do not compare.
pub(super) fn equal(left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::Truth(one), Value::Truth(two)) => Some(one == two),
        (Value::Text(one), Value::Text(two)) | (Value::Choice(one), Value::Choice(two)) => Some(one == two),
        _ => order(left, right).map(Ordering::is_eq),
    }
}

/// The order of two numbers, dates or durations; nothing if there is none, as between two currencies.
pub(super) fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Date(one), Value::Date(two)) => Some(one.cmp(two)),
        (Value::Amount { currency: one, .. }, Value::Amount { currency: two, .. }) if one != two => None,
        (Value::Duration { unit: one, .. }, Value::Duration { unit: two, .. }) if one != two => None,
        (Value::Duration { .. }, Value::Amount { .. }) | (Value::Amount { .. }, Value::Duration { .. }) => None,
        _ => Some(figure(left)?.cmp(&figure(right)?)),
    }
}

/// A number, or the count of a duration: types make sure that their units agree.
fn figure(value: &Value) -> Option<Decimal> {
    if let Value::Duration { count, .. } = value { Some(Decimal::from(*count)) } else { value.number() }
}
