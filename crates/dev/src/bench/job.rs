//! What is measured.

use std::path::PathBuf;
use std::process::Command;

use super::{chain, random};
use crate::failure::Failure;
use crate::project::{self, at, built, target};
use crate::run::program;
use crate::tools::Python;

/// A whole program with its input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Job {
    /// `enquire check` on a chain of so many questions.
    Chain(usize),
    /// `enquire check` on so many questions at random.
    Random(usize),
    /// pyxform on the same chain as an `XLSForm`.
    Pyxform(usize),
    /// The same, and then ODK Validate, which comes with pyxform and looks at the conditions.
    PyxformValidated(usize),
    /// `enquire check` on the questionnaire on victim issues.
    CheckExample,
    /// `enquire build` on it.
    BuildExample,
}

impl Job {
    pub(super) const ALL: [Self; 9] = [
        Self::Chain(1_000),
        Self::Chain(2_000),
        Self::Chain(10_000),
        Self::Random(1_000),
        Self::Random(10_000),
        Self::Pyxform(2_000),
        Self::PyxformValidated(2_000),
        Self::CheckExample,
        Self::BuildExample,
    ];

    pub(super) fn name(self) -> String {
        match self {
            Self::Chain(questions) => format!("`enquire check`, {questions} questions"),
            Self::Random(questions) => format!("`enquire check`, {questions} questions at random"),
            Self::Pyxform(questions) => format!("pyxform 4.5.0, {questions} questions"),
            Self::PyxformValidated(questions) => format!("pyxform 4.5.0 with ODK Validate, {questions} questions"),
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
            Self::Random(questions) => {
                project::write(&random_folder(questions).join("instrument.enq"), &random::instrument(questions))
            }
            Self::Pyxform(questions) | Self::PyxformValidated(questions) => {
                project::write(&form(questions), &chain::xlsform(questions))
            }
            Self::CheckExample | Self::BuildExample => Ok(()),
        }
    }

    /// The command, with a Python that has pyxform.
    pub(super) fn command(self, python: &Python) -> Command {
        let mut command = program(target("release/enquire"));
        match self {
            Self::Chain(questions) => command.arg("check").arg(folder(questions)),
            Self::Random(questions) => command.arg("check").arg(random_folder(questions)),
            Self::Pyxform(questions) => {
                command = pyxform(python, questions);
                command.arg("--skip_validate")
            }
            Self::PyxformValidated(questions) => {
                command = pyxform(python, questions);
                &mut command
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

fn random_folder(questions: usize) -> PathBuf {
    built(&format!("bench/random_{questions}"))
}

fn pyxform(python: &Python, questions: usize) -> Command {
    let mut command = python.command();
    command.args(["-m", "pyxform.xls2xform"]).arg(form(questions)).arg(form(questions).with_extension("xml"));
    command
}

fn form(questions: usize) -> PathBuf {
    built(&format!("bench/chain_{questions}.csv"))
}

fn example() -> PathBuf {
    at("examples/victim_issues")
}
