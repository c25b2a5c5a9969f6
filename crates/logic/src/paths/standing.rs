//! Replies that stand: no error check speaks in them, and no required answer is missing.
//!
//! Replies are left aside in which a sum is too large for a number, or a date outside the calendar: a check that is undefined at the
//! end of the year 9999 lets through what nobody means.

use enquire_model::{Question, Requirement, Weight};
use rustc_hash::{FxHashMap, FxHashSet};

use super::conflict::Reason;
use super::diagram::{Edge, Exhausted, Variable};
use super::slots::{Kind, Options, Slot};
use super::verdict::{Condition, Conflict, PathFault, Whose};
use super::world::World;

/// How many rules are looked at to explain one fault.
const MOST_REASONS: usize = 40;

/// A rule of replies that stand.
#[derive(Debug, Clone, Copy)]
struct Rule<'a> {
    /// When it is kept.
    kept: Edge,
    reason: Reason<'a>,
}

/// What replies that stand leave possible for the variables up to each one, the highest first.
#[derive(Debug)]
struct Shadows(Vec<Edge>);

impl<'a> World<'a> {
    /// Required questions that cannot be answered, and questions that are asked only in replies that do not stand. Checks in `skipped`
    /// have faults of their own.
    pub(super) fn mistaken(&mut self, skipped: &FxHashSet<*const enquire_model::Check>) -> Vec<PathFault<'a>> {
        let mut rules = self.checks_that_err(skipped);
        let shadows = self.shadows(&rules);
        let (unanswerable, mut faults) = self.never_answerable(&rules, &shadows);
        rules.extend(self.required_answers(&unanswerable));
        let shadows = self.shadows(&rules);
        faults.extend(self.asked_by_mistake(&rules, &shadows));
        faults
    }

    fn checks_that_err(&mut self, skipped: &FxHashSet<*const enquire_model::Check>) -> Vec<Rule<'a>> {
        let mut rules = Vec::new();
        for placed in self.reader.graph.checks().to_vec() {
            if placed.check.weight != Weight::Error || skipped.contains(&std::ptr::from_ref(placed.check)) {
                continue;
            }
            let truths = self.truths(&placed.check.condition);
            let above = placed.above.map_or(Edge::TRUE, |at| self.asked.get(at).copied().unwrap_or(Edge::TRUE));
            if let Ok(speaks) = self.diagrams.and(above, truths.holds) {
                let whose = Whose::Check(placed.check, placed.question);
                let reason = Reason::Silent(Condition { expression: &placed.check.condition, whose });
                rules.push(Rule { kept: !speaks, reason });
            }
        }
        rules
    }

    /// That required answers are given which some condition looks at. All others can always be given.
    fn required_answers(&mut self, except: &FxHashSet<usize>) -> Vec<Rule<'a>> {
        let mut rules = Vec::new();
        for at in 0..self.reader.graph.nodes().len() {
            let Some(question) = self.question(at).filter(|_| !except.contains(&at)) else { continue };
            if !self.slots.contains_key(&Slot::Whole(at)) || self.cyclic.contains(&at) {
                continue;
            }
            let missing = self.expected(at, question).and_then(|expected| {
                let blank = self.blank(at)?;
                self.diagrams.and(expected, blank)
            });
            if let Ok(missing) = missing.map(|missing| !missing)
                && missing != Edge::TRUE
            {
                rules.push(Rule { kept: missing, reason: Reason::Required(question) });
            }
        }
        rules
    }

    /// When an answer to the question at `at` is expected.
    fn expected(&mut self, at: usize, question: &'a Question) -> Result<Edge, Exhausted> {
        let asked = self.asked.get(at).copied().unwrap_or(Edge::FALSE);
        match &question.required {
            Requirement::Never => Ok(Edge::FALSE),
            Requirement::Always => Ok(asked),
            Requirement::When(condition) => {
                let truths = self.truths(condition);
                self.diagrams.and(asked, truths.holds)
            }
        }
    }

    /// What the rules leave possible. A rule that is too much is left out, so that fewer replies are taken to be mistaken.
    fn shadows(&mut self, rules: &[Rule<'a>]) -> Shadows {
        let mut edges: Vec<Edge> = rules.iter().map(|rule| rule.kept).collect();
        // The lowest first: each rule then adds little to those before it.
        edges.sort_by_key(|edge| self.diagrams.root(*edge));
        let mut all = self.facts().unwrap_or(self.consistent);
        for edge in edges {
            all = self.diagrams.and(all, edge).unwrap_or(all);
        }
        let mut shadows = vec![all];
        while let Some(last) = shadows.last().copied().filter(|last| self.diagrams.root(*last).is_some()) {
            match self.diagrams.without_root(last) {
                Ok(next) => shadows.push(next),
                Err(Exhausted) => break,
            }
        }
        Shadows(shadows)
    }

    /// Whether `edge` comes about in no reply that keeps the rules.
    fn is_excluded(&mut self, edge: Edge, shadows: &Shadows) -> bool {
        let top = self.diagrams.root(edge);
        let at = shadows.0.partition_point(|shadow| above(self.diagrams.root(*shadow), top));
        let shadow = shadows.0.get(at).copied().unwrap_or(Edge::TRUE);
        edge != Edge::FALSE && self.diagrams.and(edge, shadow) == Ok(Edge::FALSE)
    }

    fn never_answerable(&mut self, rules: &[Rule<'a>], shadows: &Shadows) -> (FxHashSet<usize>, Vec<PathFault<'a>>) {
        let mut nodes = FxHashSet::default();
        let mut faults = Vec::new();
        let real = self.nothing_supposed().unwrap_or(Edge::TRUE);
        for at in 0..self.reader.graph.nodes().len() {
            let Some(question) = self.question(at) else { continue };
            let cascades = matches!(
                self.reader.kind(Slot::Whole(at)),
                Some(Kind::One(Options::Of(selection)) | Kind::Several(selection)) if selection.within.is_some()
            );
            let is_looked_at = cascades || self.slots.contains_key(&Slot::Whole(at));
            if question.required == Requirement::Never || !is_looked_at || self.cyclic.contains(&at) {
                continue;
            }
            let edges = self.expected(at, question).and_then(|expected| {
                let given = self.given(Slot::Whole(at))?;
                Ok((expected, self.diagrams.and(expected, given)?))
            });
            let Ok((expected, given)) = edges else { continue };
            // What only comes about if something is asked that never is, follows from that.
            if self.diagrams.and(expected, real) == Ok(Edge::FALSE) {
                continue;
            }
            let impossible = given == Edge::FALSE || self.is_excluded(given, shadows);
            if expected != Edge::FALSE && impossible && !self.is_excluded(expected, shadows) {
                nodes.insert(at);
                let looked_at = if given == Edge::FALSE { expected } else { given };
                let mut reasons = self.near(rules, looked_at, Some(Reason::Answered(question)));
                if let Requirement::When(condition) = &question.required {
                    let parts = Self::parts(condition, Whose::Required(question));
                    reasons.extend(parts.into_iter().map(Reason::Holds));
                }
                let conflict = self.conflict(Some(at), &reasons);
                let required: Vec<&'a Question> =
                    conflict.required.iter().copied().filter(|it| it.id != question.id).collect();
                faults.push(PathFault::NeverAnswerable { question, conflict: Conflict { required, ..conflict } });
            }
        }
        (nodes, faults)
    }

    fn asked_by_mistake(&mut self, rules: &[Rule<'a>], shadows: &Shadows) -> Vec<PathFault<'a>> {
        let mut faults = Vec::new();
        let mut found: FxHashSet<usize> = self.dead.iter().map(|(at, _)| *at).collect();
        // Blocks that open only by mistake: one question of each is told.
        let mut blocks: FxHashMap<usize, bool> = FxHashMap::default();
        for at in self.order.clone() {
            if found.contains(&at) || self.cyclic.contains(&at) {
                continue;
            }
            let asked = self.asked.get(at).copied().unwrap_or(Edge::FALSE);
            let reads = self.reader.graph.edges(at).to_vec();
            let told = |to: usize| found.contains(&to) || blocks.get(&to) == Some(&true);
            // What follows from another such question is no finding of its own.
            if reads.iter().any(|edge| told(edge.to)) {
                found.insert(at);
                continue;
            }
            if !self.is_excluded(asked, shadows) {
                continue;
            }
            let Some(question) = self.question(at) else {
                blocks.insert(at, false);
                continue;
            };
            found.insert(at);
            let mut outer = self.reader.graph.above(at);
            while let Some(block) = outer {
                blocks.entry(block).and_modify(|told| *told = true);
                outer = self.reader.graph.above(block);
            }
            let reasons = self.near(rules, asked, None);
            faults.push(PathFault::AskedOnlyByMistake { question, conflict: self.conflict(Some(at), &reasons) });
            // If no reply stands at all, one finding says so.
            if shadows.0.first() == Some(&Edge::FALSE) {
                break;
            }
        }
        faults
    }

    /// The rules that look at what `edge` depends on; all of them if there are few.
    fn near(&self, rules: &[Rule<'a>], edge: Edge, own: Option<Reason<'a>>) -> Vec<Reason<'a>> {
        let mut reasons: Vec<Reason<'a>> = own.into_iter().collect();
        let variables: FxHashSet<Variable> = self.diagrams.variables(edge).into_iter().collect();
        let touches = |rule: &&Rule<'a>| {
            rules.len() <= MOST_REASONS || self.diagrams.variables(rule.kept).iter().any(|it| variables.contains(it))
        };
        reasons.extend(rules.iter().filter(touches).take(MOST_REASONS).map(|rule| rule.reason));
        reasons
    }
}

/// Whether a variable stands above another; nothing is the lowest.
fn above(one: Option<Variable>, other: Option<Variable>) -> bool {
    one > other
}
