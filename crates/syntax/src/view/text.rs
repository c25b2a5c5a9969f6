//! Texts in quotation marks and text blocks.

use rowan::TextRange;

use crate::{SyntaxKind, Token};

/// The quotation marks of word processors.
const CURLY_MARKS: &str = "“”„‟«»「」";

/// A text in quotation marks, or a text block.
#[derive(Debug, Clone)]
pub struct TextView(Token);

impl TextView {
    pub(crate) fn is_text(kind: SyntaxKind) -> bool {
        matches!(
            kind,
            SyntaxKind::Text
                | SyntaxKind::TextBlock
                | SyntaxKind::CurlyText
                | SyntaxKind::UnclosedText
                | SyntaxKind::UnclosedTextBlock
        )
    }

    /// The view of `token`, if it is a text.
    pub fn of(token: Token) -> Option<Self> {
        Self::is_text(token.kind()).then_some(Self(token))
    }

    /// Where it stands, quotation marks included.
    pub fn range(&self) -> TextRange {
        self.0.text_range()
    }

    /// Whether it is a block between `"""` lines.
    pub fn is_block(&self) -> bool {
        matches!(self.0.kind(), SyntaxKind::TextBlock | SyntaxKind::UnclosedTextBlock)
    }

    /// Whether its closing mark is missing.
    pub fn is_unclosed(&self) -> bool {
        matches!(self.0.kind(), SyntaxKind::UnclosedText | SyntaxKind::UnclosedTextBlock)
    }

    /// The text as its author meant it: without marks, with `\"` and `\\` resolved; of a block without its common indentation.
    pub fn value(&self) -> String {
        let written = self.0.text();
        if self.is_block() {
            let inner = written.strip_prefix("\"\"\"").unwrap_or(written);
            without_indentation(inner.strip_suffix("\"\"\"").unwrap_or(inner))
        } else {
            if self.0.kind() == SyntaxKind::CurlyText {
                return written.trim_matches(|mark| CURLY_MARKS.contains(mark)).to_owned();
            }
            let inner = written.strip_prefix('"').unwrap_or(written);
            let inner = if self.is_unclosed() { inner.trim_end() } else { inner.strip_suffix('"').unwrap_or(inner) };
            unescaped(inner)
        }
    }
}

fn unescaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.clone().next() {
                Some(next @ ('"' | '\\')) => {
                    result.push(next);
                    characters.next();
                }
                // Other marks after a backslash are the markup's.
                _ => result.push('\\'),
            },
            other => result.push(other),
        }
    }
    result
}

/// The lines of `text` without the blanks that all of them begin with, and without empty lines at both ends.
///
/// Indentation is made of what the grammar calls blanks. The wide space that begins a paragraph of Chinese is part of the text.
fn without_indentation(text: &str) -> String {
    let lines: Vec<&str> = lines(text).collect();
    let common = lines
        .iter()
        .enumerate()
        // What follows the opening marks on their own line has no indentation.
        .filter(|(index, line)| *index > 0 && !line.trim().is_empty())
        .map(|(_, line)| line.chars().take_while(|it| is_blank(*it)).count())
        .min()
        .unwrap_or(0);
    let shortened: Vec<&str> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| if index == 0 { line.trim_start_matches(is_blank) } else { after(line, common) })
        .map(str::trim_end)
        .collect();
    shortened.join("\n").trim_matches('\n').to_owned()
}

/// The lines of `text`, which end as the grammar's lines do: a lone carriage return ends one too.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).flat_map(|line| line.split('\r'))
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{A0}')
}

/// `line` without its first `count` characters, which are blanks.
fn after(line: &str, count: usize) -> &str {
    let mut rest = line.chars();
    rest.by_ref().take(count).take_while(|it| it.is_whitespace()).for_each(drop);
    rest.as_str()
}
