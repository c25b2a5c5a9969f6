//! `enquire reply`: what is done with the replies to an instrument.

mod check;
mod given;

use clap::{Args, Subcommand};

use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

/// The arguments of `enquire reply`.
#[derive(Debug, Args)]
#[command(about = "Work with the replies to an instrument")]
pub(crate) struct Reply {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
}

impl Reply {
    pub(crate) fn run(&self, console: &mut Console) -> Result<Exit, Failure> {
        match &self.command {
            Command::Check(it) => it.run(console),
        }
    }
}
