//! What is wrong with a reply, before it has a place in a text.

use enquire_diagnostics::{Rule, Severity};

use crate::path::{Location, Path};

/// A breach of a rule by a reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// The rule; its code is the name of the rule everywhere.
    pub rule: &'static Rule,
    /// Where it is.
    pub location: Location,
    /// The id of the question that it concerns, if it concerns one.
    pub question: Option<String>,
    /// What is wrong, on one line.
    pub message: String,
    /// What to do.
    pub help: Vec<String>,
    /// Other places that have to do with it, and how.
    pub related: Vec<(Location, String)>,
}

impl Breach {
    /// A breach by the value at `path`.
    pub(crate) fn of_value(rule: &'static Rule, path: &Path<'_>, message: String) -> Self {
        Self::new(rule, path, path.value(), message)
    }

    /// A breach by there being the member at `path`.
    pub(crate) fn of_name(rule: &'static Rule, path: &Path<'_>, message: String) -> Self {
        Self::new(rule, path, path.name(), message)
    }

    fn new(rule: &'static Rule, path: &Path<'_>, location: Location, message: String) -> Self {
        let question = path.question().map(|question| question.id.to_string());
        Self { rule, location, question, message, help: Vec::new(), related: Vec::new() }
    }

    /// Says what to do.
    #[must_use]
    pub(crate) fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Says what to do, if there is something to say.
    #[must_use]
    pub(crate) fn maybe_help(mut self, text: Option<String>) -> Self {
        self.help.extend(text);
        self
    }

    /// Points at another place.
    #[must_use]
    pub(crate) fn related(mut self, location: Location, text: impl Into<String>) -> Self {
        self.related.push((location, text.into()));
        self
    }

    /// Names the question that it concerns.
    #[must_use]
    pub(crate) fn concerning(mut self, question: &str) -> Self {
        self.question = Some(question.to_owned());
        self
    }

    /// Whether it makes the reply invalid.
    pub fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error
    }
}

/// Where the rules put what they find. One that only counts never builds a message: this is how a reply is judged fast.
#[derive(Debug)]
pub(crate) struct Found {
    breaches: Option<Vec<Breach>>,
    errors: usize,
    warnings: usize,
}

impl Found {
    /// Keeps every breach.
    pub(crate) fn explaining() -> Self {
        Self { breaches: Some(Vec::new()), errors: 0, warnings: 0 }
    }

    /// Only counts.
    pub(crate) fn counting() -> Self {
        Self { breaches: None, errors: 0, warnings: 0 }
    }

    /// Notes a breach of `rule`, which `make` puts in words.
    pub(crate) fn add(&mut self, rule: &'static Rule, make: impl FnOnce() -> Breach) {
        match rule.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning | Severity::Note | Severity::Unknown => self.warnings += 1,
        }
        if let Some(breaches) = &mut self.breaches {
            breaches.push(make());
        }
    }

    /// Whether what is found has to be put in words.
    pub(crate) fn is_explaining(&self) -> bool {
        self.breaches.is_some()
    }

    /// How many errors there are.
    pub(crate) fn errors(&self) -> usize {
        self.errors
    }

    /// Whether there is nothing at all.
    pub(crate) fn is_silent(&self) -> bool {
        self.errors == 0 && self.warnings == 0
    }

    /// What was kept.
    pub(crate) fn into_breaches(self) -> Vec<Breach> {
        self.breaches.unwrap_or_default()
    }
}
