//! Two closed questions ask the same of the same provision.

use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::mem::discriminant;

use enquire_diagnostics::codes::PROVISION_ASKED_TWICE;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_logic::reads;
use enquire_model::{Answer, Asked, Name, Question};

use super::{Context, concerning, span};

/// Provisions, each with the name of its standard.
type Provisions<'a> = BTreeSet<(&'a str, &'a str)>;

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let mut alike: FxHashMap<(&Name, Provisions<'_>), Vec<&Asked<'_>>> = FxHashMap::default();
    for asked in context.questions {
        let question = asked.question;
        let Some(aspect) = question.aspect.as_ref().filter(|_| !question.cites.is_empty()) else {
            continue;
        };
        let earlier = alike.entry((aspect, cited(question))).or_default();
        if let Some(first) = earlier.iter().find(|it| asks_the_same(it, asked)) {
            found.push(concerning(question, finding(first.question, question)));
        }
        earlier.push(asked);
    }
}

fn finding(first: &Question, second: &Question) -> Diagnostic {
    let provisions = provisions(second);
    Diagnostic::new(
        &PROVISION_ASKED_TWICE,
        span(second.id.place()),
        format!("`{}` seems to ask what `{}` asks of {provisions}", second.id, first.id),
    )
    .with_label(span(first.id.place()), "this one has the same provision, aspect and kind of answer")
    .with_help("ask once, narrow what each of them cites, or give one of them another aspect")
}

/// Whether two questions of one aspect about the same provisions have everything else in common by which a report could tell
/// them apart.
fn asks_the_same(first: &Asked<'_>, second: &Asked<'_>) -> bool {
    is_same_choice(&first.question.answer, &second.question.answer)
        && first.conditions == second.conditions
        && !depends(second, first.question)
        && !is_one_group(first, second)
}

/// Whether two answers are choices of one kind from the same options.
fn is_same_choice(one: &Answer, other: &Answer) -> bool {
    if discriminant(one) != discriminant(other) {
        return false;
    }
    match (one.selection(), other.selection()) {
        (Some(one), Some(other)) => one.scale == other.scale,
        (Some(_) | None, None) | (None, Some(_)) => *one == Answer::YesNo,
    }
}

/// Whether two questions are told apart by their author: parts of one question, or one question of a pattern about two subjects.
fn is_one_group(first: &Asked<'_>, second: &Asked<'_>) -> bool {
    let siblings = match (first.parent, second.parent) {
        (Some(one), Some(other)) => one.id == other.id,
        (Some(_) | None, None) | (None, Some(_)) => false,
    };
    let pattern = |asked: &Asked<'_>| asked.question.origin.as_ref().map(|it| it.pattern.clone());
    let nested = second.parent.is_some_and(|parent| parent.id == first.question.id);
    siblings || nested || pattern(first).is_some() && pattern(first) == pattern(second)
}

/// Whether `asked` is asked only in the light of the answer to `first`.
fn depends(asked: &Asked<'_>, first: &Question) -> bool {
    asked.conditions.iter().any(|condition| reads(condition).iter().any(|read| *read.name == first.id))
}

/// Every provision that a question cites itself.
fn cited(question: &Question) -> Provisions<'_> {
    question
        .cites
        .iter()
        .flat_map(|citation| citation.provisions.iter().map(|it| (citation.standard.as_str(), it.0.as_str())))
        .collect()
}

fn provisions(question: &Question) -> String {
    let ranges: Vec<String> = question
        .cites
        .iter()
        .map(|it| {
            if it.first == it.last {
                format!("`{} {}`", it.standard, it.first)
            } else {
                format!("`{} {}-{}`", it.standard, it.first, it.last)
            }
        })
        .collect();
    ranges.join(", ")
}
