//! Tests of dependences and cycles.

use std::collections::VecDeque;

use enquire_model::{Aggregate, Answer, Expression, Instrument, Item, Name, Place, Selection};

use super::{Cycle, CycleKind, Dependence, Graph, cycles};
use crate::build::{
    add, aggregate, and, answer, asked_when, choice, computed, divide, equal, field, greater, instrument, is_answered,
    number, one_of, or, question, selection, table, when, with_items,
};

fn shown(cycle: &Cycle<'_>) -> String {
    let members: Vec<String> = cycle.steps.iter().map(|step| step.from.to_string()).collect();
    members.join(" ")
}

fn found(items: Vec<Item>) -> Vec<(String, CycleKind)> {
    let instrument = instrument(items);
    cycles(&instrument).iter().map(|cycle| (shown(cycle), cycle.kind())).collect()
}

fn asked_if(id: &str, other: &str) -> Item {
    asked_when(id, Answer::YesNo, equal(answer(other), choice("yes")))
}

#[test]
fn what_leads_nowhere_back_is_no_cycle() {
    let items = vec![question("a", Answer::YesNo), asked_if("b", "a"), asked_if("c", "b"), asked_if("d", "undeclared")];
    assert_eq!(found(items), []);
}

#[test]
fn cycles_are_told_apart_by_what_they_are_made_of() {
    let items = vec![
        asked_if("a", "b"),
        asked_if("b", "a"),
        computed("c", add(answer("d"), number(1))),
        computed("d", add(answer("c"), number(1))),
        asked_when("e", Answer::YesNo, greater(answer("f"), number(1))),
        computed("f", equal(answer("e"), choice("yes"))),
    ];
    let expected = [("a b", CycleKind::Visibility), ("c d", CycleKind::Computation), ("e f", CycleKind::Mixed)];
    assert_eq!(found(items), expected.map(|(members, kind)| (members.to_owned(), kind)));
}

#[test]
fn the_shortest_of_several_is_given() {
    let both = and([is_answered("b"), is_answered("c")]);
    let items = vec![asked_when("a", Answer::YesNo, both), asked_if("b", "d"), asked_if("c", "a"), asked_if("d", "a")];
    assert_eq!(found(items), [("a c".to_owned(), CycleKind::Visibility)]);
}

#[test]
fn conditions_of_blocks_and_questions_above_count() {
    let a = || equal(answer("a"), choice("yes"));
    assert_eq!(found(vec![when(a(), vec![question("a", Answer::YesNo)])]), [("a".to_owned(), CycleKind::Visibility)]);
    let nested = vec![when(is_answered("b"), vec![when(a(), vec![question("b", Answer::YesNo)])]), asked_if("a", "b")];
    assert_eq!(found(nested), [("b".to_owned(), CycleKind::Visibility)]);
    let above = with_items("p", Answer::YesNo, vec![asked_if("s", "q")]);
    let items = vec![when(is_answered("s"), vec![above]), question("q", Answer::YesNo)];
    assert_eq!(found(items), [("p s".to_owned(), CycleKind::Visibility)]);
}

#[test]
fn a_step_says_why_and_where() {
    let place = Place { file: 1, start: 7, end: 8 };
    let within = Selection { within: Some(Name::new("a", place)), ..selection("body", false) };
    let sub = question("b", Answer::OneOf(within));
    let instrument =
        instrument(vec![with_items("c", one_of("body"), vec![sub]), asked_if("a", "b"), asked_if("c", "a")]);
    let cycles = cycles(&instrument);
    let steps: Vec<_> = cycles[0].steps.iter().map(|step| (step.to.to_string(), step.kind, step.place.start)).collect();
    assert_eq!(steps, [("a".to_owned(), Dependence::Cascade, 7), ("b".to_owned(), Dependence::Visibility, 0)]);
}

#[test]
fn columns_may_read_totals_of_their_table_but_not_themselves() {
    let total = || aggregate(Aggregate::Sum, "t", Some("all"), None);
    let good = vec![("all", add(field("women"), number(1))), ("share", divide(field("women"), total()))];
    assert_eq!(found(vec![question("t", table("body", &["women"], good))]), []);
    let bad = vec![("all", divide(field("women"), total()))];
    let expected = ("t.all".to_owned(), CycleKind::Computation);
    assert_eq!(found(vec![question("t", table("body", &["women"], bad))]), [expected]);
}

fn chain(length: usize, closed: bool) -> Vec<Item> {
    let link = |at: usize| {
        let before = if at == 0 { length - 1 } else { at - 1 };
        if at == 0 && !closed {
            question("q0", Answer::YesNo)
        } else {
            asked_if(&format!("q{at}"), &format!("q{before}"))
        }
    };
    (0..length).map(link).collect()
}

#[test]
fn long_chains_and_long_cycles_do_no_harm() {
    assert_eq!(found(chain(20_000, false)), []);
    let instrument = instrument(chain(20_000, true));
    let cycles = cycles(&instrument);
    assert_eq!(cycles.iter().map(|cycle| cycle.steps.len()).collect::<Vec<_>>(), [20_000]);
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % limit as u64).unwrap()
    }
}

/// An instrument of `size` questions and computed values, some in `when` blocks, that read each other at random.
fn random(dice: &mut Dice, size: usize) -> Instrument {
    let condition = |dice: &mut Dice| -> Expression {
        let (one, two) = (dice.below(size), dice.below(size));
        or([is_answered(&format!("n{one}")), is_answered(&format!("n{two}"))])
    };
    let mut items = Vec::new();
    for at in 0..size {
        let id = format!("n{at}");
        let item = match dice.below(8) {
            0 => asked_when(&id, Answer::YesNo, condition(dice)),
            1 => when(condition(dice), vec![question(&id, Answer::YesNo)]),
            2 => computed(&id, condition(dice)),
            3 => when(condition(dice), vec![when(is_answered("n0"), vec![computed(&id, number(1))])]),
            _ => question(&id, Answer::YesNo),
        };
        items.push(item);
    }
    instrument(items)
}

/// Which of the `size` nodes can be reached from each, by plain search over the direct reads of each.
fn reachable(instrument: &Instrument, size: usize) -> Vec<Vec<Option<usize>>> {
    let graph = Graph::of(instrument);
    let direct = |at: usize| -> Vec<usize> {
        let mut above = graph.find(&format!("n{at}"));
        let mut reads = Vec::new();
        while let Some(node) = above {
            let is_id = |to: &usize| (0..size).any(|other| graph.find(&format!("n{other}")) == Some(*to));
            reads.extend(graph.edges(node).iter().map(|edge| edge.to).filter(is_id));
            above = graph.above(node);
        }
        reads.iter().filter_map(|to| (0..size).find(|other| graph.find(&format!("n{other}")) == Some(*to))).collect()
    };
    let direct: Vec<Vec<usize>> = (0..size).map(direct).collect();
    let distances = |from: usize| {
        let mut distance = vec![None; size];
        let mut waiting: VecDeque<(usize, usize)> = direct[from].iter().map(|&to| (to, 1)).collect();
        while let Some((at, far)) = waiting.pop_front() {
            if distance[at].is_none() {
                distance[at] = Some(far);
                waiting.extend(direct[at].iter().map(|&to| (to, far + 1)));
            }
        }
        distance
    };
    (0..size).map(distances).collect()
}

#[test]
fn what_is_found_in_random_instruments_is_what_a_plain_search_finds() {
    let mut dice = Dice(2007);
    let mut circular = 0;
    for _ in 0..300 {
        let size = 2 + dice.below(12);
        let instrument = random(&mut dice, size);
        let distance = reachable(&instrument, size);
        let in_group = |at: usize, other: usize| distance[at][other].is_some() && distance[other][at].is_some();
        let firsts: Vec<usize> =
            (0..size).filter(|&at| distance[at][at].is_some() && !(0..at).any(|other| in_group(at, other))).collect();
        let cycles = cycles(&instrument);
        assert_eq!(cycles.len(), firsts.len());
        for (cycle, &first) in cycles.iter().zip(&firsts) {
            circular += 1;
            let group = (0..size).filter(|&at| in_group(at, first) || at == first);
            let shortest = group.filter_map(|at| distance[at][at]).min();
            assert_eq!(Some(cycle.steps.len()), shortest);
            let next = cycle.steps.iter().cycle().skip(1);
            assert!(cycle.steps.iter().zip(next).all(|(step, next)| step.to == next.from));
        }
    }
    assert!(circular > 50, "{circular}");
}

#[test]
fn of_two_declarations_with_one_id_the_first_is_meant() {
    let items = vec![question("a", Answer::YesNo), asked_if("a", "b"), asked_if("b", "a")];
    assert_eq!(found(items), []);
}

#[test]
fn a_question_with_the_same_id_as_the_one_above_it_is_no_trouble() {
    let items = vec![with_items("a", Answer::YesNo, vec![question("a", Answer::YesNo)])];
    assert_eq!(found(items), []);
}
