//! A question asks what a standard has caused.

use enquire_diagnostics::codes::CAUSAL_ATTRIBUTION;
use enquire_diagnostics::{Diagnostic, Diagnostics};

use super::wording::Line;
use super::{Context, concerning};

/// Words that name a cause behind them.
const BECAUSE: [&str; 17] = [
    "as a consequence of",
    "as a result of",
    "because of",
    "brought about by",
    "caused by",
    "due to",
    "effect of",
    "effects of",
    "impact of",
    "influence of",
    "influenced by",
    "inspired by",
    "on account of",
    "owing to",
    "prompted by",
    "thanks to",
    "triggered by",
];

/// Words that name a cause before them.
const CAUSED: [&str; 7] = ["bring about", "brought about", "cause", "caused", "lead to", "led to", "result in"];

/// What standards are called in general.
const STANDARDS: [&str; 13] = [
    "convention",
    "covenant",
    "declaration",
    "guidelines",
    "instrument",
    "norms",
    "principles",
    "protocol",
    "resolution",
    "resolutions",
    "standard",
    "standards",
    "treaty",
];

/// How many words may lie between the cause and the standard: "the adoption of the United Nations".
const MOST_BETWEEN: usize = 6;

/// Words between the two with which the sentence goes on to something else: "due to victims under the Declaration".
const TURNS: [&str; 8] = ["and", "by", "from", "in", "or", "to", "under", "with"];

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    if !context.is_english() {
        return;
    }
    let names: Vec<Line> = context
        .instrument
        .standards
        .values()
        .flat_map(|it| [Line::of(&it.short), Line::of(&it.title)])
        .filter(|it| it.len() > 0)
        .collect();
    for asked in context.questions {
        let question = asked.question;
        let line = context.line(&question.wording);
        let Some(phrase) = attribution(&line, &names) else {
            continue;
        };
        let finding = Diagnostic::new(
            &CAUSAL_ATTRIBUTION,
            context.place_of(&question.wording, &phrase),
            "the question asks what a standard has caused",
        )
        .with_help("ask what has changed and since when, and leave the reasons to the reader of the report");
        found.push(concerning(question, finding));
    }
}

/// The words that make a standard the cause.
fn attribution(line: &Line, names: &[Line]) -> Option<String> {
    let behind = BECAUSE.iter().find_map(|phrase| {
        let length = phrase.split(' ').count();
        let at = line.places(phrase).find(|at| is_near(line, at + length, names))?;
        Some(line.written(at, at + length - 1).to_owned())
    });
    behind.or_else(|| {
        CAUSED.iter().find_map(|phrase| {
            let length = phrase.split(' ').count();
            let at = line.places(phrase).find(|at| is_subject(line, *at, names))?;
            Some(line.written(at, at + length - 1).to_owned())
        })
    })
}

/// Whether a standard stands near behind the word `from`.
fn is_near(line: &Line, from: usize, names: &[Line]) -> bool {
    let until =
        (from..=from + MOST_BETWEEN).find(|at| TURNS.contains(&line.word(*at))).unwrap_or(from + MOST_BETWEEN + 1);
    (from..until).any(|at| is_standard(line, at, names))
}

/// Whether the word before `verb` ends the name of a standard: "Has the Declaration led to".
fn is_subject(line: &Line, verb: usize, names: &[Line]) -> bool {
    (0..verb).any(|at| {
        let in_general = at + 1 == verb && is_standard(line, at, &[]);
        in_general || names.iter().any(|name| at + name.len() == verb && is_name(line, at, name))
    })
}

fn is_standard(line: &Line, at: usize, names: &[Line]) -> bool {
    STANDARDS.contains(&line.word(at)) || names.iter().any(|name| is_name(line, at, name))
}

fn is_name(line: &Line, at: usize, name: &Line) -> bool {
    (0..name.len()).all(|index| line.word(at + index) == name.word(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(text: &str) -> Option<String> {
        attribution(&Line::of(text), &[Line::of("Victims Charter")])
    }

    #[test]
    fn causes_are_found() {
        assert_eq!(
            phrase("Which services were set up as a result of the Declaration?").as_deref(),
            Some("as a result of")
        );
        assert_eq!(phrase("What changed thanks to the Victims Charter?").as_deref(), Some("thanks to"));
        assert_eq!(phrase("Has the Victims Charter led to new laws?").as_deref(), Some("led to"));
        assert_eq!(phrase("What was done because of the adoption of the standards?").as_deref(), Some("because of"));
    }

    #[test]
    fn other_causes_are_left_alone() {
        assert_eq!(phrase("Was restitution paid as a result of a judgment?"), None);
        assert_eq!(phrase("What is due to victims under the Declaration?"), None);
        assert_eq!(phrase("Which harm was caused by officials?"), None);
    }
}
