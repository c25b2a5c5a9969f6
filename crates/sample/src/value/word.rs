//! Texts, and answers that are one string or file.
//!
//! Nobody may take them for what a State said: every text says that it is a sample, addresses are of the domain that is kept for
//! examples, and codes of countries are those that the standard leaves to users, which no country has.

use enquire_model::Answer;
use serde_json::{Value as Json, json};

use super::{Given, Scene, Telling, Values};
use crate::constants::Subject;
use crate::dice::Dice;
use crate::pattern;

/// How often a text that fits is sought.
const TRIES: usize = 20;

const SENTENCES: [&str; 8] = [
    "This is a sample answer.",
    "It was made up by a program and says nothing about any State.",
    "A real answer would name the law, the year and the body in charge.",
    "Practice differs between regions; the sample speaks for none of them.",
    "The figures beside it are made up as well.",
    "A second sentence shows how longer answers look.",
    "“Quotation marks”, dashes – and accents (é, ñ, ß) are to be kept as they are.",
    "Here the sample ends.",
];

/// Characters of several scripts, for what has to keep them: Latin with accents, Arabic, Chinese, Cyrillic.
const SCRIPTS: &str = "Réponse d’essai, إجابة نموذجية, 样本答复, Пример ответа";

/// A short text.
pub(crate) fn phrase(dice: &mut Dice) -> String {
    format!("Sample text {}", dice.between(1, 9_999))
}

/// Paragraphs of at most so many words.
pub(super) fn prose(most_words: Option<u32>, dice: &mut Dice) -> Given {
    let mut text = String::new();
    let first = dice.place(SENTENCES.len());
    let sentences = SENTENCES.iter().cycle().skip(first).take(dice.place(4) + 1);
    for sentence in sentences {
        let words = text.split_whitespace().count() + sentence.split_whitespace().count();
        if most_words.is_some_and(|most| words > most as usize) {
            break;
        }
        text.push_str(if text.is_empty() { "" } else { " " });
        text.push_str(sentence);
    }
    Given::of(if text.is_empty() { "Sample".to_owned() } else { text })
}

/// Prose of one and of several paragraphs, and in several scripts.
pub(super) fn telling_prose(most_words: Option<u32>, dice: &mut Dice) -> Vec<Telling> {
    let mut all = vec![Telling::new("a text", prose(most_words, dice))];
    if most_words.is_none_or(|most| most >= 20) {
        all.push(Telling::new(
            "several paragraphs",
            Given::of("Sample of a paragraph.\n\n- one point\n- another point"),
        ));
        all.push(Telling::new("several scripts", Given::of(SCRIPTS)));
    }
    all
}

impl Values<'_> {
    /// One line of text, often one that a condition compares it with.
    pub(super) fn text(
        &self,
        subject: Subject,
        most: Option<u32>,
        matching: Option<&str>,
        scene: &mut Scene,
    ) -> Option<Given> {
        let constants = self.constants.texts(subject);
        if let (true, Some(text)) = (scene.dice.chance(20), scene.dice.one(constants)) {
            return Some(Given::of(*text));
        }
        self.fitting(most, matching, &mut scene.dice).map(Given::of)
    }

    /// A text that matches its pattern and is not too long.
    fn fitting(&self, most: Option<u32>, matching: Option<&str>, dice: &mut Dice) -> Option<String> {
        let most = most.map_or(usize::MAX, |it| it as usize);
        let Some(matching) = matching else {
            return Some(phrase(dice).chars().take(most).collect::<String>()).filter(|it| !it.trim().is_empty());
        };
        let texts = std::iter::repeat_with(|| pattern::matching(matching, dice)).take(TRIES).flatten();
        let is_code = |text: &str| self.instrument.nonresponses.iter().any(|it| it.code.as_str() == text);
        texts.into_iter().find(|it| it.chars().count() <= most && !it.trim().is_empty() && !is_code(it))
    }

    pub(super) fn telling_texts(
        &self,
        subject: Subject,
        most: Option<u32>,
        matching: Option<&str>,
        scene: &mut Scene,
    ) -> Vec<Telling> {
        let mut all: Vec<Telling> = Vec::new();
        let plain = self.fitting(most, matching, &mut scene.dice);
        all.extend(plain.map(|text| Telling::new("a text", Given::of(text))));
        for text in self.constants.texts(subject) {
            all.push(Telling::new(format!("\"{text}\", which it is compared with"), Given::of(*text)));
        }
        if matching.is_none() {
            if let Some(most) = most {
                let longest: String = SCRIPTS.chars().cycle().take(most as usize).collect();
                // A blank at the end could be taken away on the way.
                let longest = longest.trim_end().chars().chain("..........".chars()).take(most as usize);
                all.push(Telling::new(format!("{most} characters, its most"), Given::of(longest.collect::<String>())));
            } else {
                all.push(Telling::new("several scripts", Given::of(SCRIPTS)));
            }
        }
        all
    }
}

/// An address, a code or a file.
pub(crate) fn contact(answer: &Answer, dice: &mut Dice) -> Given {
    let number = dice.between(1, 9_999);
    let value: Json = match answer {
        Answer::Country => user_code(dice).into(),
        Answer::Language => dice.one(&["ar", "en", "es", "fr", "ru", "zh"]).copied().unwrap_or("en").into(),
        Answer::Email => format!("sample{number}@example.org").into(),
        Answer::Telephone => format!("+00 {number:04} {:04}", dice.below(10_000)).into(),
        Answer::Link => format!("https://example.org/sample/{number}").into(),
        Answer::File => file(dice),
        Answer::YesNo
        | Answer::OneOf(_)
        | Answer::ManyOf(_)
        | Answer::Ranking(_)
        | Answer::Text { .. }
        | Answer::Prose { .. }
        | Answer::Integer(_)
        | Answer::Decimal(_)
        | Answer::Percent(_)
        | Answer::Amount { .. }
        | Answer::Quantity { .. }
        | Answer::Date { .. }
        | Answer::Year { .. }
        | Answer::Period { .. }
        | Answer::Record { .. }
        | Answer::List { .. }
        | Answer::Table(_) => phrase(dice).into(),
    };
    Given::of(value)
}

/// A code of ISO 3166-1 alpha-3 that is left to users: `XAA` to `XZZ`.
pub(crate) fn user_code(dice: &mut Dice) -> String {
    let letter = |dice: &mut Dice| char::from(b'A' + u8::try_from(dice.below(26)).unwrap_or_default());
    format!("X{}{}", letter(dice), letter(dice))
}

/// The description of a file, which itself is nowhere.
fn file(dice: &mut Dice) -> Json {
    let number = dice.between(1, 9_999);
    json!({
        "name": format!("sample-{number}.pdf"),
        "media_type": "application/pdf",
        "size": dice.between(1_000, 5_000_000),
        "sha256": digest(dice),
    })
}

/// Something that looks like a SHA-256.
pub(crate) fn digest(dice: &mut Dice) -> String {
    let words = [0; 4].map(|_| format!("{:016x}", dice.below(u64::MAX)));
    words.concat()
}
