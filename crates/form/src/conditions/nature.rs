//! What kind of value an expression has, as far as its words depend on it.

use enquire_model::{Answer, Arithmetic, Cells, Expression, ExpressionKind, Function, Name, Text};

use super::{Conditions, Row};

/// The kind of a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Nature<'a> {
    /// One or several options of a scale.
    Option(&'a Name),
    /// Yes or no.
    YesNo,
    /// A number, with the answer whose unit it has.
    Number(Option<&'a Answer>),
    /// A year.
    Year,
    /// A day.
    Day,
    /// Words, or anything else.
    Words,
}

/// Whether the expression says that something holds, rather than how much something is.
pub(crate) fn is_condition(expression: &Expression) -> bool {
    match &expression.kind {
        ExpressionKind::Truth(_)
        | ExpressionKind::Not(_)
        | ExpressionKind::And(_)
        | ExpressionKind::Or(_)
        | ExpressionKind::Compare { .. }
        | ExpressionKind::In { .. }
        | ExpressionKind::Contains { .. }
        | ExpressionKind::State { .. } => true,
        ExpressionKind::Aggregate { function, .. } => {
            matches!(function, enquire_model::Aggregate::Any | enquire_model::Aggregate::All)
        }
        ExpressionKind::Answer(_)
        | ExpressionKind::Field(_)
        | ExpressionKind::Cell { .. }
        | ExpressionKind::Part { .. }
        | ExpressionKind::Choice(_)
        | ExpressionKind::Number(_)
        | ExpressionKind::Words(_)
        | ExpressionKind::Date(_)
        | ExpressionKind::Duration { .. }
        | ExpressionKind::AsAt
        | ExpressionKind::PeriodStart
        | ExpressionKind::PeriodEnd
        | ExpressionKind::Arithmetic { .. }
        | ExpressionKind::Call { .. } => false,
    }
}

impl<'a> Nature<'a> {
    /// Whether values come earlier or later.
    pub(crate) fn is_time(self) -> bool {
        matches!(self, Self::Day | Self::Year)
    }

    pub(crate) fn of_answer(answer: &'a Answer) -> Self {
        match answer {
            Answer::YesNo => Self::YesNo,
            Answer::OneOf(selection) | Answer::ManyOf(selection) | Answer::Ranking(selection) => {
                Self::Option(&selection.scale)
            }
            Answer::Integer(_) | Answer::Decimal(_) => Self::Number(None),
            Answer::Percent(_) | Answer::Amount { .. } | Answer::Quantity { .. } => Self::Number(Some(answer)),
            Answer::Date { .. } | Answer::Period { .. } => Self::Day,
            Answer::Year { .. } => Self::Year,
            Answer::Text { .. }
            | Answer::Prose { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link
            | Answer::File
            | Answer::Record { .. }
            | Answer::List { .. }
            | Answer::Table(_) => Self::Words,
        }
    }
}

impl<'a> Conditions<'a> {
    /// The kind of value that `expression` has.
    pub(crate) fn nature(&self, expression: &'a Expression) -> Nature<'a> {
        match &expression.kind {
            ExpressionKind::Answer(id) => self.nature_of_answer(id.as_str()),
            ExpressionKind::Field(id) => self.row.map_or(Nature::Words, |row| self.nature_in(row, id.as_str())),
            ExpressionKind::Cell { table, column, .. } => self.nature_in(Row::Of(table.as_str()), column.as_str()),
            ExpressionKind::Part { question, field } => self.nature_of_part(question.as_str(), field.as_str()),
            ExpressionKind::Date(_)
            | ExpressionKind::AsAt
            | ExpressionKind::PeriodStart
            | ExpressionKind::PeriodEnd => Nature::Day,
            ExpressionKind::Arithmetic { operator, left, right } => self.nature_of_sum(*operator, left, right),
            ExpressionKind::Call { function: Function::Year, .. } => Nature::Year,
            ExpressionKind::Aggregate { field: Some(field), over, .. } => {
                self.nature_in(Row::Of(over.as_str()), field.as_str())
            }
            ExpressionKind::Number(_) | ExpressionKind::Call { .. } | ExpressionKind::Aggregate { field: None, .. } => {
                Nature::Number(None)
            }
            ExpressionKind::Choice(_)
            | ExpressionKind::Words(_)
            | ExpressionKind::Duration { .. }
            | ExpressionKind::Truth(_)
            | ExpressionKind::Not(_)
            | ExpressionKind::And(_)
            | ExpressionKind::Or(_)
            | ExpressionKind::Compare { .. }
            | ExpressionKind::In { .. }
            | ExpressionKind::Contains { .. }
            | ExpressionKind::State { .. } => Nature::Words,
        }
    }

    fn nature_of_answer(&self, id: &str) -> Nature<'a> {
        if let Some(question) = self.question(id) {
            return Nature::of_answer(&question.answer);
        }
        let computed = self.instrument.computed().into_iter().find(|computed| computed.id.as_str() == id);
        computed.map_or(Nature::Words, |computed| self.nature(&computed.value))
    }

    fn nature_of_sum(&self, operator: Arithmetic, left: &'a Expression, right: &'a Expression) -> Nature<'a> {
        let moved = matches!(right.kind, ExpressionKind::Duration { .. } | ExpressionKind::Number(_));
        let natural = self.nature(left);
        match operator {
            Arithmetic::Add | Arithmetic::Subtract if moved && matches!(natural, Nature::Day | Nature::Year) => natural,
            Arithmetic::Add | Arithmetic::Subtract | Arithmetic::Multiply | Arithmetic::Divide => Nature::Number(None),
        }
    }

    fn nature_of_part(&self, question: &str, part: &str) -> Nature<'a> {
        let Some(question) = self.question(question) else {
            return Nature::Words;
        };
        let Some(record) = question.answer.record() else {
            // The currency of an amount is the one part that is not of the nature of the whole.
            return if part == "currency" { Nature::Words } else { Nature::of_answer(&question.answer) };
        };
        let field = self.instrument.records.get(record.as_str()).and_then(|record| record.field(part));
        field.map_or(Nature::Words, |field| Nature::of_answer(&field.answer))
    }

    pub(crate) fn nature_in(&self, row: Row<'a>, field: &str) -> Nature<'a> {
        self.member(row, field)
            .map_or(Nature::Words, |(_, answer)| answer.map_or(Nature::Number(None), Nature::of_answer))
    }

    /// The words of a field or column, and its answer; a computed column has none.
    pub(crate) fn member(&self, row: Row<'a>, id: &str) -> Option<(&'a Text, Option<&'a Answer>)> {
        let table = match row {
            Row::In(table) => Some(table),
            Row::Of(question) => self.question(question)?.answer.table(),
        };
        if let Some(column) = table.and_then(|table| table.column(id)) {
            let answer = match &column.cells {
                Cells::Answered(answer) => Some(answer),
                Cells::Computed(_) => None,
            };
            return Some((&column.label, answer));
        }
        let Row::Of(question) = row else { return None };
        let record = self.question(question)?.answer.record()?;
        let field = self.instrument.records.get(record.as_str())?.field(id)?;
        Some((&field.label, Some(&field.answer)))
    }
}
