//! Replies made up from an instrument.
//!
//! ```text
//! instrument --Sampler::respondent--> replies of made-up respondents, as many as wanted
//!            --cover----------------> few replies that together take every path, and what no reply was found for
//! ```
//!
//! Every reply is a function of the instrument, the seed and its number, and of nothing else: the same today and in ten years, on
//! every machine. All are valid, and held against the one evaluator before they are handed out.

mod constants;
mod coverage;
mod dice;
mod ease;
mod goal;
mod head;
mod maker;
mod pattern;
mod population;
mod reach;
mod settle;
mod value;

pub use coverage::{Coverage, Covering, Missed, cover};
pub use goal::Goal;
pub use maker::Unmade;
pub use population::Sampler;
