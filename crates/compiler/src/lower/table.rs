//! Tables.

use enquire_diagnostics::Diagnostic;
use enquire_diagnostics::codes::{OPERAND_TYPE, UNDEFINED_NAME};
use enquire_model::{Answer, Cells, Column, Count, Mark, Name, RowSource, Table};
use enquire_syntax::DeclarationKind;
use enquire_syntax::view::{Block, Clause, Declaration, Item};

use super::clauses::{COLUMN, Clauses, TABLE};
use super::cursor::{Cursor, Named};
use super::{Kind, Lower};
use crate::suggest;

impl Lower<'_> {
    /// The table whose parts are in `block`.
    pub(super) fn table(&mut self, kind: &Named, block: Option<&Block>, owner: &str) -> Option<Table> {
        let Some(block) = block else {
            self.report(
                Diagnostic::new(&enquire_diagnostics::codes::MISSING_BLOCK, kind.span, "this table has no block")
                    .with_help("write its rows and columns between `{` and `}`"),
            );
            return None;
        };
        let clauses = self.clauses(Some(block), &TABLE, kind.span);
        let rows = clauses.get("rows").map(|(clause, _)| clause.clone()).and_then(|clause| self.rows(&clause));
        let columns = self.columns(block, owner);
        if columns.is_empty() && !self.program.broken.contains(&self.file) {
            self.report(
                Diagnostic::new(&enquire_diagnostics::codes::MISSING_VALUE, kind.span, "this table has no column")
                    .with_help("write each column with its words and answer: `column women \"Women\" integer from 0`"),
            );
        }
        let totals = self.totals(&clauses, &columns);
        let marks = self.marks(&clauses);
        let comment = self.switch(&clauses, "comment", &TABLE).unwrap_or(false);
        Some(Table { rows: rows?, columns, totals, marks, comment })
    }

    /// `rows SCALE`, `rows { ... }` or `rows added "Heading", at most 10`.
    fn rows(&mut self, clause: &Clause) -> Option<RowSource> {
        let mut cursor = self.cursor(clause);
        let rows = if let Some((_, choices)) = cursor.choices() {
            RowSource::Fixed(self.choices(&choices, "row"))
        } else if cursor.accept("added") {
            let heading = self.text_value(&mut cursor)?;
            RowSource::Added { heading, count: self.row_count(&mut cursor) }
        } else {
            RowSource::Scale(self.declared_name(&mut cursor, Kind::Scale)?)
        };
        self.finish(cursor, &TABLE);
        Some(rows)
    }

    fn row_count(&mut self, cursor: &mut Cursor) -> Count {
        let mut count = Count::default();
        while cursor.comma() || !cursor.is_done() {
            if !cursor.accept("at") {
                break;
            }
            let Some(most) = self.one_of(cursor, &[("least", false), ("most", true)]) else { break };
            let value = self.count(cursor);
            if most { count.most = value } else { count.least = value }
        }
        count
    }

    fn columns(&mut self, block: &Block, owner: &str) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        for item in block.items() {
            let Item::Declaration(declaration) = item else { continue };
            if declaration.kind() != DeclarationKind::Column {
                self.misplaced(&declaration, TABLE.owner);
            } else if let Some(column) = self.column(&declaration, owner, &columns) {
                columns.push(column);
            }
        }
        columns
    }

    /// `column women "Women" integer from 0`, or `column all "All" = women + men`.
    fn column(&mut self, declaration: &Declaration, owner: &str, before: &[Column]) -> Option<Column> {
        let word = declaration.id()?;
        let named = Named { text: word.text().to_owned(), span: self.span(word.range()) };
        self.check_id(&named.text, named.span, "column");
        if let Some(first) = before.iter().find(|it| it.id.as_str() == named.text) {
            let first = Self::span_of_place(first.id.place());
            self.duplicate_choice(&named, first, "column");
            return None;
        }
        let label = declaration.wording().map(|text| self.words_of(&text)).unwrap_or_default();
        let mut cursor = Cursor::new(self.placed(declaration.values()), named.span);
        let cells = if let Some((file, formula)) = cursor.formula() {
            Cells::Computed(self.expression(file, &formula?)?)
        } else {
            let answer = self.answer(&mut cursor, None, &format!("{owner}_{}", named.text))?.answer;
            if matches!(answer, Answer::Record { .. } | Answer::List { .. } | Answer::Table(_) | Answer::File) {
                self.report(
                    Diagnostic::new(
                        &enquire_diagnostics::codes::UNKNOWN_VALUE,
                        named.span,
                        "a column cannot hold records, lists, tables or files",
                    )
                    .with_help("ask for them in a question of their own"),
                );
                return None;
            }
            Cells::Answered(answer)
        };
        self.finish(cursor, &COLUMN);
        let block = declaration.block();
        let clauses = self.clauses(block.as_ref(), &COLUMN, named.span);
        let guidance = clauses.get("guidance").and_then(|(clause, _)| self.text_clause(clause, &COLUMN));
        Some(Column { id: Self::name(named), label, cells, guidance })
    }

    fn totals(&mut self, clauses: &Clauses, columns: &[Column]) -> Vec<Name> {
        let Some(mut cursor) = self.clause(clauses, "totals") else { return Vec::new() };
        let words = self.words(&mut cursor, "write the columns that are added up, with commas");
        self.finish(cursor, &TABLE);
        let mut totals = Vec::new();
        for word in words {
            match columns.iter().find(|it| it.id.as_str() == word.text) {
                Some(column) if is_numeric(&column.cells) => totals.push(Self::name(word)),
                Some(_) => self.report(
                    Diagnostic::new(
                        &OPERAND_TYPE,
                        word.span,
                        format!("the column `{}` does not hold numbers and has no total", word.text),
                    )
                    .with_help("name only columns of numbers"),
                ),
                None => self.report(
                    Diagnostic::new(&UNDEFINED_NAME, word.span, format!("no column is called `{}`", word.text))
                        .with_help(suggest::help(&word.text, columns.iter().map(|it| it.id.as_str()), "")),
                ),
            }
        }
        totals
    }

    fn marks(&mut self, clauses: &Clauses) -> Vec<Mark> {
        let Some(mut cursor) = self.clause(clauses, "marks") else { return Vec::new() };
        let words = self.words(&mut cursor, "write marks with commas: `nil, not_available, estimate`");
        self.finish(cursor, &TABLE);
        let mut marks = Vec::new();
        for word in words {
            match Mark::ALL.into_iter().find(|it| it.code() == word.text) {
                Some(mark) if !marks.contains(&mark) => marks.push(mark),
                Some(_) => {}
                None => self.unknown_value(&word, Mark::ALL.map(Mark::code)),
            }
        }
        marks
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "all other answers are not numbers")]
fn is_numeric(cells: &Cells) -> bool {
    match cells {
        Cells::Computed(_) => true,
        Cells::Answered(answer) => match answer {
            Answer::Integer(_) | Answer::Decimal(_) | Answer::Percent(_) | Answer::Quantity { .. } => true,
            Answer::Amount { currencies, .. } => currencies.len() == 1,
            _ => false,
        },
    }
}
