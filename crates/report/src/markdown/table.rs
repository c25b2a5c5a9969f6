//! Tables with pipes.

use enquire_form::document::{AnswerBox, Cell, Line, Passage, Table};

use super::Markdown;
use super::line::{blank, line};

impl Markdown<'_> {
    pub(crate) fn table(&mut self, table: &Table) {
        let anchor = format!("<a id=\"{}\"></a>", table.anchor);
        match &table.caption {
            Some(caption) => self.add(&format!("{anchor}**{}**", line(caption))),
            None => self.add(&anchor),
        }
        self.small(table.headnote.as_ref());
        let mut rows = vec![row(&heads(table)), rule(table)];
        for it in &table.rows {
            let head =
                if it.total { format!("**{}**", cell(&it.head)) } else { anchored(it.anchor.as_deref(), &it.head) };
            let cells: Vec<String> = [head].into_iter().chain(it.cells.iter().map(cell)).collect();
            rows.push(row(&cells));
        }
        self.add(&rows.join("\n"));
        for note in &table.notes {
            self.small(Some(note));
        }
        self.sources(&table.sources);
    }
}

/// The heads of all columns. A head over several columns is said with each of them, since cells cannot be joined.
fn heads(table: &Table) -> Vec<String> {
    let over = table.spanners.iter().flat_map(|spanner| {
        std::iter::repeat_n(&spanner.label, usize::try_from(spanner.columns).unwrap_or(usize::MAX))
    });
    let over: Vec<&Line> = over.take(table.columns.len()).collect();
    let columns = table.columns.iter().enumerate().map(|(index, column)| {
        let label = match over.get(index).filter(|label| !label.is_empty()) {
            Some(label) => format!("{}: {}", line(label), line(&column.label)),
            None => line(&column.label),
        };
        let note = column.guidance.as_deref().map(|prose| format!(" ({})", in_one(prose))).unwrap_or_default();
        format!("{label}{note}")
    });
    [line(&table.stub)].into_iter().chain(columns).collect()
}

fn rule(table: &Table) -> String {
    let columns = table.columns.iter().map(|column| if column.figures { "---:|" } else { "---|" });
    format!("|---|{}", columns.collect::<String>())
}

fn row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn anchored(anchor: Option<&str>, head: &Cell) -> String {
    let anchor = anchor.map(|anchor| format!("<a id=\"{anchor}\"></a>")).unwrap_or_default();
    format!("{anchor}{}", cell(head))
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Words(words) => line(words),
        Cell::Noted(words, note) => format!("{} ({})", line(words), in_one(note)),
        Cell::Answer { answer, .. } => match &**answer {
            AnswerBox::Choices(choices) => {
                let options = choices.groups.iter().flat_map(|group| &group.options);
                options.map(|tick| format!("☐ {}", line(&tick.label))).collect::<Vec<_>>().join(" ")
            }
            AnswerBox::Ranking(_)
            | AnswerBox::Input(_)
            | AnswerBox::Fields(_)
            | AnswerBox::Entries(_)
            | AnswerBox::Table(_) => String::new(),
        },
        Cell::Blank(label) => blank(label),
    }
}

/// Passages on one line.
fn in_one(prose: &[Passage]) -> String {
    let passage = |passage: &Passage| match passage {
        Passage::Paragraph(words) => line(words),
        Passage::List { items, .. } => items.iter().map(|item| in_one(item)).collect::<Vec<_>>().join("; "),
    };
    prose.iter().map(passage).collect::<Vec<_>>().join(" ")
}
