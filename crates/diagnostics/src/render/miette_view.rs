//! A finding as miette sees it. A miette report has one source, so a label in another file is a view of its own.

use std::fmt;

use miette::{LabeledSpan, MietteError, MietteSpanContents, Severity as Level, SourceCode, SourceSpan, SpanContents};

use super::place::MOST_CHARACTERS;
use super::wording::visible;
use crate::sources::offset;
use crate::{Diagnostic, FileId, Severity, Sources, Span};

/// An underlined text of more lines than this is shown by its first line only.
const MOST_LINES: u32 = 5;

/// A finding with its labels in its own file, or a label of it in another file.
pub(super) struct View<'a> {
    message: String,
    code: Option<String>,
    level: Level,
    docs: Option<String>,
    source: Option<Source<'a>>,
    labels: Vec<LabeledSpan>,
}

impl<'a> View<'a> {
    pub(super) fn new(sources: &'a Sources, found: &'a Diagnostic, docs_base: &str) -> Self {
        let file = found.span().file;
        let primary = labelled(sources, found.span(), found.primary_label(), true);
        let secondary = found
            .labels()
            .iter()
            .filter(|label| label.span.file == file)
            .map(|label| labelled(sources, label.span, Some(&label.text), false));
        Self {
            message: visible(found.message()),
            code: Some(format!("{}[{}]", found.severity(), found.code())),
            level: level(found.severity()),
            docs: (!docs_base.is_empty()).then(|| format!("{docs_base}{}", found.rule().docs())),
            source: Source::new(sources, found.span()),
            labels: std::iter::once(primary).chain(secondary).collect(),
        }
    }

    /// What is to be seen in other files, in the order of the labels.
    pub(super) fn elsewhere(sources: &'a Sources, found: &'a Diagnostic) -> impl Iterator<Item = Self> {
        let file = found.span().file;
        let labels = found.labels().iter().filter(move |label| label.span.file != file);
        labels.map(|label| Self::other(sources, label.span, &label.text))
    }

    fn other(sources: &'a Sources, span: Span, text: &str) -> Self {
        Self {
            message: visible(text),
            code: None,
            level: Level::Advice,
            docs: None,
            source: Source::new(sources, span),
            labels: vec![labelled(sources, span, None, true)],
        }
    }
}

fn labelled(sources: &Sources, span: Span, text: Option<&str>, primary: bool) -> LabeledSpan {
    let range = shortened(sources, span);
    let span = (range.start, range.len());
    let text = text.map(visible);
    if primary { LabeledSpan::new_primary_with_span(text, span) } else { LabeledSpan::new_with_span(text, span) }
}

fn shortened(sources: &Sources, span: Span) -> std::ops::Range<usize> {
    let range = sources.range(span);
    let first = sources.line_column(span.file, span.start).line;
    let last = sources.line_column(span.file, span.end).line;
    if last - first < MOST_LINES {
        return range;
    }
    let line = sources.line_range(span.file, first, first);
    range.start..line.end.saturating_sub(1).max(range.start)
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning | Severity::Unknown => Level::Warning,
        Severity::Note => Level::Advice,
    }
}

impl fmt::Display for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for View<'_> {}

impl miette::Diagnostic for View<'_> {
    fn code<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.code.as_ref().map(|code| Box::new(code) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<Level> {
        Some(self.level)
    }

    fn url<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.docs.as_ref().map(|docs| Box::new(docs) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.source.as_ref()?;
        Some(Box::new(self.labels.iter().cloned()))
    }
}

/// A file as miette reads it: whole lines, and columns counted in characters. miette's own reading counts bytes.
struct Source<'a> {
    sources: &'a Sources,
    file: FileId,
    name: String,
    text: String,
}

impl<'a> Source<'a> {
    /// `None` for a file without text, in which nothing can be pointed at, and where the line is too long to be shown.
    fn new(sources: &'a Sources, span: Span) -> Option<Self> {
        let file = span.file;
        let text = sources.text(file);
        let version = sources.version(file).map(|version| format!(" ({version})"));
        let name = visible(sources.path(file)) + &version.unwrap_or_default();
        can_be_shown(sources, span).then(|| Self { sources, file, name, text: visible(text) })
    }
}

/// Whether there is a text, and its line at `span` is not too long.
pub(super) fn can_be_shown(sources: &Sources, span: Span) -> bool {
    let line = sources.line_column(span.file, span.start).line;
    !sources.text(span.file).is_empty() && sources.line(span.file, line).len() <= MOST_CHARACTERS * 4
}

impl SourceCode for Source<'_> {
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let start = self.sources.line_column(self.file, offset(span.offset()));
        let end = self.sources.line_column(self.file, offset(span.offset() + span.len()));
        let first = start.line.saturating_sub(offset(before)).max(self.sources.first_line(self.file));
        let range = self.sources.line_range(self.file, first, end.line.saturating_add(offset(after)));
        let data = self.text.get(range.clone()).ok_or(MietteError::OutOfBounds)?;
        // The place of a span is asked for without context; otherwise the lines are, which begin at the margin.
        let column = if before == 0 && after == 0 { start.column.saturating_sub(1) } else { 0 };
        let line = if before == 0 && after == 0 { start.line } else { first };
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data.as_bytes(),
            (range.start, range.len()).into(),
            line.saturating_sub(1) as usize,
            column as usize,
            data.lines().count(),
        )))
    }
}
