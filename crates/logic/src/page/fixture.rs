//! The instrument and the reply of the examples.

use enquire_model::{Answer, Comparison, Instrument, Item, Limits, Mark, Period, Reply};
use serde_json::json;

use crate::build::{
    add, amount, answer, asked_when, choice, compare, computed, day, divide, field, integer, list, number, offering,
    one_of, quantity, question, record, scale, selection, subtract, table, text, year,
};

pub(super) fn instrument() -> Instrument {
    let mut instrument = crate::build::instrument(items());
    let days = ("2006-01-01".parse().unwrap(), "2006-12-31".parse().unwrap());
    instrument.period = Some(Period { from: days.0, to: days.1 });
    for scale in [scale("extent", &["yes", "in_part", "no"]), scale("body", &["courts", "police", "shelters"])] {
        instrument.scales.insert(scale.id.to_string(), scale);
    }
    let records = [
        record("law", vec![("adopted", day()), ("articles", integer())]),
        record("person", vec![("name", text()), ("telephone", Answer::Telephone)]),
    ];
    for record in records {
        instrument.records.insert(record.id.to_string(), record);
    }
    instrument
}

fn items() -> Vec<Item> {
    let many = || Answer::ManyOf(selection("body", true));
    let helped = table("body", &["women", "men"], vec![("all", add(field("women"), field("men")))]);
    let women = || table("body", &["women"], Vec::new());
    vec![
        question("redress", one_of("extent")),
        question("restitution", one_of("extent")),
        question("bodies", many()),
        offering("services", many(), "not_known"),
        question("since", year()),
        question("share", Answer::Percent(Limits::default())),
        question("waiting", quantity("days")),
        question("cost", amount(&["usd"])),
        question("grant", amount(&["usd", "eur"])),
        question("adopted", day()),
        question("repealed", day()),
        question("reported", Answer::Period { from: None, to: None }),
        question("contact", Answer::Record { record: crate::build::name("person") }),
        offering("fund", Answer::YesNo, "not_known"),
        asked_fund_since(),
        offering("cases", integer(), "not_known"),
        question("laws", list("law")),
        question("plans", list("law")),
        question("reforms", list("law")),
        question("helped", with_marks(helped)),
        question("blank", with_marks(women())),
        question("trained", with_marks(women())),
        computed("age", subtract(number(2007), answer("since"))),
        computed("rate", divide(number(100), answer("cases"))),
    ]
}

fn asked_fund_since() -> Item {
    let condition = compare(Comparison::Equal, answer("fund"), choice("yes"));
    let mut item = asked_when("fund_since", year(), condition);
    if let Item::Question(question) = &mut item {
        question.nonresponses.push(crate::build::name("not_known"));
    }
    item
}

fn with_marks(mut answer: Answer) -> Answer {
    if let Answer::Table(table) = &mut answer {
        table.marks = Mark::ALL.to_vec();
    }
    answer
}

pub(super) fn reply() -> Reply {
    crate::build::reply(&json!({
        "redress": "in_part",
        "restitution": "no",
        "bodies": ["courts", "police"],
        "services": "not_known",
        "since": 1990,
        "share": 40,
        "waiting": 12.5,
        "cost": { "amount": "1200.50", "currency": "usd" },
        "grant": { "amount": "800.00", "currency": "eur" },
        "adopted": "2004-01-31",
        "reported": { "beginning": "2006-01-01", "ending": "2006-12-31" },
        "contact": { "name": "Victims' Office" },
        "fund_since": 1970,
        "cases": "not_known",
        "laws": [{ "adopted": "2001-05-04", "articles": 10 }, { "adopted": "1984-02-29", "articles": 4 }, {}],
        "plans": [],
        "helped": { "rows": {
            "courts": { "women": { "value": 10 }, "men": { "value": 5 } },
            "police": { "women": { "value": 3, "mark": "estimate" }, "men": { "mark": "not_available" } },
            "shelters": { "women": { "mark": "nil" } }
        } },
        "blank": { "rows": { "courts": { "women": { "mark": "not_available" } } } }
    }))
}
