//! Nothing is found in the examples and in what ships with the tool.

use std::collections::BTreeSet;

use enquire::{Unread, catalogue};

use crate::outcome::{codes, none_failed, told};
use crate::place::{entries, files_under, name, project};
use crate::texts::Texts;

/// Every example, library and standard, with its name.
pub(crate) fn examples() -> Vec<(String, Texts)> {
    let folders = entries(&project("examples")).into_iter().filter(|it| it.is_dir());
    let mut all: Vec<(String, Texts)> =
        folders.map(|it| (format!("examples/{}", name(&it)), Texts::of_folder(&it))).collect();
    for library in catalogue::libraries() {
        all.push((library.to_owned(), using(&format!("use library {library}\n"))));
    }
    for symbol in catalogue::standards() {
        all.push((symbol.to_owned(), declaring(symbol)));
    }
    all
}

#[test]
fn nothing_is_found_in_examples_and_catalogue() {
    let mut failures = Vec::new();
    for (name, texts) in examples() {
        let compilation = texts.compile();
        if !codes(&compilation).is_empty() {
            failures.push(format!("{name}\n{}", told(&compilation)));
        }
    }
    none_failed(&failures);
}

#[test]
fn every_file_of_the_catalogue_ships() {
    let libraries = catalogue::libraries().filter_map(catalogue::library);
    let standards = catalogue::standards().filter_map(catalogue::standard);
    let shipped: BTreeSet<String> =
        libraries.chain(standards).map(|it| it.path.trim_start_matches("enquire:").to_owned()).collect();
    let root = project("crates/catalogue");
    let written: BTreeSet<String> = files_under(&root, "enq")
        .iter()
        .map(|it| it.strip_prefix(&root).unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(shipped, written);
}

/// An instrument with the clause `using`, and a question.
fn using(clause: &str) -> Texts {
    let text =
        format!("{}{clause}question ready \"Is a law in force?\" {{\n  answer yes_no\n}}\n", crate::samples::HEADER);
    let mut texts = Texts::default();
    texts.insert("instrument.enq", Ok(text.into_bytes()));
    texts
}

/// An instrument that declares the standard itself, so that the catalogue's text is judged like an author's.
fn declaring(symbol: &str) -> Texts {
    let mut texts = using("use \"standard.enq\"\n");
    let shipped = catalogue::standard(symbol).ok_or(Unread::NotFound);
    texts.insert("standard.enq", shipped.map(|it| it.text.as_bytes().to_vec()));
    texts
}
