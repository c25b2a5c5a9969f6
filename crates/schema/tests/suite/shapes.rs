//! The schemas and lists as they are written out.

use enquire_schema::*;

use crate::instrument::rich;

#[test]
fn the_reply_schema() {
    insta::assert_snapshot!(to_text(&reply_schema(&rich())));
}

#[test]
fn what_the_schema_does_not_say() {
    let lines: Vec<String> = inexpressible(&rich()).iter().map(Inexpressible::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_labels() {
    insta::assert_snapshot!(labels_json(&rich(), "en"));
}

#[test]
fn the_form_profile() {
    let profile = form_profile(&rich(), &labels(&rich(), "en"));
    insta::assert_snapshot!("the_form_schema", to_text(&profile.schema));
    insta::assert_snapshot!("the_form_uischema", to_text(&profile.uischema));
}

#[test]
fn the_rule_book() {
    let in_words = |conditions: &[&enquire_model::Expression]| {
        (!conditions.is_empty()).then(|| format!("If {} conditions hold", conditions.len()))
    };
    insta::assert_snapshot!(rule_book_json(&rich(), &labels(&rich(), "en"), &in_words));
}
