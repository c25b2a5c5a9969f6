//! The solver against every reply there is: random small instruments, each assignment of a small domain put to the evaluator.

#![allow(clippy::wildcard_enum_match_arm, reason = "a test reads what it made itself")]
#![allow(clippy::struct_excessive_bools, reason = "what was seen of a condition is four plain facts")]

use enquire_model::{
    Answer, Check, Comparison, Expression, Function, Instrument, Item, Limits, Question, Requirement, StateTest,
    TimeUnit,
};
use serde_json::{Value as Json, json};

use super::*;
use crate::build::{
    add, and, answer, bare, call, check, choice, compare, computed, contains, date, duration, instrument, is_answered,
    is_in, name, not, number, or, reply, scale, selection, state, when,
};
use crate::{AnswerState, Answers, Evaluation, Value, evaluate};

/// Random choices, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()].clone()
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Extent,
    Number,
    Day,
    Several,
    Text,
    Unit,
}

/// A random instrument and the sorts of its questions.
struct Maker {
    dice: Dice,
    asked: Vec<(String, Sort)>,
    truths: Vec<String>,
}

/// Under which option of the extent each unit is offered; under `no` there is none.
const PARENTS: [&str; 3] = ["yes", "yes", "in_part"];

const DAYS: [&str; 3] = ["2004-02-28", "2004-02-29", "2004-03-02"];

impl Maker {
    fn instrument(seed: u64) -> Instrument {
        let mut maker =
            Self { dice: Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)), asked: Vec::new(), truths: Vec::new() };
        maker.dice.below(2);
        let mut items = Vec::new();
        while maker.asked.len() < 4 {
            let item = maker.item(2);
            items.extend(item);
        }
        let condition = maker.condition(2);
        items.push(Item::Check(check("across", condition)));
        let mut made = instrument(items);
        for scale in [scale("extent", &["yes", "in_part", "no"]), scale("body", &["courts", "police", "none"])] {
            made.scales.insert(scale.id.to_string(), scale);
        }
        let mut units = scale("unit", &["one", "two", "three"]);
        for (unit, parent) in units.choices.iter_mut().zip(PARENTS) {
            unit.parent = Some(name(parent));
        }
        made.scales.insert("unit".to_owned(), units);
        made
    }

    fn item(&mut self, depth: u32) -> Vec<Item> {
        match self.dice.below(5) {
            0 if depth > 0 && !self.asked.is_empty() => {
                let condition = self.condition(2);
                let items = self.item(depth - 1);
                vec![when(condition, items)]
            }
            1 if !self.asked.is_empty() => {
                let id = format!("t{}", self.truths.len());
                let made = computed(&id, self.condition(1));
                self.truths.push(id);
                vec![made]
            }
            _ => vec![Item::Question(Box::new(self.question(depth)))],
        }
    }

    fn question(&mut self, depth: u32) -> Question {
        let id = format!("q{}", self.asked.len());
        let sort = self.dice.one(&[
            Sort::Extent,
            Sort::Extent,
            Sort::Number,
            Sort::Number,
            Sort::Day,
            Sort::Several,
            Sort::Text,
        ]);
        let extents: Vec<String> = self.asked.iter().filter(|it| it.1 == Sort::Extent).map(|it| it.0.clone()).collect();
        let sort = if !extents.is_empty() && self.dice.below(6) == 0 { Sort::Unit } else { sort };
        let answer = match sort {
            Sort::Extent => Answer::OneOf(selection("extent", false)),
            Sort::Number => Answer::Integer(Limits { from: Some(0.into()), to: Some(3.into()), places: 0 }),
            Sort::Day => Answer::Date { from: DAYS[0].parse().ok(), to: DAYS[2].parse().ok() },
            Sort::Several => {
                let mut of = selection("body", false);
                of.exclusive = vec![name("none")];
                Answer::ManyOf(of)
            }
            Sort::Unit => {
                let mut of = selection("unit", false);
                of.within = Some(name(&self.dice.one(&extents)));
                Answer::OneOf(of)
            }
            Sort::Text => Answer::Text { most_characters: None, matching: None },
        };
        let own = (!self.asked.is_empty() && self.dice.below(3) > 0).then(|| self.condition(2));
        let required = match self.dice.below(6) {
            0 => Requirement::Always,
            1 if !self.asked.is_empty() => Requirement::When(self.condition(1)),
            _ => Requirement::Never,
        };
        self.asked.push((id.clone(), sort));
        let mut made = Question { when: own, required, ..bare(&id, answer) };
        if self.dice.below(3) == 0 {
            made.nonresponses = vec![name("not_known")];
        }
        if self.dice.below(4) == 0 {
            made.checks = vec![check("own", self.condition(1))];
        }
        if depth > 0 && self.asked.len() < 4 && self.dice.below(4) == 0 {
            made.items = self.item(depth - 1);
        }
        made
    }

    fn condition(&mut self, depth: u32) -> Expression {
        match self.dice.below(if depth > 0 { 6 } else { 3 }) {
            3 => not(self.condition(depth - 1)),
            4 => and([self.condition(depth - 1), self.condition(depth - 1)]),
            5 => or([self.condition(depth - 1), self.condition(depth - 1)]),
            _ => self.atom(),
        }
    }

    fn atom(&mut self) -> Expression {
        if !self.truths.is_empty() && self.dice.below(6) == 0 {
            return answer(&self.dice.one(&self.truths.clone()));
        }
        let (id, sort) = self.dice.one(&self.asked.clone());
        if self.dice.below(5) == 0 {
            let test = [StateTest::Asked, StateTest::Unanswered, StateTest::NonResponse(name("not_known"))];
            return if self.dice.below(2) == 0 { is_answered(&id) } else { state(&id, self.dice.one(&test)) };
        }
        let others: Vec<String> =
            self.asked.iter().filter(|it| it.1 == sort && it.0 != id).map(|it| it.0.clone()).collect();
        let other = (!others.is_empty() && self.dice.below(2) == 0).then(|| self.dice.one(&others));
        let order = [
            Comparison::Less,
            Comparison::AtMost,
            Comparison::Greater,
            Comparison::AtLeast,
            Comparison::Equal,
            Comparison::NotEqual,
        ];
        let order = self.dice.one(&order);
        let equality = self.dice.one(&[Comparison::Equal, Comparison::NotEqual]);
        let shift = i64::try_from(self.dice.below(4)).unwrap();
        match (sort, other) {
            (Sort::Extent | Sort::Unit, Some(other)) => compare(equality, answer(&id), answer(&other)),
            (Sort::Extent, None) if self.dice.below(3) == 0 => is_in(answer(&id), [choice("yes"), choice("no")]),
            (Sort::Extent, None) => compare(equality, answer(&id), choice(self.dice.one(&["yes", "in_part", "no"]))),
            (Sort::Number, Some(other)) => compare(order, answer(&id), add(answer(&other), number(shift - 1))),
            (Sort::Number, None) => compare(order, answer(&id), number(shift)),
            (Sort::Day, Some(other)) => {
                compare(order, answer(&id), add(answer(&other), duration(shift, TimeUnit::Days)))
            }
            (Sort::Day, None) => compare(order, answer(&id), date(self.dice.one(&DAYS))),
            (Sort::Several, _) if self.dice.below(2) == 0 => {
                compare(order, call(Function::Chosen, [answer(&id)]), number(shift))
            }
            (Sort::Several, _) => contains(answer(&id), choice(self.dice.one(&["courts", "police", "none"]))),
            (Sort::Unit, None) => compare(equality, answer(&id), choice(self.dice.one(&["one", "two", "three"]))),
            (Sort::Text, _) => compare(equality, answer(&id), crate::build::words("a")),
        }
    }
}

/// Everything that can be given to a question, nothing included.
fn domain(question: &Question) -> Vec<Option<Json>> {
    let given = match &question.answer {
        Answer::OneOf(selection) if selection.within.is_some() => vec![json!("one"), json!("two"), json!("three")],
        Answer::OneOf(_) => vec![json!("yes"), json!("in_part"), json!("no")],
        Answer::Integer(_) => (0..4).map(|it| json!(it)).collect(),
        Answer::Date { .. } => ["2004-02-28", "2004-02-29", "2004-03-01", "2004-03-02"].map(|it| json!(it)).to_vec(),
        Answer::ManyOf(_) => {
            [vec!["courts"], vec!["police"], vec!["courts", "police"], vec!["none"]].map(|it| json!(it)).to_vec()
        }
        _ => vec![json!("a"), json!("b")],
    };
    let declined = question.nonresponses.iter().map(|code| json!(code.as_str()));
    std::iter::once(None).chain(given.into_iter().chain(declined).map(Some)).collect()
}

/// Every reply, with how many answers it gives.
fn replies(made: &Instrument) -> Vec<(usize, Evaluation<'_>)> {
    let evaluator = Evaluator::new(made);
    let mut all: Vec<serde_json::Map<String, Json>> = vec![serde_json::Map::new()];
    for asked in made.questions() {
        let with = |given: &serde_json::Map<String, Json>| {
            let extended = |value: Option<Json>| {
                let mut next = given.clone();
                next.extend(value.map(|value| (asked.question.id.to_string(), value)));
                next
            };
            domain(asked.question).into_iter().map(extended).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(with).collect();
    }
    let evaluated = all.into_iter().map(|given| (given.len(), evaluator.evaluate(&reply(&Json::Object(given)))));
    evaluated.filter(|(_, reply)| made.questions().iter().all(|asked| is_offered(reply, asked.question))).collect()
}

/// Whether an option of a cascading scale belongs to the answer above, if both are there.
fn is_offered(reply: &Evaluation<'_>, question: &Question) -> bool {
    let Some(within) = question.answer.selection().and_then(|selection| selection.within.as_ref()) else { return true };
    match (reply.value(question.id.as_str()), reply.value(within.as_str())) {
        (Some(Value::Choice(unit)), Some(Value::Choice(parent))) => {
            let at = ["one", "two", "three"].iter().position(|it| it == unit).unwrap();
            PARENTS[at] == parent
        }
        _ => true,
    }
}

fn stands(reply: &Evaluation<'_>, made: &Instrument) -> bool {
    let missing = |asked: &enquire_model::Asked<'_>| {
        reply.is_required(asked.question) && reply.state(asked.question.id.as_str()) == crate::AnswerState::Unanswered
    };
    reply.spoken().is_empty() && !made.questions().iter().any(missing)
}

/// What a condition comes to in every reply in which what it stands in is asked.
struct Seen {
    asked: bool,
    holds: bool,
    fails: bool,
    undefined: bool,
}

fn seen(all: &[(usize, Evaluation<'_>)], condition: &Expression, above: &dyn Fn(&Evaluation<'_>) -> bool) -> Seen {
    let mut seen = Seen { asked: false, holds: false, fails: false, undefined: false };
    for (_, reply) in all.iter().filter(|(_, reply)| above(reply)) {
        seen.asked = true;
        match evaluate(condition, reply) {
            Some(Value::Truth(true)) => seen.holds = true,
            Some(Value::Truth(false)) => seen.fails = true,
            _ => seen.undefined = true,
        }
    }
    seen
}

fn is_asked(reply: &Evaluation<'_>, question: &Question) -> bool {
    reply.state(question.id.as_str()).is_asked()
}

fn compare_reach(made: &Instrument, paths: &Paths<'_>, all: &[(usize, Evaluation<'_>)]) {
    for asked in made.questions() {
        let id = asked.question.id.as_str();
        let least = all.iter().filter(|(_, reply)| is_asked(reply, asked.question)).map(|(count, _)| *count).min();
        match (paths.reach(id).unwrap(), least) {
            (Reach::Witness(witness), Some(least)) => {
                // The answer above an option of a cascading scale is shown as well.
                let cascades = made
                    .questions()
                    .iter()
                    .any(|it| it.question.answer.selection().is_some_and(|it| it.within.is_some()));
                assert!(witness.answers.len() == least || cascades && witness.answers.len() > least, "{id}");
            }
            (Reach::Never(conflict), None) => assert!(!conflict.conditions.is_empty(), "{id}"),
            (reach, least) => panic!("{id}: {reach:?}, but {least:?}"),
        }
        let unasked = all.iter().any(|(_, reply)| !is_asked(reply, asked.question));
        assert_eq!(matches!(paths.reach_unasked(id), Some(Reach::Witness(_))), unasked, "{id}");
        for (value, wanted) in
            [(Some(json!("yes")), Wanted::Choice("yes")), (Some(json!("not_known")), Wanted::NonResponse("not_known"))]
        {
            if domain(asked.question).contains(&value) {
                let reached = paths.reach_where(id, wanted).unwrap();
                assert_eq!(matches!(reached, Reach::Witness(_)), least.is_some(), "{id}: {reached:?}");
            }
        }
    }
}

fn compare_faults(made: &Instrument, paths: &Paths<'_>, all: &[(usize, Evaluation<'_>)]) {
    let faults = paths.faults();
    for fault in &faults {
        assert_explained(fault);
        assert_excluding(fault, made, all);
    }
    for asked in made.questions() {
        let question = asked.question;
        let never = !all.iter().any(|(_, reply)| is_asked(reply, question));
        let stood: Vec<_> = all.iter().filter(|(_, reply)| stands(reply, made)).collect();
        let stands = stood.iter().any(|(_, reply)| is_asked(reply, question));
        let by_mistake = faults
            .iter()
            .any(|it| matches!(it, PathFault::AskedOnlyByMistake { question: it, .. } if it.id == question.id));
        assert!(!by_mistake || (!never && !stands), "{} is asked in a reply that stands", question.id);
        let unanswerable = faults
            .iter()
            .any(|it| matches!(it, PathFault::NeverAnswerable { question: it, .. } if it.id == question.id));
        let is_answered = |reply: &Evaluation<'_>| reply.state(question.id.as_str()) == AnswerState::Answered;
        let is_required = |reply: &Evaluation<'_>| match &question.required {
            Requirement::Never => false,
            Requirement::Always => true,
            Requirement::When(condition) => crate::holds(condition, reply),
        };
        let answered = stood.iter().any(|(_, reply)| is_required(reply) && is_answered(reply));
        assert!(!unanswerable || !answered, "{} is answerable", question.id);
        assert!(never || stands || !faults.is_empty(), "nothing is said of {}", question.id);
        let told =
            faults.iter().any(|it| matches!(it, PathFault::NeverAsked { question: it, .. } if it.id == question.id));
        assert!(!told || never, "{} is asked", question.id);
        let explained =
            faults.iter().any(|it| matches!(it, PathFault::NeverAsked { .. } | PathFault::NeverOpen { .. }));
        assert!(!never || explained, "nothing is said of {}", question.id);
        if let Some(own) = &question.when {
            let conditions = asked.conditions.len() - 1;
            let above = |reply: &Evaluation<'_>| {
                asked.conditions.iter().take(conditions).all(|it| crate::holds(it, reply))
                    && asked.parent.is_none_or(|parent| is_asked(reply, parent))
            };
            compare_always(&faults, own, &seen(all, own, &above));
        }
        for own in &question.checks {
            compare_check(&faults, own, &seen(all, &own.condition, &|reply| is_asked(reply, question)));
        }
        if let Requirement::When(required) = &question.required {
            let seen = seen(all, required, &|reply| is_asked(reply, question));
            let told = faults
                .iter()
                .any(|it| matches!(it, PathFault::NeverRequired { question: it, .. } if it.id == question.id));
            // A question that is never asked has that fault instead, and what depends on one is looked at as if it could be asked.
            assert!(!told || !seen.holds, "{} can be required", question.id);
            assert!(told || seen.holds || !seen.asked || explained, "{} is never required", question.id);
        }
    }
}

/// Every proof names what it rests on.
fn assert_explained(fault: &PathFault<'_>) {
    let conflict = match fault {
        PathFault::NeverAsked { conflict, .. }
        | PathFault::AskedOnlyByMistake { conflict, .. }
        | PathFault::NeverOpen { conflict, .. }
        | PathFault::NeverRequired { conflict, .. }
        | PathFault::NeverAnswerable { conflict, .. }
        | PathFault::NeverSpeaks { conflict, .. } => conflict,
        PathFault::AlwaysHolds { .. } | PathFault::AlwaysSpeaks { .. } | PathFault::AskedTwice { .. } => return,
    };
    assert!(!conflict.conditions.is_empty() || !conflict.required.is_empty(), "not explained: {fault:?}");
}

/// What excludes a question holds together in no reply that asks the question above it.
fn assert_excluding(fault: &PathFault<'_>, made: &Instrument, all: &[(usize, Evaluation<'_>)]) {
    let PathFault::NeverAsked { question, conflict } = fault else { return };
    let parent = made.questions().iter().find(|asked| asked.question.id == question.id).and_then(|asked| asked.parent);
    let mut inside = all.iter().filter(|(_, reply)| parent.is_none_or(|parent| is_asked(reply, parent)));
    let together = inside.any(|(_, reply)| conflict.conditions.iter().all(|it| crate::holds(it.expression, reply)));
    assert!(!together, "these hold together: {conflict:?}");
}

fn compare_always(faults: &[PathFault<'_>], condition: &Expression, seen: &Seen) {
    let told = faults.iter().find_map(|fault| match fault {
        PathFault::AlwaysHolds { condition: it, everywhere, .. } if std::ptr::eq(it.expression, condition) => {
            Some(*everywhere)
        }
        _ => None,
    });
    let dead = faults.iter().any(|it| matches!(it, PathFault::NeverAsked { .. } | PathFault::NeverOpen { .. }));
    match told {
        Some(everywhere) => {
            assert!(!seen.fails, "{condition:?} can be false");
            assert!(!everywhere || !seen.undefined, "{condition:?} can be undefined");
            assert!(everywhere || seen.undefined || dead, "{condition:?} is never undefined");
        }
        None => assert!(seen.fails || !seen.holds || dead, "{condition:?} is never false"),
    }
}

fn compare_check(faults: &[PathFault<'_>], check: &Check, seen: &Seen) {
    let never =
        faults.iter().any(|it| matches!(it, PathFault::NeverSpeaks { check: it, .. } if std::ptr::eq(*it, check)));
    let always =
        faults.iter().any(|it| matches!(it, PathFault::AlwaysSpeaks { check: it, .. } if std::ptr::eq(*it, check)));
    let dead = faults.iter().any(|it| matches!(it, PathFault::NeverAsked { .. } | PathFault::NeverOpen { .. }));
    assert!(!never || !seen.holds, "it speaks: {check:?}");
    assert!(never || seen.holds || dead, "it never speaks: {check:?}");
    assert!(!always || !seen.fails, "it does not always speak: {check:?}");
    assert!(always || seen.fails || !seen.holds || dead, "it always speaks: {check:?}");
}

/// What a question counts, and where the sum stands.
type Figure = (fn(&Question) -> u32, fn(&Extent) -> &Span);

/// How many of the four figures are exact.
fn compare_extent(paths: &Paths<'_>, all: &[(usize, Evaluation<'_>)]) -> u64 {
    let mut exact = 0;
    let figures: [Figure; 2] =
        [(|_| 1, |extent| &extent.questions), (|question| crate::minutes(&question.answer), |extent| &extent.minutes)];
    for (weight, figure) in figures {
        let asked = |reply: &Evaluation<'_>| -> u32 {
            reply.questions().filter(|(_, state)| state.is_asked()).map(|(question, _)| weight(question)).sum()
        };
        let totals: Vec<u32> = all.iter().map(|(_, reply)| asked(reply)).collect();
        let (longest, shortest) = (paths.longest(), paths.shortest());
        let (longest, shortest) = (figure(&longest), figure(&shortest));
        let (most, least) = (*totals.iter().max().unwrap(), *totals.iter().min().unwrap());
        assert!(longest.least <= most && most <= longest.most, "{most}: {longest:?}");
        assert!(shortest.least <= least && least <= shortest.most, "{least}: {shortest:?}");
        exact += [longest, shortest].iter().filter(|span| span.exact().is_some()).count() as u64;
    }
    exact
}

#[test]
fn the_solver_agrees_with_every_reply() {
    let mut exact = 0;
    for seed in 0..INSTRUMENTS {
        let made = Maker::instrument(seed);
        let all = replies(&made);
        let paths = Paths::of(&made);
        // Shown only if it fails.
        println!("instrument {seed}: {}", serde_json::to_string(&made.items).unwrap());
        compare_reach(&made, &paths, &all);
        compare_faults(&made, &paths, &all);
        exact += compare_extent(&paths, &all);
    }
    assert!(exact * 100 >= INSTRUMENTS * 4 * 99, "only {exact} figures are exact");
}

/// How many instruments are looked at.
const INSTRUMENTS: u64 = 300;
