//! `enquire paths`.

use insta::assert_snapshot;

use crate::scratch::{Scratch, text};

/// Two questions that exclude each other, one behind both, and one that nobody is asked.
const ROUTES: &str = r#"instrument routes version 1.0.0 {
  title       "Routes to redress"
  languages   en
  nonresponse not_known "Not known"
}

scale extent { yes "Yes"  in_part "Yes, in part"  no "No" }

question redress "Can victims claim redress in court?" {
  answer one of extent
}
when redress in (yes, in_part) {
  question since "Since which year can they?" {
    answer year from 1900 to 2007
  }
  question gaps "Which harm is left out?" {
    answer prose, at most 200 words
    when   redress = in_part and since < 1950
  }
}
"#;

const NEVER: &str = r#"when redress = no {
  question plans "Is a reform planned?" {
    answer yes_no
    when   redress = yes
  }
}
"#;

fn routes() -> Scratch {
    Scratch::new().file("routes.enq", ROUTES)
}

#[test]
fn the_longest_and_the_shortest_path_come_with_their_answers() {
    assert_snapshot!(routes().told(&["paths", "routes.enq"]));
}

#[test]
fn a_question_is_reached_by_few_answers() {
    assert_snapshot!(routes().told(&["paths", "routes.enq", "gaps", "redress"]));
    assert_snapshot!(routes().told(&["paths", "routes.enq", "--all"]));
}

#[test]
fn what_is_never_asked_is_shown_with_the_conditions() {
    let scratch = Scratch::new().file("routes.enq", format!("{ROUTES}{NEVER}"));
    assert_snapshot!(scratch.told(&["paths", "routes.enq", "plans"]));
    assert_eq!(scratch.exit(&["paths", "routes.enq", "gaps"]), Some(0));
}

#[test]
fn a_reply_is_written_into_a_new_file_only() {
    let scratch = routes();
    assert_eq!(scratch.exit(&["paths", "routes.enq", "gaps", "--reply", "gaps.json"]), Some(0));
    let reply: serde_json::Value = serde_json::from_str(&scratch.read("gaps.json")).unwrap();
    assert_eq!(reply["instrument"], "routes/1.0.0");
    assert_eq!(reply["answers"]["redress"], "in_part");
    assert_snapshot!(scratch.told(&["paths", "routes.enq", "gaps", "--reply", "gaps.json"]));
}

#[test]
fn wrong_uses_are_refused() {
    let scratch = routes();
    assert_snapshot!(scratch.told(&["paths", "routes.enq", "nothing"]));
    assert_snapshot!(scratch.told(&["paths", "routes.enq", "--format", "sarif"]));
    assert_eq!(scratch.exit(&["paths", "missing.enq"]), Some(3));
    assert_eq!(scratch.exit(&["paths", "routes.enq", "gaps", "since", "--reply", "a.json"]), Some(2));
}

#[test]
fn programs_get_json() {
    let json = routes().output(&["paths", "routes.enq", "gaps", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&text(&json.stdout)).unwrap();
    assert_eq!(found["questions"], 3);
    assert_eq!(found["longest"]["questions"]["most"], 3);
    assert_eq!(found["paths"][0]["question"]["id"], "gaps");
    assert_eq!(found["paths"][0]["outcome"], "asked");
    assert_eq!(found["paths"][0]["reply"]["answers"][0]["words"], "“Yes, in part”");
}
