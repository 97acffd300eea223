//! Months as people name them: Feb, february, февраля.

/// How their names begin.
const MONTHS: [[&str; 2]; 12] = [
    ["jan", "янв"],
    ["feb", "фев"],
    ["mar", "мар"],
    ["apr", "апр"],
    // After March: «мар» begins with «ма», too.
    ["may", "ма"],
    ["jun", "июн"],
    ["jul", "июл"],
    ["aug", "авг"],
    ["sep", "сен"],
    ["oct", "окт"],
    ["nov", "ноя"],
    ["dec", "дек"],
];

pub(crate) fn month_named(name: &str) -> Option<i8> {
    let name = name.to_lowercase();
    let begins = |it: &[&str; 2]| it.iter().any(|it| name.starts_with(it));
    MONTHS.iter().position(begins).map(|it| it as i8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_any_case_of_both_languages() {
        let named = ["Feb", "march", "марта", "мая", "MAY", "Декабрь", "week"].map(month_named);
        assert_eq!(named, [Some(2), Some(3), Some(3), Some(5), Some(5), Some(12), None]);
    }
}
