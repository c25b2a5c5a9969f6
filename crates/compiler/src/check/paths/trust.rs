//! Which faults of paths are mistakes of their own: those that no other finding is behind.
//!
//! An option that a condition names and its scale lacks is no option of any answer, so that the condition never holds; but the
//! mistake is the option, and that has a finding. A fault counts only if nothing it rests on has an error.

use enquire_diagnostics::{Diagnostics, Severity, Span};
use enquire_logic::{Condition, Conflict, PathFault, Whose, reads};
use enquire_model::{Computed, Expression, Question};
use enquire_syntax::view::{Item, span_of};
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{Context, span};
use crate::cascades::contains;

/// How far computed values are followed to what they are worked out from.
const DEEPEST: usize = 32;

pub(super) struct Trust<'c, 'a> {
    context: &'c Context<'a>,
    /// Every error so far.
    errors: Vec<Span>,
    /// What is part of a circle.
    circles: FxHashSet<&'c str>,
    /// Scales, records and patterns with an error in them.
    broken: FxHashSet<String>,
    computed: FxHashMap<&'a str, &'a Computed>,
}

impl<'c, 'a> Trust<'c, 'a> {
    /// What can be trusted, with `found` by the checks that ran before.
    pub(super) fn of(context: &'c Context<'a>, found: &Diagnostics) -> Self {
        let later =
            found.iter().filter(|it| it.severity() == Severity::Error).map(enquire_diagnostics::Diagnostic::span);
        let errors: Vec<Span> = context.faults.iter().map(|(_, at)| *at).chain(later).collect();
        let steps = context.cycles.iter().flat_map(|it| &it.steps);
        let circles = steps.flat_map(|step| [step.from.name().as_str(), step.to.name().as_str()]).collect();
        let broken = broken(context, &errors);
        let computed = if errors.is_empty() {
            FxHashMap::default()
        } else {
            context.instrument.computed().into_iter().map(|it| (it.id.as_str(), it)).collect()
        };
        Self { context, errors, circles, broken, computed }
    }

    /// Whether `fault` follows from nothing else.
    pub(super) fn is_sound(&self, fault: &PathFault<'_>) -> bool {
        match fault {
            PathFault::NeverAsked { question, conflict }
            | PathFault::AskedOnlyByMistake { question, conflict }
            | PathFault::NeverRequired { question, conflict }
            | PathFault::NeverAnswerable { question, conflict } => self.knows(question) && self.stands(conflict),
            PathFault::NeverOpen { when, conflict } => self.reads_well(&when.condition, 0) && self.stands(conflict),
            PathFault::AlwaysHolds { condition, given, .. } => {
                self.holds(condition) && given.iter().all(|it| self.holds(it))
            }
            PathFault::NeverSpeaks { check, question, conflict } => {
                self.reads_well(&check.condition, 0)
                    && question.is_none_or(|it| self.knows(it))
                    && self.stands(conflict)
            }
            PathFault::AlwaysSpeaks { check, question, .. } => {
                self.reads_well(&check.condition, 0) && question.is_none_or(|it| self.knows(it))
            }
            PathFault::AskedTwice { first, second, .. } => self.knows(first) && self.knows(second),
        }
    }

    /// Whether nothing is wrong with a condition and what it belongs to.
    pub(super) fn holds(&self, condition: &Condition<'_>) -> bool {
        let owner = match condition.whose {
            Whose::Question(question) | Whose::Required(question) | Whose::Check(_, Some(question)) => {
                self.knows(question)
            }
            Whose::Computed(name) => !self.is_unsure(name.as_str(), 0),
            Whose::Block(_) | Whose::Check(_, None) => true,
        };
        owner && self.reads_well(condition.expression, 0)
    }

    fn stands(&self, conflict: &Conflict<'_>) -> bool {
        conflict.conditions.iter().all(|it| self.holds(it))
    }

    /// Whether what is known of `question` is what its author wrote.
    fn knows(&self, question: &Question) -> bool {
        !self.is_unsure(question.id.as_str(), 0)
    }

    /// Whether `expression` has no error, nor anything that it reads.
    fn reads_well(&self, expression: &Expression, depth: usize) -> bool {
        let at = span(expression.place);
        let touched = self.errors.iter().any(|error| contains(at, *error) || contains(*error, at));
        !touched && reads(expression).iter().all(|read| !self.is_unsure(read.name.as_str(), depth))
    }

    /// Whether the question or computed value `name` may not be what it seems.
    fn is_unsure(&self, name: &str, depth: usize) -> bool {
        if self.circles.contains(name) || depth > DEEPEST {
            return true;
        }
        if self.errors.is_empty() {
            return false;
        }
        if let Some(value) = self.computed.get(name) {
            return self.context.is_faulty(name) || !self.reads_well(&value.value, depth + 1);
        }
        let Some(question) = self.context.instrument.question(name) else { return true };
        let scale = question.answer.selection().map(|it| it.scale.as_str());
        let record = question.answer.record().map(enquire_model::Name::as_str);
        let pattern = question.origin.as_ref().map(|it| it.pattern.as_str());
        let made_of = [scale, record, pattern];
        made_of.into_iter().flatten().any(|it| self.broken.contains(it)) || self.context.is_doubtful(question)
    }
}

/// The scales, records and patterns in which one of `errors` lies.
fn broken(context: &Context<'_>, errors: &[Span]) -> FxHashSet<String> {
    if errors.is_empty() {
        return FxHashSet::default();
    }
    let named = context.program.items.iter().filter_map(|item| match &item.value {
        Item::Declaration(it) => Some((it.id()?.text().to_owned(), span_of(item.file, it.range()))),
        Item::Clause(_) => None,
    });
    named.filter(|(_, whole)| errors.iter().any(|error| contains(*whole, *error))).map(|(name, _)| name).collect()
}
