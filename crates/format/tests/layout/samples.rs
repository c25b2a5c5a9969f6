//! Every text in the language that this project has: files, and blocks of its documentation.

use std::fs;
use std::path::{Path, PathBuf};

/// A text and where it is from.
pub(crate) struct Sample {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// All `.enq` files and all `enq` blocks of the documentation, in the order of their names.
pub(crate) fn samples() -> Vec<Sample> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut paths = Vec::new();
    for folder in ["crates", "docs", "examples", "tests"] {
        collect(&root.join(folder), &mut paths);
    }
    paths.sort();
    paths.iter().flat_map(|path| read(&root, path)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else {
            paths.push(path);
        }
    }
}

fn read(root: &Path, path: &Path) -> Vec<Sample> {
    let ending = path.extension().and_then(|it| it.to_str());
    let name = path.strip_prefix(root).unwrap_or(path).display();
    match (ending, fs::read_to_string(path)) {
        (Some("enq"), Ok(text)) => vec![Sample { name: name.to_string(), text }],
        (Some("md"), Ok(page)) => blocks(&page)
            .into_iter()
            .enumerate()
            .map(|(index, text)| Sample { name: format!("{name}, block {}", index + 1), text })
            .collect(),
        (_, Ok(_) | Err(_)) => Vec::new(),
    }
}

/// The insides of the `enq` blocks of a page.
fn blocks(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<String> = None;
    for line in page.lines() {
        match &mut open {
            Some(_) if line.starts_with("```") => found.extend(open.take()),
            Some(block) => block.extend([line, "\n"]),
            None if line.starts_with("```enq") => open = Some(String::new()),
            None => {}
        }
    }
    found
}
