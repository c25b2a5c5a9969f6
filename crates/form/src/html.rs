//! HTML: one file for screen and paper, without scripts and without anything from a network.
//!
//! On screen the blanks can be filled in; printed they are boxes with borders, filled or empty. Blocks follow each other as in
//! the tree. Directions are logical (start, end), so that a language written from right to left needs nothing of its own.

mod answer;
mod block;
mod chart;
mod choices;
mod input;
mod line;
mod page;
mod question;
mod table;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::document::{Direction, Document, Furniture, Kind};

/// The document as one HTML file.
pub fn to_html(document: &Document) -> String {
    let writer = Html { furniture: &document.furniture };
    let direction = match document.direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    };
    let class = match document.kind {
        Kind::Form => "form",
        Kind::Report => "report",
    };
    let page = html! {
        (DOCTYPE)
        html lang=(document.language) dir=(direction) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (document.title) }
                style { (PreEscaped(include_str!("html/style.css"))) (PreEscaped(page::rules(document))) }
            }
            body class=(class) {
                a.skip href="#page-main" { (document.furniture.skip) }
                main #page-main {
                    (writer.blocks(&document.blocks, &document.blocks))
                    (writer.footnotes(&document.footnotes))
                }
            }
        }
    };
    page.into_string()
}

/// What writes the blocks of one document.
#[derive(Clone, Copy)]
struct Html<'a> {
    furniture: &'a Furniture,
}

/// Markup, or nothing.
fn maybe<T>(value: Option<&T>, write: impl FnOnce(&T) -> Markup) -> Markup {
    value.map(write).unwrap_or_default()
}

/// The id of the element of a key. Ids of the tool's own have a hyphen, which ids of authors cannot have.
fn element(key: &str) -> String {
    format!("blank-{}", key.replace('/', "-"))
}
