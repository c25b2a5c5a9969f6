//! The stages in order, and what they give.

use std::sync::Arc;

use enquire_diagnostics::{Diagnostics, Sources};
use enquire_logic::Burden;
use enquire_model::Instrument;

use crate::world::World;
use crate::{acknowledge, cascades, check, load, lower, resolve};

/// An instrument without errors: the only thing that outputs are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    instrument: Arc<Instrument>,
    burden: Burden,
}

impl Checked {
    /// The instrument.
    pub fn instrument(&self) -> &Instrument {
        &self.instrument
    }

    /// What it asks of one respondent at most: the longest path, or where that could not be worked out an upper bound.
    pub fn burden(&self) -> Burden {
        self.burden
    }
}

/// What came of compiling an instrument.
#[derive(Debug, Clone)]
pub struct Compilation {
    /// The texts that were read, for findings to point into.
    pub sources: Sources,
    /// Everything that was found, sorted by place.
    pub diagnostics: Diagnostics,
    /// The instrument as far as it was understood, for tools that show broken ones.
    pub draft: Option<Arc<Instrument>>,
    /// The instrument, if there is no error.
    pub checked: Option<Checked>,
}

/// Compiles the instrument in the file `root` of the world, or that of its folder if there is no `root`.
pub fn compile(world: &dyn World, root: Option<&str>) -> Compilation {
    let mut sources = Sources::new();
    let mut found = Diagnostics::new();
    let program = load::load(world, root, &mut sources, &mut found);
    let form = found.len();
    let mut lowered = lower::lower(&program, &sources, &mut found);
    let mut longest = None;
    let draft = lowered.instrument.take().map(|mut instrument| {
        resolve::resolve(&mut instrument, &lowered, &mut found);
        longest = check::check(&instrument, &program, &lowered, &sources, &mut found);
        check::leave_out_unused(&mut instrument, &lowered);
        Arc::new(instrument)
    });
    let mut found = cascades::without(&found, form, program.lost_uses, &sources);
    acknowledge::acknowledge(&mut found, &lowered.allowed);
    found.sort(&sources);
    let checked = draft.clone().filter(|_| !found.has_errors()).map(|instrument| {
        // Errors that only follow from others count while checking and not afterwards.
        let burden = longest.unwrap_or_else(|| enquire_logic::burden(&instrument));
        Checked { instrument, burden }
    });
    Compilation { sources, diagnostics: found, draft, checked }
}
