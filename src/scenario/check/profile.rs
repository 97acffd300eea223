//! Profiles of arrivals: factors of months, weekdays and hours.

use crate::scenario::keys::{MONTHS, ProfileFile, WEEKDAYS};
use crate::scenario::model::{Profile, Text};
use crate::scenario::numbered::numbered;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, join, list};
use crate::scenario::suggestion::suggestion;
use crate::scenario::value::{Wanted, known};

impl Profile {
    /// No profile.
    pub(crate) fn flat() -> Self {
        Self {
            regular: false,
            months: [1.0; 12],
            weekdays: [1.0; 7],
            hours: Vec::new(),
            day_cv: 0.0,
            batch: None,
        }
    }

    /// What a table says, over what is known already.
    pub(crate) fn read(file: &ProfileFile<'_>, base: Self, c: &mut Check<'_>) -> Self {
        let regular = file.regular.read(c).flatten();
        let months = file.months.with(|it| factors(it, &MONTHS, c)).flatten();
        let weekdays = file.weekdays.with(|it| factors(it, &WEEKDAYS, c)).flatten();
        let hours = file.hours.with(|it| hours(it, c)).flatten();
        let day_cv = file.day_cv.read(c).flatten();
        let batch = file.count.read(c).flatten();
        Self {
            regular: regular.unwrap_or(base.regular),
            months: months.unwrap_or(base.months),
            weekdays: weekdays.unwrap_or(base.weekdays),
            hours: hours.unwrap_or(base.hours),
            day_cv: day_cv.unwrap_or(base.day_cv),
            batch: batch.or(base.batch),
        }
    }
}

fn factor(at: &At<'_>, c: &mut Check<'_>) -> Option<f64> {
    known(at, Wanted::number(0.0, 1_000.0), c)
}

fn numbers(found: usize) -> Text {
    numbered(found, ["число", "числа", "чисел"], ["number", "numbers"])
}

/// A factor for each name: a list of all, or a table of some.
fn factors<const N: usize>(at: &At<'_>, names: &[&str], c: &mut Check<'_>) -> Option<[f64; N]> {
    if at.node.table().is_some() {
        return some_factors(at, |it| names.iter().position(|name| *name == it), names, c);
    }
    let items = list(at, c)?;
    if items.len() != N {
        let Text { ru, en } = numbers(items.len());
        let what = say!("{ru}, а нужно {N}", "{en} where {N} are needed");
        let example = names.join(", ");
        c.wrong(at, what, say!("по порядку: {example}", "in the order {example}"));
        return None;
    }
    let mut all = [1.0; N];
    for (place, item) in all.iter_mut().zip(&items) {
        *place = factor(item, c)?;
    }
    not_all_zero(&all, at, c).then_some(all)
}

fn some_factors<const N: usize>(
    at: &At<'_>,
    position: impl Fn(&str) -> Option<usize>,
    names: &[&str],
    c: &mut Check<'_>,
) -> Option<[f64; N]> {
    let mut all = [1.0; N];
    for (key, place, item) in at.children() {
        match position(key) {
            Some(position) => all[position] = factor(&item, c).unwrap_or(1.0),
            None => {
                let known = names.join(", ");
                let what = say!("неизвестный ключ `{key}`", "unknown key `{key}`");
                let instead = match suggestion(key, names.iter().copied()) {
                    Some(near) => say!(
                        "возможно, `{near}`? известны: {known}",
                        "did you mean `{near}`? known are {known}"
                    ),
                    None => say!("известны: {known}", "known are {known}"),
                };
                c.wrong_at(place, &join(&at.path, key), what, instead);
            }
        }
    }
    not_all_zero(&all, at, c).then_some(all)
}

fn not_all_zero(factors: &[f64], at: &At<'_>, c: &mut Check<'_>) -> bool {
    let some = factors.iter().any(|it| *it > 0.0);
    if !some {
        let what = say!(
            "все множители — нули: ничего не придёт",
            "every factor is zero: nothing would arrive"
        );
        c.wrong(at, what, say!("хотя бы один больше нуля", "at least one must be above zero"));
    }
    some
}

/// Weights of the hours: some by name, 24 numbers, or seven times 24.
fn hours(at: &At<'_>, c: &mut Check<'_>) -> Option<Vec<[f64; 24]>> {
    if at.node.table().is_some() {
        let hour = |it: &str| it.parse::<usize>().ok().filter(|it| *it < 24);
        return some_factors(at, hour, &["0", "…", "23"], c).map(|it| vec![it]);
    }
    let items = list(at, c)?;
    let names: Vec<String> = (0..24).map(|it| it.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let by_day = items.iter().any(|it| it.node.list().is_some());
    if !by_day {
        return factors(at, &names, c).map(|it| vec![it]);
    }
    if items.len() != 7 {
        let what = say!("нужно семь списков", "seven lists are needed");
        c.wrong(
            at,
            what,
            say!("по одному на день недели, с понедельника", "one for each weekday, Monday first"),
        );
        return None;
    }
    let mut days = Vec::new();
    for item in &items {
        let inner = list(item, c)?;
        if inner.len() != 24 {
            let Text { ru, en } = numbers(inner.len());
            let what = say!("{ru}, а нужно 24", "{en} where 24 are needed");
            c.wrong(item, what, say!("по одному на час", "one for each hour"));
            return None;
        }
        let mut day = [0.0; 24];
        for (place, it) in day.iter_mut().zip(&inner) {
            *place = factor(it, c)?;
        }
        days.push(day);
    }
    not_all_zero(days.as_flattened(), at, c).then_some(days)
}
