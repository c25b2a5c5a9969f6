//! Time and memory of a whole program, from its start to its end.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

use crate::failure::Failure;
use crate::run::{not_started, shown};

/// What a run took.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measure {
    /// From start to end, on the clock.
    pub(super) time: Duration,
    /// The most memory it held at once, in bytes.
    memory: u64,
}

impl Measure {
    /// The time of the fastest run, and the most memory of all. A busy machine can only make a run slower, and a long one more often
    /// than a short one: the fastest is nearest to what the program itself takes.
    pub(super) fn best(runs: &[Self]) -> Self {
        let time = runs.iter().map(|it| it.time).min().unwrap_or_default();
        let memory = runs.iter().map(|it| it.memory).max().unwrap_or_default();
        Self { time, memory }
    }

    /// The time in milliseconds.
    pub(super) fn milliseconds(self) -> f64 {
        self.time.as_secs_f64() * 1_000.0
    }

    /// The memory in megabytes.
    #[expect(clippy::cast_precision_loss, reason = "a machine has less than 2^53 bytes")]
    pub(super) fn megabytes(self) -> f64 {
        self.memory as f64 / 1_000_000.0
    }
}

/// Runs a program once.
pub(super) fn once(command: &mut Command) -> Result<Measure, Failure> {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let begun = Instant::now();
    let mut child = command.spawn().map_err(|cause| not_started(command, &cause))?;
    let ended = child.wait4().map_err(|cause| not_started(command, &cause))?;
    let time = begun.elapsed();
    if !ended.status.success() {
        return Err(Failure::new(format!("`{}` ended with {}", shown(command), ended.status), "run it by hand"));
    }
    Ok(Measure { time, memory: ended.rusage.maxrss })
}
