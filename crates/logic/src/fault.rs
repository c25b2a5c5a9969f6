//! What can be wrong with the types of an expression.

use enquire_model::{Aggregate, Function, Place};

use crate::Type;

/// A mistake in the types of an expression, at the smallest text that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeFault {
    /// The operand, name or call that is wrong.
    pub place: Place,
    /// What is wrong.
    pub kind: TypeFaultKind,
}

/// The ways to be wrong. Operators and functions are named as an author writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeFaultKind {
    /// Something else than a condition where a condition is needed.
    NotACondition {
        /// What it is.
        found: Type,
    },
    /// An operator between two values that do not go together.
    Operands {
        /// The operator.
        operator: &'static str,
        /// Its left side.
        left: Operand,
        /// Its right side.
        right: Operand,
    },
    /// An operator or function that is given something it cannot work on, whatever else it is given.
    Operand {
        /// The operator or function.
        of: &'static str,
        /// What it works on.
        expected: Expected,
        /// What it is given.
        found: Type,
    },
    /// Two numbers of different units, or amounts of different or unknown currency, that are compared or calculated with.
    Units {
        /// The operator or function; `sum`, `min` and `max` have the same type on both sides.
        operator: &'static str,
        /// Its left side.
        left: Operand,
        /// Its right side.
        right: Operand,
    },
    /// An option that the scale of the other side does not have.
    NotInScale {
        /// The scale.
        scale: String,
        /// The code.
        code: String,
    },
    /// A test for a non-response that the question does not offer. A computed value offers none.
    NotOffered {
        /// The question or computed value.
        question: String,
        /// The code of the non-response.
        code: String,
    },
    /// A function with too few or too many arguments.
    Arguments {
        /// The function.
        function: Function,
        /// How many it takes.
        expected: usize,
        /// How many it is given.
        found: usize,
    },
    /// A field, column or part that the answer does not have.
    NoSuchField {
        /// The question, or the list or table at hand.
        of: String,
        /// What kind of answer it is.
        found: Type,
        /// The field.
        field: String,
        /// The fields, columns or parts that it has.
        fields: Vec<String>,
    },
    /// A row that the table does not have.
    NoSuchRow {
        /// The question with the table.
        table: String,
        /// The row.
        row: String,
        /// The rows that can be named; none if respondents add them.
        rows: Vec<String>,
    },
    /// A field of a row where no row is at hand.
    FieldOutsideRow {
        /// The field.
        field: String,
    },
    /// `sum`, `min` or `max` of a whole list or table.
    MissingField {
        /// The function.
        function: Aggregate,
    },
    /// `count`, `any` or `all` of one field or column.
    UnexpectedField {
        /// The function.
        function: Aggregate,
    },
    /// `any` or `all` without `where`.
    MissingCondition {
        /// The function.
        function: Aggregate,
    },
    /// `period_start` or `period_end` in an instrument without a reference period.
    NoReferencePeriod,
}

/// One side of an operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operand {
    /// What it is.
    pub found: Type,
    /// Where it is.
    pub place: Place,
}

/// What an operator or function works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Numbers.
    Number,
    /// Dates.
    Date,
    /// Numbers or dates.
    NumberOrDate,
    /// An answer of several options.
    Choices,
    /// A list or table.
    Rows,
}

impl Expected {
    /// In plain words, as in "`year` needs *a date*".
    pub fn describe(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Date => "a date",
            Self::NumberOrDate => "a number or a date",
            Self::Choices => "an answer of several options",
            Self::Rows => "a list or a table",
        }
    }
}
