//! `JUnit` XML: a suite for each file, a case for each finding, and a passed case for a file without errors.

use super::place::Place;
use super::wording::counts;
use crate::{Diagnostic, FileId, Report, Severity, Sources};

pub(super) fn render(report: &Report<'_>) -> String {
    let sources = report.sources();
    let suites: String = sources.iter().map(|(file, _, _)| suite(report, file)).collect();
    let (tests, failures, errors) = totals(report.open());
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"enquire {}\" tests=\"{}\" failures=\"{failures}\" errors=\"{errors}\">\n\
         {suites}</testsuites>\n<!-- {} -->\n",
        escape(report.tool_version()),
        tests + clean_files(report),
        counts(report.summary()),
    )
}

fn clean_files(report: &Report<'_>) -> usize {
    let clean = |file: FileId| report.open().all(|found| found.span().file != file);
    report.sources().iter().filter(|(file, _, _)| clean(*file)).count()
}

fn suite(report: &Report<'_>, file: FileId) -> String {
    let sources = report.sources();
    let found: Vec<_> = report.open().filter(|found| found.span().file == file).collect();
    let name = escape(&Place::new(sources, crate::Span::new(file, 0, 0)).name());
    let (tests, failures, errors) = totals(found.iter().copied());
    let mut cases: String = found.iter().map(|found| case(sources, found)).collect();
    if found.is_empty() {
        cases = format!("    <testcase name=\"no findings\" classname=\"{name}\"/>\n");
    }
    format!(
        "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"0\">\n\
         {cases}  </testsuite>\n",
        tests.max(1),
    )
}

/// How many findings there are, how many of them are errors, and how many could not be decided.
fn totals<'a>(found: impl Iterator<Item = &'a Diagnostic>) -> (usize, usize, usize) {
    found.fold((0, 0, 0), |(tests, failures, errors), found| {
        let failed = usize::from(found.severity() == Severity::Error);
        let undecided = usize::from(found.severity() == Severity::Unknown);
        (tests + 1, failures + failed, errors + undecided)
    })
}

/// Errors fail; what could not be decided is an error in the sense of the XML. Warnings and notes pass, since they do not
/// stop a build.
fn case(sources: &Sources, found: &Diagnostic) -> String {
    let place = Place::new(sources, found.span());
    let lines = std::iter::once(format!("{}: {}", place.short(), found.message()))
        .chain(found.notes().iter().map(|note| format!("note: {note}")))
        .chain(found.help().iter().map(|help| format!("help: {help}")))
        .chain(std::iter::once(format!("see: enquire explain {}", found.code())))
        .collect::<Vec<_>>()
        .join("\n");
    let (message, body) = (escape(found.message()), escape(&lines));
    let code = found.code();
    let inner = match found.severity() {
        Severity::Error => {
            format!("<failure type=\"{code}\" message=\"{message}\">{body}</failure>")
        }
        Severity::Unknown => format!("<error type=\"{code}\" message=\"{message}\">{body}</error>"),
        Severity::Warning | Severity::Note => {
            format!("<system-out>{}[{code}]: {body}</system-out>", found.severity())
        }
    };
    format!(
        "    <testcase name=\"{code} at {}:{}\" classname=\"{}\">\n      {inner}\n    </testcase>\n",
        place.start.line,
        place.start.column,
        escape(&place.name()),
    )
}

/// Text for an element or an attribute. What XML cannot hold at all becomes a replacement character.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' => escaped.push_str("&#9;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_xml_minds_is_escaped() {
        assert_eq!(escape("a<b>&\"c'\n\u{1b}é"), "a&lt;b&gt;&amp;&quot;c&apos;&#10;\u{fffd}é");
    }
}
