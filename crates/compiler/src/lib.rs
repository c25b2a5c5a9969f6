//! From the text of an instrument to the checked instrument.
//!
//! ```text
//! files --load--> syntax trees --lower--> model --resolve--> names known --check--> Checked instrument and findings
//! ```
//!
//! Every stage takes broken input, does what it can and adds to one list of findings; none stops at the first mistake.
//! Only a [`Checked`] instrument can be handed to an output, and there is none while an error stands.

mod acknowledge;
mod cascades;
mod check;
mod compile;
mod load;
mod lower;
mod regex;
mod resolve;
mod suggest;
mod world;

pub use compile::{Checked, Compilation, compile};
pub use world::{MOST_BYTES, Shipped, Unread, World};
