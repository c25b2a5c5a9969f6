//! Rules for pages that depend on the document: what stands in their margins.

use crate::document::{Direction, Document};

/// The head and foot of every page but the first, which has a masthead instead of a head.
pub(crate) fn rules(document: &Document) -> String {
    let (start, end) = match document.direction {
        Direction::LeftToRight => ("left", "right"),
        Direction::RightToLeft => ("right", "left"),
    };
    let title = quoted(&shortened(&document.running.start));
    let version = quoted(&document.running.end);
    let page = numbered(&document.furniture.page);
    format!(
        "@page {{ @top-{start} {{ content: {title}; }} @top-{end} {{ content: {version}; }} @bottom-{end} {{ content: {page}; }} }}\n\
         @page :first {{ @top-{start} {{ content: none; }} @top-{end} {{ content: none; }} }}\n"
    )
}

/// The page number and number of pages in their places.
fn numbered(pattern: &str) -> String {
    quoted(pattern).replace("{pages}", "\" counter(pages) \"").replace("{page}", "\" counter(page) \"")
}

/// A string of CSS that cannot end early.
fn quoted(words: &str) -> String {
    let mut written = String::from("\"");
    for character in words.chars() {
        if character.is_alphanumeric() || " ,.:;-–()[]{}".contains(character) {
            written.push(character);
        } else {
            written.extend(format!("\\{:x} ", u32::from(character)).chars());
        }
    }
    written.push('"');
    written
}

/// A title that fits into one line of a page's head.
fn shortened(title: &str) -> String {
    const MOST: usize = 80;
    if title.chars().count() <= MOST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(MOST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_leave_its_string() {
        assert_eq!(quoted("a\"}</style>"), "\"a\\22 }\\3c \\2f style\\3e \"");
    }

    #[test]
    fn page_numbers_are_counted() {
        assert_eq!(numbered("Page {page} of {pages}"), "\"Page \" counter(page) \" of \" counter(pages) \"\"");
    }

    #[test]
    fn long_titles_end_at_a_word() {
        let title = "word ".repeat(40);
        let short = shortened(title.trim());
        assert!(short.ends_with("word …"), "{short}");
        assert!(short.chars().count() <= 82, "{short}");
    }
}
