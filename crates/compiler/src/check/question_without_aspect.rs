//! A question that serves no aspect, in an instrument whose questions do.

use enquire_diagnostics::codes::QUESTION_WITHOUT_ASPECT;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use rustc_hash::FxHashSet;

use super::{Context, concerning, span};
use crate::suggest;

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    // Libraries bring aspects along: they count once a question serves one.
    if context.questions.iter().all(|it| it.question.aspect.is_none()) {
        return;
    }
    let aspects: Vec<&str> = context.instrument.aspects.keys().map(String::as_str).collect();
    // Sub-questions serve the aspect of the question they belong to.
    let mut serving: FxHashSet<&str> = FxHashSet::default();
    for asked in context.questions {
        let question = asked.question;
        let above = asked.parent.is_some_and(|it| serving.contains(it.id.as_str()));
        if question.aspect.is_some() || above {
            serving.insert(question.id.as_str());
            continue;
        }
        if context.is_doubtful(question) {
            continue;
        }
        let finding = Diagnostic::new(
            &QUESTION_WITHOUT_ASPECT,
            span(question.id.place()),
            format!("`{}` serves no aspect", question.id),
        )
        .with_help(format!("add a line `aspect NAME`; known here: {}", suggest::list(&aspects, "and")));
        found.push(concerning(question, finding));
    }
}
