//! A reply to an instrument: who answers, and the answers keyed by question.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Date;

/// A reply. Answers are flat and keyed by question id, so that moving a question moves no data.
///
/// An absent key is *not asked* or *unanswered*; a declared non-response is its code.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Reply {
    /// Id and version of the instrument, such as `victim_issues/1.0.0`.
    pub instrument: String,
    /// Who replies.
    pub respondent: Respondent,
    /// The day for which the reply speaks.
    pub as_at: Date,
    /// The language it is written in, as a BCP 47 tag.
    pub language: String,
    /// The round of collection, counted from 1.
    pub round: u32,
    /// Who filled in which section.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributors: Vec<Contributor>,
    /// The answers by question id, in the shapes that `reply.schema.json` gives.
    pub answers: IndexMap<String, serde_json::Value>,
    /// Comments by question id; comments on the instrument have the key `instrument`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub comments: IndexMap<String, String>,
    /// Files by question id.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub attachments: IndexMap<String, Vec<Attachment>>,
    /// Links by question id, instead of files or beside them: addresses in full, such as `https://www.un.org`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub links: IndexMap<String, Vec<String>>,
}

/// Who replies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Respondent {
    /// The class, one of those that the instrument asks.
    pub class: String,
    /// A Member State's ISO 3166-1 alpha-3 code, or the name of an organization.
    pub name: String,
    /// The contact, in the shape of the instrument's contact record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<serde_json::Value>,
    /// The signature, in the shape of the instrument's sign-off record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_off: Option<serde_json::Value>,
}

/// Somebody who filled in a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contributor {
    /// The section.
    pub section: String,
    /// Who it was, in the shape of the section's contributor record.
    pub person: serde_json::Value,
}

/// A file sent along with a reply. The file itself stands beside the reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attachment {
    /// The file's name.
    pub name: String,
    /// Its media type, such as `application/pdf`.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}
