//! The `enq` blocks of the documents.
//!
//! A block that declares no instrument stands for one put after [`HEADER`]. Words behind `enq` say more of it:
//!
//! ```text
//! file=NAME     it is the file NAME, beside those of the blocks before under the same heading; the first may have no name
//! bytes         \xFF in it stands for the byte FF
//! size=N        it is taken to have N bytes
//! unreadable    it cannot be read
//! error=CODE    it shows this mistake
//! ```

use std::path::Path;

use enquire::Unread;
use enquire::diagnostics::FileId;
use enquire::syntax::view::Item;
use enquire::syntax::{DeclarationKind, parse};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::place::{files_under, project};
use crate::texts::Texts;

/// What a block without an instrument is put after.
pub(crate) const HEADER: &str = r#"instrument example version 1.0.0 {
  title       "Example"
  languages   en
  asks        member_states
  period      2004 to 2007
  nonresponse not_known "Information not available"
}
"#;

/// One block, or several that are the files of one folder.
#[derive(Debug)]
pub(crate) struct Sample {
    /// The page it stands on, from the root of the project.
    pub(crate) page: String,
    /// The line on which it begins.
    pub(crate) line: usize,
    /// The heading it stands under.
    pub(crate) heading: String,
    /// Its files.
    pub(crate) texts: Texts,
    /// The mistake it shows.
    pub(crate) error: Option<String>,
}

impl Sample {
    /// Its page and line.
    pub(crate) fn name(&self) -> String {
        format!("{}:{}", self.page, self.line)
    }
}

/// Every sample of the documents, in the order of the pages.
pub(crate) fn samples() -> Vec<Sample> {
    let mut pages = files_under(&project("docs"), "md");
    pages.extend(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(project).into_iter().filter(|it| it.exists()));
    pages.iter().flat_map(|it| on_page(it)).collect()
}

fn on_page(path: &Path) -> Vec<Sample> {
    let page = path.strip_prefix(project("")).unwrap().display().to_string();
    let text = std::fs::read_to_string(path).unwrap();
    let mut samples: Vec<Sample> = Vec::new();
    let mut heading = String::new();
    let mut events = Parser::new(&text).into_offset_iter();
    while let Some((event, range)) = events.next() {
        if let Event::Start(Tag::Heading { .. }) = event {
            heading = text_of(&mut events);
        } else if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = event {
            let Some(block) = Block::of(&info, text_of(&mut events)) else {
                continue;
            };
            let same_heading = samples.last_mut().filter(|it| it.heading == heading);
            if let Some(before) = same_heading.filter(|it| block.belongs_to(it)) {
                block.add_to(before);
            } else {
                let line = 1 + text.bytes().take(range.start).filter(|it| *it == b'\n').count();
                samples.push(block.sample(&page, line, &heading));
            }
        }
    }
    samples
}

/// The text of the heading or block that has begun.
pub(crate) fn text_of<'t, R>(events: &mut impl Iterator<Item = (Event<'t>, R)>) -> String {
    let mut text = String::new();
    for (event, _) in events {
        if let Event::Text(part) | Event::Code(part) = event {
            text.push_str(&part);
        } else if matches!(event, Event::End(TagEnd::Heading(_) | TagEnd::CodeBlock)) {
            break;
        }
    }
    text
}

/// A block as it stands in the page.
struct Block {
    file: Option<String>,
    contents: Result<Vec<u8>, Unread>,
    error: Option<String>,
}

impl Block {
    /// The block behind the fence with `info`, if it is of the language.
    fn of(info: &str, text: String) -> Option<Self> {
        let mut words = info.split_whitespace();
        if words.next()? != "enq" {
            return None;
        }
        let mut block = Self { file: None, contents: Ok(text.into_bytes()), error: None };
        for word in words {
            match word.split_once('=').unwrap_or((word, "")) {
                ("file", name) => block.file = Some(name.to_owned()),
                ("error", code) => block.error = Some(code.to_owned()),
                ("size", size) => block.contents = Err(Unread::TooLarge(size.parse().unwrap())),
                ("unreadable", "") => block.contents = Err(Unread::Unreadable("permission denied".to_owned())),
                ("bytes", "") => block.contents = block.contents.map(|it| with_bytes(&it)),
                _ => panic!("`{word}` behind `enq` says nothing"),
            }
        }
        Some(block)
    }

    fn belongs_to(&self, sample: &Sample) -> bool {
        self.file.as_ref().is_some_and(|file| !sample.texts.contains(file))
    }

    fn add_to(self, sample: &mut Sample) {
        sample.texts.insert(&self.file.unwrap(), self.contents);
    }

    fn sample(self, page: &str, line: usize, heading: &str) -> Sample {
        let mut sample = Sample {
            page: page.to_owned(),
            line,
            heading: heading.to_owned(),
            texts: Texts::default(),
            error: self.error.clone(),
        };
        if self.file.is_some() {
            self.add_to(&mut sample);
        } else {
            sample.texts = as_instrument(&String::from_utf8(self.contents.unwrap()).unwrap());
        }
        sample
    }
}

/// A block without a file name, made a whole instrument.
pub(crate) fn as_instrument(text: &str) -> Texts {
    let declares = |kind| {
        let mut items = parse(FileId(0), text).root().items();
        items.any(|it| matches!(it, Item::Declaration(it) if it.kind() == kind))
    };
    let mut texts = Texts::default();
    if declares(DeclarationKind::Instrument) {
        texts.insert("instrument.enq", Ok(text.into()));
    } else if declares(DeclarationKind::Library) || declares(DeclarationKind::Standard) {
        texts.insert("instrument.enq", Ok(format!("{HEADER}use \"block.enq\"\n").into()));
        texts.insert("block.enq", Ok(text.into()));
    } else {
        texts.insert("instrument.enq", Ok(format!("{HEADER}{text}").into()));
    }
    texts
}

/// The bytes with `\xFF` replaced by the byte it stands for.
fn with_bytes(text: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(text).unwrap();
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(digits, 16).unwrap());
        bytes.extend_from_slice(rest.as_bytes());
    }
    bytes
}
