//! The files of an instrument's folder, as the compiler asks for them.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use enquire::{Files, MOST_BYTES, Unread};

use crate::failure::in_words;

/// A folder of the file system.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// The folder at `path`.
    pub(crate) fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Where the file at `path` within the folder is.
    pub(crate) fn join(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    /// The folder itself.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Files for Folder {
    fn list(&self) -> Vec<String> {
        names(&self.0).unwrap_or_default()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Unread> {
        read(&self.join(path)).map_err(|fault| match fault {
            // Such a name was made readable when the folder was listed, and is no name of the file system's any more.
            Unread::NotFound if path.contains(char::REPLACEMENT_CHARACTER) => {
                Unread::Unreadable("its name is not in UTF-8".to_owned())
            }
            Unread::NotFound | Unread::Unreadable(_) | Unread::TooLarge(_) => fault,
        })
    }
}

/// The names that end in `.enq` in the folder at `path`, sorted. Hidden files, such as the locks of some editors, are
/// no part of an instrument.
pub(crate) fn names(path: &Path) -> io::Result<Vec<String>> {
    // A folder whose name is empty is the present one.
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(path)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_instrument = Path::new(&name).extension().is_some_and(|it| it == "enq");
        if is_instrument && !name.starts_with('.') {
            names.insert(name);
        }
    }
    Ok(names.into_iter().collect())
}

/// The bytes of a file. Its size is looked at first, so that a huge file costs nothing, and what is no file at all, such
/// as a pipe, is never waited for.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Unread> {
    let about = fs::metadata(path).map_err(|cause| unread(&cause))?;
    if about.is_dir() {
        return Err(Unread::Unreadable("it is a folder".to_owned()));
    }
    if !about.is_file() {
        return Err(Unread::Unreadable("it is not a regular file".to_owned()));
    }
    if about.len() > MOST_BYTES {
        return Err(Unread::TooLarge(about.len()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|cause| unread(&cause))?;
    // It may have grown since.
    let read = file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|cause| unread(&cause))?;
    if read as u64 > MOST_BYTES {
        return Err(Unread::TooLarge(read as u64));
    }
    Ok(bytes)
}

fn unread(cause: &io::Error) -> Unread {
    if cause.kind() == io::ErrorKind::NotFound { Unread::NotFound } else { Unread::Unreadable(in_words(cause)) }
}
