//! Tables: to be filled in by a respondent, or to be read.

use serde::{Deserialize, Serialize};

use super::{AnswerBox, Input, Line, Prose, Source};

/// A table with a head row and row heads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Where references to it lead.
    pub anchor: String,
    /// Its number and title.
    pub caption: Option<Line>,
    /// What applies to the whole of it, under the title.
    pub headnote: Option<Line>,
    /// The head of the column in which the row heads stand.
    pub stub: Line,
    /// Heads that span several columns, from the first column on; empty if there are none.
    pub spanners: Vec<Spanner>,
    /// The columns after the row heads.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Notes under it.
    pub notes: Vec<Line>,
    /// The questions it draws on.
    pub sources: Vec<Source>,
}

/// A head over several columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spanner {
    /// Its words; empty over columns that have no common head.
    pub label: Line,
    /// Over how many columns it stands.
    pub columns: u32,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its head.
    pub label: Line,
    /// A note under its head.
    pub guidance: Option<Prose>,
    /// Whether figures stand in it, to be set against the end of the cell.
    pub figures: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Where references to it lead, if it is referred to.
    pub anchor: Option<String>,
    /// Its head: words, or a blank where the respondent names the row.
    pub head: Cell,
    /// Its cells, one for each column.
    pub cells: Vec<Cell>,
    /// Whether it is the sum of the rows above it.
    pub total: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Nothing belongs there.
    Empty,
    /// Words.
    Words(Line),
    /// A note beside the words of a row head.
    Noted(Line, Prose),
    /// Room for an answer, and for the letter of a mark.
    Answer {
        /// The room.
        answer: Box<AnswerBox>,
        /// Where the letter of a mark goes, if marks may be given.
        mark: Option<Box<Input>>,
    },
    /// A place to be filled in when the document is written, with what belongs there.
    Blank(String),
}
