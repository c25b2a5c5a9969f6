//! The Enquire toolchain as one call: what other programs use.
//!
//! ```text
//! Files --check--> Compilation (findings, and the instrument if there is no error) --build--> Outputs
//! ```
//!
//! Nothing here reads or writes files: texts come in through [`Files`], outputs go out as values.
//!
//! ```
//! use enquire::{Findings, Texts, diagnostics::Format};
//!
//! let texts = Texts::from([("survey.enq", r#"
//! instrument survey version 1.0.0 {
//!   title       "Access to justice"
//!   nonresponse not_known "Not known"
//! }
//! question redress "Can victims claim redress in court?" {
//!   answer yes_no
//! }
//! "#)]);
//! let compilation = enquire::check(&texts, None);
//! if let Some(checked) = &compilation.checked {
//!     let outputs = enquire::build(checked, &mut |_| {});
//!     assert!(outputs.iter().any(|output| output.name == "reply.schema.json"));
//! }
//! let mut findings = Findings::default();
//! findings.add(&compilation, &|path| path.to_owned());
//! println!("{}", enquire::diagnostics::render(Format::Short, &findings.report()));
//! # assert!(compilation.checked.is_some());
//! ```

mod build;
mod files;
mod findings;
mod overview;
mod paths;

pub use build::{Output, build};
pub use enquire_catalogue as catalogue;
pub use enquire_compiler::{Checked, Compilation, MOST_BYTES, Shipped, Unread};
pub use enquire_diagnostics as diagnostics;
pub use enquire_form as form;
pub use enquire_format as format;
pub use enquire_logic as logic;
pub use enquire_model as model;
pub use enquire_reply as reply;
pub use enquire_report as report;
pub use enquire_sample as sample;
pub use enquire_schema as schema;
pub use enquire_syntax as syntax;
pub use files::{Files, Texts};
pub use findings::Findings;
pub use overview::{Coverage, Overview};
pub use paths::{
    Excluding, Figure, Given, Length, LookFor, Outcome, QuestionPath, Reachability, Shown, Titled, paths_schema,
};

/// The version of the toolchain, as outputs name it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Compiles the instrument in the file `root` of `files`, or that of their folder if there is no `root`.
pub fn check(files: &dyn Files, root: Option<&str>) -> Compilation {
    enquire_compiler::compile(&files::World(files), root)
}
