//! Tests of whole replies.

use enquire_model::{Aggregate, Answer, Instrument, Item, Question, Requirement};
use serde_json::{Value as Json, json};

use crate::build::{
    add, aggregate, answer, asked_when, bare, check, choice, computed, divide, equal, field, greater, instrument,
    integer, is_answered, less, multiply, not, number, offering, question, reply, scale, subtract, table, when,
    with_items, year, yes_no_chain,
};
use crate::{AnswerState, Answers, Evaluation, Evaluator, Value};

fn fund_is(code: &str) -> enquire_model::Expression {
    equal(answer("fund"), choice(code))
}

fn states(instrument: &Instrument, answers: &Json) -> Vec<(String, AnswerState)> {
    let evaluation = Evaluation::of(instrument, &reply(answers));
    evaluation.questions().map(|(question, state)| (question.id.to_string(), state.clone())).collect()
}

fn state_of(instrument: &Instrument, answers: &Json, id: &str) -> AnswerState {
    Evaluation::of(instrument, &reply(answers)).state(id)
}

fn funds() -> Instrument {
    instrument(vec![
        offering("fund", Answer::YesNo, "not_known"),
        when(
            fund_is("yes"),
            vec![
                question("since", year()),
                with_items("paid", integer(), vec![question("paid_to", integer())]),
                computed("age", subtract(number(2007), answer("since"))),
            ],
        ),
        when(not(fund_is("yes")), vec![question("planned", Answer::YesNo)]),
    ])
}

#[test]
fn every_question_is_in_one_of_four_states() {
    let found = states(&funds(), &json!({ "fund": "yes", "since": 1990 }));
    let expected = [
        ("fund", AnswerState::Answered),
        ("since", AnswerState::Answered),
        ("paid", AnswerState::Unanswered),
        ("paid_to", AnswerState::Unanswered),
        ("planned", AnswerState::NotAsked),
    ];
    assert_eq!(found, expected.map(|(id, state)| (id.to_owned(), state)));
}

#[test]
fn neither_a_condition_nor_its_negation_holds_without_an_answer() {
    for answers in [json!({}), json!({ "fund": "not_known" })] {
        let found = states(&funds(), &answers);
        assert!(found.iter().skip(1).all(|(_, state)| *state == AnswerState::NotAsked), "{found:?}");
    }
    let expected = AnswerState::NonResponse("not_known".to_owned());
    assert_eq!(state_of(&funds(), &json!({ "fund": "not_known" }), "fund"), expected);
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_counts_for_nothing() {
    let funds = funds();
    let evaluation = Evaluation::of(&funds, &reply(&json!({ "fund": "no", "since": 1990, "planned": "yes" })));
    assert_eq!(evaluation.state("since"), AnswerState::NotAsked);
    assert_eq!(evaluation.value("since"), None);
    assert_eq!(evaluation.state("age"), AnswerState::NotAsked);
    assert_eq!(evaluation.state("planned"), AnswerState::Answered);
    assert_eq!(evaluation.state("undeclared"), AnswerState::NotAsked);
}

#[test]
fn computed_values_are_listed_with_what_they_come_to() {
    let funds = funds();
    let evaluation = Evaluation::of(&funds, &reply(&json!({ "fund": "yes", "since": 1990 })));
    let found: Vec<_> = evaluation.computed().map(|(id, value)| (id.as_str(), value.cloned())).collect();
    assert_eq!(found, [("age", Some(Value::Number(17.into())))]);
}

#[test]
fn values_are_worked_out_in_the_order_of_dependence() {
    let survey = instrument(vec![
        computed("double", multiply(answer("sum"), number(2))),
        computed("sum", add(answer("a"), answer("b"))),
        when(greater(answer("double"), number(5)), vec![question("c", integer())]),
        question("a", integer()),
        question("b", integer()),
    ]);
    assert_eq!(state_of(&survey, &json!({ "a": 1, "b": 2 }), "c"), AnswerState::Unanswered);
    assert_eq!(state_of(&survey, &json!({ "a": 1, "b": 1 }), "c"), AnswerState::NotAsked);
}

#[test]
fn columns_may_be_shares_of_their_totals() {
    let total = aggregate(Aggregate::Sum, "helped", Some("all"), None);
    let columns =
        vec![("share", divide(multiply(field("all"), number(100)), total)), ("all", add(field("women"), field("men")))];
    let mut survey = instrument(vec![question("helped", table("body", &["women", "men"], columns))]);
    survey.scales.insert("body".to_owned(), scale("body", &["courts", "police"]));
    let cells = |women: i64, men: i64| json!({ "women": { "value": women }, "men": { "value": men } });
    let given = json!({ "helped": { "rows": { "courts": cells(1, 2), "police": cells(4, 5) } } });
    let evaluation = Evaluation::of(&survey, &reply(&given));
    let Some(Value::Table(rows)) = evaluation.value("helped") else { panic!("a table") };
    let shares: Vec<_> = rows.iter().map(|row| row.value("share").cloned()).collect();
    assert_eq!(shares, [25, 75].map(|share| Some(Value::Number(share.into()))));
}

#[test]
fn checks_speak_where_they_are_asked_and_hold() {
    let mut asked = bare("since", year());
    asked.checks = vec![check("too early", less(answer("since"), number(1900)))];
    let survey = instrument(vec![
        question("fund", Answer::YesNo),
        when(
            fund_is("yes"),
            vec![Item::Question(Box::new(asked)), Item::Check(check("always", not(is_answered("undeclared"))))],
        ),
        Item::Check(check("by itself", greater(answer("since"), number(1800)))),
    ]);
    let spoken = |answers| -> Vec<String> {
        let evaluation = Evaluation::of(&survey, &reply(&answers));
        let words =
            |spoken: &crate::Spoken<'_>| format!("{} {}", spoken.check.message.source, spoken.question.is_some());
        evaluation.spoken().iter().map(words).collect()
    };
    assert_eq!(spoken(json!({ "fund": "yes", "since": 1850 })), ["too early true", "always false", "by itself false"]);
    assert_eq!(spoken(json!({ "fund": "yes", "since": 1950 })), ["always false", "by itself false"]);
    assert_eq!(spoken(json!({ "fund": "no", "since": 1850 })), Vec::<String>::new());
}

#[test]
fn an_answer_is_required_where_the_question_is_asked_and_the_condition_holds() {
    let required = |id: &str, required| Question { required, ..bare(id, integer()) };
    let always = required("always", Requirement::Always);
    let sometimes = required("sometimes", Requirement::When(fund_is("yes")));
    let inner = vec![Item::Question(Box::new(required("inner", Requirement::Always)))];
    let survey = instrument(vec![
        question("fund", Answer::YesNo),
        Item::Question(Box::new(always)),
        Item::Question(Box::new(sometimes)),
        when(fund_is("yes"), inner),
    ]);
    let required = |answers| -> Vec<bool> {
        let evaluation = Evaluation::of(&survey, &reply(&answers));
        evaluation.questions().map(|(question, _)| evaluation.is_required(question)).collect()
    };
    assert_eq!(required(json!({ "fund": "yes" })), [false, true, true, true]);
    assert_eq!(required(json!({})), [false, true, false, false]);
}

#[test]
fn a_cycle_is_undefined_and_ends() {
    let survey = instrument(vec![
        asked_when("a", Answer::YesNo, is_answered("b")),
        asked_when("b", Answer::YesNo, is_answered("a")),
        computed("c", add(answer("c"), number(1))),
    ]);
    let evaluation = Evaluation::of(&survey, &reply(&json!({ "a": "yes", "b": "yes" })));
    assert_eq!(evaluation.state("a"), AnswerState::NotAsked);
    assert_eq!(evaluation.state("b"), AnswerState::NotAsked);
    assert_eq!(evaluation.value("c"), None);
}

#[test]
fn a_chain_as_long_as_an_instrument_is_followed_to_its_end() {
    let length = 10_000;
    let (survey, mut answers) = yes_no_chain(length);
    let evaluator = Evaluator::new(&survey);
    assert_eq!(evaluator.evaluate(&reply(&Json::Object(answers.clone()))).state("q0"), AnswerState::Answered);
    answers.insert(format!("q{length}"), json!("no"));
    assert_eq!(evaluator.evaluate(&reply(&Json::Object(answers))).state("q0"), AnswerState::NotAsked);
}

#[test]
fn a_sum_of_thousands_of_parts_is_worked_out() {
    let sum = (0..5000).fold(number(0), |sum, _| add(sum, answer("a")));
    let negations = (0..5001).fold(greater(answer("a"), number(5)), |inner, _| not(inner));
    let survey = instrument(vec![question("a", integer()), computed("sum", sum), computed("odd", negations)]);
    let evaluation = Evaluation::of(&survey, &reply(&json!({ "a": 2 })));
    assert_eq!(evaluation.value("sum"), Some(&Value::Number(10_000.into())));
    assert_eq!(evaluation.value("odd"), Some(&Value::Truth(true)));
}
