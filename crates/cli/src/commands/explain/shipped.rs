//! The libraries and standards that ship with the tool.

use clap::builder::styling::Style;
use enquire::catalogue;
use enquire::diagnostics::FileId;
use enquire::model::{Obligation, Provision, ProvisionKind, Standard, Verification};
use enquire::syntax::{self, DeclarationKind, view::Item};
use enquire::{Texts, check};

use crate::compiled::counted;
use crate::failure::Failure;
use crate::page::wrap;

/// Every library with what it is for.
pub(super) fn libraries() -> String {
    let line = |name| {
        let title = catalogue::library(name).map(|it| library_title(it.text)).unwrap_or_default();
        format!("{name}  {title}")
    };
    let mut lines: Vec<_> = catalogue::libraries().map(line).collect();
    lines.push(String::new());
    lines.push("Write `use library NAME` to use one; `enquire explain libraries NAME` prints it.".to_owned());
    joined(&lines)
}

/// The text of a library.
///
/// # Errors
/// If there is none of this name.
pub(super) fn library(name: &str) -> Result<String, Failure> {
    let shipped = catalogue::library(name).ok_or_else(|| {
        let all: Vec<_> = catalogue::libraries().collect();
        Failure::wrong_use(format!("no library is called `{name}`"), format!("there are: {}", all.join(", ")))
    })?;
    Ok(shipped.text.to_owned())
}

fn library_title(text: &str) -> String {
    let parse = syntax::parse(FileId::default(), text);
    let declarations = parse.root().items().filter_map(|item| match item {
        Item::Declaration(it) => Some(it),
        Item::Clause(_) => None,
    });
    let library = declarations.into_iter().find(|it| it.kind() == DeclarationKind::Library);
    library.and_then(|it| it.wording()).map(|it| it.value()).unwrap_or_default()
}

/// Every standard with its title and how far its entries have been compared with the document.
pub(super) fn standards(width: usize) -> String {
    let mut lines: Vec<_> = catalogue::standards().filter_map(read).flat_map(|it| head(&it, width)).collect();
    lines.push(String::new());
    lines.extend(wrap(CAUTION, width));
    lines.push(String::new());
    lines.extend(wrap(USAGE, width));
    joined(&lines)
}

const USAGE: &str =
    "Write `use standard \"SYMBOL\" as NAME` to use one; `enquire explain standards SYMBOL` lists its provisions.";

const CAUTION: &str = "Only entries that are `seen` have been compared with the document. The others have not: compare them \
before you rely on them. Topics are in the catalogue's own words and do not stand for the text of the standard.";

/// `26 provisions, 23 of them operative; 6 seen in the document, 20 from memory, 0 uncertain`.
fn figures(standard: &Standard) -> String {
    let all = leaves(standard);
    let count = |state| all.iter().filter(|it| it.verified == state).count();
    format!(
        "{}, {} of them operative; {} seen in the document, {} from memory, {} uncertain",
        counted(all.len(), "provision"),
        standard.operative().len(),
        count(Verification::Seen),
        count(Verification::Memory),
        count(Verification::Uncertain),
    )
}

fn leaves(standard: &Standard) -> Vec<&Provision> {
    standard.citable().into_iter().filter(|it| it.is_leaf()).collect()
}

/// What to say of a standard as a whole.
fn head(standard: &Standard, width: usize) -> Vec<String> {
    let heading = Style::new().bold();
    let about = [standard.title.as_str(), &figures(standard)];
    let about = about.iter().flat_map(|text| wrap(text, width.saturating_sub(2)));
    let symbol = format!("{heading}{}{heading:#}", standard.symbol);
    std::iter::once(symbol).chain(about.map(|line| format!("  {line}"))).collect()
}

fn joined(lines: &[String]) -> String {
    lines.join("\n") + "\n"
}

/// The provisions of a standard, with how far they oblige and how far they have been compared with the document.
///
/// # Errors
/// If no catalogue holds it.
pub(super) fn standard(symbol: &str, width: usize) -> Result<String, Failure> {
    let standard = read(symbol).ok_or_else(|| {
        let all: Vec<_> = catalogue::standards().collect();
        let help = format!("there are: {}", all.join(", "));
        Failure::wrong_use(format!("no catalogue holds the standard `{symbol}`"), help)
    })?;
    let mut lines = head(&standard, width);
    lines.push(String::new());
    provisions(&standard.provisions, 0, &mut lines);
    Ok(joined(&lines))
}

fn provisions(all: &[Provision], depth: usize, lines: &mut Vec<String>) {
    let margin = "  ".repeat(depth);
    for it in all {
        lines.push(match it.kind {
            ProvisionKind::Part => format!("{margin}Part {}: {}", it.number, it.topic),
            ProvisionKind::Heading => format!("{margin}{}", it.topic),
            ProvisionKind::Provision if it.is_leaf() => {
                let (force, verified) = (force(it.obligation), state(it.verified));
                format!("{margin}{}  {} ({force}; {verified})", it.number, it.topic)
            }
            ProvisionKind::Provision => format!("{margin}{}  {}", it.number, it.topic),
        });
        provisions(&it.inner, depth + 1, lines);
    }
}

fn force(obligation: Obligation) -> &'static str {
    match obligation {
        Obligation::Shall => "shall",
        Obligation::ShallConsider => "shall consider",
        Obligation::Should => "should",
        Obligation::May => "may",
        Obligation::None => "not operative",
    }
}

fn state(verified: Verification) -> &'static str {
    match verified {
        Verification::Seen => "seen",
        Verification::Memory => "from memory",
        Verification::Uncertain => "uncertain",
    }
}

/// The standard `symbol` as an instrument that uses it has it.
fn read(symbol: &str) -> Option<Standard> {
    catalogue::standard(symbol)?;
    let text = format!("instrument reader version 1.0.0 {{\n  title \"Reader\"\n}}\nuse standard \"{symbol}\" as it\n");
    let draft = check(&Texts::from([("reader.enq", text)]), None).draft?;
    draft.standards.values().next().cloned()
}
