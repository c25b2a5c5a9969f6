//! The tables of what operators make of values: which values compare, what arithmetic gives, and what rows come to.

use enquire_model::{Aggregate, Answer, Comparison, Expression, ExpressionKind, Item, Requirement, TimeUnit, Weight};
use serde_json::{Value as Json, json};

use super::{has_table, shown};
use crate::build::{
    add, aggregate, amount, answer, asked_when, bare, check, choice, compare, contains, date, day, divide, duration,
    equal, field, greater, instrument, integer, list, multiply, not, number, of, question, record, reply, scale,
    selection, subtract, table, words,
};
use crate::{Evaluation, Evaluator, Outcome, Value, evaluate};

const COMPARISONS: [(&str, Comparison); 6] = [
    ("`a = b`", Comparison::Equal),
    ("`a != b`", Comparison::NotEqual),
    ("`a < b`", Comparison::Less),
    ("`a <= b`", Comparison::AtMost),
    ("`a > b`", Comparison::Greater),
    ("`a >= b`", Comparison::AtLeast),
];

/// Values of every kind, by the name of the kind: of amounts and durations one in another currency or unit too.
fn operands() -> Vec<(&'static str, Expression)> {
    vec![
        ("truth", of(ExpressionKind::Truth(true))),
        ("number", number(2)),
        ("amount", answer("dollars")),
        ("another amount", answer("euros")),
        ("text", words("usd")),
        ("date", date("2004-01-31")),
        ("duration", duration(30, TimeUnit::Days)),
        ("another duration", duration(2, TimeUnit::Months)),
        ("option", choice("courts")),
        ("several options", answer("bodies")),
        ("period", answer("reported")),
        ("record", answer("act")),
        ("list", answer("acts")),
        ("table", answer("helped")),
        ("file", answer("annex")),
    ]
}

/// Works out expressions over answers of every kind.
fn with_answers<T>(see: impl FnOnce(&Evaluation<'_>) -> T) -> T {
    let law = || record("law", vec![("adopted", day()), ("articles", integer())]);
    let mut survey = instrument(vec![
        question("dollars", amount(&["usd"])),
        question("euros", amount(&["eur"])),
        question("bodies", Answer::ManyOf(selection("body", false))),
        question("reported", Answer::Period { from: None, to: None }),
        question("act", Answer::Record { record: crate::build::name("law") }),
        question("acts", list("law")),
        question("helped", table("body", &["women"], Vec::new())),
        question("annex", Answer::File),
        question("fund", Answer::YesNo),
    ]);
    survey.scales.insert("body".to_owned(), scale("body", &["courts", "police"]));
    survey.records.insert("law".to_owned(), law());
    let evaluation = Evaluator::new(&survey).evaluate(&reply(&json!({
        "dollars": { "amount": "4", "currency": "usd" },
        "euros": { "amount": "4", "currency": "eur" },
        "bodies": ["courts"],
        "reported": { "beginning": "2006-01-01" },
        "act": { "adopted": "2001-05-04" },
        "acts": [{ "adopted": "2001-05-04" }],
        "helped": { "rows": { "courts": { "women": { "value": 2 } } } },
        "annex": { "name": "annex.pdf" }
    })));
    see(&evaluation)
}

fn kind_of(outcome: &Outcome) -> &'static str {
    match outcome {
        None => "undefined",
        Some(Value::Number(_)) => "number",
        Some(Value::Amount { .. }) => "amount",
        Some(Value::Date(_)) => "date",
        Some(other) => panic!("{other:?}"),
    }
}

#[test]
fn comparisons_of_two_figures() {
    with_answers(|evaluation| {
        let row = |(title, how): (&str, Comparison)| {
            let of = |left: i64| shown(&evaluate(&compare(how, number(left), number(2)), evaluation));
            vec![title.to_owned(), of(1), of(2), of(3)]
        };
        let heads = ["", "`a` smaller or earlier", "`a` and `b` alike", "`a` larger or later"].map(str::to_owned);
        has_table(&heads, &COMPARISONS.map(row));
    });
}

/// What `see` says of every two kinds of values, those apart of which it says nothing.
///
/// Another currency or unit is told of only here: between two of them nothing is defined, and beside other values they do as the first.
fn of_pairs(see: impl Fn(&Expression, &Expression) -> Option<Vec<String>>) -> Vec<Vec<String>> {
    let kinds = operands();
    let of_base = |kind: &str| kinds.iter().find(|(it, _)| *it == base_of(kind)).map(|(_, it)| it).unwrap();
    let mut rows = Vec::new();
    for (one, left) in &kinds {
        for (two, right) in &kinds {
            let found = see(left, right);
            if base_of(one) != *one || base_of(two) != *two {
                let differ = base_of(one) == base_of(two) && one != two;
                assert_eq!(found, if differ { None } else { see(of_base(one), of_base(two)) }, "{one}, {two}");
            } else if let Some(cells) = found {
                rows.push([vec![(*one).to_owned(), (*two).to_owned()], cells].concat());
            }
        }
    }
    rows
}

fn base_of(kind: &str) -> &str {
    kind.strip_prefix("another ").unwrap_or(kind)
}

#[test]
fn kinds_of_values_that_compare() {
    with_answers(|evaluation| {
        let mut rows = of_pairs(|left, right| {
            let compares = |(_, how)| evaluate(&compare(how, left.clone(), right.clone()), evaluation).is_some();
            let [equal, differs, orders @ ..] = COMPARISONS.map(compares);
            assert_eq!(equal, differs);
            assert!(orders.iter().all(|it| *it == orders[0]));
            let word = |defined: bool| if defined { "yes" } else { "no" }.to_owned();
            (equal || orders[0]).then(|| vec![word(equal), word(orders[0])])
        });
        // Which side is which makes no difference, so that the page has one of the two rows.
        let whole = rows.clone();
        rows.retain(|row| {
            let turned = [vec![row[1].clone(), row[0].clone()], row[2..].to_vec()].concat();
            whole.iter().position(|it| *it == turned).unwrap() >= whole.iter().position(|it| it == row).unwrap()
        });
        has_table(&["one side", "other side", "`=`, `!=`", "`<`, `<=`, `>`, `>=`"].map(str::to_owned), &rows);
    });
}

#[test]
fn kinds_of_values_that_can_be_reckoned_with() {
    with_answers(|evaluation| {
        let rows = of_pairs(|left, right| {
            let of = |make: fn(Expression, Expression) -> Expression| {
                kind_of(&evaluate(&make(left.clone(), right.clone()), evaluation)).to_owned()
            };
            let cells = vec![of(add), of(subtract), of(multiply), of(divide)];
            cells.iter().any(|it| it != "undefined").then_some(cells)
        });
        has_table(&["`a`", "`b`", "`a + b`", "`a - b`", "`a * b`", "`a / b`"].map(str::to_owned), &rows);
        assert_eq!(evaluate(&divide(number(2), number(0)), evaluation), None);
    });
}

#[test]
fn an_option_is_among_those_chosen_or_not() {
    with_answers(|evaluation| {
        let mut defined = Vec::new();
        for (one, left) in operands() {
            for (two, right) in operands() {
                if evaluate(&contains(left.clone(), right), evaluation).is_some() {
                    defined.push((one, two));
                }
            }
        }
        assert_eq!(defined, [("several options", "option")]);
    });
}

/// Entries of which the condition `articles > 5` is true, false and undefined.
fn entries(truths: &[Option<bool>]) -> Json {
    truths
        .iter()
        .map(|truth| match truth {
            Some(true) => json!({ "articles": 10 }),
            Some(false) => json!({ "articles": 4 }),
            None => json!({}),
        })
        .collect()
}

#[test]
fn figures_over_rows() {
    let mut survey = instrument(vec![question("laws", list("law"))]);
    survey.records.insert("law".to_owned(), record("law", vec![("articles", integer())]));
    let rows = [
        ("no entries", &[][..]),
        ("true for all", &[Some(true), Some(true)]),
        ("false for all", &[Some(false), Some(false)]),
        ("undefined for all", &[None, None]),
        ("true for one, false for the other", &[Some(true), Some(false)]),
        ("true for one, undefined for the other", &[Some(true), None]),
        ("false for one, undefined for the other", &[Some(false), None]),
    ];
    let many = || greater(field("articles"), number(5));
    let quantor = |function| aggregate(function, "laws", None, Some(many()));
    let figure = |function| aggregate(function, "laws", Some("articles"), Some(many()));
    let expressions = [
        quantor(Aggregate::Count),
        figure(Aggregate::Sum),
        figure(Aggregate::Min),
        figure(Aggregate::Max),
        quantor(Aggregate::Any),
        quantor(Aggregate::All),
    ];
    let row = |(title, truths): (&str, &[Option<bool>])| {
        let evaluation = Evaluation::of(&survey, &reply(&json!({ "laws": entries(truths) })));
        let cells = expressions.each_ref().map(|it| shown(&evaluate(it, &evaluation)));
        [vec![title.to_owned()], cells.to_vec()].concat()
    };
    let heads =
        ["of the entries `articles > 5` is", "`count`", "`sum`", "`min`", "`max`", "`any`", "`all`"].map(str::to_owned);
    has_table(&heads, &rows.map(row));
}

#[test]
fn figures_over_rows_without_values() {
    let mut survey = instrument(vec![question("laws", list("law"))]);
    survey.records.insert("law".to_owned(), record("law", vec![("articles", integer())]));
    let figure = |function| aggregate(function, "laws", Some("articles"), None);
    let each = |function| aggregate(function, "laws", None, Some(greater(field("articles"), number(5))));
    let of = |entries: Json, expression: Expression| {
        shown(&evaluate(&expression, &Evaluation::of(&survey, &reply(&json!({ "laws": entries })))))
    };
    let both = |expression: Expression| [of(json!([]), expression.clone()), of(json!([{}, {}]), expression)];
    let undefined = |of: [&str; 2]| of.map(str::to_owned);
    assert_eq!(both(figure(Aggregate::Sum)), undefined(["0", "undefined"]));
    assert_eq!(both(figure(Aggregate::Min)), undefined(["undefined", "undefined"]));
    assert_eq!(both(figure(Aggregate::Max)), undefined(["undefined", "undefined"]));
    assert_eq!(both(each(Aggregate::Any)), undefined(["false", "undefined"]));
    assert_eq!(both(each(Aggregate::All)), undefined(["true", "undefined"]));
    let lines = [
        "| `sum` | the values there are; blanks are left out | 0 | undefined |",
        "| `min`, `max` | the values there are; blanks are left out | undefined | undefined |",
        "| `any` | `or` over all rows | false | undefined |",
        "| `all` | `and` over all rows | true | undefined |",
    ];
    let page = super::page();
    assert!(lines.iter().all(|line| page.contains(line)));
}

#[test]
fn cells_by_their_marks() {
    let mut survey = instrument(vec![question("helped", table("body", &["women"], Vec::new()))]);
    survey.scales.insert("body".to_owned(), scale("body", &["courts"]));
    let of = |cell: Json| {
        let given = json!({ "helped": { "rows": { "courts": { "women": cell } } } });
        let sum = aggregate(Aggregate::Sum, "helped", Some("women"), None);
        shown(&evaluate(&sum, &Evaluation::of(&survey, &reply(&given))))
    };
    let row = |mark: Option<&str>| {
        let [title, with, without] = match mark {
            None => ["none".to_owned(), of(json!({ "value": 7 })), of(json!({}))],
            Some(mark) => {
                [mark.replace('_', " "), of(json!({ "value": 7, "mark": mark })), of(json!({ "mark": mark }))]
            }
        };
        vec![title, with, without]
    };
    let marks = enquire_model::Mark::ALL.map(|mark| Some(mark.code()));
    let rows: Vec<Vec<String>> = std::iter::once(None).chain(marks).map(row).collect();
    has_table(&["mark", "with the value 7", "without a value"].map(str::to_owned), &rows);
}

#[test]
fn what_conditions_decide() {
    let conditions = [
        of(ExpressionKind::Truth(true)),
        of(ExpressionKind::Truth(false)),
        equal(answer("fund"), choice("yes")),
        not(equal(answer("fund"), choice("yes"))),
    ];
    let found = conditions.map(|condition| {
        let mut required = bare("required", integer());
        required.required = Requirement::When(condition.clone());
        let mut warning = check("warn", condition.clone());
        warning.weight = Weight::Warning;
        let survey = instrument(vec![
            question("fund", Answer::YesNo),
            asked_when("asked", integer(), condition.clone()),
            Item::Question(Box::new(required)),
            Item::Check(check("check", condition.clone())),
            Item::Check(warning),
        ]);
        let evaluation = Evaluation::of(&survey, &reply(&json!({})));
        let asked = evaluation.questions().any(|(it, state)| it.id.as_str() == "asked" && state.is_asked());
        [
            asked,
            evaluation.missing().next().is_some(),
            evaluation.errors().next().is_some(),
            evaluation.warnings().next().is_some(),
        ]
    });
    // What is undefined, and the negation of what is undefined, do alike.
    assert_eq!(found[2], found[3]);
    let words = [
        ["`when`", "asked", "not asked"],
        ["`required when`", "expected", "not expected"],
        ["`check if`", "speaks", "silent"],
        ["`warn if`", "speaks", "silent"],
    ];
    let row = |(at, [title, yes, no]): (usize, [&str; 3])| {
        let cell = |outcome: usize| if found[outcome][at] { yes } else { no };
        [title, cell(0), cell(1), cell(2)].map(str::to_owned).to_vec()
    };
    let rows: Vec<Vec<String>> = words.into_iter().enumerate().map(row).collect();
    has_table(&["the condition of", "true", "false", "undefined"].map(str::to_owned), &rows);
}
