//! An instrument that asks nothing.

use enquire_diagnostics::codes::NO_QUESTION;
use enquire_diagnostics::{Diagnostic, Diagnostics};

use super::{Context, span};

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let id = &context.instrument.id;
    // A question that was not understood has a finding of its own, and is one all the same.
    if context.questions.is_empty() && !context.has_any_fault() {
        found.push(
            Diagnostic::new(&NO_QUESTION, span(id.place()), format!("`{id}` asks no question"))
                .with_help("write one, such as `question redress \"Can victims obtain redress?\" { answer yes_no }` over three lines, or `use` the file that has them"),
        );
    }
}
