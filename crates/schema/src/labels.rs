//! Labels: the words that go with every id and code, for programs that show replies to people.

use enquire_model::{
    Check, Choice, Inline, Instrument, Item, Mark, Name, Question, Record, RowSource, Scale, Table, Text,
};
use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::output::{published, to_text, to_value};
use crate::{plain, words};

/// The version of the format of `labels.<lang>.json`.
const LABELS_VERSION: &str = "2.0";

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
    /// What the answers are for, and what they are not.
    pub scope: Option<String>,
    /// General instructions.
    pub guidance: Option<String>,
    /// Headings by section id.
    pub sections: Words,
    /// Wordings by question id.
    pub questions: Words,
    /// Names by id of the computed value.
    pub computed: Words,
    /// By scale id, the options by code. A scale written with a question has the question's id; the built-in scale is `yes_no`.
    pub scales: IndexMap<String, Words>,
    /// Titles by scale id, of those that have one.
    pub scale_titles: Words,
    /// By record id, the words beside each field.
    pub records: IndexMap<String, Words>,
    /// Titles by record id, of those that have one.
    pub record_titles: Words,
    /// By question id, the headings of tables.
    pub tables: IndexMap<String, TableLabels>,
    /// Declared non-responses by code.
    pub nonresponses: Words,
    /// Classes of respondents by id.
    pub respondents: Words,
    /// Terms by id.
    pub terms: Words,
    /// What the terms mean, by id.
    pub definitions: Words,
    /// Aspects by id.
    pub aspects: Words,
    /// What helps to answer, by what it stands with.
    pub help: Help,
    /// Notes between questions, in the order of print.
    pub notes: Vec<String>,
    /// What checks and warnings say, in the order of print.
    pub checks: Vec<String>,
    /// Marks of cells of tables by code.
    pub marks: Words,
    /// Languages of the instrument by tag, each in its own words.
    pub languages: Words,
    /// The parts of a reply that the instrument does not word: `as_at`, `other`, `value` and so on.
    pub reply: Words,
}

/// Guidance and examples, where there are any.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// Under headings, by section id.
    pub sections: Words,
    /// Under questions, by question id.
    pub questions: Words,
    /// Examples of answers, by question id.
    pub examples: Words,
    /// Beside options, by scale id and code.
    pub options: IndexMap<String, Words>,
    /// Beside fields, by record id and field id.
    pub fields: IndexMap<String, Words>,
    /// With the headings of columns, by question id and column id.
    pub columns: IndexMap<String, Words>,
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
        scope: instrument.scope.as_ref().map(line),
        guidance: instrument.guidance.as_ref().map(line),
        sections: instrument.sections().into_iter().map(|it| (it.id.to_string(), line(&it.title))).collect(),
        questions: questions.iter().map(|it| (it.question.id.to_string(), line(&it.question.wording))).collect(),
        computed: instrument.computed().into_iter().map(|it| (it.id.to_string(), line(&it.label))).collect(),
        scales: instrument.scales.values().map(|it| (it.id.to_string(), choices(&it.choices, &line))).collect(),
        scale_titles: titles(instrument.scales.values().map(|it| (&it.id, &it.title))),
        records: instrument
            .records
            .values()
            .map(|it| {
                let fields = it.fields.iter().map(|field| (field.id.to_string(), line(&field.label)));
                (it.id.to_string(), fields.collect())
            })
            .collect(),
        record_titles: titles(instrument.records.values().map(|it| (&it.id, &it.title))),
        tables: tables.collect(),
        nonresponses: choices(&instrument.nonresponses, &line),
        respondents: instrument.respondents.iter().map(|it| (it.id.to_string(), it.label.clone())).collect(),
        terms: instrument.terms.values().map(|it| (it.id.to_string(), it.label.clone())).collect(),
        definitions: instrument.terms.values().map(|it| (it.id.to_string(), line(&it.means))).collect(),
        aspects: instrument.aspects.values().map(|it| (it.id.to_string(), it.label.clone())).collect(),
        help: help(instrument, &line),
        notes: notes(&instrument.items).into_iter().map(line).collect(),
        checks: checks(instrument).into_iter().map(|check| line(&check.message)).collect(),
        marks: Mark::ALL.into_iter().map(|mark| (mark.code().to_owned(), words::mark(mark).to_owned())).collect(),
        languages: instrument.languages.iter().map(|tag| (tag.clone(), words::language(tag).to_owned())).collect(),
        reply: words::REPLY.iter().map(|(key, words)| ((*key).to_owned(), (*words).to_owned())).collect(),
    }
}

fn titles<'a>(all: impl Iterator<Item = (&'a Name, &'a Option<String>)>) -> Words {
    all.filter_map(|(id, title)| Some((id.to_string(), title.clone()?))).collect()
}

fn help(instrument: &Instrument, line: &dyn Fn(&Text) -> String) -> Help {
    let questions = instrument.questions();
    let of_questions = |text: fn(&Question) -> Option<&Text>| -> Words {
        questions.iter().filter_map(|it| Some((it.question.id.to_string(), line(text(it.question)?)))).collect()
    };
    let options = |scale: &Scale| some(scale.choices.iter().map(|it| (&it.code, &it.guidance)), line);
    let fields = |record: &Record| some(record.fields.iter().map(|it| (&it.id, &it.guidance)), line);
    let columns = |table: &Table| some(table.columns.iter().map(|it| (&it.id, &it.guidance)), line);
    let sections = instrument.sections().into_iter();
    Help {
        sections: sections.filter_map(|it| Some((it.id.to_string(), line(it.guidance.as_ref()?)))).collect(),
        questions: of_questions(|question| question.guidance.as_ref()),
        examples: of_questions(|question| question.example.as_ref()),
        options: instrument.scales.values().filter_map(|it| Some((it.id.to_string(), options(it)?))).collect(),
        fields: instrument.records.values().filter_map(|it| Some((it.id.to_string(), fields(it)?))).collect(),
        columns: questions
            .iter()
            .filter_map(|it| Some((it.question.id.to_string(), columns(it.question.answer.table()?)?)))
            .collect(),
    }
}

/// The texts that are there, by id; nothing if none is.
fn some<'a>(all: impl Iterator<Item = (&'a Name, &'a Option<Text>)>, line: &dyn Fn(&Text) -> String) -> Option<Words> {
    let words: Words = all.filter_map(|(id, text)| Some((id.to_string(), line(text.as_ref()?)))).collect();
    (!words.is_empty()).then_some(words)
}

/// The texts of notes in the order of print.
fn notes(items: &[Item]) -> Vec<&Text> {
    let mut found = Vec::new();
    for item in items {
        if let Item::Note(note) = item {
            found.push(&note.text);
        }
        found.extend(notes(item.inner()));
    }
    found
}

/// Every check and warning in the order of print, those of a question before what stands under it. [`Labels::checks`] has
/// what they say in the same order.
pub(crate) fn checks(instrument: &Instrument) -> Vec<&Check> {
    let mut found = Vec::new();
    add_checks(&instrument.items, &mut found);
    found
}

fn add_checks<'a>(items: &'a [Item], found: &mut Vec<&'a Check>) {
    for item in items {
        match item {
            Item::Check(check) => found.push(check),
            Item::Question(question) => found.extend(&question.checks),
            Item::Section(_) | Item::Note(_) | Item::When(_) | Item::Computed(_) => {}
        }
        add_checks(item.inner(), found);
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
