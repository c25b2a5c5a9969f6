//! `enquire fmt`: the one layout of files.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::styling::AnsiColor;
use enquire::diagnostics::codes::NO_INSTRUMENT;
use enquire::diagnostics::{Diagnostics, Sources};
use enquire::{Compilation, Findings, MOST_BYTES, format, syntax};
use similar::TextDiff;

use crate::args::{FailOn, MOST_FINDINGS};
use crate::compiled::{self, counted};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::folder;
use crate::output::replace;
use crate::target::{Target, only, typed};

const ABOUT: &str = "\
Put files into the one layout

There is one layout for every file, and nothing to choose. A file that cannot be read as it should, because a brace is \
missing for example, is left alone, and its findings are told.";

const AFTER: &str = "\
Examples:
  enquire fmt                     every .enq file in this folder and below
  enquire fmt --check             only say which files are not laid out, with exit code 1
  enquire fmt --diff a.enq        show what would change
  enquire fmt - < a.enq           from the standard input to the standard output

Exit codes: 0 all is laid out; 1 a file has findings, or with --check or --diff another layout; 3 a file cannot be read \
or written.";

/// The arguments of `enquire fmt`.
#[derive(Debug, Args)]
#[command(about = "Put files into the one layout", long_about = ABOUT, after_help = AFTER)]
pub(crate) struct Fmt {
    /// Files, folders with all below them, or - for the standard input
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// Change nothing, and name the files that are not laid out
    #[arg(long)]
    check: bool,
    /// Change nothing, and show what would change
    #[arg(long)]
    diff: bool,
}

/// What came of the files.
#[derive(Debug, Default)]
struct Outcome {
    findings: Findings,
    changed: usize,
    unchanged: usize,
}

/// A text, and the same in the one layout.
#[derive(Debug)]
struct Layout {
    old: String,
    new: String,
}

impl Fmt {
    pub(crate) fn run(&self, console: &mut Console) -> Result<Exit, Failure> {
        if self.paths.iter().any(|path| path.as_os_str() == "-") {
            return self.standard_input(console);
        }
        let mut outcome = Outcome::default();
        for path in &self.paths {
            for file in files(path, &mut outcome.findings) {
                self.file(&file, &mut outcome, console)?;
            }
        }
        console.tell(&self.summary(&outcome));
        console.tell_findings(&outcome.findings, MOST_FINDINGS);
        Ok(self.exit(&outcome))
    }

    fn only_looks(&self) -> bool {
        self.check || self.diff
    }

    fn exit(&self, outcome: &Outcome) -> Exit {
        let differs = self.only_looks() && outcome.changed > 0;
        let exit = if differs { Exit::Findings } else { Exit::Fine };
        exit.worse(compiled::exit_of(outcome.findings.diagnostics(), FailOn::Error))
    }

    fn summary(&self, outcome: &Outcome) -> String {
        let changed = counted(outcome.changed, "file");
        let (verb, other) = if self.only_looks() { ("would change", "would not") } else { ("changed", "unchanged") };
        format!("{changed} {verb}, {} {other}", outcome.unchanged)
    }

    fn file(&self, path: &Path, outcome: &mut Outcome, console: &mut Console) -> Result<(), Failure> {
        let Ok(bytes) = folder::read(path) else {
            let target = Target::new(path);
            outcome.findings.add(&target.compile(), &|name| target.shown(name));
            return Ok(());
        };
        let name = typed(path);
        let layout = match layout(&name, &bytes) {
            Ok(layout) => layout,
            Err(unreadable) => {
                outcome.findings.add(&unreadable, &str::to_owned);
                return Ok(());
            }
        };
        if layout.is_done() {
            outcome.unchanged += 1;
            return Ok(());
        }
        outcome.changed += 1;
        if !self.only_looks() {
            replace(path, &layout.old, &layout.new)?;
        }
        self.show(&name, &layout, console);
        Ok(())
    }

    /// Names a file that is not laid out, and shows what would change or has changed if that is wanted.
    fn show(&self, name: &str, layout: &Layout, console: &mut Console) {
        if self.diff {
            console.print(&layout.diff(name));
        } else if self.check {
            console.print(&format!("{name}\n"));
        } else {
            console.tell(&format!("laid out {name}"));
        }
    }

    fn standard_input(&self, console: &mut Console) -> Result<Exit, Failure> {
        if self.paths.len() > 1 {
            return Err(Failure::wrong_use(
                "`-` stands for the standard input, and goes with no other path",
                "leave out the others",
            ));
        }
        let mut outcome = Outcome::default();
        match layout("-", &input()?) {
            Err(unreadable) => outcome.findings.add(&unreadable, &str::to_owned),
            Ok(layout) => {
                outcome.changed = usize::from(!layout.is_done());
                match (self.diff, self.check) {
                    (true, _) => console.print(&layout.diff("-")),
                    (false, true) => {}
                    (false, false) => console.print(&layout.new),
                }
            }
        }
        console.tell_findings_aside(&outcome.findings);
        Ok(self.exit(&outcome))
    }
}

impl Layout {
    fn is_done(&self) -> bool {
        self.old == self.new
    }

    /// What would change, line by line, as programs for versions show it. Empty if nothing would.
    fn diff(&self, name: &str) -> String {
        let diff = TextDiff::from_lines(&self.old, &self.new);
        let text = diff.unified_diff().header(name, name).to_string();
        text.lines().map(colored).collect()
    }
}

fn colored(line: &str) -> String {
    let color = match line.chars().next() {
        Some('+') => AnsiColor::Green,
        Some('-') => AnsiColor::Red,
        Some('@') => AnsiColor::Cyan,
        _ => return format!("{line}\n"),
    };
    let style = color.on_default();
    format!("{style}{line}{style:#}\n")
}

/// The text of a file and its layout, or what is wrong with it.
fn layout(name: &str, bytes: &[u8]) -> Result<Layout, Box<Compilation>> {
    let mut sources = Sources::new();
    let file = sources.add(name, String::from_utf8_lossy(bytes));
    let broken = |findings: &[_]| {
        let diagnostics: Diagnostics = findings.iter().cloned().collect();
        Box::new(Compilation { sources: sources.clone(), diagnostics, draft: None, checked: None })
    };
    let text = syntax::decode(file, bytes).map_err(|found| broken(&[*found]))?;
    let new = format::format(&syntax::parse(file, text)).map_err(broken)?;
    Ok(Layout { old: text.to_owned(), new })
}

/// The files that a path stands for: itself, or all below it. Where there are none, that is a finding.
fn files(path: &Path, findings: &mut Findings) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let mut files = Vec::new();
    if let Err(cause) = collect(path, &mut files) {
        findings.add(&Target::new(path).unread(&cause), &|name| Target::new(path).shown(name));
    } else if files.is_empty() {
        let help = "name a folder with `.enq` files, or begin an instrument with `enquire new`";
        let name = typed(path);
        let none = only(&NO_INSTRUMENT, &name, "this folder and those in it hold no `.enq` file", help);
        findings.add(&none, &str::to_owned);
    }
    files
}

/// Finds the `.enq` files in the folder at `path` and below. Links to folders are not followed, as they may lead anywhere, and
/// hidden folders are left out.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let names = folder::names(path)?;
    let mut inner = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if entry.file_type()?.is_dir() && !hidden {
            inner.push(entry.path());
        }
    }
    files.extend(names.iter().map(|name| path.join(name)).filter(|it| !inner.contains(it)));
    inner.sort();
    inner.iter().try_for_each(|folder| collect(folder, files))
}

fn input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = io::stdin().take(MOST_BYTES + 1).read_to_end(&mut bytes);
    let size = read.map_err(|cause| {
        Failure::of_files("read", Path::new("-"), &cause, "check where the standard input comes from")
    })?;
    if size as u64 > MOST_BYTES {
        let message = format!("the standard input has more than {MOST_BYTES} bytes");
        return Err(Failure::not_done(message, "divide the instrument into several files"));
    }
    Ok(bytes)
}
