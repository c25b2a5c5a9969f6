//! What comes of a reply in text: its findings, and who replied.

use enquire_diagnostics::{Diagnostic, Diagnostics, FileId, Severity};
use serde_json::Value;

use crate::breach::Breach;
use crate::checker::Checker;
use crate::json::{self, Places};

/// What was found in one reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Who replied, as far as that can be read.
    pub respondent: Option<Who>,
    /// What was found.
    pub diagnostics: Diagnostics,
}

/// A respondent, as named in a reply.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Who {
    /// The class.
    pub class: String,
    /// The name or code.
    pub name: String,
}

impl Verdict {
    /// Whether the reply is valid. Warnings do not make it invalid.
    pub fn is_valid(&self) -> bool {
        !self.diagnostics.has_errors()
    }

    /// How many errors were found.
    pub fn errors(&self) -> usize {
        self.diagnostics.count(Severity::Error)
    }

    /// How many warnings were found.
    pub fn warnings(&self) -> usize {
        self.diagnostics.count(Severity::Warning)
    }

    /// Whether there is nothing at all to say.
    pub fn is_silent(&self) -> bool {
        self.diagnostics.is_empty()
    }
}

impl Checker<'_> {
    /// Holds the reply in `text` against the instrument. Its findings point into `file`, in which `text` stands.
    pub fn check(&self, text: &str, file: FileId) -> Verdict {
        if let Some(verdict) = self.check_silently(text) {
            return verdict;
        }
        match json::read(text, file) {
            Ok(reply) => self.explain(&reply, &Places::of(text, file)),
            Err(fault) => Verdict { respondent: None, diagnostics: Diagnostics::from_iter([*fault]) },
        }
    }

    /// The verdict on the reply in `text` if there is nothing to say about it: the fast way, which puts nothing in words.
    pub fn check_silently(&self, text: &str) -> Option<Verdict> {
        let reply = json::read_sound(text)?;
        let respondent = who(&reply);
        self.is_silent(&reply).then(|| Verdict { respondent, diagnostics: Diagnostics::new() })
    }

    /// The same for a text that is one reply or a list of replies.
    pub fn check_all(&self, text: &str, file: FileId) -> Vec<Verdict> {
        let reply = match json::read(text, file) {
            Ok(reply) => reply,
            Err(fault) => return vec![Verdict { respondent: None, diagnostics: Diagnostics::from_iter([*fault]) }],
        };
        match (reply, Places::of(text, file).items()) {
            (Value::Array(replies), Ok(places)) => {
                replies.iter().zip(&places).map(|(reply, places)| self.explain(reply, places)).collect()
            }
            (reply, Ok(_)) => vec![self.explain(&reply, &Places::of(text, file))],
            (reply, Err(places)) => vec![self.explain(&reply, &places)],
        }
    }

    fn explain(&self, reply: &Value, places: &Places<'_>) -> Verdict {
        let found = self.breaches(reply).into_iter().map(|breach| diagnostic(breach, places));
        let diagnostics = found.chain(places.duplicates()).collect();
        Verdict { respondent: who(reply), diagnostics }
    }
}

fn who(reply: &Value) -> Option<Who> {
    let respondent = reply.get("respondent")?;
    let text = |key: &str| respondent.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(Who { class: text("class"), name: text("name") })
}

fn diagnostic(breach: Breach, places: &Places<'_>) -> Diagnostic {
    let span = places.find(&breach.location);
    let mut found = Diagnostic::new(breach.rule, span, breach.message).with_pointer(breach.location.pointer());
    for text in breach.help {
        found = found.with_help(text);
    }
    for (location, text) in breach.related {
        found = found.with_label(places.find(&location), text);
    }
    match breach.question {
        Some(question) => found.with_element(question),
        None => found,
    }
}
