//! Days and periods.

use enquire_model::Date;
use jiff::ToSpan;
use jiff::civil::date;
use serde_json::{Value as Json, json};

use super::{Given, Telling, Values};
use crate::constants::Subject;
use crate::dice::Dice;

/// How many days a date without bounds reaches back.
const REACH: i64 = 20 * 365;

/// A first and a last day.
#[derive(Debug, Clone, Copy)]
struct Days {
    from: Date,
    to: Date,
}

impl Days {
    fn contains(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    fn random(self, dice: &mut Dice) -> Date {
        let span = self.from.0.until(self.to.0).map(|span| span.get_days()).unwrap_or_default();
        let days = dice.between(0, u64::from(span.unsigned_abs()));
        later(self.from, i64::try_from(days).unwrap_or_default()).unwrap_or(self.from)
    }
}

/// The day so many days later.
fn later(day: Date, days: i64) -> Option<Date> {
    let moved = day.0.checked_add(days.days()).ok()?;
    (moved.year() >= 1).then_some(Date(moved))
}

impl Values<'_> {
    /// The days that can be given.
    fn days(&self, from: Option<Date>, to: Option<Date>) -> Option<Days> {
        let end = self.instrument.period.map(|period| period.to).or(self.instrument.deadline);
        let usual = end.unwrap_or(Date(date(2024, 12, 31)));
        let last = to.unwrap_or_else(|| from.and_then(|from| later(from, REACH)).unwrap_or(usual).max(usual));
        let first = from.or_else(|| later(last, -REACH))?;
        (first <= last).then_some(Days { from: first, to: last })
    }

    pub(super) fn date(
        &self,
        subject: Subject,
        from: Option<Date>,
        to: Option<Date>,
        dice: &mut Dice,
    ) -> Option<Given> {
        let days = self.days(from, to)?;
        Some(Given::of(self.day(subject, days, dice).to_string()))
    }

    /// A day, often one at which a condition changes.
    fn day(&self, subject: Subject, days: Days, dice: &mut Dice) -> Date {
        let near = self.near(subject, days);
        let chosen = if dice.chance(20) { dice.one(&near).copied() } else { None };
        chosen.unwrap_or_else(|| days.random(dice))
    }

    pub(super) fn period(
        &self,
        subject: Subject,
        from: Option<Date>,
        to: Option<Date>,
        dice: &mut Dice,
    ) -> Option<Given> {
        let days = self.days(from, to)?;
        let ends =
            [self.day((subject.0, Some("beginning")), days, dice), self.day((subject.0, Some("ending")), days, dice)];
        Some(Given::of(between(ends)))
    }

    pub(super) fn telling_dates(
        &self,
        subject: Subject,
        from: Option<Date>,
        to: Option<Date>,
        dice: &mut Dice,
    ) -> Vec<Telling> {
        let Some(days) = self.days(from, to) else { return Vec::new() };
        let mut all = vec![Telling::new("a day", Given::of(days.random(dice).to_string()))];
        for (day, why) in self.bounds(subject, days, (from, to)) {
            all.push(Telling::new(format!("{day}, {why}"), Given::of(day.to_string())));
        }
        all
    }

    pub(super) fn telling_periods(
        &self,
        subject: Subject,
        from: Option<Date>,
        to: Option<Date>,
        dice: &mut Dice,
    ) -> Vec<Telling> {
        let Some(days) = self.days(from, to) else { return Vec::new() };
        let (day, middle) = (days.random(dice), days.random(dice));
        let mut all = vec![
            Telling::new("a period", Given::of(between([day, middle]))),
            Telling::new("a period of one day", Given::of(between([day, day]))),
        ];
        for (beginning, why) in self.bounds((subject.0, Some("beginning")), days, (from, None)) {
            let shows = format!("from {beginning}, {why}");
            all.push(Telling::new(shows, Given::of(between([beginning, beginning.max(middle)]))));
        }
        for (ending, why) in self.bounds((subject.0, Some("ending")), days, (None, to)) {
            all.push(Telling::new(format!("to {ending}, {why}"), Given::of(between([ending.min(middle), ending]))));
        }
        all
    }

    /// The bounds that the author set, then the days at which conditions change.
    fn bounds(
        &self,
        subject: Subject,
        days: Days,
        (from, to): (Option<Date>, Option<Date>),
    ) -> Vec<(Date, &'static str)> {
        let near = self.near(subject, days).into_iter().map(|day| (day, "near what it is compared with"));
        let set = [from.map(|day| (day, "the first")), to.map(|day| (day, "the last"))];
        set.into_iter().flatten().chain(near).collect()
    }

    /// The constants of conditions and the days beside them.
    fn near(&self, subject: Subject, days: Days) -> Vec<Date> {
        let constants = self.constants.dates(subject).iter();
        let near = constants.flat_map(|day| [later(*day, -1), Some(*day), later(*day, 1)]).flatten();
        near.filter(|day| days.contains(*day)).collect()
    }
}

fn between(mut ends: [Date; 2]) -> Json {
    ends.sort();
    let [beginning, ending] = ends;
    json!({ "beginning": beginning.to_string(), "ending": ending.to_string() })
}
