//! Instruments as long as one likes: every question is asked only if the one before is answered with yes.
//!
//! Each condition depends on all that come before it, which is as hard as conditions of this size get. The same form is
//! written as an `XLSForm`, for comparison with its converter.

use std::fmt::Write;

/// The chain of `questions` questions in the language.
pub(crate) fn instrument(questions: usize) -> String {
    let mut text = String::from(
        "instrument chain version 1.0.0 {
  title       \"A chain of questions\"
  period      2004 to 2007
  nonresponse not_known \"Information not available\"
}
",
    );
    for number in 1..=questions {
        let condition = match number {
            1 => String::new(),
            _ => format!("  when   measure_{} = yes\n", number - 1),
        };
        let question =
            format!("question measure_{number} \"Is measure {number} in force?\" {{\n  answer yes_no\n{condition}}}\n");
        text.push_str(&question);
    }
    text
}

/// The same chain as an `XLSForm`, with its sheets in one CSV file as pyxform reads them.
pub(crate) fn xlsform(questions: usize) -> String {
    let mut text = String::from("survey,,,,\n,type,name,label,relevant\n");
    for number in 1..=questions {
        let condition = match number {
            1 => String::new(),
            _ => format!("${{measure_{}}} = 'yes'", number - 1),
        };
        // A string takes whatever is written to it.
        let _ = writeln!(text, ",select_one yes_no,measure_{number},Is measure {number} in force?,{condition}");
    }
    text.push_str("choices,,,\n,list_name,name,label\n,yes_no,yes,Yes\n,yes_no,no,No\n");
    text.push_str("settings,,\n,form_title,form_id\n,A chain of questions,chain\n");
    text
}
