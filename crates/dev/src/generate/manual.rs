//! Man pages, one for each command.

use std::io;

use clap::Command;
use clap_mangen::Man;

use super::Generated;
use crate::project::at;

pub(super) fn pages() -> io::Result<Vec<Generated>> {
    let mut command = enquire_cli::command().disable_help_subcommand(true);
    command.build();
    let mut pages = Vec::new();
    add(&command, &mut pages)?;
    Ok(pages)
}

/// Adds the page of a command and of those under it.
fn add(command: &Command, pages: &mut Vec<Generated>) -> io::Result<()> {
    let version = concat!("enquire ", env!("CARGO_PKG_VERSION"));
    let page = Man::new(command.clone()).source(version).manual("Enquire");
    let mut contents = Vec::new();
    page.render(&mut contents)?;
    let contents = String::from_utf8(contents).map_err(io::Error::other)?;
    pages.push(Generated { path: at(&format!("docs/man/{}", page.get_filename())), contents });
    command.get_subcommands().filter(|it| !it.is_hide_set()).try_for_each(|inner| add(inner, pages))
}
