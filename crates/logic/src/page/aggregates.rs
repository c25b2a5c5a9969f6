//! Figures over lists and tables.

use enquire_model::{Aggregate, Comparison, Expression};

use super::Example;
use crate::build::{aggregate, compare, date, field, greater, less, not, number};

pub(super) fn examples() -> Vec<Example> {
    [counts(), sums(), extremes(), quantors()].concat()
}

fn adopted_before(day: &str) -> Expression {
    less(field("adopted"), date(day))
}

fn adopted_after(day: &str) -> Expression {
    greater(field("adopted"), date(day))
}

fn counts() -> Vec<Example> {
    let count = |over, condition| aggregate(Aggregate::Count, over, None, condition);
    let early = || adopted_before("1985-11-29");
    vec![
        ("count(laws)", count("laws", None), "3"),
        ("count(laws where adopted < 1985-11-29)", count("laws", Some(early())), "1"),
        ("count(laws where not (adopted < 1985-11-29))", count("laws", Some(not(early()))), "1"),
        ("count(plans)", count("plans", None), "0"),
        ("count(reforms)", count("reforms", None), "undefined"),
        ("count(helped)", count("helped", None), "3"),
        ("count(helped where women > 0)", count("helped", Some(greater(field("women"), number(0)))), "2"),
        ("count(trained)", count("trained", None), "undefined"),
    ]
}

fn sums() -> Vec<Example> {
    let sum = |over, of, condition| aggregate(Aggregate::Sum, over, Some(of), condition);
    let early = adopted_before("1985-11-29");
    let late = adopted_after("2005-01-01");
    vec![
        ("sum(laws.articles)", sum("laws", "articles", None), "14"),
        ("sum(laws.articles where adopted < 1985-11-29)", sum("laws", "articles", Some(early)), "4"),
        ("sum(laws.articles where adopted > 2005-01-01)", sum("laws", "articles", Some(late)), "0"),
        ("sum(plans.articles)", sum("plans", "articles", None), "0"),
        ("sum(reforms.articles)", sum("reforms", "articles", None), "undefined"),
        ("sum(helped.women)", sum("helped", "women", None), "13"),
        ("sum(helped.men)", sum("helped", "men", None), "5"),
        ("sum(helped.all)", sum("helped", "all", None), "15"),
        ("sum(blank.women)", sum("blank", "women", None), "undefined"),
        ("sum(trained.women)", sum("trained", "women", None), "undefined"),
    ]
}

fn extremes() -> Vec<Example> {
    let least = |over, of| aggregate(Aggregate::Min, over, Some(of), None);
    let most = |over, of| aggregate(Aggregate::Max, over, Some(of), None);
    vec![
        ("min(laws.articles)", least("laws", "articles"), "4"),
        ("max(laws.adopted)", most("laws", "adopted"), "2001-05-04"),
        ("min(plans.articles)", least("plans", "articles"), "undefined"),
        ("max(blank.women)", most("blank", "women"), "undefined"),
    ]
}

fn quantors() -> Vec<Example> {
    let any = |over, condition| aggregate(Aggregate::Any, over, None, Some(condition));
    let all = |over, condition| aggregate(Aggregate::All, over, None, Some(condition));
    let early = || adopted_before("1985-11-29");
    let never = || adopted_before("1980-01-01");
    let filled = compare(Comparison::AtLeast, field("women"), number(0));
    vec![
        ("any(laws where adopted < 1985-11-29)", any("laws", early()), "true"),
        ("any(laws where adopted < 1980-01-01)", any("laws", never()), "undefined"),
        ("any(plans where adopted < 1980-01-01)", any("plans", never()), "false"),
        ("any(reforms where adopted < 1980-01-01)", any("reforms", never()), "undefined"),
        ("all(laws where adopted < 1985-11-29)", all("laws", early()), "false"),
        ("all(laws where adopted > 1980-01-01)", all("laws", adopted_after("1980-01-01")), "undefined"),
        ("all(plans where adopted < 1980-01-01)", all("plans", never()), "true"),
        ("all(reforms where adopted < 1980-01-01)", all("reforms", never()), "undefined"),
        ("all(helped where women >= 0)", all("helped", filled), "true"),
    ]
}
