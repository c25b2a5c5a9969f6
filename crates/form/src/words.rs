//! Every word that the tool itself prints, one row for each sentence.
//!
//! A sentence is a pattern with named places, never pieces put together elsewhere: another language may need another order.
//! [`sentences!`](crate::sentences) makes a method of [`Words`] of each row.
//!
//! In a pattern `{name}` is a place, and `{count:entry|entries}` takes the first word if the value of `count` is 1.

mod answers;
mod conditions;
mod form;
mod places;

use crate::document::Line;

/// A sentence: its key for translators, its places, and the pattern in English.
#[derive(Debug, Clone, Copy)]
pub struct Sentence {
    /// The name of the row.
    pub key: &'static str,
    /// The names of its places.
    pub places: &'static [&'static str],
    /// The pattern in English.
    pub english: &'static str,
}

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    pattern: fn(&'static Sentence) -> &'static str,
}

impl Words {
    /// The words in English, the language of every pattern in the source.
    pub fn english() -> Self {
        Self { pattern: |sentence| sentence.english }
    }

    /// The sentence with its places filled by `values`, in the order of the sentence's places.
    pub fn fill(self, sentence: &'static Sentence, values: &[Line]) -> Line {
        fill((self.pattern)(sentence), sentence.places, values)
    }
}

/// Every sentence of this crate, for translators.
pub fn sentences() -> Vec<&'static Sentence> {
    [answers::SENTENCES, conditions::SENTENCES, form::SENTENCES, places::SENTENCES].concat()
}

fn fill(pattern: &str, places: &[&str], values: &[Line]) -> Line {
    let value = |name: &str| places.iter().position(|place| *place == name).and_then(|at| values.get(at));
    let mut line = Line::default();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        if !before.is_empty() {
            line.push(before);
        }
        let Some((place, following)) = after.split_once('}') else {
            break;
        };
        let (name, forms) = place.split_once(':').map_or((place, None), |(name, forms)| (name, forms.split_once('|')));
        match (value(name), forms) {
            (Some(count), Some((one, other))) => {
                line.push(if count.plain() == "1" { one } else { other });
            }
            (Some(value), None) => line.push(value.clone()),
            (None, _) => {}
        }
        rest = following;
    }
    if !rest.is_empty() {
        line.push(rest);
    }
    line
}

/// Makes a method of a type with a method `fill` of every sentence, and the list `SENTENCES` of them.
///
/// A row is `name(place, place) = "pattern";`.
#[macro_export]
macro_rules! sentences {
    ($words:ty; $($name:ident($($place:ident),*) = $english:literal;)+) => {
        /// The sentences of this part, for translators.
        pub(crate) const SENTENCES: &[&$crate::words::Sentence] = &[$(&$crate::words::Sentence {
            key: stringify!($name),
            places: &[$(stringify!($place)),*],
            english: $english,
        }),+];

        impl $words {
            $(
                #[doc = concat!("`", $english, "`")]
                pub(crate) fn $name(self $(, $place: impl Into<$crate::document::Line>)*) -> $crate::document::Line {
                    const SENTENCE: $crate::words::Sentence = $crate::words::Sentence {
                        key: stringify!($name),
                        places: &[$(stringify!($place)),*],
                        english: $english,
                    };
                    self.fill(&SENTENCE, &[$($place.into()),*])
                }
            )+
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places_in(pattern: &str) -> Vec<&str> {
        let parts = pattern.split('{').skip(1);
        parts.filter_map(|part| part.split_once('}')).map(|(place, _)| place.split(':').next().unwrap()).collect()
    }

    #[test]
    fn every_pattern_uses_exactly_its_places() {
        for sentence in sentences() {
            let mut used = places_in(sentence.english);
            used.sort_unstable();
            used.dedup();
            let mut declared = sentence.places.to_vec();
            declared.sort_unstable();
            assert_eq!(used, declared, "`{}`", sentence.key);
        }
    }

    #[test]
    fn keys_are_unique() {
        let mut keys: Vec<_> = sentences().iter().map(|sentence| sentence.key).collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }

    #[test]
    fn fills_places_and_chooses_the_form_of_a_noun() {
        let fill = |count: &str| fill("at least {count} {count:entry|entries}!", &["count"], &[count.into()]).plain();
        assert_eq!(fill("1"), "at least 1 entry!");
        assert_eq!(fill("3"), "at least 3 entries!");
    }
}
