//! Citations of provisions.

use enquire_diagnostics::codes::{BAD_NUMBER, INVERTED_PROVISIONS};
use enquire_diagnostics::{Diagnostic, Fix, Span};
use enquire_model::{Citation, Name, Provision, ProvisionKind, ProvisionRef, Standard};

use super::cursor::Cursor;
use super::standard::unknown_provision;
use super::{Kind, Lower};

impl Lower<'_> {
    /// `declaration 4-7, 12(a), guidelines 8`: names of standards, each with provisions.
    pub(super) fn citations(&mut self, cursor: &mut Cursor) -> Vec<Citation> {
        let mut citations = Vec::new();
        let mut standard: Option<Name> = None;
        loop {
            if let Some(word) = cursor.word() {
                if self.env.is_parameter(&word.text) {
                    // Its value was not given or not understood, which has been reported.
                } else {
                    self.out.used.mark(Kind::Standard, &word.text);
                    if !self.instrument.standards.contains_key(&word.text) {
                        self.undefined_standard(&word.text, word.span);
                    }
                    standard = Some(Self::name(word));
                    self.provision_list(cursor, standard.as_ref(), &mut citations);
                }
            } else {
                self.provision_list(cursor, standard.as_ref(), &mut citations);
            }
            if !cursor.comma() {
                break;
            }
        }
        citations
    }

    /// One provision or range behind the name of its standard.
    fn provision_list(&mut self, cursor: &mut Cursor, standard: Option<&Name>, citations: &mut Vec<Citation>) {
        let help = "write the name of a standard and its provisions: `declaration 4-7, 12(a)`";
        let (first, last, span) = if let Some((range, span)) = cursor.range() {
            (range.first.clone(), last_of(&range.first, &range.last), span)
        } else if let Some(figure) = cursor.figure() {
            (figure.text.clone(), figure.text, figure.span)
        } else {
            self.missing_value(cursor, help);
            return;
        };
        let last = self.written_out(cursor, last, span);
        let Some(name) = standard else {
            self.missing_value(cursor, help);
            return;
        };
        let Some(standard) = self.instrument.standards.get(name.as_str()) else { return };
        match resolve(standard, &first, &last, span) {
            Ok(provisions) => citations.push(Citation {
                standard: name.clone(),
                first: ProvisionRef(first),
                last: ProvisionRef(last),
                provisions,
                place: Self::place(span),
            }),
            Err(finding) => self.report(*finding),
        }
    }
}

impl Lower<'_> {
    /// The end of a range that was written in words, `4 to 7`, which is reported with the edit that repairs it.
    fn written_out(&mut self, cursor: &mut Cursor, last: String, span: Span) -> String {
        let word = cursor.span();
        if !cursor.accept("to") {
            return last;
        }
        let Some(end) = cursor.figure() else { return last };
        let between = Span::new(span.file, span.end, end.span.start);
        self.report(
            Diagnostic::new(&BAD_NUMBER, word, "a range of provisions is written with a hyphen")
                .with_help(format!("write `{last}-{}`", end.text))
                .with_fix(Fix::safe("write a hyphen").with_edit(between, "-")),
        );
        end.text
    }
}

/// The end of a range in full: `(d)` behind `6(a)` is `6(d)`.
fn last_of(first: &str, last: &str) -> String {
    if last.starts_with('(') {
        let base = first.rfind('(').and_then(|at| first.get(..at)).unwrap_or(first);
        format!("{base}{last}")
    } else {
        last.to_owned()
    }
}

/// The provisions from `first` to `last` that have none below them.
fn resolve(standard: &Standard, first: &str, last: &str, span: Span) -> Result<Vec<ProvisionRef>, Box<Diagnostic>> {
    let mut leaves = Vec::new();
    let mut bounds = Vec::new();
    flatten(&standard.provisions, &mut leaves, &mut bounds);
    let find = |number: &str| {
        bounds
            .iter()
            .find(|(known, ..)| *known == number)
            .map(|(_, from, to)| (*from, *to))
            .ok_or_else(|| Box::new(unknown_provision(standard, number, span)))
    };
    let ((from, _), (last_from, to)) = (find(first)?, find(last)?);
    if last_from < from {
        return Err(Box::new(
            Diagnostic::new(
                &INVERTED_PROVISIONS,
                span,
                format!("{first} comes after {last} in the {}", standard.short),
            )
            .with_help("write the earlier provision first"),
        ));
    }
    Ok(leaves.get(from..to).unwrap_or_default().iter().map(|number| ProvisionRef((*number).to_owned())).collect())
}

/// The numbers of all leaves in order, and for every citable provision which stretch of them it covers.
fn flatten<'a>(provisions: &'a [Provision], leaves: &mut Vec<&'a str>, bounds: &mut Vec<(&'a str, usize, usize)>) {
    for provision in provisions {
        let from = leaves.len();
        let citable = provision.kind == ProvisionKind::Provision;
        if citable && provision.is_leaf() {
            leaves.push(&provision.number);
        }
        flatten(&provision.inner, leaves, bounds);
        if citable {
            bounds.push((&provision.number, from, leaves.len()));
        }
    }
}
