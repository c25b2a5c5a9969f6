//! Comparisons, `in` and `contains`.

use enquire_model::{Comparison, Expression};

use super::{Side, Typing, truth_unless};
use crate::words::comparison_word;
use crate::{Expected, Type, TypeFaultKind, Unit};

/// Whether two types go together.
enum Match {
    Yes,
    /// An option of a scale and a bare code.
    Code {
        scale: String,
        other: bool,
        code: String,
    },
    /// Numbers, whose units have still to agree.
    Numbers(Unit, Unit),
    No,
}

impl Typing<'_, '_> {
    pub(super) fn comparison(&mut self, comparison: Comparison, left: &Expression, right: &Expression) -> Type {
        let left = Side { of: self.of(left), at: left };
        let right = Side { of: self.of(right), at: right };
        let ordered = match comparison {
            Comparison::Equal | Comparison::NotEqual => false,
            Comparison::Less | Comparison::AtMost | Comparison::Greater | Comparison::AtLeast => true,
        };
        self.compared(comparison_word(comparison), ordered, &left, &right)
    }

    pub(super) fn membership(&mut self, value: &Expression, choices: &[Expression]) -> Type {
        let value = Side { of: self.of(value), at: value };
        let mut unknown = value.is_unknown();
        for choice in choices {
            let choice = Side { of: self.of(choice), at: choice };
            unknown |= self.compared("in", false, &value, &choice) == Type::Unknown;
        }
        truth_unless(unknown)
    }

    pub(super) fn containment(&mut self, value: &Expression, choice: &Expression) -> Type {
        let value = Side { of: self.of(value), at: value };
        let choice = Side { of: self.of(choice), at: choice };
        if value.is_unknown() {
            return Type::Unknown;
        }
        let Type::Choices { scale, other } = &value.of else {
            let kind = TypeFaultKind::Operand { of: "contains", expected: Expected::Choices, found: value.of };
            return self.fault(value.at.place, kind);
        };
        let one = Side { of: Type::Choice { scale: scale.clone(), other: *other }, at: value.at };
        self.compared("contains", false, &one, &choice)
    }

    fn compared(&mut self, operator: &'static str, ordered: bool, left: &Side<'_>, right: &Side<'_>) -> Type {
        if left.is_unknown() || right.is_unknown() {
            return Type::Unknown;
        }
        match match_types(ordered, &left.of, &right.of) {
            Match::Yes => Type::Truth,
            Match::Numbers(one, two) => truth_unless(self.joined(operator, left, right, (&one, &two)) == Type::Unknown),
            Match::Code { scale, other, code } => {
                if !self.scope.lacks_choice(&scale, other, &code) {
                    return Type::Truth;
                }
                let named = if matches!(right.of, Type::Code(_)) { right } else { left };
                self.fault(named.at.place, TypeFaultKind::NotInScale { scale, code })
            }
            Match::No => {
                let kind = TypeFaultKind::Operands { operator, left: left.operand(), right: right.operand() };
                let wrong = if can_be_compared(ordered, &left.of) { right } else { left };
                self.fault(wrong.at.place, kind)
            }
        }
    }
}

fn match_types(ordered: bool, left: &Type, right: &Type) -> Match {
    match (left, right) {
        (Type::Number(one), Type::Number(two)) => Match::Numbers(one.clone(), two.clone()),
        (Type::Number(one), Type::Duration(two)) => Match::Numbers(one.clone(), Unit::of_time(*two)),
        (Type::Duration(one), Type::Number(two)) => Match::Numbers(Unit::of_time(*one), two.clone()),
        (Type::Duration(one), Type::Duration(two)) => Match::Numbers(Unit::of_time(*one), Unit::of_time(*two)),
        (Type::Date, Type::Date) => Match::Yes,
        (Type::Text, Type::Text) | (Type::Truth, Type::Truth) if !ordered => Match::Yes,
        (Type::Choice { scale: one, .. }, Type::Choice { scale: two, .. }) if !ordered && one == two => Match::Yes,
        (Type::Choice { scale, other }, Type::Code(code)) | (Type::Code(code), Type::Choice { scale, other })
            if !ordered =>
        {
            Match::Code { scale: scale.clone(), other: *other, code: code.clone() }
        }
        _ => Match::No,
    }
}

/// Whether there is anything that a value of this type can be compared with, so that the fault is rather on the other side.
fn can_be_compared(ordered: bool, of: &Type) -> bool {
    match of {
        Type::Number(_) | Type::Date | Type::Duration(_) => true,
        Type::Truth | Type::Text | Type::Choice { .. } => !ordered,
        Type::Choices { .. }
        | Type::Code(_)
        | Type::Period
        | Type::Record(_)
        | Type::List(_)
        | Type::Table
        | Type::File
        | Type::Unknown => false,
    }
}
