//! Kinds of answer, and the scales and records they are made of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, Decimal, Expression, Name, Place, Text};

/// A list of options with a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Scale {
    /// Its id. A scale written in place has the id of its question.
    pub id: Name,
    /// What it is called in print, if it has a wording.
    pub title: Option<String>,
    /// The scale on whose options this one depends: each option then names its parent.
    pub parent: Option<Name>,
    /// The options, in order.
    pub choices: Vec<Choice>,
}

/// An option of a scale, a row of a table or a declared non-response: a code for data and words for people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Choice {
    /// The code.
    pub code: Name,
    /// The words.
    pub label: Text,
    /// A note printed beside it.
    pub guidance: Option<Text>,
    /// In a cascading scale, the option of the parent scale under which it is offered.
    pub parent: Option<Name>,
}

/// A group of fields that are answered together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// Its id.
    pub id: Name,
    /// What it is called in print.
    pub title: Option<String>,
    /// Its fields, in order.
    pub fields: Vec<Field>,
}

/// A field of a record. Its answer is never a record, list or table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Field {
    /// Its id, unique in the record.
    pub id: Name,
    /// The words beside it.
    pub label: Text,
    /// What can be given.
    pub answer: Answer,
    /// Whether an entry without it is incomplete.
    pub required: bool,
    /// A note printed beside it.
    pub guidance: Option<Text>,
}

/// What can be answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Answer {
    /// Yes or no.
    YesNo,
    /// One option.
    OneOf(Selection),
    /// Several options.
    ManyOf(Selection),
    /// Options in order of weight, the first the weightiest.
    Ranking(Selection),
    /// One line of text.
    Text {
        /// The most characters.
        most_characters: Option<u32>,
        /// A regular expression that the whole text must match, in the subset that every output can carry.
        matching: Option<String>,
    },
    /// Paragraphs.
    Prose {
        /// The most words, a soft limit.
        most_words: Option<u32>,
    },
    /// A whole number.
    Integer(Limits),
    /// A number.
    Decimal(Limits),
    /// A share of a hundred.
    Percent(Limits),
    /// Money.
    Amount {
        /// The currencies it may be in, as ISO 4217 codes in small letters; any if empty.
        currencies: Vec<String>,
        /// Its bounds.
        limits: Limits,
    },
    /// A number with a unit.
    Quantity {
        /// The unit in words, such as `hours`.
        unit: String,
        /// Its bounds.
        limits: Limits,
    },
    /// A day.
    Date {
        /// The first possible.
        from: Option<Date>,
        /// The last possible.
        to: Option<Date>,
    },
    /// A year.
    Year {
        /// The first possible.
        from: Option<i16>,
        /// The last possible.
        to: Option<i16>,
    },
    /// A beginning and an end, each a day.
    Period {
        /// The first possible day.
        from: Option<Date>,
        /// The last possible day.
        to: Option<Date>,
    },
    /// A country or area, as an ISO 3166-1 alpha-3 code.
    Country,
    /// A language, as a BCP 47 tag.
    Language,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// An address on the web.
    Link,
    /// A file, sent along with the reply.
    File,
    /// One filled record.
    Record {
        /// The record.
        record: Name,
    },
    /// Several filled records.
    List {
        /// The record.
        record: Name,
        /// The field in which no two entries are alike.
        key: Option<Name>,
        /// How many entries.
        count: Count,
    },
    /// Rows and columns.
    Table(Table),
}

/// A choice from a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Selection {
    /// The scale.
    pub scale: Name,
    /// Whether *other (please specify)* may be given, as the option `other` with a text.
    pub other: bool,
    /// Options that stand alone.
    pub exclusive: Vec<Name>,
    /// How many options.
    pub count: Count,
    /// The earlier question whose answer says which options of a cascading scale are offered.
    pub within: Option<Name>,
}

/// How many of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Count {
    /// The least.
    pub least: Option<u32>,
    /// The most.
    pub most: Option<u32>,
}

/// The bounds of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Limits {
    /// The least.
    #[schemars(with = "Option<String>")]
    pub from: Option<Decimal>,
    /// The most.
    #[schemars(with = "Option<String>")]
    pub to: Option<Decimal>,
    /// How many decimal places; 0 for whole numbers.
    pub places: u32,
}

/// A table to fill in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Table {
    /// Its rows.
    pub rows: RowSource,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// Columns under which a total is printed and worked out.
    pub totals: Vec<Name>,
    /// What may be said of a cell.
    pub marks: Vec<Mark>,
    /// Whether there is space for a comment under the table.
    pub comment: bool,
}

/// Where the rows of a table come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowSource {
    /// The options of a scale.
    Scale(Name),
    /// Written out.
    Fixed(Vec<Choice>),
    /// Added by the respondent.
    Added {
        /// The heading of the column in which a row is named.
        heading: Text,
        /// How many.
        count: Count,
    },
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Column {
    /// Its id, unique in the table.
    pub id: Name,
    /// Its heading.
    pub label: Text,
    /// What stands in its cells.
    pub cells: Cells,
    /// A note printed with the heading.
    pub guidance: Option<Text>,
}

/// What stands in the cells of a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cells {
    /// An answer of the respondent.
    Answered(Answer),
    /// A value worked out from other columns of the row.
    Computed(Expression),
}

/// What may be said of a cell beside its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// There is none: the value is nought.
    Nil,
    /// The figure is not available.
    NotAvailable,
    /// The figure is an estimate.
    Estimate,
    /// The figure is provisional.
    Provisional,
    /// The figure is counted in another cell.
    IncludedElsewhere,
}

impl Scale {
    /// The option with the code `code`.
    pub fn choice(&self, code: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.code.as_str() == code)
    }
}

impl Record {
    /// The field `id`.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id.as_str() == id)
    }
}

impl Table {
    /// The column `id`.
    pub fn column(&self, id: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.id.as_str() == id)
    }
}

impl Answer {
    /// The choice from a scale, if it is one.
    pub fn selection(&self) -> Option<&Selection> {
        match self {
            Self::OneOf(selection) | Self::ManyOf(selection) | Self::Ranking(selection) => Some(selection),
            Self::YesNo
            | Self::Text { .. }
            | Self::Prose { .. }
            | Self::Integer(_)
            | Self::Decimal(_)
            | Self::Percent(_)
            | Self::Amount { .. }
            | Self::Quantity { .. }
            | Self::Date { .. }
            | Self::Year { .. }
            | Self::Period { .. }
            | Self::Country
            | Self::Language
            | Self::Email
            | Self::Telephone
            | Self::Link
            | Self::File
            | Self::Record { .. }
            | Self::List { .. }
            | Self::Table(_) => None,
        }
    }

    /// The currencies that an amount may be in, as codes in small letters; none if it may be in any, or is no amount.
    pub fn currencies(&self) -> &[String] {
        if let Self::Amount { currencies, .. } = self { currencies } else { &[] }
    }

    /// The record of which it is one or several.
    pub fn record(&self) -> Option<&Name> {
        if let Self::Record { record } | Self::List { record, .. } = self { Some(record) } else { None }
    }

    /// The table, if it is one.
    pub fn table(&self) -> Option<&Table> {
        if let Self::Table(table) = self { Some(table) } else { None }
    }
}

impl Count {
    /// Whether nothing is said.
    pub fn is_open(&self) -> bool {
        self.least.is_none() && self.most.is_none()
    }
}

/// A mark's place in print is where the respondent writes its letter.
impl Mark {
    /// Every mark, in the order of print.
    pub const ALL: [Self; 5] =
        [Self::Nil, Self::NotAvailable, Self::Estimate, Self::Provisional, Self::IncludedElsewhere];

    /// The code, as an author writes it and as it stands in a reply.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nil => "nil",
            Self::NotAvailable => "not_available",
            Self::Estimate => "estimate",
            Self::Provisional => "provisional",
            Self::IncludedElsewhere => "included_elsewhere",
        }
    }
}

/// The codes of the built-in scale `yes_no`, in order.
pub(crate) const YES_NO: [(&str, &str); 2] = [("yes", "Yes"), ("no", "No")];

impl Scale {
    /// The built-in scale behind `yes_no`.
    pub fn yes_no() -> Self {
        let choices = YES_NO
            .iter()
            .map(|(code, label)| Choice {
                code: Name::new(*code, Place::default()),
                label: Text::words(label),
                guidance: None,
                parent: None,
            })
            .collect();
        Self { id: Name::new("yes_no", Place::default()), title: None, parent: None, choices }
    }
}
