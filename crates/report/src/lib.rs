//! The skeleton of a report, and Markdown.
//!
//! ```text
//! Instrument + Report --skeleton--> Document --enquire_form::to_html--> one page
//!                                            --to_markdown-----------> one text
//! ```
//!
//! A skeleton has every paragraph, table and picture of the report with named blanks where replies are needed, and behind each
//! the questions it draws on. It never ranks those who reply and never scores them.

mod markdown;
mod skeleton;
mod words;

pub use markdown::to_markdown;
pub use skeleton::skeleton;
