//! Charts: bars with labels, filled or empty.

use serde::{Deserialize, Serialize};

use super::{Line, Source};

/// A chart of horizontal bars.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// Where references to it lead.
    pub anchor: String,
    /// Its number and title.
    pub caption: Line,
    /// What the length of a bar says.
    pub axis: Line,
    /// Its bars, from top to bottom.
    pub bars: Vec<Bar>,
    /// Notes under it.
    pub notes: Vec<Line>,
    /// The questions it draws on.
    pub sources: Vec<Source>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// What it stands for.
    pub label: Line,
    /// Its value; a bar without one is drawn as an empty outline.
    pub value: Option<f64>,
}
