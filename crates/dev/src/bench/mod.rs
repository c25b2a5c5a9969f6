//! `cargo xtask bench`: the speed of the tool, beside that of pyxform in the same run.

#[path = "../../../../benches/chain.rs"]
mod chain;
mod job;
mod measure;
mod page;
#[path = "../../../../benches/random.rs"]
mod random;
mod target;

use crate::failure::Failure;
use crate::project::{self, at};
use crate::run::{cargo, printed, run as run_command};
use crate::tools;
use job::Job;
use measure::{Measure, once};
use target::Target;

/// How often every job is run, after once for nothing. They take turns, so that a busy spell of the machine meets all alike.
const ROUNDS: usize = 15;

/// What was measured.
#[derive(Debug)]
struct Results {
    /// The least time and the most memory of each job.
    jobs: Vec<(Job, Measure)>,
    /// What the test of slips says of itself.
    slips: Vec<String>,
}

impl Results {
    fn of(&self, job: Job) -> Option<Measure> {
        self.jobs.iter().find(|(it, _)| *it == job).map(|(_, measure)| *measure)
    }
}

/// Measures, writes `docs/benchmarks.md`, and fails if a target is missed.
pub(crate) fn run() -> Result<(), Failure> {
    run_command(cargo().args(["build", "--release", "--package", "enquire-cli"]))?;
    let results = Results { jobs: rounds()?, slips: slips()? };
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

fn rounds() -> Result<Vec<(Job, Measure)>, Failure> {
    let python = tools::Python::with("benches/requirements.txt")?;
    tools::java()?;
    for job in Job::ALL {
        job.prepare()?;
        once(&mut job.command(&python))?;
    }
    let mut runs = Job::ALL.map(|job| (job, Vec::new()));
    for round in 1..=ROUNDS {
        eprintln!("round {round} of {ROUNDS}");
        for (job, measures) in &mut runs {
            measures.push(once(&mut job.command(&python))?);
        }
    }
    Ok(runs.into_iter().map(|(job, measures)| (job, Measure::best(&measures))).collect())
}

/// The figures that the test of slips prints.
fn slips() -> Result<Vec<String>, Failure> {
    let mut test = cargo();
    test.args(["test", "--quiet", "--package", "enquire", "--test", "suite", "one_slip", "--", "--nocapture"]);
    let printed = printed(&mut test)
        .ok_or_else(|| Failure::new("the test of slips fails", "run `cargo xtask test --only tests`"))?;
    let lines = printed.lines().skip_while(|it| !it.contains(" slips, "));
    Ok(lines.take_while(|it| !it.starts_with("those with most")).map(str::to_owned).collect())
}
