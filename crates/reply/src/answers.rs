//! The answers: those that belong to no question, and the rules across them: asked, required, checks.

use enquire_diagnostics::codes::{
    CHECK_FAILED, CONFIRM_ANSWER, MISSING_ATTACHMENT, NOT_ASKED, REQUIRED_UNANSWERED, UNKNOWN_QUESTION,
};
use enquire_logic::{AnswerState, Evaluation, Spoken, holds, reads};
use enquire_model::{AttachmentPolicy, Expression, Question, Requirement, Weight};
use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxHashSet;
use serde_json::{Map, Value};

use crate::breach::Breach;
use crate::given;
use crate::known::{Known, label};
use crate::path::{Part, Path};
use crate::shape::Look;
use crate::suggest;

/// Questions of whose answers it is not known what they were meant to be, because of another finding. What follows from
/// them is not told: one mistake gives one finding.
type Doubtful<'a> = FxHashSet<&'a str>;

impl<'a> Look<'_, 'a> {
    /// The answers one by one. Says which questions are doubtful now.
    pub(crate) fn each(&mut self, path: &Path<'_>, answers: &Map<String, Value>) -> Doubtful<'a> {
        let mut doubtful = Doubtful::default();
        for (key, given) in answers {
            let before = self.found.errors();
            let id = if let Some(question) = self.known.question(key) {
                let part = Part::Question(question);
                self.question(question, &path.part(key, part), given);
                Some(question.id.as_str())
            } else if self.known.words_of.contains_key(key.as_str()) {
                None
            } else {
                // One that has an answer of its own is in no doubt.
                self.unknown(path, key).filter(|id| !answers.contains_key(*id))
            };
            if self.found.errors() > before {
                doubtful.extend(id);
            }
        }
        let known = self.known;
        for question in known.words_of.values() {
            let part = Part::Question(question);
            let given = answers.get(question.id.as_str());
            self.words_of_other((&question.id, &question.answer), answers, given, (path, part));
        }
        doubtful
    }

    /// An answer to no question. Hands out the question that was meant, if that is known.
    fn unknown(&mut self, path: &Path<'_>, key: &str) -> Option<&'a str> {
        let known = self.known;
        let meant = known.renamed.get(key).copied().filter(|_| self.found.is_explaining()).or_else(|| {
            let ids = known.questions.keys().copied();
            if self.found.is_explaining() { suggest::nearest(key, ids) } else { None }
        });
        self.found.add(&UNKNOWN_QUESTION, || {
            let instrument = known.instrument;
            let withdrawn = instrument.withdrawn.iter().any(|it| it.as_str() == key);
            let computed = instrument.computed().into_iter().any(|it| it.id.as_str() == key);
            let (what, help) = if let Some(now) = known.renamed.get(key) {
                (format!("`{key}` is the earlier id of {}", known.name(now)), Some(format!("write `{now}`")))
            } else if withdrawn {
                let what = format!("the question `{key}` was withdrawn after an earlier version");
                (what, Some("leave the answer out".to_owned()))
            } else if computed {
                let what = format!("`{key}` is worked out from other answers and not asked");
                (what, Some("leave it out".to_owned()))
            } else {
                let near = meant.map(|it| format!("did you mean `{it}`, {}?", known.name(it)));
                (format!("there is no question {}", given::code(key)), near)
            };
            Breach::of_name(&UNKNOWN_QUESTION, &path.member(key), what).maybe_help(help)
        });
        meant
    }

    /// The rules that the evaluator decides.
    pub(crate) fn across(
        &mut self,
        path: &Path<'_>,
        answers: &Map<String, Value>,
        evaluation: &Evaluation<'a>,
        doubtful: &Doubtful<'a>,
        attached: &dyn Fn(&str) -> bool,
    ) {
        for (question, state) in evaluation.questions() {
            let id = question.id.as_str();
            match state {
                AnswerState::NotAsked if answers.contains_key(id) => {
                    self.not_asked(path, question, answers, evaluation, doubtful);
                }
                AnswerState::Unanswered if evaluation.is_required(question) => {
                    if !doubtful.contains(id) {
                        self.required(path, question, answers, evaluation);
                    }
                }
                AnswerState::Answered if question.attachments == AttachmentPolicy::Required && !attached(id) => {
                    self.missing_attachment(path, question);
                }
                AnswerState::NotAsked
                | AnswerState::Unanswered
                | AnswerState::Answered
                | AnswerState::NonResponse(_) => {}
            }
        }
        for spoken in evaluation.spoken() {
            self.spoken(path, spoken, answers);
        }
    }

    fn not_asked(
        &mut self,
        path: &Path<'_>,
        question: &'a Question,
        answers: &Map<String, Value>,
        evaluation: &Evaluation<'a>,
        doubtful: &Doubtful<'a>,
    ) {
        let known = self.known;
        let id = question.id.as_str();
        let conditions = known.questions.get(id).map(|asked| asked.conditions.as_slice()).unwrap_or_default();
        let failing = conditions.iter().copied().find(|condition| !holds(condition, evaluation));
        let read = failing.map(|condition| known.reads(condition)).unwrap_or_default();
        if read.iter().any(|id| doubtful.contains(*id)) {
            return;
        }
        self.found.add(&NOT_ASKED, || {
            let here = path.part(id, Part::Question(question));
            let help = failing.map(|condition| {
                let blame = blamed(known, &read);
                format!("it is asked only if {}: leave the answer out, or correct {blame}", known.condition(condition))
            });
            let what = format!("{} is answered and was not asked", known.name(id));
            let breach = Breach::of_name(&NOT_ASKED, &here, what).maybe_help(help);
            known.with_answers(breach, path, answers, &read)
        });
    }

    fn required(
        &mut self,
        path: &Path<'_>,
        question: &'a Question,
        answers: &Map<String, Value>,
        evaluation: &Evaluation<'a>,
    ) {
        let known = self.known;
        let id = question.id.as_str();
        self.found.add(&REQUIRED_UNANSWERED, || {
            let here = path.part(id, Part::Question(question));
            let what = format!("{} has to be answered and is not", known.name(id));
            let place = if answers.contains_key(id) { &here } else { path };
            let nonresponses: Vec<&str> = question.nonresponses.iter().map(enquire_model::Name::as_str).collect();
            let instead = if nonresponses.is_empty() {
                String::new()
            } else {
                format!("; where there is no answer, {} can be said", suggest::listed(&nonresponses))
            };
            let when = match &question.required {
                Requirement::When(condition) if holds(condition, evaluation) => {
                    format!("it is required because {}; ", known.condition(condition))
                }
                Requirement::When(_) | Requirement::Always | Requirement::Never => String::new(),
            };
            let help = format!("{when}give the answer under `{id}`{instead}");
            if answers.contains_key(id) {
                Breach::of_value(&REQUIRED_UNANSWERED, place, what).help(help).concerning(id)
            } else {
                Breach::of_name(&REQUIRED_UNANSWERED, place, what).help(help).concerning(id)
            }
        });
    }

    fn missing_attachment(&mut self, path: &Path<'_>, question: &'a Question) {
        let known = self.known;
        let id = question.id.as_str();
        self.found.add(&MISSING_ATTACHMENT, || {
            let what = format!("{} asks for a file or link with the answer, and there is none", known.name(id));
            Breach::of_name(&MISSING_ATTACHMENT, &path.part(id, Part::Question(question)), what)
                .help(format!("describe the file in `attachments`, or give its address in `links`, under `{id}`"))
        });
    }

    fn spoken(&mut self, path: &Path<'_>, spoken: Spoken<'a>, answers: &Map<String, Value>) {
        let known = self.known;
        let rule = match spoken.check.weight {
            Weight::Error => &CHECK_FAILED,
            Weight::Warning => &CONFIRM_ANSWER,
        };
        self.found.add(rule, || {
            let read = known.reads(&spoken.check.condition);
            let own = spoken.question.map(|it| it.id.as_str()).filter(|id| answers.contains_key(*id));
            let at = own.or_else(|| read.iter().copied().find(|id| answers.contains_key(*id)));
            let message = known.line(&spoken.check.message);
            let message = match spoken.question {
                Some(question) => format!("{}: {message}", known.name(question.id.as_str())),
                None => message,
            };
            let here = at.map_or(*path, |id| path.member(id));
            let condition = known.condition(&spoken.check.condition);
            let help = match spoken.check.weight {
                Weight::Error => format!("correct {}: this is said if {condition}", blamed(known, &read)),
                Weight::Warning => format!("if it is right, nothing has to be done: this is said if {condition}"),
            };
            let breach = if at.is_some() {
                Breach::of_value(rule, &here, message)
            } else {
                Breach::of_name(rule, &here, message)
            };
            let breach = breach.help(help);
            let breach = match at.or(spoken.question.map(|it| it.id.as_str())) {
                Some(id) => breach.concerning(id),
                None => breach,
            };
            let others: IndexSet<&str> = read.into_iter().filter(|id| Some(*id) != at).collect();
            known.with_answers(breach, path, answers, &others)
        });
    }
}

impl<'a> Known<'a> {
    /// The questions that a condition reads, also by way of computed values, in the order of reading.
    fn reads(&self, condition: &'a Expression) -> IndexSet<&'a str> {
        let computed: IndexMap<&str, &Expression> =
            self.instrument.computed().into_iter().map(|it| (it.id.as_str(), &it.value)).collect();
        let mut seen = IndexSet::new();
        let mut found = IndexSet::new();
        let mut waiting = vec![condition];
        while let Some(next) = waiting.pop() {
            for read in reads(next) {
                let id = read.name.as_str();
                if self.questions.contains_key(id) {
                    found.insert(id);
                } else if let Some(value) = computed.get(id).filter(|_| seen.insert(id)) {
                    waiting.push(value);
                }
            }
        }
        found
    }

    /// The same breach, with the answers to `read` pointed at.
    fn with_answers(
        &self,
        breach: Breach,
        path: &Path<'_>,
        answers: &Map<String, Value>,
        read: &IndexSet<&'a str>,
    ) -> Breach {
        let given = read.iter().filter_map(|id| Some((*id, answers.get(*id)?)));
        given.fold(breach, |breach, (id, given)| {
            let says = format!("the answer to {} is {}", self.short_name(id), self.shown(id, given));
            breach.related(path.member(id).value(), says)
        })
    }

    /// An answer in words: “No”, the number `5`.
    fn shown(&self, id: &str, given: &Value) -> String {
        let Some(question) = self.question(id) else {
            return given::words(given);
        };
        let choices = || self.choices(&question.answer).iter().chain(&self.instrument.nonresponses);
        let of = |code: &str| {
            let choice = choices().find(|it| it.code.as_str() == code);
            choice.map_or_else(|| given::code(code), |it| format!("“{}”", label(&it.label)))
        };
        match given {
            Value::String(code) => of(code),
            Value::Array(codes) if codes.iter().all(Value::is_string) && !codes.is_empty() => {
                let all: Vec<String> = codes.iter().filter_map(Value::as_str).map(of).collect();
                suggest::joined(&all, "and")
            }
            Value::Number(number) => number.to_string(),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => given::words(given),
        }
    }
}

/// The questions whose answers may have to be corrected, in words.
fn blamed(known: &Known<'_>, read: &IndexSet<&str>) -> String {
    let names: Vec<String> = read.iter().map(|id| known.short_name(id)).collect();
    if names.is_empty() { "the answers that it depends on".to_owned() } else { suggest::joined(&names, "or") }
}
