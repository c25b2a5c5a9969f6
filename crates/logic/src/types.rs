//! The types of expressions.

use std::fmt;

use enquire_model::{Answer, TimeUnit};

/// The type of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// A condition.
    Truth,
    /// A number.
    Number(Unit),
    /// A text.
    Text,
    /// A day.
    Date,
    /// A length of time, counted in one unit.
    Duration(TimeUnit),
    /// One option of a scale.
    Choice {
        /// The id of the scale.
        scale: String,
        /// Whether `other` is an option too.
        other: bool,
    },
    /// Several options of a scale.
    Choices {
        /// The id of the scale.
        scale: String,
        /// Whether `other` is an option too.
        other: bool,
    },
    /// An option that is named and not yet compared with anything: its code.
    Code(String),
    /// A beginning and an end.
    Period,
    /// A filled record: the id of the record.
    Record(String),
    /// Several filled records: the id of the record.
    List(String),
    /// A table.
    Table,
    /// A file.
    File,
    /// Not known, because something in the expression is mistaken or undeclared. It goes with everything, so that one mistake
    /// is found once.
    Unknown,
}

/// The unit of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Whatever the other side has: of a number that is written out, and of a quotient of like numbers.
    Any,
    /// None: a count, a year, a plain number.
    None,
    /// Of a hundred.
    Percent,
    /// The unit of a quantity. Differences of dates have `days`, `months` or `years`.
    Of(String),
    /// Money in one of these currencies, or in any if there are none. The currency is known if there is exactly one.
    Money(Vec<String>),
}

impl Type {
    /// The type of an answer of the kind `answer`.
    pub fn of(answer: &Answer) -> Self {
        match answer {
            Answer::YesNo => Self::Choice { scale: "yes_no".to_owned(), other: false },
            Answer::OneOf(selection) => Self::Choice { scale: selection.scale.to_string(), other: selection.other },
            Answer::ManyOf(selection) | Answer::Ranking(selection) => {
                Self::Choices { scale: selection.scale.to_string(), other: selection.other }
            }
            Answer::Text { .. }
            | Answer::Prose { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link => Self::Text,
            Answer::Integer(_) | Answer::Decimal(_) | Answer::Year { .. } => Self::Number(Unit::None),
            Answer::Percent(_) => Self::Number(Unit::Percent),
            Answer::Amount { currencies, .. } => Self::Number(Unit::Money(currencies.clone())),
            Answer::Quantity { unit, .. } => Self::Number(Unit::Of(unit.clone())),
            Answer::Date { .. } => Self::Date,
            Answer::Period { .. } => Self::Period,
            Answer::File => Self::File,
            Answer::Record { record } => Self::Record(record.to_string()),
            Answer::List { record, .. } => Self::List(record.to_string()),
            Answer::Table(_) => Self::Table,
        }
    }

    /// The type in plain words, as in "`since` is *a number*".
    pub fn describe(&self) -> String {
        match self {
            Self::Truth => "a condition".to_owned(),
            Self::Number(unit) => unit.describe(),
            Self::Text => "a text".to_owned(),
            Self::Date => "a date".to_owned(),
            Self::Duration(unit) => format!("a duration in {}", unit_word(*unit)),
            Self::Choice { scale, .. } => format!("an option of `{scale}`"),
            Self::Choices { scale, .. } => format!("several options of `{scale}`"),
            Self::Code(code) => format!("the option `{code}`"),
            Self::Period => "a period".to_owned(),
            Self::Record(record) => format!("a record `{record}`"),
            Self::List(record) => format!("a list of `{record}`"),
            Self::Table => "a table".to_owned(),
            Self::File => "a file".to_owned(),
            Self::Unknown => "something unknown".to_owned(),
        }
    }

    /// A number that takes any unit.
    pub(crate) const NUMBER: Self = Self::Number(Unit::Any);
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe())
    }
}

impl Unit {
    /// A number with the unit in plain words, as in "*a number of hours*".
    pub fn describe(&self) -> String {
        match self {
            Self::Any => "a number".to_owned(),
            Self::None => "a number without a unit".to_owned(),
            Self::Percent => "a percentage".to_owned(),
            Self::Of(unit) => format!("a number of {unit}"),
            Self::Money(currencies) => match currencies.as_slice() {
                [] => "an amount in any currency".to_owned(),
                [one] => format!("an amount in {one}"),
                several => format!("an amount in {}", several.join(" or ")),
            },
        }
    }

    /// The unit of a number of `unit`.
    pub(crate) fn of_time(unit: TimeUnit) -> Self {
        Self::Of(unit_word(unit).to_owned())
    }

    /// The unit of two numbers that are compared or added, if they go together.
    pub(crate) fn joined(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Any, unit) | (unit, Self::Any) => Some(unit.clone()),
            (Self::Money(left), Self::Money(right)) => match (left.as_slice(), right.as_slice()) {
                ([one], [two]) if one == two => Some(self.clone()),
                _ => None,
            },
            (one, two) => (one == two).then(|| one.clone()),
        }
    }

    /// The unit of a product, if it has a meaning.
    pub(crate) fn multiplied(&self, other: &Self) -> Option<Self> {
        // A number that takes any unit gives way to all others, a percentage to all but that.
        for yielding in [Self::Any, Self::Percent, Self::None] {
            if *self == yielding {
                return Some(other.clone());
            }
            if *other == yielding {
                return Some(self.clone());
            }
        }
        None
    }

    /// The unit of a quotient.
    pub(crate) fn divided(&self, by: &Self) -> Self {
        match (self, by) {
            (unit, Self::Any) => unit.clone(),
            (one, two) if one == two => Self::Any,
            (unit, Self::None | Self::Percent) => unit.clone(),
            (_, Self::Of(_) | Self::Money(_)) => Self::Any,
        }
    }
}

/// The unit of time as it is written after a number.
pub(crate) fn unit_word(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Days => "days",
        TimeUnit::Months => "months",
        TimeUnit::Years => "years",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(unit: &str) -> Unit {
        Unit::Of(unit.to_owned())
    }

    fn money(currencies: &[&str]) -> Unit {
        Unit::Money(currencies.iter().map(|&it| it.to_owned()).collect())
    }

    #[test]
    fn like_units_join_and_unlike_ones_do_not() {
        assert_eq!(Unit::Any.joined(&of("hours")), Some(of("hours")));
        assert_eq!(of("hours").joined(&of("hours")), Some(of("hours")));
        assert_eq!(of("hours").joined(&of("days")), None);
        assert_eq!(Unit::Percent.joined(&Unit::None), None);
        assert_eq!(money(&["usd"]).joined(&money(&["usd"])), Some(money(&["usd"])));
        assert_eq!(money(&["usd"]).joined(&money(&["eur"])), None);
    }

    #[test]
    fn an_unknown_currency_joins_with_written_numbers_only() {
        let unknown = money(&["usd", "eur"]);
        assert_eq!(unknown.joined(&unknown), None);
        assert_eq!(money(&[]).joined(&money(&[])), None);
        assert_eq!(unknown.joined(&Unit::Any), Some(unknown));
    }

    #[test]
    fn products_keep_the_one_unit() {
        assert_eq!(Unit::Percent.multiplied(&Unit::None), Some(Unit::None));
        assert_eq!(Unit::Percent.multiplied(&Unit::Any), Some(Unit::Percent));
        assert_eq!(Unit::None.multiplied(&of("hours")), Some(of("hours")));
        assert_eq!(of("hours").multiplied(&money(&["usd"])), None);
    }

    #[test]
    fn quotients_of_like_numbers_take_any_unit() {
        assert_eq!(Unit::None.divided(&Unit::None), Unit::Any);
        assert_eq!(of("hours").divided(&of("hours")), Unit::Any);
        assert_eq!(of("hours").divided(&Unit::None), of("hours"));
        assert_eq!(of("hours").divided(&Unit::Any), of("hours"));
        assert_eq!(money(&["usd"]).divided(&of("hours")), Unit::Any);
        assert_eq!(Unit::None.divided(&Unit::Percent), Unit::None);
        assert_eq!(Unit::Any.divided(&Unit::Any), Unit::Any);
    }

    #[test]
    fn types_are_described_in_plain_words() {
        assert_eq!(Type::Number(of("hours")).describe(), "a number of hours");
        assert_eq!(Type::Choice { scale: "extent".to_owned(), other: false }.describe(), "an option of `extent`");
        assert_eq!(Type::Number(money(&["usd", "eur"])).describe(), "an amount in usd or eur");
    }
}
