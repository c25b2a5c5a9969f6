//! A long instrument with a dozen mistakes in its paths: each is found, under its code, and nothing that follows from it.
//!
//! What is found stands in the snapshot in words, to be read as an author reads it.

use crate::outcome::{codes, none_failed, told};
use crate::place::project;
use crate::texts::Texts;

/// A slip of an author in `examples/victim_issues`: in a file, what stands there, what stands there after the slip, and its code.
struct Slip(&'static str, &'static str, &'static str, &'static str);

const SLIPS: &[Slip] = &[
    // The question is moved into the group of those who have mechanisms, and keeps the condition of those who have none.
    Slip(
        "sections/access.enq",
        "        answer   list of law, by title, at least 1, at most 10\n        example  \"Act",
        "        when     redress = no\n        answer   list of law, by title, at least 1, at most 10\n        example  \"Act",
        "question-never-asked",
    ),
    // The bounds end before the year that is asked for.
    Slip(
        "sections/access.enq",
        "        answer many of redress_features, other",
        "        when   redress_since > 2008\n        answer many of redress_features, other",
        "question-never-asked",
    ),
    // `and` where `or` is meant.
    Slip(
        "sections/restitution.enq",
        "  when restitution_status in (yes, in_part) {",
        "  when restitution_status = yes and restitution_status = in_part {",
        "group-never-open",
    ),
    // Every option is named.
    Slip(
        "sections/restitution.enq",
        "      when     official_acts in (yes, in_part)",
        "      when     official_acts in (yes, in_part, no)",
        "condition-always-holds",
    ),
    // The requirement is of another option than those of the group.
    Slip(
        "sections/compensation.enq",
        "      required when compensation_fund = national_fund",
        "      required when compensation_fund = in_drafting",
        "requirement-never-applies",
    ),
    // The check says when all is well.
    Slip(
        "sections/compensation.enq",
        "      answer   percent from 0 to 100\n",
        "      answer   percent from 0 to 100\n      check if compensation_rate >= 0 and compensation_rate <= 100 \"A share lies between 0 and 100.\"\n",
        "check-always-speaks",
    ),
    // A question was copied, and its words were left as they were.
    Slip(
        "sections/compensation.enq",
        "question fund_sources \"From which sources does the fund receive its money?\"",
        "question fund_sources \"Who can receive compensation from public funds?\"",
        "question-asked-twice",
    ),
    // No child is eighteen.
    Slip(
        "sections/child_treatment.enq",
        "        warn if testimony_age > 14 \"Please confirm an age above 14.\"",
        "        warn if testimony_age > 18 \"Please confirm an age above 18.\"",
        "check-never-speaks",
    ),
    // The two checks leave no age.
    Slip(
        "sections/child_treatment.enq",
        "        answer integer from 0 to 17\n        required\n",
        "        answer integer from 0 to 17\n        required\n        check if testimony_age < 12 \"Children under 12 do not testify.\"\n        check if testimony_age > 10 \"Children over 10 testify as adults.\"\n",
        "never-answerable",
    ),
    // The check refuses the only answer that leads on.
    Slip(
        "sections/abuse_of_power.enq",
        "    answer yes_no\n",
        "    answer yes_no\n    check if law_review = yes \"Give the date of the review in section III.\"\n",
        "asked-only-by-mistake",
    ),
    // The option excludes all others.
    Slip(
        "sections/services.enq",
        "      when   service_information contains telephone_line",
        "      when   service_information contains telephone_line and service_information contains none_yet",
        "question-never-asked",
    ),
    // Whoever chooses the option has chosen one.
    Slip(
        "sections/implementation.enq",
        "      when     chosen(agency_protocols) >= 2",
        "      when     chosen(agency_protocols) >= 2 and agency_protocols contains none_yet",
        "question-never-asked",
    ),
];

#[test]
fn each_slip_is_found_and_nothing_that_follows_from_it() {
    let mut failures = Vec::new();
    for slip in SLIPS {
        let compilation = instrument(std::slice::from_ref(slip)).compile();
        if codes(&compilation) != [slip.3] {
            failures.push(format!("{}\nexpected {}\n{}", slip.2, slip.3, told(&compilation)));
        }
    }
    none_failed(&failures);
}

#[test]
fn a_dozen_slips_give_a_dozen_findings() {
    let compilation = instrument(SLIPS).compile();
    let mut expected: Vec<&str> = SLIPS.iter().map(|it| it.3).collect();
    expected.sort_unstable();
    insta::assert_snapshot!(told(&compilation));
    assert_eq!(codes(&compilation), expected);
}

/// Two mistakes elsewhere, and in their wake questions that are never asked: of those there are no findings of their own.
#[test]
fn what_follows_from_another_mistake_is_left_out() {
    let text = format!("{}{FOLLOWING}", crate::samples::HEADER);
    let mut texts = Texts::default();
    texts.insert("instrument.enq", Ok(text.into_bytes()));
    assert_eq!(codes(&texts.compile()), ["computation-cycle", "group-never-open", "value-not-in-scale"]);
}

const FOLLOWING: &str = r#"
question redress "Can victims claim redress in court?" {
  answer yes_no
}
question appeal "Can they appeal?" {
  answer yes_no
  when   redress = partly
}
question courts "Which courts hear appeals?" {
  answer prose, at most 200 words
  when   appeal = yes
}
question fund "Is there a fund for victims?" {
  answer yes_no
}
when fund = yes and fund = no {
  question office "Which office runs the fund?" {
    answer text
    when   redress = yes
  }
  question seat "Where is that office?" {
    answer text
    when   office is answered
  }
}
question staff "Who works there?" {
  answer text
  when   seat is answered
}
computed one "One figure" = other + 1
computed other "Other figure" = one + 1
question payer "Who pays?" {
  answer text
  when   one > 5 and one < 3
}
"#;

/// The example with `slips` in it.
fn instrument(slips: &[Slip]) -> Texts {
    let mut texts = Texts::of_folder(&project("examples/victim_issues"));
    for Slip(file, right, wrong, _) in slips {
        let text = texts.readable().find(|(path, _)| path == file).unwrap().1.to_owned();
        assert_eq!(text.matches(right).count(), 1, "{file}: {right}");
        texts.insert(file, Ok(text.replace(right, wrong).into_bytes()));
    }
    texts
}
