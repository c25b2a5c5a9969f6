//! Whether two texts of JSON have the same content.

use serde_json::Value;

/// Adds what is different between replies that were read and the same as they were written back.
pub(super) fn compare(case: &str, read: &[String], written: &[String], differences: &mut Vec<String>) {
    if read.len() != written.len() {
        differences.push(format!("{case}: {} replies were read and {} written", read.len(), written.len()));
    }
    for (number, (read, written)) in read.iter().zip(written).enumerate() {
        match (serde_json::from_str(read), serde_json::from_str(written)) {
            (Ok(read), Ok(written)) => {
                let found = difference("", &read, &written);
                differences.extend(found.map(|it| format!("{case}, reply {}: {it}", number + 1)));
            }
            (Err(fault), _) | (_, Err(fault)) => differences.push(format!("{case}, reply {}: {fault}", number + 1)),
        }
    }
}

/// The first place where two values are different, and how.
fn difference(place: &str, read: &Value, written: &Value) -> Option<String> {
    match (read, written) {
        (Value::Object(read_members), Value::Object(written_members)) => {
            // Java writes `null` where there was nothing, which means the same in a reply.
            let added = written_members.iter().find(|(key, it)| !it.is_null() && !read_members.contains_key(*key));
            let changed = read_members.iter().find_map(|(key, it)| {
                difference(&format!("{place}/{key}"), it, written_members.get(key).unwrap_or(&Value::Null))
            });
            changed.or_else(|| added.map(|(key, it)| format!("{place}/{key} is new: {it}")))
        }
        (Value::Array(read_items), Value::Array(written_items)) if read_items.len() == written_items.len() => {
            let mut pairs = read_items.iter().zip(written_items).enumerate();
            pairs.find_map(|(number, (read, written))| difference(&format!("{place}/{number}"), read, written))
        }
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() => None,
        _ if read == written => None,
        _ => Some(format!("{place} was {read} and is {written}")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::difference;

    #[test]
    fn numbers_are_the_same_however_they_are_written() {
        assert_eq!(difference("", &json!({ "a": [5, 0.5] }), &json!({ "b": null, "a": [5.0, 0.50] })), None);
    }

    #[test]
    fn what_is_lost_or_changed_is_named() {
        let read = json!({ "a": { "b": ["x"] }, "c": 1 });
        let named = |written| difference("", &read, &written).unwrap();
        assert_eq!(named(json!({ "a": { "b": ["y"] }, "c": 1 })), r#"/a/b/0 was "x" and is "y""#);
        assert_eq!(named(json!({ "a": { "b": ["x"] } })), "/c was 1 and is null");
        assert_eq!(named(json!({ "a": { "b": ["x"] }, "c": 1, "d": 2 })), "/d is new: 2");
        assert_eq!(named(json!({ "a": { "b": [] }, "c": 1 })), r#"/a/b was ["x"] and is []"#);
    }
}
