//! Answers that are one string: texts, dates, codes and addresses.
//!
//! Patterns keep to what ECMAScript, Python and Rust read alike: anchored, ASCII, no look-around and no classes of Unicode.

use enquire_model::Date;
use serde_json::{Map, Value, json};

use super::{Owner, Shapes, closed, commented};
use crate::phrase;

/// One line.
pub(super) fn text(most_characters: Option<u32>, matching: Option<&str>) -> Value {
    let mut schema = Map::from_iter([("type".to_owned(), json!("string"))]);
    if let Some(most) = most_characters {
        schema.insert("maxLength".to_owned(), most.into());
    }
    if let Some(pattern) = matching {
        schema.insert("pattern".to_owned(), format!("^(?:{pattern})$").into());
    }
    schema.into()
}

/// Paragraphs.
pub(super) fn prose(most_words: Option<u32>) -> Value {
    let limit = most_words.map(|words| format!("soft limit of {words} words"));
    commented(limit, json!({ "type": "string" }))
}

/// A day.
pub(super) fn date(from: Option<Date>, to: Option<Date>) -> Value {
    commented(bounds(from, to), json!({ "type": "string", "format": "date" }))
}

/// A country or area.
pub(super) fn country() -> Value {
    json!({ "$comment": "ISO 3166-1 alpha-3", "type": "string", "pattern": "^[A-Z]{3}$" })
}

/// A language.
pub(super) fn language() -> Value {
    json!({ "$comment": "BCP 47", "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" })
}

/// A telephone number, with the separators that people write.
pub(crate) fn telephone() -> Value {
    json!({ "type": "string", "pattern": "^[+(0-9][0-9 ()./-]{2,39}$" })
}

/// An address of electronic mail. A pattern, because validators do not read `format: email` alike: that of Python asks for no more
/// than an @, and pydantic refuses whole domains.
pub(crate) fn email() -> Value {
    json!({ "type": "string", "pattern": "^[^ \\t\\r\\n@<>]+@[^ \\t\\r\\n@<>]+\\.[^ \\t\\r\\n@<>.]+$" })
}

/// An address on the web. A pattern, because types made of `format: uri` write it back changed, in Python and C# with a slash more.
pub(super) fn link() -> Value {
    json!({ "type": "string", "pattern": "^https?://[^ \\t\\r\\n<>\"]+$" })
}

impl Shapes<'_, '_> {
    /// A beginning and an end. Periods without bounds are all of one type.
    pub(super) fn period(&mut self, owner: &Owner, from: Option<Date>, to: Option<Date>) -> Value {
        let day = || json!({ "type": "string", "format": "date" });
        let properties = Map::from_iter([("beginning".to_owned(), day()), ("ending".to_owned(), day())]);
        let schema = closed(properties, &["beginning", "ending"]);
        let Some(comment) = bounds(from, to) else {
            return self.fixed("Period", schema);
        };
        self.defined(&format!("period of {}", owner.key), &format!("{}Period", owner.prefix), |_| {
            commented(Some(comment), schema)
        })
    }

    /// A file, which itself stands beside the reply.
    pub(super) fn file(&mut self) -> Value {
        self.fixed("File", file())
    }
}

/// The particulars of a file.
pub(crate) fn file() -> Value {
    let properties = [
        ("name", json!({ "type": "string", "minLength": 1 })),
        ("media_type", json!({ "type": "string", "pattern": "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$" })),
        ("size", json!({ "$comment": "bytes", "type": "integer", "minimum": 0, "maximum": super::MOST_INTEGER })),
        ("sha256", json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })),
    ];
    let required = properties.each_ref().map(|(key, _)| *key);
    let properties = properties.into_iter().map(|(key, schema)| (key.to_owned(), schema)).collect();
    closed(properties, &required)
}

fn bounds(from: Option<Date>, to: Option<Date>) -> Option<String> {
    phrase::bounds(from.as_ref(), to.as_ref()).map(|words| format!("{words}, which Enquire checks"))
}
