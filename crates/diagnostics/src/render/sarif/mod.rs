//! SARIF 2.1.0, which code scanning services and editors read.

mod log;

use std::collections::BTreeMap;

use self::log::{
    Artifact, ArtifactLocation, Change, Configuration, Content, Descriptor, Driver, Finding, Fingerprints, Fix,
    FixProperties, Help, Location, Log, LogicalLocation, PhysicalLocation, Region, Replacement, Run, Suppression, Tags,
    Text, Tool,
};
use super::RenderOptions;
use super::json::{TOOL, pretty};
use super::place::Place;
use crate::{Diagnostic, FileId, RULES, Report, Rule, Severity, Sources, Span};

pub(super) fn render(report: &Report<'_>, options: &RenderOptions) -> String {
    let sources = report.sources();
    pretty(&Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: TOOL,
                    version: report.tool_version(),
                    language: "en",
                    // All of them, so that a service can close what is no longer found.
                    rules: RULES.iter().map(|rule| descriptor(rule, options)).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            artifacts: sources
                .iter()
                .filter(|(file, _, _)| sources.version(*file).is_none())
                .map(|(file, _, _)| Artifact { location: artifact(sources, file) })
                .collect(),
            results: report
                .fingerprinted()
                .into_iter()
                .map(|(found, fingerprint)| finding(sources, found, fingerprint))
                .collect(),
        }],
    })
}

fn descriptor(rule: &Rule, options: &RenderOptions) -> Descriptor {
    Descriptor {
        id: rule.code,
        short_description: Text { text: rule.title.to_owned() },
        full_description: Text { text: rule.meaning() },
        help: Help { text: rule.page, markdown: rule.page },
        help_uri: format!("{}{}", options.docs_base, rule.docs()),
        default_configuration: Configuration { level: level(rule.severity) },
        properties: Tags { tags: [rule.area.name()] },
    }
}

fn finding<'a>(sources: &'a Sources, found: &'a Diagnostic, fingerprint: String) -> Finding<'a> {
    let help = found.help().iter().map(|help| format!("\n{help}"));
    let was_at = Place::new(sources, found.span()).was_at().map(|was| format!(" ({was})"));
    let message: String = std::iter::once(found.message().to_owned()).chain(was_at).chain(help).collect();
    let mut place = location(sources, found.span(), found.primary_label());
    let pointer = found.pointer().map(member);
    place.logical_locations = found.element().into_iter().map(logical).chain(pointer).collect();
    let related = found
        .labels()
        .iter()
        .enumerate()
        .map(|(index, label)| Location { id: Some(index), ..location(sources, label.span, Some(&label.text)) });
    let undecided = found.severity() == Severity::Unknown;
    Finding {
        rule_id: found.code(),
        rule_index: RULES.iter().position(|rule| *rule == found.rule()).unwrap_or_default(),
        kind: if undecided { "open" } else { "fail" },
        level: level(found.severity()),
        message: Text { text: message },
        locations: [place],
        related_locations: related.collect(),
        partial_fingerprints: Fingerprints {
            primary_location_line_hash: format!("{fingerprint}:1"),
            enquire: fingerprint,
        },
        fixes: found.fixes().iter().map(|offer| fix(sources, offer)).collect(),
        suppressions: found
            .acknowledgement()
            .map(|justification| Suppression { kind: "inSource", status: "accepted", justification })
            .into_iter()
            .collect(),
    }
}

/// What could not be decided has no level in SARIF; its kind says so.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
        Severity::Unknown => "none",
    }
}

fn artifact(sources: &Sources, file: FileId) -> ArtifactLocation {
    ArtifactLocation { uri: Place::new(sources, Span::new(file, 0, 0)).uri() }
}

fn location<'a>(sources: &Sources, span: Span, text: Option<&str>) -> Location<'a> {
    let place = Place::new(sources, span);
    let pointed = place.version.is_none() && place.has_text;
    Location {
        id: None,
        physical_location: PhysicalLocation {
            artifact_location: artifact(sources, span.file),
            region: pointed.then(|| region(&place)),
        },
        logical_locations: Vec::new(),
        message: text.map(|text| Text { text: text.to_owned() }),
    }
}

fn logical(id: &str) -> LogicalLocation<'_> {
    LogicalLocation { name: id, fully_qualified_name: id, kind: "element" }
}

/// A member of a reply, by its JSON pointer.
fn member(pointer: &str) -> LogicalLocation<'_> {
    let name = pointer.rsplit('/').next().unwrap_or(pointer);
    LogicalLocation { name, fully_qualified_name: pointer, kind: "member" }
}

fn region(place: &Place<'_>) -> Region {
    Region {
        start_line: place.start.line,
        start_column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
    }
}

fn fix<'a>(sources: &Sources, fix: &'a crate::Fix) -> Fix<'a> {
    let mut changes: BTreeMap<FileId, Vec<Replacement<'a>>> = BTreeMap::new();
    for edit in &fix.edits {
        changes.entry(edit.span.file).or_default().push(Replacement {
            deleted_region: region(&Place::new(sources, edit.span)),
            inserted_content: Content { text: &edit.replacement },
        });
    }
    Fix {
        description: Text { text: fix.title.clone() },
        artifact_changes: changes
            .into_iter()
            .map(|(file, replacements)| Change { artifact_location: artifact(sources, file), replacements })
            .collect(),
        properties: FixProperties { applicability: fix.applicability.name() },
    }
}
