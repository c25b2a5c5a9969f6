//! An abbreviation that no term and no parenthesis explains.

use enquire_diagnostics::codes::UNEXPLAINED_TERM;
use enquire_diagnostics::{Diagnostic, Diagnostics, Span};
use enquire_model::{Instrument, Item, Text};
use rustc_hash::FxHashSet;

use super::texts::Written;
use super::{Context, concerning, span};

/// What everybody knows, and words that are put in capitals for emphasis.
const KNOWN: [&str; 20] = [
    "ALL", "AND", "ANY", "BOTH", "EACH", "ID", "ISO", "NO", "NOT", "NOTE", "OK", "ONE", "ONLY", "OR", "PDF", "PLEASE",
    "TV", "UN", "USA", "YES",
];

pub(super) fn check(context: &Context<'_>, found: &mut Diagnostics) {
    let mut known: FxHashSet<String> = KNOWN.iter().map(|it| (*it).to_owned()).collect();
    for term in context.instrument.terms.values() {
        known.extend(abbreviations(&term.label));
        known.extend(abbreviations(&context.printed(&term.means)));
    }
    let by_id = context.by_id();
    for written in read_in_order(context.instrument) {
        let words = context.printed(written.text);
        known.extend(explained(&words));
        for abbreviation in abbreviations(&words) {
            if !known.insert(abbreviation.clone()) {
                continue;
            }
            let finding = finding(context, written, &abbreviation);
            found.push(match by_id.get(written.element) {
                Some(asked) => concerning(asked.question, finding),
                None => finding,
            });
        }
    }
}

fn finding(context: &Context<'_>, written: Written<'_>, abbreviation: &str) -> Diagnostic {
    let place = place(context, written.text, abbreviation);
    Diagnostic::new(&UNEXPLAINED_TERM, place, format!("`{abbreviation}` is not explained"))
        .with_help(format!(
            "write the words out, put `({abbreviation})` behind them where they stand first, or declare a term for it"
        ))
        .with_element(written.element)
}

/// Where the abbreviation stands first, perhaps in the plural.
fn place(context: &Context<'_>, text: &Text, abbreviation: &str) -> Span {
    let whole = span(text.place);
    let single = context.place_of(text, abbreviation);
    let plural = context.place_of(text, &format!("{abbreviation}s"));
    [single, plural].into_iter().filter(|it| *it != whole).min_by_key(|it| it.start).unwrap_or(whole)
}

/// The texts that a respondent reads, in the order of reading.
fn read_in_order(instrument: &Instrument) -> Vec<Written<'_>> {
    let element = instrument.id.as_str();
    let header = std::iter::once(&instrument.title).chain(&instrument.scope).chain(&instrument.guidance);
    let mut all: Vec<Written<'_>> = header.map(|text| Written { text, element }).collect();
    for item in &instrument.items {
        read_item(item, element, &mut all);
    }
    all
}

fn read_item<'a>(item: &'a Item, outer: &'a str, all: &mut Vec<Written<'a>>) {
    let mut add = |text: &'a Text, element: &'a str| all.push(Written { text, element });
    let element = match item {
        Item::Section(section) => {
            let element = section.id.as_str();
            std::iter::once(&section.title).chain(&section.guidance).for_each(|text| add(text, element));
            element
        }
        Item::Question(question) => {
            let element = question.id.as_str();
            std::iter::once(&question.wording).chain(&question.guidance).for_each(|text| add(text, element));
            element
        }
        Item::Note(note) => {
            add(&note.text, outer);
            outer
        }
        Item::When(_) | Item::Computed(_) | Item::Check(_) => outer,
    };
    for inner in item.inner() {
        read_item(inner, element, all);
    }
}

/// The abbreviations in `words`, in the singular, each as often as it is there.
fn abbreviations(words: &str) -> Vec<String> {
    // A heading in capitals has no abbreviations that could be told from its other words.
    if !words.chars().any(char::is_lowercase) && words.split_whitespace().count() > 1 {
        return Vec::new();
    }
    words
        .split_whitespace()
        .filter(|chunk| !is_symbol(chunk))
        .flat_map(|chunk| chunk.split(|it: char| !it.is_alphanumeric()))
        .filter_map(abbreviation)
        .collect()
}

fn abbreviation(word: &str) -> Option<String> {
    let word = word.strip_suffix('s').unwrap_or(word);
    let is_capitals = word.chars().count() >= 2 && word.chars().all(|it| it.is_alphabetic() && it.is_uppercase());
    (is_capitals && !is_roman(word)).then(|| word.to_owned())
}

/// Whether a word is the symbol of a document, or an amount of money: it has figures.
fn is_symbol(chunk: &str) -> bool {
    chunk.chars().any(|it| it.is_ascii_digit())
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|it| matches!(it, 'I' | 'V' | 'X' | 'L' | 'C')) && word != "CC"
}

/// The abbreviations that `words` explain: in parentheses behind their words, or with their words in parentheses behind them.
fn explained(words: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('(') {
        let (inside, next) = after.split_once(')').unwrap_or((after, ""));
        if before.chars().any(char::is_lowercase) {
            found.extend(abbreviations(inside));
            found.extend(inside.split_whitespace().next().and_then(|it| abbreviation(it.trim_matches(','))));
        }
        let has_words = inside.split_whitespace().count() > 1;
        found.extend(before.split_whitespace().next_back().filter(|_| has_words).and_then(abbreviation));
        rest = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_words_of_capitals() {
        assert_eq!(abbreviations("Are NGOs or UNODC asked?"), ["NGO", "UNODC"]);
        assert_eq!(abbreviations("Is HIV/AIDS counted under E/CN.15/2009/16, part II, for A or B?"), ["HIV", "AIDS"]);
        assert!(abbreviations("ACCESS TO JUSTICE").is_empty());
        assert!(abbreviations("Is it over USD100, see A/RES/40/34?").is_empty());
    }

    #[test]
    fn explanations_stand_in_parentheses() {
        assert_eq!(explained("non-governmental organizations (NGOs)"), ["NGO", "NGO"]);
        assert_eq!(explained("a VSU (victim support unit) helps"), ["VSU"]);
        assert!(explained("a VSU (new)").is_empty());
    }
}
