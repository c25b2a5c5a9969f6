//! Tables: rows of cells, each with a value and what is said of it.

use enquire_model::{Answer, Cells, Column, Mark, RowSource, Table};
use serde_json::{Map, Value as Json, json};

use super::choice::wanted;
use super::{Given, Scene, Telling, Values, word};

/// How many rows are added where the author sets no bound.
const USUAL: usize = 3;

/// A cell, with the words for *other* that stand beside it.
type CellGiven = (Map<String, Json>, Option<String>);

impl Values<'_> {
    /// A table in which some cells are blank.
    pub(super) fn table(&self, question: &str, table: &Table, scene: &mut Scene) -> Option<Given> {
        let names = self.rows(question, table, scene);
        let full = scene.dice.between(50, 100);
        let sure = scene.dice.place(names.len());
        let mut rows = Vec::new();
        for (at, name) in names.into_iter().enumerate() {
            let mut row = Map::new();
            let mut blank = true;
            for (column, answer) in answered(table) {
                let wanted = scene.dice.chance(full) || (at == sure && blank);
                if let Some(cell) = wanted.then(|| self.cell(question, table, column, answer, scene)).flatten() {
                    put(&mut row, column, cell);
                    blank = false;
                }
            }
            rows.push((name, row));
        }
        let is_blank = rows.iter().all(|(_, row)| row.is_empty());
        let added = matches!(table.rows, RowSource::Added { .. });
        let comment = (table.comment && scene.dice.chance(15)).then(|| word::phrase(&mut scene.dice));
        (!is_blank || (added && !rows.is_empty())).then(|| whole(table, rows, comment))
    }

    /// The codes of the rows, or the names of some that are added.
    fn rows(&self, question: &str, table: &Table, scene: &mut Scene) -> Vec<String> {
        let choices = match &table.rows {
            RowSource::Fixed(choices) => choices.as_slice(),
            RowSource::Scale(scale) => self.scale(scale.as_str()).map_or(&[][..], |scale| &scale.choices),
            RowSource::Added { count, .. } => {
                let least = wanted(count.least).max(1);
                let most = count.most.map_or(least.max(USUAL), |it| it as usize).min(least.max(USUAL)).max(least);
                let near: Vec<u32> = self.constants.counts(question).iter().flat_map(|it| [*it, it + 1]).collect();
                let near: Vec<usize> = near.into_iter().map(|it| it as usize).filter(|it| *it <= 1_000).collect();
                let chosen = if scene.dice.chance(30) { scene.dice.one(&near).copied() } else { None };
                let drawn = usize::try_from(scene.dice.between(least as u64, most as u64)).unwrap_or(least);
                let largest = count.most.map_or(usize::MAX, |it| it as usize);
                return added_names(chosen.unwrap_or(drawn).clamp(least, largest.max(least)));
            }
        };
        choices.iter().map(|choice| choice.code.to_string()).collect()
    }

    fn cell(
        &self,
        question: &str,
        table: &Table,
        column: &Column,
        answer: &Answer,
        scene: &mut Scene,
    ) -> Option<CellGiven> {
        let mark = if scene.dice.chance(12) { scene.dice.one(&table.marks).copied() } else { None };
        if let Some(mark) = mark.filter(|mark| !has_value(*mark)) {
            return Some((Map::from_iter([("mark".to_owned(), mark.code().into())]), None));
        }
        let given = self.random((question, Some(column.id.as_str())), answer, scene)?;
        Some(filled(given, mark))
    }

    /// Tables that together have every telling answer of every column, every mark, and as few and as many rows as there may be.
    pub(super) fn telling_tables(&self, question: &str, table: &Table, scene: &mut Scene) -> Vec<Telling> {
        let columns: Vec<(&Column, Vec<(String, CellGiven)>)> = answered(table)
            .map(|(column, answer)| (column, self.telling_cells(question, table, column, answer, scene)))
            .collect();
        let names = match &table.rows {
            RowSource::Fixed(_) | RowSource::Scale(_) => self.rows(question, table, scene),
            RowSource::Added { count, .. } => {
                let most = count.most.map_or(8, |it| it as usize).min(8);
                added_names(most.max(wanted(count.least)).max(1))
            }
        };
        let longest = columns.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
        let mut all: Vec<Telling> = (0..longest)
            .step_by(names.len().max(1))
            .map(|first| nth_table(table, &columns, &names, first, &mut scene.dice))
            .collect();
        if let RowSource::Added { count, .. } = &table.rows {
            let most = count.most.map(|it| it as usize).filter(|it| *it <= 1_000);
            for rows in [Some(wanted(count.least).max(1)), most].into_iter().flatten() {
                let filled = nth_table(table, &columns, &added_names(rows), 0, &mut scene.dice);
                all.push(Telling { shows: vec![rows_in_words(rows)], ..filled });
            }
        }
        all
    }

    fn telling_cells(
        &self,
        question: &str,
        table: &Table,
        column: &Column,
        answer: &Answer,
        scene: &mut Scene,
    ) -> Vec<(String, CellGiven)> {
        let subject = (question, Some(column.id.as_str()));
        let telling = self.telling(subject, answer, scene).into_iter().filter(|it| it.under.is_empty());
        let mut all: Vec<(String, CellGiven)> =
            telling.map(|it| (it.shows.join(", "), filled(it.given, None))).collect();
        for mark in &table.marks {
            let value = if has_value(*mark) { self.random(subject, answer, scene) } else { None };
            let cell = match value {
                Some(given) => filled(given, Some(*mark)),
                None => (Map::from_iter([("mark".to_owned(), mark.code().into())]), None),
            };
            all.push((format!("mark `{}`", mark.code()), cell));
        }
        all
    }
}

/// The columns that are answered.
fn answered(table: &Table) -> impl Iterator<Item = (&Column, &Answer)> {
    table.columns.iter().filter_map(|column| match &column.cells {
        Cells::Answered(answer) => Some((column, answer)),
        Cells::Computed(_) => None,
    })
}

/// Whether a cell with this mark has a value.
fn has_value(mark: Mark) -> bool {
    match mark {
        Mark::Nil | Mark::NotAvailable | Mark::IncludedElsewhere => false,
        Mark::Estimate | Mark::Provisional => true,
    }
}

fn filled(given: Given, mark: Option<Mark>) -> CellGiven {
    let mark = mark.map(|mark| ("mark".to_owned(), Json::from(mark.code())));
    (std::iter::once(("value".to_owned(), given.value)).chain(mark).collect(), given.words)
}

fn put(row: &mut Map<String, Json>, column: &Column, (cell, words): CellGiven) {
    Given { value: Json::Object(cell), words }.put(column.id.as_str(), |key, value| {
        row.insert(key, value);
    });
}

fn added_names(count: usize) -> Vec<String> {
    (1..=count).map(|number| format!("Sample row {number}")).collect()
}

fn rows_in_words(count: usize) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{count} rows") }
}

/// The table whose first row has the `first`th telling cell of each column, the second the next, and so on.
fn nth_table(
    table: &Table,
    columns: &[(&Column, Vec<(String, CellGiven)>)],
    names: &[String],
    first: usize,
    dice: &mut crate::dice::Dice,
) -> Telling {
    let mut shows = Vec::new();
    let mut rows = Vec::new();
    for (at, name) in (first..).zip(names) {
        let mut row = Map::new();
        for (column, cells) in columns {
            if let Some((show, cell)) = cells.get(at % cells.len().max(1)) {
                if at < cells.len() {
                    shows.push(format!("{}: {show}", column.id));
                }
                put(&mut row, column, cell.clone());
            }
        }
        rows.push((name.clone(), row));
    }
    let comment = (table.comment && first == 0).then(|| word::phrase(dice));
    Telling { shows, given: whole(table, rows, comment), under: Vec::new() }
}

/// The table of `rows`; those that are known beforehand are left out where they are blank.
fn whole(table: &Table, rows: Vec<(String, Map<String, Json>)>, comment: Option<String>) -> Given {
    let rows: Json = if let RowSource::Added { .. } = &table.rows {
        let named = |(name, row): (String, Map<String, Json>)| {
            let mut named = Map::from_iter([("row".to_owned(), Json::from(name))]);
            named.extend(row);
            Json::Object(named)
        };
        rows.into_iter().map(named).collect()
    } else {
        let filled = rows.into_iter().filter(|(_, row)| !row.is_empty());
        Json::Object(filled.map(|(name, row)| (name, Json::Object(row))).collect())
    };
    let mut value = json!({ "rows": rows });
    if let (Some(object), Some(comment)) = (value.as_object_mut(), comment) {
        object.insert("comment".to_owned(), comment.into());
    }
    Given::of(value)
}
