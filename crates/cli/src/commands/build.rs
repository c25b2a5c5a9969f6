//! `enquire build`: the outputs of instruments.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use super::watch;
use crate::args::Threshold;
use crate::compiled::{self, Compiled, counted};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::write_all;
use crate::progress::Progress;
use crate::target::{Target, typed};

const ABOUT: &str = "\
Write the schema, the forms and the report of instruments

Files are written for each instrument into the output folder, or, if there are several instruments, into a folder of \
its id therein:

  reply.schema.json              the JSON Schema of a reply
  form.en.schema.json            the same for web forms, with the words of one language
  form.en.uischema.json          how JSON Forms shows it
  rules.json                     which rule stands behind a path of these schemas
  labels.en.json                 the words that go with ids and codes
  instrument.json                the instrument as other programs read it
  form.en.html                   the form, for the screen and for print
  report.en.html, report.en.md   the skeleton of the report

All are written or none: if an instrument has errors or a file cannot be written, everything stays as it was. Equal \
instruments give equal bytes. Other files in the output folder are never touched, not even those of an earlier build.";

const AFTER: &str = "\
Examples:
  enquire build                       the instrument in this folder, into out/
  enquire build a b --out site        two instruments, into site/<id>/
  enquire build --watch a             build again whenever a file is saved

Exit codes: 0 all is written; 1 all is written, and there are warnings with `--fail-on warning`; 3 nothing is written, \
because an instrument has errors or the output folder cannot be written to; 4 all is written, but something could not be \
decided.";

/// The arguments of `enquire build`.
#[derive(Debug, Args)]
#[command(about = "Write the schema, the forms and the report of instruments", long_about = ABOUT, after_help = AFTER)]
pub(crate) struct Build {
    /// Folders or files, each with an instrument
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// The folder to write into
    #[arg(long, value_name = "FOLDER", default_value = "out")]
    out: PathBuf,
    /// Build again whenever a file of an instrument changes, until Ctrl-C is pressed
    #[arg(long)]
    watch: bool,
    #[command(flatten)]
    threshold: Threshold,
}

impl Build {
    pub(crate) fn run(&self, console: &mut Console) -> Result<Exit, Failure> {
        let targets = Target::all(&self.paths);
        // Of what is not there nothing can be watched: it is told as without `--watch`.
        if self.watch && targets.iter().all(Target::exists) {
            return watch::watch(&targets, console, |all, begin, console| self.build(all, begin, console));
        }
        let begin = Instant::now();
        let all = compiled::compile(&targets, &Progress::start());
        compiled::tell_overviews(&all, console);
        self.build(&all, begin, console)
    }

    /// Tells the findings of `all`, and writes their outputs if there is no error. The work began at `begin`.
    fn build(&self, all: &[Compiled], begin: Instant, console: &mut Console) -> Result<Exit, Failure> {
        compiled::tell_findings(all, &self.threshold, console);
        if all.iter().any(|one| one.compilation.checked.is_none()) {
            console.tell_aside(&format!("nothing was written: `{}` is as it was", typed(&self.out)));
            return Ok(Exit::NotDone);
        }
        let files = files(all)?;
        let changed = write_all(&self.out, &files)?;
        let out = typed(&self.out);
        let seconds = begin.elapsed().as_secs_f64();
        let written = match changed {
            0 => "none of them changed".to_owned(),
            changed => format!("{changed} new or changed"),
        };
        console.tell(&format!("built {} in {out}/ in {seconds:.2} s, {written}", counted(files.len(), "file")));
        Ok(compiled::exit(all, self.threshold.fail_on))
    }
}

/// The files of all instruments by their paths in the output folder.
fn files(all: &[Compiled]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let progress = Progress::start();
    let mut files = Vec::new();
    let mut ids = BTreeSet::new();
    for checked in all.iter().filter_map(|one| one.compilation.checked.as_ref()) {
        let id = checked.instrument().id.to_string();
        let prefix = if all.len() > 1 { format!("{id}/") } else { String::new() };
        if !ids.insert(id.clone()) {
            return Err(Failure::wrong_use(
                format!("two of the instruments are called `{id}`"),
                "build them one by one, each into a folder of its own with `--out`",
            ));
        }
        let outputs = enquire::build(checked, &mut |name| progress.say(&format!("making {prefix}{name}")));
        files.extend(outputs.into_iter().map(|it| (format!("{prefix}{}", it.name), it.contents)));
    }
    Ok(files)
}
