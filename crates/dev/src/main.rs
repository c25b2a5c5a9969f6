//! The chores of the project: `cargo xtask test`, `cargo xtask generate`, `cargo xtask bench`.

mod bench;
mod failure;
mod generate;
mod project;
mod run;
mod test;
mod tools;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The chores of the project.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Everything that CI runs; installs what the outside checks need
    Test {
        /// Only this step
        #[arg(long, value_name = "STEP")]
        only: Option<test::Step>,
    },
    /// Write the documents that are made from the code
    Generate {
        /// Write nothing, and fail if a document is not as it would be written
        #[arg(long)]
        check: bool,
    },
    /// Measure the speed of the tool beside that of pyxform, and write docs/benchmarks.md
    Bench,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().chore {
        Chore::Test { only } => test::run(only),
        Chore::Generate { check: false } => generate::write(),
        Chore::Generate { check: true } => generate::check(),
        Chore::Bench => bench::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}
