//! An operative provision of a standard that no question asks about.

use enquire_diagnostics::codes::PROVISION_NOT_ASKED;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::{Citation, Provision, Standard};
use rustc_hash::FxHashSet;

use super::coverage::standings;
use super::{Context, FAULTS_OF_CITATIONS};

/// How many topics are told of one range.
const MOST_TOPICS: usize = 4;

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    if context.has_fault(FAULTS_OF_CITATIONS) {
        return;
    }
    let cited = cited(context);
    for used in &context.program.uses {
        let Some(standard) = context.instrument.standards.get(&used.alias) else {
            continue;
        };
        let covered: FxHashSet<&str> = cited
            .iter()
            .filter(|it| it.standard.as_str() == used.alias)
            .flat_map(|it| &it.provisions)
            .map(|it| it.0.as_str())
            .collect();
        // A standard that is only mentioned is not the subject of the instrument.
        if covered.is_empty() {
            continue;
        }
        let runs = runs(standard, &covered);
        let count: usize = runs.iter().map(Vec::len).sum();
        if count == 0 {
            continue;
        }
        let what = if count == 1 { "provision" } else { "provisions" };
        let is = if count == 1 { "is" } else { "are" };
        let mut finding = Diagnostic::new(
            &PROVISION_NOT_ASKED,
            used.span,
            format!("{count} operative {what} of the {} {is} not asked about", standard.short),
        )
        .with_element(used.alias.clone());
        for run in &runs {
            finding = finding.with_note(describe(run));
        }
        found.push(
            finding.with_help("ask about them, or say in the instrument why not: `allow provision-not-asked \"...\"`"),
        );
    }
}

/// What questions and sections cite. What a section cites and its questions leave out is another rule's business.
fn cited<'a>(context: &Context<'a>) -> Vec<&'a Citation> {
    let mut cited = Vec::new();
    for (asked, standing) in standings(context) {
        cited.extend(asked.sections.iter().flat_map(|it| &it.cites));
        cited.extend(standing.citations());
    }
    cited
}

/// The operative provisions that are not among `covered`, in stretches without a gap.
fn runs<'a>(standard: &'a Standard, covered: &FxHashSet<&str>) -> Vec<Vec<&'a Provision>> {
    let mut runs: Vec<Vec<&Provision>> = Vec::new();
    let mut is_open = false;
    for provision in standard.operative() {
        if covered.contains(provision.number.as_str()) {
            is_open = false;
            continue;
        }
        match runs.last_mut().filter(|_| is_open) {
            Some(run) => run.push(provision),
            None => runs.push(vec![provision]),
        }
        is_open = true;
    }
    runs
}

/// `8-11: what the offender owes; ...`.
fn describe(run: &[&Provision]) -> String {
    let topics: Vec<&str> = run.iter().take(MOST_TOPICS).map(|it| it.topic.as_str()).collect();
    let more = match run.len().saturating_sub(MOST_TOPICS) {
        0 => String::new(),
        rest => format!("; and {rest} more"),
    };
    format!("{}: {}{more}", range(run), topics.join("; "))
}

/// `8`, `8-11`, `6(a)-(e)` or `42(k)-43`.
fn range(run: &[&Provision]) -> String {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return String::new();
    };
    if run.len() == 1 {
        return first.number.clone();
    }
    let base = first.number.rfind('(').and_then(|at| first.number.get(..at));
    let end = base.and_then(|it| last.number.strip_prefix(it));
    match end {
        Some(letter) if letter.starts_with('(') => format!("{}-{letter}", first.number),
        _ => format!("{}-{}", first.number, last.number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use enquire_model::{Obligation, ProvisionKind, Verification};

    fn provision(number: &str, obligation: Obligation) -> Provision {
        Provision {
            kind: ProvisionKind::Provision,
            number: number.to_owned(),
            topic: format!("topic of {number}"),
            topics: Vec::new(),
            obligation,
            verified: Verification::Seen,
            inner: Vec::new(),
        }
    }

    fn described(provisions: &[(&str, Obligation)], covered: &[&str]) -> Vec<String> {
        let standard = Standard {
            symbol: String::new(),
            title: String::new(),
            short: String::new(),
            adopted: None,
            category: None,
            provisions: provisions.iter().map(|(number, obligation)| provision(number, *obligation)).collect(),
        };
        let covered = covered.iter().copied().collect();
        runs(&standard, &covered).iter().map(|run| range(run)).collect()
    }

    #[test]
    fn what_is_missing_is_told_in_ranges() {
        use Obligation::{None as Nothing, Should};
        let provisions = [
            ("1", Nothing),
            ("2", Should),
            ("6(a)", Should),
            ("6(b)", Should),
            ("6(c)", Should),
            ("7", Should),
            ("8", Should),
        ];
        assert_eq!(described(&provisions, &["2", "7", "8"]), ["6(a)-(c)"]);
        assert_eq!(described(&provisions, &["6(b)"]), ["2-6(a)", "6(c)-8"]);
        assert_eq!(described(&provisions, &["6(a)", "6(b)", "6(c)"]), ["2", "7-8"]);
        assert!(described(&provisions[..1], &[]).is_empty());
    }
}
