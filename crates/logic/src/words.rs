//! Operators and functions as an author writes them.

use enquire_model::{Aggregate, Arithmetic, Comparison, Function};

/// The sign of a comparison.
pub fn comparison_word(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "=",
        Comparison::NotEqual => "!=",
        Comparison::Less => "<",
        Comparison::AtMost => "<=",
        Comparison::Greater => ">",
        Comparison::AtLeast => ">=",
    }
}

/// The sign of an operator of arithmetic.
pub fn arithmetic_word(operator: Arithmetic) -> &'static str {
    match operator {
        Arithmetic::Add => "+",
        Arithmetic::Subtract => "-",
        Arithmetic::Multiply => "*",
        Arithmetic::Divide => "/",
    }
}

/// The name of a figure over lists and tables.
pub fn aggregate_word(function: Aggregate) -> &'static str {
    match function {
        Aggregate::Count => "count",
        Aggregate::Sum => "sum",
        Aggregate::Min => "min",
        Aggregate::Max => "max",
        Aggregate::Any => "any",
        Aggregate::All => "all",
    }
}

/// The name of a function.
pub fn function_word(function: Function) -> &'static str {
    match function {
        Function::Year => "year",
        Function::Years => "years",
        Function::Months => "months",
        Function::Days => "days",
        Function::Round => "round",
        Function::Chosen => "chosen",
    }
}
