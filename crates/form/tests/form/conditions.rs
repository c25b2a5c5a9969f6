//! Conditions and computed values in words.

use enquire_form::{Conditions, Numbers};
use enquire_model::{Aggregate, Arithmetic, Comparison, Expression, ExpressionKind, Function, StateTest, TimeUnit};

use crate::sample::{self, is, name};

const COMPARISONS: [(&str, Comparison); 6] = [
    ("=", Comparison::Equal),
    ("!=", Comparison::NotEqual),
    ("<", Comparison::Less),
    ("<=", Comparison::AtMost),
    (">", Comparison::Greater),
    (">=", Comparison::AtLeast),
];

/// Each expression as an author writes it, and in words.
fn spoken(all: &[(String, Expression)]) -> String {
    let instrument = sample::instrument();
    let numbers = Numbers::of(&instrument);
    let conditions = Conditions::of(&instrument, &numbers);
    let line = |(source, expression): &(String, Expression)| {
        format!(
            "{source}
    {}",
            conditions.condition(expression).plain()
        )
    };
    all.iter().map(line).collect::<Vec<_>>().join(
        "
",
    )
}

/// What is compared in all six ways.
fn compared(left: &str, value: &Expression, right: &str, with: &Expression) -> Vec<(String, Expression)> {
    let line = |(sign, comparison): (&str, Comparison)| {
        (format!("{left} {sign} {right}"), is::compare(value.clone(), comparison, with.clone()))
    };
    COMPARISONS.into_iter().map(line).collect()
}

fn owned(all: Vec<(&str, Expression)>) -> Vec<(String, Expression)> {
    all.into_iter().map(|(source, it)| (source.to_owned(), it)).collect()
}

#[test]
fn options() {
    let all = vec![
        ("redress = yes", is::equal("redress", "yes")),
        ("redress != yes", is::compare(is::answer("redress"), Comparison::NotEqual, is::choice("yes"))),
        ("not (redress = yes)", is::not(is::equal("redress", "yes"))),
        ("redress in (yes, in_part)", is::among("redress", &["yes", "in_part"])),
        ("redress not in (yes, in_part)", is::not(is::among("redress", &["yes", "in_part"]))),
        (
            "redress = yes or redress = in_part",
            is::or(vec![is::equal("redress", "yes"), is::equal("redress", "in_part")]),
        ),
        ("hotline = no", is::equal("hotline", "no")),
        ("main_body = other", is::equal("main_body", "other")),
        ("bodies contains shelters", is::contains("bodies", "shelters")),
        ("not (bodies contains shelters)", is::not(is::contains("bodies", "shelters"))),
        (
            "bodies contains courts or bodies contains police",
            is::or(vec![is::contains("bodies", "courts"), is::contains("bodies", "police")]),
        ),
        (
            "bodies contains courts and bodies contains police",
            is::and(vec![is::contains("bodies", "courts"), is::contains("bodies", "police")]),
        ),
        ("redress = hotline", is::compare(is::answer("redress"), Comparison::Equal, is::answer("hotline"))),
    ];
    insta::assert_snapshot!(spoken(&owned(all)));
}

#[test]
fn states() {
    let tests = [
        ("answered", StateTest::Answered),
        ("unanswered", StateTest::Unanswered),
        ("asked", StateTest::Asked),
        ("not_known", StateTest::NonResponse(name("not_known"))),
    ];
    let mut all = Vec::new();
    for (words, test) in tests {
        all.push((format!("fee_waived_by is {words}"), is::state("fee_waived_by", test.clone())));
        all.push((format!("fee_waived_by is not {words}"), is::not(is::state("fee_waived_by", test))));
    }
    all.push(("age is answered".to_owned(), is::state("age", StateTest::Answered)));
    all.push(("age is unanswered".to_owned(), is::state("age", StateTest::Unanswered)));
    insta::assert_snapshot!(spoken(&all));
}

#[test]
fn comparisons() {
    let mut all = compared("places", &is::answer("places"), "1250", &is::number(1250));
    all.extend(compared("since", &is::answer("since"), "1990", &is::number(1990)));
    all.extend(compared("reviewed", &is::answer("reviewed"), "2000-03-01", &is::day("2000-03-01")));
    all.extend(compared("reviewed", &is::answer("reviewed"), "period_start", &is::of(ExpressionKind::PeriodStart)));
    all.extend(compared("count(laws)", &is::aggregate(Aggregate::Count, "laws", None, None), "3", &is::number(3)));
    all.extend(compared(
        "chosen(bodies)",
        &is::call(Function::Chosen, vec![is::answer("bodies")]),
        "1",
        &is::number(1),
    ));
    all.extend(compared("places", &is::answer("places"), "waiting", &is::answer("waiting")));
    all.extend(compared("age", &is::answer("age"), "10", &is::number(10)));
    all.extend(compared(
        "year(reviewed)",
        &is::call(Function::Year, vec![is::answer("reviewed")]),
        "since",
        &is::answer("since"),
    ));
    all.extend(compared("5", &is::number(5), "places", &is::answer("places")));
    insta::assert_snapshot!(spoken(&all));
}

#[test]
fn parts_and_figures() {
    let women = || is::compare(is::field("women"), Comparison::Greater, is::number(0));
    let old = || is::compare(is::field("adopted"), Comparison::Less, is::day("1985-11-29"));
    let above = |value: Expression, number: i64| is::compare(value, Comparison::Greater, is::number(number));
    let all = vec![
        ("office.name = \"Help\"", is::compare(is::part("office", "name"), Comparison::Equal, is::words("Help"))),
        ("office.open = yes", is::compare(is::part("office", "open"), Comparison::Equal, is::choice("yes"))),
        (
            "plans.beginning < 2004-01-01",
            is::compare(is::part("plans", "beginning"), Comparison::Less, is::day("2004-01-01")),
        ),
        (
            "plans.ending = period_end",
            is::compare(is::part("plans", "ending"), Comparison::Equal, is::of(ExpressionKind::PeriodEnd)),
        ),
        ("cost.amount > 1000", above(is::part("cost", "amount"), 1000)),
        ("helped.police.women > 5", above(is::cell("helped", "police", "women"), 5)),
        ("sum(helped.women) > 100", above(is::aggregate(Aggregate::Sum, "helped", Some("women"), None), 100)),
        (
            "sum(helped.women where women > 0) > 100",
            above(is::aggregate(Aggregate::Sum, "helped", Some("women"), Some(women())), 100),
        ),
        (
            "max(laws.adopted) < 1985-11-29",
            is::compare(
                is::aggregate(Aggregate::Max, "laws", Some("adopted"), None),
                Comparison::Less,
                is::day("1985-11-29"),
            ),
        ),
        ("min(helped.men) > 5", above(is::aggregate(Aggregate::Min, "helped", Some("men"), None), 5)),
        (
            "count(laws where adopted < 1985-11-29) > 2",
            above(is::aggregate(Aggregate::Count, "laws", None, Some(old())), 2),
        ),
        ("any(laws where adopted < 1985-11-29)", is::aggregate(Aggregate::Any, "laws", None, Some(old()))),
        ("not any(laws where adopted < 1985-11-29)", is::not(is::aggregate(Aggregate::Any, "laws", None, Some(old())))),
        ("all(helped where women > 0)", is::aggregate(Aggregate::All, "helped", None, Some(women()))),
        ("not all(helped where women > 0)", is::not(is::aggregate(Aggregate::All, "helped", None, Some(women())))),
        (
            "any(laws where extent = in_part)",
            is::aggregate(
                Aggregate::Any,
                "laws",
                None,
                Some(is::compare(is::field("extent"), Comparison::Equal, is::choice("in_part"))),
            ),
        ),
        ("fee_waived = \"Children\"", is::compare(is::answer("fee_waived"), Comparison::Equal, is::words("Children"))),
        ("true", is::of(ExpressionKind::Truth(true))),
    ];
    insta::assert_snapshot!(spoken(&owned(all)));
}

#[test]
fn several_at_once() {
    let (a, b) = (|| is::equal("redress", "yes"), || is::equal("hotline", "yes"));
    let (c, d) = (|| is::contains("bodies", "courts"), || is::state("hard", StateTest::Answered));
    let many = || is::compare(is::answer("places"), Comparison::Greater, is::number(50));
    let all = vec![
        ("a and b", is::and(vec![a(), b()])),
        ("a and b and c", is::and(vec![a(), b(), c()])),
        ("a or b", is::or(vec![a(), b()])),
        ("a or b or c", is::or(vec![a(), b(), c()])),
        ("a and (b or c)", is::and(vec![a(), is::or(vec![b(), c()])])),
        ("(a or b) and c", is::and(vec![is::or(vec![a(), b()]), c()])),
        ("a or b and c", is::or(vec![a(), is::and(vec![b(), c()])])),
        ("(a or b) and (c or d)", is::and(vec![is::or(vec![a(), b()]), is::or(vec![c(), d()])])),
        ("a and (b or c or d)", is::and(vec![a(), is::or(vec![b(), c(), d()])])),
        ("a or (b and (c or d))", is::or(vec![a(), is::and(vec![b(), is::or(vec![c(), d()])])])),
        ("a or (b and c and d and many)", is::or(vec![a(), is::and(vec![b(), c(), d(), many()])])),
        ("not (a and b)", is::not(is::and(vec![a(), b()]))),
        ("not (a or c)", is::not(is::or(vec![a(), c()]))),
        ("not (a and not d)", is::not(is::and(vec![a(), is::not(d())]))),
        ("a and a", is::and(vec![a(), a()])),
        ("redress != yes and redress != no", is::and(vec![is::not(a()), is::not(is::equal("redress", "no"))])),
    ];
    insta::assert_snapshot!(spoken(&owned(all)));
}

#[test]
fn computed_values() {
    let instrument = sample::instrument();
    let numbers = Numbers::of(&instrument);
    let conditions = Conditions::of(&instrument, &numbers);
    let (a, b, c) = (|| is::answer("places"), || is::answer("waiting"), || is::answer("share"));
    let month = is::of(ExpressionKind::Duration { count: 6, unit: TimeUnit::Months });
    let all = vec![
        ("places + waiting", is::sum(a(), Arithmetic::Add, b())),
        ("places - (waiting - share)", is::sum(a(), Arithmetic::Subtract, is::sum(b(), Arithmetic::Subtract, c()))),
        ("places - waiting - share", is::sum(is::sum(a(), Arithmetic::Subtract, b()), Arithmetic::Subtract, c())),
        (
            "(places + waiting) * share / 100",
            is::sum(
                is::sum(is::sum(a(), Arithmetic::Add, b()), Arithmetic::Multiply, c()),
                Arithmetic::Divide,
                is::number(100),
            ),
        ),
        ("places * waiting + share", is::sum(is::sum(a(), Arithmetic::Multiply, b()), Arithmetic::Add, c())),
        ("round(places / 3)", is::call(Function::Round, vec![is::sum(a(), Arithmetic::Divide, is::number(3))])),
        (
            "years(reviewed, as_at)",
            is::call(Function::Years, vec![is::answer("reviewed"), is::of(ExpressionKind::AsAt)]),
        ),
        ("reviewed + 6 months", is::sum(is::answer("reviewed"), Arithmetic::Add, month)),
        ("count(laws)", is::aggregate(Aggregate::Count, "laws", None, None)),
        ("chosen(bodies)", is::call(Function::Chosen, vec![is::answer("bodies")])),
        (
            "places > 50 and hotline = yes",
            is::and(vec![is::compare(a(), Comparison::Greater, is::number(50)), is::equal("hotline", "yes")]),
        ),
        ("age * 12", is::sum(is::answer("age"), Arithmetic::Multiply, is::number(12))),
    ];
    let line = |(source, value): &(&str, Expression)| {
        format!(
            "{source}
    {}",
            conditions.rule(value).plain()
        )
    };
    insta::assert_snapshot!(all.iter().map(line).collect::<Vec<_>>().join("\n"));
}
