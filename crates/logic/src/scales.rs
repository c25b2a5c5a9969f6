//! Which options a scale has, for many look-ups.

use enquire_model::{Instrument, Scale};
use rustc_hash::{FxHashMap, FxHashSet};

/// The codes of scales, by the id of the scale. `yes_no` is always there.
#[derive(Debug, Clone)]
pub(crate) struct Scales<'a> {
    codes: FxHashMap<&'a str, FxHashSet<&'a str>>,
}

impl Default for Scales<'_> {
    fn default() -> Self {
        Self { codes: FxHashMap::from_iter([("yes_no", FxHashSet::from_iter(["yes", "no"]))]) }
    }
}

impl<'a> Scales<'a> {
    /// Those of `instrument`.
    pub(crate) fn of(instrument: &'a Instrument) -> Self {
        let mut scales = Self::default();
        instrument.scales.values().for_each(|scale| scales.add(scale));
        scales
    }

    /// Adds `scale`; one of the same id that is there already stays.
    pub(crate) fn add(&mut self, scale: &'a Scale) {
        let codes = || scale.choices.iter().map(|choice| choice.code.as_str()).collect();
        self.codes.entry(scale.id.as_str()).or_insert_with(codes);
    }

    /// Whether `scale` has the option `code`; nothing if there is no such scale.
    pub(crate) fn has(&self, scale: &str, code: &str) -> Option<bool> {
        self.codes.get(scale).map(|codes| codes.contains(code))
    }
}
