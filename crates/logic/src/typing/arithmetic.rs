//! Arithmetic and functions of values.

use enquire_model::{Arithmetic, Expression, Function, Place, TimeUnit};

use super::{Side, Typing};
use crate::walk::{Link, chain};
use crate::words::{arithmetic_word, function_word};
use crate::{Expected, Type, TypeFaultKind, Unit};

impl Typing<'_, '_> {
    /// A chain of operators, without recursion along its left side.
    pub(super) fn chain(&mut self, expression: &Expression) -> Type {
        let (first, links) = chain(expression);
        let mut left = Side { of: self.of(first), at: first };
        for Link { operator, right, whole } in links {
            let right = Side { of: self.of(right), at: right };
            left = Side { of: self.arithmetic(operator, &left, &right), at: whole };
        }
        left.of
    }

    fn arithmetic(&mut self, operator: Arithmetic, left: &Side<'_>, right: &Side<'_>) -> Type {
        if left.is_unknown() || right.is_unknown() {
            return Type::Unknown;
        }
        let word = arithmetic_word(operator);
        match (operator, &left.of, &right.of) {
            (Arithmetic::Add | Arithmetic::Subtract, Type::Number(one), Type::Number(two)) => {
                self.joined(word, left, right, (one, two))
            }
            (Arithmetic::Add | Arithmetic::Subtract, Type::Date, Type::Duration(_)) => Type::Date,
            (Arithmetic::Subtract, Type::Date, Type::Date) => Type::Number(Unit::of_time(TimeUnit::Days)),
            (Arithmetic::Multiply, Type::Number(one), Type::Number(two)) => match one.multiplied(two) {
                Some(unit) => Type::Number(unit),
                None => self.unit_fault(word, left, right),
            },
            (Arithmetic::Divide, Type::Number(one), Type::Number(two)) => Type::Number(one.divided(two)),
            _ => {
                let dated = matches!(operator, Arithmetic::Add | Arithmetic::Subtract) && left.of == Type::Date;
                let wrong = if dated || matches!(left.of, Type::Number(_)) { right } else { left };
                let kind = TypeFaultKind::Operands { operator: word, left: left.operand(), right: right.operand() };
                self.fault(wrong.at.place, kind)
            }
        }
    }

    pub(super) fn call(&mut self, place: Place, function: Function, arguments: &[Expression]) -> Type {
        let sides: Vec<Side<'_>> = arguments.iter().map(|it| Side { of: self.of(it), at: it }).collect();
        let expected = match function {
            Function::Year | Function::Round | Function::Chosen => 1,
            Function::Years | Function::Months | Function::Days => 2,
        };
        if sides.len() != expected {
            return self.fault(place, TypeFaultKind::Arguments { function, expected, found: sides.len() });
        }
        let mut suitable = true;
        for side in &sides {
            suitable &= self.suits(function, side);
        }
        if suitable { result_of(function, &sides) } else { Type::Unknown }
    }

    /// Whether a function takes an argument. An unknown one it takes without a word, and gives something unknown.
    fn suits(&mut self, function: Function, side: &Side<'_>) -> bool {
        let (expected, fits) = match function {
            Function::Year | Function::Years | Function::Months | Function::Days => {
                (Expected::Date, side.of == Type::Date)
            }
            Function::Round => (Expected::Number, matches!(side.of, Type::Number(_))),
            Function::Chosen => (Expected::Choices, matches!(side.of, Type::Choices { .. })),
        };
        if !fits && !side.is_unknown() {
            let of = function_word(function);
            self.fault(side.at.place, TypeFaultKind::Operand { of, expected, found: side.of.clone() });
        }
        fits
    }
}

/// What a function gives when its arguments suit it.
fn result_of(function: Function, sides: &[Side<'_>]) -> Type {
    match function {
        Function::Year | Function::Chosen => Type::Number(Unit::None),
        Function::Years => Type::Number(Unit::of_time(TimeUnit::Years)),
        Function::Months => Type::Number(Unit::of_time(TimeUnit::Months)),
        Function::Days => Type::Number(Unit::of_time(TimeUnit::Days)),
        Function::Round => sides.first().map_or(Type::Unknown, |side| side.of.clone()),
    }
}
