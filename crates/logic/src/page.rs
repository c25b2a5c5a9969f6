//! The examples of the page on expressions, line by line.
//!
//! Each example is built here and evaluated; the line that the page has to show is made of what it is found to be. A
//! line that only one side has fails.

mod aggregates;
mod fixture;
mod operators;
mod states;
mod truths;
mod values;

use std::collections::BTreeSet;

use enquire_model::Expression;

use crate::{Evaluator, Outcome, Scope, Value, evaluate, type_of};

/// What is written, the same as an expression, and what it is.
type Example = (&'static str, Expression, &'static str);

fn page() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/expressions.md");
    std::fs::read_to_string(path).unwrap()
}

/// The first two cells of every line of the examples.
fn lines_of_page() -> BTreeSet<(String, String)> {
    let page = page();
    let (_, examples) = page.split_once("## Every rule by example").unwrap();
    let (_, examples) = examples.split_once("### Names and parts").unwrap();
    let (examples, _) = examples.split_once("## Every operator").unwrap();
    let cells = |line: &str| {
        let mut cells = line.trim_matches('|').split('|').map(str::trim);
        Some((cells.next()?.strip_prefix('`')?.strip_suffix('`')?.to_owned(), cells.next()?.to_owned()))
    };
    // The table of figures has five columns and is no list of examples.
    let is_example = |line: &&str| line.starts_with("| `") && line.matches('|').count() == 4;
    examples.lines().filter(is_example).filter_map(cells).collect()
}

/// Asks of the page that it has the table of these heads and rows, whole.
fn has_table(heads: &[String], rows: &[Vec<String>]) {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | ")).replace("|  |", "| |");
    let rule = format!("|{}\n", "---|".repeat(heads.len()));
    let table: String = std::iter::once(line(heads)).chain([rule]).chain(rows.iter().map(|row| line(row))).collect();
    assert!(page().contains(&format!("\n\n{table}\n")), "the page lacks this table:\n\n{table}");
}

fn shown(outcome: &Outcome) -> String {
    match outcome {
        None => "undefined".to_owned(),
        Some(Value::Truth(truth)) => truth.to_string(),
        Some(Value::Number(number) | Value::Amount { amount: number, .. }) => number.to_string(),
        Some(Value::Text(text)) => format!("\"{text}\""),
        Some(Value::Date(date)) => date.to_string(),
        Some(Value::Choice(code)) => code.clone(),
        Some(other) => format!("{other:?}"),
    }
}

#[test]
fn every_example_is_what_the_page_says() {
    let instrument = fixture::instrument();
    let evaluation = Evaluator::new(&instrument).evaluate(&fixture::reply());
    let examples: Vec<Example> = operators::examples().into_iter().chain(aggregates::examples()).collect();
    let mut lines = BTreeSet::new();
    for (written, expression, expected) in examples {
        let found = shown(&evaluate(&expression, &evaluation));
        assert_eq!(found, expected, "{written}");
        assert!(lines.insert((written.to_owned(), found)), "{written} is there twice");
    }
    assert_eq!(lines, lines_of_page());
}

#[test]
fn every_example_has_a_type_except_where_the_page_says_so() {
    let instrument = fixture::instrument();
    let scope = Scope::of(&instrument);
    for (written, expression, _) in operators::examples().into_iter().chain(aggregates::examples()) {
        let mut faults = Vec::new();
        type_of(&expression, &scope, &mut faults);
        assert_eq!(faults.is_empty(), written != "cost + grant", "{written}: {faults:?}");
    }
}
