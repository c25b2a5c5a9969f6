//! Texts altered by chance: new lines and comments between any two tokens change nothing but the places where they stand, blanks change
//! nothing at all, and whatever form can be read can be laid out.

use enquire_syntax::Parse;

use crate::guarantees::{comments, formatted, outline, read, tokens};
use crate::samples::{Sample, samples};

/// How long the texts are that are altered; each alteration is parsed.
const LONGEST: usize = 1_200;
const ALTERATIONS: usize = 6;

/// Deterministic numbers (Marsaglia's xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap_or_default()
    }

    fn one_of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        let index = self.below(choices.len());
        choices.get(index).copied().unwrap_or_default()
    }

    /// The byte at which one of the tokens of `parsed` begins.
    fn boundary(&mut self, parsed: &Parse) -> usize {
        let tokens = tokens(&parsed.node());
        tokens.get(self.below(tokens.len())).map_or(0, |token| token.text_range().start().into())
    }
}

/// The texts to alter, each with the seed of its alterations.
fn seeds() -> impl Iterator<Item = (Sample, u64)> {
    samples()
        .into_iter()
        .filter(|sample| sample.text.len() < LONGEST && read(&sample.text).findings().is_empty())
        .zip(1_u64..)
        .map(|(sample, seed)| (sample, seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
}

/// Applies `alter` again and again to `text`, and keeps what it gives where the grammar takes that for the same with `comments` more
/// comments: where it does not, the alteration was not one of layout. Gives how many were kept.
fn alter(text: &mut String, mut alter: impl FnMut(usize, &Parse, &mut String) -> usize) -> usize {
    let mut kept = 0;
    let mut parsed = read(text);
    let meaning = outline(&parsed);
    let mut comment_count = comments(&parsed).len();
    for round in 0..ALTERATIONS {
        let mut altered = text.clone();
        let added = alter(round, &parsed, &mut altered);
        let reparsed = read(&altered);
        if reparsed.findings().is_empty()
            && outline(&reparsed) == meaning
            && comments(&reparsed).len() == comment_count + added
        {
            *text = altered;
            parsed = reparsed;
            comment_count += added;
            kept += 1;
        }
    }
    kept
}

#[test]
fn comments_and_new_lines_between_tokens_are_kept_or_mended() {
    let mut kept = 0;
    for (Sample { name, mut text }, seed) in seeds() {
        let mut numbers = Numbers(seed);
        kept += alter(&mut text, |round, parsed, altered| {
            let comment = format!("// comment {round}\n");
            let own_line = format!("\n\t // comment {round} \t\r\n");
            let lines = ["\n", "\r\n", "\n\n\n", "\u{A0}\t", &comment, &own_line];
            let inserted = numbers.one_of(&lines);
            altered.insert_str(numbers.boundary(parsed), inserted);
            usize::from(inserted.contains("//"))
        });
        formatted(&format!("{name} with seed {seed}"), &text);
    }
    assert!(kept > 500, "only {kept} insertions were possible");
}

#[test]
fn blanks_make_no_difference() {
    let mut kept = 0;
    for (Sample { name, mut text }, seed) in seeds() {
        let name = format!("{name} with seed {seed}");
        let mut numbers = Numbers(seed);
        let laid_out = formatted(&name, &text);
        kept += alter(&mut text, |_, parsed, altered| {
            let at = numbers.boundary(parsed);
            if altered.as_bytes().get(at) == Some(&b' ') && numbers.below(2) == 0 {
                altered.remove(at);
            } else {
                altered.insert_str(at, numbers.one_of(&["\t", "  ", "\u{A0}"]));
            }
            0
        });
        assert_eq!(formatted(&name, &text), laid_out, "{name}\n{text}");
    }
    assert!(kept > 500, "only {kept} alterations were possible");
}

#[test]
fn whatever_can_be_read_can_be_laid_out() {
    let mut readable = 0;
    for (Sample { name, text }, seed) in seeds() {
        let mut numbers = Numbers(seed);
        let parsed = read(&text);
        for _ in 0..ALTERATIONS {
            let mut words: Vec<String> = tokens(&parsed.node()).iter().map(|it| it.text().to_owned()).collect();
            for _ in 0..=numbers.below(3) {
                shuffle(&mut words, &mut numbers);
            }
            let altered = words.concat();
            if read(&altered).findings().is_empty() {
                formatted(&format!("{name} with seed {seed}"), &altered);
                readable += 1;
            }
        }
    }
    assert!(readable > 500, "only {readable} texts could be read");
}

/// What is put between words, to come upon forms that nobody writes.
const ODDITIES: &[&str] = &[
    ",",
    ", ",
    "(",
    ")",
    " (a, b) ",
    "{",
    "}",
    " {} ",
    ":",
    "\n",
    "\r",
    "\r\n",
    "\t",
    " // odd\n",
    "\n // odd\n\n",
    " = ",
    " or ",
    " and ",
    " not ",
    " - ",
    "-",
    "+",
    " in (a,\nb) ",
    " of { a \"A\" b \"B\" }",
    " when a = b ",
    " if x ",
    " \"text\" ",
    " \"\"\"question q \"text\" {\n  a\n    b\"\"\" ",
    " \"\"\"\n\n \u{3000}a\n  b\"\"\" ",
    "\"\"\"a\r  b\n\"\"\"",
    " 4\u{2013}7 ",
    " 6(a) ",
    " 2007-01-01 ",
    " 5 days ",
    " question ",
    " for x {} ",
    " column ",
    " note ",
    " apply f (x) ",
    " a_very_long_word_that_takes_much_of_the_line ",
    " another_very_long_word_that_takes_much_of_the_line, ",
];

/// Takes away, doubles or moves a word, or puts something odd between two words.
fn shuffle(words: &mut Vec<String>, numbers: &mut Numbers) {
    let word = if words.is_empty() || numbers.below(2) == 0 {
        numbers.one_of(ODDITIES).to_owned()
    } else {
        words.remove(numbers.below(words.len()))
    };
    for _ in 0..numbers.below(3) {
        words.insert(numbers.below(words.len() + 1), word.clone());
    }
}
