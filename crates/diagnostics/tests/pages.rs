//! Every code has a page, and every page says what it has to.

#![cfg(test)]

use std::collections::BTreeSet;

use enquire_diagnostics::{Area, RULES, Rule, Severity};

/// The headings of a page, in order.
fn headings(rule: &Rule) -> Vec<&str> {
    let mut in_block = false;
    let mut headings = Vec::new();
    for line in rule.page.lines() {
        if line.starts_with("```") {
            in_block = !in_block;
        }
        if !in_block && line.starts_with('#') {
            headings.push(line);
        }
    }
    headings
}

/// Whether it is about instruments. A reply has no author who could acknowledge anything.
fn is_of_instruments(rule: &Rule) -> bool {
    rule.area != Area::Replies
}

/// The text between a heading and the next.
fn part<'a>(rule: &'a Rule, heading: &str) -> &'a str {
    let after = rule.page.split_once(heading).map_or("", |(_, after)| after);
    after.split("\n## ").next().unwrap_or("")
}

#[test]
fn codes_are_kebab_case_and_used_once() {
    let codes: BTreeSet<_> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), RULES.len());
    for code in codes {
        assert!(code.chars().all(|char| char.is_ascii_lowercase() || "-8".contains(char)), "{code}");
    }
}

#[test]
fn pages_have_their_headings_in_order() {
    for rule in RULES {
        let mut expected =
            vec![format!("# {}", rule.code), "## Example".into(), "## Repaired".into(), "## Why it matters".into()];
        if rule.severity == Severity::Warning && is_of_instruments(rule) {
            expected.push("## If it is meant".into());
        }
        assert_eq!(headings(rule), expected);
    }
}

#[test]
fn pages_say_how_bad_it_is_and_what_it_means() {
    for rule in RULES {
        let second = rule.page.lines().nth(2).unwrap();
        let expected = format!("{}, {}", capitalized(rule.severity.name()), rule.area);
        assert_eq!(second, expected, "{}", rule.code);
        let meaning = rule.meaning();
        assert!(meaning.len() > 40, "{}: {meaning}", rule.code);
        assert!(!meaning.starts_with('#'), "{}: {meaning}", rule.code);
    }
}

#[test]
fn pages_show_the_mistake_and_its_repair() {
    for rule in RULES {
        for heading in ["## Example\n", "## Repaired\n"] {
            let block = if is_of_instruments(rule) { "```enq" } else { "```json" };
            assert!(part(rule, heading).contains(block), "{} {heading}", rule.code);
        }
        assert!(part(rule, "## Example\n").contains("```enq"), "{} has no instrument", rule.code);
        let fences = rule.page.lines().filter(|line| line.starts_with("```")).count();
        assert_eq!(fences % 2, 0, "{}", rule.code);
    }
}

#[test]
fn warnings_can_be_acknowledged_and_errors_cannot() {
    for rule in RULES {
        // The layout may put clauses in columns.
        let part = part(rule, "## If it is meant").split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = part.contains(&format!("allow {} \"", rule.code));
        let possible = rule.severity.can_be_acknowledged() && is_of_instruments(rule);
        assert_eq!(shown, possible, "{}", rule.code);
    }
}

#[test]
fn no_page_lacks_its_code() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/pages");
    for entry in std::fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let code = name.trim_end_matches(".md");
        assert!(enquire_diagnostics::rule(code).is_some(), "{name} is of no code");
    }
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
