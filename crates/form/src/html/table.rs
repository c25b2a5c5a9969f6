//! Tables to fill in and to read.

use maud::{Markup, html};

use super::answer::key_of;
use super::input::Named;
use super::{Html, element, maybe};
use crate::document::{AnswerBox, Cell, Column, InputKind, Row, Table};

impl Html<'_> {
    pub(crate) fn table(self, table: &Table) -> Markup {
        let ids: Vec<&str> = table.sources.iter().map(|source| source.question.as_str()).collect();
        let caption = format!("{}-caption", table.anchor);
        let titled = table.caption.is_some();
        // A table that is only read can be wider than a telephone, and is then moved with the keys.
        let read = !table.rows.iter().any(has_blanks);
        let region = read && titled;
        html! {
            div.table-block id=(table.anchor) data-sources=[(!ids.is_empty()).then(|| ids.join(" "))] {
                div.table-space tabindex=[region.then_some("0")] role=[region.then_some("region")]
                    aria-labelledby=[region.then_some(&caption)] {
                    table {
                        @if titled || table.headnote.is_some() {
                            caption {
                                (maybe(table.caption.as_ref(), |line| html! { span.title id=(caption) { (self.line(line)) } }))
                                (maybe(table.headnote.as_ref(), |line| html! { span.headnote { (self.line(line)) } }))
                            }
                        }
                        colgroup { col class=(stub_class(table)); @for index in 0..table.columns.len() { col class=(column_class(table, index)); } }
                        thead { (self.spanners(table)) tr { (self.stub(table)) @for (index, column) in table.columns.iter().enumerate() {
                            (self.column(column, &column_id(table, index)))
                        } } }
                        tbody { @for (index, row) in table.rows.iter().enumerate() { (self.row(table, row, index)) } }
                    }
                }
                @for note in &table.notes { p.table-note { (self.line(note)) } }
                (self.sources(&table.sources))
            }
        }
    }

    fn spanners(self, table: &Table) -> Markup {
        html! {
            @if !table.spanners.is_empty() {
                tr {
                    td.corner {}
                    @for spanner in &table.spanners {
                        @if spanner.label.is_empty() {
                            td.corner colspan=(spanner.columns) {}
                        } @else {
                            th.spanner scope="colgroup" colspan=(spanner.columns) { (self.line(&spanner.label)) }
                        }
                    }
                }
            }
        }
    }

    /// The head of the row heads is a head only if it says something.
    fn stub(self, table: &Table) -> Markup {
        html! {
            @if table.stub.is_empty() { td.corner {} } @else { th.stub scope="col" { (self.line(&table.stub)) } }
        }
    }

    fn column(self, column: &Column, id: &str) -> Markup {
        html! {
            th scope="col" class=[column.figures.then_some("figures-column")] {
                span id=(id) { (self.line(&column.label)) }
                (maybe(column.guidance.as_ref(), |prose| html! { div.guidance { (self.prose(prose)) } }))
            }
        }
    }

    fn row(self, table: &Table, row: &Row, index: usize) -> Markup {
        let id = match &row.head {
            // A row that the respondent names is called by its blank.
            Cell::Answer { answer, .. } => key_of(answer).map(element).unwrap_or_default(),
            Cell::Empty | Cell::Words(_) | Cell::Noted(..) | Cell::Blank(_) => format!("{}-row-{index}", table.anchor),
        };
        html! {
            tr id=[row.anchor.as_ref()] class=[row.total.then_some("total")] {
                (self.row_head(&row.head, &id))
                @for (at, cell) in row.cells.iter().enumerate() {
                    @let figures = table.columns.get(at).is_some_and(|column| column.figures);
                    td class=[figures.then_some("figures-cell")] { (self.cell(cell, &column_id(table, at), &id)) }
                }
            }
        }
    }

    fn row_head(self, head: &Cell, id: &str) -> Markup {
        match head {
            Cell::Empty => html! { td {} },
            Cell::Words(line) => html! { th scope="row" { span id=(id) { (self.line(line)) } } },
            Cell::Noted(line, note) => html! {
                th scope="row" { span id=(id) { (self.line(line)) } div.guidance { (self.prose(note)) } }
            },
            Cell::Answer { answer, .. } => {
                html! { td { (self.in_cell(answer, &Named::default())) } }
            }
            Cell::Blank(label) => html! { th scope="row" { span id=(id) { (blank(label)) } } },
        }
    }

    fn cell(self, cell: &Cell, column: &str, row: &str) -> Markup {
        match cell {
            Cell::Empty => Markup::default(),
            Cell::Words(line) => self.line(line),
            Cell::Noted(line, note) => {
                html! { (self.line(line)) div.guidance { (self.prose(note)) } }
            }
            Cell::Answer { answer, mark: None } => self.in_cell(answer, &Named::by(format!("{row} {column}"))),
            Cell::Answer { answer, mark: Some(mark) } => html! {
                div.marked {
                    (self.in_cell(answer, &Named::by(format!("{row} {column}"))))
                    span.mark-box { (self.input(mark, &Named::label(&mark.label))) }
                }
            },
            Cell::Blank(label) => blank(label),
        }
    }

    /// Blanks in cells have names of their own, since not every row has a head.
    fn in_cell(self, answer: &AnswerBox, named: &Named) -> Markup {
        match answer {
            AnswerBox::Input(input) if input.kind.is_single() => self.input(input, &Named::label(&input.label)),
            AnswerBox::Input(input) => self.input(input, named),
            AnswerBox::Choices(_)
            | AnswerBox::Ranking(_)
            | AnswerBox::Fields(_)
            | AnswerBox::Entries(_)
            | AnswerBox::Table(_) => self.answer(answer, named),
        }
    }
}

fn blank(label: &str) -> Markup {
    html! { span.blank { "[" (label) "]" } }
}

fn column_id(table: &Table, index: usize) -> String {
    format!("{}-column-{index}", table.anchor)
}

/// How wide a column has to be follows from what stands in it.
fn column_class(table: &Table, index: usize) -> &'static str {
    let cell = table.rows.first().and_then(|row| row.cells.get(index));
    let Some(Cell::Answer { answer, mark }) = cell else { return "column-words" };
    let AnswerBox::Input(input) = &**answer else { return "column-words" };
    match (&input.kind, mark) {
        (InputKind::Number { .. } | InputKind::Year, None) => "column-figure",
        (InputKind::Number { .. } | InputKind::Year, Some(_)) => "column-marked",
        (InputKind::Day, _) => "column-day",
        (InputKind::Pick(_), _) => "column-pick",
        (InputKind::Line { .. } | InputKind::Lines(_) | InputKind::Period | InputKind::Amount(_), _) => "column-words",
    }
}

/// Where rows are only counted, their heads are narrow.
fn stub_class(table: &Table) -> &'static str {
    let counted = |row: &Row| matches!(&row.head, Cell::Words(line) if line.plain().parse::<u32>().is_ok());
    if table.rows.iter().all(counted) { "column-number" } else { "column-head" }
}

fn has_blanks(row: &Row) -> bool {
    row.cells.iter().any(|cell| matches!(cell, Cell::Answer { .. }))
}
