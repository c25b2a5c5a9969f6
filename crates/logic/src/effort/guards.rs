//! Which options of a closed question a condition allows.

use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

use enquire_model::{Answer, Asked, Comparison, Expression, ExpressionKind, Instrument};
use indexmap::IndexMap;

use crate::walk::negated;

/// The most options that a closed question may have to be looked at; one with more is taken to hold in every condition.
///
/// A question is counted once for each option that allows it.
const MOST_OPTIONS: usize = 300;

/// The questions that are answered with exactly one option, and their options.
pub(super) struct Closed<'a> {
    options: FxHashMap<&'a str, BTreeSet<&'a str>>,
    /// What each condition says, by where it is: many questions share the condition of a block.
    known: FxHashMap<*const Expression, IndexMap<&'a str, BTreeSet<&'a str>>>,
}

/// A closed question, and the options of it that a condition allows. The condition does not hold with any other.
type Guard<'a> = (&'a str, BTreeSet<&'a str>);

impl<'a> Closed<'a> {
    /// Those of `instrument`, which asks `asked`.
    pub(super) fn of(instrument: &'a Instrument, asked: &[Asked<'a>]) -> Self {
        let mut options = FxHashMap::default();
        for Asked { question, .. } in asked {
            if let Some(codes) = options_of(instrument, &question.answer)
                && codes.len() <= MOST_OPTIONS
            {
                options.entry(question.id.as_str()).or_insert(codes);
            }
        }
        Self { options, known: FxHashMap::default() }
    }

    /// What `conditions`, which have to hold together, allow of the first closed question they speak of.
    pub(super) fn guard(&mut self, conditions: &[&'a Expression]) -> Option<Guard<'a>> {
        for condition in conditions {
            if !self.known.contains_key(&std::ptr::from_ref(*condition)) {
                let guards = joined(self.guards(condition));
                self.known.insert(*condition, guards);
            }
        }
        let of = |condition: &&'a Expression| self.known.get(&std::ptr::from_ref(*condition));
        let mut guards = conditions.iter().filter_map(of).skip_while(|guards| guards.is_empty());
        let (first, allowed) = guards.next()?.first()?;
        let mut allowed = allowed.clone();
        for options in guards.filter_map(|guards| guards.get(first)) {
            allowed.retain(|option| options.contains(option));
        }
        Some((first, allowed))
    }

    /// What has to hold for `condition` to hold. Conditions in other forms say nothing.
    fn guards(&self, condition: &'a Expression) -> Vec<Guard<'a>> {
        match negated(condition) {
            (Expression { kind: ExpressionKind::And(parts), .. }, false) => {
                parts.iter().flat_map(|part| self.guards(part)).collect()
            }
            (Expression { kind: ExpressionKind::Or(parts), .. }, false) => self.either(parts).into_iter().collect(),
            (inner, odd) => self.comparison(inner, odd).into_iter().collect(),
        }
    }

    /// A chain of `or` in which every part is about the same question.
    fn either(&self, parts: &'a [Expression]) -> Option<Guard<'a>> {
        let mut joined: Option<Guard<'a>> = None;
        for part in parts {
            let guards = self.guards(part);
            let [(question, options)] = guards.as_slice() else {
                return None;
            };
            match &mut joined {
                None => joined = Some((*question, options.clone())),
                Some((first, all)) if first == question => all.extend(options),
                Some(_) => return None,
            }
        }
        joined
    }

    /// `q = a`, `q != a`, `q in (a, b)`, or the negation of it. Where the answer is missing, neither holds.
    fn comparison(&self, expression: &'a Expression, odd: bool) -> Option<Guard<'a>> {
        let (value, choices, excluded) = if let ExpressionKind::In { value, choices } = &expression.kind {
            (value, choices.as_slice(), odd)
        } else if let ExpressionKind::Compare { comparison, left, right } = &expression.kind {
            let excluded = match comparison {
                Comparison::Equal => odd,
                Comparison::NotEqual => !odd,
                Comparison::Less | Comparison::AtMost | Comparison::Greater | Comparison::AtLeast => return None,
            };
            (left, std::slice::from_ref(&**right), excluded)
        } else {
            return None;
        };
        let ExpressionKind::Answer(name) = &value.kind else {
            return None;
        };
        let all = self.options.get(name.as_str())?;
        let named = choices.iter().map(code).collect::<Option<BTreeSet<&str>>>()?;
        Some((name.as_str(), all.iter().copied().filter(|option| named.contains(option) != excluded).collect()))
    }
}

/// Guards that have to hold together, one for each closed question.
fn joined<'a>(guards: Vec<Guard<'a>>) -> IndexMap<&'a str, BTreeSet<&'a str>> {
    let mut joined: IndexMap<&'a str, BTreeSet<&'a str>> = IndexMap::new();
    for (question, options) in guards {
        joined.entry(question).and_modify(|all| all.retain(|option| options.contains(option))).or_insert(options);
    }
    joined
}

fn code(choice: &Expression) -> Option<&str> {
    if let ExpressionKind::Choice(code) = &choice.kind { Some(code.as_str()) } else { None }
}

fn options_of<'a>(instrument: &'a Instrument, answer: &'a Answer) -> Option<BTreeSet<&'a str>> {
    if *answer == Answer::YesNo {
        return Some(BTreeSet::from(["yes", "no"]));
    }
    let Answer::OneOf(selection) = answer else {
        return None;
    };
    let scale = instrument.scales.get(selection.scale.as_str())?;
    let other = selection.other.then_some("other");
    Some(scale.choices.iter().map(|choice| choice.code.as_str()).chain(other).collect())
}
