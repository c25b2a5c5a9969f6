//! Warnings that the author has seen and keeps, each for a reason.

use enquire_diagnostics::codes::UNUSED_ALLOW;
use enquire_diagnostics::{Diagnostic, Diagnostics};

use crate::cascades::contains;
use crate::lower::Allowed;

/// Marks the findings that are acknowledged, and reports acknowledgements of nothing.
pub(crate) fn acknowledge(found: &mut Diagnostics, allowed: &[Allowed]) {
    let (of_unused, others): (Vec<&Allowed>, Vec<&Allowed>) =
        allowed.iter().partition(|it| it.acknowledgement.rule.code == UNUSED_ALLOW.code);
    // With errors about, a check may not have looked at what is acknowledged.
    let complete = !found.has_errors();
    // Those of `unused-allow` speak of what the others leave over.
    for group in [others, of_unused] {
        let unused: Vec<&Allowed> = group.into_iter().filter(|allow| !apply(found, allow)).collect();
        if complete {
            found.extend(unused.into_iter().map(nothing_found));
        }
    }
}

/// Whether `allow` acknowledges anything; what it does is marked.
fn apply(found: &mut Diagnostics, allow: &Allowed) -> bool {
    let mut used = false;
    for finding in found.iter_mut() {
        let inside = allow.within.is_none_or(|within| contains(within, finding.span()));
        if inside && allow.acknowledgement.covers(finding) {
            used |= finding.acknowledge(allow.acknowledgement.reason.clone());
        }
    }
    used
}

fn nothing_found(allow: &Allowed) -> Diagnostic {
    let code = allow.acknowledgement.rule.code;
    Diagnostic::new(&UNUSED_ALLOW, allow.acknowledgement.span, format!("nothing here is found by `{code}`"))
        .with_help("delete this line")
}
