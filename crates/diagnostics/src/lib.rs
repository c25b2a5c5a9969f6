//! What the Enquire toolchain tells its user, and the list of everything it can say.
//!
//! ```text
//! every stage --push--> Diagnostics --Report::new--> Report --render--> text in one of ten formats
//! ```
//!
//! A finding is one record, [`Diagnostic`]; each output is a renderer of it. A code is declared once, in [`codes`],
//! and has a page that explains it.

pub mod codes;

mod acknowledgement;
mod apply;
mod diagnostic;
mod fingerprint;
mod fix;
mod list;
mod lookup;
mod render;
mod report;
mod rule;
mod severity;
mod sources;
mod span;

pub use acknowledgement::Acknowledgement;
pub use apply::{Applied, DiffLine, apply_fixes, diff};
pub use codes::RULES;
pub use diagnostic::{Diagnostic, Label};
pub use fix::{Applicability, Edit, Fix};
pub use list::Diagnostics;
pub use lookup::{nearest, rule};
pub use render::{FORMAT_VERSION, Format, RenderOptions, UnknownFormat, json_schema, render, render_with};
pub use report::{CodeCount, FixCounts, Report, RespondentTally, Summary, Tally};
pub use rule::{Area, Phase, Rule};
pub use severity::Severity;
pub use sources::{Position, Sources};
pub use span::{FileId, Span};
