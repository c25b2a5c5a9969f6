//! The form of one instrument that uses every construct: its numbers, its conditions in words, its blocks, its page.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::too_many_lines,
    reason = "a test stops where it fails, and its texts are its own"
)]

mod conditions;
mod numbering;
mod outline;
mod page;
mod sample;
mod tree;
