//! Numbers and the words that refer to them.

use enquire_form::Numbers;
use enquire_model::{Instrument, Item, Numbering, Scheme};

use crate::sample;

fn numbers(instrument: &Instrument) -> String {
    let numbers = Numbers::of(instrument);
    let mut ids: Vec<String> = instrument.sections().iter().map(|section| section.id.to_string()).collect();
    ids.extend(instrument.questions().iter().map(|asked| asked.question.id.to_string()));
    ids.extend(instrument.computed().iter().map(|computed| computed.id.to_string()));
    let line = |id: &String| {
        let (own, whole) = (numbers.own(id).unwrap_or("-"), numbers.number(id).unwrap_or("-"));
        format!("{id}: {own} | {whole} | {}", numbers.reference(id).unwrap())
    };
    ids.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Sections within sections and sub-questions within sub-questions, four levels of each.
fn deep() -> Instrument {
    let asked = |id: &str, items: Vec<Item>| {
        let question = sample::question(id, &format!("What is {id}?"), sample::one_line());
        sample::item(enquire_model::Question { items, ..question })
    };
    let part = |id: &str, items: Vec<Item>| Item::Section(sample::section(id, &format!("Part {id}"), items));
    let innermost = part("s1111", vec![asked("q2", vec![])]);
    let inner = part("s11", vec![part("s111", vec![innermost])]);
    let questions =
        asked("q1", vec![asked("q1a", vec![]), asked("q1b", vec![asked("q1b1", vec![asked("q1b1a", vec![])])])]);
    Instrument {
        items: vec![part("s1", vec![questions, inner]), part("s2", vec![asked("q3", vec![])])],
        ..sample::instrument()
    }
}

#[test]
fn usual() {
    insta::assert_snapshot!(numbers(&sample::instrument()));
}

#[test]
fn deep_levels() {
    insta::assert_snapshot!(numbers(&deep()));
}

#[test]
fn other_schemes() {
    let numbering = Numbering {
        sections: Scheme::Arabic,
        subsections: Scheme::Arabic,
        questions: Scheme::Roman,
        subquestions: Scheme::Arabic,
        items: Scheme::Upper,
    };
    insta::assert_snapshot!(numbers(&Instrument { numbering, ..deep() }));
}

#[test]
fn without_numbers() {
    let numbering = Numbering { sections: Scheme::None, questions: Scheme::None, ..Numbering::default() };
    insta::assert_snapshot!(numbers(&Instrument { numbering, ..deep() }));
}

#[test]
fn unknown_ids_have_no_number() {
    let numbers = Numbers::of(&sample::instrument());
    assert_eq!(numbers.number("nowhere"), None);
    assert_eq!(numbers.reference("nowhere"), None);
}
