//! The command `enquire`: arguments, files, colours, exit codes, progress.
//!
//! ```text
//! arguments --args--> a command --commands--> Exit
//!                                 |    \
//!                         input: folders   output: files, all or none
//! ```
//!
//! What an instrument means is the business of the library `enquire`; here its texts are read from folders, and what
//! comes of them is shown and written. A command is one file under `commands`.

mod args;
mod commands;
mod compiled;
mod console;
mod exit;
mod failure;
mod folder;
mod output;
mod page;
mod progress;
mod replies;
mod target;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::Cli;
use console::Console;
use exit::Exit;

/// The command line as clap describes it, for completions, man pages and the reference.
pub fn command() -> clap::Command {
    Cli::command()
}

/// Runs the command line `arguments`, the first of which is the program's name, and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(shown) => return ExitCode::from(show(&shown)),
    };
    let mut console = Console::new(&cli.everywhere);
    let exit = commands::run(&cli.command, &mut console).unwrap_or_else(|failure| {
        console.fail(&failure);
        failure.exit()
    });
    let exit = match console.finish() {
        Ok(()) => exit,
        Err(failure) => exit.worse(failure.exit()),
    };
    ExitCode::from(exit.code())
}

/// Shows help, the version or what is wrong with the arguments.
fn show(shown: &clap::Error) -> u8 {
    // Nobody is left to be told if even this cannot be shown.
    let _ = shown.print();
    if shown.use_stderr() { Exit::WrongUse.code() } else { Exit::Fine.code() }
}
