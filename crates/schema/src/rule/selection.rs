//! Options: words for *other*, options that stand alone, how many, and which ones an earlier answer offers.

use enquire_model::{Answer, Column, Count, Field, Name, Question, Record, RowSource, Selection, Source};
use serde_json::{Map, Value, json};

use super::{Kind, Rule, Rules, code};
use crate::context::{Context, OTHER, other_key};
use crate::inexpressible::{Inexpressible, Reason};
use crate::predicate::Predicate;

/// An answer and its place in the object that rules speak about: the answers, an entry or a row.
pub(super) struct Slot<'a> {
    subject: String,
    key: &'a str,
    /// Whether the answer stands in a cell, under `value`.
    cell: bool,
    answer: &'a Answer,
    nonresponses: &'a [Name],
    source: Option<&'a Source>,
}

impl<'a> Slot<'a> {
    fn question(question: &'a Question) -> Self {
        Self {
            subject: question.id.to_string(),
            key: question.id.as_str(),
            cell: false,
            answer: &question.answer,
            nonresponses: &question.nonresponses,
            source: Some(&question.source),
        }
    }

    pub(super) fn field(record: &Record, field: &'a Field) -> Self {
        let subject = format!("{}.{}", record.id, field.id);
        Self { subject, key: field.id.as_str(), cell: false, answer: &field.answer, nonresponses: &[], source: None }
    }

    pub(super) fn column(table: &str, column: &'a Column, answer: &'a Answer) -> Self {
        let subject = format!("{table}.{}", column.id);
        Self { subject, key: column.id.as_str(), cell: true, answer, nonresponses: &[], source: None }
    }

    /// The answer is there and passes `test`.
    fn is(&self, test: Predicate) -> Predicate {
        let value = if self.cell { Predicate::property("value", test) } else { test };
        Predicate::property(self.key, value)
    }

    fn rule(&self, kind: Kind, says: String, condition: Predicate, then: Predicate, otherwise: Predicate) -> Rule {
        Rule { kind, subject: self.subject.clone(), says, source: self.source.cloned(), condition, then, otherwise }
    }
}

/// The rules about the options and the number of entries of `question`.
pub(super) fn of_question(context: &Context, question: &Question, rules: &mut Rules) {
    let slot = Slot::question(question);
    let own = of_slot(context, &slot).into_iter().chain(entries(&slot));
    own.for_each(|rule| rules.add(rule.inside("answers")));
    let Some((selection, parent)) = question.answer.selection().and_then(|it| Some((it, it.within.as_ref()?))) else {
        return;
    };
    match context.question(parent.as_str()).map(|asked| asked.question) {
        Some(parent) if context.single_choice(&parent.answer).is_some() => {
            rules.add(cascade(context, &slot, selection, &Slot::question(parent)).inside("answers"));
        }
        Some(_) | None => rules.left_out.push(Inexpressible {
            code: code::OPTION_NOT_OFFERED,
            subject: slot.subject,
            rule: format!("options within {parent}"),
            reasons: vec![Reason::Parts],
            source: slot.source.cloned(),
        }),
    }
}

/// The rules about the options of an answer that speak about nothing else.
pub(super) fn of_slot(context: &Context, slot: &Slot) -> Vec<Rule> {
    let Some(selection) = slot.answer.selection() else {
        return Vec::new();
    };
    let mut rules = Vec::new();
    if selection.other {
        rules.push(words_of_other(slot));
    }
    if !matches!(slot.answer, Answer::OneOf(_)) {
        rules.extend(exclusive(slot, selection));
        rules.extend(count(slot, &selection.count, "options", &[], not_empty()));
    }
    rules.retain(|rule| !rule.is_idle() && context.scale(selection.scale.as_str()).is_some());
    rules
}

/// Words stand beside the answer exactly when `other` is chosen.
fn words_of_other(slot: &Slot) -> Rule {
    let chosen = if matches!(slot.answer, Answer::OneOf(_)) {
        Predicate::one_of([OTHER])
    } else {
        array([("contains", json!({ "enum": [OTHER] }))])
    };
    let words = other_key(slot.key);
    let says = format!("{words} is given when {OTHER} is chosen");
    slot.rule(Kind::OtherWords, says, slot.is(chosen), Predicate::present(&words), Predicate::absent(&words))
}

/// An option that stands alone is the only one.
fn exclusive(slot: &Slot, selection: &Selection) -> Option<Rule> {
    let codes: Vec<&str> = selection.exclusive.iter().map(Name::as_str).collect();
    if codes.is_empty() {
        return None;
    }
    let says = format!("{} excludes others", codes.join(", "));
    let chosen = slot.is(array([("contains", json!({ "enum": codes }))]));
    Some(slot.rule(Kind::Exclusive, says, chosen, slot.is(array([("maxItems", json!(1))])), Predicate::Always))
}

/// How many entries a list has, or how many rows are added to a table.
fn entries(slot: &Slot) -> Option<Rule> {
    if let Answer::List { count: entries, .. } = slot.answer {
        return count(slot, entries, "entries", &[], array([]));
    }
    match slot.answer.table().map(|table| &table.rows) {
        Some(RowSource::Added { count: rows, .. }) => count(slot, rows, "rows", &["rows"], not_empty()),
        Some(RowSource::Scale(_) | RowSource::Fixed(_)) | None => None,
    }
}

/// An array has so many items, if it is one that `given` takes for an answer; `path` leads to it from the answer.
fn count(slot: &Slot, count: &Count, of: &str, path: &[&str], given: Predicate) -> Option<Rule> {
    let least = count.least.map(|least| ("minItems", format!("at least {least}"), json!(least)));
    let most = count.most.map(|most| ("maxItems", format!("at most {most}"), json!(most)));
    let bounds: Vec<_> = least.into_iter().chain(most).collect();
    if bounds.is_empty() {
        return None;
    }
    let says = bounds.iter().map(|(_, words, _)| words.as_str()).collect::<Vec<_>>().join(", ");
    let condition = slot.is(Predicate::at(path, given));
    let then = slot.is(Predicate::at(path, array(bounds.into_iter().map(|(keyword, _, number)| (keyword, number)))));
    Some(slot.rule(Kind::Count, format!("{of}: {says}"), condition, then, Predicate::Always))
}

/// The options offered depend on the one option chosen in `parent`.
fn cascade(context: &Context, slot: &Slot, selection: &Selection, parent: &Slot) -> Rule {
    let children = context.scale(selection.scale.as_str()).map(|scale| scale.choices.as_slice()).unwrap_or_default();
    let parents = context.single_choice(parent.answer).unwrap_or_default();
    let of = |code: &str| {
        let own = children.iter().filter(move |child| child.parent.as_ref().is_some_and(|it| it.as_str() == code));
        own.map(|child| child.code.as_str()).collect::<Vec<_>>()
    };
    let offering: Vec<&str> = parents.iter().copied().filter(|code| *code != OTHER).collect();
    let branches = offering.iter().map(|code| {
        Predicate::all([parent.is(Predicate::one_of([*code])), slot.is(offered(slot, selection, of(code)))])
    });
    let then = Predicate::any(branches);
    let known = parent.is(Predicate::one_of(offering.iter().copied()));
    let condition = Predicate::all([known, Predicate::present(slot.key)]);
    slot.rule(Kind::Offered, format!("options within {}", parent.subject), condition, then, Predicate::Always)
}

/// One or several of `codes`, `other` if it may be given, or a declared non-response.
fn offered(slot: &Slot, selection: &Selection, mut codes: Vec<&str>) -> Predicate {
    codes.extend(selection.other.then_some(OTHER));
    let instead = slot.nonresponses.iter().map(Name::as_str);
    if matches!(slot.answer, Answer::OneOf(_)) {
        return Predicate::one_of(codes.into_iter().chain(instead));
    }
    let several = array([("items", Predicate::one_of(codes).to_schema())]);
    Predicate::any([several, Predicate::one_of(instead)])
}

/// An array with something in it: an empty one of options or rows is no answer.
fn not_empty() -> Predicate {
    array([("minItems", json!(1))])
}

fn array<'k>(keywords: impl IntoIterator<Item = (&'k str, Value)>) -> Predicate {
    let mut schema = Map::from_iter([("type".to_owned(), json!("array"))]);
    schema.extend(keywords.into_iter().map(|(keyword, value)| (keyword.to_owned(), value)));
    Predicate::Meets(schema.into())
}
