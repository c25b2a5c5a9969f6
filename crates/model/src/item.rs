//! What an instrument is made of from top to bottom: sections, questions, notes, conditions, checks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Answer, AttachmentPolicy, Citation, Expression, Name, Source, Text};

/// A part of an instrument, in the order of print.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// A section with a heading.
    Section(Section),
    /// A question.
    Question(Box<Question>),
    /// A note to the respondent.
    Note(Note),
    /// Items that are asked only when a condition holds.
    When(When),
    /// A value worked out from answers.
    Computed(Computed),
    /// A check across answers.
    Check(Check),
}

/// A section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// Its id.
    pub id: Name,
    /// Its heading.
    pub title: Text,
    /// The provisions it is about: those of its questions that cite none.
    pub cites: Vec<Citation>,
    /// A text under the heading.
    pub guidance: Option<Text>,
    /// Whether those who fill in the section are asked who they are.
    pub contributors: Contributors,
    /// Footnotes that its texts mark.
    pub footnotes: Vec<Footnote>,
    /// What is in it.
    pub items: Vec<Item>,
    /// Where it was written.
    pub source: Source,
}

/// How a section asks who filled it in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Contributors {
    /// It does not.
    #[default]
    Off,
    /// With name, body, telephone and e-mail.
    On,
    /// With a record of the author's.
    Record(Name),
}

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// Its id, the key of its answer in every reply.
    pub id: Name,
    /// Its words.
    pub wording: Text,
    /// The provisions it is about; empty if it stands for those of its section.
    pub cites: Vec<Citation>,
    /// The aspect it serves.
    pub aspect: Option<Name>,
    /// What can be answered.
    pub answer: Answer,
    /// Whether an answer is expected.
    pub required: Requirement,
    /// Its own condition, beside those of the `when` blocks and questions it stands in.
    pub when: Option<Expression>,
    /// A text under the question.
    pub guidance: Option<Text>,
    /// An example of an answer.
    pub example: Option<Text>,
    /// Footnotes that its texts mark.
    pub footnotes: Vec<Footnote>,
    /// The codes of the declared non-responses that may be given.
    pub nonresponses: Vec<Name>,
    /// Whether there is space for a comment.
    pub comment: bool,
    /// What may be attached.
    pub attachments: AttachmentPolicy,
    /// Checks written with the question.
    pub checks: Vec<Check>,
    /// Whether a report may not tie the answer to the State that gave it.
    pub confidential: bool,
    /// Its ids in earlier versions.
    pub was: Vec<Name>,
    /// Earlier questions that it was split from or merged of.
    pub replaces: Vec<Name>,
    /// Whether answers compare with those to the earlier wording.
    pub comparable: Option<Comparability>,
    /// The pattern it was expanded from.
    pub origin: Option<PatternOrigin>,
    /// Sub-questions.
    pub items: Vec<Item>,
    /// Where it was written.
    pub source: Source,
}

/// Whether an answer is expected of somebody who is asked.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// It is not.
    #[default]
    Never,
    /// It is.
    Always,
    /// It is when the condition holds.
    When(Expression),
}

/// Whether answers to a reworded question compare with earlier ones, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Comparability {
    /// Whether.
    pub comparable: Comparable,
    /// Why.
    pub reason: String,
}

/// Whether answers compare with earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Comparable {
    /// They do.
    Yes,
    /// With care.
    WithCare,
    /// They do not.
    No,
}

/// The pattern a question was expanded from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PatternOrigin {
    /// The pattern.
    pub pattern: Name,
    /// The prefix given by `as`, if any.
    pub prefix: Option<Name>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Footnote {
    /// The name by which texts mark it.
    pub name: Name,
    /// Its text.
    pub text: Text,
}

/// A note to the respondent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// Its text.
    pub text: Text,
}

/// Items under a condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct When {
    /// The condition.
    pub condition: Expression,
    /// What is asked when it holds.
    pub items: Vec<Item>,
}

/// A value worked out from answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Computed {
    /// Its id.
    pub id: Name,
    /// What it is called in print.
    pub label: Text,
    /// How it is worked out.
    pub value: Expression,
    /// Where it was written.
    pub source: Source,
}

/// A check: it speaks when its condition holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Check {
    /// Whether a reply in which it speaks is mistaken, or has to be confirmed.
    pub weight: Weight,
    /// When it speaks.
    pub condition: Expression,
    /// What it says.
    pub message: Text,
    /// Where it was written.
    pub source: Source,
}

/// What it means that a check speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// `check`: the reply is mistaken.
    Error,
    /// `warn`: the respondent is asked to confirm.
    Warning,
}

/// A question with the sections, conditions and question above it, as [`Instrument::questions`](crate::Instrument::questions) hands it out.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The question.
    pub question: &'a Question,
    /// The sections it is in, outermost first.
    pub sections: Vec<&'a Section>,
    /// The conditions under which it is asked, outermost first, its own last. All have to hold.
    pub conditions: Vec<&'a Expression>,
    /// The question it is a sub-question of.
    pub parent: Option<&'a Question>,
    /// The provisions it is about: its own, else those of the nearest question above it, else those of the innermost section
    /// that cites some.
    pub cites: &'a [Citation],
}
