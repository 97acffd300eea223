//! Whom a policy hires, and what decides when: a date, a level, or the counted load.

use super::book::Book;
use super::changes::streams;
use super::drivers::counted;
use super::people::{last_day, own_hours};
use super::skills;
use crate::ids::{DriverId, RoleId, SlaId};
use crate::scenario::keys::{self, HireFile, HireWhenFile, complete};
use crate::scenario::model::{Hire, HiringRule, Person, Side, Temporary, Trigger, Watch};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::value::{MONTH, Wanted, known};

pub(crate) fn hire(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Hire> {
    let file = HireFile::of(at);
    let role = file.hire.with(|it| book.roles.find(it, c)).map(RoleId::new);
    let start = file.start.with(|it| counted(it, book, c));
    let (count, ramp) = (file.count.read(c), file.ramp.or_default(c));
    let until = file.until.with(|it| last_day(it, start, c))?;
    let pay = file.pay.read(c)?;
    let skills = file.skills.with(|it| skills::skills(it, book, c))?;
    let hours = own_hours(keys::OwnHoursFile::of(&file.hours.at), book, c)?;
    let person = Person { hours, skills, until, pay, ..Person::LIKE_THE_OTHERS };
    Some(Hire { role: role?, start: start?, count: count?, ramp, agreed: false, person })
}

pub(crate) fn hire_when(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Trigger> {
    let file = HireWhenFile::of(at);
    let role = file.hire_when.with(|it| book.roles.find(it, c)).map(RoleId::new);
    let ways = [
        ("arrivals", &file.arrivals.at),
        ("driver", &file.driver.at),
        ("occupancy", &file.occupancy.at),
        ("sla", &file.sla.at),
        ("backlog", &file.backlog.at),
    ];
    let watched = ways.iter().filter_map(|(way, at)| Some((*way, at.as_ref()?)));
    let watched: Vec<(&str, &At<'_>)> = watched.collect();
    let [(what, watched)] = watched.as_slice() else {
        let known = ways.map(|it| it.0).join(", ");
        let what = say!("непонятно, за чем следить", "it is not clear what to watch");
        c.wrong(at, what, say!("нужно одно из: {known}", "exactly one of {known} is needed"));
        return None;
    };
    let streams = |c: &mut Check<'_>| streams(watched, book, c);
    let (watch, wanted) = match *what {
        "arrivals" => (streams(c).map(Watch::Arrivals), Wanted::amount()),
        "backlog" => (streams(c).map(Watch::Backlog), Wanted::amount()),
        "driver" => (
            book.drivers.find(watched, c).map(|it| Watch::Driver(DriverId::new(it))),
            Wanted::amount(),
        ),
        "occupancy" => {
            let role = book.roles.find(watched, c).map(|it| Watch::Occupancy(RoleId::new(it)));
            (role, Wanted::share())
        }
        _ => (book.slas.find(watched, c).map(|it| Watch::Sla(SlaId::new(it))), Wanted::share()),
    };
    let (side, level) = match (&file.above.at, &file.below.at) {
        (Some(it), None) => (Side::Above, level(it, wanted, c)),
        (None, Some(it)) => (Side::Below, level(it, wanted, c)),
        _ => {
            let what = say!("нужен один уровень", "exactly one level is needed");
            c.wrong(at, what, say!("above = … или below = …", "above = … or below = …"));
            return None;
        }
    };
    let (months, count) = (file.months.read(c), file.count.read(c));
    let most = file.most.at.as_ref().map_or(Some(count), |_| file.most.read(c));
    let (watch, level, most) = (watch?, level?, most??);
    Some(Trigger { role: role?, watch, level, side, months: months?, count: count?, most })
}

/// A level is known to whoever applies the rule: of a range only the simulation would know the true
/// value.
fn level(at: &At<'_>, wanted: Wanted, c: &mut Check<'_>) -> Option<f64> {
    let value = at.child("value");
    let stated = value.as_ref().unwrap_or(at);
    if stated.child("min").is_some() || stated.child("max").is_some() {
        let what = say!(
            "уровень правила не может быть диапазоном: с чем сравнивать, должно быть известно заранее",
            "the level of a rule cannot be a range: what to compare with must be known beforehand"
        );
        let instead = say!(
            "напишите одно число; если его нужно измерить, наймом управляет hire_for_load",
            "write one number; where it must be measured first, hire_for_load decides"
        );
        c.wrong(stated, what, instead);
        return None;
    }
    known(at, wanted, c)
}

pub(crate) fn hire_for_load(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<HiringRule> {
    let file = keys::HireForLoadFile::of(at);
    let written_now = file.now.at.clone();
    let role = file.hire_for_load.with(|it| book.roles.find(it, c));
    let (now, target, most) = (file.now.read(c), file.target.read(c), file.most.read(c));
    let (first, review, last) = (file.first.read(c), file.review.read(c), file.last.read(c));
    let cover = file.cover.read(c);
    let temporary = file.temporary.with(|it| temporary(it, c));
    let (now, most) = (now?, most?);
    if now > most {
        let what = say!(
            "в начале просят больше людей, чем можно: {now} и {most}",
            "more people are asked for at the start than may be: {now} and {most}"
        );
        c.wrong(
            written_now.as_ref().unwrap_or(at),
            what,
            say!("не больше {most}, или больше most", "at most {most}, or a larger most"),
        );
        return None;
    }
    Some(HiringRule {
        role: RoleId::new(role?),
        now,
        target: target?,
        first: first? / MONTH,
        review: review? / MONTH,
        last: last?.map(|it| it / MONTH),
        most,
        cover: cover?,
        outlook: None,
        temporary: temporary?,
    })
}

fn temporary(at: &At<'_>, c: &mut Check<'_>) -> Option<Temporary> {
    let file = keys::TemporaryFile::open(at, c)?;
    complete!(Temporary {
        pay: file.pay.read(c),
        time_to_fill: file.time_to_fill.read(c),
        ramp: file.ramp.read(c),
    })
}
