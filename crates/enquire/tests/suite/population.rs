//! Made-up replies to every instrument of the project: all are valid.

use enquire::logic::{AnswerState, Evaluator};
use enquire::model::{Instrument, Reply, Weight};
use enquire::sample::{Sampler, cover};
use enquire::schema::reply_schema;
use jsonschema::Validator;

use crate::case::cases;
use crate::examples::examples;
use crate::outcome::none_failed;

/// How many respondents each instrument has.
const RESPONDENTS: u64 = 25;

/// Every instrument of the suite and the examples that can be built.
fn instruments() -> Vec<(String, Instrument)> {
    let cases = cases().into_iter().filter(|case| case.code.is_none()).map(|case| (case.name, case.texts));
    let all = cases.chain(examples()).map(|(name, texts)| (name, texts.compile().checked));
    all.filter_map(|(name, checked)| Some((name, checked?.instrument().clone()))).collect()
}

/// What is wrong with a reply.
fn faults(instrument: &Instrument, evaluator: &Evaluator, schema: &Validator, reply: &Reply) -> Vec<String> {
    let value = serde_json::to_value(reply).unwrap();
    let mut faults: Vec<String> =
        schema.iter_errors(&value).map(|error| format!("{error} at {}", error.instance_path())).collect();
    let evaluation = evaluator.evaluate(reply);
    for spoken in evaluation.spoken() {
        if spoken.check.weight == Weight::Error {
            faults.push(format!("the check in line {} fails", spoken.check.source.line));
        }
    }
    for (question, state) in evaluation.questions() {
        if *state == AnswerState::Unanswered && evaluation.is_required(question) {
            faults.push(format!("{} is required", question.id));
        }
        if !state.is_asked() && reply.answers.contains_key(question.id.as_str()) {
            faults.push(format!("{} is not asked", question.id));
        }
    }
    assert_eq!(reply.instrument, instrument.release());
    faults
}

#[test]
fn every_reply_of_a_population_is_valid() {
    let mut failures = Vec::new();
    for (name, instrument) in instruments() {
        let schema = jsonschema::options().should_validate_formats(true).build(&reply_schema(&instrument)).unwrap();
        let (evaluator, sampler) = (Evaluator::new(&instrument), Sampler::new(&instrument, 1));
        for number in 0..RESPONDENTS {
            match sampler.respondent(number) {
                Ok(reply) => {
                    let found = faults(&instrument, &evaluator, &schema, &reply);
                    failures.extend(found.into_iter().map(|it| format!("{name}, respondent {number}: {it}")));
                }
                Err(unmade) => failures.push(format!("{name}, respondent {number}: {unmade}")),
            }
        }
    }
    none_failed(&failures);
}

#[test]
fn a_few_valid_replies_show_all_there_is_to_show_of_the_example() {
    let (_, instrument) = instruments().into_iter().find(|(name, _)| name == "examples/victim_issues").unwrap();
    let schema = jsonschema::options().should_validate_formats(true).build(&reply_schema(&instrument)).unwrap();
    let evaluator = Evaluator::new(&instrument);
    let coverage = cover(&instrument, 1);
    let missed: Vec<String> = coverage.missed.iter().map(|it| format!("{}: {}", it.goal, it.why)).collect();
    assert_eq!(missed, Vec::<String>::new());
    assert!(coverage.replies.len() < 60, "{} replies are not a few", coverage.replies.len());
    let all = coverage.replies.iter().flat_map(|it| faults(&instrument, &evaluator, &schema, &it.reply));
    none_failed(&all.collect::<Vec<_>>());
}
