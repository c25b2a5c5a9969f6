//! Boxes to tick, and boxes to number.

use maud::{Markup, html};

use super::input::Named;
use super::{Html, element, maybe};
use crate::document::{Choices, Line, Offered, Place, Shape, Tick};

impl Html<'_> {
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

    pub(crate) fn ranking(self, places: &[Place]) -> Markup {
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
