//! Walking through expressions.

use enquire_model::{Arithmetic, Expression, ExpressionKind};

/// The expressions directly inside `expression`, as written from left to right.
pub fn children(expression: &Expression) -> Vec<&Expression> {
    match &expression.kind {
        ExpressionKind::Answer(_)
        | ExpressionKind::Field(_)
        | ExpressionKind::Cell { .. }
        | ExpressionKind::Part { .. }
        | ExpressionKind::Choice(_)
        | ExpressionKind::Number(_)
        | ExpressionKind::Words(_)
        | ExpressionKind::Date(_)
        | ExpressionKind::Duration { .. }
        | ExpressionKind::Truth(_)
        | ExpressionKind::AsAt
        | ExpressionKind::PeriodStart
        | ExpressionKind::PeriodEnd
        | ExpressionKind::State { .. } => Vec::new(),
        ExpressionKind::Not(inner) => vec![inner],
        ExpressionKind::And(parts) | ExpressionKind::Or(parts) => parts.iter().collect(),
        ExpressionKind::Call { arguments, .. } => arguments.iter().collect(),
        ExpressionKind::Compare { left, right, .. } | ExpressionKind::Arithmetic { left, right, .. } => {
            vec![left, right]
        }
        ExpressionKind::In { value, choices } => std::iter::once(&**value).chain(choices).collect(),
        ExpressionKind::Contains { value, choice } => vec![value, choice],
        ExpressionKind::Aggregate { condition, .. } => condition.as_deref().into_iter().collect(),
    }
}

/// Calls `see` for `expression` and everything inside it, outer before inner, from left to right.
///
/// It needs no stack of calls, so that a sum of many thousand parts does no harm.
pub fn walk<'a>(expression: &'a Expression, see: &mut dyn FnMut(&'a Expression)) {
    let mut waiting = vec![expression];
    while let Some(next) = waiting.pop() {
        see(next);
        waiting.extend(children(next).into_iter().rev());
    }
}

/// A chain such as `a + b - c`, taken apart: the first operand, then each operator with the operand to its right.
///
/// Chains lean to the left and can be as long as an author likes; following one by recursion could exhaust the stack.
pub(crate) fn chain(expression: &Expression) -> (&Expression, Vec<Link<'_>>) {
    let mut links = Vec::new();
    let mut first = expression;
    while let ExpressionKind::Arithmetic { operator, left, right } = &first.kind {
        links.push(Link { operator: *operator, right, whole: first });
        first = left;
    }
    links.reverse();
    (first, links)
}

/// One step of a chain.
pub(crate) struct Link<'a> {
    /// The operator.
    pub(crate) operator: Arithmetic,
    /// The operand to its right.
    pub(crate) right: &'a Expression,
    /// The chain up to and with that operand.
    pub(crate) whole: &'a Expression,
}

/// What `expression` negates, and whether an odd number of `not` stands before it.
pub(crate) fn negated(expression: &Expression) -> (&Expression, bool) {
    let mut inner = expression;
    let mut odd = false;
    while let ExpressionKind::Not(next) = &inner.kind {
        inner = next;
        odd = !odd;
    }
    (inner, odd)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::{add, and, answer, number};

    #[test]
    fn everything_is_seen_from_left_to_right() {
        let expression = and([answer("a"), add(answer("b"), number(1)), answer("c")]);
        let mut seen = Vec::new();
        walk(&expression, &mut |it| {
            if let ExpressionKind::Answer(name) = &it.kind {
                seen.push(name.as_str());
            }
        });
        assert_eq!(seen, ["a", "b", "c"]);
    }

    #[test]
    fn a_chain_is_read_from_left_to_right() {
        let expression = add(add(number(1), number(2)), number(3));
        let (first, links) = chain(&expression);
        assert_eq!(first, &number(1));
        let rest: Vec<_> = links.iter().map(|link| link.right).collect();
        assert_eq!(rest, [&number(2), &number(3)]);
    }
}
