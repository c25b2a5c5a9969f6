//! A scale, record, pattern, term, aspect or standard that nothing uses, and a pattern's parameter that its questions drop.

use enquire_diagnostics::codes::UNUSED_DECLARATION;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_syntax::DeclarationKind;
use enquire_syntax::view::{Item, Value, Word, span_of};

use super::Context;
use crate::load::Origin;
use crate::lower::Kind;

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    declarations(context, found);
    parameters(context, found);
}

fn declarations(context: &Context<'_>, found: &mut Diagnostics) {
    for (kind, name, span) in &context.lowered.own {
        if context.lowered.used.contains(*kind, name) {
            continue;
        }
        found.push(
            Diagnostic::new(&UNUSED_DECLARATION, *span, format!("nothing uses the {} `{name}`", kind.word()))
                .with_help("use it or delete it; what several instruments share belongs into a file that begins with `library`")
                .with_element(name.clone()),
        );
    }
}

/// What is given to such a parameter is printed nowhere: most often its `{name}` was lost when a question was reworded.
fn parameters(context: &Context<'_>, found: &mut Diagnostics) {
    for item in context.program.items.iter().filter(|it| it.origin == Origin::Own) {
        let Item::Declaration(pattern) = &item.value else { continue };
        let (Some(id), Some(block)) = (pattern.id(), pattern.block()) else { continue };
        // Of a pattern that nothing applies there is a finding already.
        if pattern.kind() != DeclarationKind::Pattern || !context.lowered.used.contains(Kind::Pattern, id.text()) {
            continue;
        }
        for parameter in names(&pattern.values()).into_iter().filter(|it| !block.mentions(it.text())) {
            let name = parameter.text();
            found.push(
                Diagnostic::new(
                    &UNUSED_DECLARATION,
                    span_of(item.file, parameter.range()),
                    format!("nothing in the pattern `{}` uses its parameter `{name}`", id.text()),
                )
                .with_help(format!(
                    "put `{{{name}}}` where the words of a question should name it, or delete the parameter"
                ))
                .with_element(id.text()),
            );
        }
    }
}

/// The parameters among the values of a pattern: the first word between two commas; what stands behind a colon says what it takes.
fn names(values: &[Value]) -> Vec<&Word> {
    let groups = values.iter().filter_map(|value| if let Value::Group(_, inner) = value { Some(inner) } else { None });
    let parts = groups.flat_map(|group| group.split(|it| matches!(it, Value::Comma(_))));
    parts.filter_map(|part| if let [Value::Word(word), ..] = part { Some(word) } else { None }).collect()
}
