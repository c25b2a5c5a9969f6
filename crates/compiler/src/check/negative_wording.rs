//! A question put in the negative: to say that all is well, one has to answer "no" to a "not".
//!
//! What counts is that the question itself denies. A denial inside a part that only says who or what is meant is left alone, as in
//! "victims who cannot afford a lawyer"; but not after "cases in which", behind which such questions like to hide.

use enquire_diagnostics::codes::NEGATIVE_WORDING;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::{Answer, Question};

use super::wording::Line;
use super::{Context, concerning};

/// Words that deny.
const DENYING: [&str; 10] = ["cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "nowhere"];

/// Verbs that say that something is missing. In an open question they name a difficulty, as in "What do courts lack?".
const LACKING: [&str; 8] = ["fail", "failed", "failing", "fails", "lack", "lacked", "lacking", "lacks"];

/// What denies nothing, from the denying word on.
const HARMLESS: [&str; 9] = [
    "no earlier than",
    "no fewer than",
    "no later than",
    "no less than",
    "no more than",
    "not later than",
    "not less than",
    "not more than",
    "not only",
];

/// Words before the denying one with which it offers a choice.
const CHOOSING: [&str; 2] = ["if", "or"];

/// Words before "lack" with which it is a thing: "the lack of staff".
const NAMING: [&str; 6] = ["by", "for", "from", "of", "the", "to"];

/// Words that begin a part of a sentence.
const SUBORDINATE: [&str; 13] = [
    "although",
    "because",
    "if",
    "including",
    "that",
    "unless",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whom",
    "whose",
];

/// What questions hide a denial behind.
const CASES: [&str; 8] =
    ["cases", "case", "circumstances", "examples", "instances", "occasions", "situations", "stages"];

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
    (0..line.len()).find(|at| (denies(line, *at) || is_closed && lacks(line, *at)) && !is_in_part(line, *at))
}

fn denies(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    // "Act No. 12"
    let is_number = word == "no" && line.gap(at).starts_with('.') && at + 1 < line.len();
    // "the right not to testify"
    let is_aim = word == "not" && line.word(at + 1) == "to";
    (DENYING.contains(&word) || word.ends_with("n't"))
        && !is_number
        && !is_aim
        && !CHOOSING.contains(&line.before(at, 1))
        && !HARMLESS.iter().any(|phrase| line.has(at, phrase))
}

fn lacks(line: &Line, at: usize) -> bool {
    let before = line.before(at, 1);
    match line.word(at) {
        // "given without hearing the victim", but not "given without delay" or "Can it be given without hearing the victim?".
        "without" => {
            line.word(at + 1).ends_with("ing")
                && !["can", "may"].contains(&line.word(0))
                && !line.has_any(&["possible"])
        }
        // "are unable to pay", but not "persons unable to pay".
        "unable" => ["are", "be", "been", "is", "was", "were"].contains(&before),
        word => LACKING.contains(&word) && !NAMING.contains(&before),
    }
}

/// Whether the word `at` stands in a part of the sentence that only says who or what is meant.
fn is_in_part(line: &Line, at: usize) -> bool {
    let begins = (1..at).rev().find(|it| SUBORDINATE.contains(&line.word(*it)));
    begins.is_some_and(|it| !CASES.contains(&line.before(it, 1)) && !CASES.contains(&line.before(it, 2)))
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
        for (text, denying) in [
            ("Are there cases in which victims are not informed?", "not"),
            ("Is there no fund?", "no"),
            ("Aren't victims heard?", "Aren't"),
            ("Do courts lack interpreters?", "lack"),
            ("Is there a lack of interpreters?", "lack"),
            ("Are judgments given without hearing the victim?", "without"),
            ("Which groups of victims have no access to services?", "no"),
        ] {
            assert_eq!(word(text).as_deref(), Some(denying), "{text}");
        }
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
            "Do victims have the right not to testify?",
            "Is legal aid free of charge for victims who cannot pay?",
            "Is compensation paid when restitution is not available?",
            "Has the lack of funds led to fewer shelters?",
            "Can a victim claim without going to court?",
        ] {
            assert_eq!(word(text), None, "{text}");
        }
        assert_eq!(negation(&Line::of("What do courts lack?"), false), None);
    }
}
