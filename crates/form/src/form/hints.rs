//! How an answer is to be written: bounds and limits in words.

use enquire_model::{Answer, Count, Decimal, Limits};

use super::Builder;
use crate::conditions::number;
use crate::document::Line;

impl Builder<'_> {
    /// The hint beside the blank of an answer; nothing where the blank says by itself what belongs there.
    pub(crate) fn hint(&self, answer: &Answer) -> Option<Line> {
        let words = self.words;
        match answer {
            Answer::Text { most_characters, .. } => {
                most_characters.map(|most| words.at_most_characters(number(most.into())))
            }
            Answer::Prose { most_words } => most_words.map(|most| words.at_most_words(number(most.into()))),
            Answer::Integer(limits) => self.hints(Some(words.whole_number()), self.bounds(limits)),
            Answer::Decimal(limits) | Answer::Quantity { limits, .. } | Answer::Amount { limits, .. } => {
                self.hints(self.places(limits), self.bounds(limits))
            }
            Answer::Percent(limits) => {
                let usual = limits.to == Some(Decimal::ONE_HUNDRED) && limits.from == Some(Decimal::ZERO);
                self.hints(self.places(limits), self.bounds(limits).filter(|_| !usual))
            }
            Answer::Date { from, to } | Answer::Period { from, to } => {
                self.time_span(from.map(|day| words.date(day)), to.map(|day| words.date(day)))
            }
            Answer::Year { from, to } => {
                let figure = |year: i16| Line::from(year.to_string());
                self.time_span(from.map(figure), to.map(figure))
            }
            Answer::Country => Some(words.name_of_country()),
            Answer::Language => Some(words.name_of_language()),
            Answer::Email => Some(words.email_address()),
            Answer::Telephone => Some(words.telephone_number()),
            Answer::Link => Some(words.web_address()),
            Answer::File => Some(words.name_of_file()),
            Answer::YesNo
            | Answer::OneOf(_)
            | Answer::ManyOf(_)
            | Answer::Ranking(_)
            | Answer::Record { .. }
            | Answer::List { .. }
            | Answer::Table(_) => None,
        }
    }

    /// How many entries are to be listed.
    pub(crate) fn entries_hint(&self, count: Count) -> Option<Line> {
        let words = self.words;
        match (count.least.filter(|least| *least > 0), count.most) {
            (Some(least), Some(most)) if least == most => Some(words.entries_exactly(most.to_string())),
            (Some(least), Some(most)) => Some(words.entries_between(least.to_string(), most.to_string())),
            (Some(least), None) => Some(words.entries_at_least(least.to_string())),
            (None, Some(most)) => Some(words.entries_at_most(most.to_string())),
            (None, None) => None,
        }
    }

    fn places(&self, limits: &Limits) -> Option<Line> {
        (limits.places > 0).then(|| self.words.places(limits.places.to_string()))
    }

    /// The bounds of a number. That nothing is less than nought goes without saying.
    fn bounds(&self, limits: &Limits) -> Option<Line> {
        let figure = |value| Line::from(number(value));
        match (limits.from, limits.to) {
            (Some(from), Some(to)) => Some(self.words.between(figure(from), figure(to))),
            (Some(from), None) => (!from.is_zero()).then(|| self.words.at_least(figure(from))),
            (None, Some(to)) => Some(self.words.at_most(figure(to))),
            (None, None) => None,
        }
    }

    fn time_span(&self, from: Option<Line>, to: Option<Line>) -> Option<Line> {
        match (from, to) {
            (Some(from), Some(to)) => Some(self.words.time_between(from, to)),
            (Some(from), None) => Some(self.words.time_since(from)),
            (None, Some(to)) => Some(self.words.time_until(to)),
            (None, None) => None,
        }
    }

    fn hints(&self, first: Option<Line>, then: Option<Line>) -> Option<Line> {
        match (first, then) {
            (Some(first), Some(then)) => Some(self.words.hint_next(first, then)),
            (first, then) => first.or(then),
        }
    }
}
