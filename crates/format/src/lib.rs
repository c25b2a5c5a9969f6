//! One layout for every valid Enquire file.
//!
//! ```text
//! tree --gather--> entries, each a line of pieces --align--> columns --inline, separate--> arranged --write, wrap--> text
//! ```
//!
//! The layout is described, with its reasons, in `docs/reference/layout.md`. It depends on the words of a file, on its comments, and on
//! little that the author decides: where blank lines stand, which short scales stand on one line, and how the lines of a text block end.

mod align;
mod entry;
mod gather;
mod inline;
mod piece;
mod separate;
mod spell;
mod text_block;
mod wrap;
mod write;

use enquire_diagnostics::Diagnostic;
use enquire_syntax::Parse;

/// How many columns a line has. Only what cannot be divided, such as a long text, goes beyond.
const COLUMNS: usize = 100;

/// By how many columns the inside of a block is indented.
const INDENTATION: usize = 2;

/// By how many columns the rest of a divided line is indented: more than a block, which it is not.
const CONTINUATION: usize = 4;

/// The text of the file in the one layout. It ends with one newline, unless it is empty; its lines end with `\n`; it has no byte order mark.
/// To lay out what is laid out already changes nothing.
///
/// # Errors
/// The mistakes of form, if the file has any: what cannot be read is not moved about.
pub fn format(parsed: &Parse) -> Result<String, &[Diagnostic]> {
    if parsed.findings().is_empty() { Ok(write::file(gather::file(&parsed.node()))) } else { Err(parsed.findings()) }
}
