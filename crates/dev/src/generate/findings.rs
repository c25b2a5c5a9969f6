//! The list of all codes, by what they are about.

use enquire::diagnostics::RULES;

use super::Generated;
use crate::project::at;

const INTRODUCTION: &str = "\
<!-- Written by `cargo xtask generate`. -->

# Findings

Everything that Enquire can say about an instrument and about [replies](replies.md) to it. Each code has a page with an example, the repair and the reason;
`enquire explain CODE` shows it.

An *error* has to be mended: while there is one, nothing is built. A *warning* can be
[acknowledged](language.md#acknowledging-a-warning) with a reason where it is meant. A reply with an error is not valid; one
with warnings is.
";

pub(super) fn index() -> Generated {
    let mut contents = INTRODUCTION.to_owned();
    let mut area = None;
    for rule in RULES {
        // INVARIANT: the rules stand by area.
        if area != Some(rule.area) {
            area = Some(rule.area);
            contents.extend(["\n## ", &capitalized(rule.area.name()), "\n\n| code | | meaning |\n|---|---|---|\n"]);
        }
        let (code, severity) = (rule.code, rule.severity.name());
        contents.extend(["| [`", code, "`](../findings/", code, ".md) | ", severity, " | ", rule.title, " |\n"]);
    }
    Generated { path: at("docs/reference/findings.md"), contents }
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
