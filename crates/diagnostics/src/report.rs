//! The findings of a run, put in order and counted, as every renderer takes them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::{Applicability, Diagnostic, Diagnostics, Severity, Sources};

/// The findings of a run with the texts they are about.
#[derive(Debug, Clone)]
pub struct Report<'a> {
    tool_version: &'a str,
    sources: &'a Sources,
    diagnostics: Diagnostics,
    summary: Summary,
    replies: Option<Tally>,
}

/// What came of the replies of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tally {
    /// How many were held against the instrument.
    pub replies: usize,
    /// Those without errors.
    pub valid: usize,
    /// Those of them with warnings.
    pub with_warnings: usize,
    /// Those with errors.
    pub invalid: usize,
    /// Whose replies have findings, in the order of the replies.
    pub respondents: Vec<RespondentTally>,
}

/// What was found in the replies of one respondent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RespondentTally {
    /// The class; empty if it cannot be read.
    pub class: String,
    /// The name or code; empty if it cannot be read.
    pub name: String,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// How much there is of what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Summary {
    /// Errors.
    pub errors: usize,
    /// Warnings that are not acknowledged.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
    /// Questions that the checker could not decide.
    pub unknown: usize,
    /// Warnings that the author has acknowledged; they are in no other count.
    pub acknowledged: usize,
    /// Findings that can be repaired by a program.
    pub fixes: FixCounts,
    /// The codes that occur, in alphabetical order.
    pub codes: Vec<CodeCount>,
}

/// How many findings have a fix of which kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FixCounts {
    /// Findings with a fix that keeps the meaning.
    pub safe: usize,
    /// Findings with a fix that may change the meaning.
    #[serde(rename = "unsafe")]
    pub unsafe_: usize,
    /// Findings with a fix that leaves words to be written.
    pub placeholder: usize,
}

/// How often a code occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CodeCount {
    /// The code.
    pub code: &'static str,
    /// How often.
    pub count: usize,
}

impl<'a> Report<'a> {
    /// Puts the findings in order and counts them.
    pub fn new(tool_version: &'a str, sources: &'a Sources, diagnostics: Diagnostics) -> Self {
        let diagnostics = diagnostics.into_sorted(sources);
        let summary = Summary::new(&diagnostics);
        Self { tool_version, sources, diagnostics, summary, replies: None }
    }

    /// Says what came of the replies that the findings are about.
    #[must_use]
    pub fn with_replies(self, replies: Tally) -> Self {
        Self { replies: Some(replies), ..self }
    }

    /// What came of the replies, if the findings are about replies.
    pub fn replies(&self) -> Option<&Tally> {
        self.replies.as_ref()
    }

    /// The version of the tool that found them.
    pub fn tool_version(&self) -> &'a str {
        self.tool_version
    }

    /// The texts they are about.
    pub fn sources(&self) -> &'a Sources {
        self.sources
    }

    /// The findings in order, acknowledged ones too.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// How much there is of what.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// The findings that are told to people.
    pub(crate) fn open(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|found| !found.is_acknowledged())
    }

    /// Every finding with a fingerprint that no other finding of the report has: the second of two that are alike has
    /// `-2` at the end of it.
    pub(crate) fn fingerprinted(&self) -> Vec<(&Diagnostic, String)> {
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        let distinct = |found| {
            let fingerprint = Diagnostic::fingerprint(found, self.sources);
            let count = seen.entry(fingerprint.clone()).or_default();
            *count += 1;
            let unique = if *count == 1 { fingerprint } else { format!("{fingerprint}-{count}") };
            (found, unique)
        };
        self.diagnostics.iter().map(distinct).collect()
    }
}

impl Summary {
    fn new(diagnostics: &Diagnostics) -> Self {
        let open = || diagnostics.iter().filter(|found| !found.is_acknowledged());
        let fixable = |kind| open().filter(|found| found.fixes().iter().any(|fix| fix.applicability == kind)).count();
        let mut codes: BTreeMap<&'static str, usize> = BTreeMap::new();
        for found in open() {
            *codes.entry(found.code()).or_default() += 1;
        }
        Self {
            errors: diagnostics.count(Severity::Error),
            warnings: diagnostics.count(Severity::Warning),
            notes: diagnostics.count(Severity::Note),
            unknown: diagnostics.count(Severity::Unknown),
            acknowledged: diagnostics.iter().filter(|found| found.is_acknowledged()).count(),
            fixes: FixCounts {
                safe: fixable(Applicability::Safe),
                unsafe_: fixable(Applicability::Unsafe),
                placeholder: fixable(Applicability::Placeholder),
            },
            codes: codes.into_iter().map(|(code, count)| CodeCount { code, count }).collect(),
        }
    }

    /// The counts as lines `errors=1`, as the steps of a GitHub workflow hand them on.
    pub fn step_outputs(&self) -> String {
        let Self { errors, warnings, notes, unknown, acknowledged, .. } = self;
        format!("errors={errors}\nwarnings={warnings}\nnotes={notes}\nunknown={unknown}\nacknowledged={acknowledged}\n")
    }
}
