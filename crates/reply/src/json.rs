//! The text of a reply: JSON, read strictly, and where in it a value stands.

use enquire_diagnostics::codes::{DUPLICATE_MEMBER, INVALID_JSON, NUMBER_TOO_LARGE};
use enquire_diagnostics::{Diagnostic, FileId, Span};
use indexmap::IndexMap;
use jsonc_parser::ast;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::Value;

use crate::path::{End, Location, Stepped};
use crate::unique;

/// A text with the places of its values.
#[derive(Debug)]
pub(crate) struct Places<'t> {
    file: FileId,
    tree: Option<ast::Value<'t>>,
    length: usize,
}

/// Reads the text of a reply, without the places of its values.
///
/// # Errors
/// If it is not JSON: the finding that says so.
pub(crate) fn read(text: &str, file: FileId) -> Result<Value, Box<Diagnostic>> {
    serde_json::from_str(text).map_err(|fault| Box::new(not_json(text, file, &fault)))
}

/// Reads the text of a reply if nothing is wrong with it: it is JSON, and no object has a member twice.
pub(crate) fn read_sound(text: &str) -> Option<Value> {
    unique::read(text).ok()
}

fn not_json(text: &str, file: FileId, fault: &serde_json::Error) -> Diagnostic {
    let words = fault.to_string();
    let words = words.split(" at line ").next().unwrap_or(&words).to_owned();
    let at = offset(text, fault.line(), fault.column());
    let span = span(file, at, at + usize::from(at < text.len()));
    if words.starts_with("number out of range") {
        let message = "a number here is too large for any program to read";
        return Diagnostic::new(&NUMBER_TOO_LARGE, span, message).with_help("check the figure, and the unit it is in");
    }
    let (message, help) = explained(&words);
    Diagnostic::new(&INVALID_JSON, span, message).with_help(help)
}

/// What the reader of JSON says, in our words, and what to do.
fn explained(words: &str) -> (String, &'static str) {
    let again = "mend it and check again: what stands behind it has not been read";
    let said = match words {
        "trailing comma" => "a comma stands before a closing bracket",
        "expected `,` or `}`" => "a comma or `}` is expected here",
        "expected `,` or `]`" => "a comma or `]` is expected here",
        "expected `:`" => "a colon is expected here",
        "key must be a string" => "the name of a member is expected here, in straight quotation marks",
        "trailing characters" => "the reply is complete before this",
        "recursion limit exceeded" => "values are nested deeper here than a reply ever is",
        "expected value" | "expected ident" => "a value is expected here",
        _ if words.starts_with("EOF while parsing a string") => "a text lacks its closing quotation mark",
        _ if words.starts_with("EOF") => "the text ends before the reply is complete",
        _ if words.contains("control character") => "a line break or tabulator stands in a text; write `\\n` or `\\t`",
        _ => return (format!("this is not JSON: {words}"), again),
    };
    (said.to_owned(), again)
}

/// The byte at a line and column, both counted from 1, the column in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let at = (before + column.saturating_sub(1)).min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn span(file: FileId, start: usize, end: usize) -> Span {
    let byte = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(file, byte(start), byte(end))
}

impl<'t> Places<'t> {
    /// The places of `text`, which has been read as JSON.
    pub(crate) fn of(text: &'t str, file: FileId) -> Self {
        let options = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            ..ParseOptions::default()
        };
        let tree = parse_to_ast(text, &CollectOptions::default(), &options).ok().and_then(|parsed| parsed.value);
        Self { file, tree, length: text.len() }
    }

    /// The places of each item, if the text is a list.
    pub(crate) fn items(self) -> Result<Vec<Self>, Self> {
        let Self { file, tree, length } = self;
        match tree {
            Some(ast::Value::Array(list)) => {
                let item = |tree| Self { file, tree: Some(tree), length };
                Ok(list.elements.into_iter().map(item).collect())
            }
            tree => Err(Self { file, tree, length }),
        }
    }

    /// Where `location` is in the text.
    pub(crate) fn find(&self, location: &Location) -> Span {
        let Some(root) = &self.tree else {
            return span(self.file, 0, self.length.min(1));
        };
        let mut at = root;
        let mut name = None;
        for step in &location.steps {
            let next = match (step, at) {
                (Stepped::Member(key), ast::Value::Object(object)) => {
                    // As where it is read: of members with one name the last counts.
                    object.properties.iter().rev().find(|it| it.name.as_str() == key).map(|it| {
                        name = Some(name_range(&it.name));
                        &it.value
                    })
                }
                (Stepped::Item(index), ast::Value::Array(list)) => list.elements.get(*index).inspect(|_| name = None),
                _ => None,
            };
            match next {
                Some(value) => at = value,
                None => break,
            }
        }
        let (start, end) = match (location.end, name) {
            (End::Name, Some(range)) => range,
            (End::Name, None) | (End::Value, _) => value_range(at, name),
        };
        span(self.file, start, end)
    }

    /// Every member that an object has a second time.
    pub(crate) fn duplicates(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut waiting: Vec<&ast::Value<'t>> = self.tree.iter().collect();
        while let Some(value) = waiting.pop() {
            if let ast::Value::Array(list) = value {
                waiting.extend(&list.elements);
            }
            let ast::Value::Object(object) = value else {
                continue;
            };
            let mut seen: IndexMap<&str, (usize, usize)> = IndexMap::new();
            for property in &object.properties {
                let range = name_range(&property.name);
                let key = property.name.as_str();
                if let Some(first) = seen.get(key) {
                    found.push(self.duplicate(key, *first, range));
                }
                seen.entry(key).or_insert(range);
                waiting.push(&property.value);
            }
        }
        found
    }

    fn duplicate(&self, key: &str, first: (usize, usize), second: (usize, usize)) -> Diagnostic {
        let message = format!("`{key}` is given twice");
        Diagnostic::new(&DUPLICATE_MEMBER, span(self.file, second.0, second.1), message)
            .with_label(span(self.file, first.0, first.1), "given here first")
            .with_help("leave out one of the two")
    }
}

/// The place of a value. Of a whole object or list only its name, or else the bracket with which it begins.
fn value_range(value: &ast::Value<'_>, name: Option<(usize, usize)>) -> (usize, usize) {
    let range = match value {
        ast::Value::StringLit(it) => it.range,
        ast::Value::NumberLit(it) => it.range,
        ast::Value::BooleanLit(it) => it.range,
        ast::Value::NullKeyword(it) => it.range,
        ast::Value::Object(jsonc_parser::ast::Object { range, .. })
        | ast::Value::Array(jsonc_parser::ast::Array { range, .. }) => {
            return name.unwrap_or((range.start, range.start + 1));
        }
    };
    (range.start, range.end)
}

fn name_range(name: &ast::ObjectPropName<'_>) -> (usize, usize) {
    let range = match name {
        ast::ObjectPropName::String(it) => it.range,
        ast::ObjectPropName::Word(it) => it.range,
    };
    (range.start, range.end)
}
