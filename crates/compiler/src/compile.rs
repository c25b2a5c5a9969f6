//! The stages in order, and what they give.

use enquire_diagnostics::codes::{MISSING_ID, UNUSED_ALLOW};
use enquire_diagnostics::{Diagnostic, Diagnostics, FileId, Sources, Span};
use enquire_model::Instrument;

use crate::lower::Allowed;
use crate::world::World;
use crate::{check, load, lower, resolve};

/// An instrument without errors: the only thing that outputs are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked(Instrument);

impl Checked {
    /// The instrument.
    pub fn instrument(&self) -> &Instrument {
        &self.0
    }
}

/// What came of compiling an instrument.
#[derive(Debug, Clone)]
pub struct Compilation {
    /// The texts that were read, for findings to point into.
    pub sources: Sources,
    /// Everything that was found, sorted by place.
    pub diagnostics: Diagnostics,
    /// The instrument as far as it was understood, for tools that show broken ones.
    pub draft: Option<Instrument>,
    /// The instrument, if there is no error.
    pub checked: Option<Checked>,
}

/// Compiles the instrument in the file `root` of the world, or that of its folder if there is no `root`.
pub fn compile(world: &dyn World, root: Option<&str>) -> Compilation {
    let mut sources = Sources::new();
    let mut found = Diagnostics::new();
    let program = load::load(world, root, &mut sources, &mut found);
    let syntax = found.len();
    let mut lowered = lower::lower(&program, &sources, &mut found);
    let draft = lowered.instrument.take().map(|mut instrument| {
        resolve::resolve(&mut instrument, &lowered, &mut found);
        check::check(&instrument, &program, &lowered, &sources, &mut found);
        check::leave_out_unused(&mut instrument, &lowered);
        instrument
    });
    let mut found = without_cascades(found, syntax, &sources);
    acknowledge(&mut found, &lowered.allowed);
    found.sort(&sources);
    let checked = draft.clone().filter(|_| !found.has_errors()).map(Checked);
    Compilation { sources, diagnostics: found, draft, checked }
}

/// The findings less those that only follow from mistakes of form, which are the first `syntax` ones.
fn without_cascades(found: Diagnostics, syntax: usize, sources: &Sources) -> Diagnostics {
    let all: Vec<Diagnostic> = found.iter().cloned().collect();
    let (form, meaning) = all.split_at(syntax.min(all.len()));
    let lines: Vec<(FileId, u32)> = form.iter().map(|it| line_of(it.span(), sources)).collect();
    let nameless = form.iter().any(|it| it.code() == MISSING_ID.code);
    let texts: Vec<FileId> = lines.iter().map(|(file, _)| *file).collect();
    let mut kept = Diagnostics::new();
    kept.extend(form.iter().cloned());
    for finding in meaning {
        let on_broken_line = lines.contains(&line_of(finding.span(), sources));
        let lost = finding.code() == enquire_diagnostics::codes::UNDEFINED_NAME.code
            && (nameless || may_be_declared(finding, &texts, sources));
        // While a declaration cannot be read, nothing can be said about what is not there.
        let about_absence = !form.is_empty() && is_about_absence(finding.code());
        if !on_broken_line && !lost && !about_absence {
            kept.push(finding.clone());
        }
    }
    kept
}

/// Whether a file with mistakes of form seems to declare the name that `finding` misses.
fn may_be_declared(finding: &Diagnostic, broken: &[FileId], sources: &Sources) -> bool {
    let name = sources.slice(finding.span());
    !name.is_empty()
        && broken.iter().any(|file| {
            let text = sources.text(*file);
            ["question", "section", "computed", "scale", "record", "pattern", "term", "aspect"]
                .iter()
                .any(|word| text.contains(&format!("{word} {name}")))
        })
}

fn is_about_absence(code: &str) -> bool {
    matches!(
        code,
        "unused-declaration"
            | "provision-not-asked"
            | "section-provision-not-asked"
            | "missing-clause"
            | "unused-file"
            | "unused-allow"
    )
}

fn line_of(span: Span, sources: &Sources) -> (FileId, u32) {
    (span.file, sources.line_column(span.file, span.start).line)
}

/// Marks the findings that the author has acknowledged, and reports acknowledgements of nothing.
fn acknowledge(found: &mut Diagnostics, allowed: &[Allowed]) {
    let broken = found.has_errors();
    let mut unused = Vec::new();
    for allow in allowed {
        let mut used = false;
        for finding in found.iter_mut() {
            let inside = allow.within.is_none_or(|within| contains(within, finding.span()));
            if inside && allow.acknowledgement.covers(finding) {
                used |= finding.acknowledge(allow.acknowledgement.reason.clone());
            }
        }
        if !used {
            unused.push(allow);
        }
    }
    // With errors about, a check may not have looked at what is acknowledged.
    if broken {
        return;
    }
    for allow in unused {
        let code = allow.acknowledgement.rule.code;
        found.push(
            Diagnostic::new(&UNUSED_ALLOW, allow.acknowledgement.span, format!("nothing here is found by `{code}`"))
                .with_help("delete this line"),
        );
    }
}

fn contains(outer: Span, inner: Span) -> bool {
    outer.file == inner.file && outer.start <= inner.start && inner.end <= outer.end
}
