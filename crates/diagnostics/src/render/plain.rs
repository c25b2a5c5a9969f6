//! Full sentences without boxes and colours: for screen readers, for files, and where there is no terminal.

use super::RenderOptions;
use super::place::Place;
use super::wording::{and_more, closing, joined, meaning, sentence, visible};
use crate::{Diagnostic, Fix, Report, Sources, diff};

pub(super) fn render(report: &Report<'_>, options: &RenderOptions) -> String {
    let shown = report.open().take(options.max_findings);
    let mut lines: Vec<_> = shown
        .map(|found| visible(&finding(report.sources(), found)))
        .collect();
    if let Some(more) = and_more(report.open().skip(options.max_findings).count()) {
        lines.push(sentence(&more) + "\n");
    }
    lines.extend(closing(report.summary()));
    joined(&lines)
}

fn finding(sources: &Sources, found: &Diagnostic) -> String {
    let place = Place::new(sources, found.span());
    let mut lines = vec![
        format!(
            "{}: {} {}.",
            in_words(&place),
            found.severity(),
            found.code()
        ),
        sentence(found.message()),
    ];
    lines.extend(line_in_question(sources, &place));
    if let Some(label) = found.primary_label() {
        lines.push(format!("Here: {}", sentence(label)));
    }
    for label in found.labels() {
        let place = in_words(&Place::new(sources, label.span));
        lines.push(format!("See also {place}: {}", sentence(&label.text)));
    }
    lines.extend(
        found
            .notes()
            .iter()
            .map(|note| format!("Note: {}", sentence(note))),
    );
    lines.extend(
        found
            .help()
            .iter()
            .map(|help| format!("Help: {}", sentence(help))),
    );
    for fix in found.fixes() {
        lines.extend(fix_lines(sources, fix));
    }
    lines.push(format!("See: enquire explain {}", found.code()));
    lines.join("\n  ") + "\n"
}

/// `tobacco.enq, line 41, column 15`.
fn in_words(place: &Place<'_>) -> String {
    let name = place.name();
    if place.has_text {
        format!(
            "{name}, line {}, column {}",
            place.start.line, place.start.column
        )
    } else {
        name
    }
}

fn line_in_question(sources: &Sources, place: &Place<'_>) -> Option<String> {
    let line = sources.line(place.span.file, place.start.line).trim();
    (!line.is_empty()).then(|| format!("The line reads: {line}"))
}

fn fix_lines(sources: &Sources, fix: &Fix) -> Vec<String> {
    let mut lines = vec![format!(
        "Fix ({}): {}",
        meaning(fix.applicability),
        sentence(&fix.title)
    )];
    for line in diff(sources, fix) {
        let verb = if line.added {
            "would read"
        } else {
            "now reads"
        };
        lines.push(format!("  Line {} {verb}: {}", line.line, line.text.trim()));
    }
    lines
}
