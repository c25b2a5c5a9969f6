//! Conditions and computed values in words, for people who read a form on paper.
//!
//! ```text
//! Expression --clause::of--> Clause --speak--> Line
//!            negations pushed down,           "you answered “Yes” or “In part” to question 4"
//!            tests of one answer joined
//! ```
//!
//! What is printed follows the one meaning of conditions: whatever compares an answer that is not given does not hold, and its
//! negation does not hold either. So `redress != yes` is "you gave an answer other than “Yes”", never "you did not answer “Yes”".

mod atom;
mod clause;
mod formula;
mod nature;
mod value;

use enquire_model::{Expression, Instrument, Question};

use crate::document::Line;
use crate::numbering::Numbers;
use crate::words::Words;
use clause::Clause;
pub(crate) use value::number;

/// What speaks of the conditions of an instrument.
#[derive(Debug, Clone, Copy)]
pub struct Conditions<'a> {
    instrument: &'a Instrument,
    numbers: &'a Numbers,
    words: Words,
    /// Where fields and columns without a question before them belong.
    row: Option<Row<'a>>,
}

/// What the fields or columns at hand belong to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Row<'a> {
    /// The entries of a list or rows of a table, by the id of the question.
    Of(&'a str),
    /// The rows of a table that is not yet known by an id.
    In(&'a enquire_model::Table),
}

impl<'a> Conditions<'a> {
    /// Conditions of `instrument`, whose questions have these numbers.
    pub fn of(instrument: &'a Instrument, numbers: &'a Numbers) -> Self {
        Self { instrument, numbers, words: Words::english(), row: None }
    }

    /// `If you answered “Yes” to question 4`.
    pub fn condition(&self, condition: &'a Expression) -> Line {
        self.words.condition(self.clause(condition))
    }

    /// All of `conditions` in one sentence; nothing if there are none.
    pub fn conditions(&self, conditions: &[&'a Expression]) -> Option<Line> {
        (!conditions.is_empty()).then(|| self.words.condition(self.clauses(conditions)))
    }

    /// The same without the word that introduces it.
    pub(crate) fn clauses(&self, conditions: &[&'a Expression]) -> Line {
        self.speak(&Clause::all(conditions.iter().map(|condition| Clause::of(condition)).collect()))
    }

    /// The condition without the word that introduces it: `you answered “Yes” to question 4`.
    pub fn clause(&self, condition: &'a Expression) -> Line {
        self.speak(&Clause::of(condition))
    }

    /// How a computed value is worked out: `= the reply to question 5 − the reply to question 4`.
    pub fn rule(&self, value: &'a Expression) -> Line {
        if nature::is_condition(value) {
            self.words.yes_if(self.clause(value))
        } else {
            self.words.equals(self.formula(value))
        }
    }

    /// How a computed column of `table` is worked out: `= Women + Men`.
    pub fn column_rule(&self, value: &'a Expression, table: &'a enquire_model::Table) -> Line {
        Self { row: Some(Row::In(table)), ..*self }.rule(value)
    }

    fn within(&self, question: &'a str) -> Self {
        Self { row: Some(Row::Of(question)), ..*self }
    }

    fn question(&self, id: &str) -> Option<&'a Question> {
        self.instrument.question(id)
    }

    fn link(&self, id: &str) -> Line {
        self.numbers.link(id).into()
    }

    /// A clause at the top of a sentence.
    fn speak(&self, clause: &Clause<'a>) -> Line {
        match clause {
            Clause::Atom(atom) => self.atom(atom),
            Clause::All(parts) => self.join(parts, Words::all_of, Words::and_clause),
            Clause::Any(parts) => self.join(parts, Words::any_of, Words::or_clause),
        }
    }

    /// Plain tests first, then what holds several: `A and B, and either C or D`.
    fn join(
        &self,
        parts: &[Clause<'a>],
        list: fn(Words, Vec<Line>) -> Line,
        then: fn(Words, Line, Line) -> Line,
    ) -> Line {
        let (plain, nested): (Vec<_>, Vec<_>) = parts.iter().partition(|part| matches!(part, Clause::Atom(_)));
        let plain: Vec<Line> = plain.into_iter().map(|part| self.speak(part)).collect();
        let first = (!plain.is_empty()).then(|| list(self.words, plain));
        let lines = first.into_iter().chain(nested.into_iter().map(|part| self.nested(part)));
        lines.reduce(|before, next| then(self.words, before, next)).unwrap_or_default()
    }

    /// A clause inside another, with words that show where it begins and ends.
    fn nested(&self, clause: &Clause<'a>) -> Line {
        let words = self.words;
        match clause {
            Clause::Atom(atom) => self.atom(atom),
            Clause::All(parts) => match parts.as_slice() {
                [first, second] => words.both(self.nested(first), self.nested(second)),
                _ => words.every_one_of(self.series(parts, Words::and_last_clause)),
            },
            Clause::Any(parts) => match parts.as_slice() {
                [first, second] => words.either(self.nested(first), self.nested(second)),
                _ => words.at_least_one_of(self.series(parts, Words::or_last_clause)),
            },
        }
    }

    fn series(&self, parts: &[Clause<'a>], with_last: fn(Words, Line, Line) -> Line) -> Line {
        let mut lines: Vec<Line> = parts.iter().map(|part| self.nested(part)).collect();
        let last = lines.pop().unwrap_or_default();
        let before = lines.into_iter().reduce(|before, next| self.words.clause_next(before, next));
        before.map_or_else(|| last.clone(), |before| with_last(self.words, before, last.clone()))
    }
}
