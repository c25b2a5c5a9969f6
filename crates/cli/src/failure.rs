//! Failures of the program, as opposed to findings about an instrument.

use std::io;
use std::path::Path;

use crate::exit::Exit;

/// Why a command could not do its work, and what to do about it.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(crate) struct Failure {
    message: String,
    help: String,
    exit: Exit,
}

impl Failure {
    /// The command was asked for something that it cannot do.
    pub(crate) fn wrong_use(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into(), exit: Exit::WrongUse }
    }

    /// A file or folder could not be read or written: `cannot write to out/: permission denied`.
    pub(crate) fn of_files(attempt: &str, path: &Path, cause: &io::Error, help: &str) -> Self {
        let message = format!("cannot {attempt} `{}`: {}", path.display(), in_words(cause));
        Self { message, help: help.to_owned(), exit: Exit::NotDone }
    }

    /// Something else went wrong in the world around.
    pub(crate) fn not_done(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into(), exit: Exit::NotDone }
    }

    /// What to do.
    pub(crate) fn help(&self) -> &str {
        &self.help
    }

    /// How the run ends.
    pub(crate) fn exit(&self) -> Exit {
        self.exit
    }
}

/// What the operating system says, as part of a sentence: in small letters and without the number of the error.
pub(crate) fn in_words(cause: &io::Error) -> String {
    let text = cause.to_string();
    let words = text.split(" (os error").next().unwrap_or(&text);
    let mut chars = words.chars();
    chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_words_fit_into_a_sentence() {
        let cause = io::Error::from_raw_os_error(2);
        assert!(!in_words(&cause).contains("os error"));
        assert!(in_words(&cause).starts_with(char::is_lowercase));
        assert_eq!(in_words(&io::Error::other("Disk full")), "disk full");
    }
}
