//! Why something cannot be: the fewest conditions that exclude each other.
//!
//! Each condition is looked at while those of the questions that it reads are left aside: a variable says whether such a question is asked, and
//! if it is, its own conditions hold. So a contradiction can be traced to the very conditions that make it.

use enquire_model::{Expression, ExpressionKind, Question, Requirement};
use rustc_hash::FxHashSet;

use super::diagram::{Allowance, Edge, Exhausted};
use super::slots::Slot;
use super::verdict::{Condition, Conflict, Whose};
use super::world::World;
use crate::graph::{Node, PlacedCheck};
use crate::reads;

/// How many conditions are looked at for one conflict.
const MOST_CONDITIONS: usize = 60;

/// How many of them are compared in pairs.
const MOST_IN_PAIRS: usize = 24;

/// A reason that may be part of a conflict.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reason<'a> {
    /// A condition that has to hold.
    Holds(Condition<'a>),
    /// A condition that must not hold: that of an error check.
    Silent(Condition<'a>),
    /// A condition that has to be false.
    Fails(Condition<'a>),
    /// A question that has to be answered if it is asked, or given one of its declared non-responses.
    Required(&'a Question),
    /// A question that is to be answered.
    Answered(&'a Question),
}

impl<'a> World<'a> {
    /// The parts of a condition that have to hold together.
    pub(super) fn parts(expression: &'a Expression, whose: Whose<'a>) -> Vec<Condition<'a>> {
        if let ExpressionKind::And(parts) = &expression.kind {
            return parts.iter().flat_map(|part| Self::parts(part, whose)).collect();
        }
        vec![Condition { expression, whose }]
    }

    /// The conditions of the node at `at` itself.
    pub(super) fn own(&self, at: usize) -> Vec<Condition<'a>> {
        match self.reader.graph.node(at) {
            Some(Node::When(when)) => Self::parts(&when.condition, Whose::Block(when)),
            Some(Node::Question(question)) => {
                let own = question.when.iter();
                own.flat_map(|when| Self::parts(when, Whose::Question(question))).collect()
            }
            Some(Node::Column { .. } | Node::Computed(_)) | None => Vec::new(),
        }
    }

    /// Why `reasons` cannot come together while the node at `below` is asked. Empty if that is not found out.
    pub(super) fn conflict(&mut self, below: Option<usize>, reasons: &[Reason<'a>]) -> Conflict<'a> {
        let some = Allowance { one: 100_000, all: 500_000 };
        self.within(some, |world| world.explained(below, reasons)).unwrap_or_default()
    }

    fn explained(&mut self, below: Option<usize>, reasons: &[Reason<'a>]) -> Result<Conflict<'a>, Exhausted> {
        let mut links = Edge::TRUE;
        let mut found: Vec<(Edge, Reason<'a>)> = Vec::new();
        let mut reached = FxHashSet::default();
        let mut waiting: Vec<usize> = Vec::new();
        for reason in reasons {
            let edge = self.edge(*reason)?;
            found.push((edge, *reason));
            waiting.extend(self.read_by(*reason));
        }
        if let Some(below) = below {
            let asked = self.asked_aside(below)?;
            links = self.diagrams.and(links, asked)?;
            waiting.insert(0, below);
        }
        // Nearer conditions first; those that are read by them are looked at only if they have to be.
        let mut next = Vec::new();
        while !waiting.is_empty() && found.len() < MOST_CONDITIONS {
            for at in waiting.drain(..) {
                if reached.insert(at) {
                    self.link(at, &mut links, &mut found, &mut next)?;
                }
            }
            let facts = self.facts()?;
            let links = self.diagrams.and(links, facts)?;
            if self.clash(links, found.iter().map(|(edge, _)| *edge))? {
                return self.least(links, found);
            }
            waiting.append(&mut next);
        }
        Ok(Conflict::default())
    }

    /// Adds what it means that the node at `at` is asked.
    fn link(
        &mut self,
        at: usize,
        links: &mut Edge,
        found: &mut Vec<(Edge, Reason<'a>)>,
        next: &mut Vec<usize>,
    ) -> Result<(), Exhausted> {
        let asked = self.asked_aside(at)?;
        let mut all = Edge::TRUE;
        if let Some(above) = self.reader.graph.above(at) {
            all = self.asked_aside(above)?;
            let link = self.diagrams.or(!asked, all)?;
            *links = self.diagrams.and(*links, link)?;
            next.insert(0, above);
        }
        for condition in self.own(at) {
            let reason = Reason::Holds(condition);
            let holds = self.edge(reason)?;
            all = self.diagrams.and(all, holds)?;
            found.push((self.diagrams.or(!asked, holds)?, reason));
            next.extend(self.read_by(reason));
        }
        // It is asked, too, if nothing stands against it.
        let link = self.diagrams.or(asked, !all)?;
        *links = self.diagrams.and(*links, link)?;
        if let Some(Node::Computed(computed)) = self.reader.graph.node(at) {
            next.extend(reads(&computed.value).iter().filter_map(|read| self.reader.graph.find(read.name.as_str())));
        }
        Ok(())
    }

    fn asked_aside(&mut self, at: usize) -> Result<Edge, Exhausted> {
        self.is_local = true;
        let asked = self.asked(at);
        self.is_local = false;
        asked
    }

    fn edge(&mut self, reason: Reason<'a>) -> Result<Edge, Exhausted> {
        match reason {
            Reason::Holds(condition) => Ok(self.truths_aside(condition.expression).holds),
            Reason::Silent(condition) => Ok(!self.truths_aside(condition.expression).holds),
            Reason::Fails(condition) => Ok(self.truths_aside(condition.expression).fails),
            Reason::Required(question) => {
                let Some(at) = self.find(question.id.as_str()) else { return Ok(Edge::TRUE) };
                self.is_local = true;
                let blank = self.blank(at);
                self.is_local = false;
                blank.map(|blank| !blank)
            }
            Reason::Answered(question) => {
                let Some(at) = self.find(question.id.as_str()) else { return Ok(Edge::TRUE) };
                self.is_local = true;
                let given = self.given(Slot::Whole(at));
                self.is_local = false;
                given
            }
        }
    }

    /// The nodes that a reason reads.
    fn read_by(&self, reason: Reason<'a>) -> Vec<usize> {
        match reason {
            Reason::Holds(condition) | Reason::Silent(condition) | Reason::Fails(condition) => {
                let names = reads(condition.expression);
                names.iter().filter_map(|read| self.reader.graph.find(read.name.as_str())).collect()
            }
            Reason::Required(question) | Reason::Answered(question) => {
                self.find(question.id.as_str()).into_iter().collect()
            }
        }
    }

    /// What is so in every reply that counts: values and their differences go together, and no sum leaves the calendar.
    pub(super) fn facts(&mut self) -> Result<Edge, Exhausted> {
        self.diagrams.and(self.consistent, self.within_calendar)
    }

    /// Whether all of these cannot be the case together.
    fn clash(&mut self, links: Edge, edges: impl Iterator<Item = Edge>) -> Result<bool, Exhausted> {
        let mut all = links;
        for edge in edges {
            all = self.diagrams.and(all, edge)?;
            if all == Edge::FALSE {
                return Ok(true);
            }
        }
        Ok(self.is_impossible(all) == Some(true))
    }

    /// As few of `found` as possible: two if there are two, else none that can be spared.
    fn least(&mut self, links: Edge, found: Vec<(Edge, Reason<'a>)>) -> Result<Conflict<'a>, Exhausted> {
        for (edge, reason) in &found {
            if self.clash(links, std::iter::once(*edge))? {
                return Ok(Conflict::of(&[*reason]));
            }
        }
        if found.len() <= MOST_IN_PAIRS {
            for (at, (one, first)) in found.iter().enumerate() {
                for (two, second) in found.iter().skip(at + 1) {
                    if self.clash(links, [*one, *two].into_iter())? {
                        let mut pair = [*first, *second];
                        pair.sort_by_key(Reason::place);
                        let required =
                            pair.iter().any(|reason| matches!(reason, Reason::Required(_) | Reason::Answered(_)));
                        return Ok(Conflict { pair: (!required).then_some((0, 1)), ..Conflict::of(&pair) });
                    }
                }
            }
        }
        let mut core = found;
        // What is farthest away is spared first.
        for at in (0..core.len()).rev() {
            let rest = core.iter().enumerate().filter(|(it, _)| *it != at).map(|(_, (edge, _))| *edge);
            if self.clash(links, rest.collect::<Vec<_>>().into_iter())? {
                core.remove(at);
            }
        }
        core.sort_by_key(|(_, reason)| reason.place());
        let reasons: Vec<Reason<'a>> = core.iter().map(|(_, reason)| *reason).collect();
        Ok(Conflict { pair: self.pair(&reasons)?, ..Conflict::of(&reasons) })
    }

    /// The first two conditions that exclude each other wherever both are looked at.
    fn pair(&mut self, reasons: &[Reason<'a>]) -> Result<Option<(usize, usize)>, Exhausted> {
        let is_condition = |it: &&Reason<'a>| !matches!(it, Reason::Required(_) | Reason::Answered(_));
        let conditions: Vec<&Reason<'a>> = reasons.iter().filter(is_condition).collect();
        for (one, first) in conditions.iter().enumerate() {
            for (two, second) in conditions.iter().enumerate().skip(one + 1) {
                let pair = [self.edge(**first)?, self.edge(**second)?];
                let facts = self.facts()?;
                if self.clash(facts, pair.into_iter())? {
                    return Ok(Some((one, two)));
                }
            }
        }
        Ok(None)
    }

    /// What makes `condition` true, or false, as reasons.
    pub(super) fn reasons(&self, condition: &'a Expression, holds: bool) -> Vec<Reason<'a>> {
        let Some(whose) = self.whose(condition) else { return Vec::new() };
        if holds {
            return Self::parts(condition, whose).into_iter().map(Reason::Holds).collect();
        }
        vec![Reason::Fails(Condition { expression: condition, whose })]
    }

    /// What a condition of the instrument belongs to.
    fn whose(&self, condition: &'a Expression) -> Option<Whose<'a>> {
        let is = |other: &'a Expression| std::ptr::eq(other, condition);
        let of_node = |node: &Node<'a>| match node {
            Node::When(when) => is(&when.condition).then_some(Whose::Block(when)),
            Node::Question(question) => {
                let own = question.when.as_ref().filter(|when| is(when)).map(|_| Whose::Question(question));
                let required = if let Requirement::When(required) = &question.required { Some(required) } else { None };
                own.or_else(|| required.filter(|it| is(it)).map(|_| Whose::Required(question)))
            }
            Node::Computed(computed) => is(&computed.value).then_some(Whose::Computed(&computed.id)),
            Node::Column { .. } => None,
        };
        let of_check = |placed: &PlacedCheck<'a>| {
            is(&placed.check.condition).then_some(Whose::Check(placed.check, placed.question))
        };
        let graph = &self.reader.graph;
        graph.nodes().iter().find_map(of_node).or_else(|| graph.checks().iter().find_map(of_check))
    }
}

impl Reason<'_> {
    fn place(&self) -> (u32, u32) {
        let place = match self {
            Self::Holds(condition) | Self::Silent(condition) | Self::Fails(condition) => condition.expression.place,
            Self::Required(question) | Self::Answered(question) => question.id.place(),
        };
        (place.file, place.start)
    }
}

impl<'a> Conflict<'a> {
    fn of(reasons: &[Reason<'a>]) -> Self {
        let mut conflict = Self::default();
        for reason in reasons {
            match reason {
                Reason::Holds(condition) | Reason::Silent(condition) | Reason::Fails(condition) => {
                    conflict.conditions.push(*condition);
                }
                Reason::Required(question) | Reason::Answered(question) => conflict.required.push(*question),
            }
        }
        conflict
    }
}
