//! An instrument with its questions at hand.

use enquire_model::{
    Answer, Asked, Choice, Contributors, Instrument, Name, Record, RowSource, Scale, Selection, Table,
};
use indexmap::IndexMap;

/// The code of *other (please specify)*.
pub(crate) const OTHER: &str = "other";

/// The key of the words for *other*, beside the answer `id`.
pub(crate) fn other_key(id: &str) -> String {
    format!("{id}_{OTHER}")
}

/// Which JSON Schema is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Draft 2020-12, of whole replies.
    Reply,
    /// Draft 7, of replies that are being filled in: an answer may still be there whose question is asked no more.
    Form,
}

/// An instrument and an index of its questions.
pub(crate) struct Context<'a> {
    pub(crate) instrument: &'a Instrument,
    pub(crate) dialect: Dialect,
    questions: IndexMap<&'a str, Asked<'a>>,
    yes_no: Scale,
}

impl<'a> Context<'a> {
    pub(crate) fn new(instrument: &'a Instrument) -> Self {
        Self::of(instrument, Dialect::Reply)
    }

    /// The same for a schema in `dialect`.
    pub(crate) fn of(instrument: &'a Instrument, dialect: Dialect) -> Self {
        let questions = instrument.questions().into_iter().map(|asked| (asked.question.id.as_str(), asked)).collect();
        Self { instrument, dialect, questions, yes_no: Scale::yes_no() }
    }

    /// Every question in the order of print.
    pub(crate) fn questions(&self) -> impl Iterator<Item = &Asked<'a>> {
        self.questions.values()
    }

    pub(crate) fn question(&self, id: &str) -> Option<&Asked<'a>> {
        self.questions.get(id)
    }

    pub(crate) fn record(&self, id: &str) -> Option<&'a Record> {
        self.instrument.records.get(id)
    }

    /// Every record that a reply can hold, in the order of the instrument.
    pub(crate) fn records(&self) -> impl Iterator<Item = &'a Record> {
        let instrument = self.instrument;
        let sections = instrument.sections().into_iter().filter_map(|section| match &section.contributors {
            Contributors::Record(record) => Some(record),
            Contributors::Off | Contributors::On => None,
        });
        let questions = self.questions().filter_map(|asked| asked.question.answer.record());
        let used: Vec<&Name> =
            questions.chain(sections).chain(&instrument.contact).chain(&instrument.sign_off).collect();
        instrument.records.values().filter(move |record| used.contains(&&record.id))
    }

    pub(crate) fn scale(&self, id: &str) -> Option<&Scale> {
        self.instrument.scales.get(id).or_else(|| (id == self.yes_no.id.as_str()).then_some(&self.yes_no))
    }

    /// The codes that an answer from a scale may hold, `other` included.
    pub(crate) fn codes(&self, selection: &Selection) -> Vec<&str> {
        let scale = self.scale(selection.scale.as_str()).map_or_else(Vec::new, codes);
        scale.into_iter().chain(selection.other.then_some(OTHER)).collect()
    }

    /// The codes of the answer to a question with one option, such as `yes_no`.
    pub(crate) fn single_choice(&self, answer: &Answer) -> Option<Vec<&str>> {
        if let Answer::YesNo = answer {
            return Some(codes(&self.yes_no));
        }
        if let Answer::OneOf(selection) = answer { Some(self.codes(selection)) } else { None }
    }

    /// The rows of a table that are known beforehand.
    pub(crate) fn rows(&self, table: &'a Table) -> Option<&[Choice]> {
        match &table.rows {
            RowSource::Scale(scale) => self.scale(scale.as_str()).map(|scale| scale.choices.as_slice()),
            RowSource::Fixed(rows) => Some(rows),
            RowSource::Added { .. } => None,
        }
    }
}

/// The codes of the options of `scale`, in order.
pub(crate) fn codes(scale: &Scale) -> Vec<&str> {
    scale.choices.iter().map(|choice| choice.code.as_str()).collect()
}
