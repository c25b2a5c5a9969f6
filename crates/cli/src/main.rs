//! The command `enquire`.

use std::process::ExitCode;

fn main() -> ExitCode {
    enquire_cli::run(std::env::args_os())
}
