//! Full sentences without boxes and colours: for screen readers, for files, and where there is no terminal.

use super::RenderOptions;
use super::place::{MOST_CHARACTERS, Place};
use super::wording::{and_more, closing, joined, meaning, sentence, visible};
use crate::{Diagnostic, Fix, Report, Sources, diff};

pub(super) fn render(report: &Report<'_>, options: &RenderOptions) -> String {
    let shown = report.open().take(options.max_findings);
    let mut lines: Vec<_> = shown.map(|found| visible(&finding(report.sources(), found))).collect();
    if let Some(more) = and_more(report.open().skip(options.max_findings).count()) {
        lines.push(sentence(&more) + "\n");
    }
    lines.extend(closing(report.summary()));
    joined(&lines)
}

fn finding(sources: &Sources, found: &Diagnostic) -> String {
    let place = Place::new(sources, found.span());
    let mut lines =
        vec![format!("{}: {} {}.", place.in_words(), found.severity(), found.code()), sentence(found.message())];
    lines.extend(line_in_question(sources, &place));
    if let Some(label) = found.primary_label() {
        lines.push(format!("Here: {}", sentence(label)));
    }
    for label in found.labels() {
        let place = Place::new(sources, label.span).in_words();
        lines.push(format!("See also {place}: {}", sentence(&label.text)));
    }
    lines.extend(found.notes().iter().map(|note| format!("Note: {}", sentence(note))));
    lines.extend(found.help().iter().map(|help| format!("Help: {}", sentence(help))));
    for fix in found.fixes() {
        lines.extend(fix_lines(sources, fix));
    }
    lines.push(format!("See: enquire explain {}", found.code()));
    lines.join("\n  ") + "\n"
}

fn line_in_question(sources: &Sources, place: &Place<'_>) -> Option<String> {
    let line = sources.line(place.span.file, place.start.line);
    let shown = excerpt(line, place.start.column);
    (!shown.is_empty()).then(|| format!("The line reads: {shown}"))
}

/// What of `line` is shown when `column` is in question: all of it if it is not too long, else what is near.
fn excerpt(line: &str, column: u32) -> String {
    let count = line.chars().count();
    if count <= MOST_CHARACTERS {
        return line.trim().to_owned();
    }
    let from = (column as usize).saturating_sub(MOST_CHARACTERS / 3).min(count - MOST_CHARACTERS);
    let near: String = line.chars().skip(from).take(MOST_CHARACTERS).collect();
    let before = if from > 0 { "… " } else { "" };
    let after = if from + MOST_CHARACTERS < count { " …" } else { "" };
    format!("{before}{}{after}", near.trim())
}

fn fix_lines(sources: &Sources, fix: &Fix) -> Vec<String> {
    let mut lines = vec![format!("Fix ({}): {}", meaning(fix.applicability), sentence(&fix.title))];
    for line in diff(sources, fix) {
        let verb = if line.added { "would read" } else { "now reads" };
        lines.push(format!("  Line {} {verb}: {}", line.line, line.text.trim()));
    }
    lines
}
