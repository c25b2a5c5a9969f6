//! Values in words and signs: what a computed value is made of, and the sides of a comparison.

use enquire_model::{Aggregate, Arithmetic, Expression, ExpressionKind, Function, Name};

use super::nature::Nature;
use super::{Conditions, Row, value};
use crate::document::Line;
use crate::words::Words;

/// A sentence about a field of the entries of a question, and one about those entries of which something holds.
type Of = fn(Words, Line, Line) -> Line;
type Where = fn(Words, Line, Line, Line) -> Line;

impl<'a> Conditions<'a> {
    /// The value of `expression`: `the reply to question 5 − the reply to question 4`.
    pub(crate) fn formula(&self, expression: &'a Expression) -> Line {
        let words = self.words;
        match &expression.kind {
            ExpressionKind::Answer(id) => self.answer(id.as_str()),
            ExpressionKind::Field(id) => self.field(self.row, id.as_str()),
            ExpressionKind::Cell { table, row, column } => words.cell_of(
                self.field(Some(Row::Of(table.as_str())), column.as_str()),
                self.row_words(table.as_str(), row),
                self.link(table.as_str()),
            ),
            ExpressionKind::Part { question, field } => self.part(question.as_str(), field.as_str()),
            ExpressionKind::Choice(code) => self.option(code.as_str(), Nature::Words),
            ExpressionKind::Number(number) => value::number(*number).into(),
            ExpressionKind::Words(text) => words.quoted(text.as_str()),
            ExpressionKind::Date(date) => words.date(*date),
            ExpressionKind::Duration { count, unit } => self.duration(*count, *unit),
            ExpressionKind::AsAt => words.as_at(),
            ExpressionKind::PeriodStart => words.period_start(),
            ExpressionKind::PeriodEnd => words.period_end(),
            ExpressionKind::Arithmetic { operator, left, right } => self.sum(*operator, left, right),
            ExpressionKind::Aggregate { function, over, field, condition } => self
                .figure(*function, over.as_str(), field.as_ref(), condition.as_deref())
                .unwrap_or_else(|| self.clause(expression)),
            ExpressionKind::Call { function, arguments } => self.call(*function, arguments),
            ExpressionKind::Truth(true) => words.always(),
            ExpressionKind::Truth(false) => words.never(),
            ExpressionKind::Not(_)
            | ExpressionKind::And(_)
            | ExpressionKind::Or(_)
            | ExpressionKind::Compare { .. }
            | ExpressionKind::In { .. }
            | ExpressionKind::Contains { .. }
            | ExpressionKind::State { .. } => self.clause(expression),
        }
    }

    /// The answer to a question, or a computed value.
    fn answer(&self, id: &str) -> Line {
        if self.question(id).is_some() { self.words.reply_to(self.link(id)) } else { self.link(id) }
    }

    fn sum(&self, operator: Arithmetic, left: &'a Expression, right: &'a Expression) -> Line {
        // A figure behind the number of a question would read as a part of that number.
        let before_figure = matches!(right.kind, ExpressionKind::Number(_) | ExpressionKind::Duration { .. });
        let set_apart = before_figure && is_said_in_words(left);
        let (mut left, right) = (self.operand(operator, left, false), self.operand(operator, right, true));
        if set_apart {
            left = self.words.bracketed(left);
        }
        match operator {
            Arithmetic::Add => self.words.plus(left, right),
            Arithmetic::Subtract => self.words.minus(left, right),
            Arithmetic::Multiply => self.words.times(left, right),
            Arithmetic::Divide => self.words.divided(left, right),
        }
    }

    /// An operand, in brackets if the order of calculation needs them.
    fn operand(&self, outer: Arithmetic, operand: &'a Expression, on_the_right: bool) -> Line {
        let written = self.formula(operand);
        let ExpressionKind::Arithmetic { operator: inner, .. } = &operand.kind else {
            return written;
        };
        let weaker = is_product(outer) && !is_product(*inner);
        let same = is_product(outer) == is_product(*inner);
        let brackets = weaker || (on_the_right && same && outer != Arithmetic::Add);
        if brackets { self.words.bracketed(written) } else { written }
    }

    /// A figure over entries; nothing if the aggregate is a condition.
    fn figure(
        &self,
        function: Aggregate,
        over: &'a str,
        field: Option<&'a Name>,
        condition: Option<&'a Expression>,
    ) -> Option<Line> {
        let words = self.words;
        let question = self.link(over);
        let row = Row::Of(over);
        let label = field.map(|field| self.field(Some(row), field.as_str())).unwrap_or_default();
        let in_time = field.is_some_and(|field| self.nature_in(row, field.as_str()).is_time());
        let clause = condition.map(|condition| self.within(over).clause(condition));
        let (plain, where_it_holds): (Of, Where) = match (function, in_time) {
            (Aggregate::Any | Aggregate::All, _) => return None,
            (Aggregate::Count, _) => {
                return Some(match clause {
                    Some(clause) => words.count_where(question, clause),
                    None => words.count_of(question),
                });
            }
            (Aggregate::Sum, _) => (Words::sum_of, Words::sum_where),
            (Aggregate::Min, false) => (Words::least_of, Words::least_where),
            (Aggregate::Min, true) => (Words::earliest_of, Words::earliest_where),
            (Aggregate::Max, false) => (Words::most_of, Words::most_where),
            (Aggregate::Max, true) => (Words::latest_of, Words::latest_where),
        };
        Some(match clause {
            Some(clause) => where_it_holds(words, label, question, clause),
            None => plain(words, label, question),
        })
    }

    fn call(&self, function: Function, arguments: &'a [Expression]) -> Line {
        let argument = |index: usize| arguments.get(index).map(|argument| self.formula(argument)).unwrap_or_default();
        match function {
            Function::Year => self.words.year_of(argument(0)),
            Function::Years => self.words.years_between(argument(0), argument(1)),
            Function::Months => self.words.months_between(argument(0), argument(1)),
            Function::Days => self.words.days_between(argument(0), argument(1)),
            Function::Round => self.words.rounded(argument(0)),
            Function::Chosen => match arguments.first().map(|argument| &argument.kind) {
                Some(ExpressionKind::Answer(id)) => self.words.chosen_count(self.link(id.as_str())),
                _ => self.words.chosen_count(argument(0)),
            },
        }
    }
}

/// Whether a value is said in several words, rather than by a figure, a name or the head of a column.
fn is_said_in_words(value: &Expression) -> bool {
    matches!(
        value.kind,
        ExpressionKind::Answer(_)
            | ExpressionKind::Cell { .. }
            | ExpressionKind::Part { .. }
            | ExpressionKind::Aggregate { .. }
            | ExpressionKind::Call { .. }
    )
}

fn is_product(operator: Arithmetic) -> bool {
    match operator {
        Arithmetic::Multiply | Arithmetic::Divide => true,
        Arithmetic::Add | Arithmetic::Subtract => false,
    }
}
