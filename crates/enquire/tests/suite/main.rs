//! The language suite: instruments in files say what the language is, and this runs them.
//!
//! ```text
//! tests/suite/ok/**                    nothing is found
//! tests/suite/diagnostics/<code>/**    the code is found and nothing else; in what begins `ok_`, nothing
//! docs, README.md, CONTRIBUTING.md     every `enq` block gives what its page says
//! examples, crates/catalogue           nothing is found
//! ```
//!
//! `tests/README.md` says how a case is written.

#![cfg(test)]

mod case;
mod codes;
mod examples;
mod faulty;
mod findings;
mod laws;
mod lean;
mod mutants;
mod outcome;
mod pages;
mod place;
mod population;
mod replies;
mod samples;
mod texts;
