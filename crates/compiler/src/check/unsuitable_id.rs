//! An id that some output cannot carry: a reserved word, or one that cannot be told from another.
//!
//! How ids are spelled is checked where they are declared. Here are the rules that look at several: ids become keys of one object in
//! a reply, and names in programs that read it, where capitals and `_` come and go.

use enquire_diagnostics::codes::UNSUITABLE_ID;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_model::{Answer, Cells, Choice, Instrument, Name, Place, Question, Record, RowSource, Table};
use rustc_hash::FxHashMap;

use super::keywords::languages_of;
use super::{Context, span};
use crate::suggest;

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let instrument = context.instrument;
    let mut keys = Keys::new("question", None);
    for asked in context.questions {
        keys.answer(&asked.question.id, &asked.question.answer, found);
    }
    keys.what = "computed value";
    for computed in instrument.computed() {
        keys.add(&computed.id, found);
    }
    for record in instrument.records.values() {
        self::record(record, found);
    }
    for asked in context.questions {
        if let Answer::Table(table) = &asked.question.answer {
            self::table(&asked.question.id, table, instrument, found);
        }
    }
    options(instrument, found);
    for asked in context.questions {
        nonresponses(asked.question, instrument, found);
    }
}

fn record(record: &Record, found: &mut Diagnostics) {
    let mut keys = Keys::new("field", Some(record.id.as_str()));
    for field in &record.fields {
        keys.answer(&field.id, &field.answer, found);
    }
}

fn table(owner: &Name, table: &Table, instrument: &Instrument, found: &mut Diagnostics) {
    let mut keys = Keys::new("column", Some(owner.as_str()));
    let mut rows = Keys::new("row", Some(owner.as_str()));
    match &table.rows {
        RowSource::Scale(scale) => {
            for choice in instrument.scales.get(scale.as_str()).map(|it| it.choices.as_slice()).unwrap_or_default() {
                rows.reserved(&choice.code, found);
            }
        }
        RowSource::Fixed(choices) => choices.iter().for_each(|choice| rows.add(&choice.code, found)),
        // The name of an added row stands among its columns.
        RowSource::Added { .. } => keys.take("row", owner, "the name of an added row has this key"),
    }
    for column in &table.columns {
        match &column.cells {
            Cells::Answered(answer) => keys.answer(&column.id, answer, found),
            Cells::Computed(_) => keys.add(&column.id, found),
        }
    }
}

/// Codes of options are data, so that words of programming languages do no harm; but they have to be told apart.
fn options(instrument: &Instrument, found: &mut Diagnostics) {
    let scales = instrument.scales.values().map(|it| (it.id.as_str(), &it.choices));
    let declared = std::iter::once((instrument.id.as_str(), &instrument.nonresponses));
    for (owner, choices) in scales.chain(declared) {
        let mut keys = Keys::new("option", Some(owner));
        for choice in choices {
            keys.tell_apart(&choice.code, found);
        }
    }
    let mut names = Keys::new("scale", None);
    instrument.scales.values().for_each(|it| names.tell_apart(&it.id, found));
    let mut names = Keys::new("record", None);
    instrument.records.values().for_each(|it| names.tell_apart(&it.id, found));
}

/// A non-response that is an option of the same question: an answer with this code could be either.
fn nonresponses(question: &Question, instrument: &Instrument, found: &mut Diagnostics) {
    let selection = question.answer.selection();
    let scale = selection.and_then(|it| instrument.scales.get(it.scale.as_str()));
    let choices: &[Choice] = scale.map(|it| it.choices.as_slice()).unwrap_or_default();
    let built_in: &[&str] = if question.answer == Answer::YesNo {
        &["yes", "no"]
    } else if selection.is_some_and(|it| it.other) {
        &["other"]
    } else {
        &[]
    };
    for code in &question.nonresponses {
        let option = choices.iter().find(|it| it.code == *code);
        if option.is_none() && !built_in.contains(&code.as_str()) {
            continue;
        }
        let declared = instrument.nonresponses.iter().find(|it| it.code == *code);
        let at = declared.map_or(code, |it| &it.code).place();
        let mut finding = Diagnostic::new(
            &UNSUITABLE_ID,
            span(at),
            format!("`{code}` is a non-response and an option of `{}`", question.id),
        )
        .with_help("give one of them another code, or write in the question which non-responses it allows")
        .with_element(question.id.as_str());
        if let Some(option) = option {
            finding = finding.with_label(span(option.code.place()), "this option has the same code");
        }
        finding = finding.with_label(span(question.id.place()), "both can be given here");
        found.push(finding);
    }
}

/// The keys of one object, as far as they have been seen.
struct Keys<'a> {
    /// What each key is called in findings.
    what: &'static str,
    /// The declaration to which they belong, if they are not declarations themselves.
    owner: Option<&'a str>,
    /// By what is left of a key without `_`: the key, where it was declared, and what to say of it.
    seen: FxHashMap<String, (String, Place, &'static str)>,
}

impl<'a> Keys<'a> {
    fn new(what: &'static str, owner: Option<&'a str>) -> Self {
        Self { what, owner, seen: FxHashMap::default() }
    }

    /// A key with an answer. Where *other* may be given, its words stand beside the answer, under a key of their own.
    fn answer(&mut self, id: &Name, answer: &Answer, found: &mut Diagnostics) {
        self.add(id, found);
        if answer.selection().is_some_and(|it| it.other) {
            let words = Name::new(format!("{id}_other"), id.place());
            self.tell(&words, "the words of *other* have this key", found);
        }
    }

    /// A key that also becomes a name in programs.
    fn add(&mut self, id: &Name, found: &mut Diagnostics) {
        self.reserved(id, found);
        self.tell_apart(id, found);
    }

    fn reserved(&self, id: &Name, found: &mut Diagnostics) {
        let languages = languages_of(id.as_str());
        if languages.is_empty() {
            return;
        }
        let listed = suggest::list(&languages, "and").replace('`', "");
        found.push(
            Diagnostic::new(
                &UNSUITABLE_ID,
                span(id.place()),
                format!("`{id}` cannot be the id of a {}: it is a word of {listed}", self.what),
            )
            .with_help("add a word that says more about what it is for")
            .with_note("ids become names in programs that read the replies, where this word means something else")
            .with_element(self.owner.unwrap_or(id.as_str())),
        );
    }

    /// Notes a key that is not an id itself.
    fn take(&mut self, key: &str, owner: &Name, why: &'static str) {
        self.seen.insert(folded(key), (key.to_owned(), owner.place(), why));
    }

    fn tell_apart(&mut self, id: &Name, found: &mut Diagnostics) {
        self.tell(id, "the first is here", found);
    }

    /// Reports `id` if it cannot be told from one before it.
    fn tell(&mut self, id: &Name, why: &'static str, found: &mut Diagnostics) {
        // What is not spelled as an id has been reported where it is declared.
        if id.as_str().chars().any(char::is_uppercase) {
            return;
        }
        let Some((first, at, first_why)) = self.seen.get(&folded(id.as_str())) else {
            self.seen.insert(folded(id.as_str()), (id.as_str().to_owned(), id.place(), why));
            return;
        };
        // One id twice is another finding, but for the key that `other` brings.
        let is_same = first == id.as_str();
        if is_same && why == *first_why {
            return;
        }
        let (message, help) = if is_same {
            (format!("the {} `{id}` has a key that is taken", self.what), "give it another id")
        } else {
            (
                format!("the {} `{id}` cannot be told from `{first}` in every output", self.what),
                "give one of them another id; a `_` alone does not tell two ids apart",
            )
        };
        // The place of a key that `other` brings is that of the answer it belongs to.
        found.push(
            Diagnostic::new(&UNSUITABLE_ID, span(id.place()), message)
                .with_label(span(*at), *first_why)
                .with_help(help)
                .with_element(self.owner.unwrap_or(id.as_str())),
        );
    }
}

/// What is left of an id in languages that write it without `_`.
fn folded(id: &str) -> String {
    id.replace('_', "")
}
