//! `enquire build --watch`.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use crate::scratch::{SURVEY, Scratch};

/// Longer than any machine takes that does not hang.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running command, which ends with this.
struct Running {
    child: Child,
    lines: Receiver<String>,
}

impl Running {
    fn start(scratch: &Scratch, arguments: &[&str]) -> Self {
        let mut command = scratch.command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines }
    }

    /// Waits for a line that holds `words`.
    fn wait_for(&self, words: &str) {
        while !self.lines.recv_timeout(PATIENCE).expect(words).contains(words) {}
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn builds_again_when_a_file_is_saved_and_survives_mistakes() {
    let scratch = Scratch::with_survey().file("survey/parts/b.enq", "scale extent { yes \"Yes\"  no \"No\" }\n");
    let used = "use \"parts/b.enq\"\nquestion paid \"Is redress paid?\" {\n  answer one of extent\n}\n";
    scratch.write("survey/instrument.enq", format!("{SURVEY}{used}"));
    let running = Running::start(&scratch, &["build", "survey", "--watch", "--format", "short"]);
    running.wait_for("new or changed");
    scratch.write("survey/parts/b.enq", "scale extent { yes \"Yes\"  part \"In part\"  no \"No\" }\n");
    running.wait_for("new or changed");
    assert!(scratch.read("out/labels.en.json").contains("In part"));
    scratch.write("survey/parts/b.enq", "scale extent {");
    running.wait_for("error[unclosed-block]");
    scratch.write("survey/parts/b.enq", "scale extent { yes \"Yes\"  never \"Never\" }\n");
    running.wait_for("new or changed");
    assert!(scratch.read("out/labels.en.json").contains("Never"));
}
