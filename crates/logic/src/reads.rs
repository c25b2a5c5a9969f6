//! Which answers and computed values an expression reads.

use enquire_model::{Expression, ExpressionKind, Name, Place};

use crate::children;

/// Something that an expression reads.
#[derive(Debug, Clone, Copy)]
pub struct Read<'a> {
    /// The question, or the computed value.
    pub name: &'a Name,
    /// The field, column or part of it, where not the whole is read.
    pub field: Option<&'a Name>,
    /// Where the expression names it.
    pub place: Place,
}

/// Every question and computed value that `expression` reads, as written from left to right, with the lists and tables of figures.
///
/// What is read twice is there twice. Fields of the row at hand are reads of the list or table in a figure; outside a
/// figure they are left out.
pub fn reads(expression: &Expression) -> Vec<Read<'_>> {
    reads_in_row(expression, None)
}

/// The same for the expression of a computed column: fields outside a figure are reads of `table`.
pub(crate) fn reads_in_row<'a>(expression: &'a Expression, table: Option<&'a Name>) -> Vec<Read<'a>> {
    let mut found = Vec::new();
    let mut waiting = vec![(expression, table)];
    while let Some((next, row)) = waiting.pop() {
        let inner_row = if let ExpressionKind::Aggregate { over, .. } = &next.kind { Some(over) } else { row };
        found.extend(read(next, row));
        waiting.extend(children(next).into_iter().rev().map(|child| (child, inner_row)));
    }
    found
}

/// What an expression reads by itself, without what is inside it.
fn read<'a>(expression: &'a Expression, row: Option<&'a Name>) -> Option<Read<'a>> {
    let whole = |name: &'a Name| Some(Read { name, field: None, place: name.place() });
    match &expression.kind {
        ExpressionKind::Answer(name) | ExpressionKind::State { question: name, .. } => whole(name),
        ExpressionKind::Field(field) => row.map(|name| Read { name, field: Some(field), place: field.place() }),
        ExpressionKind::Cell { table: name, column: field, .. } | ExpressionKind::Part { question: name, field } => {
            Some(Read { name, field: Some(field), place: name.place() })
        }
        ExpressionKind::Aggregate { over, field, .. } => {
            Some(Read { name: over, field: field.as_ref(), place: over.place() })
        }
        ExpressionKind::Choice(_)
        | ExpressionKind::Number(_)
        | ExpressionKind::Words(_)
        | ExpressionKind::Date(_)
        | ExpressionKind::Duration { .. }
        | ExpressionKind::Truth(_)
        | ExpressionKind::AsAt
        | ExpressionKind::PeriodStart
        | ExpressionKind::PeriodEnd
        | ExpressionKind::Not(_)
        | ExpressionKind::And(_)
        | ExpressionKind::Or(_)
        | ExpressionKind::Compare { .. }
        | ExpressionKind::In { .. }
        | ExpressionKind::Contains { .. }
        | ExpressionKind::Arithmetic { .. }
        | ExpressionKind::Call { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::{add, aggregate, and, answer, cell, compare, field, is_answered, name, part};
    use enquire_model::{Aggregate, Comparison};

    fn named(expression: &Expression) -> Vec<String> {
        let text = |read: &Read<'_>| match read.field {
            Some(field) => format!("{}.{field}", read.name),
            None => read.name.to_string(),
        };
        reads(expression).iter().map(text).collect()
    }

    #[test]
    fn everything_that_is_named_is_read_in_order() {
        let expression = and([
            compare(Comparison::Less, add(answer("a"), part("b", "ending")), cell("t", "row", "women")),
            is_answered("c"),
        ]);
        assert_eq!(named(&expression), ["a", "b.ending", "t.women", "c"]);
    }

    #[test]
    fn fields_are_reads_of_the_innermost_list() {
        let inner = aggregate(Aggregate::Max, "reforms", Some("adopted"), None);
        let condition = compare(Comparison::Less, field("adopted"), inner);
        let expression = aggregate(Aggregate::Count, "laws", None, Some(condition));
        assert_eq!(named(&expression), ["laws", "laws.adopted", "reforms.adopted"]);
    }

    #[test]
    fn fields_of_a_computed_column_are_reads_of_its_table() {
        let expression = add(field("women"), answer("others"));
        assert_eq!(named(&expression), ["others"]);
        let table = name("helped");
        let found = reads_in_row(&expression, Some(&table));
        let first = found.first().and_then(|read| read.field);
        assert_eq!(first, Some(&name("women")));
    }
}
