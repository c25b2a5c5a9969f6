//! Reads replies with the types that typify makes of their schemas, and writes them back: `typify CASES OUT`.
//!
//! `CASES` holds `replies.ndjson` in a folder for each case; what is written back becomes `OUT/CASE.ndjson`.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use serde::Serialize;
use serde::de::DeserializeOwned;

mod cases {
    include!(concat!(env!("OUT_DIR"), "/cases.rs"));
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [cases, out] = arguments.as_slice() else { return Err("typify CASES OUT".into()) };
    fs::create_dir_all(out)?;
    for folder in fs::read_dir(cases)? {
        let folder = folder?;
        let name = folder.file_name().to_string_lossy().into_owned();
        let replies = fs::read_to_string(folder.path().join("replies.ndjson"))?;
        let written = cases::written_back(&name, &replies).map_err(|fault| format!("{name}: {fault}"))?;
        fs::write(Path::new(out).join(format!("{name}.ndjson")), written)?;
    }
    Ok(())
}

/// Every line of `replies`, as the type writes it.
fn read_and_write<Reply: DeserializeOwned + Serialize>(replies: &str) -> Result<String, serde_json::Error> {
    let read = replies.lines().map(serde_json::from_str::<Reply>);
    read.map(|it| serde_json::to_string(&it?).map(|line| line + "\n")).collect()
}
