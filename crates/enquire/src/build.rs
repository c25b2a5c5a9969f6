//! The outputs of an instrument.

use enquire_model::Instrument;
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
    make(format!("labels.{language}.json"), &|| labels(instrument, language));
    make("instrument.json".to_owned(), &|| enquire_schema::instrument_json(instrument));
    make(format!("form.{language}.html"), &|| enquire_form::to_html(&enquire_form::Form::of(instrument)));
    outputs
}

/// The text of `labels.<language>.json`.
#[expect(clippy::expect_used, reason = "labels are texts by ids, which JSON can always hold")]
fn labels(instrument: &Instrument, language: &str) -> String {
    let labels = enquire_schema::labels(instrument, language);
    to_text(&serde_json::to_value(labels).expect("labels can be written as JSON"))
}
