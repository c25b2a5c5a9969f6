//! The command `enquire`.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A syntax tree is a great many small pieces: with the allocator of the system, long instruments take more than their share
/// of time (`docs/benchmarks.md`).
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    enquire_cli::run(std::env::args_os())
}
