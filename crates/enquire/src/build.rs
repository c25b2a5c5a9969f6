//! The outputs of an instrument.

use enquire_form::{Conditions, Form, Numbers, to_html};
use enquire_model::{Expression, Report};
use enquire_report::{skeleton, to_markdown};
use enquire_schema::to_text;

use crate::Checked;

/// One file that is made of an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its name in the output folder.
    pub name: String,
    /// Its contents. Equal instruments give equal bytes.
    pub contents: Vec<u8>,
}

/// Every output of `checked`, in the language of its source. `progress` is told the name of each before it is made.
pub fn build(checked: &Checked, progress: &mut dyn FnMut(&str)) -> Vec<Output> {
    let instrument = checked.instrument();
    let language = instrument.languages.first().map_or("en", String::as_str);
    let mut outputs = Vec::new();
    let mut make = |name: String, contents: &dyn Fn() -> String| {
        progress(&name);
        outputs.push(Output { name, contents: contents().into_bytes() });
    };
    make("reply.schema.json".to_owned(), &|| to_text(&enquire_schema::reply_schema(instrument)));
    let labels = enquire_schema::labels(instrument, language);
    let profile = enquire_schema::form_profile(instrument, &labels);
    make(format!("form.{language}.schema.json"), &|| to_text(&profile.schema));
    make(format!("form.{language}.uischema.json"), &|| to_text(&profile.uischema));
    make("rules.json".to_owned(), &|| {
        let numbers = Numbers::of(instrument);
        enquire_schema::rule_book_json(instrument, &labels, &|conditions: &[&Expression]| {
            Conditions::of(instrument, &numbers).conditions(conditions).map(|words| words.plain())
        })
    });
    make(format!("labels.{language}.json"), &|| enquire_schema::labels_json(instrument, language));
    make("instrument.json".to_owned(), &|| enquire_schema::instrument_json(instrument));
    make(format!("form.{language}.html"), &|| to_html(&Form::of(instrument)));
    for (index, report) in instrument.reports.iter().enumerate() {
        let name = report_name(index, report);
        let skeleton = skeleton(instrument, report);
        make(format!("{name}.{language}.html"), &|| to_html(&skeleton));
        make(format!("{name}.{language}.md"), &|| to_markdown(&skeleton));
    }
    outputs
}

/// The first report of an instrument is called `report`; others have their ids behind it, so that the name of the first
/// stays when there are more.
fn report_name(index: usize, report: &Report) -> String {
    if index == 0 { "report".to_owned() } else { format!("report.{}", report.id) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Texts, check};

    #[test]
    fn each_report_has_files_of_its_own_and_everything_is_announced() {
        let text = r#"
instrument survey version 1.0.0 {
  title     "Survey"
  languages fr
}
question q "Is there a law?" {
  answer yes_no
}
report first "One" {
  chapter "Introduction"
}
report second "Two" {
  chapter "Introduction"
}
"#;
        let checked = check(&Texts::from([("a.enq", text)]), None).checked.unwrap();
        let mut announced = Vec::new();
        let outputs = build(&checked, &mut |name| announced.push(name.to_owned()));
        let names: Vec<_> = outputs.iter().map(|it| it.name.as_str()).collect();
        let expected = [
            "reply.schema.json",
            "form.fr.schema.json",
            "form.fr.uischema.json",
            "rules.json",
            "labels.fr.json",
            "instrument.json",
            "form.fr.html",
            "report.fr.html",
            "report.fr.md",
            "report.second.fr.html",
            "report.second.fr.md",
        ];
        assert_eq!(names, expected);
        assert_eq!(announced, expected);
        assert_eq!(build(&checked, &mut |_| {}), outputs);
    }
}
