//! Words for places of a document, dates, lists and sources.

use enquire_model::Date;

use super::Words;
use crate::document::Line;

crate::sentences! { Words;
    question_number(number) = "question {number}";
    question_name(number) = "Question {number}";
    question_quoted(wording) = "the question “{wording}”";
    section_number(number) = "section {number}";
    section_quoted(title) = "the section “{title}”";
    result_quoted(label) = "the result “{label}”";
    quoted(words) = "“{words}”";
    and_last(before, last) = "{before} and {last}";
    or_last(before, last) = "{before} or {last}";
    list_next(before, next) = "{before}, {next}";
    range(first, last) = "{first} to {last}";

    day(day, month, year) = "{day} {month} {year}";
    january() = "January";
    february() = "February";
    march() = "March";
    april() = "April";
    may() = "May";
    june() = "June";
    july() = "July";
    august() = "August";
    september() = "September";
    october() = "October";
    november() = "November";
    december() = "December";

    paragraph(number) = "paragraph {number}";
    paragraphs(numbers) = "paragraphs {numbers}";
    article(number) = "article {number}";
    articles(numbers) = "articles {numbers}";
    provision_of(provision, standard) = "{provision} of the {standard}";
    cited(standard, provisions) = "{standard}, {provisions}";
    assembly_resolution(number) = "General Assembly resolution {number}";
    council_resolution(number) = "Economic and Social Council resolution {number}";
}

impl Words {
    /// A day in words, such as `26 July 2007`.
    pub fn date(self, date: Date) -> Line {
        let month = match date.0.month() {
            1 => self.january(),
            2 => self.february(),
            3 => self.march(),
            4 => self.april(),
            5 => self.may(),
            6 => self.june(),
            7 => self.july(),
            8 => self.august(),
            9 => self.september(),
            10 => self.october(),
            11 => self.november(),
            _ => self.december(),
        };
        self.day(date.0.day().to_string(), month, date.0.year().to_string())
    }

    /// `a, b and c`.
    pub fn all_of(self, parts: Vec<Line>) -> Line {
        self.join(parts, Self::and_last)
    }

    /// `a, b or c`.
    pub fn any_of(self, parts: Vec<Line>) -> Line {
        self.join(parts, Self::or_last)
    }

    fn join(self, mut parts: Vec<Line>, with_last: fn(Self, Line, Line) -> Line) -> Line {
        let last = parts.pop().unwrap_or_default();
        let before = parts.into_iter().reduce(|before, next| self.list_next(before, next));
        before.map_or_else(|| last.clone(), |before| with_last(self, before, last.clone()))
    }
}
