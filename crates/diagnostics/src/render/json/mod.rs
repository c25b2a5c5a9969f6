//! The findings as JSON, for other programs: one document, or one object a line.

mod contract;

use serde::Serialize;

use self::contract::{Acknowledged, Document, Edit, Finding, Fix, Label, Line, Location, Point};
use super::RenderOptions;
use super::place::Place;
use crate::{Diagnostic, Position, Report, Sources, Span};

/// The version of the JSON contract. A minor step adds keys; after a major one readers must look again.
pub const FORMAT_VERSION: &str = "1.0";

/// The tool's name in every output.
pub(super) const TOOL: &str = "enquire";

pub(super) fn render(report: &Report<'_>, options: &RenderOptions) -> String {
    pretty(&Document {
        format_version: FORMAT_VERSION,
        tool: TOOL,
        version: report.tool_version(),
        summary: report.summary(),
        replies: report.replies(),
        diagnostics: findings(report, options),
    })
}

/// A line that says what follows, a line for each finding, and the counts in the last.
pub(super) fn render_lines(report: &Report<'_>, options: &RenderOptions) -> String {
    let start = Line::Start { format_version: FORMAT_VERSION, tool: TOOL, version: report.tool_version() };
    let findings = findings(report, options).into_iter().map(Box::new).map(Line::Diagnostic);
    let end = Line::Summary(report.summary());
    std::iter::once(start)
        .chain(findings)
        .chain(report.replies().map(Line::Replies))
        .chain(std::iter::once(end))
        .map(|line| serde_json::to_string(&line).unwrap_or_default() + "\n")
        .collect()
}

/// The JSON Schema of the document. A line of the other form is one of `$defs/Line`.
pub fn json_schema() -> serde_json::Value {
    let mut generator = schemars::SchemaGenerator::default();
    generator.subschema_for::<Line<'_>>();
    generator.into_root_schema_for::<Document<'_>>().to_value()
}

/// JSON as people can read it too. None of our types has anything that JSON cannot hold, so this does not fail.
pub(super) fn pretty<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

fn findings<'a>(report: &'a Report<'_>, options: &RenderOptions) -> Vec<Finding<'a>> {
    report
        .fingerprinted()
        .into_iter()
        .map(|(found, fingerprint)| finding(report.sources(), found, fingerprint, options))
        .collect()
}

fn finding<'a>(
    sources: &'a Sources,
    found: &'a Diagnostic,
    fingerprint: String,
    options: &RenderOptions,
) -> Finding<'a> {
    Finding {
        code: found.code(),
        severity: found.severity(),
        area: found.rule().area,
        phase: found.phase(),
        title: found.rule().title,
        message: found.message(),
        element: found.element(),
        pointer: found.pointer(),
        primary: label(sources, found.span(), found.primary_label()),
        labels: found.labels().iter().map(|other| label(sources, other.span, Some(&other.text))).collect(),
        notes: found.notes(),
        help: found.help(),
        fixes: found.fixes().iter().map(|offer| fix(sources, offer)).collect(),
        docs_url: format!("{}{}", options.docs_base, found.rule().docs()),
        fingerprint,
        acknowledged: found.acknowledgement().map(|reason| Acknowledged { reason }),
    }
}

fn label<'a>(sources: &'a Sources, span: Span, text: Option<&'a str>) -> Label<'a> {
    Label { location: location(sources, span), label: text }
}

fn location(sources: &Sources, span: Span) -> Location<'_> {
    let place = Place::new(sources, span);
    Location {
        path: place.path,
        version: place.version,
        start: point(span.start, place.start),
        end: point(span.end, place.end),
    }
}

fn point(offset: u32, position: Position) -> Point {
    let Position { line, column, utf16 } = position;
    Point { offset, line, column, utf16_column: utf16 }
}

fn fix<'a>(sources: &'a Sources, fix: &'a crate::Fix) -> Fix<'a> {
    let edit = |edit: &'a crate::Edit| Edit { location: location(sources, edit.span), replacement: &edit.replacement };
    Fix { title: &fix.title, applicability: fix.applicability, edits: fix.edits.iter().map(edit).collect() }
}
