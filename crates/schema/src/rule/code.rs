//! The codes of findings about replies: the names of the rules that a reply can break, the same as the reply checker's.

/// Every code, and the list of them.
macro_rules! codes {
    ($($name:ident = $code:literal;)*) => {
        $(pub(crate) const $name: &str = $code;)*

        /// Every code that rules of replies are named by in `rules.json`.
        pub const RULE_CODES: &[&str] = &[$($code),*];
    };
}

codes! {
    ATTACHMENT_NOT_ALLOWED = "attachment-not-allowed";
    CHECK_FAILED = "check-failed";
    COMMENT_NOT_ASKED = "comment-not-asked";
    CONFIRM_ANSWER = "confirm-answer";
    DUPLICATE_MEMBER = "duplicate-member";
    EXCLUSIVE_OPTION = "exclusive-option";
    INVERTED_PERIOD = "inverted-period";
    MALFORMED_TEXT = "malformed-text";
    MARK_NOT_OFFERED = "mark-not-offered";
    MISSING_ATTACHMENT = "missing-attachment";
    MISSING_FIELD = "missing-field";
    MISSING_MEMBER = "missing-member";
    NONRESPONSE_NOT_OFFERED = "nonresponse-not-offered";
    NOT_A_DATE = "not-a-date";
    NOT_AN_OPTION = "not-an-option";
    NOT_ASKED = "not-asked";
    NUMBER_TOO_LARGE = "number-too-large";
    OPTION_NOT_OFFERED = "option-not-offered";
    OTHER_WITHOUT_WORDS = "other-without-words";
    OUT_OF_BOUNDS = "out-of-bounds";
    PATTERN_NOT_MATCHED = "pattern-not-matched";
    PROSE_TOO_LONG = "prose-too-long";
    REPEATED_KEY = "repeated-key";
    REPEATED_OPTION = "repeated-option";
    REQUIRED_UNANSWERED = "required-unanswered";
    RESPONDENT_CODE = "respondent-code";
    TEXT_TOO_LONG = "text-too-long";
    TOO_MANY_DECIMALS = "too-many-decimals";
    UNKNOWN_COLUMN = "unknown-column";
    UNKNOWN_FIELD = "unknown-field";
    UNKNOWN_MEMBER = "unknown-member";
    UNKNOWN_QUESTION = "unknown-question";
    UNKNOWN_RESPONDENT_CLASS = "unknown-respondent-class";
    UNKNOWN_ROW = "unknown-row";
    UNKNOWN_SECTION = "unknown-section";
    VALUE_BESIDE_MARK = "value-beside-mark";
    WORDS_WITHOUT_OTHER = "words-without-other";
    WRONG_COUNT = "wrong-count";
    WRONG_INSTRUMENT = "wrong-instrument";
    WRONG_LANGUAGE = "wrong-language";
    WRONG_TYPE = "wrong-type";
}
