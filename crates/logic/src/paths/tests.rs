//! Paths of small instruments, held against every reply there is.

use enquire_model::{Answer, Comparison, Count, Expression, Instrument, Item, Limits, StateTest};

use super::*;
use crate::Answers;
use crate::build::{
    add, aggregate, and, answer, asked_when, bare, call, check, choice, compare, computed, contains, date, day,
    duration, equal, greater, instrument, integer, is_answered, is_in, less, list, name, not, number, offering, one_of,
    or, question, record, reply, scale, selection, state, subtract, when, words,
};

fn of(items: Vec<Item>) -> Instrument {
    let mut made = instrument(items);
    for scale in [scale("extent", &["yes", "in_part", "no"]), scale("body", &["courts", "police", "shelters", "none"])]
    {
        made.scales.insert(scale.id.to_string(), scale);
    }
    made.records
        .insert("law".to_owned(), record("law", vec![("title", crate::build::text()), ("articles", integer())]));
    made
}

/// The witness for `id`, confirmed once more; `never` or `undecided`.
fn reached(items: Vec<Item>, id: &str) -> String {
    let made = of(items);
    let paths = Paths::of(&made);
    match paths.reach(id).unwrap() {
        Reach::Witness(witness) => {
            let value = serde_json::to_value(&witness.answers).unwrap();
            let mut reply = reply(&value);
            reply.as_at = witness.as_at;
            assert!(crate::Evaluation::of(&made, &reply).state(id).is_asked());
            value.to_string()
        }
        Reach::Never(_) => "never".to_owned(),
        Reach::Undecided(undecided) => format!("undecided: {}", undecided.reason),
    }
}

fn small(id: &str, from: i64, to: i64) -> Item {
    question(id, Answer::Integer(Limits { from: Some(from.into()), to: Some(to.into()), places: 0 }))
}

#[test]
fn options() {
    let fund = || question("fund", one_of("extent"));
    let ask = |condition| reached(vec![fund(), asked_when("q", integer(), condition)], "q");
    assert_eq!(ask(equal(answer("fund"), choice("no"))), r#"{"fund":"no"}"#);
    assert_eq!(ask(not(equal(answer("fund"), choice("no")))), r#"{"fund":"yes"}"#);
    assert_eq!(ask(not(is_in(answer("fund"), [choice("yes"), choice("no")]))), r#"{"fund":"in_part"}"#);
    assert_eq!(ask(not(is_in(answer("fund"), [choice("yes"), choice("no"), choice("in_part")]))), "never");
    assert_eq!(ask(state("fund", StateTest::Unanswered)), "{}");
    assert_eq!(ask(and([is_answered("fund"), not(equal(answer("fund"), choice("yes")))])), r#"{"fund":"in_part"}"#);
    assert_eq!(ask(and([equal(answer("fund"), choice("yes")), equal(answer("fund"), choice("no"))])), "never");
}

#[test]
fn numbers_and_dates() {
    let ask =
        |condition| reached(vec![small("n", 0, 9), question("d", day()), asked_when("q", integer(), condition)], "q");
    assert_eq!(ask(and([greater(answer("n"), number(5)), less(answer("n"), number(3))])), "never");
    assert_eq!(ask(and([greater(answer("n"), number(5)), less(answer("n"), number(6))])), "never");
    assert_eq!(ask(greater(answer("n"), number(9))), "never");
    assert_eq!(ask(greater(add(answer("n"), number(2)), number(10))), r#"{"n":9}"#);
    assert_eq!(ask(less(subtract(number(10), answer("n")), number(3))), r#"{"n":8}"#);
    assert_eq!(ask(less(answer("d"), date("1990-01-01"))), r#"{"d":"1989-12-31"}"#);
    let years = call(enquire_model::Function::Year, [answer("d")]);
    assert_eq!(ask(equal(years, number(2003))), r#"{"d":"2003-01-01"}"#);
}

#[test]
fn distances() {
    let days = |count| duration(count, enquire_model::TimeUnit::Days);
    let months = |count| duration(count, enquire_model::TimeUnit::Months);
    let at_least = |left, right| compare(Comparison::AtLeast, left, right);
    let ask = |condition| {
        let items = vec![
            question("a", day()),
            question("b", day()),
            question("c", day()),
            asked_when("q", integer(), condition),
        ];
        reached(items, "q")
    };
    let later = || at_least(answer("a"), add(answer("b"), days(30)));
    assert_eq!(ask(later()), r#"{"a":"2000-01-01","b":"1999-12-02"}"#);
    assert_eq!(ask(and([later(), less(answer("a"), answer("b"))])), "never");
    let early = less(answer("a"), date("2001-01-01"));
    let late = greater(answer("b"), date("2001-01-01"));
    assert_eq!(ask(and([later(), early, late])), "never");
    let circle = and([less(answer("a"), answer("b")), less(answer("b"), answer("c")), less(answer("c"), answer("a"))]);
    assert_eq!(ask(circle), "never");
    let half =
        and([at_least(answer("a"), add(answer("b"), months(6))), less(answer("a"), add(answer("b"), days(180)))]);
    assert_eq!(ask(half), "never");
}

#[test]
fn several_options() {
    let mut of_body = selection("body", false);
    of_body.exclusive = vec![name("none")];
    of_body.count = Count { least: None, most: Some(2) };
    let ask = |condition| {
        let items = vec![question("many", Answer::ManyOf(of_body.clone())), asked_when("q", integer(), condition)];
        reached(items, "q")
    };
    let has = |code| contains(answer("many"), choice(code));
    let chosen = || call(enquire_model::Function::Chosen, [answer("many")]);
    assert_eq!(ask(and([has("none"), has("police")])), "never");
    assert_eq!(ask(and([has("courts"), has("police"), has("shelters")])), "never");
    assert_eq!(ask(and([has("courts"), has("police")])), r#"{"many":["courts","police"]}"#);
    assert_eq!(ask(greater(chosen(), number(2))), "never");
    assert_eq!(ask(and([not(has("courts")), equal(chosen(), number(2))])), r#"{"many":["police","shelters"]}"#);
    assert_eq!(ask(less(chosen(), number(1))), "never");
}

#[test]
fn what_is_beyond_the_solver_is_tried() {
    let sum = || aggregate(enquire_model::Aggregate::Sum, "laws", Some("articles"), None);
    let ask = |condition| {
        reached(vec![question("laws", list("law")), small("n", 0, 50), asked_when("q", integer(), condition)], "q")
    };
    assert!(ask(greater(sum(), number(7))).contains("articles"));
    assert_eq!(ask(and([greater(sum(), number(7)), not(greater(sum(), number(7)))])), "never");
    assert!(ask(equal(crate::build::multiply(answer("n"), answer("n")), number(2))).starts_with("undecided"));
    let made = of(vec![
        question("laws", list("law")),
        computed("total", sum()),
        asked_when("q", integer(), equal(answer("total"), number(0))),
    ]);
    assert!(matches!(Paths::of(&made).reach("q"), Some(Reach::Witness(_))));
    assert!(Paths::of(&made).unsettled().is_empty());
    let count = aggregate(enquire_model::Aggregate::Count, "laws", None, None);
    assert_eq!(ask(less(count.clone(), number(0))), "never");
    assert!(ask(equal(count, number(3))).matches("text").count() >= 3);
}

#[test]
fn computed_values_are_seen_through() {
    let items = |condition| {
        vec![
            small("n", 0, 9),
            computed("more", add(answer("n"), number(1))),
            computed("many", greater(answer("more"), number(5))),
            asked_when("q", integer(), condition),
        ]
    };
    assert_eq!(reached(items(and([answer("many"), less(answer("n"), number(5))])), "q"), "never");
    assert_eq!(reached(items(answer("many")), "q"), r#"{"n":5}"#);
    assert_eq!(reached(items(and([state("many", StateTest::Unanswered), is_answered("n")])), "q"), "never");
}

#[test]
fn what_is_given_can_be_chosen() {
    let made = of(vec![
        offering("fund", one_of("extent"), "not_known"),
        when(equal(answer("fund"), choice("no")), vec![question("q", Answer::YesNo)]),
    ]);
    let paths = Paths::of(&made);
    let answers = |wanted| match paths.reach_where("fund", wanted).unwrap() {
        Reach::Witness(witness) => serde_json::to_string(&witness.answers).unwrap(),
        Reach::Never(_) | Reach::Undecided(_) => "none".to_owned(),
    };
    assert_eq!(answers(Wanted::Blank), "{}");
    assert_eq!(answers(Wanted::Choice("in_part")), r#"{"fund":"in_part"}"#);
    assert_eq!(answers(Wanted::NonResponse("not_known")), r#"{"fund":"not_known"}"#);
    assert!(matches!(paths.reach_unasked("q"), Some(Reach::Witness(it)) if it.answers.is_empty()));
    assert!(matches!(paths.reach_unasked("fund"), Some(Reach::Never(_))));
    assert!(paths.reach("nowhere").is_none());
}

/// The faults as lines: what is wrong with what, and the ids that the conflicting conditions read.
fn faults(made: &Instrument) -> Vec<String> {
    Paths::of(made).faults().iter().map(line).collect()
}

fn conflicting(conflict: &Conflict<'_>) -> String {
    let text = |condition: &Condition<'_>| {
        let reads = crate::reads(condition.expression);
        reads.first().map_or("-".to_owned(), |read| read.name.to_string())
    };
    let conditions: Vec<String> = conflict.conditions.iter().map(text).collect();
    let required: Vec<&str> = conflict.required.iter().map(|question| question.id.as_str()).collect();
    format!("{} {:?} {}", conditions.join(","), conflict.pair, required.join(",")).trim_end().to_owned()
}

fn line(fault: &PathFault<'_>) -> String {
    match fault {
        PathFault::NeverAsked { question, conflict } => {
            format!("{} never asked: {}", question.id, conflicting(conflict))
        }
        PathFault::AskedOnlyByMistake { question, conflict } => {
            format!("{} asked by mistake: {}", question.id, conflicting(conflict))
        }
        PathFault::NeverOpen { conflict, .. } => format!("never open: {}", conflicting(conflict)),
        PathFault::AlwaysHolds { everywhere, given, .. } => format!("always holds: {everywhere} {}", given.len()),
        PathFault::NeverRequired { question, conflict } => {
            format!("{} never required: {}", question.id, conflicting(conflict))
        }
        PathFault::NeverAnswerable { question, conflict } => {
            format!("{} never answerable: {}", question.id, conflicting(conflict))
        }
        PathFault::NeverSpeaks { conflict, .. } => format!("never speaks: {}", conflicting(conflict)),
        PathFault::AlwaysSpeaks { everywhere, .. } => format!("always speaks: {everywhere}"),
        PathFault::AskedTwice { first, second, witness } => {
            format!("{} and {} asked twice: {}", first.id, second.id, serde_json::to_string(&witness.answers).unwrap())
        }
    }
}

fn is(id: &str, code: &str) -> Expression {
    equal(answer(id), choice(code))
}

fn extent(id: &str) -> Item {
    question(id, one_of("extent"))
}

#[test]
fn what_can_never_be_asked_is_explained() {
    let found = faults(&of(vec![
        small("a", 0, 99),
        asked_when("b", one_of("extent"), greater(answer("a"), number(10))),
        asked_when("c", integer(), and([is("b", "yes"), less(answer("a"), number(5))])),
        asked_when("d", integer(), greater(answer("c"), number(3))),
    ]));
    // `d` only follows from `c`.
    assert_eq!(found, ["c never asked: b,a,a Some((1, 2))"]);
    let found = faults(&of(vec![
        extent("a"),
        when(is("a", "yes"), vec![small("x", 0, 9), when(is("a", "no"), vec![small("y", 0, 9), small("z", 0, 9)])]),
        asked_when("n", integer(), and([greater(answer("x"), number(5)), less(answer("x"), number(3))])),
    ]));
    assert_eq!(found, ["never open: a,a Some((0, 1))", "n never asked: x,x Some((0, 1))"]);
}

#[test]
fn what_always_holds_is_found() {
    let n = || answer("n");
    let either = or([greater(n(), number(5)), compare(Comparison::AtMost, n(), number(5))]);
    let found = faults(&of(vec![small("n", 0, 9), asked_when("q", integer(), either)]));
    assert_eq!(found, ["always holds: false 0"]);
    let states = or([is_answered("n"), not(is_answered("n"))]);
    let found = faults(&of(vec![small("n", 0, 9), asked_when("q", integer(), states)]));
    assert_eq!(found, ["always holds: true 0"]);
    let found =
        faults(&of(vec![extent("a"), when(is("a", "yes"), vec![asked_when("q", integer(), not(is("a", "no")))])]));
    assert_eq!(found, ["always holds: true 1"]);
    let mut split = vec![extent("a")];
    split.extend([when(is("a", "yes"), vec![small("x", 0, 1)]), when(not(is("a", "yes")), vec![small("y", 0, 1)])]);
    assert_eq!(faults(&of(split)), Vec::<String>::new());
}

#[test]
fn checks_that_never_or_always_speak_are_found() {
    let checked = |condition| {
        let mut made = bare("n", Answer::Integer(Limits { from: Some(0.into()), to: None, places: 0 }));
        made.checks = vec![check("wrong", condition)];
        faults(&of(vec![Item::Question(Box::new(made))]))
    };
    assert_eq!(checked(less(answer("n"), number(0))), ["never speaks: n None"]);
    assert_eq!(checked(compare(Comparison::AtLeast, answer("n"), number(0))), ["always speaks: false"]);
    assert_eq!(checked(greater(answer("n"), number(7))), Vec::<String>::new());
}

#[test]
fn replies_that_cannot_stand_are_found() {
    let required = |id: &str, answer: Answer, checks: Vec<enquire_model::Check>| {
        let question =
            enquire_model::Question { required: enquire_model::Requirement::Always, checks, ..bare(id, answer) };
        Item::Question(Box::new(question))
    };
    let yes_or_no = vec![
        check("not yes", is("a", "yes")),
        check("nor no", is("a", "no")),
        check("nor in part", is("a", "in_part")),
    ];
    let found = faults(&of(vec![required("a", one_of("extent"), yes_or_no)]));
    assert_eq!(found, ["a never answerable: a,a,a None"]);
    let blank = state("a", StateTest::Unanswered);
    let found = faults(&of(vec![required("a", one_of("extent"), vec![]), asked_when("q", integer(), blank)]));
    assert_eq!(found, ["q asked by mistake: a None a"]);
    let half = duration(6, enquire_model::TimeUnit::Months);
    let quarter = duration(3, enquire_model::TimeUnit::Months);
    let brief = Item::Check(check("too brief", less(answer("stop"), add(answer("start"), half))));
    let briefer = asked_when("q", integer(), less(answer("stop"), add(answer("start"), quarter)));
    let found = faults(&of(vec![question("start", day()), question("stop", day()), brief, briefer]));
    assert_eq!(found, ["q asked by mistake: stop,stop Some((0, 1))"]);
    let only = Item::Check(check("only yes", not(is("a", "yes"))));
    let found = faults(&of(vec![extent("a"), asked_when("q", integer(), is("a", "no")), only]));
    assert_eq!(found, ["q asked by mistake: a,a Some((0, 1))"]);
}

#[test]
fn one_item_asked_twice_is_shown() {
    let same = |id: &str, condition| {
        let question = enquire_model::Question {
            wording: enquire_model::Text::words("How many?"),
            when: Some(condition),
            ..bare(id, integer())
        };
        Item::Question(Box::new(question))
    };
    let twice = vec![extent("a"), extent("b"), same("x", is("a", "yes")), same("y", is("b", "yes"))];
    assert_eq!(faults(&of(twice)), [r#"x and y asked twice: {"a":"yes","b":"yes"}"#]);
    let once = vec![extent("a"), same("x", is("a", "yes")), same("y", not(is("a", "yes")))];
    assert_eq!(faults(&of(once)), Vec::<String>::new());
}

#[test]
fn a_requirement_that_never_applies_is_found() {
    let mut made = bare("q", integer());
    made.when = Some(is("a", "yes"));
    made.required = enquire_model::Requirement::When(is("a", "no"));
    let found = faults(&of(vec![extent("a"), Item::Question(Box::new(made))]));
    assert_eq!(found, ["q never required: a,a Some((0, 1))"]);
}

#[test]
fn parts_of_answers() {
    let parts = |condition| {
        let money = Answer::Amount {
            currencies: vec!["usd".to_owned(), "eur".to_owned()],
            limits: Limits { places: 2, ..Limits::default() },
        };
        let items = vec![
            question("cost", money),
            question("covered", Answer::Period { from: None, to: None }),
            question("law", Answer::Record { record: name("law") }),
            question("helped", crate::build::table("body", &["women", "men"], vec![])),
            asked_when("q", integer(), condition),
        ];
        reached(items, "q")
    };
    let part = crate::build::part;
    assert_eq!(parts(equal(part("cost", "currency"), words("gbp"))), "never");
    let euros = and([equal(part("cost", "currency"), words("eur")), less(part("cost", "amount"), number(0))]);
    assert_eq!(parts(euros), r#"{"cost":{"amount":"-0.01","currency":"eur"}}"#);
    let ends = and([
        less(part("covered", "ending"), date("2004-05-01")),
        greater(part("covered", "beginning"), date("2001-01-01")),
    ]);
    assert_eq!(
        parts(ends),
        r#"{"covered":{"beginning":"2000-01-01","ending":"2000-01-01"}}"#.replace("2000-01-01", "2001-01-02")
    );
    assert_eq!(parts(less(part("law", "articles"), number(0))), r#"{"law":{"articles":-1}}"#);
    let women = greater(crate::build::cell("helped", "police", "women"), number(7));
    assert_eq!(parts(women), r#"{"helped":{"rows":{"courts":{"women":{"value":1}},"police":{"women":{"value":8}}}}}"#);
    assert_eq!(
        parts(equal(part("law", "nothing"), words("a"))),
        "undecided: no answers to `law` were found that settle a part that is worked out from them"
    );
}

#[test]
fn a_cascade_offers_what_belongs_to_the_option_above() {
    let mut units = scale("unit", &["registry", "station"]);
    for (choice, parent) in units.choices.iter_mut().zip(["courts", "police"]) {
        choice.parent = Some(name(parent));
    }
    let mut within = selection("unit", false);
    within.within = Some(name("main"));
    let unit =
        enquire_model::Question { required: enquire_model::Requirement::Always, ..bare("unit", Answer::OneOf(within)) };
    let ask = |items: Vec<Item>, id: &str| {
        let mut made = of(items);
        made.scales.insert("unit".to_owned(), units.clone());
        let found = faults(&made);
        let reach = Paths::of(&made).reach(id).unwrap();
        (found, matches!(reach, Reach::Witness(_)))
    };
    let main = || question("main", one_of("body"));
    let inner = || Item::Question(Box::new(unit.clone()));
    let condition = and([is("main", "police"), is("unit", "registry")]);
    let (found, reached) = ask(vec![main(), inner(), asked_when("q", integer(), condition)], "q");
    assert_eq!((found, reached), (vec!["q never asked: main,unit Some((0, 1))".to_owned()], false));
    let mut made = of(vec![main(), inner(), asked_when("q", integer(), is("unit", "station"))]);
    made.scales.insert("unit".to_owned(), units.clone());
    let Some(Reach::Witness(witness)) = Paths::of(&made).reach("q") else { panic!("it can be asked") };
    assert_eq!(serde_json::to_string(&witness.answers).unwrap(), r#"{"main":"police","unit":"station"}"#);
    let (found, _) = ask(vec![main(), when(is("main", "none"), vec![inner()])], "unit");
    assert_eq!(found, ["unit never answerable: main None"]);
}
