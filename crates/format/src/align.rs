//! Columns: clauses that stand together read as a table.
//!
//! A table ends at a blank line, and where clauses give way to declarations or options. In it the values of the clauses of a block stand in
//! one column, and lines that begin with the same word have their texts, and what follows these, in columns.

use crate::COLUMNS;
use crate::entry::{Entry, Item, Role};
use crate::piece::{Form, Gap, Piece, width};

/// Where the lines of a table stand.
#[derive(Clone, Copy)]
pub(crate) struct Margin {
    pub(crate) indentation: usize,
    /// Whether in a block; in the file itself `use`, `aspect` and `apply` are no properties of one thing, and their values no table.
    pub(crate) in_block: bool,
}

/// Widens the gaps of `entries` so that columns arise.
pub(crate) fn align(entries: &mut [Entry], margin: Margin) {
    let mut table: Vec<&mut Item> = Vec::new();
    for entry in entries {
        let blank_before = entry.blank_before;
        let Some(item) = entry.item_mut() else {
            if blank_before {
                finish(&mut table, margin);
            }
            continue;
        };
        if blank_before || table.last().is_some_and(|before| kind(before) != kind(item)) {
            finish(&mut table, margin);
        }
        table.push(item);
    }
    finish(&mut table, margin);
}

/// The role, with phrases among the clauses.
fn kind(item: &Item) -> Role {
    match item.role {
        Role::Phrase | Role::Clause => Role::Clause,
        Role::Declaration => Role::Declaration,
        Role::Option => Role::Option,
    }
}

fn finish(table: &mut Vec<&mut Item>, margin: Margin) {
    if margin.in_block {
        column(table, |item| item.has_value_column().then_some(1));
    }
    for lines in table.chunk_by_mut(|one, next| is_alike(one, next)) {
        column_that_fits(lines, margin.indentation, wording);
        column_that_fits(lines, margin.indentation, after_wording);
    }
    table.clear();
}

/// Whether two lines have the same columns.
fn is_alike(one: &Item, next: &Item) -> bool {
    one.role == next.role
        && one.has_single_head()
        && next.has_single_head()
        && (one.role == Role::Option || first_word(one) == first_word(next))
}

fn first_word(item: &Item) -> Option<&str> {
    item.pieces.first().map(Piece::text)
}

/// The piece that is the text of a line: the second, or the third after an id.
fn wording(item: &Item) -> Option<usize> {
    let index = item.pieces.iter().take(3).position(|piece| matches!(piece.form, Form::Wording(_)))?;
    (index > 0 && item.has_single_head()).then_some(index)
}

fn after_wording(item: &Item) -> Option<usize> {
    let index = wording(item)? + 1;
    matches!(item.pieces.get(index)?.gap, Gap::Spaces(_)).then_some(index)
}

/// Puts the pieces that `place` finds in `lines` into one column, unless a line that fits would then no longer do so.
fn column_that_fits(lines: &mut [&mut Item], indentation: usize, place: fn(&Item) -> Option<usize>) {
    let widest = widest_lead(lines, place);
    let fits = lines.iter().all(|item| {
        let natural = indentation + width(&item.pieces);
        let widened = lead(item, place).map_or(natural, |lead| natural + widest - lead);
        widened <= COLUMNS || natural > COLUMNS
    });
    if fits {
        column(lines, place);
    }
}

/// Puts the pieces that `place` finds in `lines` into one column.
fn column(lines: &mut [&mut Item], place: fn(&Item) -> Option<usize>) {
    let widest = widest_lead(lines, place);
    for item in lines {
        let Some(lead) = lead(item, place) else {
            continue;
        };
        let index = place(item).unwrap_or_default();
        if let Some(piece) = item.pieces.get_mut(index)
            && let Gap::Spaces(count) = &mut piece.gap
        {
            *count += widest - lead;
        }
    }
}

fn widest_lead(lines: &[&mut Item], place: fn(&Item) -> Option<usize>) -> usize {
    let leads = lines.iter().filter_map(|item| lead(item, place));
    leads.max().unwrap_or_default()
}

/// How many columns stand before the piece that `place` finds in `item`.
fn lead(item: &Item, place: fn(&Item) -> Option<usize>) -> Option<usize> {
    item.pieces.get(..place(item)?).map(width)
}
