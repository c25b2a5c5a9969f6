//! Reduced ordered decision diagrams over variables of several values.
//!
//! A diagram says for every assignment of values to variables whether something is the case. The same function is always the same
//! [`Edge`], so that a comparison of two numbers tells whether two conditions mean the same, and whether one can hold at all.
//!
//! A variable that is made later stands nearer to the root. Every edge can be negated, so that a negation costs nothing. No
//! operation recurses on the stack of calls: a chain of conditions can be as long as the instrument.

use hashbrown::HashTable;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};
use std::ops::Not;

/// A function of the variables. Its lowest bit says whether the node that it points to is negated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Edge(u32);

/// A variable, numbered from 0.
pub(super) type Variable = u32;

/// A value of a variable, numbered from 0.
pub(super) type Choice = u32;

/// The bounds of a diagram were reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exhausted;

/// The most edges that are kept: about 400 MB with all that belongs to them.
const MOST_EDGES: usize = 24_000_000;

/// The most results that are remembered at once.
const MOST_REMEMBERED: usize = 3_000_000;

/// How many steps operations may take: one by itself, and all together. A million steps take about a tenth of a second.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowance {
    pub(super) one: u64,
    pub(super) all: u64,
}

/// What no assignment costs: it is impossible.
const IMPOSSIBLE: u32 = u32::MAX;

impl Edge {
    /// Always the case.
    pub(super) const TRUE: Self = Self(0);
    /// Never the case.
    pub(super) const FALSE: Self = Self(1);

    fn node(self) -> usize {
        (self.0 >> 1) as usize
    }

    fn is_negated(self) -> bool {
        self.0 & 1 == 1
    }

    fn negated_if(self, negated: bool) -> Self {
        Self(self.0 ^ u32::from(negated))
    }
}

impl Not for Edge {
    type Output = Self;

    fn not(self) -> Self {
        Self(self.0 ^ 1)
    }
}

/// A node: a variable, and an edge for each of its values.
#[derive(Debug, Clone, Copy)]
struct Node {
    /// The number of the variable plus one; 0 for the end of all diagrams.
    level: u32,
    /// Where its edges begin.
    first: u32,
}

/// A conjunction that is being worked out: its results so far stand on a stack.
struct Frame {
    left: Edge,
    right: Edge,
    level: u32,
    next: Choice,
}

/// All diagrams of one instrument.
#[derive(Debug)]
pub(super) struct Diagrams {
    /// By variable: what each of its values costs.
    costs: Vec<Box<[u32]>>,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    unique: HashTable<u32>,
    known: FxHashMap<(Edge, Edge), Edge>,
    /// By edge: the least cost of an assignment, where it has been worked out.
    cheapest: Vec<Option<u32>>,
    steps: u64,
    /// How many steps one operation may take, and the step at which all have to end.
    allowance: Allowance,
}

impl Diagrams {
    pub(super) fn new() -> Self {
        Self {
            costs: Vec::new(),
            nodes: vec![Node { level: 0, first: 0 }],
            edges: Vec::new(),
            unique: HashTable::new(),
            known: FxHashMap::default(),
            cheapest: vec![Some(0), Some(IMPOSSIBLE)],
            steps: 0,
            allowance: Allowance { one: 1_000_000, all: u64::MAX },
        }
    }

    /// Allows so many steps from here on; gives back what was allowed before, for [`restore`](Self::restore).
    pub(super) fn allow(&mut self, steps: Allowance) -> Allowance {
        std::mem::replace(&mut self.allowance, Allowance { all: self.steps.saturating_add(steps.all), ..steps })
    }

    /// Allows what was allowed before.
    pub(super) fn restore(&mut self, before: Allowance) {
        self.allowance = before;
    }

    /// A new variable above all others, with what each of its values costs.
    pub(super) fn variable(&mut self, costs: Vec<u32>) -> Variable {
        self.costs.push(costs.into());
        u32::try_from(self.costs.len() - 1).unwrap_or(u32::MAX)
    }

    /// How many values a variable has.
    pub(super) fn values(&self, variable: Variable) -> u32 {
        self.costs.get(variable as usize).map_or(0, |costs| u32::try_from(costs.len()).unwrap_or(u32::MAX))
    }

    /// `variable` has a value of which `is` is true.
    pub(super) fn is(&mut self, variable: Variable, is: impl Fn(Choice) -> bool) -> Result<Edge, Exhausted> {
        let edges = (0..self.values(variable)).map(|value| if is(value) { Edge::TRUE } else { Edge::FALSE });
        let edges: Vec<Edge> = edges.collect();
        self.make(variable + 1, &edges)
    }

    /// Both are the case.
    pub(super) fn and(&mut self, left: Edge, right: Edge) -> Result<Edge, Exhausted> {
        if let Some(result) = self.settled(left, right) {
            return Ok(result);
        }
        let limit = (self.steps + self.allowance.one).min(self.allowance.all);
        let mut frames = vec![self.frame(left, right)];
        let mut results: Vec<Edge> = Vec::new();
        while let Some(frame) = frames.last_mut() {
            let values = self.values(frame.level.saturating_sub(1));
            if frame.next < values {
                let left = self.below(frame.left, frame.level, frame.next);
                let right = self.below(frame.right, frame.level, frame.next);
                frame.next += 1;
                self.steps += 1;
                match self.settled(left, right) {
                    Some(result) => results.push(result),
                    None => frames.push(self.frame(left, right)),
                }
                if self.steps > limit {
                    return Err(Exhausted);
                }
                continue;
            }
            let (left, right, level) = (frame.left, frame.right, frame.level);
            frames.pop();
            let from = results.len().saturating_sub(values as usize);
            let result = self.make(level, results.get(from..).unwrap_or_default())?;
            results.truncate(from);
            self.remember(left, right, result);
            results.push(result);
        }
        results.pop().ok_or(Exhausted)
    }

    /// One or both are the case.
    pub(super) fn or(&mut self, left: Edge, right: Edge) -> Result<Edge, Exhausted> {
        self.and(!left, !right).map(Not::not)
    }

    /// All are the case.
    pub(super) fn all(&mut self, parts: impl IntoIterator<Item = Edge>) -> Result<Edge, Exhausted> {
        parts.into_iter().try_fold(Edge::TRUE, |all, part| self.and(all, part))
    }

    /// Whether it is the case for some value of the variable at its root.
    pub(super) fn without_root(&mut self, edge: Edge) -> Result<Edge, Exhausted> {
        let values = self.root(edge).map_or(0, |variable| self.values(variable));
        let mut some = Edge::FALSE;
        for value in 0..values {
            let part = self.given(edge, value);
            some = self.or(some, part)?;
        }
        Ok(if values == 0 { edge } else { some })
    }

    /// The variable at the root, if it is not constant.
    pub(super) fn root(&self, edge: Edge) -> Option<Variable> {
        self.level(edge).checked_sub(1)
    }

    /// Whether it is the case under an assignment; a variable that is left out has the value 0.
    pub(super) fn under(&self, edge: Edge, assignment: &FxHashMap<Variable, Choice>) -> bool {
        let mut at = edge;
        while let Some(variable) = self.root(at) {
            at = self.given(at, assignment.get(&variable).copied().unwrap_or(0));
        }
        at == Edge::TRUE
    }

    /// What is left of `edge` when the variable at its root has the value `value`.
    pub(super) fn given(&self, edge: Edge, value: Choice) -> Edge {
        self.below(edge, self.level(edge), value)
    }

    /// The variables that `edge` depends on, the lowest first.
    pub(super) fn variables(&self, edge: Edge) -> Vec<Variable> {
        let mut seen = FxHashSet::default();
        let mut found = std::collections::BTreeSet::new();
        let mut waiting = vec![edge.node()];
        while let Some(node) = waiting.pop() {
            if node == 0 || !seen.insert(node) {
                continue;
            }
            if let Some(node) = self.nodes.get(node) {
                found.insert(node.level - 1);
                waiting.extend(self.edges_of(*node).iter().map(|edge| edge.node()));
            }
        }
        found.into_iter().collect()
    }

    /// Whether `edge` depends on a variable of which `is` is true. What is found out is kept in `known`, for other edges.
    pub(super) fn depends(
        &self,
        edge: Edge,
        is: &dyn Fn(Variable) -> bool,
        known: &mut FxHashMap<usize, bool>,
    ) -> bool {
        let mut waiting = vec![edge.node()];
        while let Some(&at) = waiting.last() {
            let Some(node) = self.nodes.get(at).filter(|node| node.level > 0 && !known.contains_key(&at)) else {
                waiting.pop();
                continue;
            };
            let below = self.edges_of(*node).iter().map(|edge| edge.node());
            if is(node.level - 1) || below.clone().any(|it| known.get(&it) == Some(&true)) {
                known.insert(at, true);
                continue;
            }
            let before = waiting.len();
            waiting.extend(below.filter(|it| *it != 0 && !known.contains_key(it)));
            if waiting.len() == before {
                known.insert(at, false);
            }
        }
        known.get(&edge.node()).copied().unwrap_or(false)
    }

    /// The values of a cheapest assignment for which `edge` is the case, the highest variable first; variables that do not matter are left
    /// out. Nothing if there is none.
    pub(super) fn cheapest(&mut self, edge: Edge) -> Option<Vec<(Variable, Choice)>> {
        self.price(edge);
        if edge == Edge::FALSE {
            return None;
        }
        let mut path = Vec::new();
        let mut at = edge;
        while let Some(variable) = self.root(at) {
            let price = |value: &Choice| self.known_price(variable, self.given(at, *value), *value);
            let value = (0..self.values(variable)).min_by_key(price)?;
            path.push((variable, value));
            at = self.given(at, value);
        }
        Some(path)
    }

    /// Works out the least cost of `edge` and of everything below it.
    fn price(&mut self, edge: Edge) {
        self.cheapest.resize(self.nodes.len() * 2, None);
        let mut waiting = vec![edge];
        while let Some(&next) = waiting.last() {
            let before = waiting.len();
            let Some(variable) = self.root(next).filter(|_| self.priced(next).is_none()) else {
                waiting.pop();
                continue;
            };
            let mut least = IMPOSSIBLE;
            for value in 0..self.values(variable) {
                let below = self.given(next, value);
                if self.priced(below).is_none() {
                    waiting.push(below);
                }
                least = least.min(self.known_price(variable, below, value));
            }
            if waiting.len() == before {
                waiting.pop();
                if let Some(slot) = self.cheapest.get_mut(next.0 as usize) {
                    *slot = Some(least);
                }
            }
        }
    }

    fn priced(&self, edge: Edge) -> Option<u32> {
        self.cheapest.get(edge.0 as usize).copied().flatten()
    }

    fn known_price(&self, variable: Variable, below: Edge, value: Choice) -> u32 {
        let own = self.costs.get(variable as usize).and_then(|costs| costs.get(value as usize)).copied();
        self.priced(below).unwrap_or(IMPOSSIBLE).saturating_add(own.unwrap_or(0))
    }

    fn level(&self, edge: Edge) -> u32 {
        self.nodes.get(edge.node()).map_or(0, |node| node.level)
    }

    fn edges_of(&self, node: Node) -> &[Edge] {
        let first = node.first as usize;
        let count = node.level.checked_sub(1).map_or(0, |variable| self.values(variable)) as usize;
        self.edges.get(first..first + count).unwrap_or_default()
    }

    /// `edge`, where the variable of `level` has the value `value`.
    fn below(&self, edge: Edge, level: u32, value: Choice) -> Edge {
        match self.nodes.get(edge.node()) {
            Some(node) if node.level == level && level > 0 => {
                let below = self.edges.get((node.first + value) as usize).copied().unwrap_or(Edge::FALSE);
                below.negated_if(edge.is_negated())
            }
            Some(_) | None => edge,
        }
    }

    /// The conjunction, if it is plain or was worked out before.
    fn settled(&self, left: Edge, right: Edge) -> Option<Edge> {
        if left == Edge::FALSE || right == Edge::FALSE || left == !right {
            return Some(Edge::FALSE);
        }
        if left == Edge::TRUE || left == right {
            return Some(right);
        }
        if right == Edge::TRUE {
            return Some(left);
        }
        self.known.get(&(left.min(right), left.max(right))).copied()
    }

    fn remember(&mut self, left: Edge, right: Edge, result: Edge) {
        if self.known.len() >= MOST_REMEMBERED {
            self.known.clear();
        }
        self.known.insert((left.min(right), left.max(right)), result);
    }

    fn frame(&self, left: Edge, right: Edge) -> Frame {
        Frame { left, right, level: self.level(left).max(self.level(right)), next: 0 }
    }

    /// The edge to a node with `edges`, which is new only if there is none like it.
    fn make(&mut self, level: u32, edges: &[Edge]) -> Result<Edge, Exhausted> {
        let Some(&first) = edges.first() else {
            return Err(Exhausted);
        };
        if edges.iter().all(|edge| *edge == first) {
            return Ok(first);
        }
        // INVARIANT: the first edge of a node is never negated, so that a function and its negation share a node.
        let negated = first.is_negated();
        let same = |node: &Node, edges_of: &[Edge]| {
            node.level == level && edges_of.iter().zip(edges).all(|(one, two)| *one == two.negated_if(negated))
        };
        let hash = hash_of(level, edges.iter().map(|edge| edge.negated_if(negated)));
        let (nodes, unique) = (&self.nodes, &self.unique);
        let found =
            unique.find(hash, |&at| nodes.get(at as usize).is_some_and(|node| same(node, self.edges_of(*node))));
        if let Some(&at) = found {
            return Ok(Edge(at << 1).negated_if(negated));
        }
        self.add(level, edges, negated, hash)
    }

    fn add(&mut self, level: u32, edges: &[Edge], negated: bool, hash: u64) -> Result<Edge, Exhausted> {
        if self.edges.len() + edges.len() > MOST_EDGES {
            return Err(Exhausted);
        }
        let at = u32::try_from(self.nodes.len()).map_err(|_| Exhausted)?;
        let first = u32::try_from(self.edges.len()).map_err(|_| Exhausted)?;
        self.edges.extend(edges.iter().map(|edge| edge.negated_if(negated)));
        self.nodes.push(Node { level, first });
        let (nodes, all, costs) = (&self.nodes, &self.edges, &self.costs);
        self.unique.insert_unique(hash, at, |&at| {
            let Some(node) = nodes.get(at as usize) else { return 0 };
            let count = costs.get(node.level as usize - 1).map_or(0, |costs| costs.len());
            let first = node.first as usize;
            hash_of(node.level, all.get(first..first + count).unwrap_or_default().iter().copied())
        });
        Ok(Edge(at << 1).negated_if(negated))
    }
}

fn hash_of(level: u32, edges: impl Iterator<Item = Edge>) -> u64 {
    let mut hasher = FxHasher::default();
    level.hash(&mut hasher);
    edges.for_each(|edge| edge.hash(&mut hasher));
    hasher.finish()
}

#[cfg(test)]
mod referee;

#[cfg(test)]
mod tests {
    use super::*;

    fn three() -> (Diagrams, [Variable; 3]) {
        let mut diagrams = Diagrams::new();
        let variables = [(); 3].map(|()| diagrams.variable(vec![0, 1, 1]));
        (diagrams, variables)
    }

    #[test]
    fn one_function_is_one_edge() {
        let (mut all, [a, b, _]) = three();
        let (x, y) = (all.is(a, |it| it == 1).unwrap(), all.is(b, |it| it == 2).unwrap());
        let one = all.and(x, y).unwrap();
        let two = all.or(!x, !y).unwrap();
        assert_eq!(one, !two);
        let never = all.and(one, two).unwrap();
        assert_eq!(never, Edge::FALSE);
    }

    #[test]
    fn values_exclude_each_other_and_there_are_no_more() {
        let (mut all, [a, _, _]) = three();
        let values = [0, 1, 2].map(|value| all.is(a, |it| it == value).unwrap());
        assert_eq!(all.and(values[0], values[1]), Ok(Edge::FALSE));
        let some = values.into_iter().try_fold(Edge::FALSE, |some, it| all.or(some, it));
        assert_eq!(some, Ok(Edge::TRUE));
    }

    #[test]
    fn the_cheapest_assignment_gives_least() {
        let (mut all, [a, b, c]) = three();
        let given = [a, b, c].map(|it| all.is(it, |value| value != 0).unwrap());
        let both = all.and(given[0], given[1]).unwrap();
        let either = all.or(both, given[2]).unwrap();
        let path = all.cheapest(either).unwrap();
        let paid: Vec<_> = path.into_iter().filter(|(_, value)| *value != 0).collect();
        assert_eq!(paid, [(c, 1)]);
        assert_eq!(all.cheapest(Edge::FALSE), None);
    }

    #[test]
    fn a_long_chain_needs_no_stack() {
        let mut all = Diagrams::new();
        let (mut every, mut some) = (Edge::TRUE, Edge::FALSE);
        for _ in 0..100_000 {
            let variable = all.variable(vec![0, 1]);
            let is = all.is(variable, |value| value == 1).unwrap();
            every = all.and(every, is).unwrap();
            some = all.or(some, is).unwrap();
        }
        let rest = all.and(some, !every).unwrap();
        assert_ne!(rest, Edge::FALSE);
        assert_eq!(all.cheapest(every).map(|path| path.len()), Some(100_000));
    }
}
