//! Where things are in the project.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::failure::Failure;

/// The file or folder at `path` from the root of the project.
pub(crate) fn at(path: &str) -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own).join(path)
}

/// The file or folder at `path` in the folder that cargo builds into.
pub(crate) fn target(path: &str) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| at("target"), |it| at("").join(it)).join(path)
}

/// The same for what the chores themselves build.
pub(crate) fn built(path: &str) -> PathBuf {
    target("xtask").join(path)
}

/// The folders and files in a folder, sorted.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let list = || fs::read_dir(folder)?.map(|it| Ok(it?.path())).collect::<io::Result<Vec<_>>>();
    let mut paths = list().map_err(|cause| Failure::of_path(folder, &cause))?;
    paths.sort();
    Ok(paths)
}

/// Writes a file, and the folders it stands in.
pub(crate) fn write(path: &Path, contents: &str) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).and_then(|()| fs::write(path, contents)).map_err(|cause| Failure::of_path(path, &cause))
}

/// The folders of the examples.
pub(crate) fn examples() -> Result<Vec<PathBuf>, Failure> {
    Ok(entries(&at("examples"))?.into_iter().filter(|it| it.is_dir()).collect())
}
