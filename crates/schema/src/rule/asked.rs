//! When a question is asked, and when it has to be answered.

use enquire_model::{Asked, Expression, Question, Requirement};

use super::{Kind, Rule, Rules};
use crate::condition::{Bound, Conditions, given};
use crate::context::Context;
use crate::inexpressible::{Inexpressible, Reason};
use crate::phrase;
use crate::predicate::Predicate;

/// The rules about whether `asked` may and must be answered.
pub(super) fn rules(context: &Context, asked: &Asked, rules: &mut Rules) {
    let mut conditions = Conditions::new(context);
    let may = conditions.asked(asked.question.id.as_str(), Bound::Possibly);
    let surely = conditions.asked(asked.question.id.as_str(), Bound::Surely);
    let reasons = conditions.into_reasons();
    let says = format!("asked when {}", phrase::all_of(&asked.conditions));
    if !reasons.is_empty() {
        rules.left_out.push(left_out(Kind::Asked.else_code(), asked.question, says.clone(), reasons));
    }
    let given = given(context, asked.question);
    let required = in_answers(Predicate::property(asked.question.id.as_str(), given));
    match &asked.question.required {
        Requirement::Never => {
            rules.add(rule(Kind::Asked, asked.question, says, may, Predicate::Always, forbidden(asked)));
        }
        Requirement::Always if asked.conditions.is_empty() => not_blank(asked, required, rules),
        Requirement::Always if may == surely => {
            let says = format!("{says}, and then required");
            rules.add(rule(Kind::Asked, asked.question, says, may, required, forbidden(asked)));
        }
        Requirement::Always => {
            rules.add(rule(Kind::Asked, asked.question, says, may, Predicate::Always, forbidden(asked)));
            let says = format!("required when {}", phrase::all_of(&asked.conditions));
            rules.add(rule(Kind::Required, asked.question, says, surely, required, Predicate::Always));
        }
        Requirement::When(condition) => {
            rules.add(rule(Kind::Asked, asked.question, says, may, Predicate::Always, forbidden(asked)));
            required_when(context, asked, condition, (surely, required), rules);
        }
    }
}

/// What is required of everybody is a required property; only that it is not blank takes a rule.
fn not_blank(asked: &Asked, required: Predicate, rules: &mut Rules) {
    let there = in_answers(Predicate::present(asked.question.id.as_str()));
    if there != required {
        rules.add(rule(Kind::Required, asked.question, "required".to_owned(), there, required, Predicate::Always));
    }
}

/// `surely` holds of replies that are surely asked, `required` of those that have the answer.
fn required_when(
    context: &Context,
    asked: &Asked,
    condition: &Expression,
    (surely, required): (Predicate, Predicate),
    rules: &mut Rules,
) {
    let mut conditions = Conditions::new(context);
    let expected = conditions.hold(&[condition], Bound::Surely);
    let reasons = conditions.into_reasons();
    let says = format!("required when {}", phrase::expression(condition));
    if !reasons.is_empty() {
        rules.left_out.push(left_out(Kind::Required.then_code(), asked.question, says.clone(), reasons));
    }
    let both = Predicate::all([surely, expected]);
    rules.add(rule(Kind::Required, asked.question, says, both, required, Predicate::Always));
}

/// Whether the answer is required of everybody, which the shape of the answers says and no rule.
pub(crate) fn is_always_required(asked: &Asked) -> bool {
    asked.conditions.is_empty() && asked.question.required == Requirement::Always
}

fn forbidden(asked: &Asked) -> Predicate {
    in_answers(Predicate::absent(asked.question.id.as_str()))
}

fn in_answers(test: Predicate) -> Predicate {
    Predicate::property("answers", test)
}

fn rule(
    kind: Kind,
    question: &Question,
    says: String,
    condition: Predicate,
    then: Predicate,
    otherwise: Predicate,
) -> Rule {
    let source = Some(question.source.clone());
    Rule { kind, subject: question.id.to_string(), says, source, condition, then, otherwise }
}

fn left_out(code: &'static str, question: &Question, rule: String, reasons: Vec<Reason>) -> Inexpressible {
    Inexpressible { code, subject: question.id.to_string(), rule, reasons, source: Some(question.source.clone()) }
}
