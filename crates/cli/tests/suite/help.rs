//! The pages of the command line, which stay as they are.

use insta::assert_snapshot;

use crate::scratch::{Scratch, text};

fn help(arguments: &[&str]) -> String {
    let output = Scratch::new().output(arguments);
    assert!(output.status.success());
    text(&output.stdout)
}

#[test]
fn the_page_of_the_program() {
    assert_snapshot!(help(&["--help"]));
}

#[test]
fn the_page_of_a_command() {
    assert_snapshot!(help(&["check", "--help"]));
}

#[test]
fn every_command_has_a_page_with_its_use() {
    for command in ["check", "build", "fmt", "explain", "new", "schema", "completions"] {
        assert!(help(&["help", command]).contains(&format!("Usage: enquire {command} [OPTIONS]")), "{command}");
    }
}

#[test]
fn wrong_use_ends_with_2() {
    let scratch = Scratch::with_survey();
    for arguments in [&[][..], &["chek"], &["check", "--format", "xml"], &["check", "--max-findings", "many"], &["new"]]
    {
        assert_eq!(scratch.exit(arguments), Some(2), "{arguments:?}");
    }
    assert_snapshot!(scratch.told(&["check", "survey", "--colour", "never"]));
}

#[test]
fn shells_can_complete() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(help(&["completions", shell]).contains("max-findings"), "{shell}");
    }
}
