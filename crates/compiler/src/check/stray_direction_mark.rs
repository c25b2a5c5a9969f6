//! Invisible marks that turn the direction of writing around.

use enquire_diagnostics::codes::STRAY_DIRECTION_MARK;
use enquire_diagnostics::{Diagnostic, Diagnostics, FileId, Fix, Span};
use enquire_model::Instrument;

use super::Context;
use super::texts::texts;
use crate::check::span;

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    for parse in &context.program.parses {
        let file = parse.file();
        let mut start = 0;
        for line in context.sources.text(file).split_inclusive('\n') {
            if let Some(finding) = in_line(context.instrument, file, start, line) {
                found.push(finding);
            }
            start += line.len();
        }
    }
}

/// One finding for all marks of a line: they come together when something is pasted.
fn in_line(instrument: &Instrument, file: FileId, start: usize, line: &str) -> Option<Diagnostic> {
    let marks: Vec<(Span, &str)> = line
        .char_indices()
        .filter_map(|(at, character)| Some((at, character, name(instrument, character)?)))
        .map(|(at, character, name)| {
            let from = offset(start + at);
            (Span::new(file, from, from + offset(character.len_utf8())), name)
        })
        .collect();
    let (first, name) = *marks.first()?;
    let mut finding = Diagnostic::new(&STRAY_DIRECTION_MARK, first, format!("an invisible {name} stands here"))
        .with_help("delete it: every form sets the direction of its language by itself");
    if let Some(more) = marks.len().checked_sub(1).filter(|it| *it > 0) {
        finding = finding.with_note(format!("this line has {more} more"));
    }
    if let Some(element) = owner(instrument, first) {
        finding = finding.with_element(element);
    }
    let fix = Fix::safe(if marks.len() == 1 { "delete the mark" } else { "delete the marks" });
    Some(finding.with_fix(marks.iter().fold(fix, |fix, (at, _)| fix.with_edit(*at, ""))))
}

/// What a mark is called, if it is a mark of direction. The two simple ones are needed where the source itself is written from
/// right to left.
fn name(instrument: &Instrument, character: char) -> Option<&'static str> {
    match character {
        '\u{200E}' if !is_right_to_left(instrument) => Some("left-to-right mark"),
        '\u{200F}' if !is_right_to_left(instrument) => Some("right-to-left mark"),
        '\u{202A}' => Some("beginning of left-to-right text"),
        '\u{202B}' => Some("beginning of right-to-left text"),
        '\u{202C}' => Some("end of a change of direction"),
        '\u{202D}' => Some("left-to-right override"),
        '\u{202E}' => Some("right-to-left override"),
        '\u{2066}' => Some("beginning of isolated left-to-right text"),
        '\u{2067}' => Some("beginning of isolated right-to-left text"),
        '\u{2068}' => Some("beginning of isolated text"),
        '\u{2069}' => Some("end of isolated text"),
        _ => None,
    }
}

fn is_right_to_left(instrument: &Instrument) -> bool {
    let source = instrument.languages.first().map(String::as_str).unwrap_or_default();
    let language = source.split('-').next().unwrap_or_default();
    ["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"].contains(&language)
}

/// The id of the declaration in whose text `at` is.
fn owner(instrument: &Instrument, at: Span) -> Option<&str> {
    let written = texts(instrument).into_iter().find(|it| {
        let text = span(it.text.place);
        text.file == at.file && text.start <= at.start && at.end <= text.end
    });
    written.map(|it| it.element)
}

fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
