//! For a person at a terminal: the text with what is wrong in it underlined, then what to do.

use miette::{GraphicalReportHandler, GraphicalTheme, ThemeCharacters, ThemeStyles};

use super::RenderOptions;
use super::miette_view::{View, can_be_shown};
use super::place::Place;
use super::wording::{and_more, closing, joined, meaning, visible, wrap};
use crate::{Diagnostic, Fix, Report, Sources, diff};

/// Narrower than this, boxes cannot be drawn.
const LEAST_WIDTH: usize = 40;

/// The most changed lines of a fix that are shown.
const MOST_DIFF_LINES: usize = 10;

pub(super) fn render(report: &Report<'_>, options: &RenderOptions) -> String {
    let handler = handler(options);
    let shown = report.open().take(options.max_findings);
    let mut lines: Vec<_> = shown.map(|found| finding(report.sources(), found, &handler, options)).collect();
    if let Some(more) = and_more(report.open().skip(options.max_findings).count()) {
        lines.push(more + "\n");
    }
    lines.extend(closing(report.summary()));
    joined(&lines)
}

fn handler(options: &RenderOptions) -> GraphicalReportHandler {
    let styles = if options.color { ThemeStyles::ansi() } else { ThemeStyles::none() };
    let theme = GraphicalTheme { characters: ThemeCharacters::unicode(), styles };
    GraphicalReportHandler::new_themed(theme)
        .with_width(options.width.max(LEAST_WIDTH))
        .with_context_lines(1)
        .with_links(true)
        .with_link_display_text("")
        .without_syntax_highlighting()
}

fn finding(sources: &Sources, found: &Diagnostic, handler: &GraphicalReportHandler, options: &RenderOptions) -> String {
    let docs_base = if options.hyperlinks { options.docs_base.as_str() } else { "" };
    let mut text = String::new();
    for view in std::iter::once(View::new(sources, found, docs_base)).chain(View::elsewhere(sources, found)) {
        // Writing into a string cannot fail; if drawing does, what has been drawn still stands.
        let _ = handler.render_report(&mut text, &view);
    }
    let place = Place::new(sources, found.span());
    if !can_be_shown(sources, found.span()) {
        text.push_str(&paragraph("in", &visible(&place.in_words()), options));
    }
    for note in found.notes() {
        text.push_str(&paragraph("note", note, options));
    }
    for help in found.help() {
        text.push_str(&paragraph("help", help, options));
    }
    for fix in found.fixes() {
        text.push_str(&fix_shown(sources, found, fix, options));
    }
    text.push_str(&paragraph("see", &format!("enquire explain {}", found.code()), options));
    text
}

/// A paragraph behind a word: `help: did you mean ...`.
fn paragraph(word: &str, text: &str, options: &RenderOptions) -> String {
    let margin = word.len() + 4;
    let width = options.width.max(LEAST_WIDTH).saturating_sub(margin);
    let lines = wrap(&visible(text), width).join(&format!("\n{}", " ".repeat(margin)));
    format!("  {}: {lines}\n", paint(word, CYAN, options))
}

fn fix_shown(sources: &Sources, found: &Diagnostic, fix: &Fix, options: &RenderOptions) -> String {
    let title = format!("{} ({})", fix.title, meaning(fix.applicability));
    let mut text = vec![paragraph("fix", &title, options).trim_end().to_owned()];
    let lines = diff(sources, fix);
    let digits = lines.iter().map(|line| line.line.to_string().len()).max().unwrap_or(1);
    let mut file = found.span().file;
    for line in lines.iter().take(MOST_DIFF_LINES) {
        if std::mem::replace(&mut file, line.file) != line.file {
            text.push(format!("    in {}:", visible(sources.path(file))));
        }
        let (sign, color) = if line.added { ('+', GREEN) } else { ('-', RED) };
        let shown = visible(&format!("{:>digits$} {sign} {}", line.line, line.text));
        text.push(format!("    {}", paint(&shown, color, options)));
    }
    let more = and_more(lines.len().saturating_sub(MOST_DIFF_LINES));
    text.extend(more.map(|more| format!("    {more} changed lines")));
    joined(&text)
}

const RED: u8 = 31;
const GREEN: u8 = 32;
const CYAN: u8 = 36;

fn paint(text: &str, color: u8, options: &RenderOptions) -> String {
    if options.color { format!("\u{1b}[{color}m{text}\u{1b}[0m") } else { text.to_owned() }
}
