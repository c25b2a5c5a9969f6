//! How much work an instrument asks of a respondent. The page `docs/reference/effort.md` is about this.

mod guards;

use std::collections::BTreeMap;

use enquire_model::{Answer, Instrument};
use guards::Closed;

/// What the longest path through an instrument asks, at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Burden {
    /// Questions, sub-questions included.
    pub questions: u32,
    /// Estimated minutes.
    pub minutes: u32,
    /// Questions answered in prose.
    pub prose: u32,
}

/// The estimated minutes that an answer takes: 1 for a closed question, 2 for several options or a short answer, 3 for a
/// record, 6 for a list of records, 8 for a table or prose.
pub fn minutes(answer: &Answer) -> u32 {
    match answer {
        Answer::YesNo | Answer::OneOf(_) => 1,
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
        | Answer::File => 2,
        Answer::Record { .. } => 3,
        Answer::List { .. } => 6,
        Answer::Table(_) | Answer::Prose { .. } => 8,
    }
}

/// What `instrument` asks of a respondent at most.
///
/// No reply can be asked more; perhaps none is asked as much. A question whose conditions fix the answer to a closed question counts
/// towards the options that they allow, and of each such closed question only the heaviest option counts. All other
/// conditions are taken to hold.
pub fn burden(instrument: &Instrument) -> Burden {
    let asked = instrument.questions();
    let mut closed = Closed::of(instrument, &asked);
    let mut total = Burden::default();
    let mut by_option: BTreeMap<&str, BTreeMap<&str, Burden>> = BTreeMap::new();
    for question in &asked {
        let own = Burden::of(&question.question.answer);
        match closed.guard(&question.conditions) {
            None => total.add(own),
            Some((guard, options)) => {
                let sums = by_option.entry(guard).or_default();
                for option in options {
                    sums.entry(option).or_default().add(own);
                }
            }
        }
    }
    for sums in by_option.values() {
        total.add(Burden::heaviest(sums));
    }
    total
}

impl Burden {
    fn of(answer: &Answer) -> Self {
        Self { questions: 1, minutes: minutes(answer), prose: u32::from(matches!(answer, Answer::Prose { .. })) }
    }

    fn add(&mut self, more: Self) {
        self.questions = self.questions.saturating_add(more.questions);
        self.minutes = self.minutes.saturating_add(more.minutes);
        self.prose = self.prose.saturating_add(more.prose);
    }

    /// The most of each figure; they need not come from one option.
    fn heaviest(sums: &BTreeMap<&str, Self>) -> Self {
        let most = |figure: fn(&Self) -> u32| sums.values().map(figure).max().unwrap_or(0);
        Self { questions: most(|it| it.questions), minutes: most(|it| it.minutes), prose: most(|it| it.prose) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::{and, answer, choice, compare, instrument, is_in, not, or, question, when};
    use enquire_model::{Comparison, Expression, Item, Text};

    fn prose(id: &str) -> Item {
        question(id, Answer::Prose { most_words: None })
    }

    fn fund_is(code: &str) -> Expression {
        compare(Comparison::Equal, answer("fund"), choice(code))
    }

    fn of(items: Vec<Item>) -> Burden {
        burden(&instrument(items))
    }

    #[test]
    fn everything_is_counted_without_conditions() {
        let found = of(vec![question("fund", Answer::YesNo), prose("a"), prose("b")]);
        assert_eq!(found, Burden { questions: 3, minutes: 17, prose: 2 });
    }

    #[test]
    fn options_of_one_question_exclude_each_other() {
        let found = of(vec![
            question("fund", Answer::YesNo),
            when(fund_is("yes"), vec![prose("a"), prose("b")]),
            when(fund_is("no"), vec![prose("c")]),
        ]);
        assert_eq!(found, Burden { questions: 3, minutes: 17, prose: 2 });
    }

    #[test]
    fn exclusion_holds_across_the_instrument_and_in_every_form() {
        let found = of(vec![
            question("fund", Answer::YesNo),
            when(and([fund_is("yes"), fund_is("yes")]), vec![prose("a")]),
            prose("b"),
            when(not(fund_is("yes")), vec![prose("c")]),
            when(compare(Comparison::NotEqual, answer("fund"), choice("yes")), vec![prose("d")]),
            when(is_in(answer("fund"), [choice("yes"), choice("no")]), vec![prose("e")]),
        ]);
        // b always, e for both options, c and d together for `no`.
        assert_eq!(found, Burden { questions: 5, minutes: 33, prose: 4 });
    }

    #[test]
    fn conditions_that_fix_no_option_are_taken_to_hold() {
        let either = or([fund_is("yes"), compare(Comparison::Equal, answer("other_fund"), choice("yes"))]);
        let found = of(vec![
            question("fund", Answer::YesNo),
            question("other_fund", Answer::YesNo),
            when(either, vec![prose("a")]),
            when(fund_is("no"), vec![prose("b")]),
        ]);
        assert_eq!(found, Burden { questions: 4, minutes: 18, prose: 2 });
    }

    #[test]
    fn what_excludes_itself_counts_for_nothing() {
        let found = of(vec![
            question("fund", Answer::YesNo),
            when(fund_is("yes"), vec![when(fund_is("no"), vec![prose("a")])]),
        ]);
        assert_eq!(found, Burden { questions: 1, minutes: 1, prose: 0 });
    }

    #[test]
    fn the_heaviest_option_is_taken_for_each_figure() {
        let table = enquire_model::Table {
            rows: enquire_model::RowSource::Added {
                heading: Text::words("Kind"),
                count: enquire_model::Count::default(),
            },
            columns: Vec::new(),
            totals: Vec::new(),
            marks: Vec::new(),
            comment: false,
        };
        let found = of(vec![
            question("fund", Answer::YesNo),
            when(fund_is("yes"), vec![prose("a")]),
            when(fund_is("no"), vec![question("b", Answer::Table(table)), question("c", Answer::YesNo)]),
        ]);
        assert_eq!(found, Burden { questions: 3, minutes: 10, prose: 1 });
    }
}
