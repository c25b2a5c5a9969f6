//! What the user sees: findings and results on the standard output, failures on the standard error.

use std::env;
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, IsTerminal, Stderr, Stdout, Write};

use anstream::{AutoStream, ColorChoice};
use clap::builder::styling::AnsiColor;
use enquire::Findings;
use enquire::diagnostics::{Format, RenderOptions, Report, render_with};

use crate::args::{Everywhere, MOST_FINDINGS, When};
use crate::failure::{Failure, in_words};

/// Beyond this many columns, lines are hard to read.
const WIDEST: u16 = 120;

/// The streams of a run, and how they are used.
pub(crate) struct Console {
    out: AutoStream<Stdout>,
    err: AutoStream<Stderr>,
    format: Format,
    quiet: bool,
    /// Whether the reader of the standard output has gone, so that nothing more needs to be written.
    gone: bool,
    /// Why something could not be written.
    fault: Option<io::Error>,
}

impl Console {
    /// The streams, used as the options say.
    pub(crate) fn new(options: &Everywhere) -> Self {
        let choice = match options.color {
            When::Auto => ColorChoice::Auto,
            When::Always => ColorChoice::Always,
            When::Never => ColorChoice::Never,
        };
        let usual = if io::stdout().is_terminal() { Format::Human } else { Format::Plain };
        Self {
            out: AutoStream::new(io::stdout(), choice),
            err: AutoStream::new(io::stderr(), choice),
            format: options.format.map_or(usual, |form| form.0),
            quiet: options.quiet,
            gone: false,
            fault: None,
        }
    }

    /// The form in which findings are told.
    pub(crate) fn format(&self) -> Format {
        self.format
    }

    /// Whether the standard output is for people to read.
    pub(crate) fn is_for_people(&self) -> bool {
        match self.format {
            Format::Human | Format::Short | Format::Plain => true,
            Format::Json
            | Format::Jsonl
            | Format::Sarif
            | Format::Github
            | Format::Gitlab
            | Format::Junit
            | Format::Markdown => false,
        }
    }

    /// Writes a result.
    pub(crate) fn print(&mut self, text: &str) {
        if self.gone {
            return;
        }
        if let Err(fault) = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()) {
            self.note_fault(fault);
        }
    }

    /// Says in a line what was done, unless nothing but findings is wanted. What programs read holds no such lines.
    pub(crate) fn tell(&mut self, line: &str) {
        if self.quiet {
            return;
        }
        if self.is_for_people() {
            self.print(&format!("{line}\n"));
        } else {
            self.tell_aside(line);
        }
    }

    /// Says a line beside the output.
    pub(crate) fn tell_aside(&mut self, line: &str) {
        // If not even this can be written, there is no way left to say so.
        let _ = writeln!(self.err, "{line}");
    }

    /// Tells findings, if there are any, or the form is one that always has something to tell.
    pub(crate) fn tell_findings(&mut self, findings: &Findings, most: usize) {
        if findings.is_silent() && self.is_for_people() {
            return;
        }
        let report = findings.report();
        let text = render_with(self.format, &report, &self.options(most));
        self.print(&text);
        if self.format == Format::Github {
            self.set_step_outputs(&report);
        }
    }

    /// Tells findings beside the output, where that holds something else.
    pub(crate) fn tell_findings_aside(&mut self, findings: &Findings) {
        if !findings.is_silent() {
            let text = render_with(self.format, &findings.report(), &self.options(MOST_FINDINGS));
            self.tell_aside(text.trim_end());
        }
    }

    fn options(&self, max_findings: usize) -> RenderOptions {
        let color = self.out.current_choice() != ColorChoice::Never;
        RenderOptions { color, width: width(), max_findings, ..RenderOptions::default() }
    }

    /// Hands the counts on to the steps of a GitHub workflow that follow.
    fn set_step_outputs(&mut self, report: &Report<'_>) {
        let Some(path) = env::var_os("GITHUB_OUTPUT") else { return };
        let file = OpenOptions::new().append(true).create(true).open(path);
        let written = file.and_then(|mut it| it.write_all(report.summary().step_outputs().as_bytes()));
        if let Err(cause) = written {
            self.tell_aside(&format!("the counts were not written to GITHUB_OUTPUT: {}", in_words(&cause)));
        }
    }

    /// Says why the command failed, and what to do.
    pub(crate) fn fail(&mut self, failure: &Failure) {
        let (red, cyan) = (AnsiColor::Red.on_default().bold(), AnsiColor::Cyan.on_default());
        self.tell_aside(&format!("{red}error{red:#}: {failure}"));
        self.tell_aside(&format!(" {cyan}help{cyan:#}: {}", failure.help()));
    }

    /// Ends the output.
    ///
    /// # Errors
    /// If it could not be written, unless it was its reader who stopped reading.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        let Some(fault) = self.fault.take() else { return Ok(()) };
        let failure = Failure::not_done(
            format!("cannot write the output: {}", in_words(&fault)),
            "check where the standard output of the command goes",
        );
        self.fail(&failure);
        Err(failure)
    }

    fn note_fault(&mut self, fault: io::Error) {
        self.gone = true;
        if fault.kind() != ErrorKind::BrokenPipe {
            self.fault = Some(fault);
        }
    }
}

/// How many columns a line of the standard output has.
pub(crate) fn width() -> usize {
    let terminal = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0);
    terminal.map_or(RenderOptions::default().width, |it| usize::from(it.min(WIDEST)))
}
