//! The values of answers and expressions.

use enquire_model::{Date, Decimal, Mark, TimeUnit};
use indexmap::IndexMap;
use rustc_hash::FxHashMap;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// True or false.
    Truth(bool),
    /// A number. Its unit is known from its type.
    Number(Decimal),
    /// Money.
    Amount {
        /// How much.
        amount: Decimal,
        /// An ISO 4217 code in small letters.
        currency: String,
    },
    /// A text.
    Text(String),
    /// A day.
    Date(Date),
    /// A length of time.
    Duration {
        /// How many.
        count: i64,
        /// Of what.
        unit: TimeUnit,
    },
    /// The code of an option.
    Choice(String),
    /// The codes of options, none twice; of a ranking the weightiest first.
    Choices(Vec<String>),
    /// A period; an end that is blank is absent.
    Period {
        /// The first day.
        beginning: Option<Date>,
        /// The last day.
        ending: Option<Date>,
    },
    /// A filled record.
    Record(Entry),
    /// Filled records.
    List(Vec<Entry>),
    /// A filled table.
    Table(Rows),
    /// A file.
    File {
        /// Its name.
        name: String,
    },
}

/// The fields of a filled record that are not blank, by id.
pub type Entry = IndexMap<String, Value>;

/// What an expression comes to: a value, or nothing if it is undefined.
pub type Outcome = Option<Value>;

/// The rows of a filled table: those that are printed, filled in or not, or those that were added.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    rows: Vec<Row>,
    /// Where the row of a code is.
    places: FxHashMap<String, usize>,
}

/// A row of a filled table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its code, or the name that the respondent gave it.
    pub name: String,
    /// Its cells by column, computed ones included. A blank cell may be absent.
    pub cells: IndexMap<String, Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Its value as sums take it: nought where the mark is `nil`, none where it is not available or included elsewhere.
    pub value: Option<Value>,
    /// What is said of it.
    pub mark: Option<Mark>,
}

impl Rows {
    /// The table of `rows`. Of two rows with one code the first is found by it.
    pub fn new(rows: Vec<Row>) -> Self {
        let mut places = FxHashMap::default();
        for (at, row) in rows.iter().enumerate() {
            places.entry(row.name.clone()).or_insert(at);
        }
        Self { rows, places }
    }

    /// Every row, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Row> {
        self.rows.iter()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row with the code `code`.
    pub fn get(&self, code: &str) -> Option<&Row> {
        self.places.get(code).and_then(|&at| self.rows.get(at))
    }

    /// Fills the cells of a computed column, one value a row.
    pub(crate) fn fill(&mut self, column: &str, values: Vec<Outcome>) {
        for (row, value) in self.rows.iter_mut().zip(values) {
            row.cells.insert(column.to_owned(), Cell { value, mark: None });
        }
    }

    /// Takes the cells of a computed column away.
    pub(crate) fn empty(&mut self, column: &str) {
        for row in &mut self.rows {
            row.cells.shift_remove(column);
        }
    }
}

impl<'a> IntoIterator for &'a Rows {
    type Item = &'a Row;
    type IntoIter = std::slice::Iter<'a, Row>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Row {
    /// The value of the cell in `column`, if it has one.
    pub fn value(&self, column: &str) -> Option<&Value> {
        self.cells.get(column).and_then(|cell| cell.value.as_ref())
    }
}

impl Value {
    /// Whether it is true; nothing if it is no truth.
    pub fn truth(&self) -> Option<bool> {
        if let Self::Truth(truth) = self { Some(*truth) } else { None }
    }

    /// The number, of an amount without its currency; nothing if it is neither.
    pub fn number(&self) -> Option<Decimal> {
        if let Self::Number(number) | Self::Amount { amount: number, .. } = self { Some(*number) } else { None }
    }
}
