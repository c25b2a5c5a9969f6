//! Chapters: what the author wrote into them, and a paragraph for every question of their aspect.

use enquire_form::document::{Block, Heading, Line};
use enquire_form::write_number;
use enquire_model::{Asked, Chapter, Name, Question, ReportItem, Scheme, Section, Text};

use super::{Builder, blank};

/// Questions of one section of the instrument.
struct Part<'a> {
    section: Option<&'a Section>,
    questions: Vec<&'a Question>,
}

impl<'a> Builder<'a> {
    pub(crate) fn chapters(&mut self) {
        let report = self.report;
        for (index, chapter) in report.chapters.iter().enumerate() {
            self.chapter = index;
            let number = u32::try_from(index + 1).ok().and_then(|count| write_number(Scheme::Roman, count));
            let text = self.texts.line(&chapter.title);
            self.heading(1, number, text, format!("chapter-{}", index + 1));
            self.chapter(chapter);
        }
    }

    fn chapter(&mut self, chapter: &'a Chapter) {
        let parts = self.parts(chapter);
        let inside: Vec<&Name> = parts.iter().flat_map(|part| &part.questions).map(|question| &question.id).collect();
        // What the author wrote about a question of the aspect stands where that question does.
        for item in chapter.items.iter().filter(|item| subject(item).is_none_or(|id| !inside.contains(&id))) {
            self.item(item);
        }
        let divided = parts.iter().filter(|part| part.section.is_some()).count() > 1;
        let mut letter = 0;
        for part in parts {
            if let (Some(section), true) = (part.section, divided) {
                letter += 1;
                let text = self.texts.line(&section.title);
                let anchor = format!("chapter-{}-{}", self.chapter + 1, section.id);
                self.heading(2, write_number(Scheme::Upper, letter), text, anchor);
            }
            for question in part.questions {
                self.question(question, chapter);
            }
        }
    }

    fn heading(&mut self, level: u8, number: Option<String>, text: Line, anchor: String) {
        self.blocks.push(Block::Heading(Heading { level, number, text, anchor, cites: None }));
    }

    /// The questions of the chapter's aspect, by section if the chapter is divided so.
    fn parts(&self, chapter: &Chapter) -> Vec<Part<'a>> {
        let Some(aspect) = &chapter.aspect else { return Vec::new() };
        let mut parts: Vec<Part<'a>> = Vec::new();
        let asked = self.instrument.questions().into_iter();
        for Asked { question, sections, .. } in asked.filter(|asked| asked.question.aspect.as_ref() == Some(aspect)) {
            let section = sections.first().copied().filter(|_| chapter.by_section);
            let same = |part: &&mut Part<'a>| part.section.map(|it| &it.id) == section.map(|it| &it.id);
            match parts.last_mut().filter(|part| same(part)) {
                Some(part) => part.questions.push(question),
                None => parts.push(Part { section, questions: vec![question] }),
            }
        }
        parts
    }

    /// What is said of one question: the author's statements, else a stem; then the author's tables and charts.
    fn question(&mut self, question: &'a Question, chapter: &'a Chapter) {
        let about: Vec<&ReportItem> = chapter.items.iter().filter(|item| subject(item) == Some(&question.id)).collect();
        let has_table = about.iter().any(|item| matches!(item, ReportItem::Table { .. }));
        if !about.iter().any(|item| matches!(item, ReportItem::Statement { .. })) {
            self.stem(question, has_table);
        }
        for item in about {
            self.item(item);
        }
    }

    fn item(&mut self, item: &'a ReportItem) {
        match item {
            ReportItem::Paragraph(text) => {
                let text = self.texts.prose(text);
                self.paragraph(text, Vec::new());
            }
            ReportItem::Statement { question, choices, words } => self.statement(question, choices, words),
            ReportItem::Table { question } => {
                if let Some(question) = self.instrument.question(question.as_str()) {
                    self.table(question);
                }
            }
            ReportItem::Chart { question } => {
                if let Some(question) = self.instrument.question(question.as_str()) {
                    self.chart(question);
                }
            }
        }
    }

    fn statement(&mut self, question: &'a Name, choices: &[Name], text: &'a Text) {
        let Some(question) = self.instrument.question(question.as_str()) else { return };
        let words = self.words;
        let stem = self.texts.line(text);
        let id = question.id.as_str();
        let said = words.statement(self.base(), self.numbers.link(id), blank(&words.blank_number()), stem);
        let options: Vec<Line> =
            choices.iter().map(|code| self.conditions.option_of(question, code.as_str())).collect();
        let mut source = self.source(question);
        if !options.is_empty() {
            source.words = words.source_options(self.numbers.link(id), id, words.of_forms().any_of(options));
        }
        self.paragraph(vec![said.into()], vec![source]);
    }
}

/// The question that an item is about, if it is about one.
fn subject(item: &ReportItem) -> Option<&Name> {
    match item {
        ReportItem::Paragraph(_) => None,
        ReportItem::Statement { question, .. } | ReportItem::Table { question } | ReportItem::Chart { question } => {
            Some(question)
        }
    }
}
