//! Options of scales, and declared non-responses.

use enquire_model::{Name, Selection};
use serde_json::{Value, json};

use super::{Owner, Shapes};
use crate::context::codes;
use crate::names::{pascal, reference};

impl Shapes<'_, '_> {
    /// An option of the scale `id`.
    pub(super) fn scale(&mut self, id: &str) -> Value {
        self.defined(
            &format!("scale {id}"),
            &format!("{}Scale", pascal(id)),
            |shapes| {
                let codes = shapes.context.scale(id).map(codes).unwrap_or_default();
                json!({ "type": "string", "enum": codes })
            },
        )
    }

    /// An option that `selection` offers. A question that also offers `other` has a list of its own.
    pub(super) fn option(&mut self, owner: &Owner, selection: &Selection) -> Value {
        if !selection.other {
            return self.scale(selection.scale.as_str());
        }
        self.defined(
            &format!("choice of {}", owner.key),
            &format!("{}Choice", owner.prefix),
            |shapes| {
                json!({
                    "$comment": format!("scale {} with other", selection.scale),
                    "type": "string",
                    "enum": shapes.context.codes(selection)
                })
            },
        )
    }

    /// One of the declared non-responses `allowed`. Every set of them is one type: `NonResponse` for all that the
    /// instrument declares, else named by its codes.
    pub(super) fn nonresponse(&mut self, allowed: &[Name]) -> Value {
        let declared = self
            .context
            .instrument
            .nonresponses
            .iter()
            .map(|choice| &choice.code);
        let codes: Vec<&str> = declared
            .filter(|code| allowed.contains(code))
            .map(Name::as_str)
            .collect();
        let all = codes.len() == self.context.instrument.nonresponses.len();
        let words: String = if all {
            String::new()
        } else {
            codes.iter().map(|code| pascal(code)).collect()
        };
        self.defined(
            &format!("nonresponse {}", codes.join(" ")),
            &format!("{words}NonResponse"),
            |_| json!({ "type": "string", "enum": codes }),
        )
    }

    /// The definition `name`, which the reply itself brings in and no element of the instrument.
    pub(crate) fn fixed(&mut self, name: &str, schema: Value) -> Value {
        let (name, known) = self.definitions.name(&format!("reply {name}"), name);
        if !known {
            self.definitions.define(&name, schema);
        }
        reference(&name)
    }
}
