//! The search for a reply that brings something about.
//!
//! The cheapest assignment is taken first. If its numbers do not fit together, or the evaluator does not confirm the reply, it is
//! excluded and the next one is taken, within a bound.

use enquire_model::{Expression, Reply, Respondent};
use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use super::cells::Range;
use super::diagram::{Choice, Edge, Exhausted, Variable};
use super::draft::Draft;
use super::slots::Slot;
use super::theory::Distances;
use super::verdict::{Undecided, Witness};
use super::world::{Meaning, World};
use crate::{Evaluation, Evaluator, reads};

/// How many assignments are tried.
const MOST_TRIES: u32 = 60;

/// How many replies are tried for one assignment with parts that are beyond the solver.
const MOST_VARIATIONS: u32 = 80;

/// What a search comes to.
pub(super) enum Found {
    Witness(Witness),
    /// There is no such reply.
    Never,
    Undecided(Undecided),
}

/// A bound between two values on a path, and the variable that stands for it.
type Literal = (Variable, Choice);

impl<'a> World<'a> {
    /// A reply for which `goal` is the case and `confirm` is true.
    pub(super) fn search(
        &mut self,
        goal: Edge,
        meant: Option<&(usize, String)>,
        evaluator: &Evaluator<'a>,
        confirm: &dyn Fn(&Evaluation<'a>) -> bool,
    ) -> Found {
        let mut rest = goal;
        let mut doubt: Option<Undecided> = None;
        for _ in 0..MOST_TRIES {
            if self.trials == 0 {
                break;
            }
            let Some(path) = self.diagrams.cheapest(rest) else {
                return doubt.map_or(Found::Never, Found::Undecided);
            };
            let excluded = match self.values(&path) {
                Err(clash) => clash,
                Ok(values) => {
                    let assignment = path.iter().copied().collect();
                    let draft = Draft { assignment, values, meant: meant.cloned(), instead: FxHashMap::default() };
                    if let Some(witness) = self.confirmed(&draft, evaluator, confirm) {
                        return Found::Witness(witness);
                    }
                    doubt.get_or_insert_with(|| self.why(&path));
                    self.doubtful(&path)
                }
            };
            match self.without(rest, &excluded) {
                Ok(smaller) => rest = smaller,
                Err(Exhausted) => break,
            }
        }
        Found::Undecided(
            doubt.unwrap_or_else(|| Undecided { reason: "too many ways had to be tried".to_owned(), place: None }),
        )
    }

    /// Whether no values of numbers and dates can make `goal` the case. Nothing if it is not known.
    pub(super) fn is_impossible(&mut self, goal: Edge) -> Option<bool> {
        let mut rest = goal;
        for _ in 0..MOST_TRIES {
            let Some(path) = self.diagrams.cheapest(rest) else { return Some(true) };
            match self.values(&path) {
                Ok(_) => return Some(false),
                Err(clash) => rest = self.without(rest, &clash).ok()?,
            }
        }
        None
    }

    fn without(&mut self, edge: Edge, literals: &[Literal]) -> Result<Edge, Exhausted> {
        let mut all = Edge::TRUE;
        for (variable, value) in literals {
            let is = self.diagrams.is(*variable, |it| it == *value)?;
            all = self.diagrams.and(all, is)?;
        }
        self.diagrams.and(edge, !all)
    }

    /// The assignment of the parts that are beyond the solver; all of it if there are none.
    fn doubtful(&self, path: &[Literal]) -> Vec<Literal> {
        let beyond = |literal: &&Literal| {
            matches!(
                self.meanings.get(literal.0 as usize),
                Some(
                    Meaning::Opaque(_)
                        | Meaning::TooMuch(_)
                        | Meaning::Overflow
                        | Meaning::Unknown(_)
                        | Meaning::Supposed
                )
            )
        };
        let found: Vec<Literal> = path.iter().filter(beyond).copied().collect();
        if found.is_empty() { path.to_vec() } else { found }
    }

    fn opaque_on(&self, path: &[Literal]) -> Vec<&'a Expression> {
        let expression = |literal: &Literal| match self.meanings.get(literal.0 as usize) {
            Some(Meaning::Opaque(expression)) => Some(*expression),
            _ => None,
        };
        path.iter().filter_map(expression).collect()
    }

    /// Why a path could not be confirmed, in plain words.
    fn why(&self, path: &[Literal]) -> Undecided {
        if let Some(expression) = self.opaque_on(path).first() {
            let mut names: Vec<String> = reads(expression).iter().map(|read| format!("`{}`", read.name)).collect();
            names.dedup();
            let names = names.join(", ");
            return Undecided {
                reason: format!("no answers to {names} were found that settle a part that is worked out from them"),
                place: Some(expression.place),
            };
        }
        let too_much = path.iter().find_map(|literal| match self.meanings.get(literal.0 as usize) {
            Some(Meaning::TooMuch(condition)) => Some(condition.place),
            _ => None,
        });
        if let Some(place) = too_much {
            let reason = "this condition and those of the questions it reads have too many parts together".to_owned();
            return Undecided { reason, place: Some(place) };
        }
        let unknown = path.iter().find_map(|literal| match self.meanings.get(literal.0 as usize) {
            Some(Meaning::Unknown(at)) => Some(*at),
            _ => None,
        });
        match unknown {
            Some(at) => Undecided {
                reason: "it depends on a condition that leads back to itself, or that has too many parts".to_owned(),
                place: Some(self.place(at)),
            },
            None => Undecided { reason: "the reply that was found could not be confirmed".to_owned(), place: None },
        }
    }

    fn confirmed(
        &mut self,
        draft: &Draft<'a>,
        evaluator: &Evaluator<'a>,
        confirm: &dyn Fn(&Evaluation<'a>) -> bool,
    ) -> Option<Witness> {
        let attempt = |world: &mut Self, draft: &Draft<'a>| {
            world.trials = world.trials.checked_sub(1)?;
            let (as_at, answers) = world.reply(draft);
            let reply = reply(world, as_at, answers);
            confirm(&evaluator.evaluate(&reply)).then_some(Witness { answers: reply.answers, as_at })
        };
        if let Some(witness) = attempt(self, draft) {
            return Some(witness);
        }
        let path: Vec<Literal> = draft.assignment.iter().map(|(variable, value)| (*variable, *value)).collect();
        let beyond = self.opaque_on(&path);
        if beyond.is_empty() {
            return None;
        }
        (0..MOST_VARIATIONS).find_map(|number| {
            let varied = self.varied(draft, &beyond, number);
            attempt(self, &varied)
        })
    }

    /// Numbers and dates on a path that fit its cells and distances; else the part of the path that does not go together.
    pub(super) fn values(&self, path: &[Literal]) -> Result<FxHashMap<Slot<'a>, i128>, Vec<Literal>> {
        let distant: Vec<Literal> = path
            .iter()
            .filter(|literal| matches!(self.meanings.get(literal.0 as usize), Some(Meaning::Gap(..))))
            .copied()
            .collect();
        if distant.is_empty() {
            return Ok(FxHashMap::default());
        }
        let mut literals = distant.clone();
        for (variable, _) in &distant {
            if let Some(Meaning::Gap(left, right)) = self.meanings.get(*variable as usize) {
                for slot in [left, right] {
                    let known = self.slots.get(slot).map(|known| known.variable);
                    literals.extend(path.iter().filter(|(variable, _)| Some(*variable) == known));
                }
            }
        }
        literals.sort_unstable();
        literals.dedup();
        if let Some(values) = self.solve(&literals) {
            return Ok(values);
        }
        let mut clash = literals.clone();
        for literal in &literals {
            let fewer: Vec<Literal> = clash.iter().filter(|it| *it != literal).copied().collect();
            if self.solve(&fewer).is_none() {
                clash = fewer;
            }
        }
        Err(clash)
    }

    fn solve(&self, literals: &[Literal]) -> Option<FxHashMap<Slot<'a>, i128>> {
        let mut slots: Vec<Slot<'a>> = Vec::new();
        let mut gaps = Vec::new();
        for (variable, value) in literals {
            match self.meanings.get(*variable as usize) {
                Some(Meaning::Gap(left, right)) => {
                    let range = self.gaps.get(&(*left, *right)).and_then(|(_, ranges)| ranges.get(*value as usize));
                    slots.extend([*left, *right]);
                    gaps.push((*left, *right, *range?));
                }
                Some(Meaning::Slot(slot)) => slots.push(*slot),
                _ => {}
            }
        }
        slots.sort_unstable();
        slots.dedup();
        let places = |slot: &Slot<'a>| self.reader.places(*slot).unwrap_or(0);
        let most = slots.iter().map(places).max().unwrap_or(0);
        let scale = |slot: &Slot<'a>| 10_i128.checked_pow(most - places(slot)).unwrap_or(1);
        let at = |slot: &Slot<'a>| slots.binary_search(slot).ok();
        let mut distances = Distances::default();
        for slot in &slots {
            let range = self.range(*slot, literals).times(scale(slot));
            distances.ranges.push((range, self.nicest(*slot).saturating_mul(scale(slot))));
        }
        for (left, right, range) in &gaps {
            let own = places(left).max(places(right));
            let range = range.times(10_i128.checked_pow(most - own)?);
            distances.gaps.push((at(left)?, at(right)?, range));
        }
        let values = distances.solve()?;
        Some(slots.iter().zip(values).map(|(slot, value)| (*slot, value.div_euclid(scale(slot)))).collect())
    }

    /// What a number or date can be, given the literals.
    fn range(&self, slot: Slot<'a>, literals: &[Literal]) -> Range {
        let known = self.slots.get(&slot);
        let value = known.and_then(|known| literals.iter().find(|(variable, _)| *variable == known.variable));
        let cell = known.zip(value).and_then(|(known, (_, value))| Some((known, value.checked_sub(known.first)?)));
        let own = cell.and_then(|(known, cell)| known.cells.range(cell as usize));
        own.unwrap_or_else(|| match self.reader.kind(slot) {
            Some(super::slots::Kind::Figure(figure)) => figure.range,
            _ => Range::ALL,
        })
    }

    fn nicest(&self, slot: Slot<'a>) -> i128 {
        let question = slot.node().and_then(|at| self.question(at));
        match self.reader.kind(slot) {
            Some(super::slots::Kind::Figure(figure)) if figure.is_date => super::cells::day_number(self.sampler().day),
            _ => question.map_or(1, |question| self.sampler().nicest(&question.answer)),
        }
    }
}

/// A reply to the instrument that says no more than `answers`.
pub(super) fn reply(
    world: &World<'_>,
    as_at: enquire_model::Date,
    answers: IndexMap<String, serde_json::Value>,
) -> Reply {
    let instrument = world.reader.instrument;
    let class = instrument.respondents.first().map(|class| class.id.to_string()).unwrap_or_default();
    Reply {
        instrument: instrument.release(),
        respondent: Respondent { class, name: "XXX".to_owned(), contact: None, sign_off: None },
        as_at,
        language: instrument.languages.first().cloned().unwrap_or_default(),
        round: 1,
        contributors: Vec::new(),
        answers,
        comments: IndexMap::new(),
        attachments: IndexMap::new(),
        links: IndexMap::new(),
    }
}
