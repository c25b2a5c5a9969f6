//! "Did you mean": names near to one that nothing declares.

/// At most three of `candidates` that `name` may have meant, nearest first.
pub(crate) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let most = (name.chars().count() / 3).clamp(1, 3);
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter(|candidate| *candidate != name)
        .filter_map(|candidate| {
            let distance = strsim::damerau_levenshtein(name, candidate);
            let related =
                candidate.len() > 3 && (candidate.starts_with(name) || candidate.ends_with(name)) && name.len() > 3;
            (distance <= most || related).then_some((distance, candidate))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

/// What to say of a name that is not among `candidates`: those it may have meant, or, if they are few, all of them.
pub(crate) fn help<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    let all: Vec<&str> = candidates.into_iter().collect();
    let near = nearest(name, all.iter().copied());
    if !near.is_empty() {
        return format!("did you mean {}?", list(&near, "or"));
    }
    if (1..=12).contains(&all.len()) { format!("known here: {}", list(&all, "and")) } else { otherwise.to_owned() }
}

/// Names in backticks, joined by commas and a last word.
pub(crate) fn list(names: &[&str], last: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
        None => String::new(),
    }
}
