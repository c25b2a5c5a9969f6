//! `enquire check --fix`: repairs in the files.

use insta::assert_snapshot;

use crate::scratch::{SURVEY, Scratch};

/// A clause on the line of another, which is repaired safely, and an option that the scale does not have, whose repair may
/// change the meaning.
const REPAIRABLE: &str = r#"instrument survey version 1.0.0 {
  title       "Assistance to victims of crime"
  languages   en
  period      2024 to 2025
  nonresponse not_known "Not known"
}
question redress "Can victims claim redress in court?" {
  answer yes_no  guidance "Count every court."
}
when redress = yess {
  question fee "Is a fee due?" {
    answer yes_no
  }
}
"#;

#[test]
fn safe_repairs_are_made_and_the_others_are_named() {
    let scratch = Scratch::new().file("a.enq", REPAIRABLE);
    assert_snapshot!(scratch.told(&["check", "--fix", "a.enq", "--format", "short"]));
    assert_snapshot!(scratch.read("a.enq"));
}

#[test]
fn unsafe_repairs_are_made_if_they_are_wanted() {
    let scratch = Scratch::new().file("a.enq", REPAIRABLE);
    assert_snapshot!(scratch.told(&["check", "--fix", "--unsafe", "a.enq", "--format", "short"]));
    assert!(scratch.read("a.enq").contains("when redress = yes {"));
}

#[test]
fn what_is_right_is_left_alone() {
    let scratch = Scratch::with_survey();
    assert_snapshot!(scratch.told(&["check", "--fix", "survey"]));
    assert_eq!(scratch.read("survey/instrument.enq"), SURVEY);
}

#[test]
fn unsafe_alone_is_wrong_use() {
    assert_eq!(Scratch::with_survey().exit(&["check", "--unsafe", "survey"]), Some(2));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new().file("real.enq", REPAIRABLE);
    std::fs::set_permissions(scratch.path("real.enq"), PermissionsExt::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("real.enq", scratch.path("a.enq")).unwrap();
    scratch.exit(&["check", "--fix", "a.enq"]);
    assert_ne!(scratch.read("real.enq"), REPAIRABLE);
    assert!(scratch.path("a.enq").is_symlink());
    let mode = scratch.path("real.enq").metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}
