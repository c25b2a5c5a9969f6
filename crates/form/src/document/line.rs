//! Words in a line, and passages of lines.

use serde::{Deserialize, Serialize};

/// Words in a line, with their markup.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Line(pub Vec<Run>);

/// Passages one under the other.
pub type Prose = Vec<Passage>;

/// A paragraph or list of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Passage {
    /// A paragraph.
    Paragraph(Line),
    /// A list; each item is a text of its own.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Prose>,
    },
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Run {
    /// Plain words.
    Words(String),
    /// Emphasis, printed in italics.
    Emphasis(Line),
    /// Strong emphasis, printed in bold.
    Strong(Line),
    /// A reference to another place of the document.
    Reference {
        /// What is printed, such as `question 4`.
        words: String,
        /// The anchor it leads to.
        anchor: String,
    },
    /// A term, tied to its definition.
    Term {
        /// What is printed.
        words: String,
        /// The anchor of the definition.
        anchor: String,
    },
    /// A place to be filled in, with what belongs there.
    Blank(String),
    /// The mark of a footnote.
    Mark {
        /// The mark.
        mark: String,
        /// The anchor of the footnote.
        anchor: String,
    },
    /// Bracketed alternatives of a draft.
    Alternatives(Vec<Line>),
    /// An address on the web.
    Link(String),
    /// A new line within a paragraph.
    Break,
}

impl Line {
    /// A line of plain words.
    pub fn words(words: impl Into<String>) -> Self {
        Self(vec![Run::Words(words.into())])
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds `other` at the end. Plain words that meet are joined into one run.
    pub fn push(&mut self, other: impl Into<Self>) {
        for run in other.into().0 {
            if let (Run::Words(next), Some(Run::Words(last))) = (&run, self.0.last_mut()) {
                last.push_str(next);
            } else {
                self.0.push(run);
            }
        }
    }

    /// The words without markup, for places that cannot carry any. A blank stands in square brackets, a mark is left out.
    pub fn plain(&self) -> String {
        let mut words = String::new();
        for run in &self.0 {
            run.write_plain(&mut words);
        }
        words
    }
}

impl Run {
    fn write_plain(&self, words: &mut String) {
        match self {
            Self::Words(text) | Self::Link(text) => words.push_str(text),
            Self::Reference { words: text, .. } | Self::Term { words: text, .. } => {
                words.push_str(text);
            }
            Self::Emphasis(line) | Self::Strong(line) => words.push_str(&line.plain()),
            Self::Blank(label) => {
                words.push('[');
                words.push_str(label);
                words.push(']');
            }
            Self::Alternatives(lines) => {
                let all: Vec<String> = lines.iter().map(|line| format!("[{}]", line.plain())).collect();
                words.push_str(&all.join(" "));
            }
            Self::Mark { .. } => {}
            Self::Break => words.push(' '),
        }
    }
}

impl From<&str> for Line {
    fn from(words: &str) -> Self {
        Self::words(words)
    }
}

impl From<String> for Line {
    fn from(words: String) -> Self {
        Self::words(words)
    }
}

impl From<Run> for Line {
    fn from(run: Run) -> Self {
        Self(vec![run])
    }
}

impl From<Line> for Passage {
    fn from(line: Line) -> Self {
        Self::Paragraph(line)
    }
}
