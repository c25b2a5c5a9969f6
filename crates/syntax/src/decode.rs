//! Bytes to text.

use enquire_diagnostics::codes::{BINARY_FILE, INVALID_UTF8};
use enquire_diagnostics::{Diagnostic, FileId, Span};

/// The text in `bytes`, the contents of `file`.
///
/// # Errors
/// A finding if the bytes are not UTF-8, or hold a control character that no text has. Its place counts in the text up to the fault.
pub fn decode(file: FileId, bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    if let Some(at) = bytes.iter().position(|byte| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r')) {
        return Err(Box::new(
            Diagnostic::new(
                &BINARY_FILE,
                Span::new(file, 0, 0),
                format!("this is not a text: byte {} is a control character", at + 1),
            )
            .with_help("an instrument is a plain text in UTF-8; save it as such from your editor"),
        ));
    }
    std::str::from_utf8(bytes).map_err(|fault| {
        let at = fault.valid_up_to();
        let place = u32::try_from(at).unwrap_or(u32::MAX);
        Box::new(
            Diagnostic::new(
                &INVALID_UTF8,
                Span::new(file, place, place),
                format!("this is not a text in UTF-8: byte {} cannot be read", at + 1),
            )
            .with_primary_label("the text can be read up to here")
            .with_help("save the file again with the encoding UTF-8"),
        )
    })
}
