//! What is published beside the reply schema: the instrument as JSON and its schema, labels and theirs, and sizes.

use enquire_model::{Answer, Instrument, Limits, Text};
use enquire_schema::*;
use serde_json::Value;

use crate::build::{asked, choice, instrument, question, scale};
use crate::instrument::rich;
use crate::replies::validator;

#[test]
fn an_instrument_written_out_passes_its_published_schema_and_reads_back_the_same() {
    let text = instrument_json(&rich());
    let value: Value = serde_json::from_str(&text).unwrap();
    let errors: Vec<String> = validator(&model_schema()).iter_errors(&value).map(|it| it.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let back: Instrument = serde_json::from_value(value).unwrap();
    assert_eq!(instrument_json(&back), text);
}

#[test]
fn what_may_be_null_may_also_be_left_out() {
    let mut value: Value = serde_json::from_str(&instrument_json(&rich())).unwrap();
    without_nulls(&mut value);
    assert!(validator(&model_schema()).is_valid(&value));
    assert_eq!(serde_json::from_value::<Instrument>(value).unwrap(), rich());
}

fn without_nulls(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.retain(|_, inner| !inner.is_null());
            object.values_mut().for_each(without_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(without_nulls),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_schema_of_the_model_refuses_what_is_missing() {
    let validator = validator(&model_schema());
    let whole: Value = serde_json::from_str(&instrument_json(&rich())).unwrap();
    for key in ["id", "version", "title", "languages", "items", "scales"] {
        let mut part = whole.clone();
        part.as_object_mut().unwrap().remove(key);
        assert!(!validator.is_valid(&part), "{key}");
        assert!(serde_json::from_value::<Instrument>(part).is_err(), "{key}");
    }
}

#[test]
fn published_schemas_have_no_formats_of_their_own() {
    let text = to_text(&model_schema()) + &to_text(&labels_schema());
    let formats: Vec<&str> = text.split("\"format\": ").skip(1).filter_map(|rest| rest.split('\n').next()).collect();
    assert!(formats.iter().all(|format| format.starts_with("\"date\"")), "{formats:?}");
}

#[test]
fn labels_pass_their_published_schema() {
    let value = serde_json::to_value(labels(&rich(), "en")).unwrap();
    let validator = validator(&labels_schema());
    assert!(validator.is_valid(&value));
    let mut more = value;
    more["x"] = Value::Null;
    assert!(!validator.is_valid(&more));
}

#[test]
fn a_rule_book_passes_its_published_schema_and_names_every_rule_by_a_code() {
    let book = rule_book(&rich(), &labels(&rich(), "en"), &|_| None);
    let value = serde_json::to_value(&book).unwrap();
    let errors: Vec<String> = validator(&rule_book_schema()).iter_errors(&value).map(|it| it.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let left_out = book.left_out.iter().map(|it| &it.rule.rule);
    for code in book.rules.iter().map(|it| &it.rule).chain(left_out) {
        assert!(RULE_CODES.contains(&code.as_str()), "{code}");
    }
    assert!(book.reply.values().chain(book.form.values()).all(|at| *at < book.rules.len()));
}

#[test]
fn every_error_of_a_validator_leads_to_a_rule() {
    let schema = reply_schema(&rich());
    let book = rule_book(&rich(), &labels(&rich(), "en"), &|_| None);
    let mut reply = crate::replies::reply(&serde_json::json!({ "nonsense": 1, "redress": "maybe", "since": "x" }));
    reply["language"] = "de".into();
    let mut told = 0;
    for error in validator(&schema).iter_errors(&reply) {
        let path = error.absolute_keyword_location().map(ToString::to_string);
        let path = path.as_deref().and_then(|path| path.split_once('#')).map_or("", |(_, path)| path);
        let path = path.trim_start_matches('/').replace("if/then", "then").replace("if/else", "else");
        let known = book.reply.keys().any(|known| path == *known || path.starts_with(&format!("{known}/")));
        assert!(known, "{path} of {error}");
        told += 1;
    }
    assert!(told >= 3, "{told}");
}

#[test]
fn labels_take_references_as_their_caller_prints_them() {
    let mut instrument = rich();
    let term = enquire_model::Reference::Term { term: crate::build::name("victim"), form: None };
    let words = enquire_model::Inline::Words("Who is a ".to_owned());
    let line = vec![words, enquire_model::Inline::Reference(term)];
    instrument.title = Text { blocks: vec![enquire_model::Block::Paragraph(line)], ..Text::default() };
    assert_eq!(labels(&instrument, "en").title, "Who is a victim");
    assert_eq!(labels_printed(&instrument, "en", &|_| "person".to_owned()).title, "Who is a person");
}

#[test]
fn equal_instruments_give_equal_bytes() {
    assert_eq!(to_text(&reply_schema(&rich())), to_text(&reply_schema(&rich())));
    let text = to_text(&reply_schema(&rich()));
    assert!(text.ends_with("}\n") && !text.contains('\r'));
}

#[test]
fn an_unrelated_question_renames_no_type() {
    let names = |instrument: &Instrument| -> Vec<String> {
        reply_schema(instrument)["$defs"].as_object().unwrap().keys().cloned().collect()
    };
    let before = names(&rich());
    let mut more = rich();
    more.scales.insert("law".to_owned(), scale("law", "Law", vec![choice("a", "A")]));
    more.items.insert(0, asked(question("law", "Which?", Answer::OneOf(crate::build::selection("law")))));
    let after = names(&more);
    assert!(before.iter().all(|name| after.contains(name)));
    assert_eq!(after.len(), before.len() + 1);
}

#[test]
fn sizes_that_tools_do_not_bear_are_told() {
    assert_eq!(warnings(&rich()), []);
    let many = |count: usize| {
        let questions =
            (0..count).map(|number| question(&format!("q{number}"), "?", Answer::Integer(Limits::default())));
        instrument(questions.map(asked).collect())
    };
    assert_eq!(warnings(&many(MOST_PROPERTIES)), []);
    let place = "answers".to_owned();
    assert_eq!(warnings(&many(MOST_PROPERTIES + 1)), [SizeWarning::Properties { place, count: MOST_PROPERTIES + 1 }]);
    let mut long = instrument(vec![]);
    let choices = (0..=MOST_CODES).map(|number| choice(&format!("c{number}"), "?")).collect();
    long.scales.insert("long".to_owned(), scale("long", "Long", choices));
    assert_eq!(warnings(&long), [SizeWarning::Codes { scale: "long".to_owned(), count: MOST_CODES + 1 }]);
}
