//! Which paths an instrument has: what can be asked, what never is, and the replies that show it.
//!
//! ```text
//! conditions --> two decision diagrams each: "holds", "is false"      every reply is one assignment to their variables
//! no assignment  --> it cannot be: a proof
//! an assignment  --> a reply, which the evaluator confirms before anybody sees it; else it is undecided
//! ```
//!
//! Only replies count whose answers are within their bounds: options of their scale, numbers and dates from and to, lists with as many
//! entries as they may have.

mod atoms;
mod beyond;
mod cells;
mod conditions;
mod conflict;
mod diagram;
mod draft;
mod extent;
mod faults;
mod reach;
mod samples;
mod search;
mod several;
mod slots;
mod standing;
mod theory;
mod uses;
mod values;
mod variations;
mod verdict;
mod world;
mod worth;

#[cfg(test)]
mod brute;
#[cfg(test)]
mod tests;

use std::cell::{OnceCell, RefCell};

use enquire_model::{Expression, Instrument};

use crate::Evaluator;
pub use verdict::{Condition, Conflict, Extent, PathFault, Reach, Span, Undecided, Unsettled, Wanted, Whose, Witness};
use world::World;

/// The paths through an instrument.
///
/// Making it takes time in proportion to the length of the instrument, as a rule; replies are searched for when they are asked for.
#[derive(Debug)]
pub struct Paths<'a> {
    instrument: &'a Instrument,
    world: RefCell<World<'a>>,
    evaluator: OnceCell<Evaluator<'a>>,
}

impl<'a> Paths<'a> {
    /// Those of `instrument`, which may be mistaken in other ways: an unknown name is never answered, and a part of a cycle may be asked
    /// or not.
    pub fn of(instrument: &'a Instrument) -> Self {
        Self { instrument, world: RefCell::new(World::of(instrument)), evaluator: OnceCell::new() }
    }

    /// The smallest reply in which the question `id` is asked; nothing if there is no such question.
    pub fn reach(&self, id: &str) -> Option<Reach<'a>> {
        reach::asked(self, id)
    }

    /// The smallest reply in which the question `id` is not asked.
    pub fn reach_unasked(&self, id: &str) -> Option<Reach<'a>> {
        reach::unasked(self, id)
    }

    /// The smallest reply in which the question `id` is asked and given `wanted`.
    pub fn reach_where(&self, id: &str, wanted: Wanted<'_>) -> Option<Reach<'a>> {
        reach::given(self, id, wanted)
    }

    /// The smallest reply in which `condition` holds, or with `holds` false, in which it is false. It has to be one of the conditions of the
    /// instrument, and is looked at by itself: for that of a check or `required when` the question need not be asked.
    pub fn reach_condition(&self, condition: &'a Expression, holds: bool) -> Reach<'a> {
        reach::condition(self, condition, holds)
    }

    /// What is wrong with the paths, in the order of print.
    pub fn faults(&self) -> Vec<PathFault<'a>> {
        faults::all(self)
    }

    /// What could not be settled while looking for [`faults`](Self::faults).
    pub fn unsettled(&self) -> Vec<Unsettled<'a>> {
        faults::unsettled(self)
    }

    /// The longest path: the most that one reply is asked, each figure by itself.
    pub fn longest(&self) -> Extent {
        extent::of(self, true)
    }

    /// The shortest path: the least that one reply is asked, each figure by itself. A reply may leave everything blank.
    pub fn shortest(&self) -> Extent {
        extent::of(self, false)
    }

    fn evaluator(&self) -> &Evaluator<'a> {
        self.evaluator.get_or_init(|| Evaluator::new(self.instrument))
    }
}
