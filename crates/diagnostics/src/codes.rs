//! Every code there is, and how to find one.

use crate::{Area, Rule, Severity};

/// One row a code: the constant, the code, how bad it is, what it is about, its meaning. The page is
/// `pages/<code>.md`; without it this does not compile.
macro_rules! codes {
    ($($name:ident $code:literal $severity:ident $area:ident $title:literal;)*) => {
        $(
            #[doc = $title]
            pub static $name: Rule = Rule {
                code: $code,
                severity: Severity::$severity,
                area: Area::$area,
                title: $title,
                page: include_str!(concat!("../pages/", $code, ".md")),
            };
        )*

        /// Every rule, by area.
        pub static RULES: &[&Rule] = &[$(&$name),*];

        #[cfg(test)]
        const NAMES: &[(&str, &str)] = &[$((stringify!($name), $code)),*];
    };
}

codes! {
    FILE_NOT_FOUND "file-not-found" Error Files
        "a file or folder that is named does not exist";
    UNREADABLE_FILE "unreadable-file" Error Files
        "a file that is there cannot be read";
    NO_INSTRUMENT "no-instrument" Error Files
        "a folder or file holds no instrument";
    TWO_INSTRUMENTS "two-instruments" Error Files
        "a folder or its used files hold more than one instrument";
    EMPTY_FILE "empty-file" Error Files
        "a file holds nothing but blanks and comments";
    FILE_TOO_LARGE "file-too-large" Error Files
        "a file is larger than the limit of 8 MiB";
    INVALID_UTF8 "invalid-utf8" Error Files
        "a file is not text in UTF-8";
    BINARY_FILE "binary-file" Error Files
        "a file holds bytes that no text has";
    UNUSED_FILE "unused-file" Warning Files
        "a file in the instrument's folder is used by none";
    IMPORT_CYCLE "import-cycle" Error Files
        "files use each other in a circle";

    UNCLOSED_TEXT "unclosed-text" Error Syntax
        "a text lacks its closing quotation mark";
    CURLY_QUOTATION_MARKS "curly-quotation-marks" Error Syntax
        "a text stands between the quotation marks of a word processor";
    UNCLOSED_BLOCK "unclosed-block" Error Syntax
        "a block lacks its closing brace";
    UNCLOSED_PARENTHESIS "unclosed-parenthesis" Error Syntax
        "a parenthesis is opened and not closed";
    STRAY_BRACE "stray-brace" Error Syntax
        "a brace is closed that was not opened";
    UNEXPECTED_TEXT "unexpected-text" Error Syntax
        "something stands where a declaration or clause should begin, or after a clause is complete";
    MISSING_ID "missing-id" Error Syntax
        "a declaration has no id";
    MISSING_WORDING "missing-wording" Error Syntax
        "a declaration has no wording";
    MISSING_BLOCK "missing-block" Error Syntax
        "a declaration that needs a block has none";
    MISSING_VALUE "missing-value" Error Syntax
        "a clause has no value";
    MISSING_OPERAND "missing-operand" Error Syntax
        "an operator has nothing to work on";
    MISSING_CONDITION "missing-condition" Error Syntax
        "`when`, `if` or `where` has no condition";
    CLAUSES_ON_ONE_LINE "clauses-on-one-line" Error Syntax
        "a clause begins on the line of another";
    NESTING_TOO_DEEP "nesting-too-deep" Error Syntax
        "blocks or parentheses are nested deeper than 64";
    BAD_DATE "bad-date" Error Syntax
        "a date that the calendar does not have";
    BAD_NUMBER "bad-number" Error Syntax
        "a number, version or provision that is not written as one";

    UNDEFINED_NAME "undefined-name" Error Names
        "a name that nothing declares";
    DUPLICATE_NAME "duplicate-name" Error Names
        "two declarations share a name";
    DUPLICATE_CHOICE "duplicate-choice" Error Names
        "two options of a scale, or fields, rows or columns, share an id";
    DUPLICATE_WORDING "duplicate-wording" Warning Names
        "two questions, or two options of a scale, have the same words";
    SHADOWED_NAME "shadowed-name" Warning Names
        "a pattern's parameter or question hides a name of the instrument";
    WITHDRAWN_ID "withdrawn-id" Error Names
        "an id that was withdrawn is used again";
    UNUSED_DECLARATION "unused-declaration" Warning Names
        "a scale, record, pattern, parameter, term, aspect or standard that nothing uses";
    UNSUITABLE_ID "unsuitable-id" Error Names
        "an id that some output cannot carry";
    UNKNOWN_CLAUSE "unknown-clause" Error Names
        "a clause that its declaration does not have";
    MISPLACED_DECLARATION "misplaced-declaration" Error Names
        "a declaration where it cannot stand";
    DUPLICATE_CLAUSE "duplicate-clause" Error Names
        "a clause that may stand once stands twice";
    MISSING_CLAUSE "missing-clause" Error Names
        "a declaration lacks a clause that it needs";
    UNKNOWN_VALUE "unknown-value" Error Names
        "a clause has a value that it does not know";
    UNKNOWN_ANSWER "unknown-answer" Error Names
        "an answer of a kind that does not exist";
    UNKNOWN_PARAMETER "unknown-parameter" Error Names
        "a pattern is given something that it does not take, or lacks what it takes";

    OPERAND_TYPE "operand-type" Error Types
        "an operator or function is given values it cannot work on";
    CONDITION_TYPE "condition-type" Error Types
        "a condition that is neither true nor false";
    VALUE_NOT_IN_SCALE "value-not-in-scale" Error Types
        "an answer is compared with an option that its scale does not have";
    UNIT_MISMATCH "unit-mismatch" Error Types
        "two quantities or amounts of different units are compared or added";
    EMPTY_RANGE "empty-range" Error Types
        "a range whose beginning is after its end";
    IMPOSSIBLE_COUNT "impossible-count" Error Types
        "more options, rows or entries are asked for than there can be";
    IMPOSSIBLE_PATTERN "impossible-pattern" Error Types
        "a text pattern that cannot be used everywhere or matches nothing";
    UNKNOWN_FUNCTION "unknown-function" Error Types
        "a function that does not exist";
    WRONG_ARGUMENTS "wrong-arguments" Error Types
        "a function is given too few or too many arguments";
    FIELD_OUTSIDE_LIST "field-outside-list" Error Types
        "a field or column is named outside its list or table";
    CASCADE_WITHOUT_PARENT "cascade-without-parent" Error Types
        "a cascading scale is used without the answer it depends on";

    LATER_QUESTION "later-question" Error Flow
        "a condition refers to a question that comes later";
    VISIBILITY_CYCLE "visibility-cycle" Error Flow
        "questions are asked only if each other's answers are known";
    COMPUTATION_CYCLE "computation-cycle" Error Flow
        "computed values are worked out from each other";
    MIXED_CYCLE "mixed-cycle" Error Flow
        "a circle through computed values and conditions";
    PATTERN_CYCLE "pattern-cycle" Error Flow
        "patterns apply each other in a circle";

    QUESTION_NEVER_ASKED "question-never-asked" Error Flow
        "a question that nobody can ever be asked";
    GROUP_NEVER_OPEN "group-never-open" Error Flow
        "a group of questions whose condition can never hold";
    ASKED_ONLY_BY_MISTAKE "asked-only-by-mistake" Error Flow
        "a question that is asked only in replies that a check refuses";
    CONDITION_ALWAYS_HOLDS "condition-always-holds" Warning Flow
        "a condition that holds in every reply that answers what it reads";
    REQUIREMENT_NEVER_APPLIES "requirement-never-applies" Error Flow
        "an answer is required under a condition that can never hold";
    NEVER_ANSWERABLE "never-answerable" Error Flow
        "a question that has to be answered and to which no answer is accepted";
    CHECK_NEVER_SPEAKS "check-never-speaks" Warning Flow
        "a check whose condition can never hold";
    CHECK_ALWAYS_SPEAKS "check-always-speaks" Error Flow
        "a check that refuses every answer";
    QUESTION_ASKED_TWICE "question-asked-twice" Warning Flow
        "two questions of the same words are asked in one reply";
    CONDITION_UNDECIDED "condition-undecided" Unknown Flow
        "it could not be decided whether a condition can hold";

    UNKNOWN_STANDARD "unknown-standard" Error Standards
        "a standard or library that no catalogue holds";
    UNKNOWN_PROVISION "unknown-provision" Error Standards
        "a provision that the standard does not have";
    INVERTED_PROVISIONS "inverted-provisions" Error Standards
        "a range of provisions that runs backwards";
    SECTION_PROVISION_NOT_ASKED "section-provision-not-asked" Warning Standards
        "a section cites provisions that none of its questions cites";
    PROVISION_NOT_ASKED "provision-not-asked" Warning Standards
        "an operative provision of a used standard that no question cites";
    PROVISION_ASKED_TWICE "provision-asked-twice" Warning Standards
        "two questions ask the same of the same provision";
    QUESTION_WITHOUT_PROVISION "question-without-provision" Warning Standards
        "a question serves no provision although the instrument uses standards";

    UNKNOWN_LANGUAGE "unknown-language" Error Languages
        "a language code that does not exist";
    STRAY_DIRECTION_MARK "stray-direction-mark" Warning Languages
        "an invisible direction mark in the source text";

    UNSUPPORTED_MARKUP "unsupported-markup" Error Texts
        "markup that the outputs cannot carry";
    BRACKETED_TEXT "bracketed-text" Error Texts
        "bracketed alternatives in an instrument that is not a draft";
    UNUSED_FOOTNOTE "unused-footnote" Warning Texts
        "a footnote that no text marks";
    MISPLACED_INSERTION "misplaced-insertion" Error Texts
        "an insertion where its text cannot carry it";

    NEGATIVE_WORDING "negative-wording" Warning Quality
        "a question put in the negative";
    DOUBLE_QUESTION "double-question" Warning Quality
        "two questions in one";
    MISSING_REFERENCE_PERIOD "missing-reference-period" Warning Quality
        "a figure without the period it is for";
    LAW_WITHOUT_DATE "law-without-date" Warning Quality
        "a law is asked for without its date";
    SCALE_WITHOUT_NONRESPONSE "scale-without-nonresponse" Warning Quality
        "a closed question offers no way to say that it does not apply or is not known";
    NO_QUESTION "no-question" Warning Quality
        "an instrument asks nothing";
    UNEXPLAINED_PATTERN "unexplained-pattern" Warning Quality
        "a text has to match a pattern that its respondent is not told";
    UNEXPLAINED_TERM "unexplained-term" Warning Quality
        "an abbreviation that is not explained";
    LONG_QUESTION "long-question" Warning Quality
        "a question of more than 40 words";
    CAUSAL_ATTRIBUTION "causal-attribution" Warning Quality
        "a question asks what a standard has caused";
    PROSE_BUDGET "prose-budget" Warning Quality
        "more prose is asked for than the budget allows";
    PATH_BUDGET "path-budget" Warning Quality
        "more questions or minutes than the budget allows";
    QUESTION_WITHOUT_ASPECT "question-without-aspect" Warning Quality
        "a question serves no aspect although the instrument declares aspects";

    ALLOW_WITHOUT_REASON "allow-without-reason" Error Acknowledgements
        "a warning is acknowledged without a reason";
    UNUSED_ALLOW "unused-allow" Warning Acknowledgements
        "an acknowledgement of something that is not found";
    ALLOW_OF_ERROR "allow-of-error" Error Acknowledgements
        "an error cannot be acknowledged";

    INVALID_JSON "invalid-json" Error Replies
        "a reply is not JSON";
    DUPLICATE_MEMBER "duplicate-member" Error Replies
        "an object of a reply has a member twice";
    MISSING_MEMBER "missing-member" Error Replies
        "a part that has to be in a reply is missing";
    UNKNOWN_MEMBER "unknown-member" Error Replies
        "a member that the format of replies does not have";
    WRONG_TYPE "wrong-type" Error Replies
        "a value has not the shape that its question asks for";
    WRONG_INSTRUMENT "wrong-instrument" Error Replies
        "a reply to another instrument";
    WRONG_VERSION "wrong-version" Error Replies
        "a reply to another version of the instrument";
    WRONG_LANGUAGE "wrong-language" Error Replies
        "a reply in a language that the instrument does not have";
    UNKNOWN_RESPONDENT_CLASS "unknown-respondent-class" Error Replies
        "a respondent of a class that the instrument does not ask";
    RESPONDENT_CODE "respondent-code" Warning Replies
        "a Member State is not named by its code";
    UNKNOWN_SECTION "unknown-section" Error Replies
        "a contributor to a section that does not ask who filled it in";
    COMMENT_NOT_ASKED "comment-not-asked" Error Replies
        "a comment where there is no space for one";
    ATTACHMENT_NOT_ALLOWED "attachment-not-allowed" Error Replies
        "a file or link where none may be given";
    MISSING_ATTACHMENT "missing-attachment" Error Replies
        "a file or link that has to be given is missing";
    UNKNOWN_QUESTION "unknown-question" Error Replies
        "an answer to a question that the instrument does not have";
    NOT_ASKED "not-asked" Error Replies
        "an answer to a question that was not asked";
    REQUIRED_UNANSWERED "required-unanswered" Error Replies
        "a required question is not answered";
    NONRESPONSE_NOT_OFFERED "nonresponse-not-offered" Error Replies
        "a non-response that the question does not offer";
    NOT_AN_OPTION "not-an-option" Error Replies
        "a value that is none of the options";
    OPTION_NOT_OFFERED "option-not-offered" Error Replies
        "an option that an earlier answer excludes";
    REPEATED_OPTION "repeated-option" Error Replies
        "an option is chosen twice";
    EXCLUSIVE_OPTION "exclusive-option" Error Replies
        "an option that stands alone is chosen with others";
    OTHER_WITHOUT_WORDS "other-without-words" Error Replies
        "the option “other” without the words that say what";
    WORDS_WITHOUT_OTHER "words-without-other" Error Replies
        "words for “other” where that option is not chosen";
    WRONG_COUNT "wrong-count" Error Replies
        "too few or too many options, entries or rows";
    OUT_OF_BOUNDS "out-of-bounds" Error Replies
        "a number, amount or date beyond its bounds";
    NUMBER_TOO_LARGE "number-too-large" Error Replies
        "a number that not every program can read exactly";
    TOO_MANY_DECIMALS "too-many-decimals" Error Replies
        "more decimal places than the question allows";
    NOT_A_DATE "not-a-date" Error Replies
        "a text that is not a day of the calendar";
    INVERTED_PERIOD "inverted-period" Error Replies
        "a period that ends before it begins";
    MALFORMED_TEXT "malformed-text" Error Replies
        "a text that is not written as its kind asks";
    PATTERN_NOT_MATCHED "pattern-not-matched" Error Replies
        "a text that does not match the pattern of its question";
    TEXT_TOO_LONG "text-too-long" Error Replies
        "a text with more characters than allowed";
    PROSE_TOO_LONG "prose-too-long" Warning Replies
        "a text with more words than the question asks for";
    MISSING_FIELD "missing-field" Error Replies
        "an entry lacks a field that is required";
    UNKNOWN_FIELD "unknown-field" Error Replies
        "an entry has a field that its record does not have";
    REPEATED_KEY "repeated-key" Error Replies
        "two entries of a list have the same key";
    UNKNOWN_ROW "unknown-row" Error Replies
        "a row that the table does not have";
    UNKNOWN_COLUMN "unknown-column" Error Replies
        "a column that the table does not have";
    MARK_NOT_OFFERED "mark-not-offered" Error Replies
        "a mark that the table does not offer";
    VALUE_BESIDE_MARK "value-beside-mark" Error Replies
        "a value beside a mark that says there is none";
    CHECK_FAILED "check-failed" Error Replies
        "a check of the instrument fails";
    CONFIRM_ANSWER "confirm-answer" Warning Replies
        "an answer that should be confirmed";
}

#[cfg(test)]
mod tests {
    use super::NAMES;

    #[test]
    fn constants_are_named_after_their_codes() {
        for (name, code) in NAMES {
            assert_eq!(*name, code.to_uppercase().replace('-', "_"));
        }
    }
}
