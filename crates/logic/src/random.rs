//! Instruments and answers that look random, for tests of what holds of all of them.

use enquire_model::{
    Aggregate, Answer, Arithmetic, Comparison, Expression, Function, Instrument, Item, Period, Question, Requirement,
    StateTest, TimeUnit,
};
use serde_json::{Value as Json, json};

use crate::build::*;

/// Numbers that look random and are the same in every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    pub(crate) fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn rarely(&mut self) -> bool {
        self.below(4) == 0
    }
}

const OPTIONS: [&str; 2] = ["fund", "redress"];
const NUMBERS: [&str; 4] = ["cases", "staff", "double", "rate"];
const DATES: [&str; 3] = ["adopted", "repealed", "review"];
const COMPUTED: [&str; 3] = ["double", "rate", "review"];
const CODES: [&str; 3] = ["yes", "in_part", "no"];
const BODIES: [&str; 3] = ["courts", "police", "other"];
/// The ids of the questions.
pub(crate) const QUESTIONS: [&str; 12] = [
    "fund", "redress", "bodies", "cases", "staff", "adopted", "repealed", "laws", "helped", "cost", "contact",
    "reported",
];

/// Every question of [`QUESTIONS`] and every computed value, in some order and nesting, under conditions that read any of them: also what
/// comes later, and themselves.
pub(crate) fn random_instrument(dice: &mut Dice) -> Instrument {
    let mut names: Vec<&str> = QUESTIONS.into_iter().chain(COMPUTED).collect();
    let mut items = Vec::new();
    // Where few things have conditions, few are members of a cycle.
    let calm = dice.below(3) > 0;
    while !names.is_empty() {
        let next = names.swap_remove(dice.below(names.len()));
        let item =
            if COMPUTED.contains(&next) { random_computed(dice, next) } else { random_question(dice, next, calm) };
        if calm && dice.below(4) > 0 {
            items.push(item);
        } else {
            place(dice, &mut items, item);
        }
    }
    let mut made = instrument(items);
    made.period = Some(Period { from: "2006-01-01".parse().unwrap(), to: "2006-12-31".parse().unwrap() });
    for it in [scale("extent", &CODES), scale("body", &["courts", "police"])] {
        made.scales.insert(it.id.to_string(), it);
    }
    for it in [
        record("law", vec![("adopted", day()), ("articles", integer())]),
        record("person", vec![("name", text()), ("since", year())]),
    ] {
        made.records.insert(it.id.to_string(), it);
    }
    made
}

/// Puts `item` at the end, alone, in a block, beside a check or below the question before it.
fn place(dice: &mut Dice, items: &mut Vec<Item>, item: Item) {
    match (dice.below(8), items.last_mut()) {
        (0 | 1, _) => items.push(when(condition(dice, 2), vec![item])),
        (2, _) => items.extend([item, Item::Check(check("by itself", condition(dice, 2)))]),
        (3, Some(Item::Question(above))) => above.items.push(item),
        (4, Some(Item::When(before))) => before.items.push(item),
        _ => items.push(item),
    }
}

fn random_computed(dice: &mut Dice, id: &str) -> Item {
    let value = if id == "review" { date_of(dice) } else { figure(dice, 2) };
    computed(id, value)
}

fn random_question(dice: &mut Dice, id: &str, calm: bool) -> Item {
    let answer = match id {
        "fund" => Answer::YesNo,
        "redress" => one_of("extent"),
        "bodies" => Answer::ManyOf(selection("body", true)),
        "cases" | "staff" => integer(),
        "adopted" | "repealed" => day(),
        "laws" => list("law"),
        "cost" => amount(&["usd"]),
        "contact" => Answer::Record { record: name("person") },
        "reported" => Answer::Period { from: None, to: None },
        _ => table("body", &["women", "men"], vec![("all", in_row(dice)), ("share", in_row(dice))]),
    };
    let required = match dice.below(12) {
        0 => Requirement::Always,
        1 => Requirement::When(condition(dice, 1)),
        _ => Requirement::Never,
    };
    let checks = if dice.rarely() { vec![check(id, condition(dice, 1))] } else { Vec::new() };
    let condition = (!calm && dice.rarely()).then(|| condition(dice, 1));
    let nonresponses = vec![name("not_known")];
    Item::Question(Box::new(Question { required, checks, when: condition, nonresponses, ..bare(id, answer) }))
}

/// What a computed column is worked out from.
fn in_row(dice: &mut Dice) -> Expression {
    let column = dice.one(&["women", "men", "all"]);
    match dice.below(3) {
        0 => add(field("women"), field(column)),
        1 => multiply(field(column), figure(dice, 0)),
        _ => divide(field("women"), aggregate(Aggregate::Sum, "helped", Some(column), None)),
    }
}

pub(crate) fn condition(dice: &mut Dice, depth: usize) -> Expression {
    match if depth == 0 { 9 } else { dice.below(10) } {
        0 => not(condition(dice, depth - 1)),
        1 | 2 => and([condition(dice, depth - 1), condition(dice, depth - 1)]),
        3 | 4 => or([condition(dice, depth - 1), condition(dice, depth - 1)]),
        _ => atom(dice),
    }
}

fn atom(dice: &mut Dice) -> Expression {
    let how = dice.one(&[
        Comparison::Equal,
        Comparison::NotEqual,
        Comparison::Less,
        Comparison::AtMost,
        Comparison::Greater,
        Comparison::AtLeast,
    ]);
    let each = dice.one(&[Aggregate::Any, Aggregate::All]);
    let option = answer(dice.one(&OPTIONS));
    match dice.below(9) {
        0 => equal(option, choice(dice.one(&CODES))),
        1 => is_in(option, [choice("yes"), choice(dice.one(&CODES))]),
        2 => contains(answer("bodies"), choice(dice.one(&BODIES))),
        3 => compare(how, date_of(dice), date_of(dice)),
        4 => aggregate(each, "laws", None, Some(compare(how, field("articles"), figure(dice, 0)))),
        5 => aggregate(each, "helped", None, Some(compare(how, field("all"), figure(dice, 0)))),
        6 => compare(how, part("contact", "name"), words("a")),
        7 => compare(how, figure(dice, 1), figure(dice, 1)),
        _ => state(dice.one(&[&QUESTIONS[..], &COMPUTED].concat()), a_test(dice)),
    }
}

fn a_test(dice: &mut Dice) -> StateTest {
    let not_known = StateTest::NonResponse(name("not_known"));
    dice.one(&[StateTest::Answered, StateTest::Unanswered, StateTest::Asked, not_known])
}

pub(crate) fn figure(dice: &mut Dice, depth: usize) -> Expression {
    let operator = dice.one(&[Arithmetic::Add, Arithmetic::Subtract, Arithmetic::Multiply, Arithmetic::Divide]);
    let function = dice.one(&[Aggregate::Sum, Aggregate::Min, Aggregate::Max]);
    match if depth == 0 { 8 + dice.below(4) } else { dice.below(12) } {
        0 | 1 => arithmetic(operator, figure(dice, depth - 1), figure(dice, depth - 1)),
        2 => aggregate(function, "laws", Some("articles"), Some(less(field("adopted"), date_of(dice)))),
        3 => aggregate(function, "helped", Some(dice.one(&["women", "all", "share"])), None),
        4 => aggregate(Aggregate::Count, dice.one(&["laws", "helped"]), None, None),
        5 => call(Function::Chosen, [answer("bodies")]),
        6 => call(dice.one(&[Function::Days, Function::Months]), [date_of(dice), date_of(dice)]),
        7 => dice.one(&[part("cost", "amount"), cell("helped", "courts", "all"), cell("helped", "police", "men")]),
        8 => number(i64::try_from(dice.below(4)).unwrap()),
        _ => answer(dice.one(&NUMBERS)),
    }
}

fn date_of(dice: &mut Dice) -> Expression {
    match dice.below(6) {
        0 => date("2004-02-29"),
        1 => of(dice.one(&[enquire_model::ExpressionKind::AsAt, enquire_model::ExpressionKind::PeriodStart])),
        2 => add(answer(dice.one(&DATES)), duration(1, dice.one(&[TimeUnit::Months, TimeUnit::Days]))),
        3 => part("reported", dice.one(&["beginning", "ending"])),
        _ => answer(dice.one(&DATES)),
    }
}

/// An answer to the question `id`, more often right than not; or none.
pub(crate) fn random_answer(dice: &mut Dice, id: &str) -> Option<Json> {
    let cell = |dice: &mut Dice| {
        dice.one(&[
            json!({ "value": 0 }),
            json!({ "value": 3 }),
            json!({ "mark": "nil" }),
            json!({ "mark": "not_available" }),
            json!({}),
        ])
    };
    let law = |dice: &mut Dice| {
        dice.one(&[json!({ "articles": 2 }), json!({ "adopted": "1999-12-31", "articles": 0 }), json!({})])
    };
    Some(match (dice.below(8), id) {
        (0, _) => return None,
        (1, _) => dice.one(&[json!("not_known"), json!(null), json!(true), json!({}), json!([])]),
        (_, "fund") => dice.one(&[json!("yes"), json!("no")]),
        (_, "redress") => json!(dice.one(&CODES)),
        (_, "bodies") => dice.one(&[json!(["courts"]), json!(["courts", "other"]), json!([])]),
        (_, "cases" | "staff") => json!(dice.below(4)),
        (_, "adopted" | "repealed") => json!(dice.one(&["2004-02-29", "2006-06-30", "1970-01-01"])),
        (_, "laws") => (0..dice.below(4)).map(|_| law(dice)).collect(),
        (_, "cost") => json!({ "amount": dice.one(&["0", "2.50"]), "currency": "usd" }),
        (_, "contact") => dice.one(&[json!({ "name": "a" }), json!({ "since": 1990 })]),
        (_, "reported") => {
            dice.one(&[json!({ "beginning": "2006-01-01", "ending": "2006-02-01" }), json!({ "ending": "2006-01-01" })])
        }
        _ => json!({ "rows": {
            "courts": { "women": cell(dice), "men": cell(dice) },
            "police": { "women": cell(dice) }
        } }),
    })
}
