//! A question of so many words that its beginning is forgotten at its end.

use enquire_diagnostics::codes::LONG_QUESTION;
use enquire_diagnostics::{Diagnostic, Diagnostics};

use super::{Context, concerning, span};

/// The most words of a question.
const MOST_WORDS: usize = 40;

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    for asked in context.questions {
        let question = asked.question;
        let words = context.printed(&question.wording).split_whitespace().count();
        if words > MOST_WORDS {
            let finding = Diagnostic::new(
                &LONG_QUESTION,
                span(question.wording.place),
                format!("this question has {words} words, more than {MOST_WORDS}"),
            )
            .with_help("move what explains the question to `guidance`, and keep what is asked");
            found.push(concerning(question, finding));
        }
    }
}
