//! The findings of several instruments as one report.

use enquire_compiler::Compilation;
use enquire_diagnostics::{Diagnostic, Diagnostics, FileId, Fix, Report, RespondentTally, Sources, Span, Tally};
use enquire_reply::{Checker, Verdict};

/// The findings of a run, about one instrument or several, with the paths of files as the user knows them.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    sources: Sources,
    diagnostics: Diagnostics,
    replies: Option<Tally>,
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

    /// Holds the reply in `text`, or each of a list of replies, against an instrument and adds what was found. The text begins
    /// on line `line` of the file at `path`; it is kept only if something is found in it.
    pub fn add_reply(&mut self, checker: &Checker<'_>, path: &str, line: u32, text: &str) {
        if let Some(silent) = checker.check_silently(text) {
            return self.count(&silent);
        }
        let file = FileId(u32::try_from(self.sources.iter().count()).unwrap_or(u32::MAX));
        let is_list = text.trim_start().starts_with('[');
        let verdicts = if is_list { checker.check_all(text, file) } else { vec![checker.check(text, file)] };
        if verdicts.iter().any(|verdict| !verdict.is_silent()) {
            self.sources.add_part(path, text, line);
        }
        for verdict in verdicts {
            self.count(&verdict);
            self.diagnostics.extend(verdict.diagnostics);
        }
    }

    /// Adds a finding about the file at `path`, which cannot be read. `make` is given the place in it.
    pub fn add_unread(&mut self, path: &str, make: impl FnOnce(Span) -> Diagnostic) {
        let file = self.sources.add(path, "");
        self.diagnostics.push(make(Span::new(file, 0, 0)));
    }

    /// What came of the replies so far; nothing if none was added.
    pub fn replies(&self) -> Option<&Tally> {
        self.replies.as_ref()
    }

    fn count(&mut self, verdict: &Verdict) {
        let tally = self.replies.get_or_insert_default();
        tally.replies += 1;
        let (errors, warnings) = (verdict.errors(), verdict.warnings());
        tally.valid += usize::from(errors == 0);
        tally.invalid += usize::from(errors > 0);
        tally.with_warnings += usize::from(errors == 0 && warnings > 0);
        if errors + warnings == 0 {
            return;
        }
        let (class, name) = verdict.respondent.clone().map(|who| (who.class, who.name)).unwrap_or_default();
        match tally.respondents.iter_mut().find(|it| it.class == class && it.name == name) {
            Some(known) => {
                known.errors += errors;
                known.warnings += warnings;
            }
            None => tally.respondents.push(RespondentTally { class, name, errors, warnings }),
        }
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
        let report = Report::new(crate::VERSION, &self.sources, self.diagnostics.clone());
        match &self.replies {
            Some(replies) => report.with_replies(replies.clone()),
            None => report,
        }
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
