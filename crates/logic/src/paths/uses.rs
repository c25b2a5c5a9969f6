//! What the conditions of an instrument distinguish: the constants, options and texts that each value is compared with.
//!
//! It is collected before any diagram is made, because the cells of a value are those that some condition tells apart.

use std::collections::BTreeSet;

use enquire_model::{Comparison, Expression, ExpressionKind, Requirement, StateTest};
use rustc_hash::{FxHashMap, FxHashSet};

use super::atoms::Atom;
use super::cells::Mark;
use super::slots::Slot;
use super::worth::Reader;
use crate::graph::Node;

/// What is told apart.
#[derive(Debug, Default)]
pub(super) struct Uses<'a> {
    /// The constants that a number or date is compared with.
    pub(super) marks: FxHashMap<Slot<'a>, BTreeSet<Mark>>,
    /// The constants that a difference is compared with.
    pub(super) gaps: FxHashMap<(Slot<'a>, Slot<'a>), BTreeSet<Mark>>,
    /// The options that an answer is compared with.
    pub(super) codes: FxHashMap<Slot<'a>, BTreeSet<String>>,
    /// The answers of which every option counts: they are compared with others.
    pub(super) every_code: FxHashSet<Slot<'a>>,
    /// The texts that an answer is compared with.
    pub(super) words: FxHashMap<Slot<'a>, BTreeSet<String>>,
    /// The options that are looked for among several, by the node of the question.
    pub(super) members: FxHashMap<usize, BTreeSet<String>>,
    /// The greatest number of chosen options that matters.
    pub(super) chosen: FxHashMap<usize, u32>,
    /// The non-responses that are tested.
    pub(super) nonresponses: FxHashMap<usize, BTreeSet<String>>,
}

impl<'a> Uses<'a> {
    /// What the expressions at the nodes in `order` and in the checks tell apart. Computed values become known to `reader`.
    pub(super) fn of(reader: &mut Reader<'a>, order: &[usize], is_cyclic: &FxHashSet<usize>) -> Self {
        let mut uses = Self::default();
        for &at in order {
            match reader.graph.node(at) {
                Some(Node::When(when)) => uses.see(reader, &when.condition),
                Some(Node::Question(question)) => {
                    let required =
                        if let Requirement::When(condition) = &question.required { Some(condition) } else { None };
                    question.when.iter().chain(required).for_each(|condition| uses.see(reader, condition));
                    let parent = question.answer.selection().and_then(|selection| selection.within.as_ref());
                    let parent = parent.and_then(|parent| reader.graph.find(parent.as_str()));
                    uses.every_code.extend(parent.map(Slot::Whole));
                }
                Some(Node::Computed(computed)) => {
                    if !is_cyclic.contains(&at) {
                        reader.learn(at, &computed.value);
                    }
                    uses.see(reader, &computed.value);
                }
                Some(Node::Column { .. }) | None => {}
            }
        }
        let checks: Vec<&'a Expression> = reader.graph.checks().iter().map(|placed| &placed.check.condition).collect();
        for condition in checks {
            uses.see(reader, condition);
        }
        uses
    }

    fn see(&mut self, reader: &mut Reader<'a>, whole: &'a Expression) {
        let mut waiting = vec![whole];
        while let Some(expression) = waiting.pop() {
            match &expression.kind {
                ExpressionKind::Compare { comparison, left, right } => {
                    self.compare(reader, *comparison, left, right);
                    waiting.extend([&**left, right]);
                }
                ExpressionKind::In { value, choices } => {
                    for choice in choices {
                        self.compare(reader, Comparison::Equal, value, choice);
                    }
                    waiting.push(value);
                }
                ExpressionKind::Contains { value, choice } => self.contains(reader, value, choice),
                ExpressionKind::State { question, test: StateTest::NonResponse(code) } => {
                    if let Some(node) = reader.graph.find(question.as_str()) {
                        self.nonresponses.entry(node).or_default().insert(code.to_string());
                    }
                }
                // What stands in a figure over rows is not looked into.
                ExpressionKind::Aggregate { .. }
                | ExpressionKind::State { .. }
                | ExpressionKind::Answer(_)
                | ExpressionKind::Field(_)
                | ExpressionKind::Cell { .. }
                | ExpressionKind::Part { .. }
                | ExpressionKind::Choice(_)
                | ExpressionKind::Number(_)
                | ExpressionKind::Words(_)
                | ExpressionKind::Date(_)
                | ExpressionKind::Duration { .. }
                | ExpressionKind::Truth(_)
                | ExpressionKind::AsAt
                | ExpressionKind::PeriodStart
                | ExpressionKind::PeriodEnd => {}
                ExpressionKind::Not(_)
                | ExpressionKind::And(_)
                | ExpressionKind::Or(_)
                | ExpressionKind::Arithmetic { .. }
                | ExpressionKind::Call { .. } => waiting.extend(crate::children(expression)),
            }
        }
    }

    fn compare(
        &mut self,
        reader: &mut Reader<'a>,
        comparison: Comparison,
        left: &'a Expression,
        right: &'a Expression,
    ) {
        match reader.atom(comparison, left, right) {
            Atom::Figure { slot, test, .. } => self.marks.entry(slot).or_default().extend(test.marks()),
            Atom::Gap { left, right, test, .. } => self.gaps.entry((left, right)).or_default().extend(test.marks()),
            Atom::Option { slot, code, .. } => {
                self.codes.entry(slot).or_default().insert(code);
            }
            Atom::Options { left, right, .. } => self.every_code.extend([left, right]),
            Atom::Text { slot, words, .. } => {
                self.words.entry(slot).or_default().insert(words);
            }
            Atom::Chosen { node, bound, .. } => {
                let bound = bound.max(enquire_model::Decimal::ZERO).ceil();
                let bound = u32::try_from(bound).unwrap_or(u32::MAX).saturating_add(1);
                let most = self.chosen.entry(node).or_default();
                *most = bound.max(*most);
            }
            Atom::Undefined | Atom::Fixed { .. } | Atom::Truths { .. } | Atom::Opaque => {}
        }
    }

    fn contains(&mut self, reader: &Reader<'a>, value: &'a Expression, choice: &'a Expression) {
        let (ExpressionKind::Answer(name), ExpressionKind::Choice(code)) = (&value.kind, &choice.kind) else {
            return;
        };
        if let Some(node) = reader.graph.find(name.as_str()) {
            self.members.entry(node).or_default().insert(code.to_string());
        }
    }
}
