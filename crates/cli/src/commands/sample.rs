//! `enquire sample`: replies made up from an instrument.

use std::path::PathBuf;

use clap::Args;
use enquire::model::Instrument;
use enquire::sample::{Coverage, Sampler, Unmade, cover};

use crate::args::Threshold;
use crate::compiled::{self, Compiled};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::replies::Replies;
use crate::target::Target;

const ABOUT: &str = "\
Make up replies to an instrument

Without `--count`, a few replies that together take every path: each question is asked and not asked, each option chosen, \
each non-response given, each bound touched, each warning spoken, as far as that is possible; what is not possible is said, \
and why. With `--count N`, the replies of N made-up respondents.

All are valid. No text in them can be taken for what a State said. The same instrument and seed give the same bytes, today \
and in ten years.";

const AFTER: &str = "\
Examples:
  enquire sample --out replies                   a few replies that take every path
  enquire sample --count 200 --out replies       two hundred respondents, a file each
  enquire sample --count 10000 > replies.ndjson  ten thousand, one a line
  enquire sample --count 50 --seed 2 a.enq       other respondents

Exit codes: 0 all replies are written; 1 some could not be made; 3 the instrument has errors, or the replies could not be \
written.";

/// The arguments of `enquire sample`.
#[derive(Debug, Args)]
#[command(about = "Make up replies to an instrument", long_about = ABOUT, after_help = AFTER)]
pub(crate) struct Sample {
    /// The folder or file with the instrument
    #[arg(value_name = "PATH", default_value = ".")]
    path: PathBuf,
    /// How many respondents; without it, a few replies that take every path
    #[arg(long, value_name = "NUMBER")]
    count: Option<u64>,
    /// The number that the replies depend on
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// The folder to write into, a file for each reply; or a file that ends in .ndjson, for one reply a line. Without it they
    /// go to the standard output, one a line
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    #[command(flatten)]
    threshold: Threshold,
}

impl Sample {
    pub(crate) fn run(&self, console: &mut Console) -> Result<Exit, Failure> {
        let all = compiled::compile(&[Target::new(&self.path)], &Progress::start());
        console.tell_findings_aside(&compiled::findings(&all));
        let checked = all.iter().find_map(|Compiled { compilation, .. }| compilation.checked.as_ref());
        let Some(checked) = checked else {
            console.tell_aside("no replies were made, because the instrument has errors");
            return Ok(Exit::NotDone);
        };
        match self.count {
            Some(count) => self.population(checked.instrument(), count, console),
            None => self.coverage(checked.instrument(), console),
        }
    }

    fn coverage(&self, instrument: &Instrument, console: &mut Console) -> Result<Exit, Failure> {
        let Coverage { replies: made, missed, goals } = cover(instrument, self.seed);
        let mut replies = Replies::new(self.out.as_deref(), made.len() as u64)?;
        for (number, covering) in (1..).zip(&made) {
            let name = format!("cover-{}", replies.number(number));
            replies.add(&name, &covering.reply, console)?;
        }
        let written = replies.finish(console)?;
        let shown = goals - missed.len();
        console.tell_aside(&format!("made {}, which show {shown} of {goals} cases", replies_in_words(written)));
        for missed in &missed {
            console.tell_aside(&format!("  not shown: {}: {}", missed.goal, missed.why));
        }
        Ok(Exit::Fine)
    }

    fn population(&self, instrument: &Instrument, count: u64, console: &mut Console) -> Result<Exit, Failure> {
        let mut replies = Replies::new(self.out.as_deref(), count)?;
        let sampler = Sampler::new(instrument, self.seed);
        let mut unmade: Option<(u64, Unmade)> = None;
        for number in 0..count {
            match sampler.respondent(number) {
                Ok(reply) => {
                    let name = format!("reply-{}", replies.number(number + 1));
                    replies.add(&name, &reply, console)?;
                }
                Err(failed) => {
                    let (count, first) = unmade.unwrap_or((0, failed));
                    unmade = Some((count + 1, first));
                }
            }
        }
        let written = replies.finish(console)?;
        console.tell_aside(&format!("made {}", replies_in_words(written)));
        let Some((count, first)) = unmade else { return Ok(Exit::Fine) };
        console.tell_aside(&format!("{count} could not be made; of the first: {first}"));
        Ok(Exit::Findings)
    }
}

fn replies_in_words(count: usize) -> String {
    if count == 1 { "1 reply".to_owned() } else { format!("{count} replies") }
}
