//! An author's texts as passages of the document tree: references in words, footnotes numbered in the order of reading.

use enquire_model::{Block, Inline, Instrument, Reference, Text};
use indexmap::IndexMap;

use crate::document::{Footnote, Line, Passage, Prose, Run};
use crate::numbering::Numbers;
use crate::provisions::Provisions;
use crate::words::Words;

/// What writes the texts of one document.
#[derive(Debug)]
pub struct Texts<'a> {
    instrument: &'a Instrument,
    numbers: &'a Numbers,
    words: Words,
    provisions: Provisions<'a>,
    /// Whether terms lead to their definitions.
    defined: bool,
    /// The footnotes that can be marked at this place, the nearest last.
    scopes: Vec<Scope<'a>>,
    /// The footnotes that were marked, by owner and name.
    marked: IndexMap<(&'a str, &'a str), Footnote>,
}

/// Footnotes that belong to something, by its id.
type Scope<'a> = (&'a str, &'a [enquire_model::Footnote]);

impl<'a> Texts<'a> {
    /// The texts of a document that has the definitions of terms.
    pub fn of(instrument: &'a Instrument, numbers: &'a Numbers) -> Self {
        let words = Words::english();
        let scopes = vec![(instrument.id.as_str(), instrument.footnotes.as_slice())];
        Self {
            instrument,
            numbers,
            words,
            provisions: Provisions::of(instrument),
            scopes,
            defined: true,
            marked: IndexMap::new(),
        }
    }

    /// The texts of a document without definitions: its terms are plain words.
    #[must_use]
    pub fn without_definitions(self) -> Self {
        Self { defined: false, ..self }
    }

    /// Lets the texts that follow mark the footnotes of `owner`, until [`leave`](Self::leave).
    pub fn enter(&mut self, owner: &'a str, footnotes: &'a [enquire_model::Footnote]) {
        self.scopes.push((owner, footnotes));
    }

    /// Ends what [`enter`](Self::enter) began.
    pub fn leave(&mut self) {
        self.scopes.pop();
    }

    /// The footnotes marked so far, in the order of their marks.
    pub fn footnotes(self) -> Vec<Footnote> {
        self.marked.into_values().collect()
    }

    /// The text as passages.
    pub fn prose(&mut self, text: &'a Text) -> Prose {
        self.blocks(&text.blocks)
    }

    /// The text on one line, with its markup. Its paragraphs follow each other.
    pub fn line(&mut self, text: &'a Text) -> Line {
        let mut line = Line::default();
        for passage in self.prose(text) {
            if !line.is_empty() {
                line.push(" ");
            }
            append(&mut line, passage);
        }
        line
    }

    fn blocks(&mut self, blocks: &'a [Block]) -> Prose {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &'a Block) -> Passage {
        match block {
            Block::Paragraph(inlines) => Passage::Paragraph(self.inlines(inlines)),
            Block::List { ordered, items } => {
                Passage::List { ordered: *ordered, items: items.iter().map(|item| self.blocks(item)).collect() }
            }
        }
    }

    fn inlines(&mut self, inlines: &'a [Inline]) -> Line {
        let mut line = Line::default();
        for inline in inlines {
            let run = self.inline(inline);
            line.push(run);
        }
        line
    }

    fn inline(&mut self, inline: &'a Inline) -> Line {
        match inline {
            Inline::Words(words) => Line::words(words),
            Inline::Emphasis(inner) => Run::Emphasis(self.inlines(inner)).into(),
            Inline::Strong(inner) => Run::Strong(self.inlines(inner)).into(),
            Inline::Reference(reference) => self.reference(reference),
            Inline::Answer(question) => self.words.recalled(self.numbers.link(question.as_str())),
            Inline::Blank(label) => Run::Blank(label.clone()).into(),
            Inline::Footnote(name) => self.mark(name.as_str()),
            Inline::Alternatives(all) => {
                Run::Alternatives(all.iter().map(|inner| self.inlines(inner)).collect()).into()
            }
            Inline::Link(address) => Run::Link(address.clone()).into(),
            Inline::Break => Run::Break.into(),
        }
    }

    fn reference(&self, reference: &Reference) -> Line {
        match reference {
            Reference::Question(id) | Reference::Section(id) => self.numbers.link(id.as_str()).into(),
            Reference::Provision { standard, provision } => self.provisions.reference(standard.as_str(), provision),
            Reference::Term { term, form } => {
                let label = || self.instrument.terms.get(term.as_str()).map(|term| term.label.clone());
                let words = form.clone().or_else(label).unwrap_or_else(|| term.to_string());
                let anchor = term_anchor(term.as_str());
                if self.defined { Run::Term { words, anchor }.into() } else { words.into() }
            }
        }
    }

    /// The mark of a footnote. One that is marked again keeps its number.
    fn mark(&mut self, name: &str) -> Line {
        let found = self.scopes.iter().rev().find_map(|(owner, footnotes)| {
            footnotes.iter().find(|footnote| footnote.name.as_str() == name).map(|footnote| (*owner, footnote))
        });
        let Some((owner, footnote)) = found else {
            return Line::default();
        };
        let key = (owner, footnote.name.as_str());
        if let Some(Footnote { mark, anchor, .. }) = self.marked.get(&key) {
            return Run::Mark { mark: mark.clone(), anchor: anchor.clone() }.into();
        }
        let mark = (self.marked.len() + 1).to_string();
        let anchor = format!("footnote-{mark}");
        let empty = Footnote { mark: mark.clone(), anchor: anchor.clone(), text: Prose::new() };
        // Its number is taken before its text is read, which may mark another one.
        self.marked.insert(key, empty);
        let text = self.prose(&footnote.text);
        if let Some(entry) = self.marked.get_mut(&key) {
            entry.text = text;
        }
        Run::Mark { mark, anchor }.into()
    }
}

/// Where references to a term lead.
pub(crate) fn term_anchor(term: &str) -> String {
    format!("term-{term}")
}

fn append(line: &mut Line, passage: Passage) {
    match passage {
        Passage::Paragraph(words) => line.push(words),
        Passage::List { items, .. } => {
            for (index, passage) in items.into_iter().flatten().enumerate() {
                if index > 0 {
                    line.push("; ");
                }
                append(line, passage);
            }
        }
    }
}
