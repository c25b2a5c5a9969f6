//! Entries to text.

use crate::align::{Margin, align};
use crate::entry::{Entry, EntryForm, Item, Role};
use crate::inline::inline;
use crate::piece::{Form, Piece};
use crate::separate::separate;
use crate::wrap::Lines;
use crate::{CONTINUATION, INDENTATION};

/// The text of a file with `entries`.
pub(crate) fn file(entries: Vec<Entry>) -> String {
    let mut writer = Writer::default();
    writer.entries(entries, Margin { indentation: 0, in_block: false });
    writer.lines.into_text()
}

#[derive(Default)]
struct Writer {
    lines: Lines,
}

impl Writer {
    fn entries(&mut self, mut entries: Vec<Entry>, margin: Margin) {
        // Where blank lines stand decides what is aligned, and that decides what else has room on one line.
        inline_all(&mut entries, margin, |role| role == Role::Declaration);
        separate(&mut entries);
        align(&mut entries, margin);
        inline_all(&mut entries, margin, |role| role != Role::Declaration);
        for entry in entries {
            if entry.blank_before {
                self.lines.end();
            }
            self.lines.begin(margin.indentation);
            match entry.form {
                EntryForm::Comment(text) => self.lines.write(&text, 0),
                EntryForm::Item(item) => self.item(item, margin),
            }
            self.lines.end();
        }
    }

    fn item(&mut self, mut item: Item, margin: Margin) {
        let continuation = continuation(&item, margin);
        for line in item.pieces.chunk_by_mut(|piece, _| !piece.opens()) {
            self.lines.pieces(line, continuation);
            if let Some(last) = line.last_mut().filter(|piece| piece.opens()) {
                self.inside(last, margin.indentation);
            }
        }
        if let Some(comment) = &item.comment {
            self.lines.end_with_comment(comment);
        }
    }

    /// What `piece` has on further lines, to its closing mark.
    fn inside(&mut self, piece: &mut Piece, indentation: usize) {
        match &mut piece.form {
            Form::Braces(braces) => {
                if let Some(comment) = &braces.comment {
                    self.lines.end_with_comment(comment);
                }
                self.lines.end();
                let margin = Margin { indentation: indentation + INDENTATION, in_block: true };
                self.entries(std::mem::take(&mut braces.entries), margin);
            }
            Form::TextBlock(block) => {
                self.lines.end();
                self.text(block.lines(), indentation + INDENTATION);
            }
            Form::Plain(_) | Form::Wording(_) | Form::Comment(_) => {}
        }
        self.lines.begin(indentation);
        self.lines.write(piece.closing(), piece.closing().len());
    }

    fn text(&mut self, lines: &[String], indentation: usize) {
        for line in lines {
            if !line.is_empty() {
                self.lines.begin(indentation);
                self.lines.write(line, 0);
            }
            self.lines.end();
        }
    }
}

fn inline_all(entries: &mut [Entry], margin: Margin, concerns: fn(Role) -> bool) {
    let items = entries.iter_mut().filter_map(Entry::item_mut);
    for item in items.filter(|item| concerns(item.role)) {
        inline(item, margin.indentation);
    }
}

/// The column at which the rest of a divided line begins: under the value, where that stands in a column.
fn continuation(item: &Item, margin: Margin) -> usize {
    match item.pieces.get(..2) {
        Some([word, value]) if margin.in_block && item.has_value_column() => {
            margin.indentation + word.width() + value.width() - value.columns()
        }
        Some(_) | None => margin.indentation + CONTINUATION,
    }
}
