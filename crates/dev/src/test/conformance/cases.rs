//! The instruments that the tools of others are tried on: the examples, and the cases of the suite in which nothing is wrong.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::project::{self, at, entries, examples};
use crate::run::{program, run_quietly};

/// An instrument of the project.
#[derive(Debug, Clone)]
pub(super) struct Case {
    /// Its name in letters, digits and low lines, so that it can be the name of a module in every language.
    pub(super) name: String,
    /// Its file or folder.
    pub(super) path: PathBuf,
}

impl Case {
    fn new(kind: &str, path: PathBuf) -> Self {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        Self { name: format!("{kind}_{stem}"), path }
    }

    /// Writes the schema of its replies into a folder of its own, as `reply.schema.json` beside the other outputs.
    pub(super) fn build(&self, enquire: &Path, folder: &Path) -> Result<(), Failure> {
        let mut build = program(enquire);
        build.args(["build", "--quiet"]).arg(&self.path).arg("--out").arg(folder);
        run_quietly(&mut build).map(|_| ()).map_err(|it| it.advising("mend what is found in the instrument"))
    }

    /// Replies to it, one a line, as `enquire sample` is asked for them.
    pub(super) fn sample(&self, enquire: &Path, arguments: &[&str]) -> Result<String, Failure> {
        let mut sample = program(enquire);
        sample.arg("sample").arg(&self.path).args(arguments);
        run_quietly(&mut sample).map_err(|it| it.advising("find out which reply to the instrument cannot be made"))
    }
}

/// The examples and the cases of `tests/suite/ok`: every construct of the language at least once.
pub(super) fn constructs() -> Result<Vec<Case>, Failure> {
    let mut cases: Vec<Case> = examples()?.into_iter().map(|it| Case::new("example", it)).collect();
    add_cases(&at("tests/suite/ok"), "ok", &mut cases)?;
    Ok(cases)
}

/// These, and the cases of `tests/suite/diagnostics` in which nothing is wrong.
pub(super) fn all() -> Result<Vec<Case>, Failure> {
    let mut cases = constructs()?;
    for folder in entries(&at("tests/suite/diagnostics"))? {
        let code = folder.file_name().unwrap_or_default().to_string_lossy().replace('-', "_");
        let mut found = Vec::new();
        add_cases(&folder, &code, &mut found)?;
        let right = |it: &Case| it.path.file_name().is_some_and(|it| it.to_string_lossy().starts_with("ok_"));
        cases.extend(found.into_iter().filter(right));
    }
    Ok(cases)
}

/// A case is a file or a folder with an `instrument.enq`; other folders hold cases.
fn add_cases(folder: &Path, kind: &str, cases: &mut Vec<Case>) -> Result<(), Failure> {
    for path in entries(folder)? {
        if path.extension() == Some(OsStr::new("enq")) || path.join("instrument.enq").is_file() {
            cases.push(Case::new(kind, path));
        } else if path.is_dir() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            add_cases(&path, &format!("{kind}_{name}"), cases)?;
        }
    }
    Ok(())
}

/// An empty folder in the place of whatever was there.
pub(super) fn emptied(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|cause| Failure::of_path(folder, &cause))?;
    }
    fs::create_dir_all(folder).map_err(|cause| Failure::of_path(folder, &cause))
}

/// The lines of a file, of which each is a reply or what is said of one.
pub(super) fn lines(path: &Path) -> Result<Vec<String>, Failure> {
    let text = fs::read_to_string(path).map_err(|cause| Failure::of_path(path, &cause))?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// Writes lines into a file.
pub(super) fn write_lines(path: &Path, lines: &[String]) -> Result<(), Failure> {
    project::write(path, &lines.iter().flat_map(|it| [it, "\n"]).collect::<String>())
}
