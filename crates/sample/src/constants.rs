//! The constants that conditions compare answers with: values at which something changes.

use enquire_model::{
    Aggregate, Cells, Date, Decimal, Expression, ExpressionKind, Function, Instrument, Item, Question, Requirement,
};
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::FxHashMap;

/// What is compared: a question or computed value, and the part, field or column of it.
pub(crate) type Subject<'a> = (&'a str, Option<&'a str>);

/// The constants of an instrument, by what is compared with them, in the order of print.
#[derive(Debug, Default)]
pub(crate) struct Constants<'a> {
    numbers: FxHashMap<Subject<'a>, Vec<Decimal>>,
    dates: FxHashMap<Subject<'a>, Vec<Date>>,
    texts: FxHashMap<Subject<'a>, Vec<&'a str>>,
    counts: FxHashMap<&'a str, Vec<u32>>,
}

impl<'a> Constants<'a> {
    /// Those of `instrument`.
    pub(crate) fn of(instrument: &'a Instrument) -> Self {
        let mut constants = Self::default();
        for (expression, table) in expressions(instrument) {
            constants.read(expression, table);
        }
        constants
    }

    /// The numbers that `subject` is compared with.
    pub(crate) fn numbers<'s>(&'s self, subject: Subject<'s>) -> &'s [Decimal] {
        self.numbers.get(&subject).map_or(&[], Vec::as_slice)
    }

    /// The days that `subject` is compared with.
    pub(crate) fn dates<'s>(&'s self, subject: Subject<'s>) -> &'s [Date] {
        self.dates.get(&subject).map_or(&[], Vec::as_slice)
    }

    /// The texts that `subject` is compared with.
    pub(crate) fn texts<'s>(&'s self, subject: Subject<'s>) -> &'s [&'a str] {
        self.texts.get(&subject).map_or(&[], Vec::as_slice)
    }

    /// The numbers that the count of the options or entries of a question is compared with.
    pub(crate) fn counts(&self, question: &str) -> &[u32] {
        self.counts.get(question).map_or(&[], Vec::as_slice)
    }

    fn read(&mut self, expression: &'a Expression, table: Option<&'a str>) {
        let mut waiting = vec![(expression, table)];
        while let Some((next, row)) = waiting.pop() {
            if let ExpressionKind::Compare { left, right, .. } = &next.kind {
                self.pair(left, right, row);
                self.pair(right, left, row);
            }
            if let ExpressionKind::In { value, choices } = &next.kind {
                for choice in choices {
                    self.pair(value, choice, row);
                }
            }
            let inner = if let ExpressionKind::Aggregate { over, .. } = &next.kind { Some(over.as_str()) } else { row };
            waiting.extend(enquire_logic::children(next).into_iter().rev().map(|child| (child, inner)));
        }
    }

    /// Notes `constant`, if it is one and `compared` is something that is given.
    fn pair(&mut self, compared: &'a Expression, constant: &'a Expression, row: Option<&'a str>) {
        if let (Some(question), ExpressionKind::Number(number)) = (counted(compared), &constant.kind)
            && let Some(count) = number.trunc().to_u32()
        {
            add(self.counts.entry(question).or_default(), count);
        }
        let Some(subject) = subject(compared, row) else { return };
        if let ExpressionKind::Number(number) = &constant.kind {
            add(self.numbers.entry(subject).or_default(), *number);
        } else if let ExpressionKind::Date(date) = &constant.kind {
            add(self.dates.entry(subject).or_default(), *date);
        } else if let ExpressionKind::Words(words) = &constant.kind {
            add(self.texts.entry(subject).or_default(), words.as_str());
        }
    }
}

fn add<T: PartialEq>(all: &mut Vec<T>, one: T) {
    if !all.contains(&one) {
        all.push(one);
    }
}

/// What an expression names, if it is no more than a name. Of `year(adopted)` it is nothing: the constant is no day.
fn subject<'a>(expression: &'a Expression, row: Option<&'a str>) -> Option<Subject<'a>> {
    if let ExpressionKind::Answer(name) = &expression.kind {
        Some((name.as_str(), None))
    } else if let ExpressionKind::Field(field) = &expression.kind {
        Some((row?, Some(field.as_str())))
    } else if let ExpressionKind::Part { question: name, field }
    | ExpressionKind::Cell { table: name, column: field, .. } = &expression.kind
    {
        Some((name.as_str(), Some(field.as_str())))
    } else {
        None
    }
}

/// The question whose options or entries an expression counts.
fn counted(expression: &Expression) -> Option<&str> {
    if let ExpressionKind::Call { function: Function::Chosen, arguments } = &expression.kind {
        subject(arguments.first()?, None).map(|(question, _)| question)
    } else if let ExpressionKind::Aggregate { function: Aggregate::Count, over, .. } = &expression.kind {
        Some(over.as_str())
    } else {
        None
    }
}

/// Every expression of `instrument` in the order of print, with the table whose rows its fields belong to.
fn expressions(instrument: &Instrument) -> Vec<(&Expression, Option<&str>)> {
    let mut found = Vec::new();
    // No recursion: patterns within patterns can nest items deep.
    let mut waiting: Vec<&Item> = instrument.items.iter().rev().collect();
    while let Some(item) = waiting.pop() {
        match item {
            Item::When(when) => found.push((&when.condition, None)),
            Item::Computed(computed) => found.push((&computed.value, None)),
            Item::Check(check) => found.push((&check.condition, None)),
            Item::Question(question) => of_question(question, &mut found),
            Item::Section(_) | Item::Note(_) => {}
        }
        waiting.extend(item.inner().iter().rev());
    }
    found
}

fn of_question<'a>(question: &'a Question, found: &mut Vec<(&'a Expression, Option<&'a str>)>) {
    found.extend(question.when.iter().map(|when| (when, None)));
    if let Requirement::When(condition) = &question.required {
        found.push((condition, None));
    }
    for column in question.answer.table().into_iter().flat_map(|table| &table.columns) {
        if let Cells::Computed(value) = &column.cells {
            found.push((value, Some(question.id.as_str())));
        }
    }
    found.extend(question.checks.iter().map(|check| (&check.condition, None)));
}
