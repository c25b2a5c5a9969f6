//! Numbers, years and money.

use enquire_model::{Decimal, Limits};
use serde_json::{Map, Value, json};

use super::{Owner, Shapes, closed, commented};
use crate::phrase;

/// The largest whole number that every reader of JSON takes as it is: 2^53 - 1.
pub(super) const MOST_INTEGER: i64 = 9_007_199_254_740_991;

/// Digits before the decimal point of an amount.
const AMOUNT_DIGITS: u32 = 18;

/// The years that a date can have.
const YEARS: (i16, i16) = (1, 9999);

/// A whole number.
pub(super) fn integer(limits: &Limits) -> Value {
    json!({ "type": "integer", "minimum": least(limits), "maximum": most(limits) })
}

/// A number with decimal places. There is no `multipleOf`: validators that count in binary refuse 19.99 by it.
pub(super) fn decimal(limits: &Limits) -> Value {
    json!({
        "$comment": format!("decimal places: at most {}, which Enquire checks", limits.places),
        "type": "number",
        "minimum": least(limits),
        "maximum": most(limits)
    })
}

/// A year.
pub(super) fn year(from: Option<i16>, to: Option<i16>) -> Value {
    json!({ "type": "integer", "minimum": from.unwrap_or(YEARS.0), "maximum": to.unwrap_or(YEARS.1) })
}

impl Shapes<'_, '_> {
    /// Money: the number as a string, so that no reader rounds it, and the currency.
    pub(super) fn amount(&mut self, owner: &Owner, currencies: &[String], limits: &Limits) -> Value {
        let currency = if currencies.is_empty() {
            self::currency()
        } else {
            self.defined(
                &format!("currency of {}", owner.key),
                &format!("{}Currency", owner.prefix),
                |_| json!({ "type": "string", "enum": currencies }),
            )
        };
        let properties =
            Map::from_iter([("amount".to_owned(), amount_text(limits)), ("currency".to_owned(), currency)]);
        let schema = closed(properties, &["amount", "currency"]);
        self.defined(&format!("amount of {}", owner.key), &format!("{}Amount", owner.prefix), |_| schema)
    }
}

/// The number of an amount, as text.
pub(crate) fn amount_text(limits: &Limits) -> Value {
    let comment = amount_bounds(limits).map(|bounds| format!("{bounds}, which Enquire checks"));
    commented(comment, json!({ "type": "string", "pattern": amount_pattern(limits) }))
}

/// Any currency.
pub(crate) fn currency() -> Value {
    json!({ "type": "string", "pattern": "^[a-z]{3}$" })
}

/// The bounds of an amount that its pattern does not say, in words.
pub(crate) fn amount_bounds(limits: &Limits) -> Option<String> {
    let from = limits.from.filter(|from| *from != Decimal::ZERO);
    phrase::bounds(from.as_ref(), limits.to.as_ref())
}

/// Digits without leading noughts, and as many decimal places as may be given.
fn amount_pattern(limits: &Limits) -> String {
    let sign = if limits.from.is_some_and(|from| from >= Decimal::ZERO) { "" } else { "-?" };
    let places = if limits.places == 0 { String::new() } else { format!("(\\.[0-9]{{1,{}}})?", limits.places) };
    format!("^{sign}(0|[1-9][0-9]{{0,{}}}){places}$", AMOUNT_DIGITS - 1)
}

fn least(limits: &Limits) -> Value {
    limits.from.map_or_else(|| json!(-MOST_INTEGER), json_number)
}

fn most(limits: &Limits) -> Value {
    limits.to.map_or_else(|| json!(MOST_INTEGER), json_number)
}

/// `number` as JSON, a whole one without a decimal point; kept within what every reader takes as it is.
pub(crate) fn json_number(number: Decimal) -> Value {
    let largest = Decimal::from(MOST_INTEGER);
    let text = number.clamp(-largest, largest).normalize().to_string();
    let whole = text.parse::<i64>().ok().map(Value::from);
    whole.or_else(|| text.parse::<f64>().ok().map(Value::from)).unwrap_or_default()
}
