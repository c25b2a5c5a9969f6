//! Text to events: the only module that sees pest.

use pest::Parser as _;
use pest::iterators::Pairs;

mod generated {
    #[derive(pest_derive::Parser)]
    #[grammar = "enquire.pest"]
    pub(crate) struct Grammar;
}

use generated::Grammar;
pub(crate) use generated::Rule;

/// The rules that `text` matches, from outside in. The grammar accepts every text; nothing comes back only if pest
/// itself gives up, which bounded nesting rules out.
pub(crate) fn events(text: &str) -> Option<Pairs<'_, Rule>> {
    Grammar::parse(Rule::file, text).ok()
}
