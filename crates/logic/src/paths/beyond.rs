//! What is beyond the solver: a variable stands for it, which can be anything that its operands allow.

use enquire_model::{Comparison, Expression, ExpressionKind};

use super::diagram::{Edge, Exhausted, Variable};
use super::slots::Slot;
use super::world::{DOUBT, Meaning, Truths, World};

type Result<T> = std::result::Result<T, Exhausted>;

impl<'a> World<'a> {
    /// A comparison that cannot be decided. Comparisons that deny each other share a variable.
    pub(super) fn opaque(
        &mut self,
        whole: &'a Expression,
        comparison: Comparison,
        left: &'a Expression,
        right: &'a Expression,
    ) -> Result<Truths> {
        let (comparison, negated) = match comparison {
            Comparison::Equal | Comparison::Less | Comparison::AtMost => (comparison, false),
            Comparison::NotEqual => (Comparison::Equal, true),
            Comparison::AtLeast => (Comparison::Less, true),
            Comparison::Greater => (Comparison::AtMost, true),
        };
        let needs = (self.needs(left)?, self.needs(right)?);
        let needs = self.diagrams.and(needs.0, needs.1)?;
        let key = format!("{comparison:?} {} {}", key(left), key(right));
        Ok(self.beyond_where(whole, key, needs)?.negated_if(negated))
    }

    /// A condition of which the diagrams are too large.
    pub(super) fn too_much(&mut self, condition: &'a Expression) -> Result<Truths> {
        self.touch.beyond = true;
        let variable = self.variable(Meaning::TooMuch(condition), vec![DOUBT, DOUBT + 100, DOUBT + 100]);
        let holds = self.diagrams.is(variable, |value| value == 1)?;
        let fails = self.diagrams.is(variable, |value| value == 2)?;
        Ok(Truths { holds, fails })
    }

    pub(super) fn beyond(&mut self, whole: &'a Expression, key: String) -> Result<Truths> {
        self.beyond_where(whole, key, Edge::TRUE)
    }

    /// Undefined, true or false; undefined where `needs` is not the case.
    pub(super) fn beyond_where(&mut self, whole: &'a Expression, key: String, needs: Edge) -> Result<Truths> {
        let variable = self.free(whole, key, vec![DOUBT, DOUBT + 100, DOUBT + 100]);
        let holds = self.diagrams.is(variable, |value| value == 1)?;
        let fails = self.diagrams.is(variable, |value| value == 2)?;
        self.under(Truths { holds, fails }, needs)
    }

    pub(super) fn free(&mut self, whole: &'a Expression, key: String, costs: Vec<u32>) -> Variable {
        self.touch.beyond = true;
        if let Some(known) = self.opaque.get(&key) {
            return *known;
        }
        let variable = self.variable(Meaning::Opaque(whole), costs);
        self.opaque.insert(key, variable);
        variable
    }

    /// What has to be there for `expression` to have a value.
    pub(super) fn needs(&mut self, expression: &'a Expression) -> Result<Edge> {
        match &expression.kind {
            ExpressionKind::Answer(name)
            | ExpressionKind::Cell { table: name, .. }
            | ExpressionKind::Part { question: name, .. }
            | ExpressionKind::Aggregate { over: name, .. } => match self.reader.graph.find(name.as_str()) {
                Some(at) if self.question(at).is_some() => self.given(Slot::Whole(at)),
                Some(at) => {
                    let asked = self.asked(at)?;
                    let needed = self.needed.get(&at).filter(|_| !self.is_local).copied();
                    self.diagrams.and(asked, needed.unwrap_or(Edge::TRUE))
                }
                None => Ok(Edge::FALSE),
            },
            ExpressionKind::Arithmetic { left, right, .. } => {
                let (left, right) = (self.needs(left)?, self.needs(right)?);
                self.diagrams.and(left, right)
            }
            ExpressionKind::Call { arguments, .. } => {
                let mut all = Edge::TRUE;
                for argument in arguments {
                    let needs = self.needs(argument)?;
                    all = self.diagrams.and(all, needs)?;
                }
                Ok(all)
            }
            ExpressionKind::Field(_)
            | ExpressionKind::Choice(_)
            | ExpressionKind::Number(_)
            | ExpressionKind::Words(_)
            | ExpressionKind::Date(_)
            | ExpressionKind::Duration { .. }
            | ExpressionKind::Truth(_)
            | ExpressionKind::AsAt
            | ExpressionKind::PeriodStart
            | ExpressionKind::PeriodEnd
            | ExpressionKind::Not(_)
            | ExpressionKind::And(_)
            | ExpressionKind::Or(_)
            | ExpressionKind::Compare { .. }
            | ExpressionKind::In { .. }
            | ExpressionKind::Contains { .. }
            | ExpressionKind::State { .. } => Ok(Edge::TRUE),
        }
    }
}

/// The text of an expression, without its place: expressions that are written alike mean the same.
pub(super) fn key(expression: &Expression) -> String {
    serde_json::to_string(expression).unwrap_or_default()
}
