//! Text to events: the only module that sees pest.

use pest::Parser as _;
use pest::iterators::Pair;

mod generated {
    #[derive(pest_derive::Parser)]
    #[grammar = "enquire.pest"]
    pub(crate) struct Grammar;
}

use generated::Grammar;
pub(crate) use generated::Rule;

/// The rules that `text` matches, from outside in, in pieces that follow each other. The grammar accepts every text; the
/// pieces end before the text does only if pest itself gives up, which bounded nesting rules out.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    let mut rule = Rule::beginning;
    std::iter::from_fn(move || {
        let event = Grammar::parse(rule, rest).ok()?.next()?;
        let piece;
        (piece, rest) = rest.split_at_checked(event.as_span().end())?;
        let is_last = rule == Rule::piece && piece.is_empty();
        rule = Rule::piece;
        (!is_last).then_some(Piece { text: piece, event })
    })
}

/// A part of a file that is read by itself.
pub(crate) struct Piece<'t> {
    /// The text of it.
    pub(crate) text: &'t str,
    /// What it matches. Its places are counted from the beginning of the piece.
    pub(crate) event: Pair<'t, Rule>,
}
