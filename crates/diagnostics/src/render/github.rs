//! Annotations that a GitHub workflow shows beside the changed lines.

use super::place::Place;
use super::wording::counts;
use crate::{Diagnostic, Report, Severity, Sources};

pub(super) fn render(report: &Report<'_>) -> String {
    let mut text: String = report.open().map(|found| annotation(report.sources(), found)).collect();
    text.push_str(&counts(report.summary()));
    text.push('\n');
    text
}

fn annotation(sources: &Sources, found: &Diagnostic) -> String {
    let place = Place::new(sources, found.span());
    let mut properties = vec![("title", found.code().to_owned()), ("file", place.path.replace('\\', "/"))];
    if place.version.is_none() && place.has_text {
        properties.push(("line", place.start.line.to_string()));
        properties.push(("endLine", place.end.line.to_string()));
    }
    // GitHub takes columns only for a finding on one line.
    if place.version.is_none() && place.has_text && place.start.line == place.end.line {
        properties.push(("col", place.start.column.to_string()));
        properties.push(("endColumn", place.end.column.to_string()));
    }
    let properties: Vec<_> =
        properties.into_iter().map(|(name, value)| format!("{name}={}", escape_property(&value))).collect();
    let lines = std::iter::once(found.message().to_owned())
        .chain(place.was_at())
        .chain(found.notes().iter().map(|note| format!("note: {note}")))
        .chain(found.help().iter().map(|help| format!("help: {help}")))
        .collect::<Vec<_>>()
        .join("\n");
    format!("::{} {}::{}\n", level(found.severity()), properties.join(","), escape(&lines))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning | Severity::Unknown => "warning",
        Severity::Note => "notice",
    }
}

fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_command_is_escaped() {
        assert_eq!(escape("50 %\r\na:b"), "50 %25%0D%0Aa:b");
        assert_eq!(escape_property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
