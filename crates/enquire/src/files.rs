//! Where an instrument's texts come from.

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
