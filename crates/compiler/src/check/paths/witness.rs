//! The reply that shows something, in a line: `redress: in_part, fund: yes`.

use enquire_logic::Witness;
use serde_json::Value as Json;

/// More answers than these are counted and not told.
const MOST_ANSWERS: usize = 6;

/// The answers of a reply in a line, as part of a sentence.
pub(super) fn in_words(witness: &Witness) -> String {
    let told: Vec<String> =
        witness.answers.iter().take(MOST_ANSWERS).map(|(id, value)| format!("{id}: {}", shown(value))).collect();
    match witness.answers.len().checked_sub(MOST_ANSWERS) {
        _ if told.is_empty() => "nothing answered".to_owned(),
        None | Some(0) => told.join(", "),
        Some(more) => format!("{} and {more} more answers", told.join(", ")),
    }
}

/// A value of a reply without the marks of JSON.
fn shown(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Array(entries) => entries.iter().map(shown).collect::<Vec<_>>().join(" + "),
        Json::Object(parts) => {
            let parts: Vec<String> = parts.iter().map(|(name, value)| format!("{name} {}", shown(value))).collect();
            format!("({})", parts.join(", "))
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use enquire_logic::Witness;
    use enquire_model::Date;
    use serde_json::json;

    fn witness(answers: &serde_json::Value) -> Witness {
        let answers = answers.as_object().unwrap().iter().map(|(id, it)| (id.clone(), it.clone())).collect();
        Witness { answers, as_at: "2007-06-30".parse::<Date>().unwrap() }
    }

    #[test]
    fn answers_are_told_in_a_line() {
        let line = in_words(&witness(&json!({ "fund": "yes", "kinds": ["a", "b"], "n": 7 })));
        assert_eq!(line, "fund: yes, kinds: a + b, n: 7");
        assert_eq!(in_words(&witness(&json!({}))), "nothing answered");
        let many = in_words(&witness(&json!({ "a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1, "h": 1 })));
        assert!(many.ends_with("f: 1 and 2 more answers"), "{many}");
    }
}
