//! What a condition compares: where in the reply it stands, and of what kind it is.

use enquire_model::{Answer, Arithmetic, Cells, Decimal, Expression, ExpressionKind, Mark, Name, Table};
use serde_json::{Value, json};

use super::{Conditions, Scope};
use crate::inexpressible::Reason;
use crate::predicate::Predicate;
use crate::shape::json_number;

/// An answer, or a part of one, that a condition speaks about.
pub(super) struct Operand<'a> {
    /// The properties that lead to it from the reply, the entry or the row.
    path: Vec<String>,
    pub(super) kind: Kind,
    /// The codes that may stand in its place.
    pub(super) nonresponses: Vec<&'a str>,
    /// Whether the mark `nil` can stand in its place, for nought.
    nil: bool,
}

/// Kinds of operand, by what can be asked of them.
pub(super) enum Kind {
    /// One of these codes.
    Choice(Vec<String>),
    /// Several codes.
    Choices,
    /// A number.
    Number,
    /// A day.
    Day,
    /// A text.
    Words,
}

/// What an operand is compared with.
pub(super) enum Constant {
    /// A code, a text or a day.
    Words(String),
    /// A number.
    Number(Decimal),
}

impl Operand<'_> {
    /// The operand is there, is no declared non-response and passes `test`.
    pub(super) fn test(&self, test: Predicate) -> Predicate {
        Predicate::at(&self.path, test)
    }

    /// The operand is a number that passes `test`; `nought` says whether 0 does.
    pub(super) fn number(&self, test: Predicate, nought: bool) -> Predicate {
        let number = self.test(test);
        match self.path.split_last() {
            Some((_, cell)) if self.nil && nought => {
                let nil = Predicate::all([Predicate::absent("value"), Predicate::property("mark", nil())]);
                Predicate::any([number, Predicate::at(cell, nil)])
            }
            Some(_) | None => number,
        }
    }
}

impl Constant {
    pub(super) fn to_json(&self) -> Value {
        match self {
            Self::Words(words) => json!(words),
            Self::Number(number) => json_number(*number),
        }
    }
}

fn nil() -> Predicate {
    Predicate::one_of([Mark::Nil.code()])
}

impl<'a> Conditions<'_, 'a> {
    /// The value of an expression that depends on nothing in the reply.
    pub(super) fn constant(&self, expression: &Expression) -> Option<Constant> {
        let period = self.context.instrument.period;
        match &expression.kind {
            ExpressionKind::Choice(code) => Some(Constant::Words(code.to_string())),
            ExpressionKind::Words(words) => Some(Constant::Words(words.clone())),
            ExpressionKind::Date(date) => Some(Constant::Words(date.to_string())),
            ExpressionKind::PeriodStart => period.map(|period| Constant::Words(period.from.to_string())),
            ExpressionKind::PeriodEnd => period.map(|period| Constant::Words(period.to.to_string())),
            ExpressionKind::Number(number) => Some(Constant::Number(*number)),
            ExpressionKind::Arithmetic { operator: Arithmetic::Subtract, left, right } => {
                match (&left.kind, &right.kind) {
                    // `-5` is `0 - 5`.
                    (ExpressionKind::Number(left), ExpressionKind::Number(right)) => {
                        left.checked_sub(*right).map(Constant::Number)
                    }
                    _ => None,
                }
            }
            ExpressionKind::Arithmetic { .. }
            | ExpressionKind::Answer(_)
            | ExpressionKind::Field(_)
            | ExpressionKind::Cell { .. }
            | ExpressionKind::Part { .. }
            | ExpressionKind::Duration { .. }
            | ExpressionKind::Truth(_)
            | ExpressionKind::AsAt
            | ExpressionKind::Not(_)
            | ExpressionKind::And(_)
            | ExpressionKind::Or(_)
            | ExpressionKind::Compare { .. }
            | ExpressionKind::In { .. }
            | ExpressionKind::Contains { .. }
            | ExpressionKind::State { .. }
            | ExpressionKind::Aggregate { .. }
            | ExpressionKind::Call { .. } => None,
        }
    }

    /// Where the value of `expression` stands in a reply, or why it stands nowhere.
    pub(super) fn operand(&self, expression: &Expression) -> Result<Operand<'a>, Reason> {
        match &expression.kind {
            ExpressionKind::Answer(id) => self.answer(id),
            ExpressionKind::Field(id) => self.field(id),
            ExpressionKind::Cell { table, row, column } => self.cell(table, row, column),
            ExpressionKind::Part { question, field } => self.part(question, field),
            ExpressionKind::Arithmetic { .. } => Err(Reason::Arithmetic),
            ExpressionKind::Aggregate { .. } => Err(Reason::Figure),
            ExpressionKind::Call { .. } => Err(Reason::Function),
            ExpressionKind::AsAt => Err(Reason::TwoAnswers),
            ExpressionKind::Choice(_)
            | ExpressionKind::Number(_)
            | ExpressionKind::Words(_)
            | ExpressionKind::Date(_)
            | ExpressionKind::Duration { .. }
            | ExpressionKind::Truth(_)
            | ExpressionKind::PeriodStart
            | ExpressionKind::PeriodEnd
            | ExpressionKind::Not(_)
            | ExpressionKind::And(_)
            | ExpressionKind::Or(_)
            | ExpressionKind::Compare { .. }
            | ExpressionKind::In { .. }
            | ExpressionKind::Contains { .. }
            | ExpressionKind::State { .. } => Err(Reason::NotCondition),
        }
    }

    fn answer(&self, id: &Name) -> Result<Operand<'a>, Reason> {
        self.in_reply()?;
        let asked = self.context.question(id.as_str()).ok_or(Reason::Computed)?;
        let kind = self.kind(&asked.question.answer)?;
        let nonresponses = asked.question.nonresponses.iter().map(Name::as_str).collect();
        Ok(Operand { path: vec!["answers".to_owned(), id.to_string()], kind, nonresponses, nil: false })
    }

    fn part(&self, question: &Name, field: &Name) -> Result<Operand<'a>, Reason> {
        self.in_reply()?;
        let asked = self.context.question(question.as_str()).ok_or(Reason::Computed)?;
        let kind = match &asked.question.answer {
            Answer::Record { record } => {
                let record = self.context.record(record.as_str()).ok_or(Reason::Parts)?;
                self.kind(&record.field(field.as_str()).ok_or(Reason::Parts)?.answer)?
            }
            Answer::Period { .. } => Kind::Day,
            Answer::Amount { .. } if field.as_str() == "currency" => Kind::Words,
            Answer::Amount { .. } => return Err(Reason::Money),
            Answer::YesNo
            | Answer::OneOf(_)
            | Answer::ManyOf(_)
            | Answer::Ranking(_)
            | Answer::Text { .. }
            | Answer::Prose { .. }
            | Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Percent(_)
            | Answer::Quantity { .. }
            | Answer::Date { .. }
            | Answer::Year { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link
            | Answer::File
            | Answer::List { .. }
            | Answer::Table(_) => return Err(Reason::Parts),
        };
        let path = vec!["answers".to_owned(), question.to_string(), field.to_string()];
        Ok(Operand { path, kind, nonresponses: Vec::new(), nil: false })
    }

    fn cell(&self, question: &Name, row: &Name, column: &Name) -> Result<Operand<'a>, Reason> {
        self.in_reply()?;
        let asked = self.context.question(question.as_str()).ok_or(Reason::Computed)?;
        let table = asked.question.answer.table().ok_or(Reason::Parts)?;
        let mut operand = self.column(table, column)?;
        let to_row = ["answers", question.as_str(), "rows", row.as_str()];
        operand.path.splice(0..0, to_row.map(str::to_owned));
        Ok(operand)
    }

    /// A field of the entry or row at hand.
    fn field(&self, id: &Name) -> Result<Operand<'a>, Reason> {
        match self.scope {
            Scope::Reply => Err(Reason::Parts),
            Scope::Entry(record) => {
                let kind = self.kind(&record.field(id.as_str()).ok_or(Reason::Parts)?.answer)?;
                Ok(Operand { path: vec![id.to_string()], kind, nonresponses: Vec::new(), nil: false })
            }
            Scope::Row(table) => self.column(table, id),
        }
    }

    fn column(&self, table: &'a Table, id: &Name) -> Result<Operand<'a>, Reason> {
        match &table.column(id.as_str()).ok_or(Reason::Parts)?.cells {
            Cells::Computed(_) => Err(Reason::Computed),
            Cells::Answered(answer) => {
                let path = vec![id.to_string(), "value".to_owned()];
                let nil = table.marks.contains(&Mark::Nil) && !matches!(answer, Answer::Year { .. });
                Ok(Operand { path, kind: self.kind(answer)?, nonresponses: Vec::new(), nil })
            }
        }
    }

    /// Inside an entry or row a schema sees nothing of the rest of the reply.
    fn in_reply(&self) -> Result<(), Reason> {
        match self.scope {
            Scope::Reply => Ok(()),
            Scope::Entry(_) | Scope::Row(_) => Err(Reason::OutsideEntry),
        }
    }

    fn kind(&self, answer: &Answer) -> Result<Kind, Reason> {
        let owned = |codes: Vec<&str>| codes.into_iter().map(str::to_owned).collect();
        match answer {
            Answer::YesNo | Answer::OneOf(_) => {
                Ok(Kind::Choice(self.context.single_choice(answer).map(owned).unwrap_or_default()))
            }
            Answer::ManyOf(_) | Answer::Ranking(_) => Ok(Kind::Choices),
            Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Percent(_)
            | Answer::Quantity { .. }
            | Answer::Year { .. } => Ok(Kind::Number),
            Answer::Text { .. }
            | Answer::Prose { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link => Ok(Kind::Words),
            Answer::Date { .. } => Ok(Kind::Day),
            Answer::Amount { .. } => Err(Reason::Money),
            Answer::Period { .. } | Answer::File | Answer::Record { .. } | Answer::List { .. } | Answer::Table(_) => {
                Err(Reason::Parts)
            }
        }
    }
}
