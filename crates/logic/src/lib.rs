//! What any expression of an instrument means.
//!
//! ```text
//! expression --type_of--> Type, or faults            (Scope: what names stand for)
//! expression --reads----> the answers it depends on  (cycles: those that depend on themselves)
//! expression --evaluate-> a value, or undefined      (Answers: where answers come from)
//! reply ------Evaluator-> the state of every question, computed values, what is missing, checks that speak
//! an answer --change----> what is another in consequence
//! instrument -Paths-----> what can be asked, with a reply that shows it, and what never is, with the conditions that exclude it
//! ```
//!
//! The rules are on the page `docs/reference/expressions.md`, whose examples are the tests of this crate; the shapes of answers in a
//! reply on `docs/reference/replies.md`. An answer is in exactly one of four states ([`AnswerState`]), and whatever is
//! computed from one that is not answered is undefined.
//!
//! Everything here takes instruments that are partly mistaken: an unknown name is skipped, a part of a cycle is undefined.

mod effort;
mod evaluate;
mod evaluation;
mod fault;
mod graph;
mod paths;
mod reading;
mod reads;
mod scales;
mod scope;
mod state;
mod types;
mod typing;
mod value;
mod walk;
mod words;

#[cfg(test)]
mod build;
#[cfg(test)]
mod page;
#[cfg(test)]
mod random;

pub use effort::{Burden, burden, minutes};
pub use evaluate::{evaluate, holds};
pub use evaluation::{Changes, Evaluation, Evaluator, Sheet, Slot, Spoken};
pub use fault::{Expected, Operand, TypeFault, TypeFaultKind};
pub use graph::{Cycle, CycleKind, Dependence, Step, Subject, cycles};
pub use paths::{
    Condition, Conflict, Extent, PathFault, Paths, Reach, Span, Undecided, Unsettled, Wanted, Whose, Witness,
};
pub use reads::{Read, reads};
pub use scope::Scope;
pub use state::{AnswerState, Answers};
pub use types::{Type, Unit};
pub use typing::{check_condition, type_of, type_of_column};
pub use value::{Cell, Entry, Outcome, Row, Rows, Value};
pub use walk::{children, walk};
pub use words::{aggregate_word, arithmetic_word, comparison_word, function_word};
