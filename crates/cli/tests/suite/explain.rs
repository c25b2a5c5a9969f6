//! `enquire explain` and `enquire schema`.

use insta::assert_snapshot;

use crate::scratch::{Scratch, text};

#[test]
fn a_code_has_a_page() {
    assert_snapshot!(Scratch::new().told(&["explain", "no-instrument"]));
    let output = Scratch::new().output(&["explain", "no-instrument", "--format", "markdown"]);
    assert!(text(&output.stdout).starts_with("# no-instrument\n"));
}

#[test]
fn an_unknown_code_is_near_to_another() {
    assert_snapshot!(Scratch::new().told(&["explain", "no-instruments"]));
    assert_snapshot!(Scratch::new().told(&["explain", "something else"]));
}

#[test]
fn every_code_is_listed() {
    let scratch = Scratch::new();
    let list = text(&scratch.output(&["explain", "codes"]).stdout);
    let codes: Vec<_> = list.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    assert!(codes.len() > 50, "{list}");
    for code in codes {
        assert_eq!(scratch.exit(&["explain", code]), Some(0), "{code}");
    }
}

#[test]
fn what_ships_is_listed_and_printed() {
    let scratch = Scratch::new();
    let libraries = text(&scratch.output(&["explain", "libraries"]).stdout);
    assert!(libraries.contains("un_blocks  Standard blocks"), "{libraries}");
    let library = text(&scratch.output(&["explain", "libraries", "un_blocks"]).stdout);
    assert!(library.starts_with("library un_blocks"));
    let standards = text(&scratch.output(&["explain", "standards"]).stdout);
    assert!(standards.contains("A/RES/40/34\n  Declaration of Basic Principles"), "{standards}");
    assert!(standards.contains("compare them\nbefore you rely on them"), "{standards}");
    let standard = text(&scratch.output(&["explain", "standards", "A/RES/40/34"]).stdout);
    assert!(standard.contains("    6(a)  ") && standard.contains("; from memory)"), "{standard}");
}

#[test]
fn unknown_names_are_wrong_use() {
    let scratch = Scratch::new();
    assert_snapshot!(scratch.told(&["explain", "libraries", "nothing"]));
    assert_snapshot!(scratch.told(&["explain", "duplicate-name", "more"]));
    assert_snapshot!(scratch.told(&["explain", "duplicate-name", "--format", "sarif"]));
}

#[test]
fn schemas_are_printed() {
    for of in ["diagnostics", "instrument", "labels", "paths"] {
        let output = Scratch::new().output(&["schema", of]);
        assert!(text(&output.stdout).contains("\"$schema\""), "{of}");
    }
}
