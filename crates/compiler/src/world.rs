//! Where texts come from. The compiler reads no files itself: whoever calls it hands it a world.

/// The files of an instrument's folder, and what ships with the tool.
pub trait World {
    /// The paths of the `.enq` files directly in the folder, sorted.
    fn files(&self) -> Vec<String>;

    /// The bytes of the file at `path`, which is relative to the folder and uses `/`.
    ///
    /// # Errors
    /// [`Unread`] if there are none to be had.
    fn read(&self, path: &str) -> Result<Vec<u8>, Unread>;

    /// The library `name` that ships with the tool.
    fn library(&self, name: &str) -> Option<Shipped>;

    /// The catalogue of the standard `symbol` that ships with the tool.
    fn standard(&self, symbol: &str) -> Option<Shipped>;

    /// The names of all libraries that ship with the tool.
    fn libraries(&self) -> Vec<&'static str>;

    /// The symbols of all standards that ship with the tool.
    fn standards(&self) -> Vec<&'static str>;
}

/// A text that ships with the tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shipped {
    /// What to call it in findings.
    pub path: &'static str,
    /// The text.
    pub text: &'static str,
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// There is no such file.
    NotFound,
    /// It is there and cannot be read; the operating system's words.
    Unreadable(String),
    /// It is larger than [`MOST_BYTES`]; its size in bytes.
    TooLarge(u64),
}

/// How large a file may be, in bytes: 8 MiB, some forty times the largest instrument known.
pub const MOST_BYTES: u64 = 8 * 1024 * 1024;
