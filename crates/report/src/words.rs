//! Every word that the tool itself prints in a report, one row for each sentence, in the style of United Nations documents.
//!
//! No sentence begins with a figure, because the blank of a number may stand for one.

use enquire_form::document::Line;
use enquire_form::words::Sentence;

/// The words of a report in one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words(enquire_form::Words);

impl Words {
    /// The words in English.
    pub(crate) fn english() -> Self {
        Self(enquire_form::Words::english())
    }

    /// The words of forms in the same language.
    pub(crate) fn of_forms(self) -> enquire_form::Words {
        self.0
    }

    fn fill(self, sentence: &'static Sentence, values: &[Line]) -> Line {
        self.0.fill(sentence, values)
    }
}

enquire_form::sentences! { Words;
    skeleton() = "Skeleton";
    skip_link() = "Go to the report";
    running(symbol) = "{symbol} (skeleton)";
    pursuant_to(mandates) = "Report pursuant to {mandates}";
    document_title(title) = "{title}: skeleton of the report";
    about_skeleton() = "About this skeleton";
    about_blanks() = "What stands in square brackets is a blank and says what belongs there. Under each paragraph stand the questions on which it draws.";
    about_denominator(shares) = "Shares are taken of {shares}.";
    about_guard(count) = "No percentage is given for fewer than {count} replies; the numbers themselves are.";
    about_groups(groups, day) = "{groups} are taken as they were on {day}.";
    about_quotation_never() = "The words of a reply are not quoted.";
    about_quotation_consent() = "The words of a reply are quoted only with the consent of those who gave it.";
    about_quotation_always() = "The words of a reply may be quoted.";
    about_order(respondents) = "{respondents} are named in alphabetical order and are not compared in rank.";
    fact_instrument() = "Instrument";
    fact_cut_off() = "Replies received by";
    release(title, version) = "{title}, version {version}";
    contents() = "Contents";

    states() = "States";
    respondents() = "respondents";
    states_first() = "States";
    respondents_first() = "Respondents";
    of_replied(respondents) = "the {respondents} that replied";
    of_asked(respondents) = "the {respondents} that were asked the question";
    of_answered(respondents) = "the {respondents} that answered the question";
    of_addressed(respondents) = "the {respondents} that were invited to reply";
    base_replied(number, respondents) = "the {number} {respondents} that replied";
    base_asked(number, respondents) = "the {number} {respondents} that were asked the question";
    base_answered(number, respondents) = "the {number} {respondents} that answered the question";
    base_addressed(number, respondents) = "the {number} {respondents} that were invited to reply";

    statement(base, question, number, words) = "In reply to {question}, of {base}, {number} {words}.";
    asked(question, wording) = "{question} (“{wording}”)";
    closed(asked, base, counts) = "In reply to {asked}, of {base}, {counts}.";
    said(number, choice) = "{number} said {choice}";
    named(number, choice) = "{number} named {choice}";
    put_first(number, choice) = "{number} put {choice} first";
    said_other(number, words) = "{number} gave another answer, namely {words}";
    further(counts) = "A further {counts}.";
    figures(asked, who, lowest, highest, median) = "In reply to {asked}, {who} gave figures from {lowest} to {highest}; half of them gave {median} or less.";
    figures_in(asked, who, lowest, highest, median, unit) = "In reply to {asked}, {who} gave figures from {lowest} to {highest} {unit}; half of them gave {median} {unit} or less.";
    amounts(asked, who, lowest, highest) = "In reply to {asked}, {who} gave amounts from {lowest} to {highest}.";
    times(asked, who, earliest, latest) = "In reply to {asked}, {who} gave dates from {earliest} to {latest}.";
    periods(asked, who, earliest, latest) = "In reply to {asked}, {who} gave periods between {earliest} and {latest}.";
    answers(asked, who, answers) = "In reply to {asked}, {who} answered {answers}.";
    particulars(asked, who) = "In reply to {asked}, {who} gave particulars, which are kept with the replies.";
    listed(asked, who, entries, each) = "In reply to {asked}, {who} listed {entries} entries in all: {each}.";
    detailed(asked, who, each) = "In reply to {asked}, {who} gave details: {each}.";
    tabled(asked, who, table) = "The answers of {who} to {asked} are set out in {table}.";
    told(asked, names, summary) = "In reply to {asked}, {names} reported {summary}.";
    difficulties(asked, names, summary) = "Difficulties reported by {names} in reply to {asked} concerned {summary}.";
    assistance(asked, names, summary) = "Technical assistance sought by {names} in reply to {asked} concerned {summary}.";
    practices(asked, name, practice, each) = "In reply to {asked}, {name} described {practice}. {each}";
    suggestions(asked, respondents, names, summary) = "Where {respondents} added comments in reply to {asked}, {names} suggested {summary}.";
    none_named(respondents) = "No {respondents} are named, because the answers are confidential.";

    number_of(number, respondents) = "{number} {respondents}";
    per_cent() = "per cent";

    blank_number() = "number";
    blank_names_states() = "names of States";
    blank_names_respondents() = "names of respondents";
    blank_name_state() = "name of State";
    blank_name_respondent() = "name of respondent";
    blank_summary() = "summary";
    blank_other() = "what was specified";
    blank_lowest() = "lowest";
    blank_highest() = "highest";
    blank_median() = "median";
    blank_earliest() = "earliest";
    blank_latest() = "latest";
    blank_answers() = "the answers";
    blank_practice() = "the practice, in its own words where they may be quoted, and its result";
    blank_practice_summary() = "the practice and its result";
    blank_each_practice() = "one sentence for each practice, in alphabetical order";
    blank_each_entry(fields) = "for each: {fields}";
    blank_symbol() = "symbol";
    blank_cut_off() = "cut-off date";
    blank_in_order(names) = "{names}, in alphabetical order";

    source(question, id) = "{question} ({id})";
    source_options(question, id, options) = "{question} ({id}: {options})";
    table_number(number) = "table {number}";
    table_caption(number, title) = "Table {number}. {title}";
    figure_number(number) = "figure {number}";
    figure_caption(number, title) = "Figure {number}. {title}";
    other() = "Other";
    answer_column() = "Answer";
    number_column() = "Number";
    per_cent_column() = "Per cent";
    total_column() = "All";
    total_row() = "Total";
    numbers_of(respondents) = "Number of {respondents}";
    table_headnote(shares) = "Number of replies, and percentage of {shares}";
    table_headnote_many(shares) = "Number of replies, and percentage of {shares}. Several answers could be given.";
    guard_note(count) = "No percentage is given for fewer than {count} replies.";
    groups_note(groups, day) = "{groups} as at {day}.";
    sums_note() = "Each cell is the sum of the figures given; figures that were not available are left out.";
    lowest_column() = "Lowest";
    median_column() = "Median";
    highest_column() = "Highest";
    replies_column() = "Replies";
    respondent_column() = "State";
    other_respondent_column() = "Respondent";

    regional_groups() = "Regional groups";
    african_group() = "African Group";
    asia_pacific_group() = "Asia-Pacific Group";
    eastern_european_group() = "Eastern European Group";
    latin_american_group() = "Latin American and Caribbean Group";
    western_european_group() = "Western European and other Group";
    regions() = "Regions";
    africa() = "Africa";
    americas() = "Americas";
    asia() = "Asia";
    europe() = "Europe";
    oceania() = "Oceania";
    classes() = "Classes of respondents";

    annex(number) = "Annex {number}";
    respondents_annex(respondents) = "{respondents} that replied";
    questions_annex() = "Questions and the paragraphs that draw on them";
    question_column() = "Question";
    id_column() = "Id";
    wording_column() = "Wording";
    drawn_on_column() = "Drawn on in";
    in_paragraph(number) = "paragraph {number}";
    no_paragraph() = "not drawn on";
    other_questions() = "Questions on which no chapter draws";
}
