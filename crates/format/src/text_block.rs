//! Text blocks: the same words on the same lines, with the margin of the block in which they stand.

use enquire_syntax::view::TextView;
use enquire_syntax::{DeclarationKind, Token};

/// A text block.
pub(crate) struct TextBlock {
    /// The opening mark, with the first line of the text where that must stay beside it.
    opening: String,
    /// The lines between the opening and the closing mark, without margin.
    lines: Vec<String>,
}

impl TextBlock {
    /// The mark at its beginning and end.
    pub(crate) const MARK: &str = "\"\"\"";

    /// The text block that `token` is.
    pub(crate) fn of(token: &Token) -> Self {
        let value = TextView::of(token.clone()).map(|text| text.value()).unwrap_or_default();
        let mut lines: Vec<String> = value.split('\n').map(str::to_owned).collect();
        let mut opening = Self::MARK.to_owned();
        if value.is_empty() {
            lines.clear();
        } else if must_stay_beside_mark(&lines) {
            opening.push_str(&lines.remove(0));
        }
        Self { opening, lines }
    }

    /// What stands on the line on which it begins.
    pub(crate) fn opening(&self) -> &str {
        &self.opening
    }

    /// The lines between the marks, without margin.
    pub(crate) fn lines(&self) -> &[String] {
        &self.lines
    }
}

/// Whether the first of `lines` would end the text on a line of its own. The grammar takes a line that begins like a declaration for the
/// next declaration after a text that was not closed; beside the opening mark it is text.
fn must_stay_beside_mark(lines: &[String]) -> bool {
    let Some((first, rest)) = lines.split_first() else {
        return false;
    };
    // The margin of the other lines is found without the first, so one of them has to begin where it ends.
    let has_margin = rest.iter().all(|line| line.trim().is_empty())
        || rest.iter().any(|line| !line.is_empty() && !line.starts_with([' ', '\t', '\u{A0}']));
    has_margin && begins_declaration(first)
}

fn begins_declaration(line: &str) -> bool {
    let Some((head, _)) = line.split_once(['"', '{']) else {
        return false;
    };
    let mut words = head.split_whitespace();
    words.next().and_then(DeclarationKind::of_word).is_some() && words.next().is_some() && words.next().is_none()
}
