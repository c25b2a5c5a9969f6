//! Conditions as JSON Schema.
//!
//! A condition is definitely true, definitely false or undefined, so its schema is not the negation of the schema of its
//! opposite: [`Conditions`] writes either side by itself. Where JSON Schema cannot say a part of a condition, the part
//! counts as true or as false, whichever keeps the rule from refusing a valid reply, and is noted as a [`Reason`].

mod compare;
mod entries;
mod filled;
mod live;
mod operand;
mod state;

use enquire_model::{Expression, ExpressionKind, Record, Table};

use crate::context::Context;
use crate::inexpressible::Reason;
use crate::predicate::Predicate;

pub(crate) use state::given;

/// How many parts of conditions are written for one rule. A test whether a question is asked repeats that question's
/// conditions, and so could double the rule with every question that it leads to.
const MOST_PARTS: usize = 2000;

/// Which of two schemas is wanted where the exact one does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    /// True only where the condition surely holds.
    Surely,
    /// True wherever the condition may hold.
    Possibly,
}

/// What a schema is to say of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Goal {
    /// Whether the condition is to hold or to fail, each definitely.
    holds: bool,
    bound: Bound,
}

/// What a condition can speak about.
#[derive(Debug, Clone, Copy)]
enum Scope<'a> {
    /// The whole reply.
    Reply,
    /// One entry of a list.
    Entry(&'a Record),
    /// One row of a table.
    Row(&'a Table),
}

/// Writes conditions as predicates, and notes what it could not write.
pub(crate) struct Conditions<'c, 'a> {
    context: &'c Context<'a>,
    scope: Scope<'a>,
    /// The questions whose being asked is at hand, against conditions that go in a circle.
    asking: Vec<String>,
    /// How many parts have been written.
    parts: usize,
    reasons: Vec<Reason>,
}

impl Bound {
    fn opposite(self) -> Self {
        match self {
            Self::Surely => Self::Possibly,
            Self::Possibly => Self::Surely,
        }
    }
}

impl Goal {
    /// The same question of the negated condition.
    fn negated(self) -> Self {
        Self { holds: !self.holds, ..self }
    }

    /// What stands for a part that cannot be written.
    fn gap(self) -> Predicate {
        match self.bound {
            Bound::Surely => Predicate::Never,
            Bound::Possibly => Predicate::Always,
        }
    }

    /// `truth` as a predicate, if it is what is wanted.
    fn known(self, truth: bool) -> Predicate {
        if truth == self.holds { Predicate::Always } else { Predicate::Never }
    }

    /// The predicate of something that has only two states, `holds` and its opposite.
    fn two_valued(self, write: impl FnOnce(Bound) -> Predicate) -> Predicate {
        if self.holds { write(self.bound) } else { Predicate::not(write(self.bound.opposite())) }
    }
}

impl<'c, 'a> Conditions<'c, 'a> {
    pub(crate) fn new(context: &'c Context<'a>) -> Self {
        Self { context, scope: Scope::Reply, asking: Vec::new(), parts: 0, reasons: Vec::new() }
    }

    /// What could not be written so far, each reason once.
    pub(crate) fn into_reasons(self) -> Vec<Reason> {
        self.reasons
    }

    /// A test of a whole reply: every one of `conditions` holds.
    pub(crate) fn hold(&mut self, conditions: &[&Expression], bound: Bound) -> Predicate {
        let goal = Goal { holds: true, bound };
        Predicate::all(conditions.iter().map(|condition| self.write(condition, goal)))
    }

    fn write(&mut self, expression: &Expression, goal: Goal) -> Predicate {
        use ExpressionKind as Kind;
        self.parts += 1;
        if self.parts > MOST_PARTS {
            return self.gap(Reason::TooLong, goal);
        }
        match &expression.kind {
            Kind::Not(inner) => self.write(inner, goal.negated()),
            Kind::And(parts) => self.write_each(parts, goal, goal.holds),
            Kind::Or(parts) => self.write_each(parts, goal, !goal.holds),
            Kind::Truth(truth) => goal.known(*truth),
            Kind::Compare { comparison, left, right } => {
                let compared = self.compare(*comparison, left, right, goal);
                self.while_asked(expression, compared, goal.bound)
            }
            Kind::In { value, choices } => {
                let among = self.membership(value, choices, goal);
                self.while_asked(expression, among, goal.bound)
            }
            Kind::Contains { value, choice } => {
                let chosen = self.contains(value, choice, goal);
                self.while_asked(expression, chosen, goal.bound)
            }
            Kind::State { question, test } => self.state(question, test, goal),
            Kind::Aggregate { function, over, condition, .. } => {
                let found = self.any_or_all(*function, over, condition.as_deref(), goal);
                self.while_asked(expression, found, goal.bound)
            }
            Kind::Answer(_)
            | Kind::Field(_)
            | Kind::Cell { .. }
            | Kind::Part { .. }
            | Kind::Choice(_)
            | Kind::Number(_)
            | Kind::Words(_)
            | Kind::Date(_)
            | Kind::Duration { .. }
            | Kind::AsAt
            | Kind::PeriodStart
            | Kind::PeriodEnd
            | Kind::Arithmetic { .. }
            | Kind::Call { .. } => self.gap(Reason::NotCondition, goal),
        }
    }

    /// All of `parts`, or one of them.
    fn write_each(&mut self, parts: &[Expression], goal: Goal, all: bool) -> Predicate {
        let parts: Vec<Predicate> = parts.iter().map(|part| self.write(part, goal)).collect();
        if all { Predicate::all(parts) } else { Predicate::any(parts) }
    }

    /// Notes why a part cannot be written, and puts in its place what refuses no valid reply.
    fn gap(&mut self, reason: Reason, goal: Goal) -> Predicate {
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
        goal.gap()
    }

    /// Writes with `write` about one entry or row.
    fn inside(&mut self, scope: Scope<'a>, write: impl FnOnce(&mut Self) -> Predicate) -> Predicate {
        let outer = std::mem::replace(&mut self.scope, scope);
        let predicate = write(self);
        self.scope = outer;
        predicate
    }
}
