//! Words for conditions and computed values.

crate::sentences! { crate::words::Words;
    condition(clause) = "If {clause}";
    both(first, second) = "both {first} and {second}";
    either(first, second) = "either {first} or {second}";
    every_one_of(clauses) = "all of the following hold: {clauses}";
    at_least_one_of(clauses) = "at least one of the following holds: {clauses}";
    clause_next(before, next) = "{before}; {next}";
    and_clause(before, last) = "{before}, and {last}";
    or_clause(before, last) = "{before}, or {last}";
    and_last_clause(before, last) = "{before}; and {last}";
    or_last_clause(before, last) = "{before}; or {last}";

    answered(choice, question) = "you answered {choice} to {question}";
    answered_otherwise(choice, question) = "you gave an answer other than {choice} to {question}";
    chose(choice, question) = "you chose {choice} among the answers to {question}";
    not_chosen(choice, question) = "you answered {question} without choosing {choice}";
    gave_any(question) = "you answered {question}";
    gave_none(question) = "you did not answer {question}";
    left_blank(question) = "you left {question} blank";
    not_left_blank(question) = "you did not leave {question} blank";
    applies(question) = "{question} applies to you";
    applies_not(question) = "{question} does not apply to you";
    not_answered(choice, question) = "you did not answer {choice} to {question}";
    known(result) = "{result} can be worked out";
    not_known(result) = "{result} cannot be worked out";

    gave_number(value, question) = "you gave {value} in reply to {question}";
    gave_other_number(value, question) = "you gave a number other than {value} in reply to {question}";
    gave_less(value, question) = "you gave a number less than {value} in reply to {question}";
    gave_at_most(value, question) = "you gave a number of {value} or less in reply to {question}";
    gave_greater(value, question) = "you gave a number greater than {value} in reply to {question}";
    gave_at_least(value, question) = "you gave a number of {value} or more in reply to {question}";

    gave_year(value, question) = "you gave the year {value} in reply to {question}";
    gave_other_year(value, question) = "you gave a year other than {value} in reply to {question}";
    gave_year_before(value, question) = "you gave a year before {value} in reply to {question}";
    gave_year_until(value, question) = "you gave the year {value} or an earlier one in reply to {question}";
    gave_year_after(value, question) = "you gave a year after {value} in reply to {question}";
    gave_year_since(value, question) = "you gave the year {value} or a later one in reply to {question}";

    gave_day(value, question) = "you gave the date {value} in reply to {question}";
    gave_other_day(value, question) = "you gave a date other than {value} in reply to {question}";
    gave_day_before(value, question) = "you gave a date before {value} in reply to {question}";
    gave_day_until(value, question) = "you gave a date no later than {value} in reply to {question}";
    gave_day_after(value, question) = "you gave a date after {value} in reply to {question}";
    gave_day_since(value, question) = "you gave a date no earlier than {value} in reply to {question}";

    wrote(value, question) = "you wrote {value} in reply to {question}";
    wrote_otherwise(value, question) = "you wrote something other than {value} in reply to {question}";

    listed(count, question) = "you listed {count} {count:entry|entries} in reply to {question}";
    listed_other(count, question) = "you listed a number of entries other than {count} in reply to {question}";
    listed_less(count, question) = "you listed fewer than {count} {count:entry|entries} in reply to {question}";
    listed_at_most(count, question) = "you listed at most {count} {count:entry|entries} in reply to {question}";
    listed_more(count, question) = "you listed more than {count} {count:entry|entries} in reply to {question}";
    listed_at_least(count, question) = "you listed at least {count} {count:entry|entries} in reply to {question}";

    picked(count, question) = "you chose {count} {count:answer|answers} to {question}";
    picked_other(count, question) = "you chose a number of answers other than {count} to {question}";
    picked_less(count, question) = "you chose fewer than {count} {count:answer|answers} to {question}";
    picked_at_most(count, question) = "you chose at most {count} {count:answer|answers} to {question}";
    picked_more(count, question) = "you chose more than {count} {count:answer|answers} to {question}";
    picked_at_least(count, question) = "you chose at least {count} {count:answer|answers} to {question}";

    is_equal(left, right) = "{left} is {right}";
    is_unequal(left, right) = "{left} is not {right}";
    is_less(left, right) = "{left} is less than {right}";
    is_at_most(left, right) = "{left} is not greater than {right}";
    is_greater(left, right) = "{left} is greater than {right}";
    is_at_least(left, right) = "{left} is not less than {right}";
    is_before(left, right) = "{left} is earlier than {right}";
    is_until(left, right) = "{left} is not later than {right}";
    is_after(left, right) = "{left} is later than {right}";
    is_since(left, right) = "{left} is not earlier than {right}";
    has_chosen(left, choice) = "{choice} is among the answers to {left}";
    has_not_chosen(left, choice) = "{choice} is not among the answers to {left}";

    some_entry(question, clause) = "in at least one entry in reply to {question}, {clause}";
    no_entry(question, clause) = "in no entry in reply to {question} it is so that {clause}";
    every_entry(question, clause) = "in every entry in reply to {question}, {clause}";
    not_every_entry(question, clause) = "in some entry in reply to {question} it is not so that {clause}";

    holds(value) = "{value} holds";
    holds_not(value) = "{value} does not hold";
    always() = "in every case";
    never() = "in no case";

    reply_to(question) = "the reply to {question}";
    cell_of(column, row, question) = "the figure under {column} in the row {row} of {question}";
    field_of(field, question) = "{field} in reply to {question}";
    beginning_of(question) = "the beginning of the period given in reply to {question}";
    ending_of(question) = "the end of the period given in reply to {question}";
    amount_of(question) = "the amount given in reply to {question}";
    as_at() = "the day for which the reply speaks";
    period_start() = "the first day of the reference period";
    period_end() = "the last day of the reference period";
    days(count) = "{count} {count:day|days}";
    months(count) = "{count} {count:month|months}";
    years(count) = "{count} {count:year|years}";
    count_of(question) = "the number of entries in reply to {question}";
    count_where(question, clause) = "the number of entries in reply to {question} in which {clause}";
    sum_of(field, question) = "the sum of {field} in reply to {question}";
    sum_where(field, question, clause) = "the sum of {field} over those entries in reply to {question} in which {clause}";
    least_of(field, question) = "the smallest {field} in reply to {question}";
    least_where(field, question, clause) = "the smallest {field} among those entries in reply to {question} in which {clause}";
    most_of(field, question) = "the largest {field} in reply to {question}";
    most_where(field, question, clause) = "the largest {field} among those entries in reply to {question} in which {clause}";
    earliest_of(field, question) = "the earliest {field} in reply to {question}";
    earliest_where(field, question, clause) = "the earliest {field} among those entries in reply to {question} in which {clause}";
    latest_of(field, question) = "the latest {field} in reply to {question}";
    latest_where(field, question, clause) = "the latest {field} among those entries in reply to {question} in which {clause}";
    year_of(day) = "the year of {day}";
    years_between(first, last) = "the number of whole years from {first} to {last}";
    months_between(first, last) = "the number of whole months from {first} to {last}";
    days_between(first, last) = "the number of days from {first} to {last}";
    rounded(value) = "{value}, rounded to a whole number";
    chosen_count(question) = "the number of answers chosen in {question}";
    measured(number, unit) = "{number} {unit}";
    bracketed(value) = "({value})";
    plus(left, right) = "{left} + {right}";
    minus(left, right) = "{left} − {right}";
    times(left, right) = "{left} × {right}";
    divided(left, right) = "{left} ÷ {right}";
    equals(value) = "= {value}";
    yes_if(clause) = "Yes if {clause}; otherwise no";
}
