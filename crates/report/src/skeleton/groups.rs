//! Groups of respondents.

use enquire_form::document::Line;
use enquire_model::GroupingTable;

use super::Builder;

impl Builder<'_> {
    /// The groups by which the report counts, in order; none if it counts all together.
    pub(crate) fn groups(&self) -> Vec<Line> {
        let words = self.words;
        let Some(grouping) = &self.report.grouping else { return Vec::new() };
        match grouping.by {
            GroupingTable::RegionalGroups => vec![
                words.african_group(),
                words.asia_pacific_group(),
                words.eastern_european_group(),
                words.latin_american_group(),
                words.western_european_group(),
            ],
            GroupingTable::M49Regions => {
                vec![words.africa(), words.americas(), words.asia(), words.europe(), words.oceania()]
            }
            GroupingTable::RespondentClasses => {
                self.instrument.respondents.iter().map(|class| Line::from(class.label.as_str())).collect()
            }
        }
    }

    /// What the groups are called, and the day for which they are taken, if one is given.
    pub(crate) fn grouping_day(&self) -> Option<(Line, Line)> {
        let grouping = self.report.grouping.as_ref()?;
        let groups = match grouping.by {
            GroupingTable::RegionalGroups => self.words.regional_groups(),
            GroupingTable::M49Regions => self.words.regions(),
            GroupingTable::RespondentClasses => self.words.classes(),
        };
        Some((groups, self.words.of_forms().date(grouping.at?)))
    }
}
