//! From a folder or file to the texts that make up one instrument.

use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

use enquire_diagnostics::codes::{
    EMPTY_FILE, FILE_NOT_FOUND, FILE_TOO_LARGE, IMPORT_CYCLE, NO_INSTRUMENT, TWO_INSTRUMENTS, UNKNOWN_STANDARD,
    UNREADABLE_FILE, UNUSED_FILE,
};
use enquire_diagnostics::{Diagnostic, Diagnostics, FileId, Sources, Span};
use enquire_syntax::view::{Clause, Declaration, Item, TextView, Value, span_of};
use enquire_syntax::{DeclarationKind, Parse};

use crate::suggest;
use crate::world::{MOST_BYTES, Shipped, Unread, World};

/// Whose words a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The author's.
    Own,
    /// A library's, shipped or the author's: not everything in it need be used.
    Library,
}

/// An item and the file it stands in.
#[derive(Debug, Clone)]
pub(crate) struct Located<T> {
    pub(crate) file: FileId,
    pub(crate) origin: Origin,
    pub(crate) value: T,
}

/// A standard that the instrument uses, and what it calls it.
#[derive(Debug)]
pub(crate) struct UsedStandard {
    pub(crate) alias: String,
    pub(crate) span: Span,
    pub(crate) symbol: String,
}

/// Everything that was read for one instrument.
#[derive(Debug, Default)]
pub(crate) struct Program {
    /// Declarations and clauses outside any block, with those of used files in the places of their `use`.
    pub(crate) items: Vec<Located<Item>>,
    /// The instrument's own declaration.
    pub(crate) instrument: Option<Located<Declaration>>,
    /// Standards declared anywhere, by symbol.
    pub(crate) standards: FxHashMap<String, Located<Declaration>>,
    /// The standards it uses.
    pub(crate) uses: Vec<UsedStandard>,
    /// The files that were read, with what was found in each.
    pub(crate) parses: Vec<Parse>,
    /// Files with mistakes of form: what may follow from them is not reported.
    pub(crate) broken: FxHashSet<FileId>,
    /// Whether a `use` led nowhere, so that names may be missing that nobody forgot.
    pub(crate) lost_uses: bool,
}

/// Reads the instrument whose root file is `root`, or which the world's folder holds if there is none.
pub(crate) fn load(world: &dyn World, root: Option<&str>, sources: &mut Sources, found: &mut Diagnostics) -> Program {
    let mut loader = Loader {
        world,
        sources,
        found,
        program: Program::default(),
        files: FxHashMap::default(),
        faults: BTreeMap::new(),
        open: Vec::new(),
    };
    match root {
        Some(path) => loader.root_file(path),
        None => loader.folder(),
    }
    loader.program
}

struct Loader<'a> {
    world: &'a dyn World,
    sources: &'a mut Sources,
    found: &'a mut Diagnostics,
    program: Program,
    /// The files read, by path.
    files: FxHashMap<String, Parse>,
    /// The files that could not be read, by path, with what is still to be said of each.
    faults: BTreeMap<String, Option<Unread>>,
    /// The paths of the files whose `use` led here, outermost first.
    open: Vec<String>,
}

impl Loader<'_> {
    fn folder(&mut self) {
        let paths = self.world.files();
        if paths.is_empty() {
            let file = self.sources.add(".", "");
            self.found.push(
                Diagnostic::new(&NO_INSTRUMENT, Span::new(file, 0, 0), "this folder holds no `.enq` file")
                    .with_help("name a folder or file with an instrument, or begin one with `enquire new`"),
            );
            return;
        }
        let mut roots = Vec::new();
        let mut first = None;
        for path in &paths {
            let Some(parse) = self.read(path, None) else { continue };
            first = first.or_else(|| Some(parse.file()));
            roots.extend(instrument_of(&parse).map(|it| (path.clone(), parse.file(), it)));
        }
        // Of two instruments the one in the usual place counts as the first.
        roots.sort_by_key(|(path, ..)| path != "instrument.enq");
        let Some((path, ..)) = roots.first().cloned() else {
            self.report_unread_and_unused();
            // A file that could not be read may have held it.
            if !self.found.has_errors() {
                let file = first.unwrap_or_default();
                self.found.push(
                    Diagnostic::new(
                        &NO_INSTRUMENT,
                        Span::new(file, 0, 0),
                        "no file of this folder declares an instrument",
                    )
                    .with_help("one of its files has to begin `instrument my_instrument version 1.0.0 {`"),
                );
            }
            return;
        };
        self.report_second(&roots);
        self.follow(&path, Origin::Own);
        self.report_unread_and_unused();
        for unused in paths.iter().filter(|it| !roots.iter().any(|(root, ..)| root == *it)) {
            self.report_unused(unused);
        }
    }

    fn report_second(&mut self, roots: &[(String, FileId, Declaration)]) {
        let Some(((_, file, first), others)) = roots.split_first() else { return };
        for (_, other, declaration) in others {
            self.found.push(
                Diagnostic::new(
                    &TWO_INSTRUMENTS,
                    span_of(*other, declaration.keyword()),
                    "this folder holds a second instrument",
                )
                .with_label(span_of(*file, first.keyword()), "the first is here")
                .with_help("give each instrument a folder of its own, or name the file that is meant"),
            );
        }
    }

    fn report_unused(&mut self, path: &str) {
        let Some(parse) = self.files.get(path) else { return };
        if self.program.parses.iter().any(|it| it.file() == parse.file()) || parse.root().is_empty() {
            return;
        }
        self.found.push(
            Diagnostic::new(&UNUSED_FILE, Span::new(parse.file(), 0, 0), format!("no file uses `{path}`"))
                .with_help(format!("add `use \"{path}\"` to the file with the instrument, or delete the file")),
        );
    }

    fn root_file(&mut self, path: &str) {
        let Some(parse) = self.read(path, None) else { return self.report_unread_and_unused() };
        self.follow(path, Origin::Own);
        if self.program.instrument.is_none() && !self.found.has_errors() && parse.findings().is_empty() {
            self.found.push(
                Diagnostic::new(&NO_INSTRUMENT, Span::new(parse.file(), 0, 0), "this file declares no instrument")
                    .with_help("name the file that begins with `instrument`, or the folder it stands in"),
            );
        }
    }

    /// Reads and parses the file at `path`, once. What cannot be read is reported where it is used, if it is.
    fn read(&mut self, path: &str, used: Option<Span>) -> Option<Parse> {
        if let Some(parse) = self.files.get(path) {
            return Some(parse.clone());
        }
        if let Some(known) = self.faults.get_mut(path) {
            let fault = known.take_if(|_| used.is_some());
            self.report_unread(path, fault.as_ref(), used);
            return None;
        }
        match self.world.read(path) {
            Ok(bytes) => {
                // The text is stored before it is judged, so that findings have a file to point at.
                let file = self.sources.add(path, String::from_utf8_lossy(&bytes));
                match enquire_syntax::decode(file, &bytes) {
                    Ok(text) => Some(self.parse(path, file, text)),
                    Err(finding) => {
                        self.found.push(*finding);
                        self.faults.insert(path.to_owned(), None);
                        None
                    }
                }
            }
            Err(fault) => {
                self.report_unread(path, Some(&fault).filter(|_| used.is_some()), used);
                self.faults.insert(path.to_owned(), Some(fault).filter(|_| used.is_none()));
                None
            }
        }
    }

    fn report_unread(&mut self, path: &str, fault: Option<&Unread>, used: Option<Span>) {
        let Some(fault) = fault else { return };
        let span = used.unwrap_or_else(|| Span::new(self.sources.add(path, ""), 0, 0));
        self.found.push(unread(path, fault, span));
    }

    /// Reports the files that could not be read and that nothing uses.
    fn report_unread_and_unused(&mut self) {
        for (path, fault) in std::mem::take(&mut self.faults) {
            self.report_unread(&path, fault.as_ref(), None);
        }
    }

    fn parse(&mut self, path: &str, file: FileId, text: &str) -> Parse {
        let parse = enquire_syntax::parse(file, text);
        for finding in parse.findings() {
            self.found.push(finding.clone());
        }
        if !parse.findings().is_empty() {
            self.program.broken.insert(file);
        }
        if parse.root().is_empty() {
            self.found.push(
                Diagnostic::new(&EMPTY_FILE, Span::new(file, 0, 0), format!("`{path}` is empty"))
                    .with_help("begin an instrument with `enquire new`, or delete the file"),
            );
        }
        self.files.insert(path.to_owned(), parse.clone());
        parse
    }

    /// Takes over the items of a file that was read, and of those it uses.
    fn follow(&mut self, path: &str, origin: Origin) {
        let Some(parse) = self.files.get(path).cloned() else { return };
        let items: Vec<Item> = parse.root().items().collect();
        let origin = if items.iter().any(is_library) { Origin::Library } else { origin };
        self.open.push(path.to_owned());
        self.program.parses.push(parse.clone());
        for item in items {
            self.item(Located { file: parse.file(), origin, value: item });
        }
        self.open.pop();
    }

    fn item(&mut self, item: Located<Item>) {
        match &item.value {
            Item::Declaration(it) if it.kind() == DeclarationKind::Library => {}
            Item::Declaration(it) if it.kind() == DeclarationKind::Instrument => {
                self.instrument(item.file, item.origin, it);
            }
            Item::Declaration(it) if it.kind() == DeclarationKind::Standard => {
                let symbol = it.wording().map(|text| text.value()).unwrap_or_default();
                let located = Located { file: item.file, origin: item.origin, value: it.clone() };
                self.program.standards.entry(symbol).or_insert(located);
            }
            Item::Clause(it) if it.word().is_some_and(|word| word.text() == "use") => self.use_clause(item.file, it),
            Item::Clause(it) => {
                // What begins like nothing that stands here may be a misspelt `use`.
                let word = it.word();
                self.program.lost_uses |= word.is_some_and(|word| !crate::lower::stands_outside(word.text()));
                self.program.items.push(item);
            }
            Item::Declaration(_) => self.program.items.push(item),
        }
    }

    fn instrument(&mut self, file: FileId, origin: Origin, declaration: &Declaration) {
        match &self.program.instrument {
            Some(first) => {
                let first = span_of(first.file, first.value.keyword());
                self.found.push(
                    Diagnostic::new(
                        &TWO_INSTRUMENTS,
                        span_of(file, declaration.keyword()),
                        "this is a second instrument",
                    )
                    .with_label(first, "the first is here")
                    .with_help("an instrument has one header; delete one of them"),
                );
            }
            None => self.program.instrument = Some(Located { file, origin, value: declaration.clone() }),
        }
    }

    /// Reads a `use` clause, and notes if it led nowhere.
    fn use_clause(&mut self, file: FileId, clause: &Clause) {
        let before = self.found.len();
        self.follow_use(file, clause);
        self.program.lost_uses |= self.found.len() > before;
    }

    /// `use "file.enq"`, `use library NAME`, `use standard "SYMBOL" as NAME`.
    fn follow_use(&mut self, file: FileId, clause: &Clause) {
        let values = clause.values();
        let span = span_of(file, clause.range());
        match values.as_slice() {
            [Value::Text(path)] => self.use_file(file, path),
            [Value::Word(word), Value::Word(name)] if word.text() == "library" => {
                self.use_library(name.text(), span_of(file, name.range()));
            }
            [Value::Word(word), Value::Text(symbol), rest @ ..] if word.text() == "standard" => {
                let alias = match rest {
                    [Value::Word(as_word), Value::Word(alias)] if as_word.text() == "as" => Some(alias),
                    _ => None,
                };
                match alias {
                    Some(alias) => self.use_standard(
                        &symbol.value(),
                        span_of(file, symbol.range()),
                        alias.text(),
                        span_of(file, alias.range()),
                    ),
                    None => self.misused(
                        span,
                        "a standard needs a short name, such as `use standard \"A/RES/40/34\" as declaration`",
                    ),
                }
            }
            _ => {
                self.misused(span, "write `use \"file.enq\"`, `use library NAME` or `use standard \"SYMBOL\" as NAME`");
            }
        }
    }

    fn misused(&mut self, span: Span, help: &str) {
        if !self.program.broken.contains(&span.file) {
            self.found.push(
                Diagnostic::new(&enquire_diagnostics::codes::UNKNOWN_VALUE, span, "this does not say what to use")
                    .with_help(help),
            );
        }
    }

    fn use_file(&mut self, file: FileId, path: &TextView) {
        let span = span_of(file, path.range());
        let Some(target) = beside(self.sources.path(file), &path.value()) else {
            self.found.push(
                Diagnostic::new(&FILE_NOT_FOUND, span, "this path leaves the folder where libraries may stand")
                    .with_help("a path is relative to the file it is written in"),
            );
            return;
        };
        if self.open.contains(&target) {
            self.found.push(
                Diagnostic::new(&IMPORT_CYCLE, span, format!("`{target}` uses this file, directly or through others"))
                    .with_note(format!("the circle: {} → {target}", self.open.join(" → ")))
                    .with_help("move what both need into a third file"),
            );
            return;
        }
        let known =
            self.files.get(&target).is_some_and(|it| self.program.parses.iter().any(|read| read.file() == it.file()));
        if !known && self.read(&target, Some(span)).is_some() {
            self.follow(&target, Origin::Own);
        }
    }

    fn use_library(&mut self, name: &str, span: Span) {
        let Some(shipped) = self.world.library(name) else {
            let help = suggest::help(name, self.world.libraries(), "`enquire explain libraries` lists those there are");
            self.found.push(
                Diagnostic::new(&UNKNOWN_STANDARD, span, format!("no library is called `{name}`")).with_help(help),
            );
            return;
        };
        self.shipped(shipped);
    }

    fn use_standard(&mut self, symbol: &str, span: Span, alias: &str, alias_span: Span) {
        if !self.program.standards.contains_key(symbol) {
            if let Some(shipped) = self.world.standard(symbol) {
                self.shipped(shipped);
            } else {
                let help =
                    suggest::help(symbol, self.world.standards(), "`enquire explain standards` lists those there are");
                self.found.push(
                    Diagnostic::new(&UNKNOWN_STANDARD, span, format!("no catalogue holds the standard `{symbol}`"))
                        .with_help(help)
                        .with_help("a standard of your own is declared with `standard \"SYMBOL\" { ... }` in a file used before"),
                );
            }
        }
        self.program.uses.push(UsedStandard { alias: alias.to_owned(), span: alias_span, symbol: symbol.to_owned() });
    }

    fn shipped(&mut self, shipped: Shipped) {
        if !self.files.contains_key(shipped.path) {
            let file = self.sources.add(shipped.path, shipped.text);
            self.parse(shipped.path, file, shipped.text);
            self.follow(shipped.path, Origin::Library);
        }
    }
}

fn unread(path: &str, fault: &Unread, span: Span) -> Diagnostic {
    match fault {
        Unread::NotFound => Diagnostic::new(&FILE_NOT_FOUND, span, format!("there is no `{path}`"))
            .with_help("check how the name is spelled; a path is relative to the file it is written in"),
        Unread::Unreadable(reason) => {
            Diagnostic::new(&UNREADABLE_FILE, span, format!("`{path}` cannot be read: {reason}"))
                .with_help("check that it is a file and that you may read it")
        }
        Unread::TooLarge(size) => Diagnostic::new(
            &FILE_TOO_LARGE,
            span,
            format!("`{path}` has {size} bytes, more than the {MOST_BYTES} that are read"),
        )
        .with_help("divide the instrument into several files, or check that this is the right file"),
    }
}

fn instrument_of(parse: &Parse) -> Option<Declaration> {
    parse.root().items().find_map(|item| match item {
        Item::Declaration(it) if it.kind() == DeclarationKind::Instrument => Some(it),
        Item::Declaration(_) | Item::Clause(_) => None,
    })
}

fn is_library(item: &Item) -> bool {
    matches!(item, Item::Declaration(it) if it.kind() == DeclarationKind::Library)
}

/// The path `target`, written in the file at `from`, from the instrument's folder. It may climb out of the folder.
fn beside(from: &str, target: &str) -> Option<String> {
    if target.starts_with('/') || target.contains('\\') || target.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|it| *it != "..") => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    Some(parts.join("/"))
}
