//! Cycles: questions and computed values that depend on themselves.

use rustc_hash::FxHashMap;
use std::collections::VecDeque;

use enquire_model::{Instrument, Name, Place};

use super::{Component, Dependence, Edge, Graph, Node};

/// How much looking is spent on one group of nodes that depend on each other: links followed.
///
/// A search from every node of a large group would take time in the square of its size.
const MOST_LINKS: usize = 4_000_000;

/// A cycle of dependences. Its steps follow each other, and the last one leads back to where the first one starts.
#[derive(Debug, Clone, PartialEq)]
pub struct Cycle<'a> {
    /// The steps, from the first member in the order of print.
    pub steps: Vec<Step<'a>>,
}

/// One thing that depends on the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step<'a> {
    /// What depends.
    pub from: Subject<'a>,
    /// What it depends on.
    pub to: Subject<'a>,
    /// Why.
    pub kind: Dependence,
    /// Where the other is named; for [`Dependence::Inside`] the id of what it stands in.
    pub place: Place,
}

/// A member of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A question.
    Question(&'a Name),
    /// A computed value.
    Computed(&'a Name),
    /// A computed column.
    Column {
        /// The question with the table.
        question: &'a Name,
        /// The column.
        column: &'a Name,
    },
}

/// What a cycle is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CycleKind {
    /// Questions are asked only if each other's answers are known.
    Visibility,
    /// Computed values or columns are worked out from each other.
    Computation,
    /// Both.
    Mixed,
}

/// The cycles of `instrument`, which may be mistaken in other ways too: one for every group of parts that depend on each other,
/// in the order of print.
///
/// Each is a shortest one of its group; in a group of many thousand links, a shortest one through the members that come
/// first.
pub fn cycles(instrument: &Instrument) -> Vec<Cycle<'_>> {
    let graph = Graph::of(instrument);
    let mut groups: Vec<Component> = graph.components().into_iter().filter(|group| group.is_cycle).collect();
    groups.sort_by_key(|group| group.members.first().copied());
    groups.iter().filter_map(|group| cycle_in(&graph, group)).collect()
}

impl Cycle<'_> {
    /// What the cycle is made of.
    pub fn kind(&self) -> CycleKind {
        let computes = |step: &Step<'_>| step.kind == Dependence::Computation;
        let shows = |step: &Step<'_>| matches!(step.kind, Dependence::Visibility | Dependence::Cascade);
        match (self.steps.iter().any(computes), self.steps.iter().any(shows)) {
            (true, false) => CycleKind::Computation,
            (true, true) => CycleKind::Mixed,
            (false, _) => CycleKind::Visibility,
        }
    }
}

impl<'a> Subject<'a> {
    /// Where it was declared, with its own id.
    pub fn name(self) -> &'a Name {
        match self {
            Self::Question(name) | Self::Computed(name) | Self::Column { column: name, .. } => name,
        }
    }
}

impl std::fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Question(name) | Self::Computed(name) => name.fmt(f),
            Self::Column { question, column } => write!(f, "{question}.{column}"),
        }
    }
}

fn cycle_in<'a>(graph: &Graph<'a>, group: &Component) -> Option<Cycle<'a>> {
    let local = Local::of(graph, group);
    let mut best: Option<Found> = None;
    let mut spent = 0;
    for (start, &at) in group.members.iter().enumerate() {
        // Every cycle passes a question, column or computed value.
        if matches!(graph.node(at), Some(Node::When(_))) {
            continue;
        }
        let limit = best.as_ref().map_or(usize::MAX, |found| found.length);
        best = local.shortest_from(start, limit).or(best);
        spent += local.size;
        if spent > MOST_LINKS || best.as_ref().is_some_and(|found| found.length == 1) {
            break;
        }
    }
    best.map(|found| Cycle { steps: steps(graph, group, &found) })
}

/// A cycle that was found: the links from a member back to itself.
struct Found {
    length: usize,
    links: Vec<Link>,
}

/// An edge within a group. Members are numbered from 0.
#[derive(Clone, Copy)]
struct Link {
    from: usize,
    to: usize,
    edge: Edge,
    /// Standing in a `when` block is no step of its own: the step is what its condition reads.
    weight: usize,
}

/// A group by itself.
struct Local {
    links: Vec<Vec<Link>>,
    size: usize,
}

impl Local {
    fn of(graph: &Graph<'_>, group: &Component) -> Self {
        let numbers: FxHashMap<usize, usize> =
            group.members.iter().enumerate().map(|(number, &at)| (at, number)).collect();
        let link = |from: usize, edge: &Edge| {
            let to = *numbers.get(&edge.to)?;
            let weight = usize::from(!matches!(graph.node(edge.to), Some(Node::When(_))));
            Some(Link { from, to, edge: *edge, weight })
        };
        let of_member =
            |(from, &at): (usize, &usize)| graph.edges(at).iter().filter_map(|edge| link(from, edge)).collect();
        let links: Vec<Vec<Link>> = group.members.iter().enumerate().map(of_member).collect();
        let size = links.iter().map(|of_one| of_one.len() + 1).sum();
        Self { links, size }
    }

    /// The shortest way from `start` back to it, if it is shorter than `limit`.
    fn shortest_from(&self, start: usize, limit: usize) -> Option<Found> {
        let mut came: Vec<Option<(usize, Link)>> = vec![None; self.links.len()];
        // Links without weight go to the front, so that whatever is taken from there is nearest.
        let mut waiting = VecDeque::from([(start, 0)]);
        while let Some((at, length)) = waiting.pop_front() {
            if at == start && came.get(start).is_some_and(Option::is_some) {
                return Some(Found { length, links: way_back(&came, start) });
            }
            for link in self.links.get(at)? {
                let there = length + link.weight;
                let known = came.get(link.to)?.is_some_and(|(before, _)| before <= there);
                if there >= limit || known {
                    continue;
                }
                *came.get_mut(link.to)? = Some((there, *link));
                if link.weight == 0 {
                    waiting.push_front((link.to, there));
                } else {
                    waiting.push_back((link.to, there));
                }
            }
        }
        None
    }
}

/// The links that led back to `start`, in their order.
fn way_back(came: &[Option<(usize, Link)>], start: usize) -> Vec<Link> {
    let mut links = Vec::new();
    let mut at = start;
    while let Some((_, link)) = came.get(at).copied().flatten() {
        links.push(link);
        at = link.from;
        if at == start {
            break;
        }
    }
    links.reverse();
    links
}

/// The steps of a cycle: links through `when` blocks belong to the question or computed value that stands in them.
fn steps<'a>(graph: &Graph<'a>, group: &Component, found: &Found) -> Vec<Step<'a>> {
    let subject = |number: usize| group.members.get(number).and_then(|&at| graph.node(at)).and_then(subject_of);
    let mut steps = Vec::new();
    let mut from = None;
    for link in &found.links {
        from = subject(link.from).or(from);
        if let (Some(from), Some(to)) = (from, subject(link.to)) {
            steps.push(Step { from, to, kind: link.edge.kind, place: link.edge.place });
        }
    }
    steps
}

fn subject_of(node: Node<'_>) -> Option<Subject<'_>> {
    match node {
        Node::When(_) => None,
        Node::Question(question) => Some(Subject::Question(&question.id)),
        Node::Computed(computed) => Some(Subject::Computed(&computed.id)),
        Node::Column { question, column, .. } => Some(Subject::Column { question: &question.id, column: &column.id }),
    }
}
