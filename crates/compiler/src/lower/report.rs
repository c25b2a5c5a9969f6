//! Reports.

use enquire_diagnostics::Diagnostic;
use enquire_diagnostics::codes::UNKNOWN_VALUE;
use enquire_model::{Chapter, Denominator, Grouping, GroupingTable, Name, Quotation, Report, ReportItem};
use enquire_syntax::DeclarationKind;
use enquire_syntax::view::{Block, Clause, Declaration, Item};

use super::clauses::{CHAPTER, REPORT};
use super::cursor::Cursor;
use super::{Kind, Lower};

const DENOMINATORS: [(&str, Denominator); 4] = [
    ("replied", Denominator::Replied),
    ("asked", Denominator::Asked),
    ("answered", Denominator::Answered),
    ("addressed", Denominator::Addressed),
];

const GROUPINGS: [(&str, GroupingTable); 3] = [
    ("regional_groups", GroupingTable::RegionalGroups),
    ("m49_regions", GroupingTable::M49Regions),
    ("respondent_classes", GroupingTable::RespondentClasses),
];

const QUOTATIONS: [(&str, Quotation); 3] =
    [("never", Quotation::Never), ("with_consent", Quotation::WithConsent), ("always", Quotation::Always)];

impl Lower<'_> {
    /// Every declared report.
    pub(super) fn reports(&mut self) -> Vec<Report> {
        let declared = self.declared;
        let mut reports = Vec::new();
        for located in &declared.reports {
            self.file = located.file;
            reports.extend(self.report_declaration(&located.value));
        }
        reports
    }

    fn report_declaration(&mut self, declaration: &Declaration) -> Option<Report> {
        let head = self.span(declaration.keyword());
        let word = declaration.id();
        let id = self.declare(word, "report");
        let title = declaration.wording().map(|text| self.text(&text)).unwrap_or_default();
        let block = declaration.block();
        let clauses = self.clauses(block.as_ref(), &REPORT, head);
        let mandates = self.mandates(&clauses, "mandate", &REPORT);
        let symbol = clauses.get("symbol").and_then(|(clause, _)| self.plain(clause, &REPORT));
        let denominator = self.keyword(&clauses, "denominator", &DENOMINATORS, &REPORT).unwrap_or_default();
        let quotation = self.keyword(&clauses, "quotation", &QUOTATIONS, &REPORT).unwrap_or_default();
        let grouping = self.clause(&clauses, "grouping").and_then(|cursor| self.grouping(cursor));
        let guard = self.clause(&clauses, "guard").and_then(|mut cursor| {
            let count = self.count(&mut cursor);
            self.finish(cursor, &REPORT);
            count
        });
        let mut chapters = Vec::new();
        for item in block.iter().flat_map(Block::items) {
            let Item::Declaration(inner) = item else { continue };
            if inner.kind() == DeclarationKind::Chapter {
                chapters.push(self.chapter(&inner));
            } else {
                self.misplaced(&inner, REPORT.owner);
            }
        }
        Some(Report {
            id: id?,
            title,
            mandates,
            symbol,
            denominator,
            grouping,
            guard,
            quotation,
            chapters,
            source: self.source(head),
        })
    }

    /// `grouping regional_groups at 2008-06-30`.
    fn grouping(&mut self, mut cursor: Cursor) -> Option<Grouping> {
        let by = self.one_of(&mut cursor, &GROUPINGS)?;
        let at = if cursor.accept("at") { self.date(&mut cursor) } else { None };
        self.finish(cursor, &REPORT);
        Some(Grouping { by, at })
    }

    /// `chapter "Heading" from aspect ASPECT, by section { ... }`.
    fn chapter(&mut self, declaration: &Declaration) -> Chapter {
        let head = self.span(declaration.keyword());
        let title = declaration.wording().map(|text| self.text(&text)).unwrap_or_default();
        let mut cursor = Cursor::new(self.placed(declaration.values()), head);
        let mut aspect = None;
        let mut by_section = false;
        loop {
            if cursor.accept("from") {
                if cursor.accept("aspect") {
                    aspect = self.declared_name(&mut cursor, Kind::Aspect);
                } else {
                    self.missing_value(&cursor, "write `from aspect` and an aspect's id");
                }
            } else if cursor.accept("by") {
                by_section = cursor.accept("section");
                if !by_section {
                    self.missing_value(&cursor, "write `by section`");
                }
            }
            if !cursor.comma() {
                break;
            }
        }
        self.finish(cursor, &CHAPTER);
        let block = declaration.block();
        self.clauses(block.as_ref(), &CHAPTER, head);
        let mut items = Vec::new();
        for item in block.iter().flat_map(Block::items) {
            if let Item::Clause(clause) = item {
                items.extend(self.report_item(&clause));
            }
        }
        Chapter { title, aspect, by_section, items }
    }

    fn report_item(&mut self, clause: &Clause) -> Option<ReportItem> {
        let mut cursor = self.cursor(clause);
        let item = match clause.word()?.text() {
            "paragraph" => ReportItem::Paragraph(self.text_value(&mut cursor)?),
            "statement" => self.statement(&mut cursor)?,
            "table" => ReportItem::Table { question: self.report_question(&mut cursor)? },
            "chart" => ReportItem::Chart { question: self.report_question(&mut cursor)? },
            _ => return None,
        };
        self.finish(cursor, &CHAPTER);
        Some(item)
    }

    /// `statement redress (yes, in_part) "reported that victims could claim redress"`.
    fn statement(&mut self, cursor: &mut Cursor) -> Option<ReportItem> {
        let question = self.report_question(cursor)?;
        let mut choices = Vec::new();
        for placed in cursor.group().unwrap_or_default() {
            if let Some(word) = placed.word() {
                choices.push(Name::new(word.text(), Self::place(placed.span())));
            }
        }
        let words = self.text_value(cursor)?;
        Some(ReportItem::Statement { question, choices, words })
    }

    fn report_question(&mut self, cursor: &mut Cursor) -> Option<Name> {
        let word = cursor.word();
        if word.is_none() {
            self.report(
                Diagnostic::new(&UNKNOWN_VALUE, cursor.span(), "the id of a question is missing")
                    .with_help("write the question whose answers are counted"),
            );
        }
        word.map(Self::name)
    }
}
