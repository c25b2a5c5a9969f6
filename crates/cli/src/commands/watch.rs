//! `enquire build --watch`: the same again whenever a file is saved.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::compiled::{self, Compiled};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::target::{Target, is_shipped};

/// An editor that saves a file does so in several steps; they are over when nothing has happened for so long.
const SETTLED: Duration = Duration::from_millis(100);

/// Calls `build` with the instruments and the time when the work on them began, and again whenever one of their texts changes. Ends when the program is ended, or
/// when changes can no longer be noticed.
///
/// # Errors
/// If changes cannot be watched for.
pub(crate) fn watch(
    targets: &[Target],
    console: &mut Console,
    mut build: impl FnMut(&[Compiled], Instant, &mut Console) -> Result<Exit, Failure>,
) -> Result<Exit, Failure> {
    let (sender, events) = mpsc::channel();
    let watcher = notify::recommended_watcher(sender).map_err(|cause| failed(&cause))?;
    let mut folders = Folders { watcher, watched: BTreeSet::new() };
    let mut texts = None;
    loop {
        let begin = Instant::now();
        let all = compiled::compile(targets, &Progress::start());
        folders.watch(&all);
        let present = Some(contents(&all));
        let is_first = texts.is_none();
        // What was saved without a change is not built again, and neither is what a build itself brings about.
        if texts != present {
            texts = present;
            if let Err(failure) = build(&all, begin, console) {
                console.fail(&failure);
            }
            if is_first {
                console.tell_aside("watching for changes; Ctrl-C ends");
            }
        }
        wait(&events)?;
    }
}

/// The folders that are watched.
struct Folders {
    watcher: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
}

impl Folders {
    /// Watches the folders of every file that was read. What cannot be watched, such as a folder that is not there, is
    /// looked at again after the next change of another one.
    fn watch(&mut self, all: &[Compiled]) {
        for one in all {
            let folder = one.target.folder();
            let own = one.compilation.sources.iter().filter(|(_, path, _)| !is_shipped(path));
            let parents = own.filter_map(|(_, path, _)| Some(folder.join(path).parent()?.to_owned()));
            let mut wanted: BTreeSet<PathBuf> = parents.collect();
            wanted.insert(folder.path().to_owned());
            for path in wanted {
                let here = if path.as_os_str().is_empty() { Path::new(".") } else { &path };
                if !self.watched.contains(&path) && self.watcher.watch(here, RecursiveMode::NonRecursive).is_ok() {
                    self.watched.insert(path);
                }
            }
        }
    }
}

/// Every text that was read, by its path.
fn contents(all: &[Compiled]) -> Vec<(String, String)> {
    let texts = all.iter().flat_map(|one| one.compilation.sources.iter());
    texts.map(|(_, path, text)| (path.to_owned(), text.to_owned())).collect()
}

/// Waits until something has changed, and then until nothing more changes.
fn wait(events: &Receiver<notify::Result<Event>>) -> Result<(), Failure> {
    loop {
        let event = events.recv().map_err(|_| ended())?;
        if event.is_ok_and(|event| is_change(&event)) {
            while events.recv_timeout(SETTLED).is_ok() {}
            return Ok(());
        }
    }
}

/// Whether an event may have changed a text: reading one does not.
fn is_change(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other => true,
    }
}

fn failed(cause: &notify::Error) -> Failure {
    Failure::not_done(format!("cannot watch for changes: {cause}"), "build without `--watch`")
}

fn ended() -> Failure {
    Failure::not_done("changes can no longer be watched for", "begin again")
}
