//! The form of one instrument that uses every construct: its numbers, its conditions in words, its blocks, its page.

mod conditions;
mod numbering;
mod outline;
mod page;
mod sample;
mod tree;
