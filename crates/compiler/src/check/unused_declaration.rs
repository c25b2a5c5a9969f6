//! A scale, record, pattern, term, aspect or standard that nothing uses.

use enquire_diagnostics::codes::UNUSED_DECLARATION;
use enquire_diagnostics::{Diagnostic, Diagnostics};

use super::Context;

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    for (kind, name, span) in &context.lowered.own {
        if context.lowered.used.contains(*kind, name) {
            continue;
        }
        found.push(
            Diagnostic::new(&UNUSED_DECLARATION, *span, format!("nothing uses the {} `{name}`", kind.word()))
                .with_help("use it or delete it; what several instruments share belongs into a file that begins with `library`")
                .with_element(name.clone()),
        );
    }
}
