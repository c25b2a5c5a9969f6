//! One finding: what is wrong, where, and what can be done.

use crate::{Fix, Phase, Rule, Severity, Span};

/// A finding about an instrument. All that any output says of it is in this one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    rule: &'static Rule,
    severity: Severity,
    message: String,
    span: Span,
    primary_label: Option<String>,
    labels: Vec<Label>,
    notes: Vec<String>,
    help: Vec<String>,
    fixes: Vec<Fix>,
    element: Option<String>,
    pointer: Option<String>,
    /// The reason for which the author accepts it. INVARIANT: only of a severity that can be acknowledged.
    acknowledgement: Option<String>,
}

/// A place that helps to understand a finding, and what it has to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place, possibly in another file.
    pub span: Span,
    /// What is to be seen there.
    pub text: String,
}

impl Diagnostic {
    /// A breach of `rule` at `span`. The message says what is wrong, not what to do.
    pub fn new(rule: &'static Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: message.into(),
            span,
            primary_label: None,
            labels: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
            fixes: Vec::new(),
            element: None,
            pointer: None,
            acknowledgement: None,
        }
    }

    /// Says what is wrong with the underlined text itself.
    #[must_use]
    pub fn with_primary_label(mut self, text: impl Into<String>) -> Self {
        self.primary_label = Some(text.into());
        self
    }

    /// Points at another place.
    #[must_use]
    pub fn with_label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds something worth knowing.
    #[must_use]
    pub fn with_note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Says what to do next.
    #[must_use]
    pub fn with_help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Offers a repair.
    #[must_use]
    pub fn with_fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// Names the declaration that it concerns by its id.
    #[must_use]
    pub fn with_element(mut self, id: impl Into<String>) -> Self {
        self.element = Some(id.into());
        self
    }

    /// Says where in a reply it is, as a JSON pointer (RFC 6901).
    #[must_use]
    pub fn with_pointer(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }

    /// Gives it another severity than its rule has.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        if !severity.can_be_acknowledged() {
            self.acknowledgement = None;
        }
        self
    }

    /// Marks it as accepted by the author, as [`acknowledge`](Self::acknowledge) does.
    #[must_use]
    pub fn acknowledged(mut self, reason: impl Into<String>) -> Self {
        self.acknowledge(reason);
        self
    }

    /// Marks it as accepted by the author for a reason. An error cannot be: then nothing happens and the answer is no.
    pub fn acknowledge(&mut self, reason: impl Into<String>) -> bool {
        let possible = self.severity.can_be_acknowledged();
        if possible {
            self.acknowledgement = Some(reason.into());
        }
        possible
    }

    /// The rule that is broken.
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// The code of the rule.
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The smallest text that is wrong.
    pub fn span(&self) -> Span {
        self.span
    }

    /// What is wrong with the underlined text itself.
    pub fn primary_label(&self) -> Option<&str> {
        self.primary_label.as_deref()
    }

    /// Other places to look at.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// What is worth knowing.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// What to do next.
    pub fn help(&self) -> &[String] {
        &self.help
    }

    /// Repairs on offer.
    pub fn fixes(&self) -> &[Fix] {
        &self.fixes
    }

    /// The id of the declaration that it concerns.
    pub fn element(&self) -> Option<&str> {
        self.element.as_deref()
    }

    /// Where in a reply it is, as a JSON pointer; nothing if it is not about a reply.
    pub fn pointer(&self) -> Option<&str> {
        self.pointer.as_deref()
    }

    /// The reason for which the author accepts it, if so.
    pub fn acknowledgement(&self) -> Option<&str> {
        self.acknowledgement.as_deref()
    }

    /// Whether the author accepts it.
    pub fn is_acknowledged(&self) -> bool {
        self.acknowledgement.is_some()
    }

    /// The stage of the work in which it was found.
    pub fn phase(&self) -> Phase {
        self.rule.area.phase()
    }
}
