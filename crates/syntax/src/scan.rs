//! How deep a text is nested, found without parsing it.
//!
//! pest's own stack limit differs between build profiles, so the depth is bounded before it runs. Quotation marks and comments
//! are read as the grammar reads them; where the two could differ the scan counts more, never less.

use crate::MOST_NESTED;

/// Nothing if no brace or parenthesis is nested deeper than [`MOST_NESTED`]; otherwise the byte of the first that is.
pub(crate) fn check_nesting(text: &str) -> Result<(), usize> {
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let at = text.len() - rest.len();
        match next {
            '{' | '(' => {
                depth += 1;
                if depth > MOST_NESTED {
                    return Err(at);
                }
            }
            '}' | ')' => depth = depth.saturating_sub(1),
            '"' | '/' => {
                rest = after_words(rest);
                continue;
            }
            _ => {}
        }
        rest = rest.get(next.len_utf8()..).unwrap_or_default();
    }
    Ok(())
}

/// What follows the text or comment that `rest` begins with; `rest` less its first character if it begins with neither.
fn after_words(rest: &str) -> &str {
    let length = if rest.starts_with("//") {
        rest.find(['\n', '\r']).unwrap_or(rest.len())
    } else if let Some(inner) = rest.strip_prefix("\"\"\"") {
        inner.find("\"\"\"").map_or(3, |end| end + 6)
    } else if rest.starts_with('"') {
        closed_text(rest).unwrap_or(1)
    } else {
        1
    };
    rest.get(length..).unwrap_or_default()
}

/// The length of the text in quotation marks that `rest` begins with, if it is closed on its line.
fn closed_text(rest: &str) -> Option<usize> {
    let mut characters = rest.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some(at + 1),
            '\n' | '\r' => return None,
            '\\' if matches!(characters.next(), Some((_, '\n' | '\r')) | None) => return None,
            _ => {}
        }
    }
    None
}
