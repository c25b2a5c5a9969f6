//! The files of an instrument, in memory.

use std::collections::BTreeMap;
use std::path::Path;

use enquire::{Compilation, Files, MOST_BYTES, Unread, check};

use crate::place::{entries, name};

/// Files by path, with what reading each gives. The root is named if the folder is not to be searched for it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts {
    pub(crate) root: Option<String>,
    files: BTreeMap<String, Result<Vec<u8>, Unread>>,
}

impl Texts {
    /// One file, which is the root.
    pub(crate) fn of_file(path: &Path) -> Self {
        let name = name(path);
        let mut texts = Self { root: Some(name.clone()), files: BTreeMap::new() };
        texts.insert(&name, read(path));
        texts
    }

    /// The `.enq` files of a folder and of the folders in it.
    pub(crate) fn of_folder(folder: &Path) -> Self {
        let mut texts = Self::default();
        texts.add_folder(folder, "");
        texts
    }

    fn add_folder(&mut self, folder: &Path, before: &str) {
        for path in entries(folder) {
            let name = format!("{before}{}", name(&path));
            if path.extension().is_some_and(|it| it == "enq") {
                self.insert(&name, read(&path));
            } else if path.is_dir() {
                self.add_folder(&path, &format!("{name}/"));
            }
        }
    }

    /// Adds or replaces a file.
    pub(crate) fn insert(&mut self, path: &str, contents: Result<Vec<u8>, Unread>) {
        self.files.insert(path.to_owned(), contents);
    }

    /// Whether there is a file at `path`.
    pub(crate) fn contains(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The files that are text, with their texts.
    pub(crate) fn readable(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|(path, contents)| {
            let text = std::str::from_utf8(contents.as_ref().ok()?).ok()?;
            Some((path.as_str(), text))
        })
    }

    /// What comes of compiling them.
    pub(crate) fn compile(&self) -> Compilation {
        check(self, self.root.as_deref())
    }
}

impl Files for Texts {
    fn list(&self) -> Vec<String> {
        self.files.keys().filter(|it| !it.contains('/')).cloned().collect()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Unread> {
        self.files.get(path).cloned().unwrap_or(Err(Unread::NotFound))
    }
}

/// The contents of a file. One that begins `// size 9000000` is taken to have that many bytes, which spares the project large files.
fn read(path: &Path) -> Result<Vec<u8>, Unread> {
    let bytes = std::fs::read(path).map_err(|fault| Unread::Unreadable(fault.to_string()))?;
    let size = std::str::from_utf8(&bytes)
        .ok()
        .and_then(|it| it.lines().next()?.strip_prefix("// size ")?.parse().ok())
        .unwrap_or(bytes.len() as u64);
    if size > MOST_BYTES { Err(Unread::TooLarge(size)) } else { Ok(bytes) }
}
