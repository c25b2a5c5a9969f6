//! The reference of the command line: what `--help` says, command by command.

use clap::Command;

use super::Generated;
use crate::project::at;

const INTRODUCTION: &str = "\
<!-- Written by `cargo xtask generate`. -->

# The command line
";

/// The columns to which the help is laid out.
const COLUMNS: usize = 100;

pub(super) fn reference() -> Generated {
    let mut command = enquire_cli::command().term_width(COLUMNS).disable_help_subcommand(true);
    command.build();
    let mut contents = INTRODUCTION.to_owned();
    add(&mut command, &mut contents);
    Generated { path: at("docs/reference/cli.md"), contents }
}

/// Adds a command and those under it.
fn add(command: &mut Command, contents: &mut String) {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name()).to_owned();
    let help = command.render_long_help().to_string();
    let help: Vec<&str> = help.trim_end().lines().map(str::trim_end).collect();
    contents.extend(["\n## ", &name, "\n\n```text\n", &help.join("\n"), "\n```\n"]);
    for inner in command.get_subcommands_mut().filter(|it| !it.is_hide_set()) {
        // The options of every command are told once, with the first.
        *inner = inner.clone().mut_args(|it| if it.is_global_set() { it.hide(true) } else { it });
        add(inner, contents);
    }
}
