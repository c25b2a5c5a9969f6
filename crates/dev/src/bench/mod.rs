//! `cargo xtask bench`: the speed of the tool, beside that of pyxform in the same run.

#[path = "../../../../benches/chain.rs"]
mod chain;
mod measure;
mod page;
mod target;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::project::{self, at, built};
use crate::run::{cargo, printed, program, run as run_command};
use crate::tools;
use measure::{Measure, median};
use target::Target;

/// How often a program is run, after once for nothing; the one in the middle counts.
const RUNS: usize = 9;
/// The same for pyxform, which takes seconds.
const RUNS_OF_PYXFORM: usize = 3;

/// What was measured.
#[derive(Debug)]
struct Results {
    /// `enquire check` on chains, with the number of questions.
    chains: Vec<(usize, Measure)>,
    /// pyxform on the chain of 2,000.
    pyxform: Measure,
    /// `enquire check` and `enquire build` on the questionnaire on victim issues.
    example: [(&'static str, Measure); 2],
    /// What the test of slips says of itself.
    slips: Vec<String>,
}

/// Measures, writes `docs/benchmarks.md`, and fails if a target is missed.
pub(crate) fn run() -> Result<(), Failure> {
    let results = measured()?;
    let targets = target::targets(&results);
    for target in &targets {
        eprintln!("{target}");
    }
    project::write(&at("docs/benchmarks.md"), &page::page(&results, &targets))?;
    let missed: Vec<String> = targets.iter().filter(|it| !it.is_met()).map(Target::to_string).collect();
    if missed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(missed.join("; "), "measure again on an idle machine, then find what became slower"))
}

fn measured() -> Result<Results, Failure> {
    run_command(cargo().args(["build", "--release", "--package", "enquire-cli"]))?;
    let python = tools::python("benches/requirements.txt")?;
    let mut chains = Vec::new();
    for questions in [1_000, 2_000, 10_000] {
        let folder = built(&format!("bench/chain_{questions}"));
        project::write(&folder.join("instrument.enq"), &chain::instrument(questions))?;
        chains.push((questions, median(RUNS, || enquire(&["check"], &folder))?));
    }
    let form = built("bench/chain_2000.csv");
    project::write(&form, &chain::xlsform(2_000))?;
    let pyxform = median(RUNS_OF_PYXFORM, || {
        let mut command = program(python.with_file_name("xls2xform"));
        command.arg("--skip_validate").arg(&form).arg(built("bench/chain_2000.xml"));
        command
    })?;
    Ok(Results { chains, pyxform, example: example()?, slips: slips()? })
}

fn example() -> Result<[(&'static str, Measure); 2], Failure> {
    let example = at("examples/victim_issues");
    let outputs = built("bench/outputs");
    let outputs = outputs.to_string_lossy();
    let check = median(RUNS, || enquire(&["check"], &example))?;
    let build = median(RUNS, || {
        // Nothing may be there already that need not be written again.
        let _ = fs::remove_dir_all(outputs.as_ref());
        enquire(&["build", "--out", &outputs], &example)
    })?;
    Ok([("check", check), ("build", build)])
}

fn enquire(arguments: &[&str], target: &PathBuf) -> Command {
    let mut command = program(at("target/release/enquire"));
    command.args(arguments).arg(target);
    command
}

/// The figures that the test of slips prints.
fn slips() -> Result<Vec<String>, Failure> {
    let mut test = cargo();
    test.args(["test", "--quiet", "--package", "enquire", "--test", "suite", "one_slip", "--", "--nocapture"]);
    let printed = printed(&mut test)
        .ok_or_else(|| Failure::new("the test of slips fails", "run `cargo xtask test --only tests`"))?;
    let lines = printed.lines().filter(|it| it.contains("slip") || it.contains("have one"));
    Ok(lines.take_while(|it| !it.contains("those with most")).map(str::to_owned).collect())
}
