//! Lines and passages.

use maud::{Markup, html};

use super::Html;
use crate::document::{Line, Passage, Run};

impl Html<'_> {
    pub(crate) fn line(self, line: &Line) -> Markup {
        html! { @for run in &line.0 { (self.run(run)) } }
    }

    fn run(self, run: &Run) -> Markup {
        match run {
            Run::Words(words) => html! { (words) },
            Run::Emphasis(line) => html! { em { (self.line(line)) } },
            Run::Strong(line) => html! { strong { (self.line(line)) } },
            Run::Reference { words, anchor } => html! { a href={ "#" (anchor) } { (words) } },
            Run::Term { words, anchor } => html! { a.term href={ "#" (anchor) } { (words) } },
            Run::Blank(label) => html! { span.blank { "[" (label) "]" } },
            Run::Mark { mark, anchor } => html! { sup { a.mark href={ "#" (anchor) } { (mark) } } },
            Run::Alternatives(lines) => html! {
                @for (index, line) in lines.iter().enumerate() {
                    @if index > 0 { " " }
                    span.alternative { "[" (self.line(line)) "]" }
                }
            },
            Run::Link(address) => html! { a href=(address) { (address) } },
            Run::Break => html! { br; },
        }
    }

    pub(crate) fn prose(self, prose: &[Passage]) -> Markup {
        html! { @for passage in prose { (self.passage(passage)) } }
    }

    fn passage(self, passage: &Passage) -> Markup {
        match passage {
            Passage::Paragraph(line) => html! { p { (self.line(line)) } },
            Passage::List { ordered: true, items } => html! { ol { (self.items(items)) } },
            Passage::List { ordered: false, items } => html! { ul { (self.items(items)) } },
        }
    }

    fn items(self, items: &[Vec<Passage>]) -> Markup {
        html! { @for item in items { li { (self.item(item)) } } }
    }

    /// An item of one paragraph needs no paragraph of its own.
    fn item(self, item: &[Passage]) -> Markup {
        match item {
            [Passage::Paragraph(line), rest @ ..] => html! { (self.line(line)) (self.prose(rest)) },
            _ => self.prose(item),
        }
    }
}
