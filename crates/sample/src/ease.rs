//! Checks of the form “no part is larger than the whole”: where one speaks, the two answers are exchanged.

use enquire_logic::children;
use enquire_model::{Answer, Cells, Comparison, Expression, ExpressionKind};
use indexmap::IndexMap;
use serde_json::Value as Json;

use crate::maker::Maker;

/// Answers by question id.
type Answers = IndexMap<String, Json>;

/// Exchanges, wherever `condition` compares two answers or two fields and the comparison holds, the one with the other. Whether anything
/// was exchanged.
pub(crate) fn exchange(
    maker: &Maker,
    condition: &Expression,
    given: &mut Answers,
    is_fixed: &dyn Fn(&str) -> bool,
) -> bool {
    let mut exchanged = false;
    let mut waiting: Vec<(&Expression, Option<&str>)> = vec![(condition, None)];
    while let Some((next, over)) = waiting.pop() {
        if let ExpressionKind::Compare { comparison, left, right } = &next.kind {
            exchanged |= match (&left.kind, &right.kind, over) {
                (ExpressionKind::Field(left), ExpressionKind::Field(right), Some(over)) if !is_fixed(over) => {
                    in_rows(maker, over, [left.as_str(), right.as_str()], *comparison, given)
                }
                (ExpressionKind::Answer(left), ExpressionKind::Answer(right), None)
                    if !is_fixed(left.as_str()) && !is_fixed(right.as_str()) =>
                {
                    answers(maker, [left.as_str(), right.as_str()], *comparison, given)
                }
                _other => false,
            };
        }
        let inner = if let ExpressionKind::Aggregate { over, .. } = &next.kind { Some(over.as_str()) } else { over };
        waiting.extend(children(next).into_iter().map(|child| (child, inner)));
    }
    exchanged
}

/// Exchanges two answers of the same kind.
fn answers(maker: &Maker, [left, right]: [&str; 2], comparison: Comparison, given: &mut Answers) -> bool {
    let kind = |id: &str| maker.question(id).map(|question| &question.answer);
    if kind(left).is_none() || kind(left) != kind(right) {
        return false;
    }
    let (Some(first), Some(second)) = (given.get(left).cloned(), given.get(right).cloned()) else {
        return false;
    };
    if !holds(comparison, &first, &second) {
        return false;
    }
    given.insert(left.to_owned(), second);
    given.insert(right.to_owned(), first);
    true
}

/// Exchanges two fields or columns of the same kind in every entry or row in which the comparison holds.
fn in_rows(maker: &Maker, over: &str, keys: [&str; 2], comparison: Comparison, given: &mut Answers) -> bool {
    let Some(question) = maker.question(over) else { return false };
    let kind = |key: &str| part(maker, &question.answer, key);
    let [left, right] = keys;
    if kind(left).is_none() || kind(left) != kind(right) {
        return false;
    }
    let Some(table) = given.get_mut(over) else { return false };
    let rows = if table.get("rows").is_some() { table.get_mut("rows") } else { Some(table) };
    let rows: Vec<&mut Json> = match rows {
        Some(Json::Array(rows)) => rows.iter_mut().collect(),
        Some(Json::Object(rows)) => rows.values_mut().collect(),
        Some(Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_)) | None => Vec::new(),
    };
    rows.into_iter().filter_map(|row| in_row(row, keys, comparison).then_some(())).count() > 0
}

/// What is answered in the column or field `key`.
fn part<'m>(maker: &Maker<'m>, answer: &'m Answer, key: &str) -> Option<&'m Answer> {
    if let Some(table) = answer.table() {
        return match &table.column(key)?.cells {
            Cells::Answered(answer) => Some(answer),
            Cells::Computed(_) => None,
        };
    }
    let record = maker.values.instrument.records.get(answer.record()?.as_str())?;
    record.field(key).map(|field| &field.answer)
}

fn in_row(row: &mut Json, [left, right]: [&str; 2], comparison: Comparison) -> bool {
    let Some(row) = row.as_object_mut() else { return false };
    let (Some(first), Some(second)) = (row.get(left).cloned(), row.get(right).cloned()) else { return false };
    if !holds(comparison, value(&first), value(&second)) {
        return false;
    }
    row.insert(left.to_owned(), second);
    row.insert(right.to_owned(), first);
    true
}

/// What stands in a cell, or the field itself.
fn value(given: &Json) -> &Json {
    given.get("value").unwrap_or(given)
}

/// Whether a comparison of order holds between two numbers or days. Numbers are compared roughly: a wrong guess costs one more try.
fn holds(comparison: Comparison, left: &Json, right: &Json) -> bool {
    let order = match (left.as_f64(), right.as_f64()) {
        (Some(left), Some(right)) => left.partial_cmp(&right),
        _other => left.as_str().zip(right.as_str()).map(|(left, right)| left.cmp(right)),
    };
    match comparison {
        Comparison::Less | Comparison::AtMost => order.is_some_and(std::cmp::Ordering::is_lt),
        Comparison::Greater | Comparison::AtLeast => order.is_some_and(std::cmp::Ordering::is_gt),
        Comparison::Equal | Comparison::NotEqual => false,
    }
}
