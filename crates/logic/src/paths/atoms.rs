//! Comparisons in the form in which they are decided: one value of the reply against constants, or two values at a constant distance.

use enquire_model::{Comparison, Date, Decimal, Expression};

use super::cells::{self, Mark};
use super::slots::{Kind, Slot};
use super::worth::{Nature, Reader, Sum, Worth};

/// A comparison.
#[derive(Debug, Clone)]
pub(super) enum Atom<'a> {
    /// It is undefined, whatever the reply.
    Undefined,
    /// It is true, or false, wherever it is defined.
    Fixed { truth: bool, context: Context<'a> },
    /// A number or date against a constant.
    Figure { slot: Slot<'a>, test: Test, context: Context<'a> },
    /// The difference between two numbers or dates, `left` - `right`, against a constant in units of `places`.
    Gap { left: Slot<'a>, right: Slot<'a>, places: u32, test: Test, context: Context<'a> },
    /// An answer of one option against an option.
    Option { slot: Slot<'a>, code: String, equal: bool },
    /// An answer of one option against another.
    Options { left: Slot<'a>, right: Slot<'a>, equal: bool },
    /// A text against a text that is written out.
    Text { slot: Slot<'a>, words: String, equal: bool },
    /// How many options are chosen, against a constant.
    Chosen { node: usize, comparison: Comparison, bound: Decimal },
    /// A condition against another.
    Truths { equal: bool },
    /// Beyond the solver.
    Opaque,
}

/// What is asked of a number, date or difference.
#[derive(Debug, Clone, Copy)]
pub(super) enum Test {
    /// A comparison with a constant known to be from the first mark to the second.
    Compare(Comparison, Mark, Mark),
    /// Whether it is from the first whole number to before the second; or, if not, whether it is not.
    Within(i128, i128, bool),
}

/// Under what a comparison is defined, beside that its own values are there.
#[derive(Debug, Clone, Default)]
pub(super) struct Context<'a> {
    /// What has to have a value.
    pub(super) reads: Vec<Slot<'a>>,
    /// The computed values that have to be asked, as nodes.
    pub(super) through: Vec<usize>,
    /// Whether it may be undefined all the same.
    pub(super) may_overflow: bool,
}

impl Test {
    /// The constants it compares with.
    pub(super) fn marks(self) -> [Mark; 2] {
        match self {
            Self::Compare(_, low, high) => [low, high],
            Self::Within(from, to, _) => [Mark::whole(from), Mark::whole(to)],
        }
    }

    /// Whether it holds for every value of a cell; nothing if it depends.
    pub(super) fn of(self, cell: cells::Range) -> Option<bool> {
        match self {
            Self::Compare(comparison, low, high) => cell.compare(comparison, low, high),
            // INVARIANT: both ends are marks, so that no cell lies across one.
            Self::Within(from, to, within) => Some((from <= cell.low && cell.high < to) == within),
        }
    }
}

impl<'a> Reader<'a> {
    /// The comparison of two expressions.
    pub(super) fn atom(&mut self, comparison: Comparison, left: &'a Expression, right: &'a Expression) -> Atom<'a> {
        let equal = match comparison {
            Comparison::Equal => Some(true),
            Comparison::NotEqual => Some(false),
            Comparison::Less | Comparison::AtMost | Comparison::Greater | Comparison::AtLeast => None,
        };
        match (self.worth(left), self.worth(right), equal) {
            (Worth::Nothing, _, _) | (_, Worth::Nothing, _) => Atom::Undefined,
            (Worth::Sum(left), Worth::Sum(right), _) => self.sums(comparison, left, right),
            (Worth::YearOf(date), Worth::Sum(year), _) => year_of(self, comparison, &date, &year),
            (Worth::Sum(year), Worth::YearOf(date), _) => year_of(self, turned(comparison), &date, &year),
            (Worth::Chosen(node), Worth::Sum(bound), _) => chosen(node, comparison, &bound),
            (Worth::Sum(bound), Worth::Chosen(node), _) => chosen(node, turned(comparison), &bound),
            (Worth::Option(slot), Worth::Code(code), Some(equal))
            | (Worth::Code(code), Worth::Option(slot), Some(equal)) => Atom::Option { slot, code, equal },
            (Worth::Option(left), Worth::Option(right), Some(equal)) => Atom::Options { left, right, equal },
            (Worth::Code(one), Worth::Code(two), Some(equal)) | (Worth::Words(one), Worth::Words(two), Some(equal)) => {
                Atom::Fixed { truth: (one == two) == equal, context: Context::default() }
            }
            (Worth::Text(slot), Worth::Words(words), Some(equal))
            | (Worth::Words(words), Worth::Text(slot), Some(equal)) => Atom::Text { slot, words, equal },
            (Worth::Condition, Worth::Condition, Some(equal)) => Atom::Truths { equal },
            _ => Atom::Opaque,
        }
    }

    fn sums(&self, comparison: Comparison, left: Sum<'a>, right: Sum<'a>) -> Atom<'a> {
        if (left.nature == Nature::Date) != (right.nature == Nature::Date) {
            return Atom::Undefined;
        }
        let Some(sum) = left.minus(right, self) else { return Atom::Opaque };
        let context =
            Context { reads: sum.reads.clone(), through: sum.through.clone(), may_overflow: sum.may_overflow };
        let atom = match sum.terms.as_slice() {
            [] if sum.low == sum.high => {
                Some(Atom::Fixed { truth: holds(comparison, sum.low.cmp(&Decimal::ZERO)), context })
            }
            // x + c ~ 0 is x ~ -c, and -x + c ~ 0 is c ~ x.
            [(slot, false)] => self.figure(*slot, comparison, -sum.high, -sum.low, context),
            [(slot, true)] => self.figure(*slot, turned(comparison), sum.low, sum.high, context),
            [(plus, false), (minus, true)] | [(minus, true), (plus, false)] if plus < minus => {
                self.gap((*plus, *minus), comparison, (-sum.high, -sum.low), context)
            }
            [(plus, false), (minus, true)] | [(minus, true), (plus, false)] => {
                self.gap((*minus, *plus), turned(comparison), (sum.low, sum.high), context)
            }
            _ => None,
        };
        atom.unwrap_or(Atom::Opaque)
    }

    /// The decimal places of a number, 0 of a date.
    pub(super) fn places(&self, slot: Slot<'a>) -> Option<u32> {
        if let Some(Kind::Figure(figure)) = self.kind(slot) { Some(figure.places) } else { None }
    }

    fn figure(
        &self,
        slot: Slot<'a>,
        comparison: Comparison,
        low: Decimal,
        high: Decimal,
        context: Context<'a>,
    ) -> Option<Atom<'a>> {
        let places = self.places(slot)?;
        let test = Test::Compare(comparison, Mark::of(low, places)?, Mark::of(high, places)?);
        Some(Atom::Figure { slot, test, context })
    }

    fn gap(
        &self,
        (left, right): (Slot<'a>, Slot<'a>),
        comparison: Comparison,
        (low, high): (Decimal, Decimal),
        context: Context<'a>,
    ) -> Option<Atom<'a>> {
        let places = self.places(left)?.max(self.places(right)?);
        let test = Test::Compare(comparison, Mark::of(low, places)?, Mark::of(high, places)?);
        Some(Atom::Gap { left, right, places, test, context })
    }
}

/// `year(DATE)` against a constant, as a test of the date.
fn year_of<'a>(reader: &Reader<'a>, comparison: Comparison, date: &Sum<'a>, year: &Sum<'a>) -> Atom<'a> {
    let context = Context { reads: date.reads.clone(), through: date.through.clone(), may_overflow: date.may_overflow };
    let ([(slot, false)], true, true) = (date.terms.as_slice(), date.low == date.high, year.terms.is_empty()) else {
        return Atom::Opaque;
    };
    let first_day = |year: Decimal| {
        let day = jiff::civil::Date::new(i16::try_from(year).ok()?, 1, 1).ok()?;
        Decimal::from(cells::day_number(Date(day))).checked_sub(date.low)
    };
    let whole = year.low == year.high && year.low.is_integer();
    let next = year.low.checked_add(Decimal::ONE);
    let (Some(from), Some(to)) = (first_day(year.low), next.and_then(first_day)) else {
        return Atom::Opaque;
    };
    if !whole {
        return Atom::Opaque;
    }
    let at = |comparison, day| reader.figure(*slot, comparison, day, day, context.clone());
    let within = |within| {
        let day = |day: Decimal| i128::try_from(day).ok();
        Some(Atom::Figure { slot: *slot, test: Test::Within(day(from)?, day(to)?, within), context: context.clone() })
    };
    let atom = match comparison {
        Comparison::Less => at(Comparison::Less, from),
        Comparison::AtMost => at(Comparison::Less, to),
        Comparison::Greater => at(Comparison::AtLeast, to),
        Comparison::AtLeast => at(Comparison::AtLeast, from),
        Comparison::Equal => within(true),
        Comparison::NotEqual => within(false),
    };
    atom.unwrap_or(Atom::Opaque)
}

fn chosen<'a>(node: usize, comparison: Comparison, bound: &Sum<'a>) -> Atom<'a> {
    if bound.terms.is_empty() && bound.low == bound.high && bound.nature == Nature::Number {
        Atom::Chosen { node, comparison, bound: bound.low }
    } else {
        Atom::Opaque
    }
}

/// Whether a comparison holds between two values in an order.
pub(super) fn holds(comparison: Comparison, order: std::cmp::Ordering) -> bool {
    match comparison {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::AtMost => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::AtLeast => order.is_ge(),
    }
}

/// The comparison that says the same with its sides exchanged.
pub(super) fn turned(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal | Comparison::NotEqual => comparison,
        Comparison::Less => Comparison::Greater,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::Greater => Comparison::Less,
        Comparison::AtLeast => Comparison::AtMost,
    }
}
