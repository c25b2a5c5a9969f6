//! `enquire explain`: what a finding means, and what ships with the tool.

mod shipped;

use clap::Args;
use clap::builder::styling::Style;
use enquire::diagnostics::{Format, RULES, Rule, nearest, rule};

use crate::console::{Console, width};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::page;

const ABOUT: &str = "\
Explain a finding, or list what there is

Prints the page of a finding: what it means, an example, the same repaired, and why it matters. Every finding names its code.";

const AFTER: &str = "\
Examples:
  enquire explain duplicate-name                      the page of a finding
  enquire explain codes                               all findings there are
  enquire explain libraries                           the libraries that ship with enquire
  enquire explain libraries un_blocks                 one of them
  enquire explain standards                           the standards whose provisions can be cited
  enquire explain standards A/RES/40/34               the provisions of one of them
  enquire explain duplicate-name --format markdown    the page as it is written";

/// The arguments of `enquire explain`.
#[derive(Debug, Args)]
#[command(about = "Explain a finding, or list what there is", long_about = ABOUT, after_help = AFTER)]
pub(crate) struct Explain {
    /// The code of a finding, or `codes`, `libraries` or `standards`
    #[arg(value_name = "CODE", default_value = "codes")]
    subject: String,
    /// The name of a library or the symbol of a standard
    name: Option<String>,
}

impl Explain {
    pub(crate) fn run(&self, console: &mut Console) -> Result<Exit, Failure> {
        let text = match (self.subject.as_str(), &self.name) {
            ("codes", None) => codes(),
            ("libraries", None) => shipped::libraries(),
            ("libraries", Some(name)) => shipped::library(name)?,
            ("standards", None) => shipped::standards(width()),
            ("standards", Some(symbol)) => shipped::standard(symbol, width())?,
            (code, None) => page_of(rule(code).ok_or_else(|| unknown(code))?, console)?,
            (code, Some(more)) => {
                return Err(Failure::wrong_use(
                    format!("`{code}` is no list in which there could be `{more}`"),
                    "write `enquire explain libraries NAME` or `enquire explain standards SYMBOL`",
                ));
            }
        };
        console.print(&text);
        Ok(Exit::Fine)
    }
}

/// Every code with its meaning, by what it is about.
fn codes() -> String {
    let heading = Style::new().bold();
    let width = RULES.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    let mut lines = Vec::new();
    let mut area = None;
    for rule in RULES {
        if area.replace(rule.area) != Some(rule.area) {
            let gap = if lines.is_empty() { "" } else { "\n" };
            lines.push(format!("{gap}{heading}{}{heading:#}", rule.area));
        }
        let (code, severity, title) = (rule.code, rule.severity, rule.title);
        lines.push(format!("  {code:width$}  {severity:7}  {title}"));
    }
    lines.push("\n`enquire explain CODE` says more about one of them.\n".to_owned());
    lines.join("\n")
}

fn page_of(rule: &Rule, console: &Console) -> Result<String, Failure> {
    match console.format() {
        Format::Human | Format::Plain => Ok(page::render(rule.page, width())),
        Format::Short => Ok(format!("{}: {}: {}\n", rule.code, rule.severity, rule.title)),
        Format::Markdown => Ok(rule.page.to_owned()),
        Format::Json | Format::Jsonl | Format::Sarif | Format::Github | Format::Gitlab | Format::Junit => {
            Err(Failure::wrong_use(
                format!("a page cannot be told in the format `{}`", console.format()),
                "choose human, plain, short or markdown; in `sarif` every finding comes with its page",
            ))
        }
    }
}

fn unknown(code: &str) -> Failure {
    let near: Vec<_> = nearest(code).iter().map(|rule| format!("`{}`", rule.code)).collect();
    let help = match near.split_last() {
        None => "`enquire explain codes` lists all there are".to_owned(),
        Some((only, [])) => format!("did you mean {only}?"),
        Some((last, others)) => format!("did you mean {} or {last}?", others.join(", ")),
    };
    Failure::wrong_use(format!("there is no finding with the code `{code}`"), help)
}
