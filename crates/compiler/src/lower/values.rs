//! Values of clauses as data: words of a list, numbers, dates, periods, and what is left over.

use enquire_diagnostics::codes::{
    BAD_DATE, BAD_NUMBER, CLAUSES_ON_ONE_LINE, EMPTY_RANGE, MISSING_VALUE, UNEXPECTED_TEXT, UNKNOWN_VALUE,
};
use enquire_diagnostics::{Diagnostic, Fix, Span};
use enquire_model::{Date, Period};
use enquire_syntax::view::{Clause, Value};

use super::Lower;
use super::clauses::{Clauses, Contents};
use super::cursor::{Cursor, Named};
use crate::suggest;

impl Lower<'_> {
    /// The cursor of the clause `name`, if it is there.
    pub(super) fn clause(&self, clauses: &Clauses, name: &str) -> Option<Cursor> {
        clauses.get(name).map(|(clause, _)| self.cursor(clause))
    }

    /// The one word that the clause `name` has, as what it stands for in `table`.
    pub(super) fn keyword<T: Copy>(
        &mut self,
        clauses: &Clauses,
        name: &str,
        table: &[(&str, T)],
        contents: &Contents,
    ) -> Option<T> {
        let mut cursor = self.clause(clauses, name)?;
        let value = self.one_of(&mut cursor, table);
        self.finish(cursor, contents);
        value
    }

    /// The next word, as what it stands for in `table`.
    pub(super) fn one_of<T: Copy>(&mut self, cursor: &mut Cursor, table: &[(&str, T)]) -> Option<T> {
        let Some(word) = cursor.word() else {
            self.missing_value(
                cursor,
                &format!("write one of {}", suggest::list(&table.iter().map(|it| it.0).collect::<Vec<_>>(), "and")),
            );
            return None;
        };
        let known = table.iter().find(|(text, _)| *text == word.text);
        if known.is_none() {
            self.unknown_value(&word, table.iter().map(|it| it.0));
        }
        known.map(|(_, value)| *value)
    }

    /// Reports a word that its clause does not know.
    pub(super) fn unknown_value<'b>(&mut self, word: &Named, known: impl IntoIterator<Item = &'b str>) {
        let help = suggest::help(&word.text, known, "the reference of the language lists what can be written here");
        self.report(
            Diagnostic::new(&UNKNOWN_VALUE, word.span, format!("`{}` is not known here", word.text)).with_help(help),
        );
    }

    /// `on` or `off`.
    pub(super) fn switch(&mut self, clauses: &Clauses, name: &str, contents: &Contents) -> Option<bool> {
        self.keyword(clauses, name, &[("on", true), ("off", false)], contents)
    }

    /// Reports that a value is missing where `cursor` is.
    pub(super) fn missing_value(&mut self, cursor: &Cursor, help: &str) {
        match cursor.peek() {
            None => self
                .report(Diagnostic::new(&MISSING_VALUE, cursor.owner, "a value is missing after this").with_help(help)),
            Some(_) => self.report(
                Diagnostic::new(&UNKNOWN_VALUE, cursor.span(), "this is not a value that can stand here")
                    .with_help(help),
            ),
        }
    }

    /// Reports what is left of a clause that has been read, and that no word after it was meant to begin a clause of `contents`.
    pub(super) fn finish(&mut self, mut cursor: Cursor, contents: &Contents) {
        let before = cursor.before();
        let Some(left) = cursor.next() else { return };
        let span = left.span();
        // What is left of a clause that was not understood is the same mistake.
        if self.last_reported.is_some_and(|last| crate::cascades::contains(cursor.whole(), last)) {
            return;
        }
        let clause =
            left.word().filter(|word| contents.once.contains(&word.text()) || contents.often.contains(&word.text()));
        if let Some(word) = clause {
            let blank = Span::new(span.file, before.end.min(span.start), span.start);
            self.report(
                Diagnostic::new(&CLAUSES_ON_ONE_LINE, span, format!("`{}` begins a clause of its own", word.text()))
                    .with_help("write each clause on a line of its own")
                    .with_fix(Fix::safe("begin a new line").with_edit(blank, "\n  ")),
            );
        } else if matches!(left.value, Value::Figure(..)) && cursor.is_after_figure() {
            self.report(
                Diagnostic::new(&BAD_NUMBER, span, "a number is written without commas and blanks")
                    .with_help("write `1900`, and a point before decimals: `12.5`"),
            );
        } else if matches!(left.value, Value::Group(..)) && cursor.is_behind_figure() {
            let blank = Span::new(span.file, before.end.min(span.start), span.start);
            self.report(
                Diagnostic::new(&BAD_NUMBER, span, "a letter stands close to the number of its provision")
                    .with_help("write it without a blank, such as `6(a)`")
                    .with_fix(Fix::safe("delete the blank").with_edit(blank, "")),
            );
        } else {
            let help = if matches!(left.value, Value::Comma(_)) && cursor.is_behind_condition() {
                "a condition has no commas: for several options write `redress in (yes, in_part)`, for several conditions `and` or `or`"
            } else {
                "the clause is complete before it: delete it, or put a comma where a list goes on"
            };
            self.report(Diagnostic::new(&UNEXPECTED_TEXT, span, "this is not understood here").with_help(help));
        }
    }

    /// The next value as a date.
    pub(super) fn date(&mut self, cursor: &mut Cursor) -> Option<Date> {
        if let Some(date) = cursor.date() {
            return self.parse_date(&date);
        }
        if let Some(figure) = cursor.figure() {
            self.not_a_date(&figure);
            return None;
        }
        self.missing_value(cursor, "write a date as year, month and day: `2007-07-26`");
        None
    }

    fn not_a_date(&mut self, figure: &Named) {
        self.report(
            Diagnostic::new(&BAD_DATE, figure.span, format!("`{}` is not written as a date", figure.text))
                .with_help("write year, month and day with hyphens: `2007-07-26`"),
        );
    }

    pub(super) fn parse_date(&mut self, written: &Named) -> Option<Date> {
        let date: Option<Date> = written.text.parse().ok().filter(|it: &Date| it.0.year() > 0);
        if date.is_none() {
            self.report(
                Diagnostic::new(&BAD_DATE, written.span, format!("the calendar has no {}", written.text))
                    .with_help("write a date as year, month and day with two digits each: `2007-07-26`"),
            );
        }
        date
    }

    /// `figure` as a year of our calendar, which begins with the year 1.
    pub(super) fn parse_year(&mut self, figure: &Named) -> Option<i16> {
        let year: i16 = self.parse(figure, "a year")?;
        if !(1..=9999).contains(&year) {
            self.report(
                Diagnostic::new(&BAD_DATE, figure.span, format!("the calendar has no year {year}"))
                    .with_help("write a year from 1 to 9999"),
            );
            return None;
        }
        Some(year)
    }

    /// The next value as a whole number from nought.
    pub(super) fn count(&mut self, cursor: &mut Cursor) -> Option<u32> {
        let Some(figure) = cursor.figure() else {
            self.missing_value(cursor, "write a whole number");
            return None;
        };
        self.parse(&figure, "a whole number")
    }

    /// `figure` as a number of the wanted kind.
    pub(super) fn parse<T: std::str::FromStr>(&mut self, figure: &Named, wanted: &str) -> Option<T> {
        let number = figure.text.parse().ok();
        if number.is_none() {
            self.report(
                Diagnostic::new(&BAD_NUMBER, figure.span, format!("`{}` is not {wanted}", figure.text))
                    .with_help("write digits, with a point before decimals: `1200` or `12.5`"),
            );
        }
        number
    }

    /// `DATE to DATE` or `YEAR to YEAR`.
    pub(super) fn period(&mut self, cursor: &mut Cursor) -> Option<Period> {
        let span = cursor.span();
        let from = self.period_end(cursor, true)?;
        if !cursor.accept("to") {
            self.missing_value(cursor, "write the beginning and the end: `2004-01-01 to 2007-12-31` or `2004 to 2007`");
            return None;
        }
        let whole = span.to(cursor.span());
        let to = self.period_end(cursor, false)?;
        if from > to {
            self.empty_range(whole, &from.to_string(), &to.to_string());
            return None;
        }
        Some(Period { from, to })
    }

    fn period_end(&mut self, cursor: &mut Cursor, first: bool) -> Option<Date> {
        let Some(figure) = cursor.figure() else { return self.date(cursor) };
        if figure.text.contains('.') {
            self.not_a_date(&figure);
            return None;
        }
        let year: i16 = self.parse(&figure, "a year")?;
        let (month, day) = if first { (1, 1) } else { (12, 31) };
        let date = format!("{year:04}-{month:02}-{day:02}").parse().ok();
        if date.is_none() {
            self.report(
                Diagnostic::new(&BAD_DATE, figure.span, format!("the calendar has no year {}", figure.text))
                    .with_help("write a year with four digits"),
            );
        }
        date
    }

    /// Reports a range whose end is before its beginning.
    pub(super) fn empty_range(&mut self, span: Span, from: &str, to: &str) {
        self.report(
            Diagnostic::new(&EMPTY_RANGE, span, format!("nothing lies from {from} to {to}"))
                .with_help("write the smaller value first, with no more decimal places than the answer has"),
        );
    }

    /// Words joined by commas.
    pub(super) fn words(&mut self, cursor: &mut Cursor, help: &str) -> Vec<Named> {
        let mut words = Vec::new();
        loop {
            let Some(word) = cursor.word() else {
                self.missing_value(cursor, help);
                return words;
            };
            words.push(word);
            if !cursor.comma() {
                return words;
            }
        }
    }

    /// A clause of one text, without markup.
    pub(super) fn plain(&mut self, clause: &Clause, contents: &Contents) -> Option<String> {
        let mut cursor = self.cursor(clause);
        let text = self.quoted(&mut cursor);
        self.finish(cursor, contents);
        text.map(|(text, _)| text)
    }

    /// The next value as a text without markup, with its place.
    pub(super) fn quoted(&mut self, cursor: &mut Cursor) -> Option<(String, Span)> {
        let Some((file, text)) = cursor.text() else {
            self.missing_value(cursor, "write a text in quotation marks");
            return None;
        };
        let span = enquire_syntax::view::span_of(file, text.range());
        Some((self.fill(&text.value()), span))
    }
}
