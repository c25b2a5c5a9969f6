//! Holds replies against an instrument.
//!
//! ```text
//! text --json--> Value --Checker--> Breach, ...   (a rule, a place in the reply, words)
//!                             \--verdict--> Diagnostic, ...   (the same with a place in the text)
//! ```
//!
//! A reply is valid if it breaks no rule of severity error. Each rule is one code of the area `replies`; their list is in
//! `enquire-diagnostics`, and what a reply looks like is on the page `docs/reference/replies.md`. Shapes are looked at here; which
//! questions are asked, what is required and which checks speak is said by `enquire-logic`.
//!
//! The same code judges fast and explains: rules put what they find into a list that either keeps it or only counts, and words
//! are made only for what is kept.

mod answers;
mod beside;
mod breach;
mod checker;
mod given;
mod header;
mod json;
mod known;
mod path;
mod shape;
mod suggest;
mod unique;
mod verdict;

pub use breach::Breach;
pub use checker::Checker;
pub use path::Location;
pub use verdict::{Verdict, Who};
