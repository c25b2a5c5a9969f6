//! `docs/benchmarks.md`.

use std::fs;

use super::job::Job;
use super::measure::Measure;
use super::target::Target;
use super::{ROUNDS, Results};

/// The page that tells the results.
pub(super) fn page(results: &Results, targets: &[Target]) -> String {
    let targets: Vec<String> = targets.iter().map(target_row).collect();
    let jobs: Vec<String> = results.jobs.iter().map(|(job, measure)| job_row(*job, *measure)).collect();
    let slips: Vec<String> = results.slips.iter().map(|it| format!("- {it}")).collect();
    format!(
        "\
<!-- Written by `cargo xtask bench`. -->

# Benchmarks

`cargo xtask bench` measures this and writes this page. Whole programs are measured, from start to end: the release
build of `enquire`, and pyxform converting the same form, with and without ODK Validate, the Java program behind it. They take
turns; times are the least of {ROUNDS} rounds after one that is not counted, and memory is the most of all rounds. Machine:
{machine}.

| target | measured | at most | |
|---|---|---|---|
{targets}

| | time | memory |
|---|---|---|
{jobs}

The questions are a chain: each is asked only if the one before is answered with yes (`benches/chain.rs`), so that each
depends on all before it. Those at random (`benches/random.rs`) have a condition on three in ten, of up to four answers out of one
twentieth of all. pyxform runs ODK Validate in a process of its own, whose memory is not counted. `cargo bench --package enquire-dev` measures the stages one by one.

## Errors for one slip

The instruments of `examples` and of the suite, with one token left out, written twice or changed with the next
(`crates/enquire/tests/suite/mutants.rs`). The aim is one error for one slip.

{slips}
",
        machine = machine(),
        targets = targets.join("\n"),
        jobs = jobs.join("\n"),
        slips = slips.join("\n"),
    )
}

fn target_row(target: &Target) -> String {
    let Target { what, measured, most, unit } = target;
    format!("| {what} | {measured:.3}{unit} | {most}{unit} | {} |", target.verdict())
}

fn job_row(job: Job, measure: Measure) -> String {
    format!("| {} | {:.1} ms | {:.0} MB |", job.name(), measure.milliseconds(), measure.megabytes())
}

/// The processor, as Linux names it.
fn machine() -> String {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = about.lines().find_map(|it| it.strip_prefix("model name")?.split_once(": "));
    let name = name.map_or("unknown processor", |(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{name}, {cores} cores in use")
}
