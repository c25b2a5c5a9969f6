//! Tests in words.

use enquire_model::{Aggregate, Comparison, Expression, ExpressionKind, Function, StateTest};

use super::Conditions;
use super::clause::{Atom, is_constant};
use super::nature::Nature;
use crate::document::Line;
use crate::words::Words;

/// A sentence of two places.
type Sentence = fn(Words, Line, Line) -> Line;

/// The sentences of one subject, one for each comparison.
#[derive(Clone, Copy)]
struct Compared {
    equal: Sentence,
    unequal: Sentence,
    less: Sentence,
    at_most: Sentence,
    greater: Sentence,
    at_least: Sentence,
}

impl Compared {
    fn say(self, words: Words, comparison: Comparison, first: Line, second: Line) -> Line {
        let sentence = match comparison {
            Comparison::Equal => self.equal,
            Comparison::NotEqual => self.unequal,
            Comparison::Less => self.less,
            Comparison::AtMost => self.at_most,
            Comparison::Greater => self.greater,
            Comparison::AtLeast => self.at_least,
        };
        sentence(words, first, second)
    }
}

/// A number that was given.
const GAVE_NUMBER: Compared = Compared {
    equal: Words::gave_number,
    unequal: Words::gave_other_number,
    less: Words::gave_less,
    at_most: Words::gave_at_most,
    greater: Words::gave_greater,
    at_least: Words::gave_at_least,
};

/// A year that was given.
const GAVE_YEAR: Compared = Compared {
    equal: Words::gave_year,
    unequal: Words::gave_other_year,
    less: Words::gave_year_before,
    at_most: Words::gave_year_until,
    greater: Words::gave_year_after,
    at_least: Words::gave_year_since,
};

/// A day that was given.
const GAVE_DAY: Compared = Compared {
    equal: Words::gave_day,
    unequal: Words::gave_other_day,
    less: Words::gave_day_before,
    at_most: Words::gave_day_until,
    greater: Words::gave_day_after,
    at_least: Words::gave_day_since,
};

/// A number of entries.
const LISTED: Compared = Compared {
    equal: Words::listed,
    unequal: Words::listed_other,
    less: Words::listed_less,
    at_most: Words::listed_at_most,
    greater: Words::listed_more,
    at_least: Words::listed_at_least,
};

/// A number of chosen options.
const PICKED: Compared = Compared {
    equal: Words::picked,
    unequal: Words::picked_other,
    less: Words::picked_less,
    at_most: Words::picked_at_most,
    greater: Words::picked_more,
    at_least: Words::picked_at_least,
};

/// Values that stand beside each other.
const IN_NUMBER: Compared = Compared {
    equal: Words::is_equal,
    unequal: Words::is_unequal,
    less: Words::is_less,
    at_most: Words::is_at_most,
    greater: Words::is_greater,
    at_least: Words::is_at_least,
};

/// Days or years that stand beside each other.
const IN_TIME: Compared = Compared {
    equal: Words::is_equal,
    unequal: Words::is_unequal,
    less: Words::is_before,
    at_most: Words::is_until,
    greater: Words::is_after,
    at_least: Words::is_since,
};

impl<'a> Conditions<'a> {
    pub(crate) fn atom(&self, atom: &Atom<'a>) -> Line {
        match atom {
            Atom::OneOf { value, options, among } => self.one_of(value, options, *among),
            Atom::Chosen { value, options, all } => self.chosen(value, options, *all),
            Atom::NotChosen { value, option } => {
                let option = self.constant(option, self.nature(value));
                match self.asked(value) {
                    Some(question) => self.words.not_chosen(option, question),
                    None => self.words.has_not_chosen(self.formula(value), option),
                }
            }
            Atom::Compare { comparison, left, right } => self.compare(*comparison, left, right),
            Atom::State { question, test, holds } => self.state(question, test, *holds),
            Atom::Entries { over, condition, every, holds } => {
                let (question, clause) = (self.link(over), self.within(over).clause(condition));
                match (every, holds) {
                    (false, true) => self.words.some_entry(question, clause),
                    (false, false) => self.words.no_entry(question, clause),
                    (true, true) => self.words.every_entry(question, clause),
                    (true, false) => self.words.not_every_entry(question, clause),
                }
            }
            Atom::Value { value, holds } => self.truth(value, *holds),
        }
    }
}

impl<'a> Conditions<'a> {
    /// The question, if the value is simply the answer to one.
    fn asked(&self, value: &'a Expression) -> Option<Line> {
        let ExpressionKind::Answer(id) = &value.kind else {
            return None;
        };
        self.question(id.as_str())?;
        Some(self.link(id.as_str()))
    }

    fn one_of(&self, value: &'a Expression, options: &[&'a Expression], among: bool) -> Line {
        let nature = self.nature(value);
        let options = self.words.any_of(options.iter().map(|option| self.constant(option, nature)).collect());
        let Some(question) = self.asked(value) else {
            let value = self.formula(value);
            return if among { self.words.is_equal(value, options) } else { self.words.is_unequal(value, options) };
        };
        match (nature, among) {
            (Nature::Option(_) | Nature::YesNo, true) => self.words.answered(options, question),
            (Nature::Option(_) | Nature::YesNo, false) => self.words.answered_otherwise(options, question),
            (Nature::Number(_), true) => self.words.gave_number(options, question),
            (Nature::Number(_), false) => self.words.gave_other_number(options, question),
            (Nature::Year, true) => self.words.gave_year(options, question),
            (Nature::Year, false) => self.words.gave_other_year(options, question),
            (Nature::Day, true) => self.words.gave_day(options, question),
            (Nature::Day, false) => self.words.gave_other_day(options, question),
            (Nature::Words, true) => self.words.wrote(options, question),
            (Nature::Words, false) => self.words.wrote_otherwise(options, question),
        }
    }

    fn chosen(&self, value: &'a Expression, options: &[&'a Expression], all: bool) -> Line {
        let nature = self.nature(value);
        let options: Vec<Line> = options.iter().map(|option| self.constant(option, nature)).collect();
        let options = if all { self.words.all_of(options) } else { self.words.any_of(options) };
        match self.asked(value) {
            Some(question) => self.words.chose(options, question),
            None => self.words.has_chosen(self.formula(value), options),
        }
    }

    fn compare(&self, comparison: Comparison, left: &'a Expression, right: &'a Expression) -> Line {
        let nature = self.nature(left);
        if nature == Nature::Words
            && matches!(comparison, Comparison::Equal | Comparison::NotEqual)
            && is_constant(right)
        {
            return self.one_of(left, &[right], comparison == Comparison::Equal);
        }
        // "You gave the date" needs a date to follow; the day on which a period begins is no such word.
        let of_period = matches!(right.kind, ExpressionKind::PeriodStart | ExpressionKind::PeriodEnd);
        let unsaid = of_period && matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        let direct = if is_constant(right) && !unsaid { self.direct(left, nature) } else { None };
        if let Some((sentences, question)) = direct {
            return sentences.say(self.words, comparison, self.constant(right, nature), question);
        }
        let sentences = if nature.is_time() { IN_TIME } else { IN_NUMBER };
        sentences.say(self.words, comparison, self.formula(left), self.constant(right, nature))
    }

    /// The sentences that speak of what the respondent did, and the question; nothing for values that have none.
    fn direct(&self, value: &'a Expression, nature: Nature<'a>) -> Option<(Compared, Line)> {
        if let Some(question) = self.asked(value) {
            let sentences = match nature {
                Nature::Number(_) => GAVE_NUMBER,
                Nature::Year => GAVE_YEAR,
                Nature::Day => GAVE_DAY,
                Nature::Option(_) | Nature::YesNo | Nature::Words => return None,
            };
            return Some((sentences, question));
        }
        if let ExpressionKind::Aggregate { function: Aggregate::Count, over, field: None, condition: None } =
            &value.kind
        {
            return Some((LISTED, self.link(over.as_str())));
        }
        let ExpressionKind::Call { function: Function::Chosen, arguments } = &value.kind else {
            return None;
        };
        Some((PICKED, self.asked(arguments.first()?)?))
    }

    fn state(&self, question: &str, test: &StateTest, holds: bool) -> Line {
        let words = self.words;
        let link = self.link(question);
        if self.question(question).is_none() {
            return if holds == (*test == StateTest::Unanswered) { words.not_known(link) } else { words.known(link) };
        }
        match (test, holds) {
            (StateTest::Answered, true) => words.gave_any(link),
            (StateTest::Answered, false) => words.gave_none(link),
            (StateTest::Unanswered, true) => words.left_blank(link),
            (StateTest::Unanswered, false) => words.not_left_blank(link),
            (StateTest::Asked, true) => words.applies(link),
            (StateTest::Asked, false) => words.applies_not(link),
            (StateTest::NonResponse(code), true) => words.answered(self.nonresponse(code.as_str()), link),
            (StateTest::NonResponse(code), false) => words.not_answered(self.nonresponse(code.as_str()), link),
        }
    }

    /// A value that is itself true or false.
    fn truth(&self, value: &'a Expression, holds: bool) -> Line {
        match (&value.kind, holds) {
            (ExpressionKind::Truth(truth), _) if *truth == holds => self.words.always(),
            (ExpressionKind::Truth(_), _) => self.words.never(),
            (_, true) => self.words.holds(self.formula(value)),
            (_, false) => self.words.holds_not(self.formula(value)),
        }
    }
}
