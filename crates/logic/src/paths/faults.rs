//! What is wrong with the paths of an instrument, and what could not be settled.

use std::ptr::from_ref;

use enquire_model::{Check, Expression, Question, Requirement};
use rustc_hash::{FxHashMap, FxHashSet};

use super::conflict::Reason;
use super::diagram::{Allowance, Edge};
use super::search::Found;
use super::verdict::{Condition, PathFault, Unsettled, Whose};
use super::world::World;
use super::{Evaluator, Paths};
use crate::graph::{Node, PlacedCheck};
use crate::{Answers, Evaluation, Value, evaluate};

/// How many pairs of questions with the same words are looked at.
const MOST_PAIRS: usize = 200;

/// How many conditions with parts beyond the solver are tried.
const MOST_TRIED: usize = 200;

/// Every fault, in the order of writing.
pub(super) fn all<'a>(paths: &Paths<'a>) -> Vec<PathFault<'a>> {
    let world = &mut *paths.world.borrow_mut();
    let few = Allowance { one: 200_000, all: 3_000_000 };
    let mut faults = world.within(few, World::never_asked);
    faults.extend(world.within(few, World::always_asked));
    faults.extend(world.within(few, World::requirements));
    let (of_checks, skipped) = world.within(few, World::checks);
    faults.extend(of_checks);
    faults.extend(world.within(few, |world| world.mistaken(&skipped)));
    if world.words_are_repeated() {
        world.allow_trials();
        faults.extend(world.within(few, |world| world.asked_twice(paths.evaluator())));
    }
    faults.sort_by_key(place);
    faults
}

/// Conditions of which it could not be settled whether they can hold.
pub(super) fn unsettled<'a>(paths: &Paths<'a>) -> Vec<Unsettled<'a>> {
    let world = &mut *paths.world.borrow_mut();
    world.allow_trials();
    world.within(Allowance { one: 200_000, all: 3_000_000 }, |world| doubts(world, paths.evaluator()))
}

fn doubts<'a>(world: &mut World<'a>, evaluator: &Evaluator<'a>) -> Vec<Unsettled<'a>> {
    let mut found = Vec::new();
    for condition in world.doubtful_conditions() {
        let holds = world.truths(condition.expression).holds;
        let confirm = |reply: &Evaluation<'a>| evaluate(condition.expression, reply) == Some(Value::Truth(true));
        let real = world.nothing_supposed().and_then(|real| world.diagrams.and(real, holds));
        let Ok(goal) = real else { continue };
        if let Found::Undecided(why) = world.search(goal, None, evaluator, &confirm) {
            found.push(Unsettled { condition, why });
        }
    }
    found
}

fn place(fault: &PathFault<'_>) -> (u32, u32) {
    let place = match fault {
        PathFault::NeverAsked { question, .. }
        | PathFault::AskedOnlyByMistake { question, .. }
        | PathFault::NeverRequired { question, .. }
        | PathFault::NeverAnswerable { question, .. }
        | PathFault::AskedTwice { second: question, .. } => question.id.place(),
        PathFault::NeverOpen { when, .. } => when.condition.place,
        PathFault::AlwaysHolds { condition, .. } => condition.expression.place,
        PathFault::NeverSpeaks { check, .. } | PathFault::AlwaysSpeaks { check, .. } => check.condition.place,
    };
    (place.file, place.start)
}

impl<'a> World<'a> {
    /// Whether `edge`, which `conditions` are part of, cannot be the case.
    fn cannot_be(&mut self, edge: Edge, conditions: &[&'a Expression]) -> bool {
        let gaps = conditions.iter().any(|it| self.touched.get(&from_ref(*it)).is_some_and(|touched| touched.gaps));
        edge == Edge::FALSE || (gaps && self.is_impossible(edge) == Some(true))
    }

    /// The condition of the node at `at` itself.
    fn condition_of(&self, at: usize) -> Option<Condition<'a>> {
        match self.reader.graph.node(at)? {
            Node::When(when) => Some(Condition { expression: &when.condition, whose: Whose::Block(when) }),
            Node::Question(question) => {
                let expression = question.when.as_ref()?;
                Some(Condition { expression, whose: Whose::Question(question) })
            }
            Node::Column { .. } | Node::Computed(_) => None,
        }
    }

    fn never_asked(&mut self) -> Vec<PathFault<'a>> {
        let mut nodes: Vec<usize> = self.dead.iter().map(|(at, _)| *at).collect();
        for at in 0..self.reader.graph.nodes().len() {
            let Some(condition) = self.condition_of(at).filter(|_| !nodes.contains(&at)) else { continue };
            let asked = self.asked.get(at).copied().unwrap_or(Edge::TRUE);
            if self.cannot_be(asked, &[condition.expression]) {
                nodes.push(at);
            }
        }
        let fault = |at: usize| {
            let conflict = self.conflict(Some(at), &[]);
            match self.reader.graph.node(at)? {
                Node::When(when) => Some(PathFault::NeverOpen { when, conflict }),
                Node::Question(question) => Some(PathFault::NeverAsked { question, conflict }),
                Node::Column { .. } | Node::Computed(_) => None,
            }
        };
        nodes.into_iter().filter_map(fault).collect()
    }

    fn always_asked(&mut self) -> Vec<PathFault<'a>> {
        let dead: FxHashSet<usize> = self.dead.iter().map(|(at, _)| *at).collect();
        let mut faults = Vec::new();
        for at in 0..self.reader.graph.nodes().len() {
            if dead.contains(&at) || self.cyclic.contains(&at) {
                continue;
            }
            let above = self.above(at);
            let below = self.reader.graph.above(at);
            faults.extend(self.condition_of(at).and_then(|condition| self.always(condition, above, below)));
        }
        faults
    }

    /// The fault that `condition` is never false where `above` is the case, if it is one.
    fn always(&mut self, condition: Condition<'a>, above: Edge, below: Option<usize>) -> Option<PathFault<'a>> {
        let everywhere = self.is_never_false(condition.expression, above)?;
        let truths = self.truths(condition.expression);
        let given = if self.cannot_be(truths.fails, &[condition.expression]) {
            Vec::new()
        } else {
            let conflict = self.conflict(below, &[Reason::Fails(condition)]);
            conflict.conditions.into_iter().filter(|it| it.expression != condition.expression).collect()
        };
        Some(PathFault::AlwaysHolds { condition, everywhere, given })
    }

    /// Nothing if the condition can be false, or cannot hold, where `above` is the case; else whether it holds even where nothing is
    /// answered.
    fn is_never_false(&mut self, condition: &'a Expression, above: Edge) -> Option<bool> {
        let truths = self.truths(condition);
        let holds = self.diagrams.and(above, truths.holds).ok()?;
        let fails = self.diagrams.and(above, truths.fails).ok()?;
        if holds == Edge::FALSE || !self.cannot_be(fails, &[condition]) {
            return None;
        }
        let rest = self.diagrams.all([above, !truths.holds, self.consistent, self.within_calendar]);
        Some(rest.is_ok_and(|rest| self.cannot_be(rest, &[condition])))
    }

    fn requirements(&mut self) -> Vec<PathFault<'a>> {
        let mut faults = Vec::new();
        for at in 0..self.reader.graph.nodes().len() {
            let Some(question) = self.question(at).filter(|_| !self.cyclic.contains(&at)) else { continue };
            let Requirement::When(expression) = &question.required else { continue };
            let whose = Whose::Required(question);
            let asked = self.asked.get(at).copied().unwrap_or(Edge::FALSE);
            let truths = self.truths(expression);
            let Ok(both) = self.diagrams.and(asked, truths.holds) else { continue };
            if asked != Edge::FALSE && self.cannot_be(both, &[expression]) {
                let reasons: Vec<_> = Self::parts(expression, whose).into_iter().map(Reason::Holds).collect();
                faults.push(PathFault::NeverRequired { question, conflict: self.conflict(Some(at), &reasons) });
            } else {
                faults.extend(self.always(Condition { expression, whose }, asked, Some(at)));
            }
        }
        faults
    }

    /// The faults of checks, and the checks that have one.
    fn checks(&mut self) -> (Vec<PathFault<'a>>, FxHashSet<*const Check>) {
        let mut faults = Vec::new();
        let mut skipped = FxHashSet::default();
        for PlacedCheck { check, above, question } in self.reader.graph.checks().to_vec() {
            let asked = above.map_or(Edge::TRUE, |at| self.asked.get(at).copied().unwrap_or(Edge::TRUE));
            let truths = self.truths(&check.condition);
            let Ok(speaks) = self.diagrams.and(asked, truths.holds) else { continue };
            if self.cannot_be(speaks, &[&check.condition]) {
                let parts = Self::parts(&check.condition, Whose::Check(check, question));
                let reasons: Vec<_> = parts.into_iter().map(Reason::Holds).collect();
                faults.push(PathFault::NeverSpeaks { check, question, conflict: self.conflict(above, &reasons) });
            } else if let Some(everywhere) = self.is_never_false(&check.condition, asked) {
                faults.push(PathFault::AlwaysSpeaks { check, question, everywhere });
            } else {
                continue;
            }
            skipped.insert(from_ref(check));
        }
        (faults, skipped)
    }

    fn words_are_repeated(&self) -> bool {
        !self.repeated().is_empty()
    }

    /// Questions with the same words in the same place, whose conditions are not the same: as nodes.
    fn repeated(&self) -> Vec<(usize, usize)> {
        let mut seen: FxHashMap<(Option<usize>, String), Vec<usize>> = FxHashMap::default();
        let mut pairs = Vec::new();
        for at in 0..self.reader.graph.nodes().len() {
            let Some(question) = self.question(at) else { continue };
            let words = question.wording.on_one_line(&|part| format!("{part:?}")).to_lowercase();
            let (above, conditions) = self.standing_in(at);
            if words.is_empty() || conditions.is_empty() {
                continue;
            }
            let others = seen.entry((above, words)).or_default();
            let differs = |other: &&usize| self.standing_in(**other).1 != conditions;
            pairs.extend(others.iter().filter(differs).map(|other| (*other, at)));
            others.push(at);
            if pairs.len() >= MOST_PAIRS {
                break;
            }
        }
        pairs
    }

    /// The question above a node, and the conditions under which it is asked.
    fn standing_in(&self, at: usize) -> (Option<usize>, Vec<&'a Expression>) {
        let mut conditions: Vec<&'a Expression> = Vec::new();
        let mut parent = None;
        let mut next = Some(at);
        while let Some(node) = next {
            conditions.extend(self.condition_of(node).map(|condition| condition.expression));
            if node != at && self.question(node).is_some() {
                parent = parent.or(Some(node));
            }
            next = self.reader.graph.above(node);
        }
        (parent, conditions)
    }

    fn asked_twice(&mut self, evaluator: &Evaluator<'a>) -> Vec<PathFault<'a>> {
        let mut faults = Vec::new();
        let mut told = FxHashSet::default();
        for (one, two) in self.repeated() {
            let (Some(first), Some(second)) = (self.question(one), self.question(two)) else { continue };
            if told.contains(&two) {
                continue;
            }
            let edges = [one, two].map(|at| self.asked.get(at).copied().unwrap_or(Edge::FALSE));
            let both = self.nothing_supposed().and_then(|real| self.diagrams.all([real, edges[0], edges[1]]));
            let asked = |question: &Question, reply: &Evaluation<'a>| reply.state(question.id.as_str()).is_asked();
            let confirm = |reply: &Evaluation<'a>| asked(first, reply) && asked(second, reply);
            let Ok(both) = both else { continue };
            if let Found::Witness(witness) = self.search(both, None, evaluator, &confirm) {
                told.insert(two);
                faults.push(PathFault::AskedTwice { first, second, witness });
            }
        }
        faults
    }

    /// The conditions with parts that are beyond the solver.
    fn doubtful_conditions(&mut self) -> Vec<Condition<'a>> {
        let mut all: Vec<Condition<'a>> = Vec::new();
        for at in 0..self.reader.graph.nodes().len() {
            all.extend(self.condition_of(at));
            if let Some(question) = self.question(at)
                && let Requirement::When(expression) = &question.required
            {
                all.push(Condition { expression, whose: Whose::Required(question) });
            }
        }
        let of_check = |placed: &PlacedCheck<'a>| Condition {
            expression: &placed.check.condition,
            whose: Whose::Check(placed.check, placed.question),
        };
        all.extend(self.reader.graph.checks().iter().map(of_check));
        all.retain(|condition| {
            self.truths(condition.expression);
            self.touched.get(&from_ref(condition.expression)).is_some_and(|touched| touched.beyond)
        });
        all.truncate(MOST_TRIED);
        all
    }
}
