//! The ten forms in which findings are told. One module a form; each is a function from a [`Report`] to text.

mod format;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod markdown;
mod miette_view;
mod place;
mod plain;
mod sarif;
mod short;
mod wording;

pub use format::{Format, UnknownFormat};
pub use json::{FORMAT_VERSION, json_schema};

use crate::Report;

/// What can be chosen about how findings are told. Only the forms that people read pay heed to it, but for `docs_base`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderOptions {
    /// Whether the human form is in colour.
    pub color: bool,
    /// The number of columns to which the human form is laid out.
    pub width: usize,
    /// The most findings that are told; of the others only the number is.
    pub max_findings: usize,
    /// Whether codes in the human form are links to their pages; only if `docs_base` is given.
    pub hyperlinks: bool,
    /// What is put before `docs/findings/<code>.md`, such as the address of a site; nothing if the documents are beside.
    pub docs_base: String,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self { color: false, width: 100, max_findings: 50, hyperlinks: false, docs_base: String::new() }
    }
}

/// Tells the findings in a form, with the usual options.
pub fn render(format: Format, report: &Report<'_>) -> String {
    render_with(format, report, &RenderOptions::default())
}

/// Tells the findings in a form.
pub fn render_with(format: Format, report: &Report<'_>, options: &RenderOptions) -> String {
    match format {
        Format::Human => human::render(report, options),
        Format::Short => short::render(report, options),
        Format::Plain => plain::render(report, options),
        Format::Json => json::render(report, options),
        Format::Jsonl => json::render_lines(report, options),
        Format::Sarif => sarif::render(report, options),
        Format::Github => github::render(report),
        Format::Gitlab => gitlab::render(report),
        Format::Junit => junit::render(report),
        Format::Markdown => markdown::render(report, options),
    }
}
