//! `enquire fmt`: files in the one layout.

use insta::assert_snapshot;

use crate::scratch::{SURVEY, Scratch};

/// The survey in another layout.
fn loose() -> String {
    SURVEY.replace("  answer", "      answer").replace("title       ", "title ")
}

#[test]
fn files_below_a_folder_are_laid_out() {
    let scratch = Scratch::with_survey()
        .file("a/b/loose.enq", loose())
        .file("a/.hidden/loose.enq", loose())
        .file("a/other.txt", loose());
    assert_snapshot!(scratch.told(&["fmt"]));
    assert_eq!(scratch.read("a/b/loose.enq"), SURVEY);
    assert_eq!(scratch.read("a/.hidden/loose.enq"), loose());
    assert_eq!(scratch.read("a/other.txt"), loose());
    assert_eq!(scratch.exit(&["fmt", "--check"]), Some(0));
}

#[test]
fn check_names_the_files_and_changes_nothing() {
    let scratch = Scratch::with_survey().file("loose.enq", loose());
    assert_snapshot!(scratch.told(&["fmt", "--check", "survey", "loose.enq"]));
    assert_eq!(scratch.read("loose.enq"), loose());
}

#[test]
fn diff_shows_what_would_change() {
    let scratch = Scratch::new().file("loose.enq", loose());
    assert_snapshot!(scratch.told(&["fmt", "--diff", "loose.enq"]));
    assert_eq!(scratch.read("loose.enq"), loose());
}

#[test]
fn files_that_cannot_be_read_are_left_alone() {
    let broken = "question q \"Q\" {\n      answer yes_no\n";
    let scratch = Scratch::new().file("a/broken.enq", broken).file("a/loose.enq", loose());
    assert_snapshot!(scratch.told(&["fmt", "a", "--format", "short"]));
    assert_eq!(scratch.read("a/broken.enq"), broken);
    assert_eq!(scratch.read("a/loose.enq"), SURVEY);
}

#[test]
fn the_standard_input_is_laid_out_on_the_standard_output() {
    let scratch = Scratch::new();
    assert_snapshot!(scratch.fed(&["fmt", "-"], &loose()));
    assert_snapshot!(scratch.fed(&["fmt", "-", "--format", "short"], "question {"));
    assert!(scratch.fed(&["fmt", "-", "--check"], &loose()).ends_with("--- exit 1\n"));
    assert!(scratch.fed(&["fmt", "-", "--check"], SURVEY).ends_with("--- exit 0\n"));
}

#[test]
fn a_folder_without_files() {
    assert_snapshot!(Scratch::new().told(&["fmt", "--quiet"]));
}
