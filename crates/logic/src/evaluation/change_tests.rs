//! After any changes, an evaluation is what a new one would be.

use enquire_model::{Instrument, Question};
use serde_json::{Map, Value as Json, json};

use crate::build::{answer, asked_when, choice, equal, instrument, integer, question, reply, table, yes_no_chain};
use crate::random::{Dice, QUESTIONS, random_answer, random_instrument};
use crate::{AnswerState, Answers, Changes, Evaluation, Evaluator, Spoken, Value};

/// All that can be seen of an evaluation.
#[derive(Debug, PartialEq)]
struct Picture {
    questions: Vec<(String, AnswerState, Option<Value>, bool)>,
    computed: Vec<(String, AnswerState, Option<Value>)>,
    missing: Vec<String>,
    spoken: Vec<String>,
}

fn picture(evaluation: &Evaluation<'_>) -> Picture {
    let value = |id: &str| evaluation.value(id).cloned();
    let question = |(it, state): (&Question, &AnswerState)| {
        (it.id.to_string(), state.clone(), value(it.id.as_str()), evaluation.is_required(it))
    };
    Picture {
        questions: evaluation.questions().map(question).collect(),
        computed: evaluation
            .computed()
            .map(|(id, it)| (id.to_string(), evaluation.state(id.as_str()), it.cloned()))
            .collect(),
        missing: evaluation.missing().map(|it| it.id.to_string()).collect(),
        spoken: evaluation.spoken().iter().map(shown).collect(),
    }
}

fn shown(spoken: &Spoken<'_>) -> String {
    format!("{:?} {:?}", spoken.check.condition.kind, spoken.question.map(|it| &it.id))
}

/// What the changes have to be, from the pictures before and after.
fn is_told(before: &Picture, after: &Picture, changes: &Changes<'_>) {
    let pairs = || before.questions.iter().zip(&after.questions);
    let questions: Vec<&str> =
        pairs().filter(|(old, new)| (&old.1, &old.2) != (&new.1, &new.2)).map(|it| it.0.0.as_str()).collect();
    let requirements: Vec<&str> = pairs().filter(|(old, new)| old.3 != new.3).map(|it| it.0.0.as_str()).collect();
    let computed: Vec<&str> =
        before.computed.iter().zip(&after.computed).filter(|(old, new)| old != new).map(|it| it.0.0.as_str()).collect();
    let ids = |of: &[&Question]| -> Vec<String> { of.iter().map(|it| it.id.to_string()).collect() };
    assert_eq!(ids(&changes.questions), questions);
    assert_eq!(ids(&changes.requirements), requirements);
    assert_eq!(changes.computed.iter().map(|it| it.as_str()).collect::<Vec<_>>(), computed);
    let mut spoken = before.spoken.clone();
    for it in &changes.silenced {
        let at = spoken.iter().position(|old| *old == shown(it)).unwrap();
        spoken.remove(at);
    }
    spoken.extend(changes.spoken.iter().map(shown));
    spoken.sort();
    let mut expected = after.spoken.clone();
    expected.sort();
    assert_eq!(spoken, expected);
}

fn follow(dice: &mut Dice, instrument: &Instrument) -> usize {
    let evaluator = Evaluator::new(instrument);
    let mut answers = Map::new();
    let mut evaluation = evaluator.evaluate(&reply(&json!({})));
    let mut before = picture(&evaluation);
    let mut quiet = 0;
    for _ in 0..25 {
        let id = dice.one(&QUESTIONS);
        let given = random_answer(dice, id);
        let changes = evaluation.change(id, given.as_ref());
        match given {
            Some(given) => answers.insert(id.to_owned(), given),
            None => answers.shift_remove(id),
        };
        let after = picture(&evaluation);
        let anew = evaluator.evaluate(&reply(&Json::Object(answers.clone())));
        assert_eq!(after, picture(&anew), "{id} in {answers:?}");
        is_told(&before, &after, &changes);
        quiet += usize::from(changes.is_empty());
        before = after;
    }
    quiet
}

#[test]
fn after_any_changes_it_is_what_a_new_evaluation_is() {
    let mut dice = Dice(1);
    let mut quiet = 0;
    for _ in 0..400 {
        let instrument = random_instrument(&mut dice);
        quiet += follow(&mut dice, &instrument);
    }
    // Some changes change nothing, and most change something.
    assert!((100..5_000).contains(&quiet), "{quiet}");
}

/// What a sheet says of itself is what the evaluation of the same reply says, whatever was on it before.
#[test]
fn a_sheet_is_quiet_where_an_evaluation_has_nothing_to_say() {
    let mut dice = Dice(2);
    let mut quiet = 0;
    for _ in 0..400 {
        let instrument = random_instrument(&mut dice);
        let evaluator = Evaluator::new(&instrument);
        let mut sheet = evaluator.sheet();
        for _ in 0..10 {
            let mut give = |id: &str| random_answer(&mut dice, id).filter(|_| dice.below(3) == 0);
            let answers: Map<String, Json> =
                QUESTIONS.into_iter().filter_map(|id| Some((id.to_owned(), give(id)?))).collect();
            let reply = reply(&Json::Object(answers.clone()));
            let evaluation = evaluator.evaluate(&reply);
            sheet.begin(reply.as_at);
            for (slot, question) in evaluator.slots() {
                match answers.get(question.id.as_str()) {
                    Some(given) if evaluator.is_read(slot) => sheet.give(slot, given),
                    Some(_) if evaluation.state(question.id.as_str()) != AnswerState::Unanswered => {
                        sheet.give_unread(slot);
                    }
                    Some(_) | None => {}
                }
            }
            sheet.settle();
            let asked = answers.keys().all(|id| evaluation.state(id).is_asked());
            let expected = asked && evaluation.missing().next().is_none() && evaluation.spoken().is_empty();
            assert_eq!(sheet.is_quiet(), expected, "{answers:?}");
            quiet += usize::from(expected);
        }
    }
    assert!((200..3_800).contains(&quiet), "{quiet}");
}

#[test]
fn a_question_that_is_not_asked_keeps_its_answer_until_it_is() {
    let survey = instrument(vec![
        question("fund", enquire_model::Answer::YesNo),
        asked_when("since", integer(), equal(answer("fund"), choice("yes"))),
    ]);
    let mut evaluation = Evaluation::of(&survey, &reply(&json!({ "fund": "no", "since": 1990 })));
    assert!(evaluation.change("since", Some(&json!(1991))).is_empty());
    assert!(evaluation.change("nothing_of_the_kind", Some(&json!(1))).is_empty());
    let changes = evaluation.change("fund", Some(&json!("yes")));
    assert_eq!(changes.questions.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["fund", "since"]);
    assert_eq!(evaluation.value("since"), Some(&Value::Number(1991.into())));
}

#[test]
fn questions_of_one_id_change_together() {
    let survey = instrument(vec![question("fund", integer()), question("fund", table("body", &[], Vec::new()))]);
    let mut evaluation = Evaluation::of(&survey, &reply(&json!({})));
    evaluation.change("fund", Some(&json!(1)));
    assert!(evaluation.questions().all(|(_, state)| *state == AnswerState::Answered));
}

/// A change at the end of a chain of ten thousand questions is a thousand times less work than one at its start.
#[test]
fn the_work_is_in_proportion_to_what_depends() {
    let length = 10_000;
    let (survey, answers) = yes_no_chain(length);
    let mut evaluation = Evaluation::of(&survey, &reply(&Json::Object(answers)));
    let changed = |evaluation: &mut Evaluation<'_>, id: &str, code: &str| {
        evaluation.change(id, Some(&json!(code))).questions.len()
    };
    assert_eq!(changed(&mut evaluation, "q0", "no"), 1);
    assert_eq!(changed(&mut evaluation, "q5000", "no"), 5_001);
    // Ten thousand changes, each of which would be ten thousand steps if everything were worked out again.
    for round in 0..length {
        let code = if round % 2 == 0 { "no" } else { "yes" };
        assert!(changed(&mut evaluation, "q10", code) <= 11);
    }
}
