//! Kinds of answer.

use enquire_diagnostics::codes::{
    BAD_NUMBER, DUPLICATE_CLAUSE, IMPOSSIBLE_COUNT, IMPOSSIBLE_PATTERN, MISSING_VALUE, UNKNOWN_ANSWER, UNKNOWN_VALUE,
};
use enquire_diagnostics::{Diagnostic, Span};
use enquire_model::{Answer, Count, Date, Decimal, Limits, Name, Selection};
use enquire_syntax::view::Block;
use rust_decimal::RoundingStrategy;

use super::cursor::{Cursor, Named};
use super::{Kind, Lower};
use crate::suggest;

/// The largest whole number that every program reads exactly: 2 to the power of 53, less 1.
const MOST_EXACT: i64 = 9_007_199_254_740_991;

/// The most decimal places.
const MOST_PLACES: u32 = 10;

/// An answer as it was read, and the words behind it that are not about its kind.
pub(super) struct ReadAnswer {
    pub(super) answer: Answer,
    /// Where `required` stands behind a field's answer.
    pub(super) required: Option<Span>,
}

/// The first words of every kind of answer.
const KINDS: [&str; 24] = [
    "yes_no",
    "one",
    "many",
    "ranking",
    "text",
    "prose",
    "integer",
    "decimal",
    "percent",
    "amount",
    "quantity",
    "date",
    "year",
    "period",
    "country",
    "language",
    "email",
    "telephone",
    "link",
    "file",
    "record",
    "list",
    "table",
    "number",
];

/// The words that follow the kind of an answer, with commas between them.
#[derive(Debug, Default)]
struct Details {
    other: Option<Span>,
    exclusive: Vec<Named>,
    least: Option<(u32, Span)>,
    most: Option<(u32, Span)>,
    from: Option<Bound>,
    to: Option<Bound>,
    places: Option<(u32, Span)>,
    within: Option<Name>,
    key: Option<Name>,
    units: Vec<Named>,
    matching: Option<(String, Span)>,
    required: Option<Span>,
}

/// One end of a range, as written.
#[derive(Debug, Clone)]
struct Bound {
    written: Named,
    is_date: bool,
}

impl Lower<'_> {
    /// The answer at `cursor`; `owner` is the id of its question, for a scale written in place.
    pub(super) fn answer(&mut self, cursor: &mut Cursor, block: Option<&Block>, owner: &str) -> Option<ReadAnswer> {
        let Some(kind) = cursor.word() else {
            self.missing_value(
                cursor,
                "write a kind of answer, such as `yes_no`, `one of SCALE`, `prose` or `integer`",
            );
            return None;
        };
        let answer = match kind.text.as_str() {
            "one" | "many" | "ranking" => return self.selection(&kind, cursor, owner),
            "record" => {
                let record = self.declared_name(cursor, Kind::Record)?;
                Answer::Record { record }
            }
            "list" => return self.list(&kind, cursor),
            "table" => {
                let table = self.table(&kind, block, owner)?;
                return Some(ReadAnswer { answer: Answer::Table(table), required: None });
            }
            _ => return self.scalar(&kind, cursor),
        };
        let details = self.details(cursor);
        self.reject_details(&kind, &details);
        Some(ReadAnswer { answer, required: details.required })
    }

    fn scalar(&mut self, kind: &Named, cursor: &mut Cursor) -> Option<ReadAnswer> {
        if !KINDS.contains(&kind.text.as_str()) || kind.text == "number" {
            self.unknown_answer(kind);
            cursor.rest();
            return None;
        }
        let mut details = self.details(cursor);
        let answer = match kind.text.as_str() {
            "yes_no" => Answer::YesNo,
            "text" => Answer::Text {
                most_characters: details.most.map(|it| it.0),
                matching: self.matching(details.matching.take()),
            },
            "prose" => Answer::Prose { most_words: details.most.map(|it| it.0) },
            "integer" => Answer::Integer(self.limits(&details, 0)),
            "decimal" => Answer::Decimal(self.limits(&details, 2)),
            "percent" => Answer::Percent(self.percent_limits(&details)),
            "amount" => {
                let currencies = self.currencies(&details.units);
                Answer::Amount { currencies, limits: self.limits(&details, 2) }
            }
            "quantity" => Answer::Quantity { unit: self.unit(&details.units, kind)?, limits: self.limits(&details, 2) },
            "date" => {
                let (from, to) = self.date_bounds(&details);
                Answer::Date { from, to }
            }
            "year" => {
                let (from, to) = self.year_bounds(&details);
                Answer::Year { from, to }
            }
            "period" => {
                let (from, to) = self.date_bounds(&details);
                Answer::Period { from, to }
            }
            "country" => Answer::Country,
            "language" => Answer::Language,
            "email" => Answer::Email,
            "telephone" => Answer::Telephone,
            "link" => Answer::Link,
            _ => Answer::File,
        };
        self.reject_details(kind, &details);
        Some(ReadAnswer { answer, required: details.required })
    }

    fn unknown_answer(&mut self, kind: &Named) {
        let help = if kind.text == "number" {
            "did you mean `integer` (a whole number) or `decimal`?".to_owned()
        } else if self.declared.scales.contains_key(&kind.text) {
            format!("for an option of this scale write `one of {0}` or `many of {0}`", kind.text)
        } else if self.declared.records.contains_key(&kind.text) {
            format!("write `record {0}` for one or `list of {0}` for several", kind.text)
        } else {
            suggest::help(
                &kind.text,
                KINDS,
                "such as `yes_no`, `one of SCALE`, `many of SCALE`, `prose`, `integer`, `date` or `list of RECORD`",
            )
        };
        self.report(
            Diagnostic::new(&UNKNOWN_ANSWER, kind.span, format!("there is no kind of answer `{}`", kind.text))
                .with_help(help),
        );
    }

    /// `one of SCALE`, `many of { ... }`, `ranking of SCALE`, with what follows.
    fn selection(&mut self, kind: &Named, cursor: &mut Cursor, owner: &str) -> Option<ReadAnswer> {
        if !cursor.accept("of") {
            self.missing_value(cursor, "write of which scale: `one of extent`");
            return None;
        }
        let scale = match cursor.choices() {
            Some((file, choices)) => self.inline_scale(owner, file, &choices),
            None => self.declared_name(cursor, Kind::Scale)?,
        };
        let details = self.details(cursor);
        let codes = self.codes_of(&scale);
        let count = self.selection_count(&details, codes.len() + usize::from(details.other.is_some()));
        let mut exclusive = Vec::new();
        for code in &details.exclusive {
            if codes.contains(&code.text) {
                exclusive.push(Self::name(code.clone()));
            } else {
                self.value_not_in_scale(code, &scale, &codes);
            }
        }
        if let Some(span) = details.other.filter(|_| codes.iter().any(|code| code == "other")) {
            self.report(
                Diagnostic::new(&UNKNOWN_VALUE, span, format!("`{scale}` already has an option `other`"))
                    .with_help("give that option another code, or leave `other` away here"),
            );
        }
        let other = details.other.is_some();
        let selection = Selection { scale, other, exclusive, count, within: details.within.clone() };
        let answer = match kind.text.as_str() {
            "one" => Answer::OneOf(selection),
            "many" => Answer::ManyOf(selection),
            _ => Answer::Ranking(selection),
        };
        self.reject_details(kind, &details);
        Some(ReadAnswer { answer, required: details.required })
    }

    fn value_not_in_scale(&mut self, code: &Named, scale: &Name, codes: &[String]) {
        self.report(
            Diagnostic::new(
                &enquire_diagnostics::codes::VALUE_NOT_IN_SCALE,
                code.span,
                format!("`{}` is not an option of `{scale}`", code.text),
            )
            .with_help(suggest::help(&code.text, codes.iter().map(String::as_str), "")),
        );
    }

    /// The codes of a scale, written in place or declared.
    fn codes_of(&self, scale: &Name) -> Vec<String> {
        let inline = self.inline.iter().find(|it| it.id == *scale && it.id.place() == scale.place());
        let scale = inline.or_else(|| self.instrument.scales.get(scale.as_str()));
        if let Some(scale) = scale {
            return scale.choices.iter().map(|it| it.code.as_str().to_owned()).collect();
        }
        Vec::new()
    }

    fn selection_count(&mut self, details: &Details, options: usize) -> Count {
        let count = self.ordered_count(details);
        for (wanted, span) in [details.least, details.most].into_iter().flatten() {
            if options > 0 && wanted as usize > options {
                self.report(
                    Diagnostic::new(&IMPOSSIBLE_COUNT, span, format!("there are only {options} options"))
                        .with_help("write a smaller number"),
                );
            }
        }
        count
    }

    /// Least and most, which are reported if they cross.
    fn ordered_count(&mut self, details: &Details) -> Count {
        if let (Some((least, span)), Some((most, _))) = (details.least, details.most)
            && least > most
        {
            self.report(
                Diagnostic::new(&IMPOSSIBLE_COUNT, span, format!("at least {least} and at most {most} cannot both be"))
                    .with_help("write the smaller number behind `at least`"),
            );
        }
        Count { least: details.least.map(|it| it.0), most: details.most.map(|it| it.0) }
    }

    fn list(&mut self, kind: &Named, cursor: &mut Cursor) -> Option<ReadAnswer> {
        if !cursor.accept("of") {
            self.missing_value(cursor, "write of which record: `list of law`");
            return None;
        }
        let record = self.declared_name(cursor, Kind::Record)?;
        let details = self.details(cursor);
        let count = self.ordered_count(&details);
        self.reject_details(kind, &details);
        if let Some(key) = &details.key {
            self.check_key(&record, key);
        }
        Some(ReadAnswer { answer: Answer::List { record, key: details.key, count }, required: details.required })
    }

    fn check_key(&mut self, record: &Name, key: &Name) {
        let Some(found) = self.instrument.records.get(record.as_str()) else { return };
        if found.field(key.as_str()).is_none() {
            let fields: Vec<String> = found.fields.iter().map(|it| it.id.as_str().to_owned()).collect();
            let word = Named { text: key.as_str().to_owned(), span: Self::span_of_place(key.place()) };
            self.report(
                Diagnostic::new(
                    &enquire_diagnostics::codes::UNDEFINED_NAME,
                    word.span,
                    format!("`{record}` has no field `{key}`"),
                )
                .with_help(suggest::help(&word.text, fields.iter().map(String::as_str), "")),
            );
        }
    }

    /// What follows the kind, up to something that is none of it.
    fn details(&mut self, cursor: &mut Cursor) -> Details {
        let mut details = Details::default();
        loop {
            let comma = cursor.comma();
            if !self.detail(cursor, &mut details) {
                if comma && cursor.is_done() {
                    self.missing_value(cursor, "delete the last comma, or write what follows it");
                }
                return details;
            }
        }
    }

    fn detail(&mut self, cursor: &mut Cursor, details: &mut Details) -> bool {
        let Some(word) =
            cursor.peek().and_then(|it| it.word().map(|word| Named { text: word.text().to_owned(), span: it.span() }))
        else {
            return self.places(cursor, details);
        };
        if details.has(&word.text) {
            self.report(
                Diagnostic::new(&DUPLICATE_CLAUSE, word.span, format!("`{}` stands here a second time", word.text))
                    .with_help("keep one of them"),
            );
        }
        let excludes = cursor.peek_second().and_then(super::Placed::word).is_some_and(|it| it.text() == "excludes");
        match word.text.as_str() {
            _ if excludes => {
                cursor.next();
                cursor.next();
                if !cursor.accept("others") {
                    self.missing_value(cursor, "write `NAME excludes others`");
                }
                details.exclusive.push(word);
            }
            "other" => {
                cursor.next();
                details.other = Some(word.span);
            }
            "required" => {
                cursor.next();
                details.required = Some(word.span);
            }
            "at" => {
                cursor.next();
                self.at_bound(cursor, details);
            }
            "from" => {
                cursor.next();
                details.from = self.bound(cursor);
            }
            "to" => {
                cursor.next();
                details.to = self.bound(cursor);
            }
            "in" => {
                cursor.next();
                self.units(cursor, details);
            }
            "by" => {
                cursor.next();
                details.key = cursor.word().map(Self::name);
                if details.key.is_none() {
                    self.missing_value(cursor, "write the field in which no two entries are alike");
                }
            }
            "within" => {
                cursor.next();
                details.within = cursor.word().map(|it| Name::new(self.env.referred(&it.text), Self::place(it.span)));
                if details.within.is_none() {
                    self.missing_value(cursor, "write the question whose answer decides which options are offered");
                }
            }
            "matching" => {
                cursor.next();
                details.matching = self.quoted(cursor);
            }
            _ => return false,
        }
        true
    }

    /// `2 places`.
    fn places(&mut self, cursor: &mut Cursor, details: &mut Details) -> bool {
        let follows = cursor
            .peek_second()
            .and_then(super::Placed::word)
            .is_some_and(|it| matches!(it.text(), "places" | "place"));
        if !follows {
            return false;
        }
        let span = cursor.span();
        details.places = self.count(cursor).map(|count| (count, span));
        if details.places.is_some_and(|(places, _)| places > MOST_PLACES) {
            self.report(
                Diagnostic::new(
                    &BAD_NUMBER,
                    span,
                    format!("no number is asked with more than {MOST_PLACES} decimal places"),
                )
                .with_help("write fewer places, or choose a smaller unit"),
            );
        }
        cursor.next();
        true
    }

    /// `at least 1`, `at most 300 words`.
    fn at_bound(&mut self, cursor: &mut Cursor, details: &mut Details) {
        let Some(most) = self.one_of(cursor, &[("least", false), ("most", true)]) else { return };
        let span = cursor.span();
        let Some(count) = self.count(cursor) else { return };
        if most {
            if count == 0 {
                self.report(
                    Diagnostic::new(&IMPOSSIBLE_COUNT, span, "at most 0 leaves nothing to answer")
                        .with_help("write a larger number"),
                );
            }
            details.most = Some((count, span));
        } else {
            details.least = Some((count, span));
        }
        if ["words", "characters", "entries", "options", "rows", "word", "character"]
            .iter()
            .any(|it| cursor.is_next(it))
        {
            cursor.next();
        }
    }

    fn bound(&mut self, cursor: &mut Cursor) -> Option<Bound> {
        if let Some(written) = cursor.date() {
            return Some(Bound { written, is_date: true });
        }
        let written = cursor.figure();
        if written.is_none() {
            self.missing_value(cursor, "write a number, a year or a date");
        }
        Some(Bound { written: written?, is_date: false })
    }

    /// Units or currencies behind `in`, up to a word that begins something else.
    fn units(&mut self, cursor: &mut Cursor, details: &mut Details) {
        loop {
            if let Some(word) = cursor.word() {
                details.units.push(word);
            } else if let Some((text, span)) =
                cursor.text().map(|(file, text)| (text.value(), enquire_syntax::view::span_of(file, text.range())))
            {
                details.units.push(Named { text, span });
            } else {
                self.missing_value(cursor, "write a unit, such as `hours`, or currencies, such as `usd, eur`");
                return;
            }
            let goes_on = cursor.peek_second().and_then(super::Placed::word).is_some_and(|it| is_currency(it.text()));
            if !goes_on || !cursor.comma() {
                return;
            }
        }
    }

    fn currencies(&mut self, units: &[Named]) -> Vec<String> {
        for unit in units.iter().filter(|it| !is_currency(&it.text)) {
            self.report(
                Diagnostic::new(&UNKNOWN_VALUE, unit.span, format!("`{}` is not a currency", unit.text))
                    .with_help("write the three small letters of ISO 4217, such as `usd` or `eur`"),
            );
        }
        units.iter().filter(|it| is_currency(&it.text)).map(|it| it.text.clone()).collect()
    }

    fn unit(&mut self, units: &[Named], kind: &Named) -> Option<String> {
        let unit = units.first().map(|it| it.text.replace('_', " "));
        if unit.is_none() {
            self.report(
                Diagnostic::new(&MISSING_VALUE, kind.span, "a quantity needs a unit")
                    .with_help("write it behind `in`: `quantity in hours` or `quantity in \"beds per 1,000\"`"),
            );
        }
        unit
    }

    fn matching(&mut self, matching: Option<(String, Span)>) -> Option<String> {
        let (pattern, span) = matching?;
        if let Err(fault) = crate::regex::check(&pattern) {
            self.report(
                Diagnostic::new(&IMPOSSIBLE_PATTERN, span, fault.to_owned())
                    .with_help("use letters, digits, `[A-Z0-9]`, `?`, `*`, `+`, `{2,4}`, `( )` and `|`, which mean the same everywhere"),
            );
            return None;
        }
        Some(pattern)
    }

    fn limits(&mut self, details: &Details, places: u32) -> Limits {
        let places = details.places.map_or(places, |it| it.0);
        let from = details.from.clone().and_then(|it| self.number_bound(&it));
        let to = details.to.clone().and_then(|it| self.number_bound(&it));
        if let (Some(low), Some(high), Some(bound)) = (from, to, &details.from)
            && (low > high || has_no_number(low, high, places))
        {
            self.empty_range(bound.written.span, &low.to_string(), &high.to_string());
        }
        Limits { from, to, places }
    }

    fn percent_limits(&mut self, details: &Details) -> Limits {
        let limits = self.limits(details, 1);
        Limits { from: limits.from.or(Some(Decimal::ZERO)), to: limits.to.or(Some(Decimal::ONE_HUNDRED)), ..limits }
    }

    fn number_bound(&mut self, bound: &Bound) -> Option<Decimal> {
        if bound.is_date {
            self.unknown_value(&bound.written, []);
            return None;
        }
        let number: Decimal = self.parse(&bound.written, "a number")?;
        if number.abs() > Decimal::from(MOST_EXACT) {
            self.report(
                Diagnostic::new(&BAD_NUMBER, bound.written.span, "this number is too large to be exact everywhere")
                    .with_help(format!("write at most {MOST_EXACT}, or leave the bound away")),
            );
            return None;
        }
        Some(number)
    }

    fn date_bounds(&mut self, details: &Details) -> (Option<Date>, Option<Date>) {
        let from = details.from.clone().and_then(|it| self.date_bound(&it, true));
        let to = details.to.clone().and_then(|it| self.date_bound(&it, false));
        if let (Some(first), Some(last), Some(bound)) = (from, to, &details.from)
            && first > last
        {
            self.empty_range(bound.written.span, &first.to_string(), &last.to_string());
        }
        (from, to)
    }

    /// A date, or the first or last day of a year.
    fn date_bound(&mut self, bound: &Bound, first: bool) -> Option<Date> {
        if bound.is_date {
            return self.parse_date(&bound.written);
        }
        let year = self.parse_year(&bound.written)?;
        format!("{year:04}-{}", if first { "01-01" } else { "12-31" }).parse().ok()
    }

    fn year_bounds(&mut self, details: &Details) -> (Option<i16>, Option<i16>) {
        let from = details.from.clone().and_then(|it| self.parse_year(&it.written));
        let to = details.to.clone().and_then(|it| self.parse_year(&it.written));
        if let (Some(first), Some(last), Some(bound)) = (from, to, &details.from)
            && first > last
        {
            self.empty_range(bound.written.span, &first.to_string(), &last.to_string());
        }
        (from, to)
    }

    /// Reports what was written behind a kind of answer that cannot have it.
    fn reject_details(&mut self, kind: &Named, details: &Details) {
        for (kinds, span, what) in details.given() {
            let Some(span) = span.filter(|_| !kinds.contains(&kind.text.as_str())) else { continue };
            self.report(
                Diagnostic::new(&UNKNOWN_VALUE, span, format!("an answer `{}` cannot have {what}", kind.text))
                    .with_help("delete it, or choose a kind of answer that has it"),
            );
        }
    }
}

impl Details {
    /// Whether what begins with `word`, and may stand once, has been read.
    fn has(&self, word: &str) -> bool {
        match word {
            "other" => self.other.is_some(),
            "required" => self.required.is_some(),
            "from" => self.from.is_some(),
            "to" => self.to.is_some(),
            "in" => !self.units.is_empty(),
            "by" => self.key.is_some(),
            "within" => self.within.is_some(),
            "matching" => self.matching.is_some(),
            _ => false,
        }
    }

    /// What was written, where, and which kinds of answer can have it.
    fn given(&self) -> [(&'static [&'static str], Option<Span>, &'static str); 10] {
        let of_name = |name: &Option<Name>| name.as_ref().map(|it| Lower::span_of_place(it.place()));
        let range = self.from.as_ref().or(self.to.as_ref()).map(|it| it.written.span);
        [
            (&["one", "many", "ranking"], self.other, "`other`"),
            (&["many"], self.exclusive.first().map(|it| it.span), "an option that excludes others"),
            (&["integer", "decimal", "percent", "amount", "quantity", "date", "year", "period"], range, "a range"),
            (&["many", "ranking", "list"], self.least.map(|it| it.1), "`at least`"),
            (&["many", "ranking", "list", "text", "prose"], self.most.map(|it| it.1), "`at most`"),
            (&["amount", "quantity"], self.units.first().map(|it| it.span), "a unit"),
            (&["decimal", "percent", "amount", "quantity"], self.places.map(|it| it.1), "decimal places"),
            (&["one", "many", "ranking"], of_name(&self.within), "`within`"),
            (&["list"], of_name(&self.key), "`by`"),
            (&["text"], self.matching.as_ref().map(|it| it.1), "`matching`"),
        ]
    }
}

/// Whether no number with at most so many decimal places lies between the two, both included.
fn has_no_number(low: Decimal, high: Decimal, places: u32) -> bool {
    low.round_dp_with_strategy(places, RoundingStrategy::ToPositiveInfinity) > high
}

fn is_currency(text: &str) -> bool {
    text.chars().all(|it| it.is_ascii_lowercase()) && iso_currency::Currency::from_code(&text.to_uppercase()).is_some()
}
