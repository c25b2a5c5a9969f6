//! `enquire completions`: what a shell completes.

use clap::Args;
use clap_complete::Shell;

use crate::console::Console;
use crate::exit::Exit;

const AFTER: &str = "\
Examples:
  enquire completions bash > /etc/bash_completion.d/enquire
  enquire completions zsh > ~/.zfunc/_enquire
  enquire completions fish > ~/.config/fish/completions/enquire.fish";

/// The arguments of `enquire completions`.
#[derive(Debug, Args)]
#[command(about = "Print what a shell needs to complete commands of enquire", after_help = AFTER)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, console: &mut Console) -> Exit {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut crate::command(), "enquire", &mut script);
        console.print(&String::from_utf8_lossy(&script));
        Exit::Fine
    }
}
