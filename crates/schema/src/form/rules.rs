//! Rules across answers, as programs that make forms read them.
//!
//! RJSF merges whatever branch applies into the schema and shows the result. So a branch says no more than which properties may
//! not be there (`false`), which have to be, and which options they have; what else it asks of a value it asks behind `not`, which no
//! form shows.

use enquire_model::{Mark, Name, Question, Record, Selection, Table};
use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::fields::{Fields, is_choice, one_of};
use crate::context::{Context, OTHER};
use crate::predicate::{Predicate, Property};
use crate::rule::{self, Kind, Rule};

/// The rules across answers.
pub(super) struct Rules {
    /// The rules, to stand under `allOf` in the schema of the answers.
    pub(super) schemas: Vec<Value>,
    /// By question whose options depend on an earlier answer: which.
    pub(super) cascades: IndexMap<String, Vec<Offer>>,
    /// By the place of a rule among those of the reply: where it begins among the schemas.
    pub(super) places: Vec<usize>,
}

/// The options that one answer to the earlier question leaves.
pub(super) struct Offer {
    /// The earlier question.
    pub(super) parent: String,
    /// Its answer.
    pub(super) code: String,
    /// Where the rule stands that says so.
    pub(super) at: usize,
}

/// The rules across the answers of a reply.
pub(super) fn of_answers(fields: &Fields) -> Rules {
    let mut rules = Rules { schemas: Vec::new(), cascades: IndexMap::new(), places: Vec::new() };
    for rule in rule::of_reply(fields.context).rules {
        rules.places.push(rules.schemas.len());
        match (rule.kind, fields.context.question(&rule.subject).map(|asked| asked.question)) {
            (Kind::Check, _) => {
                let speaks = json!({ "not": answers_only(&rule.condition).to_schema() });
                rules.schemas.push(commented(&rule, speaks));
            }
            (Kind::Offered, Some(question)) => rules.offer(fields, &rule, question),
            (
                Kind::Asked
                | Kind::Required
                | Kind::OtherWords
                | Kind::Exclusive
                | Kind::Count
                | Kind::Offered
                | Kind::Mark,
                _,
            ) => rules.schemas.push(conditional(&rule, answers_only)),
        }
    }
    rules
}

impl Rules {
    /// One rule for each option of the earlier question.
    fn offer(&mut self, fields: &Fields, rule: &Rule, question: &Question) {
        let Some((selection, parent)) =
            question.answer.selection().and_then(|selection| Some((selection, selection.within.as_ref()?)))
        else {
            return;
        };
        let parents = fields.context.question(parent.as_str());
        let parents =
            parents.and_then(|asked| fields.context.single_choice(&asked.question.answer)).unwrap_or_default();
        for code in parents.into_iter().filter(|code| *code != OTHER) {
            let offered = offered(fields, question, selection, code);
            let shape = json!({ "type": "object", "properties": { question.id.as_str(): offered } });
            let chosen = Predicate::property(parent.as_str(), Predicate::one_of([code])).to_schema();
            let at = self.schemas.len();
            self.schemas.push(commented(rule, json!({ "if": chosen, "then": shape })));
            let offer = Offer { parent: parent.to_string(), code: code.to_owned(), at };
            self.cascades.entry(question.id.to_string()).or_default().push(offer);
        }
    }
}

/// What `question` may hold when the earlier question has the answer `code`.
fn offered(fields: &Fields, question: &Question, selection: &Selection, code: &str) -> Value {
    let scale = fields.context.scale(selection.scale.as_str());
    let children = scale.map(|scale| scale.choices.as_slice()).unwrap_or_default();
    let is_child = |child: &str| {
        child == OTHER
            || children
                .iter()
                .any(|it| it.code.as_str() == child && it.parent.as_ref().is_some_and(|it| it.as_str() == code))
    };
    let (own, others): (Vec<_>, Vec<_>) = fields.offered(selection).into_iter().partition(|(child, _)| is_child(child));
    if is_choice(&question.answer) {
        return one_of(own.into_iter().chain(fields.nonresponses(question)));
    }
    if question.nonresponses.is_empty() {
        return json!({ "type": "array", "items": one_of(own) });
    }
    let others: Vec<String> = others.into_iter().map(|(child, _)| child).collect();
    json!({ "not": { "type": "array", "contains": { "enum": others } } })
}

/// The rules across the fields of one entry.
pub(super) fn of_record(context: &Context, record: &Record) -> Vec<Value> {
    rule::of_record(context, record).iter().map(|rule| conditional(rule, Clone::clone)).collect()
}

/// The rules across the cells of one row of the table of `question`.
pub(super) fn of_row(context: &Context, question: &Name, table: &Table) -> Vec<Value> {
    rule::of_row(context, question.as_str(), table).iter().map(|rule| conditional(rule, Clone::clone)).collect()
}

/// The rule of a cell with marks.
pub(super) fn of_marks(question: &Name, marks: &[Mark]) -> Vec<Value> {
    rule::of_marks(question.as_str(), marks).iter().map(|rule| conditional(rule, Clone::clone)).collect()
}

/// `if`, `then` and `else`, each moved to where the rule stands by `place`.
fn conditional(rule: &Rule, place: fn(&Predicate) -> Predicate) -> Value {
    let mut schema = Map::from_iter([("if".to_owned(), place(&rule.condition).to_schema())]);
    for (keyword, branch) in [("then", &rule.then), ("else", &rule.otherwise)] {
        if *branch != Predicate::Always {
            schema.insert(keyword.to_owned(), behind_not(&place(branch)));
        }
    }
    commented(rule, schema.into())
}

fn commented(rule: &Rule, schema: Value) -> Value {
    let mut commented = Map::from_iter([("$comment".to_owned(), rule.comment().into())]);
    if let Value::Object(mut rest) = schema {
        commented.append(&mut rest);
    }
    commented.into()
}

/// A test of a whole reply as one of its answers, which are always there.
pub(super) fn answers_only(test: &Predicate) -> Predicate {
    let each = |parts: &[Predicate]| parts.iter().map(answers_only).collect::<Vec<_>>();
    match test {
        Predicate::Object(properties) => match properties.get("answers") {
            Some(Property::Is(answers)) => answers.clone(),
            Some(Property::Absent) => Predicate::Never,
            None => test.clone(),
        },
        Predicate::All(parts) => Predicate::all(each(parts)),
        Predicate::Any(parts) => Predicate::any(each(parts)),
        Predicate::Not(part) => Predicate::not(answers_only(part)),
        Predicate::Always | Predicate::Never | Predicate::OneOf(_) | Predicate::Meets(_) => test.clone(),
    }
}

/// The schema of a branch: which properties are there and which are not, and the rest behind `not`.
fn behind_not(branch: &Predicate) -> Value {
    let hidden = |test: &Predicate| json!({ "not": { "not": test.to_schema() } });
    let Predicate::Object(properties) = branch else {
        return hidden(branch);
    };
    let tests = properties.iter().map(|(key, property)| match property {
        Property::Absent => (key.clone(), json!(false)),
        Property::Is(Predicate::Always) => (key.clone(), json!(true)),
        Property::Is(test) => (key.clone(), hidden(test)),
    });
    let tests: Map<String, Value> = tests.collect();
    let mut schema = Map::from_iter([("type".to_owned(), json!("object")), ("properties".to_owned(), tests.into())]);
    let present = properties.iter().filter(|(_, property)| **property != Property::Absent);
    let present: Vec<&String> = present.map(|(key, _)| key).collect();
    if !present.is_empty() {
        schema.insert("required".to_owned(), json!(present));
    }
    schema.into()
}
