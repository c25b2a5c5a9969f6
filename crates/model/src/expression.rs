//! Expressions: conditions and computed values. Their meaning is in `enquire-logic`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, Decimal, Name, Place};

/// An expression and where it was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Expression {
    /// What it is.
    pub kind: ExpressionKind,
    /// Where it was written.
    #[serde(skip)]
    pub place: Place,
}

/// The kinds of expression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExpressionKind {
    /// The answer to a question, or a computed value.
    Answer(Name),
    /// A field of the row at hand, inside `where` or in a computed column.
    Field(Name),
    /// One cell of a table.
    Cell {
        /// The question with the table.
        table: Name,
        /// The row.
        row: Name,
        /// The column.
        column: Name,
    },
    /// One field of a record answer, or one part (`beginning`, `ending`, `amount`) of an answer that has parts.
    Part {
        /// The question.
        question: Name,
        /// The field.
        field: Name,
    },
    /// An option of a scale.
    Choice(Name),
    /// A number.
    Number(#[schemars(with = "String")] Decimal),
    /// A text in quotation marks.
    Words(String),
    /// A day.
    Date(Date),
    /// A length of time.
    Duration {
        /// How many.
        count: i64,
        /// Of what.
        unit: TimeUnit,
    },
    /// `true` or `false`.
    Truth(bool),
    /// The day for which the reply speaks.
    AsAt,
    /// The first day of the instrument's reference period.
    PeriodStart,
    /// The last day of the instrument's reference period.
    PeriodEnd,
    /// `not`.
    Not(Box<Expression>),
    /// `and`, over two or more.
    And(Vec<Expression>),
    /// `or`, over two or more.
    Or(Vec<Expression>),
    /// A comparison.
    Compare {
        /// How.
        comparison: Comparison,
        /// The left side.
        left: Box<Expression>,
        /// The right side.
        right: Box<Expression>,
    },
    /// `VALUE in (a, b)`: the value is one of these.
    In {
        /// The value.
        value: Box<Expression>,
        /// What it may be.
        choices: Vec<Expression>,
    },
    /// `ANSWER contains a`: the option is among those chosen.
    Contains {
        /// The answer of several options.
        value: Box<Expression>,
        /// The option.
        choice: Box<Expression>,
    },
    /// `QUESTION is answered` and the like: a test of the state itself, defined in every state.
    State {
        /// The question or computed value.
        question: Name,
        /// The state.
        test: StateTest,
    },
    /// Arithmetic.
    Arithmetic {
        /// The operator.
        operator: Arithmetic,
        /// The left side.
        left: Box<Expression>,
        /// The right side.
        right: Box<Expression>,
    },
    /// A figure over the entries of a list or the rows of a table.
    Aggregate {
        /// Which.
        function: Aggregate,
        /// The question whose list or table it is.
        over: Name,
        /// The field or column, for `sum`, `min` and `max`.
        field: Option<Name>,
        /// Only the entries for which this holds. For `any` and `all` what is asked of each.
        condition: Option<Box<Expression>>,
    },
    /// A function of values.
    Call {
        /// Which.
        function: Function,
        /// Its arguments.
        arguments: Vec<Expression>,
    },
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// The operators of arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Arithmetic {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// Figures over lists and tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
    /// How many entries.
    Count,
    /// The sum of a field.
    Sum,
    /// The smallest value of a field.
    Min,
    /// The largest value of a field.
    Max,
    /// Whether a condition holds for at least one entry.
    Any,
    /// Whether a condition holds for every entry.
    All,
}

/// Functions of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// `year(DATE)`: the year of a day.
    Year,
    /// `years(FROM, TO)`: whole years between two days.
    Years,
    /// `months(FROM, TO)`: whole months between two days.
    Months,
    /// `days(FROM, TO)`: days between two days.
    Days,
    /// `round(NUMBER)` to a whole number, halves away from zero.
    Round,
    /// `chosen(ANSWER)`: how many options are chosen.
    Chosen,
}

/// The states that a condition can test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StateTest {
    /// `is answered`
    Answered,
    /// `is unanswered`: asked, and neither an answer nor a declared non-response is given.
    Unanswered,
    /// `is asked`
    Asked,
    /// `is not_known` and the like: this declared non-response is given.
    NonResponse(Name),
}

/// Units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// Days.
    Days,
    /// Months.
    Months,
    /// Years.
    Years,
}
