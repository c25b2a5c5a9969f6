//! Annexes: who replied, and every question with the paragraphs that draw on it.

use enquire_form::document::{Block, Cell, Column, Fact, Heading, Line, Passage, Row, Run, Table};
use enquire_form::write_number;
use enquire_model::Scheme;

use super::{Builder, blank};

impl Builder<'_> {
    pub(crate) fn annexes(&mut self) {
        self.annex(1, self.words.respondents_annex(self.respondents_first()));
        self.respondents_list();
        self.annex(2, self.words.questions_annex());
        self.questions_list();
    }

    fn annex(&mut self, count: u32, title: Line) {
        let number = write_number(Scheme::Roman, count).unwrap_or_default();
        let number = Some(self.words.annex(number).plain());
        let anchor = format!("annex-{count}");
        self.blocks.push(Block::PageStart);
        self.blocks.push(Block::Heading(Heading { level: 1, number, text: title, anchor, cites: None }));
    }

    fn respondents_list(&mut self) {
        let words = self.words;
        let names = if self.only_states() { words.blank_names_states() } else { words.blank_names_respondents() };
        let names = blank(&words.blank_in_order(names));
        let groups = self.groups();
        self.blocks.push(if groups.is_empty() {
            Block::Text(vec![names.into()])
        } else {
            let fact = |label| Fact { label, value: vec![Passage::Paragraph(names.clone())] };
            Block::Facts(groups.into_iter().map(fact).collect())
        });
    }

    /// A table for each chapter, and one of the questions on which none draws.
    fn questions_list(&mut self) {
        let chapters = &self.report.chapters;
        let titles: Vec<Line> = chapters.iter().map(|chapter| self.texts.line(&chapter.title)).collect();
        // A question can stand under several chapters; references to it lead to the first of them.
        let mut seen = Vec::new();
        for (index, title) in titles.into_iter().enumerate() {
            self.questions_table(title, format!("questions-{}", index + 1), Some(index), &mut seen);
        }
        self.questions_table(self.words.other_questions(), "questions-other".to_owned(), None, &mut seen);
    }

    fn questions_table(&mut self, title: Line, anchor: String, chapter: Option<usize>, seen: &mut Vec<String>) {
        let words = self.words;
        let mut rows = Vec::new();
        for asked in self.instrument.questions() {
            let id = asked.question.id.as_str();
            let places = self.places(id, chapter);
            let listed = chapter.map_or_else(|| !self.drawn.contains_key(id), |_| !places.is_empty());
            if !listed {
                continue;
            }
            let first = !seen.iter().any(|earlier| earlier == id);
            seen.push(id.to_owned());
            let drawn = if places.is_empty() { words.no_paragraph() } else { words.of_forms().all_of(places) };
            let number = self.numbers.number(id).unwrap_or("–");
            rows.push(Row {
                anchor: first.then(|| id.to_owned()),
                head: Cell::Words(number.into()),
                cells: vec![Cell::Words(self.numbers.label(id).into()), Cell::Words(id.into()), Cell::Words(drawn)],
                total: false,
            });
        }
        if rows.is_empty() {
            return;
        }
        let column = |label| Column { label, guidance: None, figures: false };
        self.blocks.push(Block::Table(Table {
            anchor,
            caption: Some(title),
            headnote: None,
            stub: words.question_column(),
            spanners: Vec::new(),
            columns: vec![column(words.wording_column()), column(words.id_column()), column(words.drawn_on_column())],
            rows,
            notes: Vec::new(),
            sources: Vec::new(),
        }));
    }

    /// The paragraphs, tables and charts of a chapter that draw on a question, each once.
    fn places(&self, id: &str, chapter: Option<usize>) -> Vec<Line> {
        let drawn = self.drawn.get(id).map(Vec::as_slice).unwrap_or_default();
        let mut runs: Vec<&Run> = Vec::new();
        for (_, run) in drawn.iter().filter(|(index, _)| Some(*index) == chapter) {
            if !runs.contains(&run) {
                runs.push(run);
            }
        }
        runs.into_iter().map(|run| Line::from(run.clone())).collect()
    }
}
