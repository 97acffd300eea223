//! Calendars of clocks: where the file names none, that of the people who do the work, and not that
//! on which the work comes.

use super::book::Book;
use super::pool;
use crate::ids::{CalendarId, RoleId};
use crate::scenario::keys::steps_written;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};

/// Somebody who works on a step.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Worker {
    role: RoleId,
    /// Whether others may do it as well.
    pooled: bool,
    calendar: CalendarId,
    /// A stand-in who works by another calendar.
    other: Option<RoleId>,
}

/// Whose hours an SLA's clock counts.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Counted {
    /// Those of a role.
    Of(RoleId, CalendarId),
    /// Those in which somebody of several roles is there, of which one is the first.
    OfPool(RoleId, CalendarId),
    /// Those in which the work comes, because a role and a stand-in of it keep different ones.
    AsItComes(RoleId, RoleId),
}

/// The calendar of a stream's working clock: that of its people where all have the same, else the
/// stream's own, on which its work comes.
pub(crate) fn of_stream(
    own: CalendarId,
    route: Option<&At<'_>>,
    for_each: &[RoleId],
    book: &Book,
) -> CalendarId {
    let steps = route.map_or_else(Vec::new, steps_written);
    let workers: Vec<Worker> = steps.iter().flat_map(|it| workers_at(it, for_each, book)).collect();
    let agree = |first: &Worker| {
        workers.iter().all(|it| it.other.is_none() && it.calendar == first.calendar)
    };
    workers.first().filter(|it| agree(it)).map_or(own, |it| it.calendar)
}

/// The hours of an SLA's clock: of those who work between its marks those of the role with the fewest
/// hours a week, because nobody can be in time while one of them is not there; of equals the first on
/// the route.
pub(crate) fn of_sla(workers: impl Iterator<Item = Worker>, book: &Book) -> Option<Counted> {
    let workers: Vec<Worker> = workers.collect();
    if let Some((role, other)) = workers.iter().find_map(|it| Some((it.role, it.other?))) {
        return Some(Counted::AsItComes(role, other));
    }
    let week = |it: &Worker| book.units[it.calendar.index()].week();
    let fewest = workers.iter().min_by(|a, b| week(a).total_cmp(&week(b)))?;
    Some(match fewest.pooled {
        true => Counted::OfPool(fewest.role, fewest.calendar),
        false => Counted::Of(fewest.role, fewest.calendar),
    })
}

impl Counted {
    /// The calendar, of a stream whose work comes on `own`.
    pub(crate) fn calendar(self, own: CalendarId) -> CalendarId {
        match self {
            Self::Of(_, calendar) | Self::OfPool(_, calendar) => calendar,
            Self::AsItComes(..) => own,
        }
    }

    /// Says whose hours count, where somebody could think otherwise.
    pub(crate) fn note(self, sla: &str, own: CalendarId, book: &Book, c: &mut Check<'_>) {
        let name = |it: RoleId| &book.roles.list()[it.index()];
        match self {
            Self::Of(_, calendar) | Self::OfPool(_, calendar)
                if book.times[calendar.index()].hours_are(&book.times[own.index()]) => {}
            Self::OfPool(first, _) => {
                let first = name(first);
                c.note(say!(
                    "Срок {sla} идёт в часы, когда есть кто-нибудь из ролей, делающих эту работу (`{first}` и другие), а не по календарю, по которому она приходит. Если считать иначе, укажите calendar в этом SLA",
                    "The clock of {sla} runs in the hours in which anybody of the roles that do its work is there (`{first}` and others), and not on the calendar on which the work comes. To count otherwise, name a calendar in this SLA"
                ));
            }
            Self::Of(role, _) => {
                let role = name(role);
                c.note(say!(
                    "Срок {sla} идёт по календарю роли `{role}`, а не по календарю, по которому приходит работа. Если считать иначе, укажите calendar в этом SLA",
                    "The clock of {sla} runs on the calendar of the role `{role}` and not on that on which the work comes. To count otherwise, name a calendar in this SLA"
                ));
            }
            Self::AsItComes(role, other) => {
                let (role, other) = (name(role), name(other));
                c.note(say!(
                    "Срок {sla} идёт по календарю, по которому приходит работа: у роли `{role}` и у `{other}`, которая её замещает, календари разные. Если считать иначе, укажите calendar в этом SLA",
                    "The clock of {sla} runs on the calendar on which the work comes, because `{role}` and `{other}`, who stands in, have different ones. To count otherwise, name a calendar in this SLA"
                ));
            }
        }
    }
}

/// Whoever a step asks for: of work for each person, everybody who gets it.
pub(crate) fn workers_at(step: &At<'_>, for_each: &[RoleId], book: &Book) -> Vec<Worker> {
    if step.child("effort").is_none() {
        return Vec::new();
    }
    let found = |it: &At<'_>| book.roles.position(it.node.text()?).map(RoleId::new);
    let named = |key: &str| step.child(key).and_then(|it| found(&it));
    let stand_ins: Option<Vec<RoleId>> =
        step.child("stand_in").map(|it| it.items().iter().filter_map(found).collect());
    let pool = pool::named(step, book);
    let mut roles: Vec<RoleId> = named("together_with").into_iter().collect();
    match step.child("role") {
        Some(_) if pool.len() < 2 => roles.splice(..0, pool.iter().copied()).for_each(drop),
        Some(_) => {}
        None => roles.extend(for_each),
    }
    let worker = |role: RoleId| {
        // For each person of a role the role's own hours count.
        let calendar = pool::calendar_of(&[role], book).or_else(|| book.calendar_of_role(role))?;
        let usual = book.stand_ins.get(role.index()).map_or(&[][..], |it| it);
        let differs = |it: &&RoleId| book.calendar_of_role(**it) != Some(calendar);
        let other = stand_ins.as_deref().unwrap_or(usual).iter().find(differs).copied();
        Some(Worker { role, pooled: false, calendar, other })
    };
    let pooled = (pool.len() > 1).then(|| pooled(&pool, stand_ins.as_deref(), book));
    pooled.flatten().into_iter().chain(roles.into_iter().filter_map(worker)).collect()
}

/// Several roles as one worker, who is there whenever one of them is.
fn pooled(pool: &[RoleId], stand_ins: Option<&[RoleId]>, book: &Book) -> Option<Worker> {
    let calendar = pool::calendar_of(pool, book)?;
    let usual = pool.iter().filter_map(|it| book.stand_ins.get(it.index())).flatten();
    let usual: Vec<RoleId> = usual.copied().filter(|it| !pool.contains(it)).collect();
    let differs = |it: &&RoleId| book.calendar_of_role(**it) != Some(calendar);
    let other = stand_ins.unwrap_or(&usual).iter().find(differs).copied();
    Some(Worker { role: pool[0], pooled: true, calendar, other })
}
