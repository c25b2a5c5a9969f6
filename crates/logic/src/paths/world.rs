//! The diagrams of one instrument: when each of its parts is asked, and what each value can be.
//!
//! INVARIANT: every reply whose answers are within their bounds is one assignment to the variables, under which every diagram says what the
//! evaluator says. What is beyond the solver is a variable of its own, which can be anything. So what no assignment allows, no
//! reply can bring about.

use enquire_model::{Expression, Instrument, Place, Question};
use rustc_hash::{FxHashMap, FxHashSet};

use super::cells::Range;
use super::diagram::{Allowance, Choice, Diagrams, Edge, Exhausted, Variable};
use super::several::Several;
use super::slots::Slot;
use super::uses::Uses;
use super::worth::Reader;
use crate::graph::Node;

/// What giving an answer costs; everything else about it costs less.
pub(super) const ANSWER: u32 = 10_000;

/// What leaving the ground of what can be decided costs: less than an answer, more than a choice.
pub(super) const DOUBT: u32 = 300;

/// How many questions may be looked at in all trials of replies for one search.
const MOST_READ: usize = 3_000_000;

/// What a variable stands for.
#[derive(Debug, Clone)]
pub(super) enum Meaning<'a> {
    /// A value: of a whole answer, nothing, a non-response or a cell; of a part, nothing or a cell; the day of the reply.
    Slot(Slot<'a>),
    /// Whether an option is among several.
    Member,
    /// How many of the options are chosen that no condition speaks of.
    Rest,
    /// The cell of the difference of two values.
    Gap(Slot<'a>, Slot<'a>),
    /// A part of a condition that is beyond the solver: undefined, true or false; or only the last two.
    Opaque(&'a Expression),
    /// A condition that is too much: undefined, true or false.
    TooMuch(&'a Expression),
    /// Whether a sum stays within the numbers and the calendar, or does not.
    Overflow,
    /// Whether a part is asked whose conditions are a cycle, or too much for the solver.
    Unknown(usize),
    /// Whether a part that is never asked would be asked, for those that depend on it.
    Supposed,
    /// Whether a question is asked, while its own conditions are left aside.
    Aside,
}

/// The variable of a slot.
#[derive(Debug, Clone)]
pub(super) struct SlotVariable {
    pub(super) variable: Variable,
    /// The codes of the non-responses that conditions test; one more stands for all others, if there are others.
    pub(super) nonresponses: Vec<Option<String>>,
    /// The value that stands for the first cell.
    pub(super) first: Choice,
    pub(super) cells: Cells,
}

/// The values of a slot that conditions tell apart. None is empty.
#[derive(Debug, Clone)]
pub(super) enum Cells {
    /// Options, those together that mean the same.
    Codes(Vec<Vec<String>>),
    /// Numbers or dates.
    Ranges(Vec<Range>),
    /// Texts; the last stands for all others.
    Texts(Vec<Option<String>>),
    /// Anything.
    Any,
}

/// When a condition holds, and when it is false. It is undefined where neither is the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Truths {
    pub(super) holds: Edge,
    pub(super) fails: Edge,
}

/// What a condition goes into.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Touched {
    /// Differences between two values: whether those go together is not all in the diagrams.
    pub(super) gaps: bool,
    /// Parts that are beyond the solver.
    pub(super) beyond: bool,
}

/// The diagrams of one instrument.
#[derive(Debug)]
pub(super) struct World<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) uses: Uses<'a>,
    pub(super) diagrams: Diagrams,
    pub(super) meanings: Vec<Meaning<'a>>,
    /// The nodes, each after what it depends on.
    pub(super) order: Vec<usize>,
    /// The nodes on cycles, which have findings of their own.
    pub(super) cyclic: FxHashSet<usize>,
    /// By node: when it is asked or open.
    pub(super) asked: Vec<Edge>,
    /// The conditions of computed values, by node.
    pub(super) computed: FxHashMap<usize, Truths>,
    /// What has to be there for computed values, by node.
    pub(super) needed: FxHashMap<usize, Edge>,
    pub(super) slots: FxHashMap<Slot<'a>, SlotVariable>,
    pub(super) several: FxHashMap<usize, Several>,
    pub(super) gaps: FxHashMap<(Slot<'a>, Slot<'a>), (Variable, Vec<Range>)>,
    /// That the cells of two values and that of their difference go together.
    pub(super) fitting: FxHashMap<(Slot<'a>, Slot<'a>), Edge>,
    /// That the cells of values and those of their differences go together, as far as it is known.
    pub(super) consistent: Edge,
    /// That no sum is too large or outside the calendar.
    pub(super) within_calendar: Edge,
    pub(super) opaque: FxHashMap<String, Variable>,
    /// When a whole answer can stand: by node, and whether conditions of questions are left aside.
    pub(super) standing: FxHashMap<(usize, bool), Edge>,
    pub(super) aside: FxHashMap<usize, Variable>,
    /// Whether the conditions of questions that are read are left aside: each is a variable instead.
    pub(super) is_local: bool,
    /// The conditions that were worked out, by where they are.
    pub(super) known: FxHashMap<*const Expression, Truths>,
    /// What the conditions that were worked out go into.
    pub(super) touched: FxHashMap<*const Expression, Touched>,
    /// The same of the one that is being worked out.
    pub(super) touch: Touched,
    /// The parts that are never asked; what depends on them was looked at as if they could be.
    pub(super) dead: Vec<(usize, Edge)>,
    /// How many replies may still be tried.
    pub(super) trials: usize,
}

impl<'a> World<'a> {
    pub(super) fn of(instrument: &'a Instrument) -> Self {
        let mut reader = Reader::of(instrument);
        let components = reader.graph.components();
        let cyclic = components.iter().filter(|it| it.is_cycle).flat_map(|it| it.members.iter().copied()).collect();
        let order: Vec<usize> = components.into_iter().flat_map(|it| it.members).collect();
        let uses = Uses::of(&mut reader, &order, &cyclic);
        let asked = vec![Edge::FALSE; reader.graph.nodes().len()];
        let mut world = Self {
            reader,
            uses,
            diagrams: Diagrams::new(),
            meanings: Vec::new(),
            order,
            cyclic,
            asked,
            computed: FxHashMap::default(),
            needed: FxHashMap::default(),
            slots: FxHashMap::default(),
            several: FxHashMap::default(),
            gaps: FxHashMap::default(),
            fitting: FxHashMap::default(),
            consistent: Edge::TRUE,
            within_calendar: Edge::TRUE,
            opaque: FxHashMap::default(),
            standing: FxHashMap::default(),
            aside: FxHashMap::default(),
            is_local: false,
            known: FxHashMap::default(),
            touched: FxHashMap::default(),
            touch: Touched::default(),
            dead: Vec::new(),
            trials: 0,
        };
        world.within(Allowance { one: 1_000_000, all: 6_000_000 }, |world| {
            for at in world.order.clone() {
                world.work_out(at);
            }
        });
        world
    }

    /// Does something with so many steps; what takes more is exhausted.
    pub(super) fn within<T>(&mut self, allowance: Allowance, work: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.diagrams.allow(allowance);
        let result = work(self);
        self.diagrams.restore(before);
        result
    }

    /// Works out when the node at `at` is asked. What it depends on has been worked out.
    fn work_out(&mut self, at: usize) {
        let edge = if self.cyclic.contains(&at) { self.unknown(at) } else { self.asked_at(at) };
        let edge = edge.or_else(|Exhausted| self.unknown(at));
        let mut edge = edge.unwrap_or(Edge::TRUE);
        let above = self.above(at);
        if edge == Edge::FALSE && above != Edge::FALSE {
            let variable = self.variable(Meaning::Supposed, vec![0, DOUBT]);
            // What depends on this part is looked at as if it could be asked: it is no fault of its own.
            if let Ok(supposed) = self.diagrams.is(variable, |value| value == 1) {
                self.dead.push((at, supposed));
                edge = supposed;
            }
        }
        if let Some(slot) = self.asked.get_mut(at) {
            *slot = edge;
        }
        if let (Some(Node::Computed(computed)), false) = (self.reader.graph.node(at), self.cyclic.contains(&at)) {
            let truths = self.truths(&computed.value);
            self.computed.insert(at, truths);
            if let Ok(needed) = self.needs(&computed.value) {
                self.needed.insert(at, needed);
            }
        }
    }

    /// When what the node at `at` stands in is asked.
    pub(super) fn above(&self, at: usize) -> Edge {
        let above = self.reader.graph.above(at);
        above.map_or(Edge::TRUE, |above| self.asked.get(above).copied().unwrap_or(Edge::TRUE))
    }

    fn asked_at(&mut self, at: usize) -> Result<Edge, Exhausted> {
        let above = self.above(at);
        let own = match self.reader.graph.node(at) {
            Some(Node::When(when)) => Some(&when.condition),
            Some(Node::Question(question)) => question.when.as_ref(),
            Some(Node::Column { .. } | Node::Computed(_)) | None => None,
        };
        match own {
            Some(condition) => {
                let own = self.truths(condition);
                self.diagrams.and(above, own.holds)
            }
            None => Ok(above),
        }
    }

    fn unknown(&mut self, at: usize) -> Result<Edge, Exhausted> {
        let variable = self.variable(Meaning::Unknown(at), vec![0, DOUBT]);
        self.diagrams.is(variable, |value| value == 1)
    }

    pub(super) fn variable(&mut self, meaning: Meaning<'a>, costs: Vec<u32>) -> Variable {
        self.meanings.push(meaning);
        self.diagrams.variable(costs)
    }

    /// When the node at `at` is asked, or whether it is taken to be, while conditions are left aside.
    pub(super) fn asked(&mut self, at: usize) -> Result<Edge, Exhausted> {
        if !self.is_local {
            return Ok(self.asked.get(at).copied().unwrap_or(Edge::FALSE));
        }
        let variable = if let Some(known) = self.aside.get(&at) {
            *known
        } else {
            let made = self.variable(Meaning::Aside, vec![0, 1]);
            self.aside.insert(at, made);
            made
        };
        self.diagrams.is(variable, |value| value == 1)
    }

    /// Allows as many trials of replies as take no more than a moment, whatever the length of the instrument.
    pub(super) fn allow_trials(&mut self) {
        self.trials = (MOST_READ / self.reader.graph.nodes().len().max(1)).max(100);
    }

    pub(super) fn question(&self, at: usize) -> Option<&'a Question> {
        if let Some(Node::Question(question)) = self.reader.graph.node(at) { Some(question) } else { None }
    }

    /// The node of the question `id`.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.reader.graph.find(id).filter(|at| self.question(*at).is_some())
    }

    /// That no part that is never asked is taken to be asked.
    pub(super) fn nothing_supposed(&mut self) -> Result<Edge, Exhausted> {
        let supposed: Vec<Edge> = self.dead.iter().map(|(_, supposed)| !*supposed).collect();
        self.diagrams.all(supposed)
    }

    /// Where the conditions of a node are written, or its id.
    pub(super) fn place(&self, at: usize) -> Place {
        match self.reader.graph.node(at) {
            Some(Node::When(when)) => when.condition.place,
            Some(Node::Question(question)) => question.when.as_ref().map_or(question.id.place(), |when| when.place),
            Some(Node::Column { column, .. }) => column.id.place(),
            Some(Node::Computed(computed)) => computed.id.place(),
            None => Place::default(),
        }
    }
}

impl Truths {
    /// Undefined, whatever the reply.
    pub(super) const UNDEFINED: Self = Self { holds: Edge::FALSE, fails: Edge::FALSE };

    /// True or false, whatever the reply.
    pub(super) fn constant(truth: bool) -> Self {
        if truth {
            Self { holds: Edge::TRUE, fails: Edge::FALSE }
        } else {
            Self { holds: Edge::FALSE, fails: Edge::TRUE }
        }
    }

    pub(super) fn negated_if(self, negated: bool) -> Self {
        if negated { Self { holds: self.fails, fails: self.holds } } else { self }
    }
}
