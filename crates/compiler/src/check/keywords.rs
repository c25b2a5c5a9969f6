//! Words that programming languages keep for themselves: types and fields that are made of an instrument cannot be called by them.

/// The languages in which the word `id` is reserved.
pub(super) fn languages_of(id: &str) -> Vec<&'static str> {
    RESERVED
        .iter()
        .filter(|(_, words)| words.contains(id) && words.split(' ').any(|word| word == id))
        .map(|(language, _)| *language)
        .collect()
}

/// Each language with its reserved words. Only those in small letters matter: ids have no others.
const RESERVED: [(&str, &str); 5] = [
    ("Enquire", "and as_at contains false if in instrument is not or period_end period_start true when where"),
    (
        "Java",
        "abstract assert boolean break byte case catch char class const continue default do double else enum extends \
         false final finally float for goto if implements import instanceof int interface long native new null package \
         private protected public return short static strictfp super switch synchronized this throw throws transient \
         true try void volatile while",
    ),
    (
        "Python",
        "and as assert async await break class continue def del elif else except finally for from global if import in \
         is lambda nonlocal not or pass raise return try while with yield",
    ),
    (
        "Rust",
        "abstract as async await become box break const continue crate do dyn else enum extern false final fn for gen \
         if impl in let loop macro match mod move mut override priv pub ref return self static struct super trait true \
         try type typeof unsafe unsized use virtual where while yield",
    ),
    (
        "TypeScript",
        "await break case catch class const continue debugger default delete do else enum export extends false finally \
         for function if implements import in instanceof interface let new null package private protected public \
         return static super switch this throw true try typeof var void while with yield",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_words_are_told_with_their_languages() {
        assert_eq!(languages_of("class"), ["Java", "Python", "TypeScript"]);
        assert_eq!(languages_of("type"), ["Rust"]);
        assert!(languages_of("redress").is_empty());
    }
}
