//! Replies of made-up respondents.

use enquire_model::{Instrument, Reply};

use crate::dice::Dice;
use crate::maker::{Maker, Unmade};
use crate::value::Scene;

/// How often a reply is begun anew.
const TRIES: u64 = 20;

/// Makes replies to one instrument. It can be shared between threads.
///
/// The respondents differ in how much they answer and in how much is in place with them, so that the answers of one reply hang together;
/// some questions are left blank, some get a declared non-response, a few a comment or an attachment.
#[derive(Debug)]
pub struct Sampler<'a> {
    maker: Maker<'a>,
    seed: u64,
}

impl<'a> Sampler<'a> {
    /// Replies to `instrument` from the seed `seed`.
    pub fn new(instrument: &'a Instrument, seed: u64) -> Self {
        Self { maker: Maker::new(instrument), seed }
    }

    /// The valid reply of the respondent number `number`, which depends on no other reply.
    ///
    /// # Errors
    /// If none was found in a fixed number of tries, as where the checks of the instrument contradict what it requires.
    pub fn respondent(&self, number: u64) -> Result<Reply, Unmade> {
        let mut last = Unmade { reasons: Vec::new() };
        for attempt in 0..TRIES {
            // Streams of the attempts of one respondent are far from those of all others.
            let mut scene = Scene::new(Dice::new(self.seed, number | attempt << 48));
            match self.maker.make(&mut scene, &mut |question, scene| self.maker.usual(question, scene), &|_| false) {
                Ok((reply, _)) => return Ok(reply),
                Err(unmade) => last = unmade,
            }
        }
        Err(last)
    }
}
