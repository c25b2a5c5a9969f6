//! Repairs that a program can make.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Span;

/// A repair of one finding: what it does, and the edits that do it. They are made all or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What the repair does, as an instruction: ``replace `maybe` with `yes` ``.
    pub title: String,
    /// Who may decide that it is made.
    pub applicability: Applicability,
    /// The edits, in any order, none overlapping another.
    pub edits: Vec<Edit>,
}

/// Some text in place of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty where something is inserted.
    pub span: Span,
    /// What stands there instead; empty where something is deleted.
    pub replacement: String,
}

/// Who may decide that a fix is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// The instrument means the same afterwards.
    Safe,
    /// The instrument may mean something else afterwards: a person decides.
    Unsafe,
    /// The author still has to write some words in it.
    Placeholder,
}

impl Applicability {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
            Self::Placeholder => "placeholder",
        }
    }
}

impl Fix {
    /// A fix that keeps the meaning.
    pub fn safe(title: impl Into<String>) -> Self {
        Self::new(title, Applicability::Safe)
    }

    /// A fix that may change the meaning.
    pub fn unsafe_(title: impl Into<String>) -> Self {
        Self::new(title, Applicability::Unsafe)
    }

    /// A fix that leaves words to be written.
    pub fn placeholder(title: impl Into<String>) -> Self {
        Self::new(title, Applicability::Placeholder)
    }

    fn new(title: impl Into<String>, applicability: Applicability) -> Self {
        Self { title: title.into(), applicability, edits: Vec::new() }
    }

    /// Adds an edit.
    #[must_use]
    pub fn with_edit(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.edits.push(Edit { span, replacement: replacement.into() });
        self
    }
}
