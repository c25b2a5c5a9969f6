//! Which provisions each question stands for: its own, those of the question it belongs to, or those of its section.

use enquire_model::{Asked, Citation, Section};
use rustc_hash::FxHashMap;

use super::Context;

/// What a question stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Standing<'a> {
    /// What it cites itself, or the question that it is a part of.
    Own(&'a [Citation]),
    /// What its section cites, the innermost that cites anything.
    OfSection(&'a Section),
    /// Nothing.
    None,
}

impl<'a> Standing<'a> {
    /// The citations.
    pub(super) fn citations(&self) -> &'a [Citation] {
        match self {
            Self::Own(citations) => citations,
            Self::OfSection(section) => &section.cites,
            Self::None => &[],
        }
    }
}

/// What each question stands for, in the order of print.
pub(super) fn standings<'a>(context: &Context<'a>) -> Vec<(&'a Asked<'a>, Standing<'a>)> {
    let mut known: FxHashMap<&str, Standing<'a>> = FxHashMap::default();
    let mut all = Vec::new();
    for asked in context.questions {
        let above = asked.parent.and_then(|parent| known.get(parent.id.as_str())).copied();
        let standing = standing(asked, above);
        known.insert(asked.question.id.as_str(), standing);
        all.push((asked, standing));
    }
    all
}

fn standing<'a>(asked: &Asked<'a>, above: Option<Standing<'a>>) -> Standing<'a> {
    if !asked.question.cites.is_empty() {
        return Standing::Own(&asked.question.cites);
    }
    if let Some(Standing::Own(citations)) = above {
        return Standing::Own(citations);
    }
    let section = asked.sections.iter().rev().find(|it| !it.cites.is_empty());
    section.map_or(Standing::None, |it| Standing::OfSection(it))
}
