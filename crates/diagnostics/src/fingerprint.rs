//! What makes a finding the same finding tomorrow: neither its line nor its wording.

use crate::{Diagnostic, Sources};

impl Diagnostic {
    /// Sixteen hexadecimal digits that stay the same while the instrument is edited elsewhere: they depend on the code,
    /// the element, the file and the underlined text, not on lines or on the message.
    pub fn fingerprint(&self, sources: &Sources) -> String {
        let path = sources.path(self.span().file).replace('\\', "/");
        // Blanks and line breaks do not count, so that laying out a file anew changes nothing.
        let text: Vec<_> = sources.slice(self.span()).split_whitespace().collect();
        let parts = [self.code(), self.element().unwrap_or(""), &path, &text.join(" ")];
        format!("{:016x}", fnv1a(&parts.join("\0")))
    }
}

/// The 64-bit FNV-1a hash, which is the same on every machine and in every release.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, codes};

    #[test]
    fn hash_is_the_published_one() {
        assert_eq!(fnv1a(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn lines_and_words_do_not_count_but_the_place_does() {
        let mut sources = Sources::new();
        let file = sources.add("a.enq", "ab  cd\n\n  ab cd ef");
        let found = |start, end, message: &str| {
            Diagnostic::new(&codes::UNDEFINED_NAME, Span::new(file, start, end), message).fingerprint(&sources)
        };
        assert_eq!(found(0, 6, "one"), found(10, 15, "other"));
        assert_ne!(found(0, 6, "one"), found(16, 18, "one"));
    }
}
