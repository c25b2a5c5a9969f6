//! The instrument, the catalogue of standards and the reply as plain data.
//!
//! Everything that reads an instrument after the compiler reads these types: schemas, forms, reports, comparisons.
//! They are written out as `instrument.json`, whose JSON Schema comes from here ([`json_schema`]).
//! There is no behaviour beyond look-ups: what an expression means is said by `enquire-logic`.

mod answer;
mod basics;
mod expression;
mod instrument;
mod item;
mod reply;
mod report;
mod standard;
mod text;

pub use answer::{
    Answer, Cells, Choice, Column, Count, Field, Limits, Mark, Record, RowSource, Scale, Selection, Table,
};
pub use basics::{Date, Decimal, Name, Place, Source};
pub use expression::{Aggregate, Arithmetic, Comparison, Expression, ExpressionKind, Function, StateTest, TimeUnit};
pub use instrument::{
    Aspect, AttachmentPolicy, Budget, Category, Instrument, Mandate, Numbering, Period, RespondentClass, Scheme,
    Status, Term,
};
pub use item::{
    Asked, Check, Comparability, Comparable, Computed, Contributors, Footnote, Item, Note, PatternOrigin, Question,
    Requirement, Section, Weight, When,
};
pub use reply::{Attachment, Contributor, Reply, Respondent};
pub use report::{Chapter, Denominator, Grouping, GroupingTable, Quotation, Report, ReportItem};
pub use standard::{Citation, Obligation, Provision, ProvisionKind, ProvisionRef, Standard, Verification};
pub use text::{Block, Inline, Reference, Text};

/// The version of the format of `instrument.json`: a change of the second number only adds, one of the first may break readers.
pub const FORMAT_VERSION: &str = "1.0";

/// The JSON Schema (2020-12) of `instrument.json`.
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(Instrument).to_value()
}
