//! Empty tables of the answers to a question.

use enquire_form::document::{Block, Cell, Column, Line, Row, Run, Spanner, Table};
use enquire_model::{Answer, Question};

use super::Builder;

impl<'a> Builder<'a> {
    /// The next table, of the answers to `question`.
    pub(crate) fn table(&mut self, question: &'a Question) {
        self.counts.tables += 1;
        self.tables.insert(question.id.as_str(), self.counts.tables);
        let number = self.counts.tables.to_string();
        let anchor = format!("table-{number}");
        let caption = self.words.table_caption(number.as_str(), self.numbers.label(question.id.as_str()));
        let source = self.source(question);
        let words = self.words.table_number(number.as_str()).plain();
        self.note_sources(std::slice::from_ref(&source), &Run::Reference { words, anchor: anchor.clone() });
        let body = match &question.answer {
            Answer::Table(table) => self.cells_table(table, question),
            Answer::YesNo | Answer::OneOf(_) | Answer::ManyOf(_) | Answer::Ranking(_) => self.options_table(question),
            Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Percent(_)
            | Answer::Amount { .. }
            | Answer::Quantity { .. }
            | Answer::Date { .. }
            | Answer::Year { .. } => self.range_table(),
            Answer::Record { record } | Answer::List { record, .. } => self.entries_table(record.as_str(), question),
            Answer::Text { .. }
            | Answer::Prose { .. }
            | Answer::Period { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link
            | Answer::File => self.answers_table(question),
        };
        self.blocks.push(Block::Table(Table { anchor, caption: Some(caption), sources: vec![source], ..body }));
    }

    /// Options as rows; the number of replies by group, then in all, and the share.
    fn options_table(&self, question: &Question) -> Table {
        let words = self.words;
        let groups = self.groups();
        let spanners = if groups.is_empty() {
            Vec::new()
        } else {
            let over = u32::try_from(groups.len() + 1).unwrap_or(u32::MAX);
            vec![
                Spanner { label: words.numbers_of(self.respondents()), columns: over },
                Spanner { label: Line::default(), columns: 1 },
            ]
        };
        let all = if groups.is_empty() { words.number_column() } else { words.total_column() };
        let columns: Vec<Column> = groups.into_iter().chain([all, words.per_cent_column()]).map(figures).collect();
        let row = |head: Line| empty(head, columns.len(), false);
        let mut rows: Vec<Row> = self.answers_of(question).into_iter().map(row).collect();
        let several = matches!(question.answer, Answer::ManyOf(_) | Answer::Ranking(_));
        // Shares of several answers do not add up to a whole.
        if !several {
            rows.push(empty(words.total_row(), columns.len(), true));
        }
        // Who gave no answer is counted below the total, of which shares are taken.
        rows.extend(self.nonresponses_of(question).into_iter().map(row));
        let headnote =
            if several { words.table_headnote_many(self.shares()) } else { words.table_headnote(self.shares()) };
        Table { headnote: Some(headnote), spanners, notes: self.notes(), ..bare(words.answer_column(), columns, rows) }
    }

    /// The words of everything that can be counted, declared non-responses at the end.
    pub(crate) fn rows_of(&self, question: &Question) -> Vec<Line> {
        let mut rows = self.answers_of(question);
        rows.extend(self.nonresponses_of(question));
        rows
    }

    /// The words of every answer that can be counted.
    fn answers_of(&self, question: &Question) -> Vec<Line> {
        let codes = question.answer.selection().map_or_else(|| vec!["yes", "no"], |selection| self.codes(selection));
        let other = question.answer.selection().is_some_and(|selection| selection.other);
        let label = |code: &str| self.conditions.option_label(question, code);
        codes.into_iter().chain(other.then_some("other")).map(label).collect()
    }

    fn nonresponses_of(&self, question: &Question) -> Vec<Line> {
        question.nonresponses.iter().map(|code| self.conditions.option_label(question, code.as_str())).collect()
    }

    /// Lowest, median and highest, by group.
    fn range_table(&self) -> Table {
        let words = self.words;
        let heads = [words.replies_column(), words.lowest_column(), words.median_column(), words.highest_column()];
        let columns: Vec<Column> = heads.into_iter().map(figures).collect();
        let groups = self.groups().into_iter().chain([words.total_column()]);
        let rows = groups.map(|head| empty(head, columns.len(), false)).collect();
        Table { notes: self.notes(), ..bare(Line::default(), columns, rows) }
    }

    /// Entries with their fields; who gave them unless nobody may be named.
    fn entries_table(&mut self, record: &str, question: &Question) -> Table {
        let record = self.instrument.records.get(record);
        let fields = record.map(|record| record.fields.as_slice()).unwrap_or_default();
        let columns =
            fields.iter().map(|field| Column { figures: false, ..figures(self.texts.line(&field.label)) }).collect();
        self.one_row(columns, question)
    }

    fn answers_table(&self, question: &Question) -> Table {
        self.one_row(vec![Column { figures: false, ..figures(self.words.answer_column()) }], question)
    }

    /// One row to be repeated for each reply.
    pub(crate) fn one_row(&self, columns: Vec<Column>, question: &Question) -> Table {
        let stub =
            if self.only_states() { self.words.respondent_column() } else { self.words.other_respondent_column() };
        let head = if question.confidential { Line::default() } else { Run::Blank(stub.plain()).into() };
        let rows = vec![empty(head, columns.len(), false)];
        bare(if question.confidential { Line::default() } else { stub }, columns, rows)
    }

    /// Notes on percentages and groups.
    fn notes(&self) -> Vec<Line> {
        let guard = self.report.guard.map(|count| self.words.guard_note(count.to_string()));
        let groups = self.grouping_day().map(|(groups, day)| self.words.groups_note(groups, day));
        guard.into_iter().chain(groups).collect()
    }
}

/// A table of these rows and columns, and nothing more.
pub(crate) fn bare(stub: Line, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table {
        anchor: String::new(),
        caption: None,
        headnote: None,
        stub,
        spanners: Vec::new(),
        columns,
        rows,
        notes: Vec::new(),
        sources: Vec::new(),
    }
}

/// A column of figures.
pub(crate) fn figures(label: Line) -> Column {
    Column { label, guidance: None, figures: true }
}

/// A row of empty cells.
pub(crate) fn empty(head: Line, columns: usize, total: bool) -> Row {
    let head = if head.is_empty() { Cell::Empty } else { Cell::Words(head) };
    Row { anchor: None, head, cells: vec![Cell::Empty; columns], total }
}
