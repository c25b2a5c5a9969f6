//! Arithmetic of dates.

use enquire_model::{Date, TimeUnit};
use jiff::civil::Date as Day;
use jiff::{Span, Unit};

/// The day `count` units later, or earlier if it is negative. The day of the month stays, or is the last one of a month that is
/// too short. Nothing outside the years 1 to 9999.
pub(crate) fn later(date: Date, count: i64, unit: TimeUnit) -> Option<Date> {
    let span = match unit {
        TimeUnit::Days => Span::new().try_days(count),
        TimeUnit::Months => Span::new().try_months(count),
        TimeUnit::Years => Span::new().try_years(count),
    };
    let day = date.0.checked_add(span.ok()?).ok()?;
    is_in_calendar(day).then_some(Date(day))
}

/// Whether a day is one that replies can give.
pub(crate) fn is_in_calendar(day: Day) -> bool {
    day.year() >= 1
}

/// Days from one day to another, negative if the other is earlier.
pub(crate) fn days_between(from: Day, to: Day) -> i64 {
    // The difference of any two days of the calendar fits, so that the fallback is never taken.
    from.until((Unit::Day, to)).map_or(0, |span| span.get_days().into())
}

/// The largest number of months that can be added to `from` without passing `to`; negative the other way round.
pub(crate) fn months_between(from: Day, to: Day) -> Option<i64> {
    if to < from {
        return months_between(to, from).map(|months| -months);
    }
    let month = |day: Day| i64::from(day.year()) * 12 + i64::from(day.month());
    let months = month(to) - month(from);
    let reached = from.checked_add(Span::new().try_months(months).ok()?).ok()?;
    Some(if reached > to { months - 1 } else { months })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// `months(a, b) >= n` says the same as `b >= a + n months`, for every day of four years.
    #[test]
    fn counting_months_agrees_with_adding_them() {
        let from = day("2003-12-29");
        for first in 0..70 {
            let from = from.checked_add(Span::new().days(first)).unwrap();
            for length in 0..800 {
                let to = from.checked_add(Span::new().days(length)).unwrap();
                let months = months_between(from, to).unwrap();
                let after = |count| later(Date(from), count, TimeUnit::Months).unwrap().0;
                assert!(after(months) <= to && to < after(months + 1), "{from} {to} {months}");
                assert_eq!(months_between(to, from), Some(-months));
            }
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_undefined() {
        assert_eq!(later(Date(day("9999-12-31")), 1, TimeUnit::Days), None);
        assert_eq!(later(Date(day("0001-01-01")), -1, TimeUnit::Days), None);
        assert_eq!(later(Date(day("2007-01-01")), i64::MIN, TimeUnit::Years), None);
    }

    #[test]
    fn days_are_counted_across_the_whole_calendar() {
        assert_eq!(days_between(day("0001-01-01"), day("9999-12-31")), 3_652_058);
        assert_eq!(days_between(day("2004-03-01"), day("2004-02-28")), -2);
    }
}
