//! The texts of a run, and where in them a byte is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{FileId, Span};

/// The texts of one run. Everything that is said about a place says it by a [`Span`] into these.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
}

#[derive(Debug, Clone)]
struct Source {
    path: String,
    text: String,
    /// The byte at which each line begins; the first is 0.
    lines: Vec<u32>,
    /// How many lines of the file stand before the text, if that is only a part of it.
    before: u32,
    version: Option<String>,
}

/// A place as people and editors count it. Everything is counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column, counted in Unicode scalar values.
    pub column: u32,
    /// The column, counted in UTF-16 code units, as editors count.
    pub utf16: u32,
}

impl Sources {
    /// No texts yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the text of the file at `path` and hands out its number.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.add_source(path.into(), text.into(), 0, None)
    }

    /// Adds a part of the file at `path`: the text that begins on line `line`, counted from 1. Places in it are told in lines of
    /// the file, and in bytes from the beginning of the part.
    pub fn add_part(&mut self, path: impl Into<String>, text: impl Into<String>, line: u32) -> FileId {
        self.add_source(path.into(), text.into(), line.saturating_sub(1), None)
    }

    /// Adds a file as it stood in an earlier `version`, such as `v1.3`: findings in it say so.
    pub fn add_earlier(
        &mut self,
        path: impl Into<String>,
        text: impl Into<String>,
        version: impl Into<String>,
    ) -> FileId {
        self.add_source(path.into(), text.into(), 0, Some(version.into()))
    }

    fn add_source(&mut self, path: String, text: String, before: u32, version: Option<String>) -> FileId {
        let id = FileId(offset(self.files.len()));
        let lines = line_starts(&text);
        self.files.push(Source { path, text, lines, before, version });
        id
    }

    /// The path under which a file was added; empty for a file that is not of this run.
    pub fn path(&self, file: FileId) -> &str {
        self.get(file).map_or("", |source| &source.path)
    }

    /// The text of a file; empty for a file that is not of this run.
    pub fn text(&self, file: FileId) -> &str {
        self.get(file).map_or("", |source| &source.text)
    }

    /// The version that an earlier file stood in; `None` for a file of the present.
    pub fn version(&self, file: FileId) -> Option<&str> {
        self.get(file).and_then(|source| source.version.as_deref())
    }

    /// Whether a file is of this run.
    pub fn contains(&self, file: FileId) -> bool {
        self.get(file).is_some()
    }

    /// The files in the order in which they were added, with their paths and texts.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &str, &str)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, source)| (FileId(offset(index)), source.path.as_str(), source.text.as_str()))
    }

    /// Where byte `at` of a file is. A byte past the end counts as the end, one inside a character as its first byte.
    pub fn line_column(&self, file: FileId, at: u32) -> Position {
        let Some(source) = self.get(file) else {
            return Position { line: 1, column: 1, utf16: 1 };
        };
        let at = floor(&source.text, at);
        let line = source.lines.partition_point(|start| *start as usize <= at);
        let start = source.lines.get(line.saturating_sub(1)).map_or(0, |start| *start as usize);
        let before = source.text.get(start..at).unwrap_or("");
        Position {
            line: offset(line.max(1)).saturating_add(source.before),
            column: offset(before.chars().count() + 1),
            utf16: offset(before.encode_utf16().count() + 1),
        }
    }

    /// The text that a span covers, widened to whole characters and cut to the file.
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(self.range(span)).unwrap_or("")
    }

    /// The text of a line, counted from 1, without its line break; empty past the end.
    pub fn line(&self, file: FileId, line: u32) -> &str {
        let range = self.line_range(file, line, line);
        self.text(file).get(range).unwrap_or("").trim_end_matches(['\n', '\r'])
    }

    /// The line on which the text of a file begins: 1, unless it is only a part of the file.
    pub(crate) fn first_line(&self, file: FileId) -> u32 {
        self.get(file).map_or(1, |source| source.before.saturating_add(1))
    }

    /// The bytes of a span, as a range that certainly fits the text of its file.
    pub(crate) fn range(&self, span: Span) -> std::ops::Range<usize> {
        let text = self.text(span.file);
        let start = floor(text, span.start);
        let end = ceil(text, span.end).max(start);
        start..end
    }

    /// The bytes of the lines `first` to `last`, counted from 1, with their line breaks.
    pub(crate) fn line_range(&self, file: FileId, first: u32, last: u32) -> std::ops::Range<usize> {
        let Some(source) = self.get(file) else {
            return 0..0;
        };
        let (first, last) = (first.saturating_sub(source.before), last.saturating_sub(source.before));
        let begin = |line: u32| source.lines.get(line as usize).map_or(source.text.len(), |start| *start as usize);
        let start = begin(first.saturating_sub(1));
        start..begin(last).max(start)
    }

    fn get(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.0 as usize)
    }
}

/// A byte offset or a count as a `u32`; files are far smaller than that, see `file-too-large`.
pub(crate) fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn line_starts(text: &str) -> Vec<u32> {
    let after_breaks = text.bytes().zip(1..).filter(|(byte, _)| *byte == b'\n').map(|(_, next)| offset(next));
    std::iter::once(0).chain(after_breaks).collect()
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: u32) -> usize {
    let at = (at as usize).min(text.len());
    (0..=at).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}

/// The first character boundary at or after `at`.
fn ceil(text: &str, at: u32) -> usize {
    let at = (at as usize).min(text.len());
    (at..=text.len()).find(|byte| text.is_char_boundary(*byte)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_scalars_and_utf16_from_one() {
        let mut sources = Sources::new();
        let file = sources.add("a.enq", "one\r\nسؤال 🙂 x\n");
        let x = offset(sources.text(file).find('x').unwrap());
        assert_eq!(sources.line_column(file, 0), Position { line: 1, column: 1, utf16: 1 });
        assert_eq!(sources.line_column(file, x), Position { line: 2, column: 8, utf16: 9 });
        assert_eq!(sources.line(file, 2), "سؤال 🙂 x");
        assert_eq!(sources.line(file, 1), "one");
        assert_eq!(sources.line(file, 9), "");
    }

    #[test]
    fn a_part_of_a_file_counts_from_where_it_begins() {
        let mut sources = Sources::new();
        let file = sources.add_part("replies.ndjson", "{\n}", 41);
        assert_eq!(sources.line_column(file, 0).line, 41);
        assert_eq!(sources.line_column(file, 2).line, 42);
        assert_eq!((sources.line(file, 42), sources.line(file, 1)), ("}", ""));
    }

    #[test]
    fn no_offset_panics() {
        let mut sources = Sources::new();
        let file = sources.add("a.enq", "é\n中");
        for start in 0..9 {
            sources.line_column(file, start);
            for end in 0..9 {
                sources.slice(Span::new(file, start, end));
            }
        }
        assert_eq!(sources.line_column(file, u32::MAX).line, 2);
        assert_eq!(sources.line_column(file, 1), sources.line_column(file, 0));
        assert_eq!(sources.slice(Span::new(file, 1, 1)), "é");
        assert_eq!(sources.line_column(FileId(7), 3).line, 1);
        assert_eq!(sources.text(FileId(7)), "");
    }
}
