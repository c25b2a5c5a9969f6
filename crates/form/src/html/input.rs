//! Blanks, what they are called and what describes them.

use maud::{Markup, html};

use super::{Html, element, maybe};
use crate::document::{Content, Input, InputKind, Line, Pick, Width};

/// What a blank is called and what describes it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Named {
    /// The ids of the elements with its name; nothing if an element says that it is the label of the blank.
    by: Option<String>,
    described: Option<String>,
    /// Its name where no element has it.
    label: Option<String>,
}

impl Named {
    /// An element is its label.
    pub(crate) fn by_label() -> Self {
        Self::default()
    }

    /// The elements with these ids name it.
    pub(crate) fn by(ids: impl Into<String>) -> Self {
        Self { by: Some(ids.into()), ..Self::default() }
    }

    /// No element names it.
    pub(crate) fn label(label: &Line) -> Self {
        Self { label: Some(label.plain()), ..Self::default() }
    }

    /// It is described by the elements with these ids too.
    pub(crate) fn described(mut self, ids: &str) -> Self {
        if !ids.is_empty() {
            self.described = Some(self.described.map_or_else(|| ids.to_owned(), |before| format!("{before} {ids}")));
        }
        self
    }

    /// The name of a part of it, such as the day of a date.
    fn part(&self, ids: &str) -> Self {
        let by = self.by.as_ref().map_or_else(|| ids.to_owned(), |by| format!("{by} {ids}"));
        Self { by: Some(by), described: self.described.clone(), label: None }
    }
}

impl InputKind {
    /// Whether it is one element of a page.
    pub(crate) fn is_single(&self) -> bool {
        match self {
            Self::Line { .. } | Self::Lines(_) | Self::Number { .. } | Self::Year | Self::Pick(_) => true,
            Self::Day | Self::Period | Self::Amount(_) => false,
        }
    }
}

impl Html<'_> {
    pub(crate) fn input(self, input: &Input, named: &Named) -> Markup {
        let hint = format!("{}-hint", element(&input.key));
        let named = if input.hint.is_some() { named.clone().described(&hint) } else { named.clone() };
        html! {
            span.input {
                // How much may be written is read before writing; how to write a figure stands beside it.
                @let before = matches!(input.kind, InputKind::Lines(_));
                @let hint = maybe(input.hint.as_ref(), |line| html! { span.hint id=(hint) { (self.line(line)) } });
                @if before { (hint) }
                (self.control(input, &named))
                @if !before { (hint) }
            }
        }
    }

    fn control(self, input: &Input, named: &Named) -> Markup {
        match &input.kind {
            InputKind::Line { content, width, most } => line(input, named, *content, *width, *most),
            InputKind::Lines(lines) => html! {
                textarea id=(element(&input.key)) name=(input.key) rows=(lines) style={ "--lines:" (lines) }
                    aria-labelledby=[&named.by] aria-label=[&named.label] aria-describedby=[&named.described] {}
            },
            InputKind::Number { from, to, places, unit } => html! {
                input.figure type="number" id=(element(&input.key)) name=(input.key) step=(step(*places))
                    inputmode=(if *places == 0 { "numeric" } else { "decimal" }) min=[from] max=[to]
                    aria-labelledby=[&named.by] aria-label=[&named.label] aria-describedby=[&named.described];
                (maybe(unit.as_ref(), |line| html! { span.unit { (self.line(line)) } }))
            },
            InputKind::Day => self.day(&input.key, named),
            InputKind::Year => figures(&input.key, named, &self.furniture.year.mask),
            InputKind::Period => html! {
                (self.end(&input.key, "beginning", &self.furniture.beginning, named))
                (self.end(&input.key, "ending", &self.furniture.ending, named))
            },
            InputKind::Amount(currencies) => self.amount(input, named, currencies),
            InputKind::Pick(picks) => pick(input, named, picks),
        }
    }

    fn day(self, key: &str, named: &Named) -> Markup {
        let parts = [("day", &self.furniture.day), ("month", &self.furniture.month), ("year", &self.furniture.year)];
        html! {
            span.day {
                @for (name, part) in parts {
                    @let key = format!("{key}/{name}");
                    @let label = format!("{}-label", element(&key));
                    span.part {
                        span.part-label id=(label) { (part.label) }
                        (figures(&key, &named.part(&label), &part.mask))
                    }
                }
            }
        }
    }

    fn end(self, key: &str, end: &str, words: &str, named: &Named) -> Markup {
        let key = format!("{key}/{end}");
        let label = format!("{}-label", element(&key));
        html! {
            span.end { span.end-label id=(label) { (words) } (self.day(&key, &named.part(&label))) }
        }
    }

    fn amount(self, input: &Input, named: &Named, currencies: &[String]) -> Markup {
        let (amount, currency) = (format!("{}/amount", input.key), format!("{}/currency", input.key));
        let label = format!("{}-label", element(&amount));
        let currency_label = format!("{}-label", element(&currency));
        let named_amount = named.part(&label);
        html! {
            span.amount {
                span.part {
                    span.part-label id=(label) { (self.furniture.amount) }
                    input.figure.wide type="text" inputmode="decimal" id=(element(&amount)) name=(amount)
                        aria-labelledby=[&named_amount.by] aria-describedby=[&named.described];
                }
                span.part {
                    span.part-label id=(currency_label) { (self.furniture.currency) }
                    @if currencies.is_empty() {
                        (figures(&currency, &named.part(&currency_label), "   "))
                    } @else {
                        span.currencies role="group" aria-labelledby=(currency_label) {
                            @for code in currencies {
                                @let id = format!("{}-{code}", element(&currency));
                                span.tick {
                                    input type="radio" id=(id) name=(currency) value=(code.to_lowercase());
                                    label for=(id) { (code) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A line of words.
fn line(input: &Input, named: &Named, content: Content, width: Width, most: Option<u32>) -> Markup {
    let kind = match content {
        Content::Words => "text",
        Content::Email => "email",
        Content::Telephone => "tel",
        Content::Link => "url",
    };
    let class = match width {
        Width::Short => "short-line",
        Width::Medium => "medium-line",
        Width::Full => "full-line",
    };
    html! {
        input class=(class) type=(kind) id=(element(&input.key)) name=(input.key) maxlength=[most]
            aria-labelledby=[&named.by] aria-label=[&named.label] aria-describedby=[&named.described];
    }
}

/// A box for as many figures as the mask has letters.
fn figures(key: &str, named: &Named, mask: &str) -> Markup {
    let count = mask.chars().count();
    html! {
        input class={ "figures figures-" (count) } type="text" inputmode="numeric" autocomplete="off" id=(element(key)) name=(key)
            maxlength=(count) placeholder=(mask)
            aria-labelledby=[&named.by] aria-label=[&named.label] aria-describedby=[&named.described];
    }
}

/// A blank in which one of the listed options stands.
fn pick(input: &Input, named: &Named, picks: &[Pick]) -> Markup {
    html! {
        select id=(element(&input.key)) name=(input.key)
            aria-labelledby=[&named.by] aria-label=[&named.label] aria-describedby=[&named.described] {
            option value="" {}
            @for pick in picks {
                option value=(pick.code) label=[(pick.written != pick.label).then(|| format!("{} {}", pick.written, pick.label))] {
                    (pick.written)
                }
            }
        }
    }
}

/// The step of a number with so many decimal places.
fn step(places: u32) -> String {
    match places {
        0 => "1".to_owned(),
        places => format!("0.{:0>width$}", 1, width = usize::try_from(places).unwrap_or(1)),
    }
}
