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
