//! `enquire schema`: the published schemas.

use clap::{Args, ValueEnum};

use crate::console::Console;
use crate::exit::Exit;

const ABOUT: &str = "\
Print the JSON Schema of a format

These are the schemas of what enquire itself writes, the same for every instrument. The schema of the replies to one \
instrument is written by `enquire build`.";

/// The arguments of `enquire schema`.
#[derive(Debug, Args)]
#[command(about = "Print the JSON Schema of a format", long_about = ABOUT)]
pub(crate) struct Schema {
    /// The format
    #[arg(value_name = "NAME")]
    of: Published,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Published {
    /// Findings, as `--format json` tells them
    Diagnostics,
    /// `instrument.json`
    Instrument,
    /// `labels.en.json`
    Labels,
    /// Paths, as `enquire paths --format json` tells them
    Paths,
    /// `rules.json`
    Rules,
}

impl Schema {
    pub(crate) fn run(&self, console: &mut Console) -> Exit {
        let schema = match self.of {
            Published::Diagnostics => enquire::diagnostics::json_schema(),
            Published::Instrument => enquire::schema::model_schema(),
            Published::Labels => enquire::schema::labels_schema(),
            Published::Paths => enquire::paths_schema(),
            Published::Rules => enquire::schema::rule_book_schema(),
        };
        console.print(&enquire::schema::to_text(&schema));
        Exit::Fine
    }
}
