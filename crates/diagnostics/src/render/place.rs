//! A span as people and other programs are told it.

use crate::{Position, Sources, Span};

/// A line of more characters than this is not shown whole.
pub(super) const MOST_CHARACTERS: usize = 240;

/// A span in lines and columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) path: &'a str,
    /// The version in which the file stood, if it is not the present one.
    pub(super) version: Option<&'a str>,
    /// Whether there is any text that could be pointed at.
    pub(super) has_text: bool,
    pub(super) span: Span,
    pub(super) start: Position,
    pub(super) end: Position,
}

impl<'a> Place<'a> {
    pub(super) fn new(sources: &'a Sources, span: Span) -> Self {
        Self {
            path: sources.path(span.file),
            version: sources.version(span.file),
            has_text: !sources.text(span.file).is_empty(),
            span,
            start: sources.line_column(span.file, span.start),
            end: sources.line_column(span.file, span.end.max(span.start)),
        }
    }

    /// `path:line:column`, or the path alone where there is no text.
    pub(super) fn short(&self) -> String {
        let path = self.name();
        if self.has_text { format!("{path}:{}:{}", self.start.line, self.start.column) } else { path }
    }

    /// `tobacco.enq, line 41, column 15`, or the path alone where there is no text.
    pub(super) fn in_words(&self) -> String {
        let name = self.name();
        if self.has_text { format!("{name}, line {}, column {}", self.start.line, self.start.column) } else { name }
    }

    /// The path, and the version if it is not the present one.
    pub(super) fn name(&self) -> String {
        match self.version {
            Some(version) => format!("{} ({version})", self.path),
            None => self.path.to_owned(),
        }
    }

    /// Where something was in an earlier version, for services that only know the present text.
    pub(super) fn was_at(&self) -> Option<String> {
        self.version.map(|version| format!("was at line {} of {version}", self.start.line))
    }

    /// The path as a relative URI.
    pub(super) fn uri(&self) -> String {
        uri(self.path)
    }
}

/// A path as a relative URI: forward slashes, and everything that is not unreserved in percent signs.
fn uri(path: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.replace('\\', "/")
        .bytes()
        .map(|byte| if kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect::<Vec<_>>()
        .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("a folder\\é.enq"), "a%20folder/%C3%A9.enq");
    }
}
