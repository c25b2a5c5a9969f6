//! What every way of making replies shares: the instrument made ready, and how a reply is put together.

use std::fmt;

use enquire_logic::{Evaluation, Evaluator};
use enquire_model::{Check, Computed, Instrument, Question, Reply, Requirement, Weight};
use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use crate::goal::checks;
use crate::value::{Given, Scene, Values};
use crate::{ease, head};

/// Puts replies to one instrument together.
#[derive(Debug)]
pub(crate) struct Maker<'a> {
    pub(crate) values: Values<'a>,
    pub(crate) evaluator: Evaluator<'a>,
    /// In the order of print.
    pub(crate) questions: Vec<&'a Question>,
    places: FxHashMap<&'a str, usize>,
    computed: FxHashMap<&'a str, &'a Computed>,
    error_checks: Vec<&'a Check>,
}

/// Why no valid reply could be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmade {
    /// What was wrong with the last one that was tried, each in a sentence.
    pub reasons: Vec<String>,
}

impl fmt::Display for Unmade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no valid reply was found: {}", self.reasons.join("; "))
    }
}

impl std::error::Error for Unmade {}

impl<'a> Maker<'a> {
    pub(crate) fn new(instrument: &'a Instrument) -> Self {
        let questions: Vec<&Question> = instrument.questions().into_iter().map(|asked| asked.question).collect();
        Self {
            values: Values::of(instrument),
            evaluator: Evaluator::new(instrument),
            places: questions.iter().enumerate().map(|(at, question)| (question.id.as_str(), at)).collect(),
            computed: instrument.computed().into_iter().map(|computed| (computed.id.as_str(), computed)).collect(),
            error_checks: checks(instrument).into_iter().filter(|check| check.weight == Weight::Error).collect(),
            questions,
        }
    }

    /// What is given to the question `id`, changed so that the error checks on its own rows or entries are silent where an exchange
    /// of two figures does it.
    pub(crate) fn eased(&self, id: &str, given: Given) -> Given {
        let mut answers = IndexMap::from([(id.to_owned(), given.value)]);
        for check in &self.error_checks {
            ease::exchange(self, &check.condition, &mut answers, &|_| false);
        }
        Given { value: answers.swap_remove(id).unwrap_or_default(), words: given.words }
    }

    /// The question `id`.
    pub(crate) fn question(&self, id: &str) -> Option<&'a Question> {
        self.place(id).and_then(|at| self.questions.get(at)).copied()
    }

    /// Where the question `id` stands among all, in the order of print.
    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The computed value `id`.
    pub(crate) fn computed(&self, id: &str) -> Option<&'a Computed> {
        self.computed.get(id).copied()
    }

    /// A reply with what `choose` answers to each question, made valid. What `choose` gave to the questions of which `is_fixed` holds
    /// stays, as long as they are asked.
    ///
    /// Every question is answered first, whether it will be asked or not. Which ones are asked then follows from one evaluation,
    /// since an answer to a question that is not asked counts for nothing; and the rest is taken out again.
    pub(crate) fn make(
        &self,
        scene: &mut Scene,
        choose: &mut dyn FnMut(&'a Question, &mut Scene) -> Option<Given>,
        is_fixed: &dyn Fn(&str) -> bool,
    ) -> Result<(Reply, Evaluation<'a>), Unmade> {
        let mut reply = head::of(&self.values, scene);
        scene.answers.clear();
        for question in &self.questions {
            if let Some(given) = choose(question, scene) {
                given.put(question.id.as_str(), |key, value| {
                    scene.answers.insert(key, value);
                });
            }
        }
        reply.answers = std::mem::take(&mut scene.answers);
        let evaluation = self.settle(scene, &mut reply, is_fixed)?;
        head::add_remarks(&evaluation, scene, &mut reply, self.values.instrument);
        Ok((reply, evaluation))
    }

    /// What the respondent of `scene` answers to `question`, or nothing.
    pub(crate) fn usual(&self, question: &Question, scene: &mut Scene) -> Option<Given> {
        let wanted = match question.required {
            Requirement::Always => 100,
            Requirement::When(_) => scene.complete.midpoint(100),
            Requirement::Never => scene.complete,
        };
        if !scene.dice.chance(wanted) {
            return None;
        }
        if scene.dice.chance(4)
            && let Some(code) = scene.dice.one(&question.nonresponses)
        {
            return Some(Given::of(code.as_str()));
        }
        self.values.random((question.id.as_str(), None), &question.answer, scene)
    }

    /// An answer to `question` that has to be given: a non-response where there is nothing else.
    pub(crate) fn needed(&self, question: &Question, scene: &mut Scene) -> Option<Given> {
        let random = self.values.random((question.id.as_str(), None), &question.answer, scene);
        random.or_else(|| scene.dice.one(&question.nonresponses).map(|code| Given::of(code.as_str())))
    }
}
