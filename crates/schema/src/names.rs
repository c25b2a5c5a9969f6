//! Names of types in `$defs`, and the definitions made so far.

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

/// An id in `PascalCase`: `redress_laws` is `RedressLaws`.
pub(crate) fn pascal(id: &str) -> String {
    id.split('_')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

/// A reference to the definition `name`.
pub(crate) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// The definitions of a schema.
///
/// A name ends in what the type is (`ExtentScale`, `LawRecord`), so that adding an element never renames another's type.
/// Only two ids that differ in nothing but an underscore before a figure (`a1` and `a_1`) can still meet: the later one gets a number.
#[derive(Debug, Default)]
pub(crate) struct Definitions {
    /// The name of the type behind each key, a key being what the type is for: `scale extent`.
    names: IndexMap<String, String>,
    schemas: IndexMap<String, Value>,
}

impl Definitions {
    /// The name of the type for `key` if there is one, else a new one, as near to `wish` as can be, and false.
    pub(crate) fn name(&mut self, key: &str, wish: &str) -> (String, bool) {
        if let Some(name) = self.names.get(key) {
            return (name.clone(), true);
        }
        let mut name = wish.to_owned();
        for number in 2.. {
            if !self.names.values().any(|taken| *taken == name) {
                break;
            }
            name = format!("{wish}{number}");
        }
        self.names.insert(key.to_owned(), name.clone());
        (name, false)
    }

    /// Says what the type `name` is.
    pub(crate) fn define(&mut self, name: &str, schema: Value) {
        self.schemas.insert(name.to_owned(), titled(name, schema));
    }

    /// Every definition, by name in alphabetical order: the order in which questions use them does not matter.
    pub(crate) fn finish(mut self) -> Value {
        self.schemas.sort_unstable_keys();
        self.schemas.into_iter().collect::<Map<_, _>>().into()
    }
}

/// `schema` with `title` first.
fn titled(title: &str, schema: Value) -> Value {
    let mut named = Map::from_iter([("title".to_owned(), title.into())]);
    if let Value::Object(mut rest) = schema {
        named.append(&mut rest);
    }
    named.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_become_pascal_case() {
        assert_eq!(pascal("redress_laws"), "RedressLaws");
        assert_eq!(pascal("a"), "A");
        assert_eq!(pascal("part_2_b"), "Part2B");
    }

    #[test]
    fn a_key_keeps_its_name_and_a_taken_name_gets_a_number() {
        let mut definitions = Definitions::default();
        assert_eq!(definitions.name("scale a1", "A1Scale"), ("A1Scale".to_owned(), false));
        assert_eq!(definitions.name("scale a_1", "A1Scale"), ("A1Scale2".to_owned(), false));
        assert_eq!(definitions.name("scale a1", "A1Scale"), ("A1Scale".to_owned(), true));
    }
}
