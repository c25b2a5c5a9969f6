//! What is known of a code before anything is checked.

use std::fmt;
use std::hash::{Hash, Hasher};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Severity;

/// A rule of the language or of good questionnaires, known by its code.
#[derive(Clone, Copy)]
pub struct Rule {
    /// The code, in kebab-case: `duplicate-name`. It is never given to another rule.
    pub code: &'static str,
    /// How bad a breach is, unless the finding says otherwise.
    pub severity: Severity,
    /// What the rule is about.
    pub area: Area,
    /// The meaning in one line.
    pub title: &'static str,
    /// The page that explains it, in Markdown.
    pub page: &'static str,
}

impl Rule {
    /// Where the page is, from the root of the project's documents.
    pub fn docs(&self) -> String {
        format!("docs/findings/{}.md", self.code)
    }

    /// What the rule means for an instrument's author: the first paragraph of the page.
    pub fn meaning(&self) -> String {
        let paragraph = self.page.split("\n\n").nth(2).unwrap_or(self.title);
        paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

impl Hash for Rule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rule({})", self.code)
    }
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Area {
    /// Files and folders.
    Files,
    /// How a text is written.
    Syntax,
    /// Ids, clauses and what they refer to.
    Names,
    /// Values and what can be done with them.
    Types,
    /// Who is asked what, and in which order.
    Flow,
    /// Standards and their provisions.
    Standards,
    /// Languages and scripts.
    Languages,
    /// Texts and what is inserted in them.
    Texts,
    /// What makes a questionnaire good.
    Quality,
    /// Acknowledgements of warnings.
    Acknowledgements,
    /// Replies and what is answered in them.
    Replies,
}

impl Area {
    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Syntax => "syntax",
            Self::Names => "names",
            Self::Types => "types",
            Self::Flow => "flow",
            Self::Standards => "standards",
            Self::Languages => "languages",
            Self::Texts => "texts",
            Self::Quality => "quality",
            Self::Acknowledgements => "acknowledgements",
            Self::Replies => "replies",
        }
    }

    /// The stage of the work in which a breach is found.
    pub fn phase(self) -> Phase {
        match self {
            Self::Files => Phase::Read,
            Self::Syntax => Phase::Parse,
            Self::Names => Phase::Lower,
            Self::Types
            | Self::Flow
            | Self::Standards
            | Self::Languages
            | Self::Texts
            | Self::Quality
            | Self::Acknowledgements
            | Self::Replies => Phase::Check,
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A stage of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// The files are read.
    Read,
    /// The texts are taken apart into declarations and clauses.
    Parse,
    /// Names are resolved.
    Lower,
    /// The instrument as a whole is checked.
    Check,
}
