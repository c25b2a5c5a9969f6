//! Sizes beyond which common tools fail on a reply schema.

use std::fmt;

use enquire_model::{Answer, Cells, Instrument, RowSource, Scale};

use crate::context::Context;
use crate::rule;

/// Properties of one object, beyond which validators run out of stack.
pub const MOST_PROPERTIES: usize = 500;
/// Options of one scale, beyond which form generators run out of stack.
pub const MOST_CODES: usize = 1000;
/// Rules across answers, beyond which validators become slow to load.
pub const MOST_RULES: usize = 500;

/// A size that some tools will not bear. The schema is right all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SizeWarning {
    /// One object has more than [`MOST_PROPERTIES`] properties.
    Properties {
        /// Where the object stands: `answers`, a record or a table.
        place: String,
        /// How many properties.
        count: usize,
    },
    /// A scale has more than [`MOST_CODES`] options.
    Codes {
        /// The scale.
        scale: String,
        /// How many options.
        count: usize,
    },
    /// There are more than [`MOST_RULES`] rules across answers.
    Rules {
        /// How many.
        count: usize,
    },
}

impl fmt::Display for SizeWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Properties { place, count } => {
                write!(f, "{place} has {count} properties, and some validators fail beyond {MOST_PROPERTIES}")
            }
            Self::Codes { scale, count } => {
                write!(f, "scale `{scale}` has {count} options, and some form generators fail beyond {MOST_CODES}")
            }
            Self::Rules { count } => {
                write!(f, "the reply schema has {count} rules, and some validators are slow beyond {MOST_RULES}")
            }
        }
    }
}

/// Every size of `instrument` that some tools will not bear: objects first, then scales, then the rules.
pub fn warnings(instrument: &Instrument) -> Vec<SizeWarning> {
    let context = Context::new(instrument);
    let mut found = Vec::new();
    let answers = context.questions().map(|asked| slots(&asked.question.answer)).sum();
    check(&mut found, MOST_PROPERTIES, answers, |count| SizeWarning::Properties { place: "answers".to_owned(), count });
    for record in instrument.records.values() {
        let fields = record.fields.iter().map(|field| slots(&field.answer)).sum();
        let place = || format!("record `{}`", record.id);
        check(&mut found, MOST_PROPERTIES, fields, |count| SizeWarning::Properties { place: place(), count });
    }
    for asked in context.questions() {
        tables(&context, asked.question.id.as_str(), &asked.question.answer, &mut found);
    }
    for scale in instrument.scales.values() {
        codes(scale, &mut found);
    }
    check(&mut found, MOST_RULES, rule::of_reply(&context).rules.len(), |count| SizeWarning::Rules { count });
    found
}

/// How many properties an answer takes: itself, and the words for *other* if it may be given.
fn slots(answer: &Answer) -> usize {
    1 + usize::from(answer.selection().is_some_and(|selection| selection.other))
}

fn tables(context: &Context, question: &str, answer: &Answer, found: &mut Vec<SizeWarning>) {
    let Some(table) = answer.table() else { return };
    let rows = match &table.rows {
        RowSource::Scale(scale) => context.scale(scale.as_str()).map_or(0, |scale| scale.choices.len()),
        RowSource::Fixed(rows) => rows.len(),
        RowSource::Added { .. } => 0,
    };
    let columns = table.columns.iter().map(|column| match &column.cells {
        Cells::Answered(answer) => slots(answer),
        Cells::Computed(_) => 0,
    });
    for (what, count) in [("the rows", rows), ("a row", columns.sum())] {
        let place = || format!("{what} of table `{question}`");
        check(found, MOST_PROPERTIES, count, |count| SizeWarning::Properties { place: place(), count });
    }
}

fn codes(scale: &Scale, found: &mut Vec<SizeWarning>) {
    let scale_id = || scale.id.to_string();
    check(found, MOST_CODES, scale.choices.len(), |count| SizeWarning::Codes { scale: scale_id(), count });
}

fn check(found: &mut Vec<SizeWarning>, most: usize, count: usize, warn: impl FnOnce(usize) -> SizeWarning) {
    if count > most {
        found.push(warn(count));
    }
}
