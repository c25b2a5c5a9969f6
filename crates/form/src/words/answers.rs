//! Words around the room for an answer.

crate::sentences! { crate::words::Words;
    other() = "Other";
    other_specify() = "Other (please specify)";
    specify() = "Please specify";
    tick_one() = "Tick one box.";
    tick_many() = "Tick all that apply.";
    tick_exactly(count) = "Tick {count} {count:box|boxes}.";
    tick_at_least(count) = "Tick at least {count} {count:box|boxes}.";
    tick_at_most(count) = "Tick at most {count} {count:box|boxes}.";
    tick_between(least, most) = "Tick {least} to {most} boxes.";
    stands_alone() = "If you tick this box, tick no other.";
    rank_all() = "Number the boxes in order of importance, beginning with 1 for the most important.";
    rank_at_most(count) = "Number up to {count} {count:box|boxes} in order of importance, beginning with 1 for the most important.";
    rank_place(option) = "Place of “{option}” in the order";
    under_choice(choice, question) = "If you answered {choice} to {question}:";
    none_to_list() = "There are none to list";
    instead() = "Instead of an answer:";

    hint_next(before, next) = "{before}, {next}";
    limit_words(count) = "At most {count} {count:word|words}.";
    at_most_words(count) = "at most {count} {count:word|words}";
    at_most_characters(count) = "at most {count} {count:character|characters}";
    whole_number() = "a whole number";
    places(count) = "up to {count} decimal {count:place|places}";
    per_cent() = "per cent";
    between(from, to) = "from {from} to {to}";
    at_least(from) = "{from} or more";
    at_most(to) = "{to} or less";
    time_between(from, to) = "from {from} to {to}";
    time_since(from) = "{from} or later";
    time_until(to) = "{to} or earlier";
    day_format() = "day, month, year";
    name_of_country() = "name of the country or area";
    name_of_language() = "name of the language";
    name_of_file() = "name of the file sent with the reply";
    web_address() = "address on the web";
    email_address() = "e-mail address";
    telephone_number() = "telephone number, with the country code";
    one_of_options(options) = "one of: {options}";
    option_next(before, next) = "{before}; {next}";

    entry(number) = "Entry {number}";
    entries_at_least(count) = "List at least {count} {count:entry|entries}.";
    entries_at_most(count) = "List at most {count} {count:entry|entries}.";
    entries_between(least, most) = "List {least} to {most} entries.";
    entries_exactly(count) = "List {count} {count:entry|entries}.";
    entries_unlike(field) = "No two entries may have the same “{field}”.";
    fields_expected(fields) = "In every entry {fields} should be filled in.";
    entries_continue() = "If there are more, continue on a separate sheet in the same form.";
    rows_continue() = "If there are more rows, continue on a separate sheet in the same form.";
    number_of_entry() = "No.";
    row_number(number) = "Row {number}";
    cell(row, column) = "{row}: {column}";
    total() = "Total";
    mark_of(cell) = "Mark for {cell}";
    marks_note(marks) = "A mark may be written in the small box of a cell: {marks}.";
    mark_means(letter, meaning) = "{letter} for {meaning}";
    nil() = "none (nil)";
    not_available() = "not available";
    estimate() = "an estimate";
    provisional() = "a provisional figure";
    included_elsewhere() = "a figure included elsewhere";
}

impl crate::words::Words {
    /// What a mark means.
    pub(crate) fn mark(self, mark: enquire_model::Mark) -> crate::document::Line {
        use enquire_model::Mark;
        match mark {
            Mark::Nil => self.nil(),
            Mark::NotAvailable => self.not_available(),
            Mark::Estimate => self.estimate(),
            Mark::Provisional => self.provisional(),
            Mark::IncludedElsewhere => self.included_elsewhere(),
        }
    }

    /// The letter of a mark. The first two are the signs of United Nations statistics.
    pub(crate) fn mark_letter(mark: enquire_model::Mark) -> &'static str {
        use enquire_model::Mark;
        match mark {
            Mark::Nil => "–",
            Mark::NotAvailable => "..",
            Mark::Estimate => "e",
            Mark::Provisional => "p",
            Mark::IncludedElsewhere => "i",
        }
    }
}
