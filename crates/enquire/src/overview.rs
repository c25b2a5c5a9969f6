//! What there is to say of an instrument that was checked: how long it is, and what of its standards it asks about.

use std::collections::{BTreeMap, BTreeSet};

use enquire_compiler::Checked;
use enquire_logic::Burden;
use enquire_model::{Asked, Instrument, Verification};

/// An instrument in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// How many questions it has, sub-questions included.
    pub questions: usize,
    /// What it asks of one respondent at most.
    pub burden: Burden,
    /// What it asks about of each standard that it uses, in the order of its text.
    pub coverage: Vec<Coverage>,
}

/// How much of a standard an instrument asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The symbol of the standard.
    pub symbol: String,
    /// How many operative provisions questions ask about. A question that cites none asks about those of its section.
    pub asked: usize,
    /// How many operative provisions there are; of a provision with letters each letter counts.
    pub operative: usize,
    /// How many provisions of its catalogue, each letter for itself, have not been compared with the document.
    pub unverified: usize,
}

impl Overview {
    /// The figures of an instrument.
    pub fn of(checked: &Checked) -> Self {
        let instrument = checked.instrument();
        let questions = instrument.questions();
        Self {
            id: instrument.id.to_string(),
            version: instrument.version.clone(),
            questions: questions.len(),
            burden: checked.burden(),
            coverage: coverage(instrument, &questions),
        }
    }
}

fn coverage(instrument: &Instrument, questions: &[Asked<'_>]) -> Vec<Coverage> {
    let mut asked: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for citation in questions.iter().flat_map(|it| it.cites) {
        let numbers = citation.provisions.iter().map(|it| it.0.as_str());
        asked.entry(citation.standard.as_str()).or_default().extend(numbers);
    }
    let of_standard = |(name, standard): (&String, &enquire_model::Standard)| {
        let operative = standard.operative();
        let reached = asked.get(name.as_str());
        let is_asked = |number: &str| reached.is_some_and(|it| it.contains(number));
        Coverage {
            symbol: standard.symbol.clone(),
            asked: operative.iter().filter(|it| is_asked(&it.number)).count(),
            operative: operative.len(),
            unverified: standard
                .citable()
                .iter()
                .filter(|it| it.is_leaf() && it.verified != Verification::Seen)
                .count(),
        }
    };
    instrument.standards.iter().map(of_standard).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Texts, check};

    const STANDARD: &str = r#"
standard "X/1" {
  title "A text"
  short "Text"
  provision 1 "a purpose" { obligation none }
  provision 2 "a duty"
  provision 3 "duties" {
    provision (a) "one"
    provision (b) "two"
  }
}
instrument survey version 1.0.0 { title "A survey" }
use standard "X/1" as text
"#;

    fn overview(questions: &str) -> Overview {
        let compilation = check(&Texts::from([("a.enq", format!("{STANDARD}{questions}"))]), None);
        let errors = format!("{:?}", compilation.diagnostics);
        Overview::of(&compilation.checked.expect(&errors))
    }

    #[test]
    fn operative_provisions_are_counted_letter_by_letter() {
        let overview = overview(
            r#"question q "Is there a law?" { cites text 3(a)  answer yes_no }"#
                .replace("  answer", "\nanswer")
                .as_str(),
        );
        let expected = Coverage { symbol: "X/1".to_owned(), asked: 1, operative: 3, unverified: 4 };
        assert_eq!(overview.coverage, [expected]);
        assert_eq!((overview.questions, overview.burden.questions), (1, 1));
    }

    #[test]
    fn a_question_without_provisions_asks_about_those_of_its_section() {
        let overview = overview(
            "section s \"S\" cites text 2-3 {\n section t \"T\" {\n question q \"Is there a law?\" {\n answer yes_no\n }\n }\n}\n",
        );
        assert_eq!(overview.coverage.first().map(|it| it.asked), Some(3));
    }
}
