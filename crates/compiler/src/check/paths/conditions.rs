//! Conditions as findings speak of them: in the author's own words, each at its place, with what it decides.

use enquire_diagnostics::{Diagnostic, Sources};
use enquire_logic::{Condition, Conflict, Whose, reads};
use enquire_model::{Answer, Expression, Instrument, Place, Weight};

use super::super::{concerning, span};
use super::possible::possible;
use crate::suggest;

/// A condition longer than this many characters is told by its place alone.
const LONGEST: usize = 60;

/// Of more answers than these it is not said what they can be.
const MOST_NOTES: usize = 2;

/// What is needed to speak of conditions.
#[derive(Clone, Copy)]
pub(super) struct Wording<'a> {
    pub(super) sources: &'a Sources,
    pub(super) instrument: &'a Instrument,
}

impl Wording<'_> {
    /// A condition as its author wrote it, in backticks and on one line; a long one as `this condition`.
    pub(super) fn quoted(self, expression: &Expression) -> String {
        let written = self.sources.slice(span(expression.place));
        let line = written.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() || line.chars().count() > LONGEST {
            return "this condition".to_owned();
        }
        format!("`{line}`")
    }

    /// What keeps the conditions from holding together, as part of a sentence; nothing if there are none.
    pub(super) fn because(self, conflict: &Conflict<'_>) -> Option<String> {
        let conditions = &conflict.conditions;
        if let Some((first, second)) = pair(conflict) {
            let (first, second) = (self.quoted(first.expression), self.quoted(second.expression));
            let words = if first == second {
                // Both are too long, or written alike about different things: their places are told.
                "two conditions exclude each other".to_owned()
            } else {
                format!("{first} and {second} exclude each other")
            };
            return Some(words);
        }
        match conditions.as_slice() {
            [] => None,
            [only] => Some(format!("{} can never hold", self.quoted(only.expression))),
            several => Some(format!("the {} conditions shown here cannot hold together", several.len())),
        }
    }

    /// `finding` with every condition of `conflict` at its place. Where one condition cannot hold by itself, a note says what the
    /// answers it reads can be.
    pub(super) fn with_conflict(self, finding: Diagnostic, conflict: &Conflict<'_>) -> Diagnostic {
        let at = finding.span();
        let mut finding = finding;
        for condition in &conflict.conditions {
            let place = condition.expression.place;
            if place == Place::default() {
                continue;
            }
            let words = format!("{}{}", role(condition.whose), link(condition, conflict));
            finding = if span(place) == at && finding.primary_label().is_none() {
                finding.with_primary_label(words)
            } else {
                finding.with_label(span(place), words)
            };
        }
        for question in &conflict.required {
            finding =
                finding.with_label(span(question.id.place()), format!("`{}` always has to be answered", question.id));
        }
        match (conflict.conditions.as_slice(), pair(conflict)) {
            ([only], _) => self.with_possible(finding, only.expression),
            (_, Some((first, second))) if self.is_about_one_whole_number(first, second) => {
                self.with_possible(finding, first.expression)
            }
            _ => finding,
        }
    }

    /// Whether both conditions are about one answer between whose bounds there may be no whole number.
    fn is_about_one_whole_number(self, first: &Condition<'_>, second: &Condition<'_>) -> bool {
        let names = || reads(first.expression).into_iter().chain(reads(second.expression)).map(|read| read.name);
        let Some(name) = names().next().filter(|name| names().all(|it| it == *name)) else { return false };
        self.instrument.question(name.as_str()).is_some_and(|it| matches!(it.answer, Answer::Integer(_)))
    }

    /// `finding` with a note on what the answers that `condition` reads can be.
    pub(super) fn with_possible(self, finding: Diagnostic, condition: &Expression) -> Diagnostic {
        let mut names: Vec<&str> = reads(condition).iter().map(|read| read.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        if names.len() > MOST_NOTES {
            return finding;
        }
        let note = |name: &str| possible(self.instrument.question(name)?, self.instrument);
        names.into_iter().filter_map(note).fold(finding, Diagnostic::with_note)
    }
}

/// What `condition` reads, as the subject of `is answered`.
pub(super) fn answered(condition: &Expression) -> String {
    let mut names: Vec<&str> = Vec::new();
    for read in reads(condition) {
        if !names.contains(&read.name.as_str()) {
            names.push(read.name.as_str());
        }
    }
    let verb = if names.len() == 1 { "is" } else { "are" };
    format!("{} {verb} answered", suggest::list(&names, "and"))
}

/// The two conditions that exclude each other by themselves, if there are such.
pub(super) fn pair<'c, 'a>(conflict: &'c Conflict<'a>) -> Option<(&'c Condition<'a>, &'c Condition<'a>)> {
    let (first, second) = conflict.pair?;
    Some((conflict.conditions.get(first)?, conflict.conditions.get(second)?))
}

/// What to do about a conflict under which `what` suffers.
pub(super) fn help(conflict: &Conflict<'_>, what: &str) -> String {
    match (pair(conflict), conflict.conditions.as_slice()) {
        (Some((first, second)), _) if first.whose == second.whose => {
            "if one of the two is enough, join them by `or` in place of `and`; otherwise change one of them".to_owned()
        }
        (Some(_), _) => format!("change one of the two conditions, or move {what} to where only one of them applies"),
        (None, [_]) => "change the condition to one that an answer can meet".to_owned(),
        (None, _) => format!("change one of the conditions, or leave {what} out"),
    }
}

/// What a condition decides, as a label beside it.
fn role(whose: Whose<'_>) -> String {
    match whose {
        Whose::Question(question) => format!("`{}` is asked only if this holds", question.id),
        Whose::Block(_) => "what stands in this group is asked only if this holds".to_owned(),
        Whose::Required(question) => format!("`{}` has to be answered if this holds", question.id),
        Whose::Check(check, _) => match check.weight {
            Weight::Error => "a reply in which this holds is mistaken".to_owned(),
            Weight::Warning => "the respondent is asked to confirm if this holds".to_owned(),
        },
        Whose::Computed(name) => format!("`{name}` is worked out here"),
    }
}

/// How a condition that leads to those that exclude each other does so: by the answer to a question that one of them belongs to.
fn link(condition: &Condition<'_>, conflict: &Conflict<'_>) -> String {
    let read = reads(condition.expression);
    let before = conflict.conditions.iter().find_map(|other| match other.whose {
        Whose::Question(question) if other.whose != condition.whose => {
            read.iter().any(|it| *it.name == question.id).then_some(&question.id)
        }
        Whose::Question(_) | Whose::Block(_) | Whose::Required(_) | Whose::Check(..) | Whose::Computed(_) => None,
    });
    before.map_or_else(String::new, |id| format!(", and so only after `{id}`"))
}

/// `finding` as one about what the condition belongs to.
pub(super) fn about(whose: Whose<'_>, finding: Diagnostic) -> Diagnostic {
    match whose {
        Whose::Question(question) | Whose::Required(question) | Whose::Check(_, Some(question)) => {
            concerning(question, finding)
        }
        Whose::Computed(name) => finding.with_element(name.as_str()),
        Whose::Block(_) | Whose::Check(_, None) => finding,
    }
}
