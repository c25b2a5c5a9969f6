//! Where replies come from: files, folders of them, files with one reply a line, the standard input.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use enquire::diagnostics::codes::{FILE_NOT_FOUND, FILE_TOO_LARGE, INVALID_UTF8, UNREADABLE_FILE};
use enquire::diagnostics::{Diagnostic, Rule};
use enquire::reply::Checker;
use enquire::{Findings, MOST_BYTES, Unread};

use crate::failure::{Failure, in_words};
use crate::folder::read;
use crate::target::typed;

/// The name of the standard input among paths.
pub(super) const STDIN: &str = "-";

/// What the standard input is called in findings.
const STDIN_SHOWN: &str = "standard-input.ndjson";

/// The endings of files with one reply, or a list of replies.
const WHOLE: &[&str] = &["json"];

/// The endings of files with one reply a line.
const LINES: &[&str] = &["ndjson", "jsonl"];

/// The files that `paths` name: those in folders by their paths, however deep.
pub(super) fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        add_folder(path, &mut files)?;
        if files.len() == before {
            let message = format!("there is no reply in `{}`", typed(path));
            return Err(Failure::not_done(message, "replies are files that end in .json, .ndjson or .jsonl"));
        }
    }
    Ok(files)
}

fn add_folder(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let failure = |cause: &io::Error| Failure::of_files("read", folder, cause, "check that you may read it");
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut paths: Vec<PathBuf> = entries.map_err(|cause| failure(&cause))?.into_iter().map(|it| it.path()).collect();
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() && !path.is_symlink() {
            add_folder(&path, files)?;
        } else if ends_in(&path, WHOLE) || ends_in(&path, LINES) {
            files.push(path);
        }
    }
    Ok(())
}

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|it| endings.iter().any(|ending| it.eq_ignore_ascii_case(ending)))
}

/// Holds every reply in the file at `path` against the instrument. One that cannot be read is a finding like any other.
pub(super) fn check(path: &Path, checker: &Checker<'_>, findings: &mut Findings) {
    if path == Path::new(STDIN) {
        check_lines(STDIN_SHOWN, io::stdin().lock(), checker, findings);
    } else if ends_in(path, LINES) {
        match File::open(path) {
            Ok(file) => check_lines(&typed(path), BufReader::new(file), checker, findings),
            Err(cause) => cannot_read(&typed(path), &in_words(&cause), findings),
        }
    } else {
        check_whole(path, checker, findings);
    }
}

fn check_whole(path: &Path, checker: &Checker<'_>, findings: &mut Findings) {
    let shown = typed(path);
    match read(path).map(String::from_utf8) {
        Ok(Ok(text)) => findings.add_reply(checker, &shown, 1, &text),
        Ok(Err(_)) => not_text(&shown, "", findings),
        Err(Unread::NotFound) => {
            let message = format!("there is no file or folder `{shown}`");
            unread(&FILE_NOT_FOUND, &shown, message, "check how it is spelled", findings);
        }
        Err(Unread::Unreadable(cause)) => cannot_read(&shown, &cause, findings),
        Err(Unread::TooLarge(_)) => {
            let message = format!("`{shown}` is larger than 8 MiB");
            let help = "put one reply on each line of a file that ends in .ndjson: such a file can be of any size";
            unread(&FILE_TOO_LARGE, &shown, message, help, findings);
        }
    }
}

/// One reply a line. No more than a line is in memory at a time; blank lines are left out.
fn check_lines(shown: &str, mut lines: impl BufRead, checker: &Checker<'_>, findings: &mut Findings) {
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        match (&mut lines).take(MOST_BYTES + 1).read_until(b'\n', &mut bytes) {
            Ok(0) => return,
            Ok(read) if read as u64 > MOST_BYTES => {
                let message = format!("line {number} of `{shown}` is longer than 8 MiB");
                return unread(&FILE_TOO_LARGE, shown, message, "put each reply on a line of its own", findings);
            }
            Ok(_) => {}
            Err(cause) => return cannot_read(shown, &in_words(&cause), findings),
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) if text.trim().is_empty() => {}
            Ok(text) => findings.add_reply(checker, shown, number, text.trim_end_matches(['\n', '\r'])),
            Err(_) => not_text(shown, &format!("line {number} of "), findings),
        }
    }
}

fn cannot_read(shown: &str, cause: &str, findings: &mut Findings) {
    let help = "check that you may read it and the folders it stands in";
    unread(&UNREADABLE_FILE, shown, format!("`{shown}` cannot be read: {cause}"), help, findings);
}

fn not_text(shown: &str, part: &str, findings: &mut Findings) {
    let message = format!("{part}`{shown}` is not text in UTF-8");
    unread(&INVALID_UTF8, shown, message, "save it as UTF-8, which JSON always is", findings);
}

fn unread(rule: &'static Rule, shown: &str, message: String, help: &str, findings: &mut Findings) {
    findings.add_unread(shown, |span| Diagnostic::new(rule, span, message).with_help(help));
}
