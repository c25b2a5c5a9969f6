//! Empty charts of the answers to a question.

use enquire_form::document::{Bar, Block, Chart, Line, Run};
use enquire_model::{Answer, Question};

use super::Builder;

impl<'a> Builder<'a> {
    /// The next chart, of the answers to `question`: a bar for each answer that can be counted.
    ///
    /// A question whose answers cannot be counted has a bar for each group, and one for all.
    pub(crate) fn chart(&mut self, question: &'a Question) {
        self.counts.charts += 1;
        let number = self.counts.charts.to_string();
        let anchor = format!("figure-{number}");
        let caption = self.words.figure_caption(number.as_str(), self.numbers.label(question.id.as_str()));
        let source = self.source(question);
        let words = self.words.figure_number(number.as_str()).plain();
        self.note_sources(std::slice::from_ref(&source), &Run::Reference { words, anchor: anchor.clone() });
        let bars = self.bars(question).into_iter().map(|label| Bar { label, value: None }).collect();
        let axis = self.words.numbers_of(self.respondents());
        self.blocks.push(Block::Chart(Chart { anchor, caption, axis, bars, notes: Vec::new(), sources: vec![source] }));
    }

    fn bars(&mut self, question: &'a Question) -> Vec<Line> {
        match &question.answer {
            Answer::YesNo | Answer::OneOf(_) | Answer::ManyOf(_) | Answer::Ranking(_) => self.rows_of(question),
            Answer::Table(table) => self.row_heads(&table.rows),
            Answer::Text { .. }
            | Answer::Prose { .. }
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
            | Answer::File
            | Answer::Record { .. }
            | Answer::List { .. } => self.groups().into_iter().chain([self.words.total_column()]).collect(),
        }
    }
}
