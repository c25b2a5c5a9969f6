//! The words around the instrument's own: what the parts of a reply, marks and languages are called.
//!
//! They stand here and nowhere else, and reach forms through [`Labels`](crate::Labels): labels in another language bring theirs.

use enquire_model::Mark;

/// The parts of a reply that the instrument does not word, by the key that forms ask for.
pub(crate) const REPLY: [(&str, &str); 39] = [
    ("about", "About this reply"),
    ("questions", "Questions"),
    ("closing", "Comments and attachments"),
    ("instrument", "Questionnaire"),
    ("respondent", "Who replies"),
    ("class", "Class of respondent"),
    ("respondent_name", "Name"),
    ("respondent_name_help", "For a State, its ISO 3166-1 alpha-3 code; otherwise the name of the organization"),
    ("contact", "Contact"),
    ("sign_off", "Signature"),
    ("as_at", "Date for which the reply speaks"),
    ("language", "Language of the reply"),
    ("round", "Round of collection"),
    ("answers", "Answers"),
    ("contributors", "Who filled in the sections"),
    ("section", "Section"),
    ("person", "Person"),
    ("person_name", "Name"),
    ("body", "Ministry or other body"),
    ("telephone", "Telephone"),
    ("email", "E-mail"),
    ("comments", "Comments"),
    ("instrument_comments", "Comments on the questionnaire"),
    ("attachments", "Attachments"),
    ("links", "Links"),
    ("file_name", "Name of the file"),
    ("media_type", "Media type"),
    ("size", "Size in bytes"),
    ("sha256", "SHA-256"),
    ("amount", "Amount"),
    ("currency", "Currency"),
    ("beginning", "From"),
    ("ending", "To"),
    ("other", "Other (please specify)"),
    ("answer", "Answer"),
    ("no_answer", "If no answer can be given"),
    ("value", "Value"),
    ("mark", "Mark"),
    ("comment", "Comment"),
];

/// What a mark says.
pub(crate) fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Nil => "Nil",
        Mark::NotAvailable => "Not available",
        Mark::Estimate => "Estimate",
        Mark::Provisional => "Provisional",
        Mark::IncludedElsewhere => "Included elsewhere",
    }
}

/// A language in its own words; the tag itself if it is not one of the official languages of the United Nations.
pub(crate) fn language(tag: &str) -> &str {
    match tag {
        "ar" => "العربية",
        "en" => "English",
        "es" => "Español",
        "fr" => "Français",
        "ru" => "Русский",
        "zh" => "中文",
        other => other,
    }
}
