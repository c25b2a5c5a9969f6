//! What the speed is to be, and whether it is.

use std::fmt;

use super::Results;
use super::job::Job;
use super::measure::Measure;

/// A figure that is to be at most so much.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) what: &'static str,
    pub(super) measured: f64,
    pub(super) most: f64,
    pub(super) unit: &'static str,
}

impl Target {
    pub(super) fn is_met(&self) -> bool {
        self.measured <= self.most
    }

    pub(super) fn verdict(&self) -> &'static str {
        if self.is_met() { "met" } else { "missed" }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, measured, most, unit } = self;
        write!(f, "{what}: {measured:.3}{unit}, at most {most}{unit}: {}", self.verdict())
    }
}

pub(super) fn targets(results: &Results) -> [Target; 7] {
    // What was not measured is not met.
    let time = |job| results.of(job).map_or(f64::NAN, Measure::milliseconds);
    let memory = |job| results.of(job).map_or(f64::NAN, Measure::megabytes);
    [
        Target {
            what: "time for 2,000 questions, of that of pyxform",
            measured: time(Job::Chain(2_000)) / time(Job::Pyxform(2_000)),
            most: 0.1,
            unit: "",
        },
        Target {
            what: "time for 10,000 questions, of that for 1,000",
            measured: time(Job::Chain(10_000)) / time(Job::Chain(1_000)),
            most: 11.0,
            unit: "",
        },
        Target {
            what: "most memory for 10,000 questions",
            measured: memory(Job::Chain(10_000)),
            most: 300.0,
            unit: " MB",
        },
        Target {
            what: "time for 2,000 questions, of that of pyxform with ODK Validate",
            measured: time(Job::Chain(2_000)) / time(Job::PyxformValidated(2_000)),
            most: 0.05,
            unit: "",
        },
        Target {
            what: "time for 10,000 questions at random",
            measured: time(Job::Random(10_000)) / 1_000.0,
            most: 5.0,
            unit: " s",
        },
        Target {
            what: "time for 10,000 questions at random, of that for 1,000",
            measured: time(Job::Random(10_000)) / time(Job::Random(1_000)),
            most: 15.0,
            unit: "",
        },
        Target {
            what: "most memory for 10,000 questions at random",
            measured: memory(Job::Random(10_000)),
            most: 1_000.0,
            unit: " MB",
        },
    ]
}
