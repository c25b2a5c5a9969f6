//! Lines as they are written, and their division where they are too long.

use crate::piece::{Form, Gap, Level, Piece, width};
use crate::{COLUMNS, INDENTATION};

/// The text so far, and how far its last line has come.
#[derive(Default)]
pub(crate) struct Lines {
    text: String,
    column: usize,
    /// The column at which the next piece begins a line, if it has to.
    break_to: Option<usize>,
}

impl Lines {
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Ends the line.
    pub(crate) fn end(&mut self) {
        self.text.push('\n');
        self.column = 0;
        self.break_to = None;
    }

    /// Begins a line at `column`. The line before has ended.
    pub(crate) fn begin(&mut self, column: usize) {
        self.spaces(column);
    }

    /// Writes `text`, which has no lines and takes `columns`.
    pub(crate) fn write(&mut self, text: &str, columns: usize) {
        self.text.push_str(text);
        self.column += columns;
    }

    /// Writes a comment at the end of the line.
    pub(crate) fn end_with_comment(&mut self, comment: &str) {
        self.spaces(1);
        self.text.push_str(comment);
    }

    /// Writes `pieces`. If they do not fit on the line they are divided at their least level, and what follows begins at `continuation`;
    /// parts that are still too long are divided in turn, and their rests stand further right.
    pub(crate) fn pieces(&mut self, pieces: &[Piece], continuation: usize) {
        let level = pieces.iter().skip(1).filter_map(Piece::level).min();
        let Some(level) = level.filter(|_| !self.fits(pieces)) else {
            for piece in pieces {
                self.piece(piece, continuation);
            }
            return;
        };
        // Conditions stand one below the other; what is divided within one stands further right.
        let inner = if level.place.fills() { continuation } else { continuation + INDENTATION };
        for (index, part) in parts(pieces, level).enumerate() {
            let stays = index == 0 || (level.place.fills() && self.break_to.is_none() && self.fits(part));
            if !stays {
                self.break_to = Some(continuation);
            }
            self.pieces(part, inner);
        }
    }

    /// Whether `pieces` can stay on the line. A text at the end is not counted: it cannot be divided, and a message that is reworded is no
    /// reason to lay out its condition anew.
    fn fits(&self, pieces: &[Piece]) -> bool {
        let start = self.break_to.unwrap_or(self.column);
        let counted = match pieces {
            [before @ .., last] if matches!(last.form, Form::Wording(_)) => before,
            all => all,
        };
        let is_comment = |piece: &Piece| matches!(piece.form, Form::Comment(_));
        start + width(counted) <= COLUMNS && !pieces.iter().any(is_comment)
    }

    fn piece(&mut self, piece: &Piece, continuation: usize) {
        let comment = match &piece.form {
            Form::Comment(comment) => Some(comment),
            Form::Plain(_) | Form::Wording(_) | Form::TextBlock(_) | Form::Braces(_) => None,
        };
        let own_line = comment.is_some_and(|it| it.own_line).then_some(continuation);
        if let Some(column) = self.break_to.take().or(own_line) {
            self.end();
            self.begin(column);
        } else {
            self.spaces(piece.width() - piece.columns());
        }
        self.write(piece.text(), piece.columns());
        if comment.is_some() {
            self.break_to = Some(continuation);
        }
    }

    fn spaces(&mut self, count: usize) {
        self.text.extend(std::iter::repeat_n(' ', count));
        self.column += count;
    }
}

/// `pieces` divided before each piece at `level`.
fn parts(pieces: &[Piece], level: Level) -> impl Iterator<Item = &[Piece]> {
    pieces.chunk_by(move |_, next| !matches!(next.gap, Gap::Break(it) if it == level))
}
