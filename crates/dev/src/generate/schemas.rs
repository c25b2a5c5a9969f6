//! The published schemas: of the instrument, of findings, of labels, of paths and of rules.

use enquire::{diagnostics, schema};

use super::Generated;
use crate::project::at;

pub(super) fn files() -> Vec<Generated> {
    let schemas = [
        ("diagnostics", diagnostics::json_schema()),
        ("instrument", schema::model_schema()),
        ("labels", schema::labels_schema()),
        ("paths", enquire::paths_schema()),
        ("rules", schema::rule_book_schema()),
    ];
    schemas
        .map(|(name, value)| Generated {
            path: at(&format!("docs/schemas/{name}.schema.json")),
            contents: schema::to_text(&value),
        })
        .into()
}
