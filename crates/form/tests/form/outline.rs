//! A document as an outline in plain words, so that a snapshot can be read like the printed page.

use enquire_form::document::*;

/// One line for each thing that is printed, indented as it nests.
pub(crate) fn outline(document: &Document) -> String {
    let mut outline = Outline::default();
    outline.blocks(&document.blocks, 0);
    for footnote in &document.footnotes {
        outline.add(0, "footnote", format!("{} {}", footnote.mark, prose(&footnote.text)));
    }
    outline.lines.join("\n")
}

#[derive(Default)]
struct Outline {
    lines: Vec<String>,
}

impl Outline {
    fn add(&mut self, depth: usize, kind: &str, words: impl AsRef<str>) {
        self.lines.push(format!("{}{kind}: {}", "  ".repeat(depth), words.as_ref()));
    }

    fn maybe(&mut self, depth: usize, kind: &str, line: Option<&Line>) {
        if let Some(line) = line {
            self.add(depth, kind, line.plain());
        }
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            self.block(block, depth);
        }
    }

    fn block(&mut self, block: &Block, depth: usize) {
        match block {
            Block::Masthead(head) => {
                self.maybe(depth, "kicker", head.kicker.as_ref());
                self.maybe(depth, "symbol", head.symbol.as_ref());
                self.add(depth, "title", head.title.plain());
                self.maybe(depth, "status", head.status.as_ref());
            }
            Block::Facts(facts) => facts.iter().for_each(|it| self.add(depth, &it.label.plain(), prose(&it.value))),
            Block::Contents(title) => self.add(depth, "contents", title.plain()),
            Block::Heading(heading) => {
                let number = heading.number.as_deref().unwrap_or("-");
                self.add(depth, &format!("heading {}", heading.level), format!("{number} {}", heading.text.plain()));
                self.maybe(depth, "cites", heading.cites.as_ref());
            }
            Block::Text(text) => self.add(depth, "text", prose(text)),
            Block::Paragraph(it) => self.add(depth, &it.number, prose(&it.text)),
            Block::Note(note) => self.add(depth, &note.label.as_ref().unwrap().plain(), prose(&note.text)),
            Block::Definitions(all) => all.iter().for_each(|it| self.add(depth, &it.term.plain(), prose(&it.means))),
            Block::Question(question) => self.question(question, depth),
            Block::Group(group) => {
                self.add(depth, "group", group.condition.words.plain());
                self.blocks(&group.blocks, depth + 1);
            }
            Block::Panel(panel) => {
                self.add(depth, "panel", panel.title.plain());
                self.fields(&panel.fields, depth + 1);
            }
            Block::Outcome(it) => self.add(depth, "outcome", format!("{} {}", it.label.plain(), it.rule.plain())),
            Block::Table(table) => self.table(table, depth),
            Block::Chart(chart) => self.add(depth, "chart", chart.caption.plain()),
            Block::PageStart => self.add(depth, "page", "starts"),
        }
    }

    fn question(&mut self, it: &Question, depth: usize) {
        self.maybe(depth, "condition", it.condition.as_ref());
        self.add(depth, "question", format!("{} {}", it.number.as_deref().unwrap_or("-"), prose(&it.wording)));
        let depth = depth + 1;
        self.maybe(depth, "required", it.required.as_ref());
        self.maybe(depth, "cites", it.cites.as_ref());
        self.maybe(depth, "instruction", it.instruction.as_ref());
        self.answer(&it.answer, depth);
        if let Some(instead) = &it.instead {
            self.choices(instead, depth);
        }
        it.skips.iter().for_each(|line| self.add(depth, "skip", line.plain()));
        it.remarks.iter().for_each(|line| self.add(depth, "remark", line.plain()));
        self.maybe(depth, "room", it.attachments.as_ref().map(|room| &room.label));
        self.maybe(depth, "room", it.comment.as_ref().map(|room| &room.label));
        self.blocks(&it.inner, depth);
    }

    fn fields(&mut self, fields: &[Field], depth: usize) {
        for field in fields {
            self.add(depth, "field", field.label.plain());
            self.answer(&field.answer, depth + 1);
        }
    }

    fn answer(&mut self, answer: &AnswerBox, depth: usize) {
        match answer {
            AnswerBox::Choices(choices) => self.choices(choices, depth),
            AnswerBox::Ranking(places) => places.iter().for_each(|it| self.add(depth, &it.key, it.label.plain())),
            AnswerBox::Input(input) => self.input(input, depth),
            AnswerBox::Fields(fields) => self.fields(fields, depth),
            AnswerBox::Entries(entries) => {
                for entry in entries {
                    self.add(depth, "entry", entry.title.plain());
                    self.fields(&entry.fields, depth + 1);
                }
            }
            AnswerBox::Table(table) => self.table(table, depth),
        }
    }

    fn choices(&mut self, choices: &Choices, depth: usize) {
        for group in &choices.groups {
            self.maybe(depth, "under", group.under.as_ref());
            let ticks = group.options.iter().map(|tick| format!("{} ({})", tick.label.plain(), tick.code));
            self.add(depth, &format!("{:?} {}", choices.shape, choices.key), ticks.collect::<Vec<_>>().join(", "));
        }
    }

    fn input(&mut self, input: &Input, depth: usize) {
        let hint = input.hint.as_ref().map(|line| format!(", {}", line.plain())).unwrap_or_default();
        self.add(depth, &input.key, format!("{:?}{hint}", input.kind));
    }

    fn table(&mut self, table: &Table, depth: usize) {
        let columns: Vec<String> = table.columns.iter().map(|it| it.label.plain()).collect();
        self.add(depth, "table", format!("{} | {}", table.stub.plain(), columns.join(" | ")));
        for row in &table.rows {
            let cells: Vec<String> = [&row.head].into_iter().chain(&row.cells).map(cell).collect();
            self.add(depth + 1, if row.total { "total" } else { "row" }, cells.join(" | "));
        }
        table.notes.iter().for_each(|line| self.add(depth, "note", line.plain()));
    }
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Words(line) | Cell::Noted(line, _) => line.plain(),
        Cell::Answer { answer, mark } => {
            let AnswerBox::Input(input) = &**answer else { return "?".to_owned() };
            if mark.is_some() { format!("{} and mark", input.key) } else { input.key.clone() }
        }
        Cell::Blank(label) => format!("[{label}]"),
    }
}

pub(crate) fn prose(prose: &[Passage]) -> String {
    prose.iter().map(passage).collect::<Vec<_>>().join(" / ")
}

fn passage(passage: &Passage) -> String {
    match passage {
        Passage::Paragraph(line) => line.plain(),
        Passage::List { items, .. } => {
            items.iter().map(|item| format!("* {}", self::prose(item))).collect::<Vec<_>>().join(" ")
        }
    }
}
