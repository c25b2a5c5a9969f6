//! Numbers of sections and questions, and the words that refer to them.
//!
//! Numbers are worked out from the order of print and never typed. Questions are numbered through the whole instrument,
//! sections and sub-questions within what they stand in.

mod scheme;

pub use scheme::write_number;

use enquire_model::{Computed, Inline, Instrument, Item, Name, Numbering, Question, Reference, Scheme, Section, Text};
use indexmap::IndexMap;

use crate::document::{Line, Run};
use crate::provisions::Provisions;
use crate::words::Words;

/// The numbers of an instrument, by id.
#[derive(Debug, Clone)]
pub struct Numbers {
    words: Words,
    numbered: IndexMap<String, Numbered>,
}

/// What is known of the number of one section, question or computed value.
#[derive(Debug, Clone)]
struct Numbered {
    kind: Kind,
    /// The number printed beside it, such as `(a)`.
    own: Option<String>,
    /// The number by which it is referred to, such as `4 (a)`; absent if a level above it has none.
    whole: Option<String>,
    /// Its words on one line.
    label: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Section,
    Question,
    Computed,
}

impl Numbers {
    /// The numbers of `instrument`.
    pub fn of(instrument: &Instrument) -> Self {
        let words = Words::english();
        let mut count = Count { numbering: instrument.numbering, questions: 0, found: IndexMap::new() };
        count.items(&instrument.items, &mut Level::top(), &mut Level::top());
        let found = count.found;
        let label = |text: &Text| text.on_one_line(&|inline| in_label(inline, instrument, &found, words));
        let numbered = found.iter().map(|(id, (numbered, text))| {
            let labelled = Numbered { label: label(text), ..numbered.clone() };
            (id.clone(), labelled)
        });
        Self { words, numbered: numbered.collect() }
    }

    /// The whole number of a section or question, such as `II.A` or `4 (a)`. Computed values have none.
    pub fn number(&self, id: &str) -> Option<&str> {
        self.numbered.get(id)?.whole.as_deref()
    }

    /// The number printed beside a section or question, such as `A` or `(a)`.
    pub fn own(&self, id: &str) -> Option<&str> {
        self.numbered.get(id)?.own.as_deref()
    }

    /// The words that refer to a section, question or computed value: `question 4 (a)`, `section II.A`, or its own words in
    /// quotation marks if it has no number.
    pub fn reference(&self, id: &str) -> Option<String> {
        let numbered = self.numbered.get(id)?;
        let label = numbered.label.as_str();
        let line = match (numbered.kind, numbered.whole.as_deref()) {
            (Kind::Section, Some(number)) => self.words.section_number(number),
            (Kind::Section, None) => self.words.section_quoted(label),
            (Kind::Question, Some(number)) => self.words.question_number(number),
            (Kind::Question, None) => self.words.question_quoted(label),
            (Kind::Computed, _) => self.words.result_quoted(label),
        };
        Some(line.plain())
    }

    /// The same as a run that leads to the place.
    pub fn link(&self, id: &str) -> Run {
        let words = self.reference(id).unwrap_or_else(|| id.to_owned());
        Run::Reference { words, anchor: id.to_owned() }
    }

    /// The whole number alone as a run that leads to the place, for ranges such as `questions 5 to 9`.
    pub(crate) fn number_link(&self, id: &str) -> Option<Run> {
        Some(Run::Reference { words: self.number(id)?.to_owned(), anchor: id.to_owned() })
    }

    /// The name of a question at the beginning of a line: `Question 4 (a)`, or its words.
    pub fn name(&self, id: &str) -> Line {
        let Some(numbered) = self.numbered.get(id) else {
            return Line::words(id);
        };
        numbered
            .whole
            .as_deref()
            .map_or_else(|| Line::words(&numbered.label), |number| self.words.question_name(number))
    }

    /// The words of a section, question or computed value on one line.
    pub fn label(&self, id: &str) -> &str {
        self.numbered.get(id).map_or("", |numbered| &numbered.label)
    }
}

/// A level of the hierarchy while it is counted.
struct Level {
    depth: usize,
    count: u32,
    /// The whole number of what stands above; absent if that has none.
    above: Option<String>,
}

impl Level {
    fn top() -> Self {
        Self { depth: 0, count: 0, above: Some(String::new()) }
    }

    fn below(&self, whole: Option<&String>) -> Self {
        Self { depth: self.depth + 1, count: 0, above: whole.cloned() }
    }

    fn whole(&self, own: Option<&String>) -> Option<String> {
        Some(scheme::join(self.above.as_ref()?, own?))
    }
}

/// Numbers without labels, which may refer to any of them, and the texts of the labels.
type Found<'a> = IndexMap<String, (Numbered, &'a Text)>;

struct Count<'a> {
    numbering: Numbering,
    questions: u32,
    found: Found<'a>,
}

impl<'a> Count<'a> {
    fn items(&mut self, items: &'a [Item], sections: &mut Level, questions: &mut Level) {
        for item in items {
            match item {
                Item::Section(section) => self.section(section, sections, questions),
                Item::Question(question) => self.question(question, sections, questions),
                Item::When(when) => self.items(&when.items, sections, questions),
                Item::Computed(computed) => self.computed(computed),
                Item::Note(_) | Item::Check(_) => {}
            }
        }
    }

    fn section(&mut self, section: &'a Section, level: &mut Level, questions: &mut Level) {
        level.count += 1;
        let own = scheme::write_number(section_scheme(self.numbering, level.depth), level.count);
        let whole = level.whole(own.as_ref());
        let mut below = level.below(whole.as_ref());
        self.add(section.id.as_str(), Kind::Section, own, whole, &section.title);
        self.items(&section.items, &mut below, questions);
    }

    fn question(&mut self, question: &'a Question, sections: &mut Level, level: &mut Level) {
        level.count += 1;
        let count = if level.depth == 0 {
            self.questions += 1;
            self.questions
        } else {
            level.count
        };
        let own = scheme::write_number(question_scheme(self.numbering, level.depth), count);
        let whole = level.whole(own.as_ref());
        let mut below = level.below(whole.as_ref());
        self.add(question.id.as_str(), Kind::Question, own, whole, &question.wording);
        self.items(&question.items, sections, &mut below);
    }

    fn computed(&mut self, computed: &'a Computed) {
        self.add(computed.id.as_str(), Kind::Computed, None, None, &computed.label);
    }

    fn add(&mut self, id: &str, kind: Kind, own: Option<String>, whole: Option<String>, text: &'a Text) {
        self.found.insert(id.to_owned(), (Numbered { kind, own, whole, label: String::new() }, text));
    }
}

/// What a reference inside a label prints.
fn in_label(inline: &Inline, instrument: &Instrument, found: &Found<'_>, words: Words) -> String {
    let number = |id: &Name| found.get(id.as_str()).and_then(|(known, _)| known.whole.clone()).unwrap_or_default();
    match inline {
        Inline::Reference(Reference::Term { form: Some(form), .. }) => form.clone(),
        Inline::Reference(Reference::Term { term, form: None }) => {
            instrument.terms.get(term.as_str()).map_or_else(String::new, |term| term.label.clone())
        }
        Inline::Reference(Reference::Question(id)) => words.question_number(number(id)).plain(),
        Inline::Reference(Reference::Section(id)) => words.section_number(number(id)).plain(),
        Inline::Reference(Reference::Provision { standard, provision }) => {
            Provisions::of(instrument).reference(standard.as_str(), provision).plain()
        }
        Inline::Answer(id) => words.recalled(words.question_number(number(id))).plain(),
        Inline::Words(_)
        | Inline::Emphasis(_)
        | Inline::Strong(_)
        | Inline::Blank(_)
        | Inline::Footnote(_)
        | Inline::Alternatives(_)
        | Inline::Link(_)
        | Inline::Break => String::new(),
    }
}

/// The scheme of sections at a depth. Below the two levels an author chooses, headings follow the order of the United Nations
/// editorial rules: 1, (a), (i).
fn section_scheme(numbering: Numbering, depth: usize) -> Scheme {
    match depth {
        0 => numbering.sections,
        1 => numbering.subsections,
        2 => Scheme::Arabic,
        3 => Scheme::Lower,
        _ => Scheme::LowerRoman,
    }
}

/// The scheme of questions at a depth: sub-questions below the three levels an author chooses begin with letters again.
fn question_scheme(numbering: Numbering, depth: usize) -> Scheme {
    match depth {
        0 => numbering.questions,
        1 => numbering.subquestions,
        2 => numbering.items,
        _ if depth % 2 == 1 => Scheme::Lower,
        _ => Scheme::LowerRoman,
    }
}
