//! From a code to its rule.

use crate::Rule;
use crate::codes::RULES;

/// Codes that were renamed, and what they are called now. A code is never reused, so a row stays for ever.
static RENAMED: &[(&str, &str)] = &[];

/// The most suggestions for a mistyped code.
const SUGGESTIONS: usize = 3;

/// The rule of a code, by its present or a former name.
pub fn rule(code: &str) -> Option<&'static Rule> {
    find(current(code, RENAMED))
}

/// The rules whose codes are most like a mistyped one, the most like first; at most three.
pub fn nearest(code: &str) -> Vec<&'static Rule> {
    let limit = (code.chars().count() / 3).max(2);
    let mut near: Vec<_> = RULES
        .iter()
        .map(|rule| (strsim::osa_distance(code, rule.code), *rule))
        .filter(|(distance, _)| *distance <= limit)
        .collect();
    near.sort_by_key(|(distance, rule)| (*distance, rule.code));
    near.into_iter().map(|(_, rule)| rule).take(SUGGESTIONS).collect()
}

fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}

/// Follows renamings; a name that was changed several times has a row for each.
fn current<'a>(code: &'a str, renamed: &[(&str, &'a str)]) -> &'a str {
    let mut code = code;
    // A circle of rows cannot be followed further than there are rows.
    for _ in renamed {
        match renamed.iter().find(|(old, _)| *old == code) {
            Some((_, new)) => code = new,
            None => break,
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_rule_by_its_code() {
        assert_eq!(rule("duplicate-name").map(|rule| rule.code), Some("duplicate-name"));
        assert!(rule("duplicate name").is_none());
    }

    #[test]
    fn follows_renamings_but_not_for_ever() {
        let renamed = [("a", "b"), ("b", "c"), ("x", "y"), ("y", "x")];
        assert_eq!(current("a", &renamed), "c");
        assert_eq!(current("c", &renamed), "c");
        assert!(["x", "y"].contains(&current("x", &renamed)));
    }

    #[test]
    fn renamed_codes_lead_to_a_rule_and_are_not_in_use() {
        for (old, _) in RENAMED {
            assert!(rule(old).is_some(), "{old} leads nowhere");
            assert!(find(old).is_none(), "{old} is in use");
        }
    }

    #[test]
    fn suggests_what_is_near() {
        let near: Vec<_> = nearest("duplicat-names").iter().map(|rule| rule.code).collect();
        assert_eq!(near.first(), Some(&"duplicate-name"));
        assert!(near.len() <= SUGGESTIONS);
        assert!(nearest("something quite else").is_empty());
    }
}
