//! Bracketed alternatives in an instrument that is not a draft.

use enquire_diagnostics::codes::BRACKETED_TEXT;
use enquire_diagnostics::{Diagnostic, Diagnostics, Span};
use enquire_model::{Inline, Status, Text};

use super::texts::texts;
use super::{Context, span};

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    if context.instrument.status == Status::Draft {
        return;
    }
    for written in texts(context.instrument) {
        let count = written.text.inlines().iter().filter(|it| matches!(it, Inline::Alternatives(_))).count();
        for place in places(context, written.text, count) {
            found.push(
                Diagnostic::new(
                    &BRACKETED_TEXT,
                    place,
                    "these words are still in brackets, and the instrument is no draft any more",
                )
                .with_help("keep the words that were agreed and delete the brackets, or set `status draft`")
                .with_element(written.element),
            );
        }
    }
}

/// The brackets in the source of `text`; all of it if they came in through a parameter.
fn places(context: &Context<'_>, text: &Text, count: usize) -> Vec<Span> {
    let whole = span(text.place);
    let source = context.sources.slice(whole);
    let found: Vec<Span> = source
        .match_indices("[[")
        .filter_map(|(start, _)| {
            let end = start + source.get(start..)?.find("]]")? + "]]".len();
            Some(Span::new(whole.file, whole.start + offset(start), whole.start + offset(end)))
        })
        .take(count)
        .collect();
    if found.is_empty() && count > 0 { vec![whole] } else { found }
}

fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
