//! Expressions as an author writes them, for comments and lists of what a schema leaves out.

use std::fmt::Display;

use enquire_model::{Aggregate, Arithmetic, Comparison, Expression, ExpressionKind, Function, StateTest, TimeUnit};

/// How tightly an expression binds, loosest first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Value,
}

/// `expression` in the words of the language.
pub(crate) fn expression(expression: &Expression) -> String {
    written(expression).0
}

/// `conditions`, each of which has to hold, joined as an author would join them.
pub(crate) fn all_of(conditions: &[&Expression]) -> String {
    match conditions {
        [only] => expression(only),
        [] | [_, _, ..] => joined(conditions.iter().copied(), " and ", &Binding::Not),
    }
}

/// `from 0 to 100`, `from 0` or `to 100`, or nothing if there are no bounds.
pub(crate) fn bounds<T: Display>(from: Option<&T>, to: Option<&T>) -> Option<String> {
    let from = from.map(|from| format!("from {from}"));
    let to = to.map(|to| format!("to {to}"));
    let parts: Vec<String> = from.into_iter().chain(to).collect();
    if parts.is_empty() { None } else { Some(parts.join(" ")) }
}

fn written(expression: &Expression) -> (String, Binding) {
    use ExpressionKind as Kind;
    match &expression.kind {
        Kind::Answer(name) | Kind::Field(name) | Kind::Choice(name) => (name.to_string(), Binding::Value),
        Kind::Cell { table, row, column } => (format!("{table}.{row}.{column}"), Binding::Value),
        Kind::Part { question, field } => (format!("{question}.{field}"), Binding::Value),
        Kind::Number(number) => (number.to_string(), Binding::Value),
        Kind::Words(words) => (format!("{words:?}"), Binding::Value),
        Kind::Date(date) => (date.to_string(), Binding::Value),
        Kind::Duration { count, unit } => (format!("{count} {}", time_unit(*unit)), Binding::Value),
        Kind::Truth(truth) => (truth.to_string(), Binding::Value),
        Kind::AsAt => ("as_at".to_owned(), Binding::Value),
        Kind::PeriodStart => ("period_start".to_owned(), Binding::Value),
        Kind::PeriodEnd => ("period_end".to_owned(), Binding::Value),
        Kind::Not(inner) => negated(inner),
        Kind::And(parts) => (joined(parts, " and ", &Binding::Not), Binding::And),
        Kind::Or(parts) => (joined(parts, " or ", &Binding::And), Binding::Or),
        Kind::Compare { comparison, left, right } => {
            let (left, right) = (within(left, &Binding::Sum), within(right, &Binding::Sum));
            (format!("{left} {} {right}", comparator(*comparison)), Binding::Comparison)
        }
        Kind::In { value, choices } => {
            let choices = joined(choices, ", ", &Binding::Sum);
            (format!("{} in ({choices})", within(value, &Binding::Sum)), Binding::Comparison)
        }
        Kind::Contains { value, choice } => {
            let (value, choice) = (within(value, &Binding::Sum), within(choice, &Binding::Sum));
            (format!("{value} contains {choice}"), Binding::Comparison)
        }
        Kind::State { question, test } => (format!("{question} is {}", state(test)), Binding::Comparison),
        Kind::Arithmetic { .. } => chain(expression),
        Kind::Aggregate { function, over, field, condition } => {
            let field = field.as_ref().map(|field| format!(".{field}")).unwrap_or_default();
            let filter = condition.as_ref().map(|filter| format!(" where {}", self::expression(filter)));
            let arguments = format!("{over}{field}{}", filter.unwrap_or_default());
            (format!("{}({arguments})", aggregate(*function)), Binding::Value)
        }
        Kind::Call { function, arguments } => {
            (format!("{}({})", function_name(*function), joined(arguments, ", ", &Binding::Or)), Binding::Value)
        }
    }
}

/// `a not in (x, y)`, `a is not answered`, and `not a` for the rest.
fn negated(inner: &Expression) -> (String, Binding) {
    if let ExpressionKind::In { value, choices } = &inner.kind {
        let choices = joined(choices, ", ", &Binding::Sum);
        return (format!("{} not in ({choices})", within(value, &Binding::Sum)), Binding::Comparison);
    }
    if let ExpressionKind::State { question, test } = &inner.kind {
        return (format!("{question} is not {}", state(test)), Binding::Comparison);
    }
    (format!("not {}", within(inner, &Binding::Comparison)), Binding::Not)
}

/// A chain such as `a + b - c`, without recursion along its left side, which can be as long as an author likes.
fn chain(whole: &Expression) -> (String, Binding) {
    let mut links = Vec::new();
    let mut first = whole;
    while let ExpressionKind::Arithmetic { operator, left, right } = &first.kind {
        links.push((*operator, right));
        first = left;
    }
    let (mut text, mut binding) = written(first);
    for (operator, right) in links.into_iter().rev() {
        let (sign, own, tighter) = match operator {
            Arithmetic::Add => ("+", Binding::Sum, Binding::Product),
            Arithmetic::Subtract => ("-", Binding::Sum, Binding::Product),
            Arithmetic::Multiply => ("*", Binding::Product, Binding::Value),
            Arithmetic::Divide => ("/", Binding::Product, Binding::Value),
        };
        if binding < own {
            text = format!("({text})");
        }
        text.extend([" ", sign, " ", &within(right, &tighter)]);
        binding = own;
    }
    (text, binding)
}

/// `inner`, in parentheses if it binds less tightly than `least`.
fn within(inner: &Expression, least: &Binding) -> String {
    let (text, binding) = written(inner);
    if binding < *least { format!("({text})") } else { text }
}

fn joined<'a>(parts: impl IntoIterator<Item = &'a Expression>, between: &str, least: &Binding) -> String {
    let parts: Vec<String> = parts.into_iter().map(|part| within(part, least)).collect();
    parts.join(between)
}

fn comparator(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "=",
        Comparison::NotEqual => "!=",
        Comparison::Less => "<",
        Comparison::AtMost => "<=",
        Comparison::Greater => ">",
        Comparison::AtLeast => ">=",
    }
}

fn state(test: &StateTest) -> &str {
    match test {
        StateTest::Answered => "answered",
        StateTest::Unanswered => "unanswered",
        StateTest::Asked => "asked",
        StateTest::NonResponse(code) => code.as_str(),
    }
}

fn aggregate(function: Aggregate) -> &'static str {
    match function {
        Aggregate::Count => "count",
        Aggregate::Sum => "sum",
        Aggregate::Min => "min",
        Aggregate::Max => "max",
        Aggregate::Any => "any",
        Aggregate::All => "all",
    }
}

fn function_name(function: Function) -> &'static str {
    match function {
        Function::Year => "year",
        Function::Years => "years",
        Function::Months => "months",
        Function::Days => "days",
        Function::Round => "round",
        Function::Chosen => "chosen",
    }
}

fn time_unit(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Days => "days",
        TimeUnit::Months => "months",
        TimeUnit::Years => "years",
    }
}

#[cfg(test)]
mod tests {
    use enquire_model::{Decimal, Name, Place};

    use super::*;

    fn expression_of(kind: ExpressionKind) -> Expression {
        Expression { kind, place: Place::default() }
    }

    fn answer(id: &str) -> Expression {
        expression_of(ExpressionKind::Answer(Name::new(id, Place::default())))
    }

    fn arithmetic(operator: Arithmetic, left: Expression, right: Expression) -> Expression {
        expression_of(ExpressionKind::Arithmetic { operator, left: Box::new(left), right: Box::new(right) })
    }

    fn not(inner: Expression) -> Expression {
        expression_of(ExpressionKind::Not(Box::new(inner)))
    }

    #[test]
    fn parentheses_stand_only_where_they_matter() {
        let difference = arithmetic(Arithmetic::Subtract, answer("b"), answer("c"));
        let nested = arithmetic(Arithmetic::Subtract, answer("a"), difference.clone());
        assert_eq!(expression(&nested), "a - (b - c)");
        let product = arithmetic(Arithmetic::Multiply, difference, answer("d"));
        assert_eq!(expression(&product), "(b - c) * d");
        let either = expression_of(ExpressionKind::Or(vec![answer("a"), answer("b")]));
        let both = expression_of(ExpressionKind::And(vec![either, answer("c")]));
        assert_eq!(expression(&both), "(a or b) and c");
        assert_eq!(expression(&not(both)), "not ((a or b) and c)");
    }

    #[test]
    fn a_negation_stands_where_an_author_puts_it() {
        let question = Name::new("a", Place::default());
        let answered = ExpressionKind::State { question, test: StateTest::Answered };
        assert_eq!(expression(&not(expression_of(answered))), "a is not answered");
        let among = ExpressionKind::In { value: Box::new(answer("a")), choices: vec![answer("b"), answer("c")] };
        assert_eq!(expression(&not(expression_of(among))), "a not in (b, c)");
    }

    #[test]
    fn a_sum_of_many_thousand_parts_does_no_harm() {
        let one = || expression_of(ExpressionKind::Number(Decimal::ONE));
        let sum = (0..20_000).fold(one(), |sum, _| arithmetic(Arithmetic::Add, sum, one()));
        assert_eq!(expression(&sum).matches('+').count(), 20_000);
        // Dropping it would recurse.
        std::mem::forget(sum);
    }
}
