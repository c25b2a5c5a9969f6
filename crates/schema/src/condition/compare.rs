//! Comparisons of an answer with a constant.

use enquire_model::{Aggregate, Comparison, Decimal, Expression, ExpressionKind, Function};
use serde_json::{Value, json};

use super::entries::{Length, lengths};
use super::filled;
use super::operand::{Constant, Kind, Operand};
use super::{Conditions, Goal};
use crate::inexpressible::Reason;
use crate::predicate::Predicate;
use crate::shape::json_number;

impl Conditions<'_, '_> {
    /// `left comparison right`.
    pub(super) fn compare(&mut self, how: Comparison, left: &Expression, right: &Expression, goal: Goal) -> Predicate {
        match (self.constant(left), self.constant(right)) {
            (None, Some(constant)) => self.compare_with(how, left, &constant, goal),
            (Some(constant), None) => self.compare_with(mirrored(how), right, &constant, goal),
            (None, None) => self.compare_unknown(how, left, right, goal),
            (Some(_), Some(_)) => self.gap(Reason::NotCondition, goal),
        }
    }

    /// A comparison with a truth is that condition or its opposite. Two values of the reply cannot be compared.
    fn compare_unknown(&mut self, how: Comparison, left: &Expression, right: &Expression, goal: Goal) -> Predicate {
        let (condition, truth) = match (&left.kind, &right.kind) {
            (_, ExpressionKind::Truth(truth)) => (left, *truth),
            (ExpressionKind::Truth(truth), _) => (right, *truth),
            _ => {
                let reason = self.operand(left).and(self.operand(right)).err().unwrap_or(Reason::TwoAnswers);
                return self.gap(reason, goal);
            }
        };
        match how {
            Comparison::Equal if truth => self.write(condition, goal),
            Comparison::NotEqual if !truth => self.write(condition, goal),
            Comparison::Equal | Comparison::NotEqual => self.write(condition, goal.negated()),
            Comparison::Less | Comparison::AtMost | Comparison::Greater | Comparison::AtLeast => {
                self.gap(Reason::NotCondition, goal)
            }
        }
    }

    fn compare_with(&mut self, how: Comparison, value: &Expression, with: &Constant, goal: Goal) -> Predicate {
        let how = if goal.holds { how } else { opposite(how) };
        if let Constant::Number(number) = with {
            if let ExpressionKind::Aggregate { function: Aggregate::Count, over, condition, .. } = &value.kind {
                return self.count(over, condition.as_deref(), how, *number, goal);
            }
            if let ExpressionKind::Call { function: Function::Chosen, arguments } = &value.kind {
                return self.chosen(arguments, how, *number, goal);
            }
        }
        match self.operand(value).and_then(|operand| compared(&operand, how, with)) {
            Ok(predicate) => predicate,
            Err(reason) => self.gap(reason, goal),
        }
    }

    /// `value in (a, b)`, a chain of `or`: one that is equal settles it.
    pub(super) fn membership(&mut self, value: &Expression, choices: &[Expression], goal: Goal) -> Predicate {
        let operand = match self.operand(value) {
            Ok(operand) => operand,
            Err(reason) => return self.gap(reason, goal),
        };
        let constants: Vec<Constant> = choices.iter().filter_map(|choice| self.constant(choice)).collect();
        let all_known = constants.len() == choices.len();
        let known = if goal.holds { among(&operand, &constants) } else { not_among(&operand, &constants) };
        if all_known {
            return known;
        }
        let rest = self.gap(Reason::TwoAnswers, goal);
        if goal.holds { Predicate::any([known, rest]) } else { Predicate::all([known, rest]) }
    }

    /// `value contains choice`.
    pub(super) fn contains(&mut self, value: &Expression, choice: &Expression, goal: Goal) -> Predicate {
        let found = self.operand(value).and_then(|operand| match (&operand.kind, self.constant(choice)) {
            (Kind::Choices, Some(Constant::Words(code))) => {
                let chosen = json!({ "contains": { "enum": [code] } });
                let test = if goal.holds { chosen } else { json!({ "minItems": 1, "not": chosen }) };
                Ok(operand.test(array(test)))
            }
            (Kind::Choices, Some(Constant::Number(_)) | None) => Err(Reason::TwoAnswers),
            (Kind::Choice(_) | Kind::Number | Kind::Day | Kind::Words, _) => Err(Reason::NotCondition),
        });
        found.unwrap_or_else(|reason| self.gap(reason, goal))
    }

    /// `chosen(value) how number`.
    fn chosen(&mut self, arguments: &[Expression], how: Comparison, number: Decimal, goal: Goal) -> Predicate {
        let operand = match arguments {
            [value] => self.operand(value),
            [] | [_, _, ..] => Err(Reason::Function),
        };
        match (operand, lengths(how, number)) {
            (Ok(operand), Some(lengths)) if matches!(operand.kind, Kind::Choices) => {
                // An empty array is no answer.
                operand.test(Predicate::any(lengths.into_iter().filter_map(Length::of_some)))
            }
            (Err(reason), _) => self.gap(reason, goal),
            (Ok(_), _) => self.gap(Reason::Function, goal),
        }
    }
}

/// `operand how constant`, definitely.
fn compared(operand: &Operand, how: Comparison, with: &Constant) -> Result<Predicate, Reason> {
    match (&operand.kind, with, how) {
        (Kind::Number, Constant::Number(number), _) => {
            Ok(operand.number(number_test(how, *number), meets(how, *number)))
        }
        (Kind::Choice(_) | Kind::Day | Kind::Words, Constant::Words(_), Comparison::Equal) => {
            Ok(among(operand, std::slice::from_ref(with)))
        }
        (Kind::Choice(_) | Kind::Day | Kind::Words, Constant::Words(_), Comparison::NotEqual) => {
            Ok(not_among(operand, std::slice::from_ref(with)))
        }
        (Kind::Day, Constant::Words(_), _) => Err(Reason::DateOrder),
        (Kind::Choice(_) | Kind::Choices | Kind::Number | Kind::Day | Kind::Words, _, _) => Err(Reason::NotCondition),
    }
}

/// The operand is one of `constants`.
fn among(operand: &Operand, constants: &[Constant]) -> Predicate {
    let values: Vec<Value> =
        constants.iter().map(Constant::to_json).filter(|value| !is_no_answer(operand, value)).collect();
    let nought = values.iter().any(|value| *value == json_number(Decimal::ZERO));
    let test = Predicate::one_of(values);
    match operand.kind {
        Kind::Number => operand.number(test, nought),
        Kind::Choice(_) | Kind::Choices | Kind::Day | Kind::Words => operand.test(test),
    }
}

/// The operand is something, but none of `constants`.
fn not_among(operand: &Operand, constants: &[Constant]) -> Predicate {
    let mut values: Vec<Value> = constants.iter().map(Constant::to_json).collect();
    match &operand.kind {
        Kind::Choice(codes) => {
            let others = codes.iter().filter(|code| !values.iter().any(|value| value.as_str() == Some(code)));
            operand.test(Predicate::one_of(others.map(String::as_str)))
        }
        Kind::Number => {
            let nought = !values.iter().any(|value| *value == json_number(Decimal::ZERO));
            operand.number(Predicate::Meets(json!({ "type": "number", "not": { "enum": values } })), nought)
        }
        Kind::Choices | Kind::Day | Kind::Words => {
            values.extend(operand.nonresponses.iter().map(|code| json!(code)));
            let other = json!({ "type": "string", "pattern": filled::TEXT, "not": { "enum": values } });
            operand.test(Predicate::Meets(other))
        }
    }
}

/// Whether `value` in the operand's place is a declared non-response, or blank.
fn is_no_answer(operand: &Operand, value: &Value) -> bool {
    value.as_str().is_some_and(|text| operand.nonresponses.contains(&text) || text.trim().is_empty())
}

fn number_test(how: Comparison, number: Decimal) -> Predicate {
    let number = json_number(number);
    Predicate::Meets(match how {
        Comparison::Equal => json!({ "type": "number", "enum": [number] }),
        Comparison::NotEqual => json!({ "type": "number", "not": { "enum": [number] } }),
        Comparison::Less => json!({ "type": "number", "exclusiveMaximum": number }),
        Comparison::AtMost => json!({ "type": "number", "maximum": number }),
        Comparison::Greater => json!({ "type": "number", "exclusiveMinimum": number }),
        Comparison::AtLeast => json!({ "type": "number", "minimum": number }),
    })
}

/// Whether nought compares so with `number`.
fn meets(how: Comparison, number: Decimal) -> bool {
    let nought = Decimal::ZERO;
    match how {
        Comparison::Equal => nought == number,
        Comparison::NotEqual => nought != number,
        Comparison::Less => nought < number,
        Comparison::AtMost => nought <= number,
        Comparison::Greater => nought > number,
        Comparison::AtLeast => nought >= number,
    }
}

/// An array that meets `test` as well.
fn array(test: Value) -> Predicate {
    let mut schema = serde_json::Map::from_iter([("type".to_owned(), json!("array"))]);
    if let Value::Object(mut test) = test {
        schema.append(&mut test);
    }
    Predicate::Meets(schema.into())
}

/// The comparison with its sides changed over.
fn mirrored(how: Comparison) -> Comparison {
    match how {
        Comparison::Equal => Comparison::Equal,
        Comparison::NotEqual => Comparison::NotEqual,
        Comparison::Less => Comparison::Greater,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::Greater => Comparison::Less,
        Comparison::AtLeast => Comparison::AtMost,
    }
}

/// The comparison that holds of two values when this one fails.
pub(super) fn opposite(how: Comparison) -> Comparison {
    match how {
        Comparison::Equal => Comparison::NotEqual,
        Comparison::NotEqual => Comparison::Equal,
        Comparison::Less => Comparison::AtLeast,
        Comparison::AtMost => Comparison::Greater,
        Comparison::Greater => Comparison::AtMost,
        Comparison::AtLeast => Comparison::Less,
    }
}
