//! The HTML of the sample.

use enquire_form::{Form, to_html};

use crate::sample;

#[test]
fn html() {
    let html = to_html(&Form::of(&sample::instrument()));
    std::fs::create_dir_all("/tmp/look").unwrap();
    std::fs::write("/tmp/look/form.html", &html).unwrap();
}
