//! `rules.json`: what stands behind each path of a schema, in sentences for people, and what the schemas cannot say.
//!
//! A validator answers with a path such as `dependentSchemas/instrument/allOf/7/then/required`. The rule book says which rule of
//! replies that is, by the same code as the reply checker, with a sentence, and where in the sources the rule was written.

mod book;
mod general;
mod paths;
mod sentence;

use enquire_model::{Expression, Instrument, Source};
use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Labels;
use crate::output::{published, to_text, to_value};

/// The version of the format of `rules.json`.
const RULES_VERSION: &str = "1.0";

/// The rules of replies to an instrument, and where its schemas say them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleBook {
    /// The version of this format.
    pub format_version: String,
    /// Id and version of the instrument, as replies name it.
    pub instrument: String,
    /// The rules. `reply` and `form` say by their positions, counted from 0, which stands where.
    pub rules: Vec<ReplyRule>,
    /// By path in `reply.schema.json`, without `#/` and from the last `$ref` on: the position of the rule. The rule of a path is that
    /// of the longest one here with which it begins.
    pub reply: IndexMap<String, usize>,
    /// The same for `form.<lang>.schema.json`, for its rules across answers.
    pub form: IndexMap<String, usize>,
    /// Rules that schemas hold in part or not at all. A reply that breaks one of them can pass the schema; no valid reply is refused.
    pub left_out: Vec<LeftOut>,
}

/// A rule of replies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplyRule {
    /// The code of the finding about a reply that breaks it.
    pub rule: String,
    /// What it is about: the id of a question, `record.field`, `question.column`, `check`, or a part of a reply.
    pub subject: String,
    /// The rule as the author wrote it, or in short.
    pub says: String,
    /// What to tell people, by language.
    pub text: IndexMap<String, String>,
    /// Where it was written, if an author wrote it.
    pub source: Option<Source>,
}

/// A rule of replies that schemas cannot say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// The rule.
    #[serde(flatten)]
    pub rule: ReplyRule,
    /// Why.
    pub reasons: Vec<String>,
    /// Which schemas leave it out.
    pub schemas: Vec<SchemaKind>,
}

/// A schema of the replies to an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SchemaKind {
    /// `reply.schema.json`
    Reply,
    /// `form.<lang>.schema.json`
    Form,
}

/// How conditions, all of which have to hold, are put in words, such as `If you answered “Yes” to question 4`. For none there are
/// no words.
pub type InWords<'w> = dyn Fn(&[&Expression]) -> Option<String> + 'w;

/// The rule book of `instrument` with the words of `labels`, which have to be of the same instrument.
pub fn rule_book(instrument: &Instrument, labels: &Labels, in_words: &InWords) -> RuleBook {
    book::Book::new(instrument, labels, in_words).finish()
}

/// The text of `rules.json`.
pub fn rule_book_json(instrument: &Instrument, labels: &Labels, in_words: &InWords) -> String {
    to_text(&to_value(&rule_book(instrument, labels, in_words)))
}

/// The JSON Schema (2020-12) of `rules.json`.
pub fn rule_book_schema() -> Value {
    published(schemars::schema_for!(RuleBook).to_value(), &format!("urn:enquire:schema:rules:{RULES_VERSION}"))
}
