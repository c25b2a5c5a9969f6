//! An insertion where its text cannot carry it: a blank outside a report, an answer where none is known yet, a footnote's mark
//! in a text that has no footnotes.

use enquire_diagnostics::codes::MISPLACED_INSERTION;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::{Inline, Item, Question, ReportItem, Text};
use rustc_hash::FxHashSet;

use super::{Context, span};

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let instrument = context.instrument;
    let mut places = Places::default();
    for chapter in instrument.reports.iter().flat_map(|report| &report.chapters) {
        places.reports.extend(chapter.items.iter().filter_map(|item| match item {
            ReportItem::Paragraph(text) | ReportItem::Statement { words: text, .. } => Some(std::ptr::from_ref(text)),
            ReportItem::Table { .. } | ReportItem::Chart { .. } => None,
        }));
    }
    places.noted.extend([&instrument.scope, &instrument.guidance].into_iter().flatten().map(std::ptr::from_ref));
    places.items(&instrument.items);
    for text in crate::resolve::texts(instrument) {
        for part in text.inlines() {
            found.extend(places.finding(text, part));
        }
    }
}

/// Which texts can carry what.
#[derive(Default)]
struct Places {
    /// Texts of reports, which have blanks.
    reports: FxHashSet<*const Text>,
    /// Texts that come after questions have been asked.
    asked: FxHashSet<*const Text>,
    /// Texts whose declaration has footnotes.
    noted: FxHashSet<*const Text>,
}

impl Places {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Section(section) => {
                    self.noted.insert(&raw const section.title);
                    self.noted.extend(section.guidance.iter().map(std::ptr::from_ref));
                    self.asked.extend(section.guidance.iter().map(std::ptr::from_ref));
                }
                Item::Question(question) => self.question(question),
                Item::Note(note) => {
                    self.asked.insert(&raw const note.text);
                }
                Item::Check(check) => {
                    self.asked.insert(&raw const check.message);
                }
                Item::When(_) | Item::Computed(_) => {}
            }
            self.items(item.inner());
        }
    }

    fn question(&mut self, question: &Question) {
        let texts = [Some(&question.wording), question.guidance.as_ref(), question.example.as_ref()];
        for text in texts.into_iter().flatten() {
            self.asked.insert(text);
            self.noted.insert(text);
        }
        self.asked.extend(question.checks.iter().map(|check| &raw const check.message));
    }

    fn finding(&self, text: &Text, part: &Inline) -> Option<Diagnostic> {
        let text_itself = std::ptr::from_ref(text);
        let (place, message, help) = match part {
            Inline::Blank(_) if !self.reports.contains(&text_itself) => (
                text.place,
                "a blank can only stand in a paragraph or statement of a report".to_owned(),
                "what respondents are to fill in is the answer to a question",
            ),
            Inline::Answer(name) if !self.asked.contains(&text_itself) => (
                name.place(),
                format!("the answer to `{name}` is not known where this text stands"),
                "answers can stand in the texts of questions, notes and checks that come after theirs",
            ),
            Inline::Footnote(name) if !self.noted.contains(&text_itself) => (
                name.place(),
                "this text has no footnotes".to_owned(),
                "footnotes can be marked in the texts of questions, of sections and of the instrument's scope and guidance",
            ),
            Inline::Words(_)
            | Inline::Emphasis(_)
            | Inline::Strong(_)
            | Inline::Reference(_)
            | Inline::Answer(_)
            | Inline::Blank(_)
            | Inline::Footnote(_)
            | Inline::Alternatives(_)
            | Inline::Link(_)
            | Inline::Break => return None,
        };
        Some(Diagnostic::new(&MISPLACED_INSERTION, span(place), message).with_help(help))
    }
}
