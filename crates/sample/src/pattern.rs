//! Texts that match a pattern.

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::dice::Dice;

/// How many times more than needed something is repeated at most.
const MOST_REPEATED: u64 = 6;

/// A text that matches the whole of `pattern`; nothing if the pattern cannot be read.
pub(crate) fn matching(pattern: &str, dice: &mut Dice) -> Option<String> {
    let mut text = String::new();
    write(&regex_syntax::parse(pattern).ok()?, dice, &mut text);
    Some(text)
}

fn write(hir: &Hir, dice: &mut Dice, text: &mut String) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => text.extend(character(class, dice)),
        HirKind::Repetition(repetition) => {
            let least = u64::from(repetition.min);
            let most = repetition.max.map_or(u64::MAX, u64::from).min(least + MOST_REPEATED);
            for _ in 0..dice.between(least, most) {
                write(&repetition.sub, dice, text);
            }
        }
        HirKind::Capture(capture) => write(&capture.sub, dice, text),
        HirKind::Concat(all) => all.iter().for_each(|it| write(it, dice, text)),
        HirKind::Alternation(all) => {
            if let Some(chosen) = dice.one(all) {
                write(chosen, dice, text);
            }
        }
    }
}

/// A character of `class`: a letter or digit if it has some, so that a dot does not become what nobody can type.
fn character(class: &Class, dice: &mut Dice) -> Option<char> {
    let accepts = |c: &char| match class {
        Class::Unicode(class) => class.ranges().iter().any(|range| range.start() <= *c && *c <= range.end()),
        Class::Bytes(class) => {
            u8::try_from(*c).is_ok_and(|c| class.ranges().iter().any(|range| range.start() <= c && c <= range.end()))
        }
    };
    let plain: Vec<char> = ('a'..='z').chain('A'..='Z').chain('0'..='9').filter(accepts).collect();
    if let Some(chosen) = dice.one(&plain) {
        return Some(*chosen);
    }
    (' '..='~').find(accepts).or_else(|| match class {
        Class::Unicode(class) => class.ranges().first().map(regex_syntax::hir::ClassUnicodeRange::start),
        Class::Bytes(class) => class.ranges().first().map(|range| char::from(range.start())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_match_their_patterns() {
        for (stream, pattern) in ["[A-Z]{3}-[0-9]{2,4}", "(ab|c)+", "a?.*", "[^a-z]{2}"].into_iter().enumerate() {
            let mut dice = Dice::new(1, stream as u64);
            for _ in 0..20 {
                let text = matching(pattern, &mut dice).unwrap();
                assert!(is_match(pattern, &text), "{pattern}: {text}");
            }
        }
    }

    fn is_match(pattern: &str, text: &str) -> bool {
        jsonschema::is_valid(&serde_json::json!({ "pattern": format!("^(?:{pattern})$") }), &text.into())
    }

    #[test]
    fn a_pattern_that_cannot_be_read_has_no_text() {
        assert_eq!(matching("[", &mut Dice::new(1, 0)), None);
    }
}
