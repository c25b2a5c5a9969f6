//! The four states of an answer, and where expressions find answers.

use enquire_model::{Date, Period, StateTest};

use crate::Value;

/// The state of an answer. It is always exactly one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum AnswerState {
    /// Some condition of the question does not hold.
    #[default]
    NotAsked,
    /// It is asked, and nothing is given.
    Unanswered,
    /// It is asked, and the declared non-response with this code is given.
    NonResponse(String),
    /// It is asked, and an answer is given.
    Answered,
}

impl AnswerState {
    /// Whether the question is asked.
    pub fn is_asked(&self) -> bool {
        *self != Self::NotAsked
    }

    /// Whether `test` holds in this state.
    pub fn passes(&self, test: &StateTest) -> bool {
        match test {
            StateTest::Answered => *self == Self::Answered,
            StateTest::Unanswered => *self == Self::Unanswered,
            StateTest::Asked => self.is_asked(),
            StateTest::NonResponse(code) => {
                matches!(self, Self::NonResponse(given) if given == code.as_str())
            }
        }
    }
}

/// The answers that an expression reads.
pub trait Answers {
    /// The state of a question or computed value; not asked if there is neither.
    fn state(&self, id: &str) -> AnswerState;

    /// The value of an answered question or of a computed value that is defined.
    fn value(&self, id: &str) -> Option<&Value>;

    /// The day for which the reply speaks.
    fn as_at(&self) -> Option<Date>;

    /// The instrument's reference period.
    fn period(&self) -> Option<Period>;
}
