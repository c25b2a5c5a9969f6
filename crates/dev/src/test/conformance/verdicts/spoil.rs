//! Wrong replies, made of right ones by a change here or there: what a program that fills in replies might get wrong.

use serde_json::{Map, Value, json};

/// Numbers that look like chance and are the same in every run.
#[derive(Debug)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `most`, which is not nought.
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }
}

/// `reply` with one change, at times with two. What it takes from elsewhere it takes from `other`, a reply to the same instrument.
pub(super) fn spoiled(reply: &Value, other: &Value, dice: &mut Dice) -> Value {
    let mut reply = reply.clone();
    for _ in 0..=dice.below(4) / 3 {
        if dice.below(3) == 0 {
            answers(&mut reply, other, dice);
        } else {
            // Most changes are made to answers, since there is most that can be wrong.
            let inside = dice.below(6) != 0;
            let part = if inside { reply.get_mut("answers") } else { Some(&mut reply) };
            if let Some(part) = part {
                somewhere(part, dice);
            }
        }
    }
    reply
}

/// Leaves an answer away, or takes one over from another reply, whether it is asked for or not.
fn answers(reply: &mut Value, other: &Value, dice: &mut Dice) {
    let Some(answers) = reply.get_mut("answers").and_then(Value::as_object_mut) else { return };
    if dice.below(2) == 0
        && let Some(key) = answers.keys().nth(dice.below(answers.len())).cloned()
    {
        answers.shift_remove(&key);
    } else if let Some(all) = other.get("answers").and_then(Value::as_object)
        && let Some((key, value)) = all.iter().nth(dice.below(all.len()))
    {
        answers.insert(key.clone(), value.clone());
    }
}

/// Goes down into `value` as far as chance will, and changes what is there.
fn somewhere(value: &mut Value, dice: &mut Dice) {
    let goes_on = dice.below(5) != 0;
    match value {
        Value::Object(members) if goes_on && !members.is_empty() => {
            let at = dice.below(members.len());
            if let Some(inner) = members.values_mut().nth(at) {
                somewhere(inner, dice);
            }
        }
        Value::Array(items) if goes_on && !items.is_empty() => {
            let at = dice.below(items.len());
            if let Some(inner) = items.get_mut(at) {
                somewhere(inner, dice);
            }
        }
        Value::Object(members) => object(members, dice),
        Value::Array(items) => list(items, dice),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => *value = single(value, dice),
    }
}

fn object(members: &mut Map<String, Value>, dice: &mut Dice) {
    match dice.below(3) {
        0 => {
            members.insert("no_such_member".to_owned(), json!("x"));
        }
        _ => {
            if let Some(key) = members.keys().nth(dice.below(members.len())).cloned() {
                members.shift_remove(&key);
            }
        }
    }
}

fn list(items: &mut Vec<Value>, dice: &mut Dice) {
    match dice.below(3) {
        0 => items.clear(),
        1 => items.extend(items.first().cloned()),
        _ => items.push(json!("no_such_option")),
    }
}

/// Another value in the place of one that has no parts.
fn single(value: &Value, dice: &mut Dice) -> Value {
    let others = [
        json!("no_such_option"),
        json!(""),
        json!(-7),
        json!(2.5),
        json!(1_000_000_000),
        json!(true),
        json!(null),
        json!([]),
        json!({}),
    ];
    if let (Value::String(text), 0) = (value, dice.below(3)) {
        return json!(format!("{text}{text}"));
    }
    others.get(dice.below(others.len())).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_replies_are_changed_and_all_can_be_made_again() {
        let reply = json!({ "round": 1, "answers": { "fund": "yes", "laws": [{ "title": "Act" }], "cases": 3 } });
        let other = json!({ "round": 1, "answers": { "since": 1990 } });
        let make = || {
            let mut dice = Dice::new(7);
            (0..100).map(|_| spoiled(&reply, &other, &mut dice)).collect::<Vec<_>>()
        };
        assert!(make().iter().filter(|it| **it != reply).count() > 90);
        assert_eq!(make(), make());
    }
}
