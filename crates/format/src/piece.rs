//! What lines are made of: words, marks and texts, and what may stand between two of them.

use unicode_width::UnicodeWidthStr as _;

use crate::entry::Braces;
use crate::text_block::TextBlock;

/// A part of a line that is never divided, and what stands before it.
pub(crate) struct Piece {
    pub(crate) gap: Gap,
    pub(crate) form: Form,
}

/// What stands before a piece that is not the first of its line.
#[derive(Clone, Copy)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// So many spaces, on the same line.
    Spaces(usize),
    /// One space, or a new line where the line is too long.
    Break(Level),
}

/// How loosely the pieces on both sides of a gap hang together. A line is divided at the least level first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Level {
    /// In how many parentheses the gap stands.
    pub(crate) depth: usize,
    pub(crate) place: Place,
}

/// The places at which a line can be divided.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    AfterComma,
    BeforeOr,
    BeforeAnd,
    BeforeSign,
}

/// What a piece is.
pub(crate) enum Form {
    /// A word, a mark, a number or a text within a longer value.
    Plain(String),
    /// A text in quotation marks that is a value of its own.
    Wording(String),
    /// A comment within a clause or the head of a declaration.
    Comment(Comment),
    /// A text block.
    TextBlock(TextBlock),
    /// A block or options, with the braces around them.
    Braces(Braces),
}

/// A comment.
pub(crate) struct Comment {
    /// Its text with the slashes, without blanks at its end.
    pub(crate) text: String,
    /// Whether nothing stands before it on its line.
    pub(crate) own_line: bool,
}

impl Piece {
    pub(crate) fn plain(gap: Gap, text: &str) -> Self {
        Self { gap, form: Form::Plain(text.to_owned()) }
    }

    /// What it puts on the line on which it begins.
    pub(crate) fn text(&self) -> &str {
        match &self.form {
            Form::Plain(text) | Form::Wording(text) => text,
            Form::Comment(comment) => &comment.text,
            Form::TextBlock(block) => block.opening(),
            Form::Braces(braces) => braces.opening(),
        }
    }

    /// Its columns on the line on which it begins, those of the gap included.
    pub(crate) fn width(&self) -> usize {
        let gap = match self.gap {
            Gap::None => 0,
            Gap::Spaces(count) => count,
            Gap::Break(_) => 1,
        };
        gap + self.columns()
    }

    /// The columns of its text on the line on which it begins. A Chinese character takes two.
    pub(crate) fn columns(&self) -> usize {
        self.text().width()
    }

    /// The level of the gap, if the line may be divided there.
    pub(crate) fn level(&self) -> Option<Level> {
        match self.gap {
            Gap::Break(level) => Some(level),
            Gap::None | Gap::Spaces(_) => None,
        }
    }

    /// The mark with which its last line begins, if it goes on for several lines.
    pub(crate) fn closing(&self) -> &'static str {
        match &self.form {
            Form::TextBlock(_) => TextBlock::MARK,
            Form::Braces(_) => "}",
            Form::Plain(_) | Form::Wording(_) | Form::Comment(_) => "",
        }
    }

    /// Whether it goes on for several lines, so that the line on which it begins ends with it.
    pub(crate) fn opens(&self) -> bool {
        match &self.form {
            Form::TextBlock(_) => true,
            Form::Braces(braces) => !braces.is_empty(),
            Form::Plain(_) | Form::Wording(_) | Form::Comment(_) => false,
        }
    }

    /// Whether it stands on one line whatever stands beside it.
    pub(crate) fn is_single(&self) -> bool {
        match &self.form {
            Form::Plain(_) | Form::Wording(_) => true,
            Form::Comment(_) | Form::TextBlock(_) | Form::Braces(_) => false,
        }
    }
}

impl Place {
    /// Whether a divided line takes as much as fits on each line. At `and` and `or` it is divided everywhere or nowhere: each condition
    /// then stands on a line of its own.
    pub(crate) fn fills(self) -> bool {
        match self {
            Self::AfterComma | Self::BeforeSign => true,
            Self::BeforeOr | Self::BeforeAnd => false,
        }
    }
}

/// How many columns `pieces` take side by side.
pub(crate) fn width(pieces: &[Piece]) -> usize {
    pieces.iter().map(Piece::width).sum()
}
