//! Rules across answers: what has to be, and what may not be, answered together.
//!
//! Rules are made as data first ([`Rule`]) and then written into the schema, each with a comment that says which it is.

mod asked;
mod check;
pub(crate) mod code;
mod selection;

use enquire_model::{Cells, Mark, Record, Source, Table};
use serde_json::{Map, Value, json};

use crate::context::Context;
use crate::inexpressible::Inexpressible;
use crate::predicate::Predicate;
pub(crate) use asked::is_always_required;
pub use code::RULE_CODES;
use selection::Slot;

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Whether a question is asked; if it is required then, it has to be answered.
    Asked,
    /// A question has to be answered.
    Required,
    /// Words go with the option `other`.
    OtherWords,
    /// An option stands alone.
    Exclusive,
    /// How many options, entries or rows.
    Count,
    /// An earlier answer says which options are offered.
    Offered,
    /// A mark says that there is no value.
    Mark,
    /// A check of the author's.
    Check,
}

impl Kind {
    /// The code of the finding about a reply that breaks such a rule, where its condition holds.
    pub(crate) fn then_code(self) -> &'static str {
        match self {
            Self::Asked | Self::Required => code::REQUIRED_UNANSWERED,
            Self::OtherWords => code::OTHER_WITHOUT_WORDS,
            Self::Exclusive => code::EXCLUSIVE_OPTION,
            Self::Count => code::WRONG_COUNT,
            Self::Offered => code::OPTION_NOT_OFFERED,
            Self::Mark => code::VALUE_BESIDE_MARK,
            Self::Check => code::CHECK_FAILED,
        }
    }

    /// The code of the finding about a reply that breaks such a rule, where its condition does not hold.
    pub(crate) fn else_code(self) -> &'static str {
        match self {
            Self::Asked => code::NOT_ASKED,
            Self::OtherWords => code::WORDS_WITHOUT_OTHER,
            Self::Required | Self::Exclusive | Self::Count | Self::Offered | Self::Mark | Self::Check => {
                self.then_code()
            }
        }
    }
}

/// A rule: if something holds, something else has to; if not, something else again.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) kind: Kind,
    /// What it is about: the id of a question, or `record.field` or `question.column`.
    pub(crate) subject: String,
    /// The rule in words.
    pub(crate) says: String,
    /// Where it was written.
    pub(crate) source: Option<Source>,
    /// The condition.
    pub(crate) condition: Predicate,
    /// What then has to hold.
    pub(crate) then: Predicate,
    /// What has to hold if not.
    pub(crate) otherwise: Predicate,
}

/// The rules of a reply, and those that JSON Schema cannot say.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    pub(crate) rules: Vec<Rule>,
    pub(crate) left_out: Vec<Inexpressible>,
}

impl Rule {
    /// Whether nothing can break it.
    fn is_idle(&self) -> bool {
        let then = self.then == Predicate::Always || self.condition == Predicate::Never;
        let otherwise = self.otherwise == Predicate::Always || self.condition == Predicate::Always;
        then && otherwise
    }

    /// `subject: what it says [file:line]`.
    pub(crate) fn comment(&self) -> String {
        let place = self.source.as_ref().map(|source| format!(" [{}:{}]", source.file, source.line));
        format!("{}: {}{}", self.subject, self.says, place.unwrap_or_default())
    }

    pub(crate) fn to_schema(&self) -> Value {
        let mut schema = Map::from_iter([
            ("$comment".to_owned(), self.comment().into()),
            ("if".to_owned(), self.condition.to_schema()),
        ]);
        for (keyword, branch) in [("then", &self.then), ("else", &self.otherwise)] {
            if *branch != Predicate::Always {
                schema.insert(keyword.to_owned(), branch.to_schema());
            }
        }
        schema.into()
    }

    /// The same rule, said of the object that has the answers as its property `key`.
    fn inside(self, key: &str) -> Self {
        let wrap = |predicate| {
            if predicate == Predicate::Always { predicate } else { Predicate::property(key, predicate) }
        };
        Self { condition: wrap(self.condition), then: wrap(self.then), otherwise: wrap(self.otherwise), ..self }
    }
}

impl Rules {
    /// Adds `rule` unless nothing can break it.
    fn add(&mut self, rule: Rule) {
        if !rule.is_idle() {
            self.rules.push(rule);
        }
    }

    /// The value of `dependentSchemas` for the key `trigger`, nothing if there are neither rules nor omissions.
    pub(crate) fn to_schema(&self, trigger: &str) -> Option<Value> {
        let mut block = Map::new();
        if !self.left_out.is_empty() {
            let omissions: Vec<String> = self.left_out.iter().map(Inexpressible::to_string).collect();
            block.insert("$comment".to_owned(), format!("Not said here: {}", omissions.join(". ")).into());
        }
        if !self.rules.is_empty() {
            block.insert("allOf".to_owned(), self.rules.iter().map(Rule::to_schema).collect());
        }
        if block.is_empty() { None } else { Some(json!({ trigger: block })) }
    }
}

/// The rules across the answers of a reply: question by question in the order of print, then checks that stand by themselves.
pub(crate) fn of_reply(context: &Context) -> Rules {
    let mut rules = Rules::default();
    for asked in context.questions() {
        asked::rules(context, asked, &mut rules);
        selection::of_question(context, asked.question, &mut rules);
        check::of_question(context, asked, &mut rules);
    }
    check::standing_alone(context, &mut rules);
    rules
}

/// The rules across the fields of one entry.
pub(crate) fn of_record(context: &Context, record: &Record) -> Vec<Rule> {
    let slots = record.fields.iter().map(|field| Slot::field(record, field));
    slots.flat_map(|slot| selection::of_slot(context, &slot)).collect()
}

/// The rules across the cells of one row; `subject` is the question with the table.
pub(crate) fn of_row(context: &Context, subject: &str, table: &Table) -> Vec<Rule> {
    let answered = table.columns.iter().filter_map(|column| match &column.cells {
        Cells::Answered(answer) => Some(Slot::column(subject, column, answer)),
        Cells::Computed(_) => None,
    });
    answered.flat_map(|slot| selection::of_slot(context, &slot)).collect()
}

/// The rule of a cell: some marks say that there is no value.
pub(crate) fn of_marks(subject: &str, marks: &[Mark]) -> Option<Rule> {
    let without = marks.iter().filter(|mark| match mark {
        Mark::Nil | Mark::NotAvailable | Mark::IncludedElsewhere => true,
        Mark::Estimate | Mark::Provisional => false,
    });
    let codes: Vec<&str> = without.map(|mark| mark.code()).collect();
    (!codes.is_empty()).then(|| Rule {
        kind: Kind::Mark,
        subject: subject.to_owned(),
        says: format!("no value with {}", codes.join(", ")),
        source: None,
        condition: Predicate::property("mark", Predicate::one_of(codes)),
        then: Predicate::absent("value"),
        otherwise: Predicate::Always,
    })
}

/// Puts `rules` into the type of an entry or row. They are triggered by a key that is always there; where there is none,
/// by each key without which the rule cannot be broken.
pub(crate) fn attach(mut schema: Value, rules: &[Rule], required: Option<&str>) -> Value {
    let mut triggers: Map<String, Value> = Map::new();
    for rule in rules {
        let keys = required.map_or_else(|| rule.keys(), |key| vec![key.to_owned()]);
        for key in keys {
            let block = triggers.entry(key).or_insert_with(|| json!({ "allOf": [] }));
            if let Some(all) = block.get_mut("allOf").and_then(Value::as_array_mut) {
                all.push(rule.to_schema());
            }
        }
    }
    if let (Value::Object(schema), false) = (&mut schema, triggers.is_empty()) {
        schema.insert("dependentSchemas".to_owned(), triggers.into());
    }
    schema
}

impl Rule {
    /// Keys of which one is there whenever the rule can be broken: its condition tests the first, and what is forbidden
    /// otherwise are the others.
    fn keys(&self) -> Vec<String> {
        let met = if self.then == Predicate::Always { None } else { self.condition.reads().into_iter().next() };
        let not_met = if self.otherwise == Predicate::Always { Vec::new() } else { self.otherwise.reads() };
        met.into_iter().chain(not_met).map(str::to_owned).collect()
    }
}
