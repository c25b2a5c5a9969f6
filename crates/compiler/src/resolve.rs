//! What the names in expressions, texts and reports mean, once every question is known.
//!
//! Lowering leaves every bare name in an expression as an answer. Here it becomes a field of the row at hand, an option of the
//! scale on the other side of a comparison, or stays the question or computed value that it names. A name that is none of these is
//! reported, once for each place.

use enquire_diagnostics::codes::{FIELD_OUTSIDE_LIST, OPERAND_TYPE, UNDEFINED_NAME, VALUE_NOT_IN_SCALE};
use enquire_diagnostics::{Diagnostic, Diagnostics, FileId, Span};
use enquire_model::{
    Answer, Cells, Expression, ExpressionKind, Inline, Instrument, Item, Name, Place, Question, Reference, ReportItem,
    Requirement, Scale, Text,
};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::lower::Lowered;
use crate::suggest;

/// Resolves every name in `instrument`.
pub(crate) fn resolve(instrument: &mut Instrument, lowered: &Lowered, found: &mut Diagnostics) {
    if instrument.questions().iter().any(|asked| uses_yes_no(&asked.question.answer)) {
        instrument.scales.entry("yes_no".to_owned()).or_insert_with(Scale::yes_no);
    }
    let known = Known::of(instrument, lowered);
    let mut resolver = Resolver { known: &known, row: None, found };
    let mut items = std::mem::take(&mut instrument.items);
    resolver.items(&mut items);
    instrument.items = items;
    resolver.references(instrument);
    resolver.reports(instrument);
}

fn uses_yes_no(answer: &Answer) -> bool {
    let column = |cells: &Cells| matches!(cells, Cells::Answered(Answer::YesNo));
    matches!(answer, Answer::YesNo)
        || answer.table().is_some_and(|table| table.columns.iter().any(|it| column(&it.cells)))
}

/// Which options an answer can be.
#[derive(Debug, Clone, PartialEq)]
struct Options {
    scale: String,
    other: bool,
}

/// What is known of a question.
#[derive(Debug, Clone, Default)]
struct Shape {
    options: Option<Options>,
    /// Fields of a record or list, columns of a table.
    fields: FxHashMap<String, Option<Options>>,
}

/// Everything a name can mean.
struct Known {
    questions: FxHashMap<String, Shape>,
    computed: FxHashSet<String>,
    sections: FxHashSet<String>,
    terms: FxHashSet<String>,
    codes: FxHashMap<String, FxHashSet<String>>,
    /// All fields of all records and columns of all tables, to recognize one outside its list.
    fields: FxHashSet<String>,
    faulty: FxHashSet<String>,
}

impl Known {
    fn of(instrument: &Instrument, lowered: &Lowered) -> Self {
        let asked = instrument.questions();
        let mut questions = FxHashMap::with_capacity_and_hasher(asked.len(), FxBuildHasher);
        questions.extend(
            asked
                .iter()
                .filter(|asked| !lowered.faulty.contains(asked.question.id.as_str()))
                .map(|asked| (asked.question.id.as_str().to_owned(), shape(&asked.question.answer, instrument))),
        );
        let fields = questions.values().flat_map(|shape| shape.fields.keys().cloned()).collect();
        let codes = instrument
            .scales
            .iter()
            .map(|(id, scale)| (id.clone(), scale.choices.iter().map(|it| it.code.as_str().to_owned()).collect()))
            .collect();
        Self {
            questions,
            computed: instrument.computed().iter().map(|it| it.id.as_str().to_owned()).collect(),
            sections: instrument.sections().iter().map(|it| it.id.as_str().to_owned()).collect(),
            terms: instrument.terms.keys().cloned().collect(),
            codes,
            fields,
            faulty: lowered.faulty.clone(),
        }
    }

    fn is_value(&self, name: &str) -> bool {
        self.questions.contains_key(name) || self.computed.contains(name) || self.faulty.contains(name)
    }

    fn offers(&self, options: &Options, code: &str) -> bool {
        (options.other && code == "other") || self.codes.get(&options.scale).is_some_and(|codes| codes.contains(code))
    }

    /// What to say of a name that is no question or computed value.
    fn help(&self, name: &str) -> String {
        let mut all: Vec<&str> = self.questions.keys().chain(&self.computed).map(String::as_str).collect();
        all.sort_unstable();
        suggest::help(name, all, "ids of questions stand behind the word `question`")
    }
}

fn options(answer: &Answer) -> Option<Options> {
    if matches!(answer, Answer::YesNo) {
        return Some(Options { scale: "yes_no".to_owned(), other: false });
    }
    answer.selection().map(|it| Options { scale: it.scale.as_str().to_owned(), other: it.other })
}

fn shape(answer: &Answer, instrument: &Instrument) -> Shape {
    let mut shape = Shape { options: options(answer), fields: FxHashMap::default() };
    if let Some(record) = answer.record().and_then(|name| instrument.records.get(name.as_str())) {
        shape.fields = record.fields.iter().map(|it| (it.id.as_str().to_owned(), options(&it.answer))).collect();
    }
    if let Some(table) = answer.table() {
        shape.fields = table
            .columns
            .iter()
            .map(|column| {
                let of = if let Cells::Answered(answer) = &column.cells { options(answer) } else { None };
                (column.id.as_str().to_owned(), of)
            })
            .collect();
    }
    shape
}

struct Resolver<'r> {
    known: &'r Known,
    /// The fields of the row at hand.
    row: Option<FxHashMap<String, Option<Options>>>,
    found: &'r mut Diagnostics,
}

impl Resolver<'_> {
    fn items(&mut self, items: &mut [Item]) {
        for item in items {
            match item {
                Item::Section(section) => self.items(&mut section.items),
                Item::Question(question) => self.question(question),
                Item::When(when) => {
                    self.expression(&mut when.condition);
                    self.items(&mut when.items);
                }
                Item::Computed(computed) => self.expression(&mut computed.value),
                Item::Check(check) => self.expression(&mut check.condition),
                Item::Note(_) => {}
            }
        }
    }

    fn question(&mut self, question: &mut Question) {
        if let Some(condition) = &mut question.when {
            self.expression(condition);
        }
        if let Requirement::When(condition) = &mut question.required {
            self.expression(condition);
        }
        for check in &mut question.checks {
            self.expression(&mut check.condition);
        }
        if let Some(within) = question.answer.selection().and_then(|it| it.within.as_ref()) {
            self.value(within);
        }
        if let Answer::Table(table) = &mut question.answer {
            let fields = self.known.questions.get(question.id.as_str()).map(|it| it.fields.clone());
            self.row = Some(fields.unwrap_or_default());
            for column in &mut table.columns {
                if let Cells::Computed(value) = &mut column.cells {
                    self.expression(value);
                }
            }
            self.row = None;
        }
        self.items(&mut question.items);
    }

    fn expression(&mut self, expression: &mut Expression) {
        match &mut expression.kind {
            ExpressionKind::Answer(name) => {
                if let Some(kind) = self.bare(name) {
                    expression.kind = kind;
                }
            }
            ExpressionKind::Not(inner) => self.expression(inner),
            ExpressionKind::And(all) => all.iter_mut().for_each(|it| self.expression(it)),
            ExpressionKind::Or(all) => self.alternatives(all),
            ExpressionKind::Compare { left, right, .. } => self.compared(left, right),
            ExpressionKind::In { value, choices } => {
                self.expression(value);
                let options = self.options_of(value);
                for choice in choices {
                    self.option(choice, options.as_ref(), value);
                }
            }
            ExpressionKind::Contains { value, choice } => {
                self.expression(value);
                let options = self.options_of(value);
                self.option(choice, options.as_ref(), value);
            }
            ExpressionKind::State { question, .. }
            | ExpressionKind::Cell { table: question, .. }
            | ExpressionKind::Part { question, .. } => {
                self.value(question);
            }
            ExpressionKind::Arithmetic { left, right, .. } => {
                self.expression(left);
                self.expression(right);
            }
            ExpressionKind::Aggregate { over, condition, .. } => {
                self.value(over);
                if let Some(condition) = condition {
                    let fields = self.known.questions.get(over.as_str()).map(|it| it.fields.clone());
                    let outer = self.row.replace(fields.unwrap_or_default());
                    self.expression(condition);
                    self.row = outer;
                }
            }
            ExpressionKind::Call { arguments, .. } => arguments.iter_mut().for_each(|it| self.expression(it)),
            ExpressionKind::Field(_)
            | ExpressionKind::Choice(_)
            | ExpressionKind::Number(_)
            | ExpressionKind::Words(_)
            | ExpressionKind::Date(_)
            | ExpressionKind::Duration { .. }
            | ExpressionKind::Truth(_)
            | ExpressionKind::AsAt
            | ExpressionKind::PeriodStart
            | ExpressionKind::PeriodEnd => {}
        }
    }

    /// The parts of `or`, of which one may be an option where a condition was meant: `redress = yes or in_part`.
    fn alternatives(&mut self, parts: &mut [Expression]) {
        let mut compared: Option<(Name, Options)> = None;
        for part in parts {
            if let (ExpressionKind::Answer(name), Some((question, options))) = (&part.kind, &compared)
                && !self.means_something(part)
                && self.known.offers(options, name.as_str())
            {
                let message = format!("`{name}` is an option of `{question}`, and a condition is needed here");
                self.undefined(
                    name,
                    &message,
                    format!("for one option or another write `{question} in (..., {name})`"),
                );
                continue;
            }
            self.expression(part);
            if let ExpressionKind::Compare { left, .. } = &part.kind
                && let (ExpressionKind::Answer(question), Some(options)) = (&left.kind, self.options_of(left))
            {
                compared = Some((question.clone(), options));
            }
        }
    }

    /// Both sides of a comparison: a name that means nothing by itself may be an option of the other side.
    fn compared(&mut self, left: &mut Expression, right: &mut Expression) {
        if self.means_something(left) || !self.means_something(right) {
            self.expression(left);
            let options = self.options_of(left);
            self.option(right, options.as_ref(), left);
        } else {
            self.expression(right);
            let options = self.options_of(right);
            self.option(left, options.as_ref(), right);
        }
    }

    /// `expression` where an option of `options` may stand, beside `value`.
    fn option(&mut self, expression: &mut Expression, options: Option<&Options>, value: &Expression) {
        let ExpressionKind::Answer(name) = &expression.kind else { return self.expression(expression) };
        let offered = options.is_some_and(|it| self.known.offers(it, name.as_str()));
        let is_value = self.known.is_value(name.as_str()) || self.is_field(name);
        // Beside something unknown or with a finding of its own, a name that means nothing is taken for an option.
        let beside_unknown = !self.is_known_value(value);
        if offered || (!is_value && (options.is_some() || beside_unknown)) {
            expression.kind = ExpressionKind::Choice(name.clone());
        } else {
            self.expression(expression);
        }
    }

    fn means_something(&self, expression: &Expression) -> bool {
        let ExpressionKind::Answer(name) = &expression.kind else { return true };
        self.known.is_value(name.as_str()) || self.is_field(name)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "anything else has a value of its own")]
    fn is_known_value(&self, expression: &Expression) -> bool {
        match &expression.kind {
            ExpressionKind::Answer(name) => {
                self.known.questions.contains_key(name.as_str()) || self.known.computed.contains(name.as_str())
            }
            ExpressionKind::Part { question, .. } | ExpressionKind::Cell { table: question, .. } => {
                self.known.questions.contains_key(question.as_str())
            }
            _ => true,
        }
    }

    fn is_field(&self, name: &Name) -> bool {
        self.row.as_ref().is_some_and(|row| row.contains_key(name.as_str()))
    }

    /// The options that the value of `expression` can be.
    #[expect(clippy::wildcard_enum_match_arm, reason = "nothing else can be an option")]
    fn options_of(&self, expression: &Expression) -> Option<Options> {
        match &expression.kind {
            ExpressionKind::Answer(name) => self.known.questions.get(name.as_str())?.options.clone(),
            ExpressionKind::Field(name) => self.row.as_ref()?.get(name.as_str())?.clone(),
            ExpressionKind::Part { question, field } | ExpressionKind::Cell { table: question, column: field, .. } => {
                self.known.questions.get(question.as_str())?.fields.get(field.as_str())?.clone()
            }
            _ => None,
        }
    }

    /// What a bare name means: a field of the row at hand, or the value it names.
    fn bare(&mut self, name: &Name) -> Option<ExpressionKind> {
        if self.is_field(name) {
            return Some(ExpressionKind::Field(name.clone()));
        }
        self.value(name);
        None
    }

    /// Reports `name` if it is no question or computed value.
    fn value(&mut self, name: &Name) {
        if self.known.is_value(name.as_str()) {
            return;
        }
        let at = span(name.place());
        if self.known.fields.contains(name.as_str()) {
            self.found.push(
                Diagnostic::new(&FIELD_OUTSIDE_LIST, at, format!("`{name}` is a field of a list or table, and no entry of it is at hand here"))
                    .with_help("fields stand after `where`: `count(laws where adopted < 2000-01-01)`, or behind their question: `sum(helped.women)`"),
            );
            return;
        }
        self.undefined(
            name,
            &format!("no question or computed value is called `{name}`"),
            self.known.help(name.as_str()),
        );
    }

    fn undefined(&mut self, name: &Name, message: &str, help: String) {
        self.found.push(Diagnostic::new(&UNDEFINED_NAME, span(name.place()), message).with_help(help));
    }

    /// References in all texts.
    fn references(&mut self, instrument: &Instrument) {
        for text in texts(instrument) {
            for part in text.inlines() {
                match part {
                    Inline::Answer(name) | Inline::Reference(Reference::Question(name)) => self.value(name),
                    Inline::Reference(Reference::Section(name)) if !self.known.sections.contains(name.as_str()) => {
                        let mut all: Vec<&str> = self.known.sections.iter().map(String::as_str).collect();
                        all.sort_unstable();
                        let help = suggest::help(name.as_str(), all, "ids of sections stand behind the word `section`");
                        self.undefined(name, &format!("no section is called `{name}`"), help);
                    }
                    Inline::Reference(Reference::Term { term, .. }) if !self.known.terms.contains(term.as_str()) => {
                        let mut all: Vec<&str> = self.known.terms.iter().map(String::as_str).collect();
                        all.sort_unstable();
                        let help =
                            suggest::help(term.as_str(), all, "declare it: `term NAME \"words\" { means \"...\" }`");
                        self.undefined(term, &format!("no term is called `{term}`"), help);
                    }
                    Inline::Words(_)
                    | Inline::Emphasis(_)
                    | Inline::Strong(_)
                    | Inline::Reference(_)
                    | Inline::Blank(_)
                    | Inline::Footnote(_)
                    | Inline::Alternatives(_)
                    | Inline::Link(_)
                    | Inline::Break => {}
                }
            }
        }
    }

    fn reports(&mut self, instrument: &Instrument) {
        for item in instrument.reports.iter().flat_map(|it| &it.chapters).flat_map(|it| &it.items) {
            match item {
                ReportItem::Statement { question, choices, .. } => {
                    self.value(question);
                    for code in choices {
                        self.counted(question, code);
                    }
                }
                ReportItem::Table { question } | ReportItem::Chart { question } => {
                    self.value(question);
                    self.countable(question, instrument);
                }
                ReportItem::Paragraph(_) => {}
            }
        }
    }

    /// Reports a table or chart of answers that are words.
    fn countable(&mut self, question: &Name, instrument: &Instrument) {
        let Some(asked) = instrument.question(question.as_str()) else { return };
        let words = matches!(
            asked.answer,
            Answer::Text { .. }
                | Answer::Prose { .. }
                | Answer::Email
                | Answer::Telephone
                | Answer::Link
                | Answer::File
        );
        if words {
            self.found.push(
                Diagnostic::new(
                    &OPERAND_TYPE,
                    span(question.place()),
                    format!("the answers to `{question}` cannot be counted"),
                )
                .with_help("show options, numbers or lists in tables and charts; words are summed up in a paragraph"),
            );
        }
    }

    /// Reports an option that is counted in a report and is none of its question's.
    fn counted(&mut self, question: &Name, code: &Name) {
        let Some(options) = self.known.questions.get(question.as_str()).and_then(|it| it.options.clone()) else {
            return;
        };
        if self.known.offers(&options, code.as_str()) {
            return;
        }
        let mut codes: Vec<&str> =
            self.known.codes.get(&options.scale).into_iter().flatten().map(String::as_str).collect();
        codes.sort_unstable();
        self.found.push(
            Diagnostic::new(
                &VALUE_NOT_IN_SCALE,
                span(code.place()),
                format!("`{code}` is not an option of `{}`", options.scale),
            )
            .with_help(suggest::help(code.as_str(), codes, "")),
        );
    }
}

fn span(place: Place) -> Span {
    Span::new(FileId(place.file), place.start, place.end)
}

/// Every text of the instrument.
pub(crate) fn texts(instrument: &Instrument) -> Vec<&Text> {
    let mut all: Vec<&Text> = vec![&instrument.title];
    all.extend([&instrument.return_to, &instrument.scope, &instrument.guidance].into_iter().flatten());
    all.extend(instrument.footnotes.iter().map(|it| &it.text));
    for term in instrument.terms.values() {
        all.push(&term.means);
        all.extend(&term.excludes);
    }
    for choice in instrument.scales.values().flat_map(|it| &it.choices).chain(&instrument.nonresponses) {
        all.push(&choice.label);
        all.extend(&choice.guidance);
    }
    for field in instrument.records.values().flat_map(|it| &it.fields) {
        all.push(&field.label);
        all.extend(&field.guidance);
    }
    item_texts(&instrument.items, &mut all);
    all.extend(instrument.reports.iter().map(|it| &it.title));
    for chapter in instrument.reports.iter().flat_map(|it| &it.chapters) {
        all.push(&chapter.title);
        all.extend(chapter.items.iter().filter_map(|item| match item {
            ReportItem::Paragraph(text) | ReportItem::Statement { words: text, .. } => Some(text),
            ReportItem::Table { .. } | ReportItem::Chart { .. } => None,
        }));
    }
    all
}

fn item_texts<'a>(items: &'a [Item], all: &mut Vec<&'a Text>) {
    for item in items {
        match item {
            Item::Section(section) => {
                all.push(&section.title);
                all.extend(&section.guidance);
                all.extend(section.footnotes.iter().map(|it| &it.text));
            }
            Item::Question(question) => question_texts(question, all),
            Item::Note(note) => all.push(&note.text),
            Item::Computed(computed) => all.push(&computed.label),
            Item::Check(check) => all.push(&check.message),
            Item::When(_) => {}
        }
        item_texts(item.inner(), all);
    }
}

fn question_texts<'a>(question: &'a Question, all: &mut Vec<&'a Text>) {
    all.push(&question.wording);
    all.extend([&question.guidance, &question.example].into_iter().flatten());
    all.extend(question.footnotes.iter().map(|it| &it.text));
    all.extend(question.checks.iter().map(|it| &it.message));
    if let Some(table) = question.answer.table() {
        all.extend(table.columns.iter().flat_map(|it| [Some(&it.label), it.guidance.as_ref()]).flatten());
        match &table.rows {
            enquire_model::RowSource::Fixed(rows) => {
                all.extend(rows.iter().flat_map(|it| [Some(&it.label), it.guidance.as_ref()]).flatten());
            }
            enquire_model::RowSource::Added { heading, .. } => all.push(heading),
            enquire_model::RowSource::Scale(_) => {}
        }
    }
}
