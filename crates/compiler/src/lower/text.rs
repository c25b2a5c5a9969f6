//! Texts: the markup that every output can carry.
//!
//! Insertions in braces, footnote marks and bracketed alternatives are taken out first and stand in the text as private
//! characters while a `CommonMark` parser reads the rest.

use enquire_diagnostics::codes::{MISSING_VALUE, MISSING_WORDING, UNDEFINED_NAME, UNSUPPORTED_MARKUP};
use enquire_diagnostics::{Diagnostic, FileId, Span};
use enquire_model::{Block, Inline, Name, ProvisionRef, Reference, Text};
use enquire_syntax::view::{Clause, TextView, span_of};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::clauses::Contents;
use super::cursor::Cursor;
use super::env::Argument;
use super::{Kind, Lower};
use crate::suggest;

/// The private characters that stand for insertions: the first of them, and how many there are.
const FIRST_MARK: u32 = 0xF_0000;
const MOST_MARKS: usize = 0xFFFD;

impl Lower<'_> {
    /// A clause of one text.
    pub(super) fn text_clause(&mut self, clause: &Clause, contents: &Contents) -> Option<Text> {
        let mut cursor = self.cursor(clause);
        let text = self.text_value(&mut cursor);
        self.finish(cursor, contents);
        text
    }

    /// The next value as a text.
    pub(super) fn text_value(&mut self, cursor: &mut Cursor) -> Option<Text> {
        let Some((file, view)) = cursor.text() else {
            self.missing_value(cursor, "write a text in quotation marks");
            return None;
        };
        Some(self.text_in(file, &view))
    }

    /// The words of a declaration or option, which cannot be empty.
    pub(super) fn words_of(&mut self, view: &TextView) -> Text {
        let text = self.text(view);
        if text.is_empty() {
            let span = span_of(self.file, view.range());
            self.report(
                Diagnostic::new(&MISSING_WORDING, span, "there are no words between these marks")
                    .with_help("write the words that are printed"),
            );
        }
        text
    }

    /// The text of `view`, which stands in the file at hand.
    pub(super) fn text(&mut self, view: &TextView) -> Text {
        self.text_in(self.file, view)
    }

    fn text_in(&mut self, file: FileId, view: &TextView) -> Text {
        let span = span_of(file, view.range());
        let source = self.fill(&view.value());
        self.read_text(source, view.is_block(), span)
    }

    /// A text of the given words, written at `span`. Only a text block has paragraphs and lists.
    fn read_text(&mut self, source: String, is_block: bool, span: Span) -> Text {
        let mut reader = Reader { lower: self, span, inserted: Vec::new(), renamed: Vec::new() };
        let mut marked = reader.take_out(&source);
        if !is_block {
            marked = one_line(&marked);
        }
        let blocks = reader.blocks(&marked);
        // A translator sees the ids that the instrument has, not those that the pattern wrote.
        let source = reader.renamed.iter().fold(source, |text, (written, meant)| text.replace(written, meant));
        Text { source, blocks, place: Self::place(span) }
    }

    /// `text` with the values of text parameters put in.
    pub(super) fn fill(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for (name, argument) in &sorted(&self.env.parameters) {
            if let Argument::Text(value) = argument {
                filled = filled.replace(&format!("{{{name}}}"), value);
            }
        }
        filled
    }
}

fn sorted(parameters: &rustc_hash::FxHashMap<String, Argument>) -> Vec<(&String, &Argument)> {
    let mut all: Vec<_> = parameters.iter().collect();
    all.sort_by_key(|(name, _)| name.as_str());
    all
}

/// `text` so that what it begins with is not taken for the mark of a list, heading or quotation.
fn one_line(text: &str) -> String {
    let trimmed = text.trim_start();
    let digits = trimmed.chars().take_while(char::is_ascii_digit).count();
    let (before, after) = trimmed.split_at_checked(digits).unwrap_or((trimmed, ""));
    let is_mark = match after.chars().next() {
        Some('.' | ')') => digits > 0,
        Some('-' | '+' | '*' | '#' | '>' | '~' | '=' | '_') => digits == 0 && !is_emphasis(after),
        _ => false,
    };
    if is_mark { format!("{before}\\{after}") } else { trimmed.to_owned() }
}

/// Whether `text` begins with a mark of emphasis, which stands close to its words.
fn is_emphasis(text: &str) -> bool {
    let words = text.trim_start_matches(['*', '_']);
    words.len() < text.len() && words.starts_with(|first: char| !first.is_whitespace())
}

struct Reader<'r, 'l> {
    lower: &'r mut Lower<'l>,
    span: Span,
    /// What the private characters stand for.
    inserted: Vec<Option<Inline>>,
    /// Insertions whose id a pattern writes without its prefix, and how they are in full.
    renamed: Vec<(String, String)>,
}

impl Reader<'_, '_> {
    /// `text` with insertions, footnote marks and alternatives replaced by private characters.
    fn take_out(&mut self, text: &str) -> String {
        let mut result = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let taken = match next {
                '\\' => {
                    let escaped = rest.chars().take(2).map(char::len_utf8).sum();
                    result.push_str(rest.get(..escaped).unwrap_or_default());
                    escaped
                }
                '{' => self.bracketed(rest, "{", "}", &mut result, Self::insertion),
                '[' if rest.starts_with("[[") => self.bracketed(rest, "[[", "]]", &mut result, Self::alternatives),
                '[' if rest.starts_with("[^") => self.bracketed(rest, "[^", "]", &mut result, Self::footnote),
                other => {
                    result.push(other);
                    other.len_utf8()
                }
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
        result
    }

    /// Takes out what stands at the beginning of `rest` between `open` and `close`; gives the bytes taken.
    fn bracketed(
        &mut self,
        rest: &str,
        open: &str,
        close: &str,
        result: &mut String,
        read: fn(&mut Self, &str) -> Option<Inline>,
    ) -> usize {
        let inner = rest.get(open.len()..).unwrap_or_default();
        let Some(end) = inner.find(close).filter(|_| self.inserted.len() < MOST_MARKS) else {
            self.lower.report(
                Diagnostic::new(
                    &UNSUPPORTED_MARKUP,
                    self.find(rest.lines().next().unwrap_or(open)),
                    format!("`{open}` is opened in this text and not closed"),
                )
                .with_help(format!(
                    "write `{close}` where it ends, or `\\{}` for the mark itself",
                    open.get(..1).unwrap_or(open)
                )),
            );
            result.push('\\');
            result.push_str(open);
            return open.len();
        };
        let content = inner.get(..end).unwrap_or_default();
        let inline = read(self, content);
        let mark = FIRST_MARK + u32::try_from(self.inserted.len()).unwrap_or(0);
        result.extend(char::from_u32(mark));
        self.inserted.push(inline);
        open.len() + end + close.len()
    }

    /// What stands in braces.
    fn insertion(&mut self, content: &str) -> Option<Inline> {
        let written = format!("{{{content}}}");
        let span = self.find(&written);
        let (word, rest) = content.trim().split_once(char::is_whitespace).unwrap_or((content.trim(), ""));
        let rest = rest.trim();
        let name = |text: &str| Name::new(text, Lower::place(span));
        let referred = self.lower.env.referred(rest);
        if matches!(word, "question" | "section" | "answer") && referred != rest {
            self.renamed.push((written.clone(), format!("{{{word} {referred}}}")));
        }
        match word {
            "question" if !rest.is_empty() => Some(Inline::Reference(Reference::Question(name(&referred)))),
            "section" if !rest.is_empty() => Some(Inline::Reference(Reference::Section(name(&referred)))),
            "answer" if !rest.is_empty() => Some(Inline::Answer(name(&referred))),
            "blank" if !rest.is_empty() => Some(Inline::Blank(rest.to_owned())),
            "term" if !rest.is_empty() => {
                let (term, form) = rest
                    .split_once(':')
                    .map_or((rest, None), |(term, form)| (term.trim(), Some(form.trim().to_owned())));
                self.lower.out.used.mark(Kind::Term, term);
                Some(Inline::Reference(Reference::Term { term: name(term), form }))
            }
            "provision" => self.provision(rest, span),
            parameter if rest.is_empty() && self.lower.env.is_parameter(parameter) => None,
            _ => {
                self.unknown_insertion(word, rest, span);
                None
            }
        }
    }

    fn provision(&mut self, rest: &str, span: Span) -> Option<Inline> {
        let Some((standard, number)) = rest.split_once(char::is_whitespace) else {
            self.unknown_insertion("provision", "", span);
            return None;
        };
        let number = number.trim();
        self.lower.check_provision(standard, number, span).then(|| {
            Inline::Reference(Reference::Provision {
                standard: Name::new(standard, Lower::place(span)),
                provision: ProvisionRef(number.to_owned()),
            })
        })
    }

    fn unknown_insertion(&mut self, word: &str, rest: &str, span: Span) {
        let kinds = ["question", "section", "answer", "term", "provision", "blank"];
        let finding = if kinds.contains(&word) {
            Diagnostic::new(&MISSING_VALUE, span, format!("this does not say which {word} is meant"))
                .with_help("write a kind of insertion and what is meant: `{question redress}`, `{term victim}`, `{provision declaration 6(a)}`")
        } else {
            let parameters = self.lower.env.parameters.keys().map(String::as_str);
            let message = if rest.is_empty() {
                format!("no parameter is called `{word}` here")
            } else {
                format!("there is no insertion `{word}`")
            };
            Diagnostic::new(&UNDEFINED_NAME, span, message).with_help(suggest::help(
                word,
                parameters.chain(kinds),
                "insertions are `{question ID}`, `{section ID}`, `{answer ID}`, `{term ID}` and `{provision NAME NUMBER}`",
            ))
        };
        self.lower.report(finding.with_note("for a brace itself write `\\{`"));
    }

    #[expect(clippy::unnecessary_wraps, reason = "insertions that are not understood give nothing")]
    fn footnote(&mut self, content: &str) -> Option<Inline> {
        let name = content.trim();
        self.lower.footnotes.insert(name.to_owned());
        let span = self.find(&format!("[^{content}]"));
        Some(Inline::Footnote(Name::new(name, Lower::place(span))))
    }

    #[expect(clippy::unnecessary_wraps, reason = "insertions that are not understood give nothing")]
    fn alternatives(&mut self, content: &str) -> Option<Inline> {
        let all = content.split('|').map(|part| {
            let marked = self.take_out(part.trim());
            self.blocks(&marked).into_iter().flat_map(line_of).collect()
        });
        Some(Inline::Alternatives(all.collect()))
    }

    /// The place of `part` in the text, or of the whole text if it came in through a parameter.
    fn find(&self, part: &str) -> Span {
        let written = self.lower.sources.text(self.span.file);
        let text = written.get(self.span.start as usize..self.span.end as usize).unwrap_or_default();
        let Some(at) = text.find(part) else { return self.span };
        let start = self.span.start + u32::try_from(at).unwrap_or(0);
        Span::new(self.span.file, start, start + u32::try_from(part.len()).unwrap_or(0))
    }

    /// The blocks of a text whose insertions have been taken out.
    fn blocks(&mut self, marked: &str) -> Vec<Block> {
        let mut assembly = Assembly { open: vec![Open::Blocks(Vec::new())] };
        let mut unsupported = None;
        for event in Parser::new_ext(marked, Options::empty()) {
            if let Err(markup) = assembly.event(event, self) {
                unsupported = unsupported.or(Some(markup));
            }
        }
        if let Some(markup) = unsupported {
            self.lower.report(
                Diagnostic::new(&UNSUPPORTED_MARKUP, self.span, format!("a text cannot hold {markup}"))
                    .with_help("texts are paragraphs, lists, `*emphasis*`, `**strong emphasis**` and `<https://...>`; put `\\` before a mark that is meant as itself"),
            );
        }
        assembly.finish()
    }

    /// Plain words with their private characters turned into what they stand for.
    fn words(&mut self, text: &str) -> Vec<Inline> {
        let mut parts = Vec::new();
        let mut words = String::new();
        for character in text.chars() {
            let index = u32::from(character).checked_sub(FIRST_MARK).and_then(|it| usize::try_from(it).ok());
            match index.and_then(|it| self.inserted.get(it)) {
                Some(inserted) => {
                    if !words.is_empty() {
                        parts.push(Inline::Words(std::mem::take(&mut words)));
                    }
                    parts.extend(inserted.clone());
                }
                None => words.push(character),
            }
        }
        if !words.is_empty() {
            parts.push(Inline::Words(words));
        }
        parts
    }
}

fn line_of(block: Block) -> Vec<Inline> {
    match block {
        Block::Paragraph(line) => line,
        Block::List { items, .. } => items.into_iter().flatten().flat_map(line_of).collect(),
    }
}

/// Whether a link leads where a reader expects: to a page or a letter, never to a program.
fn is_address(link: &str) -> bool {
    let link = link.to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme))
}

/// A part of a text that is being put together.
enum Open {
    Blocks(Vec<Block>),
    Line(Vec<Inline>),
    List(bool, Vec<Vec<Block>>),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Link(String),
}

/// Blocks put together from the events of the `CommonMark` parser.
struct Assembly {
    open: Vec<Open>,
}

impl Assembly {
    /// Takes in one event.
    ///
    /// # Errors
    /// What it is called, if outputs cannot carry it. Its words are kept.
    fn event(&mut self, event: Event<'_>, reader: &mut Reader<'_, '_>) -> Result<(), &'static str> {
        match event {
            Event::Start(tag) => return self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                let parts = reader.words(&text);
                self.add(parts);
            }
            Event::SoftBreak => self.add(vec![Inline::Words(" ".to_owned())]),
            Event::HardBreak => self.add(vec![Inline::Break]),
            Event::Code(text) => {
                self.add(vec![Inline::Words(text.to_string())]);
                return Err("code");
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                self.add(vec![Inline::Words(text.to_string())]);
                return Err("HTML");
            }
            Event::Rule => return Err("a rule across the page"),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                return Err("this mark");
            }
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>) -> Result<(), &'static str> {
        match tag {
            Tag::Paragraph => self.open.push(Open::Line(Vec::new())),
            Tag::List(first) => self.open_block(Open::List(first.is_some(), Vec::new())),
            Tag::Item => self.open.push(Open::Blocks(Vec::new())),
            Tag::Emphasis => self.open.push(Open::Emphasis(Vec::new())),
            Tag::Strong => self.open.push(Open::Strong(Vec::new())),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.open.push(Open::Link(format!("mailto:{dest_url}")));
            }
            Tag::Link { link_type: LinkType::Autolink, dest_url, .. } if is_address(&dest_url) => {
                self.open.push(Open::Link(dest_url.to_string()));
            }
            Tag::Link { link_type: LinkType::Autolink, .. } => {
                return Err("an address that does not begin with `https://`, `http://` or `mailto:`");
            }
            Tag::Heading { .. } => {
                self.open.push(Open::Line(Vec::new()));
                return Err("a heading");
            }
            Tag::CodeBlock(_) => {
                self.open.push(Open::Line(Vec::new()));
                return Err("code");
            }
            Tag::Link { .. } => return Err("a link with words of its own"),
            Tag::Image { .. } => return Err("an image"),
            Tag::BlockQuote(_) => return Err("a quotation block"),
            Tag::HtmlBlock => {
                self.open.push(Open::Line(Vec::new()));
                return Err("HTML");
            }
            Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => return Err("this mark"),
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) {
        let closes = matches!(
            tag,
            TagEnd::Paragraph
                | TagEnd::List(_)
                | TagEnd::Item
                | TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Heading(_)
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock
        ) || matches!((tag, self.open.last()), (TagEnd::Link, Some(Open::Link(_))));
        if !closes {
            return;
        }
        // A line that was begun outside a paragraph ends with what holds it.
        if matches!(tag, TagEnd::Item) && matches!(self.open.last(), Some(Open::Line(_))) {
            self.close();
        }
        self.close();
    }

    /// Words outside a paragraph, as in a list whose items are single lines, begin a line of their own.
    fn add(&mut self, parts: Vec<Inline>) {
        match self.open.last_mut() {
            Some(Open::Line(line) | Open::Emphasis(line) | Open::Strong(line)) => line.extend(parts),
            // The words of a bare address are the address.
            Some(Open::Link(_)) => {}
            Some(Open::Blocks(_) | Open::List(..)) | None => self.open.push(Open::Line(parts)),
        }
    }

    fn open_block(&mut self, block: Open) {
        if matches!(self.open.last(), Some(Open::Line(_))) {
            self.close();
        }
        self.open.push(block);
    }

    fn close(&mut self) {
        let Some(closed) = self.open.pop() else { return };
        match closed {
            Open::Line(line) => self.block(Block::Paragraph(line)),
            Open::List(ordered, items) => self.block(Block::List { ordered, items }),
            Open::Emphasis(line) => self.add(vec![Inline::Emphasis(line)]),
            Open::Strong(line) => self.add(vec![Inline::Strong(line)]),
            Open::Link(address) => self.add(vec![Inline::Link(address)]),
            Open::Blocks(blocks) => match self.open.last_mut() {
                Some(Open::List(_, items)) => items.push(blocks),
                Some(Open::Blocks(outer)) => outer.extend(blocks),
                Some(Open::Line(_) | Open::Emphasis(_) | Open::Strong(_) | Open::Link(_)) | None => {
                    self.open.push(Open::Blocks(blocks));
                }
            },
        }
    }

    fn block(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(Open::Blocks(blocks)) => blocks.push(block),
            Some(Open::List(_, items)) => items.push(vec![block]),
            Some(Open::Line(_) | Open::Emphasis(_) | Open::Strong(_) | Open::Link(_)) | None => {}
        }
    }

    fn finish(mut self) -> Vec<Block> {
        while self.open.len() > 1 {
            self.close();
        }
        match self.open.pop() {
            Some(Open::Blocks(blocks)) => blocks,
            _ => Vec::new(),
        }
    }
}
