//! What all evaluations of one instrument share.

use std::sync::OnceLock;

use enquire_model::{Expression, Instrument, Period, Question, Requirement};

use crate::graph::{Component, Dependence, Graph, Node};
use crate::reading::Reader;

/// The parts of an instrument in an order in which they can be worked out, and who has to be told of a change.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub(super) graph: Graph<'a>,
    /// The nodes in groups, each after what it depends on.
    pub(super) groups: Vec<Component>,
    /// By node: its group.
    pub(super) group_of: Vec<usize>,
    pub(super) reader: Reader<'a>,
    pub(super) period: Option<Period>,
    /// By node: whether an expression reads it.
    read: Vec<bool>,
    /// Made at the first change, because most replies are only read.
    dependents: OnceLock<Vec<Dependents>>,
}

/// What has to be worked out again when a node changes.
#[derive(Debug, Clone, Default)]
pub(super) struct Dependents {
    pub(super) nodes: Vec<usize>,
    /// Nodes of questions, for whether an answer is required.
    pub(super) requirements: Vec<usize>,
    /// Numbers of checks.
    pub(super) checks: Vec<usize>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(instrument: &'a Instrument) -> Self {
        let graph = Graph::of(instrument);
        let groups = graph.components();
        let mut group_of = vec![0; graph.nodes().len()];
        for (number, group) in groups.iter().enumerate() {
            for &at in &group.members {
                group_of.get_mut(at).into_iter().for_each(|it| *it = number);
            }
        }
        let read = vec![false; graph.nodes().len()];
        let reader = Reader::of(instrument);
        let period = instrument.period;
        let mut plan = Self { graph, groups, group_of, reader, period, read, dependents: OnceLock::new() };
        plan.find_read();
        plan
    }

    /// The question at `at`.
    pub(super) fn question(&self, at: usize) -> Option<&'a Question> {
        match self.graph.node(at) {
            Some(Node::Question(question)) => Some(question),
            Some(Node::When(_) | Node::Column { .. } | Node::Computed(_)) | None => None,
        }
    }

    /// Whether an expression reads the question at `at`: its value, its state, a part or a row of it.
    pub(super) fn is_read(&self, at: usize) -> bool {
        self.read.get(at).copied().unwrap_or_default()
    }

    fn find_read(&mut self) {
        let nodes = 0..self.graph.nodes().len();
        let edges = nodes.flat_map(|at| self.graph.edges(at)).filter(|edge| match edge.kind {
            Dependence::Visibility | Dependence::Computation => true,
            Dependence::Cascade | Dependence::Inside => false,
        });
        let required = self.questions().filter_map(|(_, question)| self.requirement_reads(question)).flatten();
        let checks = self.graph.checks().iter().flat_map(|placed| self.graph.nodes_read(&placed.check.condition));
        let read: Vec<usize> = edges.map(|edge| edge.to).chain(required).chain(checks).collect();
        for at in read {
            self.read.get_mut(at).into_iter().for_each(|it| *it = true);
        }
    }

    /// Every question with its node, in the order of print.
    pub(super) fn questions(&self) -> impl Iterator<Item = (usize, &'a Question)> {
        self.graph.nodes().iter().enumerate().filter_map(|(at, node)| match node {
            Node::Question(question) => Some((at, *question)),
            Node::When(_) | Node::Column { .. } | Node::Computed(_) => None,
        })
    }

    /// What depends on the node at `at`.
    pub(super) fn dependents(&self, at: usize) -> Option<&Dependents> {
        self.dependents.get_or_init(|| self.find_dependents()).get(at)
    }

    fn find_dependents(&self) -> Vec<Dependents> {
        let mut found = vec![Dependents::default(); self.graph.nodes().len()];
        let mut of = |at: usize, see: &dyn Fn(&mut Dependents)| found.get_mut(at).into_iter().for_each(see);
        for at in 0..self.graph.nodes().len() {
            self.graph.edges(at).iter().for_each(|edge| of(edge.to, &|it| it.nodes.push(at)));
        }
        for (at, question) in self.questions() {
            if let Some(reads) = self.requirement_reads(question) {
                reads.chain([at]).for_each(|to| of(to, &|it| it.requirements.push(at)));
            }
        }
        for (number, placed) in self.graph.checks().iter().enumerate() {
            let reads = self.graph.nodes_read(&placed.check.condition).into_iter();
            reads.chain(placed.above).for_each(|to| of(to, &|it| it.checks.push(number)));
        }
        found
    }

    /// What it depends on whether an answer is required; nothing if it never is.
    fn requirement_reads(&self, question: &Question) -> Option<impl Iterator<Item = usize> + use<>> {
        let condition: Option<&Expression> = match &question.required {
            Requirement::Never => return None,
            Requirement::Always => None,
            Requirement::When(condition) => Some(condition),
        };
        Some(condition.map(|condition| self.graph.nodes_read(condition)).unwrap_or_default().into_iter())
    }
}
