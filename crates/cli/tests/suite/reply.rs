//! `enquire reply check`: where replies come from, what is said of them, and how it ends.

use insta::assert_snapshot;

use crate::scratch::{Scratch, text};

/// A reply to the survey with these answers.
fn reply(name: &str, answers: &str) -> String {
    format!(
        r#"{{"instrument": "survey/1.0.0", "respondent": {{"class": "member_states", "name": "{name}"}}, "as_at": "2025-01-31", "language": "en", "round": 1, "answers": {answers}}}"#
    )
}

/// An instrument, a folder of replies, and files with one reply a line and with a list.
fn replies() -> Scratch {
    let two = [reply("XAA", r#"{"redress": "yes"}"#), String::new(), reply("XBB", r#"{"redress": "maybe"}"#)];
    Scratch::with_survey()
        .file("survey/replies/a.json", reply("XCC", "{}"))
        .file("survey/replies/more/b.json", reply("XDD", r#"{"redres": "yes"}"#))
        .file("survey/replies/more/notes.txt", "no reply")
        .file("lines.ndjson", two.join("\n"))
        .file("list.json", format!("[{},\n{}]", reply("XEE", "{}"), reply("XFF", r#"{"redress": 3}"#)))
}

#[test]
fn a_reply_that_fits_is_said_to_be_valid() {
    let scratch = replies();
    let told = scratch.told(&["reply", "check", "survey/replies/a.json"]);
    assert!(told.contains("1 reply to survey 1.0.0: valid\n--- exit 0"), "{told}");
}

#[test]
fn a_folder_is_summed_up() {
    assert_snapshot!(replies().told(&[
        "reply",
        "check",
        "survey/replies",
        "lines.ndjson",
        "list.json",
        "--instrument",
        "survey"
    ]));
}

#[test]
fn the_standard_input_has_a_reply_a_line() {
    let input = format!("{}\n{}\n{{\n", reply("XAA", "{}"), reply("XBB", r#"{"redress": null}"#));
    assert_snapshot!(replies().fed(&["reply", "check", "-", "--instrument", "survey", "--format", "short"], &input));
}

#[test]
fn programs_are_told_the_place_in_the_reply() {
    let output = replies().output(&["reply", "check", "lines.ndjson", "--instrument", "survey", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&text(&output.stdout)).unwrap();
    let found = &told["diagnostics"][0];
    assert_eq!(found["pointer"], "/answers/redress");
    assert_eq!(found["element"], "redress");
    assert_eq!(found["primary"]["start"]["line"], 3);
    assert_eq!(told["replies"]["replies"], 2);
    assert_eq!(told["replies"]["invalid"], 1);
    assert_eq!(told["replies"]["respondents"][0]["name"], "XBB");
}

#[test]
fn what_cannot_be_read_is_said() {
    let scratch = replies().file("bytes.json", [b'"', 0xff, b'"']).file("empty/none.txt", "");
    let told = |replies: &str| scratch.told(&["reply", "check", replies, "--instrument", "survey"]);
    assert_snapshot!([told("bytes.json"), told("nowhere.json"), told("empty")].join("\n"));
    assert_snapshot!(scratch.told(&["reply", "check", "lines.ndjson"]));
}
