//! Every form of output for one small set of findings.

#![cfg(test)]

mod survey;

use enquire_diagnostics::{
    Diagnostic, Diagnostics, FileId, Fix, Format, RenderOptions, Report, Sources, Span, codes, render, render_with,
};
use insta::assert_snapshot;
use serde_json::{Value, json};

fn rendered(format: Format) -> String {
    let (sources, diagnostics) = survey::findings();
    render(format, &Report::new("0.1.0", &sources, diagnostics))
}

fn parsed(format: Format) -> Value {
    serde_json::from_str(&rendered(format)).unwrap()
}

#[test]
fn human() {
    assert_snapshot!(rendered(Format::Human));
}

#[test]
fn human_in_colour_with_links_narrow_and_cut_short() {
    let (sources, diagnostics) = survey::findings();
    let options = RenderOptions {
        color: true,
        width: 60,
        max_findings: 2,
        hyperlinks: true,
        docs_base: "file:///enquire/".into(),
    };
    let text = render_with(Format::Human, &Report::new("0.1.0", &sources, diagnostics), &options);
    assert_snapshot!(text.replace('\u{1b}', "ESC"));
}

#[test]
fn short() {
    assert_snapshot!(rendered(Format::Short));
}

#[test]
fn plain() {
    assert_snapshot!(rendered(Format::Plain));
}

#[test]
fn json() {
    assert_snapshot!(rendered(Format::Json));
}

#[test]
fn jsonl() {
    assert_snapshot!(rendered(Format::Jsonl));
}

#[test]
fn json_is_as_its_schema_says() {
    let schema = enquire_diagnostics::json_schema();
    assert_snapshot!(serde_json::to_string_pretty(&schema).unwrap());
    jsonschema::validate(&schema, &parsed(Format::Json)).unwrap();
    let mut line_schema = schema.clone();
    line_schema.as_object_mut().unwrap().retain(|key, _| key.starts_with('$'));
    line_schema["$ref"] = json!("#/$defs/Line");
    for line in rendered(Format::Jsonl).lines() {
        jsonschema::validate(&line_schema, &serde_json::from_str(line).unwrap()).unwrap();
    }
}

#[test]
fn sarif() {
    let mut log = parsed(Format::Sarif);
    // The pages have a test of their own.
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array_mut().unwrap();
    rules.clear();
    assert_snapshot!(serde_json::to_string_pretty(&log).unwrap());
}

#[test]
fn sarif_lists_all_rules_and_refers_to_them() {
    let log = parsed(Format::Sarif);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), enquire_diagnostics::RULES.len());
    for rule in rules {
        let id = rule["id"].as_str().unwrap();
        assert_eq!(rule["helpUri"], format!("docs/findings/{id}.md"));
        let heading = format!("# {id}\n");
        assert!(rule["help"]["markdown"].as_str().unwrap().starts_with(&heading));
        assert!(!rule["fullDescription"]["text"].as_str().unwrap().is_empty());
    }
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
}

#[test]
fn sarif_marks_what_is_acknowledged_and_tells_findings_apart() {
    let log = parsed(Format::Sarif);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let suppressed: Vec<_> = results.iter().filter(|result| result.get("suppressions").is_some()).collect();
    assert_eq!(suppressed.len(), 1);
    assert_eq!(suppressed[0]["ruleId"], "negative-wording");
    assert_eq!(
        suppressed[0]["suppressions"][0],
        json!({ "kind": "inSource", "status": "accepted", "justification": survey::REASON })
    );
    let mut fingerprints: Vec<_> = results.iter().map(|result| &result["partialFingerprints"]["enquire/v1"]).collect();
    fingerprints.sort_by_key(|fingerprint| fingerprint.as_str());
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), results.len());
}

#[test]
fn github() {
    assert_snapshot!(rendered(Format::Github));
}

#[test]
fn gitlab() {
    assert_snapshot!(rendered(Format::Gitlab));
}

#[test]
fn junit() {
    assert_snapshot!(rendered(Format::Junit));
}

#[test]
fn markdown() {
    assert_snapshot!(rendered(Format::Markdown));
}

#[test]
fn nothing_found() {
    let mut sources = Sources::new();
    sources.add("instrument.enq", "instrument a version 1.0.0 {\n}\n");
    let report = Report::new("0.1.0", &sources, Diagnostics::new());
    let people = [Format::Human, Format::Short, Format::Plain];
    for format in people {
        assert_eq!(render(format, &report), "0 errors, 0 warnings.\n");
    }
    assert_eq!(render(Format::Gitlab, &report), "[]\n");
    assert_snapshot!(render(Format::Junit, &report));
}

#[test]
fn acknowledged_warnings_are_told_only_to_programs() {
    for format in Format::ALL {
        let told = rendered(format).contains(survey::REASON);
        let to_programs = [Format::Json, Format::Jsonl, Format::Sarif].contains(&format);
        assert_eq!(told, to_programs, "{format}");
    }
}

#[test]
fn no_place_is_too_odd() {
    let mut sources = Sources::new();
    let texts = ["", "é\r\n中\u{1b}\t\n\n\u{202e}x", "one line", "\n\n\n\n\n\n\n\n\n"];
    let mut found = Diagnostics::new();
    let mut places = vec![Span::new(FileId(99), 3, 9)];
    for text in texts {
        let file = sources.add("odd.enq", text);
        let offsets = (0..12).chain([u32::MAX]);
        places.extend(
            offsets.flat_map(|start| {
                [0, 1, 5, u32::MAX].map(|length| Span::new(file, start, start.saturating_add(length)))
            }),
        );
    }
    let last = Span::new(FileId(3), 0, 9);
    for place in places {
        found.push(
            Diagnostic::new(&codes::UNEXPECTED_TEXT, place, "odd")
                .with_label(last, "there")
                .with_label(place, "here")
                .with_fix(Fix::safe("drop it").with_edit(place, "")),
        );
    }
    let report = Report::new("0.1.0", &sources, found);
    let options = RenderOptions { width: 0, max_findings: usize::MAX, ..Default::default() };
    for format in Format::ALL {
        assert!(!render_with(format, &report, &options).is_empty());
    }
}

#[test]
fn every_form_names_every_open_code() {
    let (sources, diagnostics) = survey::findings();
    let report = Report::new("0.1.0", &sources, diagnostics);
    for format in Format::ALL {
        let text = render(format, &report);
        for found in &report.summary().codes {
            assert!(text.contains(found.code), "{format} lacks {}", found.code);
        }
    }
}

#[test]
fn counts_are_handed_on_to_later_steps() {
    let (sources, diagnostics) = survey::findings();
    assert_snapshot!(Report::new("0.1.0", &sources, diagnostics).summary().step_outputs());
}
