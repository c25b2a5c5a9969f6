//! A whole reply at once: the state of every question, the computed values, what is missing, and the checks that speak.

mod change;
mod plan;
mod sheet;
mod work;

#[cfg(test)]
mod change_tests;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use enquire_model::{Check, Date, Instrument, Name, Period, Question, Reply, Weight};

use crate::graph::Node;
use crate::{AnswerState, Answers, Outcome, Value};
pub use change::Changes;
use plan::Plan;
pub use sheet::{Sheet, Slot};

/// An instrument made ready for the evaluation of many replies.
///
/// Making it takes time in proportion to the length of the instrument; so does each evaluation. It can be shared between threads.
#[derive(Debug, Clone)]
pub struct Evaluator<'a> {
    plan: Arc<Plan<'a>>,
}

/// What a reply means.
///
/// For an instrument that is not valid it is what can be known: a part of a cycle reads the rest of the cycle as not asked or
/// undefined.
#[derive(Debug, Clone)]
pub struct Evaluation<'a> {
    plan: Arc<Plan<'a>>,
    as_at: Date,
    /// By node.
    nodes: Vec<Status>,
    /// By node: whether it is a question to which an answer or a non-response is expected.
    required: Vec<bool>,
    /// By check.
    speaks: Vec<bool>,
}

/// What is known of a node.
#[derive(Debug, Clone, Default, PartialEq)]
struct Status {
    /// Whether it is asked, or a `when` block is open.
    asked: bool,
    /// The state that it has if it is asked.
    given: AnswerState,
    /// The value that it has if it is asked. Of a question that is not asked it waits here until it is.
    value: Outcome,
}

static NOT_ASKED: AnswerState = AnswerState::NotAsked;

impl Status {
    fn state(&self) -> &AnswerState {
        if self.asked { &self.given } else { &NOT_ASKED }
    }

    fn value(&self) -> Option<&Value> {
        self.value.as_ref().filter(|_| self.asked)
    }

    /// Whether nobody can tell it from `other`.
    fn looks_like(&self, other: &Self) -> bool {
        self.state() == other.state() && self.value() == other.value()
    }
}

/// A check that speaks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spoken<'a> {
    /// The check.
    pub check: &'a Check,
    /// The question whose clause it is, if it does not stand by itself.
    pub question: Option<&'a Question>,
}

impl<'a> Evaluator<'a> {
    /// Makes `instrument` ready.
    pub fn new(instrument: &'a Instrument) -> Self {
        Self { plan: Arc::new(Plan::of(instrument)) }
    }

    /// What `reply` means.
    pub fn evaluate(&self, reply: &Reply) -> Evaluation<'a> {
        let mut evaluation = Evaluation::blank(Arc::clone(&self.plan), reply.as_at);
        evaluation.read(reply);
        evaluation.work_out_all();
        evaluation
    }
}

impl<'a> Evaluation<'a> {
    /// What `reply` to `instrument` means. For several replies make an [`Evaluator`] once.
    pub fn of(instrument: &'a Instrument, reply: &Reply) -> Self {
        Evaluator::new(instrument).evaluate(reply)
    }

    /// Every question with the state of its answer, in the order of print.
    pub fn questions(&self) -> impl Iterator<Item = (&'a Question, &AnswerState)> {
        self.plan.graph.nodes().iter().zip(&self.nodes).filter_map(|(node, status)| match node {
            Node::Question(question) => Some((*question, status.state())),
            Node::When(_) | Node::Column { .. } | Node::Computed(_) => None,
        })
    }

    /// Every computed value with what it comes to, in the order of print.
    pub fn computed(&self) -> impl Iterator<Item = (&'a Name, Option<&Value>)> {
        self.plan.graph.nodes().iter().zip(&self.nodes).filter_map(|(node, status)| match node {
            Node::Computed(computed) => Some((&computed.id, status.value())),
            Node::When(_) | Node::Question(_) | Node::Column { .. } => None,
        })
    }

    /// Whether an answer or a non-response is expected: the question is asked, and it is required here and now.
    pub fn is_required(&self, question: &Question) -> bool {
        let at = self.plan.graph.find(question.id.as_str());
        at.and_then(|at| self.required.get(at)).copied().unwrap_or_default()
    }

    /// The questions to which an answer or a non-response is expected and nothing is given, in the order of print.
    pub fn missing(&self) -> impl Iterator<Item = &'a Question> {
        let nodes = self.plan.graph.nodes().iter().zip(&self.nodes).zip(&self.required);
        nodes.filter_map(|((node, status), required)| match node {
            Node::Question(question) if *required && status.given == AnswerState::Unanswered => Some(*question),
            Node::Question(_) | Node::When(_) | Node::Column { .. } | Node::Computed(_) => None,
        })
    }

    /// The checks that speak, in the order of print. A check of a question or in a `when` block speaks only if that is asked.
    pub fn spoken(&self) -> Vec<Spoken<'a>> {
        let checks = self.plan.graph.checks().iter().zip(&self.speaks).filter(|(_, speaks)| **speaks);
        checks.map(|(placed, _)| Spoken { check: placed.check, question: placed.question }).collect()
    }

    /// The checks that speak and make the reply mistaken, in the order of print.
    pub fn errors(&self) -> impl Iterator<Item = Spoken<'a>> {
        self.spoken().into_iter().filter(|spoken| spoken.check.weight == Weight::Error)
    }

    /// The checks that speak and ask the respondent to confirm, in the order of print.
    pub fn warnings(&self) -> impl Iterator<Item = Spoken<'a>> {
        self.spoken().into_iter().filter(|spoken| spoken.check.weight == Weight::Warning)
    }

    fn status(&self, id: &str) -> Option<&Status> {
        self.plan.graph.find(id).and_then(|at| self.nodes.get(at))
    }
}

impl Answers for Evaluation<'_> {
    fn state(&self, id: &str) -> AnswerState {
        self.status(id).map_or(AnswerState::NotAsked, |status| status.state().clone())
    }

    fn value(&self, id: &str) -> Option<&Value> {
        self.status(id).and_then(Status::value)
    }

    fn as_at(&self) -> Option<Date> {
        Some(self.as_at)
    }

    fn period(&self) -> Option<Period> {
        self.plan.period
    }
}
