//! `enquire new`: an instrument to begin with.

use insta::assert_snapshot;

use crate::scratch::{Scratch, text};

#[test]
fn begins_an_instrument_without_findings_that_can_be_built() {
    let scratch = Scratch::new();
    assert_snapshot!(scratch.told(&["new", "prison_health"]));
    assert_snapshot!(scratch.told(&["check", "prison_health", "--fail-on", "warning"]));
    assert_eq!(scratch.exit(&["build", "prison_health"]), Some(0));
    assert_eq!(scratch.exit(&["fmt", "--check", "prison_health"]), Some(0));
}

#[test]
fn takes_the_title_as_it_is() {
    let scratch = Scratch::new();
    let title = r#"On "health" \ in prisons"#;
    assert_eq!(scratch.exit(&["new", "a/Prison health", "--title", title]), Some(0));
    assert_eq!(scratch.exit(&["build", "a/Prison health"]), Some(0));
    let labels = scratch.read("out/labels.en.json");
    assert!(labels.contains(r#""title": "On \"health\" \\ in prisons""#), "{labels}");
    assert!(labels.contains("\"prison_health/1.0.0\""));
}

#[test]
fn refuses_what_would_not_be_right() {
    let scratch = Scratch::new();
    assert_snapshot!(scratch.told(&["new", "a", "--title", "About {question q}"]));
    assert_snapshot!(scratch.told(&["new", "2024"]));
    assert!(scratch.names(".").is_empty());
}

#[test]
fn overwrites_nothing() {
    let scratch = Scratch::with_survey();
    assert_snapshot!(scratch.told(&["new", "survey"]));
    let here = scratch.output(&["new", "."]);
    assert!(here.status.success() == scratch.path("instrument.enq").exists(), "{}", text(&here.stderr));
}
