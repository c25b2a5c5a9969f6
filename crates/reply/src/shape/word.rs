//! Answers that are one text: words, dates, codes and addresses.

use std::sync::LazyLock;

use enquire_diagnostics::codes::{
    INVERTED_PERIOD, MALFORMED_TEXT, NOT_A_DATE, PATTERN_NOT_MATCHED, PROSE_TOO_LONG, TEXT_TOO_LONG,
};
use enquire_model::Date;
use regex::Regex;
use serde_json::Value;

use super::Look;
use crate::breach::Breach;
use crate::given;
use crate::path::{Part, Path};

/// A way to write a text.
pub(crate) struct Written {
    /// What it is, with its article.
    what: &'static str,
    /// How it is written.
    how: &'static str,
    /// Whether a text is one.
    is: fn(&str) -> bool,
}

/// An e-mail address: a name, `@`, and a domain with a dot in it.
static EMAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let name = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    let label = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
    Regex::new(&format!(r"^{name}(?:\.{name})*@(?:{label}\.)+{label}$")).ok()
});

fn is_email(text: &str) -> bool {
    EMAIL.as_ref().is_some_and(|email| email.is_match(text))
}

/// An address on the web, in full. The JSON Schema of replies takes the same texts.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains([' ', '\t', '\r', '\n', '<', '>', '"']))
}

fn is_telephone(text: &str) -> bool {
    let mut bytes = text.bytes();
    let first = bytes.next().is_some_and(|byte| byte.is_ascii_digit() || b"+(".contains(&byte));
    first && (2..=39).contains(&bytes.len()) && bytes.all(|byte| byte.is_ascii_digit() || b" ()./-".contains(&byte))
}

fn is_language(text: &str) -> bool {
    let mut tags = text.split('-');
    let first = tags.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && tags.all(|tag| (1..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Three capital letters.
pub(crate) fn is_country(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_media_type(text: &str) -> bool {
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&^_.+-".contains(&byte))
    };
    text.split_once('/').is_some_and(|(kind, inner)| is_name(kind) && is_name(inner))
}

fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// How the media type of a file is written.
pub(crate) fn media_type() -> Written {
    Written { what: "a media type", how: "write it such as `application/pdf`", is: is_media_type }
}

/// How the SHA-256 of a file is written.
pub(crate) fn sha256() -> Written {
    Written { what: "a SHA-256", how: "write 64 hexadecimal digits in small letters", is: is_sha256 }
}

/// How an address is written.
pub(crate) fn address() -> Written {
    Written { what: "a link", how: "write the address in full, such as `https://www.un.org`", is: is_address }
}

impl Look<'_, '_> {
    /// A text that is written in a certain way.
    pub(crate) fn written(&mut self, path: &Path<'_>, given: &Value, written: &Written) {
        let Some(text) = self.string(path, given, written.what) else {
            return;
        };
        if (written.is)(text) {
            return;
        }
        let known = self.known;
        self.found.add(&MALFORMED_TEXT, || {
            let what = format!("{} is not {}", given::code(text), written.what);
            Breach::of_value(&MALFORMED_TEXT, path, known.says(path, &what)).help(written.how)
        });
    }

    pub(super) fn country(&mut self, path: &Path<'_>, given: &Value) {
        let how = "write its ISO 3166-1 alpha-3 code, three capital letters such as `KEN`";
        self.written(path, given, &Written { what: "the code of a country", how, is: is_country });
    }

    pub(super) fn language(&mut self, path: &Path<'_>, given: &Value) {
        let how = "write its BCP 47 tag, such as `fr`";
        self.written(path, given, &Written { what: "the code of a language", how, is: is_language });
    }

    pub(crate) fn email(&mut self, path: &Path<'_>, given: &Value) {
        let how = "write it such as `office@example.org`";
        self.written(path, given, &Written { what: "an e-mail address", how, is: is_email });
    }

    pub(crate) fn telephone(&mut self, path: &Path<'_>, given: &Value) {
        let how = "write digits, with `+` before the code of the country, such as `+43 1 26060`";
        self.written(path, given, &Written { what: "a telephone number", how, is: is_telephone });
    }

    pub(super) fn link(&mut self, path: &Path<'_>, given: &Value) {
        self.written(path, given, &address());
    }

    pub(super) fn text(&mut self, most: Option<u32>, matching: Option<&str>, path: &Path<'_>, given: &Value) {
        let Some(text) = self.string(path, given, "a text") else {
            return;
        };
        let known = self.known;
        if let Some(most) = most
            && let Some(length) = longer_than(text, most)
        {
            self.found.add(&TEXT_TOO_LONG, || {
                let what = format!("the text has {length} characters, and at most {most} can be given");
                Breach::of_value(&TEXT_TOO_LONG, path, known.says(path, &what)).help("shorten it")
            });
        }
        if let Some(pattern) = matching
            && !known.matches(pattern, text)
        {
            self.found.add(&PATTERN_NOT_MATCHED, || {
                let what = format!("{} does not match the pattern of this question", given::code(text));
                Breach::of_value(&PATTERN_NOT_MATCHED, path, known.says(path, &what))
                    .help(format!("the pattern is `{pattern}`, and the whole text has to match it"))
            });
        }
    }

    pub(super) fn prose(&mut self, most: Option<u32>, path: &Path<'_>, given: &Value) {
        let (Some(text), Some(most)) = (self.string(path, given, "a text"), most) else {
            return;
        };
        let words = text.split_whitespace().count();
        if words <= most as usize {
            return;
        }
        let known = self.known;
        self.found.add(&PROSE_TOO_LONG, || {
            let what = format!("the text has {words} words, and no more than {most} are asked for");
            Breach::of_value(&PROSE_TOO_LONG, path, known.says(path, &what)).help("shorten it, if it can be")
        });
    }

    pub(super) fn date(&mut self, from: Option<Date>, to: Option<Date>, path: &Path<'_>, given: &Value) {
        self.day(from, to, path, given);
    }

    pub(super) fn period(&mut self, from: Option<Date>, to: Option<Date>, path: &Path<'_>, given: &Value) {
        const ENDS: &[&str] = &["beginning", "ending"];
        let Some(object) = self.object(path, given, "a period with `beginning` and `ending`", ENDS, ENDS) else {
            return;
        };
        let mut end = |key, words| {
            object.get(key).and_then(|given| self.day(from, to, &path.part(key, Part::Words(words)), given))
        };
        let (Some(beginning), Some(ending)) = (end("beginning", "beginning"), end("ending", "end")) else {
            return;
        };
        if ending < beginning {
            let known = self.known;
            self.found.add(&INVERTED_PERIOD, || {
                let what = format!("the period ends on {ending}, before it begins on {beginning}");
                Breach::of_value(&INVERTED_PERIOD, path, known.says(path, &what))
                    .help("exchange the two days, or correct one")
            });
        }
    }

    /// A day within bounds.
    pub(crate) fn day(&mut self, from: Option<Date>, to: Option<Date>, path: &Path<'_>, given: &Value) -> Option<Date> {
        let text = self.string(path, given, "a date such as `2007-07-26`")?;
        let Some(date) = given::date(text) else {
            let known = self.known;
            self.found.add(&NOT_A_DATE, || {
                let what = format!("{} is not a date", given::code(text));
                Breach::of_value(&NOT_A_DATE, path, known.says(path, &what))
                    .help("write year, month and day with two hyphens, such as `2007-07-26`")
            });
            return None;
        };
        if from.is_some_and(|from| date < from) || to.is_some_and(|to| date > to) {
            self.out_of_bounds(path, &date, (from.as_ref(), to.as_ref()), "check the day, the month and the year");
        }
        Some(date)
    }
}

/// How many characters `text` has, if more than `most`.
fn longer_than(text: &str, most: u32) -> Option<usize> {
    // A text has at most as many characters as bytes.
    let length = if text.len() > most as usize { text.chars().count() } else { 0 };
    (length > most as usize).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_told_from_what_only_looks_like_them() {
        assert!(is_email("office@example.org") && !is_email("office@example") && !is_email("a b@example.org"));
        assert!(is_address("https://www.un.org/en?a=b#c") && !is_address("www.un.org") && !is_address("https://a b"));
        assert!(!is_address("https://") && !is_address("mailto:office@example.org"));
        assert!(is_telephone("+43 1 26060-0") && !is_telephone("12") && !is_telephone("call me"));
        assert!(is_language("zh-Hans") && !is_language("zh_Hans") && !is_language("e"));
        assert!(is_media_type("application/pdf") && !is_media_type("pdf") && !is_media_type("a/b/c"));
    }
}
