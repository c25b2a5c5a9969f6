//! Text patterns: the subset of regular expressions that means the same in every output.
//!
//! JSON Schema validators follow ECMA-262, Python or Rust; what all of them read alike is letters, digits and marks, ASCII classes,
//! groups, alternatives and repetition (`JSON Schema` rule 13).

use regex_syntax::ast::{Ast, ClassSet, ClassSetItem, parse::Parser};

/// Whether `pattern` can be used everywhere.
///
/// # Errors
/// What is wrong with it, in words.
pub(crate) fn check(pattern: &str) -> Result<(), &'static str> {
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
        Ast::Literal(literal) if literal.c.is_ascii() => Ok(()),
        Ast::Literal(_) => Err("a text pattern can only hold the letters a to z, digits and common marks"),
        Ast::Flags(_) => Err("a text pattern cannot hold flags such as `(?i)`"),
        Ast::Assertion(_) => Err("a text pattern is always of the whole text: leave away `^`, `$` and `\\b`"),
        Ast::ClassUnicode(_) | Ast::ClassPerl(_) => Err(
            "`\\d`, `\\w`, `\\p` and the like mean different things in different programs: write `[0-9]` or `[A-Za-z]`",
        ),
        Ast::ClassBracketed(class) => class_subset(&class.kind),
        Ast::Repetition(repetition) => subset(&repetition.ast),
        Ast::Group(group) => subset(&group.ast),
        Ast::Alternation(all) => all.asts.iter().try_for_each(subset),
        Ast::Concat(all) => all.asts.iter().try_for_each(subset),
    }
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
