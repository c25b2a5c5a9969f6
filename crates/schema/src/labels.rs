//! Labels: the words that go with every id and code, for programs that show replies to people.

use enquire_model::{Choice, Inline, Instrument, RowSource, Scale, Table, Text};
use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::output::{published, to_text, to_value};
use crate::plain;

/// The version of the format of `labels.<lang>.json`.
const LABELS_VERSION: &str = "1.0";

/// Words by id or code, in the order of the instrument.
type Words = IndexMap<String, String>;

/// The labels of an instrument in one language. Every text is plain words on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// Id and version of the instrument, as replies name it.
    pub instrument: String,
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// The title of the instrument.
    pub title: String,
    /// Headings by section id.
    pub sections: Words,
    /// Wordings by question id.
    pub questions: Words,
    /// Names by id of the computed value.
    pub computed: Words,
    /// By scale id, the options by code.
    pub scales: IndexMap<String, Words>,
    /// By record id, the words beside each field.
    pub records: IndexMap<String, Words>,
    /// By question id, the headings of tables.
    pub tables: IndexMap<String, TableLabels>,
    /// Declared non-responses by code.
    pub nonresponses: Words,
    /// Classes of respondents by id.
    pub respondents: Words,
    /// Terms by id.
    pub terms: Words,
    /// Aspects by id.
    pub aspects: Words,
}

/// The headings of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableLabels {
    /// The heading over the rows' own words, where respondents add rows.
    pub heading: Option<String>,
    /// The rows that are known beforehand, by code.
    pub rows: Words,
    /// The columns, by id.
    pub columns: Words,
}

/// The labels of `instrument`, whose texts are in `language`. A reference to a question or section reads as its words in
/// quotation marks; where the printed number is wanted, see [`labels_printed`].
pub fn labels(instrument: &Instrument, language: &str) -> Labels {
    labels_printed(instrument, language, &|part| plain::print(instrument, part))
}

/// The labels of `instrument`, with references and earlier answers in texts written by `print`.
pub fn labels_printed(instrument: &Instrument, language: &str, print: &dyn Fn(&Inline) -> String) -> Labels {
    let line = |text: &Text| text.on_one_line(print);
    let questions = instrument.questions();
    let tables = questions.iter().filter_map(|asked| {
        let table = asked.question.answer.table()?;
        Some((asked.question.id.to_string(), table_labels(instrument, table, &line)))
    });
    Labels {
        instrument: instrument.release(),
        language: language.to_owned(),
        title: line(&instrument.title),
        sections: instrument.sections().into_iter().map(|it| (it.id.to_string(), line(&it.title))).collect(),
        questions: questions.iter().map(|it| (it.question.id.to_string(), line(&it.question.wording))).collect(),
        computed: instrument.computed().into_iter().map(|it| (it.id.to_string(), line(&it.label))).collect(),
        scales: instrument.scales.values().map(|it| (it.id.to_string(), choices(&it.choices, &line))).collect(),
        records: instrument
            .records
            .values()
            .map(|it| {
                let fields = it.fields.iter().map(|field| (field.id.to_string(), line(&field.label)));
                (it.id.to_string(), fields.collect())
            })
            .collect(),
        tables: tables.collect(),
        nonresponses: choices(&instrument.nonresponses, &line),
        respondents: instrument.respondents.iter().map(|it| (it.id.to_string(), it.label.clone())).collect(),
        terms: instrument.terms.values().map(|it| (it.id.to_string(), it.label.clone())).collect(),
        aspects: instrument.aspects.values().map(|it| (it.id.to_string(), it.label.clone())).collect(),
    }
}

/// The text of `labels.<language>.json`: the [`labels`] of `instrument`, whose texts are in `language`.
pub fn labels_json(instrument: &Instrument, language: &str) -> String {
    to_text(&to_value(&labels(instrument, language)))
}

/// The JSON Schema (2020-12) of `labels.<lang>.json`.
pub fn labels_schema() -> Value {
    published(schemars::schema_for!(Labels).to_value(), &format!("urn:enquire:schema:labels:{LABELS_VERSION}"))
}

fn table_labels(instrument: &Instrument, table: &Table, line: &dyn Fn(&Text) -> String) -> TableLabels {
    let known = |scale: &Scale| choices(&scale.choices, line);
    let (heading, rows) = match &table.rows {
        RowSource::Scale(scale) => (None, instrument.scales.get(scale.as_str()).map(known).unwrap_or_default()),
        RowSource::Fixed(rows) => (None, choices(rows, line)),
        RowSource::Added { heading, .. } => (Some(line(heading)), Words::new()),
    };
    let columns = table.columns.iter().map(|column| (column.id.to_string(), line(&column.label)));
    TableLabels { heading, rows, columns: columns.collect() }
}

fn choices(choices: &[Choice], line: &dyn Fn(&Text) -> String) -> Words {
    choices.iter().map(|choice| (choice.code.to_string(), line(&choice.label))).collect()
}
