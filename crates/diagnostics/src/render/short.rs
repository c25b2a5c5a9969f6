//! One line a finding, for editors and for `grep`.

use super::RenderOptions;
use super::place::Place;
use super::wording::{and_more, closing, joined, visible};
use crate::{Diagnostic, Report, Sources};

pub(super) fn render(report: &Report<'_>, options: &RenderOptions) -> String {
    let shown = report.open().take(options.max_findings);
    let mut lines: Vec<_> = shown.map(|found| line(report.sources(), found)).collect();
    lines.extend(and_more(report.open().skip(options.max_findings).count()));
    lines.extend(closing(report.summary()));
    joined(&lines)
}

fn line(sources: &Sources, found: &Diagnostic) -> String {
    let place = visible(&Place::new(sources, found.span()).short());
    let message = visible(found.message()).replace(['\n', '\r'], " ");
    format!("{place}: {}[{}]: {message}", found.severity(), found.code())
}
