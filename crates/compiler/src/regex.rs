//! Text patterns: the subset of regular expressions that means the same in every output.
//!
//! JSON Schema validators follow ECMA-262, Python or Rust; what all of them read alike is letters, digits and marks, ASCII classes,
//! groups, alternatives and repetition (`JSON Schema` rule 13).

use regex_syntax::ast::{
    Ast, ClassSet, ClassSetItem, GroupKind, Literal, LiteralKind, Repetition, RepetitionKind, RepetitionRange,
    parse::Parser,
};

/// How often something may be repeated.
const MOST_REPEATED: u32 = 1_000;

/// Whether `pattern` can be used everywhere.
///
/// # Errors
/// What is wrong with it, in words.
pub(crate) fn check(pattern: &str) -> Result<(), &'static str> {
    if pattern.is_empty() {
        return Err("an empty text pattern matches nothing that can be written");
    }
    let ast = Parser::new().parse(pattern).map_err(|_| "this text pattern cannot be read")?;
    subset(&ast)?;
    let meaning = regex_syntax::parse(pattern).map_err(|_| "this text pattern cannot be read")?;
    if meaning.properties().minimum_len().is_none() {
        return Err("no text matches this pattern");
    }
    Ok(())
}

fn subset(ast: &Ast) -> Result<(), &'static str> {
    match ast {
        Ast::Empty(_) | Ast::Dot(_) => Ok(()),
        Ast::Literal(literal) => literal_subset(literal),
        Ast::Flags(_) => Err("a text pattern cannot hold flags such as `(?i)`"),
        Ast::Assertion(_) => Err("a text pattern is always of the whole text: leave away `^`, `$` and `\\b`"),
        Ast::ClassUnicode(_) | Ast::ClassPerl(_) => Err(
            "`\\d`, `\\w`, `\\p` and the like mean different things in different programs: write `[0-9]` or `[A-Za-z]`",
        ),
        Ast::ClassBracketed(class) => class_subset(&class.kind),
        Ast::Repetition(repetition) => repetition_subset(repetition),
        Ast::Group(group) if matches!(group.kind, GroupKind::CaptureIndex(_) | GroupKind::NonCapturing(_)) => {
            subset(&group.ast)
        }
        Ast::Group(_) => Err("a text pattern cannot name its groups"),
        Ast::Alternation(all) => all.asts.iter().try_for_each(subset),
        Ast::Concat(all) => all.asts.iter().try_for_each(subset),
    }
}

/// Marks that other programs read in another way have to be written with a backslash; those that they do not know must not.
fn literal_subset(literal: &Literal) -> Result<(), &'static str> {
    match literal.kind {
        _ if !literal.c.is_ascii() => Err("a text pattern can only hold the letters a to z, digits and common marks"),
        LiteralKind::Verbatim if matches!(literal.c, ']' | '}' | '{') => {
            Err("a bracket that is meant as itself has a backslash before it")
        }
        LiteralKind::Verbatim => Ok(()),
        LiteralKind::Meta if r"^$\.*+?()[]{}|/".contains(literal.c) => Ok(()),
        LiteralKind::Meta
        | LiteralKind::Superfluous
        | LiteralKind::Octal
        | LiteralKind::HexFixed(_)
        | LiteralKind::HexBrace(_)
        | LiteralKind::Special(_) => Err("only the marks of patterns themselves can have a backslash before them"),
    }
}

fn repetition_subset(repetition: &Repetition) -> Result<(), &'static str> {
    if !repetition.greedy || matches!(*repetition.ast, Ast::Repetition(_)) {
        return Err("a repetition cannot be followed by another, such as `++` or `*?`");
    }
    let most = match &repetition.op.kind {
        RepetitionKind::Range(
            RepetitionRange::Exactly(count) | RepetitionRange::AtLeast(count) | RepetitionRange::Bounded(_, count),
        ) => *count,
        RepetitionKind::ZeroOrOne | RepetitionKind::ZeroOrMore | RepetitionKind::OneOrMore => 0,
    };
    if most > MOST_REPEATED {
        return Err("a repetition of more than 1,000 times is more than programs can check");
    }
    subset(&repetition.ast)
}

fn class_subset(class: &ClassSet) -> Result<(), &'static str> {
    match class {
        ClassSet::Item(item) => item_subset(item),
        ClassSet::BinaryOp(_) => Err("a text pattern cannot combine classes with `&&`, `--` or `~~`"),
    }
}

fn item_subset(item: &ClassSetItem) -> Result<(), &'static str> {
    match item {
        ClassSetItem::Empty(_) => Ok(()),
        ClassSetItem::Literal(literal) if literal.c.is_ascii() => Ok(()),
        ClassSetItem::Range(range) if range.start.c.is_ascii() && range.end.c.is_ascii() => Ok(()),
        ClassSetItem::Union(all) => all.items.iter().try_for_each(item_subset),
        ClassSetItem::Literal(_)
        | ClassSetItem::Range(_)
        | ClassSetItem::Ascii(_)
        | ClassSetItem::Unicode(_)
        | ClassSetItem::Perl(_)
        | ClassSetItem::Bracketed(_) => Err("inside `[ ]` write letters, digits and ranges such as `A-Z`"),
    }
}
