//! The shape of the JSON that other programs rely on. A key that is here stays; new keys may come.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{Applicability, Area, Phase, Severity, Summary, Tally};

/// The findings of one run of the tool.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Findings of Enquire")]
pub(super) struct Document<'a> {
    /// The version of this contract, `MAJOR.MINOR`. A reader takes any minor version and refuses another major one.
    pub(super) format_version: &'a str,
    /// Always `enquire`.
    pub(super) tool: &'a str,
    /// The version of the tool.
    pub(super) version: &'a str,
    pub(super) summary: &'a Summary,
    /// Of replies: what came of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) replies: Option<&'a Tally>,
    /// In the order of files and places.
    pub(super) diagnostics: Vec<Finding<'a>>,
}

/// A line of the `jsonl` form.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub(super) enum Line<'a> {
    /// The first line.
    Start {
        /// The version of this contract.
        format_version: &'a str,
        /// Always `enquire`.
        tool: &'a str,
        /// The version of the tool.
        version: &'a str,
    },
    /// A finding.
    Diagnostic(Box<Finding<'a>>),
    /// Of replies: what came of them.
    Replies(&'a Tally),
    /// The last line.
    Summary(&'a Summary),
}

/// A finding.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Diagnostic")]
pub(super) struct Finding<'a> {
    /// The code of the rule, in kebab-case.
    pub(super) code: &'a str,
    pub(super) severity: Severity,
    pub(super) area: Area,
    pub(super) phase: Phase,
    /// The rule in one line, the same for every finding of the code.
    pub(super) title: &'a str,
    /// What is wrong here.
    pub(super) message: &'a str,
    /// The id of the declaration that it concerns; of a finding about a reply the id of the question.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) element: Option<&'a str>,
    /// Of a finding about a reply: the JSON pointer (RFC 6901) to what is wrong. What is missing is pointed to in its parent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pointer: Option<&'a str>,
    /// The smallest text that is wrong.
    pub(super) primary: Label<'a>,
    /// Other places to look at, possibly in other files.
    pub(super) labels: Vec<Label<'a>>,
    /// What is worth knowing.
    pub(super) notes: &'a [String],
    /// What to do next.
    pub(super) help: &'a [String],
    /// Repairs on offer.
    pub(super) fixes: Vec<Fix<'a>>,
    /// Where the page about the code is.
    pub(super) docs_url: String,
    /// Stays the same while other things change; no two findings of a run have the same.
    pub(super) fingerprint: String,
    /// Present if the author accepts the finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) acknowledged: Option<Acknowledged<'a>>,
}

/// The author's word that a warning is meant to be so.
#[derive(Serialize, JsonSchema)]
pub(super) struct Acknowledged<'a> {
    /// Why.
    pub(super) reason: &'a str,
}

/// A place and what is to be seen there.
#[derive(Serialize, JsonSchema)]
pub(super) struct Label<'a> {
    #[serde(flatten)]
    pub(super) location: Location<'a>,
    /// What is to be seen there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) label: Option<&'a str>,
}

/// A stretch of text in a file.
#[derive(Serialize, JsonSchema)]
pub(super) struct Location<'a> {
    /// The path of the file.
    pub(super) path: &'a str,
    /// The version in which the file stood, if it is not the present one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) version: Option<&'a str>,
    pub(super) start: Point,
    /// The place after the last character.
    pub(super) end: Point,
}

/// A place in a file.
#[derive(Serialize, JsonSchema)]
pub(super) struct Point {
    /// Bytes from the beginning of the file, counted from 0.
    pub(super) offset: u32,
    /// The line, counted from 1.
    pub(super) line: u32,
    /// The column in Unicode scalar values, counted from 1.
    pub(super) column: u32,
    /// The column in UTF-16 code units, counted from 1.
    pub(super) utf16_column: u32,
}

/// A repair that a program can make. Its edits are made all or none.
#[derive(Serialize, JsonSchema)]
pub(super) struct Fix<'a> {
    /// What the repair does.
    pub(super) title: &'a str,
    pub(super) applicability: Applicability,
    pub(super) edits: Vec<Edit<'a>>,
}

/// Some text in place of another.
#[derive(Serialize, JsonSchema)]
pub(super) struct Edit<'a> {
    #[serde(flatten)]
    pub(super) location: Location<'a>,
    /// What stands there instead.
    pub(super) replacement: &'a str,
}
