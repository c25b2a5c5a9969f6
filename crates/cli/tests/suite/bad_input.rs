//! Input that is no instrument: a finding names the place and the cure, and the exit code is 3.

use insta::assert_snapshot;

use crate::scratch::{SURVEY, Scratch};

#[test]
fn an_empty_file() {
    let scratch = Scratch::new().file("a.enq", "");
    assert_snapshot!(scratch.told(&["check", "a.enq"]));
}

#[test]
fn a_folder_without_an_instrument() {
    let scratch = Scratch::new().file("inner/a.enq", SURVEY);
    assert_snapshot!(scratch.told(&["check", "."]));
}

#[test]
fn a_path_that_is_not_there() {
    assert_snapshot!(Scratch::new().told(&["check", "nowhere"]));
}

#[test]
fn a_binary_file() {
    let scratch = Scratch::new().file("a.enq", b"PK\x03\x04\x00\x00abc");
    assert_snapshot!(scratch.told(&["check", "a.enq"]));
}

#[test]
fn a_file_in_another_encoding() {
    let scratch = Scratch::new().file("a.enq", b"// caf\xe9\n");
    assert_snapshot!(scratch.told(&["check", "a.enq"]));
}

#[test]
fn a_file_of_50_mb() {
    let scratch = Scratch::new();
    let file = std::fs::File::create(scratch.path("a.enq")).unwrap();
    file.set_len(50 * 1024 * 1024).unwrap();
    assert_snapshot!(scratch.told(&["check", "a.enq"]));
}

#[test]
fn ten_thousand_open_braces() {
    let text = format!("section a \"b\" {{\n{}", "{\n".repeat(10_000));
    let scratch = Scratch::new().file("a.enq", text);
    assert_snapshot!(scratch.told(&["check", "a.enq"]));
}

#[test]
fn two_instruments_in_a_folder() {
    let scratch = Scratch::new().file("two/a.enq", SURVEY).file("two/b.enq", SURVEY);
    assert_snapshot!(scratch.told(&["check", "two"]));
}

#[test]
fn files_that_use_each_other() {
    let scratch = Scratch::new()
        .file("a/a.enq", format!("{SURVEY}use \"b.enq\"\n"))
        .file("a/b.enq", "use \"inner/c.enq\"\n")
        .file("a/inner/c.enq", "use \"../b.enq\"\n");
    assert_snapshot!(scratch.told(&["check", "a"]));
}

#[test]
fn a_used_file_that_is_not_there() {
    let scratch = Scratch::new().file("a/a.enq", format!("{SURVEY}use \"sections/b.enq\"\n"));
    assert_snapshot!(scratch.told(&["check", "a"]));
}

#[test]
fn a_folder_that_is_called_like_a_file() {
    let scratch = Scratch::new();
    std::fs::create_dir_all(scratch.path("a/x.enq")).unwrap();
    assert_snapshot!(scratch.told(&["check", "a"]));
}

#[test]
fn a_part_of_an_instrument() {
    let scratch = Scratch::new().file("a.enq", "section s \"S\" {\n}\n");
    assert_snapshot!(scratch.told(&["check", "a.enq"]));
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere() {
    let scratch = Scratch::new().file("a/x", "");
    std::os::unix::fs::symlink("b.enq", scratch.path("a/a.enq")).unwrap();
    std::os::unix::fs::symlink("a.enq", scratch.path("a/b.enq")).unwrap();
    assert_snapshot!(scratch.told(&["check", "a/a.enq"]));
}

#[test]
fn every_command_that_reads_instruments_says_the_same() {
    let scratch = Scratch::new().file("a.enq", "");
    for arguments in [["check", "a.enq"], ["build", "a.enq"]] {
        assert_eq!(scratch.exit(&arguments), Some(3), "{arguments:?}");
    }
    assert_eq!(scratch.exit(&["fmt", "nowhere"]), Some(3));
    assert_eq!(scratch.names("."), ["a.enq"]);
}
