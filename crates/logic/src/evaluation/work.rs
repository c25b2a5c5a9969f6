//! Working out the parts of an instrument for one reply.

use std::sync::Arc;

use enquire_model::{Date, Expression, Reply, Requirement};

use super::plan::Plan;
use super::{Evaluation, Status};
use crate::evaluate::{Row, evaluate_in_row};
use crate::graph::Node;
use crate::{AnswerState, Outcome, Value, evaluate, holds};

impl<'a> Evaluation<'a> {
    /// Nothing is asked and nothing is given.
    pub(super) fn blank(plan: Arc<Plan<'a>>, as_at: Date) -> Self {
        let nodes = vec![Status::default(); plan.graph.nodes().len()];
        let (required, speaks) = (vec![false; nodes.len()], vec![false; plan.graph.checks().len()]);
        Self { plan, as_at, nodes, required, speaks }
    }

    /// Reads every answer, asked for or not.
    pub(super) fn read(&mut self, reply: &Reply) {
        for (at, question) in self.plan.questions() {
            if let Some(status) = self.nodes.get_mut(at) {
                let given = reply.answers.get(question.id.as_str());
                (status.given, status.value) = self.plan.reader.read(question, given);
            }
        }
    }

    /// Works out everything that depends on answers.
    pub(super) fn work_out_all(&mut self) {
        let plan = Arc::clone(&self.plan);
        for &at in plan.groups.iter().flat_map(|group| &group.members) {
            self.work_out(&plan, at);
        }
        for at in 0..self.required.len() {
            self.work_out_requirement(at);
        }
        for number in 0..self.speaks.len() {
            self.work_out_check(number);
        }
    }

    /// Works out the node at `at` from what it depends on. Gives back whether it came to something else than before.
    pub(super) fn work_out(&mut self, plan: &Plan<'a>, at: usize) -> bool {
        let above = plan.graph.above(at);
        let open = self.is_open(above);
        match plan.graph.node(at) {
            Some(Node::When(when)) => {
                let asked = open && holds(&when.condition, self);
                self.set_asked(at, asked)
            }
            Some(Node::Question(question)) => {
                let asked = open && question.when.as_ref().is_none_or(|when| holds(when, self));
                self.set_asked(at, asked)
            }
            Some(Node::Computed(computed)) => {
                let value = if open { evaluate(&computed.value, self) } else { None };
                self.set_computed(at, open, value)
            }
            Some(Node::Column { column, value, .. }) => open && self.fill(above, column.id.as_str(), value),
            None => false,
        }
    }

    /// Works out whether an answer is expected to the question at `at`. Gives back whether that is new.
    pub(super) fn work_out_requirement(&mut self, at: usize) -> bool {
        let required = match self.plan.graph.node(at) {
            Some(Node::Question(question)) if self.is_open(Some(at)) => match &question.required {
                Requirement::Never => false,
                Requirement::Always => true,
                Requirement::When(condition) => holds(condition, self),
            },
            Some(Node::Question(_) | Node::When(_) | Node::Column { .. } | Node::Computed(_)) | None => false,
        };
        replaced(self.required.get_mut(at), required)
    }

    /// Works out whether the check `number` speaks. Gives back whether that is new.
    pub(super) fn work_out_check(&mut self, number: usize) -> bool {
        let placed = self.plan.graph.checks().get(number);
        let speaks = placed.is_some_and(|placed| self.is_open(placed.above) && holds(&placed.check.condition, self));
        replaced(self.speaks.get_mut(number), speaks)
    }

    /// Makes a node of a cycle as if nothing had been worked out yet.
    pub(super) fn forget(&mut self, plan: &Plan<'a>, at: usize) {
        match plan.graph.node(at) {
            Some(Node::When(_) | Node::Question(_)) => {
                self.set_asked(at, false);
            }
            Some(Node::Computed(_)) => {
                self.set_computed(at, false, None);
            }
            Some(Node::Column { column, .. }) => {
                let table = plan.graph.above(at).and_then(|above| self.nodes.get_mut(above));
                if let Some(Value::Table(rows)) = table.and_then(|status| status.value.as_mut()) {
                    rows.empty(column.id.as_str());
                }
            }
            None => {}
        }
    }

    /// Whether what stands below a node is asked, as far as that node is concerned.
    fn is_open(&self, above: Option<usize>) -> bool {
        above.is_none_or(|at| self.nodes.get(at).is_some_and(|status| status.asked))
    }

    fn set_asked(&mut self, at: usize, asked: bool) -> bool {
        replaced(self.nodes.get_mut(at).map(|status| &mut status.asked), asked)
    }

    fn set_computed(&mut self, at: usize, asked: bool, value: Outcome) -> bool {
        let given = if value.is_some() { AnswerState::Answered } else { AnswerState::Unanswered };
        replaced(self.nodes.get_mut(at), Status { asked, given, value })
    }

    /// Works out a column of the table at `table`, for all rows before any is changed.
    fn fill(&mut self, table: Option<usize>, column: &str, value: &Expression) -> bool {
        let Some(Value::Table(rows)) = table.and_then(|at| self.nodes.get(at)).and_then(Status::value) else {
            return false;
        };
        let values: Vec<Outcome> = rows.iter().map(|row| evaluate_in_row(value, Row::Cells(row), self)).collect();
        let is_new = rows.iter().zip(&values).any(|(row, value)| row.value(column) != value.as_ref());
        let status = table.and_then(|at| self.nodes.get_mut(at));
        if let Some(Value::Table(rows)) = status.and_then(|status| status.value.as_mut()) {
            rows.fill(column, values);
        }
        is_new
    }
}

/// Puts `value` in `place`. Gives back whether it is another one.
fn replaced<T: PartialEq>(place: Option<&mut T>, value: T) -> bool {
    let Some(place) = place else {
        return false;
    };
    let is_new = *place != value;
    *place = value;
    is_new
}
