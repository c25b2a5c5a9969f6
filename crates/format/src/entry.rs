//! What stands in a file or between two braces, in order.

use crate::piece::{Form, Gap, Piece};

/// The inside of a block or of options.
#[derive(Default)]
pub(crate) struct Braces {
    /// The comment on the line of the opening brace.
    pub(crate) comment: Option<String>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) layout: Layout,
}

/// How what stands between braces may be laid out.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A block: one item a line.
    #[default]
    Block,
    /// Options, one a line.
    Options,
    /// Options that the author wrote on one line, and that can stay there.
    OneLine,
}

/// An item or a comment on a line of its own.
pub(crate) struct Entry {
    pub(crate) blank_before: bool,
    pub(crate) form: EntryForm,
}

/// What an entry is.
pub(crate) enum EntryForm {
    Comment(String),
    Item(Item),
}

/// A declaration, a clause or an option.
pub(crate) struct Item {
    pub(crate) role: Role,
    pub(crate) pieces: Vec<Piece>,
    /// The comment at the end of its last line.
    pub(crate) comment: Option<String>,
}

/// What an item is, as far as the layout cares.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Declaration,
    /// A clause, or a `when` without a block.
    Clause,
    /// A clause whose word is read on into a condition, such as `check if`.
    Phrase,
    Option,
}

impl Braces {
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.comment.is_none()
    }

    /// The mark that the line on which they begin has of them.
    pub(crate) fn opening(&self) -> &'static str {
        if self.is_empty() { "{}" } else { "{" }
    }
}

impl Entry {
    /// The item, if it is one.
    pub(crate) fn item(&self) -> Option<&Item> {
        match &self.form {
            EntryForm::Item(item) => Some(item),
            EntryForm::Comment(_) => None,
        }
    }

    /// The item to be changed, if it is one.
    pub(crate) fn item_mut(&mut self) -> Option<&mut Item> {
        match &mut self.form {
            EntryForm::Item(item) => Some(item),
            EntryForm::Comment(_) => None,
        }
    }
}

impl Item {
    /// Whether its value can stand in a column with those of other clauses.
    pub(crate) fn has_value_column(&self) -> bool {
        self.role == Role::Clause
            && self.pieces.get(1).is_some_and(|value| {
                matches!(value.gap, Gap::Spaces(_)) && !matches!(value.form, Form::Braces(_) | Form::Comment(_))
            })
    }

    /// Whether it is a declaration whose block takes several lines.
    pub(crate) fn is_block_declaration(&self) -> bool {
        self.role == Role::Declaration
            && self.pieces.iter().any(|piece| matches!(piece.form, Form::Braces(_)) && piece.opens())
    }

    /// Whether it stands on one line, if that is long enough.
    pub(crate) fn is_single(&self) -> bool {
        self.pieces.iter().all(Piece::is_single)
    }

    /// Whether it stands on one line but for the block at its end, if it has one.
    pub(crate) fn has_single_head(&self) -> bool {
        match self.pieces.split_last() {
            Some((last, head)) => {
                head.iter().all(Piece::is_single)
                    && match &last.form {
                        Form::Braces(braces) => braces.layout == Layout::Block,
                        Form::Plain(_) | Form::Wording(_) => true,
                        Form::Comment(_) | Form::TextBlock(_) => false,
                    }
            }
            None => false,
        }
    }
}
