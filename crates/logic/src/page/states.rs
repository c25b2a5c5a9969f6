//! The tables of operators in every state of their operands.

use enquire_model::{
    Aggregate, Answer, Comparison, Expression, ExpressionKind, Function, Instrument, Reply, StateTest,
};
use serde_json::{Map, Value as Json, json};

use super::has_table;
use crate::build::{
    add, aggregate, answer, asked_when, call, cell, choice, compare, contains, day, divide, field, integer, is_in,
    list, multiply, name, number, of, offering, one_of, part, record, scale, selection, state, subtract, table, text,
};
use crate::{Evaluation, Evaluator, Value, evaluate};

/// The states as the page heads them, and what ids of questions in that state end with.
const STATES: [(&str, &str); 4] = [
    ("answered", "answered"),
    ("unanswered", "unanswered"),
    ("a non-response", "nonresponse"),
    ("not asked", "not_asked"),
];

/// Kinds of answer with an answer each.
fn kinds() -> Vec<(&'static str, Answer, Json)> {
    let law = json!({ "adopted": "2001-05-04" });
    vec![
        ("option", one_of("extent"), json!("yes")),
        ("options", Answer::ManyOf(selection("extent", false)), json!(["yes"])),
        ("number", integer(), json!(2)),
        ("day", day(), json!("2004-01-31")),
        (
            "period",
            Answer::Period { from: None, to: None },
            json!({ "beginning": "2006-01-01", "ending": "2006-12-31" }),
        ),
        ("record", Answer::Record { record: name("law") }, law.clone()),
        ("list", list("law"), json!([law])),
        (
            "table",
            table("extent", &["women"], Vec::new()),
            json!({ "rows": { "yes": { "women": { "value": 3 } }, "no": { "women": { "value": 1 } } } }),
        ),
    ]
}

/// A question of every kind in every state, and one whose answer has another shape.
fn instrument() -> Instrument {
    let mut items = Vec::new();
    for (kind, answer, _) in kinds() {
        for ending in ["answered", "unanswered", "nonresponse", "misshapen"] {
            items.push(offering(&format!("{kind}_{ending}"), answer.clone(), "not_known"));
        }
        items.push(asked_when(&format!("{kind}_not_asked"), answer, of(ExpressionKind::Truth(false))));
    }
    let mut instrument = crate::build::instrument(items);
    instrument.scales.insert("extent".to_owned(), scale("extent", &["yes", "no"]));
    instrument.records.insert("law".to_owned(), record("law", vec![("adopted", day()), ("title", text())]));
    instrument
}

fn reply() -> Reply {
    let mut answers = Map::new();
    for (kind, _, given) in kinds() {
        answers.insert(format!("{kind}_answered"), given.clone());
        answers.insert(format!("{kind}_nonresponse"), json!("not_known"));
        // An answer to a question that is not asked counts for nothing.
        answers.insert(format!("{kind}_not_asked"), given);
        answers.insert(format!("{kind}_misshapen"), json!(true));
    }
    crate::build::reply(&Json::Object(answers))
}

/// Of the id of a question.
type Unary = Box<dyn Fn(&str) -> Expression>;
type Binary = Box<dyn Fn(Expression, Expression) -> Expression>;

/// Operators of two operands as the page lists them, with the kinds of answer they are tried on.
fn of_two() -> Vec<(&'static str, Binary, &'static str, &'static str)> {
    let comparison = |how| -> Binary { Box::new(move |a, b| compare(how, a, b)) };
    let function = |function| -> Binary { Box::new(move |a, b| call(function, [a, b])) };
    vec![
        ("=", comparison(Comparison::Equal), "option", "option"),
        ("!=", comparison(Comparison::NotEqual), "option", "option"),
        ("<", comparison(Comparison::Less), "number", "number"),
        ("<=", comparison(Comparison::AtMost), "day", "day"),
        (">", comparison(Comparison::Greater), "day", "day"),
        (">=", comparison(Comparison::AtLeast), "number", "number"),
        ("contains", Box::new(contains), "options", "option"),
        ("+", Box::new(add), "number", "number"),
        ("-", Box::new(subtract), "day", "day"),
        ("*", Box::new(multiply), "number", "number"),
        ("/", Box::new(divide), "number", "number"),
        ("days", function(Function::Days), "day", "day"),
        ("months", function(Function::Months), "day", "day"),
        ("years", function(Function::Years), "day", "day"),
    ]
}

/// Uses of one operand as the page lists them, by the id of a question.
fn of_one() -> Vec<(&'static str, Unary, &'static str)> {
    let function = |function| -> Unary { Box::new(move |a| call(function, [answer(a)])) };
    let figure = |function, over: Option<&'static str>, with: Option<Expression>| -> Unary {
        Box::new(move |a| aggregate(function, a, over, with.clone()))
    };
    let positive = compare(Comparison::Greater, field("women"), number(0));
    vec![
        ("a", Box::new(answer), "option"),
        ("-a", Box::new(|a| subtract(number(0), answer(a))), "number"),
        ("a.adopted", Box::new(|a| part(a, "adopted")), "record"),
        ("a.beginning", Box::new(|a| part(a, "beginning")), "period"),
        ("a.yes.women", Box::new(|a| cell(a, "yes", "women")), "table"),
        ("year(a)", function(Function::Year), "day"),
        ("round(a)", function(Function::Round), "number"),
        ("chosen(a)", function(Function::Chosen), "options"),
        ("count(a)", figure(Aggregate::Count, None, None), "list"),
        ("sum(a.women)", figure(Aggregate::Sum, Some("women"), None), "table"),
        ("min(a.women)", figure(Aggregate::Min, Some("women"), None), "table"),
        ("max(a.adopted)", figure(Aggregate::Max, Some("adopted"), None), "list"),
        ("any(a where ...)", figure(Aggregate::Any, None, Some(positive.clone())), "table"),
        ("all(a where ...)", figure(Aggregate::All, None, Some(positive)), "table"),
    ]
}

fn quoted(words: impl Iterator<Item = &'static str>) -> String {
    words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// What a cell of the tables says.
fn cell_of(expression: &Expression, evaluation: &Evaluation<'_>) -> &'static str {
    if evaluate(expression, evaluation).is_some() { "the result" } else { "undefined" }
}

fn in_state(kind: &str, ending: &str) -> Expression {
    answer(&format!("{kind}_{ending}"))
}

#[test]
fn operators_of_two_need_both() {
    let instrument = instrument();
    let evaluation = Evaluator::new(&instrument).evaluate(&reply());
    let mut tables = std::collections::BTreeSet::new();
    for (word, make, left, right) in of_two() {
        let row = |(title, ending): (&str, &str)| {
            let of_left = |other: &str| make(in_state(left, ending), in_state(right, other));
            assert_eq!(cell_of(&of_left("misshapen"), &evaluation), "undefined", "{word}");
            let cells = STATES.map(|(_, other)| cell_of(&of_left(other), &evaluation));
            [vec![format!("`a` {title}")], cells.map(str::to_owned).to_vec()].concat()
        };
        tables.insert(STATES.map(row).to_vec());
        let misshapen = make(in_state(left, "misshapen"), in_state(right, "answered"));
        assert_eq!(cell_of(&misshapen, &evaluation), "undefined", "{word}");
    }
    // One table is true of all of them.
    assert_eq!(tables.len(), 1);
    let heads = STATES.map(|(title, _)| format!("`b` {title}"));
    has_table(&[vec![String::new()], heads.to_vec()].concat(), &tables.pop_first().unwrap());
    let listed = quoted(of_two().into_iter().map(|it| it.0));
    assert!(super::page().contains(&format!("{listed}:\n")), "{listed}");
}

#[test]
fn what_is_made_of_one_needs_it() {
    let instrument = instrument();
    let evaluation = Evaluator::new(&instrument).evaluate(&reply());
    let mut rows = std::collections::BTreeSet::new();
    for (word, make, kind) in of_one() {
        let of = |ending| cell_of(&make(&format!("{kind}_{ending}")), &evaluation);
        assert_eq!(of("misshapen"), "undefined", "{word}");
        rows.insert(STATES.map(|(_, ending)| of(ending).to_owned()).to_vec());
    }
    assert_eq!(rows.len(), 1);
    has_table(&STATES.map(|(title, _)| format!("`a` {title}")), &rows.into_iter().collect::<Vec<_>>());
    let listed = quoted(of_one().into_iter().map(|it| it.0));
    assert!(super::page().contains(&format!("{listed}:\n")), "{listed}");
}

#[test]
fn tests_of_the_state_are_defined_in_every_state() {
    let instrument = instrument();
    let evaluation = Evaluator::new(&instrument).evaluate(&reply());
    let tests = [
        ("is asked", StateTest::Asked),
        ("is answered", StateTest::Answered),
        ("is unanswered", StateTest::Unanswered),
        ("is not_known", StateTest::NonResponse(name("not_known"))),
    ];
    let row = |(title, ending): (&str, &str)| {
        let of = |test: &StateTest| {
            let found: std::collections::BTreeSet<String> = kinds()
                .iter()
                .map(|(kind, ..)| evaluate(&state(&format!("{kind}_{ending}"), test.clone()), &evaluation))
                .map(|it| it.as_ref().and_then(Value::truth).unwrap().to_string())
                .collect();
            assert_eq!(found.len(), 1, "every kind of answer is alike");
            found.into_iter().next().unwrap()
        };
        [vec![title.to_owned()], tests.iter().map(|(_, test)| of(test)).collect()].concat()
    };
    let heads = tests.iter().map(|(title, _)| format!("`a {title}`"));
    let heads: Vec<String> = std::iter::once("`a`".to_owned()).chain(heads).collect();
    has_table(&heads, &STATES.map(row));
}

#[test]
fn membership_is_settled_by_one_that_is_equal() {
    let instrument = instrument();
    let evaluation = Evaluator::new(&instrument).evaluate(&reply());
    let undefined = || answer("option_unanswered");
    let choices = [
        ("one of them is equal", [choice("yes"), undefined()]),
        ("none is equal", [choice("no"), choice("no")]),
        ("none is equal, one is undefined", [choice("no"), undefined()]),
    ];
    let row = |(title, ending): (&str, &str)| {
        let of = |choices: &[Expression; 2]| {
            super::shown(&evaluate(&is_in(in_state("option", ending), choices.clone()), &evaluation))
        };
        [vec![format!("`a` {title}")], choices.iter().map(|(_, it)| of(it)).collect()].concat()
    };
    let heads = choices.iter().map(|(title, _)| (*title).to_owned());
    let heads: Vec<String> = std::iter::once("`a in (x, y)`".to_owned()).chain(heads).collect();
    has_table(&heads, &STATES.map(row));
}
