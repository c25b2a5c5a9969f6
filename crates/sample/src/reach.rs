//! What the solver says about a goal: answers that reach it, or why none do.

use enquire_logic::{Conflict, Paths, Reach, Wanted, Whose, Witness};
use enquire_model::{Answer, Requirement};
use serde_json::Value as Json;

use crate::goal::{Content, Kind};

/// Answers that reach the goal of this kind; `content` is what is to be given, if it is that.
///
/// # Errors
/// In a few words without a full stop, that there are none, or that this was not decided.
pub(crate) fn answers<'a>(paths: &Paths<'a>, kind: &Kind<'a>, content: Option<&Content>) -> Result<Witness, String> {
    let reach = match kind {
        Kind::Asked(question, true) => paths.reach(question.id.as_str()),
        Kind::Asked(question, false) => paths.reach_unasked(question.id.as_str()),
        Kind::Required(question, holds) => match &question.required {
            Requirement::When(condition) => Some(paths.reach_condition(condition, *holds)),
            Requirement::Always | Requirement::Never => None,
        },
        Kind::Content(question, _) => {
            let is_choice = question.answer == Answer::YesNo || question.answer.selection().is_some();
            let code = content.and_then(|content| content.given.as_ref()).and_then(|given| first_code(&given.value));
            let nonresponse = code.filter(|code| question.nonresponses.iter().any(|it| it.as_str() == *code));
            let wanted = match (content.map(|content| content.given.is_some()), nonresponse, code) {
                (Some(false), _, _) => Wanted::Blank,
                (_, Some(code), _) => Wanted::NonResponse(code),
                (_, None, Some(code)) if is_choice => Wanted::Choice(code),
                (_, None, _) => Wanted::Answer,
            };
            paths.reach_where(question.id.as_str(), wanted)
        }
        Kind::Speaks(check, speaks) => Some(paths.reach_condition(&check.condition, *speaks)),
        Kind::Language(_) | Kind::Class(_) => None,
    };
    match reach {
        Some(Reach::Witness(witness)) => Ok(witness),
        Some(Reach::Never(conflict)) => Err(excluded(&conflict)),
        Some(Reach::Undecided(undecided)) => Err(format!("undecided: {}", undecided.reason)),
        None => Err(NOT_FOUND.to_owned()),
    }
}

/// What is said of a goal that no reply was found for.
pub(crate) const NOT_FOUND: &str = "no reply was found that shows it, which does not prove that there is none";

/// The code that is given, or the first of several.
fn first_code(given: &Json) -> Option<&str> {
    given.as_str().or_else(|| given.as_array()?.first()?.as_str())
}

/// That it is proved that nothing can show it, and what stands against it.
fn excluded(conflict: &Conflict) -> String {
    let whose = |whose: Whose| match whose {
        Whose::Question(question) | Whose::Required(question) => format!("`{}`", question.id),
        Whose::Computed(name) => format!("`{name}`"),
        Whose::Block(_) => "a `when` block".to_owned(),
        Whose::Check(check, _) => format!("the check at {}:{}", check.source.file, check.source.line),
    };
    let mut owners: Vec<String> = Vec::new();
    for condition in &conflict.conditions {
        let owner = whose(condition.whose);
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    if owners.is_empty() {
        return "no reply can show it, which is proved".to_owned();
    }
    format!("no reply can show it, which is proved from the conditions of {}", owners.join(" and "))
}
