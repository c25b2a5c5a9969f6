//! The values that conditions read: whole answers, parts of answers, the day of the reply; and what each can be.

use enquire_model::{Answer, Cells, Count, Instrument, Limits, RowSource, Selection, Table};

use super::cells::{self, Mark, Range};
use crate::graph::{Graph, Node};

/// A place where a reply holds a value. Questions are named by their node in the graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Slot<'a> {
    /// The day for which the reply speaks.
    AsAt,
    /// The answer to a question; of a list or table, how many entries it has.
    Whole(usize),
    /// A field of a record, or an end of a period.
    Field(usize, &'a str),
    /// A cell of a table: its row and column.
    Cell(usize, &'a str, &'a str),
    /// The currency of an amount.
    Currency(usize),
}

/// What can stand in a slot.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind<'a> {
    /// One option of a scale.
    One(Options<'a>),
    /// Several options of a scale.
    Several(&'a Selection),
    /// A number or a date.
    Figure(Figure),
    /// A text.
    Text {
        /// The most characters.
        most: Option<u32>,
        /// The only texts that can be given, if there are only a few.
        only: Option<&'a [String]>,
    },
    /// Something of which no condition knows more than that it is there.
    Other,
}

/// The scale of an answer of one option.
#[derive(Debug, Clone, Copy)]
pub(super) enum Options<'a> {
    YesNo,
    Of(&'a Selection),
}

/// What a number or date can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure {
    /// In units of the last decimal place; days since 1970 of a date.
    pub(super) range: Range,
    /// Decimal places; 0 of a date.
    pub(super) places: u32,
    /// Whether it is a date.
    pub(super) is_date: bool,
    /// Whether it compares with every other number: an amount in an unknown currency does not.
    pub(super) has_unit: bool,
    /// Whether it is the number of entries of a list or table.
    pub(super) counts: bool,
}

impl Slot<'_> {
    /// The question whose answer holds it.
    pub(super) fn node(self) -> Option<usize> {
        match self {
            Self::AsAt => None,
            Self::Whole(node) | Self::Field(node, _) | Self::Cell(node, _, _) | Self::Currency(node) => Some(node),
        }
    }
}

/// What can stand in `slot`; nothing if the answer has no such part.
pub(super) fn kind<'a>(instrument: &'a Instrument, graph: &Graph<'a>, slot: Slot<'a>) -> Option<Kind<'a>> {
    let Some(node) = slot.node() else {
        return Some(Kind::Figure(date(None, None)));
    };
    let Some(Node::Question(question)) = graph.node(node) else {
        return None;
    };
    match (slot, &question.answer) {
        (Slot::AsAt | Slot::Whole(_), answer) => Some(of_answer(answer)),
        (Slot::Field(_, "beginning" | "ending"), Answer::Period { from, to }) => Some(Kind::Figure(date(*from, *to))),
        (Slot::Field(_, field), answer) => {
            let Answer::Record { record } = answer else { return None };
            instrument.records.get(record.as_str())?.field(field).map(|field| of_answer(&field.answer))
        }
        (Slot::Cell(_, row, column), answer) => of_cell(instrument, answer.table()?, row, column),
        (Slot::Currency(_), answer) => {
            let Answer::Amount { currencies, .. } = answer else { return None };
            Some(Kind::Text { most: None, only: (!currencies.is_empty()).then_some(currencies) })
        }
    }
}

fn of_cell<'a>(instrument: &'a Instrument, table: &'a Table, row: &str, column: &str) -> Option<Kind<'a>> {
    let rows = match &table.rows {
        RowSource::Scale(scale) => instrument.scales.get(scale.as_str())?.choices.as_slice(),
        RowSource::Fixed(rows) => rows,
        RowSource::Added { .. } => &[],
    };
    let column = table.column(column).filter(|_| rows.iter().any(|it| it.code.as_str() == row))?;
    match &column.cells {
        // A cell that is marked `nil` is nought, whatever its bounds.
        Cells::Answered(answer) => {
            let own = of_answer(answer);
            if let (Kind::Figure(figure), true) = (own, table.marks.contains(&enquire_model::Mark::Nil)) {
                let range = Range { low: figure.range.low.min(0), high: figure.range.high.max(0) };
                return Some(Kind::Figure(Figure { range, ..figure }));
            }
            Some(own)
        }
        Cells::Computed(_) => None,
    }
}

fn of_answer(answer: &Answer) -> Kind<'_> {
    match answer {
        Answer::YesNo => Kind::One(Options::YesNo),
        Answer::OneOf(selection) => Kind::One(Options::Of(selection)),
        Answer::ManyOf(selection) | Answer::Ranking(selection) => Kind::Several(selection),
        Answer::Text { most_characters, .. } => Kind::Text { most: *most_characters, only: None },
        Answer::Prose { .. }
        | Answer::Country
        | Answer::Language
        | Answer::Email
        | Answer::Telephone
        | Answer::Link => Kind::Text { most: None, only: None },
        Answer::Integer(limits)
        | Answer::Decimal(limits)
        | Answer::Percent(limits)
        | Answer::Quantity { limits, .. } => Kind::Figure(number(limits, true)),
        Answer::Amount { currencies, limits } => Kind::Figure(number(limits, currencies.len() == 1)),
        Answer::Date { from, to } => Kind::Figure(date(*from, *to)),
        Answer::Year { from, to } => Kind::Figure(Figure {
            range: Range { low: from.unwrap_or(1).into(), high: to.unwrap_or(9999).into() },
            ..whole()
        }),
        Answer::List { count, .. } => Kind::Figure(entries(count, 0)),
        // A table without a row is unanswered.
        Answer::Table(Table { rows: RowSource::Added { count, .. }, .. }) => Kind::Figure(entries(count, 1)),
        Answer::Table(_) | Answer::Period { .. } | Answer::File | Answer::Record { .. } => Kind::Other,
    }
}

/// The bounds of a number or date, in its units.
pub(super) fn bounds(answer: &Answer) -> Range {
    if let Kind::Figure(figure) = of_answer(answer) { figure.range } else { Range::ALL }
}

/// The decimal places of a number; 0 of everything else.
pub(super) fn places(answer: &Answer) -> u32 {
    if let Kind::Figure(figure) = of_answer(answer) { figure.places } else { 0 }
}

/// Whether it is a number that can be given.
pub(super) fn is_number(answer: &Answer) -> bool {
    matches!(of_answer(answer), Kind::Figure(figure) if !figure.is_date && !figure.counts)
}

/// The days that an end of a period can be.
pub(super) fn bounds_of_period(answer: &Answer) -> Range {
    if let Answer::Period { from, to } = answer { cells::days(*from, *to) } else { Range::ALL }
}

fn whole() -> Figure {
    Figure { range: Range::ALL, places: 0, is_date: false, has_unit: true, counts: false }
}

fn entries(count: &Count, least: u32) -> Figure {
    let low = count.least.unwrap_or(0).max(least).into();
    Figure { range: Range { low, high: count.most.map_or(Range::ALL.high, i128::from) }, counts: true, ..whole() }
}

fn date(from: Option<enquire_model::Date>, to: Option<enquire_model::Date>) -> Figure {
    Figure { range: cells::days(from, to), is_date: true, ..whole() }
}

fn number(limits: &Limits, has_unit: bool) -> Figure {
    let bound = |value: Option<enquire_model::Decimal>| value.and_then(|value| Mark::of(value, limits.places));
    let low = bound(limits.from).map_or(Range::ALL.low, Mark::at_least);
    let high = bound(limits.to).map_or(Range::ALL.high, Mark::at_most);
    Figure { range: Range { low, high }, places: limits.places, is_date: false, has_unit, counts: false }
}
