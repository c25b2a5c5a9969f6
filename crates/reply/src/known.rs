//! An instrument made ready for look-ups, and its parts in words.

use enquire_form::{Conditions, Numbers, Texts};
use enquire_model::{
    Answer, Asked, Choice, Expression, Inline, Instrument, Name, Question, Record, RowSource, Scale, Section,
    Selection, Table, Text,
};
use indexmap::IndexMap;
use regex::Regex;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::path::{Part, Path};

/// The code of *other (please specify)*.
pub(crate) const OTHER: &str = "other";

/// A question's wording is shown up to this many characters.
const MOST_WORDING: usize = 72;

/// An instrument with what the rules look up.
#[derive(Debug)]
pub(crate) struct Known<'a> {
    pub(crate) instrument: &'a Instrument,
    pub(crate) numbers: Numbers,
    pub(crate) questions: IndexMap<&'a str, Asked<'a>>,
    pub(crate) sections: IndexMap<&'a str, &'a Section>,
    /// The questions whose answers can have words for *other*, by the key of those words.
    pub(crate) words_of: IndexMap<String, &'a Question>,
    /// The present ids of earlier ones.
    pub(crate) renamed: FxHashMap<&'a str, &'a str>,
    codes: FxHashMap<&'a str, FxHashSet<&'a str>>,
    patterns: FxHashMap<&'a str, Regex>,
    yes_no: Scale,
}

impl<'a> Known<'a> {
    pub(crate) fn of(instrument: &'a Instrument) -> Self {
        let questions: IndexMap<_, _> =
            instrument.questions().into_iter().map(|asked| (asked.question.id.as_str(), asked)).collect();
        let all = || questions.values().map(|asked| asked.question);
        let with_other = all().filter(|it| it.answer.selection().is_some_and(|selection| selection.other));
        let renamed = all().flat_map(|it| it.was.iter().map(|was| (was.as_str(), it.id.as_str())));
        Self {
            instrument,
            numbers: Numbers::of(instrument),
            sections: instrument.sections().into_iter().map(|section| (section.id.as_str(), section)).collect(),
            words_of: with_other.map(|it| (other_key(it.id.as_str()), it)).collect(),
            renamed: renamed.collect(),
            codes: instrument.scales.values().map(|scale| (scale.id.as_str(), codes(scale))).collect(),
            patterns: patterns(instrument, all()),
            yes_no: Scale::yes_no(),
            questions,
        }
    }

    pub(crate) fn question(&self, id: &str) -> Option<&'a Question> {
        self.questions.get(id).map(|asked| asked.question)
    }

    pub(crate) fn record(&self, id: &Name) -> Option<&'a Record> {
        self.instrument.records.get(id.as_str())
    }

    pub(crate) fn scale(&self, id: &str) -> Option<&Scale> {
        self.instrument.scales.get(id).or_else(|| (id == self.yes_no.id.as_str()).then_some(&self.yes_no))
    }

    /// The choices of the scale behind an answer, `yes_no` included.
    pub(crate) fn choices(&self, answer: &Answer) -> &[Choice] {
        let id = answer.selection().map_or("yes_no", |selection| selection.scale.as_str());
        self.scale(id).map_or(&[], |scale| scale.choices.as_slice())
    }

    /// Whether `code` is an option of `selection`, `other` included.
    pub(crate) fn is_option(&self, selection: &Selection, code: &str) -> bool {
        (selection.other && code == OTHER)
            || self.codes.get(selection.scale.as_str()).is_some_and(|codes| codes.contains(code))
            || (selection.scale.as_str() == "yes_no" && matches!(code, "yes" | "no"))
    }

    /// The rows of a table that are known beforehand.
    pub(crate) fn rows(&self, table: &'a Table) -> Option<&[Choice]> {
        match &table.rows {
            RowSource::Scale(scale) => self.scale(scale.as_str()).map(|scale| scale.choices.as_slice()),
            RowSource::Fixed(rows) => Some(rows),
            RowSource::Added { .. } => None,
        }
    }

    /// Whether the whole of `text` matches `pattern`. A pattern that cannot be read is a finding about the instrument.
    pub(crate) fn matches(&self, pattern: &str, text: &str) -> bool {
        self.patterns.get(pattern).is_none_or(|regex| regex.is_match(text))
    }

    /// `question 12, “Can victims claim redress?”`, or only the words of one without a number.
    pub(crate) fn name(&self, id: &str) -> String {
        let words = shortened(self.numbers.label(id), MOST_WORDING);
        match self.numbers.number(id) {
            Some(number) => format!("question {number}, “{words}”"),
            None if words.is_empty() => format!("question `{id}`"),
            None => format!("question “{words}”"),
        }
    }

    /// `question 12`, or the words of one without a number.
    pub(crate) fn short_name(&self, id: &str) -> String {
        self.numbers.reference(id).unwrap_or_else(|| format!("`{id}`"))
    }

    /// What is at `path` in words: `question 12, “Which laws ...”, entry 2, “Title”`. Empty where nothing has a name.
    pub(crate) fn subject(&self, path: &Path<'_>) -> String {
        let part = |part: &Part<'_>| match part {
            Part::Unnamed => String::new(),
            Part::Question(question) => self.name(question.id.as_str()),
            Part::Field(field) => quoted(&field.label),
            Part::Row(row) => format!("row {}", quoted(&row.label)),
            Part::Column(column) => quoted(&column.label),
            Part::Entry(index) => format!("entry {}", index + 1),
            Part::AddedRow(index) => format!("row {}", index + 1),
            Part::Words(words) => (*words).to_owned(),
        };
        path.parts().iter().map(part).collect::<Vec<_>>().join(", ")
    }

    /// `SUBJECT: WHAT`, or only what is wrong where nothing has a name.
    pub(crate) fn says(&self, path: &Path<'_>, what: &str) -> String {
        let subject = self.subject(path);
        if subject.is_empty() { what.to_owned() } else { format!("{subject}: {what}") }
    }

    /// The condition in words, without the word that introduces it: `you answered “Yes” to question 4`.
    pub(crate) fn condition(&self, condition: &Expression) -> String {
        Conditions::of(self.instrument, &self.numbers).clause(condition).plain()
    }

    /// A text of the author's on one line.
    pub(crate) fn line(&self, text: &Text) -> String {
        let line = Texts::of(self.instrument, &self.numbers).without_definitions().line(text).plain();
        line.trim_end().trim_end_matches('.').to_owned()
    }
}

/// A short text of the author's in quotation marks.
fn quoted(text: &Text) -> String {
    format!("“{}”", shortened(&label(text), MOST_WORDING))
}

/// The key of the words for *other*, beside the answer `id`.
pub(crate) fn other_key(id: &str) -> String {
    format!("{id}_{OTHER}")
}

/// A label on one line. Labels refer to nothing.
pub(crate) fn label(text: &Text) -> String {
    text.on_one_line(&|part| match part {
        Inline::Words(words) | Inline::Link(words) | Inline::Blank(words) => words.clone(),
        Inline::Reference(_)
        | Inline::Answer(_)
        | Inline::Emphasis(_)
        | Inline::Strong(_)
        | Inline::Alternatives(_)
        | Inline::Footnote(_)
        | Inline::Break => String::new(),
    })
}

/// `words`, cut at a blank so that it has at most about `most` characters.
pub(crate) fn shortened(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let start: String = words.chars().take(most).collect();
    let whole = start.rsplit_once(' ').map_or(start.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

fn codes(scale: &Scale) -> FxHashSet<&str> {
    scale.choices.iter().map(|choice| choice.code.as_str()).collect()
}

/// Every pattern of texts, ready to match the whole of one.
fn patterns<'a>(
    instrument: &'a Instrument,
    questions: impl Iterator<Item = &'a Question>,
) -> FxHashMap<&'a str, Regex> {
    let columns = questions.flat_map(|question| {
        let table = question.answer.table().into_iter().flat_map(|table| &table.columns);
        let inner = table.filter_map(|column| match &column.cells {
            enquire_model::Cells::Answered(answer) => Some(answer),
            enquire_model::Cells::Computed(_) => None,
        });
        std::iter::once(&question.answer).chain(inner)
    });
    let fields = instrument.records.values().flat_map(|record| record.fields.iter().map(|field| &field.answer));
    let texts = columns.chain(fields).filter_map(|answer| match answer {
        Answer::Text { matching, .. } => matching.as_deref(),
        Answer::YesNo
        | Answer::OneOf(_)
        | Answer::ManyOf(_)
        | Answer::Ranking(_)
        | Answer::Prose { .. }
        | Answer::Integer(_)
        | Answer::Decimal(_)
        | Answer::Percent(_)
        | Answer::Amount { .. }
        | Answer::Quantity { .. }
        | Answer::Date { .. }
        | Answer::Year { .. }
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
    });
    texts.filter_map(|pattern| Some((pattern, Regex::new(&format!("^(?:{pattern})$")).ok()?))).collect()
}
