//! The printed form as a tree of blocks, its numbering, its conditions in words, and HTML.
//!
//! ```text
//! Instrument --Form::of--> Document --to_html--> one page
//!                          (blocks)
//! ```
//!
//! The tree says what a block *is*: a question with its answer box, a numbered paragraph, a table. It has every word that is
//! printed, in the document's language, and nothing of any format. Renderers hold one arm for each kind of block and no words.
//! Reports are made of the same tree, so a construct is drawn in one way wherever it stands.

mod conditions;
pub mod document;
mod form;
mod html;
mod numbering;
mod provisions;
mod skips;
mod texts;
pub mod words;

pub use conditions::Conditions;
pub use document::Document;
pub use form::{Form, furniture};
pub use html::to_html;
pub use numbering::{Numbers, write_number};
pub use provisions::Provisions;
pub use texts::Texts;
pub use words::Words;
