//! The diagrams beside those of an engine that others keep, `oxidd`: of many made-up conditions both have to say the same.
//!
//! A variable of three values is two variables of two there; the code that no value has stands for the last one.

use oxidd::bcdd::{BCDDFunction, BCDDManagerRef, new_manager};
use oxidd::{BooleanFunction, Manager, ManagerRef};

use super::{Choice, Diagrams, Edge, Variable};

const VARIABLES: u32 = 6;
const VALUES: u32 = 3;

/// The same conditions in both engines.
struct Both {
    ours: Diagrams,
    theirs: BCDDManagerRef,
    variables: Vec<Variable>,
}

/// One condition.
#[derive(Clone)]
struct Condition {
    ours: Edge,
    theirs: BCDDFunction,
    /// By the number of the assignment, whether it holds.
    table: Vec<bool>,
}

/// Numbers that look like chance and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(most)).unwrap()
    }
}

impl Both {
    fn new() -> Self {
        let mut ours = Diagrams::new();
        let variables = (0..VARIABLES).map(|_| ours.variable(vec![0, 1, 1])).collect();
        let theirs = new_manager(1 << 16, 1 << 12, 1);
        theirs.with_manager_exclusive(|manager| manager.add_vars(2 * VARIABLES));
        Self { ours, theirs, variables }
    }

    fn is(&mut self, variable: u32, value: Choice) -> Condition {
        let bit = |number: u32| self.theirs.with_manager_shared(|it| BCDDFunction::var(it, number)).unwrap();
        let (high, low) = (bit(2 * variable), bit(2 * variable + 1));
        let theirs = match value {
            0 => high.or(&low).unwrap().not().unwrap(),
            1 => high.not().unwrap().and(&low).unwrap(),
            _ => high,
        };
        let ours = self.ours.is(self.variables[variable as usize], |it| it == value).unwrap();
        Condition { ours, theirs, table: assignments().map(|it| it[variable as usize] == value).collect() }
    }

    fn joined(&mut self, left: &Condition, right: &Condition, both: bool) -> Condition {
        let pairs = left.table.iter().zip(&right.table);
        if both {
            let ours = self.ours.and(left.ours, right.ours).unwrap();
            let table = pairs.map(|(left, right)| *left && *right).collect();
            Condition { ours, theirs: left.theirs.and(&right.theirs).unwrap(), table }
        } else {
            let ours = self.ours.or(left.ours, right.ours).unwrap();
            let table = pairs.map(|(left, right)| *left || *right).collect();
            Condition { ours, theirs: left.theirs.or(&right.theirs).unwrap(), table }
        }
    }
}

impl Condition {
    fn negated(&self) -> Self {
        let table = self.table.iter().map(|it| !it).collect();
        Self { ours: !self.ours, theirs: self.theirs.not().unwrap(), table }
    }
}

/// Every assignment, by variable.
fn assignments() -> impl Iterator<Item = Vec<Choice>> {
    (0..VALUES.pow(VARIABLES)).map(|number| (0..VARIABLES).map(|at| number / VALUES.pow(at) % VALUES).collect())
}

/// Whether `edge` is the case under an assignment.
fn holds(ours: &Diagrams, mut edge: Edge, assignment: &[Choice]) -> bool {
    while let Some(variable) = ours.root(edge) {
        edge = ours.given(edge, assignment[variable as usize]);
    }
    edge == Edge::TRUE
}

#[test]
fn both_engines_say_the_same() {
    let mut dice = Dice(2_007);
    for _ in 0..60 {
        let mut both = Both::new();
        let mut known: Vec<Condition> = Vec::new();
        for _ in 0..40 {
            let next = match dice.below(4) {
                0 | 1 if !known.is_empty() => {
                    let most = u32::try_from(known.len()).unwrap();
                    let (left, right) = (dice.below(most), dice.below(most));
                    let (left, right) = (known[left as usize].clone(), known[right as usize].clone());
                    both.joined(&left, &right, dice.below(2) == 0)
                }
                2 if !known.is_empty() => known[known.len() - 1].negated(),
                _ => both.is(dice.below(VARIABLES), dice.below(VALUES)),
            };
            assert_eq!(next.ours != Edge::FALSE, next.theirs.satisfiable());
            assert_eq!(next.ours == Edge::TRUE, next.theirs.valid());
            for (assignment, expected) in assignments().zip(&next.table) {
                assert_eq!(holds(&both.ours, next.ours, &assignment), *expected);
            }
            for before in &known {
                assert_eq!(before.ours == next.ours, before.theirs == next.theirs);
            }
            known.push(next);
        }
    }
}
