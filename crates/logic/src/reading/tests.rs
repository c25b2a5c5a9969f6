//! Tests of the shapes of answers.

use enquire_model::{Answer, Cells, Count, Limits, Mark, RowSource, Table, Text};
use indexmap::IndexMap;
use serde_json::{Value as Json, json};

use super::Reader;
use crate::build::{
    amount, bare, day, instrument, integer, list, name, one_of, quantity, record, scale, selection, table, text, year,
};
use crate::{AnswerState, Value};

/// The state and value of an answer of the kind `answer`, to a question that offers `not_known` and `police`.
fn read(answer: Answer, given: &Json) -> (AnswerState, Option<Value>) {
    let mut survey = instrument(Vec::new());
    survey.scales.insert("body".to_owned(), scale("body", &["courts", "police"]));
    let law = record("law", vec![("title", text()), ("adopted", day())]);
    survey.records.insert("law".to_owned(), law);
    let mut question = bare("q", answer);
    question.nonresponses = vec![name("not_known"), name("police")];
    Reader::of(&survey).read(&question, Some(given))
}

fn value(answer: Answer, given: &Json) -> Value {
    let (state, value) = read(answer, given);
    assert_eq!(state, AnswerState::Answered);
    value.unwrap()
}

fn is_blank(answer: Answer, given: &Json) -> bool {
    read(answer, given) == (AnswerState::Unanswered, None)
}

fn is_unreadable(answer: Answer, given: &Json) -> bool {
    read(answer, given) == (AnswerState::Answered, None)
}

fn many() -> Answer {
    Answer::ManyOf(selection("body", true))
}

fn period() -> Answer {
    Answer::Period { from: None, to: None }
}

fn a_record() -> Answer {
    Answer::Record { record: name("law") }
}

fn number(text: &str) -> Value {
    Value::Number(text.parse().unwrap())
}

#[test]
fn every_kind_of_answer_has_its_shape() {
    let codes = |codes: &[&str]| Value::Choices(codes.iter().map(|&it| it.to_owned()).collect());
    let decimal = || Answer::Decimal(Limits::default());
    let date = |text: &str| text.parse().unwrap();
    assert_eq!(value(Answer::YesNo, &json!("no")), Value::Choice("no".to_owned()));
    assert_eq!(value(one_of("body"), &json!("courts")), Value::Choice("courts".to_owned()));
    assert_eq!(value(many(), &json!(["police", "other", "police"])), codes(&["police", "other"]));
    assert_eq!(
        value(Answer::Ranking(selection("body", false)), &json!(["police", "courts"])),
        codes(&["police", "courts"])
    );
    assert_eq!(value(text(), &json!(" a text ")), Value::Text(" a text ".to_owned()));
    assert_eq!(value(integer(), &json!(12)), number("12"));
    assert_eq!(value(integer(), &json!(12.0)), number("12"));
    assert_eq!(value(year(), &json!(1990)), number("1990"));
    assert_eq!(value(decimal(), &json!(0.1)), number("0.1"));
    assert_eq!(value(decimal(), &json!(1e-7)), number("0.0000001"));
    assert_eq!(value(quantity("hours"), &json!(-12.5)), number("-12.5"));
    let expected = Value::Amount { amount: "12.50".parse().unwrap(), currency: "usd".to_owned() };
    assert_eq!(value(amount(&["usd"]), &json!({ "amount": "12.50", "currency": "usd" })), expected);
    assert_eq!(value(day(), &json!("2007-07-26")), Value::Date(date("2007-07-26")));
    let expected = Value::Period { beginning: Some(date("2006-01-01")), ending: None };
    assert_eq!(value(period(), &json!({ "beginning": "2006-01-01" })), expected);
    assert_eq!(value(Answer::Country, &json!("KEN")), Value::Text("KEN".to_owned()));
    assert_eq!(value(Answer::File, &json!({ "name": "act.pdf" })), Value::File { name: "act.pdf".to_owned() });
}

#[test]
fn blanks_are_no_answer() {
    assert!(is_blank(text(), &json!(null)));
    assert!(is_blank(integer(), &json!("  ")));
    assert!(is_blank(many(), &json!([])));
    assert!(is_blank(a_record(), &json!({})));
    assert!(is_blank(a_record(), &json!({ "title": " " })));
    assert!(is_blank(period(), &json!({})));
    assert!(is_blank(table("body", &["women"], Vec::new()), &json!({ "rows": { "courts": {} } })));
}

#[test]
fn an_empty_list_is_an_answer() {
    assert_eq!(value(list("law"), &json!([])), Value::List(Vec::new()));
}

#[test]
fn other_shapes_are_answers_without_a_value() {
    let unreadable = [
        (Answer::YesNo, json!(true)),
        (one_of("body"), json!("army")),
        (one_of("body"), json!("other")),
        (many(), json!("courts")),
        (many(), json!(["courts", "army"])),
        (text(), json!(12)),
        (integer(), json!(12.5)),
        (integer(), json!("12")),
        (Answer::Decimal(Limits::default()), json!(1e40)),
        (amount(&["usd"]), json!({ "amount": 12.5, "currency": "usd" })),
        (amount(&["usd"]), json!({ "amount": "12.50", "currency": "eur" })),
        (amount(&[]), json!({ "amount": "1_000", "currency": "eur" })),
        (amount(&[]), json!({ "amount": "12.50" })),
        (day(), json!("2007-02-30")),
        (day(), json!("20070226")),
        (day(), json!("2007-02-26T12:00")),
        (day(), json!("0000-01-01")),
        (period(), json!({ "beginning": "soon" })),
        (Answer::File, json!({ "size": 3 })),
        (a_record(), json!([])),
        (list("law"), json!({})),
        (table("body", &["women"], Vec::new()), json!([])),
    ];
    for (answer, given) in unreadable {
        assert!(is_unreadable(answer, &given), "{given}");
    }
}

#[test]
fn a_nonresponse_stands_in_place_of_any_answer_and_an_option_comes_first() {
    for answer in [Answer::YesNo, many(), text(), integer(), a_record(), list("law")] {
        let expected = (AnswerState::NonResponse("not_known".to_owned()), None);
        assert_eq!(read(answer, &json!("not_known")), expected);
    }
    assert_eq!(value(one_of("body"), &json!("police")), Value::Choice("police".to_owned()));
    assert_eq!(value(text(), &json!("not_applicable")), Value::Text("not_applicable".to_owned()));
}

#[test]
fn parts_that_are_mistaken_are_blank_and_the_rest_counts() {
    let given = json!([{ "title": "Act", "adopted": "soon" }, 3, { "adopted": "1998-03-01", "unknown": 1 }]);
    let Value::List(entries) = value(list("law"), &given) else { panic!("a list") };
    let expected = [
        IndexMap::from([("title".to_owned(), Value::Text("Act".to_owned()))]),
        IndexMap::new(),
        IndexMap::from([("adopted".to_owned(), Value::Date("1998-03-01".parse().unwrap()))]),
    ];
    assert_eq!(entries, expected);
}

#[test]
fn marks_decide_what_a_cell_is_worth() {
    let cell = |given: Json| {
        let given = json!({ "rows": { "courts": { "women": given }, "police": { "women": { "value": 1 } } } });
        let Value::Table(rows) = value(table("body", &["women"], Vec::new()), &given) else { panic!("a table") };
        assert_eq!(rows.len(), 2);
        let cell = rows.get("courts").unwrap().cells["women"].clone();
        (cell.value, cell.mark)
    };
    assert_eq!(cell(json!({ "value": 3 })), (Some(number("3")), None));
    assert_eq!(cell(json!({ "value": 3, "mark": "estimate" })), (Some(number("3")), Some(Mark::Estimate)));
    assert_eq!(cell(json!({ "mark": "provisional" })), (None, Some(Mark::Provisional)));
    assert_eq!(cell(json!({ "mark": "nil" })), (Some(number("0")), Some(Mark::Nil)));
    assert_eq!(cell(json!({ "value": 3, "mark": "not_available" })), (None, Some(Mark::NotAvailable)));
    assert_eq!(cell(json!({ "mark": "included_elsewhere" })), (None, Some(Mark::IncludedElsewhere)));
}

#[test]
fn nil_in_a_column_of_money_is_nought_in_its_currency() {
    let money = |currencies: &[&str]| {
        let mut answer = table("body", &["paid"], Vec::new());
        if let Answer::Table(table) = &mut answer {
            table.columns[0].cells = Cells::Answered(amount(currencies));
        }
        let given = json!({ "rows": { "courts": { "paid": { "mark": "nil" } } } });
        let Value::Table(rows) = value(answer, &given) else { panic!("a table") };
        rows.get("courts").unwrap().value("paid").cloned()
    };
    let nought = Value::Amount { amount: 0.into(), currency: "usd".to_owned() };
    assert_eq!(money(&["usd"]), Some(nought));
    assert_eq!(money(&["usd", "eur"]), None);
}

#[test]
fn rows_that_are_added_keep_their_names() {
    let by_body = table("body", &["women"], Vec::new());
    let columns = by_body.table().map(|table| table.columns.clone()).unwrap_or_default();
    let added = || {
        let rows = RowSource::Added { heading: Text::words("Service"), count: Count::default() };
        Answer::Table(Table { rows, columns: columns.clone(), totals: Vec::new(), marks: Vec::new(), comment: false })
    };
    let given = json!({ "rows": [{ "row": "Shelters", "women": { "value": 3 } }, { "row": "Advice" }] });
    let Value::Table(rows) = value(added(), &given) else { panic!("a table") };
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Shelters", "Advice"]);
    assert!(is_blank(added(), &json!({ "rows": [] })));
    assert!(is_unreadable(added(), &json!({ "rows": {} })));
}
