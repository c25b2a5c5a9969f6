//! From syntax to the model: clauses become data, patterns are expanded, texts are taken apart.
//!
//! Names in expressions are resolved afterwards (`crate::resolve`), when every question is known. What cannot be understood is
//! reported and left out, and what depends on it stays silent.

pub(crate) mod cursor;
pub(crate) mod env;

mod answer;
mod cites;
mod clauses;
mod declared;
mod expression;
mod header;
mod items;
mod pattern;
mod report;
mod scale;
mod standard;
mod table;
mod term;
mod text;
mod values;

use enquire_diagnostics::codes::{DUPLICATE_NAME, UNSUITABLE_ID};
use enquire_diagnostics::{Acknowledgement, Diagnostic, Diagnostics, FileId, Fix, Sources, Span};
use enquire_model::{Instrument, Name, Place, Source};
use enquire_syntax::view::{Value, Word, span_of};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::load::{Origin, Program};
pub(crate) use cursor::Placed;
pub(crate) use declared::Declared;
use env::Env;

/// An acknowledgement, and the stretch of text in which it holds; everywhere if there is none.
#[derive(Debug, Clone)]
pub(crate) struct Allowed {
    pub(crate) acknowledgement: Acknowledgement,
    pub(crate) within: Option<Span>,
}

/// What lowering gives beside the instrument.
#[derive(Debug, Default)]
pub(crate) struct Lowered {
    pub(crate) instrument: Option<Instrument>,
    pub(crate) allowed: Vec<Allowed>,
    /// Names that something refers to, by kind.
    pub(crate) used: Used,
    /// Names declared by the author, to be used, by kind.
    pub(crate) own: Vec<(Kind, String, Span)>,
    /// Ids with findings of their own, of which nothing more is said.
    pub(crate) faulty: FxHashSet<String>,
}

/// The kinds of name that may be declared and not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Scale,
    Record,
    Pattern,
    Term,
    Aspect,
    Standard,
}

impl Kind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Scale => "scale",
            Self::Record => "record",
            Self::Pattern => "pattern",
            Self::Term => "term",
            Self::Aspect => "aspect",
            Self::Standard => "standard",
        }
    }
}

/// Names that something refers to.
#[derive(Debug, Default)]
pub(crate) struct Used(FxHashSet<(Kind, String)>);

impl Used {
    pub(crate) fn mark(&mut self, kind: Kind, name: &str) {
        self.0.insert((kind, name.to_owned()));
    }

    /// The names of one kind.
    pub(crate) fn names(&self, kind: Kind) -> FxHashSet<String> {
        self.0.iter().filter(|(of, _)| *of == kind).map(|(_, name)| name.clone()).collect()
    }

    pub(crate) fn contains(&self, kind: Kind, name: &str) -> bool {
        self.0.contains(&(kind, name.to_owned()))
    }
}

/// Lowers `program`.
pub(crate) fn lower(program: &Program, sources: &Sources, found: &mut Diagnostics) -> Lowered {
    let declared = Declared::collect(program, found);
    let mut lower = Lower {
        program,
        sources,
        found,
        declared: &declared,
        file: FileId::default(),
        env: Env::default(),
        instrument: Instrument::default(),
        out: Lowered::default(),
        ids: FxHashMap::default(),
        inline: Vec::new(),
        footnotes: FxHashSet::default(),
        last_reported: None,
        muted: false,
        applied: 0,
    };
    lower.run();
    let Lower { instrument, mut out, .. } = lower;
    out.instrument = program.instrument.is_some().then_some(instrument);
    out
}

/// The state of lowering.
pub(crate) struct Lower<'a> {
    pub(crate) program: &'a Program,
    sources: &'a Sources,
    found: &'a mut Diagnostics,
    pub(crate) declared: &'a Declared,
    /// The file that is being read.
    file: FileId,
    env: Env,
    /// What has been lowered so far.
    instrument: Instrument,
    out: Lowered,
    /// Ids of questions, computed values, sections and reports, with what each is and where it was first declared.
    ids: FxHashMap<String, (&'static str, Span)>,
    /// Scales that were written in place.
    inline: Vec<enquire_model::Scale>,
    /// The footnotes that the texts of the declaration at hand mark.
    footnotes: FxHashSet<String>,
    /// Where the last finding is.
    last_reported: Option<Span>,
    /// Whether a pattern is being expanded whose application has a finding already.
    muted: bool,
    /// How many applications of patterns have been expanded.
    applied: usize,
}

impl Lower<'_> {
    fn run(&mut self) {
        let Some(header) = self.program.instrument.clone() else { return };
        self.file = header.file;
        self.standards();
        self.header(&header.value);
        self.scales();
        self.records();
        self.aspects();
        self.terms();
        self.instrument.items = self.top_items();
        self.unapplied_patterns();
        self.instrument.reports = self.reports();
        for scale in std::mem::take(&mut self.inline) {
            self.instrument.scales.insert(scale.id.as_str().to_owned(), scale);
        }
    }

    fn report(&mut self, finding: Diagnostic) {
        if self.muted {
            return;
        }
        self.last_reported = Some(finding.span());
        self.found.push(self.with_application(finding));
    }

    /// Adds where the pattern was applied to a finding inside one.
    fn with_application(&self, finding: Diagnostic) -> Diagnostic {
        match self.env.open.last() {
            Some((pattern, span)) => finding.with_label(*span, format!("`{pattern}` is applied here")),
            None => finding,
        }
    }

    fn span(&self, range: enquire_syntax::TextRange) -> Span {
        span_of(self.file, range)
    }

    /// `values` of the file at hand, with parameters of the pattern at hand filled in.
    fn placed(&self, values: Vec<Value>) -> Vec<Placed> {
        let mut placed = Vec::with_capacity(values.len());
        for value in values {
            let parameter = if let Value::Word(word) = &value { self.env.values(word.text()) } else { None };
            match parameter {
                Some(given) => placed.extend(given.iter().cloned()),
                None => placed.push(Placed::new(self.file, value)),
            }
        }
        placed
    }

    /// The place of a span in the model.
    pub(crate) fn place(span: Span) -> Place {
        Place { file: span.file.0, start: span.start, end: span.end }
    }

    fn source(&self, span: Span) -> Source {
        Source {
            file: self.sources.path(span.file).to_owned(),
            line: self.sources.line_column(span.file, span.start).line,
        }
    }

    /// The id declared by `word` in the space that questions, computed values, sections and reports share.
    /// A bad or doubled one is reported; the first keeps the name.
    fn declare(&mut self, word: Option<Word>, what: &'static str) -> Option<Name> {
        let word = word?;
        let span = self.span(word.range());
        let id = self.env.declared(word.text());
        self.check_id(word.text(), span, what);
        if let Some((other, first)) = self.ids.get(&id).copied() {
            let mut finding = Diagnostic::new(&DUPLICATE_NAME, span, format!("the id `{id}` is used twice"))
                .with_label(first, format!("this {other} has it already"))
                .with_help("give one of them another id");
            if self.env.prefix.is_some() || !self.env.open.is_empty() {
                finding = finding.with_help("where a pattern is applied, `as` gives its ids a beginning of their own");
            }
            self.report(finding);
            self.out.faulty.insert(id.clone());
            return None;
        }
        self.ids.insert(id.clone(), (what, span));
        Some(Name::new(id, Self::place(span)))
    }

    /// Reports an id that is not spelled as ids are.
    fn check_id(&mut self, id: &str, span: Span, what: &str) {
        if is_id(id) {
            return;
        }
        let better = snake_case(id);
        let mut finding = Diagnostic::new(&UNSUITABLE_ID, span, format!("`{id}` cannot be the id of a {what}"))
            .with_help("an id has small letters a to z, digits and `_`, and begins with a letter");
        if is_id(&better) {
            finding = finding.with_fix(
                Fix::placeholder(format!("call it `{better}`, here and wherever it is named")).with_edit(span, better),
            );
        }
        self.report(finding);
    }
}

/// Whether a clause that begins with `word` can stand outside any block.
pub(crate) fn stands_outside(word: &str) -> bool {
    items::TOP.often.contains(&word)
}

/// Whether `text` is spelled as an id.
fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_')
}

/// `text` as an id might be spelled.
fn snake_case(text: &str) -> String {
    let mut result = String::new();
    let mut after_small = false;
    for character in text.chars() {
        if character.is_ascii_alphanumeric() {
            if character.is_ascii_uppercase() && after_small {
                result.push('_');
            }
            result.push(character.to_ascii_lowercase());
        } else if !result.ends_with('_') && !result.is_empty() {
            result.push('_');
        }
        after_small = character.is_ascii_lowercase();
    }
    result.trim_end_matches('_').to_owned()
}

/// Whether a declaration is the author's own, so that it has to be used.
fn is_own(origin: Origin) -> bool {
    origin == Origin::Own
}
