//! From a condition to its two diagrams.

use enquire_model::{Comparison, Expression, ExpressionKind, Name, StateTest};

use super::atoms::{Atom, Context, Test};
use super::beyond::key;
use super::cells::Range;
use super::diagram::{Edge, Exhausted, Variable};
use super::slots::{Kind, Slot};
use super::world::{Cells, DOUBT, Meaning, SlotVariable, Touched, Truths, World};
use crate::graph::Node;
use crate::walk::negated;

/// The most pairs of cells that are looked at for one difference.
const MOST_PAIRS: usize = 2_500;

type Result<T> = std::result::Result<T, Exhausted>;

impl<'a> World<'a> {
    /// When `condition` holds and when it is false. If that is too much, it is taken for a part that is beyond the solver.
    pub(super) fn truths(&mut self, condition: &'a Expression) -> Truths {
        let key = std::ptr::from_ref(condition);
        if let (false, Some(known)) = (self.is_local, self.known.get(&key)) {
            return *known;
        }
        let outer = std::mem::take(&mut self.touch);
        let truths = self.condition(condition).or_else(|Exhausted| self.too_much(condition));
        let truths = truths.unwrap_or(Truths { holds: Edge::TRUE, fails: Edge::TRUE });
        if !self.is_local {
            self.known.insert(key, truths);
            self.touched.insert(key, self.touch);
        }
        self.touch = Touched { gaps: outer.gaps || self.touch.gaps, beyond: outer.beyond || self.touch.beyond };
        truths
    }

    /// The same, while the conditions of the questions that are read are left aside.
    pub(super) fn truths_aside(&mut self, condition: &'a Expression) -> Truths {
        self.is_local = true;
        let truths = self.truths(condition);
        self.is_local = false;
        truths
    }

    fn condition(&mut self, expression: &'a Expression) -> Result<Truths> {
        match &expression.kind {
            ExpressionKind::Truth(truth) => Ok(Truths::constant(*truth)),
            ExpressionKind::Not(_) => {
                let (inner, odd) = negated(expression);
                Ok(self.condition(inner)?.negated_if(odd))
            }
            ExpressionKind::And(parts) => self.every(parts, false),
            ExpressionKind::Or(parts) => self.every(parts, true),
            ExpressionKind::State { question, test } => self.state(question, test),
            ExpressionKind::Compare { comparison, left, right } => self.compare(expression, *comparison, left, right),
            ExpressionKind::In { value, choices } => {
                let mut all = Truths::constant(false);
                for choice in choices {
                    let part = self.compare(expression, Comparison::Equal, value, choice)?;
                    all = self.joined(all, part, true)?;
                }
                if choices.is_empty() { self.opaque(expression, Comparison::Equal, value, value) } else { Ok(all) }
            }
            ExpressionKind::Contains { value, choice } => self.contains(value, choice),
            ExpressionKind::Answer(name) => self.computed(name),
            ExpressionKind::Aggregate { over, .. } => {
                let needs = match self.reader.graph.find(over.as_str()) {
                    Some(at) => self.given(Slot::Whole(at))?,
                    None => Edge::FALSE,
                };
                self.beyond_where(expression, key(expression), needs)
            }
            // None of these is a condition.
            ExpressionKind::Field(_)
            | ExpressionKind::Cell { .. }
            | ExpressionKind::Part { .. }
            | ExpressionKind::Choice(_)
            | ExpressionKind::Number(_)
            | ExpressionKind::Words(_)
            | ExpressionKind::Date(_)
            | ExpressionKind::Duration { .. }
            | ExpressionKind::AsAt
            | ExpressionKind::PeriodStart
            | ExpressionKind::PeriodEnd
            | ExpressionKind::Arithmetic { .. }
            | ExpressionKind::Call { .. } => Ok(Truths::UNDEFINED),
        }
    }

    /// All of `parts`, or any of them.
    fn every(&mut self, parts: &'a [Expression], any: bool) -> Result<Truths> {
        let mut all = Truths::constant(!any);
        for part in parts {
            let part = self.condition(part)?;
            all = self.joined(all, part, any)?;
        }
        Ok(all)
    }

    /// Both, or one of them: what is undefined gives way to what settles the matter.
    fn joined(&mut self, left: Truths, right: Truths, any: bool) -> Result<Truths> {
        let (left, right) = (left.negated_if(any), right.negated_if(any));
        let holds = self.diagrams.and(left.holds, right.holds)?;
        let fails = self.diagrams.or(left.fails, right.fails)?;
        Ok(Truths { holds, fails }.negated_if(any))
    }

    fn state(&mut self, name: &'a Name, test: &StateTest) -> Result<Truths> {
        let Some(at) = self.reader.graph.find(name.as_str()) else { return Ok(Truths::constant(false)) };
        let holds = if let Some(Node::Computed(computed)) = self.reader.graph.node(at) {
            self.state_of_computed(at, &computed.value, test)?
        } else {
            match test {
                StateTest::Asked => self.asked(at)?,
                StateTest::Answered => self.given(Slot::Whole(at))?,
                StateTest::Unanswered => self.blank(at)?,
                StateTest::NonResponse(code) => self.declined(at, &|it| it == Some(code.as_str()))?,
            }
        };
        Ok(Truths { holds, fails: !holds })
    }

    fn state_of_computed(&mut self, at: usize, value: &'a Expression, test: &StateTest) -> Result<Edge> {
        let asked = self.asked(at)?;
        let has_value = if self.is_condition(value) {
            let truths = self.computed.get(&at).copied().unwrap_or(Truths::UNDEFINED);
            self.diagrams.or(truths.holds, truths.fails)?
        } else {
            self.has_value(value)?
        };
        match test {
            StateTest::Asked => Ok(asked),
            StateTest::Answered => self.diagrams.and(asked, has_value),
            StateTest::Unanswered => self.diagrams.and(asked, !has_value),
            StateTest::NonResponse(_) => Ok(Edge::FALSE),
        }
    }

    fn is_condition(&mut self, value: &'a Expression) -> bool {
        matches!(self.reader.worth(value), super::worth::Worth::Condition)
    }

    /// When an expression that is no condition has a value.
    fn has_value(&mut self, value: &'a Expression) -> Result<Edge> {
        if let super::worth::Worth::Sum(sum) = self.reader.worth(value) {
            let context = Context { reads: sum.reads, through: sum.through, may_overflow: sum.may_overflow };
            return self.context(&context, value);
        }
        let needs = self.needs(value)?;
        Ok(self.beyond_where(value, format!("value {}", key(value)), needs)?.holds)
    }

    /// The condition that is a computed value.
    fn computed(&mut self, name: &Name) -> Result<Truths> {
        let Some(at) = self.reader.graph.find(name.as_str()) else { return Ok(Truths::UNDEFINED) };
        let Some(Node::Computed(computed)) = self.reader.graph.node(at) else { return Ok(Truths::UNDEFINED) };
        if self.cyclic.contains(&at) {
            return self.beyond(&computed.value, key(&computed.value));
        }
        let truths = match self.computed.get(&at) {
            Some(known) if !self.is_local => {
                let touched = self.touched.get(&std::ptr::from_ref(&computed.value)).copied().unwrap_or_default();
                self.touch.gaps |= touched.gaps;
                self.touch.beyond |= touched.beyond;
                *known
            }
            Some(_) | None => self.condition(&computed.value)?,
        };
        let asked = self.asked(at)?;
        self.under(truths, asked)
    }

    pub(super) fn under(&mut self, truths: Truths, edge: Edge) -> Result<Truths> {
        Ok(Truths { holds: self.diagrams.and(truths.holds, edge)?, fails: self.diagrams.and(truths.fails, edge)? })
    }

    fn contains(&mut self, value: &'a Expression, choice: &'a Expression) -> Result<Truths> {
        let (ExpressionKind::Answer(name), ExpressionKind::Choice(code)) = (&value.kind, &choice.kind) else {
            return Ok(Truths::UNDEFINED);
        };
        let at = self.reader.graph.find(name.as_str());
        let kind = at.and_then(|at| self.reader.kind(Slot::Whole(at)));
        let (Some(at), Some(Kind::Several(selection))) = (at, kind) else { return Ok(Truths::UNDEFINED) };
        let member = self.member(at, selection, code.as_str())?;
        self.defined(member, Slot::Whole(at))
    }

    /// `edge` where `slot` has a value.
    fn defined(&mut self, edge: Edge, slot: Slot<'a>) -> Result<Truths> {
        let given = self.given(slot)?;
        self.under(Truths { holds: edge, fails: !edge }, given)
    }

    fn compare(
        &mut self,
        whole: &'a Expression,
        comparison: Comparison,
        left: &'a Expression,
        right: &'a Expression,
    ) -> Result<Truths> {
        match self.reader.atom(comparison, left, right) {
            Atom::Undefined => Ok(Truths::UNDEFINED),
            Atom::Fixed { truth, context } => {
                let context = self.context(&context, whole)?;
                self.under(Truths::constant(truth), context)
            }
            Atom::Figure { slot, test, context } => {
                let Some(SlotVariable { variable, first, cells: Cells::Ranges(ranges), .. }) = self.slot(slot) else {
                    return Ok(Truths::UNDEFINED);
                };
                let context = self.context(&context, whole)?;
                let truths = self.ranges(whole, (variable, first), &ranges, test)?;
                self.under(truths, context)
            }
            Atom::Gap { left, right, places, test, context } => {
                let context = self.context(&context, whole)?;
                let Some((variable, ranges)) = self.gap(left, right, places) else { return Ok(Truths::UNDEFINED) };
                let truths = self.ranges(whole, (variable, 0), &ranges, test)?;
                let fits = self.fits(left, right, places)?;
                let context = self.diagrams.and(context, fits)?;
                self.under(truths, context)
            }
            Atom::Option { slot, code, equal } => {
                let Some(SlotVariable { cells: Cells::Codes(classes), .. }) = self.slot(slot) else {
                    return Ok(Truths::UNDEFINED);
                };
                let is = |at: usize| classes.get(at).is_some_and(|class| class.contains(&code));
                let holds = self.given_in(slot, &is)?;
                let fails = self.given_in(slot, &|at| !is(at))?;
                Ok(Truths { holds, fails }.negated_if(!equal))
            }
            Atom::Options { left, right, equal } => Ok(self.options(left, right)?.negated_if(!equal)),
            Atom::Text { slot, words, equal } => {
                let Some(SlotVariable { cells: Cells::Texts(texts), .. }) = self.slot(slot) else {
                    return Ok(Truths::UNDEFINED);
                };
                let is = |at: usize| texts.get(at).is_some_and(|text| text.as_ref() == Some(&words));
                let holds = self.given_in(slot, &is)?;
                let fails = self.given_in(slot, &|at| !is(at))?;
                Ok(Truths { holds, fails }.negated_if(!equal))
            }
            Atom::Chosen { node, comparison, bound } => {
                let Some(Kind::Several(selection)) = self.reader.kind(Slot::Whole(node)) else {
                    return Ok(Truths::UNDEFINED);
                };
                let number = self.chosen(node, selection, comparison, bound)?;
                self.defined(number, Slot::Whole(node))
            }
            Atom::Truths { equal } => {
                let (one, two) = (self.condition(left)?, self.condition(right)?);
                let both = self.joined(one, two, false)?;
                let neither = self.joined(one.negated_if(true), two.negated_if(true), false)?;
                Ok(self.joined(both, neither, true)?.negated_if(!equal))
            }
            Atom::Opaque => self.opaque(whole, comparison, left, right),
        }
    }

    /// A test of a variable whose values from `first` on are ranges.
    fn ranges(
        &mut self,
        whole: &'a Expression,
        (variable, first): (Variable, u32),
        ranges: &[Range],
        test: Test,
    ) -> Result<Truths> {
        let decided = |value: u32| {
            let range = value.checked_sub(first).and_then(|at| ranges.get(at as usize));
            range.map(|range| test.of(*range))
        };
        let holds = self.diagrams.is(variable, |value| decided(value) == Some(Some(true)))?;
        let fails = self.diagrams.is(variable, |value| decided(value) == Some(Some(false)))?;
        let open = self.diagrams.is(variable, |value| decided(value) == Some(None))?;
        if open == Edge::FALSE {
            return Ok(Truths { holds, fails });
        }
        let free = self.free(whole, format!("between {}", key(whole)), vec![DOUBT, DOUBT]);
        let free = self.diagrams.is(free, |value| value == 1)?;
        let (may_hold, may_fail) = (self.diagrams.and(open, free)?, self.diagrams.and(open, !free)?);
        Ok(Truths { holds: self.diagrams.or(holds, may_hold)?, fails: self.diagrams.or(fails, may_fail)? })
    }

    /// The variable of a difference, and its cells.
    fn gap(&mut self, left: Slot<'a>, right: Slot<'a>, places: u32) -> Option<(Variable, Vec<Range>)> {
        self.touch.gaps = true;
        if let Some(known) = self.gaps.get(&(left, right)) {
            return Some(known.clone());
        }
        // Their own variables come first, so that what is found out about a difference stands above both.
        let (_, _) = (self.slot(left)?, self.slot(right)?);
        let one = self.scaled(left, places)?;
        let two = self.scaled(right, places)?;
        let marks = self.uses.gaps.get(&(left, right)).cloned().unwrap_or_default();
        let ranges = super::cells::cells(one.minus(two), &marks);
        let variable = self.variable(Meaning::Gap(left, right), vec![0; ranges.len().max(1)]);
        self.gaps.insert((left, right), (variable, ranges.clone()));
        Some((variable, ranges))
    }

    /// The bounds of a number in units of `places`.
    fn scaled(&self, slot: Slot<'a>, places: u32) -> Option<Range> {
        let Some(Kind::Figure(figure)) = self.reader.kind(slot) else { return None };
        Some(figure.range.times(10_i128.checked_pow(places.saturating_sub(figure.places))?))
    }

    /// That the cells of two values and that of their difference go together.
    fn fits(&mut self, left: Slot<'a>, right: Slot<'a>, places: u32) -> Result<Edge> {
        let Some((gap, differences)) = self.gap(left, right, places) else { return Ok(Edge::TRUE) };
        if let Some(known) = self.fitting.get(&(left, right)) {
            return Ok(*known);
        }
        let (Some(one), Some(two)) = (self.slot(left), self.slot(right)) else { return Ok(Edge::TRUE) };
        if one.cells.count() * two.cells.count() > MOST_PAIRS {
            return Ok(Edge::TRUE);
        }
        let (one_places, two_places) = (self.reader.places(left), self.reader.places(right));
        let scaled = |cells: &Cells, at: usize, own: Option<u32>| {
            let by = 10_i128.checked_pow(places.saturating_sub(own.unwrap_or(places))).unwrap_or(1);
            cells.range(at).unwrap_or(Range::ALL).times(by)
        };
        let mut clash = Edge::FALSE;
        for first in 0..one.cells.count() {
            for second in 0..two.cells.count() {
                let difference = scaled(&one.cells, first, one_places).minus(scaled(&two.cells, second, two_places));
                let apart = |at: u32| differences.get(at as usize).is_some_and(|it| it.and(difference).is_empty());
                let edges = [
                    self.diagrams.is(gap, apart)?,
                    self.diagrams
                        .is(one.variable, |value| value.checked_sub(one.first) == u32::try_from(first).ok())?,
                    self.diagrams
                        .is(two.variable, |value| value.checked_sub(two.first) == u32::try_from(second).ok())?,
                ];
                let edge = self.diagrams.all(edges)?;
                clash = self.diagrams.or(clash, edge)?;
            }
        }
        self.consistent = self.diagrams.and(self.consistent, !clash).unwrap_or(self.consistent);
        self.fitting.insert((left, right), !clash);
        Ok(!clash)
    }

    fn options(&mut self, left: Slot<'a>, right: Slot<'a>) -> Result<Truths> {
        let (one, two) = (self.slot(left), self.slot(right));
        let (Some(one), Some(two)) = (one, two) else { return Ok(Truths::UNDEFINED) };
        let (Cells::Codes(one), Cells::Codes(two)) = (one.cells, two.cells) else { return Ok(Truths::UNDEFINED) };
        let given = (self.given(left)?, self.given(right)?);
        let given = self.diagrams.and(given.0, given.1)?;
        let mut same = Edge::FALSE;
        for (at, class) in one.iter().enumerate() {
            let first = self.given_in(left, &|it| it == at)?;
            let second = self.given_in(right, &|it| two.get(it) == Some(class))?;
            let both = self.diagrams.and(first, second)?;
            same = self.diagrams.or(same, both)?;
        }
        self.under(Truths { holds: same, fails: !same }, given)
    }

    /// When everything is there that a comparison reads.
    fn context(&mut self, context: &Context<'a>, whole: &'a Expression) -> Result<Edge> {
        let mut all = Edge::TRUE;
        for slot in &context.reads {
            let given = self.given(*slot)?;
            all = self.diagrams.and(all, given)?;
        }
        for node in &context.through {
            let asked = self.asked(*node)?;
            all = self.diagrams.and(all, asked)?;
        }
        if context.may_overflow {
            let key = format!("overflow {}", key(whole));
            let variable = if let Some(known) = self.opaque.get(&key) {
                *known
            } else {
                let made = self.variable(Meaning::Overflow, vec![0, 30 * DOUBT]);
                self.opaque.insert(key, made);
                made
            };
            let fits = self.diagrams.is(variable, |value| value == 0)?;
            self.within_calendar = self.diagrams.and(self.within_calendar, fits).unwrap_or(self.within_calendar);
            all = self.diagrams.and(all, fits)?;
        }
        Ok(all)
    }
}
