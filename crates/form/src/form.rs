//! From an instrument to the document of its printed form.

mod answer;
mod choices;
mod cover;
mod entries;
mod hints;
mod keys;
mod parts;
mod question;
mod replier;
mod table;

use enquire_model::{Instrument, Status};

use crate::conditions::Conditions;
use crate::document::{Block, Direction, Document, Furniture, Kind, Part, Running};
use crate::numbering::Numbers;
use crate::provisions::Provisions;
use crate::skips::Skips;
use crate::texts::Texts;
use crate::words::Words;

/// The printed form of an instrument.
#[derive(Debug)]
pub struct Form;

impl Form {
    /// The form of `instrument` in the language of its source: cover, sections with their questions, signature.
    ///
    /// It holds every question in the order of print. What a respondent has no use for is left out: aspects, ids of earlier
    /// versions, budgets.
    pub fn of(instrument: &Instrument) -> Document {
        let numbers = Numbers::of(instrument);
        let mut builder = Builder::of(instrument, &numbers);
        let mut blocks = builder.cover();
        blocks.extend(builder.parts(&instrument.items));
        blocks.extend(builder.closing());
        blocks.dedup_by(|next, before| *next == Block::PageStart && *before == Block::PageStart);
        let title = builder.plain(&instrument.title);
        let language = instrument.languages.first().cloned().unwrap_or_else(|| "en".to_owned());
        Document {
            kind: Kind::Form,
            direction: Direction::of(&language),
            language,
            running: builder.running(&title),
            title,
            furniture: furniture(builder.words),
            blocks,
            footnotes: builder.texts.footnotes(),
        }
    }
}

/// What a form is built with. Texts are read in the order of print, because footnotes are numbered as they are met.
struct Builder<'a> {
    instrument: &'a Instrument,
    numbers: &'a Numbers,
    conditions: Conditions<'a>,
    provisions: Provisions<'a>,
    skips: Skips<'a>,
    texts: Texts<'a>,
    words: Words,
}

impl<'a> Builder<'a> {
    fn of(instrument: &'a Instrument, numbers: &'a Numbers) -> Self {
        Self {
            instrument,
            numbers,
            conditions: Conditions::of(instrument, numbers),
            provisions: Provisions::of(instrument),
            skips: Skips::of(instrument, numbers),
            texts: Texts::of(instrument, numbers),
            words: Words::english(),
        }
    }

    /// A text without markup, on one line.
    fn plain(&self, text: &enquire_model::Text) -> String {
        self.conditions.on_one_line(text)
    }

    fn running(&self, title: &str) -> Running {
        let version = self.instrument.version.as_str();
        let end = match self.instrument.status {
            Status::Draft => self.words.running_draft(version),
            Status::Approved | Status::Superseded => self.words.running_version(version),
        };
        Running { start: title.to_owned(), end: end.plain() }
    }
}

/// The words that renderers print by themselves, for a form and for every other document.
pub fn furniture(words: Words) -> Furniture {
    let part =
        |label: crate::document::Line, mask: crate::document::Line| Part { label: label.plain(), mask: mask.plain() };
    Furniture {
        skip: words.skip_link().plain(),
        footnotes: words.footnotes().plain(),
        back: words.back_to_text().plain(),
        page: words.page_of("{page}", "{pages}").plain(),
        day: part(words.part_day(), words.mask_day()),
        month: part(words.part_month(), words.mask_month()),
        year: part(words.part_year(), words.mask_year()),
        beginning: words.period_from().plain(),
        ending: words.period_to().plain(),
        amount: words.sum().plain(),
        currency: words.currency().plain(),
        sources: words.draws_on().plain(),
    }
}
