//! A question put in the negative: to say that all is well, one has to answer "no" to a "not".

use enquire_diagnostics::codes::NEGATIVE_WORDING;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::{Answer, Question};

use super::wording::Line;
use super::{Context, concerning};

/// Words that deny.
const DENYING: [&str; 10] = ["not", "no", "never", "none", "neither", "nor", "cannot", "nobody", "nothing", "nowhere"];

/// Words that say that something is missing. In an open question they name a difficulty, as in "What lack of staff is felt?".
const LACKING: [&str; 10] =
    ["fail", "failed", "failing", "fails", "lack", "lacked", "lacking", "lacks", "unable", "without"];

/// What denies nothing, from the denying word on.
const HARMLESS: [&str; 24] = [
    "not only",
    "not later than",
    "not more than",
    "not less than",
    "no more than",
    "no less than",
    "no fewer than",
    "no later than",
    "no earlier than",
    "without charge",
    "without cost",
    "without costs",
    "without delay",
    "without undue",
    "without unnecessary",
    "without discrimination",
    "without distinction",
    "without exception",
    "without fee",
    "without fees",
    "without limit",
    "without payment",
    "without prejudice",
    "without interruption",
];

/// Words before the denying one with which it offers a choice.
const CHOOSING: [&str; 2] = ["or", "if"];

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    if !context.is_english() {
        return;
    }
    for asked in context.questions {
        let question = asked.question;
        let line = context.line(&question.wording);
        let Some(at) = negation(&line, is_closed(question)) else {
            continue;
        };
        let word = line.written(at, at);
        let finding = Diagnostic::new(
            &NEGATIVE_WORDING,
            context.place_of(&question.wording, word),
            format!("this question is put in the negative: `{word}`"),
        )
        .with_help("ask whether it is so, and let the answer \"no\" say that it is not");
        found.push(concerning(question, finding));
    }
}

fn is_closed(question: &Question) -> bool {
    matches!(question.answer, Answer::YesNo | Answer::OneOf(_))
}

/// The first word that puts the question in the negative.
fn negation(line: &Line, is_closed: bool) -> Option<usize> {
    (0..line.len()).find(|at| {
        let word = line.word(*at);
        let denies = DENYING.contains(&word) || word.ends_with("n't");
        let lacks = is_closed && LACKING.contains(&word);
        (denies || lacks) && !is_harmless(line, *at)
    })
}

fn is_harmless(line: &Line, at: usize) -> bool {
    // "Act No. 12"
    let is_number = line.word(at) == "no" && line.gap(at).starts_with('.') && at + 1 < line.len();
    is_number || CHOOSING.contains(&line.before(at, 1)) || HARMLESS.iter().any(|phrase| line.has(at, phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Option<String> {
        let line = Line::of(text);
        negation(&line, true).map(|at| line.written(at, at).to_owned())
    }

    #[test]
    fn denying_words_are_found() {
        assert_eq!(word("Are there cases in which victims are not informed?").as_deref(), Some("not"));
        assert_eq!(word("Is there no fund?").as_deref(), Some("no"));
        assert_eq!(word("Aren't victims heard?").as_deref(), Some("Aren't"));
        assert_eq!(word("Do courts lack interpreters?").as_deref(), Some("lack"));
        assert_eq!(word("Are judgments given without hearing the victim?").as_deref(), Some("without"));
    }

    #[test]
    fn what_denies_nothing_is_left_alone() {
        for text in [
            "Is it known whether or not a claim was made?",
            "Are non-custodial sanctions used?",
            "Is Act No. 12 in force?",
            "Did the State answer \"no\" before?",
            "Are victims informed without delay?",
            "Is the fee no more than ten dollars?",
            "Is notice given of every hearing?",
        ] {
            assert_eq!(word(text), None, "{text}");
        }
        assert_eq!(negation(&Line::of("Which lack of staff is felt?"), false), None);
    }
}
