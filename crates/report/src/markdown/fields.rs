//! Questions and rooms for answers, for forms that are read as text.

use enquire_form::document::{AnswerBox, Choices, Field, Input, InputKind, Question, Shape, Tick};

use super::Markdown;
use super::block::numbered;
use super::line::{escaped, line};

/// A line to be written on.
const LINE: &str = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_";

impl Markdown<'_> {
    pub(crate) fn question(&mut self, question: &Question) {
        self.small(question.condition.as_ref());
        let number = numbered(question.number.as_deref()).replace('.', "\\.");
        self.add(&format!("<a id=\"{}\"></a>**{number}**", question.anchor));
        self.prose(&question.wording);
        self.small(question.required.as_ref());
        self.small(question.cites.as_ref());
        if let Some(guidance) = &question.guidance {
            self.prose(guidance);
        }
        if let Some((label, example)) = &question.example {
            self.add(&format!("*{}*", line(label)));
            self.prose(example);
        }
        self.small(question.instruction.as_ref());
        self.answer(&question.answer);
        if let Some(instead) = &question.instead {
            self.choices(instead);
        }
        for words in question.skips.iter().chain(&question.remarks) {
            self.small(Some(words));
        }
        for room in question.attachments.iter().chain(&question.comment) {
            self.add(&format!("{}: {LINE}", line(&room.label)));
        }
        self.blocks(&question.inner);
    }

    fn answer(&mut self, answer: &AnswerBox) {
        match answer {
            AnswerBox::Choices(choices) => self.choices(choices),
            AnswerBox::Ranking(places) => {
                let lines: Vec<String> =
                    places.iter().map(|place| format!("- \\_\\_ {}", line(&place.label))).collect();
                self.add(&lines.join("\n"));
            }
            AnswerBox::Input(input) => self.input(input),
            AnswerBox::Fields(fields) => self.fields(fields),
            AnswerBox::Entries(entries) => {
                for entry in entries {
                    self.add(&format!("**{}**", line(&entry.title)));
                    self.fields(&entry.fields);
                }
            }
            AnswerBox::Table(table) => self.table(table),
        }
    }

    fn choices(&mut self, choices: &Choices) {
        let shape = match choices.shape {
            Shape::One => "○",
            Shape::Many => "☐",
        };
        for group in &choices.groups {
            if let Some(under) = &group.under {
                self.add(&line(under));
            }
            let specify = |tick: &Tick| if tick.specify.is_some() { format!(" {LINE}") } else { String::new() };
            let option = |tick: &Tick| format!("- {shape} {}{}", line(&tick.label), specify(tick));
            self.add(&group.options.iter().map(option).collect::<Vec<_>>().join("\n"));
        }
    }

    pub(crate) fn fields(&mut self, fields: &[Field]) {
        for field in fields {
            let required = field.required.as_ref().map(|words| format!(" ({})", line(words))).unwrap_or_default();
            self.add(&format!("{}{required}:", line(&field.label)));
            self.answer(&field.answer);
        }
    }

    pub(crate) fn input(&mut self, input: &Input) {
        let room = match &input.kind {
            InputKind::Number { unit: Some(unit), .. } => format!("{LINE} {}", line(unit)),
            InputKind::Line { .. }
            | InputKind::Lines(_)
            | InputKind::Number { unit: None, .. }
            | InputKind::Period
            | InputKind::Pick(_) => LINE.to_owned(),
            InputKind::Day => {
                let furniture = &self.document.furniture;
                let parts = [&furniture.day, &furniture.month, &furniture.year].map(|part| escaped(&part.mask));
                parts.join("/")
            }
            InputKind::Year => escaped(&self.document.furniture.year.mask),
            InputKind::Amount(currencies) => format!("{LINE} {}", currencies.join(" / ")),
        };
        let hint = input.hint.as_ref().map(|words| format!(" ({})", line(words))).unwrap_or_default();
        self.add(&format!("{room}{hint}"));
    }
}
