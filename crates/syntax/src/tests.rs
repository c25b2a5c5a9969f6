use enquire_diagnostics::FileId;

use super::parse;
use super::view::TextView;

fn codes(text: &str) -> Vec<&'static str> {
    let parsed = parse(FileId(0), text);
    assert_eq!(parsed.node().text().to_string(), text, "the tree gives the text back");
    parsed.findings().iter().map(enquire_diagnostics::Diagnostic::code).collect()
}

#[test]
fn every_text_comes_back() {
    for text in [
        "",
        "\u{FEFF}",
        "{",
        "}",
        "((((",
        "\"",
        "\"\"\"",
        "\0",
        "question",
        "a b c {",
        "日本語 \"文\" {",
        "/ // \r\n x",
        "\u{2028}",
    ] {
        codes(text);
    }
}

#[test]
fn a_question_in_order_has_no_findings() {
    assert_eq!(
        codes(
            "question q \"Is it?\" {\n  answer one of { a \"A\"  b \"B\" }, other\n  when x in (a, b)\n    and not (y > 5 or z is answered)\n  cites declaration 4-7, 6(a)-(d)\n}\n"
        ),
        [""; 0]
    );
}

#[test]
fn each_mistake_is_reported_once() {
    assert_eq!(codes("question \"Is it?\" {\n answer yes_no\n}\n"), ["missing-id"]);
    assert_eq!(codes("question q {\n answer yes_no\n}\n"), ["missing-wording"]);
    assert_eq!(codes("question q \"Is it?\"\n"), ["missing-block"]);
    assert_eq!(codes("question q \"Is it? {\n answer yes_no\n}\n"), ["unclosed-text"]);
    assert_eq!(codes("section s \"S\" {\n  question q \"Is it?\" {\n    answer yes_no\n}\n"), ["unclosed-block"]);
    assert_eq!(codes("when a = {\n}\n"), ["missing-operand"]);
    assert_eq!(codes("when {\n}\n"), ["missing-condition"]);
    assert_eq!(codes("when a in (x, y {\n}\n"), ["unclosed-parenthesis"]);
    assert_eq!(codes("}\n"), ["stray-brace"]);
    assert_eq!(codes("a b ; c d\n"), ["unexpected-text"]);
    assert_eq!(codes(&"(".repeat(60)), ["unexpected-text"]);
    assert_eq!(codes(&"{".repeat(10_000)), ["nesting-too-deep"]);
}

#[test]
fn an_unclosed_block_is_found_where_it_opens() {
    let text = "section s \"S\" {\n  question q \"Is it?\" {\n    answer yes_no\n\n  question r \"Is this?\" {\n    answer yes_no\n  }\n}\n";
    let parsed = parse(FileId(0), text);
    let places: Vec<_> = parsed.findings().iter().map(|it| (it.code(), it.span().start)).collect();
    assert_eq!(places, [("unclosed-block", 38)]);
}

#[test]
fn a_text_block_that_is_not_closed_is_one_mistake_where_it_opens() {
    let text = "question q \"Is it?\" {\n  guidance \"\"\"\n    Count all.\n}\nquestion r \"Is this?\" {\n  answer yes_no\n}\n";
    let parsed = parse(FileId(0), text);
    let places: Vec<_> = parsed.findings().iter().map(|it| (it.code(), it.span().start)).collect();
    assert_eq!(places, [("unclosed-text", 33)]);
    assert_eq!(parsed.root().items().count(), 2);
}

#[test]
fn a_comma_at_the_end_of_a_clause_takes_no_declaration_however_it_is_spaced() {
    for declaration in ["question q \"Is it?\" {", "question q\"Is it?\"{", "\u{A0}question\u{A0}q \"Is it?\" {"] {
        let text = format!("cites a,\n{declaration}\n  answer yes_no\n}}\n");
        assert_eq!(parse(FileId(0), &text).root().items().count(), 2, "{declaration}");
    }
}

#[test]
fn the_value_of_a_text_block_is_its_lines_without_their_margin() {
    let value = |block: &str| {
        let parsed = parse(FileId(0), &format!("guidance {block}\n"));
        assert!(parsed.findings().is_empty(), "{block}");
        let text =
            parsed.node().descendants_with_tokens().filter_map(rowan::NodeOrToken::into_token).find_map(TextView::of);
        text.expect("the clause has a text").value()
    };
    assert_eq!(value("\"\"\"\n    a\n      b\n\n    c\n  \"\"\""), "a\n  b\n\nc");
    assert_eq!(value("\"\"\"a\n    b\n  \"\"\""), "a\nb");
    assert_eq!(value("\"\"\"\r    a\r\n    b\r  \"\"\""), "a\nb");
    assert_eq!(value("\"\"\"\n  \u{3000}甲\n  \u{3000}乙\n\"\"\""), "\u{3000}甲\n\u{3000}乙");
    assert_eq!(value("\"\"\"\"\"\""), "");
}

#[test]
fn long_chains_are_bounded() {
    assert_eq!(codes(&format!("when {} > 1 {{\n}}\n", ["a"; 200].join(" + "))), [""; 0]);
    assert_eq!(codes(&format!("when {} > 1 {{\n}}\n", vec!["a"; 20_000].join(" + "))), ["nesting-too-deep"]);
    assert_eq!(codes(&format!("when {}a = b {{\n}}\n", "not ".repeat(20_000))), [""; 0]);
}
