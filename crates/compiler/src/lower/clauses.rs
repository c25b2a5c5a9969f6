//! Which clauses each kind of declaration has.

use enquire_diagnostics::codes::{DUPLICATE_CLAUSE, MISPLACED_DECLARATION, MISSING_CLAUSE, UNKNOWN_CLAUSE};
use enquire_diagnostics::{Diagnostic, FileId, Span};
use enquire_syntax::view::{Block, Clause, Declaration, Item, span_of};

use super::Lower;
use super::cursor::Cursor;
use crate::suggest;

/// What a declaration may hold between its braces.
pub(crate) struct Contents {
    /// What it is called in findings.
    pub(crate) owner: &'static str,
    /// Clauses that may stand once.
    pub(crate) once: &'static [&'static str],
    /// Clauses that may stand several times.
    pub(crate) often: &'static [&'static str],
    /// Clauses it cannot do without.
    pub(crate) needs: &'static [&'static str],
    /// Whether sections, questions and the like stand among the clauses, and are read by somebody else.
    pub(crate) items: bool,
}

pub(crate) const INSTRUMENT: Contents = Contents {
    owner: "an instrument",
    once: &[
        "title",
        "status",
        "category",
        "languages",
        "asks",
        "period",
        "deadline",
        "return_to",
        "nonresponse",
        "attachments",
        "numbering",
        "budget",
        "scope",
        "guidance",
        "contact",
        "sign_off",
        "comments",
        "withdrawn",
    ],
    often: &["mandate", "footnote", "allow"],
    needs: &["title"],
    items: false,
};

pub(crate) const SECTION: Contents = Contents {
    owner: "a section",
    once: &["cites", "guidance", "contributors"],
    often: &["footnote", "allow", "note", "apply", "check", "warn"],
    needs: &[],
    items: true,
};

pub(crate) const QUESTION: Contents = Contents {
    owner: "a question",
    once: &[
        "answer",
        "cites",
        "aspect",
        "required",
        "guidance",
        "example",
        "nonresponse",
        "comment",
        "attachments",
        "confidential",
        "was",
        "replaces",
        "comparable",
    ],
    often: &["footnote", "allow", "note", "apply", "check", "warn"],
    needs: &["answer"],
    items: true,
};

pub(crate) const GROUP: Contents = Contents {
    owner: "a `when` block",
    once: &[],
    often: &["note", "apply", "check", "warn"],
    needs: &[],
    items: true,
};

/// A `when` block inside a question holds what a question holds, so no sections.
pub(crate) const GROUP_IN_QUESTION: Contents = Contents { owner: "a `when` block of a question", ..GROUP };

pub(crate) const PATTERN: Contents =
    Contents { owner: "a pattern", once: &[], often: &["note", "apply", "check", "warn"], needs: &[], items: true };

pub(crate) const OPTION: Contents =
    Contents { owner: "an option", once: &["guidance"], often: &[], needs: &[], items: false };

pub(crate) const FIELD: Contents =
    Contents { owner: "a field", once: &["guidance"], often: &[], needs: &[], items: false };

pub(crate) const COLUMN: Contents =
    Contents { owner: "a column", once: &["guidance"], often: &[], needs: &[], items: false };

pub(crate) const RECORD: Contents =
    Contents { owner: "a record", once: &[], often: &["allow"], needs: &[], items: true };

pub(crate) const TABLE: Contents = Contents {
    owner: "a table",
    once: &["rows", "totals", "marks", "comment"],
    often: &[],
    needs: &["rows"],
    items: true,
};

pub(crate) const TERM: Contents = Contents {
    owner: "a term",
    once: &["means", "excludes"],
    often: &["source", "allow"],
    needs: &["means"],
    items: false,
};

pub(crate) const STANDARD: Contents = Contents {
    owner: "a standard",
    once: &["title", "short", "adopted", "category"],
    often: &[],
    needs: &["title"],
    items: true,
};

pub(crate) const PROVISION: Contents =
    Contents { owner: "a provision", once: &["topics", "obligation", "verified"], often: &[], needs: &[], items: true };

pub(crate) const REPORT: Contents = Contents {
    owner: "a report",
    once: &["symbol", "denominator", "grouping", "guard", "quotation"],
    often: &["mandate"],
    needs: &[],
    items: true,
};

pub(crate) const CHAPTER: Contents = Contents {
    owner: "a chapter",
    once: &[],
    often: &["paragraph", "statement", "table", "chart"],
    needs: &[],
    items: false,
};

/// The clauses of a block that its declaration has, each ready to be read.
pub(crate) struct Clauses {
    found: Vec<(String, Span, FileId, Clause)>,
}

impl Lower<'_> {
    /// The clauses in `block`, checked against `contents`. Unknown, doubled and missing ones are reported.
    /// `head` is what to point at when one is missing.
    pub(super) fn clauses(&mut self, block: Option<&Block>, contents: &Contents, head: Span) -> Clauses {
        let mut found: Vec<(String, Span, FileId, Clause)> = Vec::new();
        let mut unknown = false;
        for item in block.into_iter().flat_map(Block::items) {
            match item {
                Item::Clause(clause) => {
                    let Some(word) = clause.word() else { continue };
                    let span = self.span(word.range());
                    let name = word.text();
                    let known = contents.once.contains(&name) || contents.often.contains(&name);
                    if !known {
                        unknown = true;
                        self.unknown_clause(name, span, contents);
                    } else if contents.once.contains(&name) && found.iter().any(|(other, ..)| other == name) {
                        self.duplicate_clause(name, span, &found);
                    } else {
                        found.push((name.to_owned(), span, self.file, clause));
                    }
                }
                Item::Declaration(declaration) => self.check_place(&declaration, contents),
            }
        }
        let clauses = Clauses { found };
        // A clause that is not known may be the one that is missing.
        for needed in contents.needs.iter().filter(|needed| !unknown && !clauses.has(needed)) {
            self.missing_clause(needed, contents, head);
        }
        clauses
    }

    fn unknown_clause(&mut self, name: &str, span: Span, contents: &Contents) {
        let known = contents.once.iter().chain(contents.often).copied();
        let help = suggest::help(name, known, "the reference of the language lists the clauses of each declaration");
        self.report(
            Diagnostic::new(&UNKNOWN_CLAUSE, span, format!("{} has no clause `{name}`", contents.owner))
                .with_help(help),
        );
    }

    fn duplicate_clause(&mut self, name: &str, span: Span, found: &[(String, Span, FileId, Clause)]) {
        let mut finding = Diagnostic::new(&DUPLICATE_CLAUSE, span, format!("`{name}` stands here a second time"))
            .with_help("keep one of them");
        if let Some((_, first, ..)) = found.iter().find(|(other, ..)| other == name) {
            finding = finding.with_label(*first, "the first is here");
        }
        self.report(finding);
    }

    fn missing_clause(&mut self, needed: &str, contents: &Contents, head: Span) {
        // Where the file has mistakes of form, the clause may be there and not have been understood.
        if !self.program.broken.contains(&head.file) {
            self.report(
                Diagnostic::new(&MISSING_CLAUSE, head, format!("{} needs a clause `{needed}`", contents.owner))
                    .with_help(format!("add a line that begins with `{needed}`")),
            );
        }
    }

    /// Reports a declaration that stands where none of its kind can.
    fn check_place(&mut self, declaration: &Declaration, contents: &Contents) {
        if contents.items || self.program.broken.contains(&self.file) {
            return;
        }
        self.misplaced(declaration, contents.owner);
    }

    /// Reports that `declaration` cannot stand in `owner`.
    pub(super) fn misplaced(&mut self, declaration: &Declaration, owner: &str) {
        if self.program.broken.contains(&self.file) {
            return;
        }
        let word = declaration.kind().word();
        let span = self.span(declaration.keyword());
        self.report(
            Diagnostic::new(&MISPLACED_DECLARATION, span, format!("`{word}` cannot stand in {owner}"))
                .with_help("move it out of the block it stands in"),
        );
    }
}

impl Clauses {
    pub(crate) fn has(&self, name: &str) -> bool {
        self.found.iter().any(|(other, ..)| other == name)
    }

    /// The first clause `name`, with its word's place.
    pub(crate) fn get(&self, name: &str) -> Option<(&Clause, Span)> {
        self.found.iter().find(|(other, ..)| other == name).map(|(_, span, _, clause)| (clause, *span))
    }

    /// All clauses `name`.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a Clause, Span)> {
        self.found.iter().filter(move |(other, ..)| other == name).map(|(_, span, _, clause)| (clause, *span))
    }
}

/// Reads the values of one clause and reports what is left over.
impl Lower<'_> {
    /// A cursor over the values of `clause`, with parameters of the pattern at hand filled in.
    pub(super) fn cursor(&self, clause: &Clause) -> Cursor {
        let owner = clause.word().map_or(clause.range(), |word| word.range());
        Cursor::new(self.placed(clause.values()), span_of(self.file, owner))
    }
}
