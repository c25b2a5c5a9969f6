//! Checks of the author: a reply in which an error speaks is refused. Warnings are for Enquire's own check.

use enquire_model::{Asked, Check, Expression, Item, Weight};

use super::{Kind, Rule, Rules, code};
use crate::condition::{Bound, Conditions};
use crate::context::Context;
use crate::inexpressible::Inexpressible;
use crate::phrase;
use crate::predicate::Predicate;

/// What checks that stand in no question are said to be about.
const SUBJECT: &str = "check";

/// The checks written with a question.
pub(super) fn of_question(context: &Context, asked: &Asked, rules: &mut Rules) {
    for check in &asked.question.checks {
        rule(context, asked.question.id.as_str(), check, &asked.conditions, rules);
    }
}

/// The checks that stand by themselves, in the order of print.
pub(super) fn standing_alone(context: &Context, rules: &mut Rules) {
    walk(context, &context.instrument.items, &mut Vec::new(), rules);
}

fn walk<'a>(context: &Context, items: &'a [Item], conditions: &mut Vec<&'a Expression>, rules: &mut Rules) {
    for item in items {
        let outer = conditions.len();
        match item {
            Item::Check(check) => rule(context, SUBJECT, check, conditions, rules),
            Item::When(when) => conditions.push(&when.condition),
            Item::Question(question) => conditions.extend(&question.when),
            Item::Section(_) | Item::Note(_) | Item::Computed(_) => {}
        }
        walk(context, item.inner(), conditions, rules);
        conditions.truncate(outer);
    }
}

/// A check speaks when its condition holds and so do those it stands under.
fn rule(context: &Context, subject: &str, check: &Check, under: &[&Expression], rules: &mut Rules) {
    match check.weight {
        Weight::Warning => return,
        Weight::Error => {}
    }
    let mut conditions = Conditions::new(context);
    let outer = conditions.hold(under, Bound::Surely);
    let speaks = Predicate::all([outer, conditions.hold(&[&check.condition], Bound::Surely)]);
    let (subject, says) = (subject.to_owned(), format!("mistaken when {}", phrase::expression(&check.condition)));
    let (source, reasons) = (Some(check.source.clone()), conditions.into_reasons());
    if !reasons.is_empty() {
        let rule = says.clone();
        let (code, subject) = (code::CHECK_FAILED, subject.clone());
        rules.left_out.push(Inexpressible { code, subject, rule, reasons, source: source.clone() });
    }
    let (then, otherwise) = (Predicate::Never, Predicate::Always);
    rules.add(Rule { kind: Kind::Check, subject, says, source, condition: speaks, then, otherwise });
}
