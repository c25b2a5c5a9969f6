//! The cells of a number or date: the points and the gaps between the constants that it is compared with.
//!
//! Within a cell all values mean the same to every condition. Values are counted in units of the last decimal place, dates in days since
//! 1970, so that all of them are whole numbers, and a gap without a value is seen to be empty: an integer is not above 5 and below 6.

use std::collections::BTreeSet;

use enquire_model::{Comparison, Date, Decimal};
use jiff::civil::Date as Day;

use crate::evaluate::time;

/// Whole numbers from `low` to `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) low: i128,
    pub(super) high: i128,
}

/// A constant in units of the last decimal place: between two whole numbers, or one if they are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Mark {
    floor: i128,
    ceiling: i128,
}

/// More than any number of 28 digits in units of any decimal place.
const BEYOND: i128 = 10_i128.pow(37);

impl Range {
    /// Every number.
    pub(super) const ALL: Self = Self { low: -BEYOND, high: BEYOND };

    pub(super) fn is_empty(self) -> bool {
        self.low > self.high
    }

    /// What is in both.
    pub(super) fn and(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high) }
    }

    /// The value nearest to `wanted`.
    pub(super) fn nearest(self, wanted: i128) -> i128 {
        wanted.max(self.low).min(self.high)
    }

    /// The differences between a value of this range and one of `other`.
    pub(super) fn minus(self, other: Self) -> Self {
        Self { low: (self.low - other.high).max(-BEYOND), high: (self.high - other.low).min(BEYOND) }
    }

    /// The same in units that are `by` times smaller.
    pub(super) fn times(self, by: i128) -> Self {
        let scaled = |bound: i128| if bound.abs() >= BEYOND { bound } else { bound.saturating_mul(by) };
        Self { low: scaled(self.low), high: scaled(self.high) }
    }

    /// Whether `comparison` holds between the values of this range and a constant known to be from `low` to `high`; nothing if it depends.
    pub(super) fn compare(self, comparison: Comparison, low: Mark, high: Mark) -> Option<bool> {
        let less = |low: Mark, high: Mark| decided(self.high < low.ceiling, self.low >= high.ceiling);
        let at_most = |low: Mark, high: Mark| decided(self.high <= low.floor, self.low > high.floor);
        match comparison {
            Comparison::Less => less(low, high),
            Comparison::AtMost => at_most(low, high),
            Comparison::Greater => at_most(low, high).map(|it| !it),
            Comparison::AtLeast => less(low, high).map(|it| !it),
            Comparison::Equal => self.equals(low, high),
            Comparison::NotEqual => self.equals(low, high).map(|it| !it),
        }
    }

    fn equals(self, low: Mark, high: Mark) -> Option<bool> {
        let same = low == high && low.floor == low.ceiling && self.low == self.high && self.low == low.floor;
        decided(same, self.high < low.ceiling || self.low > high.floor)
    }
}

fn decided(holds: bool, fails: bool) -> Option<bool> {
    if holds {
        Some(true)
    } else if fails {
        Some(false)
    } else {
        None
    }
}

impl Mark {
    /// `value` in units of the decimal place `places`; nothing if it is too large.
    pub(super) fn of(value: Decimal, places: u32) -> Option<Self> {
        let unit = 10_i128.checked_pow(value.scale())?;
        let scaled = value.mantissa().checked_mul(10_i128.checked_pow(places)?)?;
        let floor = scaled.div_euclid(unit);
        Some(Self { floor, ceiling: if scaled.rem_euclid(unit) == 0 { floor } else { floor + 1 } })
    }

    /// The least whole number that is not below it.
    pub(super) fn at_least(self) -> i128 {
        self.ceiling
    }

    /// The greatest whole number that is not above it.
    pub(super) fn at_most(self) -> i128 {
        self.floor
    }

    /// The whole number `value`.
    pub(super) fn whole(value: i128) -> Self {
        Self { floor: value, ceiling: value }
    }
}

/// The cells of `within` between `marks`, in order. None is empty.
pub(super) fn cells(within: Range, marks: &BTreeSet<Mark>) -> Vec<Range> {
    let mut found = Vec::new();
    let mut start = within.low;
    let mut add = |low: i128, high: i128| {
        let range = Range { low, high }.and(within);
        if !range.is_empty() {
            found.push(range);
        }
    };
    for mark in marks {
        if mark.floor == mark.ceiling {
            add(start, mark.floor - 1);
            add(mark.floor, mark.floor);
            start = start.max(mark.floor + 1);
        } else {
            add(start, mark.floor);
            start = start.max(mark.ceiling);
        }
    }
    add(start, within.high);
    found
}

/// A day as a number.
pub(super) fn day_number(date: Date) -> i128 {
    time::days_between(Day::constant(1970, 1, 1), date.0).into()
}

/// The day with a number; nothing outside the years 1 to 9999.
pub(super) fn day(number: i128) -> Option<Date> {
    let span = jiff::Span::new().try_days(i64::try_from(number).ok()?).ok()?;
    let day = Day::constant(1970, 1, 1).checked_add(span).ok()?;
    time::is_in_calendar(day).then_some(Date(day))
}

/// The days of the calendar from `from` to `to`.
pub(super) fn days(from: Option<Date>, to: Option<Date>) -> Range {
    let first = Date(Day::constant(1, 1, 1));
    let last = Date(Day::constant(9999, 12, 31));
    Range { low: day_number(from.unwrap_or(first)), high: day_number(to.unwrap_or(last)) }
}

/// A number of units of a decimal place.
pub(super) fn number(units: i128, places: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(units, places).ok().map(|number| number.normalize())
}

/// How many days `months` months are: the least and the most, over all days to start from.
pub(super) fn days_of_months(months: i64) -> Option<(i64, i64)> {
    let mut bounds: Option<(i64, i64)> = None;
    // The calendar repeats itself after 400 years; only the length of the months matters, so that a few days of each are enough.
    for month in 0..400 * 12_i16 {
        let (year, month) = (4000 + month / 12, i8::try_from(month % 12 + 1).ok()?);
        let last = Day::new(year, month, 1).ok()?.days_in_month();
        for day in std::iter::once(1).chain(28..=last) {
            let from = Day::new(year, month, day).ok()?;
            let to = time::later(Date(from), months, enquire_model::TimeUnit::Months)?;
            let days = time::days_between(from, to.0);
            let (shortest, longest) = bounds.unwrap_or((days, days));
            bounds = Some((shortest.min(days), longest.max(days)));
        }
    }
    bounds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(of: &[&str], places: u32) -> BTreeSet<Mark> {
        of.iter().map(|it| Mark::of(it.parse().unwrap(), places).unwrap()).collect()
    }

    fn ranges(within: (i128, i128), of: &[&str], places: u32) -> Vec<(i128, i128)> {
        let within = Range { low: within.0, high: within.1 };
        cells(within, &marks(of, places)).into_iter().map(|it| (it.low, it.high)).collect()
    }

    #[test]
    fn a_gap_without_a_value_is_no_cell() {
        assert_eq!(ranges((0, 100), &["5", "6"], 0), [(0, 4), (5, 5), (6, 6), (7, 100)]);
        assert_eq!(ranges((0, 100), &["5.5"], 0), [(0, 5), (6, 100)]);
        assert_eq!(ranges((0, 100), &["5.5"], 1), [(0, 54), (55, 55), (56, 100)]);
        assert_eq!(ranges((0, 5), &["5", "9"], 0), [(0, 4), (5, 5)]);
        assert_eq!(ranges((3, 2), &["5"], 0), []);
    }

    #[test]
    fn comparisons_are_decided_in_every_cell() {
        let mark = Mark::of("5.5".parse().unwrap(), 0).unwrap();
        for range in cells(Range { low: 0, high: 9 }, &BTreeSet::from([mark])) {
            let above = range.low > 5;
            assert_eq!(range.compare(Comparison::Greater, mark, mark), Some(above));
            assert_eq!(range.compare(Comparison::AtLeast, mark, mark), Some(above));
            assert_eq!(range.compare(Comparison::Less, mark, mark), Some(!above));
            assert_eq!(range.compare(Comparison::Equal, mark, mark), Some(false));
        }
        let (low, high) = (Mark::whole(3), Mark::whole(5));
        assert_eq!(Range { low: 4, high: 4 }.compare(Comparison::AtLeast, low, high), None);
        assert_eq!(Range { low: 5, high: 5 }.compare(Comparison::AtLeast, low, high), Some(true));
    }

    #[test]
    fn six_months_are_181_to_184_days() {
        assert_eq!(days_of_months(6), Some((181, 184)));
        assert_eq!(days_of_months(-12), Some((-366, -365)));
        assert_eq!(day(day_number("2004-02-29".parse().unwrap())), "2004-02-29".parse().ok());
    }
}
