//! Terms, footnotes and acknowledgements.

use enquire_diagnostics::codes::{
    ALLOW_OF_ERROR, ALLOW_WITHOUT_REASON, DUPLICATE_NAME, UNDEFINED_NAME, UNUSED_FOOTNOTE,
};
use enquire_diagnostics::{Acknowledgement, Diagnostic, Severity, Span, rule};
use enquire_model::{Footnote, Inline, Name, Term, Text};

use super::clauses::{Clauses, Contents, TERM};
use super::{Allowed, Kind, Lower, is_own};
use crate::suggest;

impl Lower<'_> {
    /// Every declared term.
    pub(super) fn terms(&mut self) {
        let declared = self.declared;
        for (id, located) in &declared.terms {
            self.file = located.file;
            let declaration = &located.value;
            let span = declared.span("term", id).unwrap_or_default();
            if is_own(located.origin) {
                self.out.own.push((Kind::Term, id.clone(), span));
            }
            self.check_id(id, span, "term");
            let block = declaration.block();
            let clauses = self.clauses(block.as_ref(), &TERM, span);
            self.allow_clauses(&clauses, Some(self.span(declaration.range())));
            let means =
                clauses.get("means").and_then(|(clause, _)| self.text_clause(clause, &TERM)).unwrap_or_default();
            let excludes = clauses.get("excludes").and_then(|(clause, _)| self.text_clause(clause, &TERM));
            let sources = self.mandates(&clauses, "source", &TERM);
            let label = declaration.wording().map(|text| text.value()).unwrap_or_default();
            let name = Name::new(id.clone(), Self::place(span));
            self.instrument.terms.insert(id.clone(), Term { id: name, label, means, sources, excludes });
        }
    }

    /// The clauses `footnote NAME "text"` of a declaration whose other texts have been read.
    pub(super) fn footnote_clauses(&mut self, clauses: &Clauses, contents: &Contents) -> Vec<Footnote> {
        let marked = std::mem::take(&mut self.footnotes);
        let mut footnotes: Vec<Footnote> = Vec::new();
        for (clause, _) in clauses.all("footnote") {
            let mut cursor = self.cursor(clause);
            let Some(word) = cursor.word() else {
                self.missing_value(&cursor, "write a name and a text: `footnote law \"...\"`");
                continue;
            };
            let Some(text) = self.text_value(&mut cursor) else { continue };
            self.finish(cursor, contents);
            if let Some(first) = footnotes.iter().find(|it| it.name.as_str() == word.text) {
                let first = Self::span_of_place(first.name.place());
                self.report(
                    Diagnostic::new(
                        &DUPLICATE_NAME,
                        word.span,
                        format!("a footnote is already called `{}`", word.text),
                    )
                    .with_label(first, "the first is here")
                    .with_help("give one of them another name"),
                );
            } else if !marked.contains(&word.text) {
                self.report(
                    Diagnostic::new(&UNUSED_FOOTNOTE, word.span, format!("no text marks the footnote `{}`", word.text))
                        .with_help(format!("write `[^{}]` where its mark belongs", word.text)),
                );
            } else {
                footnotes.push(Footnote { name: Self::name(word), text });
            }
        }
        self.footnotes.clear();
        footnotes
    }

    /// Reports marks in `texts` of footnotes that are not among `footnotes`.
    pub(super) fn check_marks(&mut self, texts: &[Option<&Text>], footnotes: &[Footnote]) {
        for part in texts.iter().flatten().flat_map(|text| text.inlines()) {
            let Inline::Footnote(name) = part else { continue };
            if footnotes.iter().any(|it| it.name == *name) {
                continue;
            }
            let help = suggest::help(
                name.as_str(),
                footnotes.iter().map(|it| it.name.as_str()),
                "add a clause `footnote NAME \"text\"`",
            );
            self.report(
                Diagnostic::new(
                    &UNDEFINED_NAME,
                    Self::span_of_place(name.place()),
                    format!("no footnote is called `{name}` here"),
                )
                .with_help(help),
            );
        }
    }

    /// The clauses `allow CODE "reason"`, which hold in the stretch `within`, or everywhere.
    pub(super) fn allow_clauses(&mut self, clauses: &Clauses, within: Option<Span>) {
        for (clause, span) in clauses.all("allow") {
            let mut cursor = self.cursor(clause);
            let Some(word) = cursor.word() else {
                self.missing_value(&cursor, "write the code of a finding and a reason: `allow long-question \"...\"`");
                continue;
            };
            let Some(found) = rule(&word.text) else {
                let near = enquire_diagnostics::nearest(&word.text);
                let help = near.first().map_or_else(
                    || "`enquire explain codes` lists them".to_owned(),
                    |code| format!("did you mean `{}`?", code.code),
                );
                self.report(
                    Diagnostic::new(&UNDEFINED_NAME, word.span, format!("no finding has the code `{}`", word.text))
                        .with_help(help),
                );
                continue;
            };
            if found.severity == Severity::Error {
                self.report(
                    Diagnostic::new(
                        &ALLOW_OF_ERROR,
                        word.span,
                        format!("`{}` is an error and cannot be acknowledged", word.text),
                    )
                    .with_help("repair what it finds and delete this line"),
                );
                continue;
            }
            let reason = cursor.text().map(|(_, text)| text.value()).filter(|text| !text.trim().is_empty());
            if reason.is_none() {
                self.report(
                    Diagnostic::new(&ALLOW_WITHOUT_REASON, word.span, "an acknowledgement needs a reason")
                        .with_help("write behind the code, in quotation marks, why the finding does not matter here"),
                );
            }
            // Without a reason it still says which finding is meant: only the reason is missing.
            let reason = reason.unwrap_or_default();
            let whole = span.to(self.span(clause.range()));
            self.out
                .allowed
                .push(Allowed { acknowledgement: Acknowledgement { rule: found, reason, span: whole }, within });
        }
    }
}
