//! A question with everything that stands around it.

use enquire_model::{Answer, AttachmentPolicy, Expression, Question as ModelQuestion, Requirement, Weight};

use super::answer::{Wanted, line_kind, without_hint};
use super::{Builder, keys};
use crate::document::{Content, InputKind, Line, Question, Room, Width};

impl<'a> Builder<'a> {
    /// The question, asked under `conditions` beside its own.
    pub(crate) fn question(
        &mut self,
        question: &'a ModelQuestion,
        conditions: &[&'a Expression],
        depth: u8,
    ) -> Question {
        let id = question.id.as_str();
        self.texts.enter(id, &question.footnotes);
        let condition = self.condition(question, conditions);
        let wording = self.texts.prose(&question.wording);
        let required = self.required(&question.required);
        let guidance = question.guidance.as_ref().map(|text| self.texts.prose(text));
        let example = question.example.as_ref().map(|text| (self.words.example(), self.texts.prose(text)));
        let wanted = Wanted::new(keys::answer(id), self.numbers.name(id));
        let answer = self.answer_box(&question.answer, wanted);
        // How much may be written is said as an instruction.
        let answer = if matches!(question.answer, Answer::Prose { .. }) { without_hint(answer) } else { answer };
        let built = Question {
            id: id.to_owned(),
            anchor: id.to_owned(),
            depth,
            number: self.numbers.own(id).map(str::to_owned),
            name: self.numbers.name(id),
            wording,
            condition,
            required,
            guidance,
            example,
            instruction: self.instruction(&question.answer),
            answer,
            instead: self.instead(question),
            skips: self.skips.at(id),
            remarks: self.remarks(question),
            cites: self.cites(&question.cites),
            attachments: self.attachments(question),
            comment: self.comment(question),
            inner: self.inner(&question.items, depth + 1),
        };
        self.texts.leave();
        built
    }

    fn condition(&self, question: &'a ModelQuestion, conditions: &[&'a Expression]) -> Option<Line> {
        let all: Vec<&Expression> = conditions.iter().copied().chain(&question.when).collect();
        self.conditions.conditions(&all).map(|condition| self.words.question_condition(condition))
    }

    fn required(&self, requirement: &'a Requirement) -> Option<Line> {
        match requirement {
            Requirement::Never => None,
            Requirement::Always => Some(self.words.answer_expected()),
            Requirement::When(condition) => Some(self.words.expected_if(self.conditions.clause(condition))),
        }
    }

    /// The provisions behind something, in one line.
    pub(crate) fn cites(&self, citations: &[enquire_model::Citation]) -> Option<Line> {
        let standards = self.provisions.citations(citations).into_iter();
        standards.reduce(|before, next| self.words.option_next(before, next))
    }

    fn remarks(&mut self, question: &'a ModelQuestion) -> Vec<Line> {
        let mut remarks = self.entries_notes(&question.answer);
        for check in &question.checks {
            let message = self.texts.line(&check.message);
            remarks.push(match check.weight {
                Weight::Error => self.words.check_remark(message),
                Weight::Warning => self.words.warning_remark(self.conditions.clause(&check.condition), message),
            });
        }
        remarks.extend(self.attachment_remark(question));
        if question.confidential {
            remarks.push(self.words.confidential());
        }
        remarks
    }

    /// What may be attached, where it is not what the whole instrument says.
    fn attachment_remark(&self, question: &ModelQuestion) -> Option<Line> {
        let words = self.words;
        let said = match question.attachments {
            AttachmentPolicy::Required => words.attach_required(),
            AttachmentPolicy::Allowed => words.attach_allowed(),
            AttachmentPolicy::LinkOnly => words.attach_link_only(),
            AttachmentPolicy::Forbidden => words.attach_forbidden(),
        };
        (question.attachments != self.instrument.attachments).then_some(said)
    }

    fn attachments(&self, question: &ModelQuestion) -> Option<Room> {
        let label = match question.attachments {
            AttachmentPolicy::Required | AttachmentPolicy::Allowed => self.words.attached(),
            AttachmentPolicy::LinkOnly => self.words.attached_links(),
            AttachmentPolicy::Forbidden => return None,
        };
        let expected = question.attachments == AttachmentPolicy::Required;
        let differs = question.attachments != self.instrument.attachments;
        let wanted = Wanted::new(keys::attachments(question.id.as_str()), label.clone());
        let input = wanted.input(line_kind(Content::Words, Width::Full, None), None);
        (expected || differs).then_some(Room { label, input })
    }

    fn comment(&self, question: &ModelQuestion) -> Option<Room> {
        let on_table = matches!(&question.answer, Answer::Table(table) if table.comment);
        let label = if on_table { self.words.comments_table() } else { self.words.comments() };
        let id = question.id.as_str();
        let key = if on_table { keys::below(&keys::answer(id), "comment") } else { keys::comment(id) };
        let wanted = Wanted::new(key, label.clone());
        (question.comment || on_table).then(|| Room { label, input: wanted.input(InputKind::Lines(2), None) })
    }
}
