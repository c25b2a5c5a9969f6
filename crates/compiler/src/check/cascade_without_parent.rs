//! A cascading scale is used without the answer it depends on, or with one that does not fit.

use enquire_diagnostics::codes::CASCADE_WITHOUT_PARENT;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::Answer;

use super::{Context, span};

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let by_id = context.by_id();
    for asked in context.questions {
        let Some(selection) = asked.question.answer.selection() else { continue };
        let Some(scale) = context.instrument.scales.get(selection.scale.as_str()) else { continue };
        let place = span(selection.scale.place());
        match (&scale.parent, &selection.within) {
            (None, None) => {}
            (None, Some(within)) => found.push(
                Diagnostic::new(
                    &CASCADE_WITHOUT_PARENT,
                    span(within.place()),
                    format!("the options of `{}` depend on no other answer", scale.id),
                )
                .with_help("leave `within` away, or declare the scale `under` another"),
            ),
            (Some(parent), None) => found.push(
                Diagnostic::new(
                    &CASCADE_WITHOUT_PARENT,
                    place,
                    format!("the options of `{}` depend on an answer of `{parent}`", scale.id),
                )
                .with_help(format!(
                    "add `within QUESTION`, where QUESTION is an earlier one that answers `one of {parent}`"
                ))
                .with_element(asked.question.id.as_str()),
            ),
            (Some(parent), Some(within)) => {
                let Some(above) = by_id.get(within.as_str()) else { continue };
                let fits = matches!(&above.question.answer, Answer::OneOf(it) if it.scale == *parent);
                if !fits && !context.is_faulty(within.as_str()) {
                    found.push(
                        Diagnostic::new(
                            &CASCADE_WITHOUT_PARENT,
                            span(within.place()),
                            format!("`{within}` does not answer `one of {parent}`"),
                        )
                        .with_label(span(above.question.id.place()), "this question is meant")
                        .with_help(format!("name a question that answers `one of {parent}`"))
                        .with_element(asked.question.id.as_str()),
                    );
                }
            }
        }
    }
}
