//! As many findings as mistakes: what only follows from another mistake is left out.

use enquire_diagnostics::codes::{MISSING_BLOCK, MISSING_CLAUSE, MISSING_ID, UNDEFINED_NAME, UNKNOWN_CLAUSE};
use enquire_diagnostics::{Area, Diagnostic, Diagnostics, FileId, Severity, Sources, Span};
use rustc_hash::FxHashSet;

/// The findings less those that follow from others. The first `form` of them are about form.
pub(crate) fn without(found: &Diagnostics, form: usize, lost_uses: bool, sources: &Sources) -> Diagnostics {
    let all: Vec<&Diagnostic> = found.iter().collect();
    let (form, meaning) = all.split_at(form.min(all.len()));
    let causes = Causes { lost_uses, ..Causes::of(form, meaning, sources) };
    let mut kept = Diagnostics::new();
    kept.extend(form.iter().copied().cloned());
    kept.extend(meaning.iter().filter(|finding| !causes.explain(finding, sources)).copied().cloned());
    kept
}

/// What other findings may follow from.
struct Causes {
    /// Lines with a mistake of form.
    lines: FxHashSet<(FileId, u32)>,
    /// Files with one.
    files: Vec<FileId>,
    /// Whether a declaration lacks its id, so that references to it lead nowhere.
    nameless: bool,
    /// From declarations that lack the brace of their block to the brace that should have closed it.
    blockless: Vec<Span>,
    /// Whether a `use` led nowhere, or what may be a misspelt one.
    lost_uses: bool,
    /// Whether something was not understood, so that nothing can be said about what is not there.
    incomplete: bool,
}

impl Causes {
    fn of(form: &[&Diagnostic], meaning: &[&Diagnostic], sources: &Sources) -> Self {
        let blockless = form.iter().filter(|it| it.code() == MISSING_BLOCK.code).map(|it| to_brace(it.span(), sources));
        let misunderstood = |finding: &&Diagnostic| {
            finding.severity() == Severity::Error
                && matches!(finding.rule().area, Area::Names | Area::Syntax | Area::Files | Area::Standards)
        };
        let mut files: Vec<FileId> = form.iter().map(|it| it.span().file).collect();
        files.dedup();
        Self {
            lines: form.iter().map(|it| line_of(it.span(), sources)).collect(),
            files,
            nameless: form.iter().any(|it| it.code() == MISSING_ID.code),
            blockless: blockless.collect(),
            lost_uses: false,
            incomplete: !form.is_empty() || meaning.iter().any(misunderstood),
        }
    }

    /// Whether `finding` follows from one of them.
    fn explain(&self, finding: &Diagnostic, sources: &Sources) -> bool {
        let code = finding.code();
        let lost = code == UNDEFINED_NAME.code
            && (self.nameless || self.lost_uses || self.may_declare(sources.slice(finding.span()), sources));
        let outside = code == UNKNOWN_CLAUSE.code && self.blockless.iter().any(|it| contains(*it, finding.span()));
        let absent = ((self.incomplete || self.lost_uses) && is_about_absence(code))
            || (!self.files.is_empty() && code == MISSING_CLAUSE.code);
        lost || outside || absent || self.lines.contains(&line_of(finding.span(), sources))
    }

    /// Whether a file with mistakes of form seems to declare `name`.
    fn may_declare(&self, name: &str, sources: &Sources) -> bool {
        let words = ["question", "section", "computed", "scale", "record", "pattern", "term", "aspect"];
        !name.is_empty()
            && self.files.iter().any(|file| {
                let text = sources.text(*file);
                words.iter().any(|word| text.contains(&format!("{word} {name}")))
            })
    }
}

/// From `start` to the next closing brace.
fn to_brace(start: Span, sources: &Sources) -> Span {
    let text = sources.text(start.file);
    let rest = text.get(start.end as usize..).unwrap_or_default();
    let length = rest.find('}').unwrap_or(rest.len());
    Span { end: start.end + u32::try_from(length).unwrap_or(0), ..start }
}

/// Whether a code says that something is not there or not used.
fn is_about_absence(code: &str) -> bool {
    matches!(
        code,
        "question-without-provision"
            | "question-without-aspect"
            | "unused-declaration"
            | "unused-file"
            | "unused-footnote"
            | "provision-not-asked"
            | "section-provision-not-asked"
    )
}

fn line_of(span: Span, sources: &Sources) -> (FileId, u32) {
    (span.file, sources.line_column(span.file, span.start).line)
}

/// Whether `inner` lies in `outer`.
pub(crate) fn contains(outer: Span, inner: Span) -> bool {
    outer.file == inner.file && outer.start <= inner.start && inner.end <= outer.end
}
