//! `[drivers.…]`: quantities that change with time.

use super::all_of;
use super::book::Book;
use crate::ids::DriverId;
use crate::measures::is_taken;
use crate::scenario::keys::{
    BrokenPromisesFile, CompoundFile, DRIVER, DriverFile, DriverStepFile, LinearFile, PointFile,
    StockFile, complete,
};
use crate::scenario::model::{BrokenPromises, Driver, DriverPath, Quantity};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list, own_names};
use crate::scenario::value::date;
use jiff::civil::Date;

/// Reads every driver.
pub(crate) fn all(root: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Vec<Driver>> {
    let Some(table) = root.child("drivers") else {
        return Some(Vec::new());
    };
    let entries = own_names(&table, c);
    let drivers: Vec<Option<Driver>> =
        entries.iter().map(|(key, _, at)| driver(key, at, book, c)).collect();
    let inflows = |it: &Option<Driver>| match it.as_ref().map(|it| &it.path) {
        Some(DriverPath::Stock { inflow: Some(inflow), .. }) => Some(inflow.index()),
        _ => None,
    };
    let inflows: Vec<Option<usize>> = drivers.iter().map(inflows).collect();
    circles(&entries.iter().map(|it| it.2.clone()).collect::<Vec<_>>(), &inflows, book, c);
    all_of(drivers)
}

/// A driver that is filled by itself, directly or through others, has no value.
fn circles(entries: &[At<'_>], inflows: &[Option<usize>], book: &Book, c: &mut Check<'_>) {
    let mut reported = vec![false; inflows.len()];
    for (start, entry) in entries.iter().enumerate() {
        let mut chain = vec![start];
        while let Some(next) = inflows[chain[chain.len() - 1]] {
            if next == start {
                if !chain.iter().any(|it| reported[*it]) {
                    chain.iter().for_each(|it| reported[*it] = true);
                    chain.push(start);
                    let names = chain.iter().map(|it| book.drivers.list()[*it].as_str());
                    let names = names.collect::<Vec<_>>().join(" → ");
                    let what = say!(
                        "драйверы зависят друг от друга по кругу: {names}",
                        "drivers depend on each other in a circle: {names}"
                    );
                    let instead =
                        say!("уберите один из притоков (inflow)", "remove one of the inflows");
                    c.wrong(entry, what, instead);
                }
                break;
            }
            if chain.contains(&next) {
                break;
            }
            chain.push(next);
        }
    }
}

fn driver(key: &str, at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Driver> {
    if is_taken(key) {
        let what = say!(
            "`{key}` — имя показателя программы",
            "`{key}` is the name of a measure of the program"
        );
        c.wrong(at, what, say!("дайте драйверу другое имя", "call the driver otherwise"));
    }
    let file = DriverFile::open(at, c)?;
    let title = file.title.title(key, c);
    c.subject = title.clone();
    let ways = [
        ("constant", &file.constant.at),
        ("linear", &file.linear.at),
        ("compound", &file.compound.at),
        ("table", &file.table.at),
        ("stock", &file.stock.at),
    ];
    let stated: Vec<(&str, &At<'_>)> =
        ways.into_iter().filter_map(|(way, at)| Some((way, at.as_ref()?))).collect();
    let path = match stated.as_slice() {
        [(_, it)] if file.linear.at.is_some() => linear(it, c),
        [(_, it)] if file.compound.at.is_some() => compound(it, c),
        [(_, it)] if file.table.at.is_some() => table(it, c).map(DriverPath::Table),
        [(_, it)] if file.stock.at.is_some() => stock(it, book, c),
        [_] => file.constant.read(c).flatten().map(DriverPath::Constant),
        // A key of another word is told already.
        [] if at.children().iter().any(|it| DRIVER.key(it.0).is_none()) => None,
        _ => {
            let known = ways.map(|it| it.0).join(", ");
            let what = if stated.is_empty() {
                say!("не сказано, как меняется драйвер", "it is not said how the driver moves")
            } else {
                let stated = stated.iter().map(|it| it.0).collect::<Vec<_>>().join(", ");
                say!("сказано по-разному: {stated}", "it is said in several ways: {stated}")
            };
            c.wrong(at, what, say!("нужно одно из: {known}", "exactly one of {known} is needed"));
            None
        }
    };
    complete!(Driver {
        key: Some(key.to_owned()),
        title: Some(title),
        path,
        steps: file.steps.or(Vec::new(), |it| steps(it, book, c)),
        cap: file.cap.read(c),
        broken_promises: file.broken_promises.with(|it| broken_promises(it, c)),
    })
}

fn broken_promises(at: &At<'_>, c: &mut Check<'_>) -> Option<BrokenPromises> {
    let file = BrokenPromisesFile::open(at, c)?;
    complete!(BrokenPromises { churn: file.churn.read(c), revenue: file.revenue.read(c) })
}

fn linear(at: &At<'_>, c: &mut Check<'_>) -> Option<DriverPath> {
    let file = LinearFile::open(at, c)?;
    complete!(DriverPath::Linear {
        from: file.from.read(c),
        to: file.to.read(c),
        months: file.months.read(c),
    })
}

fn compound(at: &At<'_>, c: &mut Check<'_>) -> Option<DriverPath> {
    let file = CompoundFile::open(at, c)?;
    complete!(DriverPath::Compound { from: file.from.read(c), yearly: file.yearly.read(c) })
}

fn stock(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<DriverPath> {
    let file = StockFile::open(at, c)?;
    complete!(DriverPath::Stock {
        from: file.from.read(c),
        inflow: file.inflow.with(|it| book.drivers.find(it, c).map(DriverId::new)),
        churn: file.churn.read(c),
    })
}

fn table(at: &At<'_>, c: &mut Check<'_>) -> Option<Vec<(Date, Quantity)>> {
    let items = list(at, c)?;
    if items.is_empty() {
        let what = say!("в таблице нет ни одной строки", "the table has no entry");
        let example = "[{ date = 2026-02-01, value = 217 }]";
        c.wrong(at, what, say!("например: {example}", "for instance {example}"));
        return None;
    }
    let mut points: Vec<(Date, Quantity)> = Vec::new();
    let mut whole = true;
    for item in items {
        let point = PointFile::open(&item, c).map(|it| (it.date.read(c), it.value.read(c)));
        let Some((Some(day), Some(value))) = point else {
            whole = false;
            continue;
        };
        if points.last().is_some_and(|(before, _)| *before >= day) {
            let what = say!("{day} не позже предыдущей даты", "{day} is not after the date before");
            c.wrong(&item, what, say!("поставьте даты по порядку", "put the dates in order"));
            whole = false;
        }
        points.push((day, value));
    }
    whole.then_some(points)
}

fn steps(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Vec<(Date, Quantity)>> {
    let mut steps = Vec::new();
    for item in list(at, c)? {
        let before = c.problems.len();
        let file = DriverStepFile::open(&item, c)?;
        let from = file.from.with(|it| dated(it, book, c));
        let factor = file.factor.read(c);
        // A step that the horizon does not reach is left out.
        if from.is_some() || c.problems.len() > before {
            steps.push(from.zip(factor));
        }
    }
    all_of(steps)
}

/// A date within the simulated span; see [`counted`].
pub(crate) fn dated(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Date> {
    within(date(at, c)?, book.timeline.origin(), at, book, c)
}

/// A date within the counted months, else a problem.
///
/// Where the span is set elsewhere (`--set scenario.months=12`, another file) the date is no slip:
/// one before the start counts from the start, one after the horizon is left out (`None` without a
/// problem), and a note says so.
pub(crate) fn counted(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Date> {
    within(date(at, c)?, book.timeline.start(), at, book, c)
}

fn within(day: Date, first: Date, at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Date> {
    let end = book.timeline.date_of(book.timeline.horizon_time().day());
    let last = end.yesterday().unwrap_or(end);
    let early = day < first;
    if !early && day <= last {
        return Some(day);
    }
    if book.span_is_elsewhere(at) {
        let path = &at.path;
        c.note(if early {
            say!(
                "{path}: {day} раньше начала, считается с {first}",
                "{path}: {day} is before the start, counted from {first}"
            )
        } else {
            say!(
                "{path}: {day} за горизонтом, не учитывается",
                "{path}: {day} is beyond the horizon and left out"
            )
        });
        return early.then_some(first);
    }
    let what = if early {
        say!("{day} раньше начала сценария", "{day} is before the start of the scenario")
    } else {
        say!("{day} позже горизонта сценария", "{day} is after the horizon of the scenario")
    };
    c.wrong(at, what, say!("дата от {first} до {last}", "a date from {first} to {last}"));
    None
}
