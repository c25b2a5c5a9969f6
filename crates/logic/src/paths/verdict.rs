//! What the solver says: witnesses, conflicts, faults, and what it could not decide.

use enquire_model::{Check, Date, Expression, Name, Question, When};
use indexmap::IndexMap;
use serde_json::Value as Json;

use crate::Burden;

/// Whether something can come about in a reply.
#[derive(Debug, Clone, PartialEq)]
pub enum Reach<'a> {
    /// It can: this reply shows it.
    Witness(Witness),
    /// It cannot, in any reply: these conditions exclude each other.
    Never(Conflict<'a>),
    /// Neither was proved within the bounds.
    Undecided(Undecided),
}

/// A reply that shows something. The evaluator has confirmed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Witness {
    /// The answers by question id, in the shapes of a reply; only those that matter.
    pub answers: IndexMap<String, Json>,
    /// The day for which the reply speaks.
    pub as_at: Date,
}

/// Conditions that cannot hold together, none of which can be spared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Conflict<'a> {
    /// The conditions in the order of print, with what each belongs to. A condition of several parts joined by `and` stands here as
    /// those parts that matter. It is empty where the answer itself cannot be given.
    pub conditions: Vec<Condition<'a>>,
    /// The first two that exclude each other by themselves, as indices into `conditions`. The others lead to them.
    pub pair: Option<(usize, usize)>,
    /// Questions that always have to be answered, where that plays a part.
    pub required: Vec<&'a Question>,
}

/// A condition, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Condition<'a> {
    /// The condition; its place is where it was written.
    pub expression: &'a Expression,
    /// What it belongs to.
    pub whose: Whose<'a>,
}

/// What a condition belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Whose<'a> {
    /// The question that is asked when it holds.
    Question(&'a Question),
    /// The `when` block.
    Block(&'a When),
    /// The question that has to be answered when it holds.
    Required(&'a Question),
    /// The check that speaks when it holds, and the question whose clause it is.
    Check(&'a Check, Option<&'a Question>),
    /// The computed value that it is.
    Computed(&'a Name),
}

/// Why something is not decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecided {
    /// In plain words, lower case, without a full stop.
    pub reason: String,
    /// Where the part of a condition stands that could not be decided, if it is one.
    pub place: Option<enquire_model::Place>,
}

/// Something that is wrong with the paths through an instrument. Nothing is claimed that is not proved.
///
/// What only follows from another fault is left out: a question in a group that never opens, or one that depends on the answer to a
/// question that is never asked.
#[derive(Debug, Clone, PartialEq)]
pub enum PathFault<'a> {
    /// A question is asked in no reply.
    NeverAsked {
        /// The question.
        question: &'a Question,
        /// Why.
        conflict: Conflict<'a>,
    },
    /// A question is asked only in replies that are mistaken: an error `check` speaks, or a required answer is missing.
    AskedOnlyByMistake {
        /// The question.
        question: &'a Question,
        /// The checks and requirements that stand against it, with the conditions under which it is asked.
        conflict: Conflict<'a>,
    },
    /// A `when` block opens in no reply.
    NeverOpen {
        /// The block.
        when: &'a When,
        /// Why.
        conflict: Conflict<'a>,
    },
    /// A condition is never false: it holds whenever what it reads is answered.
    AlwaysHolds {
        /// The condition.
        condition: Condition<'a>,
        /// Whether it holds even where nothing is answered.
        everywhere: bool,
        /// What is known there already and makes it hold; empty if it holds by itself.
        given: Vec<Condition<'a>>,
    },
    /// The condition of `required when` holds in no reply that is asked the question.
    NeverRequired {
        /// The question.
        question: &'a Question,
        /// Why.
        conflict: Conflict<'a>,
    },
    /// A question that has to be answered can be answered in no reply that stands: each of its answers is excluded. A declared
    /// non-response is no answer; where there is one, it is all that can be given.
    NeverAnswerable {
        /// The question.
        question: &'a Question,
        /// What excludes the answers: error checks, or conditions together with a cascade. May be empty.
        conflict: Conflict<'a>,
    },
    /// A check speaks in no reply.
    NeverSpeaks {
        /// The check.
        check: &'a Check,
        /// The question whose clause it is.
        question: Option<&'a Question>,
        /// Why.
        conflict: Conflict<'a>,
    },
    /// A check speaks whenever what it reads is answered.
    AlwaysSpeaks {
        /// The check.
        check: &'a Check,
        /// The question whose clause it is.
        question: Option<&'a Question>,
        /// Whether it speaks even where nothing is answered.
        everywhere: bool,
    },
    /// Two questions with the same words are asked in one reply.
    AskedTwice {
        /// The first in the order of print.
        first: &'a Question,
        /// The second.
        second: &'a Question,
        /// A reply in which both are asked.
        witness: Witness,
    },
}

/// Something that the solver could not settle.
#[derive(Debug, Clone, PartialEq)]
pub struct Unsettled<'a> {
    /// The condition it is about.
    pub condition: Condition<'a>,
    /// Why.
    pub why: Undecided,
}

/// How long a path through an instrument can be.
#[derive(Debug, Clone, PartialEq)]
pub struct Extent {
    /// Questions asked, sub-questions included.
    pub questions: Span,
    /// Estimated minutes.
    pub minutes: Span,
    /// Questions answered in prose.
    pub prose: Span,
}

/// One figure of the longest or shortest path: exact if both bounds are the same.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Span {
    /// It is at least this.
    pub least: u32,
    /// It is at most this.
    pub most: u32,
    /// A reply with a path of this length: of the longest path `least`, of the shortest `most`.
    pub witness: Option<Witness>,
}

impl Span {
    /// The figure, if it is known exactly.
    pub fn exact(&self) -> Option<u32> {
        (self.least == self.most).then_some(self.least)
    }
}

impl Extent {
    /// The upper bounds together.
    pub fn at_most(&self) -> Burden {
        Burden { questions: self.questions.most, minutes: self.minutes.most, prose: self.prose.most }
    }
}

/// What a question is to be given, for [`Paths::reach_where`](super::Paths::reach_where).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted<'w> {
    /// Nothing, though it is asked.
    Blank,
    /// The declared non-response with this code.
    NonResponse(&'w str),
    /// Any answer.
    Answer,
    /// The option with this code; of several options, one of them.
    Choice(&'w str),
}
