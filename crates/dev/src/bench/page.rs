//! `docs/benchmarks.md`.

use std::fs;

use super::measure::Measure;
use super::target::Target;
use super::{RUNS, RUNS_OF_PYXFORM, Results};

/// The page that tells the results.
pub(super) fn page(results: &Results, targets: &[Target]) -> String {
    let targets = targets
        .iter()
        .map(|it| {
            format!(
                "| {} | {:.3}{unit} | {}{unit} | {} |\n",
                it.what,
                it.measured,
                it.most,
                it.verdict(),
                unit = it.unit
            )
        })
        .collect::<Vec<_>>()
        .concat();
    let chains = results
        .chains
        .iter()
        .map(|(questions, measure)| row(&format!("`enquire check`, {questions} questions"), *measure))
        .collect::<Vec<_>>()
        .concat();
    let example = results
        .example
        .iter()
        .map(|(command, measure)| row(&format!("`enquire {command} examples/victim_issues`"), *measure))
        .collect::<Vec<_>>()
        .concat();
    let pyxform = row("pyxform 4.5.0, 2000 questions", results.pyxform);
    format!(
        "\
<!-- Written by `cargo xtask bench`. -->

# Benchmarks

`cargo xtask bench` measures this and writes this page. Whole programs are measured, from start to end: the release
build of `enquire`, and pyxform converting the same form without its Java validator. Times are medians of {RUNS} runs ({RUNS_OF_PYXFORM} for
pyxform) after one that is not counted; memory is the most of all runs. Machine: {machine}.

| target | measured | at most | |
|---|---|---|---|
{targets}
| | time | memory |
|---|---|---|
{chains}{pyxform}{example}
The questions are a chain: each is asked only if the one before is answered with yes (`benches/chain.rs`). The
checker works out for each whether it can be asked at all.

`cargo bench --package enquire-dev` measures the stages one by one.

## Findings for one slip

The instruments of `examples` and of the suite, with one token left out, written twice or changed with the next
(`crates/enquire/tests/suite/mutants.rs`). The aim is one error for one slip.

{slips}
",
        machine = machine(),
        slips = results.slips.iter().map(|it| format!("- {it}")).collect::<Vec<_>>().join("\n"),
    )
}

fn row(what: &str, measure: Measure) -> String {
    format!("| {what} | {:.1} ms | {:.0} MB |\n", measure.milliseconds(), measure.megabytes())
}

/// The processor, as Linux names it.
fn machine() -> String {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = about.lines().find_map(|it| it.strip_prefix("model name")?.split_once(": "));
    let name = name.map_or("unknown processor", |(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{name}, {cores} cores in use")
}
