//! Where an instrument's texts come from.

use std::collections::BTreeMap;
use std::path::Path;

use enquire_compiler::{Shipped, Unread};

/// The folder of an instrument. Whoever calls the toolchain says how its files are read.
pub trait Files {
    /// The paths of the `.enq` files directly in the folder, sorted.
    fn list(&self) -> Vec<String>;

    /// The bytes of the file at `path`, which is relative to the folder and uses `/`.
    ///
    /// # Errors
    /// [`Unread`] if there are none to be had.
    fn read(&self, path: &str) -> Result<Vec<u8>, Unread>;
}

/// Files that are in memory, by their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts(BTreeMap<String, String>);

impl<P: Into<String>, T: Into<String>, const N: usize> From<[(P, T); N]> for Texts {
    fn from(files: [(P, T); N]) -> Self {
        files.into_iter().collect()
    }
}

impl<P: Into<String>, T: Into<String>> FromIterator<(P, T)> for Texts {
    fn from_iter<I: IntoIterator<Item = (P, T)>>(files: I) -> Self {
        let owned = files.into_iter().map(|(path, text)| (path.into(), text.into()));
        Self(owned.collect())
    }
}

impl Files for Texts {
    fn list(&self) -> Vec<String> {
        let directly =
            |path: &&String| Path::new(path).extension().is_some_and(|it| it == "enq") && !path.contains('/');
        self.0.keys().filter(directly).cloned().collect()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Unread> {
        let text = self.0.get(path).ok_or(Unread::NotFound)?;
        Ok(text.clone().into_bytes())
    }
}

/// The folder together with what ships with the tool.
pub(crate) struct World<'f>(pub(crate) &'f dyn Files);

impl enquire_compiler::World for World<'_> {
    fn files(&self) -> Vec<String> {
        self.0.list()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, Unread> {
        self.0.read(path)
    }

    fn library(&self, name: &str) -> Option<Shipped> {
        enquire_catalogue::library(name)
    }

    fn standard(&self, symbol: &str) -> Option<Shipped> {
        enquire_catalogue::standard(symbol)
    }

    fn libraries(&self) -> Vec<&'static str> {
        enquire_catalogue::libraries().collect()
    }

    fn standards(&self) -> Vec<&'static str> {
        enquire_catalogue::standards().collect()
    }
}
