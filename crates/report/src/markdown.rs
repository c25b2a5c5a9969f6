//! Markdown: `CommonMark` with pipe tables and footnotes, so that a report can be drafted in any editor.

mod block;
mod fields;
mod line;
mod table;

use enquire_form::document::Document;

/// The document as Markdown.
///
/// Anchors are written as empty HTML elements and what a paragraph draws on as small print; blanks stand in square brackets.
pub fn to_markdown(document: &Document) -> String {
    let mut writer = Markdown { document, text: String::new(), indent: 0 };
    writer.blocks(&document.blocks);
    writer.footnotes();
    let mut text = writer.text.trim_end().to_owned();
    text.push('\n');
    text
}

/// What writes one document.
struct Markdown<'a> {
    document: &'a Document,
    text: String,
    /// By how many spaces what is written is moved in, as part of a list item.
    indent: usize,
}

impl Markdown<'_> {
    /// A block of lines, with a blank line after it.
    fn add(&mut self, block: &str) {
        for line in block.lines() {
            if !line.is_empty() {
                self.text.push_str(&" ".repeat(self.indent));
                self.text.push_str(line);
            }
            self.text.push('\n');
        }
        self.text.push('\n');
    }

    /// What `write` writes, moved in as a part of the item that `marker` begins.
    fn item(&mut self, marker: &str, write: impl FnOnce(&mut Self)) {
        self.labelled(marker, "", write);
    }

    /// The same with `label` before its first words.
    fn labelled(&mut self, marker: &str, label: &str, write: impl FnOnce(&mut Self)) {
        let start = self.text.len();
        let width = marker.chars().count();
        self.indent += width;
        write(self);
        self.indent -= width;
        // The marker takes the place of the first indentation.
        let written = self.text.split_off(start);
        let first = " ".repeat(self.indent + width);
        self.text.push_str(&" ".repeat(self.indent));
        self.text.push_str(marker);
        self.text.push_str(label);
        self.text.push_str(written.strip_prefix(first.as_str()).unwrap_or(&written));
    }
}
