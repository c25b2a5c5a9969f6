//! Blocks other than questions, tables and charts.

use maud::{Markup, html};

use super::{Html, element, maybe};
use crate::document::{
    Block, Definition, Fact, Footnote, Group, Heading, Line, Masthead, Note, Outcome, Panel, Paragraph, Source,
};

impl Html<'_> {
    /// `all` are the blocks of the whole document, from which a table of contents is made.
    pub(crate) fn blocks(self, blocks: &[Block], all: &[Block]) -> Markup {
        html! { @for block in blocks { (self.block(block, all)) } }
    }

    fn block(self, block: &Block, all: &[Block]) -> Markup {
        match block {
            Block::Masthead(masthead) => self.masthead(masthead),
            Block::Facts(facts) => self.facts(facts),
            Block::Contents(title) => self.contents(title, all),
            Block::Heading(heading) => self.heading(heading),
            Block::Text(prose) => html! { div.text { (self.prose(prose)) } },
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Note(note) => self.note(note),
            Block::Definitions(definitions) => self.definitions(definitions),
            Block::Question(question) => self.question(question),
            Block::Group(group) => self.group(group),
            Block::Panel(panel) => self.panel(panel),
            Block::Outcome(outcome) => self.outcome(outcome),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::PageStart => html! { div.page-start {} },
        }
    }

    fn masthead(self, masthead: &Masthead) -> Markup {
        html! {
            header.masthead {
                div.over {
                    (maybe(masthead.kicker.as_ref(), |line| html! { p.kicker { (self.line(line)) } }))
                    (maybe(masthead.symbol.as_ref(), |line| html! { p.symbol { (self.line(line)) } }))
                }
                h1 { (self.line(&masthead.title)) }
                @for line in &masthead.under { p.under { (self.line(line)) } }
                (maybe(masthead.status.as_ref(), |line| html! { p.status { (self.line(line)) } }))
            }
        }
    }

    fn facts(self, facts: &[Fact]) -> Markup {
        html! {
            dl.facts {
                @for fact in facts {
                    div { dt { (self.line(&fact.label)) } dd { (self.prose(&fact.value)) } }
                }
            }
        }
    }

    fn contents(self, title: &Line, all: &[Block]) -> Markup {
        let mut headings = Vec::new();
        let following = all.iter().skip_while(|block| !matches!(block, Block::Contents(_)));
        following.for_each(|block| collect(block, &mut headings));
        html! {
            nav.contents aria-labelledby="page-contents" {
                h2 #page-contents { (self.line(title)) }
                ul {
                    @for heading in headings {
                        li class={ "level-" (heading.level) } {
                            a href={ "#" (heading.anchor) } {
                                @if let Some(number) = &heading.number { span.number { (stopped(number)) } " " }
                                (heading.text.plain())
                            }
                        }
                    }
                }
            }
        }
    }

    fn heading(self, heading: &Heading) -> Markup {
        let words = html! {
            @if let Some(number) = &heading.number { span.number { (stopped(number)) } " " }
            span { (self.line(&heading.text)) }
        };
        let id = &heading.anchor;
        html! {
            @match heading.level {
                0 | 1 => h2 id=(id) { (words) },
                2 => h3 id=(id) { (words) },
                3 => h4 id=(id) { (words) },
                4 => h5 id=(id) { (words) },
                _ => h6 id=(id) { (words) },
            }
            (maybe(heading.cites.as_ref(), |line| html! { p.cites { (self.line(line)) } }))
        }
    }

    fn paragraph(self, paragraph: &Paragraph) -> Markup {
        let ids: Vec<&str> = paragraph.sources.iter().map(|source| source.question.as_str()).collect();
        html! {
            div.paragraph id=(paragraph.anchor) data-sources=[(!ids.is_empty()).then(|| ids.join(" "))] {
                span.number { (stopped(&paragraph.number)) }
                div {
                    (self.prose(&paragraph.text))
                    (self.sources(&paragraph.sources))
                }
            }
        }
    }

    /// The questions that something draws on, in small print.
    pub(crate) fn sources(self, sources: &[Source]) -> Markup {
        html! {
            @if !sources.is_empty() {
                p.sources {
                    (self.furniture.sources) " "
                    @for (index, source) in sources.iter().enumerate() {
                        @if index > 0 { "; " }
                        span data-question=(source.question) { (self.line(&source.words)) }
                    }
                }
            }
        }
    }

    fn note(self, note: &Note) -> Markup {
        html! {
            div.note {
                (maybe(note.label.as_ref(), |label| html! { p.label { (self.line(label)) } }))
                (self.prose(&note.text))
            }
        }
    }

    fn definitions(self, definitions: &[Definition]) -> Markup {
        html! {
            dl.definitions {
                @for definition in definitions {
                    dt id=(definition.anchor) { (self.line(&definition.term)) }
                    dd {
                        (self.prose(&definition.means))
                        @if let Some((label, excludes)) = &definition.excludes {
                            div.excludes { p.label { (self.line(label)) } (self.prose(excludes)) }
                        }
                        (maybe(definition.source.as_ref(), |line| html! { p.cites { (self.line(line)) } }))
                    }
                }
            }
        }
    }

    fn group(self, group: &Group) -> Markup {
        html! {
            div.group data-covers=(group.condition.covers.join(" ")) {
                p.condition { (self.line(&group.condition.words)) }
                (self.blocks(&group.blocks, &[]))
            }
        }
    }

    fn panel(self, panel: &Panel) -> Markup {
        let title = format!("{}-title", panel.anchor);
        let titled = !panel.title.is_empty();
        html! {
            div.panel id=(panel.anchor) role=[titled.then_some("group")] aria-labelledby=[titled.then_some(&title)] {
                @if titled { p.title id=(title) { (self.line(&panel.title)) } }
                (maybe(panel.guidance.as_ref(), |line| html! { p.guidance { (self.line(line)) } }))
                (self.fields(&panel.fields))
            }
        }
    }

    fn outcome(self, outcome: &Outcome) -> Markup {
        let rule = format!("{}-rule", element(&outcome.input.key));
        html! {
            div.outcome id=(outcome.anchor) {
                label for=(element(&outcome.input.key)) { (self.line(&outcome.label)) }
                p.rule id=(rule) { (self.line(&outcome.rule)) }
                (self.input(&outcome.input, &super::input::Named::by_label().described(&rule)))
            }
        }
    }

    pub(crate) fn footnotes(self, footnotes: &[Footnote]) -> Markup {
        html! {
            @if !footnotes.is_empty() {
                section.footnotes aria-labelledby="page-footnotes" {
                    h2 #page-footnotes { (self.furniture.footnotes) }
                    @for footnote in footnotes {
                        div.footnote id=(footnote.anchor) {
                            sup { (footnote.mark) }
                            div { (self.prose(&footnote.text)) }
                        }
                    }
                }
            }
        }
    }
}

/// A number with a full stop, unless it stands in brackets.
pub(crate) fn stopped(number: &str) -> String {
    if number.ends_with(')') { number.to_owned() } else { format!("{number}.") }
}

fn collect<'a>(block: &'a Block, found: &mut Vec<&'a Heading>) {
    if let Block::Heading(heading) = block {
        if heading.level <= 2 {
            found.push(heading);
        }
    } else if let Block::Group(group) = block {
        group.blocks.iter().for_each(|inner| collect(inner, found));
    }
}
