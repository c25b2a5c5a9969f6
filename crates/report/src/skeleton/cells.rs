//! Empty tables of the answers to a question that is itself a table.

use enquire_form::document::{Column, Line, Row, Run, Spanner, Table};
use enquire_model::{Answer, Cells, Column as ModelColumn, Name, Question, RowSource, Scale, Table as ModelTable};

use super::Builder;
use super::tables::{bare, empty, figures};

/// The most columns that fit on a page.
const MOST_COLUMNS: usize = 10;

impl<'a> Builder<'a> {
    /// The sums of what was given where there are figures; else how many gave which option; else what each gave.
    pub(crate) fn cells_table(&mut self, table: &'a ModelTable, question: &Question) -> Table {
        let sums: Vec<&ModelColumn> = table.columns.iter().filter(|column| has_sum(column, table)).collect();
        if !sums.is_empty() {
            return self.sums_table(table, sums);
        }
        let options: Vec<Vec<Line>> = table.columns.iter().map(|column| self.options_of(column)).collect();
        let every = options.iter().all(|options| !options.is_empty());
        let rows_are_known = !matches!(table.rows, RowSource::Added { .. });
        if every && rows_are_known && options.iter().map(Vec::len).sum::<usize>() <= MOST_COLUMNS {
            return self.counts_table(table, options);
        }
        let columns =
            table.columns.iter().map(|column| Column { figures: false, ..figures(self.texts.line(&column.label)) });
        let columns = columns.collect();
        self.one_row(columns, question)
    }

    fn sums_table(&mut self, table: &'a ModelTable, sums: Vec<&'a ModelColumn>) -> Table {
        let ids: Vec<&Name> = sums.iter().map(|column| &column.id).collect();
        let columns: Vec<Column> = sums.into_iter().map(|column| self.summed(column)).collect();
        let heads = self.row_heads(&table.rows);
        let mut rows: Vec<Row> = heads.into_iter().map(|head| empty(head, columns.len(), false)).collect();
        if ids.iter().any(|id| table.totals.contains(id)) {
            rows.push(empty(self.words.total_row(), columns.len(), true));
        }
        Table { notes: vec![self.words.sums_note()], ..bare(Line::default(), columns, rows) }
    }

    fn summed(&mut self, column: &'a ModelColumn) -> Column {
        let unit = match &column.cells {
            Cells::Answered(Answer::Quantity { unit, .. }) => Some(vec![Line::from(unit.as_str()).into()]),
            Cells::Answered(_) | Cells::Computed(_) => None,
        };
        Column { guidance: unit, ..figures(self.texts.line(&column.label)) }
    }

    /// How many gave which option, a head over the options of each column.
    fn counts_table(&mut self, table: &'a ModelTable, options: Vec<Vec<Line>>) -> Table {
        let spanners = table.columns.iter().zip(&options).map(|(column, options)| Spanner {
            label: self.texts.line(&column.label),
            columns: u32::try_from(options.len()).unwrap_or(u32::MAX),
        });
        let spanners = spanners.collect();
        let columns: Vec<Column> = options.into_iter().flatten().map(figures).collect();
        let rows = self.row_heads(&table.rows).into_iter().map(|head| empty(head, columns.len(), false)).collect();
        let headnote = Some(self.words.numbers_of(self.respondents()));
        Table { spanners, headnote, ..bare(Line::default(), columns, rows) }
    }

    /// The options of a column in which one is chosen.
    fn options_of(&self, column: &ModelColumn) -> Vec<Line> {
        let yes_no = Scale::yes_no();
        let (choices, other) = match &column.cells {
            Cells::Answered(Answer::YesNo) => (yes_no.choices.as_slice(), false),
            Cells::Answered(Answer::OneOf(selection)) => {
                let scale = self.instrument.scales.get(selection.scale.as_str());
                (scale.map(|scale| scale.choices.as_slice()).unwrap_or_default(), selection.other)
            }
            Cells::Answered(_) | Cells::Computed(_) => (&[][..], false),
        };
        let labels = choices.iter().map(|choice| Line::from(self.conditions.on_one_line(&choice.label)));
        labels.chain(other.then(|| self.words.other())).collect()
    }

    /// The words of the rows of a table; a blank for rows that respondents add.
    pub(crate) fn row_heads(&mut self, rows: &'a RowSource) -> Vec<Line> {
        let choices = match rows {
            RowSource::Scale(scale) => {
                self.instrument.scales.get(scale.as_str()).map(|scale| scale.choices.as_slice()).unwrap_or_default()
            }
            RowSource::Fixed(choices) => choices.as_slice(),
            RowSource::Added { heading, .. } => return vec![Run::Blank(self.texts.line(heading).plain()).into()],
        };
        choices.iter().map(|choice| self.texts.line(&choice.label)).collect()
    }
}

/// Whether the figures of a column can be added up over those who gave them. Of what is worked out only that of which the author
/// wants a total can: a share cannot.
fn has_sum(column: &ModelColumn, table: &ModelTable) -> bool {
    match &column.cells {
        Cells::Answered(answer) => {
            matches!(answer, Answer::Integer(_) | Answer::Decimal(_) | Answer::Quantity { .. } | Answer::Amount { .. })
        }
        Cells::Computed(_) => table.totals.contains(&column.id),
    }
}
