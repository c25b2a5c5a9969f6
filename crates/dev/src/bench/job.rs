//! What is measured.

use std::path::PathBuf;
use std::process::Command;

use super::chain;
use crate::failure::Failure;
use crate::project::{self, at, built, target};
use crate::run::program;
use crate::tools::Python;

/// A whole program with its input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Job {
    /// `enquire check` on a chain of so many questions.
    Chain(usize),
    /// pyxform on the same chain as an `XLSForm`.
    Pyxform(usize),
    /// `enquire check` on the questionnaire on victim issues.
    CheckExample,
    /// `enquire build` on it.
    BuildExample,
}

impl Job {
    pub(super) const ALL: [Self; 6] = [
        Self::Chain(1_000),
        Self::Chain(2_000),
        Self::Chain(10_000),
        Self::Pyxform(2_000),
        Self::CheckExample,
        Self::BuildExample,
    ];

    pub(super) fn name(self) -> String {
        match self {
            Self::Chain(questions) => format!("`enquire check`, {questions} questions"),
            Self::Pyxform(questions) => format!("pyxform 4.5.0, {questions} questions"),
            Self::CheckExample => "`enquire check examples/victim_issues`".to_owned(),
            Self::BuildExample => "`enquire build examples/victim_issues`".to_owned(),
        }
    }

    /// Writes its input.
    pub(super) fn prepare(self) -> Result<(), Failure> {
        match self {
            Self::Chain(questions) => {
                project::write(&folder(questions).join("instrument.enq"), &chain::instrument(questions))
            }
            Self::Pyxform(questions) => project::write(&form(questions), &chain::xlsform(questions)),
            Self::CheckExample | Self::BuildExample => Ok(()),
        }
    }

    /// The command, with a Python that has pyxform.
    pub(super) fn command(self, python: &Python) -> Command {
        let mut command = program(target("release/enquire"));
        match self {
            Self::Chain(questions) => command.arg("check").arg(folder(questions)),
            Self::Pyxform(questions) => {
                command = python.command();
                command
                    .args(["-m", "pyxform.xls2xform", "--skip_validate"])
                    .arg(form(questions))
                    .arg(form(questions).with_extension("xml"))
            }
            Self::CheckExample => command.arg("check").arg(example()),
            Self::BuildExample => command.arg("build").arg(example()).arg("--out").arg(built("bench/outputs")),
        };
        command
    }
}

fn folder(questions: usize) -> PathBuf {
    built(&format!("bench/chain_{questions}"))
}

fn form(questions: usize) -> PathBuf {
    built(&format!("bench/chain_{questions}.csv"))
}

fn example() -> PathBuf {
    at("examples/victim_issues")
}
