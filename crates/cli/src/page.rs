//! A page in Markdown as a terminal shows it. The pages are this project's own and keep to headings, paragraphs and blocks of
//! text in the language.

use clap::builder::styling::{AnsiColor, Style};

/// How far a block of text in the language stands from the margin.
const INDENTATION: &str = "    ";

/// The page in at most `width` columns; texts in the language are as wide as they are.
pub(crate) fn render(page: &str, width: usize) -> String {
    let mut shown = Vec::new();
    let mut paragraph = String::new();
    let mut in_block = false;
    for line in page.lines() {
        let is_text = !in_block && !line.is_empty() && !line.starts_with(['#', '`']);
        if is_text {
            paragraph.push_str(line);
            paragraph.push(' ');
            continue;
        }
        shown.extend(wrap(&std::mem::take(&mut paragraph), width));
        if let Some(about) = line.strip_prefix("```") {
            in_block = !in_block;
            shown.extend(file_name(about));
        } else if in_block {
            shown.push(format!("{INDENTATION}{line}").trim_end().to_owned());
        } else {
            shown.push(heading(line));
        }
    }
    shown.extend(wrap(&paragraph, width));
    shown.join("\n") + "\n"
}

/// A heading; an empty line stays one.
fn heading(line: &str) -> String {
    let words = line.trim_start_matches('#').trim();
    let style = Style::new().bold();
    if words.is_empty() { String::new() } else { format!("{style}{words}{style:#}") }
}

/// The file that a block shows, where a page shows several.
fn file_name(about: &str) -> Option<String> {
    let name = about.split_whitespace().find_map(|word| word.strip_prefix("file="))?;
    let style = AnsiColor::Cyan.on_default();
    Some(format!("  {style}{name}{style:#}"))
}

/// `text` in lines of at most `width` characters, broken where it has blanks.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_becomes_lines() {
        let page =
            "# a-code\n\nError, files\n\nOne two three\nfour.\n\n## Example\n\n```enq file=a.enq\nnote \"x\"\n```\n";
        let bold = Style::new().bold();
        let cyan = AnsiColor::Cyan.on_default();
        let expected = format!(
            "{bold}a-code{bold:#}\n\nError, files\n\nOne two\nthree four.\n\n{bold}Example{bold:#}\n\n  {cyan}a.enq{cyan:#}\n    note \"x\"\n"
        );
        assert_eq!(render(page, 12), expected);
    }
}
