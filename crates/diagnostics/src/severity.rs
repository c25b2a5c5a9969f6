//! How bad a finding is.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How bad a finding is, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The instrument cannot be used as it is.
    Error,
    /// The instrument can be used, but is probably not what its author means. Can be acknowledged.
    Warning,
    /// Worth knowing; nothing needs to be done.
    Note,
    /// It could not be decided whether anything is wrong.
    Unknown,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Note, Self::Unknown];

    /// The word for it, as it stands in every output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Unknown => "unknown",
        }
    }

    /// Whether a finding of this severity may be acknowledged with a reason.
    pub fn can_be_acknowledged(self) -> bool {
        self == Self::Warning
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
