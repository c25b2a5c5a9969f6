//! The outputs of an instrument.

use crate::Checked;

/// One file that is made of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its name in the output folder.
    pub name: String,
    /// Its contents.
    pub contents: Vec<u8>,
}

/// Every output of `checked`. `progress` is told the name of each before it is made.
pub fn build(checked: &Checked, progress: &mut dyn FnMut(&str)) -> Vec<Output> {
    let _ = (checked, progress);
    Vec::new()
}
