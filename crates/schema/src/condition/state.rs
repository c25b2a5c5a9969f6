//! Tests of the state of an answer: asked, answered, unanswered, a declared non-response.
//!
//! They are defined in every state, so what does not hold fails.

use enquire_model::{Name, Question, StateTest};

use super::filled::filled;
use super::{Bound, Conditions, Goal, Scope};
use crate::context::Context;
use crate::inexpressible::Reason;
use crate::predicate::Predicate;

impl Conditions<'_, '_> {
    /// `question is test`.
    pub(super) fn state(&mut self, id: &Name, test: &StateTest, goal: Goal) -> Predicate {
        if !matches!(self.scope, Scope::Reply) {
            return self.gap(Reason::OutsideEntry, goal);
        }
        let context = self.context;
        let Some(asked) = context.question(id.as_str()) else {
            return self.gap(Reason::Computed, goal);
        };
        let question = asked.question;
        match test {
            StateTest::Answered => goal.two_valued(|bound| self.if_asked(id, answered(context, question), bound)),
            StateTest::NonResponse(code) => {
                let given = in_answers(id, Predicate::one_of([code.as_str()]));
                goal.two_valued(|bound| self.if_asked(id, given, bound))
            }
            StateTest::Asked => goal.two_valued(|bound| self.asked(id.as_str(), bound)),
            StateTest::Unanswered => goal.two_valued(|bound| {
                let missing = Predicate::not(in_answers(id, given(context, question)));
                Predicate::all([missing, self.asked(id.as_str(), bound)])
            }),
        }
    }

    /// The question `id` is asked: every condition above it holds.
    ///
    /// Where its answer is read, being present is enough: an answer to what is not asked is refused by a rule of its own.
    pub(crate) fn asked(&mut self, id: &str, bound: Bound) -> Predicate {
        let goal = Goal { holds: true, bound };
        let Some(asked) = self.context.question(id) else {
            return self.gap(Reason::Computed, goal);
        };
        if self.asking.iter().any(|open| open == id) {
            return self.gap(Reason::Circle, goal);
        }
        let conditions = asked.conditions.clone();
        self.asking.push(id.to_owned());
        let predicate = self.hold(&conditions, bound);
        self.asking.pop();
        predicate
    }
}

/// Something is given that is neither blank nor a declared non-response.
fn answered(context: &Context, question: &Question) -> Predicate {
    let instead = Predicate::one_of(codes(question));
    let answer = Predicate::all([Predicate::not(instead), filled(context, &question.answer)]);
    in_answers(&question.id, answer)
}

/// A test of what stands in the place of the answer: it is not blank, or it is a declared non-response.
pub(crate) fn given(context: &Context, question: &Question) -> Predicate {
    Predicate::any([filled(context, &question.answer), Predicate::one_of(codes(question))])
}

fn codes(question: &Question) -> impl Iterator<Item = &str> {
    question.nonresponses.iter().map(Name::as_str)
}

fn in_answers(id: &Name, test: Predicate) -> Predicate {
    Predicate::at(&["answers", id.as_str()], test)
}
