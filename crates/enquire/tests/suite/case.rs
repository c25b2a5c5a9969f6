//! The cases of `tests/suite`.

use std::path::{Path, PathBuf};

use crate::place::{entries, name, project};
use crate::texts::Texts;

/// One case: a file, or a folder with an `instrument.enq`.
#[derive(Debug)]
pub(crate) struct Case {
    /// Its path from `tests/suite`, without the ending of a file.
    pub(crate) name: String,
    /// The folder it stands in; its snapshot stands there too.
    pub(crate) folder: PathBuf,
    /// Its files.
    pub(crate) texts: Texts,
    /// The only code it may give; nothing if it is to be without findings.
    pub(crate) code: Option<String>,
}

impl Case {
    /// The last part of its name.
    pub(crate) fn short_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap()
    }

    /// Whether there is more to be seen than that nothing is found.
    pub(crate) fn has_snapshot(&self) -> bool {
        self.code.is_some() || self.name.starts_with("ok/")
    }
}

/// Every case, sorted by name.
pub(crate) fn cases() -> Vec<Case> {
    let mut found = Vec::new();
    find(&project("tests/suite"), "", &mut found);
    found
}

fn find(folder: &Path, before: &str, found: &mut Vec<Case>) {
    for path in entries(folder) {
        let own = name(&path);
        let texts = if path.join("instrument.enq").exists() {
            Texts::of_folder(&path)
        } else if path.is_dir() {
            find(&path, &format!("{before}{own}/"), found);
            continue;
        } else if path.extension().is_some_and(|it| it == "enq") {
            Texts::of_file(&path)
        } else {
            continue;
        };
        let name = format!("{before}{}", own.trim_end_matches(".enq"));
        let code = code_of(&name);
        found.push(Case { name, folder: folder.to_owned(), texts, code });
    }
}

/// What a case is to give, by its name.
fn code_of(name: &str) -> Option<String> {
    let parts: Vec<&str> = name.split('/').collect();
    match parts.as_slice() {
        ["ok", ..] => None,
        ["diagnostics", code, inside @ ..] if !inside.is_empty() => {
            let meant_to_pass = inside.iter().any(|part| part.starts_with("ok_"));
            (!meant_to_pass).then(|| (*code).to_owned())
        }
        _ => panic!("tests/suite/{name} is neither in `ok` nor in `diagnostics/<code>`"),
    }
}
