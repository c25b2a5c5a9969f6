//! Tables to fill in.

use enquire_model::{Answer, Cells, Choice, Column as ModelColumn, Mark, RowSource, Scale, Table as ModelTable, Text};

use super::answer::{Wanted, line_kind};
use super::entries::room_for;
use super::{Builder, keys};
use crate::document::{AnswerBox, Cell, Column, Content, InputKind, Line, Pick, Prose, Row, Table, Width};
use crate::words::Words;

/// The most rows there is room for if the respondent adds them.
const MOST_ADDED: u32 = 10;

/// A row of a table before its cells are made.
struct Head {
    key: String,
    /// What the row is called in the labels of its cells.
    label: String,
    cell: Cell,
}

impl<'a> Builder<'a> {
    pub(crate) fn table(&mut self, table: &'a ModelTable, wanted: &Wanted) -> Table {
        let stub = match &table.rows {
            RowSource::Added { heading, .. } => self.texts.line(heading),
            RowSource::Scale(scale) => self.title_of(scale.as_str()),
            RowSource::Fixed(_) => Line::default(),
        };
        let columns = table.columns.iter().map(|column| self.column(column, table)).collect();
        let heads = self.heads(table, &wanted.key);
        let mut rows: Vec<Row> = heads.into_iter().map(|head| self.row(table, head)).collect();
        if !table.totals.is_empty() {
            rows.push(self.totals(table, &wanted.key));
        }
        Table {
            anchor: format!("{}-table", wanted.key.replace('/', "-")),
            caption: None,
            headnote: None,
            stub,
            spanners: Vec::new(),
            columns,
            rows,
            notes: self.table_notes(table),
            sources: Vec::new(),
        }
    }

    /// The room for an answer in a cell, where there is little of it.
    pub(crate) fn cell_box(&mut self, answer: &'a Answer, wanted: Wanted) -> AnswerBox {
        let picks = match answer {
            Answer::YesNo => self.picks(&Scale::yes_no().choices, false),
            Answer::OneOf(selection) => self.picks(self.choices(selection), selection.other),
            Answer::Text { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link
            | Answer::File => {
                let most = if let Answer::Text { most_characters, .. } = answer { *most_characters } else { None };
                return AnswerBox::Input(wanted.input(line_kind(Content::Words, Width::Full, most), None));
            }
            Answer::Prose { .. } => {
                return AnswerBox::Input(wanted.input(InputKind::Lines(3), None));
            }
            Answer::Integer(_) | Answer::Decimal(_) | Answer::Percent(_) | Answer::Quantity { .. } => {
                return AnswerBox::Input(wanted.input(without_unit(self.input_kind(answer)), None));
            }
            Answer::Amount { .. } | Answer::Date { .. } | Answer::Year { .. } | Answer::Period { .. } => {
                return AnswerBox::Input(wanted.input(self.input_kind(answer), None));
            }
            Answer::ManyOf(_) | Answer::Ranking(_) | Answer::Record { .. } | Answer::List { .. } | Answer::Table(_) => {
                return self.answer_box(answer, wanted);
            }
        };
        AnswerBox::Input(wanted.input(InputKind::Pick(picks), None))
    }

    /// What stands under the head of a column: the author's note, and how to write an answer where a cell has no room to say it.
    pub(crate) fn cell_guidance(&mut self, guidance: Option<&'a Text>, answer: &'a Answer) -> Option<Prose> {
        let mut prose = guidance.map(|text| self.texts.prose(text)).unwrap_or_default();
        let picks = match answer {
            Answer::YesNo => self.picks(&Scale::yes_no().choices, false),
            Answer::OneOf(selection) => self.picks(self.choices(selection), selection.other),
            Answer::Percent(_) | Answer::Quantity { .. } => {
                prose.extend(self.unit(answer).map(Into::into));
                Vec::new()
            }
            Answer::Date { .. } => {
                prose.push(self.words.day_format().into());
                Vec::new()
            }
            Answer::ManyOf(_)
            | Answer::Ranking(_)
            | Answer::Text { .. }
            | Answer::Prose { .. }
            | Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Amount { .. }
            | Answer::Year { .. }
            | Answer::Period { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link
            | Answer::File
            | Answer::Record { .. }
            | Answer::List { .. }
            | Answer::Table(_) => Vec::new(),
        };
        let listed = picks.into_iter().map(|pick| Line::from(pick.label));
        if let Some(options) = listed.reduce(|before, next| self.words.option_next(before, next)) {
            prose.push(self.words.one_of_options(options).into());
        }
        (!prose.is_empty()).then_some(prose)
    }

    fn unit(&self, answer: &Answer) -> Option<Line> {
        let InputKind::Number { unit, .. } = self.input_kind(answer) else {
            return None;
        };
        unit
    }

    fn picks(&self, choices: &[Choice], other: bool) -> Vec<Pick> {
        let mut picks: Vec<Pick> = choices
            .iter()
            .map(|choice| {
                let label = self.plain(&choice.label);
                Pick { code: choice.code.as_str().to_owned(), written: label.clone(), label }
            })
            .collect();
        if other {
            let label = self.words.other().plain();
            picks.push(Pick { code: "other".to_owned(), written: label.clone(), label });
        }
        picks
    }

    fn title_of(&self, scale: &str) -> Line {
        let title = self.instrument.scales.get(scale).and_then(|scale| scale.title.as_deref());
        title.map(Line::from).unwrap_or_default()
    }

    fn column(&mut self, column: &'a ModelColumn, table: &'a ModelTable) -> Column {
        let label = self.texts.line(&column.label);
        let (guidance, figures) = match &column.cells {
            Cells::Answered(answer) => (self.cell_guidance(column.guidance.as_ref(), answer), is_figure(answer)),
            Cells::Computed(value) => {
                let mut prose = column.guidance.as_ref().map(|text| self.texts.prose(text)).unwrap_or_default();
                prose.push(self.conditions.column_rule(value, table).into());
                (Some(prose), true)
            }
        };
        Column { label, guidance, figures }
    }

    fn heads(&mut self, table: &'a ModelTable, key: &str) -> Vec<Head> {
        let choices = match &table.rows {
            RowSource::Scale(scale) => {
                self.instrument.scales.get(scale.as_str()).map(|scale| scale.choices.as_slice()).unwrap_or_default()
            }
            RowSource::Fixed(choices) => choices.as_slice(),
            RowSource::Added { count, .. } => {
                return (0..room_for(*count, MOST_ADDED)).map(|index| self.added(index, key)).collect();
            }
        };
        choices.iter().map(|choice| self.head(choice, key)).collect()
    }

    fn head(&mut self, choice: &'a Choice, key: &str) -> Head {
        let words = self.texts.line(&choice.label);
        let cell = match &choice.guidance {
            Some(guidance) => Cell::Noted(words, self.texts.prose(guidance)),
            None => Cell::Words(words),
        };
        Head { key: keys::row(key, choice.code.as_str()), label: self.plain(&choice.label), cell }
    }

    fn added(&self, index: u32, key: &str) -> Head {
        let key = keys::row(key, &index.to_string());
        let label = self.words.row_number((index + 1).to_string());
        let input = Wanted::new(keys::below(&key, "row"), label.clone())
            .input(line_kind(Content::Words, Width::Full, None), None);
        let cell = Cell::Answer { answer: Box::new(AnswerBox::Input(input)), mark: None };
        Head { key, label: label.plain(), cell }
    }

    fn row(&mut self, table: &'a ModelTable, head: Head) -> Row {
        let cells = table.columns.iter().map(|column| {
            let key = keys::below(&head.key, column.id.as_str());
            let label = self.words.cell(head.label.as_str(), self.plain(&column.label));
            let mark = (!table.marks.is_empty() && takes_mark(column)).then(|| {
                let wanted = Wanted::new(keys::below(&key, "mark"), self.words.mark_of(label.clone()));
                Box::new(wanted.input(InputKind::Pick(mark_picks(self.words, &table.marks)), None))
            });
            let wanted = Wanted::new(keys::below(&key, "value"), label);
            let answer = match &column.cells {
                Cells::Answered(answer) => self.cell_box(answer, wanted),
                Cells::Computed(_) => AnswerBox::Input(wanted.input(figure(), None)),
            };
            Cell::Answer { answer: Box::new(answer), mark }
        });
        Row { anchor: None, cells: cells.collect(), head: head.cell, total: false }
    }

    fn totals(&self, table: &ModelTable, key: &str) -> Row {
        let total = self.words.total();
        let cells = table.columns.iter().map(|column| {
            if !table.totals.contains(&column.id) {
                return Cell::Empty;
            }
            let key = keys::below(&keys::below(key, "total"), column.id.as_str());
            let label = self.words.cell(total.clone(), self.plain(&column.label));
            Cell::Answer {
                answer: Box::new(AnswerBox::Input(Wanted::new(key, label).input(figure(), None))),
                mark: None,
            }
        });
        Row { anchor: None, cells: cells.collect(), head: Cell::Words(total.clone()), total: true }
    }

    fn table_notes(&self, table: &ModelTable) -> Vec<Line> {
        let mut notes = Vec::new();
        let marks =
            table.marks.iter().map(|mark| self.words.mark_means(Words::mark_letter(*mark), self.words.mark(*mark)));
        if let Some(marks) = marks.reduce(|before, next| self.words.option_next(before, next)) {
            notes.push(self.words.marks_note(marks));
        }
        if let RowSource::Added { count, .. } = &table.rows {
            notes.extend(self.entries_hint(*count));
            if count.most.is_none_or(|most| most > room_for(*count, MOST_ADDED)) {
                notes.push(self.words.rows_continue());
            }
        }
        notes
    }
}

fn mark_picks(words: Words, marks: &[Mark]) -> Vec<Pick> {
    let pick = |mark: &Mark| Pick {
        code: mark.code().to_owned(),
        written: Words::mark_letter(*mark).to_owned(),
        label: words.mark(*mark).plain(),
    };
    marks.iter().map(pick).collect()
}

/// Marks speak of figures, and of nothing that is worked out.
fn takes_mark(column: &ModelColumn) -> bool {
    matches!(&column.cells, Cells::Answered(answer) if is_figure(answer))
}

fn is_figure(answer: &Answer) -> bool {
    matches!(answer, Answer::Integer(_) | Answer::Decimal(_) | Answer::Percent(_) | Answer::Quantity { .. })
}

fn figure() -> InputKind {
    InputKind::Number { from: None, to: None, places: 0, unit: None }
}

/// In a table the unit stands in the head of the column.
fn without_unit(kind: InputKind) -> InputKind {
    if let InputKind::Number { from, to, places, .. } = kind {
        InputKind::Number { from, to, places, unit: None }
    } else {
        kind
    }
}
