//! The form of one instrument that uses every construct: its numbers, its conditions in words, its blocks, its HTML.

mod render;
mod sample;
