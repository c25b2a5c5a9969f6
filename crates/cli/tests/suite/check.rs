//! `enquire check`: what it says, in which form, and how it ends.

use insta::assert_snapshot;

use crate::scratch::{SURVEY, Scratch, text};

/// An error and a warning.
const FAULTY: &str = r#"instrument faulty version 1.0.0 {
  title       "Assistance to victims of crime"
  languages   en
  period      2024 to 2025
  nonresponse not_known "Not known"
}
question redress "Can victims claim redress in court?" {
  answer yes_no
}
question redress "Is redress paid within a year?" {
  answer yes_no
}
question not_paid "Is redress paid in full?" {
  answer yes_no
}
question paid "Is redress paid in full?" {
  answer yes_no
}
"#;

/// A warning.
fn warned() -> String {
    format!("{SURVEY}scale extent {{ yes \"Yes\"  no \"No\" }}\n")
}

#[test]
fn says_what_was_checked() {
    assert_snapshot!(Scratch::with_survey().told(&["check", "survey"]));
}

#[test]
fn says_how_much_of_a_standard_is_asked_about() {
    let survey = r#"
standard "X/1" {
  title "Principles of redress"
  short "Principles"
  provision 1 "purpose" {
    obligation none
  }
  provision 2 "redress"
  provision 3 "information" {
    provision (a) "on the case"
    provision (b) "on services"
  }
}
instrument survey version 2.1.0 {
  title       "Assistance to victims of crime"
  languages   en
  period      2024 to 2025
  nonresponse not_known "Not known"
  allow       provision-not-asked "Information is asked about elsewhere."
}
use standard "X/1" as principles
question redress "Can victims claim redress in court?" {
  cites  principles 2, 3(a)
  answer yes_no
}
"#;
    let scratch = Scratch::new().file("a.enq", survey);
    assert_snapshot!(scratch.told(&["check", "a.enq"]));
}

#[test]
fn the_present_folder_is_meant_if_none_is_named() {
    let scratch = Scratch::new().file("faulty.enq", FAULTY);
    assert_snapshot!(scratch.told(&["check", "--format", "short"]));
}

#[test]
fn several_instruments_are_told_in_one_document() {
    let scratch = Scratch::with_survey().file("faulty/a.enq", FAULTY).file("b.enq", FAULTY);
    assert_snapshot!(scratch.told(&["check", "survey", "faulty/", "./b.enq", "--format", "short"]));
    let output = scratch.output(&["check", "survey", "faulty", "b.enq", "--format", "json"]);
    let json = text(&output.stdout);
    assert_eq!(json.matches("\"format_version\"").count(), 1);
    assert!(json.contains("\"faulty/a.enq\"") && json.contains("\"b.enq\""), "{json}");
}

#[test]
fn quiet_says_nothing_but_findings() {
    let scratch = Scratch::with_survey().file("faulty.enq", FAULTY);
    assert_snapshot!(scratch.told(&["check", "survey", "--quiet"]));
    assert_snapshot!(scratch.told(&["check", "survey", "faulty.enq", "-q", "--format", "short"]));
}

#[test]
fn what_is_not_shown_is_counted() {
    let scratch = Scratch::new().file("faulty.enq", FAULTY);
    assert_snapshot!(scratch.told(&["check", "faulty.enq", "--max-findings", "1", "--format", "short"]));
}

#[test]
fn warnings_count_if_they_are_meant_to() {
    let scratch = Scratch::new().file("a.enq", warned());
    assert_eq!(scratch.exit(&["check", "a.enq"]), Some(0));
    assert_eq!(scratch.exit(&["check", "a.enq", "--fail-on", "warning"]), Some(1));
    assert_eq!(scratch.exit(&["build", "a.enq", "--fail-on", "warning"]), Some(1));
    assert!(scratch.path("out/instrument.json").exists());
}

#[test]
fn every_format_names_the_code_and_the_place() {
    let scratch = Scratch::new().file("faulty.enq", FAULTY);
    for format in ["human", "short", "plain", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"] {
        let output = scratch.output(&["check", "faulty.enq", "--format", format]);
        let told = text(&output.stdout);
        assert!(told.contains("duplicate-name") && told.contains("faulty.enq"), "{format}: {told}");
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert!(output.stderr.is_empty(), "{format}");
    }
}

#[test]
fn documents_are_complete_without_findings() {
    let scratch = Scratch::with_survey();
    let json = text(&scratch.output(&["check", "survey", "--format", "json"]).stdout);
    assert!(json.starts_with('{') && json.contains("\"diagnostics\": []"), "{json}");
    let output = scratch.output(&["check", "survey", "--format", "sarif"]);
    assert!(text(&output.stdout).contains("\"results\": []"));
}

#[test]
fn colours_are_used_only_where_they_are_wanted() {
    let scratch = Scratch::new().file("faulty.enq", FAULTY);
    let colored = |arguments: &[&str]| text(&scratch.output(arguments).stdout).contains('\u{1b}');
    assert!(!colored(&["check", "faulty.enq", "--format", "human"]));
    assert!(!colored(&["check", "faulty.enq", "--format", "human", "--color", "never"]));
    assert!(colored(&["check", "faulty.enq", "--format", "human", "--color", "always"]));
    assert!(colored(&["explain", "duplicate-name", "--color", "always"]));
    assert!(!colored(&["explain", "duplicate-name"]));
}

#[test]
fn counts_are_handed_on_to_the_steps_of_a_workflow() {
    let scratch = Scratch::new().file("faulty.enq", FAULTY).file("outputs", "before=1\n");
    let mut command = scratch.command(&["check", "faulty.enq", "--format", "github"]);
    command.env("GITHUB_OUTPUT", scratch.path("outputs")).output().unwrap();
    let outputs = scratch.read("outputs");
    assert!(outputs.starts_with("before=1\nerrors=1\nwarnings=1\n"), "{outputs}");
}

#[test]
fn paths_are_told_without_detours() {
    let scratch = Scratch::new()
        .file("a/b/a.enq", format!("{SURVEY}use \"../shared.enq\"\n"))
        .file("a/shared.enq", "scale extent { yes \"Yes\"  no \"No\" }\n");
    let told = scratch.told(&["check", "a/b/../b", "--format", "short"]);
    assert!(told.contains("\na/shared.enq:1:"), "{told}");
}
