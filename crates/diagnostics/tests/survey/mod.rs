//! A small survey with one finding of every sort.

use enquire_diagnostics::{Diagnostic, Diagnostics, FileId, Fix, Severity, Sources, Span, codes};

/// Why the one acknowledged warning is accepted.
pub(super) const REASON: &str = "the Declaration speaks of the exception";

const ROOT: &str = r#"instrument victim_survey version 1.0.0 {
  title     "Assistance to victims"
  languages en, ar, zh
}
use "sections/access.enq"
use "sections/missing.enq"
question redress "هل يمكن للضحايا الحصول على redress؟" {
  answer one of extent
}
when redress = maybe {
  question since "从哪一年开始？" { answer year from 1900  aspect status }
}
question not_told "Are there victims who are not told of their rights?" {
  answer one of extent
}
"#;

const ACCESS: &str = r#"scale extent { yes "Yes"  in_part "Yes, in part"  no "No" }
question redress "Can victims claim <redress> & costs?" {
  answer one of extent
}
"#;

const EARLIER: &str = "question fee \"Is a fee due?\" {\n  answer yes_no\n}\n";

/// The texts, and what is found in them.
pub(super) fn findings() -> (Sources, Diagnostics) {
    let mut sources = Sources::new();
    let root = sources.add("instrument.enq", ROOT);
    let access = sources.add("sections/access.enq", ACCESS);
    let missing = sources.add("sections/missing.enq", "");
    let earlier = sources.add_earlier("instrument.enq", EARLIER, "v0.9");
    let mut found = errors(&sources, root, access, missing);
    found.extend(others(&sources, root, earlier));
    (sources, found)
}

fn errors(sources: &Sources, root: FileId, access: FileId, missing: FileId) -> Diagnostics {
    let maybe = find(sources, root, "maybe");
    let gap = find(sources, root, "  aspect status");
    let mut found = Diagnostics::new();
    found.push(
        Diagnostic::new(&codes::VALUE_NOT_IN_SCALE, maybe, "`maybe` is not an answer of `redress`")
            .with_primary_label("never true")
            .with_label(find(sources, root, "redress \""), "the question")
            .with_label(find(sources, access, "extent"), "its answers: yes, in_part, no")
            .with_help("did you mean `yes`?")
            .with_help("or add `maybe` to the scale `extent`, if States are to be able to choose it when they answer")
            .with_element("since")
            .with_fix(Fix::unsafe_("write `yes` instead of `maybe`").with_edit(maybe, "yes")),
    );
    found.push(
        Diagnostic::new(
            &codes::DUPLICATE_NAME,
            find(sources, access, "redress"),
            "question `redress` is defined twice",
        )
        .with_label(find(sources, root, "redress"), "first defined here")
        .with_help("give one of them another name")
        .with_element("redress"),
    );
    found.push(
        Diagnostic::new(
            &codes::CLAUSES_ON_ONE_LINE,
            find(sources, root, "aspect"),
            "`aspect` begins on the line of `answer`",
        )
        .with_note("a clause ends with its line: 100% of them, always")
        .with_fix(Fix::safe("put it on a line of its own").with_edit(gap, "\n    aspect status")),
    );
    found.push(Diagnostic::new(
        &codes::FILE_NOT_FOUND,
        Span::new(missing, 0, 0),
        "there is no file `sections/missing.enq`",
    ));
    found
}

fn others(sources: &Sources, root: FileId, earlier: FileId) -> Diagnostics {
    let wording = find(sources, root, "Are there victims who are not told of their rights?");
    let mut found = Diagnostics::new();
    found.push(
        Diagnostic::new(&codes::NEGATIVE_WORDING, wording, "question `not_told` is put in the negative")
            .acknowledged(REASON),
    );
    found.push(Diagnostic::new(&codes::SCALE_WITHOUT_NONRESPONSE, wording, "`not_told` offers no way out").with_fix(
        Fix::placeholder("add one").with_edit(Span::new(root, wording.end + 3, wording.end + 3), "\n  nonresponse …"),
    ));
    found.push(
        Diagnostic::new(
            &codes::PATH_BUDGET,
            find(sources, root, "victim_survey"),
            "the longest path through `victim_survey` could not be worked out",
        )
        .with_severity(Severity::Unknown),
    );
    found.push(
        Diagnostic::new(
            &codes::WITHDRAWN_ID,
            find(sources, earlier, "fee"),
            "question `fee` is gone, and its id is not withdrawn",
        )
        .with_severity(Severity::Note),
    );
    // The same again: it is told once.
    found.push(found.iter().next().cloned().unwrap());
    found
}

/// The first place of `needle` in a file.
fn find(sources: &Sources, file: FileId, needle: &str) -> Span {
    let start = u32::try_from(sources.text(file).find(needle).unwrap()).unwrap();
    Span::new(file, start, start + u32::try_from(needle.len()).unwrap())
}
