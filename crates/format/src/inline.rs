//! Options that stay on one line: those that the author wrote so, where the line has room.

use crate::COLUMNS;
use crate::entry::{Braces, Entry, Item, Layout};
use crate::piece::{Form, Gap, Piece, width};

/// Puts the options that stay on one line into the line of `item`, which begins at `indentation`.
pub(crate) fn inline(item: &mut Item, indentation: usize) {
    if !item.pieces.iter().any(may_stay) {
        return;
    }
    let pieces = std::mem::take(&mut item.pieces);
    let rests = rests(&pieces);
    let mut column = indentation;
    for (piece, rest) in pieces.into_iter().zip(rests) {
        let laid = match &piece.form {
            Form::Braces(braces) if may_stay(&piece) => Some(flat(piece.gap, braces)),
            Form::Braces(_) | Form::Plain(_) | Form::Wording(_) | Form::Comment(_) | Form::TextBlock(_) => None,
        };
        if let Some(laid) = laid.filter(|laid| column + width(laid) + rest <= COLUMNS) {
            column += width(&laid);
            item.pieces.extend(laid);
        } else {
            column = if piece.opens() { indentation + piece.closing().len() } else { column + piece.width() };
            item.pieces.push(piece);
        }
    }
}

fn may_stay(piece: &Piece) -> bool {
    match &piece.form {
        Form::Braces(braces) => braces.layout == Layout::OneLine && !braces.is_empty(),
        Form::Plain(_) | Form::Wording(_) | Form::Comment(_) | Form::TextBlock(_) => false,
    }
}

/// For each piece, how many columns follow it before the line may end.
fn rests(pieces: &[Piece]) -> Vec<usize> {
    let mut rests = Vec::with_capacity(pieces.len());
    let mut rest = 0;
    for piece in pieces.iter().rev() {
        rests.push(rest);
        rest = if piece.level().is_some() {
            0
        } else if piece.opens() {
            piece.width()
        } else {
            piece.width() + rest
        };
    }
    rests.reverse();
    rests
}

/// The pieces of `braces` side by side, after `gap`: two spaces between options, one after a comma.
fn flat(gap: Gap, braces: &Braces) -> Vec<Piece> {
    let mut pieces = vec![Piece::plain(gap, "{")];
    let mut space = 1;
    for item in braces.entries.iter().filter_map(Entry::item) {
        for (index, piece) in item.pieces.iter().enumerate() {
            let gap = if index == 0 { Gap::Spaces(space) } else { piece.gap };
            pieces.push(Piece::plain(gap, piece.text()));
        }
        let ends_with_comma = item.pieces.last().is_some_and(|it| it.text() == ",");
        space = if ends_with_comma { 1 } else { 2 };
    }
    pieces.push(Piece::plain(Gap::Spaces(1), "}"));
    pieces
}
