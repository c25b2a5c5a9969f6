//! The findings of several instruments as one report.

use enquire_compiler::Compilation;
use enquire_diagnostics::{Diagnostic, Diagnostics, FileId, Fix, Report, Sources, Span};

/// The findings of a run, about one instrument or several, with the paths of files as the user knows them.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    sources: Sources,
    diagnostics: Diagnostics,
}

impl Findings {
    /// Adds what was found in an instrument. `shown` turns a path within its folder into the one that is told.
    pub fn add(&mut self, compilation: &Compilation, shown: &dyn Fn(&str) -> String) {
        let before = u32::try_from(self.sources.iter().count()).unwrap_or(u32::MAX);
        for (_, path, text) in compilation.sources.iter() {
            self.sources.add(shown(path), text);
        }
        let moved = compilation.diagnostics.iter().map(|found| moved(found, before));
        self.diagnostics.extend(moved);
    }

    /// The findings, those of each instrument in their order.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// Whether there is nothing to tell: acknowledged findings are not told.
    pub fn is_silent(&self) -> bool {
        self.diagnostics.iter().all(Diagnostic::is_acknowledged)
    }

    /// The findings as the renderers take them.
    pub fn report(&self) -> Report<'_> {
        Report::new(crate::VERSION, &self.sources, self.diagnostics.clone())
    }
}

/// The finding when as many files as `by` stand before its own.
fn moved(found: &Diagnostic, by: u32) -> Diagnostic {
    let span = |span: Span| Span { file: FileId(span.file.0.saturating_add(by)), ..span };
    let mut copy = Diagnostic::new(found.rule(), span(found.span()), found.message()).with_severity(found.severity());
    if let Some(label) = found.primary_label() {
        copy = copy.with_primary_label(label);
    }
    for label in found.labels() {
        copy = copy.with_label(span(label.span), &label.text);
    }
    for note in found.notes() {
        copy = copy.with_note(note);
    }
    for help in found.help() {
        copy = copy.with_help(help);
    }
    for fix in found.fixes() {
        let mut fix: Fix = fix.clone();
        for edit in &mut fix.edits {
            edit.span = span(edit.span);
        }
        copy = copy.with_fix(fix);
    }
    if let Some(element) = found.element() {
        copy = copy.with_element(element);
    }
    if let Some(pointer) = found.pointer() {
        copy = copy.with_pointer(pointer);
    }
    if let Some(reason) = found.acknowledgement() {
        copy = copy.acknowledged(reason);
    }
    copy
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Texts, check};
    use enquire_diagnostics::{Format, codes, render};

    #[test]
    fn findings_of_the_second_instrument_point_into_its_own_files() {
        let mut findings = Findings::default();
        for (folder, text) in [("one", "question {"), ("two", "\nquestion {")] {
            let compilation = check(&Texts::from([("a.enq", text)]), None);
            findings.add(&compilation, &|path| format!("{folder}/{path}"));
        }
        let told = render(Format::Short, &findings.report());
        assert!(told.contains("one/a.enq:1:"), "{told}");
        assert!(told.contains("two/a.enq:2:"), "{told}");
    }

    #[test]
    fn moving_keeps_everything_but_the_place() {
        let span = Span::new(FileId(0), 1, 2);
        let found = Diagnostic::new(&codes::LONG_QUESTION, span, "message")
            .with_primary_label("here")
            .with_label(span, "there")
            .with_note("note")
            .with_help("help")
            .with_fix(Fix::safe("fix").with_edit(span, "x"))
            .with_element("id")
            .with_pointer("/answers/id")
            .acknowledged("reason");
        assert_eq!(moved(&found, 0), found);
        assert_eq!(moved(&found, 2).fixes()[0].edits[0].span.file, FileId(2));
    }
}
