//! Conditions that always hold, and checks that speak always or never.

use enquire_diagnostics::codes::{CHECK_ALWAYS_SPEAKS, CHECK_NEVER_SPEAKS, CONDITION_ALWAYS_HOLDS};
use enquire_diagnostics::{Diagnostic, Fix};
use enquire_logic::{Condition, Conflict, Whose, reads};
use enquire_model::{Check, Question, Weight};

use super::super::span;
use super::conditions::{self, Wording};

pub(super) fn always_holds(
    condition: &Condition<'_>,
    everywhere: bool,
    given: &[Condition<'_>],
    wording: Wording<'_>,
) -> Diagnostic {
    let expression = condition.expression;
    let quoted = wording.quoted(expression);
    let answered = conditions::answered(expression);
    let message = match (everywhere, given.is_empty()) {
        (true, true) => format!("{quoted} holds in every reply"),
        (true, false) => format!("{quoted} always holds here"),
        (false, true) => format!("{quoted} holds whenever {answered}"),
        (false, false) => format!("{quoted} holds here whenever {answered}"),
    };
    let mut finding = Diagnostic::new(&CONDITION_ALWAYS_HOLDS, span(expression.place), message);
    for known in given {
        finding = finding.with_label(span(known.expression.place), "this holds here already");
    }
    if given.is_empty() {
        finding = wording.with_possible(finding, expression);
    }
    finding = if everywhere {
        finding.with_help(format!(
            "delete the condition, or change it so that it sets some replies apart{}",
            what_for(condition)
        ))
    } else {
        with_state_test(finding, condition)
    };
    conditions::about(condition.whose, finding)
}

/// What an author may have meant by a condition that holds whenever its answer is there.
fn with_state_test(finding: Diagnostic, condition: &Condition<'_>) -> Diagnostic {
    if matches!(condition.whose, Whose::Required(_)) {
        return finding
            .with_help("if an answer is always needed, write `required` alone; otherwise change the condition");
    }
    let names = reads(condition.expression);
    let Some(first) = names.first().map(|it| it.name).filter(|first| names.iter().all(|it| it.name == *first)) else {
        return finding.with_help("change the condition, or delete it and test alone whether the answers are given");
    };
    let instead = format!("{first} is answered");
    let at = finding.span();
    finding
        .with_help(format!(
            "if only an answer is needed, write `{instead}`; otherwise change the condition or delete it"
        ))
        .with_fix(Fix::unsafe_(format!("write `{instead}`")).with_edit(at, instead))
}

fn what_for(condition: &Condition<'_>) -> &'static str {
    match condition.whose {
        Whose::Required(_) => ": an answer is always required",
        Whose::Question(_) | Whose::Block(_) | Whose::Check(..) | Whose::Computed(_) => "",
    }
}

pub(super) fn never(
    check: &Check,
    question: Option<&Question>,
    conflict: &Conflict<'_>,
    wording: Wording<'_>,
) -> Diagnostic {
    let what = format!("this {} can never speak", word(check));
    let message = wording.because(conflict).map_or_else(|| what.clone(), |why| format!("{what}: {why}"));
    let finding = Diagnostic::new(&CHECK_NEVER_SPEAKS, span(check.condition.place), message);
    let help = match conflict.conditions.as_slice() {
        [_] => "no answer that may be given meets it: delete it, or correct what it compares",
        _ => "correct the condition, or delete it",
    };
    conditions::about(Whose::Check(check, question), wording.with_conflict(finding, conflict).with_help(help))
}

pub(super) fn always(check: &Check, question: Option<&Question>, everywhere: bool, wording: Wording<'_>) -> Diagnostic {
    let when = if everywhere {
        "in every reply".to_owned()
    } else {
        format!("whenever {}", conditions::answered(&check.condition))
    };
    let finding = Diagnostic::new(
        &CHECK_ALWAYS_SPEAKS,
        span(check.condition.place),
        format!("this {} speaks {when}", word(check)),
    );
    let consequence = match check.weight {
        Weight::Error => "every such reply is refused as mistaken",
        Weight::Warning => "every such respondent is asked to confirm",
    };
    let finding = wording
        .with_possible(finding, &check.condition)
        .with_note(consequence)
        .with_help("a check says what is wrong: perhaps the comparison is the wrong way round");
    conditions::about(Whose::Check(check, question), finding)
}

/// The clause as its author wrote it.
fn word(check: &Check) -> &'static str {
    match check.weight {
        Weight::Error => "`check`",
        Weight::Warning => "`warn`",
    }
}
