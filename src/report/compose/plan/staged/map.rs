//! The staffing map: how many people, by items a month and minutes on each, and where the department is.

use super::Decided;
use crate::ids::RoleId;
use crate::plan::staged::data::MapCell;
use crate::report::{Areas, Arrow, Axis, Chart, Figure, Format, Ink, Word, texts};

/// The maps of all hired roles, first of the one whose cells differ most; where they are all alike, one number
/// needs no map.
pub(crate) fn maps(decided: Decided<'_>) -> Vec<Chart> {
    let cells = &decided.staged.map;
    let mut roles: Vec<RoleId> = cells.iter().map(|it| it.role).collect();
    roles.dedup();
    let more = |role: RoleId| cells.iter().any(|it| it.role == role && it.people.is_none());
    let spread = |role: RoleId| {
        let most = people(cells, role).max();
        most.unwrap_or(0) - people(cells, role).min().unwrap_or(0)
    };
    roles.retain(|it| spread(*it) > 0 || more(*it));
    roles.sort_by_key(|it| std::cmp::Reverse(spread(*it)));
    let each = roles.into_iter().filter_map(|it| map(decided, it));
    let numbered = each.enumerate().map(|(index, it)| match index {
        0 => it,
        _ => Chart { key: format!("{}-{}", it.key, index + 1), ..it },
    });
    numbered.collect()
}

/// The map of a role.
fn map(decided: Decided<'_>, role: RoleId) -> Option<Chart> {
    let cells = &decided.staged.map;
    let own: Vec<&MapCell> = cells.iter().filter(|it| it.role == role).collect();
    let columns = distinct(own.iter().map(|it| it.level));
    let rows = distinct(own.iter().map(|it| it.minutes));
    if columns.len() < 2 || rows.len() < 2 {
        return None;
    }
    let at = |minutes: f64, level: f64| {
        let cell = own.iter().find(|it| it.level == level && it.minutes == minutes);
        cell.and_then(|it| it.people).map(f64::from)
    };
    let values = rows.iter().map(|&row| columns.iter().map(|&it| at(row, it)).collect());
    let axis = |word: Word| Axis { title: decided.say(word), format: Format::Count };
    let figure = Figure::Areas(Areas {
        x: axis(Word::MapAcross),
        y: axis(Word::MapUp),
        format: Format::Count,
        values: values.collect(),
        columns,
        rows,
        more: decided.say(Word::MapMore),
        arrows: arrows(decided, role),
    });
    let (from, to) = (people(cells, role).min()?, people(cells, role).max()?);
    let name = decided.role_first(role);
    let title = match own.iter().any(|it| it.people.is_none()) {
        true => decided.say(texts::ChartMapMore { role: name, from, to }),
        false => decided.say(texts::ChartMap { role: name, from, to }),
    };
    let confidence = decided.locale.share_short(decided.staged.confidence);
    let subtitle = match decided.staged.here.iter().any(|it| it.role == role) {
        true => decided.say(texts::ChartMapSubtitle { confidence }),
        false => decided.say(texts::ChartMapCells { confidence }),
    };
    let has_table = decided.staged.tables.iter().any(|it| it.role == role);
    let subtitle = match has_table {
        true => {
            let table = decided.say(Word::RuleTableTitle);
            format!("{subtitle}. {}", decided.say(texts::ChartMapStill { table }))
        }
        false => subtitle,
    };
    Some(decided.chart("staffing-map", title, subtitle, figure))
}

fn people(cells: &[MapCell], role: RoleId) -> impl Iterator<Item = u32> {
    cells.iter().filter(move |it| it.role == role).filter_map(|it| it.people)
}

/// In order, each once.
fn distinct(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    values
}

/// Where the department is in each reading, and where growth takes it.
fn arrows(decided: Decided<'_>, role: RoleId) -> Vec<Arrow> {
    let here = decided.staged.here.iter().filter(|it| it.role == role);
    let arrow = |(index, it): (usize, &crate::plan::staged::data::Here)| Arrow {
        label: it.reading.in_lang(decided.locale.lang).to_owned(),
        from: it.now,
        to: it.then,
        ink: Ink::Slot(1 + (index % 3) as u8),
    };
    here.enumerate().map(arrow).collect()
}
