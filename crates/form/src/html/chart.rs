//! Charts as pictures in the page.

use maud::{Markup, html};

use super::Html;
use crate::document::Chart;

/// How tall a bar and the space around it are, in units of the picture.
const ROW: u32 = 26;
const BAR: u32 = 16;
/// How wide the room for bars is.
const WIDTH: u32 = 400;
/// What an empty bar reaches, so that it can be seen as one.
const EMPTY: f64 = 0.6;

impl Html<'_> {
    /// Labels are words of the page, so that they are translated, wrapped and read aloud; only the bars are a picture.
    pub(crate) fn chart(self, chart: &Chart) -> Markup {
        let ids: Vec<&str> = chart.sources.iter().map(|source| source.question.as_str()).collect();
        let most = chart.bars.iter().filter_map(|bar| bar.value).fold(0.0_f64, f64::max);
        html! {
            figure.chart id=(chart.anchor) data-sources=[(!ids.is_empty()).then(|| ids.join(" "))] {
                figcaption { (self.line(&chart.caption)) }
                dl.bars {
                    @for bar in &chart.bars {
                        div {
                            dt { (self.line(&bar.label)) }
                            dd {
                                (picture(bar.value.map_or(EMPTY, |value| share(value, most)), bar.value.is_none()))
                                span.value { @if let Some(value) = bar.value { (value) } @else { "[ ]" } }
                            }
                        }
                    }
                }
                p.axis { (self.line(&chart.axis)) }
                @for note in &chart.notes { p.table-note { (self.line(note)) } }
                (self.sources(&chart.sources))
            }
        }
    }
}

fn share(value: f64, most: f64) -> f64 {
    if most > 0.0 { value / most } else { 0.0 }
}

fn picture(share: f64, empty: bool) -> Markup {
    let length = format!("{:.1}", share * f64::from(WIDTH));
    html! {
        svg class=[empty.then_some("empty")] viewBox={ "0 0 " (WIDTH) " " (ROW) } preserveAspectRatio="none" aria-hidden="true" {
            line x1="0" y1="0" x2="0" y2=(ROW) {}
            rect x="0.5" y=((ROW - BAR) / 2) width=(length) height=(BAR) {}
        }
    }
}
