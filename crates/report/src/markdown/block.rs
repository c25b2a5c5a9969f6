//! Blocks other than tables and rooms for answers.

use enquire_form::document::{
    Block, Chart, Definition, Fact, Group, Heading, Line, Masthead, Note, Outcome, Panel, Paragraph, Source,
};

use super::Markdown;
use super::line::{escaped, line};

impl Markdown<'_> {
    pub(crate) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Masthead(masthead) => self.masthead(masthead),
            Block::Facts(facts) => self.facts(facts),
            Block::Contents(title) => self.contents(title),
            Block::Heading(heading) => self.heading(heading),
            Block::Text(prose) => self.prose(prose),
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Note(note) => self.note(note),
            Block::Definitions(definitions) => definitions.iter().for_each(|definition| self.definition(definition)),
            Block::Question(question) => self.question(question),
            Block::Group(group) => self.group(group),
            Block::Panel(panel) => self.panel(panel),
            Block::Outcome(outcome) => self.outcome(outcome),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::PageStart => {}
        }
    }

    fn masthead(&mut self, masthead: &Masthead) {
        let over: Vec<String> = [&masthead.kicker, &masthead.symbol].into_iter().flatten().map(line).collect();
        if !over.is_empty() {
            self.add(&over.join(" · "));
        }
        self.add(&format!("# {}", line(&masthead.title)));
        for under in &masthead.under {
            self.add(&line(under));
        }
        if let Some(status) = &masthead.status {
            self.add(&format!("**{}**", line(status)));
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
            let label = format!("**{}:** ", line(&fact.label));
            self.labelled("- ", &label, |writer| writer.prose(&fact.value));
        }
    }

    fn contents(&mut self, title: &Line) {
        self.add(&format!("## {}", line(title)));
        let headings = self.document.blocks.iter().skip_while(|block| !matches!(block, Block::Contents(_)));
        let mut items = Vec::new();
        for block in headings {
            if let Block::Heading(Heading { level: level @ 0..=2, number, text, anchor, .. }) = block {
                let indent = if *level == 2 { "  " } else { "" };
                items.push(format!("{indent}- [{}{}](#{anchor})", numbered(number.as_deref()), escaped(&text.plain())));
            }
        }
        self.add(&items.join("\n"));
    }

    fn heading(&mut self, heading: &Heading) {
        let level = "#".repeat(usize::from(heading.level.clamp(1, 5)) + 1);
        let words = format!("{}{}", numbered(heading.number.as_deref()), line(&heading.text));
        self.add(&format!("<a id=\"{}\"></a>", heading.anchor));
        self.add(&format!("{level} {words}"));
        self.small(heading.cites.as_ref());
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let anchor = format!("<a id=\"{}\"></a>", paragraph.anchor);
        self.labelled(&format!("{}. ", paragraph.number), &anchor, |writer| {
            writer.prose(&paragraph.text);
            writer.sources(&paragraph.sources);
        });
    }

    /// What something draws on, in small print.
    pub(crate) fn sources(&mut self, sources: &[Source]) {
        if sources.is_empty() {
            return;
        }
        let all: Vec<String> = sources.iter().map(|source| line(&source.words)).collect();
        self.add(&format!("*{} {}*", escaped(&self.document.furniture.sources), all.join("; ")));
    }

    /// Small print, if there is any.
    pub(crate) fn small(&mut self, words: Option<&Line>) {
        if let Some(words) = words {
            self.add(&format!("*{}*", line(words)));
        }
    }

    fn note(&mut self, note: &Note) {
        let start = self.text.len();
        if let Some(label) = &note.label {
            self.add(&format!("**{}**", line(label)));
        }
        self.prose(&note.text);
        let written = self.text.split_off(start);
        let quoted: Vec<String> = written.trim_end().lines().map(|line| format!("> {line}")).collect();
        self.add(&quoted.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n"));
    }

    fn definition(&mut self, definition: &Definition) {
        self.add(&format!("<a id=\"{}\"></a>**{}**", definition.anchor, line(&definition.term)));
        self.prose(&definition.means);
        if let Some((label, excludes)) = &definition.excludes {
            self.add(&format!("*{}*", line(label)));
            self.prose(excludes);
        }
        self.small(definition.source.as_ref());
    }

    fn group(&mut self, group: &Group) {
        self.add(&format!("**{}**", line(&group.condition.words)));
        self.blocks(&group.blocks);
    }

    fn panel(&mut self, panel: &Panel) {
        if !panel.title.is_empty() {
            self.add(&format!("**{}**", line(&panel.title)));
        }
        self.small(panel.guidance.as_ref());
        self.fields(&panel.fields);
    }

    fn outcome(&mut self, outcome: &Outcome) {
        let label = format!("<a id=\"{}\"></a>**{}** {}", outcome.anchor, line(&outcome.label), line(&outcome.rule));
        self.add(&label);
        self.input(&outcome.input);
    }

    /// A chart is a table of its bars: a picture has no place in a text.
    fn chart(&mut self, chart: &Chart) {
        self.add(&format!("<a id=\"{}\"></a>**{}**", chart.anchor, line(&chart.caption)));
        let mut rows = vec![format!("| | {} |", line(&chart.axis)), "|---|---:|".to_owned()];
        for bar in &chart.bars {
            let value = bar.value.map_or_else(|| "[ ]".to_owned(), |value| value.to_string());
            rows.push(format!("| {} | {value} |", line(&bar.label)));
        }
        self.add(&rows.join("\n"));
        for note in &chart.notes {
            self.small(Some(note));
        }
        self.sources(&chart.sources);
    }

    pub(crate) fn footnotes(&mut self) {
        for footnote in &self.document.footnotes {
            let marker = format!("[^{}]: ", footnote.mark);
            let start = self.text.len();
            // Continued footnotes are moved in by four spaces, however wide the mark.
            self.indent = 4;
            self.prose(&footnote.text);
            self.indent = 0;
            let written = self.text.split_off(start);
            self.text.push_str(&marker);
            self.text.push_str(written.trim_start());
        }
    }
}

/// A number with its full stop and a space; nothing if there is none. The full stop is escaped, or it would begin a list.
pub(crate) fn numbered(number: Option<&str>) -> String {
    match number {
        Some(number) if number.ends_with(')') => format!("{number} "),
        Some(number) => format!("{number}. "),
        None => String::new(),
    }
}
