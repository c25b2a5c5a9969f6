//! When an answer that is in a reply is blank, and so counts as unanswered: a text of blanks, an empty array of options, a
//! record or table with nothing filled in. An empty list is an answer.

use enquire_model::{Answer, Cells, RowSource, Table};
use serde_json::{Value, json};

use crate::context::Context;
use crate::predicate::Predicate;
use crate::shape::ROW;

/// A text with something in it that is no blank.
pub(super) const TEXT: &str = "^[ \\t\\r\\n]*[^ \\t\\r\\n]";

/// The value of an answer of the kind `answer` is not blank.
pub(super) fn filled(context: &Context, answer: &Answer) -> Predicate {
    match answer {
        Answer::Text { .. }
        | Answer::Prose { .. }
        | Answer::Country
        | Answer::Language
        | Answer::Email
        | Answer::Telephone
        | Answer::Link => Predicate::Meets(text()),
        Answer::ManyOf(_) | Answer::Ranking(_) => Predicate::Meets(json!({ "type": "array", "minItems": 1 })),
        Answer::Record { record } => {
            let fields = context.record(record.as_str()).map(|record| record.fields.as_slice()).unwrap_or_default();
            Predicate::any(
                fields.iter().map(|field| Predicate::property(field.id.as_str(), filled(context, &field.answer))),
            )
        }
        Answer::Table(table) => Predicate::property("rows", rows(context, table)),
        Answer::YesNo
        | Answer::OneOf(_)
        | Answer::Integer(_)
        | Answer::Decimal(_)
        | Answer::Percent(_)
        | Answer::Amount { .. }
        | Answer::Quantity { .. }
        | Answer::Date { .. }
        | Answer::Year { .. }
        | Answer::Period { .. }
        | Answer::File
        | Answer::List { .. } => Predicate::Always,
    }
}

/// There is a cell in one of the rows, or a row that the respondent named.
fn rows(context: &Context, table: &Table) -> Predicate {
    let cells = table.columns.iter().filter_map(|column| match &column.cells {
        Cells::Answered(answer) => {
            let marked = Predicate::present("mark");
            let cell = Predicate::any([marked, Predicate::property("value", filled(context, answer))]);
            Some(Predicate::property(column.id.as_str(), cell))
        }
        Cells::Computed(_) => None,
    });
    match &table.rows {
        RowSource::Scale(_) | RowSource::Fixed(_) => {
            let blank = Predicate::not(Predicate::any(cells)).to_schema();
            Predicate::Meets(json!({ "type": "object", "not": { "additionalProperties": blank } }))
        }
        RowSource::Added { .. } => {
            let named = Predicate::property(ROW, Predicate::Meets(text()));
            let row = Predicate::any(std::iter::once(named).chain(cells)).to_schema();
            Predicate::Meets(json!({ "type": "array", "contains": row }))
        }
    }
}

fn text() -> Value {
    json!({ "type": "string", "pattern": TEXT })
}
