//! "Did you mean": what a misspelt word may have meant, and lists of words in a sentence.

/// How many words are listed where none is near.
const MOST_LISTED: usize = 12;

/// The word of `known` that is nearest to `word`, if one is near.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let most = (word.chars().count() / 3).clamp(1, 3);
    let folded = word.to_lowercase();
    let distance = |it: &str| strsim::damerau_levenshtein(&folded, &it.to_lowercase());
    known
        .into_iter()
        .map(|it| (distance(it), it))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, it)| it)
}

/// What to say of a word that is not known: the one that it may have meant, or all of them if they are few.
pub(crate) fn help(word: &str, known: &[&str]) -> Option<String> {
    if let Some(near) = nearest(word, known.iter().copied()) {
        return Some(format!("did you mean `{near}`?"));
    }
    (1..=MOST_LISTED).contains(&known.len()).then(|| format!("known here: {}", listed(known)))
}

/// `` `a`, `b` and `c` ``.
pub(crate) fn listed(words: &[&str]) -> String {
    joined(&words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>(), "and")
}

/// `a, b and c`.
pub(crate) fn joined(parts: &[String], last: &str) -> String {
    match parts.split_last() {
        Some((end, before @ [_, ..])) => format!("{} {last} {end}", before.join(", ")),
        Some((only, [])) => only.clone(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_is_near_and_lists_what_is_few() {
        assert_eq!(help("In_Part", &["yes", "in_part", "no"]).unwrap(), "did you mean `in_part`?");
        assert_eq!(help("perhaps", &["yes", "in_part", "no"]).unwrap(), "known here: `yes`, `in_part` and `no`");
        assert_eq!(help("perhaps", &[]), None);
    }
}
