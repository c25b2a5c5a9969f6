//! The room for an answer, whatever its kind.

use serde::{Deserialize, Serialize};

use super::{Line, Prose, Table};

/// The room for an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerBox {
    /// Boxes to tick.
    Choices(Choices),
    /// Boxes for places in an order.
    Ranking(Vec<Place>),
    /// One blank.
    Input(Input),
    /// Several blanks with labels.
    Fields(Vec<Field>),
    /// Several cards of blanks, one for each entry of a list.
    Entries(Vec<Entry>),
    /// A table with blanks.
    Table(Table),
}

/// Boxes to tick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// The key of the answer: where in a reply it goes, as a path such as `answers/redress`.
    pub key: String,
    /// Whether one box may be ticked, or several.
    pub shape: Shape,
    /// The boxes, in groups.
    pub groups: Vec<Offered>,
}

/// What the shape of a box says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// One of the boxes: round.
    One,
    /// Any of the boxes: square.
    Many,
}

/// Boxes that are offered together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// What stands over them, such as the answer under which they are offered in a cascading scale.
    pub under: Option<Line>,
    /// The boxes.
    pub options: Vec<Tick>,
}

/// A box to tick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// The code of the option.
    pub code: String,
    /// Its words.
    pub label: Line,
    /// A note beside it.
    pub guidance: Option<Prose>,
    /// Whether it stands alone: no other box may be ticked beside it.
    pub alone: bool,
    /// A blank that belongs to it, such as the one of *other (please specify)*.
    pub specify: Option<Input>,
}

/// A box for a place in an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The key of the place in the reply.
    pub key: String,
    /// The words of the option.
    pub label: Line,
    /// What the box is called, such as `Place of “Shelter” in the order`.
    pub name: Line,
    /// A note beside it.
    pub guidance: Option<Prose>,
    /// The last place that can be given.
    pub most: u32,
    /// A blank that belongs to it.
    pub specify: Option<Input>,
}

/// A blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// Where in a reply it goes, as a path such as `answers/laws/0/title`.
    pub key: String,
    /// What it is called where no words stand beside it.
    pub label: Line,
    /// What can be written.
    pub kind: InputKind,
    /// How to write it, such as `at most 300 words`.
    pub hint: Option<Line>,
}

/// What can be written into a blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InputKind {
    /// One line.
    Line {
        /// What stands in it.
        content: Content,
        /// How wide it is.
        width: Width,
        /// The most characters.
        most: Option<u32>,
    },
    /// Several lines, as many as this.
    Lines(u32),
    /// A number.
    Number {
        /// The least.
        from: Option<String>,
        /// The most.
        to: Option<String>,
        /// How many decimal places.
        places: u32,
        /// The unit in print, after the number.
        unit: Option<Line>,
    },
    /// A day.
    Day,
    /// A year.
    Year,
    /// A first and a last day.
    Period,
    /// A sum of money, with the currencies it may be in; any if empty.
    Amount(Vec<String>),
    /// One of a few options that are listed near by, where there is no room for boxes to tick.
    Pick(Vec<Pick>),
}

/// An option that is written into a blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    /// The code of the option.
    pub code: String,
    /// What is written: its words, or a letter that stands for them.
    pub written: String,
    /// Its words.
    pub label: String,
}

/// What stands in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Words.
    Words,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// An address on the web.
    Link,
}

/// How wide a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Width {
    /// A code or a short word.
    Short,
    /// A name.
    Medium,
    /// As wide as there is room.
    Full,
}

/// A blank with a label beside or above it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// The label.
    pub label: Line,
    /// Whether it has to be filled in, in words.
    pub required: Option<Line>,
    /// A note beside it.
    pub guidance: Option<Prose>,
    /// The room for the answer.
    pub answer: AnswerBox,
}

/// A card of blanks: one entry of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is called, such as `Entry 1`.
    pub title: Line,
    /// Its blanks.
    pub fields: Vec<Field>,
}
