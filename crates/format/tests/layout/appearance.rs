//! What the layout looks like, on texts in which everything is out of place.

use crate::guarantees::{formatted, read};

macro_rules! layouts {
    ($($name:ident,)*) => {$(
        #[test]
        fn $name() {
            let name = stringify!($name);
            let text = include_str!(concat!("messy/", stringify!($name), ".enq"));
            insta::assert_snapshot!(name, formatted(name, text));
        }
    )*};
}

layouts! {
    conditions,
    instrument,
    patterns,
    question,
    records_and_tables,
    scales,
    scripts,
}

#[test]
fn a_file_with_nothing_in_it_is_empty() {
    for text in ["", "\n", " \t\r\n\n", "\u{FEFF}", "\u{FEFF}\n \n"] {
        assert_eq!(formatted("nothing", text), "");
    }
}

#[test]
fn a_file_with_a_mistake_of_form_is_refused_with_its_findings() {
    let parsed = read("question q {\n answer yes_no\n}\n");
    let refused = enquire_format::format(&parsed)
        .map_err(|findings| findings.iter().map(enquire_diagnostics::Diagnostic::code).collect::<Vec<_>>());
    assert_eq!(refused, Err(vec!["missing-wording"]));
}
