//! `cargo xtask test`: the steps in order. The first that fails ends the run; a check that cannot be made has failed.

mod conformance;
mod suite;

use std::time::Instant;

use clap::ValueEnum;

use crate::failure::Failure;
use crate::generate;
use crate::run::{cargo, run as run_command};

/// A step, in the order in which they run. The tests are last, so that their closing lines end the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// The sources are laid out by rustfmt
    Layout,
    /// Clippy finds nothing
    Lints,
    /// The generated documents are as they would be generated
    Generated,
    /// The documents of the crates can be built
    Documentation,
    /// Tools of others take what is built from the examples
    Conformance,
    /// All tests, and no snapshot that no test reads
    Tests,
}

/// Runs all steps, or only one.
pub(crate) fn run(only: Option<Step>) -> Result<(), Failure> {
    let steps = only.as_ref().map_or(Step::value_variants(), std::slice::from_ref);
    let begun = Instant::now();
    for (number, step) in steps.iter().enumerate() {
        eprintln!("\n== {} of {}: {}", number + 1, steps.len(), step.heading());
        let begun = Instant::now();
        step.run()?;
        eprintln!("== passed in {} s", begun.elapsed().as_secs());
    }
    eprintln!("\n== passed: {} of {} steps, in {} s", steps.len(), steps.len(), begun.elapsed().as_secs());
    Ok(())
}

impl Step {
    fn heading(self) -> String {
        let value = self.to_possible_value();
        let help = value.as_ref().and_then(|it| it.get_help()).map(ToString::to_string).unwrap_or_default();
        format!("{help} (cargo xtask test --only {})", value.as_ref().map_or("", |it| it.get_name()))
    }

    fn run(self) -> Result<(), Failure> {
        match self {
            Self::Layout => {
                run_command(cargo().args(["fmt", "--all", "--check"])).map_err(|it| it.advising("run `cargo fmt`"))
            }
            Self::Lints => {
                run_command(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
                    .map_err(|it| it.advising("mend what clippy names above"))
            }
            Self::Generated => generate::check(),
            Self::Documentation => {
                run_command(cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
                    .map_err(|it| it.advising("mend what rustdoc names above"))
            }
            Self::Conformance => conformance::run_checks(),
            Self::Tests => suite::run(),
        }
    }
}
