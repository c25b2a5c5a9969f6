//! From an instrument and a report of it to the document of the skeleton.

mod annexes;
mod cells;
mod chapters;
mod charts;
mod groups;
mod head;
mod stems;
mod tables;

use enquire_form::document::{Block, Direction, Document, Kind, Line, Paragraph, Prose, Run, Source};
use enquire_form::{Conditions, Numbers, Provisions, Texts};
use enquire_model::{Instrument, Question, Report};
use indexmap::IndexMap;

use crate::words::Words;

/// The skeleton of `report`, made of the replies to `instrument`.
///
/// Paragraphs are numbered through the whole report. Each has the questions on which it draws; an annex has every question with
/// the paragraphs that draw on it.
pub fn skeleton(instrument: &Instrument, report: &Report) -> Document {
    let numbers = Numbers::of(instrument);
    let mut builder = Builder::of(instrument, report, &numbers);
    builder.head();
    builder.chapters();
    builder.annexes();
    let title = builder.conditions.on_one_line(&report.title);
    let language = instrument.languages.first().cloned().unwrap_or_else(|| "en".to_owned());
    let words = builder.words;
    let end = match &report.symbol {
        Some(symbol) => words.running(symbol.as_str()).plain(),
        None => words.skeleton().plain(),
    };
    Document {
        kind: Kind::Report,
        direction: Direction::of(&language),
        language,
        running: enquire_form::document::Running { start: title.clone(), end },
        title: words.document_title(title).plain(),
        furniture: enquire_form::document::Furniture {
            skip: words.skip_link().plain(),
            ..enquire_form::furniture(words.of_forms())
        },
        blocks: builder.blocks,
        footnotes: builder.texts.footnotes(),
    }
}

/// What a skeleton is built with.
struct Builder<'a> {
    instrument: &'a Instrument,
    report: &'a Report,
    numbers: &'a Numbers,
    conditions: Conditions<'a>,
    provisions: Provisions<'a>,
    texts: Texts<'a>,
    words: Words,
    blocks: Vec<Block>,
    counts: Counts,
    /// Where each question is drawn on: the chapter, counted from 0, and the reference to the place.
    drawn: IndexMap<&'a str, Vec<(usize, Run)>>,
    /// The number of the table of a question's answers.
    tables: IndexMap<&'a str, u32>,
    /// The chapter that is being built, counted from 0.
    chapter: usize,
}

/// How many there are so far.
#[derive(Default)]
struct Counts {
    paragraphs: u32,
    tables: u32,
    charts: u32,
}

impl<'a> Builder<'a> {
    fn of(instrument: &'a Instrument, report: &'a Report, numbers: &'a Numbers) -> Self {
        Self {
            instrument,
            report,
            numbers,
            conditions: Conditions::of(instrument, numbers),
            provisions: Provisions::of(instrument),
            texts: Texts::of(instrument, numbers).without_definitions(),
            words: Words::english(),
            blocks: Vec::new(),
            counts: Counts::default(),
            drawn: IndexMap::new(),
            tables: IndexMap::new(),
            chapter: 0,
        }
    }

    /// A paragraph with the next number, which draws on `sources`.
    fn paragraph(&mut self, text: Prose, sources: Vec<Source>) {
        self.counts.paragraphs += 1;
        let number = self.counts.paragraphs.to_string();
        let anchor = format!("paragraph-{number}");
        let words = self.words.in_paragraph(number.as_str()).plain();
        self.note_sources(&sources, &Run::Reference { words, anchor: anchor.clone() });
        self.blocks.push(Block::Paragraph(Paragraph { number, anchor, text, sources }));
    }

    fn note_sources(&mut self, sources: &[Source], place: &Run) {
        for source in sources {
            let Some(question) = self.instrument.question(&source.question) else { continue };
            self.drawn.entry(question.id.as_str()).or_default().push((self.chapter, place.clone()));
        }
    }

    /// The question as something that is drawn on.
    fn source(&self, question: &Question) -> Source {
        let id = question.id.as_str();
        Source { question: id.to_owned(), words: self.words.source(self.numbers.link(id), id) }
    }

    /// What those who reply are called in the middle of a sentence.
    fn respondents(&self) -> Line {
        if self.only_states() { self.words.states() } else { self.words.respondents() }
    }

    fn respondents_first(&self) -> Line {
        if self.only_states() { self.words.states_first() } else { self.words.respondents_first() }
    }

    fn only_states(&self) -> bool {
        self.instrument.respondents.iter().all(|class| class.id.as_str().ends_with("_states"))
    }
}

/// A place to be filled in.
fn blank(label: &Line) -> Line {
    Run::Blank(label.plain()).into()
}
