//! What a PATH of the command line names: a file or a folder with an instrument.

use std::path::{Component, MAIN_SEPARATOR, Path, PathBuf};
use std::{fs, io};

use enquire::Compilation;
use enquire::diagnostics::codes::{FILE_NOT_FOUND, NO_INSTRUMENT, UNREADABLE_FILE};
use enquire::diagnostics::{Diagnostic, Diagnostics, Rule, Sources, Span};

use crate::failure::in_words;
use crate::folder::{Folder, names};

/// The most folders that are suggested in place of one without an instrument.
const SUGGESTIONS: usize = 3;

/// An instrument that was named on the command line, by its folder or by a file.
#[derive(Debug, Clone)]
pub(crate) struct Target(PathBuf);

impl Target {
    /// The target that `path` names.
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// The targets of `paths`.
    pub(crate) fn all(paths: &[PathBuf]) -> Vec<Self> {
        paths.iter().cloned().map(Self).collect()
    }

    /// Compiles the instrument. That something cannot be read is a finding like any other.
    pub(crate) fn compile(&self) -> Compilation {
        let readable = fs::metadata(&self.0).and_then(|about| {
            // A folder that cannot be listed is not one without files.
            if about.is_dir() { names(&self.0).map(drop) } else { Ok(()) }
        });
        if let Err(cause) = readable {
            return self.unread(&cause);
        }
        let folder = self.folder();
        if !self.0.is_dir() {
            return enquire::check(&folder, Some(&self.file_name()));
        }
        let mut compilation = enquire::check(&folder, None);
        suggest_inner(&mut compilation.diagnostics, folder.path());
        compilation
    }

    /// Whether the file or folder is there.
    pub(crate) fn exists(&self) -> bool {
        self.0.exists()
    }

    /// The folder in which the instrument stands.
    pub(crate) fn folder(&self) -> Folder {
        let folder = if self.0.is_dir() { Some(self.0.as_path()) } else { self.0.parent() };
        Folder::new(folder.unwrap_or(Path::new("")).to_owned())
    }

    /// What to call the file at `path`, which is relative to the instrument's folder: what its user would type.
    pub(crate) fn shown(&self, path: &str) -> String {
        if is_shipped(path) { path.to_owned() } else { typed(&self.folder().join(path)) }
    }

    /// The file's name, or a dot for the folder itself.
    fn file_name(&self) -> String {
        let name = self.0.file_name().filter(|_| !self.0.is_dir());
        name.map_or_else(|| ".".to_owned(), |it| it.to_string_lossy().into_owned())
    }

    /// The finding that it cannot be read.
    pub(crate) fn unread(&self, cause: &io::Error) -> Compilation {
        let name = typed(&self.0);
        if cause.kind() == io::ErrorKind::NotFound {
            let help = format!("check how it is spelled; `enquire new {name}` begins an instrument there");
            let message = format!("there is no file or folder `{name}`");
            return only(&FILE_NOT_FOUND, &self.file_name(), &message, &help);
        }
        let message = format!("`{name}` cannot be read: {}", in_words(cause));
        let help = "check that you may read it and the folders it stands in";
        only(&UNREADABLE_FILE, &self.file_name(), &message, help)
    }
}

/// A compilation that did not come far: with one finding about the file or folder at `path`.
pub(crate) fn only(rule: &'static Rule, path: &str, message: &str, help: &str) -> Compilation {
    let mut sources = Sources::new();
    let file = sources.add(path, "");
    let found = Diagnostic::new(rule, Span::new(file, 0, 0), message).with_help(help);
    let diagnostics = Diagnostics::from_iter([found]);
    Compilation { sources, diagnostics, draft: None, checked: None }
}

/// Whether the file at `path` ships with the tool, so that nobody can change it.
pub(crate) fn is_shipped(path: &str) -> bool {
    path.starts_with("enquire:")
}

/// A path as people type it: with `/`, and without detours.
pub(crate) fn typed(path: &Path) -> String {
    let mut straight = PathBuf::new();
    for part in path.components() {
        let back = matches!(straight.components().next_back(), Some(Component::Normal(_)));
        match part {
            Component::CurDir => {}
            Component::ParentDir if back => {
                straight.pop();
            }
            Component::ParentDir | Component::Normal(_) | Component::RootDir | Component::Prefix(_) => {
                straight.push(part);
            }
        }
    }
    if straight.as_os_str().is_empty() {
        return ".".to_owned();
    }
    let text = straight.to_string_lossy();
    if MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(MAIN_SEPARATOR, "/") }
}

/// Where a folder without an instrument has folders with one, they are probably what is meant.
fn suggest_inner(diagnostics: &mut Diagnostics, folder: &Path) {
    for found in diagnostics.iter_mut().filter(|it| it.code() == NO_INSTRUMENT.code) {
        let inner = inner(folder);
        if !inner.is_empty() {
            let quoted: Vec<_> = inner.iter().map(|it| format!("`{}`", typed(it))).collect();
            *found = found.clone().with_help(format!("there are instruments in {}", quoted.join(", ")));
        }
    }
}

/// The folders directly in `folder` that hold `.enq` files.
fn inner(folder: &Path) -> Vec<PathBuf> {
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(here).into_iter().flatten().flatten().map(|it| folder.join(it.file_name()));
    let mut with: Vec<_> = entries.filter(|it| it.is_dir() && names(it).is_ok_and(|names| !names.is_empty())).collect();
    with.sort();
    with.truncate(SUGGESTIONS);
    with
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_as_they_would_be_typed() {
        let shown = |path: &str| typed(Path::new(path));
        assert_eq!(shown("./a/./b.enq"), "a/b.enq");
        assert_eq!(shown("a/b/../shared.enq"), "a/shared.enq");
        assert_eq!(shown("../../x.enq"), "../../x.enq");
        assert_eq!(shown("/a/../x.enq"), "/x.enq");
        assert_eq!(shown("a/.."), ".");
        assert_eq!(shown(""), ".");
    }

    #[test]
    fn shipped_files_keep_their_names() {
        let target = Target(PathBuf::from("somewhere/a.enq"));
        assert_eq!(target.shown("enquire:standards/x.enq"), "enquire:standards/x.enq");
        assert_eq!(target.shown("b.enq"), "somewhere/b.enq");
    }
}
