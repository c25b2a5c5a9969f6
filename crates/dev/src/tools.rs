//! What the outside checks need. Whatever is missing is installed, in the version that the project asks for.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::project::{self, at, built};
use crate::run::{cargo, printed, program, run};

const CARGO_INSTA: &str = "1.49.0";

/// The program `cargo-insta`: the user's own if it is of the version asked for.
pub(crate) fn cargo_insta() -> Result<Command, Failure> {
    let own = built("cargo-insta/bin/cargo-insta");
    for found in [PathBuf::from("cargo-insta"), own.clone()] {
        let version = printed(program(&found).args(["insta", "--version"]));
        if version.is_some_and(|it| it.contains(CARGO_INSTA)) {
            return Ok(program(found));
        }
    }
    let mut install = cargo();
    install
        .args(["install", "--locked", "--version", CARGO_INSTA, "--root"])
        .arg(built("cargo-insta"))
        .arg("cargo-insta");
    run(&mut install).map_err(|it| it.advising("see that crates.io can be reached"))?;
    Ok(program(own))
}

/// The browser Chromium.
pub(crate) fn chromium() -> Result<PathBuf, Failure> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let usual = ["chromium", "chromium-browser", "google-chrome"].map(PathBuf::from);
    let found =
        |candidates: &[PathBuf]| candidates.iter().find(|it| printed(program(it).arg("--version")).is_some()).cloned();
    if let Some(browser) = found(named.as_slice()).or_else(|| found(&usual)) {
        return in_path(browser);
    }
    let advice = "install the browser Chromium, or name one in the variable CHROMIUM";
    install_by_apt(&["chromium"], advice)?;
    let installed = found(&usual).ok_or_else(|| Failure::new("Chromium does not start", advice))?;
    in_path(installed)
}

/// The program that runs what is written in Java.
pub(crate) fn java() -> Result<Command, Failure> {
    let advice = "install Java, such as the package default-jre-headless of Debian";
    found_or_installed("java", "-version", &["default-jre-headless"], advice)
}

/// The compiler of Java.
pub(crate) fn javac() -> Result<Command, Failure> {
    let advice = "install a development kit of Java, 17 or later, such as the package default-jdk-headless of Debian";
    found_or_installed("javac", "-version", &["default-jdk-headless"], advice)
}

/// Where the package libnewtonsoft-json5.0-cil puts the library that C# reads JSON with.
pub(crate) const NEWTONSOFT_JSON: &str = "/usr/lib/cli/Newtonsoft.Json-5.0";

/// The compiler of C# of Mono, with its runtime and Newtonsoft.Json.
pub(crate) fn mcs() -> Result<Command, Failure> {
    let advice = "install the packages mono-mcs, mono-runtime and libnewtonsoft-json5.0-cil of Debian";
    let packages = ["mono-mcs", "mono-runtime", "libnewtonsoft-json5.0-cil"];
    if !Path::new(NEWTONSOFT_JSON).is_dir() {
        install_by_apt(&packages, advice)?;
    }
    found_or_installed("mcs", "--version", &packages, advice)
}

/// A program that answers to `question`; if there is none, the packages are installed that have it.
fn found_or_installed(name: &str, question: &str, packages: &[&str], advice: &str) -> Result<Command, Failure> {
    let starts = || printed(program(name).arg(question)).is_some();
    if !starts() {
        install_by_apt(packages, advice)?;
    }
    if starts() { Ok(program(name)) } else { Err(Failure::new(format!("{name} does not start"), advice)) }
}

fn install_by_apt(packages: &[&str], advice: &str) -> Result<(), Failure> {
    let apt = |arguments: &[&str]| {
        let mut command = program("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut command).map_err(|it| it.advising(advice))
    };
    apt(&["update"])?;
    apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

/// The path of a program that was called by its name: other tools want the whole of it.
fn in_path(program: PathBuf) -> Result<PathBuf, Failure> {
    if program.is_absolute() {
        return Ok(program);
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let mut candidates = std::env::split_paths(&folders).map(|it| it.join(&program));
    candidates.find(|it| it.is_file()).ok_or_else(|| {
        Failure::new(format!("{} is not in PATH", program.display()), "name it in the variable CHROMIUM")
    })
}

/// The packages of `tests/conformance/package-lock.json`, in that folder.
pub(crate) fn node_packages() -> Result<(), Failure> {
    let mut install = program("npm");
    install.args(["ci", "--no-audit", "--no-fund"]).current_dir(at("tests/conformance"));
    run(&mut install)
        .map_err(|it| it.advising("install node 20 and npm, and see that the registry of npm can be reached"))
}

/// Python with the packages of a list with fixed versions, such as `tests/conformance/requirements.txt`.
#[derive(Debug)]
pub(crate) struct Python {
    packages: PathBuf,
}

impl Python {
    /// Installs the packages into a folder of their own, which needs no more than pip.
    pub(crate) fn with(requirements: &str) -> Result<Self, Failure> {
        let packages = built("python").join(requirements.replace(['/', '.'], "_"));
        let wanted = at(requirements);
        let wanted = fs::read_to_string(&wanted).map_err(|cause| Failure::of_path(&wanted, &cause))?;
        let installed = packages.join("installed.txt");
        if fs::read_to_string(&installed).ok().as_ref() != Some(&wanted) {
            // What an earlier list left there is of no use.
            let _ = fs::remove_dir_all(&packages);
            let mut install = program("python3");
            install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-warn-conflicts"]);
            install.args(["--root-user-action", "ignore", "--requirement", requirements, "--target"]).arg(&packages);
            run(&mut install).map_err(|it| it.advising("install python3 and pip, and see that PyPI can be reached"))?;
            project::write(&installed, &wanted)?;
        }
        Ok(Self { packages })
    }

    /// The interpreter, which finds the packages.
    pub(crate) fn command(&self) -> Command {
        let mut command = program("python3");
        command.env("PYTHONPATH", &self.packages);
        command
    }

    /// A file that came with the packages.
    pub(crate) fn file(&self, path: &str) -> PathBuf {
        self.packages.join(path)
    }
}
