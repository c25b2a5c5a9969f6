//! JSON values as they are given: what they are in words, and the members of objects.

use enquire_model::{Date, Decimal};
use serde_json::Value;

use crate::known::shortened;

/// A given text is shown up to this many characters.
const MOST_SHOWN: usize = 40;

/// The years that a date can have.
pub(crate) const YEARS: (i16, i16) = (1, 9999);

/// What `given` is: ``the text `a` ``, `a list`.
pub(crate) fn words(given: &Value) -> String {
    match given {
        Value::Null => "`null`".to_owned(),
        Value::Bool(truth) => format!("`{truth}`"),
        Value::Number(number) => format!("the number `{number}`"),
        Value::String(text) if text.trim().is_empty() => "a blank text".to_owned(),
        Value::String(text) => format!("the text {}", code(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// A given text in backticks, cut if it is long.
pub(crate) fn code(text: &str) -> String {
    format!("`{}`", shortened(text, MOST_SHOWN))
}

/// A JSON number as the shortest decimal number that stands for it; nothing if it has more than 28 digits.
pub(crate) fn decimal(given: &Value) -> Option<Decimal> {
    let number = given.as_number()?;
    if let Some(whole) = number.as_i64() {
        return Some(whole.into());
    }
    let digits = number.to_string();
    if digits.contains(['e', 'E']) { Decimal::from_scientific(&digits).ok() } else { digits.parse().ok() }
}

/// A day, written in full.
pub(crate) fn date(text: &str) -> Option<Date> {
    let is_plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date: Date = text.parse().ok().filter(|_| is_plain)?;
    let year = date.0.year();
    (YEARS.0 <= year && year <= YEARS.1 && date.to_string() == text).then_some(date)
}
