//! `enquire check`: what is wrong with instruments.

use std::path::PathBuf;

use clap::Args;

use super::fix;
use crate::args::Threshold;
use crate::compiled::{self, Compiled};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::target::Target;

const ABOUT: &str = "\
Say what is wrong with instruments

Every mistake is told with its place, its cause and what to do. Of an instrument without errors a line says how many \
questions it has, how many of them one respondent can be asked at most, about how long that takes, and how many of the \
operative provisions of each standard it uses are asked about.";

const AFTER: &str = "\
Examples:
  enquire check                          the instrument in this folder
  enquire check prison_health            the instrument in a folder
  enquire check a.enq b.enq              two instruments, each in a file
  enquire check --fix --unsafe           repair also what may change the meaning
  enquire check --fail-on warning        exit code 1 on warnings as well
  enquire check --format sarif           for a code scanning service

Exit codes: 0 nothing is wrong; 1 there are errors, or with `--fail-on warning` warnings; 3 an instrument could not be \
read: there is none, or nothing can be made out of it, or one of its files cannot be read; 4 only undecided findings.";

/// The arguments of `enquire check`.
#[derive(Debug, Args)]
#[command(long_about = ABOUT, about = "Say what is wrong with instruments", after_help = AFTER)]
pub(crate) struct Check {
    /// Folders or files, each with an instrument
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// Make the repairs that keep the meaning, then check again
    #[arg(long)]
    fix: bool,
    /// With --fix: make also the repairs that may change the meaning
    #[arg(long = "unsafe", requires = "fix")]
    unsafe_too: bool,
    #[command(flatten)]
    threshold: Threshold,
}

impl Check {
    pub(crate) fn run(&self, console: &mut Console) -> Result<Exit, Failure> {
        let targets = Target::all(&self.paths);
        let all =
            if self.fix { self.fixed(&targets, console)? } else { compiled::compile(&targets, &Progress::start()) };
        compiled::tell_overviews(&all, console);
        compiled::tell_findings(&all, &self.threshold, console);
        Ok(compiled::exit(&all, self.threshold.fail_on))
    }

    fn fixed(&self, targets: &[Target], console: &mut Console) -> Result<Vec<Compiled>, Failure> {
        let mut all = Vec::new();
        for target in targets {
            let fixed = fix::fix(target, self.unsafe_too)?;
            fixed.lines().iter().for_each(|line| console.tell(line));
            all.push(Compiled { target: target.clone(), compilation: fixed.compilation });
        }
        Ok(all)
    }
}
