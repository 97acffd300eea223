//! Whom a policy hires, and what decides when: a date, a level, or the counted load.

use super::book::Book;
use super::changes::streams;
use super::drivers::counted;
use super::people::{last_day, own_hours};
use super::skills;
use crate::ids::{DriverId, RoleId, SlaId};
use crate::scenario::keys;
use crate::scenario::model::{Hire, HiringRule, Person, Side, Temporary, Trigger, Watch};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields};
use crate::scenario::value::{MONTH, Wanted, known, quantity};

pub(crate) fn hire(fields: &Fields<'_>, book: &Book, c: &mut Check<'_>) -> Option<Hire> {
    let role = fields.get("hire").and_then(|it| book.roles.find(&it, c));
    let start = fields.get("start").and_then(|it| counted(&it, book, c));
    let count = if fields.has("count") { fields.whole("count", c) } else { Some(1) };
    let ramp = fields.bool("ramp", true, c);
    let until = match fields.get("until") {
        Some(at) => Some(last_day(&at, start, c)?),
        None => None,
    };
    let pay = match fields.get("pay") {
        Some(at) => Some(quantity(&at, Wanted::amount(), c)?),
        None => None,
    };
    let skills = match fields.get("skills") {
        Some(at) => Some(skills::skills(&at, book, c)?),
        None => None,
    };
    let hours = own_hours(keys::OwnHoursFile::of(fields.at()), book, c)?;
    let (role, start, count) = (RoleId::new(role?), start?, count? as u32);
    let person = Person { hours, skills, until, pay, ..Person::LIKE_THE_OTHERS };
    Some(Hire { role, start, count, ramp, agreed: false, person })
}

const WATCHED: [&str; 5] = ["arrivals", "driver", "occupancy", "sla", "backlog"];

pub(crate) fn hire_when(fields: &Fields<'_>, book: &Book, c: &mut Check<'_>) -> Option<Trigger> {
    let role = fields.get("hire_when").and_then(|it| book.roles.find(&it, c));
    let watched: Vec<&str> = WATCHED.into_iter().filter(|it| fields.has(it)).collect();
    let [what] = watched.as_slice() else {
        let known = WATCHED.join(", ");
        let what = say!("непонятно, за чем следить", "it is not clear what to watch");
        c.wrong(
            fields.at(),
            what,
            say!("нужно одно из: {known}", "exactly one of {known} is needed"),
        );
        return None;
    };
    let at = fields.get(what)?;
    let streams = |c: &mut Check<'_>| streams(&at, book, c);
    let (watch, wanted) = match *what {
        "arrivals" => (streams(c).map(Watch::Arrivals), Wanted::amount()),
        "backlog" => (streams(c).map(Watch::Backlog), Wanted::amount()),
        "driver" => {
            (book.drivers.find(&at, c).map(|it| Watch::Driver(DriverId::new(it))), Wanted::amount())
        }
        "occupancy" => {
            let role = book.roles.find(&at, c).map(|it| Watch::Occupancy(RoleId::new(it)));
            (role, Wanted::share())
        }
        _ => (book.slas.find(&at, c).map(|it| Watch::Sla(SlaId::new(it))), Wanted::share()),
    };
    let (side, level) = match (fields.get("above"), fields.get("below")) {
        (Some(it), None) => (Side::Above, level(&it, wanted, c)),
        (None, Some(it)) => (Side::Below, level(&it, wanted, c)),
        _ => {
            let what = say!("нужен один уровень", "exactly one level is needed");
            c.wrong(fields.at(), what, say!("above = … или below = …", "above = … or below = …"));
            return None;
        }
    };
    let mut whole = |key: &str| {
        if fields.has(key) { fields.whole(key, c) } else { Some(1) }
    };
    let (months, count) = (whole("months"), whole("count"));
    let most = if fields.has("most") { whole("most") } else { count };
    Some(Trigger {
        role: RoleId::new(role?),
        watch: watch?,
        level: level?,
        side,
        months: months? as u32,
        count: count? as u32,
        most: most? as u32,
    })
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

pub(crate) fn hire_for_load(
    fields: &Fields<'_>,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<HiringRule> {
    let file = keys::HireForLoadFile::of(fields.at());
    let role = file.hire_for_load.with(|it| book.roles.find(it, c));
    let (now, target, most) = (file.now.read(c), file.target.read(c), file.most.read(c));
    let (first, review, last) = (file.first.read(c), file.review.read(c), file.last.read(c));
    let cover = file.cover.read(c);
    let temporary = file.temporary.with(|it| temporary(it, c));
    let (now, most) = (now?, most?);
    if now > most {
        let at = fields.get("now").unwrap_or_else(|| fields.at().clone());
        let what = say!(
            "в начале просят больше людей, чем можно: {now} и {most}",
            "more people are asked for at the start than may be: {now} and {most}"
        );
        c.wrong(
            &at,
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
    let (pay, fill) = (file.pay.read(c), file.time_to_fill.read(c));
    let ramp = file.ramp.read(c);
    Some(Temporary { pay: pay?, time_to_fill: fill?, ramp: ramp? })
}
