//! Files written so that a failure leaves what was there.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempDir};

use crate::failure::Failure;
use crate::folder;

/// How the names of temporary files and folders begin. They are hidden, and gone when a run ends.
const PREFIX: &str = ".enquire-";

/// Writes `files`, each a path within `folder` and its contents, all or none, and says how many were not there like that.
///
/// All are written beside their places first. Only then do they take the places, one rename each; if one of those fails,
/// the others are undone. Other files in the folder are left alone.
///
/// # Errors
/// If one cannot be written: then the folder is as it was.
pub(crate) fn write_all(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<usize, Failure> {
    try_write_all(folder, files).map_err(|cause| {
        let full = [ErrorKind::StorageFull, ErrorKind::QuotaExceeded].contains(&cause.kind());
        let room = if full { "make room, or " } else { "" };
        let help = format!("{room}choose another folder with `--out`");
        Failure::of_files("write to", folder, &cause, &help)
    })
}

fn try_write_all(folder: &Path, files: &[(String, Vec<u8>)]) -> io::Result<usize> {
    let mut made = MadeFolders::default();
    made.make(folder)?;
    let places: Vec<_> = files
        .iter()
        .map(|(name, contents)| (folder.join(name), contents))
        .filter(|(place, contents)| !holds(place, contents))
        .collect();
    let stage = tempfile::Builder::new().prefix(PREFIX).tempdir_in(folder)?;
    let mut exchange = Exchange::new(&stage);
    for (place, contents) in &places {
        made.make(place.parent().unwrap_or(folder))?;
        exchange.prepare(place, contents)?;
    }
    exchange.run()?;
    made.keep();
    // All is in its place: that the temporary folder may be left behind is no failure.
    let _ = stage.close();
    Ok(places.len())
}

/// Whether the file at `place` holds exactly `contents`: then its date stays what it is.
fn holds(place: &Path, contents: &[u8]) -> bool {
    let same_size = fs::symlink_metadata(place).is_ok_and(|it| it.is_file() && it.len() == contents.len() as u64);
    same_size && fs::read(place).is_ok_and(|it| it == contents)
}

/// Folders that were made on the way, to be removed unless they are kept.
#[derive(Default)]
struct MadeFolders(Vec<PathBuf>);

impl MadeFolders {
    /// Makes the folder at `path` and those it stands in, if they are not there.
    fn make(&mut self, path: &Path) -> io::Result<()> {
        if path.as_os_str().is_empty() || path.is_dir() {
            return Ok(());
        }
        if path.exists() {
            return Err(io::Error::new(ErrorKind::NotADirectory, "it is a file, not a folder"));
        }
        if let Some(outer) = path.parent() {
            self.make(outer)?;
        }
        fs::create_dir(path)?;
        self.0.push(path.to_owned());
        Ok(())
    }

    fn keep(&mut self) {
        self.0.clear();
    }
}

impl Drop for MadeFolders {
    fn drop(&mut self) {
        for path in self.0.iter().rev() {
            // Somebody else may have put something there meanwhile: then it stays.
            let _ = fs::remove_dir(path);
        }
    }
}

/// New files that take the places of old ones together.
struct Exchange<'a> {
    stage: &'a TempDir,
    moves: Vec<Move>,
}

/// A file on its way to its place.
struct Move {
    new: PathBuf,
    /// What stood in its place, if anything did.
    old: Option<PathBuf>,
    place: PathBuf,
}

impl<'a> Exchange<'a> {
    fn new(stage: &'a TempDir) -> Self {
        Self { stage, moves: Vec::new() }
    }

    /// Writes `contents`, and keeps what stands at `place`. Both lie in the temporary folder.
    fn prepare(&mut self, place: &Path, contents: &[u8]) -> io::Result<()> {
        let number = self.moves.len();
        let new = self.stage.path().join(format!("{number}.new"));
        let mut file = File::create_new(&new)?;
        file.write_all(contents)?;
        // Some file systems only say here that there is no room.
        file.sync_all()?;
        let old = match fs::symlink_metadata(place) {
            Ok(about) if about.is_dir() => {
                let message = format!("`{}` is a folder", place.display());
                return Err(io::Error::new(ErrorKind::IsADirectory, message));
            }
            Ok(_) => {
                let old = self.stage.path().join(format!("{number}.old"));
                fs::hard_link(place, &old).or_else(|_| fs::copy(place, &old).map(drop))?;
                Some(old)
            }
            Err(cause) if cause.kind() == ErrorKind::NotFound => None,
            Err(cause) => return Err(cause),
        };
        self.moves.push(Move { new, old, place: place.to_owned() });
        Ok(())
    }

    fn run(&self) -> io::Result<()> {
        for (done, step) in self.moves.iter().enumerate() {
            if let Err(cause) = fs::rename(&step.new, &step.place) {
                self.moves.iter().take(done).for_each(Move::undo);
                return Err(cause);
            }
        }
        Ok(())
    }
}

impl Move {
    fn undo(&self) {
        // The failure that led here is the one to tell.
        let _ = match &self.old {
            Some(old) => fs::rename(old, &self.place),
            None => fs::remove_file(&self.place),
        };
    }
}

/// Puts `new` in the place of `old`, the text of the file at `path`, at one stroke. Permissions are kept, and a link
/// stays a link.
///
/// # Errors
/// If it cannot be written, or is not what it was any more: then it is left as it is.
pub(crate) fn replace(path: &Path, old: &str, new: &str) -> Result<(), Failure> {
    if folder::read(path).ok().as_deref() != Some(old.as_bytes()) {
        let message = format!("`{}` was changed by another program meanwhile", path.display());
        return Err(Failure::not_done(message, "run the command again"));
    }
    try_replace(path, new).map_err(|cause| {
        Failure::of_files("write to", path, &cause, "check that you may change the file and its folder")
    })
}

fn try_replace(path: &Path, text: &str) -> io::Result<()> {
    let path = path.canonicalize()?;
    let permissions = fs::metadata(&path)?.permissions();
    // Who may not write to the file may still replace it, but should not.
    OpenOptions::new().append(true).open(&path)?;
    let mut file = NamedTempFile::with_prefix_in(PREFIX, path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    fs::set_permissions(file.path(), permissions)?;
    file.persist(&path).map_err(|failed| failed.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, contents: &str) -> (String, Vec<u8>) {
        (name.to_owned(), contents.as_bytes().to_vec())
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn writes_into_folders_that_are_not_there_yet_and_only_what_changed() {
        let temp = tempfile::tempdir().unwrap();
        let out = temp.path().join("a/out");
        let mut files = [file("one", "1"), file("inner/two", "2")];
        assert_eq!(write_all(&out, &files).unwrap(), 2);
        assert_eq!(names(&out), ["inner", "one"]);
        files[0].1 = b"new".to_vec();
        assert_eq!(write_all(&out, &files).unwrap(), 1);
        assert_eq!(fs::read_to_string(out.join("one")).unwrap(), "new");
    }

    #[test]
    fn a_failure_leaves_everything_as_it_was() {
        let temp = tempfile::tempdir().unwrap();
        let out = temp.path().join("out");
        fs::create_dir_all(out.join("two/inner")).unwrap();
        fs::write(out.join("one"), "old").unwrap();
        let failure = write_all(&out, &[file("zero", "0"), file("one", "new"), file("two", "2")]).unwrap_err();
        assert!(failure.to_string().contains("is a folder"), "{failure}");
        assert_eq!(names(&out), ["one", "two"]);
        assert_eq!(fs::read_to_string(out.join("one")).unwrap(), "old");
    }

    #[test]
    fn a_failed_exchange_is_undone() {
        let temp = tempfile::tempdir().unwrap();
        let stage = tempfile::tempdir_in(temp.path()).unwrap();
        let (one, two, lost) = (temp.path().join("one"), temp.path().join("two"), temp.path().join("lost"));
        fs::write(&one, "old").unwrap();
        let mut exchange = Exchange::new(&stage);
        for place in [&one, &two, &lost] {
            exchange.prepare(place, b"new").unwrap();
        }
        fs::remove_file(&exchange.moves[2].new).unwrap();
        assert!(exchange.run().is_err());
        assert_eq!(fs::read_to_string(&one).unwrap(), "old");
        assert!(!two.exists());
    }

    #[test]
    fn folders_that_were_made_in_vain_are_removed() {
        let temp = tempfile::tempdir().unwrap();
        let blocked = temp.path().join("file");
        fs::write(&blocked, "").unwrap();
        assert!(write_all(&blocked.join("out"), &[file("one", "1")]).is_err());
        assert!(write_all(&temp.path().join("new"), &[file("one", "1"), file("one/two", "2")]).is_err());
        assert_eq!(names(temp.path()), ["file"]);
    }

    #[test]
    fn a_file_that_changed_meanwhile_is_not_replaced() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("a.enq");
        fs::write(&path, "theirs").unwrap();
        assert!(replace(&path, "ours", "new").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
        replace(&path, "theirs", "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(temp.path()), ["a.enq"]);
    }
}
