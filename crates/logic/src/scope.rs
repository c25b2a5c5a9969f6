//! What the names in an expression stand for.

use enquire_model::{Instrument, Question, Record, Scale};
use rustc_hash::FxHashMap;

use crate::graph::{Graph, Node};
use crate::scales::Scales;
use crate::{Type, type_of, type_of_column};

/// The questions, computed values, scales and records that expressions can name, with their types.
///
/// It can be made of an instrument at once ([`Scope::of`]) or be filled piece by piece while names are still being resolved. A name
/// that it does not hold has the type [`Type::Unknown`] and causes no fault: an undeclared name is found by whoever resolves names.
#[derive(Debug, Clone, Default)]
pub struct Scope<'a> {
    questions: FxHashMap<&'a str, &'a Question>,
    computed: FxHashMap<&'a str, Type>,
    columns: FxHashMap<(&'a str, &'a str), Type>,
    records: FxHashMap<&'a str, &'a Record>,
    scales: Scales<'a>,
    has_period: bool,
}

impl<'a> Scope<'a> {
    /// The scope of every expression in `instrument`. Of two declarations with one id the first counts; a computed value that
    /// is mistaken or part of a cycle has an unknown type.
    pub fn of(instrument: &'a Instrument) -> Self {
        let mut scope = Self { has_period: instrument.period.is_some(), ..Self::default() };
        instrument.scales.values().for_each(|scale| scope.add_scale(scale));
        instrument.records.values().for_each(|record| scope.add_record(record));
        let graph = Graph::of(instrument);
        for node in graph.nodes() {
            if let Node::Question(question) = node {
                scope.add_question(question);
            }
        }
        scope.add_computed(&graph);
        scope
    }

    /// Adds a question, unless there is one of its id. Its computed columns are unknown until
    /// [`add_column`](Self::add_column).
    pub fn add_question(&mut self, question: &'a Question) {
        self.questions.entry(question.id.as_str()).or_insert(question);
    }

    /// Adds a computed value of the type `of`, unless there is one of the id.
    pub fn add_value(&mut self, id: &'a str, of: Type) {
        self.computed.entry(id).or_insert(of);
    }

    /// Adds the type of the computed column `column` of the table that is asked for by `question`.
    pub fn add_column(&mut self, question: &'a str, column: &'a str, of: Type) {
        self.columns.entry((question, column)).or_insert(of);
    }

    /// Adds a scale, unless there is one of its id.
    pub fn add_scale(&mut self, scale: &'a Scale) {
        self.scales.add(scale);
    }

    /// Adds a record, unless there is one of its id.
    pub fn add_record(&mut self, record: &'a Record) {
        self.records.entry(record.id.as_str()).or_insert(record);
    }

    /// Says whether the instrument has a reference period.
    pub fn set_period(&mut self, has_period: bool) {
        self.has_period = has_period;
    }

    /// The type of the answer to a question or of a computed value; unknown if there is neither.
    pub fn type_of_name(&self, id: &str) -> Type {
        match self.questions.get(id) {
            Some(question) => Type::of(&question.answer),
            None => self.computed.get(id).cloned().unwrap_or(Type::Unknown),
        }
    }

    /// Whether an answer of the type `of` can be the option `code`: what decides if the name on the right of a comparison is an option.
    pub fn has_choice(&self, of: &Type, code: &str) -> bool {
        let (Type::Choice { scale, other } | Type::Choices { scale, other }) = of else {
            return false;
        };
        (*other && code == "other") || self.scales.has(scale, code) == Some(true)
    }

    /// The question `id`.
    pub(crate) fn question(&self, id: &str) -> Option<&'a Question> {
        self.questions.get(id).copied()
    }

    /// Whether `id` is a computed value.
    pub(crate) fn is_computed(&self, id: &str) -> bool {
        self.computed.contains_key(id)
    }

    /// The record `id`.
    pub(crate) fn record(&self, id: &str) -> Option<&'a Record> {
        self.records.get(id).copied()
    }

    /// The type of a computed column.
    pub(crate) fn column(&self, question: &str, column: &str) -> Type {
        self.columns.get(&(question, column)).cloned().unwrap_or(Type::Unknown)
    }

    /// Whether `scale` is known and lacks the option `code`.
    pub(crate) fn lacks_choice(&self, scale: &str, other: bool, code: &str) -> bool {
        !(other && code == "other") && self.scales.has(scale, code) == Some(false)
    }

    /// Whether the scale `scale` is known and has the option `code`, `other` apart.
    pub(crate) fn scale_has(&self, scale: &str, code: &str) -> Option<bool> {
        self.scales.has(scale, code)
    }

    /// Whether the instrument has a reference period.
    pub(crate) fn has_period(&self) -> bool {
        self.has_period
    }

    /// Adds computed values and columns, each after those it reads.
    fn add_computed(&mut self, graph: &Graph<'a>) {
        for group in graph.components() {
            // The members of a cycle read each other; none is added, so that they stay unknown.
            for node in group.members.iter().filter(|_| !group.is_cycle).filter_map(|&at| graph.node(at)) {
                match node {
                    Node::Computed(computed) => {
                        let of = type_of(&computed.value, self, &mut Vec::new());
                        self.add_value(computed.id.as_str(), of);
                    }
                    Node::Column { question, column, value } => {
                        let of = type_of_column(value, question, self, &mut Vec::new());
                        self.add_column(question.id.as_str(), column.id.as_str(), of);
                    }
                    Node::Question(_) | Node::When(_) => {}
                }
            }
        }
        // Members of cycles are computed values all the same.
        for node in graph.nodes() {
            if let Node::Computed(computed) = node {
                self.add_value(computed.id.as_str(), Type::Unknown);
            }
        }
    }
}
