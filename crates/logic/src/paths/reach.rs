//! Whether something can come about in a reply.

use enquire_model::{Answer, Expression};

use super::Paths;
use super::conflict::Reason;
use super::diagram::{Allowance, Edge, Exhausted};
use super::search::Found;
use super::slots::{Kind, Slot};
use super::verdict::{Conflict, Reach, Undecided, Wanted};
use super::world::{Cells, World};
use crate::{AnswerState, Answers, Evaluation, Value, evaluate};

pub(super) fn asked<'a>(paths: &Paths<'a>, id: &str) -> Option<Reach<'a>> {
    let world = &mut *paths.world.borrow_mut();
    let at = world.find(id)?;
    let goal = world.asked.get(at).copied().map(Ok)?;
    let confirm = |reply: &Evaluation<'a>| reply.state(id).is_asked();
    let found = search(paths, world, goal, None, &confirm);
    Some(because(found, || world.conflict(Some(at), &[])))
}

pub(super) fn unasked<'a>(paths: &Paths<'a>, id: &str) -> Option<Reach<'a>> {
    let world = &mut *paths.world.borrow_mut();
    let at = world.find(id)?;
    let goal = world.asked.get(at).map(|asked| Ok(!*asked))?;
    let confirm = |reply: &Evaluation<'a>| !reply.state(id).is_asked();
    Some(search(paths, world, goal, None, &confirm))
}

pub(super) fn given<'a>(paths: &Paths<'a>, id: &str, wanted: Wanted<'_>) -> Option<Reach<'a>> {
    let world = &mut *paths.world.borrow_mut();
    let at = world.find(id)?;
    let goal = goal(world, at, wanted);
    let (meant, code) = match wanted {
        Wanted::Choice(code) | Wanted::NonResponse(code) => (Some((at, code.to_owned())), Some(code)),
        Wanted::Blank | Wanted::Answer => (None, None),
    };
    let confirm = |reply: &Evaluation<'a>| match (wanted, reply.state(id)) {
        (Wanted::Blank, AnswerState::Unanswered) | (Wanted::Answer, AnswerState::Answered) => true,
        (Wanted::NonResponse(code), AnswerState::NonResponse(given)) => given == code,
        (Wanted::Choice(_), AnswerState::Answered) => {
            reply.value(id).zip(code).is_some_and(|(value, code)| has(value, code))
        }
        _ => false,
    };
    let found = search(paths, world, goal, meant.as_ref(), &confirm);
    Some(because(found, || world.conflict(Some(at), &[])))
}

pub(super) fn condition<'a>(paths: &Paths<'a>, condition: &'a Expression, holds: bool) -> Reach<'a> {
    let world = &mut *paths.world.borrow_mut();
    let truths = world.truths(condition);
    let reasons: Vec<Reason<'a>> = world.reasons(condition, holds);
    let goal = if holds { truths.holds } else { truths.fails };
    let confirm = |reply: &Evaluation<'a>| evaluate(condition, reply) == Some(Value::Truth(holds));
    let found = search(paths, world, Ok(goal), None, &confirm);
    because(found, || world.conflict(None, &reasons))
}

/// `reach` with its conflict, if it is never.
fn because<'a>(reach: Reach<'a>, conflict: impl FnOnce() -> Conflict<'a>) -> Reach<'a> {
    if matches!(reach, Reach::Never(_)) { Reach::Never(conflict()) } else { reach }
}

/// Whether `code` is among what is chosen.
fn has(value: &Value, code: &str) -> bool {
    match value {
        Value::Choice(chosen) => chosen == code,
        Value::Choices(chosen) => chosen.iter().any(|it| it == code),
        Value::Truth(_)
        | Value::Number(_)
        | Value::Amount { .. }
        | Value::Text(_)
        | Value::Date(_)
        | Value::Duration { .. }
        | Value::Period { .. }
        | Value::Record(_)
        | Value::List(_)
        | Value::Table(_)
        | Value::File { .. } => false,
    }
}

/// When the question at `at` is given `wanted`.
fn goal(world: &mut World<'_>, at: usize, wanted: Wanted<'_>) -> Result<Edge, Exhausted> {
    let slot = Slot::Whole(at);
    match wanted {
        Wanted::Blank => world.blank(at),
        Wanted::Answer => world.given(slot),
        Wanted::NonResponse(code) => {
            let offered =
                world.question(at).is_some_and(|question| question.nonresponses.iter().any(|it| it.as_str() == code));
            let tested = world.uses.nonresponses.get(&at).is_some_and(|tested| tested.contains(code));
            world.declined(at, &|it| offered && it == tested.then_some(code))
        }
        Wanted::Choice(code) => {
            let selection = world.question(at).map(|question| &question.answer).and_then(Answer::selection);
            if let (Some(Kind::Several(_)), Some(selection)) = (world.reader.kind(slot), selection) {
                let given = world.given(slot)?;
                let member = world.may_be_member(at, selection, code)?;
                return world.diagrams.and(given, member);
            }
            let Some(Cells::Codes(classes)) = world.slot(slot).map(|known| known.cells) else {
                return Ok(Edge::FALSE);
            };
            let is = |at: usize| classes.get(at).is_some_and(|class| class.iter().any(|it| it == code));
            world.given_in(slot, &is)
        }
    }
}

/// Looks for a reply for `goal`, in which nothing is asked that never is.
fn search<'a>(
    paths: &Paths<'a>,
    world: &mut World<'a>,
    goal: Result<Edge, Exhausted>,
    meant: Option<&(usize, String)>,
    confirm: &dyn Fn(&Evaluation<'a>) -> bool,
) -> Reach<'a> {
    world.allow_trials();
    world.within(Allowance { one: 500_000, all: 1_000_000 }, |world| search_within(paths, world, goal, meant, confirm))
}

fn search_within<'a>(
    paths: &Paths<'a>,
    world: &mut World<'a>,
    goal: Result<Edge, Exhausted>,
    meant: Option<&(usize, String)>,
    confirm: &dyn Fn(&Evaluation<'a>) -> bool,
) -> Reach<'a> {
    let real = goal.and_then(|goal| {
        let real = world.nothing_supposed()?;
        world.diagrams.and(goal, real)
    });
    let Ok(real) = real else {
        let reason = "its conditions have too many parts".to_owned();
        return Reach::Undecided(Undecided { reason, place: None });
    };
    // A reply that a form would lead to comes first, one that is merely accepted after it.
    if let Ok(filled) = world.filled_from_above().and_then(|filled| world.diagrams.and(real, filled))
        && filled != real
        && let Found::Witness(witness) = world.search(filled, meant, paths.evaluator(), confirm)
    {
        return Reach::Witness(witness);
    }
    match world.search(real, meant, paths.evaluator(), confirm) {
        Found::Witness(witness) => Reach::Witness(witness),
        Found::Undecided(undecided) => Reach::Undecided(undecided),
        Found::Never => Reach::Never(Conflict::default()),
    }
}
