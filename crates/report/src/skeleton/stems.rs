//! Sentence stems: what a paragraph says of one question, with blanks that fit the kind of its answer.

use enquire_form::document::{Line, Passage, Run};
use enquire_model::{Answer, Name, Question, Quotation, Scale, Selection};

use super::{Builder, blank};

/// Up to how many options a sentence can hold; more are set out in a table.
const MOST_IN_A_SENTENCE: usize = 6;

impl<'a> Builder<'a> {
    /// The paragraph of a question that the author left to the tool, and its table if it needs one that `has_table` does not
    /// promise.
    pub(crate) fn stem(&mut self, question: &'a Question, has_table: bool) {
        let source = self.source(question);
        if self.needs_table(question) {
            let earlier = self.tables.get(question.id.as_str()).copied();
            let number = earlier.unwrap_or(self.counts.tables + 1);
            let said = self.tabled(question, &number.to_string());
            self.paragraph(said, vec![source]);
            if earlier.is_none() && !has_table {
                self.table(question);
            }
            return;
        }
        let mut text: Vec<Passage> = vec![self.sentence(question).into()];
        if question.confidential {
            text.push(self.words.none_named(self.respondents()).into());
        }
        self.paragraph(text, vec![source]);
    }

    fn needs_table(&self, question: &Question) -> bool {
        let many =
            question.answer.selection().is_some_and(|selection| self.codes(selection).len() > MOST_IN_A_SENTENCE);
        many || question.answer.table().is_some()
    }

    fn tabled(&self, question: &Question, number: &str) -> Vec<Passage> {
        let asked = self.asked(question);
        let table =
            Run::Reference { words: self.words.table_number(number).plain(), anchor: format!("table-{number}") };
        let said = self.words.tabled(asked, self.who(), table);
        let mut text: Vec<Passage> = vec![said.into()];
        if question.confidential {
            text.push(self.words.none_named(self.respondents()).into());
        }
        text
    }

    fn sentence(&self, question: &Question) -> Line {
        let words = self.words;
        let asked = self.asked(question);
        let who = self.who();
        let lowest_to_highest = || (blank(&words.blank_lowest()), blank(&words.blank_highest()));
        let first_to_last = || (blank(&words.blank_earliest()), blank(&words.blank_latest()));
        match &question.answer {
            Answer::YesNo => self.closed(question, &["yes", "no"], false),
            Answer::OneOf(selection) | Answer::ManyOf(selection) | Answer::Ranking(selection) => {
                self.closed(question, &self.codes(selection), selection.other)
            }
            Answer::Integer(_) | Answer::Decimal(_) => self.figures(question, None),
            Answer::Percent(_) => self.figures(question, Some(words.per_cent())),
            Answer::Quantity { unit, .. } => self.figures(question, Some(unit.as_str().into())),
            Answer::Amount { .. } => {
                let (lowest, highest) = lowest_to_highest();
                words.amounts(asked, who, lowest, highest)
            }
            Answer::Date { .. } | Answer::Year { .. } => {
                let (earliest, latest) = first_to_last();
                words.times(asked, who, earliest, latest)
            }
            Answer::Period { .. } => {
                let (earliest, latest) = first_to_last();
                words.periods(asked, who, earliest, latest)
            }
            Answer::Text { .. } | Answer::Country | Answer::Language => {
                words.answers(asked, who, blank(&words.blank_answers()))
            }
            Answer::Email | Answer::Telephone | Answer::Link | Answer::File => words.particulars(asked, who),
            Answer::Prose { .. } => self.told(question),
            Answer::Record { record } => words.detailed(asked, who, self.each(question, record)),
            Answer::List { record, .. } => self.listed(question, record),
            Answer::Table(_) => self.words.particulars(asked, who),
        }
    }

    /// How many gave which option, and how many something else instead.
    fn closed(&self, question: &Question, codes: &[&str], other: bool) -> Line {
        let words = self.words;
        let count = |code: &&str| {
            let (number, option) = (self.number(), self.conditions.option_of(question, code));
            if matches!(question.answer, Answer::ManyOf(_)) {
                words.named(number, option)
            } else if matches!(question.answer, Answer::Ranking(_)) {
                words.put_first(number, option)
            } else {
                words.said(number, option)
            }
        };
        let mut counts: Vec<Line> = codes.iter().map(count).collect();
        if other {
            counts.push(words.said_other(self.number(), blank(&words.blank_other())));
        }
        let asked = self.asked(question);
        let mut said = words.closed(asked, self.base(), words.of_forms().all_of(counts));
        let further = question.nonresponses.iter().map(|code| self.conditions.option_of(question, code.as_str()));
        let further: Vec<Line> = further.map(|option| words.said(self.number(), option)).collect();
        if !further.is_empty() {
            said.push(" ");
            said.push(words.further(words.of_forms().all_of(further)));
        }
        said
    }

    fn figures(&self, question: &Question, unit: Option<Line>) -> Line {
        let words = self.words;
        let asked = self.asked(question);
        let (lowest, highest) = (blank(&words.blank_lowest()), blank(&words.blank_highest()));
        let median = blank(&words.blank_median());
        match unit {
            Some(unit) => words.figures_in(asked, self.who(), lowest, highest, median, unit),
            None => words.figures(asked, self.who(), lowest, highest, median),
        }
    }

    /// Paragraphs of text are summed up. The aspects of resolution 2007/21, by their usual ids, have sentences of their own.
    fn told(&self, question: &Question) -> Line {
        let words = self.words;
        let asked = self.asked(question);
        let (names, summary) = (self.names(question), blank(&words.blank_summary()));
        match question.aspect.as_ref().map(Name::as_str) {
            Some("difficulties") => words.difficulties(asked, names, summary),
            Some("assistance") => words.assistance(asked, names, summary),
            Some("practices") => self.practice(question),
            Some("suggestions") => words.suggestions(asked, self.respondents(), names, summary),
            Some(_) | None => words.told(asked, names, summary),
        }
    }

    fn listed(&self, question: &Question, record: &Name) -> Line {
        if question.aspect.as_ref().is_some_and(|aspect| aspect.as_str() == "practices") {
            return self.practice(question);
        }
        let asked = self.asked(question);
        let each = self.each(question, record);
        self.words.listed(asked, self.who(), self.number(), each)
    }

    fn practice(&self, question: &Question) -> Line {
        let words = self.words;
        let asked = self.asked(question);
        let name = match (question.confidential, self.only_states()) {
            (true, _) => self.names(question),
            (false, true) => blank(&words.blank_name_state()),
            (false, false) => blank(&words.blank_name_respondent()),
        };
        let quoted = self.report.quotation != Quotation::Never && !question.confidential;
        let practice = if quoted { words.blank_practice() } else { words.blank_practice_summary() };
        words.practices(asked, name, blank(&practice), blank(&words.blank_each_practice()))
    }

    /// What is said of each entry: who gave it, and its fields.
    fn each(&self, question: &Question, record: &Name) -> Line {
        let fields = self.instrument.records.get(record.as_str());
        let fields = fields.map(|record| record.fields.as_slice()).unwrap_or_default();
        let who =
            if self.only_states() { self.words.respondent_column() } else { self.words.other_respondent_column() };
        let named = (!question.confidential).then_some(who);
        let labels = fields.iter().map(|field| Line::from(self.conditions.on_one_line(&field.label)));
        let all = named.into_iter().chain(labels).collect();
        blank(&self.words.blank_each_entry(self.words.of_forms().all_of(all)))
    }

    /// The question as a reference and in its words, without a full stop that the sentence around them would double.
    fn asked(&self, question: &Question) -> Line {
        let id = question.id.as_str();
        self.words.asked(self.numbers.link(id), self.numbers.label(id).trim_end_matches('.'))
    }

    fn who(&self) -> Line {
        self.words.number_of(self.number(), self.respondents())
    }

    fn number(&self) -> Line {
        blank(&self.words.blank_number())
    }

    /// Who said something, or how many if nobody may be named.
    fn names(&self, question: &Question) -> Line {
        if question.confidential {
            self.who()
        } else if self.only_states() {
            blank(&self.words.blank_names_states())
        } else {
            blank(&self.words.blank_names_respondents())
        }
    }

    /// The codes of the options of a selection.
    pub(crate) fn codes(&self, selection: &Selection) -> Vec<&'a str> {
        let scale: Option<&Scale> = self.instrument.scales.get(selection.scale.as_str());
        scale.map(|scale| scale.choices.iter().map(|choice| choice.code.as_str()).collect()).unwrap_or_default()
    }
}
