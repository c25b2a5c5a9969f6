//! A folder for one test, in which the command is run.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// An instrument without findings.
pub(crate) const SURVEY: &str = r#"instrument survey version 1.0.0 {
  title       "Assistance to victims of crime"
  languages   en
  period      2024 to 2025
  nonresponse not_known "Not known"
}

question redress "Can victims claim redress in court?" {
  answer yes_no
}
"#;

/// The folder. It goes when this is dropped.
pub(crate) struct Scratch(TempDir);

impl Scratch {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// A folder in which `survey/instrument.enq` has no findings.
    pub(crate) fn with_survey() -> Self {
        Self::new().file("survey/instrument.enq", SURVEY)
    }

    /// The same with a file more.
    pub(crate) fn file(self, path: &str, contents: impl AsRef<[u8]>) -> Self {
        self.write(path, contents);
        self
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, contents: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    /// Where a file of the folder is.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// The names in a folder, sorted.
    pub(crate) fn names(&self, path: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(path)).unwrap();
        let mut names: Vec<_> = entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The command with its arguments, to be run in the folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_enquire"));
        command.args(arguments).current_dir(self.0.path());
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "GITHUB_OUTPUT", "COLUMNS"] {
            command.env_remove(variable);
        }
        command
    }

    /// Runs the command.
    pub(crate) fn output(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs the command and returns its exit code.
    pub(crate) fn exit(&self, arguments: &[&str]) -> Option<i32> {
        self.output(arguments).status.code()
    }

    /// Runs the command with a text on the standard input, and tells everything that it says.
    pub(crate) fn fed(&self, arguments: &[&str], input: &str) -> String {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        told(arguments, &child.wait_with_output().unwrap())
    }

    /// Runs the command and tells everything that it says.
    pub(crate) fn told(&self, arguments: &[&str]) -> String {
        told(arguments, &self.output(arguments))
    }
}

/// The command, what it wrote on either stream, and its exit code.
fn told(arguments: &[&str], output: &Output) -> String {
    let mut told = format!("$ enquire {}\n", arguments.join(" "));
    told.push_str(&without_times(&text(&output.stdout)));
    if !output.stderr.is_empty() {
        told.push_str("--- standard error\n");
        told.push_str(&text(&output.stderr));
    }
    told + &format!("--- exit {}\n", output.status.code().unwrap_or(-1))
}

/// The bytes as text.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap().replace("\r\n", "\n")
}

/// The time that a build took is never the same.
fn without_times(text: &str) -> String {
    let line = |line: &str| match (line.split_once(" in "), line.starts_with("built ")) {
        (Some(_), true) => {
            let (before, after) = line.rsplit_once(" s, ").unwrap();
            let (before, _) = before.rsplit_once(' ').unwrap();
            format!("{before} [TIME] s, {after}\n")
        }
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}
