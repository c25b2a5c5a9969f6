//! A figure is asked for, and nothing says for which period.

use enquire_diagnostics::codes::MISSING_REFERENCE_PERIOD;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::{Answer, Asked, Cells, Column, RowSource, Table, Text};

use super::wording::{Line, names_a_year};
use super::{Context, concerning, span};

/// Words that name a period or a day.
const PERIODS: [&str; 31] = [
    "a month",
    "a year",
    "annual",
    "annually",
    "as at",
    "as of",
    "at present",
    "current",
    "currently",
    "daily",
    "during",
    "each month",
    "each year",
    "every year",
    "in force",
    "last",
    "latest",
    "monthly",
    "most recent",
    "now",
    "past",
    "per annum",
    "per day",
    "per month",
    "per week",
    "per year",
    "preceding",
    "previous year",
    "since",
    "to date",
    "today",
];

/// Words of figures that a rule fixes: they are the same in every year.
const OF_RULES: [&str; 18] = [
    "age",
    "ages",
    "deadline",
    "fee",
    "fine",
    "how many days",
    "how many hours",
    "how many minutes",
    "how many months",
    "how many weeks",
    "how many years",
    "least",
    "maximum",
    "minimum",
    "most",
    "threshold",
    "time limit",
    "within",
];

/// Units of quantities that measure how long something takes.
const DURATIONS: [&str; 6] = ["minutes", "hours", "days", "weeks", "months", "years"];

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    if !context.is_english() || context.instrument.period.is_some() {
        return;
    }
    for asked in context.questions {
        let question = asked.question;
        if !is_figure(&question.answer) || context.is_doubtful(question) || names_period(context, asked) {
            continue;
        }
        let finding = Diagnostic::new(
            &MISSING_REFERENCE_PERIOD,
            span(question.wording.place),
            "a figure is asked for, and nothing says for which period",
        )
        .with_help("name the year or period in the question, or declare one for all figures in the instrument: `period 2004 to 2007`");
        found.push(concerning(question, finding));
    }
}

/// Whether an answer is a figure that changes from year to year, or a table of such.
fn is_figure(answer: &Answer) -> bool {
    match answer {
        Answer::Integer(_) | Answer::Decimal(_) | Answer::Percent(_) | Answer::Amount { .. } => true,
        Answer::Quantity { unit, .. } => !DURATIONS.contains(&unit.as_str()),
        Answer::Table(table) => table.columns.iter().any(is_figure_column),
        Answer::YesNo
        | Answer::OneOf(_)
        | Answer::ManyOf(_)
        | Answer::Ranking(_)
        | Answer::Text { .. }
        | Answer::Prose { .. }
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
        | Answer::List { .. } => false,
    }
}

fn is_figure_column(column: &Column) -> bool {
    matches!(&column.cells, Cells::Answered(answer) if is_figure(answer))
}

/// Whether one of the texts that the respondent reads with the question names a period, or the figure is fixed by a rule.
fn names_period<'a>(context: &Context<'a>, asked: &Asked<'a>) -> bool {
    let wording = context.line(&asked.question.wording);
    wording.has_any(&OF_RULES) || around(context, asked).into_iter().any(|text| is_period(&context.line(text)))
}

fn is_period(line: &Line) -> bool {
    names_a_year(line) || line.has_any(&PERIODS)
}

/// The texts of the question, of the one it is a part of, of its sections and of its table.
fn around<'a>(context: &Context<'a>, asked: &Asked<'a>) -> Vec<&'a Text> {
    let question = asked.question;
    let mut all = vec![&question.wording];
    all.extend(question.guidance.iter().chain(&question.example));
    all.extend(asked.parent.into_iter().flat_map(|it| std::iter::once(&it.wording).chain(&it.guidance)));
    for section in &asked.sections {
        all.push(&section.title);
        all.extend(&section.guidance);
    }
    if let Some(table) = question.answer.table() {
        all.extend(labels(context, table));
    }
    all
}

fn labels<'a>(context: &Context<'a>, table: &'a Table) -> Vec<&'a Text> {
    let mut all: Vec<&Text> =
        table.columns.iter().flat_map(|it| std::iter::once(&it.label).chain(&it.guidance)).collect();
    match &table.rows {
        RowSource::Scale(scale) => {
            let scale = context.instrument.scales.get(scale.as_str());
            all.extend(scale.into_iter().flat_map(|it| &it.choices).map(|it| &it.label));
        }
        RowSource::Fixed(rows) => all.extend(rows.iter().map(|it| &it.label)),
        RowSource::Added { heading, .. } => all.push(heading),
    }
    all
}
