//! The name that was probably meant by one that nobody knows.

/// The name that was probably meant.
pub(crate) fn suggestion<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count();
    if length > 80 {
        return None;
    }
    let name = name.to_lowercase();
    // One slip in a short word, about one in three letters of a longer one. At most 2000 names are tried:
    // a file with more mistakes than that needs no guesses.
    let allowed = (length / 3).clamp(1, 4);
    let near = |it: &'a str| {
        let distance = strsim::damerau_levenshtein(&name, &it.to_lowercase());
        (distance <= allowed).then_some((distance, it))
    };
    let part =
        |it: &&'a str| length >= 4 && (it.ends_with(&format!(".{name}")) || it.starts_with(&name));
    let known: Vec<&str> = known.take(2_000).collect();
    let best = known.iter().copied().filter_map(near).min_by_key(|(distance, _)| *distance);
    best.map(|(_, it)| it).or_else(|| known.iter().copied().find(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        let known = ["tp_manager", "head", "ticket.emergency"];
        let meant = |name| suggestion(name, known.into_iter());
        assert_eq!(meant("tp_manger"), Some("tp_manager"));
        assert_eq!(meant("haed"), Some("head"));
        assert_eq!(meant("emergency"), Some("ticket.emergency"));
        assert_eq!(meant("engineer"), None);
    }
}
