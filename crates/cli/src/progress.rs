//! A sign of life while something takes long.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What takes less is not worth a sign.
const PATIENCE: Duration = Duration::from_millis(200);

/// How often the sign moves.
const TICK: Duration = Duration::from_millis(100);

/// A line on the standard error that says what is being done, if that is a terminal and it takes long. It goes when
/// this is dropped.
pub(crate) struct Progress {
    bar: ProgressBar,
    /// Dropping it ends the wait of the thread.
    end: Option<Sender<()>>,
    wait: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to watch the clock.
    pub(crate) fn start() -> Self {
        let bar = ProgressBar::hidden().with_style(ProgressStyle::default_spinner());
        if !io::stderr().is_terminal() {
            return Self { bar, end: None, wait: None };
        }
        let (end, ended) = mpsc::channel();
        let shown = bar.clone();
        let wait = thread::spawn(move || {
            if ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(TICK);
            }
        });
        Self { bar, end: Some(end), wait: Some(wait) }
    }

    /// Says what is being done now.
    pub(crate) fn say(&self, what: &str) {
        self.bar.set_message(what.to_owned());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end.take();
        if let Some(wait) = self.wait.take() {
            // The thread does nothing that could fail.
            let _ = wait.join();
        }
        self.bar.finish_and_clear();
    }
}
