//! The blocks of a form.

use enquire_form::Form;
use enquire_form::document::{Block, Direction, Document};
use enquire_model::{Instrument, Status};

use crate::outline::outline;
use crate::sample::{self, is};

#[test]
fn every_construct() {
    insta::assert_snapshot!(outline(&Form::of(&sample::instrument())));
}

#[test]
fn an_approved_instrument_without_extras_is_short() {
    let question = sample::question("law", "Is there a law on redress?", enquire_model::Answer::YesNo);
    let instrument = Instrument {
        status: Status::Approved,
        category: None,
        mandates: Vec::new(),
        period: None,
        deadline: None,
        return_to: None,
        scope: None,
        guidance: None,
        contact: None,
        sign_off: None,
        comments: false,
        nonresponses: Vec::new(),
        terms: indexmap::IndexMap::new(),
        items: vec![sample::item(question)],
        ..sample::instrument()
    };
    insta::assert_snapshot!(outline(&Form::of(&instrument)));
}

/// Every key by which a filled form finds its way into a reply is there once, but for the boxes of one answer.
#[test]
fn keys_of_blanks_are_unique() {
    let text = outline(&Form::of(&sample::instrument()));
    let keys = text
        .lines()
        .filter_map(|line| line.trim().split(": ").next())
        .filter(|key| key.contains('/') && !key.contains(' '));
    let mut keys: Vec<&str> = keys.collect();
    let count = keys.len();
    assert!(count > 40, "{count}");
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), count);
}

fn skips(condition: enquire_model::Expression) -> Vec<String> {
    let asked = |id: &str| sample::item(sample::question(id, "What else?", sample::one_line()));
    let first = sample::question("fund", "Is there a fund?", enquire_model::Answer::YesNo);
    let first = enquire_model::Question { nonresponses: vec![sample::name("not_known")], ..first };
    let items = vec![sample::item(first), sample::when(condition, vec![asked("one"), asked("two")]), asked("three")];
    let document = Form::of(&Instrument { items, ..sample::instrument() });
    let found = document.blocks.iter().find_map(|block| {
        let Block::Question(question) = block else { return None };
        Some(question.skips.iter().map(enquire_form::document::Line::plain).collect())
    });
    found.unwrap()
}

#[test]
fn a_skip_is_said_where_it_is_exactly_right() {
    assert_eq!(
        skips(is::equal("fund", "yes")),
        ["If you answered “No” or “Information not available”, go on to question 4."]
    );
    let otherwise = is::compare(is::answer("fund"), enquire_model::Comparison::NotEqual, is::choice("yes"));
    assert_eq!(skips(otherwise), ["If you answered “Yes” or “Information not available”, go on to question 4."]);
    let with_more = is::and(vec![is::equal("fund", "yes"), is::state("fund", enquire_model::StateTest::Answered)]);
    assert_eq!(skips(with_more), ["If you answered “No” or “Information not available”, go on to question 4."]);
}

#[test]
fn a_skip_that_could_be_wrong_is_not_said() {
    assert!(skips(is::or(vec![is::equal("fund", "yes"), is::equal("redress", "yes")])).is_empty());
    assert!(skips(is::state("fund", enquire_model::StateTest::Answered)).is_empty());
}

#[test]
fn arabic_runs_from_right_to_left() {
    let instrument = Instrument { languages: vec!["ar".to_owned()], ..sample::instrument() };
    assert_eq!(Form::of(&instrument).direction, Direction::RightToLeft);
}

#[test]
fn the_tree_is_plain_data() {
    let document = Form::of(&sample::instrument());
    let json = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&json).unwrap(), document);
}
