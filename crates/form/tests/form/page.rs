//! The page in HTML.

use enquire_form::{Form, to_html};
use enquire_model::{Answer, Instrument, Selection};

use crate::sample;

fn small() -> Instrument {
    let redress = sample::question(
        "redress",
        "Can *victims* obtain redress?",
        Answer::OneOf(Selection { other: true, ..sample::selection("extent") }),
    );
    let mut hard = sample::question("hard", "What is <difficult> & why?", sample::prose(100));
    hard.when = Some(sample::is::equal("redress", "no"));
    Instrument {
        contact: None,
        sign_off: None,
        scope: None,
        guidance: None,
        footnotes: Vec::new(),
        items: vec![sample::item(redress), sample::item(hard)],
        ..sample::instrument()
    }
}

/// The part of the page between the style and the end.
fn body(html: &str) -> &str {
    html.split_once("<body").unwrap().1
}

#[test]
fn small_page() {
    let html = to_html(&Form::of(&small()));
    insta::assert_snapshot!(body(&html).replace("><", ">\n<"));
}

/// Set `ENQUIRE_PAGES` to a folder to have the pages written there, for axe-core and for eyes.
#[test]
fn stands_alone() {
    let html = to_html(&Form::of(&sample::instrument()));
    for outside in ["<script", "src=", "@import", "url(", "<link"] {
        assert!(!html.contains(outside), "{outside}");
    }
    if let Ok(folder) = std::env::var("ENQUIRE_PAGES") {
        std::fs::write(format!("{folder}/form.html"), html).unwrap();
    }
}

#[test]
fn ids_are_unique_and_references_lead_somewhere() {
    let html = to_html(&Form::of(&sample::instrument()));
    let values = |attribute: &str| -> Vec<String> {
        let opening = format!(" {attribute}=\"");
        let parts = html.split(opening.as_str()).skip(1);
        parts.filter_map(|part| part.split_once('"')).map(|(value, _)| value.to_owned()).collect()
    };
    let ids = values("id");
    let unique: std::collections::BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
    let references = ["for", "aria-labelledby", "aria-describedby"].into_iter().flat_map(&values);
    let links = values("href").into_iter().filter_map(|link| link.strip_prefix('#').map(str::to_owned));
    for reference in references.chain(links).flat_map(|ids| ids.split(' ').map(str::to_owned).collect::<Vec<_>>()) {
        assert!(unique.contains(&reference), "{reference}");
    }
}
