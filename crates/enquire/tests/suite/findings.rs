//! Every case gives the findings it is to give, in the words of its snapshot.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use enquire::schema::{instrument_json, to_text};

use crate::case::{Case, cases};
use crate::lean::lean;
use crate::outcome::{codes, none_failed, told};
use crate::place::{files_under, project};

#[test]
fn cases_give_their_code_and_no_other() {
    let mut failures = Vec::new();
    for case in cases() {
        let compilation = case.texts.compile();
        let mut found = codes(&compilation);
        found.dedup();
        let expected: Vec<&str> = case.code.as_deref().into_iter().collect();
        if found != expected {
            failures.push(format!("{}: expected {expected:?}, found {found:?}\n{}", case.name, told(&compilation)));
        }
    }
    none_failed(&failures);
}

#[test]
fn cases_are_as_their_snapshots() {
    let mut failures = Vec::new();
    for case in cases().into_iter().filter(Case::has_snapshot) {
        let shown = shown(&case);
        // insta prints the difference itself; here it is only counted, so that one run shows them all.
        if catch_unwind(AssertUnwindSafe(|| assert_as_snapshot(&case, &shown))).is_err() {
            failures.push(case.name);
        }
    }
    none_failed(&failures);
}

/// cargo-insta looks for these in the folders of packages only, so they are looked for here.
#[test]
fn no_snapshot_lacks_its_case() {
    let expected: BTreeSet<PathBuf> = cases().iter().filter(|it| it.has_snapshot()).map(snapshot_path).collect();
    let strays: Vec<String> = files_under(&project("tests/suite"), "snap")
        .into_iter()
        .filter(|it| !expected.contains(it))
        .map(|it| it.display().to_string())
        .collect();
    none_failed(&strays);
}

/// What a case's snapshot holds: the instrument if all is well, else the findings in words.
fn shown(case: &Case) -> String {
    let compilation = case.texts.compile();
    match (&case.code, &compilation.checked) {
        (None, Some(checked)) => to_text(&lean(serde_json::from_str(&instrument_json(checked.instrument())).unwrap())),
        _ => told(&compilation),
    }
}

fn assert_as_snapshot(case: &Case, shown: &str) {
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(&case.folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(case.short_name(), shown));
}

fn snapshot_path(case: &Case) -> PathBuf {
    case.folder.join(format!("{}.snap", case.short_name()))
}
