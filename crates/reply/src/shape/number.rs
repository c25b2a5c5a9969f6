//! Numbers, years and money.

use enquire_diagnostics::codes::{MALFORMED_TEXT, NUMBER_TOO_LARGE, OUT_OF_BOUNDS, TOO_MANY_DECIMALS};
use enquire_model::{Decimal, Limits};
use serde_json::Value;

use super::Look;
use crate::breach::Breach;
use crate::given::{self, YEARS};
use crate::path::{Part, Path};
use crate::suggest;

/// The largest whole number that every reader of JSON takes as it is: 2^53 - 1.
const MOST_INTEGER: i64 = 9_007_199_254_740_991;

/// What to do about a figure that cannot be right.
const FIGURE: &str = "check the figure, and the unit it is in";

/// Digits before the decimal point of an amount.
const AMOUNT_DIGITS: usize = 18;

impl Look<'_, '_> {
    pub(super) fn integer(&mut self, limits: &Limits, path: &Path<'_>, given: &Value) {
        if let Some(number) = self.whole(path, given) {
            self.bounds(limits, path, number);
        }
    }

    pub(super) fn decimal(&mut self, limits: &Limits, path: &Path<'_>, given: &Value) {
        if let Some(number) = self.number(path, given) {
            self.bounds(limits, path, number);
            self.places(limits, path, number.normalize().scale(), &number);
        }
    }

    pub(super) fn year(&mut self, from: Option<i16>, to: Option<i16>, path: &Path<'_>, given: &Value) {
        let Some(number) = self.whole(path, given) else {
            return;
        };
        let (least, most) = (from.unwrap_or(YEARS.0), to.unwrap_or(YEARS.1));
        if number < Decimal::from(least) || number > Decimal::from(most) {
            self.out_of_bounds(
                path,
                &number,
                (Some(&least), Some(&most)),
                "check the year, and whether it has four digits",
            );
        }
    }

    /// The size of a file in bytes.
    pub(super) fn size(&mut self, path: &Path<'_>, given: &Value) {
        if let Some(number) = self.whole(path, given) {
            self.bounds(&Limits { from: Some(Decimal::ZERO), to: None, places: 0 }, path, number);
        }
    }

    /// A whole number, written with or without a decimal point.
    pub(crate) fn whole(&mut self, path: &Path<'_>, given: &Value) -> Option<Decimal> {
        if !given.is_number() {
            self.wrong_type(path, "a whole number", given);
            return None;
        }
        let number = self.number(path, given)?;
        if !number.is_integer() {
            self.wrong_type(path, "a whole number", given);
            return None;
        }
        Some(number)
    }

    fn number(&mut self, path: &Path<'_>, given: &Value) -> Option<Decimal> {
        if !given.is_number() {
            self.wrong_type(path, "a number", given);
            return None;
        }
        let number = given::decimal(given);
        if number.is_none() {
            self.too_large(path, &given.to_string(), "larger numbers are not read alike by all programs");
        }
        number
    }

    fn bounds(&mut self, limits: &Limits, path: &Path<'_>, number: Decimal) {
        let largest = Decimal::from(MOST_INTEGER);
        let least = limits.from.map_or(-largest, |from| from.clamp(-largest, largest));
        let most = limits.to.map_or(largest, |to| to.clamp(-largest, largest));
        if least <= number && number <= most {
            return;
        }
        let bounded = if number < least { limits.from.is_some() } else { limits.to.is_some() };
        if bounded && number.abs() <= largest {
            self.out_of_bounds(path, &number, (limits.from.as_ref(), limits.to.as_ref()), FIGURE);
        } else {
            self.too_large(path, &number.to_string(), "the largest number is 9007199254740991");
        }
    }

    fn too_large(&mut self, path: &Path<'_>, number: &str, bound: &str) {
        let known = self.known;
        self.found.add(&NUMBER_TOO_LARGE, || {
            let what = format!("the number {} is too large", given::code(number));
            Breach::of_value(&NUMBER_TOO_LARGE, path, known.says(path, &what)).help(format!("{bound}; {FIGURE}"))
        });
    }

    fn places(&mut self, limits: &Limits, path: &Path<'_>, places: u32, number: &dyn std::fmt::Display) {
        if places <= limits.places {
            return;
        }
        let known = self.known;
        self.found.add(&TOO_MANY_DECIMALS, || {
            let what = format!("`{number}` has {}, and at most {} can be given", decimals(places), limits.places);
            Breach::of_value(&TOO_MANY_DECIMALS, path, known.says(path, &what)).help("round the figure")
        });
    }

    /// Says between which bounds a value would have to be.
    pub(crate) fn out_of_bounds<B: std::fmt::Display>(
        &mut self,
        path: &Path<'_>,
        given: &dyn std::fmt::Display,
        (from, to): (Option<&B>, Option<&B>),
        help: &str,
    ) {
        let known = self.known;
        self.found.add(&OUT_OF_BOUNDS, || {
            let bounds = match (from, to) {
                (Some(from), Some(to)) => format!("from {from} to {to}"),
                (Some(from), None) => format!("{from} or more"),
                (None, Some(to)) => format!("at most {to}"),
                (None, None) => "possible".to_owned(),
            };
            Breach::of_value(&OUT_OF_BOUNDS, path, known.says(path, &format!("`{given}` is not {bounds}"))).help(help)
        });
    }

    /// Money: the number as a text, so that no reader rounds it, and the currency.
    pub(super) fn amount(&mut self, currencies: &[String], limits: &Limits, path: &Path<'_>, given: &Value) {
        const PARTS: &[&str] = &["amount", "currency"];
        let expected = "an amount with its currency, such as `{\"amount\": \"1200.50\", \"currency\": \"usd\"}`,";
        let Some(object) = self.object(path, given, expected, PARTS, PARTS) else {
            return;
        };
        if let Some(currency) = object.get("currency") {
            self.currency(currencies, &path.part("currency", Part::Words("currency")), currency);
        }
        let Some(amount) = object.get("amount") else {
            return;
        };
        let path = path.part("amount", Part::Words("amount"));
        if let Some(text) = self.string(&path, amount, "the number as a text, in quotation marks,") {
            self.amount_text(limits, &path, text);
        }
    }

    fn amount_text(&mut self, limits: &Limits, path: &Path<'_>, text: &str) {
        let Some(amount) = Amount::read(text) else {
            let known = self.known;
            return self.found.add(&MALFORMED_TEXT, || {
                let what = format!("{} is not an amount", given::code(text));
                Breach::of_value(&MALFORMED_TEXT, path, known.says(path, &what)).help(
                    "write digits with one point before the decimals and no other marks, such as `1200.50`, without noughts before the first digit",
                )
            });
        };
        if amount.whole.len() > AMOUNT_DIGITS {
            return self.too_large(path, text, "an amount has at most 18 digits before its point");
        }
        let places = u32::try_from(amount.decimals.len()).unwrap_or(u32::MAX);
        self.places(limits, path, places, &text);
        // More digits than a decimal number holds can only be decimals, of which there is a breach already.
        let Ok(number) = text.parse::<Decimal>() else {
            return;
        };
        let below = limits.from.is_some_and(|from| number < from || (amount.negative && from >= Decimal::ZERO));
        if below || limits.to.is_some_and(|to| number > to) {
            self.out_of_bounds(path, &text, (limits.from.as_ref(), limits.to.as_ref()), FIGURE);
        }
    }

    fn currency(&mut self, currencies: &[String], path: &Path<'_>, given: &Value) {
        let Some(code) = self.string(path, given, "the code of a currency in small letters") else {
            return;
        };
        let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_lowercase());
        if if currencies.is_empty() { is_code } else { currencies.iter().any(|it| it == code) } {
            return;
        }
        let known = self.known;
        self.found.add(&MALFORMED_TEXT, || {
            let all: Vec<&str> = currencies.iter().map(String::as_str).collect();
            let (what, help) = if all.is_empty() {
                ("not an ISO 4217 code in small letters", "write it such as `usd`".to_owned())
            } else {
                ("not one of the currencies of this question", format!("the currencies are {}", suggest::listed(&all)))
            };
            let what = format!("{} is {what}", given::code(code));
            Breach::of_value(&MALFORMED_TEXT, path, known.says(path, &what)).help(help)
        });
    }
}

/// An amount as it is written.
struct Amount<'t> {
    negative: bool,
    whole: &'t str,
    decimals: &'t str,
}

impl<'t> Amount<'t> {
    /// Digits without noughts before them, and at least one after a point.
    fn read(text: &'t str) -> Option<Self> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        let (whole, decimals) = match digits.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (digits, ""),
        };
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let is_plain = whole == "0" || (!whole.is_empty() && !whole.starts_with('0'));
        (is_plain && are_digits(whole) && are_digits(decimals)).then_some(Self { negative, whole, decimals })
    }
}

fn decimals(places: u32) -> String {
    if places == 1 { "1 decimal place".to_owned() } else { format!("{places} decimal places") }
}
