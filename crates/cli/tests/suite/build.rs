//! `enquire build`: all is written or nothing.

use std::fs;

use insta::assert_snapshot;

use crate::scratch::{SURVEY, Scratch, text};

/// Every output of the survey.
const OUTPUTS: [&str; 7] = [
    "form.en.html",
    "form.en.schema.json",
    "form.en.uischema.json",
    "instrument.json",
    "labels.en.json",
    "reply.schema.json",
    "rules.json",
];

#[test]
fn writes_every_output_and_says_so() {
    let scratch = Scratch::with_survey();
    assert_snapshot!(scratch.told(&["build", "survey"]));
    assert_eq!(scratch.names("out"), OUTPUTS);
    for name in OUTPUTS {
        assert!(scratch.read(&format!("out/{name}")).contains("victims"), "{name}");
    }
}

#[test]
fn the_example_can_be_built_with_its_report() {
    let scratch = Scratch::new();
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/victim_issues");
    assert_eq!(scratch.exit(&["build", example, "--quiet"]), Some(0));
    let mut expected = OUTPUTS.to_vec();
    expected.extend(["report.en.html", "report.en.md"]);
    expected.sort_unstable();
    assert_eq!(scratch.names("out"), expected);
}

#[test]
fn equal_instruments_give_equal_bytes_and_leave_the_files_alone() {
    let scratch = Scratch::with_survey();
    scratch.exit(&["build", "survey"]);
    let before = fs::metadata(scratch.path("out/form.en.html")).unwrap().modified().unwrap();
    assert_snapshot!(scratch.told(&["build", "survey"]));
    assert_eq!(fs::metadata(scratch.path("out/form.en.html")).unwrap().modified().unwrap(), before);
    scratch.exit(&["build", "survey", "--out", "deep/other"]);
    for name in OUTPUTS {
        assert_eq!(scratch.read(&format!("out/{name}")), scratch.read(&format!("deep/other/{name}")));
    }
}

#[test]
fn an_instrument_with_errors_leaves_everything_as_it_was() {
    let scratch = Scratch::with_survey();
    scratch.exit(&["build", "survey"]);
    let before = scratch.read("out/instrument.json");
    scratch.write("survey/instrument.enq", SURVEY.replace("yes_no", "yes_or_no"));
    assert_snapshot!(scratch.told(&["build", "survey", "--format", "short"]));
    assert_eq!(scratch.read("out/instrument.json"), before);
    scratch.write("survey/instrument.enq", SURVEY);
    scratch.write("wrong.enq", "question {");
    assert_eq!(scratch.exit(&["build", "survey", "wrong.enq", "--out", "both"]), Some(3));
    assert!(!scratch.path("both").exists());
}

#[test]
fn files_of_others_stay() {
    let scratch = Scratch::with_survey().file("out/mine.txt", "mine").file("out/report.fr.md", "old");
    scratch.exit(&["build", "survey"]);
    assert_eq!(scratch.names("out").len(), OUTPUTS.len() + 2);
    assert_eq!(scratch.read("out/mine.txt"), "mine");
}

#[test]
fn a_file_that_cannot_be_replaced_leaves_everything_as_it_was() {
    let scratch = Scratch::with_survey().file("out/instrument.json/foreign", "x").file("out/labels.en.json", "old");
    assert_snapshot!(scratch.told(&["build", "survey"]));
    assert_eq!(scratch.names("out"), ["instrument.json", "labels.en.json"]);
    assert_eq!(scratch.read("out/labels.en.json"), "old");
}

#[test]
fn an_output_folder_that_is_a_file() {
    let scratch = Scratch::with_survey().file("taken", "x");
    assert_snapshot!(scratch.told(&["build", "survey", "--quiet", "--out", "taken"]));
    assert_eq!(scratch.read("taken"), "x");
}

#[test]
fn several_instruments_have_a_folder_each() {
    let other = SURVEY.replace("instrument survey", "instrument other");
    let scratch = Scratch::with_survey().file("other.enq", other);
    assert_eq!(scratch.exit(&["build", "survey", "other.enq"]), Some(0));
    assert_eq!(scratch.names("out"), ["other", "survey"]);
    assert_eq!(scratch.names("out/other"), OUTPUTS);
}

#[test]
fn two_instruments_of_one_name_are_not_written_over_each_other() {
    let scratch = Scratch::with_survey().file("again.enq", SURVEY);
    assert_snapshot!(scratch.told(&["build", "survey", "again.enq", "--quiet"]));
    assert!(!scratch.path("out").exists());
}

#[test]
fn what_programs_read_holds_only_findings() {
    let scratch = Scratch::with_survey();
    let output = scratch.output(&["build", "survey", "--format", "json"]);
    assert!(text(&output.stdout).trim_end().ends_with('}'));
    assert!(text(&output.stderr).starts_with("built "));
}
