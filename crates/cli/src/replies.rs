//! Replies on their way out: a file each, or one a line.

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use tempfile::NamedTempFile;

use crate::console::Console;
use crate::failure::Failure;
use crate::output::write_all;

/// How many bytes of lines are gathered before they are written.
const CHUNK: usize = 1 << 16;

/// Where replies go.
pub(crate) struct Replies {
    place: Place,
    count: usize,
    digits: usize,
}

enum Place {
    /// One a line on the standard output; the lines that wait.
    Output(Vec<u8>),
    /// One a line in a file, which takes its place when all are written.
    Lines { path: PathBuf, file: BufWriter<NamedTempFile> },
    /// A file each in a folder.
    Folder { path: PathBuf, files: Vec<(String, Vec<u8>)> },
}

impl Replies {
    /// About `count` replies go to `out`: a folder, a file for lines if its name ends so, or the standard output.
    ///
    /// # Errors
    /// If the file cannot be begun.
    pub(crate) fn new(out: Option<&Path>, count: u64) -> Result<Self, Failure> {
        let place = match out {
            None => Place::Output(Vec::new()),
            Some(path) if is_lines(path) => {
                let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
                let begun =
                    fs::create_dir_all(folder).and_then(|()| NamedTempFile::with_prefix_in(".enquire-", folder));
                let file = begun.map_err(|cause| Failure::of_files("write to", path, &cause, HELP))?;
                Place::Lines { path: path.to_owned(), file: BufWriter::new(file) }
            }
            Some(path) => Place::Folder { path: path.to_owned(), files: Vec::new() },
        };
        Ok(Self { place, count: 0, digits: count.max(1).to_string().len() })
    }

    /// The number `number` with as many digits as the last one, so that the names of files sort.
    pub(crate) fn number(&self, number: u64) -> String {
        format!("{number:0width$}", width = self.digits)
    }

    /// Adds one; `name` is that of its file without the ending.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(crate) fn add(&mut self, name: &str, reply: &impl Serialize, console: &mut Console) -> Result<(), Failure> {
        self.count += 1;
        match &mut self.place {
            Place::Output(waiting) => {
                line(reply, waiting)?;
                if waiting.len() > CHUNK {
                    console.print(&String::from_utf8_lossy(waiting));
                    waiting.clear();
                }
            }
            Place::Lines { path, file } => {
                let mut bytes = Vec::new();
                line(reply, &mut bytes)?;
                file.write_all(&bytes).map_err(|cause| Failure::of_files("write to", path, &cause, HELP))?;
            }
            Place::Folder { files, .. } => {
                let mut bytes = serde_json::to_vec_pretty(reply).map_err(|cause| unwritable(&cause))?;
                bytes.push(b'\n');
                files.push((format!("{name}.json"), bytes));
            }
        }
        Ok(())
    }

    /// Writes what waits, and says how many replies there were.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(crate) fn finish(self, console: &mut Console) -> Result<usize, Failure> {
        match self.place {
            Place::Output(waiting) => console.print(&String::from_utf8_lossy(&waiting)),
            Place::Lines { path, file } => {
                let failed = |cause: &std::io::Error| Failure::of_files("write to", &path, cause, HELP);
                let file = file.into_inner().map_err(|failure| failed(failure.error()))?;
                file.persist(&path).map_err(|failure| failed(&failure.error))?;
            }
            Place::Folder { path, files } => {
                write_all(&path, &files)?;
            }
        }
        Ok(self.count)
    }
}

const HELP: &str = "choose another place with `--out`";

/// Whether the file at `path` is for one reply a line.
fn is_lines(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "ndjson" || it == "jsonl")
}

fn line(reply: &impl Serialize, bytes: &mut Vec<u8>) -> Result<(), Failure> {
    serde_json::to_writer(&mut *bytes, reply).map_err(|cause| unwritable(&cause))?;
    bytes.push(b'\n');
    Ok(())
}

fn unwritable(cause: &serde_json::Error) -> Failure {
    Failure::not_done(format!("a reply cannot be written as JSON: {cause}"), "please report this as a fault of enquire")
}
