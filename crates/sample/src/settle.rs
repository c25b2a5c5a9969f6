//! Making a reply valid: what is required is answered, no error check speaks, and nothing is answered that is not asked.

use enquire_logic::{AnswerState, Evaluation, Spoken, reads};
use enquire_model::{Check, Expression, Question, Reply, Weight};
use rustc_hash::FxHashSet;

use crate::ease;
use crate::maker::{Maker, Unmade};
use crate::value::{Scene, other_key};

/// How often a reply is changed.
const TRIES: usize = 40;

/// After how many tries answers are taken out rather than changed.
const PATIENCE: usize = 15;

impl<'a> Maker<'a> {
    /// Changes answers until the reply is valid; those of which `is_fixed` holds stay, as long as they are asked.
    pub(crate) fn settle(
        &self,
        scene: &mut Scene,
        reply: &mut Reply,
        is_fixed: &dyn Fn(&str) -> bool,
    ) -> Result<Evaluation<'a>, Unmade> {
        let mut evaluation = self.evaluator.evaluate(reply);
        for attempt in 0..TRIES {
            let missing = missing(&evaluation);
            let failed = failed(&evaluation);
            if missing.is_empty() && failed.is_empty() {
                drop_unasked(&evaluation, reply);
                return Ok(evaluation);
            }
            for question in missing {
                self.answer(question, scene, reply);
            }
            for spoken in failed {
                self.silence(spoken.check, attempt, scene, reply, is_fixed);
            }
            evaluation = self.evaluator.evaluate(reply);
        }
        Err(unmade(&evaluation))
    }

    /// Gives an answer to a question that has to have one.
    fn answer(&self, question: &Question, scene: &mut Scene, reply: &mut Reply) {
        scene.answers = std::mem::take(&mut reply.answers);
        let given = self.needed(question, scene);
        reply.answers = std::mem::take(&mut scene.answers);
        replace(question, given, reply);
    }

    /// Changes an answer that a check reads.
    fn silence(
        &self,
        check: &Check,
        attempt: usize,
        scene: &mut Scene,
        reply: &mut Reply,
        is_fixed: &dyn Fn(&str) -> bool,
    ) {
        if attempt.is_multiple_of(2) && ease::exchange(self, &check.condition, &mut reply.answers, is_fixed) {
            return;
        }
        let mut read = self.questions_read(&check.condition);
        read.retain(|question| !is_fixed(question.id.as_str()));
        let Some(question) = scene.dice.one(&read).copied() else { return };
        if attempt >= PATIENCE {
            // Without the answer the condition is undefined, and the check silent.
            let nonresponse = scene.dice.one(&question.nonresponses);
            replace(question, nonresponse.map(|code| crate::value::Given::of(code.as_str())), reply);
        } else {
            self.answer(question, scene, reply);
        }
    }

    /// The questions that an expression reads, by itself or through computed values, each once.
    pub(crate) fn questions_read(&self, expression: &'a Expression) -> Vec<&'a Question> {
        let mut seen: FxHashSet<&str> = FxHashSet::default();
        let mut found = Vec::new();
        let mut waiting = vec![expression];
        while let Some(next) = waiting.pop() {
            for read in reads(next) {
                let id = read.name.as_str();
                if !seen.insert(id) {
                    continue;
                }
                found.extend(self.question(id));
                waiting.extend(self.computed(id).map(|computed| &computed.value));
            }
        }
        found
    }
}

/// The questions that are required and have neither an answer nor a non-response.
fn missing<'a>(evaluation: &Evaluation<'a>) -> Vec<&'a Question> {
    let unanswered = evaluation.questions().filter(|(_, state)| **state == AnswerState::Unanswered);
    unanswered.map(|(question, _)| question).filter(|question| evaluation.is_required(question)).collect()
}

/// The checks that speak and make the reply mistaken.
fn failed<'a>(evaluation: &Evaluation<'a>) -> Vec<Spoken<'a>> {
    evaluation.spoken().into_iter().filter(|spoken| spoken.check.weight == Weight::Error).collect()
}

fn unmade(evaluation: &Evaluation) -> Unmade {
    let missing = missing(evaluation).into_iter();
    let missing = missing.map(|question| format!("no answer can be given to `{}`, which is required", question.id));
    let failed = failed(evaluation).into_iter().map(|spoken| {
        let source = &spoken.check.source;
        format!("the check at {}:{} fails", source.file, source.line)
    });
    Unmade { reasons: missing.chain(failed).collect() }
}

fn replace(question: &Question, given: Option<crate::value::Given>, reply: &mut Reply) {
    let id = question.id.as_str();
    reply.answers.shift_remove(id);
    reply.answers.shift_remove(&other_key(id));
    if let Some(given) = given {
        given.put(id, |key, value| {
            reply.answers.insert(key, value);
        });
    }
}

/// Takes out what is answered but not asked.
fn drop_unasked(evaluation: &Evaluation, reply: &mut Reply) {
    for (question, state) in evaluation.questions() {
        if !state.is_asked() {
            replace(question, None, reply);
        }
    }
}
