//! Questions and computed values that depend on themselves.

use enquire_diagnostics::codes::{COMPUTATION_CYCLE, MIXED_CYCLE, VISIBILITY_CYCLE};
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_logic::{Cycle, CycleKind};

use super::{Context, span};

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    for cycle in &context.cycles {
        if let Some(finding) = finding(cycle) {
            found.push(finding);
        }
    }
}

fn finding(cycle: &Cycle<'_>) -> Option<Diagnostic> {
    let first = cycle.steps.first()?;
    let name = first.from.name();
    let alone = cycle.steps.len() == 1;
    let (rule, message) = match (cycle.kind(), alone) {
        (CycleKind::Visibility, true) => {
            (&VISIBILITY_CYCLE, format!("`{name}` is asked only if `{name}` itself is answered"))
        }
        (CycleKind::Visibility, false) => {
            (&VISIBILITY_CYCLE, format!("`{name}` is asked only after questions that wait for `{name}`"))
        }
        (CycleKind::Computation, true) => (&COMPUTATION_CYCLE, format!("`{name}` is worked out from itself")),
        (CycleKind::Computation, false) => {
            (&COMPUTATION_CYCLE, format!("`{name}` is worked out from values that are worked out from it"))
        }
        (CycleKind::Mixed, _) => {
            (&MIXED_CYCLE, format!("`{name}` depends on itself, through conditions and computed values"))
        }
    };
    let mut finding = Diagnostic::new(rule, span(first.place), message).with_element(name.as_str());
    for step in cycle.steps.iter().skip(1) {
        finding =
            finding.with_label(span(step.place), format!("`{}` depends on `{}`", step.from.name(), step.to.name()));
    }
    let circle: Vec<String> =
        cycle.steps.iter().map(|step| format!("`{}`", step.from.name())).chain([format!("`{name}`")]).collect();
    Some(
        finding
            .with_note(format!("the circle: {}", circle.join(" → ")))
            .with_help("let one of them depend on an earlier answer instead"),
    )
}
