//! What an operand of a comparison comes to, as far as a comparison can be decided: a constant, a value of the reply, or a sum of those.

use enquire_model::{Arithmetic, Date, Decimal, Expression, ExpressionKind, Function, Instrument, Period, TimeUnit};
use rustc_hash::FxHashMap;

use super::cells;
use super::slots::{Kind, Slot, kind};
use crate::evaluate::time;
use crate::graph::{Graph, Node};
use crate::{AnswerState, Answers, Value, evaluate, walk};

/// The most values in one sum. Larger ones are not decided, so that sums of sums do not grow without end.
const MOST_TERMS: usize = 4;

/// What an operand comes to.
#[derive(Debug, Clone)]
pub(super) enum Worth<'a> {
    /// A number, date or number of days.
    Sum(Sum<'a>),
    /// The year of a date.
    YearOf(Sum<'a>),
    /// A constant number of months or years.
    Months(Decimal),
    /// How many options are chosen.
    Chosen(usize),
    /// An option that is written out.
    Code(String),
    /// An answer of one option.
    Option(Slot<'a>),
    /// A text that is written out.
    Words(String),
    /// An answer that is a text.
    Text(Slot<'a>),
    /// Nothing, whatever the reply.
    Nothing,
    /// A condition.
    Condition,
    /// Something that is beyond the solver.
    Opaque,
}

/// A sum of values of the reply and a constant.
#[derive(Debug, Clone, Default)]
pub(super) struct Sum<'a> {
    /// The values, each with whether it is subtracted. None is there twice.
    pub(super) terms: Vec<(Slot<'a>, bool)>,
    /// The constant: from this
    pub(super) low: Decimal,
    /// to this. They differ only where months were added to a date.
    pub(super) high: Decimal,
    /// What it is.
    pub(super) nature: Nature,
    /// What it reads, beside its terms: values that cancel each other out.
    pub(super) reads: Vec<Slot<'a>>,
    /// The computed values that it comes from, as nodes.
    pub(super) through: Vec<usize>,
    /// Whether it may be undefined although all that it reads has a value: too large, or outside the calendar.
    pub(super) may_overflow: bool,
    /// The least and the most that it can come to, roughly.
    hull: (f64, f64),
}

/// What a sum is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Nature {
    /// A number, or a number of days.
    #[default]
    Number,
    /// A day.
    Date,
    /// A duration in days.
    Days,
}

/// Looks at expressions of one instrument.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    pub(super) instrument: &'a Instrument,
    pub(super) graph: Graph<'a>,
    /// By node: what a computed value comes to, as soon as it is known.
    known: FxHashMap<usize, Worth<'a>>,
    months: FxHashMap<i64, Option<(i64, i64)>>,
}

impl<'a> Reader<'a> {
    pub(super) fn of(instrument: &'a Instrument) -> Self {
        Self { instrument, graph: Graph::of(instrument), known: FxHashMap::default(), months: FxHashMap::default() }
    }

    /// Remembers what the computed value at `node` comes to. Until then it is opaque to what reads it.
    pub(super) fn learn(&mut self, node: usize, value: &'a Expression) {
        let worth = self.worth(value);
        self.known.insert(node, worth);
    }

    pub(super) fn kind(&self, slot: Slot<'a>) -> Option<Kind<'a>> {
        kind(self.instrument, &self.graph, slot)
    }

    /// What `expression` comes to.
    pub(super) fn worth(&mut self, expression: &'a Expression) -> Worth<'a> {
        match &expression.kind {
            ExpressionKind::Answer(name) => self.named(name.as_str()),
            ExpressionKind::Part { question, field } => {
                let Some(node) = self.graph.find(question.as_str()) else { return Worth::Nothing };
                match field.as_str() {
                    "amount" if self.is_amount(node) => self.slot(Slot::Whole(node)),
                    "currency" if self.is_amount(node) => self.slot(Slot::Currency(node)),
                    field => self.slot(Slot::Field(node, field)),
                }
            }
            ExpressionKind::Cell { table, row, column } => match self.graph.find(table.as_str()) {
                Some(node) => self.slot(Slot::Cell(node, row.as_str(), column.as_str())),
                None => Worth::Nothing,
            },
            ExpressionKind::AsAt => self.slot(Slot::AsAt),
            ExpressionKind::Choice(_)
            | ExpressionKind::Number(_)
            | ExpressionKind::Words(_)
            | ExpressionKind::Date(_)
            | ExpressionKind::Duration { .. }
            | ExpressionKind::PeriodStart
            | ExpressionKind::PeriodEnd => self.constant(expression),
            ExpressionKind::Arithmetic { operator, left, right } => self.arithmetic(expression, *operator, left, right),
            ExpressionKind::Call { function, arguments } => self.call(expression, *function, arguments),
            ExpressionKind::Aggregate { function, over, condition, .. } => {
                if *function == enquire_model::Aggregate::Count && condition.is_none() {
                    return self.count(over.as_str());
                }
                let truth = matches!(function, enquire_model::Aggregate::Any | enquire_model::Aggregate::All);
                if truth { Worth::Condition } else { Worth::Opaque }
            }
            ExpressionKind::Field(_) => Worth::Nothing,
            ExpressionKind::Truth(_)
            | ExpressionKind::Not(_)
            | ExpressionKind::And(_)
            | ExpressionKind::Or(_)
            | ExpressionKind::Compare { .. }
            | ExpressionKind::In { .. }
            | ExpressionKind::Contains { .. }
            | ExpressionKind::State { .. } => Worth::Condition,
        }
    }

    fn named(&self, id: &str) -> Worth<'a> {
        let Some(node) = self.graph.find(id) else { return Worth::Nothing };
        if let Some(Node::Computed(_)) = self.graph.node(node) {
            return match self.known.get(&node).cloned() {
                Some(Worth::Sum(sum)) => Worth::Sum(Sum { through: joined(&sum.through, &[node]), ..sum }),
                Some(Worth::YearOf(sum)) => Worth::YearOf(Sum { through: joined(&sum.through, &[node]), ..sum }),
                Some(Worth::Condition) => Worth::Condition,
                // Other answers under another name are rare; they are not seen through.
                _ => Worth::Opaque,
            };
        }
        match self.kind(Slot::Whole(node)) {
            // Lists and tables have no value of their own.
            Some(Kind::Figure(figure)) if figure.counts => Worth::Opaque,
            Some(_) | None => self.slot(Slot::Whole(node)),
        }
    }

    fn is_amount(&self, node: usize) -> bool {
        let node = self.graph.node(node);
        matches!(node, Some(Node::Question(question)) if matches!(question.answer, enquire_model::Answer::Amount { .. }))
    }

    fn slot(&self, slot: Slot<'a>) -> Worth<'a> {
        match self.kind(slot) {
            Some(Kind::Figure(figure)) => {
                #[expect(clippy::cast_precision_loss, reason = "the hull is rough")]
                let bound = |units: i128| units as f64 / 10_f64.powi(figure.places.try_into().unwrap_or(0));
                let nature = if figure.is_date { Nature::Date } else { Nature::Number };
                let hull = (bound(figure.range.low), bound(figure.range.high));
                Worth::Sum(Sum { terms: vec![(slot, false)], nature, hull, reads: vec![slot], ..Sum::default() })
            }
            Some(Kind::One(_)) => Worth::Option(slot),
            Some(Kind::Text { .. }) => Worth::Text(slot),
            // None: a computed column, or a part that the answer does not have.
            Some(Kind::Several(_) | Kind::Other) | None => Worth::Opaque,
        }
    }

    fn count(&self, over: &str) -> Worth<'a> {
        let Some(node) = self.graph.find(over) else { return Worth::Nothing };
        match self.kind(Slot::Whole(node)) {
            Some(Kind::Figure(figure)) if figure.counts => self.slot(Slot::Whole(node)),
            Some(_) | None => Worth::Opaque,
        }
    }

    /// What an expression that reads nothing comes to.
    fn constant(&self, expression: &Expression) -> Worth<'a> {
        match evaluate(expression, &Constants(self.instrument.period)) {
            Some(Value::Number(number)) => Worth::Sum(Sum::constant(number, Nature::Number)),
            Some(Value::Date(date)) => Worth::Sum(Sum::constant(day(date), Nature::Date)),
            Some(Value::Duration { count, unit: TimeUnit::Days }) => {
                Worth::Sum(Sum::constant(count.into(), Nature::Days))
            }
            Some(Value::Duration { count, unit: TimeUnit::Months }) => Worth::Months(count.into()),
            Some(Value::Duration { count, unit: TimeUnit::Years }) => {
                Worth::Months(Decimal::from(count) * Decimal::from(12))
            }
            Some(Value::Text(words)) => Worth::Words(words),
            Some(Value::Choice(code)) => Worth::Code(code),
            Some(Value::Truth(_)) => Worth::Condition,
            None => Worth::Nothing,
            Some(
                Value::Amount { .. }
                | Value::Choices(_)
                | Value::Period { .. }
                | Value::Record(_)
                | Value::List(_)
                | Value::Table(_)
                | Value::File { .. },
            ) => Worth::Opaque,
        }
    }

    fn call(&mut self, whole: &'a Expression, function: Function, arguments: &'a [Expression]) -> Worth<'a> {
        if is_constant(whole) {
            return self.constant(whole);
        }
        match (function, arguments) {
            (Function::Days, [from, to]) => match (self.worth(to), self.worth(from)) {
                (Worth::Sum(to), Worth::Sum(from)) => self.difference(to, from),
                _ => Worth::Opaque,
            },
            (Function::Year, [date]) => {
                let date = self.worth(date).sum().filter(|sum| sum.nature == Nature::Date);
                date.map_or(Worth::Opaque, Worth::YearOf)
            }
            (Function::Chosen, [Expression { kind: ExpressionKind::Answer(name), .. }]) => {
                match self.graph.find(name.as_str()) {
                    Some(node) if matches!(self.kind(Slot::Whole(node)), Some(Kind::Several(_))) => Worth::Chosen(node),
                    Some(_) | None => Worth::Opaque,
                }
            }
            _ => Worth::Opaque,
        }
    }

    fn arithmetic(
        &mut self,
        whole: &'a Expression,
        operator: Arithmetic,
        left: &'a Expression,
        right: &'a Expression,
    ) -> Worth<'a> {
        let subtracted = match operator {
            Arithmetic::Add => false,
            Arithmetic::Subtract => true,
            Arithmetic::Multiply | Arithmetic::Divide => {
                return if is_constant(whole) { self.constant(whole) } else { Worth::Opaque };
            }
        };
        match (self.worth(left), self.worth(right)) {
            (Worth::Nothing, _) | (_, Worth::Nothing) => Worth::Nothing,
            (Worth::Sum(left), Worth::Sum(right)) if subtracted => self.difference(left, right),
            (Worth::Sum(left), Worth::Sum(right)) => match (left.nature, right.nature) {
                (Nature::Number, Nature::Number) => self.added(left, right, Nature::Number),
                (Nature::Date, Nature::Days) => self.added(left, right, Nature::Date),
                _ => Worth::Opaque,
            },
            (Worth::Sum(date), Worth::Months(months)) if date.nature == Nature::Date => {
                self.months_later(date, if subtracted { -months } else { months })
            }
            _ => Worth::Opaque,
        }
    }

    fn difference(&self, left: Sum<'a>, right: Sum<'a>) -> Worth<'a> {
        let nature = match (left.nature, right.nature) {
            (Nature::Number, Nature::Number) | (Nature::Date, Nature::Date) => Nature::Number,
            (Nature::Date, Nature::Days) => Nature::Date,
            _ => return Worth::Opaque,
        };
        let right = right.negated();
        self.added(left, right, nature)
    }

    fn added(&self, left: Sum<'a>, right: Sum<'a>, nature: Nature) -> Worth<'a> {
        let (Some(low), Some(high)) = (left.low.checked_add(right.low), left.high.checked_add(right.high)) else {
            return Worth::Opaque;
        };
        let mut terms = left.terms;
        for (slot, subtracted) in right.terms {
            match terms.iter().position(|(other, sign)| *other == slot && *sign != subtracted) {
                Some(at) => drop(terms.remove(at)),
                None => terms.push((slot, subtracted)),
            }
        }
        if !self.is_sum(&terms) {
            return Worth::Opaque;
        }
        let hull = (left.hull.0 + right.hull.0, left.hull.1 + right.hull.1);
        Worth::Sum(Sum {
            terms,
            low,
            high,
            nature,
            reads: joined(&left.reads, &right.reads),
            through: joined(&left.through, &right.through),
            may_overflow: left.may_overflow || right.may_overflow || overflows(nature, hull),
            hull,
        })
    }

    /// Whether the terms make a sum that means what it seems to: short, of values that go together, none of them twice.
    fn is_sum(&self, terms: &[(Slot<'a>, bool)]) -> bool {
        let has_unit = |slot: Slot<'a>| matches!(self.kind(slot), Some(Kind::Figure(figure)) if figure.has_unit);
        let twice = terms.iter().enumerate().any(|(at, (slot, _))| terms.iter().skip(at + 1).any(|(it, _)| it == slot));
        terms.len() <= MOST_TERMS && !twice && (terms.len() < 2 || terms.iter().all(|(slot, _)| has_unit(*slot)))
    }

    fn months_later(&mut self, date: Sum<'a>, months: Decimal) -> Worth<'a> {
        let Ok(months) = i64::try_from(months) else { return Worth::Opaque };
        if date.terms.is_empty() && date.low == date.high {
            let later = date_of(date.low).and_then(|day| time::later(day, months, TimeUnit::Months));
            return later.map_or(Worth::Nothing, |later| Worth::Sum(Sum { low: day(later), high: day(later), ..date }));
        }
        let bounds = *self.months.entry(months).or_insert_with(|| cells::days_of_months(months));
        let Some((least, most)) = bounds else { return Worth::Opaque };
        let span = Sum { low: least.into(), high: most.into(), nature: Nature::Days, ..Sum::default() };
        #[expect(clippy::cast_precision_loss, reason = "the hull is rough")]
        let span = Sum { hull: (least as f64, most as f64), ..span };
        self.added(date, span, Nature::Date)
    }
}

impl<'a> Worth<'a> {
    fn sum(self) -> Option<Sum<'a>> {
        if let Self::Sum(sum) = self { Some(sum) } else { None }
    }
}

impl<'a> Sum<'a> {
    fn constant(value: Decimal, nature: Nature) -> Self {
        let rough = f64::try_from(value).unwrap_or(f64::INFINITY);
        Self { low: value, high: value, nature, hull: (rough, rough), ..Self::default() }
    }

    fn negated(self) -> Self {
        let terms = self.terms.into_iter().map(|(slot, subtracted)| (slot, !subtracted)).collect();
        Self { terms, low: -self.high, high: -self.low, hull: (-self.hull.1, -self.hull.0), ..self }
    }

    /// `self - other`, for a comparison: what matters is only on which side of nought it is.
    pub(super) fn minus(self, other: Self, reader: &Reader<'a>) -> Option<Self> {
        let may_overflow = self.may_overflow || other.may_overflow;
        let sum = reader.added(self, other.negated(), Nature::Number).sum()?;
        Some(Self { may_overflow, ..sum })
    }
}

/// Whether a result may be too large, or outside the calendar.
fn overflows(nature: Nature, hull: (f64, f64)) -> bool {
    match nature {
        Nature::Number | Nature::Days => hull.0 < -1e27 || hull.1 > 1e27,
        Nature::Date => hull.0 < -719_162.0 || hull.1 > 2_932_896.0,
    }
}

fn joined<T: Copy + PartialEq>(left: &[T], right: &[T]) -> Vec<T> {
    let mut all = left.to_vec();
    all.extend(right.iter().filter(|it| !left.contains(it)));
    all
}

fn is_constant(expression: &Expression) -> bool {
    let mut constant = true;
    walk(expression, &mut |it| {
        constant &= !matches!(
            it.kind,
            ExpressionKind::Answer(_)
                | ExpressionKind::Field(_)
                | ExpressionKind::Cell { .. }
                | ExpressionKind::Part { .. }
                | ExpressionKind::AsAt
                | ExpressionKind::State { .. }
                | ExpressionKind::Aggregate { .. }
        );
    });
    constant
}

fn day(date: Date) -> Decimal {
    Decimal::from(cells::day_number(date))
}

fn date_of(number: Decimal) -> Option<Date> {
    cells::day(number.to_string().parse().ok()?)
}

/// A reply that says nothing, for expressions that read nothing.
struct Constants(Option<Period>);

impl Answers for Constants {
    fn state(&self, _: &str) -> AnswerState {
        AnswerState::NotAsked
    }

    fn value(&self, _: &str) -> Option<&Value> {
        None
    }

    fn as_at(&self) -> Option<Date> {
        None
    }

    fn period(&self) -> Option<Period> {
        self.0
    }
}
