//! The report that is made of the replies.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, Mandate, Name, Source, Text};

/// A report: what it is called, how it counts, and its chapters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// Its id.
    pub id: Name,
    /// Its title.
    pub title: Text,
    /// Who asked for it.
    pub mandates: Vec<Mandate>,
    /// The symbol of the document, once it has one.
    pub symbol: Option<String>,
    /// Of whom shares are taken.
    pub denominator: Denominator,
    /// How respondents are grouped in tables.
    pub grouping: Option<Grouping>,
    /// Below how many replies no percentage is printed.
    pub guard: Option<u32>,
    /// When the words of a reply may be quoted.
    pub quotation: Quotation,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
    /// Where it was written.
    pub source: Source,
}

/// Of whom shares are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Denominator {
    /// All that replied.
    Replied,
    /// Those of whom the question was asked.
    Asked,
    /// Those that answered the question.
    #[default]
    Answered,
    /// All that were invited to reply.
    Addressed,
}

/// A grouping of respondents as it was on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Grouping {
    /// The table that says who belongs where.
    pub by: GroupingTable,
    /// The day.
    pub at: Option<Date>,
}

/// Tables of groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GroupingTable {
    /// The regional groups of Member States.
    RegionalGroups,
    /// The regions of the United Nations statistical standard M49.
    M49Regions,
    /// The classes of respondents of the instrument.
    RespondentClasses,
}

/// When the words of a reply may be quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Quotation {
    /// Never.
    Never,
    /// When the respondent has agreed.
    #[default]
    WithConsent,
    /// Always.
    Always,
}

/// A chapter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Chapter {
    /// Its heading.
    pub title: Text,
    /// The aspect whose questions it draws on.
    pub aspect: Option<Name>,
    /// Whether it is divided by the sections of the instrument.
    pub by_section: bool,
    /// What the author wrote into it.
    pub items: Vec<ReportItem>,
}

/// A part of a chapter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportItem {
    /// A numbered paragraph, with blanks.
    Paragraph(Text),
    /// A sentence stem that counts respondents: `[number] States <words>`.
    Statement {
        /// The question.
        question: Name,
        /// The options that are counted; all answers if empty.
        choices: Vec<Name>,
        /// What those respondents reported, to follow the number of them.
        words: Text,
    },
    /// An empty table of the answers to a question.
    Table {
        /// The question.
        question: Name,
    },
    /// A chart of the answers to a question.
    Chart {
        /// The question.
        question: Name,
    },
}
