//! How an answer is to be written: bounds and limits in words.

use enquire_model::{Answer, Count, Date, Limits};

use super::Builder;
use crate::conditions::number;
use crate::document::Line;

impl Builder<'_> {
    /// The hint beside the blank of an answer; nothing for answers that say by themselves how to give them.
    pub(crate) fn hint(&self, answer: &Answer) -> Option<Line> {
        let words = self.words;
        match answer {
            Answer::Text {
                most_characters, ..
            } => most_characters.map(|most| words.at_most_characters(number(most.into()))),
            Answer::Prose { most_words } => {
                most_words.map(|most| words.at_most_words(number(most.into())))
            }
            Answer::Integer(limits) => Some(self.limits(words.whole_number(), limits)),
            Answer::Decimal(limits) => Some(self.limits(self.number_with_places(limits), limits)),
            Answer::Percent(limits) => Some(self.limits(words.percentage(), limits)),
            Answer::Quantity { limits, .. } => {
                Some(self.limits(self.number_with_places(limits), limits))
            }
            Answer::Amount { currencies, limits } => Some(self.amount(currencies, limits)),
            Answer::Date { from, to } | Answer::Period { from, to } => Some(self.days(*from, *to)),
            Answer::Year { from, to } => {
                let figure = |year: i16| Line::from(year.to_string());
                Some(self.hints(
                    words.year_format(),
                    self.span(from.map(figure), to.map(figure)),
                ))
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
            (Some(least), Some(most)) if least == most => {
                Some(words.entries_exactly(most.to_string()))
            }
            (Some(least), Some(most)) => {
                Some(words.entries_between(least.to_string(), most.to_string()))
            }
            (Some(least), None) => Some(words.entries_at_least(least.to_string())),
            (None, Some(most)) => Some(words.entries_at_most(most.to_string())),
            (None, None) => None,
        }
    }

    fn number_with_places(&self, limits: &Limits) -> Line {
        let plain = self.words.any_number();
        match limits.places {
            0 => plain,
            places => self
                .words
                .hint_next(plain, self.words.places(places.to_string())),
        }
    }

    fn amount(&self, currencies: &[String], limits: &Limits) -> Line {
        let codes: Vec<Line> = currencies
            .iter()
            .map(|code| Line::from(code.to_uppercase()))
            .collect();
        let plain = if codes.is_empty() {
            self.words.amount_any()
        } else {
            self.words.amount_in(self.words.any_of(codes))
        };
        self.limits(plain, limits)
    }

    fn limits(&self, first: Line, limits: &Limits) -> Line {
        let figure = |value| Line::from(number(value));
        self.hints(
            first,
            self.span(limits.from.map(figure), limits.to.map(figure)),
        )
    }

    fn days(&self, from: Option<Date>, to: Option<Date>) -> Line {
        let words = self.words;
        let span = match (from, to) {
            (Some(from), Some(to)) => Some(words.day_between(words.date(from), words.date(to))),
            (Some(from), None) => Some(words.day_since(words.date(from))),
            (None, Some(to)) => Some(words.day_until(words.date(to))),
            (None, None) => None,
        };
        self.hints(words.day_format(), span)
    }

    fn span(&self, from: Option<Line>, to: Option<Line>) -> Option<Line> {
        match (from, to) {
            (Some(from), Some(to)) => Some(self.words.between(from, to)),
            (Some(from), None) => Some(self.words.at_least(from)),
            (None, Some(to)) => Some(self.words.at_most(to)),
            (None, None) => None,
        }
    }

    fn hints(&self, first: Line, then: Option<Line>) -> Line {
        match then {
            Some(then) => self.words.hint_next(first, then),
            None => first,
        }
    }
}
