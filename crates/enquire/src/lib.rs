//! The Enquire toolchain as one call: what other programs use.
//!
//! ```text
//! Files --check--> Compilation (findings, and the instrument if there is no error) --build--> Outputs
//! ```
//!
//! Nothing here reads or writes files: texts come in through [`Files`], outputs go out as values.

mod build;
mod files;

pub use build::{Output, build};
pub use enquire_catalogue as catalogue;
pub use enquire_compiler::{Checked, Compilation, MOST_BYTES, Unread};
pub use enquire_diagnostics as diagnostics;
pub use enquire_format as format;
pub use enquire_logic as logic;
pub use enquire_model as model;
pub use enquire_schema as schema;
pub use enquire_syntax as syntax;
pub use files::Files;

/// Compiles the instrument in the file `root` of `files`, or that of their folder if there is no `root`.
pub fn check(files: &dyn Files, root: Option<&str>) -> Compilation {
    enquire_compiler::compile(&files::World(files), root)
}
