//! Markdown, for a comment on a change or a mail.

use super::RenderOptions;
use super::place::Place;
use super::wording::{and_more, closing, counts, joined, meaning, visible};
use crate::{Diagnostic, FileId, Fix, Report, Sources, diff};

pub(super) fn render(report: &Report<'_>, options: &RenderOptions) -> String {
    let mut lines = vec![format!("## {}\n", counts(report.summary()))];
    let mut file: Option<FileId> = None;
    for found in report.open().take(options.max_findings) {
        let current = found.span().file;
        if file.replace(current) != Some(current) {
            let name = Place::new(report.sources(), found.span()).name();
            lines.push(format!("### {}\n", code_span(&name)));
        }
        lines.push(joined(&finding(report.sources(), found, options)));
    }
    if let Some(more) = and_more(report.open().skip(options.max_findings).count()) {
        lines.push(more + "\n");
    }
    lines.extend(closing(report.summary()));
    joined(&lines)
}

fn finding(sources: &Sources, found: &Diagnostic, options: &RenderOptions) -> Vec<String> {
    let place = Place::new(sources, found.span());
    let code = found.code();
    let docs = format!("{}{}", options.docs_base, found.rule().docs());
    let at = if place.has_text { format!(" at {}:{}", place.start.line, place.start.column) } else { String::new() };
    let message = escape(found.message());
    let mut lines = vec![format!("- **{}** [`{code}`]({docs}){at}: {message}", found.severity())];
    lines.extend(found.primary_label().map(|label| format!("  - here: {}", escape(label))));
    for label in found.labels() {
        let place = code_span(&Place::new(sources, label.span).short());
        lines.push(format!("  - {place}: {}", escape(&label.text)));
    }
    lines.extend(found.notes().iter().map(|note| format!("  - note: {}", escape(note))));
    lines.extend(found.help().iter().map(|help| format!("  - help: {}", escape(help))));
    lines.extend(found.fixes().iter().flat_map(|fix| fix_shown(sources, fix)));
    lines
}

fn fix_shown(sources: &Sources, fix: &Fix) -> Vec<String> {
    let title = escape(&fix.title);
    let mut lines = vec![format!("  - fix ({}): {title}", meaning(fix.applicability))];
    let changes: Vec<_> = diff(sources, fix)
        .into_iter()
        .map(|line| format!("{}{}", if line.added { '+' } else { '-' }, visible(&line.text)))
        .collect();
    if !changes.is_empty() {
        let fence = "`".repeat(longest_run(&changes.join("\n")).max(2) + 1);
        lines.push(format!("\n    {fence}diff"));
        lines.extend(changes.iter().map(|change| format!("    {change}")));
        lines.push(format!("    {fence}"));
    }
    lines
}

/// Text with its `code spans` kept and everything else that Markdown would take for itself escaped.
fn escape(text: &str) -> String {
    let text = visible(text).replace(['\n', '\r'], " ");
    let closed = text.matches('`').count() / 2 * 2;
    let mut quoted = 0;
    let mut escaped = String::new();
    for char in text.chars() {
        let in_code = quoted % 2 == 1;
        if char == '`' && quoted < closed {
            quoted += 1;
        } else if !in_code && "\\`*_[]<>#|~&".contains(char) {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}

/// Text as a code span, whatever backticks are in it.
fn code_span(text: &str) -> String {
    let text = visible(text);
    let fence = "`".repeat(longest_run(&text) + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

fn longest_run(text: &str) -> usize {
    text.split(|char| char != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped_but_in_code_spans() {
        assert_eq!(escape("`a_b` is <b>not</b> a_b"), "`a_b` is \\<b\\>not\\</b\\> a\\_b");
        assert_eq!(escape("`a` and ` alone_"), "`a` and \\` alone\\_");
    }

    #[test]
    fn code_spans_hold_backticks() {
        assert_eq!(code_span("a.enq"), "`a.enq`");
        assert_eq!(code_span("a``b"), "```a``b```");
    }
}
