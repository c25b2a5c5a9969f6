//! Questions.

use maud::{Markup, html};

use super::block::stopped;
use super::input::Named;
use super::{Html, element, maybe};
use crate::document::{AnswerBox, Choices, Passage, Question, Room};

impl Html<'_> {
    pub(crate) fn question(self, question: &Question) -> Markup {
        html! {
            div id=(question.anchor) class={ "question depth-" (question.depth) } {
                (maybe(question.condition.as_ref(), |line| html! {
                    p.condition id=(part(question, "condition")) { (self.line(line)) }
                }))
                (self.asked(question))
                (self.blocks(&question.inner, &[]))
            }
        }
    }

    /// The question itself. A single blank has a label, a few are a group with a legend. Large groups are named by the wording
    /// too, but without a legend: a legend can be torn from what follows it at the foot of a page.
    fn asked(self, question: &Question) -> Markup {
        let described = described_by(question);
        let describedby = (!described.is_empty()).then_some(&described);
        let wording = part(question, "wording");
        match &question.answer {
            AnswerBox::Input(input) if input.kind.is_single() => html! {
                div.asked {
                    div.wording { (number(question)) (self.wording(question)) }
                    (self.body(question, &Named::by(&wording).described(&described)))
                }
            },
            AnswerBox::Input(_) | AnswerBox::Choices(_) | AnswerBox::Ranking(_) => html! {
                div.asked {
                    fieldset aria-describedby=[describedby] {
                        legend { (number(question)) (self.wording_start(question)) }
                        (self.wording_rest(question))
                        (self.body(question, &Named::by(&wording)))
                    }
                }
            },
            AnswerBox::Fields(_) | AnswerBox::Entries(_) | AnswerBox::Table(_) => html! {
                div.asked role="group" aria-labelledby=(wording) aria-describedby=[describedby] {
                    div.wording { (number(question)) (self.wording(question)) }
                    (self.body(question, &Named::by(&wording)))
                }
            },
        }
    }

    fn wording(self, question: &Question) -> Markup {
        html! { div id=(part(question, "wording")) { (self.prose(&question.wording)) } (self.tag(question)) }
    }

    /// A legend holds a line and no paragraphs: what follows the first paragraph stands under it.
    fn wording_start(self, question: &Question) -> Markup {
        html! {
            span.words id=(part(question, "wording")) {
                @match question.wording.as_slice() {
                    [Passage::Paragraph(line), ..] => (self.line(line)),
                    _ => (self.line(&question.name)),
                }
            }
            (self.tag(question))
        }
    }

    fn wording_rest(self, question: &Question) -> Markup {
        let rest = match question.wording.as_slice() {
            [Passage::Paragraph(_), rest @ ..] => rest,
            all => all,
        };
        html! { @if !rest.is_empty() { div.wording-rest { (self.prose(rest)) } } }
    }

    fn tag(self, question: &Question) -> Markup {
        maybe(question.required.as_ref(), |line| html! { " " span.required { "(" (self.line(line)) ")" } })
    }

    fn body(self, question: &Question, named: &Named) -> Markup {
        html! {
            (maybe(question.guidance.as_ref(), |prose| html! {
                div.guidance id=(part(question, "guidance")) { (self.prose(prose)) }
            }))
            (maybe(question.example.as_ref(), |(label, prose)| html! {
                div.example { p.label { (self.line(label)) } (self.prose(prose)) }
            }))
            @if question.instruction.is_some() || question.cites.is_some() {
                div.above-answer {
                    (maybe(question.instruction.as_ref(), |line| html! {
                        p.instruction id=(part(question, "instruction")) { (self.line(line)) }
                    }))
                    (maybe(question.cites.as_ref(), |line| html! { p.cites { (self.line(line)) } }))
                }
            }
            (self.answer(&question.answer, named))
            (self.after_answer(question))
        }
    }

    /// What stands under the room for the answer, in one piece that stays with it.
    fn after_answer(self, question: &Question) -> Markup {
        let rooms = || question.attachments.iter().chain(&question.comment);
        let empty = question.instead.is_none()
            && question.skips.is_empty()
            && question.remarks.is_empty()
            && rooms().next().is_none();
        html! {
            @if !empty {
                div.after-answer {
                    (maybe(question.instead.as_ref(), |choices| self.instead(choices)))
                    @for line in &question.skips { p.skip-to { (self.line(line)) } }
                    @if !question.remarks.is_empty() {
                        ul.remarks { @for line in &question.remarks { li { (self.line(line)) } } }
                    }
                    @for room in rooms() { (self.room(room, question)) }
                }
            }
        }
    }

    fn instead(self, choices: &Choices) -> Markup {
        html! { div.instead { (self.choices(choices, "-instead")) } }
    }

    fn room(self, room: &Room, question: &Question) -> Markup {
        let label = format!("{}-label", element(&room.input.key));
        let named = Named::by(format!("{label} {}", part(question, "wording")));
        html! {
            div.room {
                span.label id=(label) { (self.line(&room.label)) }
                (self.input(&room.input, &named))
            }
        }
    }
}

fn number(question: &Question) -> Markup {
    html! { @if let Some(number) = &question.number { span.number { (stopped(number)) " " } } }
}

/// The id of a part of a question.
fn part(question: &Question, part: &str) -> String {
    format!("{}-{part}", question.anchor)
}

/// The ids of what helps to answer.
fn described_by(question: &Question) -> String {
    let parts = [
        question.condition.as_ref().map(|_| "condition"),
        question.guidance.as_ref().map(|_| "guidance"),
        question.instruction.as_ref().map(|_| "instruction"),
    ];
    let ids: Vec<String> = parts.into_iter().flatten().map(|name| part(question, name)).collect();
    ids.join(" ")
}
