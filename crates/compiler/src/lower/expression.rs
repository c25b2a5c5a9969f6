//! Expressions as data. Whether a bare name is a question, an option or a field is settled in `crate::resolve`.

use enquire_diagnostics::codes::{BAD_NUMBER, FIELD_OUTSIDE_LIST, OPERAND_TYPE, UNKNOWN_FUNCTION, WRONG_ARGUMENTS};
use enquire_diagnostics::{Diagnostic, FileId, Span};
use enquire_model::{
    Aggregate, Arithmetic, Comparison, Decimal, Expression, ExpressionKind, Function, Name, StateTest, TimeUnit,
};
use enquire_syntax::view::{Argument, Expression as Written, Form, Value, Word, span_of};

use super::Lower;
use super::cursor::{Named, Placed};
use crate::suggest;

const AGGREGATES: [(&str, Aggregate); 6] = [
    ("count", Aggregate::Count),
    ("sum", Aggregate::Sum),
    ("min", Aggregate::Min),
    ("max", Aggregate::Max),
    ("any", Aggregate::Any),
    ("all", Aggregate::All),
];

const FUNCTIONS: [(&str, Function, usize); 6] = [
    ("year", Function::Year, 1),
    ("years", Function::Years, 2),
    ("months", Function::Months, 2),
    ("days", Function::Days, 2),
    ("round", Function::Round, 1),
    ("chosen", Function::Chosen, 1),
];

impl Lower<'_> {
    /// `written`, which stands in `file`, or nothing if a part of it cannot be understood.
    pub(super) fn expression(&mut self, file: FileId, written: &Written) -> Option<Expression> {
        if self.muted {
            return None;
        }
        let span = span_of(file, written.range);
        let kind = match &written.form {
            Form::Or(all) => ExpressionKind::Or(self.expressions(file, all)?),
            Form::And(all) => ExpressionKind::And(self.expressions(file, all)?),
            Form::Not(inner) => ExpressionKind::Not(self.boxed(file, inner)?),
            Form::Compare(operator, left, right) => {
                let (left, right) = self.both(file, left, right)?;
                ExpressionKind::Compare { comparison: comparison(operator.text()), left, right }
            }
            Form::In { value, negated, list } => {
                let value = self.boxed(file, value);
                let choices = self.members(file, list);
                let inside = ExpressionKind::In { value: value?, choices: choices? };
                negate(inside, *negated, span)
            }
            Form::Contains(value, choice) => {
                let (value, choice) = self.both(file, value, choice)?;
                ExpressionKind::Contains { value, choice }
            }
            Form::State { value, negated, state } => self.state(file, value, state, *negated, span)?,
            Form::Arithmetic(operator, left, right) => {
                let (left, right) = self.both(file, left, right)?;
                ExpressionKind::Arithmetic { operator: arithmetic(operator.text()), left, right }
            }
            Form::Negative(inner) => {
                let right = self.boxed(file, inner)?;
                let left =
                    Box::new(Expression { kind: ExpressionKind::Number(Decimal::ZERO), place: Self::place(span) });
                ExpressionKind::Arithmetic { operator: Arithmetic::Subtract, left, right }
            }
            Form::Date(text) => ExpressionKind::Date(self.parse_date(&Named { text: text.clone(), span })?),
            Form::Duration(count, unit) => self.duration(count, unit, span)?,
            Form::Number(text) => self.number_literal(text, span)?,
            Form::Text(text) => ExpressionKind::Words(text.clone()),
            Form::Call(name, arguments) => self.call(file, name, arguments)?,
            Form::Path(words) => return self.path(file, words, span),
            Form::Missing => return None,
        };
        Some(Expression { kind, place: Self::place(span) })
    }

    fn expressions(&mut self, file: FileId, all: &[Written]) -> Option<Vec<Expression>> {
        // Every part is read, so that all mistakes are found; then any missing part makes the whole missing.
        let lowered: Vec<Option<Expression>> = all.iter().map(|it| self.expression(file, it)).collect();
        lowered.into_iter().collect()
    }

    fn boxed(&mut self, file: FileId, written: &Written) -> Option<Box<Expression>> {
        self.expression(file, written).map(Box::new)
    }

    fn both(&mut self, file: FileId, left: &Written, right: &Written) -> Option<(Box<Expression>, Box<Expression>)> {
        let left = self.boxed(file, left);
        let right = self.boxed(file, right);
        left.zip(right)
    }

    /// The values of a list in parentheses; a parameter may bring several.
    fn members(&mut self, file: FileId, list: &[Written]) -> Option<Vec<Expression>> {
        let mut all = Vec::new();
        for written in list {
            if let Some(given) = self.parameter_values(written) {
                all.extend(given.iter().filter_map(|placed| self.given(placed)));
            } else {
                all.push(self.expression(file, written)?);
            }
        }
        Some(all)
    }

    fn parameter_values(&self, written: &Written) -> Option<Vec<Placed>> {
        let Form::Path(words) = &written.form else { return None };
        let [word] = words.as_slice() else { return None };
        self.env.values(word.text()).map(flatten)
    }

    fn state(
        &mut self,
        file: FileId,
        value: &Written,
        state: &Word,
        negated: bool,
        span: Span,
    ) -> Option<ExpressionKind> {
        let tested = self.expression(file, value)?;
        let ExpressionKind::Answer(question) = tested.kind else {
            self.report(
                Diagnostic::new(
                    &OPERAND_TYPE,
                    span_of(file, value.range),
                    "only a question or computed value can be in a state",
                )
                .with_help("write the id of a question before `is`"),
            );
            return None;
        };
        let test = match state.text() {
            "answered" => StateTest::Answered,
            "unanswered" => StateTest::Unanswered,
            "asked" => StateTest::Asked,
            code => StateTest::NonResponse(Name::new(code, Self::place(span_of(file, state.range())))),
        };
        Some(negate(ExpressionKind::State { question, test }, negated, span))
    }

    fn duration(&mut self, count: &str, unit: &str, span: Span) -> Option<ExpressionKind> {
        let count = self.parse(&Named { text: count.to_owned(), span }, "a whole number")?;
        let unit = match unit.trim_end_matches('s') {
            "day" => TimeUnit::Days,
            "month" => TimeUnit::Months,
            _ => TimeUnit::Years,
        };
        Some(ExpressionKind::Duration { count, unit })
    }

    fn number_literal(&mut self, text: &str, span: Span) -> Option<ExpressionKind> {
        let Ok(number) = text.parse() else {
            self.report(
                Diagnostic::new(&BAD_NUMBER, span, format!("`{text}` is not a number")).with_help(
                    "write digits, with a point before decimals: `1200` or `12.5`; an id begins with a letter",
                ),
            );
            return None;
        };
        Some(ExpressionKind::Number(number))
    }

    fn call(&mut self, file: FileId, name: &Word, arguments: &[Argument]) -> Option<ExpressionKind> {
        let span = span_of(file, name.range());
        if let Some((_, aggregate)) = AGGREGATES.iter().find(|(known, _)| *known == name.text()) {
            return self.aggregate(file, *aggregate, name, arguments);
        }
        let Some((_, function, wanted)) = FUNCTIONS.iter().find(|(known, ..)| *known == name.text()) else {
            let known = AGGREGATES.iter().map(|it| it.0).chain(FUNCTIONS.iter().map(|it| it.0));
            let help = suggest::help(name.text(), known, "the page on expressions lists all functions");
            self.report(
                Diagnostic::new(&UNKNOWN_FUNCTION, span, format!("there is no function `{}`", name.text()))
                    .with_help(help),
            );
            return None;
        };
        if arguments.len() != *wanted {
            self.wrong_arguments(name.text(), span, *wanted, arguments.len());
            return None;
        }
        if let Some(filter) = arguments.iter().find_map(|it| it.filter.as_ref()) {
            self.report(
                Diagnostic::new(
                    &WRONG_ARGUMENTS,
                    span_of(file, filter.range),
                    format!("`{}` does not take `where`", name.text()),
                )
                .with_help("`where` stands in `count`, `sum`, `min`, `max`, `any` and `all`"),
            );
            return None;
        }
        let values: Vec<Option<Expression>> = arguments.iter().map(|it| self.expression(file, &it.value)).collect();
        Some(ExpressionKind::Call { function: *function, arguments: values.into_iter().collect::<Option<_>>()? })
    }

    fn wrong_arguments(&mut self, name: &str, span: Span, wanted: usize, given: usize) {
        self.report(
            Diagnostic::new(
                &WRONG_ARGUMENTS,
                span,
                format!("`{name}` takes {wanted} value{}, not {given}", if wanted == 1 { "" } else { "s" }),
            )
            .with_help("the page on expressions says what each function takes"),
        );
    }

    /// `count(laws where ...)`, `sum(helped.women)`.
    fn aggregate(
        &mut self,
        file: FileId,
        function: Aggregate,
        name: &Word,
        arguments: &[Argument],
    ) -> Option<ExpressionKind> {
        let span = span_of(file, name.range());
        let [argument] = arguments else {
            self.wrong_arguments(name.text(), span, 1, arguments.len());
            return None;
        };
        let Form::Path(words) = &argument.value.form else {
            self.report(
                Diagnostic::new(&OPERAND_TYPE, span_of(file, argument.value.range), format!("`{}` works on a list or table", name.text()))
                    .with_help("write the id of a question with a list or table, and for `sum`, `min` and `max` a field: `sum(helped.women)`"),
            );
            return None;
        };
        let (over, field) = match words.as_slice() {
            [over] => (over, None),
            [over, field] => (over, Some(Name::new(field.text(), Self::place(span_of(file, field.range()))))),
            _ => {
                self.wrong_arguments(name.text(), span, 1, words.len());
                return None;
            }
        };
        let over = self.referred(file, over);
        let condition = match &argument.filter {
            Some(filter) => Some(Box::new(self.expression(file, filter)?)),
            None => None,
        };
        let needs_field = matches!(function, Aggregate::Sum | Aggregate::Min | Aggregate::Max);
        let needs_condition = matches!(function, Aggregate::Any | Aggregate::All);
        if needs_field != field.is_some() || (needs_condition && condition.is_none()) {
            let help = if needs_field {
                "name a field: `sum(helped.women)`"
            } else {
                "name the list and what is asked of its entries: `any(laws where adopted < 2000-01-01)`"
            };
            self.report(
                Diagnostic::new(&WRONG_ARGUMENTS, span, format!("`{}` is not complete", name.text())).with_help(help),
            );
            return None;
        }
        Some(ExpressionKind::Aggregate { function, over, field, condition })
    }

    /// The question that `word` refers to.
    fn referred(&self, file: FileId, word: &Word) -> Name {
        if let Some([placed]) = self.env.values(word.text())
            && let Some(given) = placed.named()
        {
            return Self::name(given);
        }
        Name::new(self.env.referred(word.text()), Self::place(span_of(file, word.range())))
    }

    fn path(&mut self, file: FileId, words: &[Word], span: Span) -> Option<Expression> {
        let kind = match words {
            [word] => return self.bare(file, word, span),
            [question, field] => ExpressionKind::Part {
                question: self.referred(file, question),
                field: Name::new(field.text(), Self::place(span_of(file, field.range()))),
            },
            [table, row, column] => ExpressionKind::Cell {
                table: self.referred(file, table),
                row: Name::new(row.text(), Self::place(span_of(file, row.range()))),
                column: Name::new(column.text(), Self::place(span_of(file, column.range()))),
            },
            _ => {
                self.report(
                    Diagnostic::new(&FIELD_OUTSIDE_LIST, span, "this names a part of a part that no answer has")
                        .with_help(
                            "write `QUESTION.FIELD` for a record and `QUESTION.ROW.COLUMN` for a cell of a table",
                        ),
                );
                return None;
            }
        };
        Some(Expression { kind, place: Self::place(span) })
    }

    /// A name by itself.
    fn bare(&mut self, file: FileId, word: &Word, span: Span) -> Option<Expression> {
        if let Some(given) = self.env.values(word.text()).map(flatten) {
            let first = given.first().cloned();
            return first.and_then(|placed| self.given(&placed));
        }
        if self.env.is_parameter(word.text()) {
            return None;
        }
        let kind = match word.text() {
            "as_at" => ExpressionKind::AsAt,
            "period_start" => ExpressionKind::PeriodStart,
            "period_end" => ExpressionKind::PeriodEnd,
            "true" => ExpressionKind::Truth(true),
            "false" => ExpressionKind::Truth(false),
            _ => ExpressionKind::Answer(self.referred(file, word)),
        };
        Some(Expression { kind, place: Self::place(span) })
    }

    /// A value that a parameter brings.
    fn given(&mut self, placed: &Placed) -> Option<Expression> {
        let span = placed.span();
        #[expect(clippy::wildcard_enum_match_arm, reason = "nothing else can be a value of an expression")]
        let kind = match &placed.value {
            Value::Word(_) => ExpressionKind::Answer(Self::name(placed.named()?)),
            Value::Figure(_, text) => self.number_literal(text, span)?,
            Value::Date(_, text) => ExpressionKind::Date(self.parse_date(&Named { text: text.clone(), span })?),
            _ => return None,
        };
        Some(Expression { kind, place: Self::place(span) })
    }
}

/// The values of a parameter without parentheses and commas.
fn flatten(values: &[Placed]) -> Vec<Placed> {
    values
        .iter()
        .flat_map(|placed| {
            if let Value::Group(_, inner) = &placed.value {
                inner.iter().map(|value| Placed::new(placed.file, value.clone())).collect()
            } else {
                vec![placed.clone()]
            }
        })
        .filter(|it| !matches!(it.value, Value::Comma(_)))
        .collect()
}

fn negate(kind: ExpressionKind, negated: bool, span: Span) -> ExpressionKind {
    if negated { ExpressionKind::Not(Box::new(Expression { kind, place: Lower::place(span) })) } else { kind }
}

fn comparison(operator: &str) -> Comparison {
    match operator {
        "!=" | "<>" | "≠" => Comparison::NotEqual,
        "<" => Comparison::Less,
        "<=" | "≤" => Comparison::AtMost,
        ">" => Comparison::Greater,
        ">=" | "≥" => Comparison::AtLeast,
        _ => Comparison::Equal,
    }
}

fn arithmetic(operator: &str) -> Arithmetic {
    match operator {
        "+" => Arithmetic::Add,
        "*" => Arithmetic::Multiply,
        "/" => Arithmetic::Divide,
        _ => Arithmetic::Subtract,
    }
}
