//! The list of findings that every stage adds to.

use crate::{Diagnostic, Severity, Sources};

/// The findings of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// No findings yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// All of them, acknowledged ones too.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// All of them, to acknowledge some.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Diagnostic> {
        self.list.iter_mut()
    }

    /// How many there are, acknowledged ones too.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none, not even acknowledged ones.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether anything forbids the use of the instrument.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many there are of a severity that are not acknowledged.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|found| found.severity() == severity && !found.is_acknowledged()).count()
    }

    /// Puts them in the order in which they are told: by file in the order of loading, files of earlier versions last,
    /// then by position, then by code. Of identical ones the first stays.
    pub fn sort(&mut self, sources: &Sources) {
        self.list.sort_by_key(|found| {
            let span = found.span();
            let earlier = sources.version(span.file).is_some();
            (earlier, span.file, span.start, span.end, found.code())
        });
        self.dedup();
    }

    /// The same findings in the order of [`sort`](Self::sort).
    #[must_use]
    pub fn into_sorted(mut self, sources: &Sources) -> Self {
        self.sort(sources);
        self
    }

    /// Drops all but the first of those with the same code, place and message.
    fn dedup(&mut self) {
        let mut seen = std::collections::HashSet::new();
        self.list.retain(|found| seen.insert((found.code(), found.span(), found.message().to_owned())));
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, iter: T) {
        self.list.extend(iter);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(iter: T) -> Self {
        Self { list: iter.into_iter().collect() }
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a> IntoIterator for &'a mut Diagnostics {
    type Item = &'a mut Diagnostic;
    type IntoIter = std::slice::IterMut<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FileId, Rule, Span, codes};

    fn found(rule: &'static Rule, file: u32, start: u32) -> Diagnostic {
        Diagnostic::new(rule, Span::new(FileId(file), start, start + 1), "message")
    }

    #[test]
    fn sorted_by_file_place_and_code_with_earlier_files_last() {
        let mut sources = Sources::new();
        sources.add_earlier("a.enq", "old text", "v1");
        sources.add("z.enq", "first");
        sources.add("a.enq", "second");
        let list: Diagnostics = [
            found(&codes::UNDEFINED_NAME, 0, 0),
            found(&codes::UNDEFINED_NAME, 2, 0),
            found(&codes::UNDEFINED_NAME, 1, 3),
            found(&codes::DUPLICATE_NAME, 1, 3),
            found(&codes::UNDEFINED_NAME, 1, 3),
        ]
        .into_iter()
        .collect();
        let sorted = list.into_sorted(&sources);
        let order: Vec<_> = sorted.iter().map(|found| (found.span().file.0, found.code())).collect();
        let expected = [(1, "duplicate-name"), (1, "undefined-name"), (2, "undefined-name"), (0, "undefined-name")];
        assert_eq!(order, expected);
    }

    #[test]
    fn acknowledged_ones_are_not_counted_and_errors_cannot_be() {
        let mut list = Diagnostics::new();
        list.push(found(&codes::UNDEFINED_NAME, 0, 0).acknowledged("no"));
        list.push(found(&codes::LONG_QUESTION, 0, 0).acknowledged("yes"));
        assert_eq!(list.count(Severity::Warning), 0);
        assert_eq!(list.count(Severity::Error), 1);
        assert!(list.has_errors());
        assert_eq!(list.len(), 2);
    }
}
