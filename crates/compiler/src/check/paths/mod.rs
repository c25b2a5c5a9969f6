//! What the path solver proves about an instrument, as findings: what is never asked, what always holds, what is asked twice.
//!
//! ```text
//! Paths::faults -----> trust: not a consequence of another mistake --> one finding a fault, with the conditions as labels
//! Paths::unsettled --> the same ---------------------------------> "not decided", with the reason
//! ```

mod asked;
mod conditions;
mod possible;
mod speaks;
mod trust;
mod witness;

use enquire_diagnostics::codes::CONDITION_UNDECIDED;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_logic::{PathFault, Unsettled};

use super::{Context, span};
use conditions::Wording;
use trust::Trust;

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let faults = context.paths.faults();
    let unsettled = context.paths.unsettled();
    if faults.is_empty() && unsettled.is_empty() {
        return;
    }
    let trust = Trust::of(context, found);
    let wording = Wording { sources: context.sources, instrument: context.instrument };
    let sound = faults.iter().filter(|fault| trust.is_sound(fault));
    found.extend(sound.filter_map(|fault| finding(fault, wording, context)));
    let open = unsettled.iter().filter(|it| trust.holds(&it.condition));
    found.extend(open.map(|it| undecided(it, wording)));
}

/// The finding; none where another check says the same.
fn finding(fault: &PathFault<'_>, wording: Wording<'_>, context: &Context<'_>) -> Option<Diagnostic> {
    Some(match fault {
        PathFault::NeverAsked { question, conflict } => asked::never(question, conflict, wording),
        PathFault::AskedOnlyByMistake { question, conflict } => asked::only_by_mistake(question, conflict, wording),
        PathFault::NeverOpen { when, conflict } => asked::never_open(when, conflict, wording),
        PathFault::NeverAnswerable { question, conflict } => asked::never_answerable(question, conflict, wording),
        PathFault::NeverRequired { question, conflict } => asked::never_required(question, conflict, wording)?,
        PathFault::AskedTwice { first, second, witness } => asked::twice(first, second, witness, context)?,
        PathFault::AlwaysHolds { condition, everywhere, given } => {
            speaks::always_holds(condition, *everywhere, given, wording)
        }
        PathFault::NeverSpeaks { check, question, conflict } => speaks::never(check, *question, conflict, wording),
        PathFault::AlwaysSpeaks { check, question, everywhere } => {
            speaks::always(check, *question, *everywhere, wording)
        }
    })
}

fn undecided(unsettled: &Unsettled<'_>, wording: Wording<'_>) -> Diagnostic {
    let condition = &unsettled.condition;
    let place = unsettled.why.place.unwrap_or(condition.expression.place);
    let finding = Diagnostic::new(
        &CONDITION_UNDECIDED,
        span(place),
        format!("it could not be decided whether {} can hold", wording.quoted(condition.expression)),
    )
    .with_note(unsettled.why.reason.clone())
    .with_help("perhaps nothing is wrong: think of a reply in which it holds and one in which it does not, and keep them as tests");
    conditions::about(condition.whose, finding)
}
