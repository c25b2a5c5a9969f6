//! Constants and names in words: options, numbers, days, fields.

use enquire_model::{
    Answer, Decimal, Expression, ExpressionKind, Inline, Name, Question, Reference, RowSource, Scale, Text, TimeUnit,
};

use super::nature::Nature;
use super::{Conditions, Row};
use crate::document::Line;
use crate::provisions::Provisions;

impl<'a> Conditions<'a> {
    /// A constant that is compared with a value of this nature.
    pub(crate) fn constant(&self, expression: &'a Expression, nature: Nature<'a>) -> Line {
        if let ExpressionKind::Choice(code) = &expression.kind {
            return self.option(code.as_str(), nature);
        }
        match (&expression.kind, nature) {
            // A year is written without a comma.
            (ExpressionKind::Number(number), Nature::Year) => number.normalize().to_string().into(),
            (ExpressionKind::Number(figure), Nature::Number(Some(answer))) => self.measured(*figure, answer),
            _ => self.formula(expression),
        }
    }

    /// A number in the unit of an answer.
    fn measured(&self, figure: Decimal, answer: &Answer) -> Line {
        let written = number(figure);
        if let Answer::Quantity { unit, .. } = answer {
            return self.words.measured(written, unit.as_str());
        }
        if let Answer::Percent(_) = answer {
            return self.words.measured(written, self.words.per_cent());
        }
        match answer.currencies() {
            [currency] => self.words.measured(currency.to_uppercase(), written),
            _ => written.into(),
        }
    }

    /// The words of an option in quotation marks.
    pub(crate) fn option(&self, code: &str, nature: Nature<'a>) -> Line {
        self.words.quoted(self.option_words(code, nature))
    }

    fn option_words(&self, code: &str, nature: Nature<'a>) -> Line {
        let yes_no = Scale::yes_no();
        let scale = match nature {
            Nature::Option(scale) => self.instrument.scales.get(scale.as_str()),
            Nature::YesNo => self.instrument.scales.get("yes_no").or(Some(&yes_no)),
            Nature::Number(_) | Nature::Year | Nature::Day | Nature::Words => None,
        };
        let choice = scale.and_then(|scale| scale.choice(code));
        let choice = choice.or_else(|| self.instrument.nonresponses.iter().find(|it| it.code.as_str() == code));
        match choice {
            Some(choice) => self.on_one_line(&choice.label).into(),
            None if code == "other" => self.words.other(),
            None => code.into(),
        }
    }

    /// The words of an option of a question, or of a declared non-response, in quotation marks.
    pub fn option_of(&self, question: &'a Question, code: &str) -> Line {
        self.option(code, Nature::of_answer(&question.answer))
    }

    /// The words of an option of a question, or of a declared non-response, by themselves.
    pub fn option_label(&self, question: &'a Question, code: &str) -> Line {
        self.option_words(code, Nature::of_answer(&question.answer))
    }

    /// The words of a declared non-response in quotation marks.
    pub(crate) fn nonresponse(&self, code: &str) -> Line {
        self.option(code, Nature::Words)
    }

    /// The words of a field or column in quotation marks.
    pub(crate) fn field(&self, row: Option<Row<'a>>, id: &str) -> Line {
        let words = row.and_then(|row| self.member(row, id)).map(|(label, _)| self.on_one_line(label));
        let words = words.unwrap_or_else(|| id.to_owned());
        // Under a table the heads of its columns stand by themselves, as in a sum.
        if matches!(row, Some(Row::In(_))) { words.into() } else { self.words.quoted(words) }
    }

    /// The words of a row of a question's table in quotation marks.
    pub(crate) fn row_words(&self, question: &str, row: &Name) -> Line {
        let table = self.question(question).and_then(|question| question.answer.table());
        let choice = table.and_then(|table| match &table.rows {
            RowSource::Scale(scale) => self.instrument.scales.get(scale.as_str())?.choice(row.as_str()),
            RowSource::Fixed(rows) => rows.iter().find(|choice| choice.code == *row),
            RowSource::Added { .. } => None,
        });
        self.words.quoted(choice.map_or_else(|| row.to_string(), |choice| self.on_one_line(&choice.label)))
    }

    /// One field of a record answer, or one part of an answer that has parts.
    pub(crate) fn part(&self, question: &'a str, part: &str) -> Line {
        let link = self.link(question);
        match self.question(question).map(|question| &question.answer) {
            Some(Answer::Period { .. }) if part == "beginning" => self.words.beginning_of(link),
            Some(Answer::Period { .. }) => self.words.ending_of(link),
            Some(Answer::Amount { .. }) => self.words.amount_of(link),
            _ => self.words.field_of(self.field(Some(Row::Of(question)), part), link),
        }
    }

    pub(crate) fn duration(&self, count: i64, unit: TimeUnit) -> Line {
        match unit {
            TimeUnit::Days => self.words.days(count.to_string()),
            TimeUnit::Months => self.words.months(count.to_string()),
            TimeUnit::Years => self.words.years(count.to_string()),
        }
    }

    /// A text without markup, with its references in words.
    pub fn on_one_line(&self, text: &Text) -> String {
        text.on_one_line(&|inline| match inline {
            Inline::Reference(Reference::Question(id) | Reference::Section(id)) => {
                self.numbers.reference(id.as_str()).unwrap_or_default()
            }
            Inline::Reference(Reference::Term { term, form }) => {
                let label = || self.instrument.terms.get(term.as_str()).map(|term| term.label.clone());
                form.clone().or_else(label).unwrap_or_default()
            }
            Inline::Reference(Reference::Provision { standard, provision }) => {
                Provisions::of(self.instrument).reference(standard.as_str(), provision).plain()
            }
            Inline::Answer(id) => self.words.reply_to(self.link(id.as_str())).plain(),
            Inline::Words(_)
            | Inline::Emphasis(_)
            | Inline::Strong(_)
            | Inline::Blank(_)
            | Inline::Footnote(_)
            | Inline::Alternatives(_)
            | Inline::Link(_)
            | Inline::Break => String::new(),
        })
    }
}

/// A number with a comma between groups of three figures, as the United Nations writes it in English.
pub(crate) fn number(value: Decimal) -> String {
    let written = value.normalize().to_string();
    let (sign, digits) = written.strip_prefix('-').map_or(("", written.as_str()), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let fraction = fraction.map_or_else(String::new, |fraction| format!(".{fraction}"));
    format!("{sign}{grouped}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_figures() {
        let written = |text: &str| number(text.parse().unwrap());
        assert_eq!(written("5"), "5");
        assert_eq!(written("1234567.50"), "1,234,567.5");
        assert_eq!(written("-1000"), "−1,000");
    }
}
