//! The commands, one file each.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod explain;
mod fix;
pub(crate) mod fmt;
pub(crate) mod new;
pub(crate) mod paths;
pub(crate) mod reply;
pub(crate) mod sample;
pub(crate) mod schema;
mod watch;

use crate::args::Command;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

/// Does what `command` says.
///
/// # Errors
/// If it cannot be done, for reasons that are not findings about an instrument.
pub(crate) fn run(command: &Command, console: &mut Console) -> Result<Exit, Failure> {
    match command {
        Command::Check(it) => it.run(console),
        Command::Build(it) => it.run(console),
        Command::Fmt(it) => it.run(console),
        Command::Explain(it) => it.run(console),
        Command::New(it) => it.run(console),
        Command::Paths(it) => it.run(console),
        Command::Reply(it) => it.run(console),
        Command::Sample(it) => it.run(console),
        Command::Schema(it) => Ok(it.run(console)),
        Command::Completions(it) => Ok(it.run(console)),
    }
}
