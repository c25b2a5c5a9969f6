//! From an expression to its type, and every mistake in it on the way.
//!
//! Each operand is looked at by itself. One that is mistaken has the type [`Type::Unknown`], and whatever is made of it is
//! unknown too and finds nothing more: as many faults as mistakes.

mod arithmetic;
mod comparison;
mod names;
mod rows;

#[cfg(test)]
mod tests;

use enquire_model::{Expression, ExpressionKind, Question};

use crate::walk::negated;
use crate::{Operand, Scope, Type, TypeFault, TypeFaultKind, Unit};
use rows::Row;

/// The type of `expression`. What is wrong with it is added to `faults`, in the order of writing; then it is
/// [`Type::Unknown`].
pub fn type_of(expression: &Expression, scope: &Scope<'_>, faults: &mut Vec<TypeFault>) -> Type {
    in_order(faults, |found| Typing { scope, row: Row::None, faults: found }.of(expression))
}

/// The type of the expression of a computed column in the table that `question` asks for.
pub fn type_of_column(
    expression: &Expression,
    question: &Question,
    scope: &Scope<'_>,
    faults: &mut Vec<TypeFault>,
) -> Type {
    in_order(faults, |found| Typing { scope, row: Row::of(question, scope), faults: found }.of(expression))
}

/// Adds to `faults` what is wrong with `expression` as a condition.
pub fn check_condition(expression: &Expression, scope: &Scope<'_>, faults: &mut Vec<TypeFault>) {
    in_order(faults, |found| Typing { scope, row: Row::None, faults: found }.condition(expression));
}

/// Adds what `find` finds in the order of writing.
fn in_order(faults: &mut Vec<TypeFault>, find: impl FnOnce(&mut Vec<TypeFault>) -> Type) -> Type {
    let mut found = Vec::new();
    let of = find(&mut found);
    found.sort_by_key(|fault| (fault.place.start, fault.place.end));
    faults.append(&mut found);
    of
}

/// The state of a walk through one expression.
struct Typing<'s, 'a> {
    scope: &'s Scope<'a>,
    row: Row<'s>,
    faults: &'s mut Vec<TypeFault>,
}

impl Typing<'_, '_> {
    fn of(&mut self, expression: &Expression) -> Type {
        match &expression.kind {
            ExpressionKind::Answer(name) => self.scope.type_of_name(name.as_str()),
            ExpressionKind::Field(field) => self.field(field),
            ExpressionKind::Cell { table, row, column } => self.cell(table, row, column),
            ExpressionKind::Part { question, field } => self.part(question, field),
            ExpressionKind::Choice(code) => Type::Code(code.to_string()),
            ExpressionKind::Number(_) => Type::NUMBER,
            ExpressionKind::Words(_) => Type::Text,
            ExpressionKind::Date(_) | ExpressionKind::AsAt => Type::Date,
            ExpressionKind::Duration { unit, .. } => Type::Duration(*unit),
            ExpressionKind::Truth(_) => Type::Truth,
            ExpressionKind::PeriodStart | ExpressionKind::PeriodEnd => self.period(expression),
            ExpressionKind::Not(_) => self.condition(negated(expression).0),
            ExpressionKind::And(parts) | ExpressionKind::Or(parts) => {
                let types: Vec<Type> = parts.iter().map(|part| self.condition(part)).collect();
                truth_unless(types.contains(&Type::Unknown))
            }
            ExpressionKind::Compare { comparison, left, right } => self.comparison(*comparison, left, right),
            ExpressionKind::In { value, choices } => self.membership(value, choices),
            ExpressionKind::Contains { value, choice } => self.containment(value, choice),
            ExpressionKind::State { question, test } => self.state(question, test),
            ExpressionKind::Arithmetic { .. } => self.chain(expression),
            ExpressionKind::Aggregate { function, over, field, condition } => {
                self.aggregate(expression.place, *function, over, field.as_ref(), condition.as_deref())
            }
            ExpressionKind::Call { function, arguments } => self.call(expression.place, *function, arguments),
        }
    }

    /// The type of an expression that has to be a condition.
    fn condition(&mut self, expression: &Expression) -> Type {
        let found = self.of(expression);
        if matches!(found, Type::Truth | Type::Unknown) {
            return found;
        }
        self.fault(expression.place, TypeFaultKind::NotACondition { found })
    }

    fn period(&mut self, expression: &Expression) -> Type {
        if self.scope.has_period() {
            Type::Date
        } else {
            self.fault(expression.place, TypeFaultKind::NoReferencePeriod)
        }
    }

    /// Adds a fault. What is mistaken has an unknown type.
    fn fault(&mut self, place: enquire_model::Place, kind: TypeFaultKind) -> Type {
        self.faults.push(TypeFault { place, kind });
        Type::Unknown
    }

    /// The unit that two numbers share, or a fault.
    fn joined(&mut self, operator: &'static str, left: &Side<'_>, right: &Side<'_>, units: (&Unit, &Unit)) -> Type {
        match units.0.joined(units.1) {
            Some(unit) => Type::Number(unit),
            None => self.unit_fault(operator, left, right),
        }
    }

    fn unit_fault(&mut self, operator: &'static str, left: &Side<'_>, right: &Side<'_>) -> Type {
        let kind = TypeFaultKind::Units { operator, left: left.operand(), right: right.operand() };
        self.fault(right.at.place, kind)
    }
}

/// One side of an operator, with its type.
struct Side<'e> {
    at: &'e Expression,
    of: Type,
}

impl Side<'_> {
    fn operand(&self) -> Operand {
        Operand { found: self.of.clone(), place: self.at.place }
    }

    fn is_unknown(&self) -> bool {
        self.of == Type::Unknown
    }
}

/// A condition, unless a part of it is unknown.
fn truth_unless(unknown: bool) -> Type {
    if unknown { Type::Unknown } else { Type::Truth }
}
