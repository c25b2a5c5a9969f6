//! What holds for every text there is: of the suite, the documents, the examples and the catalogue.

use enquire::Compilation;
use enquire::diagnostics::FileId;
use enquire::format::format;
use enquire::schema::instrument_json;
use enquire::syntax::{Element, Parse, SyntaxKind, parse};
use serde_json::Value;

use crate::case::cases;
use crate::examples::examples;
use crate::outcome::{codes, none_failed};
use crate::samples::samples;
use crate::texts::Texts;

/// Every folder or file of the project that is compiled, with its name.
pub(crate) fn all_texts() -> Vec<(String, Texts)> {
    let cases = cases().into_iter().map(|it| (it.name, it.texts));
    let samples = samples().into_iter().map(|it| (it.name(), it.texts));
    cases.chain(samples).chain(examples()).collect()
}

#[test]
fn the_tree_gives_the_text_back() {
    let mut failures = Vec::new();
    for (name, texts) in all_texts() {
        for (path, text) in texts.readable() {
            if read(text).node().text() != text {
                failures.push(format!("{name}: {path}"));
            }
        }
    }
    none_failed(&failures);
}

#[test]
fn compiling_twice_gives_the_same() {
    let mut failures = Vec::new();
    for (name, texts) in all_texts() {
        let (first, second) = (texts.compile(), texts.compile());
        let same = first.diagnostics == second.diagnostics && json(&first) == json(&second);
        if !same {
            failures.push(name);
        }
    }
    none_failed(&failures);
}

#[test]
fn formatting_is_stable_and_keeps_comments_and_meaning() {
    let mut failures = Vec::new();
    for (name, texts) in all_texts() {
        let mut formatted = texts.clone();
        for (path, text) in texts.readable() {
            match formatted_text(text) {
                Ok(laid_out) => formatted.insert(path, Ok(laid_out.into_bytes())),
                Err(fault) => failures.push(format!("{name}: {path}: {fault}")),
            }
        }
        let (before, after) = (texts.compile(), formatted.compile());
        if codes(&before) != codes(&after) {
            failures.push(format!("{name}: found {:?}, and {:?} once formatted", codes(&before), codes(&after)));
        } else if meaning(&before) != meaning(&after) {
            failures.push(format!("{name}: the meaning changed"));
        }
    }
    none_failed(&failures);
}

/// The text as it is laid out, or as it is if it has mistakes of form.
fn formatted_text(text: &str) -> Result<String, String> {
    let before = read(text);
    let Ok(once) = format(&before) else {
        return Ok(text.to_owned());
    };
    let after = read(&once);
    if format(&after).map_err(|it| format!("has mistakes of form once formatted: {it:?}"))? != once {
        return Err("formatting it again changes it".to_owned());
    }
    if comments(&before) != comments(&after) {
        return Err("its comments changed".to_owned());
    }
    Ok(once)
}

fn read(text: &str) -> Parse {
    parse(FileId(0), text)
}

fn comments(parsed: &Parse) -> Vec<String> {
    let elements = parsed.node().descendants_with_tokens();
    elements
        .filter_map(Element::into_token)
        .filter(|it| it.kind() == SyntaxKind::Comment)
        .map(|it| it.text().trim_end().to_owned())
        .collect()
}

fn json(compilation: &Compilation) -> Option<String> {
    compilation.draft.as_deref().map(instrument_json)
}

/// The instrument without the lines on which things stand.
fn meaning(compilation: &Compilation) -> Option<Value> {
    let mut value: Value = serde_json::from_str(&json(compilation)?).unwrap();
    forget_lines(&mut value);
    Some(value)
}

fn forget_lines(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|key, inner| key != "line" || !inner.is_number());
            members.values_mut().for_each(forget_lines);
        }
        Value::Array(entries) => entries.iter_mut().for_each(forget_lines),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
