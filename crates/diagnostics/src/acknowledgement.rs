//! The author's word that a warning is meant to be so.

use crate::{Diagnostic, Rule, Span};

/// An `allow` clause: findings of this rule are accepted, for this reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// The rule whose breach is accepted.
    pub rule: &'static Rule,
    /// Why.
    pub reason: String,
    /// Where the clause stands.
    pub span: Span,
}

impl Acknowledgement {
    /// Whether a finding is of this rule and can be acknowledged. Where the clause applies is for the caller to know.
    pub fn covers(&self, diagnostic: &Diagnostic) -> bool {
        diagnostic.rule() == self.rule && diagnostic.severity().can_be_acknowledged()
    }
}
