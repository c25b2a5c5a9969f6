//! `enquire new`: an instrument to begin with.

use std::env;
use std::path::{Path, PathBuf};

use clap::Args;
use enquire::diagnostics::Diagnostic;
use enquire::{Texts, check};

use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::folder;
use crate::output::write_all;
use crate::target::typed;

const TEMPLATE: &str = include_str!("new.enq");

/// The name of the file.
const FILE: &str = "instrument.enq";

const ABOUT: &str = "\
Begin an instrument

Makes a folder with a small instrument that is complete: it has no findings, can be built, and shows with comments how a \
section, questions and a pattern are written. Nothing that is there is overwritten.";

const AFTER: &str = "\
Examples:
  enquire new prison_health
  enquire new prison_health --title \"Questionnaire on health in prisons\"";

/// The arguments of `enquire new`.
#[derive(Debug, Args)]
#[command(about = "Begin an instrument", long_about = ABOUT, after_help = AFTER)]
pub(crate) struct New {
    /// The folder; its name becomes the instrument's id
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// The title of the instrument
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
}

impl New {
    pub(crate) fn run(&self, console: &mut Console) -> Result<Exit, Failure> {
        let folder = typed(&self.path);
        if let Some(there) = folder::names(&self.path).ok().and_then(|names| names.into_iter().next()) {
            return Err(Failure::wrong_use(
                format!("`{folder}` already holds `{there}`"),
                "choose another folder; nothing was written",
            ));
        }
        let id = id(&self.path).ok_or_else(|| {
            Failure::wrong_use(
                format!("no id can be made of the folder's name in `{folder}`"),
                "an id has small letters, digits and `_`; call the folder so, such as `prison_health`",
            )
        })?;
        let title = self.title.clone().unwrap_or_else(|| title_of(&id));
        let text = TEMPLATE.replace("ID_OF_INSTRUMENT", &id).replace("TITLE_OF_INSTRUMENT", &quoted(&title));
        refuse_findings(&text)?;
        write_all(&self.path, &[(FILE.to_owned(), text.into_bytes())])?;
        console.tell(&format!("began the instrument {id} in {}", typed(&self.path.join(FILE))));
        console.tell(&format!("next: read it, change it, and run `enquire check {}`", quoted_for_shell(&folder)));
        Ok(Exit::Fine)
    }
}

/// A path as it can be typed behind a command: in quotation marks if a shell would take it apart.
fn quoted_for_shell(path: &str) -> String {
    let is_plain = path.chars().all(|it| it.is_alphanumeric() || matches!(it, '_' | '-' | '.' | '/' | '\\' | ':'));
    if is_plain { path.to_owned() } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

/// An id like the folder's name.
fn id(path: &Path) -> Option<String> {
    let name = match path.file_name() {
        Some(name) => name.to_owned(),
        None => env::current_dir().ok()?.join(path).canonicalize().ok()?.file_name()?.to_owned(),
    };
    let name = name.to_str()?.to_lowercase();
    let kept = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let id: String = name.chars().map(kept).collect();
    let id = id.split('_').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_");
    id.starts_with(|c: char| c.is_ascii_lowercase()).then_some(id)
}

/// `Questionnaire on prison health`.
fn title_of(id: &str) -> String {
    format!("Questionnaire on {}", id.replace('_', " "))
}

/// A title as it stands between quotation marks.
fn quoted(title: &str) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace('\\', "\\\\").replace('"', "\\\"")
}

/// The template itself has no findings, so those there are come from the title or the id.
fn refuse_findings(text: &str) -> Result<(), Failure> {
    let compilation = check(&Texts::from([(FILE, text)]), None);
    let open = |found: &&Diagnostic| !found.is_acknowledged();
    match compilation.diagnostics.iter().find(open) {
        None => Ok(()),
        Some(found) => Err(Failure::wrong_use(
            format!("an instrument with this name or title would not be right: {}", found.message()),
            "choose another folder or `--title`; nothing was written",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_folder_names() {
        let id = |path: &str| id(Path::new(path));
        assert_eq!(id("a/Prison health (2)").as_deref(), Some("prison_health_2"));
        assert_eq!(id("2nd"), None);
        assert_eq!(id("опрос"), None);
    }

    #[test]
    fn the_template_has_no_findings() {
        let text = TEMPLATE.replace("ID_OF_INSTRUMENT", "a").replace("TITLE_OF_INSTRUMENT", &quoted("On \"a\\b\""));
        assert!(refuse_findings(&text).is_ok());
    }
}
