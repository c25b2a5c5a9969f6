//! Texts for people: paragraphs, lists and what may stand inside a line.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Name, Place, ProvisionRef};

/// A text in the source language, as written and as understood.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Text {
    /// The author's text with its markup, indentation removed and pattern parameters filled in. A translation is of this text.
    pub source: String,
    /// The same text, taken apart.
    pub blocks: Vec<Block>,
    /// Where it was written.
    #[serde(skip)]
    pub place: Place,
}

/// A part of a text that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// Each item is a text of its own.
        items: Vec<Vec<Block>>,
    },
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Plain words.
    Words(String),
    /// Emphasis, printed in italics.
    Emphasis(Vec<Inline>),
    /// Strong emphasis, printed in bold.
    Strong(Vec<Inline>),
    /// A reference that prints as a number and words.
    Reference(Reference),
    /// What was answered to an earlier question.
    Answer(Name),
    /// A place in a report that is filled in by hand, with what belongs there.
    Blank(String),
    /// The mark of a footnote of the same question or section.
    Footnote(Name),
    /// Bracketed alternatives of a draft.
    Alternatives(Vec<Vec<Inline>>),
    /// An address on the web.
    Link(String),
    /// A new line within a paragraph.
    Break,
}

/// What a text can refer to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// A question or computed value.
    Question(Name),
    /// A section.
    Section(Name),
    /// A provision of a standard that the instrument uses.
    Provision {
        /// The short name that the instrument gives to the standard.
        standard: Name,
        /// The provision.
        provision: ProvisionRef,
    },
    /// A term, and the form of it that the sentence needs.
    Term {
        /// The term.
        term: Name,
        /// The words to print; the term's own if absent.
        form: Option<String>,
    },
}

impl Text {
    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Every part of a line, in reading order, those inside emphasis and alternatives included.
    pub fn inlines(&self) -> Vec<&Inline> {
        let mut found = Vec::new();
        for block in &self.blocks {
            collect_block(block, &mut found);
        }
        found
    }

    /// The words on one line, with every reference printed by `print`; footnote marks and blanks leave nothing.
    pub fn on_one_line(&self, print: &dyn Fn(&Inline) -> String) -> String {
        let mut line = String::new();
        for block in &self.blocks {
            write_block(block, print, &mut line);
        }
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn collect_block<'a>(block: &'a Block, found: &mut Vec<&'a Inline>) {
    match block {
        Block::Paragraph(line) => collect_inlines(line, found),
        Block::List { items, .. } => items.iter().flatten().for_each(|inner| collect_block(inner, found)),
    }
}

fn collect_inlines<'a>(line: &'a [Inline], found: &mut Vec<&'a Inline>) {
    for part in line {
        found.push(part);
        match part {
            Inline::Emphasis(inner) | Inline::Strong(inner) => collect_inlines(inner, found),
            Inline::Alternatives(all) => all.iter().for_each(|inner| collect_inlines(inner, found)),
            Inline::Words(_)
            | Inline::Reference(_)
            | Inline::Answer(_)
            | Inline::Blank(_)
            | Inline::Footnote(_)
            | Inline::Link(_)
            | Inline::Break => {}
        }
    }
}

fn write_block(block: &Block, print: &dyn Fn(&Inline) -> String, line: &mut String) {
    match block {
        Block::Paragraph(parts) => write_inlines(parts, print, line),
        Block::List { items, .. } => items.iter().flatten().for_each(|inner| write_block(inner, print, line)),
    }
    line.push(' ');
}

fn write_inlines(parts: &[Inline], print: &dyn Fn(&Inline) -> String, line: &mut String) {
    for part in parts {
        match part {
            Inline::Words(words) => line.push_str(words),
            Inline::Emphasis(inner) | Inline::Strong(inner) => write_inlines(inner, print, line),
            Inline::Alternatives(all) => {
                for inner in all {
                    line.push_str(" [");
                    write_inlines(inner, print, line);
                    line.push(']');
                }
            }
            Inline::Reference(_) | Inline::Answer(_) => line.push_str(&print(part)),
            Inline::Link(address) => line.push_str(address),
            Inline::Blank(_) | Inline::Footnote(_) => {}
            Inline::Break => line.push(' '),
        }
    }
}

impl Text {
    /// A text of plain words.
    pub fn words(words: &str) -> Self {
        Self {
            source: words.to_owned(),
            blocks: vec![Block::Paragraph(vec![Inline::Words(words.to_owned())])],
            place: Place::default(),
        }
    }
}
