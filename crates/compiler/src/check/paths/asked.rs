//! Questions and groups that are asked never, only by mistake, or twice; and answers that are never required or never possible.

use enquire_diagnostics::codes::{
    ASKED_ONLY_BY_MISTAKE, GROUP_NEVER_OPEN, NEVER_ANSWERABLE, QUESTION_ASKED_TWICE, QUESTION_NEVER_ASKED,
    REQUIREMENT_NEVER_APPLIES,
};
use enquire_diagnostics::{Diagnostic, Rule, Span};
use enquire_logic::{Condition, Conflict, Whose, Witness};
use enquire_model::{Item, Question, Requirement, When};

use super::super::{Context, concerning, span};
use super::conditions::{self, Wording};
use super::witness;

pub(super) fn never(question: &Question, conflict: &Conflict<'_>, wording: Wording<'_>) -> Diagnostic {
    let id = &question.id;
    let message = format!("nobody can ever be asked `{id}`");
    let finding = of_question(&QUESTION_NEVER_ASKED, span(id.place()), &message, question, conflict, wording);
    finding.with_help(conditions::help(conflict, &format!("`{id}`")))
}

pub(super) fn only_by_mistake(question: &Question, conflict: &Conflict<'_>, wording: Wording<'_>) -> Diagnostic {
    let id = &question.id;
    let what = format!("`{id}` is asked only in replies that are mistaken");
    let message = refused(conflict, wording).map_or_else(|| what.clone(), |why| format!("{what}: {why}"));
    let finding = Diagnostic::new(&ASKED_ONLY_BY_MISTAKE, span(id.place()), message);
    let finding = wording.with_conflict(finding, conflict).with_help(format!(
        "loosen the check, ask `{id}` under another condition, or leave it out: no reply that is accepted has an answer to it"
    ));
    concerning(question, finding)
}

/// How one condition leads into one check; nothing if there are more of either.
fn refused(conflict: &Conflict<'_>, wording: Wording<'_>) -> Option<String> {
    let is_check = |condition: &&Condition<'_>| matches!(condition.whose, Whose::Check(..));
    let (checks, others): (Vec<&Condition<'_>>, Vec<&Condition<'_>>) = conflict.conditions.iter().partition(is_check);
    let ([check], [other], []) = (checks.as_slice(), others.as_slice(), conflict.required.as_slice()) else {
        return None;
    };
    let (refused, given) = (wording.quoted(check.expression), wording.quoted(other.expression));
    Some(if refused == given {
        format!("wherever {given} holds, a check refuses the reply")
    } else {
        format!("wherever {given} holds, {refused} holds too, and a check refuses that")
    })
}

/// Said once for the group, not for each question in it.
pub(super) fn never_open(when: &When, conflict: &Conflict<'_>, wording: Wording<'_>) -> Diagnostic {
    let what = match questions_in(&when.items) {
        0 => "nothing in this group can ever be shown".to_owned(),
        1 => "nobody can ever be asked the question in this group".to_owned(),
        count => format!("nobody can ever be asked the {count} questions in this group"),
    };
    let finding = Diagnostic::new(&GROUP_NEVER_OPEN, span(when.condition.place), because(&what, conflict, wording));
    wording.with_conflict(finding, conflict).with_help(conditions::help(conflict, "the group"))
}

pub(super) fn never_answerable(question: &Question, conflict: &Conflict<'_>, wording: Wording<'_>) -> Diagnostic {
    let id = &question.id;
    let message = format!("`{id}` has to be answered, and no answer to it is accepted");
    let help = if question.nonresponses.is_empty() {
        "loosen what excludes the answers, or do not require one: every reply that is asked is mistaken"
    } else {
        "loosen what excludes the answers: as it is, a respondent can only say that there is none to give"
    };
    let finding = Diagnostic::new(&NEVER_ANSWERABLE, span(id.place()), message).with_help(help);
    let finding = wording.with_conflict(finding, conflict);
    concerning(question, finding)
}

/// Nothing if the question has no such condition: then it has a finding of another kind.
pub(super) fn never_required(question: &Question, conflict: &Conflict<'_>, wording: Wording<'_>) -> Option<Diagnostic> {
    let Requirement::When(condition) = &question.required else { return None };
    let message = format!("an answer to `{}` is never required", question.id);
    let at = span(condition.place);
    let finding = of_question(&REQUIREMENT_NEVER_APPLIES, at, &message, question, conflict, wording);
    Some(
        finding
            .with_help("require it under a condition that can hold where the question is asked, or delete the clause"),
    )
}

/// Nothing where the two are found by their words alone: one of them has no condition, or both have the same.
pub(super) fn twice(
    first: &Question,
    second: &Question,
    witness: &Witness,
    context: &Context<'_>,
) -> Option<Diagnostic> {
    let asked = context.by_id();
    let (before, after) = (asked.get(first.id.as_str())?, asked.get(second.id.as_str())?);
    if before.conditions.is_empty() || after.conditions.is_empty() || before.conditions == after.conditions {
        return None;
    }
    let finding = Diagnostic::new(
        &QUESTION_ASKED_TWICE,
        span(second.wording.place),
        format!("`{}` has the same words as `{}`, and some respondents are asked both", second.id, first.id),
    )
    .with_label(span(first.wording.place), "the first is here")
    .with_note(format!("both are asked in a reply with {}", witness::in_words(witness)))
    .with_help("ask it once, let the conditions exclude each other, or say in the words in what the two differ");
    Some(concerning(second, finding))
}

/// A finding about a question, with what keeps the conditions of `conflict` apart.
fn of_question(
    rule: &'static Rule,
    at: Span,
    message: &str,
    question: &Question,
    conflict: &Conflict<'_>,
    wording: Wording<'_>,
) -> Diagnostic {
    let finding = Diagnostic::new(rule, at, because(message, conflict, wording));
    concerning(question, wording.with_conflict(finding, conflict))
}

fn because(what: &str, conflict: &Conflict<'_>, wording: Wording<'_>) -> String {
    wording.because(conflict).map_or_else(|| what.to_owned(), |why| format!("{what}: {why}"))
}

/// How many questions there are in `items`, those inside others included.
fn questions_in(items: &[Item]) -> usize {
    let one = |item: &Item| usize::from(matches!(item, Item::Question(_))) + questions_in(item.inner());
    items.iter().map(one).sum()
}
