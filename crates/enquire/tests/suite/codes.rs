//! Every code is shown by a case, and every folder of cases is of a code.

use std::collections::BTreeSet;

use enquire::diagnostics::{Area, RULES, rule};

use crate::case::cases;
use crate::outcome::none_failed;
use crate::place::{entries, name, project};

#[test]
fn every_code_is_shown_by_a_case() {
    let shown: BTreeSet<String> = cases().into_iter().filter_map(|it| it.code).collect();
    let missing: Vec<String> = RULES
        .iter()
        // Those of replies are shown by their pages.
        .filter(|it| it.area != Area::Replies && !shown.contains(it.code))
        .map(|it| format!("tests/suite/diagnostics/{} has no case", it.code))
        .collect();
    none_failed(&missing);
}

#[test]
fn every_folder_of_cases_is_of_a_code() {
    let strays: Vec<String> = entries(&project("tests/suite/diagnostics"))
        .iter()
        .map(|it| name(it))
        .filter(|it| rule(it).is_none())
        .map(|it| format!("`{it}` is no code"))
        .collect();
    none_failed(&strays);
}

#[test]
fn rules_of_schemas_have_the_codes_of_findings_about_replies() {
    let unknown: Vec<String> = enquire::schema::RULE_CODES
        .iter()
        .filter(|code| rule(code).is_none_or(|it| it.area != Area::Replies))
        .map(|code| format!("`{code}` is no code of findings about replies"))
        .collect();
    none_failed(&unknown);
}
