//! What `reply.schema.json` cannot say of an instrument, so that nothing is left out in silence.

use std::fmt;

use enquire_model::{Answer, AttachmentPolicy, Cells, Instrument, Limits, Question, Source};

use crate::context::Context;
use crate::phrase;
use crate::rule::{self, code};
use crate::shape::amount_bounds;

/// A rule that a valid reply has to follow and that the schema leaves to Enquire's own check, whole or in part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inexpressible {
    /// The code of the finding about a reply that breaks it.
    pub code: &'static str,
    /// What it is about: the id of a question, or `question.column` or `record.field`.
    pub subject: String,
    /// The rule in words, such as `asked when since < reviewed`.
    pub rule: String,
    /// Why it is left out, each reason once.
    pub reasons: Vec<Reason>,
    /// Where it was written. Records have no place of their own.
    pub source: Option<Source>,
}

/// Why a rule cannot be written in JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Two answers are compared with each other, or an answer with the day of the reply or the reference period.
    TwoAnswers,
    /// Something depends on which of two days is earlier.
    DateOrder,
    /// Amounts of money are strings, which have no order of numbers.
    Money,
    /// Something is added, subtracted, multiplied or divided.
    Arithmetic,
    /// A sum, least or largest value over entries.
    Figure,
    /// A function is called.
    Function,
    /// A computed value or column is not part of a reply.
    Computed,
    /// The condition on one entry also speaks about the rest of the reply.
    OutsideEntry,
    /// The rows of a table that are known beforehand are counted or compared.
    KnownRows,
    /// An answer with parts is compared as a whole.
    Parts,
    /// What stands there is not a comparison that a schema knows.
    NotCondition,
    /// Conditions refer to each other in a circle.
    Circle,
    /// With the conditions of the questions it asks after, the rule would be too long for a schema.
    TooLong,
    /// No two entries of a list may have the same key.
    UniqueKey,
    /// The number of decimal places: validators that count in binary get it wrong.
    DecimalPlaces,
    /// A link may be given instead of a file.
    FileOrLink,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TwoAnswers => "it compares two values of the reply",
            Self::DateOrder => "JSON Schema has no order of dates",
            Self::Money => "amounts are strings, which have no order of numbers",
            Self::Arithmetic => "JSON Schema has no arithmetic",
            Self::Figure => "JSON Schema has no sums, least and largest values",
            Self::Function => "JSON Schema has no functions",
            Self::Computed => "a computed value is not part of a reply",
            Self::OutsideEntry => "a condition on an entry cannot see the rest of the reply",
            Self::KnownRows => "JSON Schema cannot count the rows of a table that are known beforehand",
            Self::Parts => "an answer with parts cannot be compared as a whole",
            Self::NotCondition => "it is not a comparison that JSON Schema knows",
            Self::Circle => "the conditions refer to each other in a circle",
            Self::TooLong => "with the conditions of the questions it asks after it is too long for a schema",
            Self::UniqueKey => "JSON Schema cannot compare the entries of a list",
            Self::DecimalPlaces => "validators that count in binary get decimal places wrong",
            Self::FileOrLink => "a link may be given instead of a file",
        })
    }
}

impl fmt::Display for Inexpressible {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.subject, self.rule)?;
        if let Some(source) = &self.source {
            write!(f, " [{}:{}]", source.file, source.line)?;
        }
        let reasons: Vec<String> = self.reasons.iter().map(Reason::to_string).collect();
        write!(f, " ({})", reasons.join("; "))
    }
}

/// Every rule of `instrument` that its reply schema does not hold, or holds only in part: rules in the order of print, then
/// what the shapes of answers leave open. A reply that breaks one of them can pass the schema; no valid reply is refused.
pub fn inexpressible(instrument: &Instrument) -> Vec<Inexpressible> {
    left_out(&Context::new(instrument))
}

/// The same for a schema in the dialect of `context`.
pub(crate) fn left_out(context: &Context) -> Vec<Inexpressible> {
    let mut found = rule::of_reply(context).left_out;
    found.extend(of_shapes(context));
    found
}

/// What the shapes of answers leave open: question by question, then record by record.
fn of_shapes(context: &Context) -> Vec<Inexpressible> {
    let mut found = Vec::new();
    for asked in context.questions() {
        of_question(asked.question, &mut found);
    }
    for record in context.records() {
        for field in &record.fields {
            of_part(&format!("{}.{}", record.id, field.id), &field.answer, None, &mut found);
        }
    }
    found
}

fn of_question(question: &Question, found: &mut Vec<Inexpressible>) {
    let source = Some(&question.source);
    found.extend(of_answer(question.id.as_str(), &question.answer, source));
    if question.attachments == AttachmentPolicy::Required {
        found.push(omitted(
            code::MISSING_ATTACHMENT,
            question.id.as_str(),
            "a file is attached".to_owned(),
            Reason::FileOrLink,
            source,
        ));
    }
    for column in question.answer.table().map(|table| table.columns.as_slice()).unwrap_or_default() {
        if let Cells::Answered(answer) = &column.cells {
            of_part(&format!("{}.{}", question.id, column.id), answer, source, found);
        }
    }
}

/// What a field or column leaves open.
fn of_part(subject: &str, answer: &Answer, source: Option<&Source>, found: &mut Vec<Inexpressible>) {
    found.extend(of_answer(subject, answer, source));
    if let Some(parent) = answer.selection().and_then(|selection| selection.within.as_ref()) {
        found.push(omitted(
            code::OPTION_NOT_OFFERED,
            subject,
            format!("options within {parent}"),
            Reason::OutsideEntry,
            source,
        ));
    }
}

fn of_answer(subject: &str, answer: &Answer, source: Option<&Source>) -> Option<Inexpressible> {
    let (code, rule, reason) = match answer {
        Answer::Decimal(limits) | Answer::Percent(limits) | Answer::Quantity { limits, .. } => {
            (code::TOO_MANY_DECIMALS, places(limits), Reason::DecimalPlaces)
        }
        Answer::Amount { limits, .. } => (code::OUT_OF_BOUNDS, amount_bounds(limits)?, Reason::Money),
        Answer::Date { from, to } | Answer::Period { from, to } => {
            (code::OUT_OF_BOUNDS, phrase::bounds(from.as_ref(), to.as_ref())?, Reason::DateOrder)
        }
        Answer::List { key: Some(key), .. } => {
            (code::REPEATED_KEY, format!("no two entries have the same {key}"), Reason::UniqueKey)
        }
        Answer::List { key: None, .. }
        | Answer::YesNo
        | Answer::OneOf(_)
        | Answer::ManyOf(_)
        | Answer::Ranking(_)
        | Answer::Text { .. }
        | Answer::Prose { .. }
        | Answer::Integer(_)
        | Answer::Year { .. }
        | Answer::Country
        | Answer::Language
        | Answer::Email
        | Answer::Telephone
        | Answer::Link
        | Answer::File
        | Answer::Record { .. }
        | Answer::Table(_) => return None,
    };
    Some(omitted(code, subject, rule, reason, source))
}

fn omitted(code: &'static str, subject: &str, rule: String, reason: Reason, source: Option<&Source>) -> Inexpressible {
    Inexpressible { code, subject: subject.to_owned(), rule, reasons: vec![reason], source: source.cloned() }
}

fn places(limits: &Limits) -> String {
    format!("decimal places: at most {}", limits.places)
}
