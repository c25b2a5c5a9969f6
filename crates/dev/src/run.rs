//! Running other programs. None of them is given any input.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::Failure;
use crate::project;

/// A command that runs in the root of the project.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(project::at("")).stdin(Stdio::null());
    command
}

/// Cargo, the one that runs this.
pub(crate) fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command and shows all that it says.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    run_heard(command, |_| {})
}

/// Runs a command and shows all that it says; `hear` is told each line that it prints.
pub(crate) fn run_heard(command: &mut Command, mut hear: impl FnMut(&str)) -> Result<(), Failure> {
    eprintln!("$ {}", shown(command));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|cause| not_started(command, &cause))?;
    let printed = child.stdout.take().map(BufReader::new);
    for line in printed.into_iter().flat_map(|it| it.split(b'\n')).map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        // Nobody may be there to read it; the command is to end all the same.
        let _ = writeln!(io::stdout(), "{line}");
        hear(&line);
    }
    let status = child.wait().map_err(|cause| not_started(command, &cause))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{}` ended with {status}", shown(command)), "read what it said above"))
}

/// Runs a command and gives what it prints. What it says besides is shown only if it fails.
pub(crate) fn run_quietly(command: &mut Command) -> Result<String, Failure> {
    printed_unless(command, |status| !status.success())
}

/// The same for a command that ends with 1 when it has findings.
pub(crate) fn printed_with_findings(command: &mut Command) -> Result<String, Failure> {
    printed_unless(command, |status| !matches!(status.code(), Some(0 | 1)))
}

fn printed_unless(command: &mut Command, has_failed: impl FnOnce(ExitStatus) -> bool) -> Result<String, Failure> {
    let output = command.output().map_err(|cause| not_started(command, &cause))?;
    if !has_failed(output.status) {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    eprintln!("$ {}\n{}", shown(command), String::from_utf8_lossy(&output.stderr));
    Err(Failure::new(format!("`{}` ended with {}", shown(command), output.status), "read what it said above"))
}

/// What a command prints, if it can be started and succeeds.
pub(crate) fn printed(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|it| it.status.success())?;
    String::from_utf8(output.stdout).ok()
}

pub(crate) fn not_started(command: &Command, cause: &std::io::Error) -> Failure {
    Failure::new(
        format!("`{}` could not be started: {cause}", shown(command)),
        "install the program, and see that it can be found in PATH",
    )
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let words = std::iter::once(program.file_name().unwrap_or_default()).chain(command.get_args());
    words.map(|it| it.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
