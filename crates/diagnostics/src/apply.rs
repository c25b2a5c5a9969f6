//! Fixes made, and fixes shown.

use std::collections::BTreeMap;
use std::ops::Range;

use similar::{ChangeTag, TextDiff};

use crate::sources::offset;
use crate::{Edit, FileId, Fix, Sources, Span};

/// What came of applying fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied<'a> {
    /// The new texts of the files that changed.
    pub texts: BTreeMap<FileId, String>,
    /// The fixes that were made.
    pub applied: Vec<&'a Fix>,
    /// The fixes that were not made, because they change what another one has changed or do not fit the text.
    pub skipped: Vec<&'a Fix>,
}

/// Applies fixes in the order given. A fix is made whole or not at all: one that touches what an earlier one changes is
/// skipped and can be made in a second run.
pub fn apply_fixes<'a>(sources: &Sources, fixes: &[&'a Fix]) -> Applied<'a> {
    let mut taken: Vec<&'a Edit> = Vec::new();
    let (mut applied, mut skipped) = (Vec::new(), Vec::new());
    for fix in fixes.iter().copied() {
        if fits(sources, fix, &taken) {
            taken.extend(&fix.edits);
            applied.push(fix);
        } else {
            skipped.push(fix);
        }
    }
    let texts = group(taken)
        .into_iter()
        .map(|(file, edits)| {
            let text = sources.text(file);
            (file, replace(text, 0..text.len(), &edits))
        })
        .collect();
    Applied { texts, applied, skipped }
}

/// A line of a fix as it is shown: what goes or what comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffLine {
    /// The file.
    pub file: FileId,
    /// The line's number, counted from 1: in the present text if it goes, in the new one if it comes.
    pub line: u32,
    /// Whether it comes; otherwise it goes.
    pub added: bool,
    /// The line without its line break.
    pub text: String,
}

/// The lines that a fix changes, as they are and as they would be. Empty if the fix does not fit the text.
pub fn diff(sources: &Sources, fix: &Fix) -> Vec<DiffLine> {
    if !fits(sources, fix, &[]) {
        return Vec::new();
    }
    group(&fix.edits).into_iter().flat_map(|(file, edits)| diff_file(sources, file, &edits)).collect()
}

fn group<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> BTreeMap<FileId, Vec<&'a Edit>> {
    let mut groups: BTreeMap<FileId, Vec<&Edit>> = BTreeMap::new();
    for edit in edits {
        groups.entry(edit.span.file).or_default().push(edit);
    }
    groups
}

/// Only the lines from the first edit to the last are compared, so that large files cost nothing.
fn diff_file(sources: &Sources, file: FileId, edits: &[&Edit]) -> Vec<DiffLine> {
    let start = edits.iter().map(|edit| edit.span.start).min().unwrap_or(0);
    let end = edits.iter().map(|edit| edit.span.end).max().unwrap_or(start);
    let first = sources.line_column(file, start).line;
    let lines = sources.line_range(file, first, sources.line_column(file, end).line);
    let text = sources.text(file);
    let before = text.get(lines.clone()).unwrap_or("");
    let after = replace(text, lines, edits);
    TextDiff::from_lines(before, &after)
        .iter_all_changes()
        .filter_map(|change| {
            let (index, added) = match change.tag() {
                ChangeTag::Delete => (change.old_index(), false),
                ChangeTag::Insert => (change.new_index(), true),
                ChangeTag::Equal => return None,
            };
            let line = first + offset(index.unwrap_or(0));
            let text = change.value().trim_end_matches(['\n', '\r']).to_owned();
            Some(DiffLine { file, line, added, text })
        })
        .collect()
}

/// Whether every edit of a fix lies in its text and none touches another, of this fix or of those taken.
fn fits(sources: &Sources, fix: &Fix, taken: &[&Edit]) -> bool {
    let known = |edit: &Edit| {
        let text = sources.text(edit.span.file);
        text.get(edit.span.start as usize..edit.span.end as usize).is_some()
            && sources.version(edit.span.file).is_none()
            && sources.contains(edit.span.file)
    };
    let free = |(index, edit): (usize, &Edit)| {
        let others = fix.edits.iter().take(index).chain(taken.iter().copied());
        known(edit) && !others.into_iter().any(|other| overlap(edit.span, other.span))
    };
    !fix.edits.is_empty() && fix.edits.iter().enumerate().all(free)
}

/// Two replacements side by side do not overlap; two insertions at one place do, as nothing says which comes first.
fn overlap(one: Span, other: Span) -> bool {
    one.file == other.file
        && ((one.start < other.end && other.start < one.end) || (one.start == other.start && one.end == other.end))
}

/// The part `range` of a text with the edits made in it. The edits lie in the range and do not overlap.
fn replace(text: &str, range: Range<usize>, edits: &[&Edit]) -> String {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut result = String::new();
    let mut at = range.start;
    for edit in edits {
        result.push_str(text.get(at..edit.span.start as usize).unwrap_or(""));
        result.push_str(&edit.replacement);
        at = edit.span.end as usize;
    }
    result.push_str(text.get(at..range.end).unwrap_or(""));
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources() -> (Sources, FileId) {
        let mut sources = Sources::new();
        let file = sources.add("a.enq", "when smokes = maybe {\n  مرحبا\n}\n");
        (sources, file)
    }

    fn edit(file: FileId, start: u32, end: u32, text: &str) -> Fix {
        Fix::safe("change").with_edit(Span::new(file, start, end), text)
    }

    #[test]
    fn a_fix_that_touches_another_is_returned() {
        let (sources, file) = sources();
        let one = edit(file, 14, 19, "yes");
        let same = edit(file, 14, 19, "yes");
        let other = edit(file, 5, 11, "drinks");
        let applied = apply_fixes(&sources, &[&one, &same, &other]);
        assert_eq!(applied.texts[&file], "when drinks = yes {\n  مرحبا\n}\n");
        assert_eq!(applied.skipped, [&same]);
        assert_eq!(applied.applied, [&one, &other]);
    }

    #[test]
    fn a_fix_is_made_whole_or_not_at_all() {
        let (sources, file) = sources();
        let one = edit(file, 14, 19, "yes");
        let two = edit(file, 0, 4, "if").with_edit(Span::new(file, 18, 20), "");
        let applied = apply_fixes(&sources, &[&one, &two]);
        assert_eq!(applied.skipped, [&two]);
        assert!(applied.texts[&file].starts_with("when"));
    }

    #[test]
    fn edits_that_do_not_fit_are_skipped() {
        let (sources, file) = sources();
        let past = edit(file, 90, 95, "x");
        let inside = edit(file, 25, 26, "x");
        let backwards = edit(file, 5, 2, "x");
        let elsewhere = edit(FileId(9), 0, 0, "x");
        let empty = Fix::safe("nothing");
        let fixes = [&past, &inside, &backwards, &elsewhere, &empty];
        let applied = apply_fixes(&sources, &fixes);
        assert_eq!(applied.skipped, fixes);
        assert!(applied.texts.is_empty());
        assert!(diff(&sources, &past).is_empty());
    }

    #[test]
    fn shows_the_line_as_it_is_and_as_it_would_be() {
        let (sources, file) = sources();
        let lines = diff(&sources, &edit(file, 14, 19, "yes"));
        let shown: Vec<_> = lines.iter().map(|line| (line.line, line.added, line.text.as_str())).collect();
        assert_eq!(shown, [(1, false, "when smokes = maybe {"), (1, true, "when smokes = yes {")]);
    }

    #[test]
    fn shows_an_inserted_line_alone() {
        let (sources, file) = sources();
        let lines = diff(&sources, &edit(file, 22, 22, "  note \"x\"\n"));
        let shown: Vec<_> = lines.iter().map(|line| (line.line, line.added, line.text.as_str())).collect();
        assert_eq!(shown, [(2, true, "  note \"x\"")]);
    }
}
