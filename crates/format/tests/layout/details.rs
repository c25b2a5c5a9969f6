//! Rules of the layout that show best on a line or two.

use crate::guarantees::formatted;

#[test]
fn a_text_that_begins_like_a_declaration_stays_beside_its_mark() {
    // On a line of its own the grammar would take it for a declaration after a text that was not closed.
    let text = "guidance \"\"\"question q \"Is it?\"\n  is how a question begins.\n  \"\"\"\n";
    let laid_out = "guidance \"\"\"question q \"Is it?\"\n  is how a question begins.\n\"\"\"\n";
    assert_eq!(formatted("a text", text), laid_out);
    let text = "guidance \"\"\"report on it\n  in full\"\"\"\n";
    let laid_out = "guidance \"\"\"\n  report on it\n  in full\n\"\"\"\n";
    assert_eq!(formatted("another text", text), laid_out);
}

#[test]
fn a_text_block_has_the_margin_of_its_block_and_keeps_its_inner_margins() {
    let text = "question q \"Q?\" {\nguidance \"\"\"\r\n\t\tone\r\n\t\t  two   \r\r\n\n\t\tthree\r\n\"\"\"\n}\n";
    let laid_out = "question q \"Q?\" {\n  guidance \"\"\"\n    one\n      two\n\n\n    three\n  \"\"\"\n}\n";
    assert_eq!(formatted("a text", text), laid_out);
    assert_eq!(formatted("no text", "note \"\"\"\"\"\""), "note \"\"\"\n\"\"\"\n");
}

#[test]
fn a_line_is_not_divided_before_a_word_that_may_begin_a_declaration() {
    let values = "a_long_value_of_a_clause, ".repeat(3);
    let text = format!("x {values}section s \"S\", another_value\n");
    assert_eq!(formatted("a line", &text), format!("x {values}section s \"S\",\n    another_value\n"));
}

#[test]
fn options_stay_on_one_line_of_a_hundred_columns() {
    let scale = |words: usize| format!("scale s {{ a \"A\"  b \"{}\" }}\n", "x".repeat(words));
    let longest = scale(77);
    assert_eq!(longest.len(), 101, "with the end of the line");
    assert_eq!(formatted("a scale", &longest), longest);
    let too_long = format!("scale s {{\n  a \"A\"\n  b \"{}\"\n}}\n", "x".repeat(78));
    assert_eq!(formatted("a scale", &scale(78)), too_long);
}

#[test]
fn a_column_is_not_made_where_it_would_push_a_line_too_far() {
    let text = format!(
        "record r {{\n  field a \"A\" text\n  field bb \"{}\" text\n  field c \"C\" one of {}\n}}\n",
        "x".repeat(40),
        "y".repeat(50)
    );
    let laid_out = text.replace("field a \"", "field a  \"").replace("field c \"", "field c  \"");
    assert_eq!(formatted("a record", &text), laid_out);
}

#[test]
fn a_message_is_no_reason_to_divide_its_condition() {
    let text = format!("check if a = b and c = d \"{}\"\n", "x".repeat(100));
    assert_eq!(formatted("a check", &text), text);
}

#[test]
fn a_blank_line_parts_declarations_with_blocks_before_their_comments() {
    let text =
        "term a \"A\" {\n  means \"x\"\n}\n// about b\nterm b \"B\" {\n  means \"x\"\n}\nnote \"c\"\nterm d \"D\" {}\n";
    assert_eq!(formatted("terms", text), text.replace("// about b", "\n// about b"));
}
