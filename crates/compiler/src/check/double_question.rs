//! Two questions in one, of which perhaps only one applies.
//!
//! Only what is certainly a second question counts: another question mark, `and/or`, a second verb before its subject, a second
//! question word, or a second thing that is done to the same persons.

use enquire_diagnostics::codes::DOUBLE_QUESTION;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::Answer;

use super::wording::Line;
use super::{Context, concerning};

/// Verbs that stand before the subject of a question.
const VERBS: [&str; 20] = [
    "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "must", "shall", "should",
    "was", "were", "will", "would", "ought",
];

/// Words with which the subject of a question begins.
const SUBJECTS: [&str; 18] = [
    "a",
    "an",
    "any",
    "everybody",
    "he",
    "it",
    "its",
    "she",
    "such",
    "that",
    "the",
    "their",
    "there",
    "these",
    "they",
    "this",
    "those",
    "your",
];

/// Words that ask.
const ASKING: [&str; 9] = ["how", "what", "when", "where", "which", "who", "whom", "whose", "why"];

/// Words that also begin a part of a sentence that asks nothing: "those who are harmed and who claim".
const RELATIVE: [&str; 6] = ["when", "where", "which", "who", "whom", "whose"];

/// What is done to somebody or something, as a second thing in one sentence. Words that often stand before a noun are left out.
const DONE: [&str; 28] = [
    "allowed",
    "applied",
    "asked",
    "assisted",
    "compensated",
    "consulted",
    "enabled",
    "encouraged",
    "enforced",
    "given",
    "granted",
    "heard",
    "helped",
    "informed",
    "invited",
    "kept",
    "monitored",
    "notified",
    "offered",
    "permitted",
    "protected",
    "provided",
    "referred",
    "sent",
    "shown",
    "told",
    "treated",
    "represented",
];

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    if !context.is_english() {
        return;
    }
    for asked in context.questions {
        let question = asked.question;
        let line = context.line(&question.wording);
        let Some(phrase) = second_question(&line, Room::of(&question.answer)) else {
            continue;
        };
        let finding = Diagnostic::new(
            &DOUBLE_QUESTION,
            context.place_of(&question.wording, &phrase),
            "two questions are asked in one",
        )
        .with_primary_label("from here on another one is asked")
        .with_help("make two questions of it, or sub-questions of one");
        found.push(concerning(question, finding));
    }
}

/// How much an answer leaves room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    /// A "yes" or one option: it cannot be said what it stands for.
    Closed,
    /// One answer.
    One,
    /// Paragraphs, in which several things can be told one after the other.
    Paragraphs,
    /// Fields or cells, of which each part of the question may have its own.
    Parts,
}

impl Room {
    fn of(answer: &Answer) -> Self {
        match answer {
            Answer::YesNo | Answer::OneOf(_) => Self::Closed,
            Answer::Prose { .. } => Self::Paragraphs,
            Answer::Record { .. } | Answer::List { .. } | Answer::Table(_) => Self::Parts,
            Answer::ManyOf(_)
            | Answer::Ranking(_)
            | Answer::Text { .. }
            | Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Percent(_)
            | Answer::Amount { .. }
            | Answer::Quantity { .. }
            | Answer::Date { .. }
            | Answer::Year { .. }
            | Answer::Period { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link
            | Answer::File => Self::One,
        }
    }
}

/// The words with which a second question begins.
fn second_question(line: &Line, room: Room) -> Option<String> {
    match room {
        Room::Parts => None,
        Room::Paragraphs => after_question_mark(line),
        Room::One | Room::Closed => after_question_mark(line)
            .or_else(|| either_or_both(line))
            .or_else(|| line.places("and").find_map(|and| after_and(line, and, room == Room::Closed))),
    }
}

fn after_question_mark(line: &Line) -> Option<String> {
    let first = (0..line.len()).find(|at| line.gap(*at).contains('?'))?;
    let second = (first + 1..line.len()).find(|at| line.gap(*at).contains('?'))?;
    Some(line.written(first + 1, second).to_owned())
}

/// `and/or`, with which nobody knows what a "yes" stands for.
fn either_or_both(line: &Line) -> Option<String> {
    let and = line.places("and or").find(|at| line.gap(*at) == "/")?;
    Some(line.written(and, and + 1).to_owned())
}

fn after_and(line: &Line, and: usize, is_closed: bool) -> Option<String> {
    let next = line.word(and + 1);
    let inverted = VERBS.contains(&next) && SUBJECTS.contains(&line.word(and + 2));
    let asks = is_second_asking(line, and) || line.has(and + 1, "if so");
    let is_done = is_closed && DONE.contains(&next) && is_second_deed(line, and);
    (inverted || asks || is_done).then(|| line.written(and, and + 1).to_owned())
}

/// Whether a question word behind `and`, perhaps behind a preposition, asks for something else than what went before.
fn is_second_asking(line: &Line, and: usize) -> bool {
    let at = if ["by", "for", "from", "in", "on", "to", "under", "with"].contains(&line.word(and + 1)) {
        and + 2
    } else {
        and + 1
    };
    let word = line.word(at);
    // "when and where": one question with two words.
    let is_pair = ASKING.contains(&line.before(and, 1));
    // "services which are free and which are open to all"
    let is_relative = RELATIVE.contains(&word) && (1..and).any(|earlier| line.word(earlier) == word);
    ASKING.contains(&word) && !is_pair && !is_relative
}

/// Whether something was done before the `and`, with words between: "are informed of their rights and offered legal aid".
fn is_second_deed(line: &Line, and: usize) -> bool {
    let passive = ["are", "is", "was", "were", "been", "be"];
    let begins = VERBS.contains(&line.word(0));
    let is_deed = |at: usize| line.word(at).ends_with("ed") || DONE.contains(&line.word(at));
    let first = (1..and).find(|at| is_deed(*at));
    let has_passive = (0..and).any(|at| passive.contains(&line.word(at)));
    let is_noun_next = ["consent", "choice", "decision", "decisions"].contains(&line.word(and + 2));
    begins && has_passive && !is_noun_next && first.is_some_and(|at| at + 1 < and)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(text: &str) -> Option<String> {
        second_question(&Line::of(text), Room::Closed)
    }

    #[test]
    fn second_questions_are_found() {
        for (text, begins) in [
            ("Is there a fund? Who runs it?", "Who runs it"),
            ("Is there a fund and who runs it?", "and who"),
            ("Are claims heard in court, and is there a fee?", "and is"),
            ("Is there a fund and, if so, since when?", "and, if"),
            ("Can victims obtain restitution and/or compensation?", "and/or"),
            ("Are victims informed of their rights and offered legal aid?", "and offered"),
            ("Which laws apply and in which year were they adopted?", "and in"),
        ] {
            assert_eq!(second(text).as_deref(), Some(begins), "{text}");
        }
    }

    #[test]
    fn one_question_with_an_and_is_left_alone() {
        for text in [
            "Are victims and witnesses heard?",
            "Is assistance given by trained and qualified staff?",
            "When and where can victims claim?",
            "Are there services which are free and which are open to all?",
            "Are victims heard by judges and trained interviewers?",
            "Did the State answer \"Is it so? Why?\" before?",
            "Are rules on dignity and respect applied?",
        ] {
            assert_eq!(second(text), None, "{text}");
        }
    }

    #[test]
    fn paragraphs_and_fields_leave_room() {
        let line = Line::of("Who may claim, and to which court?");
        assert!(second_question(&line, Room::One).is_some());
        assert_eq!(second_question(&line, Room::Paragraphs), None);
        let line = Line::of("Who may claim? Which court decides?");
        assert!(second_question(&line, Room::Paragraphs).is_some());
        assert_eq!(second_question(&line, Room::Parts), None);
    }
}
