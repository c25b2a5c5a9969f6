//! Inside a pattern a parameter or question hides something of the instrument that has the same id.

use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

use enquire_diagnostics::codes::SHADOWED_NAME;
use enquire_diagnostics::{Diagnostic, Diagnostics, Span};
use enquire_model::Instrument;
use enquire_syntax::view::{Block, Declaration, Item, Value, span_of};
use enquire_syntax::{DeclarationKind, Node, SyntaxKind, Token};

use super::{Context, span};
use crate::load::{Located, Origin};

/// Words that clauses are written with: a parameter that is called by one takes its place.
const WORDS: &str = "amount at by characters contains country date decimal email excludes file from in integer language least \
                     link list many matching most not of off on one or other others percent period places prose quantity \
                     ranking record required table telephone text to when within words year yes_no";

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    for item in &context.program.items {
        let Item::Declaration(declaration) = &item.value else {
            continue;
        };
        // What a library calls its questions is none of the author's business.
        if declaration.kind() == DeclarationKind::Pattern && item.origin == Origin::Own {
            let pattern = Located { file: item.file, origin: item.origin, value: declaration.clone() };
            questions(context, &pattern, found);
            parameters(context, &pattern, found);
        }
    }
}

/// Questions of the pattern that are referred to in it and have the id of one outside.
fn questions(context: &Context<'_>, pattern: &Located<Declaration>, found: &mut Diagnostics) {
    let Some(block) = pattern.value.block() else {
        return;
    };
    let whole = span_of(pattern.file, pattern.value.range());
    let mut own: BTreeMap<String, Span> = BTreeMap::new();
    declared(pattern, &block, &mut own);
    let outside = outside(context.instrument, whole);
    let references = references(context, whole);
    for (id, inside) in own {
        let (Some(hidden), Some(reference)) = (outside.get(id.as_str()), references.get(&id)) else {
            continue;
        };
        found.push(
            Diagnostic::new(
                &SHADOWED_NAME,
                *reference,
                format!("`{id}` means the question of the pattern here, not that of the instrument"),
            )
            .with_label(inside, "this one is meant")
            .with_label(*hidden, "this one is hidden")
            .with_help("give the question of the pattern another id")
            .with_element(pattern_id(&pattern.value)),
        );
    }
}

/// Parameters that have the id of something that could be written in their place.
fn parameters(context: &Context<'_>, pattern: &Located<Declaration>, found: &mut Diagnostics) {
    let whole = span_of(pattern.file, pattern.value.range());
    let instrument = context.instrument;
    let mut hidden: FxHashMap<&str, (&'static str, Option<Span>)> = FxHashMap::default();
    hidden.extend(WORDS.split(' ').map(|word| (word, ("word", None))));
    hidden.extend(instrument.scales.keys().map(|id| (id.as_str(), ("scale", None))));
    hidden.extend(instrument.records.keys().map(|id| (id.as_str(), ("record", None))));
    hidden.extend(instrument.aspects.keys().map(|id| (id.as_str(), ("aspect", None))));
    hidden.extend(instrument.standards.keys().map(|id| (id.as_str(), ("standard", None))));
    let asked = outside(instrument, whole).into_iter();
    hidden.extend(asked.map(|(id, at)| (id, ("question or section", Some(at)))));
    for (name, at) in parameter_names(pattern) {
        let Some((what, declared)) = hidden.get(name.as_str()) else {
            continue;
        };
        let mut finding = Diagnostic::new(
            &SHADOWED_NAME,
            at,
            format!("the parameter `{name}` hides the {what} `{name}` inside the pattern"),
        )
        .with_help("give the parameter another name")
        .with_element(pattern_id(&pattern.value));
        if let Some(declared) = declared {
            finding = finding.with_label(*declared, "this one is hidden");
        }
        found.push(finding);
    }
}

fn pattern_id(pattern: &Declaration) -> String {
    pattern.id().map_or_else(String::new, |it| it.text().to_owned())
}

/// The ids that the pattern itself declares.
fn declared(pattern: &Located<Declaration>, block: &Block, ids: &mut BTreeMap<String, Span>) {
    for item in block.items() {
        let Item::Declaration(inner) = item else {
            continue;
        };
        if let Some(id) = inner.id() {
            ids.entry(id.text().to_owned()).or_insert(span_of(pattern.file, id.range()));
        }
        if let Some(block) = inner.block() {
            declared(pattern, &block, ids);
        }
    }
}

/// The questions, computed values and sections that are declared elsewhere than in `pattern`.
fn outside(instrument: &Instrument, pattern: Span) -> FxHashMap<&str, Span> {
    let questions = instrument.questions().into_iter().map(|it| &it.question.id);
    let computed = instrument.computed().into_iter().map(|it| &it.id);
    let sections = instrument.sections().into_iter().map(|it| &it.id);
    questions
        .chain(computed)
        .chain(sections)
        .map(|id| (id.as_str(), span(id.place())))
        .filter(|(_, at)| !within(pattern, *at))
        .collect()
}

/// The parameters that stand for something in clauses: all in the parentheses behind the pattern's id but the texts, which are
/// only ever put into texts.
fn parameter_names(pattern: &Located<Declaration>) -> Vec<(String, Span)> {
    let mut names = Vec::new();
    for value in pattern.value.values() {
        let Value::Group(_, inner) = value else {
            continue;
        };
        for part in inner.split(|it| matches!(it, Value::Comma(_))) {
            if let [Value::Word(name), Value::Colon(_), Value::Word(kind), ..] = part
                && kind.text() != "text"
            {
                names.push((name.text().to_owned(), span_of(pattern.file, name.range())));
            }
        }
    }
    names
}

/// What expressions, `within` and texts in `whole` refer to, each where it does so first.
fn references(context: &Context<'_>, whole: Span) -> FxHashMap<String, Span> {
    let mut found = FxHashMap::default();
    let Some(parse) = context.program.parses.iter().find(|it| it.file() == whole.file) else {
        return found;
    };
    let mut after_within = false;
    for token in tokens(&parse.node()) {
        let at = span_of(whole.file, token.text_range());
        if !within(whole, at) || token.kind().is_trivia() {
            continue;
        }
        let kind = token.kind();
        if is_first_of_path(&token) || kind == SyntaxKind::Word && after_within {
            found.entry(token.text().to_owned()).or_insert(at);
        }
        if matches!(kind, SyntaxKind::Text | SyntaxKind::TextBlock) {
            for (name, start, end) in inserted(token.text()) {
                found.entry(name.to_owned()).or_insert(Span::new(at.file, at.start + start, at.start + end));
            }
        }
        after_within = kind == SyntaxKind::Word && token.text() == "within";
    }
    found
}

fn tokens(node: &Node) -> impl Iterator<Item = Token> {
    node.descendants_with_tokens().filter_map(enquire_syntax::Element::into_token)
}

/// Whether a token is the first name of a path in an expression: `laws` in `laws.adopted`.
fn is_first_of_path(token: &Token) -> bool {
    token.kind() == SyntaxKind::NameWord
        && token.parent().is_some_and(|it| it.kind() == SyntaxKind::Path && it.first_token().as_ref() == Some(token))
}

/// The questions that a text refers to by `{question ...}` or `{answer ...}`, each with the bytes of the insertion.
fn inserted(text: &str) -> impl Iterator<Item = (&str, u32, u32)> {
    text.match_indices('{').filter_map(|(start, _)| {
        let rest = text.get(start..)?;
        let end = rest.find('}')?;
        let (word, name) = rest.get(1..end)?.trim().split_once(char::is_whitespace)?;
        let is_reference = matches!(word, "question" | "answer" | "section");
        is_reference.then_some((name.trim(), u32::try_from(start).ok()?, u32::try_from(start + end + 1).ok()?))
    })
}

fn within(outer: Span, inner: Span) -> bool {
    outer.file == inner.file && outer.start <= inner.start && inner.end <= outer.end
}
