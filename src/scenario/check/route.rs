//! Routes: what an item needs, step by step.

use super::book::Book;
use super::moments::Moments;
use super::order::Order;
use super::roles::{nothing, stand_ins};
use crate::ids::{MarkId, RoleId, StreamId, WaitId};
use crate::scenario::keys;
use crate::scenario::model::{CLOSED, CONTACT, CREATED, Clock, Count, Duration, Quantity, SOLVED};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, Fields, kind_of, list};
use crate::scenario::route::{EffortStep, Step, WaitStep};
use crate::scenario::value::{Units, Wanted, count, duration, key_word, quantity};

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
    let (kind, keys) = *kind_of(at, keys::STEP_KINDS, c)?;
    let fields = Fields::open(at, keys, c)?;
    let own = fields.get(kind)?;
    match kind {
        "effort" => effort(&fields, setting, c).map(Step::Effort),
        "wait" => {
            let wait = key_word(&own, c).map(|it| WaitId::new(moments.waits.add(&it)));
            let (time, clock) = timed("time", &fields, setting, c);
            Some(Step::Wait(WaitStep { wait: wait?, time: time?, clock }))
        }
        "cycle" => {
            let times = count(&own, c);
            let steps = part("steps", &fields, setting, moments, c);
            Some(Step::Cycle { times: times?, steps: steps? })
        }
        "branch" => {
            let probability = quantity(&own, Wanted::share(), c);
            let steps = part("steps", &fields, setting, moments, c);
            let otherwise = part("otherwise", &fields, setting, moments, c);
            Some(Step::Branch { probability: probability?, steps: steps?, otherwise: otherwise? })
        }
        "mark" => mark(&own, moments, c),
        "reopen" => {
            let probability = quantity(&own, Wanted::share(), c);
            let (delay, clock) = timed("after", &fields, setting, c);
            Some(Step::Reopen { probability: probability?, delay: delay?, clock })
        }
        _ => {
            let stream = setting.book.streams.find(&own, c).map(StreamId::new);
            let one = Some(Count::Fixed(Quantity::Known(1.0)));
            let count = fields.get("count").map_or(one, |it| count(&it, c));
            Some(Step::Spawn { stream: stream?, count: count? })
        }
    }
}

fn part(
    key: &str,
    fields: &Fields<'_>,
    setting: Setting<'_>,
    moments: &mut Moments,
    c: &mut Check<'_>,
) -> Option<Vec<Step>> {
    let Some(at) = fields.get(key) else {
        return Some(Vec::new());
    };
    let steps = steps(&at, setting, moments, c)?;
    if steps.is_empty() && key == "steps" && !fields.has("otherwise") {
        let what = say!("нет ни одного шага", "there is no step");
        c.wrong(&at, what, say!("добавьте шаг", "add a step"));
        return None;
    }
    Some(steps)
}

/// A duration on the clock that the step names.
fn timed(
    key: &str,
    fields: &Fields<'_>,
    setting: Setting<'_>,
    c: &mut Check<'_>,
) -> (Option<Duration>, Clock) {
    let calendar = fields.choice("clock", c) == Some("calendar");
    let (clock, units) =
        if calendar { (Clock::Calendar, Units::CALENDAR) } else { (Clock::Working, setting.units) };
    let time = match fields.get(key) {
        Some(it) => duration(&it, units, c),
        None => Some(nothing()),
    };
    (time, clock)
}

fn mark(at: &At<'_>, moments: &mut Moments, c: &mut Check<'_>) -> Option<Step> {
    let name = key_word(at, c)?;
    if name == "created" {
        let what = say!("`created` ставится сам", "`created` is set by itself");
        c.wrong(at, what, say!("уберите этот шаг", "remove this step"));
        return None;
    }
    Some(Step::Mark(MarkId::new(moments.marks.add(&name))))
}

fn effort(fields: &Fields<'_>, setting: Setting<'_>, c: &mut Check<'_>) -> Option<EffortStep> {
    let book = setting.book;
    let title = fields.title("title", "", c);
    let role = match fields.get("role") {
        Some(it) => book.roles.find(&it, c),
        None if setting.personal => setting.for_each.first().map(|it| it.index()),
        None => {
            let what = say!("не сказано, кто работает", "it is not said who works");
            let instead = say!(
                "role = \"…\"; без роли — только в потоках с for_each",
                "role = \"…\"; only streams with for_each do without"
            );
            c.wrong(fields.at(), what, instead);
            None
        }
    };
    let units = book.units_of_role(role);
    let time = fields.get("effort").and_then(|it| match it.node.list() {
        Some([]) => {
            let what = say!("пустой список", "an empty list");
            c.wrong(&it, what, say!("[\"2h\", \"30min\"]", "[\"2h\", \"30min\"]"));
            None
        }
        Some(_) => it
            .items()
            .iter()
            .map(|part| duration(part, units, c))
            .collect::<Vec<_>>()
            .into_iter()
            .collect(),
        None => duration(&it, units, c).map(|it| vec![it]),
    });
    let stand_in = match (fields.get("stand_in"), role) {
        (Some(it), Some(role)) => Some(stand_ins(role, &it, book, c)),
        (Some(it), None) => {
            Some(book.roles.find_all(&it, c).into_iter().map(RoleId::new).collect())
        }
        (None, _) => None,
    };
    let together_with = fields.get("together_with").map(|it| (book.roles.find(&it, c), it));
    if let Some((Some(other), it)) = &together_with
        && Some(*other) == role
    {
        let what = say!("роль вместе с собой", "a role together with itself");
        c.wrong(it, what, say!("назовите другую роль", "name another role"));
    }
    let within_day = fields.bool("within_day", together_with.is_some(), c);
    let visit = fields.bool("visit", false, c);
    let priority = match fields.has("priority") {
        true => Some(fields.whole("priority", c)?),
        false => None,
    };
    let together_with = match together_with {
        Some((other, _)) => Some(RoleId::new(other?)),
        None => None,
    };
    Some(EffortStep {
        title,
        role: RoleId::new(role?),
        stand_in,
        time: time?,
        within_day: within_day || together_with.is_some(),
        together_with,
        visit,
        priority: priority.map(|it| it as u8),
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
    pub(crate) fn of(route: &At<'_>, sound: bool, moments: &Moments) -> Self {
        let mut uses = Self { marks: vec![CREATED, SOLVED, CLOSED], ..Self::default() };
        uses.add(route, moments);
        if uses.effort || !sound {
            uses.marks.push(CONTACT);
        }
        if sound {
            uses.order = Order::of(route, moments);
        }
        uses
    }

    fn add(&mut self, steps: &At<'_>, moments: &Moments) {
        for step in steps.items() {
            let named = |key: &str| step.child(key).and_then(|it| it.node.text());
            let mark = named("mark").and_then(|it| moments.marks.position(it));
            self.marks.extend(mark.map(MarkId::new));
            let wait = named("wait").and_then(|it| moments.waits.position(it));
            self.waits.extend(wait.map(WaitId::new));
            self.effort |= step.child("effort").is_some();
            for part in ["steps", "otherwise"] {
                if let Some(part) = step.child(part) {
                    self.add(&part, moments);
                }
            }
        }
    }
}
