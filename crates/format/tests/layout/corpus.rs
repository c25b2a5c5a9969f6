//! What the formatter promises holds for every text of the project.

use crate::guarantees::{formatted, read};
use crate::samples::samples;

#[test]
fn every_text_keeps_its_meaning_and_its_comments() {
    let mut laid_out = 0;
    for sample in samples() {
        let parsed = read(&sample.text);
        if parsed.findings().is_empty() {
            formatted(&sample.name, &sample.text);
            laid_out += 1;
        } else {
            assert!(enquire_format::format(&parsed).is_err(), "{}", sample.name);
        }
    }
    assert!(laid_out > 50, "only {laid_out} texts were found");
}

#[test]
fn the_page_about_the_layout_is_laid_out_as_it_says() {
    let page = samples().into_iter().filter(|it| it.name.contains("reference/layout.md"));
    let mut shown = 0;
    for sample in page {
        assert_eq!(formatted(&sample.name, &sample.text), sample.text, "{}", sample.name);
        shown += 1;
    }
    assert!(shown > 5, "only {shown} blocks were found");
}
