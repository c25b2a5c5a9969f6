//! The parts of an instrument that have to be worked out, and what each of them depends on.

mod components;
mod cycles;
mod parts;

#[cfg(test)]
mod tests;

use enquire_model::{Check, Column, Computed, Expression, Instrument, Name, Place, Question, When};
use rustc_hash::FxHashMap;

use crate::reads::reads_in_row;
pub(crate) use components::Component;
pub use cycles::{Cycle, CycleKind, Step, Subject, cycles};

/// Something that is worked out.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Node<'a> {
    /// Whether a `when` block is open.
    When(&'a When),
    /// Whether a question is asked, and its answer.
    Question(&'a Question),
    /// A computed column of a table.
    Column { question: &'a Question, column: &'a Column, value: &'a Expression },
    /// A computed value.
    Computed(&'a Computed),
}

/// One thing that a node depends on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edge {
    pub(crate) to: usize,
    pub(crate) place: Place,
    pub(crate) kind: Dependence,
}

/// Why something depends on something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dependence {
    /// It is asked only if a condition holds, and the condition reads the other.
    Visibility,
    /// It is worked out from the other.
    Computation,
    /// Its options depend on the other's answer: `within`.
    Cascade,
    /// It stands inside the other: a sub-question, or a column of the table.
    Inside,
}

/// A check, and what it stands in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlacedCheck<'a> {
    pub(crate) check: &'a Check,
    /// The node above it.
    pub(crate) above: Option<usize>,
    /// The question whose clause it is.
    pub(crate) question: Option<&'a Question>,
}

/// The nodes of an instrument in the order of print, and their dependences.
#[derive(Debug)]
pub(crate) struct Graph<'a> {
    nodes: Vec<Node<'a>>,
    above: Vec<Option<usize>>,
    edges: Vec<Vec<Edge>>,
    checks: Vec<PlacedCheck<'a>>,
    /// The first question or computed value of each id.
    ids: FxHashMap<&'a str, usize>,
    /// Questions whose id another one before them has.
    repeated: Vec<(&'a str, usize)>,
    columns: FxHashMap<(&'a str, &'a str), usize>,
}

impl<'a> Graph<'a> {
    /// The graph of `instrument`. A name that nothing declares is no dependence; of two declarations with one id the first is meant.
    pub(crate) fn of(instrument: &'a Instrument) -> Self {
        let mut graph = parts::collect(&instrument.items);
        graph.edges = (0..graph.nodes.len()).map(|at| graph.edges_of(at)).collect();
        graph
    }

    /// Every node, in the order of print.
    pub(crate) fn nodes(&self) -> &[Node<'a>] {
        &self.nodes
    }

    /// The node at `at`.
    pub(crate) fn node(&self, at: usize) -> Option<Node<'a>> {
        self.nodes.get(at).copied()
    }

    /// The `when` block or question that the node at `at` stands in.
    pub(crate) fn above(&self, at: usize) -> Option<usize> {
        self.above.get(at).copied().flatten()
    }

    /// What the node at `at` depends on, in the order of writing.
    pub(crate) fn edges(&self, at: usize) -> &[Edge] {
        self.edges.get(at).map_or(&[], Vec::as_slice)
    }

    /// Every check, in the order of print.
    pub(crate) fn checks(&self) -> &[PlacedCheck<'a>] {
        &self.checks
    }

    /// The node of the question or computed value `id`.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// Every node of a question with the id `id`: several only in an instrument that is mistaken.
    pub(crate) fn all(&self, id: &str) -> Vec<usize> {
        let first = self.find(id);
        let others = self.repeated.iter().filter(|(repeated, _)| *repeated == id).map(|&(_, at)| at);
        first.into_iter().chain(others).collect()
    }

    /// The nodes that `expression` reads, computed columns included.
    pub(crate) fn nodes_read(&self, expression: &Expression) -> Vec<usize> {
        let mut edges = Vec::new();
        self.read(expression, None, Dependence::Computation, &mut edges);
        edges.into_iter().map(|edge| edge.to).collect()
    }

    /// The nodes in groups, each after what it depends on. A group has several nodes only if they are a cycle.
    pub(crate) fn components(&self) -> Vec<Component> {
        components::of(self)
    }

    fn edges_of(&self, at: usize) -> Vec<Edge> {
        let mut edges: Vec<Edge> = self.above(at).map(|above| self.inside(above)).into_iter().collect();
        match self.node(at) {
            Some(Node::When(when)) => {
                self.read(&when.condition, None, Dependence::Visibility, &mut edges);
            }
            Some(Node::Question(question)) => {
                if let Some(when) = &question.when {
                    self.read(when, None, Dependence::Visibility, &mut edges);
                }
                let within = question.answer.selection().and_then(|selection| selection.within.as_ref());
                edges.extend(within.and_then(|name| self.edge(name, Dependence::Cascade)));
            }
            Some(Node::Column { question, value, .. }) => {
                self.read(value, Some(&question.id), Dependence::Computation, &mut edges);
            }
            Some(Node::Computed(computed)) => {
                self.read(&computed.value, None, Dependence::Computation, &mut edges);
            }
            None => {}
        }
        edges
    }

    /// Adds what `expression` reads: the question or computed value, and the computed column of it.
    fn read(&self, expression: &Expression, row: Option<&Name>, kind: Dependence, edges: &mut Vec<Edge>) {
        for read in reads_in_row(expression, row) {
            let whole = self.find(read.name.as_str());
            let column = read.field.and_then(|field| self.columns.get(&(read.name.as_str(), field.as_str())).copied());
            edges.extend(whole.into_iter().chain(column).map(|to| Edge { to, place: read.place, kind }));
        }
    }

    fn edge(&self, name: &Name, kind: Dependence) -> Option<Edge> {
        self.find(name.as_str()).map(|to| Edge { to, place: name.place(), kind })
    }

    fn inside(&self, above: usize) -> Edge {
        let place = match self.node(above) {
            Some(Node::Question(question)) => question.id.place(),
            Some(Node::When(when)) => when.condition.place,
            Some(Node::Column { .. } | Node::Computed(_)) | None => Place::default(),
        };
        Edge { to: above, place, kind: Dependence::Inside }
    }
}
