//! Every declaration by name, before anything is lowered.

use enquire_diagnostics::codes::DUPLICATE_NAME;
use enquire_diagnostics::{Diagnostic, Diagnostics, FileId, Span};
use enquire_syntax::DeclarationKind;
use enquire_syntax::view::{Clause, Declaration, Item, Value, Word, span_of};
use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use crate::load::{Located, Origin, Program};

/// An aspect: its id, its words, and the clause that declares it.
#[derive(Debug)]
pub(crate) struct AspectClause {
    pub(crate) label: String,
}

/// Declarations by name, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Declared {
    pub(crate) scales: IndexMap<String, Located<Declaration>>,
    pub(crate) records: IndexMap<String, Located<Declaration>>,
    pub(crate) patterns: IndexMap<String, Located<Declaration>>,
    pub(crate) terms: IndexMap<String, Located<Declaration>>,
    pub(crate) aspects: IndexMap<String, Located<AspectClause>>,
    pub(crate) reports: Vec<Located<Declaration>>,
    /// Where each was named first.
    spans: FxHashMap<(&'static str, String), Span>,
}

impl Declared {
    /// The declarations of `program`. Of two with one name the first counts and the second is reported.
    pub(crate) fn collect(program: &Program, found: &mut Diagnostics) -> Self {
        let mut declared = Self::default();
        for item in &program.items {
            match &item.value {
                Item::Declaration(declaration) => declared.declaration(item.file, item.origin, declaration, found),
                Item::Clause(clause) => declared.aspect(item.file, item.origin, clause, found),
            }
        }
        declared
    }

    /// Where the declaration `name` of the kind `space` was named.
    pub(crate) fn span(&self, space: &'static str, name: &str) -> Option<Span> {
        self.spans.get(&(space, name.to_owned())).copied()
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "other declarations are lowered where they stand")]
    fn declaration(&mut self, file: FileId, origin: Origin, declaration: &Declaration, found: &mut Diagnostics) {
        let located = Located { file, origin, value: declaration.clone() };
        let space = match declaration.kind() {
            DeclarationKind::Scale | DeclarationKind::Record => "scale or record",
            DeclarationKind::Pattern => "pattern",
            DeclarationKind::Term => "term",
            DeclarationKind::Report => {
                self.reports.push(located);
                return;
            }
            _ => return,
        };
        let Some(id) = declaration.id() else { return };
        if !self.name(space, file, &id, found) {
            return;
        }
        let target = match declaration.kind() {
            DeclarationKind::Scale => &mut self.scales,
            DeclarationKind::Record => &mut self.records,
            DeclarationKind::Pattern => &mut self.patterns,
            _ => &mut self.terms,
        };
        target.insert(id.text().to_owned(), located);
    }

    /// `aspect ID "words"`.
    fn aspect(&mut self, file: FileId, origin: Origin, clause: &Clause, found: &mut Diagnostics) {
        let values = clause.values();
        let (Some(word), [Value::Word(id), Value::Text(label)]) = (clause.word(), values.as_slice()) else { return };
        if word.text() == "aspect" && self.name("aspect", file, id, found) {
            let value = AspectClause { label: label.value() };
            self.aspects.insert(id.text().to_owned(), Located { file, origin, value });
        }
    }

    /// Whether `id` is new in `space`; if not, it is reported.
    fn name(&mut self, space: &'static str, file: FileId, id: &Word, found: &mut Diagnostics) -> bool {
        let span = span_of(file, id.range());
        let key = (space, id.text().to_owned());
        if let Some(first) = self.spans.get(&key) {
            found.push(
                Diagnostic::new(&DUPLICATE_NAME, span, format!("a {space} is already called `{}`", id.text()))
                    .with_label(*first, "the first is here")
                    .with_help("give one of them another id"),
            );
            return false;
        }
        self.spans.insert(key, span);
        true
    }
}
