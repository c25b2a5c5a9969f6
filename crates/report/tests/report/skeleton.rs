//! Skeletons.

use enquire_form::document::{Block, Document};
use enquire_form::{Form, to_html};
use enquire_model::{Chapter, Instrument, Report, ReportItem};
use enquire_report::{skeleton, to_markdown};

use crate::sample::{self, name, text};

fn document() -> Document {
    let instrument = sample::instrument();
    skeleton(&instrument, &instrument.reports[0])
}

#[test]
fn whole_report() {
    insta::assert_snapshot!(to_markdown(&document()));
}

/// The other renderer's construct-by-construct view of the form: nothing of the tree is left out.
#[test]
fn form_as_text() {
    insta::assert_snapshot!(to_markdown(&Form::of(&sample::instrument())));
}

#[test]
fn plain_counting_of_all_classes() {
    let mut instrument = sample::instrument();
    instrument.respondents[1].id = name("intergovernmental_organizations");
    instrument.respondents[1].label = "intergovernmental organizations".to_owned();
    let chapters = vec![Chapter {
        title: text("Bodies"),
        aspect: None,
        by_section: false,
        items: vec![
            ReportItem::Statement {
                question: name("hotline"),
                choices: vec![name("yes")],
                words: text("reported that there was a line"),
            },
            ReportItem::Table { question: name("bodies") },
            ReportItem::Table { question: name("places") },
            ReportItem::Table { question: name("practices") },
            ReportItem::Chart { question: name("hotline") },
        ],
    }];
    let report = Report { grouping: None, guard: None, symbol: None, chapters, ..instrument.reports[0].clone() };
    insta::assert_snapshot!(to_markdown(&skeleton(&instrument, &report)));
}

#[test]
fn paragraphs_are_numbered_through() {
    let document = document();
    let numbers: Vec<u32> = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Paragraph(paragraph) = block { paragraph.number.parse().ok() } else { None })
        .collect();
    let count = u32::try_from(numbers.len()).unwrap();
    assert_eq!(numbers, (1..=count).collect::<Vec<_>>());
    assert!(count > 20);
}

/// A subheading never stands alone: a chapter whose questions are all in one section is not divided.
#[test]
fn a_lone_subheading_is_folded() {
    let headings: Vec<(u8, String)> = document()
        .blocks
        .iter()
        .filter_map(|block| {
            if let Block::Heading(heading) = block { Some((heading.level, heading.text.plain())) } else { None }
        })
        .collect();
    let alone = headings.windows(2).filter(|pair| pair[0].0 == 1 && pair[1].0 == 2).count();
    let lower = headings.iter().filter(|(level, _)| *level == 2).count();
    assert!(lower == 0 || lower > alone, "{headings:?}");
    assert_eq!(alone, 1, "{headings:?}");
}

/// Set `ENQUIRE_PAGES` to a folder to have the page written there, for axe-core and for eyes.
#[test]
fn page() {
    let html = to_html(&document());
    assert!(html.contains("data-sources=\"redress\""));
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|part| part.split('"').next()).collect();
    let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
    for link in html.split(" href=\"#").skip(1).filter_map(|part| part.split('"').next()) {
        assert!(unique.contains(&link), "{link}");
    }
    if let Ok(folder) = std::env::var("ENQUIRE_PAGES") {
        std::fs::write(format!("{folder}/report.html"), html).unwrap();
    }
}

#[test]
fn an_instrument_without_chapters_still_has_its_annexes() {
    let instrument: Instrument = sample::instrument();
    let report = Report { chapters: Vec::new(), ..instrument.reports[0].clone() };
    let markdown = to_markdown(&skeleton(&instrument, &report));
    assert!(markdown.contains("Questions on which no chapter draws"), "{markdown}");
    assert!(markdown.contains("<a id=\"redress\"></a>1"), "{markdown}");
}

/// A table that stands in an earlier chapter is referred to, not printed again.
#[test]
fn a_table_is_printed_once() {
    let mut instrument = sample::instrument();
    instrument.reports[0].chapters[0].items.push(ReportItem::Table { question: name("helped") });
    let markdown = to_markdown(&skeleton(&instrument, &instrument.reports[0]));
    assert_eq!(markdown.matches("**Table 1. How many victims were helped in 2007?**").count(), 1, "{markdown}");
    assert!(
        markdown.contains("(“How many victims were helped in 2007?”) are set out in [table 1](#table-1)."),
        "{markdown}"
    );
    assert!(!markdown.contains("Table 2. How many victims were helped"), "{markdown}");
}

/// Where the cells of a table are options, the report counts them.
#[test]
fn options_in_cells_are_counted() {
    let mut instrument = sample::instrument();
    let columns = vec![enquire_model::Column {
        id: name("enough"),
        label: text("Enough?"),
        cells: enquire_model::Cells::Answered(enquire_model::Answer::OneOf(sample::selection("extent"))),
        guidance: None,
    }];
    let table = enquire_model::Table {
        rows: enquire_model::RowSource::Scale(name("helper")),
        columns,
        totals: Vec::new(),
        marks: Vec::new(),
        comment: false,
    };
    instrument.items =
        vec![sample::item(sample::question("enough", "Is it enough?", enquire_model::Answer::Table(table)))];
    let markdown = to_markdown(&skeleton(&instrument, &instrument.reports[0]));
    assert!(markdown.contains("|  | Enough?: Yes | Enough?: Yes, in part | Enough?: No |"), "{markdown}");
}
