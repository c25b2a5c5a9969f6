//! Options of scales.

use enquire_model::Selection;
use serde_json::{Value, json};

use super::{Owner, Shapes};
use crate::context::codes;
use crate::names::pascal;

impl Shapes<'_, '_> {
    /// An option of the scale `id`.
    pub(super) fn scale(&mut self, id: &str) -> Value {
        self.defined(&format!("scale {id}"), &format!("{}Scale", pascal(id)), |shapes| {
            let codes = shapes.context.scale(id).map(codes).unwrap_or_default();
            json!({ "type": "string", "enum": codes })
        })
    }

    /// An option that `selection` offers. A question that also offers `other` has a list of its own.
    pub(super) fn option(&mut self, owner: &Owner, selection: &Selection) -> Value {
        if !selection.other {
            return self.scale(selection.scale.as_str());
        }
        self.defined(&format!("choice of {}", owner.key), &format!("{}Choice", owner.prefix), |shapes| {
            json!({
                "$comment": format!("scale {} with other", selection.scale),
                "type": "string",
                "enum": shapes.context.codes(selection)
            })
        })
    }
}
