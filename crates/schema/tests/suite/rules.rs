//! Rules across answers: replies that keep them, and replies that break exactly one.

use enquire_model::*;
use enquire_schema::reply_schema;
use jsonschema::ValidationError;
use serde_json::{Value, json};

use crate::build::*;
use crate::instrument::rich;
use crate::replies::{reply, validator};

/// Asserts of each reply which rule it breaks, by the comment of the rule; nothing if it breaks none.
fn check(instrument: &Instrument, cases: &[(Value, Option<&str>)]) {
    let schema = reply_schema(instrument);
    let validator = validator(&schema);
    for (answers, breaks) in cases {
        let reply = reply(answers);
        let broken: Vec<&str> = validator.iter_errors(&reply).map(|error| rule_of(&schema, &error)).collect();
        assert_eq!(broken.first().copied(), *breaks, "{answers}");
        assert!(broken.iter().all(|it| Some(*it) == *breaks), "{answers}: {broken:?}");
    }
}

/// The comment of the rule that an error comes from.
fn rule_of<'s>(schema: &'s Value, error: &ValidationError) -> &'s str {
    let path = error.schema_path().as_str();
    let rule = path.split("/then").next().and_then(|path| path.split("/else").next()).unwrap();
    schema.pointer(rule).and_then(|rule| rule["$comment"].as_str()).unwrap_or_else(|| panic!("no rule at {path}"))
}

#[test]
fn a_question_is_answered_only_when_it_is_asked() {
    let since = "since: asked when redress in (yes, in_part), and then required [instrument.enq:12]";
    let reviewed = "reviewed: asked when redress in (yes, in_part) [instrument.enq:13]";
    let old = "old: asked when redress = yes and reported.beginning < 1990-01-01 [instrument.enq:16]";
    check(
        &rich(),
        &[
            (json!({ "redress": "in_part", "since": 1990 }), None),
            (json!({ "redress": "in_part", "since": "not_known" }), None),
            (json!({ "redress": "in_part" }), Some(since)),
            (json!({ "redress": "no", "since": 1990 }), Some(since)),
            (json!({ "redress": "no", "reviewed": 1990 }), Some(reviewed)),
            (json!({ "redress": "no", "reviewed": "not_known" }), Some(reviewed)),
            // Half of the condition can be said: without the other half nothing is required, but something is forbidden.
            (json!({ "redress": "in_part", "since": 1990, "old": "Lost." }), Some(old)),
            (json!({ "redress": "yes", "since": 1990, "laws": [{ "title": "A" }], "old": "Lost." }), None),
            (json!({ "redress": "yes", "since": 1990, "laws": [{ "title": "A" }] }), None),
        ],
    );
}

#[test]
fn an_answer_is_required_when_its_own_condition_holds() {
    let laws = "laws: required when redress = yes [instrument.enq:14]";
    check(
        &rich(),
        &[
            (json!({ "redress": "in_part", "since": 1990 }), None),
            (json!({ "redress": "yes", "since": 1990 }), Some(laws)),
            (json!({ "redress": "yes", "since": 1990, "laws": [{ "title": "A" }] }), None),
        ],
    );
}

#[test]
fn a_required_answer_to_everybody_is_a_required_property() {
    let errors = validator(&reply_schema(&rich()));
    assert!(!errors.is_valid(&reply(&json!({}))));
}

#[test]
fn what_is_required_is_not_blank() {
    let title = Question { required: Requirement::Always, ..question("title", "Which title?", line()) };
    let known = Question { nonresponses: names(&["not_known"]), ..title };
    check(
        &instrument(vec![asked(known)]),
        &[
            (json!({ "title": "A" }), None),
            (json!({ "title": "not_known" }), None),
            (json!({ "title": " " }), Some("title: required [instrument.enq:1]")),
        ],
    );
}

#[test]
fn options_keep_to_their_rules() {
    let other = "bodies: bodies_other is given when other is chosen [instrument.enq:17]";
    let main_other = "main_body: main_body_other is given when other is chosen [instrument.enq:18]";
    let no = |answers: Value| {
        let mut all = json!({ "redress": "no" });
        all.as_object_mut().unwrap().append(&mut answers.as_object().unwrap().clone());
        all
    };
    check(
        &rich(),
        &[
            (no(json!({ "bodies": ["other"], "bodies_other": "Charity" })), None),
            (no(json!({ "bodies": ["other"] })), Some(other)),
            (no(json!({ "bodies": ["courts"], "bodies_other": "Charity" })), Some(other)),
            (no(json!({ "bodies_other": "Charity" })), Some(other)),
            (no(json!({ "bodies": "not_known" })), None),
            (no(json!({ "main_body": "other", "main_body_other": "Charity" })), None),
            (no(json!({ "main_body": "other" })), Some(main_other)),
            (no(json!({ "bodies": ["none"] })), None),
            (no(json!({ "bodies": ["none", "courts"] })), Some("bodies: none excludes others [instrument.enq:17]")),
            // An empty array of options is no answer, so nothing is asked of its length.
            (no(json!({ "bodies": [] })), None),
            (no(json!({ "order": ["none", "courts"] })), None),
            (
                no(json!({ "order": ["none", "courts", "police"] })),
                Some("order: options: at most 2 [instrument.enq:20]"),
            ),
        ],
    );
}

#[test]
fn a_cascading_scale_offers_the_options_of_the_answer_above() {
    let within = Some("main_unit: options within main_body [instrument.enq:19]");
    check(
        &rich(),
        &[
            (json!({ "redress": "no", "main_body": "courts", "main_unit": "registry" }), None),
            (json!({ "redress": "no", "main_body": "police", "main_unit": "registry" }), within),
            (json!({ "redress": "no", "main_body": "none", "main_unit": "registry" }), within),
            (json!({ "redress": "no", "main_body": "none", "main_unit": "not_known" }), None),
            (json!({ "redress": "no", "main_unit": "registry" }), None),
        ],
    );
}

#[test]
fn lists_and_added_rows_have_lengths() {
    let laws = Some("laws: entries: at least 1, at most 3 [instrument.enq:14]");
    let law = json!({ "title": "A" });
    let reply = |laws: Value| json!({ "redress": "in_part", "since": 1990, "laws": laws });
    let row = json!({ "row": "Shelters" });
    let services = |rows: Value| json!({ "redress": "no", "services": { "rows": rows } });
    check(
        &rich(),
        &[
            (reply(json!([law, law, law])), None),
            (reply(json!([law, law, law, law])), laws),
            // An empty list says that there are none.
            (reply(json!([])), laws),
            (services(json!([row, row])), None),
            (services(json!([row, row, row])), Some("services: rows: at most 2 [instrument.enq:24]")),
        ],
    );
}

#[test]
fn entries_rows_and_cells_have_rules_of_their_own() {
    let kind = Some("law.kind: kind_other is given when other is chosen");
    let law = |law: Value| json!({ "redress": "in_part", "since": 1990, "laws": [law] });
    let row = |row: Value| json!({ "redress": "no", "helped": { "rows": { "courts": row } } });
    let office = |office: Value| json!({ "redress": "no", "office": office });
    check(
        &rich(),
        &[
            (law(json!({ "title": "A", "kind": "other", "kind_other": "Charter" })), None),
            (law(json!({ "title": "A", "kind": "other" })), kind),
            (law(json!({ "title": "A", "kind": "act", "kind_other": "Charter" })), kind),
            (law(json!({ "title": "A", "kind_other": "Charter" })), kind),
            (office(json!({ "bodies": ["other"], "bodies_other": "Charity" })), None),
            (office(json!({ "bodies": ["other"] })), Some("office.bodies: bodies_other is given when other is chosen")),
            (
                office(json!({ "bodies_other": "Charity" })),
                Some("office.bodies: bodies_other is given when other is chosen"),
            ),
            (office(json!({ "bodies": ["none", "police"] })), Some("office.bodies: none excludes others")),
            (
                row(json!({ "kind": { "value": "other" } })),
                Some("helped.kind: kind_other is given when other is chosen"),
            ),
            (row(json!({ "women": { "mark": "nil" } })), None),
            (
                row(json!({ "women": { "mark": "nil", "value": 3 } })),
                Some("helped.women: no value with nil, not_available"),
            ),
        ],
    );
}

#[test]
fn a_check_refuses_what_it_speaks_of_and_a_warning_does_not() {
    check(
        &rich(),
        &[
            (json!({ "redress": "in_part", "since": 1990, "reviewed": 1960 }), None),
            (
                json!({ "redress": "in_part", "since": 1990, "reviewed": 1949 }),
                Some("reviewed: mistaken when reviewed < 1950 [instrument.enq:42]"),
            ),
            // The review before the law is for Enquire's own check.
            (json!({ "redress": "in_part", "since": 2000, "reviewed": 1960 }), None),
            (
                json!({ "redress": "no", "cases": 1 }),
                Some("check: mistaken when redress = no and cases > 0 [instrument.enq:90]"),
            ),
            (json!({ "redress": "no", "cases": 0 }), None),
            (json!({ "redress": "no", "cases": "not_known" }), None),
        ],
    );
}

#[test]
fn a_check_in_a_block_speaks_only_when_the_block_is_asked() {
    let over = compare(answer("b"), Comparison::Greater, number("10"));
    let number_of = |id| asked(question(id, "How many?", Answer::Integer(Limits::default())));
    let checked = Item::Check(Check { message: Text::words("Too many."), ..check_of(over) });
    let instrument = instrument(vec![
        asked(question("a", "Is there one?", Answer::YesNo)),
        number_of("b"),
        when(equal("a", "yes"), vec![checked]),
    ]);
    check(
        &instrument,
        &[
            (json!({ "a": "yes", "b": 11 }), Some("check: mistaken when b > 10 [instrument.enq:7]")),
            (json!({ "a": "no", "b": 11 }), None),
            (json!({ "b": 11 }), None),
        ],
    );
}

fn check_of(condition: Expression) -> Check {
    crate::build::check(Weight::Error, condition, 7)
}

#[test]
fn an_instrument_without_rules_has_no_block_for_them() {
    let plain = instrument(vec![asked(question("a", "Is there one?", Answer::YesNo))]);
    assert_eq!(reply_schema(&plain).get("dependentSchemas"), None);
}
