//! Answers of several options: which may be chosen together, and how many are.

use enquire_model::{Comparison, Decimal, Selection};
use indexmap::IndexMap;

use super::atoms::holds;
use super::diagram::{Choice, Edge, Exhausted, Variable};
use super::slots::Slot;
use super::world::{Meaning, World};

/// The variables of an answer of several options.
#[derive(Debug, Clone)]
pub(super) struct Several {
    /// The options that conditions speak of: the variable, and whether the option stands alone.
    pub(super) members: IndexMap<String, (Variable, bool)>,
    /// How many of the others are chosen; the last value stands for one of them that stands alone, if there is one.
    pub(super) rest: Variable,
    /// The value that stands for it.
    pub(super) alone: Option<Choice>,
    /// The other options that do not stand alone, and those that do.
    pub(super) others: Vec<String>,
    /// The other options that stand alone.
    pub(super) others_alone: Vec<String>,
    /// By number: when so many are chosen; the last stands for that number and all above.
    totals: Vec<Edge>,
}

impl<'a> World<'a> {
    /// When an answer of several options is one that may be given.
    pub(super) fn allowed_together(&mut self, at: usize, selection: &'a Selection) -> Result<Edge, Exhausted> {
        let several = self.several(at, selection)?;
        let least = selection.count.least.unwrap_or(1).max(1);
        let most = selection.count.most.unwrap_or(u32::MAX);
        let mut allowed = several.total(self, |total| (least..=most).contains(&total))?;
        let single = several.total(self, |total| total == 1)?;
        for (code, (variable, alone)) in &several.members {
            let chosen = self.diagrams.is(*variable, |value| value == 1)?;
            let offered = self.offered(selection, code)?;
            let stands = if *alone { self.diagrams.and(offered, single)? } else { offered };
            let fits = self.diagrams.or(!chosen, stands)?;
            allowed = self.diagrams.and(allowed, fits)?;
        }
        if let Some(alone) = several.alone {
            let chosen = self.diagrams.is(several.rest, |value| value == alone)?;
            let fits = self.diagrams.or(!chosen, single)?;
            allowed = self.diagrams.and(allowed, fits)?;
        }
        Ok(allowed)
    }

    /// When the option `code` is chosen, given that the answer is there.
    pub(super) fn member(&mut self, at: usize, selection: &'a Selection, code: &str) -> Result<Edge, Exhausted> {
        let several = self.several(at, selection)?;
        match several.members.get(code) {
            Some((variable, _)) => self.diagrams.is(*variable, |value| value == 1),
            None => Ok(Edge::FALSE),
        }
    }

    /// When the option `code` is chosen, or when it may be one that is chosen of those that no condition speaks of.
    pub(super) fn may_be_member(&mut self, at: usize, selection: &'a Selection, code: &str) -> Result<Edge, Exhausted> {
        let several = self.several(at, selection)?;
        if several.others.iter().any(|other| other == code) {
            return self.diagrams.is(several.rest, |value| value > 0 && Some(value) != several.alone);
        }
        if several.others_alone.iter().any(|other| other == code) {
            return self.diagrams.is(several.rest, |value| Some(value) == several.alone);
        }
        self.member(at, selection, code)
    }

    /// When the number of chosen options compares with `bound`, given that the answer is there.
    pub(super) fn chosen(
        &mut self,
        at: usize,
        selection: &'a Selection,
        comparison: Comparison,
        bound: Decimal,
    ) -> Result<Edge, Exhausted> {
        let several = self.several(at, selection)?;
        several.total(self, |total| holds(comparison, Decimal::from(total).cmp(&bound)))
    }

    fn several(&mut self, at: usize, selection: &'a Selection) -> Result<Several, Exhausted> {
        if let Some(known) = self.several.get(&at) {
            return Ok(known.clone());
        }
        self.slot(Slot::Whole(at));
        let scale = self.reader.instrument.scales.get(selection.scale.as_str());
        let codes = scale.into_iter().flat_map(|scale| &scale.choices).map(|choice| choice.code.to_string());
        let codes: Vec<String> = codes.chain(selection.other.then(|| "other".to_owned())).collect();
        let is_alone = |code: &String| selection.exclusive.iter().any(|it| it.as_str() == code);
        let named = self.uses.members.get(&at).cloned().unwrap_or_default();
        let (told, rest): (Vec<_>, Vec<_>) = codes.into_iter().partition(|code| named.contains(code));
        let (others_alone, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_alone);
        let mut members = IndexMap::new();
        for code in told {
            let variable = self.variable(Meaning::Member, vec![0, 1]);
            let alone = is_alone(&code);
            members.insert(code, (variable, alone));
        }
        let limits = [selection.count.least, selection.count.most.map(|most| most.saturating_add(1))];
        let matters = limits.into_iter().flatten().chain(self.uses.chosen.get(&at).copied()).max().unwrap_or(1).max(2);
        let count = u32::try_from(others.len()).unwrap_or(u32::MAX).min(matters);
        let alone = (!others_alone.is_empty()).then_some(count + 1);
        let rest = self.variable(Meaning::Rest, (0..=count + u32::from(alone.is_some())).collect());
        let totals = self.totals(&members, rest, count, alone, matters)?;
        let several = Several { members, rest, alone, others, others_alone, totals };
        self.several.insert(at, several.clone());
        Ok(several)
    }

    fn totals(
        &mut self,
        members: &IndexMap<String, (Variable, bool)>,
        rest: Variable,
        count: u32,
        alone: Option<Choice>,
        matters: u32,
    ) -> Result<Vec<Edge>, Exhausted> {
        let last = (matters as usize).min(members.len() + count as usize + 1);
        let mut totals = vec![Edge::FALSE; last + 1];
        if let Some(none) = totals.first_mut() {
            *none = Edge::TRUE;
        }
        for (variable, _) in members.values() {
            let chosen = self.diagrams.is(*variable, |value| value == 1)?;
            let mut next = Vec::with_capacity(totals.len());
            for (number, total) in totals.iter().enumerate() {
                let before =
                    number.checked_sub(1).and_then(|before| totals.get(before)).copied().unwrap_or(Edge::FALSE);
                let before = if number == last { self.diagrams.or(before, *total)? } else { before };
                let with = self.diagrams.and(before, chosen)?;
                let without = self.diagrams.and(*total, !chosen)?;
                next.push(self.diagrams.or(with, without)?);
            }
            totals = next;
        }
        let mut all = vec![Edge::FALSE; last + 1];
        for value in 0..=count + u32::from(alone.is_some()) {
            let more = if Some(value) == alone { 1 } else { value } as usize;
            let chosen = self.diagrams.is(rest, |it| it == value)?;
            for (number, total) in totals.iter().enumerate() {
                let both = self.diagrams.and(*total, chosen)?;
                if let Some(slot) = all.get_mut((number + more).min(last)) {
                    *slot = self.diagrams.or(*slot, both)?;
                }
            }
        }
        Ok(all)
    }
}

impl Several {
    /// When the number of chosen options is one of which `is` is true.
    fn total(&self, world: &mut World<'_>, is: impl Fn(u32) -> bool) -> Result<Edge, Exhausted> {
        let mut some = Edge::FALSE;
        for (number, total) in (0..).zip(&self.totals) {
            if is(number) {
                some = world.diagrams.or(some, *total)?;
            }
        }
        Ok(some)
    }
}
