//! The replies in the documents: those on the page of a code about replies, and those of the page on replies.
//!
//! ```text
//! json reply      a whole reply
//! json answers    the answers of a reply to `example/1.0.0`
//! ```
//!
//! They are held against the instrument in the nearest `enq` block before them. Under `Example` they give the code of the page
//! and no other, elsewhere nothing. The same holds of each on the fast way and on the one that explains.

use enquire::diagnostics::{Area, Format, RULES, Report, Sources, render};
use enquire::reply::{Checker, Verdict};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use crate::outcome::none_failed;
use crate::place::project;
use crate::samples::{as_instrument, text_of};

/// A reply on a page, and what it is held against.
struct Shown {
    heading: String,
    instrument: String,
    reply: String,
}

/// The replies on a page.
fn shown(page: &str) -> Vec<Shown> {
    let text = std::fs::read_to_string(project(page)).unwrap();
    let mut events = Parser::new(&text).into_offset_iter();
    let (mut heading, mut instrument, mut found) = (String::new(), String::new(), Vec::new());
    while let Some((event, _)) = events.next() {
        if let Event::Start(Tag::Heading { .. }) = event {
            heading = text_of(&mut events);
        } else if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = event {
            let block = text_of(&mut events);
            let reply = match &*info {
                "enq" => {
                    instrument = block;
                    continue;
                }
                "json reply" => block,
                "json answers" => whole(&block),
                _ => continue,
            };
            found.push(Shown { heading: heading.clone(), instrument: instrument.clone(), reply });
        }
    }
    found
}

/// A reply with these answers. They may be no JSON, so the text is put together.
fn whole(answers: &str) -> String {
    format!(
        r#"{{"instrument": "example/1.0.0", "respondent": {{"class": "member_states", "name": "XXX"}},
"as_at": "2007-06-30", "language": "en", "round": 1, "answers": {answers}}}"#
    )
}

/// What comes of a reply, with the findings in words.
fn check(shown: &Shown) -> (Verdict, String) {
    let compilation = as_instrument(&shown.instrument).compile();
    let valid = compilation.checked.unwrap();
    let checker = Checker::new(valid.instrument());
    let mut sources = Sources::new();
    let file = sources.add("reply.json", shown.reply.as_str());
    let verdict = checker.check(&shown.reply, file);
    let told = render(Format::Plain, &Report::new("", &sources, verdict.diagnostics.clone()));
    (verdict, told)
}

fn codes(verdict: &Verdict) -> Vec<&'static str> {
    let mut codes: Vec<_> = verdict.diagnostics.iter().map(enquire::diagnostics::Diagnostic::code).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn replies_on_pages_give_their_code_and_no_other() {
    let mut failures = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.area == Area::Replies) {
        let all = shown(&format!("docs/findings/{}.md", rule.code));
        let of = |heading| all.iter().filter(|it| it.heading == heading).count();
        if of("Example") != 1 || of("Repaired") != 1 {
            failures.push(format!("{} has not one reply under each heading", rule.code));
        }
        for shown in &all {
            let (verdict, told) = check(shown);
            let expected: &[&str] = if shown.heading == "Example" { &[rule.code] } else { &[] };
            if codes(&verdict) != expected {
                failures.push(format!("{}, {}: expected {expected:?}\n{told}", rule.code, shown.heading));
            }
        }
    }
    none_failed(&failures);
}

#[test]
fn findings_are_told_as_read() {
    let mut told = String::new();
    for rule in RULES.iter().filter(|rule| rule.area == Area::Replies) {
        for shown in shown(&format!("docs/findings/{}.md", rule.code)).iter().filter(|it| it.heading == "Example") {
            let words = check(shown).1;
            let finding = words.split("\n\n").next().unwrap_or_default();
            told.push_str(finding);
            told.push_str("\n\n");
        }
    }
    insta::assert_snapshot!(told);
}

/// Findings that follow from another are left out, and only those.
#[test]
fn one_mistake_gives_one_finding() {
    let instrument = r#"question redress "Can victims claim redress in court?" {
  required
  answer yes_no
}
when redress = yes {
  question since "Since which year?" {
    answer year from 1900
  }
}
"#;
    let cases: [(&str, &[&str]); 5] = [
        (r#"{"redres": "yes", "since": 1950}"#, &["unknown-question"]),
        (r#"{"redress": "Yes", "since": 1950}"#, &["not-an-option"]),
        (r#"{"redress": null, "since": 1950}"#, &["wrong-type"]),
        (r#"{"redress": "no", "redres": "yes", "since": 1950}"#, &["not-asked", "unknown-question"]),
        (r#"{"redress": "no", "since": 1850}"#, &["not-asked", "out-of-bounds"]),
    ];
    for (answers, expected) in cases {
        let shown = Shown { heading: String::new(), instrument: instrument.to_owned(), reply: whole(answers) };
        let (verdict, told) = check(&shown);
        assert_eq!(codes(&verdict), expected, "{answers}\n{told}");
    }
}
