//! What stands before the first section and after the last one.

use enquire_model::{Answer, AttachmentPolicy, Item, Mandate, Mark, Status, Term};

use super::answer::Wanted;
use super::parts::paragraph;
use super::{Builder, keys};
use crate::document::{AnswerBox, Block, Definition, Fact, Field, Heading, InputKind, Line, Masthead, Panel, Passage};
use crate::texts::term_anchor;
use crate::words::Words;

/// From how many headings a table of contents helps.
const WORTH_CONTENTS: usize = 4;

impl<'a> Builder<'a> {
    /// The cover and everything before the first section.
    pub(crate) fn cover(&mut self) -> Vec<Block> {
        let instrument = self.instrument;
        let words = self.words;
        let mut blocks = vec![Block::Masthead(self.masthead()), Block::Facts(self.facts())];
        if let Some(scope) = &instrument.scope {
            blocks.push(heading(words.scope(), "form-scope"));
            blocks.push(Block::Text(self.texts.prose(scope)));
        }
        if instrument.sections().len() >= WORTH_CONTENTS {
            blocks.push(Block::Contents(words.contents()));
        }
        if let Some(guidance) = &instrument.guidance {
            blocks.push(heading(words.guidance(), "form-guidance"));
            blocks.push(Block::Text(self.texts.prose(guidance)));
        }
        blocks.push(heading(words.filling_in(), "form-filling-in"));
        blocks.push(Block::Text(vec![self.filling_in()]));
        if !instrument.terms.is_empty() {
            blocks.push(heading(words.definitions(), "form-definitions"));
            blocks.push(Block::Definitions(instrument.terms.values().map(|term| self.definition(term)).collect()));
        }
        blocks.push(heading(words.the_reply(), "form-the-reply"));
        blocks.push(Block::Panel(self.replier()));
        blocks.extend(self.contact().map(Block::Panel));
        if instrument.items.iter().any(|item| matches!(item, Item::Section(_))) {
            blocks.push(Block::PageStart);
        }
        blocks
    }

    /// What stands after the last section.
    pub(crate) fn closing(&mut self) -> Vec<Block> {
        let words = self.words;
        let mut blocks = Vec::new();
        if self.instrument.comments {
            blocks.push(heading(words.instrument_comments(), "form-comments-heading"));
            blocks.push(paragraph(words.instrument_comments_guidance()));
            blocks.push(Block::Panel(self.comments()));
        }
        if let Some(sign_off) = self.sign_off() {
            blocks.push(heading(sign_off.title.clone(), "form-signature"));
            blocks.push(Block::Panel(Panel { title: Line::default(), ..sign_off }));
        }
        blocks
    }

    fn masthead(&mut self) -> Masthead {
        let instrument = self.instrument;
        let status = match instrument.status {
            Status::Draft => Some(self.words.status_draft()),
            Status::Approved => None,
            Status::Superseded => Some(self.words.status_superseded()),
        };
        Masthead {
            kicker: instrument.category.as_ref().map(|category| category.label.as_str().into()),
            symbol: Some(self.words.running_version(instrument.version.as_str())),
            title: self.texts.line(&instrument.title),
            under: Vec::new(),
            status,
        }
    }

    fn facts(&mut self) -> Vec<Fact> {
        let instrument = self.instrument;
        let words = self.words;
        let respondents = instrument.respondents.iter().map(|class| Line::from(class.label.as_str())).collect();
        let mut facts = Vec::new();
        if !instrument.mandates.is_empty() {
            facts.push(fact(words.fact_mandate(), self.mandates(&instrument.mandates)));
        }
        facts.push(fact(words.fact_respondents(), words.all_of(respondents)));
        if let Some(period) = instrument.period {
            facts.push(fact(words.fact_period(), words.range(words.date(period.from), words.date(period.to))));
        }
        if let Some(deadline) = instrument.deadline {
            facts.push(fact(words.fact_deadline(), words.date(deadline)));
        }
        if let Some(address) = &instrument.return_to {
            facts.push(Fact { label: words.fact_return(), value: self.texts.prose(address) });
        }
        facts.push(fact(words.fact_length(), self.length()));
        facts.push(fact(words.fact_version(), self.release()));
        facts
    }

    fn mandates(&self, mandates: &[Mandate]) -> Line {
        let lines = mandates.iter().map(|mandate| self.provisions.mandate(mandate));
        lines.reduce(|before, next| self.words.option_next(before, next)).unwrap_or_default()
    }

    fn length(&self) -> Line {
        let questions = self.instrument.questions().iter().filter(|asked| asked.parent.is_none()).count();
        let sections = self.instrument.items.iter().filter(|item| matches!(item, Item::Section(_))).count();
        if sections == 0 {
            self.words.length_questions(questions.to_string())
        } else {
            self.words.length(questions.to_string(), sections.to_string())
        }
    }

    fn release(&self) -> Line {
        let version = self.instrument.version.as_str();
        match self.instrument.status {
            Status::Draft => self.words.release_draft(version),
            Status::Approved => self.words.release_approved(version),
            Status::Superseded => self.words.release_superseded(version),
        }
    }

    fn definition(&mut self, term: &'a Term) -> Definition {
        let means = self.texts.prose(&term.means);
        let excludes = term.excludes.as_ref().map(|text| (self.words.definition_excludes(), self.texts.prose(text)));
        let source = (!term.sources.is_empty()).then(|| self.words.definition_source(self.mandates(&term.sources)));
        Definition { anchor: term_anchor(term.id.as_str()), term: term.label.as_str().into(), means, excludes, source }
    }

    /// How to fill in the form: what this instrument makes use of, and no more.
    fn filling_in(&mut self) -> Passage {
        let instrument = self.instrument;
        let words = self.words;
        let questions = instrument.questions();
        let any = |test: &dyn Fn(&enquire_model::Question) -> bool| questions.iter().any(|asked| test(asked.question));
        let mut items: Vec<Vec<Passage>> = Vec::new();
        let mut say = |line: Line| items.push(vec![line.into()]);
        if questions.iter().any(|asked| !asked.conditions.is_empty()) {
            say(words.fill_in_order());
        }
        if any(&|question| matches!(question.answer, Answer::ManyOf(_))) {
            say(words.fill_shapes());
        }
        if any(&|question| question.required != enquire_model::Requirement::Never) {
            say(words.fill_required());
        }
        if any(&|question| holds_days(&question.answer)) {
            say(words.fill_days());
        }
        if any(&|question| question.comment) {
            say(words.fill_comments());
        }
        if any(&|question| question.confidential) {
            say(words.fill_confidential());
        }
        say(self.attachment_policy());
        say(words.fill_space());
        items.extend(self.nonresponses());
        items.extend(self.marks());
        Passage::List { ordered: false, items }
    }

    fn attachment_policy(&self) -> Line {
        match self.instrument.attachments {
            AttachmentPolicy::Required => self.words.attachments_required(),
            AttachmentPolicy::Allowed => self.words.attachments_allowed(),
            AttachmentPolicy::LinkOnly => self.words.attachments_link_only(),
            AttachmentPolicy::Forbidden => self.words.attachments_forbidden(),
        }
    }

    /// The declared non-responses, with what they mean where the author says so.
    fn nonresponses(&mut self) -> Option<Vec<Passage>> {
        let choices = &self.instrument.nonresponses;
        let mut items = Vec::new();
        for choice in choices {
            let mut item: Vec<Passage> = vec![self.words.quoted(self.texts.line(&choice.label)).into()];
            item.extend(choice.guidance.iter().flat_map(|text| self.texts.prose(text)));
            items.push(item);
        }
        (!choices.is_empty()).then(|| vec![self.words.fill_instead().into(), Passage::List { ordered: false, items }])
    }

    /// The marks that some table takes.
    fn marks(&self) -> Option<Vec<Passage>> {
        let tables: Vec<_> =
            self.instrument.questions().iter().filter_map(|asked| asked.question.answer.table()).collect();
        let used = Mark::ALL.into_iter().filter(|mark| tables.iter().any(|table| table.marks.contains(mark)));
        let mean = |mark: Mark| vec![self.words.mark_means(Words::mark_letter(mark), self.words.mark(mark)).into()];
        let items: Vec<Vec<Passage>> = used.map(mean).collect();
        (!items.is_empty()).then(|| vec![self.words.fill_marks().into(), Passage::List { ordered: false, items }])
    }

    fn comments(&self) -> Panel {
        let label = self.words.instrument_comments();
        let input = Wanted::new(keys::comment("instrument"), label.clone()).input(InputKind::Lines(8), None);
        let field = Field { label, required: None, guidance: None, answer: AnswerBox::Input(input) };
        Panel { title: Line::default(), anchor: "form-comments".to_owned(), guidance: None, fields: vec![field] }
    }
}

fn holds_days(answer: &Answer) -> bool {
    matches!(answer, Answer::Date { .. } | Answer::Period { .. })
}

/// A heading of the form itself, which has no number.
fn heading(text: Line, anchor: &str) -> Block {
    Block::Heading(Heading { level: 1, number: None, text, anchor: anchor.to_owned(), cites: None })
}

fn fact(label: Line, value: Line) -> Fact {
    Fact { label, value: vec![value.into()] }
}
