//! Routes: what an item needs, step by step.

use super::all_of;
use super::book::Book;
use super::moments::Moments;
use super::order::Order;
use super::patience::patience;
use super::pool;
use super::roles::stand_ins;
use super::side_by_side::side_by_side;
use super::skills;
use crate::ids::{MarkId, RoleId, StreamId, WaitId};
use crate::scenario::keys::{
    self, BranchFile, CycleFile, EffortFile, MarkFile, NO_TIME, ReopenFile, STEP_KINDS, SpawnFile,
    StepKind, WaitFile, complete, steps_written,
};
use crate::scenario::model::{CLOSED, CONTACT, CREATED, Clock, SOLVED};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, kind_of, list};
use crate::scenario::route::{EffortStep, Step, WaitStep};
use crate::scenario::value::{Units, duration};

/// What the steps of a stream may refer to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting<'a> {
    /// All names.
    pub(crate) book: &'a Book,
    /// The stream's working clock.
    pub(crate) units: Units,
    /// The roles whose people each get an item.
    pub(crate) for_each: &'a [RoleId],
    /// Whether the stream has `for_each`, right or wrong.
    pub(crate) personal: bool,
}

impl Setting<'_> {
    fn units_on(self, clock: Clock) -> Units {
        if clock == Clock::Calendar { Units::CALENDAR } else { self.units }
    }
}

/// Reads the steps of a route or of a part of one; `None` when one of them is wrong.
pub(crate) fn steps(
    at: &At<'_>,
    setting: Setting<'_>,
    moments: &mut Moments,
    c: &mut Check<'_>,
) -> Option<Vec<Step>> {
    let items = list(at, c)?;
    let steps: Vec<Option<Step>> = items.iter().map(|it| step(it, setting, moments, c)).collect();
    steps.into_iter().collect()
}

fn step(
    at: &At<'_>,
    setting: Setting<'_>,
    moments: &mut Moments,
    c: &mut Check<'_>,
) -> Option<Step> {
    match kind_of(at, STEP_KINDS, c)?.0 {
        StepKind::Effort => effort(at, setting, c).map(Step::Effort),
        StepKind::Wait => {
            let file = WaitFile::open(at, c)?;
            let wait = file.wait.read(c).map(|it| WaitId::new(moments.waits.add(&it)));
            let clock = file.clock.or_default(c);
            let time = file.time.with(|it| duration(it, setting.units_on(clock), c));
            complete!(WaitStep { wait, time, clock: Some(clock) }).map(Step::Wait)
        }
        StepKind::Cycle => {
            let file = CycleFile::open(at, c)?;
            complete!(Step::Cycle {
                times: file.cycle.read(c),
                steps: file.steps.with(|it| some_steps(it, setting, moments, c)),
            })
        }
        StepKind::Branch => {
            let file = BranchFile::open(at, c)?;
            complete!(Step::Branch {
                probability: file.branch.read(c),
                steps: file.steps.with(|it| match file.otherwise.at {
                    Some(_) => steps(it, setting, moments, c),
                    None => some_steps(it, setting, moments, c),
                }),
                otherwise: file.otherwise.or(Vec::new(), |it| steps(it, setting, moments, c)),
            })
        }
        StepKind::Mark => mark(&MarkFile::open(at, c)?, moments, c),
        StepKind::Reopen => {
            let file = ReopenFile::open(at, c)?;
            let probability = file.reopen.read(c);
            let clock = file.clock.or_default(c);
            let delay = file.after.or(NO_TIME, |it| duration(it, setting.units_on(clock), c));
            complete!(Step::Reopen { probability, delay, clock: Some(clock) })
        }
        StepKind::Spawn => {
            let file = SpawnFile::open(at, c)?;
            let clock = file.clock.or_default(c);
            let after = file.after.with(|it| duration(it, setting.units_on(clock), c));
            complete!(Step::Spawn {
                stream: file.spawn.with(|it| setting.book.streams.find(it, c).map(StreamId::new)),
                count: file.count.read(c),
                after: after.map(|it| it.map(|it| (it, clock))),
            })
        }
    }
}

/// Steps of which there must be one.
fn some_steps(
    at: &At<'_>,
    setting: Setting<'_>,
    moments: &mut Moments,
    c: &mut Check<'_>,
) -> Option<Vec<Step>> {
    let steps = steps(at, setting, moments, c)?;
    if steps.is_empty() {
        let what = say!("нет ни одного шага", "there is no step");
        c.wrong(at, what, say!("добавьте шаг", "add a step"));
        return None;
    }
    Some(steps)
}

fn mark(file: &MarkFile<'_>, moments: &mut Moments, c: &mut Check<'_>) -> Option<Step> {
    let name = file.mark.read(c)?;
    if name == "created" {
        let what = say!("`created` ставится сам", "`created` is set by itself");
        c.wrong(file.mark.at.as_ref()?, what, say!("уберите этот шаг", "remove this step"));
        return None;
    }
    Some(Step::Mark(MarkId::new(moments.marks.add(&name))))
}

fn effort(at: &At<'_>, setting: Setting<'_>, c: &mut Check<'_>) -> Option<EffortStep> {
    let file = EffortFile::open(at, c)?;
    let book = setting.book;
    let title = file.title.title("", c);
    let mut pool = Vec::new();
    let role = match &file.role.at {
        Some(it) => {
            pool = pool::read(it, book, c);
            pool.first().map(|it| it.role.index())
        }
        None if setting.personal => setting.for_each.first().map(|it| it.index()),
        // A key of another word is told already.
        None if at.children().iter().any(|it| keys::EFFORT.key(it.0).is_none()) => None,
        None => {
            let what = say!("не сказано, кто работает", "it is not said who works");
            let instead = say!(
                "role = \"…\"; без роли — только в потоках с for_each",
                "role = \"…\"; only streams with for_each do without"
            );
            c.wrong(at, what, instead);
            None
        }
    };
    let units = book.units_of_role(role);
    let time = file.effort.with(|it| match it.node.list() {
        Some([]) => {
            let what = say!("пустой список", "an empty list");
            c.wrong(it, what, say!("[\"2h\", \"30min\"]", "[\"2h\", \"30min\"]"));
            None
        }
        Some(_) => all_of(it.items().iter().map(|part| duration(part, units, c)).collect()),
        None => duration(it, units, c).map(|it| vec![it]),
    });
    let stand_in = file.stand_in.with(|it| {
        Some(match role {
            Some(role) => stand_ins(role, it, book, c),
            None => book.roles.find_all(it, c).into_iter().map(RoleId::new).collect(),
        })
    });
    let together_with = file.together_with.with(|it| {
        let other = book.roles.find(it, c)?;
        if Some(other) == role || pool.iter().any(|it| it.role.index() == other) {
            let what = say!("роль вместе с собой", "a role together with itself");
            c.wrong(it, what, say!("назовите другую роль", "name another role"));
        }
        Some(RoleId::new(other))
    });
    let within_day = file.within_day.read(c).flatten().unwrap_or(false);
    let stand_in = match stand_in {
        Some(None) if pool.len() > 1 => Some(Some(pool::stand_ins(&pool, book))),
        stated => stated,
    };
    let alone = within_day || file.together_with.at.is_some();
    let side_by_side = side_by_side(&file, (alone, setting.personal, pool.len() > 1), c);
    if pool.len() == 1 && pool[0].effort == 1.0 {
        pool.clear();
    }
    complete!(EffortStep {
        title: Some(title),
        role: role.map(RoleId::new),
        pool: Some(pool),
        skill: skills::asked(file.skill.at.as_ref(), setting.personal, book, c),
        stand_in,
        time,
        within_day: Some(alone),
        together_with,
        visit: Some(file.visit.or_default(c)),
        priority: file.priority.read(c),
        side_by_side,
        patience: patience(&file.patience, file.patience_clock, setting.units, c),
    })
}

/// What the steps of a route do, whichever way an item takes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Uses {
    /// Marks that may be set.
    pub(crate) marks: Vec<MarkId>,
    /// Waits that may occur.
    pub(crate) waits: Vec<WaitId>,
    /// Whether anybody may work.
    pub(crate) effort: bool,
    /// When each mark may be set, where that can be told.
    pub(crate) order: Order,
}

impl Uses {
    /// Of a route as written, be it right or wrong: `created`, `solved` and `closed` are always set.
    pub(crate) fn of(
        route: &At<'_>,
        sound: bool,
        moments: &Moments,
        for_each: &[RoleId],
        book: &Book,
    ) -> Self {
        let mut uses = Self { marks: vec![CREATED, SOLVED, CLOSED], ..Self::default() };
        for step in steps_written(route) {
            let named = |key: &str| step.child(key).and_then(|it| it.node.text());
            let mark = named("mark").and_then(|it| moments.marks.position(it));
            uses.marks.extend(mark.map(MarkId::new));
            let wait = named("wait").and_then(|it| moments.waits.position(it));
            uses.waits.extend(wait.map(WaitId::new));
            uses.effort |= step.child("effort").is_some();
        }
        if uses.effort || !sound {
            uses.marks.push(CONTACT);
        }
        if sound {
            uses.order = Order::of(route, moments, for_each, book);
        }
        uses
    }
}
