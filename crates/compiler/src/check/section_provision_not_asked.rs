//! A section cites a provision, and none of its questions does.

use enquire_diagnostics::codes::SECTION_PROVISION_NOT_ASKED;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::{Citation, Instrument, Obligation, Section};
use rustc_hash::FxHashSet;

use super::coverage::{Standing, standings};
use super::{Context, FAULTS_OF_CITATIONS, span};
use crate::suggest;

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    if context.has_fault(FAULTS_OF_CITATIONS) {
        return;
    }
    let standings = standings(context);
    for section in context.instrument.sections() {
        let inside: Vec<Standing<'_>> = standings
            .iter()
            .filter(|(asked, _)| asked.sections.iter().any(|it| it.id == section.id))
            .map(|(_, standing)| *standing)
            .collect();
        // A question without citations of its own stands for all that its section cites.
        let by_section = inside.iter().any(|it| matches!(it, Standing::OfSection(of) if of.id == section.id));
        if inside.is_empty() || by_section {
            continue;
        }
        let asked: FxHashSet<(&str, &str)> =
            inside.iter().flat_map(super::coverage::Standing::citations).flat_map(leaves).collect();
        for citation in &section.cites {
            report(context.instrument, section, citation, &asked, found);
        }
    }
}

fn report(
    instrument: &Instrument,
    section: &Section,
    citation: &Citation,
    asked: &FxHashSet<(&str, &str)>,
    found: &mut Diagnostics,
) {
    let missing: Vec<String> = leaves(citation)
        .filter(|leaf| !asked.contains(leaf))
        .filter(|(standard, number)| is_operative(instrument, standard, number))
        .map(|(standard, number)| format!("{standard} {number}"))
        .collect();
    let missing: Vec<&str> = missing.iter().map(String::as_str).collect();
    if missing.is_empty() {
        return;
    }
    found.push(
        Diagnostic::new(
            &SECTION_PROVISION_NOT_ASKED,
            span(citation.place),
            format!("no question in the section `{}` cites {}", section.id, suggest::list(&missing, "or")),
        )
        .with_label(span(section.id.place()), "the section promises it")
        .with_help("cite it in a question of the section, or cite less at the head of the section")
        .with_element(section.id.as_str()),
    );
}

/// The provisions of a citation, each with its standard.
fn leaves(citation: &Citation) -> impl Iterator<Item = (&str, &str)> {
    citation.provisions.iter().map(|it| (citation.standard.as_str(), it.0.as_str()))
}

/// Whether a provision obliges somebody to something, so that it can be asked about.
fn is_operative(instrument: &Instrument, standard: &str, number: &str) -> bool {
    instrument
        .standards
        .get(standard)
        .and_then(|it| it.find(number))
        .is_some_and(|it| it.obligation != Obligation::None)
}
