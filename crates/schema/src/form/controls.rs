//! Controls of JSON Forms for the parts of one answer.

use enquire_model::{Answer, Cells, Name, Record, RowSource, Table};
use serde_json::{Value, json};

use super::fields::Fields;
use crate::context::{OTHER, other_key};
use crate::shape::ROW;

/// The mark behind the label of what has to be answered. JSON Forms itself sets it on plain controls only.
const REQUIRED: &str = "*";

/// Where the answers stand. They are always there, so that conditions on them can ask for what is not.
pub(super) const ANSWERS: &str = "#/properties/answers";

/// A control for the value at `scope`, with the title that stands there.
pub(super) fn control(scope: &str) -> Value {
    json!({ "type": "Control", "scope": scope })
}

/// Elements, one below the other.
pub(super) fn below(elements: &[Value]) -> Value {
    json!({ "type": "VerticalLayout", "elements": elements })
}

/// Elements under a heading.
pub(super) fn group(label: &str, elements: &[Value]) -> Value {
    json!({ "type": "Group", "label": label, "elements": elements })
}

/// A line of text.
pub(super) fn text(words: &str) -> Value {
    json!({ "type": "Label", "text": words })
}

/// `element`, shown only when what is at `scope` meets `schema`.
pub(super) fn shown_when(element: Value, scope: &str, schema: &Value) -> Value {
    with_rule(element, "SHOW", scope, schema)
}

/// `element`, hidden when there is something at `scope` that meets `schema`.
pub(super) fn hidden_when(element: Value, scope: &str, schema: &Value) -> Value {
    with_rule(element, "HIDE", scope, schema)
}

fn with_rule(mut element: Value, effect: &str, scope: &str, schema: &Value) -> Value {
    if let Value::Object(keys) = &mut element {
        let mut condition = json!({ "scope": scope, "schema": schema });
        if let (Value::Object(condition), true) = (&mut condition, scope != ANSWERS) {
            condition.insert("failWhenUndefined".to_owned(), json!(true));
        }
        keys.insert("rule".to_owned(), json!({ "effect": effect, "condition": condition }));
    }
    element
}

/// `element` with an option.
pub(super) fn with_option(mut element: Value, key: &str, value: Value) -> Value {
    if let Value::Object(keys) = &mut element {
        let options = keys.entry("options").or_insert_with(|| json!({}));
        if let Value::Object(options) = options {
            options.insert(key.to_owned(), value);
        }
    }
    element
}

/// An answer to be controlled.
pub(super) struct Controlled<'p, 'a> {
    /// Where in the schema it stands, without what may be given instead.
    pub(super) scope: &'p str,
    pub(super) label: &'p str,
    pub(super) help: Option<&'p String>,
    pub(super) required: bool,
    pub(super) answer: &'a Answer,
    /// The question, if it is no field or cell.
    pub(super) question: Option<&'a Name>,
}

impl<'a> Fields<'_, 'a> {
    /// The elements for one answer.
    pub(super) fn controls(&self, of: &Controlled<'_, 'a>) -> Value {
        let part = |key: &str| control(&format!("{}/properties/{key}", of.scope));
        match of.answer {
            Answer::ManyOf(_) | Answer::Ranking(_) => of.array(None),
            Answer::List { record, .. } => {
                let entry = self.context.record(record.as_str()).map(|record| below(&self.of_record("#", record)));
                of.array(entry)
            }
            Answer::Amount { .. } => of.grouped(vec![part("amount"), part("currency")]),
            Answer::Period { .. } => of.grouped(vec![part("beginning"), part("ending")]),
            Answer::File => of.grouped(["name", "media_type", "size", "sha256"].map(part).to_vec()),
            Answer::Record { record } => {
                let record = self.context.record(record.as_str());
                of.grouped(record.map(|record| self.of_record(of.scope, record)).unwrap_or_default())
            }
            Answer::Table(table) => {
                let mut elements =
                    of.question.map(|question| self.of_table(of.scope, question, table)).unwrap_or_default();
                elements.extend(table.comment.then(|| long(part("comment"))));
                of.grouped(elements)
            }
            Answer::Prose { .. } => of.helped(long(of.plain())),
            Answer::YesNo
            | Answer::OneOf(_)
            | Answer::Text { .. }
            | Answer::Integer(_)
            | Answer::Decimal(_)
            | Answer::Percent(_)
            | Answer::Quantity { .. }
            | Answer::Date { .. }
            | Answer::Year { .. }
            | Answer::Country
            | Answer::Language
            | Answer::Email
            | Answer::Telephone
            | Answer::Link => of.helped(of.plain()),
        }
    }

    /// The fields of a record that stands at `scope`.
    pub(super) fn of_record(&self, scope: &str, record: &'a Record) -> Vec<Value> {
        let mut elements = Vec::new();
        for field in &record.fields {
            let (label, help) = self.field(record, &field.id);
            let at = format!("{scope}/properties/{}", field.id);
            let (answer, required) = (&field.answer, field.required);
            elements.push(self.controls(&Controlled { scope: &at, label, help, required, answer, question: None }));
            elements.extend(words_of_other(scope, &field.id, &at, answer));
        }
        elements
    }

    fn of_table(&self, scope: &str, question: &'a Name, table: &'a Table) -> Vec<Value> {
        let rows = format!("{scope}/properties/rows");
        let help = table.columns.iter().filter_map(|column| {
            let (label, help) = self.column(question, column);
            help.map(|help| text(&format!("{label}: {help}")))
        });
        let mut elements: Vec<Value> = help.collect();
        match &table.rows {
            RowSource::Added { .. } => {
                let detail = below(&[control(&format!("#/properties/{ROW}")), self.of_row("#", question, table)]);
                let list = labelled(control(&rows), self.heading(question));
                elements.push(with_option(list, "detail", detail));
            }
            RowSource::Scale(_) | RowSource::Fixed(_) => {
                let row = |(code, label): (String, String)| {
                    group(&label, &[self.of_row(&format!("{rows}/properties/{code}"), question, table)])
                };
                elements.extend(self.rows(question, table).into_iter().map(row));
            }
        }
        elements
    }

    /// The cells of the row at `scope`, side by side.
    fn of_row(&self, scope: &str, question: &'a Name, table: &'a Table) -> Value {
        let mut cells = Vec::new();
        for column in &table.columns {
            let Cells::Answered(answer) = &column.cells else { continue };
            let (label, help) = self.column(question, column);
            let at = format!("{scope}/properties/{}", column.id);
            let value = format!("{at}/properties/value");
            let cell = Controlled { scope: &value, label, help, required: false, answer, question: None };
            let mut elements = vec![labelled(self.controls(&cell), label)];
            elements.extend((!table.marks.is_empty()).then(|| control(&format!("{at}/properties/mark"))));
            elements.extend(words_of_other(scope, &column.id, &value, answer));
            cells.push(below(&elements));
        }
        json!({ "type": "HorizontalLayout", "elements": cells })
    }
}

impl Controlled<'_, '_> {
    /// A control of a list, each entry as `detail` says.
    fn array(&self, detail: Option<Value>) -> Value {
        let list = labelled(control(self.scope), &self.marked());
        let list = match detail {
            Some(detail) => with_option(list, "detail", detail),
            None => list,
        };
        match self.help {
            Some(help) => below(&[list, text(help)]),
            None => list,
        }
    }

    fn plain(&self) -> Value {
        labelled(control(self.scope), self.label)
    }

    fn marked(&self) -> String {
        if self.required { format!("{}{REQUIRED}", self.label) } else { self.label.to_owned() }
    }

    /// Help that stands in the schema is always shown.
    fn helped(&self, control: Value) -> Value {
        if self.help.is_some() { with_option(control, "showUnfocusedDescription", json!(true)) } else { control }
    }

    fn grouped(&self, elements: Vec<Value>) -> Value {
        let help = self.help.map(|help| text(help));
        let elements: Vec<Value> = help.into_iter().chain(elements).collect();
        group(&self.marked(), &elements)
    }
}

/// `element` with `label` as its own, if it is a control.
fn labelled(mut element: Value, label: &str) -> Value {
    if let (Value::Object(keys), false) = (&mut element, label.is_empty())
        && keys.get("type").is_some_and(|kind| kind == "Control")
    {
        keys.insert("label".to_owned(), label.into());
    }
    element
}

/// A control of paragraphs.
pub(super) fn long(control: Value) -> Value {
    with_option(control, "multi", json!(true))
}

/// A control of the words for *other*, shown when that option is chosen at `chosen`. Both stand in the object at `scope`.
pub(super) fn words_of_other(scope: &str, id: &Name, chosen: &str, answer: &Answer) -> Option<Value> {
    let selection = answer.selection()?;
    let other = if matches!(answer, Answer::OneOf(_)) {
        json!({ "enum": [OTHER] })
    } else {
        json!({ "type": "array", "contains": { "enum": [OTHER] } })
    };
    let words = control(&format!("{scope}/properties/{}", other_key(id.as_str())));
    selection.other.then(|| shown_when(words, chosen, &other))
}
