//! A condition refers to a question that comes later: a form is filled in from front to back.

use enquire_diagnostics::codes::LATER_QUESTION;
use enquire_diagnostics::{Diagnostic, Diagnostics};
use enquire_logic::reads;
use enquire_model::{Expression, Inline, Name, Requirement, Text};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Context, span};

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let positions = positions(context);
    // What is part of a cycle has been reported as that.
    let cyclic: FxHashSet<&str> = context
        .cycles
        .iter()
        .flat_map(|cycle| cycle.steps.iter().flat_map(|step| [step.from.name().as_str(), step.to.name().as_str()]))
        .collect();
    let mut seen: FxHashSet<*const Expression> = FxHashSet::default();
    let mut check = Check { context, positions: &positions, cyclic: &cyclic, found };
    for (position, asked) in context.questions.iter().enumerate() {
        let id = &asked.question.id;
        for condition in &asked.conditions {
            // A group's condition belongs to the first question in it.
            if seen.insert(std::ptr::from_ref(*condition)) {
                check.condition(condition, position, id);
            }
        }
        if let Requirement::When(condition) = &asked.question.required {
            check.condition(condition, position, id);
        }
        if let Some(within) = asked.question.answer.selection().and_then(|it| it.within.as_ref()) {
            check.name(within, position, id);
        }
        for text in [Some(&asked.question.wording), asked.question.guidance.as_ref(), asked.question.example.as_ref()] {
            check.text(text, position, id);
        }
    }
}

/// Where each question stands, and for a computed value where the last question stands that it is worked out from.
fn positions<'a>(context: &Context<'a>) -> FxHashMap<&'a str, usize> {
    let mut positions: FxHashMap<&str, usize> =
        context.questions.iter().enumerate().map(|(at, asked)| (asked.question.id.as_str(), at)).collect();
    let computed = context.instrument.computed();
    // A value may be worked out from values that stand after it; as many rounds as there are values settle all of them,
    // and in practice two do.
    for _ in 0..computed.len() {
        let mut changed = false;
        for value in &computed {
            let last = reads(&value.value).iter().filter_map(|read| positions.get(read.name.as_str())).max().copied();
            if let Some(last) = last {
                changed |= positions.insert(value.id.as_str(), last) != Some(last);
            }
        }
        if !changed {
            break;
        }
    }
    positions
}

struct Check<'c, 'a> {
    context: &'c Context<'a>,
    positions: &'c FxHashMap<&'a str, usize>,
    cyclic: &'c FxHashSet<&'c str>,
    found: &'c mut Diagnostics,
}

impl Check<'_, '_> {
    fn condition(&mut self, condition: &Expression, position: usize, id: &Name) {
        for read in reads(condition) {
            self.name(read.name, position, id);
        }
    }

    fn text(&mut self, text: Option<&Text>, position: usize, id: &Name) {
        for part in text.map(Text::inlines).unwrap_or_default() {
            if let Inline::Answer(name) = part {
                self.name(name, position, id);
            }
        }
    }

    fn name(&mut self, name: &Name, position: usize, id: &Name) {
        let Some(&other) = self.positions.get(name.as_str()) else { return };
        let in_cycle = self.cyclic.contains(name.as_str()) && self.cyclic.contains(id.as_str());
        if other <= position && name != id || in_cycle {
            return;
        }
        if name == id {
            self.found.push(
                Diagnostic::new(&LATER_QUESTION, span(name.place()), format!("`{id}` cannot refer to its own answer"))
                    .with_help("refer to an earlier question, or say it in the message of a `check`")
                    .with_element(id.as_str()),
            );
            return;
        }
        let mut finding = Diagnostic::new(
            &LATER_QUESTION,
            span(name.place()),
            format!("`{name}` comes after `{id}`, which depends on it"),
        )
        .with_help(format!("move `{name}` before `{id}`, or let `{id}` depend on an earlier question"))
        .with_element(id.as_str());
        if let Some(later) = self.context.questions.get(other) {
            finding = finding.with_label(span(later.question.id.place()), "it is asked here");
        }
        self.found.push(finding);
    }
}
