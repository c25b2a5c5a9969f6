//! `cargo xtask generate`: documents that are made from the code, so that they never say anything else.

mod command;
mod findings;
mod manual;
mod schemas;

use std::path::PathBuf;
use std::{fs, io};

use crate::failure::Failure;
use crate::project::{self, at};

/// Folders that hold nothing but generated files.
const WHOLE_FOLDERS: &[&str] = &["docs/man", "docs/schemas"];

/// A file that is generated.
#[derive(Debug)]
struct Generated {
    path: PathBuf,
    contents: String,
}

/// Writes every document, and removes those that are no longer generated.
pub(crate) fn write() -> Result<(), Failure> {
    let files = generated()?;
    for stray in strays(&files)? {
        fs::remove_file(&stray).map_err(|cause| Failure::of_path(&stray, &cause))?;
        eprintln!("removed {}", stray.display());
    }
    for Generated { path, contents } in outdated(files) {
        project::write(&path, &contents)?;
        eprintln!("wrote {}", path.display());
    }
    Ok(())
}

/// Fails if [`write()`] would change anything.
pub(crate) fn check() -> Result<(), Failure> {
    let files = generated()?;
    let strays = strays(&files)?.into_iter();
    let outdated = outdated(files).into_iter().map(|it| it.path);
    let wrong: Vec<String> = strays.chain(outdated).map(|it| it.display().to_string()).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format!("these documents are not as the code says: {}", wrong.join(", ")),
        "run `cargo xtask generate`, read the difference and commit it",
    ))
}

fn generated() -> Result<Vec<Generated>, Failure> {
    let mut files = schemas::files();
    files.push(findings::index());
    files.push(command::reference());
    files.extend(manual::pages().map_err(|cause| Failure::of_path(&at("docs/man"), &cause))?);
    Ok(files)
}

/// Those that are not as they should be.
fn outdated(mut files: Vec<Generated>) -> Vec<Generated> {
    files.retain(|it| fs::read_to_string(&it.path).ok().as_ref() != Some(&it.contents));
    files
}

/// Files in generated folders that nothing generates.
fn strays(files: &[Generated]) -> Result<Vec<PathBuf>, Failure> {
    let mut strays = Vec::new();
    for folder in WHOLE_FOLDERS {
        let path = at(folder);
        match fs::metadata(&path) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => continue,
            _ => {}
        }
        let found = project::entries(&path)?.into_iter();
        strays.extend(found.filter(|it| !files.iter().any(|file| file.path == *it)));
    }
    Ok(strays)
}
