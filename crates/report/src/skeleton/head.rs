//! What stands before the first chapter.

use enquire_form::document::{Block, Fact, Line, Masthead, Note, Passage};
use enquire_model::{Denominator, Quotation};

use super::{Builder, blank};

impl Builder<'_> {
    pub(crate) fn head(&mut self) {
        let masthead = self.masthead();
        let facts = self.facts();
        let note = self.about();
        self.blocks.extend([Block::Masthead(masthead), Block::Facts(facts), note]);
        self.blocks.push(Block::Contents(self.words.contents()));
    }

    fn masthead(&mut self) -> Masthead {
        let report = self.report;
        Masthead {
            kicker: self.instrument.category.as_ref().map(|category| category.label.as_str().into()),
            symbol: Some(report.symbol.as_deref().map_or_else(|| blank(&self.words.blank_symbol()), Line::from)),
            title: self.texts.line(&report.title),
            under: self.mandates().map(|mandates| self.words.pursuant_to(mandates)).into_iter().collect(),
            status: Some(self.words.skeleton()),
        }
    }

    fn mandates(&self) -> Option<Line> {
        let mandates: Vec<Line> = self.report.mandates.iter().map(|mandate| self.provisions.mandate(mandate)).collect();
        (!mandates.is_empty()).then(|| self.words.of_forms().all_of(mandates))
    }

    fn facts(&mut self) -> Vec<Fact> {
        let title = self.texts.line(&self.instrument.title);
        let release = self.words.release(title, self.instrument.version.as_str());
        let cut_off = blank(&self.words.blank_cut_off());
        [(self.words.fact_instrument(), release), (self.words.fact_cut_off(), cut_off)]
            .into_iter()
            .map(|(label, value)| Fact { label, value: vec![value.into()] })
            .collect()
    }

    /// How to read the skeleton, and how the report counts and quotes.
    fn about(&self) -> Block {
        let words = self.words;
        let mut items = vec![words.about_blanks(), words.about_denominator(self.shares())];
        items.extend(self.report.guard.map(|guard| words.about_guard(guard.to_string())));
        if let Some((groups, day)) = self.grouping_day() {
            items.push(words.about_groups(groups, day));
        }
        items.push(match self.report.quotation {
            Quotation::Never => words.about_quotation_never(),
            Quotation::WithConsent => words.about_quotation_consent(),
            Quotation::Always => words.about_quotation_always(),
        });
        items.push(words.about_order(self.respondents_first()));
        let items = items.into_iter().map(|line| vec![Passage::Paragraph(line)]).collect();
        Block::Note(Note { label: Some(words.about_skeleton()), text: vec![Passage::List { ordered: false, items }] })
    }

    /// Of whom shares are taken.
    pub(crate) fn shares(&self) -> Line {
        let respondents = self.respondents();
        match self.report.denominator {
            Denominator::Replied => self.words.of_replied(respondents),
            Denominator::Asked => self.words.of_asked(respondents),
            Denominator::Answered => self.words.of_answered(respondents),
            Denominator::Addressed => self.words.of_addressed(respondents),
        }
    }

    /// The same with a blank for their number.
    pub(crate) fn base(&self) -> Line {
        let (number, respondents) = (blank(&self.words.blank_number()), self.respondents());
        match self.report.denominator {
            Denominator::Replied => self.words.base_replied(number, respondents),
            Denominator::Asked => self.words.base_asked(number, respondents),
            Denominator::Answered => self.words.base_answered(number, respondents),
            Denominator::Addressed => self.words.base_addressed(number, respondents),
        }
    }
}
