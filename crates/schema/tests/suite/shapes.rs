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
