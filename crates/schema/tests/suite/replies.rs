//! Replies against the schema of an instrument with every kind of answer: which ones pass, and which do not.

use enquire_schema::{form_profile, labels, reply_schema};
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::instrument::rich;

pub(crate) fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).unwrap()
}

/// A reply of which only the answers matter.
pub(crate) fn reply(answers: &Value) -> Value {
    json!({
        "instrument": "victim_survey/1.2.0",
        "respondent": { "class": "member_states", "name": "XXX" },
        "as_at": "2008-06-30",
        "language": "fr",
        "round": 1,
        "answers": answers
    })
}

/// A reply to the rich instrument with `answers` beside the only one that is always required.
fn rich_reply(answers: Value) -> Value {
    let mut all = json!({ "redress": "no" });
    let Value::Object(answers) = answers else { panic!("not an object: {answers}") };
    all.as_object_mut().unwrap().extend(answers);
    reply(&all)
}

fn with(path: &[&str], value: Value) -> Value {
    let mut reply = rich_reply(json!({}));
    let (last, outer) = path.split_last().unwrap();
    let place = outer.iter().fold(&mut reply, |place, key| &mut place[*key]);
    place[*last] = value;
    reply
}

/// Asserts of each reply that it is valid or not, by the reply schema and by that of the form.
fn check(cases: &[(&str, Value, bool)]) {
    let of_form = form_profile(&rich(), &labels(&rich(), "en")).schema;
    for (schema, name) in [(reply_schema(&rich()), "reply"), (of_form, "form")] {
        let validator = validator(&schema);
        for (what, reply, valid) in cases {
            let errors: Vec<String> = validator.iter_errors(reply).map(|error| error.to_string()).collect();
            assert_eq!(errors.is_empty(), *valid, "{what}, {name}: {errors:?}");
        }
    }
}

#[test]
fn a_declared_nonresponse_passes_in_the_place_of_any_answer() {
    let questions = ["fund", "symbol", "remarks", "rate", "adopted", "country", "mail", "site", "main_unit", "shares"];
    let answers = |id: &'static str| (id, rich_reply(json!({ id: "not_known" })), true);
    check(&questions.map(answers));
}

/// Asserts that a reply with each of these answers fails.
fn refused(cases: Vec<(&str, Value)>) {
    let cases: Vec<_> = cases.into_iter().map(|(what, answers)| (what, rich_reply(answers), false)).collect();
    check(&cases);
}

fn file() -> Value {
    json!({ "name": "act.pdf", "media_type": "application/pdf", "size": 52133, "sha256": "0".repeat(64) })
}

#[test]
fn answers_of_every_shape_pass() {
    let answers = json!({
        "redress": "in_part",
        "since": 1990,
        "reviewed": "not_known",
        "laws": [{ "title": "Act 1", "kind": "other", "kind_other": "Charter", "adopted": "1998-03-01", "articles": 12 }],
        "reported": { "beginning": "2006-01-01", "ending": "2006-12-31" },
        "bodies": ["courts", "other"],
        "bodies_other": "The ombudsman",
        "main_body": "police",
        "main_unit": "station",
        "order": ["police", "courts"],
        "cases": "not_known",
        "helped": {
            "rows": {
                "courts": { "women": { "value": 3, "mark": "estimate" }, "kind": { "value": "other" }, "kind_other": "Mixed" },
                "police": { "women": { "mark": "nil" } },
                "none": {}
            },
            "comment": "Without minors."
        },
        "shares": { "rows": { "urban": { "share": { "value": 60.5 } } } },
        "services": { "rows": [{ "row": "Shelters", "places": { "value": 20 } }, { "row": "Advice" }] },
        "fund": "yes",
        "symbol": "AB/12",
        "remarks": "Nothing.",
        "rate": 19.99,
        "share": 0.3,
        "cost": { "amount": "1200.50", "currency": "usd" },
        "grant": { "amount": "100", "currency": "usd" },
        "loan": { "amount": "-3", "currency": "xof" },
        "waiting": 12.5,
        "adopted": "2004-01-31",
        "in_force": { "beginning": "2006-01-01", "ending": "2006-12-31" },
        "country": "XXX",
        "tongue": "zh-Hans",
        "mail": "office@example.org",
        "hotline": "+41 (22) 555 01 02",
        "site": "https://www.un.org/en/",
        "act": file(),
        "office": { "bodies": ["none"], "opened": { "beginning": "2006-01-01", "ending": "2006-12-31" } }
    });
    check(&[("every shape", reply(&answers), true)]);
}

#[test]
fn values_of_another_shape_fail() {
    let cases = vec![
        ("an option that is not in the scale", json!({ "fund": "perhaps" })),
        ("a label instead of a code", json!({ "fund": "Yes" })),
        ("one option where several are asked", json!({ "bodies": "courts" })),
        ("an option twice", json!({ "order": ["courts", "courts"] })),
        ("`other` where it is not offered", json!({ "order": ["other"] })),
        ("a number as text", json!({ "cases": "12" })),
        ("a fraction of a case", json!({ "cases": 1.5 })),
        ("a number below its bound", json!({ "cases": -1 })),
        ("a number above its bound", json!({ "share": 100.1 })),
        ("a non-response that the question does not offer", json!({ "cases": "not_applicable" })),
        ("a non-response to a question that offers none", json!({ "order": "not_known" })),
        ("null", json!({ "fund": null })),
        ("a text that is too long", json!({ "symbol": "ABCDEFGHIJKLMNOPQRS/12" })),
        ("a text that only contains a match", json!({ "symbol": "see AB/12" })),
    ];
    refused(cases);
}

#[test]
fn answers_with_parts_of_another_shape_fail() {
    let cases = vec![
        ("an amount as number", json!({ "cost": { "amount": 12.5, "currency": "usd" } })),
        ("an amount with too many places", json!({ "cost": { "amount": "12.505", "currency": "usd" } })),
        ("a negative amount where none may be", json!({ "cost": { "amount": "-1", "currency": "usd" } })),
        ("an amount with a leading nought", json!({ "cost": { "amount": "012", "currency": "usd" } })),
        ("a currency that is not offered", json!({ "cost": { "amount": "12", "currency": "chf" } })),
        ("an amount without currency", json!({ "cost": { "amount": "12" } })),
        ("a date that is no day", json!({ "adopted": "2007-02-30" })),
        ("a period without end", json!({ "reported": { "beginning": "2006-01-01" } })),
        ("a country by name", json!({ "country": "Kenya" })),
        ("a language by name", json!({ "tongue": "English (British)" })),
        ("an e-mail address without host", json!({ "mail": "office" })),
        ("a telephone number in words", json!({ "hotline": "ask the operator" })),
        ("a link without scheme", json!({ "site": "www.un.org" })),
        ("a file without checksum", json!({ "act": { "name": "a", "media_type": "a/b", "size": 1 } })),
        ("an entry without a required field", json!({ "laws": [{ "kind": "act" }] })),
        ("an entry with a field that is not asked for", json!({ "laws": [{ "title": "A", "author": "B" }] })),
        ("a row that is not in the table", json!({ "shares": { "rows": { "coastal": {} } } })),
        ("a computed column", json!({ "helped": { "rows": { "courts": { "doubled": { "value": 6 } } } } })),
        ("a cell without cell object", json!({ "helped": { "rows": { "courts": { "women": 3 } } } })),
        ("an empty cell object", json!({ "helped": { "rows": { "courts": { "women": {} } } } })),
        ("a mark that the table does not have", {
            json!({ "helped": { "rows": { "courts": { "women": { "mark": "provisional" } } } } })
        }),
        (
            "a mark in a table without marks",
            json!({ "shares": { "rows": { "urban": { "share": { "mark": "nil" } } } } }),
        ),
        ("an added row without its words", json!({ "services": { "rows": [{ "places": { "value": 1 } }] } })),
        ("a question that does not exist", json!({ "unheard_of": 1 })),
    ];
    refused(cases);
}

#[test]
fn what_stands_beside_the_answers_passes() {
    check(&[
        ("contact", with(&["respondent", "contact"], json!({ "name": "N" })), true),
        ("signature", with(&["respondent", "sign_off"], json!({ "signed_by": "N" })), true),
        (
            "contributor",
            with(&["contributors"], json!([{ "section": "access", "person": { "body": "Ministry" } }])),
            true,
        ),
        ("own record", with(&["contributors"], json!([{ "section": "figures", "person": { "name": "N" } }])), true),
        ("comments", with(&["comments"], json!({ "redress": "Soon.", "instrument": "Long." })), true),
        ("files", with(&["attachments"], json!({ "redress": [file()] })), true),
        ("links", with(&["links"], json!({ "redress": ["https://www.un.org/act"] })), true),
    ]);
}

#[test]
fn what_stands_beside_the_answers_fails_where_it_is_not_asked_for() {
    let contributor = |section: &str, person: Value| json!([{ "section": section, "person": person }]);
    check(&[
        ("another version", with(&["instrument"], json!("victim_survey/1.1.0")), false),
        ("another class", with(&["respondent", "class"], json!("observer_states")), false),
        ("no name", with(&["respondent", "name"], json!("")), false),
        ("an unfilled contact", with(&["respondent", "contact"], json!({})), false),
        ("a day that is none", with(&["as_at"], json!("30/06/2008")), false),
        ("a language of no form", with(&["language"], json!("de")), false),
        ("round nought", with(&["round"], json!(0)), false),
        ("a section that does not ask", with(&["contributors"], contributor("plain", json!({ "name": "N" }))), false),
        ("a field of another record", with(&["contributors"], contributor("figures", json!({ "body": "M" }))), false),
        ("a comment without space", with(&["comments"], json!({ "since": "Soon." })), false),
        ("a link where none may be", with(&["links"], json!({ "fund": ["https://www.un.org/act"] })), false),
        ("a link that is none", with(&["links"], json!({ "redress": ["the act"] })), false),
        ("a file where none may be", with(&["attachments"], json!({ "fund": [file()] })), false),
        ("another key", with(&["signature"], json!("N")), false),
    ]);
}

#[test]
fn every_root_key_that_is_always_there_is_required() {
    let validator = validator(&reply_schema(&rich()));
    for key in ["instrument", "respondent", "as_at", "language", "round", "answers"] {
        let mut reply = rich_reply(json!({}));
        assert!(validator.is_valid(&reply));
        reply.as_object_mut().unwrap().remove(key);
        assert!(!validator.is_valid(&reply), "{key}");
    }
}
