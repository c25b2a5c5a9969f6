//! Names, states, comparisons, arithmetic, dates and sets of options.

use enquire_model::{Comparison, ExpressionKind, Function, StateTest, TimeUnit};

use super::Example;
use crate::build::{
    add, answer, call, cell, choice, compare, contains, date, decimal, divide, duration, equal, greater, is_in, less,
    multiply, name, not, number, of, part, state, subtract, words,
};

pub(super) fn examples() -> Vec<Example> {
    [names(), states(), equalities(), orders(), sets(), arithmetic(), dates()].concat()
}

fn names() -> Vec<Example> {
    vec![
        ("redress", answer("redress"), "in_part"),
        ("fund", answer("fund"), "undefined"),
        ("fund_since", answer("fund_since"), "undefined"),
        ("cases", answer("cases"), "undefined"),
        ("age", answer("age"), "17"),
        ("rate", answer("rate"), "undefined"),
        ("contact.name", part("contact", "name"), "\"Victims' Office\""),
        ("contact.telephone", part("contact", "telephone"), "undefined"),
        ("reported.beginning", part("reported", "beginning"), "2006-01-01"),
        ("reported.ending", part("reported", "ending"), "2006-12-31"),
        ("cost.amount", part("cost", "amount"), "1200.50"),
        ("grant.currency", part("grant", "currency"), "\"eur\""),
        ("helped.courts.women", cell("helped", "courts", "women"), "10"),
        ("helped.police.women", cell("helped", "police", "women"), "3"),
        ("helped.police.men", cell("helped", "police", "men"), "undefined"),
        ("helped.shelters.women", cell("helped", "shelters", "women"), "0"),
        ("helped.shelters.men", cell("helped", "shelters", "men"), "undefined"),
        ("helped.courts.all", cell("helped", "courts", "all"), "15"),
        ("helped.police.all", cell("helped", "police", "all"), "undefined"),
        ("trained.courts.women", cell("trained", "courts", "women"), "undefined"),
        ("as_at", of(ExpressionKind::AsAt), "2007-06-30"),
        ("period_start", of(ExpressionKind::PeriodStart), "2006-01-01"),
        ("period_end", of(ExpressionKind::PeriodEnd), "2006-12-31"),
    ]
}

fn states() -> Vec<Example> {
    let answered = |id| state(id, StateTest::Answered);
    let unanswered = |id| state(id, StateTest::Unanswered);
    let asked = |id| state(id, StateTest::Asked);
    let not_known = |id| state(id, StateTest::NonResponse(name("not_known")));
    vec![
        ("redress is answered", answered("redress"), "true"),
        ("redress is asked", asked("redress"), "true"),
        ("redress is unanswered", unanswered("redress"), "false"),
        ("fund is answered", answered("fund"), "false"),
        ("fund is unanswered", unanswered("fund"), "true"),
        ("fund is asked", asked("fund"), "true"),
        ("fund_since is unanswered", unanswered("fund_since"), "false"),
        ("fund_since is asked", asked("fund_since"), "false"),
        ("fund_since is not answered", not(answered("fund_since")), "true"),
        ("cases is answered", answered("cases"), "false"),
        ("cases is unanswered", unanswered("cases"), "false"),
        ("cases is not_known", not_known("cases"), "true"),
        ("cases is asked", asked("cases"), "true"),
        ("fund is not_known", not_known("fund"), "false"),
        ("fund_since is not_known", not_known("fund_since"), "false"),
        ("age is answered", answered("age"), "true"),
        ("rate is answered", answered("rate"), "false"),
        ("rate is unanswered", unanswered("rate"), "true"),
    ]
}

fn equalities() -> Vec<Example> {
    let differs = |left, right| compare(Comparison::NotEqual, left, right);
    let early = less(answer("since"), number(1995));
    vec![
        ("redress = in_part", equal(answer("redress"), choice("in_part")), "true"),
        ("redress = yes", equal(answer("redress"), choice("yes")), "false"),
        ("redress != yes", differs(answer("redress"), choice("yes")), "true"),
        ("redress = restitution", equal(answer("redress"), answer("restitution")), "false"),
        ("fund = yes", equal(answer("fund"), choice("yes")), "undefined"),
        ("fund != yes", differs(answer("fund"), choice("yes")), "undefined"),
        ("not (fund = yes)", not(equal(answer("fund"), choice("yes"))), "undefined"),
        ("cases = 10", equal(answer("cases"), number(10)), "undefined"),
        ("since = 1990", equal(answer("since"), number(1990)), "true"),
        ("share = 40.0", equal(answer("share"), decimal("40.0")), "true"),
        ("reported.ending = period_end", equal(part("reported", "ending"), of(ExpressionKind::PeriodEnd)), "true"),
        ("contact.name = \"Victims' Office\"", equal(part("contact", "name"), words("Victims' Office")), "true"),
        ("contact.name = \"victims' office\"", equal(part("contact", "name"), words("victims' office")), "false"),
        ("(since < 1995) = true", equal(early, of(ExpressionKind::Truth(true))), "true"),
    ]
}

fn orders() -> Vec<Example> {
    let since = |comparison, right| compare(comparison, answer("since"), right);
    let passed = subtract(of(ExpressionKind::AsAt), answer("adopted"));
    let months = call(Function::Months, [answer("adopted"), of(ExpressionKind::AsAt)]);
    vec![
        ("fund_since < 1950", less(answer("fund_since"), number(1950)), "undefined"),
        ("since < 1990", since(Comparison::Less, number(1990)), "false"),
        ("since <= 1990", since(Comparison::AtMost, number(1990)), "true"),
        ("since > 1989.5", since(Comparison::Greater, decimal("1989.5")), "true"),
        ("since >= 1991", since(Comparison::AtLeast, number(1991)), "false"),
        ("cost > 1200", greater(answer("cost"), number(1200)), "true"),
        ("adopted < 2004-02-01", less(answer("adopted"), date("2004-02-01")), "true"),
        ("as_at - adopted > 30 days", greater(passed, duration(30, TimeUnit::Days)), "true"),
        ("months(adopted, as_at) > 41 months", greater(months, duration(41, TimeUnit::Months)), "false"),
    ]
}

fn sets() -> Vec<Example> {
    let redress_in = |choices: [&str; 2]| is_in(answer("redress"), choices.map(choice));
    let since_in = |year: i64| is_in(answer("since"), [number(year), answer("fund_since")]);
    vec![
        ("redress in (yes, in_part)", redress_in(["yes", "in_part"]), "true"),
        ("redress in (yes, no)", redress_in(["yes", "no"]), "false"),
        ("redress not in (yes, no)", not(redress_in(["yes", "no"])), "true"),
        ("since in (1990, fund_since)", since_in(1990), "true"),
        ("since in (1980, fund_since)", since_in(1980), "undefined"),
        ("fund in (yes, no)", is_in(answer("fund"), [choice("yes"), choice("no")]), "undefined"),
        ("bodies contains police", contains(answer("bodies"), choice("police")), "true"),
        ("bodies contains shelters", contains(answer("bodies"), choice("shelters")), "false"),
        ("bodies contains other", contains(answer("bodies"), choice("other")), "false"),
        ("services contains police", contains(answer("services"), choice("police")), "undefined"),
        ("chosen(bodies)", call(Function::Chosen, [answer("bodies")]), "2"),
        ("chosen(services)", call(Function::Chosen, [answer("services")]), "undefined"),
    ]
}

fn arithmetic() -> Vec<Example> {
    let large = "79228162514264337593543950335";
    let round = |inner| call(Function::Round, [inner]);
    vec![
        ("since + 5", add(answer("since"), number(5)), "1995"),
        ("2007 - since", subtract(number(2007), answer("since")), "17"),
        ("share * 2", multiply(answer("share"), number(2)), "80"),
        ("cost / 2", divide(answer("cost"), number(2)), "600.25"),
        ("0.1 + 0.2", add(decimal("0.1"), decimal("0.2")), "0.3"),
        ("since / 0", divide(answer("since"), number(0)), "undefined"),
        ("since - fund_since", subtract(answer("since"), answer("fund_since")), "undefined"),
        ("cases * 0", multiply(answer("cases"), number(0)), "undefined"),
        ("79228162514264337593543950335 * 10", multiply(decimal(large), number(10)), "undefined"),
        ("cost + grant", add(answer("cost"), answer("grant")), "undefined"),
        ("round(waiting)", round(answer("waiting")), "13"),
        ("round(0 - waiting)", round(subtract(number(0), answer("waiting"))), "-13"),
        ("round(cases)", round(answer("cases")), "undefined"),
    ]
}

fn dates() -> Vec<Example> {
    let as_at = || of(ExpressionKind::AsAt);
    let adopted = || answer("adopted");
    let repealed = || answer("repealed");
    let plus = |date, count, unit| add(date, duration(count, unit));
    let years = |from, to| call(Function::Years, [from, to]);
    let months = |from, to| call(Function::Months, [from, to]);
    vec![
        ("adopted + 1 months", plus(adopted(), 1, TimeUnit::Months), "2004-02-29"),
        ("adopted - 2 months", subtract(adopted(), duration(2, TimeUnit::Months)), "2003-11-30"),
        ("adopted + 1 years", plus(adopted(), 1, TimeUnit::Years), "2005-01-31"),
        ("2004-02-29 + 1 years", plus(date("2004-02-29"), 1, TimeUnit::Years), "2005-02-28"),
        ("adopted + 30 days", plus(adopted(), 30, TimeUnit::Days), "2004-03-01"),
        ("adopted + 12000 years", plus(adopted(), 12000, TimeUnit::Years), "undefined"),
        ("repealed + 1 years", plus(repealed(), 1, TimeUnit::Years), "undefined"),
        ("as_at - adopted", subtract(as_at(), adopted()), "1246"),
        ("adopted - as_at", subtract(adopted(), as_at()), "-1246"),
        ("as_at - repealed", subtract(as_at(), repealed()), "undefined"),
        ("days(adopted, as_at)", call(Function::Days, [adopted(), as_at()]), "1246"),
        ("months(adopted, as_at)", months(adopted(), as_at()), "41"),
        ("months(2004-01-31, 2004-02-29)", months(date("2004-01-31"), date("2004-02-29")), "1"),
        ("years(adopted, as_at)", years(adopted(), as_at()), "3"),
        ("years(2004-02-29, 2005-02-28)", years(date("2004-02-29"), date("2005-02-28")), "1"),
        ("years(as_at, adopted)", years(as_at(), adopted()), "-3"),
        ("years(adopted, repealed)", years(adopted(), repealed()), "undefined"),
        ("year(adopted)", call(Function::Year, [adopted()]), "2004"),
        ("year(repealed)", call(Function::Year, [repealed()]), "undefined"),
    ]
}
