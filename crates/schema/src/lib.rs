//! What programs need to work with replies to an instrument: the JSON Schema of a reply, the words that go with its ids and
//! codes, and the published schema of the instrument itself.
//!
//! [`reply_schema`] keeps to the part of JSON Schema that validators and code generators in several languages read alike.
//! What that part cannot say of an instrument is never dropped in silence: [`inexpressible`] lists it, and so do comments in
//! the schema. A valid reply always passes the schema; one that passes still goes through Enquire's own check.

mod condition;
mod context;
mod form;
mod inexpressible;
mod labels;
mod names;
mod output;
mod phrase;
mod plain;
mod predicate;
mod reply;
mod rule;
mod rulebook;
mod shape;
mod size;
mod words;

pub use form::{FormProfile, form_profile};
pub use inexpressible::{Inexpressible, Reason, inexpressible};
pub use labels::{Help, Labels, TableLabels, labels, labels_json, labels_printed, labels_schema};
pub use output::{instrument_json, model_schema, to_text};
pub use reply::reply_schema;
pub use rule::RULE_CODES;
pub use rulebook::{InWords, LeftOut, ReplyRule, RuleBook, SchemaKind, rule_book, rule_book_json, rule_book_schema};
pub use size::{MOST_CODES, MOST_PROPERTIES, MOST_RULES, SizeWarning, warnings};
