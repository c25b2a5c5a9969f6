//! `enquire reply check`: whether replies fit their instrument.

use std::path::{Path, PathBuf};

use clap::Args;
use enquire::Findings;
use enquire::diagnostics::{CodeCount, RespondentTally, Tally};
use enquire::model::Instrument;
use enquire::reply::Checker;

use super::given::{self, STDIN};
use crate::args::Threshold;
use crate::compiled::{self, counted};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::folder::names;
use crate::progress::Progress;
use crate::target::Target;

/// The most frequent findings that are named.
const MOST_CODES: usize = 5;

/// The respondents that are named.
const MOST_RESPONDENTS: usize = 20;

const ABOUT: &str = "\
Say what is wrong with replies

Every mistake is told with its place in the file, the number and words of the question, its cause and what to do: values that \
do not fit their question, questions answered that were not asked or not answered that had to be, checks of the instrument \
that fail. A reply with an error is not valid; one with warnings is.

A REPLY is a JSON file with one reply or a list of them, a file with one reply a line (.ndjson or .jsonl), a folder of such \
files, or `-` for the standard input, one reply a line. The instrument is the one in this folder, else the one in the nearest \
folder above the first reply.";

const AFTER: &str = "\
Examples:
  enquire reply check reply.json                       a reply to the instrument in this folder
  enquire reply check replies --instrument a.enq       all replies in a folder
  enquire sample --count 100 | enquire reply check -   replies one a line
  enquire reply check replies --format json            for programs; `enquire schema diagnostics` prints the schema

Exit codes: 0 every reply is valid; 1 there are errors, or with `--fail-on warning` warnings; 3 the instrument has errors, or a \
file could not be read.";

/// The arguments of `enquire reply check`.
#[derive(Debug, Args)]
#[command(long_about = ABOUT, about = "Say what is wrong with replies", after_help = AFTER)]
pub(crate) struct Check {
    /// Files or folders with replies, or `-` for the standard input
    #[arg(value_name = "REPLY", required = true)]
    replies: Vec<PathBuf>,
    /// The folder or file with the instrument
    #[arg(long, value_name = "PATH")]
    instrument: Option<PathBuf>,
    #[command(flatten)]
    threshold: Threshold,
}

impl Check {
    pub(crate) fn run(&self, console: &mut Console) -> Result<Exit, Failure> {
        let files = given::files(&self.replies)?;
        let path = self.instrument.clone().or_else(|| near(&self.replies)).ok_or_else(no_instrument)?;
        let all = compiled::compile(&[Target::new(&path)], &Progress::start());
        let Some(checked) = all.iter().find_map(|one| one.compilation.checked.as_ref()) else {
            compiled::tell_findings(&all, &self.threshold, console);
            console.tell_aside("the replies were not checked, because the instrument has errors");
            return Ok(Exit::NotDone);
        };
        let findings = check(&files, checked.instrument());
        tell(&findings, checked.instrument(), console);
        console.tell_findings(&findings, self.threshold.max_findings);
        Ok(compiled::exit_of(findings.diagnostics(), self.threshold.fail_on))
    }
}

/// The instrument in this folder, else the one in the nearest folder above a reply.
fn near(replies: &[PathBuf]) -> Option<PathBuf> {
    let has_one = |folder: &Path| names(folder).is_ok_and(|names| !names.is_empty());
    let here = has_one(Path::new("")).then(|| PathBuf::from("."));
    let first = replies.iter().find(|path| path.as_path() != Path::new(STDIN));
    here.or_else(|| first?.canonicalize().ok()?.ancestors().skip(1).find(|it| has_one(it)).map(Path::to_owned))
}

fn no_instrument() -> Failure {
    Failure::not_done(
        "there is no instrument in this folder or above the replies",
        "name its folder or file with `--instrument`",
    )
}

fn check(files: &[PathBuf], instrument: &Instrument) -> Findings {
    let checker = Checker::new(instrument);
    let mut findings = Findings::default();
    for file in files {
        given::check(file, &checker, &mut findings);
    }
    findings
}

/// Says what came of the replies, before their findings.
fn tell(findings: &Findings, instrument: &Instrument, console: &mut Console) {
    let Some(tally) = findings.replies().filter(|_| console.is_for_people()) else {
        return;
    };
    console.tell(&overview(tally, instrument));
    if tally.replies > 1 && !findings.is_silent() {
        console.tell(&frequent(&findings.report().summary().codes));
        for line in respondents(&tally.respondents) {
            console.tell(&line);
        }
    }
    if !findings.is_silent() {
        console.tell("");
    }
}

/// `120 replies to prison_health 1.0.0: 117 valid (4 with warnings), 3 not valid`.
fn overview(tally: &Tally, instrument: &Instrument) -> String {
    let Tally { replies, valid, with_warnings, invalid, .. } = tally;
    let to = format!("{} {}", instrument.id, instrument.version);
    if *replies == 1 {
        let verdict = if *invalid > 0 { "not valid" } else { "valid" };
        return format!("1 reply to {to}: {verdict}");
    }
    let warned = if *with_warnings > 0 { format!(" ({with_warnings} with warnings)") } else { String::new() };
    format!("{replies} replies to {to}: {valid} valid{warned}, {invalid} not valid")
}

/// `most frequent: not-asked (12), wrong-type (3)`.
fn frequent(codes: &[CodeCount]) -> String {
    let mut codes: Vec<&CodeCount> = codes.iter().collect();
    codes.sort_by_key(|it| (std::cmp::Reverse(it.count), it.code));
    let named: Vec<String> = codes.iter().take(MOST_CODES).map(|it| format!("{} ({})", it.code, it.count)).collect();
    format!("most frequent: {}", named.join(", "))
}

/// A line for each respondent with findings, as far as there is room.
fn respondents(all: &[RespondentTally]) -> Vec<String> {
    let line = |it: &RespondentTally| {
        let name = if it.name.is_empty() { "(no name)" } else { &it.name };
        format!("  {name}: {}, {}", counted(it.errors, "error"), counted(it.warnings, "warning"))
    };
    let mut lines: Vec<String> = all.iter().take(MOST_RESPONDENTS).map(line).collect();
    let more = all.len().saturating_sub(MOST_RESPONDENTS);
    if more > 0 {
        lines.push(format!("  and {}", counted(more, "more respondent")));
    }
    lines
}
