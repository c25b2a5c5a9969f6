//! A whole reply at once: the state of every question, the computed values, and the checks that speak.

use std::sync::Arc;

use enquire_model::{Check, Date, Expression, Instrument, Name, Period, Question, Reply, Requirement};

use crate::evaluate::{Row, evaluate_in_row};
use crate::graph::{Graph, Node, PlacedCheck};
use crate::reading::Reader;
use crate::{AnswerState, Answers, Outcome, Value, evaluate, holds};

/// An instrument made ready for the evaluation of many replies.
///
/// Making it takes time in proportion to the length of the instrument; so does each evaluation. It can be shared between threads.
#[derive(Debug, Clone)]
pub struct Evaluator<'a> {
    plan: Arc<Plan<'a>>,
}

/// What all evaluations of one instrument share.
#[derive(Debug)]
struct Plan<'a> {
    graph: Graph<'a>,
    /// The nodes, each after what it depends on.
    order: Vec<usize>,
    reader: Reader<'a>,
    period: Option<Period>,
}

/// What a reply means.
///
/// For an instrument that is not valid it is what can be known: a part of a cycle reads the rest of the cycle as not asked or
/// undefined.
#[derive(Debug, Clone)]
pub struct Evaluation<'a> {
    plan: Arc<Plan<'a>>,
    as_at: Date,
    /// By node: whether it is asked or open, and what it holds.
    nodes: Vec<Status>,
}

#[derive(Debug, Clone, Default)]
struct Status {
    state: AnswerState,
    value: Outcome,
}

impl Status {
    /// Something that is worked out, and asked.
    fn worked_out(value: Outcome) -> Self {
        let state = if value.is_some() { AnswerState::Answered } else { AnswerState::Unanswered };
        Self { state, value }
    }
}

/// A check that speaks.
#[derive(Debug, Clone, Copy)]
pub struct Spoken<'a> {
    /// The check.
    pub check: &'a Check,
    /// The question whose clause it is, if it does not stand by itself.
    pub question: Option<&'a Question>,
}

impl<'a> Evaluator<'a> {
    /// Makes `instrument` ready.
    pub fn new(instrument: &'a Instrument) -> Self {
        let graph = Graph::of(instrument);
        let order = graph.components().into_iter().flat_map(|group| group.members).collect();
        let plan = Plan { graph, order, reader: Reader::of(instrument), period: instrument.period };
        Self { plan: Arc::new(plan) }
    }

    /// What `reply` means.
    pub fn evaluate(&self, reply: &Reply) -> Evaluation<'a> {
        let nodes = vec![Status::default(); self.plan.graph.nodes().len()];
        let mut evaluation = Evaluation { plan: Arc::clone(&self.plan), as_at: reply.as_at, nodes };
        for &at in &self.plan.order {
            evaluation.work_out(at, reply);
        }
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
            Node::Question(question) => Some((*question, &status.state)),
            Node::When(_) | Node::Column { .. } | Node::Computed(_) => None,
        })
    }

    /// Every computed value with what it comes to, in the order of print.
    pub fn computed(&self) -> impl Iterator<Item = (&'a Name, Option<&Value>)> {
        self.plan.graph.nodes().iter().zip(&self.nodes).filter_map(|(node, status)| match node {
            Node::Computed(computed) => Some((&computed.id, status.value.as_ref())),
            Node::When(_) | Node::Question(_) | Node::Column { .. } => None,
        })
    }

    /// Whether an answer or a non-response is expected: the question is asked, and it is required here and now.
    pub fn is_required(&self, question: &Question) -> bool {
        self.state(question.id.as_str()).is_asked()
            && match &question.required {
                Requirement::Never => false,
                Requirement::Always => true,
                Requirement::When(condition) => holds(condition, self),
            }
    }

    /// The checks that speak, in the order of print. A check of a question or in a `when` block speaks only if that is asked.
    pub fn spoken(&self) -> Vec<Spoken<'a>> {
        let speaks = |placed: &&PlacedCheck<'a>| self.is_open(placed.above) && holds(&placed.check.condition, self);
        let checks = self.plan.graph.checks().iter().filter(speaks);
        checks.map(|placed| Spoken { check: placed.check, question: placed.question }).collect()
    }

    fn status(&self, id: &str) -> Option<&Status> {
        self.plan.graph.find(id).and_then(|at| self.nodes.get(at))
    }

    /// Whether what stands below a node is asked, as far as that node is concerned.
    fn is_open(&self, above: Option<usize>) -> bool {
        above.is_none_or(|at| self.nodes.get(at).is_some_and(|status| status.state.is_asked()))
    }

    fn work_out(&mut self, at: usize, reply: &Reply) {
        let plan = Arc::clone(&self.plan);
        let above = plan.graph.above(at);
        if !self.is_open(above) {
            return;
        }
        let status = match plan.graph.node(at) {
            Some(Node::When(when)) if holds(&when.condition, self) => Status::worked_out(None),
            Some(Node::Question(question)) if question.when.as_ref().is_none_or(|when| holds(when, self)) => {
                let (state, value) = plan.reader.read(question, reply.answers.get(question.id.as_str()));
                Status { state, value }
            }
            Some(Node::Computed(computed)) => Status::worked_out(evaluate(&computed.value, self)),
            Some(Node::Column { column, value, .. }) => {
                return self.fill(above, column.id.as_str(), value);
            }
            Some(Node::When(_) | Node::Question(_)) | None => return,
        };
        if let Some(node) = self.nodes.get_mut(at) {
            *node = status;
        }
    }

    /// Works out a column of the table at `table`, for all rows before any is changed.
    fn fill(&mut self, table: Option<usize>, column: &str, value: &Expression) {
        let Some(status) = table.and_then(|at| self.nodes.get(at)) else {
            return;
        };
        let Some(Value::Table(rows)) = &status.value else {
            return;
        };
        let values = rows.iter().map(|row| evaluate_in_row(value, Row::Cells(row), self)).collect();
        let status = table.and_then(|at| self.nodes.get_mut(at));
        if let Some(Value::Table(rows)) = status.and_then(|status| status.value.as_mut()) {
            rows.fill(column, values);
        }
    }
}

impl Answers for Evaluation<'_> {
    fn state(&self, id: &str) -> AnswerState {
        self.status(id).map_or(AnswerState::NotAsked, |status| status.state.clone())
    }

    fn value(&self, id: &str) -> Option<&Value> {
        self.status(id).and_then(|status| status.value.as_ref())
    }

    fn as_at(&self) -> Option<Date> {
        Some(self.as_at)
    }

    fn period(&self) -> Option<Period> {
        self.plan.period
    }
}

#[cfg(test)]
mod tests;
