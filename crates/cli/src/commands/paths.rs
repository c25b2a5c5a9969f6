//! `enquire paths`: how long an instrument is, and how its questions are reached.

mod told;

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use enquire::diagnostics::{Format, Severity};
use enquire::model::Instrument;
use enquire::{Compilation, LookFor, Outcome, Reachability, Shown};

use crate::args::MOST_FINDINGS;
use crate::compiled::counted;
use crate::console::{Console, width};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::target::{Target, typed};

const ABOUT: &str = "\
Say how long an instrument is, and how its questions are reached

Without a QUESTION: the longest and the shortest path through the instrument, in questions, estimated minutes and questions \
answered in prose, with the answers that lead along it. With the id of a QUESTION: the fewest answers that lead to it, or the \
conditions because of which nobody can ever be asked it.

Every reply that is shown was worked through by the same rules by which replies are checked. It has the answers that matter and \
no others.";

const AFTER: &str = "\
Examples:
  enquire paths .                               the longest and the shortest path
  enquire paths prison_health staff_trained     what leads to a question
  enquire paths prison_health --all             a line for every question
  enquire paths prison_health staff_trained --reply a.json
                                                the reply that leads there, as a file
  enquire paths prison_health --format json     for programs; `enquire schema paths` prints the schema

Exit codes: 0 all that was looked for can be asked; 1 a question can never be asked; 2 there is no such question; 3 the \
instrument could not be read; 4 something could not be decided.";

/// The arguments of `enquire paths`.
#[derive(Debug, Args)]
#[command(about = "Say how long an instrument is, and how its questions are reached", long_about = ABOUT, after_help = AFTER)]
pub(crate) struct Paths {
    /// The folder or file with the instrument
    path: PathBuf,
    /// The ids of questions to look for
    #[arg(value_name = "QUESTION", conflicts_with = "all")]
    questions: Vec<String>,
    /// Look for every question
    #[arg(long)]
    all: bool,
    /// Write the reply that leads to the QUESTION, or else along the longest path, into a new file
    #[arg(long, value_name = "FILE", conflicts_with = "all")]
    reply: Option<PathBuf>,
}

impl Paths {
    pub(crate) fn run(&self, console: &mut Console) -> Result<Exit, Failure> {
        let target = Target::new(&self.path);
        let progress = Progress::start();
        progress.say(&format!("reading {}", target.shown(".")));
        let compilation = target.compile();
        let Some(instrument) = compilation.draft.as_deref() else {
            drop(progress);
            let mut findings = enquire::Findings::default();
            findings.add(&compilation, &|path| target.shown(path));
            console.tell_findings(&findings, MOST_FINDINGS);
            return Ok(Exit::NotDone);
        };
        self.refuse_unknown(instrument)?;
        progress.say("looking for paths");
        let look_for = if self.all { LookFor::All } else { LookFor::These(&self.questions) };
        let found = Reachability::of(instrument, &compilation.sources, look_for);
        drop(progress);
        self.tell(&found, &compilation, console)?;
        if let Some(file) = &self.reply {
            let shown = self.shown(&found)?;
            write(file, shown, instrument)?;
            console.tell(&format!("wrote the reply to {}", typed(file)));
        }
        Ok(found.paths.iter().map(|it| exit_of(&it.outcome)).fold(Exit::Fine, Exit::worse))
    }

    fn refuse_unknown(&self, instrument: &Instrument) -> Result<(), Failure> {
        let Some(unknown) = self.questions.iter().find(|it| instrument.question(it).is_none()) else { return Ok(()) };
        Err(Failure::wrong_use(
            format!("no question of {} is called `{unknown}`", instrument.id),
            format!("`enquire paths {} --all` lists every question with its id", typed(&self.path)),
        ))
    }

    fn tell(&self, found: &Reachability, compilation: &Compilation, console: &mut Console) -> Result<(), Failure> {
        match console.format() {
            Format::Json => {
                let json = serde_json::to_value(found).unwrap_or_default();
                console.print(&enquire::schema::to_text(&json));
                return Ok(());
            }
            Format::Human | Format::Plain | Format::Short => {}
            Format::Jsonl | Format::Sarif | Format::Github | Format::Gitlab | Format::Junit | Format::Markdown => {
                return Err(Failure::wrong_use(
                    format!("paths cannot be told in the format `{}`", console.format()),
                    "choose human, plain, short or json",
                ));
            }
        }
        let errors = compilation.diagnostics.count(Severity::Error);
        if errors > 0 {
            console.tell_aside(&format!(
                "the instrument has {}, which `enquire check` tells; here is what can be said of it all the same",
                counted(errors, "error")
            ));
        }
        let lines = if self.all {
            told::table(found, width())
        } else if self.questions.is_empty() {
            told::lengths(found, width())
        } else {
            told::questions(found, width(), &|path| Target::new(&self.path).shown(path))
        };
        console.print(&(lines.join("\n") + "\n"));
        Ok(())
    }

    /// The reply to be written.
    fn shown<'f>(&self, found: &'f Reachability) -> Result<&'f Shown, Failure> {
        let none = |what: &str| Failure::not_done(format!("there is no reply to write: {what}"), "nothing was written");
        if self.questions.is_empty() {
            let reply = found.longest.questions.reply.as_ref();
            return reply.ok_or_else(|| none("none with the longest path was found"));
        }
        match found.paths.as_slice() {
            [one] => match &one.outcome {
                Outcome::Asked { reply, .. } => Ok(reply),
                Outcome::Never { .. } => Err(none(&format!("nobody can ever be asked `{}`", one.question.id))),
                Outcome::Undecided { .. } => {
                    Err(none(&format!("no reply was found that leads to `{}`", one.question.id)))
                }
            },
            _ => Err(Failure::wrong_use("a reply is written for one question", "name one question with `--reply`")),
        }
    }
}

fn exit_of(outcome: &Outcome) -> Exit {
    match outcome {
        Outcome::Asked { .. } => Exit::Fine,
        Outcome::Never { .. } => Exit::Findings,
        Outcome::Undecided { .. } => Exit::Undecided,
    }
}

/// Writes `shown` as a reply into the file at `path`, which must not be there yet.
fn write(path: &Path, shown: &Shown, instrument: &Instrument) -> Result<(), Failure> {
    let json = serde_json::to_value(shown.reply(instrument)).unwrap_or_default();
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    file.and_then(|mut it| it.write_all(enquire::schema::to_text(&json).as_bytes())).map_err(|cause| {
        let help = if cause.kind() == ErrorKind::AlreadyExists {
            "name a new file: replies are not written over"
        } else {
            "check that you may write there"
        };
        Failure::of_files("write", path, &cause, help)
    })
}
