//! A question that serves no provision, in an instrument that asks about standards.

use enquire_diagnostics::codes::QUESTION_WITHOUT_PROVISION;
use enquire_diagnostics::{Diagnostic, Diagnostics};

use super::coverage::{Standing, standings};
use super::{Context, concerning, span};

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let standings = standings(context);
    // An instrument that cites nothing at all uses its standards for other ends.
    if standings.iter().all(|(_, standing)| standing.citations().is_empty()) {
        return;
    }
    for (asked, standing) in standings {
        let question = asked.question;
        if !matches!(standing, Standing::None) || context.is_doubtful(question) {
            continue;
        }
        let finding = Diagnostic::new(
            &QUESTION_WITHOUT_PROVISION,
            span(question.id.place()),
            format!("`{}` serves no provision of the standards used", question.id),
        )
        .with_help("add `cites` to the question, or to its section if all of it is about one provision")
        .with_help("if it is asked for another reason, say so: `allow question-without-provision \"...\"`");
        found.push(concerning(question, finding));
    }
}
