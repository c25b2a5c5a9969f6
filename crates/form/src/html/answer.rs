//! Rooms for answers: boxes to tick and blanks.

use maud::{Markup, html};

use super::{Html, element, maybe};
use crate::document::{
    AnswerBox, Choices, Content, Entry, Field, Input, InputKind, Line, Offered, Pick, Place, Shape, Tick, Width,
};

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
    pub(crate) fn answer(self, answer: &AnswerBox, named: &Named) -> Markup {
        match answer {
            AnswerBox::Choices(choices) => self.choices(choices, ""),
            AnswerBox::Ranking(places) => self.ranking(places),
            AnswerBox::Input(input) => self.input(input, named),
            AnswerBox::Fields(fields) => html! { div.card { (self.fields(fields)) } },
            AnswerBox::Entries(entries) => html! { @for entry in entries { (self.entry(entry)) } },
            AnswerBox::Table(table) => self.table(table),
        }
    }

    /// `suffix` keeps the ids of boxes apart that share a key.
    pub(crate) fn choices(self, choices: &Choices, suffix: &str) -> Markup {
        let base = format!("{}{suffix}", element(&choices.key));
        html! {
            @for (index, group) in choices.groups.iter().enumerate() {
                @if let Some(under) = &group.under {
                    @let id = format!("{base}-under-{index}");
                    div role="group" aria-labelledby=(id) {
                        p.over id=(id) { (self.line(under)) }
                        (self.offered(choices, group, &base))
                    }
                } @else {
                    (self.offered(choices, group, &base))
                }
            }
        }
    }

    /// Boxes in the order of the scale; one with a blank beside it takes a whole line.
    fn offered(self, choices: &Choices, group: &Offered, base: &str) -> Markup {
        let (lines, ticks): (Vec<&Tick>, Vec<&Tick>) = group.options.iter().partition(|tick| tick.specify.is_some());
        let labels: Vec<&Line> = ticks.iter().map(|tick| &tick.label).collect();
        let plain = ticks.iter().all(|tick| tick.guidance.is_none());
        html! {
            @if !ticks.is_empty() {
                div class={ "ticks" (layout(&labels, plain)) } { @for tick in ticks { (self.tick(choices, tick, base)) } }
            }
            @for tick in lines { (self.tick(choices, tick, base)) }
        }
    }

    fn tick(self, choices: &Choices, tick: &Tick, base: &str) -> Markup {
        let kind = match choices.shape {
            Shape::One => "radio",
            Shape::Many => "checkbox",
        };
        let id = format!("{base}-{}", tick.code);
        let note = format!("{id}-note");
        let noted = tick.guidance.is_some();
        html! {
            div class={ "tick" @if tick.specify.is_some() { " with-line" } } {
                input type=(kind) id=(id) name=(choices.key) value=(tick.code) aria-describedby=[noted.then_some(&note)];
                label for=(id) { (self.line(&tick.label)) }
                (maybe(tick.guidance.as_ref(), |prose| html! { div.guidance id=(note) { (self.prose(prose)) } }))
                (maybe(tick.specify.as_ref(), |input| self.input(input, &Named::label(&input.label))))
            }
        }
    }

    fn ranking(self, places: &[Place]) -> Markup {
        let (lines, ticks): (Vec<&Place>, Vec<&Place>) = places.iter().partition(|place| place.specify.is_some());
        let labels: Vec<&Line> = ticks.iter().map(|place| &place.label).collect();
        let plain = ticks.iter().all(|place| place.guidance.is_none());
        html! {
            div class={ "ticks" (layout(&labels, plain)) } { @for place in ticks { (self.place(place)) } }
            @for place in lines { (self.place(place)) }
        }
    }

    fn place(self, place: &Place) -> Markup {
        html! {
            div.tick {
                input.figure type="number" inputmode="numeric" min="1" max=(place.most) id=(element(&place.key))
                    name=(place.key) aria-label=(place.name.plain());
                span { (self.line(&place.label)) }
                (maybe(place.guidance.as_ref(), |prose| html! { div.guidance { (self.prose(prose)) } }))
                (maybe(place.specify.as_ref(), |input| self.input(input, &Named::label(&input.label))))
            }
        }
    }

    pub(crate) fn fields(self, fields: &[Field]) -> Markup {
        html! {
            div.fields {
                @for (index, (field, wide)) in fields.iter().zip(widths(fields)).enumerate() {
                    (self.field(field, index, wide))
                }
            }
        }
    }

    fn field(self, field: &Field, index: usize, wide: bool) -> Markup {
        let key = key_of(&field.answer).unwrap_or_default();
        let id = format!("{}-{index}-label", element(key));
        let single = matches!(&field.answer, AnswerBox::Input(input) if input.kind.is_single());
        html! {
            div class={ "field" @if wide { " wide" } } role=[(!single).then_some("group")] aria-labelledby=[(!single).then_some(&id)] {
                p.label id=(id) {
                    (self.line(&field.label))
                    (maybe(field.required.as_ref(), |line| html! { " " span.required { "(" (self.line(line)) ")" } }))
                }
                div.blank-space {
                    (self.answer(&field.answer, &Named::by(&id)))
                    (maybe(field.guidance.as_ref(), |prose| html! { div.guidance { (self.prose(prose)) } }))
                }
            }
        }
    }

    fn entry(self, entry: &Entry) -> Markup {
        let first = entry.fields.first().and_then(|field| key_of(&field.answer)).unwrap_or_default();
        let id = format!("{}-entry", element(first));
        html! {
            div.card role="group" aria-labelledby=(id) {
                p.title id=(id) { (self.line(&entry.title)) }
                (self.fields(&entry.fields))
            }
        }
    }

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

/// A few boxes with short words stand beside each other, many of them in two columns, and others one under the other.
fn layout(labels: &[&Line], plain: bool) -> &'static str {
    let lengths = || labels.iter().map(|label| label.plain().chars().count());
    let whole = lengths().sum::<usize>();
    if plain && labels.len() <= 4 && whole <= 60 {
        " short"
    } else if labels.len() > 4 && lengths().all(|length| length <= 90) && whole <= 44 * labels.len() {
        " in-columns"
    } else {
        ""
    }
}

/// Which fields take the whole width of a card: those that need it, and those that would stand alone in half of it.
fn widths(fields: &[Field]) -> Vec<bool> {
    let mut widths: Vec<bool> = fields.iter().map(|field| is_wide(&field.answer)).collect();
    for run in widths.chunk_by_mut(|left, right| left == right) {
        let odd = run.len() % 2 == 1;
        if let Some(last) = run.last_mut().filter(|wide| !**wide) {
            *last = odd;
        }
    }
    widths
}

/// Whether a blank needs the whole width of a card.
fn is_wide(answer: &AnswerBox) -> bool {
    match answer {
        AnswerBox::Input(input) => match &input.kind {
            InputKind::Lines(_) | InputKind::Period | InputKind::Amount(_) => true,
            InputKind::Line { most, .. } => most.is_some_and(|most| most > 150),
            InputKind::Number { .. } | InputKind::Day | InputKind::Year | InputKind::Pick(_) => false,
        },
        AnswerBox::Choices(choices) => choices.groups.iter().map(|group| group.options.len()).sum::<usize>() > 4,
        AnswerBox::Ranking(_) | AnswerBox::Fields(_) | AnswerBox::Entries(_) | AnswerBox::Table(_) => true,
    }
}

/// The key of the first blank of a room, from which the ids of its labels are made.
pub(crate) fn key_of(answer: &AnswerBox) -> Option<&str> {
    match answer {
        AnswerBox::Choices(choices) => Some(&choices.key),
        AnswerBox::Ranking(places) => places.first().map(|place| place.key.as_str()),
        AnswerBox::Input(input) => Some(&input.key),
        AnswerBox::Fields(fields) => fields.first().and_then(|field| key_of(&field.answer)),
        AnswerBox::Entries(entries) => entries.first()?.fields.first().and_then(|field| key_of(&field.answer)),
        AnswerBox::Table(table) => Some(&table.anchor),
    }
}

/// The step of a number with so many decimal places.
fn step(places: u32) -> String {
    match places {
        0 => "1".to_owned(),
        places => format!("0.{:0>width$}", 1, width = usize::try_from(places).unwrap_or(1)),
    }
}
