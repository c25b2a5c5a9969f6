//! Tests of a JSON object, put together with `and`, `or` and `not`, and written as JSON Schema.
//!
//! Conditions and rules are built as [`Predicate`]s and rendered once. Tests of properties of one object that all have to
//! hold become one object schema, so that a condition over three answers reads as one object with three properties.

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

/// A test of a JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Predicate {
    /// Holds of everything.
    Always,
    /// Holds of nothing.
    Never,
    /// The value is one of these.
    OneOf(Vec<Value>),
    /// The value meets a schema of its own.
    Meets(Value),
    /// The value is an object, and each of these properties is as said.
    Object(IndexMap<String, Property>),
    /// Each of these holds.
    All(Vec<Predicate>),
    /// At least one of these holds.
    Any(Vec<Predicate>),
    /// This does not hold.
    Not(Box<Predicate>),
}

/// What is asked of a property.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Property {
    /// It is not there.
    Absent,
    /// It is there, and its value passes.
    Is(Predicate),
}

impl Predicate {
    /// The value is an object whose property `key` is there and passes `test`.
    pub(crate) fn property(key: &str, test: Self) -> Self {
        if test == Self::Never {
            return Self::Never;
        }
        Self::Object(IndexMap::from([(key.to_owned(), Property::Is(test))]))
    }

    /// The value is an object with the property `key`.
    pub(crate) fn present(key: &str) -> Self {
        Self::property(key, Self::Always)
    }

    /// The value is an object without the property `key`.
    pub(crate) fn absent(key: &str) -> Self {
        Self::Object(IndexMap::from([(key.to_owned(), Property::Absent)]))
    }

    /// The properties `path` lead, one inside the other, to a value that passes `test`.
    pub(crate) fn at<S: AsRef<str>>(path: &[S], test: Self) -> Self {
        path.iter().rev().fold(test, |inner, key| Self::property(key.as_ref(), inner))
    }

    /// The value is one of these.
    pub(crate) fn one_of<T: Into<Value>>(values: impl IntoIterator<Item = T>) -> Self {
        let values: Vec<Value> = values.into_iter().map(Into::into).collect();
        if values.is_empty() { Self::Never } else { Self::OneOf(values) }
    }

    /// Each of `parts` holds.
    pub(crate) fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut objects = IndexMap::new();
        let mut values: Option<Vec<Value>> = None;
        let mut others = Vec::new();
        for part in parts.into_iter().flat_map(|part| if let Self::All(inner) = part { inner } else { vec![part] }) {
            match part {
                Self::Always => {}
                Self::Never => return Self::Never,
                Self::OneOf(found) => match &mut values {
                    Some(known) => known.retain(|value| found.contains(value)),
                    None => values = Some(found),
                },
                Self::Object(properties) => {
                    if !properties.into_iter().all(|(key, property)| join(&mut objects, key, property)) {
                        return Self::Never;
                    }
                }
                Self::Meets(_) | Self::All(_) | Self::Any(_) | Self::Not(_) => {
                    if !others.contains(&part) {
                        others.push(part);
                    }
                }
            }
        }
        if values.as_ref().is_some_and(Vec::is_empty) {
            return Self::Never;
        }
        let objects = (!objects.is_empty()).then_some(Self::Object(objects));
        let merged = objects.into_iter().chain(values.map(Self::OneOf));
        one_or(merged.chain(others).collect(), Self::Always, Self::All)
    }

    /// At least one of `parts` holds.
    pub(crate) fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut found = Vec::new();
        for part in parts.into_iter().flat_map(|part| if let Self::Any(inner) = part { inner } else { vec![part] }) {
            if part == Self::Always {
                return Self::Always;
            }
            if part != Self::Never && !found.contains(&part) {
                found.push(part);
            }
        }
        one_or(found, Self::Never, Self::Any)
    }

    /// `part` does not hold.
    pub(crate) fn not(part: Self) -> Self {
        match part {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            Self::Not(inner) => *inner,
            Self::OneOf(_) | Self::Meets(_) | Self::Object(_) | Self::All(_) | Self::Any(_) => {
                Self::Not(Box::new(part))
            }
        }
    }

    /// The test as JSON Schema.
    pub(crate) fn to_schema(&self) -> Value {
        match self {
            Self::Always => Value::Bool(true),
            Self::Never => Value::Bool(false),
            Self::OneOf(values) => json!({ "enum": values }),
            Self::Meets(schema) => schema.clone(),
            Self::Object(properties) => object(properties),
            Self::All(parts) => json!({ "allOf": schemas(parts) }),
            Self::Any(parts) => json!({ "anyOf": schemas(parts) }),
            Self::Not(part) => json!({ "not": part.to_schema() }),
        }
    }

    /// The properties that the test looks at directly, those only forbidden included.
    pub(crate) fn reads(&self) -> Vec<&str> {
        match self {
            Self::Always | Self::Never | Self::OneOf(_) | Self::Meets(_) => Vec::new(),
            Self::Object(properties) => properties.keys().map(String::as_str).collect(),
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::reads).collect(),
            Self::Not(part) => part.reads(),
        }
    }
}

/// Adds what is asked of a property to what is asked already; false if both cannot be.
fn join(objects: &mut IndexMap<String, Property>, key: String, property: Property) -> bool {
    let joined = match (objects.get(&key), property) {
        (None, property) | (Some(Property::Absent), property @ Property::Absent) => property,
        (Some(Property::Absent), Property::Is(_)) | (Some(Property::Is(_)), Property::Absent) => {
            return false;
        }
        (Some(Property::Is(known)), Property::Is(test)) => Property::Is(Predicate::all([known.clone(), test])),
    };
    let possible = joined != Property::Is(Predicate::Never);
    objects.insert(key, joined);
    possible
}

/// `none` for no parts, the part itself for one, `many` for more.
fn one_or(mut parts: Vec<Predicate>, none: Predicate, many: fn(Vec<Predicate>) -> Predicate) -> Predicate {
    match (parts.len(), parts.pop()) {
        (1, Some(only)) => only,
        (_, Some(last)) => {
            parts.push(last);
            many(parts)
        }
        (_, None) => none,
    }
}

fn schemas(parts: &[Predicate]) -> Vec<Value> {
    parts.iter().map(Predicate::to_schema).collect()
}

fn object(properties: &IndexMap<String, Property>) -> Value {
    let mut tests = Map::new();
    let mut required = Vec::new();
    for (key, property) in properties {
        let test = match property {
            Property::Absent => Value::Bool(false),
            Property::Is(test) => {
                required.push(key.as_str());
                test.to_schema()
            }
        };
        tests.insert(key.clone(), test);
    }
    let mut schema = Map::from_iter([("type".to_owned(), json!("object")), ("properties".to_owned(), tests.into())]);
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yes(key: &str) -> Predicate {
        Predicate::at(&["answers", key], Predicate::one_of(["yes"]))
    }

    #[test]
    fn tests_of_two_answers_are_one_object() {
        let both = Predicate::all([yes("a"), yes("b")]);
        assert_eq!(
            both.to_schema(),
            json!({
                "type": "object",
                "properties": {
                    "answers": {
                        "type": "object",
                        "properties": { "a": { "enum": ["yes"] }, "b": { "enum": ["yes"] } },
                        "required": ["a", "b"]
                    }
                },
                "required": ["answers"]
            })
        );
    }

    #[test]
    fn values_that_one_answer_may_have_are_those_of_every_test() {
        let wide = Predicate::at(&["answers", "a"], Predicate::one_of(["yes", "no"]));
        assert_eq!(Predicate::all([wide.clone(), yes("a")]), yes("a"));
        let other = Predicate::at(&["answers", "a"], Predicate::one_of(["in_part"]));
        assert_eq!(Predicate::all([wide, other]), Predicate::Never);
    }

    #[test]
    fn a_property_cannot_be_present_and_absent() {
        let absent = Predicate::property("answers", Predicate::absent("a"));
        assert_eq!(Predicate::all([yes("a"), absent]), Predicate::Never);
    }

    #[test]
    fn what_always_or_never_holds_leaves_no_trace() {
        assert_eq!(Predicate::all([Predicate::Always, yes("a")]), yes("a"));
        assert_eq!(Predicate::any([Predicate::Never, yes("a"), yes("a")]), yes("a"));
        assert_eq!(Predicate::all([Predicate::Never, yes("a")]), Predicate::Never);
        assert_eq!(Predicate::any([Predicate::Always, yes("a")]), Predicate::Always);
        assert_eq!(Predicate::all([]), Predicate::Always);
        assert_eq!(Predicate::any([]), Predicate::Never);
    }

    #[test]
    fn not_not_is_the_test_itself() {
        assert_eq!(Predicate::not(Predicate::not(yes("a"))), yes("a"));
    }
}
