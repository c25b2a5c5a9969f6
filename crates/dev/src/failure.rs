//! Why a chore could not be done, and what to do about it.

use std::path::Path;

/// What went wrong, in full sentences without the last full stop.
#[derive(Debug, thiserror::Error)]
#[error("Failed: {what}.\nWhat to do: {advice}.")]
pub(crate) struct Failure {
    what: String,
    advice: String,
}

impl Failure {
    pub(crate) fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { what: what.into(), advice: advice.into() }
    }

    /// A file or folder that cannot be read or written.
    pub(crate) fn of_path(path: &Path, cause: &std::io::Error) -> Self {
        Self::new(format!("{}: {cause}", path.display()), "see that it is there and that you may read and write it")
    }

    /// The same failure with more fitting advice.
    pub(crate) fn advising(self, advice: impl Into<String>) -> Self {
        Self { advice: advice.into(), ..self }
    }
}
