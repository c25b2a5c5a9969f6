//! The skeleton of a report of one instrument that uses every construct: as Markdown and as a page.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::too_many_lines,
    reason = "a test stops where it fails, and its texts are its own"
)]

#[allow(dead_code, reason = "the sample serves other tests too")]
#[path = "../../../form/tests/form/sample.rs"]
mod sample;
mod skeleton;
