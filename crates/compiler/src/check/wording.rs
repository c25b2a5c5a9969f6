//! The words of a text as its readers see them, and where in the source they stand.

use std::ops::Range;

use enquire_diagnostics::Span;
use enquire_model::{Inline, Reference, Text};

use super::{Context, span};

/// A text on one line, taken apart into words. What stands in quotation marks is left out: it is somebody else's word.
pub(super) struct Line {
    text: String,
    /// Where its words are.
    words: Vec<Range<usize>>,
    /// The words in small letters, one after the other, and where each ends.
    folded: String,
    ends: Vec<usize>,
}

impl Context<'_> {
    /// Whether the rules that know English words apply: the source language is English.
    pub(super) fn is_english(&self) -> bool {
        self.instrument.languages.first().is_some_and(|it| it.split('-').next() == Some("en"))
    }

    /// `text` on one line as it is printed: terms and provisions in words, other references by what they refer to.
    pub(super) fn printed(&self, text: &Text) -> String {
        text.on_one_line(&|part| self.reference(part))
    }

    /// The words of `text`.
    pub(super) fn line(&self, text: &Text) -> Line {
        Line::of(&self.printed(text))
    }

    /// Where `phrase` stands in `text`; the whole text where it came in through a parameter or a reference.
    pub(super) fn place_of(&self, text: &Text, phrase: &str) -> Span {
        let whole = span(text.place);
        let written = self.sources.slice(whole);
        match find(written, phrase) {
            Some(found) => Span::new(whole.file, whole.start + offset(found.start), whole.start + offset(found.end)),
            None => whole,
        }
    }

    fn reference(&self, part: &Inline) -> String {
        match part {
            Inline::Reference(Reference::Term { form: Some(form), .. }) => form.clone(),
            Inline::Reference(Reference::Term { term, form: None }) => {
                self.instrument.terms.get(term.as_str()).map_or_else(|| term.to_string(), |it| it.label.clone())
            }
            Inline::Reference(Reference::Provision { standard, .. }) => self
                .instrument
                .standards
                .get(standard.as_str())
                .map_or_else(String::new, |it| format!("a paragraph of the {}", it.short)),
            Inline::Reference(Reference::Question(_)) => "a question".to_owned(),
            Inline::Reference(Reference::Section(_)) => "a section".to_owned(),
            Inline::Answer(_) => "an answer".to_owned(),
            Inline::Words(_)
            | Inline::Emphasis(_)
            | Inline::Strong(_)
            | Inline::Blank(_)
            | Inline::Footnote(_)
            | Inline::Alternatives(_)
            | Inline::Link(_)
            | Inline::Break => String::new(),
        }
    }
}

impl Line {
    /// The words of `text`, which is on one line.
    pub(super) fn of(text: &str) -> Self {
        let text = without_quotations(text);
        let words = words(&text);
        let mut folded = String::with_capacity(text.len());
        let mut ends = Vec::with_capacity(words.len());
        for range in &words {
            let word = text.get(range.clone()).unwrap_or_default();
            folded.extend(word.chars().flat_map(char::to_lowercase).map(|it| if it == '’' { '\'' } else { it }));
            ends.push(folded.len());
        }
        Self { text, words, folded, ends }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word `at` in small letters; nothing past the end.
    pub(super) fn word(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before));
        let (Some(start), Some(end)) = (start, self.ends.get(at)) else {
            return "";
        };
        self.folded.get(*start..*end).unwrap_or_default()
    }

    /// The word `back` places before `at`, in small letters; nothing before the beginning.
    pub(super) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |it| self.word(it))
    }

    /// Whether the words from `at` on are those of `phrase`, which is in small letters.
    pub(super) fn has(&self, at: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(index, word)| self.word(at + index) == word)
    }

    /// The places at which `phrase` begins.
    pub(super) fn places<'a>(&'a self, phrase: &'a str) -> impl Iterator<Item = usize> + 'a {
        (0..self.len()).filter(move |at| self.has(*at, phrase))
    }

    /// Whether one of `phrases` stands anywhere.
    pub(super) fn has_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.places(phrase).next().is_some())
    }

    /// What was written from the word `first` to the word `last`.
    pub(super) fn written(&self, first: usize, last: usize) -> &str {
        let (Some(from), Some(to)) = (self.words.get(first), self.words.get(last)) else {
            return "";
        };
        self.text.get(from.start..to.end).unwrap_or_default()
    }

    /// What stands between the word `at` and the next one.
    pub(super) fn gap(&self, at: usize) -> &str {
        let start = self.words.get(at).map_or(0, |range| range.end);
        let end = self.words.get(at + 1).map_or(self.text.len(), |range| range.start);
        self.text.get(start..end).unwrap_or_default()
    }
}

/// Whether a year of our time or the one before is among the words, such as 1985 or 2007.
pub(super) fn names_a_year(line: &Line) -> bool {
    (0..line.len()).any(|at| {
        line.word(at).split('-').any(|part| {
            part.len() == 4
                && part.chars().all(|it| it.is_ascii_digit())
                && (part.starts_with("19") || part.starts_with("20"))
        })
    })
}

/// The words in `text`: letters and figures, with hyphens and apostrophes between them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let joins = matches!(character, '-' | '\'' | '’')
            && start.is_some()
            && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if character.is_alphanumeric() || joins {
            start = start.or(Some(at));
            end = at + character.len_utf8();
        } else if let Some(begun) = start.take() {
            found.push(begun..end);
        }
    }
    found.extend(start.map(|begun| begun..end));
    found
}

/// `text` with blanks in place of what stands in quotation marks.
fn without_quotations(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut closing: Option<char> = None;
    for (at, character) in text.char_indices() {
        let rest = text.get(at + character.len_utf8()..).unwrap_or_default();
        match closing {
            Some(mark) => {
                result.push(' ');
                if character == mark {
                    closing = None;
                }
            }
            None => match closing_mark(character).filter(|mark| rest.contains(*mark)) {
                Some(mark) => {
                    closing = Some(mark);
                    result.push(' ');
                }
                None => result.push(character),
            },
        }
    }
    result
}

fn closing_mark(opening: char) -> Option<char> {
    match opening {
        '"' => Some('"'),
        '“' => Some('”'),
        '«' => Some('»'),
        _ => None,
    }
}

/// Where `phrase` stands in `written` as whole words. A blank in it stands for any blanks, line breaks included.
fn find(written: &str, phrase: &str) -> Option<Range<usize>> {
    if phrase.is_empty() {
        return None;
    }
    written.char_indices().find_map(|(start, _)| {
        let before = written.get(..start).and_then(|it| it.chars().next_back());
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let length = matched(written.get(start..)?, phrase)?;
        let after = written.get(start + length..).and_then(|it| it.chars().next());
        (!after.is_some_and(char::is_alphanumeric)).then_some(start..start + length)
    })
}

/// How many bytes at the beginning of `written` are `phrase`.
fn matched(written: &str, phrase: &str) -> Option<usize> {
    let mut rest = written;
    for (index, word) in phrase.split(' ').enumerate() {
        if index > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        rest = rest.strip_prefix(word)?;
    }
    Some(written.len() - rest.len())
}

fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_hyphens_and_apostrophes() {
        let line = Line::of("Are non-custodial sanctions the judge's, or don’t you know?");
        assert_eq!(line.word(1), "non-custodial");
        assert_eq!(line.word(4), "judge's");
        assert_eq!(line.word(6), "don't");
        assert_eq!(line.written(6, 7), "don’t you");
        assert_eq!(line.gap(4), ", ");
        assert_eq!(line.before(0, 1), "");
    }

    #[test]
    fn quotations_are_left_out() {
        let line = Line::of("Who answered \"no\" or “not yet”, and why?");
        assert!(!line.has_any(&["no", "not yet"]));
        assert!(line.has_any(&["answered", "and why"]));
        assert!(Line::of("A 5\" pipe, not more").has_any(&["not"]));
    }

    #[test]
    fn phrases_are_found_as_whole_words_across_lines() {
        assert_eq!(find("\"note: not\n    now\"", "not now"), Some(7..18));
        assert_eq!(find("nothing", "not"), None);
        assert_eq!(find("{topic}", "not"), None);
    }

    #[test]
    fn years_are_of_four_figures() {
        assert!(names_a_year(&Line::of("between 2004 and 2007")));
        assert!(names_a_year(&Line::of("at 2008-06-30")));
        assert!(!names_a_year(&Line::of("for 1200 persons, 20041 in all")));
    }
}
