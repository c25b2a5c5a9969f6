//! Answers of each kind: one at random, and the telling ones.
//!
//! *At random* is what a respondent might give. The *telling* answers are those at which tools go wrong: each option, each bound,
//! the constants of conditions and their neighbours. All of them have the shape that `docs/reference/replies.md` gives and are within
//! the bounds of their question.

mod choice;
mod day;
mod entry;
mod number;
mod table;
pub(crate) mod word;

use enquire_model::{Answer, Date, Instrument, Scale};
use indexmap::IndexMap;
use serde_json::Value as Json;

use crate::constants::{Constants, Subject};
use crate::dice::Dice;

/// The code of *other (please specify)*.
pub(crate) const OTHER: &str = "other";

/// The key of the words for *other*, beside the answer `id`.
pub(crate) fn other_key(id: &str) -> String {
    format!("{id}_{OTHER}")
}

/// What is given as an answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Given {
    /// The answer.
    pub(crate) value: Json,
    /// The words for *other*, which stand beside it.
    pub(crate) words: Option<String>,
}

impl Given {
    /// An answer without words for *other*.
    pub(crate) fn of(value: impl Into<Json>) -> Self {
        Self { value: value.into(), words: None }
    }

    /// Puts it under `key` into an object.
    pub(crate) fn put(self, key: &str, mut put: impl FnMut(String, Json)) {
        put(key.to_owned(), self.value);
        if let Some(words) = self.words {
            put(other_key(key), words.into());
        }
    }
}

/// A telling answer.
#[derive(Debug, Clone)]
pub(crate) struct Telling {
    /// What it shows, each in a few words: `option courts`, `its least, 0`.
    pub(crate) shows: Vec<String>,
    /// The answer.
    pub(crate) given: Given,
    /// The options of the parent under which it is offered; none if it always is.
    pub(crate) under: Vec<String>,
}

impl Telling {
    fn new(shows: impl Into<String>, given: Given) -> Self {
        Self { shows: vec![shows.into()], given, under: Vec::new() }
    }
}

/// Who answers, as far as it matters for what is answered.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    /// Where chance comes from.
    pub(crate) dice: Dice,
    /// How many of a hundred questions are answered.
    pub(crate) complete: u64,
    /// How much is in place, of a hundred: options that stand first are the likelier the more there is.
    pub(crate) advanced: u64,
    /// The day for which the reply has to speak, if it matters.
    pub(crate) as_at: Option<Date>,
    /// The answers given so far.
    pub(crate) answers: IndexMap<String, Json>,
}

impl Scene {
    /// A respondent of the usual kind, who has not answered anything yet.
    pub(crate) fn new(mut dice: Dice) -> Self {
        let complete = dice.between(60, 100);
        let advanced = dice.between(10, 90);
        Self { dice, complete, advanced, as_at: None, answers: IndexMap::new() }
    }
}

/// Makes answers to one instrument.
#[derive(Debug)]
pub(crate) struct Values<'a> {
    pub(crate) instrument: &'a Instrument,
    pub(crate) constants: Constants<'a>,
    yes_no: Scale,
}

impl<'a> Values<'a> {
    /// Answers to `instrument`.
    pub(crate) fn of(instrument: &'a Instrument) -> Self {
        Self { instrument, constants: Constants::of(instrument), yes_no: Scale::yes_no() }
    }

    /// An answer at random; nothing if there is none, as where no option is offered.
    pub(crate) fn random(&self, subject: Subject, answer: &Answer, scene: &mut Scene) -> Option<Given> {
        match answer {
            Answer::YesNo => self.one_of_yes_no(subject, scene),
            Answer::OneOf(selection) => self.option(subject, selection, scene),
            Answer::ManyOf(selection) => self.options(subject, selection, scene),
            Answer::Ranking(selection) => self.ranking(subject, selection, scene),
            Answer::Text { most_characters, matching } => {
                self.text(subject, *most_characters, matching.as_deref(), scene)
            }
            Answer::Prose { most_words } => Some(word::prose(*most_words, &mut scene.dice)),
            Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Percent(_)
            | Answer::Amount { .. }
            | Answer::Quantity { .. }
            | Answer::Year { .. } => self.number(subject, answer, &mut scene.dice),
            Answer::Date { from, to } => self.date(subject, *from, *to, &mut scene.dice),
            Answer::Period { from, to } => self.period(subject, *from, *to, &mut scene.dice),
            Answer::Country | Answer::Language | Answer::Email | Answer::Telephone | Answer::Link | Answer::File => {
                Some(word::contact(answer, &mut scene.dice))
            }
            Answer::Record { record } => self.record(subject.0, record.as_str(), scene),
            Answer::List { record, key, count } => self.list(subject.0, record.as_str(), key.as_ref(), *count, scene),
            Answer::Table(table) => self.table(subject.0, table, scene),
        }
    }

    /// The telling answers.
    pub(crate) fn telling(&self, subject: Subject, answer: &Answer, scene: &mut Scene) -> Vec<Telling> {
        match answer {
            Answer::YesNo => {
                ["yes", "no"].map(|code| Telling::new(format!("option `{code}`"), Given::of(code))).to_vec()
            }
            Answer::OneOf(selection) => self.each_option(selection, scene),
            Answer::ManyOf(selection) | Answer::Ranking(selection) => self.each_choice(subject, selection, scene),
            Answer::Text { most_characters, matching } => {
                self.telling_texts(subject, *most_characters, matching.as_deref(), scene)
            }
            Answer::Prose { most_words } => word::telling_prose(*most_words, &mut scene.dice),
            Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Percent(_)
            | Answer::Amount { .. }
            | Answer::Quantity { .. }
            | Answer::Year { .. } => self.telling_numbers(subject, answer, &mut scene.dice),
            Answer::Date { from, to } => self.telling_dates(subject, *from, *to, &mut scene.dice),
            Answer::Period { from, to } => self.telling_periods(subject, *from, *to, &mut scene.dice),
            Answer::Country | Answer::Language | Answer::Email | Answer::Telephone | Answer::Link | Answer::File => {
                vec![Telling::new("an answer", word::contact(answer, &mut scene.dice))]
            }
            Answer::Record { record } => self.telling_records(subject.0, record.as_str(), scene),
            Answer::List { record, key, count } => {
                self.telling_lists(subject.0, record.as_str(), key.as_ref(), *count, scene)
            }
            Answer::Table(table) => self.telling_tables(subject.0, table, scene),
        }
    }

    fn scale(&self, id: &str) -> Option<&Scale> {
        self.instrument.scales.get(id).or_else(|| (id == "yes_no").then_some(&self.yes_no))
    }
}
