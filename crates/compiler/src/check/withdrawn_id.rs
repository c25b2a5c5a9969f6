//! An id that was given up is used again.

use enquire_diagnostics::codes::WITHDRAWN_ID;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::Name;
use rustc_hash::FxHashMap;

use super::{Context, span};

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let used: Vec<&Name> = ids(context);
    let withdrawn: FxHashMap<&str, &Name> = context.instrument.withdrawn.iter().map(|it| (it.as_str(), it)).collect();
    for id in &used {
        if let Some(gone) = withdrawn.get(id.as_str()) {
            found.push(
                Diagnostic::new(
                    &WITHDRAWN_ID,
                    span(id.place()),
                    format!("the id `{id}` was withdrawn and cannot be used again"),
                )
                .with_label(span(gone.place()), "withdrawn here")
                .with_help("give it a new id: replies to earlier versions keep other answers under this one")
                .with_element(id.as_str()),
            );
        }
    }
    renamed(context, &used, found);
}

/// The id that a question had before is another's now.
fn renamed(context: &Context<'_>, used: &[&Name], found: &mut Diagnostics) {
    for asked in context.questions {
        let question = asked.question;
        for earlier in question.was.iter().filter(|it| **it != question.id) {
            let Some(now) = used.iter().find(|it| **it == earlier) else {
                continue;
            };
            found.push(
                Diagnostic::new(
                    &WITHDRAWN_ID,
                    span(now.place()),
                    format!("`{earlier}` was the id of `{}` and cannot be used again", question.id),
                )
                .with_label(span(earlier.place()), format!("`{}` had it in an earlier version", question.id))
                .with_help("give it a new id; if the earlier question goes on beside the new one, write `replaces` in place of `was`")
                .with_element(now.as_str()),
            );
        }
    }
}

/// The ids of questions, computed values, sections and reports, which share one space.
fn ids<'a>(context: &Context<'a>) -> Vec<&'a Name> {
    let instrument = context.instrument;
    let questions = context.questions.iter().map(|it| &it.question.id);
    let computed = instrument.computed().into_iter().map(|it| &it.id);
    let sections = instrument.sections().into_iter().map(|it| &it.id);
    let reports = instrument.reports.iter().map(|it| &it.id);
    questions.chain(computed).chain(sections).chain(reports).collect()
}
