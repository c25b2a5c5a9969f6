//! Lines and passages.

use enquire_form::document::{Line, Passage, Run};

use super::Markdown;

/// A line with its markup.
pub(crate) fn line(line: &Line) -> String {
    line.0.iter().map(run).collect()
}

fn run(run: &Run) -> String {
    match run {
        Run::Words(words) => escaped(words),
        Run::Emphasis(inner) => format!("*{}*", line(inner)),
        Run::Strong(inner) => format!("**{}**", line(inner)),
        Run::Reference { words, anchor } | Run::Term { words, anchor } => format!("[{}](#{anchor})", escaped(words)),
        Run::Blank(label) => blank(label),
        Run::Mark { mark, .. } => format!("[^{mark}]"),
        Run::Alternatives(all) => {
            all.iter().map(|inner| format!("\\[{}\\]", line(inner))).collect::<Vec<_>>().join(" ")
        }
        Run::Link(address) => format!("<{address}>"),
        Run::Break => "\\\n".to_owned(),
    }
}

/// A blank: it reads the same whether or not it is rendered, since no link of that name is defined.
pub(crate) fn blank(label: &str) -> String {
    format!("[{}]", escaped(label))
}

/// Words in which nothing is markup.
pub(crate) fn escaped(words: &str) -> String {
    let mut written = String::new();
    for character in words.chars() {
        if matches!(character, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '|' | '#' | '&') {
            written.push('\\');
        }
        written.push(character);
    }
    written
}

impl Markdown<'_> {
    pub(crate) fn prose(&mut self, prose: &[Passage]) {
        for passage in prose {
            match passage {
                Passage::Paragraph(words) => self.add(&line(words)),
                Passage::List { ordered, items } => {
                    let start = self.text.len();
                    for (index, item) in items.iter().enumerate() {
                        let marker = if *ordered { format!("{}. ", index + 1) } else { "- ".to_owned() };
                        self.item(&marker, |writer| writer.prose(item));
                    }
                    // Items of one paragraph each stand close together.
                    if items.iter().all(|item| matches!(item.as_slice(), [Passage::Paragraph(_)])) {
                        let close = self.text.split_off(start).replace("\n\n", "\n");
                        self.text.push_str(&close);
                        self.text.push('\n');
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authors_words_are_never_markup() {
        assert_eq!(escaped("a_b *c* [d] <e> #1 x|y"), "a\\_b \\*c\\* \\[d\\] \\<e\\> \\#1 x\\|y");
    }
}
