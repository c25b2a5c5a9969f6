//! The longest and the shortest path.
//!
//! What is asked is a sum over questions: each counts if its diagram is the case. The variable at the top decides some of them; a value
//! that leaves at least as much open as every other is taken at once, which settles most questionnaires without a search. Else all
//! values are tried, part by part where parts share no variable, and what was found out is remembered.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use enquire_model::{Answer, Question};
use rustc_hash::{FxHashMap, FxHashSet};

use super::Paths;
use super::diagram::{Allowance, Choice, Edge, Variable};
use super::draft::Draft;
use super::search::reply;
use super::verdict::{Extent, Span, Witness};
use super::world::{Meaning, World};
use crate::{Evaluation, burden, minutes};

/// How many sums may be looked at for one figure.
const MOST_SUMS: u32 = 2_000;

/// How many nodes of diagrams may be visited for one figure.
const MOST_VISITS: usize = 300_000;

/// How deep values may be tried within each other.
const MOST_DEPTH: u32 = 150;

/// What a question counts.
type Weight = fn(&Question) -> u32;

/// A sum: diagrams, the highest variable first, and what each counts.
type Sum = BTreeMap<(Reverse<Option<Variable>>, Edge), u32>;

/// A total, and the values that lead to it.
type Best = (u32, Vec<(Variable, Choice)>);

/// The longest path, or the shortest.
pub(super) fn of(paths: &Paths<'_>, longest: bool) -> Extent {
    let bound = burden(paths.instrument);
    let prose = |question: &Question| u32::from(matches!(question.answer, Answer::Prose { .. }));
    Extent {
        questions: span(paths, longest, |_| 1, bound.questions),
        minutes: span(paths, longest, |question| minutes(&question.answer), bound.minutes),
        prose: span(paths, longest, prose, bound.prose),
    }
}

fn span(paths: &Paths<'_>, longest: bool, weight: Weight, bound: u32) -> Span {
    let world = &mut *paths.world.borrow_mut();
    let before = world.diagrams.allow(Allowance { one: 100_000, all: 1_000_000 });
    let sum = world.sum(weight, longest);
    let always = sum.get(&(Reverse(None), Edge::TRUE)).copied().unwrap_or(0);
    let mut search = Search { world, longest, sums: 0, visits: 0, known: FxHashMap::default() };
    let exact = search.best(sum.clone(), 0);
    let (total, path) = match exact {
        Some((total, path)) => (Some(total), path),
        None => (None, search.quick(sum)),
    };
    world.diagrams.restore(before);
    let (reached, witness) = world.walked(paths, path, weight);
    if longest {
        Span { least: reached, most: total.unwrap_or(bound).min(bound).max(reached), witness: Some(witness) }
    } else {
        Span { least: total.unwrap_or(always).min(reached), most: reached, witness: Some(witness) }
    }
}

impl<'a> World<'a> {
    /// What every question counts where it is asked.
    fn sum(&mut self, weight: Weight, longest: bool) -> Sum {
        let real = self.nothing_supposed().unwrap_or(Edge::TRUE);
        let (mut supposed, mut distant) = (FxHashMap::default(), FxHashMap::default());
        let mut sum = Sum::new();
        for at in 0..self.reader.graph.nodes().len() {
            let Some(question) = self.question(at) else { continue };
            let mut asked = self.asked.get(at).copied().unwrap_or(Edge::FALSE);
            let is_supposed = |variable| matches!(self.meanings.get(variable as usize), Some(Meaning::Supposed));
            if !self.dead.is_empty() && self.diagrams.depends(asked, &is_supposed, &mut supposed) {
                asked = self.among(asked, real, longest);
            }
            let is_gap = |variable| matches!(self.meanings.get(variable as usize), Some(Meaning::Gap(..)));
            if !self.gaps.is_empty() && self.diagrams.depends(asked, &is_gap, &mut distant) {
                asked = self.among(asked, self.consistent, longest);
            }
            add(self, &mut sum, asked, weight(question));
        }
        sum
    }

    /// `asked`, where what is not `real` is the worst that can be.
    fn among(&mut self, asked: Edge, real: Edge, longest: bool) -> Edge {
        let among = if longest { self.diagrams.and(asked, real) } else { self.diagrams.or(asked, !real) };
        among.unwrap_or(asked)
    }

    /// The reply along a path, and what is asked in it.
    fn walked(&self, paths: &Paths<'a>, path: Vec<(Variable, Choice)>, weight: Weight) -> (u32, Witness) {
        let values = self.values(&path).unwrap_or_default();
        let draft = Draft { assignment: path.into_iter().collect(), values, ..Draft::default() };
        let (as_at, answers) = self.reply(&draft);
        let mut reply = reply(self, as_at, answers);
        let evaluation = paths.evaluator().evaluate(&reply);
        let asked = |evaluation: &Evaluation<'a>| -> FxHashSet<&'a str> {
            let asked = evaluation.questions().filter(|(_, state)| state.is_asked());
            asked.map(|(question, _)| question.id.as_str()).collect()
        };
        let ids = asked(&evaluation);
        let reached =
            evaluation.questions().filter(|(_, state)| state.is_asked()).map(|(question, _)| weight(question));
        let reached = reached.fold(0, u32::saturating_add);
        // An answer to what is not asked says nothing.
        reply
            .answers
            .retain(|id, _| ids.contains(id.strip_suffix("_other").unwrap_or(id)) || ids.contains(id.as_str()));
        (reached, Witness { answers: reply.answers, as_at })
    }
}

fn add(world: &World<'_>, sum: &mut Sum, edge: Edge, weight: u32) {
    if edge != Edge::FALSE && weight > 0 {
        let counted = sum.entry((Reverse(world.diagrams.root(edge)), edge)).or_default();
        *counted = counted.saturating_add(weight);
    }
}

/// A search for the greatest or the least of a sum.
struct Search<'w, 'a> {
    world: &'w mut World<'a>,
    longest: bool,
    sums: u32,
    visits: usize,
    known: FxHashMap<Vec<(Edge, u32)>, Best>,
}

/// What a value of the variable at the top leaves open.
struct Left {
    value: Choice,
    parts: BTreeMap<Edge, u32>,
}

impl Search<'_, '_> {
    /// The best total of `sum`; nothing if the search is too long.
    fn best(&mut self, mut sum: Sum, depth: u32) -> Option<Best> {
        let mut path = Vec::new();
        loop {
            let Some((variable, mut left)) = self.top(&mut sum) else {
                return Some((sum.values().copied().fold(0, u32::saturating_add), path));
            };
            self.spare(&mut left);
            if left.len() > 1 {
                self.visits += left.iter().map(|it| it.parts.len()).sum::<usize>();
                let (total, rest) = self.branched(variable, &left, sum, depth)?;
                path.extend(rest);
                return Some((total, path));
            }
            let only = left.pop()?;
            path.push((variable, only.value));
            for (edge, weight) in only.parts {
                add(self.world, &mut sum, edge, weight);
            }
        }
    }

    /// Takes the diagrams of the highest variable out of `sum`: what each of its values leaves of them.
    fn top(&mut self, sum: &mut Sum) -> Option<(Variable, Vec<Left>)> {
        let ((Reverse(top), _), _) = sum.first_key_value()?;
        let variable = (*top)?;
        let mut bucket = Vec::new();
        while let Some(entry) = sum.first_entry().filter(|entry| entry.key().0 == Reverse(Some(variable))) {
            let ((_, edge), weight) = entry.remove_entry();
            bucket.push((edge, weight));
        }
        let of = |value: Choice| {
            let mut parts: BTreeMap<Edge, u32> = BTreeMap::new();
            for (edge, weight) in &bucket {
                let below = self.world.diagrams.given(*edge, value);
                if below != Edge::FALSE {
                    *parts.entry(below).or_default() += weight;
                }
            }
            Left { value, parts }
        };
        let left = (0..self.world.diagrams.values(variable)).map(of).collect();
        Some((variable, left))
    }

    /// Leaves out the values that are no better than another.
    fn spare(&mut self, left: &mut Vec<Left>) {
        let mut at = 0;
        while at < left.len() {
            let others = (0..left.len()).filter(|it| *it != at);
            let beaten = others.into_iter().any(|other| match (left.get(other), left.get(at)) {
                (Some(one), Some(two)) if self.longest => self.covers(&one.parts, &two.parts),
                (Some(one), Some(two)) => self.covers(&two.parts, &one.parts),
                _ => false,
            });
            if beaten {
                left.remove(at);
            } else {
                at += 1;
            }
        }
    }

    /// Whether `more` is at least `less`, whatever is the case.
    fn covers(&mut self, more: &BTreeMap<Edge, u32>, less: &BTreeMap<Edge, u32>) -> bool {
        let mut spare = more.clone();
        for (edge, weight) in less {
            let mut wanted = *weight;
            let mut take = |spare: &mut u32| {
                let taken = wanted.min(*spare);
                *spare -= taken;
                wanted -= taken;
                wanted == 0
            };
            if spare.get_mut(edge).is_some_and(&mut take) {
                continue;
            }
            let done = spare.iter_mut().any(|(other, spare)| {
                let follows = *spare > 0 && self.world.diagrams.and(*edge, !*other) == Ok(Edge::FALSE);
                follows && take(spare)
            });
            if !done {
                return false;
            }
        }
        true
    }

    /// The best total when every value of `variable` is tried.
    fn branched(&mut self, variable: Variable, left: &[Left], rest: Sum, depth: u32) -> Option<Best> {
        self.sums += 1;
        if self.sums > MOST_SUMS || self.visits > MOST_VISITS || depth > MOST_DEPTH {
            return None;
        }
        let mut path = Vec::new();
        let mut total = 0_u32;
        let mut own = Sum::new();
        for part in self.parts(variable, left, rest) {
            match part {
                Part::Own(sum) => own = sum,
                Part::Other(sum) => {
                    let (more, values) = self.remembered(sum, depth)?;
                    total = total.saturating_add(more);
                    path.extend(values);
                }
            }
        }
        let mut best: Option<Best> = None;
        for option in left {
            let mut sum = own.clone();
            for (edge, weight) in &option.parts {
                add(self.world, &mut sum, *edge, *weight);
            }
            let (found, mut values) = self.remembered(sum, depth)?;
            values.push((variable, option.value));
            let better = best.as_ref().is_none_or(|(old, _)| if self.longest { found > *old } else { found < *old });
            if better {
                best = Some((found, values));
            }
        }
        let (found, values) = best?;
        path.extend(values);
        Some((total.saturating_add(found), path))
    }

    fn remembered(&mut self, sum: Sum, depth: u32) -> Option<Best> {
        let key: Vec<(Edge, u32)> = sum.iter().map(|((_, edge), weight)| (*edge, *weight)).collect();
        if let Some(known) = self.known.get(&key) {
            return Some(known.clone());
        }
        let best = self.best(sum, depth + 1)?;
        self.known.insert(key, best.clone());
        Some(best)
    }

    /// `rest` in parts that share no variable: the one that `left` belongs to, and the others.
    fn parts(&mut self, variable: Variable, left: &[Left], rest: Sum) -> Vec<Part> {
        let mut groups = Groups::default();
        for edge in left.iter().flat_map(|option| option.parts.keys()) {
            self.visits += groups.visit(self.world, *edge);
            if let Some(root) = self.world.diagrams.root(*edge) {
                groups.join(variable, root);
            }
        }
        for (_, edge) in rest.keys() {
            self.visits += groups.visit(self.world, *edge);
        }
        let own = groups.find(variable);
        let mut parts: BTreeMap<Option<Variable>, Sum> = BTreeMap::new();
        for ((root, edge), weight) in rest {
            let group = root.0.map(|root| groups.find(root));
            parts.entry(group).or_default().insert((root, edge), weight);
        }
        let part = |(group, sum)| if group == Some(own) { Part::Own(sum) } else { Part::Other(sum) };
        parts.into_iter().map(part).collect()
    }

    /// A path that takes at every variable what seems best at once.
    fn quick(&mut self, mut sum: Sum) -> Vec<(Variable, Choice)> {
        let mut path = Vec::new();
        while let Some((variable, left)) = self.top(&mut sum) {
            let total = |it: &Left| it.parts.values().copied().fold(0, u32::saturating_add);
            let chosen = if self.longest {
                left.into_iter().min_by_key(|it| Reverse(total(it)))
            } else {
                left.into_iter().min_by_key(total)
            };
            let Some(chosen) = chosen else { break };
            path.push((variable, chosen.value));
            for (edge, weight) in chosen.parts {
                add(self.world, &mut sum, edge, weight);
            }
        }
        path
    }
}

/// A part of a sum.
enum Part {
    /// That of the variable that is tried.
    Own(Sum),
    /// One that shares no variable with it.
    Other(Sum),
}

/// Variables that occur together.
#[derive(Default)]
struct Groups {
    parents: FxHashMap<Variable, Variable>,
    seen: FxHashSet<Edge>,
}

impl Groups {
    fn find(&mut self, variable: Variable) -> Variable {
        let mut root = variable;
        while let Some(parent) = self.parents.get(&root).copied().filter(|parent| *parent != root) {
            root = parent;
        }
        self.parents.insert(variable, root);
        root
    }

    fn join(&mut self, one: Variable, two: Variable) {
        let (one, two) = (self.find(one), self.find(two));
        self.parents.insert(one.max(two), one.min(two));
    }

    /// Joins the variables of a diagram; how many nodes were new.
    fn visit(&mut self, world: &World<'_>, edge: Edge) -> usize {
        let mut visited = 0;
        let mut waiting = vec![edge];
        while let Some(next) = waiting.pop() {
            let Some(variable) = world.diagrams.root(next) else { continue };
            if !self.seen.insert(next.min(!next)) {
                continue;
            }
            visited += 1;
            for value in 0..world.diagrams.values(variable) {
                let below = world.diagrams.given(next, value);
                if let Some(root) = world.diagrams.root(below) {
                    self.join(variable, root);
                    waiting.push(below);
                }
            }
        }
        visited
    }
}
