//! What compiling gave, as the tests look at it.

use enquire::Compilation;
use enquire::diagnostics::{Diagnostic, Format, Report, render};

/// The findings that the author has not acknowledged.
pub(crate) fn open(compilation: &Compilation) -> impl Iterator<Item = &Diagnostic> {
    compilation.diagnostics.iter().filter(|it| !it.is_acknowledged())
}

/// The codes of the open findings in alphabetical order, as often as they occur.
pub(crate) fn codes(compilation: &Compilation) -> Vec<&'static str> {
    let mut codes: Vec<_> = open(compilation).map(Diagnostic::code).collect();
    codes.sort_unstable();
    codes
}

/// The findings in words.
pub(crate) fn told(compilation: &Compilation) -> String {
    render(Format::Plain, &Report::new("", &compilation.sources, compilation.diagnostics.clone()))
}

/// Fails with all of `failures`, each a paragraph, if there are any.
pub(crate) fn none_failed(failures: &[String]) {
    assert!(failures.is_empty(), "{} failed:\n\n{}", failures.len(), failures.join("\n\n"));
}
