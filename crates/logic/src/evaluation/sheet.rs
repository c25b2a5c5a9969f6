//! Many replies in a row: one evaluation that is filled in, worked out and filled in anew.
//!
//! Whoever reads replies piece by piece hands over only what expressions read; of every other answer it is enough that it is there.

use std::sync::Arc;

use enquire_model::{Date, Question};
use serde_json::Value as Json;

use super::{Evaluation, Evaluator, Status};
use crate::AnswerState;

/// The number of a question of one instrument, for [`Sheet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot(usize);

/// An evaluation that serves for one reply after the other.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    evaluation: Evaluation<'a>,
    /// The questions to which something is given.
    given: Vec<usize>,
}

impl<'a> Evaluator<'a> {
    /// Every question with its slot, in the order of print.
    pub fn slots(&self) -> impl Iterator<Item = (Slot, &'a Question)> {
        self.plan.questions().map(|(at, question)| (Slot(at), question))
    }

    /// Whether some expression depends on the answer to a question, so that it has to be given as it stands. Of any other
    /// question it is enough to say that it is answered.
    pub fn is_read(&self, slot: Slot) -> bool {
        self.plan.is_read(slot.0)
    }

    /// A sheet on which nothing is given.
    pub fn sheet(&self) -> Sheet<'a> {
        let nowhere = Date(jiff::civil::Date::MIN);
        let mut sheet = Sheet { evaluation: Evaluation::blank(Arc::clone(&self.plan), nowhere), given: Vec::new() };
        sheet.begin(nowhere);
        sheet
    }
}

impl<'a> Sheet<'a> {
    /// Takes away all that was given, for a reply that speaks for the day `as_at`.
    pub fn begin(&mut self, as_at: Date) {
        self.evaluation.as_at = as_at;
        let unanswered = || Status { asked: false, given: AnswerState::Unanswered, value: None };
        self.evaluation.nodes.fill_with(unanswered);
        self.given.clear();
    }

    /// Gives the answer to a question, as it stands in a reply.
    pub fn give(&mut self, slot: Slot, given: &Json) {
        let plan = Arc::clone(&self.evaluation.plan);
        if let (Some(question), Some(status)) = (plan.question(slot.0), self.evaluation.nodes.get_mut(slot.0)) {
            (status.given, status.value) = plan.reader.read(question, Some(given));
            self.given.push(slot.0);
        }
    }

    /// Says that a question is answered, or given a non-response, if no expression [reads](Evaluator::is_read) it.
    pub fn give_unread(&mut self, slot: Slot) {
        if let Some(status) = self.evaluation.nodes.get_mut(slot.0) {
            status.given = AnswerState::Answered;
            self.given.push(slot.0);
        }
    }

    /// Works out what follows from what is given.
    pub fn settle(&mut self) {
        self.evaluation.work_out_all();
    }

    /// Whether there is nothing to say, once it is settled: everything that is given is asked for, nothing is missing, and no check speaks.
    pub fn is_quiet(&self) -> bool {
        let nodes = &self.evaluation.nodes;
        self.given.iter().all(|&at| nodes.get(at).is_some_and(|status| status.asked))
            && !self.evaluation.speaks.contains(&true)
            && self.evaluation.missing().next().is_none()
    }

    /// What is worked out.
    pub fn evaluation(&self) -> &Evaluation<'a> {
        &self.evaluation
    }
}
