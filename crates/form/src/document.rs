//! The document tree: what forms and reports are made of before they become HTML, PDF or DOCX.

mod answer;
mod chart;
mod line;
mod question;
mod table;

use serde::{Deserialize, Serialize};

pub use answer::{
    AnswerBox, Choices, Content, Entry, Field, Input, InputKind, Offered, Pick, Place, Shape, Tick, Width,
};
pub use chart::{Bar, Chart};
pub use line::{Line, Passage, Prose, Run};
pub use question::{Condition, Group, Outcome, Panel, Question, Room};
pub use table::{Cell, Column, Row, Spanner, Table};

/// A document in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// What it is for: a renderer may lay out a form with more room than a report.
    pub kind: Kind,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// The direction in which that language is written.
    pub direction: Direction,
    /// Its title without markup, for the properties of a file.
    pub title: String,
    /// What stands at the head of every page.
    pub running: Running,
    /// Words that a renderer prints by itself.
    pub furniture: Furniture,
    /// Its blocks, in reading order.
    pub blocks: Vec<Block>,
    /// Its footnotes, in the order of their marks.
    pub footnotes: Vec<Footnote>,
}

/// What a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It is filled in.
    Form,
    /// It is read.
    Report,
}

/// The direction of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From left to right.
    #[default]
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

/// The head of every page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Running {
    /// Where the line begins: the title.
    pub start: String,
    /// Where the line ends: the symbol or the version.
    pub end: String,
}

/// Words that belong to no block because a renderer prints them by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Furniture {
    /// The link that leads past the head of a page on screen.
    pub skip: String,
    /// The heading of the footnotes.
    pub footnotes: String,
    /// What the link from a footnote back to its mark is called.
    pub back: String,
    /// Page number and number of pages, with `{page}` and `{pages}`.
    pub page: String,
    /// The parts of a day.
    pub day: Part,
    /// The parts of a day.
    pub month: Part,
    /// The parts of a day.
    pub year: Part,
    /// The beginning of a period.
    pub beginning: String,
    /// The end of a period.
    pub ending: String,
    /// The sum of an amount.
    pub amount: String,
    /// The currency of an amount.
    pub currency: String,
    /// What stands before the questions that a paragraph draws on.
    pub sources: String,
}

/// A part of a day: what it is called, and the letters that stand for it in print.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Part {
    /// What it is called, such as `Day`.
    pub label: String,
    /// The letters, such as `DD`: one for each figure.
    pub mask: String,
}

/// A part of a document that stands by itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// The head of the first page.
    Masthead(Masthead),
    /// Labels with what belongs to them, such as the deadline.
    Facts(Vec<Fact>),
    /// The place of a table of contents, under this heading. It lists the headings of the first two levels that follow it.
    Contents(Line),
    /// A heading.
    Heading(Heading),
    /// Running text without a number.
    Text(Prose),
    /// A paragraph with a number, and what it draws on.
    Paragraph(Paragraph),
    /// A note set apart from the text.
    Note(Note),
    /// Terms with what they mean.
    Definitions(Vec<Definition>),
    /// A question with the room for its answer.
    Question(Box<Question>),
    /// Blocks under one condition.
    Group(Group),
    /// A group of blanks that is no question: who replies, who signs.
    Panel(Panel),
    /// A value that follows from answers.
    Outcome(Outcome),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
    /// What follows begins on a new page, where there are pages.
    PageStart,
}

/// The head of the first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Masthead {
    /// What stands over the title where a line begins, such as the category.
    pub kicker: Option<Line>,
    /// What stands over the title where a line ends, such as the symbol.
    pub symbol: Option<Line>,
    /// The title.
    pub title: Line,
    /// Lines under the title, such as the mandate.
    pub under: Vec<Line>,
    /// How far the document has come, if it is not final.
    pub status: Option<Line>,
}

/// A label with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The label.
    pub label: Line,
    /// What belongs to it.
    pub value: Prose,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Its level: 1 under the title, 2 under that, and so on.
    pub level: u8,
    /// Its number without a full stop.
    pub number: Option<String>,
    /// Its words.
    pub text: Line,
    /// Where references to it lead.
    pub anchor: String,
    /// Provisions that stand behind it, in small print.
    pub cites: Option<Line>,
}

/// A paragraph with a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its number without a full stop.
    pub number: String,
    /// Where references to it lead.
    pub anchor: String,
    /// Its words.
    pub text: Prose,
    /// The questions it draws on.
    pub sources: Vec<Source>,
}

/// A question that a paragraph, table or chart draws on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The question's id.
    pub question: String,
    /// Its reference in print, with its id for those who work with the data.
    pub words: Line,
}

/// A note set apart from the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What kind of note it says it is, such as `Note`.
    pub label: Option<Line>,
    /// Its words.
    pub text: Prose,
}

/// A term with what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// Where references to it lead.
    pub anchor: String,
    /// The term.
    pub term: Line,
    /// What it means.
    pub means: Prose,
    /// What it does not cover, after the words that say so.
    pub excludes: Option<(Line, Prose)>,
    /// Where the meaning comes from.
    pub source: Option<Line>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footnote {
    /// Its mark: a number in the body, a letter in a table.
    pub mark: String,
    /// Where its marks lead.
    pub anchor: String,
    /// Its words.
    pub text: Prose,
}

impl Direction {
    /// The direction of a language, given as a BCP 47 tag. Of the official languages only Arabic runs from right to left.
    pub fn of(language: &str) -> Self {
        let primary = language.split('-').next().unwrap_or_default();
        if ["ar", "fa", "he", "ur"].contains(&primary) { Self::RightToLeft } else { Self::LeftToRight }
    }
}
