//! Makes a module of each schema, and a function that knows them all by name.
//!
//! The variable `CASES` names a folder with a folder for each case, in which `reply.schema.json` stands.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use typify::{TypeSpace, TypeSpaceSettings};

fn main() -> Result<(), Box<dyn Error>> {
    let cases = env::var("CASES")?;
    println!("cargo::rerun-if-env-changed=CASES");
    println!("cargo::rerun-if-changed={cases}");
    let mut folders = fs::read_dir(cases)?.map(|it| Ok(it?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    folders.sort();
    let (mut modules, mut arms) = (String::new(), String::new());
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let schema = serde_json::from_str(&fs::read_to_string(folder.join("reply.schema.json"))?)?;
        let (title, types) = types(schema).map_err(|fault| format!("{name}: {fault}"))?;
        writeln!(modules, "#[allow(dead_code)]\npub mod {name} {{\n{types}\n}}")?;
        writeln!(arms, "        \"{name}\" => crate::read_and_write::<{name}::{title}>(replies),")?;
    }
    let written_back = format!(
        "pub fn written_back(name: &str, replies: &str) -> Result<String, serde_json::Error> {{
    match name {{
{arms}        _ => Ok(String::new()),
    }}
}}"
    );
    let out = Path::new(&env::var("OUT_DIR")?).join("cases.rs");
    Ok(fs::write(out, format!("{modules}\n{written_back}\n"))?)
}

/// The name of the type of replies, and all types.
fn types(schema: schemars::schema::RootSchema) -> Result<(String, String), Box<dyn Error>> {
    let title = schema.schema.metadata.as_ref().and_then(|it| it.title.clone()).ok_or("the schema has no title")?;
    let mut space = TypeSpace::new(&TypeSpaceSettings::default());
    space.add_root_schema(schema)?;
    Ok((title, prettyplease::unparse(&syn::parse2(space.to_stream())?)))
}
