//! What the formatter does to texts, and what it leaves as it is.

mod alterations;
mod appearance;
mod corpus;
mod details;
mod guarantees;
mod samples;
