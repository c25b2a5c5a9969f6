//! Two questions, or two options of one list, have the same words.

use enquire_diagnostics::codes::DUPLICATE_WORDING;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::{Asked, Choice, RowSource};
use rustc_hash::FxHashMap;

use super::{Context, concerning, span};

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    questions(context, found);
    for scale in context.instrument.scales.values() {
        options(context, scale.id.as_str(), &scale.choices, found);
    }
    for asked in context.questions {
        let question = asked.question;
        if let Some(RowSource::Fixed(rows)) = question.answer.table().map(|it| &it.rows) {
            options(context, question.id.as_str(), rows, found);
        }
    }
}

/// Sub-questions are read with the question above them, so that only those of one question are compared.
fn questions(context: &Context<'_>, found: &mut Diagnostics) {
    let mut seen: FxHashMap<(Option<&str>, String), &Asked<'_>> = FxHashMap::default();
    for asked in context.questions {
        let question = asked.question;
        let words = folded(&context.printed(&question.wording));
        if words.is_empty() {
            continue;
        }
        let above = asked.parent.map(|it| it.id.as_str());
        let Some(first) = seen.get(&(above, words.clone())) else {
            seen.insert((above, words), asked);
            continue;
        };
        // Nobody is asked both of them, or the conditions say in what they differ.
        if !asked.conditions.is_empty() && !first.conditions.is_empty() && asked.conditions != first.conditions {
            continue;
        }
        let finding = Diagnostic::new(
            &DUPLICATE_WORDING,
            span(question.wording.place),
            format!("`{}` has the same words as `{}`", question.id, first.question.id),
        )
        .with_label(span(first.question.wording.place), "the first is here")
        .with_help("say in the words in what the two differ, or ask only once");
        found.push(concerning(question, finding));
    }
}

fn options(context: &Context<'_>, owner: &str, choices: &[Choice], found: &mut Diagnostics) {
    let mut seen: FxHashMap<(Option<&str>, String), &Choice> = FxHashMap::default();
    for choice in choices {
        let words = folded(&context.printed(&choice.label));
        if words.is_empty() {
            continue;
        }
        let above = choice.parent.as_ref().map(enquire_model::Name::as_str);
        let Some(first) = seen.get(&(above, words.clone())) else {
            seen.insert((above, words), choice);
            continue;
        };
        found.push(
            Diagnostic::new(
                &DUPLICATE_WORDING,
                span(choice.label.place),
                format!("`{}` has the same words as `{}`", choice.code, first.code),
            )
            .with_label(span(first.label.place), "the first is here")
            .with_help("say in the words in what the two differ, or delete one of them")
            .with_element(owner),
        );
    }
}

/// `words` without what readers pass over: capitals, punctuation and blanks.
fn folded(words: &str) -> String {
    let plain: String = words.chars().map(|it| if it.is_alphanumeric() { it } else { ' ' }).collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn capitals_punctuation_and_blanks_do_not_count() {
        assert_eq!(folded("Is there  a fund?"), folded("is there a Fund"));
        assert_ne!(folded("Is there a fund?"), folded("Is there a line?"));
        assert_eq!(folded("?!"), "");
    }
}
