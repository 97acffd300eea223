//! Every name of a scenario, known before any table is read, so that order does not matter.

use super::calendar::Calendars;
use crate::calendar::{Base, Timeline, WorkingTime};
use crate::ids::{CalendarId, RoleId};
use crate::scenario::model::{Hire, OvertimeLaw, Text};
use crate::scenario::names::Names;
use crate::scenario::reader::At;
use crate::scenario::value::Units;

/// Names and what they stand for.
#[derive(Debug)]
pub(crate) struct Book {
    /// The country that the currency speaks of: whose contributions and holidays are usual.
    pub(crate) home: Base,
    /// The simulated span.
    pub(crate) timeline: Timeline,
    /// Calendars; the first is the scenario's own and has no name.
    pub(crate) calendars: Names,
    /// What a day and a week of work are, by calendar.
    pub(crate) units: Vec<Units>,
    pub(crate) drivers: Names,
    pub(crate) roles: Names,
    /// What some people can do and others cannot.
    pub(crate) skills: Names,
    /// When the people of a role work, by role.
    pub(crate) role_calendars: Vec<CalendarId>,
    /// Calendars that people of a role name for themselves, by role.
    pub(crate) own_calendars: Vec<Vec<CalendarId>>,
    /// People of roles who come after the start.
    pub(crate) coming: Vec<Hire>,
    pub(crate) stand_ins: Vec<Vec<RoleId>>,
    /// When people work, by calendar.
    pub(crate) times: Vec<WorkingTime>,
    /// Calendars by which people take turns, and that of each turn.
    pub(crate) rotas: Vec<(CalendarId, Vec<CalendarId>)>,
    /// Calendars of several that are worked by together, each with the hours of all.
    pub(crate) united: Vec<(Vec<CalendarId>, CalendarId)>,
    /// How much longer people may work, by role.
    pub(crate) overtime_laws: Vec<OvertimeLaw>,
    pub(crate) mixes: Names,
    pub(crate) streams: Names,
    /// Service levels, `stream/name`, in the order of the streams.
    pub(crate) slas: Names,
    pub(crate) policies: Names,
    /// Contractors and automations of all policies.
    pub(crate) bought: Vec<String>,
    /// The files that state the span: its start and its months.
    pub(crate) span_files: Vec<u32>,
    /// What streams are called.
    pub(crate) stream_titles: Vec<Option<Text>>,
}

impl Book {
    /// The names of a tree.
    pub(crate) fn of(root: &At<'_>, calendars: &Calendars, timeline: Timeline, home: Base) -> Self {
        let keys = |table: &str| -> Vec<String> {
            let entries = root.child(table).map_or_else(Vec::new, |it| it.children());
            entries.into_iter().map(|(key, ..)| key.to_owned()).collect()
        };
        let streams = root.child("streams").map_or_else(Vec::new, |it| it.children());
        let slas = streams.into_iter().flat_map(|(stream, _, at)| {
            let slas = at.child("sla").map_or_else(Vec::new, |it| it.children());
            slas.into_iter().map(|(name, ..)| format!("{stream}/{name}")).collect::<Vec<_>>()
        });
        let titles = |table: &str| -> Vec<Option<Text>> {
            let entries = root.child(table).map_or_else(Vec::new, |it| it.children());
            entries.iter().map(|(.., at)| title_of(at)).collect()
        };
        let stream_titles = titles("streams");
        let scenario = root.child("scenario");
        let stated = |key: &str| scenario.as_ref()?.child(key).map(|it| it.node.place.file);
        let span_files = ["start", "months"].into_iter().filter_map(stated).collect();
        let written = root.child("policies").map_or_else(Vec::new, |it| it.items());
        let changes = written.iter().filter_map(|it| it.child("changes"));
        let bought = changes.flat_map(|it| it.items()).filter_map(|it| {
            let name = it.child("contractor").or_else(|| it.child("automation"))?;
            name.node.text().map(str::to_owned)
        });
        let bought = bought.collect();
        let policies = written.iter().filter_map(|it| it.node.own_key().map(str::to_owned));
        let mut policies: Vec<String> = policies.collect();
        if policies.is_empty() {
            policies.push(super::study::AS_IS.to_owned());
        }
        Self {
            calendars: calendars.names.clone(),
            units: calendars.units.clone(),
            drivers: Names::new("драйвер", "driver", keys("drivers")).titled(titles("drivers")),
            roles: Names::new("роль", "role", keys("roles")).titled(titles("roles")),
            skills: super::skills::names(root),
            role_calendars: Vec::new(),
            times: calendars.times.clone(),
            own_calendars: Vec::new(),
            coming: Vec::new(),
            rotas: calendars.rotas.clone(),
            united: Vec::new(),
            overtime_laws: Vec::new(),
            stand_ins: Vec::new(),
            mixes: Names::new("общий поток", "mix", keys("mixes")).titled(titles("mixes")),
            streams: Names::new("вид работ", "stream", keys("streams"))
                .titled(stream_titles.clone()),
            slas: Names::new("SLA", "SLA", slas),
            policies: Names::new("вариант", "policy", policies),
            bought,
            span_files,
            stream_titles,
            home,
            timeline,
        }
    }

    /// Whether the span is stated in another file than a value, or on the command line.
    pub(crate) fn span_is_elsewhere(&self, at: &At<'_>) -> bool {
        self.span_files.iter().any(|it| *it != at.node.place.file)
    }

    /// When the people of a role work.
    pub(crate) fn calendar_of_role(&self, role: RoleId) -> Option<CalendarId> {
        self.role_calendars.get(role.index()).copied()
    }

    /// The calendars by which people of a role work, its own first.
    pub(crate) fn calendars_of_role(&self, role: RoleId) -> impl Iterator<Item = CalendarId> + '_ {
        let own = self.own_calendars.get(role.index()).into_iter().flatten();
        let all = self.calendar_of_role(role).into_iter().chain(own.copied());
        all.flat_map(|it| self.turns_of(it))
    }

    /// The calendar of a name, for people: where they take turns, that of the first turn.
    pub(crate) fn for_people(&self, calendar: CalendarId) -> CalendarId {
        self.rotas.iter().find(|it| it.0 == calendar).map_or(calendar, |it| it.1[0])
    }

    /// Those of all turns, of the calendar of the first; else itself.
    pub(crate) fn turns_of(&self, calendar: CalendarId) -> Vec<CalendarId> {
        let rota = self.rotas.iter().find(|it| it.1[0] == calendar);
        rota.map_or_else(|| vec![calendar], |it| it.1.clone())
    }

    /// What a day of work is for a role.
    pub(crate) fn units_of_role(&self, role: Option<usize>) -> Units {
        let calendar = role.and_then(|it| self.role_calendars.get(it));
        self.units[calendar.map_or(0, |it| it.index())]
    }
}

/// The title of a table, where it is a good one; what is wrong with it is said when the table is read.
fn title_of(at: &At<'_>) -> Option<Text> {
    let title = at.child("title")?;
    if let Some(text) = title.node.text() {
        return Some(Text { ru: text.to_owned(), en: text.to_owned() });
    }
    let part = |key: &str| title.child(key).and_then(|it| it.node.text().map(str::to_owned));
    let (ru, en) = (part("ru"), part("en"));
    Some(Text { ru: ru.clone().or_else(|| en.clone())?, en: en.or(ru)? })
}
