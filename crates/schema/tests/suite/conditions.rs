//! What conditions mean: of each, which answers make it hold, and which do not.
//!
//! The question `target` is asked, and required, exactly when the condition holds. So the condition holds if a reply has to
//! have `target`, and does not if it may not.

use enquire_model::*;
use enquire_schema::{Reason, inexpressible, reply_schema};
use indexmap::IndexMap;
use serde_json::{Value, json};

use crate::build::*;
use crate::replies::{reply, validator};

/// What the schema makes of a condition and some answers.
#[derive(Debug, PartialEq)]
enum Verdict {
    Holds,
    DoesNotHold,
    /// The schema leaves it open.
    Open,
}

use Verdict::{DoesNotHold, Holds, Open};

/// Questions to make conditions of, and `target` under `condition`.
fn instrument_with(condition: Expression) -> Instrument {
    let target = question("target", "And then?", Answer::YesNo);
    let mut items = questions();
    items.push(when(condition, vec![asked(Question { required: Requirement::Always, ..target })]));
    instrument_of(items)
}

/// An instrument with the scale, the record and the period that [`questions`] need.
pub(crate) fn instrument_of(items: Vec<Item>) -> Instrument {
    let mut instrument = instrument(items);
    let body = choices(&[("courts", "Courts"), ("police", "Police")]);
    instrument.scales = IndexMap::from([("body".to_owned(), scale("body", "Body", body))]);
    let fields = vec![field("title", "Title", line(), false), field("articles", "Articles", whole(), false)];
    instrument.records = IndexMap::from([("law".to_owned(), record("law", "Law", fields))]);
    instrument.period = Some(Period { from: date("2006-01-01"), to: date("2006-12-31") });
    instrument
}

/// Questions of the kinds that conditions can speak about.
pub(crate) fn questions() -> Vec<Item> {
    let known = |question| Question { nonresponses: names(&["not_applicable", "not_known"]), ..question };
    let bodies = || Selection { other: true, ..selection("body") };
    let amount = Answer::Amount { currencies: vec![], limits: limits(None, None, 2) };
    let court = question("court", "Which court?", line());
    let helped = RowSource::Fixed(choices(&[("courts", "Courts"), ("police", "Police")]));
    let services = RowSource::Added { heading: Text::words("Service"), count: Count::default() };
    vec![
        asked(known(question("one", "Which?", Answer::OneOf(bodies())))),
        asked(known(question("many", "Which ones?", Answer::ManyOf(bodies())))),
        asked(known(question("cases", "How many?", whole()))),
        asked(question("title", "Which title?", line())),
        asked(known(question("word", "Which word?", line()))),
        asked(question("adopted", "When?", Answer::Date { from: None, to: None })),
        asked(question("reported", "When?", Answer::Period { from: None, to: None })),
        asked(question("cost", "How much?", amount)),
        asked(question("contact", "Who?", Answer::Record { record: name("law") })),
        asked(known(question("laws", "Which laws?", list("law")))),
        asked(question("helped", "How many?", table(helped, column("women", "Women", whole())))),
        asked(question("services", "Which?", table(services, column("places", "Places", whole())))),
        asked(Question { when: Some(equal("one", "courts")), ..court }),
    ]
}

fn whole() -> Answer {
    Answer::Integer(Limits::default())
}

fn table(rows: RowSource, column: Column) -> Answer {
    let marks = Mark::ALL.to_vec();
    Answer::Table(Table { rows, columns: vec![column], totals: vec![], marks, comment: true })
}

fn verdict(validator: &jsonschema::Validator, answers: &Value) -> Verdict {
    let without = validator.is_valid(&reply(answers));
    let mut answers = answers.clone();
    answers["target"] = json!("yes");
    match (without, validator.is_valid(&reply(&answers))) {
        (false, true) => Holds,
        (true, false) => DoesNotHold,
        (true, true) => Open,
        (false, false) => panic!("no reply with {answers} is valid"),
    }
}

fn check(condition: Expression, cases: &[(Value, Verdict)]) {
    let instrument = instrument_with(condition);
    let validator = validator(&reply_schema(&instrument));
    for (answers, expected) in cases {
        assert_eq!(verdict(&validator, answers), *expected, "{answers}");
    }
    let opens = cases.iter().any(|(_, verdict)| *verdict == Open);
    let listed = inexpressible(&instrument).iter().any(|it| it.subject == "target");
    assert_eq!(opens, listed, "what is left open is listed, and nothing else");
}

#[test]
fn an_option_is_equal_to_another_or_not() {
    let equal_to = |how| compare(answer("one"), how, code("courts"));
    check(
        equal_to(Comparison::Equal),
        &[
            (json!({ "one": "courts" }), Holds),
            (json!({ "one": "police" }), DoesNotHold),
            (json!({ "one": "not_known" }), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
    check(
        equal_to(Comparison::NotEqual),
        &[
            (json!({ "one": "courts" }), DoesNotHold),
            (json!({ "one": "police" }), Holds),
            (json!({ "one": "other", "one_other": "Charity" }), Holds),
            (json!({ "one": "not_known" }), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
    check(
        not(equal_to(Comparison::Equal)),
        &[
            (json!({ "one": "courts" }), DoesNotHold),
            (json!({ "one": "police" }), Holds),
            (json!({ "one": "not_known" }), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
}

#[test]
fn an_option_is_one_of_several() {
    let among = || one_of(answer("one"), vec![code("courts"), code("other")]);
    check(
        among(),
        &[
            (json!({ "one": "courts" }), Holds),
            (json!({ "one": "other", "one_other": "Charity" }), Holds),
            (json!({ "one": "police" }), DoesNotHold),
            (json!({ "one": "not_known" }), DoesNotHold),
        ],
    );
    check(
        not(among()),
        &[
            (json!({ "one": "courts" }), DoesNotHold),
            (json!({ "one": "police" }), Holds),
            (json!({ "one": "not_known" }), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
    check(
        one_of(answer("cases"), vec![number("1"), number("2")]),
        &[(json!({ "cases": 2 }), Holds), (json!({ "cases": 3 }), DoesNotHold), (json!({}), DoesNotHold)],
    );
}

#[test]
fn one_that_is_equal_settles_what_is_compared_with_answers_too() {
    check(
        one_of(answer("cases"), vec![number("1"), answer("target")]),
        &[(json!({ "cases": 1 }), Holds), (json!({ "cases": 2 }), Open)],
    );
    check(
        not(one_of(answer("cases"), vec![number("1"), answer("target")])),
        &[(json!({ "cases": 1 }), DoesNotHold), (json!({ "cases": 2 }), Open), (json!({}), DoesNotHold)],
    );
}

#[test]
fn several_options_contain_one() {
    check(
        contains("many", "courts"),
        &[
            (json!({ "many": ["police", "courts"] }), Holds),
            (json!({ "many": ["police"] }), DoesNotHold),
            (json!({ "many": [] }), DoesNotHold),
            (json!({ "many": "not_known" }), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
    check(
        not(contains("many", "courts")),
        &[
            (json!({ "many": ["police", "courts"] }), DoesNotHold),
            (json!({ "many": ["police"] }), Holds),
            // Nothing is chosen, so nothing is answered.
            (json!({ "many": [] }), DoesNotHold),
            (json!({ "many": "not_known" }), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
}

#[test]
fn options_are_counted() {
    let chosen_is = |how, count| compare(chosen("many"), how, number(count));
    check(
        chosen_is(Comparison::AtLeast, "2"),
        &[(json!({ "many": ["courts", "police"] }), Holds), (json!({ "many": ["courts"] }), DoesNotHold)],
    );
    check(
        not(chosen_is(Comparison::AtLeast, "2")),
        &[
            (json!({ "many": ["courts", "police"] }), DoesNotHold),
            (json!({ "many": ["courts"] }), Holds),
            (json!({ "many": [] }), DoesNotHold),
            (json!({ "many": "not_known" }), DoesNotHold),
        ],
    );
    check(
        chosen_is(Comparison::NotEqual, "1"),
        &[
            (json!({ "many": ["courts", "police"] }), Holds),
            (json!({ "many": ["courts"] }), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
}

#[test]
fn numbers_compare_with_constants_on_either_side() {
    let cases = |number: i64| json!({ "cases": number });
    let table = [
        (Comparison::Equal, [DoesNotHold, Holds, DoesNotHold]),
        (Comparison::NotEqual, [Holds, DoesNotHold, Holds]),
        (Comparison::Less, [Holds, DoesNotHold, DoesNotHold]),
        (Comparison::AtMost, [Holds, Holds, DoesNotHold]),
        (Comparison::Greater, [DoesNotHold, DoesNotHold, Holds]),
        (Comparison::AtLeast, [DoesNotHold, Holds, Holds]),
    ];
    for (how, [below, at, above]) in table {
        let verdicts = [
            (cases(4), below),
            (cases(5), at),
            (cases(6), above),
            (json!({ "cases": "not_known" }), DoesNotHold),
            (json!({}), DoesNotHold),
        ];
        check(compare(answer("cases"), how, number("5")), &verdicts);
    }
    check(compare(number("5"), Comparison::Less, answer("cases")), &[(cases(5), DoesNotHold), (cases(6), Holds)]);
    check(
        not(compare(answer("cases"), Comparison::Less, minus(number("0"), number("5")))),
        &[(cases(-6), DoesNotHold), (cases(-5), Holds), (json!({}), DoesNotHold)],
    );
}

#[test]
fn texts_and_days_are_equal_or_not() {
    let word_is = |how| compare(answer("word"), how, words("not_known"));
    // What reads like a declared non-response is one.
    check(word_is(Comparison::Equal), &[(json!({ "word": "not_known" }), DoesNotHold), (json!({}), DoesNotHold)]);
    check(
        word_is(Comparison::NotEqual),
        &[
            (json!({ "word": "known" }), Holds),
            (json!({ "word": "not_applicable" }), DoesNotHold),
            (json!({ "word": "  " }), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
    check(
        compare(part("reported", "ending"), Comparison::Equal, expression(ExpressionKind::PeriodEnd)),
        &[
            (json!({ "reported": { "beginning": "2006-02-01", "ending": "2006-12-31" } }), Holds),
            (json!({ "reported": { "beginning": "2006-02-01", "ending": "2006-11-30" } }), DoesNotHold),
        ],
    );
    check(
        compare(part("cost", "currency"), Comparison::Equal, words("usd")),
        &[
            (json!({ "cost": { "amount": "1", "currency": "usd" } }), Holds),
            (json!({ "cost": { "amount": "1", "currency": "eur" } }), DoesNotHold),
        ],
    );
    check(
        compare(part("contact", "title"), Comparison::NotEqual, words("Act")),
        &[(json!({ "contact": { "title": "Bill" } }), Holds), (json!({ "contact": { "articles": 1 } }), DoesNotHold)],
    );
}

#[test]
fn states_are_tested_in_every_state() {
    let answered =
        [(json!({ "one": "courts" }), Holds), (json!({ "one": "not_known" }), DoesNotHold), (json!({}), DoesNotHold)];
    check(is("one", StateTest::Answered), &answered);
    check(
        not(is("one", StateTest::Answered)),
        &[(json!({ "one": "courts" }), DoesNotHold), (json!({ "one": "not_known" }), Holds), (json!({}), Holds)],
    );
    check(
        is("one", StateTest::Unanswered),
        &[(json!({ "one": "courts" }), DoesNotHold), (json!({ "one": "not_known" }), DoesNotHold), (json!({}), Holds)],
    );
    check(
        is("one", StateTest::NonResponse(name("not_known"))),
        &[
            (json!({ "one": "not_known" }), Holds),
            (json!({ "one": "not_applicable" }), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
    check(
        not(is("one", StateTest::NonResponse(name("not_known")))),
        &[(json!({ "one": "not_known" }), DoesNotHold), (json!({ "one": "police" }), Holds), (json!({}), Holds)],
    );
}

#[test]
fn not_asked_is_not_unanswered() {
    let asked_of = json!({ "one": "courts" });
    check(is("court", StateTest::Asked), &[(asked_of.clone(), Holds), (json!({}), DoesNotHold)]);
    check(
        not(is("court", StateTest::Asked)),
        &[(asked_of.clone(), DoesNotHold), (json!({ "one": "police" }), Holds), (json!({}), Holds)],
    );
    check(
        is("court", StateTest::Unanswered),
        &[
            (asked_of.clone(), Holds),
            (json!({ "one": "courts", "court": "The highest" }), DoesNotHold),
            (json!({ "one": "police" }), DoesNotHold),
        ],
    );
    check(
        not(is("court", StateTest::Unanswered)),
        &[
            (asked_of, DoesNotHold),
            (json!({ "one": "courts", "court": "The highest" }), Holds),
            (json!({ "one": "police" }), Holds),
        ],
    );
}

#[test]
fn what_is_blank_is_unanswered() {
    check(
        is("title", StateTest::Answered),
        &[(json!({ "title": " a" }), Holds), (json!({ "title": " \n" }), DoesNotHold)],
    );
    check(
        is("many", StateTest::Unanswered),
        &[(json!({ "many": [] }), Holds), (json!({ "many": ["courts"] }), DoesNotHold)],
    );
    check(
        is("contact", StateTest::Answered),
        &[
            (json!({ "contact": { "articles": 1 } }), Holds),
            (json!({ "contact": {} }), DoesNotHold),
            (json!({ "contact": { "title": "" } }), DoesNotHold),
        ],
    );
    check(is("laws", StateTest::Answered), &[(json!({ "laws": [] }), Holds), (json!({}), DoesNotHold)]);
    check(
        is("helped", StateTest::Answered),
        &[
            (json!({ "helped": { "rows": { "courts": { "women": { "mark": "nil" } } } } }), Holds),
            (json!({ "helped": { "rows": { "courts": {} } } }), DoesNotHold),
        ],
    );
}

#[test]
fn what_is_undefined_spreads_except_where_one_side_settles_it() {
    let a = || equal("one", "courts");
    let b = || compare(answer("cases"), Comparison::Greater, number("0"));
    check(
        and(vec![a(), b()]),
        &[(json!({ "one": "courts", "cases": 1 }), Holds), (json!({ "one": "courts" }), DoesNotHold)],
    );
    check(
        not(and(vec![a(), b()])),
        &[
            (json!({ "one": "courts", "cases": 1 }), DoesNotHold),
            (json!({ "one": "courts", "cases": 0 }), Holds),
            (json!({ "one": "police" }), Holds),
            (json!({ "one": "courts" }), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
    check(
        or(vec![a(), b()]),
        &[(json!({ "one": "courts" }), Holds), (json!({ "cases": 1 }), Holds), (json!({}), DoesNotHold)],
    );
    check(
        not(or(vec![a(), b()])),
        &[(json!({ "one": "police", "cases": 0 }), Holds), (json!({ "one": "police" }), DoesNotHold)],
    );
    let truth = |truth| expression(ExpressionKind::Truth(truth));
    check(
        compare(b(), Comparison::NotEqual, truth(true)),
        &[(json!({ "cases": 0 }), Holds), (json!({ "cases": 1 }), DoesNotHold), (json!({}), DoesNotHold)],
    );
}

#[test]
fn entries_are_counted() {
    let old = || compare(of_row("articles"), Comparison::Less, number("5"));
    let laws = |articles: &[i64]| {
        let laws: Vec<Value> = articles.iter().map(|number| json!({ "articles": number })).collect();
        json!({ "laws": laws })
    };
    let count = |condition, how, number_of| {
        compare(aggregate(Aggregate::Count, "laws", None, condition), how, number(number_of))
    };
    check(
        count(None, Comparison::Equal, "0"),
        &[
            (laws(&[]), Holds),
            (laws(&[1]), DoesNotHold),
            (json!({}), DoesNotHold),
            (json!({ "laws": "not_known" }), DoesNotHold),
        ],
    );
    check(
        count(Some(old()), Comparison::AtLeast, "2"),
        &[(laws(&[1, 9, 2]), Holds), (laws(&[1, 9]), DoesNotHold), (json!({}), DoesNotHold)],
    );
    check(
        not(count(Some(old()), Comparison::AtLeast, "2")),
        &[(laws(&[1, 9, 2]), DoesNotHold), (laws(&[1, 9]), Holds), (laws(&[]), Holds), (json!({}), DoesNotHold)],
    );
    check(
        count(Some(old()), Comparison::Equal, "0"),
        &[(laws(&[9]), Holds), (laws(&[1, 9]), DoesNotHold), (json!({ "laws": [{ "title": "A" }] }), Holds)],
    );
}

#[test]
fn any_and_all_are_or_and_and_over_the_entries() {
    let old = || compare(of_row("articles"), Comparison::Less, number("5"));
    let any = || aggregate(Aggregate::Any, "laws", None, Some(old()));
    let all = || aggregate(Aggregate::All, "laws", None, Some(old()));
    let yes = json!({ "articles": 1 });
    let no = json!({ "articles": 9 });
    let unknown = json!({ "title": "A" });
    let laws = |laws: &[&Value]| json!({ "laws": laws });
    check(
        any(),
        &[
            (laws(&[&no, &yes, &unknown]), Holds),
            (laws(&[&no, &unknown]), DoesNotHold),
            (laws(&[]), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
    check(
        not(any()),
        &[
            (laws(&[&no, &no]), Holds),
            (laws(&[&no, &unknown]), DoesNotHold),
            (laws(&[&no, &yes]), DoesNotHold),
            (laws(&[]), Holds),
            (json!({}), DoesNotHold),
        ],
    );
    check(all(), &[(laws(&[&yes, &yes]), Holds), (laws(&[&yes, &unknown]), DoesNotHold), (laws(&[]), Holds)]);
    check(
        not(all()),
        &[
            (laws(&[&no, &unknown]), Holds),
            (laws(&[&yes, &unknown]), DoesNotHold),
            (laws(&[]), DoesNotHold),
            (json!({}), DoesNotHold),
        ],
    );
}

#[test]
fn rows_and_cells_of_tables_are_tested() {
    let helped = |courts: Value, police: Value| json!({ "helped": { "rows": { "courts": { "women": courts }, "police": { "women": police } } } });
    let value = |number: i64| json!({ "value": number });
    let few = || compare(of_row("women"), Comparison::Less, number("5"));
    check(
        compare(cell("helped", "courts", "women"), Comparison::Less, number("5")),
        &[
            (helped(value(4), value(9)), Holds),
            (helped(value(9), value(4)), DoesNotHold),
            (helped(json!({ "mark": "nil" }), value(9)), Holds),
            (helped(json!({ "mark": "not_available" }), value(9)), DoesNotHold),
            (helped(json!({ "value": 4, "mark": "estimate" }), value(9)), Holds),
        ],
    );
    check(
        aggregate(Aggregate::Any, "helped", None, Some(few())),
        &[(helped(value(9), value(4)), Holds), (helped(value(9), value(9)), DoesNotHold), (json!({}), DoesNotHold)],
    );
    check(
        aggregate(Aggregate::All, "helped", None, Some(few())),
        &[
            (helped(json!({ "mark": "nil" }), value(4)), Holds),
            (helped(value(9), value(4)), DoesNotHold),
            (json!({ "helped": { "rows": { "courts": { "women": { "value": 1 } } } } }), DoesNotHold),
        ],
    );
    let places = compare(of_row("places"), Comparison::Greater, number("5"));
    check(
        aggregate(Aggregate::Any, "services", None, Some(places)),
        &[
            (json!({ "services": { "rows": [{ "row": "Shelters", "places": { "value": 6 } }] } }), Holds),
            (json!({ "services": { "rows": [{ "row": "Shelters" }] } }), DoesNotHold),
        ],
    );
}

#[test]
fn what_cannot_be_said_refuses_nothing() {
    let both = |part| and(vec![equal("one", "courts"), part]);
    let either = |part| or(vec![equal("one", "courts"), part]);
    let unsayable = || {
        vec![
            compare(answer("cases"), Comparison::Less, answer("target")),
            compare(answer("adopted"), Comparison::Less, day("1985-11-29")),
            compare(minus(answer("cases"), number("1")), Comparison::Less, number("5")),
            compare(aggregate(Aggregate::Sum, "laws", Some("articles"), None), Comparison::Less, number("5")),
            compare(part("cost", "amount"), Comparison::Less, number("5")),
            compare(answer("age"), Comparison::Less, number("5")),
            compare(aggregate(Aggregate::Count, "helped", None, None), Comparison::Less, number("5")),
        ]
    };
    for condition in unsayable() {
        check(
            both(condition),
            &[(json!({ "one": "courts", "cases": 3 }), Open), (json!({ "one": "police", "cases": 3 }), DoesNotHold)],
        );
    }
    for condition in unsayable() {
        check(
            either(not(condition)),
            &[(json!({ "one": "courts", "cases": 3 }), Holds), (json!({ "one": "police", "cases": 3 }), Open)],
        );
    }
}

#[test]
fn a_rule_that_would_grow_without_end_is_left_out() {
    let target = |number: usize| format!("t{number}");
    let chain = (2..40).map(|number| {
        let either = |back: usize| is(&target(number - back), StateTest::Unanswered);
        let next = question(&target(number), "And then?", Answer::YesNo);
        asked(Question { when: Some(or(vec![either(1), either(2)])), ..next })
    });
    let first = (0..2).map(|number| asked(question(&target(number), "First?", Answer::YesNo)));
    let instrument = instrument(first.chain(chain).collect());
    assert!(inexpressible(&instrument).iter().any(|it| it.reasons.contains(&Reason::TooLong)));
    let schema = reply_schema(&instrument);
    assert!(schema.to_string().len() < 20_000_000);
    assert!(validator(&schema).is_valid(&reply(&json!({ "t0": "yes", "t2": "yes", "t3": "yes" }))));
}
