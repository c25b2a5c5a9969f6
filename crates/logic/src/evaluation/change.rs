//! One answer changes: only what depends on it is worked out again.
//!
//! ```text
//! the answer --> what reads it, in the order of dependence --> as long as something comes to something else
//!                                                         \--> requirements and checks that read what changed
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use enquire_model::{Name, Question};
use serde_json::Value as Json;

use super::plan::Plan;
use super::{Evaluation, Spoken, Status};
use crate::graph::Node;

/// What is another after the change of an answer than before. Each list is in the order of print.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes<'a> {
    /// The questions whose state or value is another, computed columns included.
    pub questions: Vec<&'a Question>,
    /// The questions to which an answer is expected now and was not, or the other way round.
    pub requirements: Vec<&'a Question>,
    /// The computed values that come to something else, or are asked now and were not.
    pub computed: Vec<&'a Name>,
    /// The checks that speak now and did not.
    pub spoken: Vec<Spoken<'a>>,
    /// The checks that spoke and do so no longer.
    pub silenced: Vec<Spoken<'a>>,
}

impl Changes<'_> {
    /// Whether everything is as before.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl<'a> Evaluation<'a> {
    /// Replaces the answer to `question` by `given`, in the shape it has in a reply, or takes it away.
    ///
    /// Afterwards this is what a new evaluation of the changed reply would be. The work is in proportion to what depends on the answer,
    /// not to the instrument. A question that the instrument does not have changes nothing.
    pub fn change(&mut self, question: &str, given: Option<&Json>) -> Changes<'a> {
        let mut wave = Wave::new(Arc::clone(&self.plan));
        for at in self.plan.graph.all(question) {
            self.replace_answer(at, given, &mut wave);
        }
        while let Some(number) = wave.groups.pop_first() {
            self.work_out_group(number, &mut wave);
        }
        self.changes(wave)
    }

    fn replace_answer(&mut self, at: usize, given: Option<&Json>, wave: &mut Wave<'a>) {
        let (Some(Node::Question(question)), Some(status)) = (self.plan.graph.node(at), self.nodes.get_mut(at)) else {
            return;
        };
        let (state, value) = self.plan.reader.read(question, given);
        let new = Status { asked: status.asked, given: state, value };
        let old = std::mem::replace(status, new);
        if !status.looks_like(&old) {
            wave.spread(at);
            wave.groups.extend(self.plan.group_of.get(at));
        }
        wave.before.insert(at, old);
    }

    fn work_out_group(&mut self, number: usize, wave: &mut Wave<'a>) {
        let plan = Arc::clone(&self.plan);
        let Some(group) = plan.groups.get(number) else {
            return;
        };
        group.members.iter().for_each(|&at| self.remember(at, wave));
        if group.is_cycle {
            // What a member of a cycle reads depends on where the round begins, so that it has to begin anew.
            group.members.iter().for_each(|&at| self.forget(&plan, at));
        }
        for &at in &group.members {
            if self.work_out(&plan, at) || group.is_cycle {
                wave.spread(at);
            }
        }
    }

    /// Keeps what a node looked like; of a column, its table.
    fn remember(&self, at: usize, wave: &mut Wave<'a>) {
        let at = match self.plan.graph.node(at) {
            Some(Node::Column { .. }) => self.plan.graph.above(at),
            Some(Node::Question(_) | Node::Computed(_) | Node::When(_)) | None => Some(at),
        };
        if let Some((at, status)) = at.and_then(|at| Some((at, self.nodes.get(at)?))) {
            wave.before.entry(at).or_insert_with(|| status.clone());
        }
    }

    fn changes(&mut self, wave: Wave<'a>) -> Changes<'a> {
        let mut changes = Changes::default();
        for (at, old) in &wave.before {
            if self.nodes.get(*at).is_none_or(|new| new.looks_like(old)) {
                continue;
            }
            match self.plan.graph.node(*at) {
                Some(Node::Question(question)) => changes.questions.push(question),
                Some(Node::Computed(computed)) => changes.computed.push(&computed.id),
                Some(Node::When(_) | Node::Column { .. }) | None => {}
            }
        }
        for at in wave.requirements {
            if self.work_out_requirement(at)
                && let Some(Node::Question(question)) = self.plan.graph.node(at)
            {
                changes.requirements.push(question);
            }
        }
        for number in wave.checks {
            self.change_check(number, &mut changes);
        }
        changes
    }

    fn change_check(&mut self, number: usize, changes: &mut Changes<'a>) {
        if !self.work_out_check(number) {
            return;
        }
        let Some(placed) = self.plan.graph.checks().get(number) else {
            return;
        };
        let spoken = Spoken { check: placed.check, question: placed.question };
        let speaks = self.speaks.get(number).copied().unwrap_or_default();
        if speaks { changes.spoken.push(spoken) } else { changes.silenced.push(spoken) }
    }
}

/// What a change has reached.
struct Wave<'a> {
    plan: Arc<Plan<'a>>,
    /// What touched nodes looked like before.
    before: BTreeMap<usize, Status>,
    /// Groups of nodes that are still to be worked out; the first depends on none of the others.
    groups: BTreeSet<usize>,
    requirements: BTreeSet<usize>,
    checks: BTreeSet<usize>,
}

impl<'a> Wave<'a> {
    fn new(plan: Arc<Plan<'a>>) -> Self {
        let (groups, requirements, checks) = Default::default();
        Self { plan, before: BTreeMap::new(), groups, requirements, checks }
    }

    /// The node at `at` is another: what reads it has to be worked out.
    fn spread(&mut self, at: usize) {
        let Some(dependents) = self.plan.dependents(at) else {
            return;
        };
        let own = self.plan.group_of.get(at);
        let groups = dependents.nodes.iter().filter_map(|&to| self.plan.group_of.get(to));
        // Members of one cycle are worked out together, so that none calls for the others.
        self.groups.extend(groups.filter(|&group| own.is_some_and(|own| group > own)));
        self.requirements.extend(&dependents.requirements);
        self.checks.extend(&dependents.checks);
    }
}
