//! What can be asked of an instrument, with the replies that show it, as people and programs are told.
//!
//! ```text
//! Instrument --logic::Paths--> witnesses, conflicts --Reachability--> numbers, wordings and answers in words
//! ```

mod words;

use enquire_diagnostics::{FileId, Sources};
use enquire_form::Numbers;
use enquire_logic::{Conflict, Extent, Paths, Reach, Span, Whose, Witness};
use enquire_model::{Asked, Date, Instrument, Name, Place, Reply, Respondent};
use indexmap::IndexMap;
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::Serialize;

use words::Words;

/// The version of the JSON form of [`Reachability`], `MAJOR.MINOR`. A reader takes any minor version and refuses another major one.
const FORMAT_VERSION: &str = "1.0";

/// The paths through an instrument: how long they are, and how its questions are reached.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(title = "Paths through an instrument, of Enquire")]
pub struct Reachability {
    /// The version of this contract, `MAJOR.MINOR`.
    pub format_version: &'static str,
    /// Always `enquire`.
    pub tool: &'static str,
    /// The version of the tool.
    pub version: &'static str,
    /// Id and version of the instrument: `victim_issues/1.0.0`.
    pub instrument: String,
    /// How many questions it has, sub-questions included.
    pub questions: usize,
    /// The path on which most is asked.
    pub longest: Length,
    /// The path on which least is asked.
    pub shortest: Length,
    /// The questions that were looked for, in the order of print.
    pub paths: Vec<QuestionPath>,
}

/// How long a path is. The three figures may belong to different replies.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Length {
    /// Questions asked, sub-questions included.
    pub questions: Figure,
    /// Estimated minutes.
    pub minutes: Figure,
    /// Questions answered in prose.
    pub prose: Figure,
}

/// A figure of a path: exact if both bounds are the same.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Figure {
    /// It is at least this.
    pub least: u32,
    /// It is at most this.
    pub most: u32,
    /// A reply that shows it: of the longest path one with `least`, of the shortest one with `most`.
    pub reply: Option<Shown>,
}

/// How a question is reached.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct QuestionPath {
    /// The question.
    pub question: Titled,
    /// Whether anybody is asked it, and who.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// Whether a question is ever asked.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// It is asked.
    Asked {
        /// Whether everybody is asked it: it has no condition.
        everybody: bool,
        /// A reply in which it is asked, with as few answers as possible.
        reply: Shown,
    },
    /// Nobody can ever be asked it: these conditions exclude each other.
    Never {
        /// The conditions, in the order of print.
        conditions: Vec<Excluding>,
    },
    /// Neither could be proved.
    Undecided {
        /// Why.
        reason: String,
    },
}

/// A reply that shows something.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Shown {
    /// The day for which it speaks.
    pub as_at: Date,
    /// What it answers, in the order of print. It need not be complete.
    pub answers: Vec<Given>,
}

/// An answer of such a reply.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Given {
    /// The question.
    #[serde(flatten)]
    pub question: Titled,
    /// The answer as it stands in the reply.
    pub value: serde_json::Value,
    /// The answer in words.
    pub words: String,
}

/// A question with what is printed of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Titled {
    /// Its id.
    pub id: String,
    /// Its printed number, if it has one.
    pub number: Option<String>,
    /// Its words on one line.
    pub wording: String,
}

/// One of several conditions that exclude each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Excluding {
    /// The condition as it was written.
    pub written: String,
    /// The condition in words.
    pub words: String,
    /// The question, computed value or check it belongs to; none if it is a group's.
    pub of: Option<String>,
    /// The file, relative to the instrument's folder.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
}

/// The questions to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookFor<'q> {
    /// These, by id. What is no question is left out.
    These(&'q [String]),
    /// Every question.
    All,
}

impl Reachability {
    /// The paths through `instrument`, whose texts are `sources`.
    pub fn of(instrument: &Instrument, sources: &Sources, look_for: LookFor<'_>) -> Self {
        let numbers = Numbers::of(instrument);
        let asked = instrument.questions();
        let view = View {
            sources,
            positions: asked.iter().enumerate().map(|(at, it)| (it.question.id.as_str(), at)).collect(),
            words: Words { numbers: &numbers, instrument },
            numbers: &numbers,
            asked: &asked,
        };
        let paths = Paths::of(instrument);
        let wanted = |id: &Name| match look_for {
            LookFor::These(ids) => ids.iter().any(|it| it == id.as_str()),
            LookFor::All => true,
        };
        let questions = asked.iter().filter(|it| wanted(&it.question.id));
        Self {
            format_version: FORMAT_VERSION,
            tool: "enquire",
            version: crate::VERSION,
            instrument: instrument.release(),
            questions: asked.len(),
            longest: view.length(&paths.longest()),
            shortest: view.length(&paths.shortest()),
            paths: questions.map(|it| view.path(it, &paths)).collect(),
        }
    }
}

impl Shown {
    /// It as a reply to `instrument`, from a respondent that no State is.
    pub fn reply(&self, instrument: &Instrument) -> Reply {
        let class = instrument.respondents.first().map_or("member_states", |it| it.id.as_str());
        Reply {
            instrument: instrument.release(),
            respondent: Respondent { class: class.to_owned(), name: "XXX".to_owned(), contact: None, sign_off: None },
            as_at: self.as_at,
            language: instrument.languages.first().map_or("en", String::as_str).to_owned(),
            round: 1,
            contributors: Vec::new(),
            answers: self.answers.iter().map(|it| (it.question.id.clone(), it.value.clone())).collect(),
            comments: IndexMap::new(),
            attachments: IndexMap::new(),
            links: IndexMap::new(),
        }
    }
}

/// The JSON Schema of [`Reachability`].
pub fn paths_schema() -> serde_json::Value {
    schemars::schema_for!(Reachability).to_value()
}

/// What is needed to tell of paths.
struct View<'v, 'a> {
    sources: &'v Sources,
    numbers: &'v Numbers,
    words: Words<'v>,
    asked: &'v [Asked<'a>],
    /// Where each question stands in print.
    positions: FxHashMap<&'a str, usize>,
}

impl View<'_, '_> {
    fn length(&self, extent: &Extent) -> Length {
        let figure = |span: &Span| Figure {
            least: span.least,
            most: span.most,
            reply: span.witness.as_ref().map(|it| self.shown(it)),
        };
        Length { questions: figure(&extent.questions), minutes: figure(&extent.minutes), prose: figure(&extent.prose) }
    }

    fn path(&self, asked: &Asked<'_>, paths: &Paths<'_>) -> QuestionPath {
        let id = &asked.question.id;
        let outcome = match paths.reach(id.as_str()) {
            Some(Reach::Witness(witness)) => {
                Outcome::Asked { everybody: asked.conditions.is_empty(), reply: self.shown(&witness) }
            }
            Some(Reach::Never(conflict)) => Outcome::Never { conditions: self.excluding(&conflict) },
            Some(Reach::Undecided(why)) => Outcome::Undecided { reason: why.reason },
            None => Outcome::Undecided { reason: "another question has this id".to_owned() },
        };
        QuestionPath { question: self.titled(id.as_str()), outcome }
    }

    fn titled(&self, id: &str) -> Titled {
        Titled {
            id: id.to_owned(),
            number: self.numbers.number(id).map(str::to_owned),
            wording: self.numbers.label(id).to_owned(),
        }
    }

    fn shown(&self, witness: &Witness) -> Shown {
        let mut answers: Vec<(usize, Given)> = Vec::new();
        for (id, value) in &witness.answers {
            let at = self.positions.get(id.as_str()).copied();
            let question = at.and_then(|at| self.asked.get(at)).map(|it| it.question);
            let words = question.map_or_else(|| value.to_string(), |it| self.words.answer(it, value));
            answers.push((at.unwrap_or(usize::MAX), Given { question: self.titled(id), value: value.clone(), words }));
        }
        answers.sort_by_key(|(at, _)| *at);
        Shown { as_at: witness.as_at, answers: answers.into_iter().map(|(_, it)| it).collect() }
    }

    fn excluding(&self, conflict: &Conflict<'_>) -> Vec<Excluding> {
        let one = |condition: &enquire_logic::Condition<'_>| {
            let Place { file, start, end } = condition.expression.place;
            let span = enquire_diagnostics::Span::new(FileId(file), start, end);
            Excluding {
                written: self.sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" "),
                words: self.words.condition(condition.expression),
                of: owner(condition.whose),
                file: self.sources.path(span.file).to_owned(),
                line: self.sources.line_column(span.file, start).line,
            }
        };
        conflict.conditions.iter().map(one).collect()
    }
}

/// The id of what a condition belongs to.
fn owner(whose: Whose<'_>) -> Option<String> {
    match whose {
        Whose::Question(question) | Whose::Required(question) | Whose::Check(_, Some(question)) => {
            Some(question.id.to_string())
        }
        Whose::Computed(name) => Some(name.to_string()),
        Whose::Block(_) | Whose::Check(_, None) => None,
    }
}
