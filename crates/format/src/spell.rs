//! How a token is written, and what stands between it and the one before.

use enquire_syntax::{DeclarationKind, SyntaxKind, Token};

use crate::piece::{Gap, Level, Place};

/// The one spelling of `token`.
pub(crate) fn spelling(token: &Token) -> &str {
    let written = token.text();
    let has = |kind: SyntaxKind| token.kind() == kind;
    if has(SyntaxKind::Dash) || has(SyntaxKind::Minus) {
        "-"
    } else if has(SyntaxKind::AndWord) {
        "and"
    } else if has(SyntaxKind::OrWord) {
        "or"
    } else if has(SyntaxKind::NotWord) {
        "not"
    } else if has(SyntaxKind::InWord) {
        "in"
    } else if has(SyntaxKind::Comparator) {
        comparator(written)
    } else {
        written
    }
}

fn comparator(written: &str) -> &str {
    match written {
        "==" | "equals" => "=",
        "<>" | "≠" => "!=",
        "≤" => "<=",
        "≥" => ">=",
        other => other,
    }
}

/// What stands between `previous` and `token`, which is in `depth` parentheses.
pub(crate) fn gap(previous: &Token, token: &Token, depth: usize) -> Gap {
    if is_joined(previous, token) {
        Gap::None
    } else if let Some(place) = division(previous, token) {
        Gap::Break(Level { depth, place })
    } else {
        Gap::Spaces(1)
    }
}

fn is_joined(previous: &Token, token: &Token) -> bool {
    let (before, next) = (previous.kind(), token.kind());
    matches!(next, SyntaxKind::Comma | SyntaxKind::Colon | SyntaxKind::CloseParen | SyntaxKind::Dot | SyntaxKind::Dash)
        || matches!(before, SyntaxKind::OpenParen | SyntaxKind::Dot | SyntaxKind::Dash)
        || (before == SyntaxKind::Minus && is_in(previous, SyntaxKind::Factor))
        || (next == SyntaxKind::OpenParen && (is_in(token, SyntaxKind::Call) || is_parameters(previous, token)))
}

/// Where the line may be divided between the two, if it may. It is never divided before a word that begins a declaration: after a comma at
/// the end of a line the grammar may take it for one.
fn division(previous: &Token, token: &Token) -> Option<Place> {
    let next = token.kind();
    if next == SyntaxKind::OrWord {
        Some(Place::BeforeOr)
    } else if next == SyntaxKind::AndWord {
        Some(Place::BeforeAnd)
    } else if matches!(next, SyntaxKind::Plus | SyntaxKind::Minus) && is_in(token, SyntaxKind::Sum) {
        Some(Place::BeforeSign)
    } else if previous.kind() == SyntaxKind::Comma && DeclarationKind::of_word(token.text()).is_none() {
        Some(Place::AfterComma)
    } else {
        None
    }
}

fn is_in(token: &Token, kind: SyntaxKind) -> bool {
    token.parent().is_some_and(|it| it.kind() == kind)
}

/// Whether `token` opens the parameters of a pattern or what is given for them, which stand close to the pattern's name as the
/// arguments of a function do.
fn is_parameters(previous: &Token, token: &Token) -> bool {
    let owner = token.parent().and_then(|group| group.parent());
    previous.kind() == SyntaxKind::Word
        && owner.is_some_and(|owner| {
            owner.kind() == SyntaxKind::Pattern
                || (owner.kind() == SyntaxKind::Clause
                    && owner.first_token().is_some_and(|word| word.text() == "apply"))
        })
}
