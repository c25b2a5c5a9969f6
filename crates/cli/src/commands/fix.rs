//! Repairs of findings, made in the files of an instrument.

use enquire::Compilation;
use enquire::diagnostics::{Applicability, Diagnostic, Fix, Sources, Span, apply_fixes};

use crate::compiled::counted;
use crate::failure::Failure;
use crate::output::replace;
use crate::target::{Target, is_shipped};

/// How often an instrument is compiled again because some repairs had to wait for others.
const MOST_ROUNDS: usize = 10;

/// An instrument whose findings were repaired as far as possible.
#[derive(Debug)]
pub(crate) struct Fixed {
    /// The instrument as it is now.
    pub(crate) compilation: Compilation,
    /// A line for each repair that was made.
    made: Vec<String>,
    /// A line for each that was offered and not made, with the reason.
    left: Vec<String>,
}

impl Fixed {
    /// What was done, in lines.
    pub(crate) fn lines(&self) -> Vec<String> {
        if self.made.is_empty() && self.left.is_empty() {
            return vec!["nothing to repair".to_owned()];
        }
        let mut lines = [self.made.as_slice(), self.left.as_slice()].concat();
        let made = counted(self.made.len(), "repair");
        lines.push(match self.left.len() {
            0 => format!("{made} made"),
            left => format!("{made} made, {left} left to you"),
        });
        lines
    }
}

/// Repairs what is found in `target`: with `unsafe_too` also what may change its meaning.
///
/// # Errors
/// If a file cannot be written.
pub(crate) fn fix(target: &Target, unsafe_too: bool) -> Result<Fixed, Failure> {
    let mut made = Vec::new();
    let mut compilation = target.compile();
    let mut before = usize::MAX;
    for _ in 0..MOST_ROUNDS {
        let chosen = chosen(&compilation, unsafe_too);
        // A repair that brings about the next finding of its kind would go on for ever.
        if chosen.is_empty() || chosen.len() >= before {
            break;
        }
        before = chosen.len();
        make(target, &compilation, &chosen, &mut made)?;
        compilation = target.compile();
    }
    let left = left(target, &compilation, unsafe_too);
    Ok(Fixed { compilation, made, left })
}

/// For each finding the repair that may be made.
fn chosen(compilation: &Compilation, unsafe_too: bool) -> Vec<(&Diagnostic, &Fix)> {
    let allowed = |fix: &&Fix| {
        let meaning = match fix.applicability {
            Applicability::Safe => true,
            Applicability::Unsafe => unsafe_too,
            Applicability::Placeholder => false,
        };
        meaning && is_own(&compilation.sources, fix)
    };
    let open = compilation.diagnostics.iter().filter(|it| !it.is_acknowledged());
    open.filter_map(|found| Some((found, found.fixes().iter().find(allowed)?))).collect()
}

/// Whether a repair keeps to the author's files.
fn is_own(sources: &Sources, fix: &Fix) -> bool {
    fix.edits.iter().all(|edit| !is_shipped(sources.path(edit.span.file)))
}

fn make(
    target: &Target,
    compilation: &Compilation,
    chosen: &[(&Diagnostic, &Fix)],
    made: &mut Vec<String>,
) -> Result<(), Failure> {
    let sources = &compilation.sources;
    let fixes: Vec<&Fix> = chosen.iter().map(|(_, fix)| *fix).collect();
    let applied = apply_fixes(sources, &fixes);
    for (file, text) in &applied.texts {
        replace(&target.folder().join(sources.path(*file)), sources.text(*file), text)?;
    }
    let was_made = |fix: &Fix| applied.applied.iter().any(|it| std::ptr::eq(*it, fix));
    for (found, fix) in chosen.iter().filter(|(_, fix)| was_made(fix)) {
        let place = place(target, sources, found.span());
        made.push(format!("repaired {place}: {} ({})", fix.title, found.code()));
    }
    Ok(())
}

/// The repairs that are offered still, with the reasons for which they were not made.
fn left(target: &Target, compilation: &Compilation, unsafe_too: bool) -> Vec<String> {
    let open = compilation.diagnostics.iter().filter(|it| !it.is_acknowledged());
    let offered = open.filter_map(|found| Some((found, found.fixes().first()?)));
    let line = |(found, fix): (&Diagnostic, &Fix)| {
        let reason = match fix.applicability {
            _ if !is_own(&compilation.sources, fix) => "it is in a text that ships with enquire",
            Applicability::Placeholder => "it needs your words",
            Applicability::Unsafe if !unsafe_too => "it may change the meaning; `--unsafe` makes it",
            Applicability::Unsafe | Applicability::Safe => "it did not fit with the others; run the command again",
        };
        let place = place(target, &compilation.sources, found.span());
        format!("left     {place}: {} ({}), because {reason}", fix.title, found.code())
    };
    offered.map(line).collect()
}

/// `access.enq:12:3`.
fn place(target: &Target, sources: &Sources, span: Span) -> String {
    let at = sources.line_column(span.file, span.start);
    format!("{}:{}:{}", target.shown(sources.path(span.file)), at.line, at.column)
}
