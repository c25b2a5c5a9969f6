//! The instruments of a run after compiling: what was found in them, and how that ends the run.

use enquire::diagnostics::{Area, Diagnostic, Diagnostics, Severity};
use enquire::{Compilation, Findings, Overview};

use crate::args::{FailOn, Threshold};
use crate::console::Console;
use crate::exit::Exit;
use crate::progress::Progress;
use crate::target::Target;

/// An instrument that was named on the command line, and what came of compiling it.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    pub(crate) target: Target,
    pub(crate) compilation: Compilation,
}

/// Compiles every target.
pub(crate) fn compile(targets: &[Target], progress: &Progress) -> Vec<Compiled> {
    let one = |target: &Target| {
        progress.say(&format!("reading {}", target.shown(".")));
        Compiled { target: target.clone(), compilation: target.compile() }
    };
    targets.iter().map(one).collect()
}

/// The findings of all of them.
pub(crate) fn findings(all: &[Compiled]) -> Findings {
    let mut findings = Findings::default();
    for one in all {
        findings.add(&one.compilation, &|path| one.target.shown(path));
    }
    findings
}

/// Says of every instrument without errors how long it is and what it asks about.
pub(crate) fn tell_overviews(all: &[Compiled], console: &mut Console) {
    let lines: Vec<_> = all.iter().flat_map(overview).collect();
    if !console.is_for_people() || lines.is_empty() {
        return;
    }
    for line in lines {
        console.tell(&line);
    }
    if !findings(all).is_silent() {
        console.tell("");
    }
}

/// Tells what was found in the instruments.
pub(crate) fn tell_findings(all: &[Compiled], threshold: &Threshold, console: &mut Console) {
    console.tell_findings(&findings(all), threshold.max_findings);
}

/// How a run over these instruments ends. One of which nothing could be made out was not compiled, whatever the reason.
pub(crate) fn exit(all: &[Compiled], fail_on: FailOn) -> Exit {
    let one = |one: &Compiled| {
        let found = exit_of(&one.compilation.diagnostics, fail_on);
        if one.compilation.draft.is_none() { Exit::NotDone } else { found }
    };
    all.iter().map(one).fold(Exit::Fine, Exit::worse)
}

/// How a run with these findings ends.
pub(crate) fn exit_of(found: &Diagnostics, fail_on: FailOn) -> Exit {
    let unread = |it: &Diagnostic| it.severity() == Severity::Error && it.rule().area == Area::Files;
    let warnings = match fail_on {
        FailOn::Error => 0,
        FailOn::Warning => found.count(Severity::Warning),
    };
    if found.iter().any(unread) {
        Exit::NotDone
    } else if found.has_errors() || warnings > 0 {
        Exit::Findings
    } else if found.count(Severity::Unknown) > 0 {
        Exit::Undecided
    } else {
        Exit::Fine
    }
}

/// `victim_issues 1.0.0: 112 questions (at most 110 asked on one path, about 330 minutes), no findings`, then a line for
/// each standard.
fn overview(one: &Compiled) -> Vec<String> {
    let Some(checked) = &one.compilation.checked else { return Vec::new() };
    let Overview { id, version, questions, burden, coverage } = Overview::of(checked);
    let length = format!(
        "{} ({} on one path, about {})",
        counted(questions, "question"),
        if burden.questions as usize == questions {
            "all".to_owned()
        } else {
            format!("at most {} asked", burden.questions)
        },
        counted(burden.minutes as usize, "minute"),
    );
    let found = counts(&one.compilation.diagnostics);
    let mut lines = vec![format!("{id} {version}: {length}, {found}")];
    for standard in coverage {
        let (symbol, asked, operative) = (standard.symbol, standard.asked, standard.operative);
        let verified = match standard.unverified {
            0 => String::new(),
            count => format!("; its catalogue is unverified for {}", counted(count, "provision")),
        };
        lines.push(format!("  {symbol}: {asked} of {operative} operative provisions are asked about{verified}"));
    }
    lines
}

/// `no findings`, `2 warnings, 1 acknowledged`.
fn counts(found: &Diagnostics) -> String {
    let severities =
        [(Severity::Warning, "warning"), (Severity::Note, "note"), (Severity::Unknown, "undecided finding")];
    let open = severities.map(|(severity, word)| (found.count(severity), word));
    let mut parts: Vec<_> =
        open.iter().filter(|(count, _)| *count > 0).map(|(count, word)| counted(*count, word)).collect();
    if parts.is_empty() {
        parts.push("no findings".to_owned());
    }
    let acknowledged = found.iter().filter(|it| it.is_acknowledged()).count();
    if acknowledged > 0 {
        parts.push(format!("{acknowledged} acknowledged"));
    }
    parts.join(", ")
}

/// `1 question`, `2 questions`.
pub(crate) fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
