//! The schema against the one evaluator of conditions, over many replies to many instruments.
//!
//! A reply is right if nothing is answered that is not asked, everything that is required is given, and no check speaks.
//! The schema may never refuse a right reply; and unless it says that it leaves something out, it refuses every other.

use enquire_logic::{AnswerState, Evaluator};
use enquire_model::*;
use enquire_schema::{SchemaKind, form_profile, inexpressible, labels, reply_schema, rule_book};
use serde_json::{Map, Value, json};

use crate::build::*;
use crate::conditions::{instrument_of, questions};
use crate::replies::{reply, validator};

const INSTRUMENTS: u64 = 120;
const REPLIES: usize = 60;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

const COMPARISONS: [Comparison; 6] = [
    Comparison::Equal,
    Comparison::NotEqual,
    Comparison::Less,
    Comparison::AtMost,
    Comparison::Greater,
    Comparison::AtLeast,
];

/// A condition on the questions, of which the first `known` targets are among them.
fn condition(dice: &mut Dice, depth: usize, known: usize) -> Expression {
    let inner = |dice: &mut Dice| condition(dice, depth - 1, known);
    match if depth == 0 { 3 } else { dice.below(6) } {
        0 => not(inner(dice)),
        1 => and(vec![inner(dice), inner(dice)]),
        2 => or(vec![inner(dice), inner(dice)]),
        _ => atom(dice, known),
    }
}

fn atom(dice: &mut Dice, known: usize) -> Expression {
    let how = dice.one(&COMPARISONS);
    let equal_or_not = dice.one(&[Comparison::Equal, Comparison::NotEqual]);
    let figure = dice.one(&["0", "1", "2", "5"]);
    let option = dice.one(&["courts", "police", "other"]);
    let of_entry = compare(of_row("articles"), how, number(figure));
    let function = dice.one(&[Aggregate::Any, Aggregate::All]);
    match dice.below(16) {
        0 => compare(answer("one"), equal_or_not, code(option)),
        1 => one_of(answer("one"), vec![code("courts"), code(option)]),
        2 => contains("many", option),
        3 => compare(chosen("many"), how, number(figure)),
        4 => compare(answer("cases"), how, number(figure)),
        5 => compare(answer("word"), equal_or_not, words("a")),
        6 => compare(aggregate(Aggregate::Count, "laws", None, Some(of_entry)), how, number(figure)),
        7 => compare(aggregate(Aggregate::Count, "services", None, None), how, number(figure)),
        8 => aggregate(function, "laws", None, Some(of_entry)),
        9 => aggregate(function, "helped", None, Some(compare(of_row("women"), how, number(figure)))),
        10 => aggregate(function, "services", None, Some(compare(of_row("places"), how, number(figure)))),
        11 => compare(cell("helped", "courts", "women"), how, number(figure)),
        12 => compare(part("contact", "title"), equal_or_not, words("a")),
        13 => unsayable(dice, how),
        _ => state(dice, known),
    }
}

/// What JSON Schema cannot say. It is rare, so that most instruments are without.
fn unsayable(dice: &mut Dice, how: Comparison) -> Expression {
    let laws = |field| aggregate(Aggregate::Sum, "laws", field, None);
    match dice.below(12) {
        0 => compare(laws(Some("articles")), how, number("5")),
        1 => compare(answer("cases"), how, aggregate(Aggregate::Count, "laws", None, None)),
        2 => compare(part("reported", "beginning"), how, day("2006-06-01")),
        _ => equal("one", "courts"),
    }
}

fn state(dice: &mut Dice, known: usize) -> Expression {
    let not_known = StateTest::NonResponse(name("not_known"));
    let test = dice.one(&[StateTest::Answered, StateTest::Unanswered, StateTest::Asked, not_known]);
    let plain = ["one", "many", "cases", "title", "word", "contact", "laws", "helped", "services", "court"];
    match (dice.below(2), known) {
        (0, 1..) => is(&format!("target_{}", dice.below(known)), test),
        _ => is(dice.one(&plain), test),
    }
}

/// Questions without conditions, then targets, each under a condition on what comes before it.
fn instrument(dice: &mut Dice) -> Instrument {
    let mut items = questions();
    for known in 0..4 {
        let answer = dice.one(&[line(), Answer::YesNo, Answer::Integer(Limits::default())]);
        let required = match dice.below(3) {
            0 => Requirement::Never,
            1 => Requirement::Always,
            _ => Requirement::When(condition(dice, 1, known)),
        };
        let target = Question {
            required,
            nonresponses: names(&["not_known"]),
            when: (dice.below(3) == 0).then(|| condition(dice, 1, known)),
            ..question(&format!("target_{known}"), "And then?", answer)
        };
        items.push(when(condition(dice, 2, known), vec![asked(target)]));
    }
    if dice.below(3) == 0 {
        items.push(Item::Check(check(Weight::Error, condition(dice, 2, 4), 99)));
    }
    instrument_of(items)
}

/// Answers in the shapes of their questions, blank ones among them.
fn answers(dice: &mut Dice) -> Value {
    let law =
        |dice: &mut Dice| dice.one(&[json!({ "articles": 1 }), json!({ "articles": 5 }), json!({ "title": "a" })]);
    let cell = |dice: &mut Dice| {
        dice.one(&[json!({}), json!({ "value": 1 }), json!({ "mark": "nil" }), json!({ "mark": "not_available" })])
    };
    let women = |cell: Value| if cell == json!({}) { cell } else { json!({ "women": cell }) };
    let laws = [json!([]), json!([law(dice)]), json!([law(dice), law(dice)]), json!("not_known")];
    let helped = json!({ "rows": { "courts": women(cell(dice)), "police": women(cell(dice)) } });
    let services = [
        json!({ "rows": [] }),
        json!({ "rows": [{ "row": "a" }] }),
        json!({ "rows": [{ "row": "a", "places": { "value": 1 } }, { "row": "b", "places": { "value": 5 } }] }),
    ];
    let pools: [(&str, Vec<Value>); 9] = [
        ("one", ["courts", "police", "other", "not_known"].map(Value::from).to_vec()),
        ("many", vec![json!([]), json!(["courts"]), json!(["police", "courts"]), json!(["other"]), json!("not_known")]),
        ("cases", vec![json!(0), json!(1), json!(5), json!("not_known")]),
        ("title", vec![json!("a"), json!(" ")]),
        ("word", vec![json!("a"), json!("b"), json!(""), json!("not_known")]),
        ("contact", vec![json!({}), json!({ "title": "a" }), json!({ "title": " " }), json!({ "articles": 1 })]),
        ("laws", laws.to_vec()),
        ("helped", vec![helped, json!({ "rows": {} })]),
        ("services", services.to_vec()),
    ];
    let mut answers = Map::new();
    for (id, pool) in pools {
        if dice.below(4) > 0 {
            answers.insert(id.to_owned(), dice.one(&pool));
        }
    }
    let other = |answer: Option<&Value>| answer.is_some_and(|it| it == "other" || *it == json!(["other"]));
    for id in ["one", "many"] {
        if other(answers.get(id)) {
            answers.insert(format!("{id}_other"), json!("Charity"));
        }
    }
    answers.into()
}

/// Answers the targets, so that about half of the replies are right.
fn answer_targets(dice: &mut Dice, instrument: &Instrument, answers: &mut Value) {
    let evaluator = Evaluator::new(instrument);
    for asked in instrument.questions() {
        let id = asked.question.id.as_str();
        if !id.starts_with("target_") && id != "court" {
            continue;
        }
        let evaluation = evaluator.evaluate(&read(answers));
        let is_asked = evaluation.questions().any(|(it, state)| it.id.as_str() == id && state.is_asked());
        let value = if asked.question.answer == Answer::YesNo {
            json!("yes")
        } else if matches!(asked.question.answer, Answer::Integer(_)) {
            json!(3)
        } else {
            dice.one(&[json!("a"), json!(" ")])
        };
        let wrong = dice.below(8) == 0;
        let left = evaluation.is_required(asked.question) || dice.below(2) == 0;
        if is_asked != wrong && left {
            let nonresponse = !asked.question.nonresponses.is_empty() && dice.below(4) == 0;
            answers[id] = if nonresponse { json!("not_known") } else { value };
        }
    }
}

fn read(answers: &Value) -> Reply {
    serde_json::from_value(reply(answers)).unwrap()
}

fn is_right(evaluator: &Evaluator, reply: &Reply) -> bool {
    let evaluation = evaluator.evaluate(reply);
    let kept = evaluation.questions().all(|(question, state)| match state {
        AnswerState::NotAsked => !reply.answers.contains_key(question.id.as_str()),
        AnswerState::Unanswered => !evaluation.is_required(question),
        AnswerState::NonResponse(_) | AnswerState::Answered => true,
    });
    let mistaken = evaluation.spoken().iter().any(|spoken| spoken.check.weight == Weight::Error);
    kept && !mistaken
}

#[test]
fn the_schema_takes_what_the_evaluator_takes() {
    let (mut right, mut wrong, mut complete) = (0, 0, 0);
    for seed in 0..INSTRUMENTS {
        let mut dice = Dice(seed);
        let instrument = instrument(&mut dice);
        let evaluator = Evaluator::new(&instrument);
        let validator = validator(&reply_schema(&instrument));
        let says_all = inexpressible(&instrument).is_empty();
        let words = labels(&instrument, "en");
        let form = crate::replies::validator(&form_profile(&instrument, &words).schema);
        let book = rule_book(&instrument, &words, &|_| None);
        let omitted = book.left_out.iter().filter(|it| it.schemas.contains(&SchemaKind::Form));
        let form_says_all =
            omitted.clone().all(|it| ["respondent-code", "duplicate-member"].contains(&it.rule.rule.as_str()));
        complete += u32::from(says_all);
        for _ in 0..REPLIES {
            let mut answers = answers(&mut dice);
            answer_targets(&mut dice, &instrument, &mut answers);
            let expected = is_right(&evaluator, &read(&answers));
            let found = validator.is_valid(&reply(&answers));
            right += u32::from(expected);
            wrong += u32::from(!expected);
            let schema = || inexpressible(&instrument).iter().map(ToString::to_string).collect::<Vec<_>>();
            assert!(found || !expected, "seed {seed}: refuses {answers}\n{:?}", schema());
            assert!(!found || expected || !says_all, "seed {seed}: takes {answers}");
            let in_form = form.is_valid(&reply(&answers));
            assert!(in_form || !expected, "seed {seed}: the form refuses {answers}");
            assert!(!in_form || expected || !form_says_all, "seed {seed}: the form takes {answers}");
        }
    }
    assert!(right > 1_000 && wrong > 1_000 && complete > 30, "{right} right, {wrong} wrong, {complete} complete");
}
