//! The words that several forms share, and what keeps a text from doing harm where it is shown.

use crate::{Applicability, Summary};

/// `1 error`, `2 errors`.
pub(super) fn counted(count: usize, word: &str) -> String {
    let plural = if word.ends_with('x') { "es" } else { "s" };
    format!("{count} {word}{}", if count == 1 { "" } else { plural })
}

/// The counts by severity: `1 error, 0 warnings`; others only where there are some.
pub(super) fn counts(summary: &Summary) -> String {
    let mut parts = vec![counted(summary.errors, "error"), counted(summary.warnings, "warning")];
    if summary.notes > 0 {
        parts.push(counted(summary.notes, "note"));
    }
    if summary.unknown > 0 {
        parts.push(format!("{} not decided", summary.unknown));
    }
    if summary.acknowledged > 0 {
        parts.push(format!("{} acknowledged", summary.acknowledged));
    }
    parts.join(", ")
}

/// The last lines of the forms that people read: the codes, and in the very last one the counts and the fixes.
pub(super) fn closing(summary: &Summary) -> Vec<String> {
    let codes: Vec<_> = summary.codes.iter().map(|found| found.code).collect();
    let pages = format!("Read `enquire explain CODE` for: {}.", codes.join(", "));
    let available =
        [(summary.fixes.safe, "safe fix", "--fix"), (summary.fixes.unsafe_, "unsafe fix", "--fix --unsafe")];
    let fixes = available
        .into_iter()
        .filter(|(count, _, _)| *count > 0)
        .map(|(count, kind, option)| format!(" {} available ({option}).", counted(count, kind)));
    let last = format!("{}.{}", counts(summary), fixes.collect::<String>());
    (!codes.is_empty()).then_some(pages).into_iter().chain([last]).collect()
}

/// Lines as a text.
pub(super) fn joined(lines: &[String]) -> String {
    lines.join("\n") + "\n"
}

/// What is said when not everything is shown: `and 12 more`.
pub(super) fn and_more(hidden: usize) -> Option<String> {
    (hidden > 0).then(|| format!("and {hidden} more"))
}

/// What an applicability means to an author.
pub(super) fn meaning(applicability: Applicability) -> &'static str {
    match applicability {
        Applicability::Safe => "safe: the instrument means the same",
        Applicability::Unsafe => "unsafe: the instrument may mean something else",
        Applicability::Placeholder => "needs your words",
    }
}

/// A message as a sentence, with a capital letter and a full stop.
pub(super) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let mut sentence: String = chars.next().into_iter().flat_map(char::to_uppercase).collect();
    sentence.push_str(chars.as_str());
    if !sentence.ends_with(['.', '?', '!', ':']) {
        sentence.push('.');
    }
    sentence
}

/// The text with everything replaced that could steer a terminal or reorder what is read: control characters and
/// directional overrides. It keeps its length in bytes, so that spans still fit.
pub(super) fn visible(text: &str) -> String {
    text.chars()
        .map(|char| match char {
            '\n' | '\t' | '\r' => char,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            '\u{80}'..='\u{9f}' => '\u{b7}',
            _ if char.is_control() => '?',
            _ => char,
        })
        .collect()
}

/// Breaks a text into lines of at most `width` characters where it has blanks.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_become_sentences() {
        assert_eq!(sentence("question `a` is defined twice"), "Question `a` is defined twice.");
        assert_eq!(sentence("did you mean `yes`?"), "Did you mean `yes`?");
        assert_eq!(sentence(""), ".");
    }

    #[test]
    fn nothing_steers_a_terminal() {
        let text = "a\u{1b}[31mb\u{202e}c\u{85}\tعربي";
        assert_eq!(visible(text), "a?[31mb\u{fffd}c\u{b7}\tعربي");
        assert_eq!(visible(text).len(), text.len());
    }

    #[test]
    fn lines_break_at_blanks() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("unbreakable", 3), ["unbreakable"]);
    }
}
