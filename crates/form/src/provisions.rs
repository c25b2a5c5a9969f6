//! Provisions and documents in words: `Victims Declaration, paragraphs 4-7`.

use enquire_model::{Citation, Instrument, Mandate, ProvisionRef, Standard};

use crate::document::Line;
use crate::words::Words;

/// What speaks of the standards of an instrument.
#[derive(Debug, Clone, Copy)]
pub struct Provisions<'a> {
    instrument: &'a Instrument,
    words: Words,
}

impl<'a> Provisions<'a> {
    /// The standards of `instrument`.
    pub fn of(instrument: &'a Instrument) -> Self {
        Self { instrument, words: Words::english() }
    }

    /// `paragraph 6 (a) of the Victims Declaration`.
    pub fn reference(&self, standard: &str, provision: &ProvisionRef) -> Line {
        let known = self.instrument.standards.get(standard);
        let number = spaced(&provision.0);
        let provision =
            if known.is_some_and(has_articles) { self.words.article(number) } else { self.words.paragraph(number) };
        self.words.provision_of(provision, known.map_or(standard, |standard| &standard.short))
    }

    /// The citations, those of one standard together: `Victims Declaration, paragraphs 4-7 and 12 (a)`.
    pub fn citations(&self, citations: &[Citation]) -> Vec<Line> {
        let same = |left: &Citation, right: &Citation| left.standard == right.standard;
        citations.chunk_by(same).filter_map(|chunk| self.cited(chunk)).collect()
    }

    fn cited(&self, citations: &[Citation]) -> Option<Line> {
        let first = citations.first()?;
        let known = self.instrument.standards.get(first.standard.as_str());
        let ranges = citations.iter().map(|citation| Line::from(range(&citation.first, &citation.last)));
        let single = citations.len() == 1 && first.first == first.last;
        let numbers = self.words.all_of(ranges.collect());
        let provisions = match (known.is_some_and(has_articles), single) {
            (true, true) => self.words.article(numbers),
            (true, false) => self.words.articles(numbers),
            (false, true) => self.words.paragraph(numbers),
            (false, false) => self.words.paragraphs(numbers),
        };
        Some(self.words.cited(known.map_or(first.standard.as_str(), |standard| &standard.short), provisions))
    }

    /// A document that asked for something or explains something: `Economic and Social Council resolution 2007/21,
    /// paragraphs 4-7`.
    pub fn mandate(&self, mandate: &Mandate) -> Line {
        let document = self.document(&mandate.symbol);
        let numbers: Vec<Line> = mandate.paragraphs.iter().map(|number| Line::from(spaced(number))).collect();
        match mandate.paragraphs.as_slice() {
            [] => document,
            [one] if !one.contains('-') => self.words.cited(document, self.words.paragraph(spaced(one))),
            _ => self.words.cited(document, self.words.paragraphs(self.words.all_of(numbers))),
        }
    }

    fn document(&self, symbol: &str) -> Line {
        let used = self.instrument.standards.values().find(|standard| standard.symbol == symbol);
        match used {
            Some(standard) => standard.short.as_str().into(),
            None => self.resolution(symbol),
        }
    }

    fn resolution(&self, symbol: &str) -> Line {
        if let Some(number) = symbol.strip_prefix("E/RES/") {
            self.words.council_resolution(number)
        } else if let Some(number) = symbol.strip_prefix("A/RES/") {
            self.words.assembly_resolution(number)
        } else {
            symbol.into()
        }
    }
}

/// Conventions and their protocols have articles, other standards have paragraphs.
fn has_articles(standard: &Standard) -> bool {
    ["Convention", "Covenant", "Protocol"].iter().any(|treaty| standard.title.contains(treaty))
}

/// A number with a space before its letter, as it is printed: `6 (a)`.
fn spaced(number: &str) -> String {
    number.replace('(', " (").replace(") (", ")(").trim_start().to_owned()
}

/// One provision or a range of them: `4`, `4-7`, `6 (a)-(d)`.
fn range(first: &ProvisionRef, last: &ProvisionRef) -> String {
    if first == last {
        return spaced(&first.0);
    }
    let stem = first.0.split('(').next().unwrap_or_default();
    match last.0.strip_prefix(stem) {
        Some(letter) if letter.starts_with('(') && first.0 != stem => {
            format!("{}-{letter}", spaced(&first.0))
        }
        _ => format!("{}-{}", spaced(&first.0), spaced(&last.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_ranges() {
        let written = |first: &str, last: &str| range(&ProvisionRef(first.into()), &ProvisionRef(last.into()));
        assert_eq!(written("4", "4"), "4");
        assert_eq!(written("4", "7"), "4-7");
        assert_eq!(written("6(a)", "6(d)"), "6 (a)-(d)");
        assert_eq!(written("4.11(b)(i)", "4.11(b)(i)"), "4.11 (b)(i)");
        assert_eq!(written("6(a)", "7"), "6 (a)-7");
    }
}
