//! Where in the expansion of patterns the lowering is: prefixes of ids, and the values of parameters.

use enquire_diagnostics::Span;
use rustc_hash::{FxHashMap, FxHashSet};

use super::cursor::Placed;

/// What an application gives to a parameter.
#[derive(Debug, Clone)]
pub(crate) enum Argument {
    /// A text that is put into texts.
    Text(String),
    /// Values that are put into clauses and expressions.
    Values(Vec<Placed>),
    /// Nothing that can be used: it has been reported, or the pattern is not applied.
    Unknown,
}

/// The surroundings of an item: none outside patterns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Env {
    /// What ids begin with.
    pub(crate) prefix: Option<String>,
    /// The values of parameters, by name.
    pub(crate) parameters: FxHashMap<String, Argument>,
    /// The ids that the pattern itself declares, without prefix.
    pub(crate) local: FxHashSet<String>,
    /// What this application leaves out, by id.
    pub(crate) without: FxHashSet<String>,
    /// The patterns that are being expanded, outermost first, and where each was applied.
    pub(crate) open: Vec<(String, Span)>,
}

impl Env {
    /// The id that `written` becomes where it is declared here.
    pub(crate) fn declared(&self, written: &str) -> String {
        self.prefix.as_ref().map_or_else(|| written.to_owned(), |prefix| format!("{prefix}_{written}"))
    }

    /// The id that `written` means where it is referred to here: the pattern's own if it has one, else the instrument's.
    pub(crate) fn referred(&self, written: &str) -> String {
        if self.local.contains(written) { self.declared(written) } else { written.to_owned() }
    }

    /// The values that the parameter `name` stands for, if it is one and has any.
    pub(crate) fn values(&self, name: &str) -> Option<&[Placed]> {
        match self.parameters.get(name)? {
            Argument::Values(values) => Some(values),
            Argument::Text(_) | Argument::Unknown => None,
        }
    }

    /// Whether `name` is a parameter.
    pub(crate) fn is_parameter(&self, name: &str) -> bool {
        self.parameters.contains_key(name)
    }
}
