//! Conditions in a form that is being filled in.
//!
//! A finished reply has no answer to a question that is not asked: a rule of its own refuses it. In a form such an answer
//! stays until somebody removes it, and counts for nothing. So there every reading of an answer is joined by the conditions
//! under which the question is asked.

use enquire_model::{Expression, ExpressionKind, Name};

use super::{Bound, Conditions};
use crate::context::Dialect;
use crate::predicate::Predicate;

/// How many parts one rule may have for this. Where it would take more, presence stands for being asked.
const MOST_PARTS: usize = 80;

impl Conditions<'_, '_> {
    /// `test` of what `expression` reads, which holds only while the questions that it reads are asked.
    pub(super) fn while_asked(&mut self, expression: &Expression, test: Predicate, bound: Bound) -> Predicate {
        let mut read = Vec::new();
        if self.context.dialect == Dialect::Form {
            questions(expression, &mut read);
        }
        read.into_iter().fold(test, |test, id| self.if_asked(id, test, bound))
    }

    /// `test` of the question `id`, which holds only while that is asked.
    pub(super) fn if_asked(&mut self, id: &Name, test: Predicate, bound: Bound) -> Predicate {
        let open = self.asking.iter().any(|open| open == id.as_str());
        let is_known = self.context.question(id.as_str()).is_some();
        if self.context.dialect == Dialect::Reply || test == Predicate::Never || open || !is_known {
            return test;
        }
        let (parts, reasons) = (self.parts, self.reasons.len());
        let asked = self.asked(id.as_str(), bound);
        if self.parts > MOST_PARTS {
            // What was written for this is put away, and with it what it could not say.
            self.parts = parts;
            self.reasons.truncate(reasons);
            return test;
        }
        Predicate::all([asked, test])
    }
}

/// The questions whose answers `expression`, which is no chain of arithmetic, reads itself.
fn questions<'e>(expression: &'e Expression, found: &mut Vec<&'e Name>) {
    use ExpressionKind as Kind;
    match &expression.kind {
        Kind::Answer(id)
        | Kind::Cell { table: id, .. }
        | Kind::Part { question: id, .. }
        | Kind::Aggregate { over: id, .. } => found.push(id),
        Kind::Compare { left, right, .. } => {
            questions(left, found);
            questions(right, found);
        }
        Kind::In { value, .. } | Kind::Contains { value, .. } => questions(value, found),
        Kind::Call { arguments, .. } => arguments.iter().for_each(|argument| questions(argument, found)),
        Kind::Field(_)
        | Kind::Choice(_)
        | Kind::Number(_)
        | Kind::Words(_)
        | Kind::Date(_)
        | Kind::Duration { .. }
        | Kind::Truth(_)
        | Kind::AsAt
        | Kind::PeriodStart
        | Kind::PeriodEnd
        | Kind::Not(_)
        | Kind::And(_)
        | Kind::Or(_)
        | Kind::State { .. }
        | Kind::Arithmetic { .. } => {}
    }
}
