//! Every text of an instrument, in the order of print, and which declaration it belongs to.

use enquire_model::{
    Answer, Choice, Footnote, Instrument, Item, Question, ReportItem, RowSource, Section, Table, Text,
};

/// A text and its declaration.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    /// The text.
    pub(super) text: &'a Text,
    /// The id of the declaration.
    pub(super) element: &'a str,
}

/// Every text of `instrument`: header, parts, then scales, records and terms, then reports.
pub(super) fn texts(instrument: &Instrument) -> Vec<Written<'_>> {
    let mut all = Vec::new();
    header(instrument, &mut all);
    for item in &instrument.items {
        self::item(item, instrument.id.as_str(), &mut all);
    }
    declarations(instrument, &mut all);
    reports(instrument, &mut all);
    all
}

/// The texts of a question by themselves: wording, guidance, example, footnotes.
pub(super) fn of_question(question: &Question) -> Vec<&Text> {
    let mut own = vec![&question.wording];
    own.extend(question.guidance.iter().chain(&question.example));
    own.extend(question.footnotes.iter().map(|it| &it.text));
    own
}

fn header<'a>(instrument: &'a Instrument, all: &mut Vec<Written<'a>>) {
    let element = instrument.id.as_str();
    let optional = [&instrument.scope, &instrument.guidance, &instrument.return_to];
    let texts = std::iter::once(&instrument.title)
        .chain(optional.into_iter().flatten())
        .chain(footnotes(&instrument.footnotes));
    all.extend(texts.map(|text| Written { text, element }));
    choices(&instrument.nonresponses, element, all);
}

fn item<'a>(item: &'a Item, outer: &'a str, all: &mut Vec<Written<'a>>) {
    let element = match item {
        Item::Section(section) => {
            self::section(section, all);
            section.id.as_str()
        }
        Item::Question(question) => {
            self::question(question, all);
            question.id.as_str()
        }
        Item::Note(note) => {
            all.push(Written { text: &note.text, element: outer });
            outer
        }
        Item::Computed(computed) => {
            let element = computed.id.as_str();
            all.push(Written { text: &computed.label, element });
            element
        }
        Item::Check(check) => {
            all.push(Written { text: &check.message, element: outer });
            outer
        }
        Item::When(_) => outer,
    };
    for inner in item.inner() {
        self::item(inner, element, all);
    }
}

fn section<'a>(section: &'a Section, all: &mut Vec<Written<'a>>) {
    let element = section.id.as_str();
    let texts = std::iter::once(&section.title).chain(&section.guidance).chain(footnotes(&section.footnotes));
    all.extend(texts.map(|text| Written { text, element }));
}

fn question<'a>(question: &'a Question, all: &mut Vec<Written<'a>>) {
    let element = question.id.as_str();
    let texts = of_question(question).into_iter().chain(question.checks.iter().map(|it| &it.message));
    all.extend(texts.map(|text| Written { text, element }));
    if let Answer::Table(table) = &question.answer {
        self::table(table, element, all);
    }
}

fn table<'a>(table: &'a Table, element: &'a str, all: &mut Vec<Written<'a>>) {
    match &table.rows {
        RowSource::Scale(_) => {}
        RowSource::Fixed(rows) => choices(rows, element, all),
        RowSource::Added { heading, .. } => all.push(Written { text: heading, element }),
    }
    for column in &table.columns {
        let texts = std::iter::once(&column.label).chain(&column.guidance);
        all.extend(texts.map(|text| Written { text, element }));
    }
}

fn declarations<'a>(instrument: &'a Instrument, all: &mut Vec<Written<'a>>) {
    for scale in instrument.scales.values() {
        choices(&scale.choices, scale.id.as_str(), all);
    }
    for record in instrument.records.values() {
        let element = record.id.as_str();
        for field in &record.fields {
            let texts = std::iter::once(&field.label).chain(&field.guidance);
            all.extend(texts.map(|text| Written { text, element }));
        }
    }
    for term in instrument.terms.values() {
        let texts = std::iter::once(&term.means).chain(&term.excludes);
        all.extend(texts.map(|text| Written { text, element: term.id.as_str() }));
    }
}

fn reports<'a>(instrument: &'a Instrument, all: &mut Vec<Written<'a>>) {
    for report in &instrument.reports {
        let element = report.id.as_str();
        all.push(Written { text: &report.title, element });
        for chapter in &report.chapters {
            all.push(Written { text: &chapter.title, element });
            for item in &chapter.items {
                match item {
                    ReportItem::Paragraph(text) | ReportItem::Statement { words: text, .. } => {
                        all.push(Written { text, element });
                    }
                    ReportItem::Table { .. } | ReportItem::Chart { .. } => {}
                }
            }
        }
    }
}

fn choices<'a>(choices: &'a [Choice], element: &'a str, all: &mut Vec<Written<'a>>) {
    for choice in choices {
        let texts = std::iter::once(&choice.label).chain(&choice.guidance);
        all.extend(texts.map(|text| Written { text, element }));
    }
}

fn footnotes(footnotes: &[Footnote]) -> impl Iterator<Item = &Text> {
    footnotes.iter().map(|it| &it.text)
}
