//! Numbers, years and money.

use enquire_model::{Answer, Decimal, Limits};
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Value as Json, json};

use super::{Given, Telling, Values};
use crate::constants::Subject;
use crate::dice::Dice;

/// How far numbers without a bound reach.
const USUAL: (i64, i64) = (0, 100_000);

/// The years that are usual where none are asked for.
const YEARS: (i64, i64) = (1950, 2024);

/// The numbers between two bounds, counted in units of the last decimal place.
#[derive(Debug, Clone, Copy)]
struct Range {
    least: i64,
    most: i64,
    places: u32,
    /// Whether the author set the lower and the upper bound.
    bounded: (bool, bool),
}

impl Range {
    /// Those that `limits` leave; nothing if they leave none. Where a bound is open, they reach as far as `usual` says, and beyond
    /// the constants `compared`.
    fn of(limits: &Limits, usual: (i64, i64), compared: &[Decimal]) -> Option<Self> {
        let one = Decimal::ONE;
        let (least, most) = (Decimal::from(usual.0), Decimal::from(usual.1));
        let lowest = compared.iter().fold(least, |lowest, it| lowest.min(it.saturating_sub(one)));
        let highest = compared.iter().fold(most, |highest, it| highest.max(it.saturating_add(one)));
        let from = limits.from.unwrap_or_else(|| lowest.min(limits.to.unwrap_or(lowest)));
        let to = limits.to.unwrap_or_else(|| highest.max(from.saturating_add(most.saturating_sub(least))));
        // Beyond 15 digits, readers of JSON round.
        let places = limits.places.min(9);
        let unit = Decimal::from(10_i64.pow(places));
        let least = (from.checked_mul(unit)?).ceil().to_i64()?;
        let most = (to.checked_mul(unit)?).floor().to_i64()?;
        (least <= most).then_some(Self { least, most, places, bounded: (limits.from.is_some(), limits.to.is_some()) })
    }

    /// One of them. Where they reach far, small ones are as likely as large ones, as with figures of large and small States.
    fn random(&self, dice: &mut Dice) -> i64 {
        let span = self.most.abs_diff(self.least);
        if self.places == 0 && span < 1_000 {
            return self.least.saturating_add_unsigned(dice.between(0, span));
        }
        let digits = dice.between(1, u64::from(span.max(1).ilog10()) + 1);
        let most = 10_u64.saturating_pow(u32::try_from(digits).unwrap_or(u32::MAX)).saturating_sub(1).min(span);
        self.least.saturating_add_unsigned(dice.between(0, most))
    }

    fn decimal(&self, units: i64) -> Decimal {
        Decimal::new(units, self.places)
    }

    /// `constant` and its neighbours, as far as they are within the bounds.
    fn near(&self, constant: Decimal) -> Vec<i64> {
        let unit = Decimal::from(10_i64.pow(self.places));
        let Some(scaled) = constant.checked_mul(unit) else { return Vec::new() };
        let (below, above) = (scaled.floor().to_i64(), scaled.ceil().to_i64());
        let mut near: Vec<i64> = below.into_iter().chain(above).collect();
        if scaled.fract().is_zero() {
            near.extend(below.and_then(|it| it.checked_sub(1)));
            near.extend(above.and_then(|it| it.checked_add(1)));
        }
        near.retain(|it| (self.least..=self.most).contains(it));
        near.sort_unstable();
        near.dedup();
        near
    }
}

impl Values<'_> {
    /// A number, often one at which a condition changes.
    pub(super) fn number(&self, subject: Subject, answer: &Answer, dice: &mut Dice) -> Option<Given> {
        let range = self.range(subject, answer)?;
        let near: Vec<i64> = self.compared(subject, answer).into_iter().flat_map(|it| range.near(it)).collect();
        let chosen = if dice.chance(20) { dice.one(&near).copied() } else { None };
        let units = chosen.unwrap_or_else(|| range.random(dice));
        Some(Given::of(written(answer, range.decimal(units), dice)))
    }

    /// The bounds, the constants of conditions and their neighbours, and a number between them.
    pub(super) fn telling_numbers(&self, subject: Subject, answer: &Answer, dice: &mut Dice) -> Vec<Telling> {
        let Some(range) = self.range(subject, answer) else { return Vec::new() };
        let mut units = vec![(range.random(dice), "a number")];
        units.extend(range.bounded.0.then_some((range.least, "its least")));
        units.extend(range.bounded.1.then_some((range.most, "its most")));
        for constant in self.compared(subject, answer) {
            units.extend(range.near(constant).into_iter().map(|it| (it, "near what it is compared with")));
        }
        let mut all: Vec<Telling> = Vec::new();
        for (units, why) in units {
            let number = range.decimal(units);
            let shows = if why == "a number" { why.to_owned() } else { format!("{}, {why}", number.normalize()) };
            all.push(Telling::new(shows, Given::of(written(answer, number, dice))));
        }
        all.extend(each_currency(answer, range, dice));
        all
    }

    fn range(&self, subject: Subject, answer: &Answer) -> Option<Range> {
        let usual = if let Answer::Year { .. } = answer { YEARS } else { USUAL };
        Range::of(&limits(answer)?, usual, &self.compared(subject, answer))
    }

    /// The constants that the number is compared with, by itself or as the amount of money.
    fn compared(&self, subject: Subject, answer: &Answer) -> Vec<Decimal> {
        let amount = matches!(answer, Answer::Amount { .. }) && subject.1.is_none();
        let part = if amount { self.constants.numbers((subject.0, Some("amount"))) } else { &[] };
        self.constants.numbers(subject).iter().chain(part).copied().collect()
    }
}

fn limits(answer: &Answer) -> Option<Limits> {
    match answer {
        Answer::Integer(limits)
        | Answer::Decimal(limits)
        | Answer::Amount { limits, .. }
        | Answer::Quantity { limits, .. } => Some(*limits),
        Answer::Percent(limits) => Some(Limits { to: limits.to.or(Some(100.into())), ..*limits }),
        Answer::Year { from, to } => {
            Some(Limits { from: from.map(Decimal::from), to: to.map(Decimal::from), places: 0 })
        }
        Answer::YesNo
        | Answer::OneOf(_)
        | Answer::ManyOf(_)
        | Answer::Ranking(_)
        | Answer::Text { .. }
        | Answer::Prose { .. }
        | Answer::Date { .. }
        | Answer::Period { .. }
        | Answer::Country
        | Answer::Language
        | Answer::Email
        | Answer::Telephone
        | Answer::Link
        | Answer::File
        | Answer::Record { .. }
        | Answer::List { .. }
        | Answer::Table(_) => None,
    }
}

/// `number` as it stands in a reply.
fn written(answer: &Answer, number: Decimal, dice: &mut Dice) -> Json {
    let Answer::Amount { currencies, .. } = answer else {
        return json_number(number);
    };
    let currency = dice.one(currencies).map_or("usd", String::as_str);
    json!({ "amount": number.to_string(), "currency": currency })
}

/// `number` as JSON, a whole one without a decimal point.
pub(crate) fn json_number(number: Decimal) -> Json {
    let text = number.normalize().to_string();
    let whole = text.parse::<i64>().ok().map(Json::from);
    whole.or_else(|| text.parse::<f64>().ok().map(Json::from)).unwrap_or_default()
}

/// An amount in each currency, where there are several.
fn each_currency(answer: &Answer, range: Range, dice: &mut Dice) -> Vec<Telling> {
    let Answer::Amount { currencies, .. } = answer else { return Vec::new() };
    let amount = |currency: &String, dice: &mut Dice| {
        let amount = range.decimal(range.random(dice)).to_string();
        Telling::new(format!("currency `{currency}`"), Given::of(json!({ "amount": amount, "currency": currency })))
    };
    currencies.iter().map(|currency| amount(currency, dice)).collect()
}
