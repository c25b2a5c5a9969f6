//! What the formatter promises of every text.

use enquire_diagnostics::FileId;
use enquire_format::format;
use enquire_syntax::view::TextView;
use enquire_syntax::{Node, Parse, SyntaxKind, Token, parse};

/// Formats `text`, which has no mistakes of form, and checks that nothing but its layout has changed.
pub(crate) fn formatted(name: &str, text: &str) -> String {
    let before = read(text);
    assert_eq!(format(&before).err(), None, "{name} has mistakes of form\n{text}");
    let once = format(&before).unwrap_or_default();
    let after = read(&once);
    assert!(
        after.findings().is_empty(),
        "{name} has mistakes of form after formatting: {:?}\n{once}",
        after.findings()
    );
    assert_eq!(outline(&before), outline(&after), "{name} changed its meaning\n{once}");
    assert_eq!(comments(&before), comments(&after), "{name} changed its comments\n{once}");
    assert_eq!(format(&after).as_ref(), Ok(&once), "{name} is not stable");
    check_lines(name, &once);
    once
}

/// The tree of `text`.
pub(crate) fn read(text: &str) -> Parse {
    parse(FileId(0), text)
}

/// Every node and token of the tree but blanks and comments, a line each, with one spelling of each operator and the value of each text
/// block: all that the layout of a text may not change.
pub(crate) fn outline(parsed: &Parse) -> String {
    let mut lines = String::new();
    describe(&parsed.node(), 0, &mut lines);
    lines
}

/// The comments in order, without blanks at their ends.
pub(crate) fn comments(parsed: &Parse) -> Vec<String> {
    let tokens = tokens(&parsed.node());
    let comments = tokens.iter().filter(|it| it.kind() == SyntaxKind::Comment);
    comments.map(|it| it.text().trim_end().to_owned()).collect()
}

/// The tokens of the tree in order.
pub(crate) fn tokens(node: &Node) -> Vec<Token> {
    node.descendants_with_tokens().filter_map(|it| it.as_token().cloned()).collect()
}

fn describe(node: &Node, depth: usize, lines: &mut String) {
    for child in node.children_with_tokens() {
        let kind = child.kind();
        if kind.is_trivia() {
            continue;
        }
        let text = child.as_token().map(meaning).unwrap_or_default();
        lines.extend([&" ".repeat(depth), &format!("{kind:?} "), text.as_str(), "\n"]);
        if let Some(inner) = child.as_node() {
            describe(inner, depth + 1, lines);
        }
    }
}

fn meaning(token: &Token) -> String {
    if token.kind() == SyntaxKind::TextBlock {
        return TextView::of(token.clone()).map_or_else(String::new, |text| text.value());
    }
    let written = token.text();
    let words = [("AND", "and"), ("&&", "and"), ("OR", "or"), ("||", "or"), ("NOT", "not"), ("!", "not"), ("IN", "in")];
    let operators = [("==", "="), ("equals", "="), ("≠", "!="), ("<>", "!="), ("≤", "<="), ("≥", ">=")];
    let dashes = [("–", "-"), ("—", "-"), ("−", "-")];
    operators
        .iter()
        .chain(&words)
        .chain(&dashes)
        .find(|(from, _)| *from == written)
        .map_or(written, |(_, to)| to)
        .to_owned()
}

fn check_lines(name: &str, text: &str) {
    assert!(!text.contains('\r'), "{name} has a carriage return");
    assert!(!text.starts_with('\u{FEFF}'), "{name} has a byte order mark");
    assert!(!text.starts_with('\n'), "{name} begins with a blank line");
    assert!(text.is_empty() || text.ends_with('\n'), "{name} does not end its last line");
    assert!(!text.ends_with("\n\n"), "{name} ends with a blank line");
    for line in text.lines() {
        assert_eq!(line, line.trim_end(), "{name} has blanks at the end of a line");
    }
}
