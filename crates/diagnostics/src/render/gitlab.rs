//! A code quality report, which GitLab shows on a merge request.

use serde::Serialize;

use super::place::Place;
use crate::{Diagnostic, Report, Severity, Sources};

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

pub(super) fn render(report: &Report<'_>) -> String {
    let issues: Vec<_> = report
        .fingerprinted()
        .into_iter()
        .filter(|(found, _)| !found.is_acknowledged())
        .map(|(found, fingerprint)| issue(report.sources(), found, fingerprint))
        .collect();
    super::json::pretty(&issues)
}

fn issue(sources: &Sources, found: &Diagnostic, fingerprint: String) -> Issue {
    let place = Place::new(sources, found.span());
    let was_at = place.was_at().map(|was| format!(" ({was})")).unwrap_or_default();
    // The file of today has other lines than the earlier one, so the finding is attached to its beginning.
    let lines = match place.version {
        None => Lines { begin: place.start.line, end: place.end.line },
        Some(_) => Lines { begin: 1, end: 1 },
    };
    Issue {
        description: format!("{}: {}{was_at}", found.code(), found.message()),
        check_name: found.code(),
        fingerprint,
        severity: level(found.severity()),
        location: Location { path: place.path.replace('\\', "/"), lines },
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Unknown => "major",
        Severity::Note => "info",
    }
}
