//! The command line: commands, and the options that mean the same with all of them.

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use enquire::diagnostics::Format;

use crate::commands::{build, check, completions, explain, fmt, new, paths, reply, sample, schema};

const ABOUT: &str = "\
Checks, builds and formats instruments for gathering information.

An instrument is a questionnaire written as plain text in one .enq file or a folder of them. Enquire says what is wrong \
with it, with the place and the cure, and makes of it the printed form, the schema of the replies and the skeleton of the report.";

const AFTER: &str = "\
Examples:
  enquire new prison_health              begin an instrument
  enquire check prison_health            say what is wrong with it
  enquire check --fix prison_health      repair what can be repaired without a doubt
  enquire build prison_health            write its form, schema and report into out/
  enquire reply check reply.json         say what is wrong with a reply
  enquire paths prison_health            say how long it is, and what leads where
  enquire explain duplicate-name         read what a finding means

Exit codes:
  0  nothing is wrong
  1  there are findings at or above the threshold (--fail-on)
  2  the command was used wrongly
  3  the input could not be compiled, or the output could not be written
  4  nothing is wrong, but something could not be decided

`enquire help COMMAND` says more about a command.";

/// The most findings that are told to people, unless they want more.
pub(crate) const MOST_FINDINGS: usize = 50;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "enquire", version, about = "Checks, builds and formats instruments for gathering information", long_about = ABOUT)]
#[command(after_help = AFTER, max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) everywhere: Everywhere,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(check::Check),
    Build(build::Build),
    Fmt(fmt::Fmt),
    Explain(explain::Explain),
    Paths(paths::Paths),
    New(new::New),
    Reply(reply::Reply),
    Sample(sample::Sample),
    Schema(schema::Schema),
    Completions(completions::Completions),
}

/// The options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Everywhere {
    /// In which form findings are told: human on a terminal, else plain, unless said otherwise
    #[arg(long, global = true, value_name = "FORMAT")]
    pub(crate) format: Option<Form>,
    /// Whether to use colours; `auto` heeds the terminal and the variable `NO_COLOR`
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: When,
    /// Say nothing but the findings
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// What counts as wrong, and how much of it is told.
#[derive(Debug, Args)]
pub(crate) struct Threshold {
    /// From which severity on the exit code is 1
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    pub(crate) fail_on: FailOn,
    /// The most findings that are told to people; the other formats have them all
    #[arg(long, value_name = "NUMBER", default_value_t = MOST_FINDINGS)]
    pub(crate) max_findings: usize,
}

/// From which severity on a run ends with exit code 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Only errors
    Error,
    /// Warnings as well
    Warning,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// A form of findings, as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Form(pub(crate) Format);

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Form; Format::ALL.len()] = [
            Form(Format::Human),
            Form(Format::Short),
            Form(Format::Plain),
            Form(Format::Json),
            Form(Format::Jsonl),
            Form(Format::Sarif),
            Form(Format::Github),
            Form(Format::Gitlab),
            Form(Format::Junit),
            Form(Format::Markdown),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self.0 {
            Format::Human => "With the text and what is wrong in it underlined",
            Format::Short => "One line a finding: path:line:column: error[code]: message",
            Format::Plain => "Full sentences without drawing, for screen readers and files",
            Format::Json => "One JSON document; `enquire schema diagnostics` prints its schema",
            Format::Jsonl => "One JSON object a line",
            Format::Sarif => "SARIF 2.1.0, for code scanning services",
            Format::Github => "Annotations of a GitHub workflow",
            Format::Gitlab => "A code quality report of GitLab",
            Format::Junit => "JUnit XML, for build servers",
            Format::Markdown => "Markdown, for a comment or a mail",
        };
        let value = PossibleValue::new(self.0.name()).help(help);
        Some(if self.0 == Format::Jsonl { value.alias("ndjson") } else { value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_format_can_be_chosen() {
        let chosen: Vec<_> = Form::value_variants().iter().map(|form| form.0).collect();
        assert_eq!(chosen, Format::ALL);
    }
}
