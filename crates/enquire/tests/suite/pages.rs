//! Every `enq` block of the documents gives what its page says.

use enquire::diagnostics::{Area, Severity, rule};

use crate::outcome::{codes, none_failed, open, told};
use crate::samples::{Sample, samples};

/// Warnings that a block may give because it shows a part of an instrument and not the whole.
const OF_PARTS: &[&str] = &[
    "no-question",
    "provision-not-asked",
    "question-without-aspect",
    "question-without-provision",
    "section-provision-not-asked",
    "unused-declaration",
];

#[test]
fn blocks_give_what_their_page_says() {
    let mut failures = Vec::new();
    for sample in samples() {
        let compilation = sample.texts.compile();
        let mut found = match expected(&sample) {
            Expected::Whole(_) => codes(&compilation),
            Expected::Part(_) => open(&compilation)
                .filter(|it| it.severity() != Severity::Warning || !OF_PARTS.contains(&it.code()))
                .map(enquire::diagnostics::Diagnostic::code)
                .collect(),
        };
        found.sort_unstable();
        found.dedup();
        let (Expected::Whole(code) | Expected::Part(code)) = expected(&sample);
        let expected: Vec<&str> = code.into_iter().collect();
        if found != expected {
            failures.push(format!("{}: expected {expected:?}, found {found:?}\n{}", sample.name(), told(&compilation)));
        }
    }
    none_failed(&failures);
}

/// What a block is to give: the code, if any, and nothing else.
enum Expected<'s> {
    /// Nothing else at all.
    Whole(Option<&'s str>),
    /// Nothing else but what follows from its being a part.
    Part(Option<&'s str>),
}

/// On the page of a code the heading says it, elsewhere the block.
fn expected(sample: &Sample) -> Expected<'_> {
    let code = sample.page.strip_prefix("docs/findings/").and_then(|it| it.strip_suffix(".md"));
    let rule = code.and_then(rule);
    match (rule.map(|it| (it.code, it.area)), sample.heading.as_str()) {
        // The mistake is in the reply.
        (Some((_, Area::Replies)), _) => Expected::Whole(None),
        (Some((code, _)), "Example") => Expected::Whole(Some(code)),
        (Some(_), _) => Expected::Whole(None),
        (None, _) => Expected::Part(sample.error.as_deref()),
    }
}
