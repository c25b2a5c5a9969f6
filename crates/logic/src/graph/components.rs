//! Strongly connected components: what depends on itself, and an order of everything else.
//!
//! Tarjan's algorithm with a stack of its own instead of recursion, because a chain of dependences can be as long as the
//! instrument.

use super::Graph;

/// Nodes that all depend on each other, or a single node.
#[derive(Debug)]
pub(crate) struct Component {
    /// The nodes, in the order of print.
    pub(crate) members: Vec<usize>,
    /// Whether they depend on themselves.
    pub(crate) is_cycle: bool,
}

/// What the search knows of a node.
#[derive(Clone, Copy, Default)]
struct Mark {
    /// When it was reached, counted from 1; 0 if it was not.
    reached: usize,
    /// The earliest node that it leads back to.
    low: usize,
    /// Whether its component is still open.
    open: bool,
}

/// The components of `graph`, each after those that it depends on.
pub(super) fn of(graph: &Graph<'_>) -> Vec<Component> {
    let mut search = Search {
        graph,
        marks: vec![Mark::default(); graph.nodes().len()],
        count: 0,
        open: Vec::new(),
        path: Vec::new(),
        found: Vec::new(),
    };
    for root in 0..graph.nodes().len() {
        search.from(root);
    }
    search.found
}

struct Search<'g, 'a> {
    graph: &'g Graph<'a>,
    marks: Vec<Mark>,
    count: usize,
    /// Nodes whose component is not complete.
    open: Vec<usize>,
    /// The nodes between the root and here, each with the number of its next edge.
    path: Vec<(usize, usize)>,
    found: Vec<Component>,
}

impl Search<'_, '_> {
    fn from(&mut self, root: usize) {
        if self.mark(root).reached == 0 {
            self.enter(root);
        }
        while let Some((at, next)) = self.path.pop() {
            match self.graph.edges(at).get(next).map(|edge| edge.to) {
                Some(to) => {
                    self.path.push((at, next + 1));
                    self.follow(at, to);
                }
                None => self.leave(at),
            }
        }
    }

    fn enter(&mut self, at: usize) {
        self.count += 1;
        let mark = Mark { reached: self.count, low: self.count, open: true };
        self.marks.get_mut(at).into_iter().for_each(|it| *it = mark);
        self.open.push(at);
        self.path.push((at, 0));
    }

    fn follow(&mut self, at: usize, to: usize) {
        let there = self.mark(to);
        if there.reached == 0 {
            self.enter(to);
        } else if there.open {
            self.lower(at, there.reached);
        }
    }

    /// All edges of `at` are followed.
    fn leave(&mut self, at: usize) {
        let here = self.mark(at);
        if let Some(&(before, _)) = self.path.last() {
            self.lower(before, here.low);
        }
        if here.low == here.reached {
            self.close(at);
        }
    }

    /// The component that was entered by `first` is complete.
    fn close(&mut self, first: usize) {
        let mut members = Vec::new();
        while let Some(at) = self.open.pop() {
            self.marks.get_mut(at).into_iter().for_each(|it| it.open = false);
            members.push(at);
            if at == first {
                break;
            }
        }
        members.sort_unstable();
        let is_cycle = members.len() > 1 || self.graph.edges(first).iter().any(|edge| edge.to == first);
        self.found.push(Component { members, is_cycle });
    }

    fn lower(&mut self, at: usize, to: usize) {
        self.marks.get_mut(at).into_iter().for_each(|it| it.low = it.low.min(to));
    }

    fn mark(&self, at: usize) -> Mark {
        self.marks.get(at).copied().unwrap_or_default()
    }
}
