//! Makes the layout of a scenario: stream by stream, then mentoring, then what follows from all.

use super::program::{PauseGroup, Route, Tables, add};
use super::queue_point::{QueuePoint, RolePoints};
use super::task::{StreamFacts, Task, Urgency};
use super::{Layout, Op, SlaLayout, StreamLayout};
use crate::department::fast_path::feeds_queue_point;
use crate::department::people::Outlook;
use crate::ids::{CalendarId, RoleId, SlaId, StreamId};
use crate::scenario::{CREATED, Scenario, route};
use crate::time::SimTime;
use jiff::civil::Date;

impl Layout {
    /// The layout of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let tables = Tables::new(levels_of(scenario));
        let mut builder = LayoutBuilder {
            scenario,
            tables,
            ops: Vec::new(),
            streams: Vec::new(),
            groups: 0,
            started: 0,
        };
        for stream in 0..scenario.streams.len() {
            builder.stream(StreamId::new(stream));
        }
        builder.mentoring();
        builder.finish()
    }
}

/// The layout of the streams so far.
struct LayoutBuilder<'s> {
    scenario: &'s Scenario,
    tables: Tables,
    ops: Vec<Op>,
    streams: Vec<StreamLayout>,
    groups: usize,
    started: usize,
}

impl LayoutBuilder<'_> {
    fn stream(&mut self, id: StreamId) {
        let scenario = self.scenario;
        let stream = &scenario.streams[id.index()];
        let (slas, groups) = slas_of(scenario, id);
        self.groups = self.groups.max(groups.len());
        let urgency = Urgency { priority: stream.priority, patient: !stream.interrupts };
        let touches = |streams: &[StreamId]| streams.is_empty() || streams.contains(&id);
        let automations: Vec<u32> = (0..scenario.automations.len() as u32)
            .filter(|&it| touches(&scenario.automations[it as usize].streams))
            .collect();
        let facts = StreamFacts {
            level: urgency.level(&self.tables.levels),
            priority: stream.priority,
            interrupts: stream.interrupts,
            meeting: stream.meeting,
            finish: stream.finish,
            contracted: scenario.contractors.iter().any(|it| touches(&it.streams)),
            automated: !automations.is_empty(),
            has_visits: route::efforts(&stream.route).any(|it| it.visit),
            calendar: stream.clock,
        };
        let noticed_after = stream.noticed_after.as_ref().map(|it| self.tables.duration(it));
        let patience = stream.patience.as_ref().map(|it| self.tables.patience(it, true));
        let retrial = stream.retrial.as_ref().map(|it| {
            let probability = add(&mut self.tables.probabilities, it.probability);
            (probability, self.tables.reopening(&it.after, it.clock))
        });
        let entry = self.ops.len() as u32;
        let route = Route { scenario, facts, patience, groups: &groups };
        self.ops.extend(self.tables.program(route, &stream.route, entry));
        let first_task = match self.ops[entry as usize] {
            Op::Effort(task) if noticed_after.is_none() => Some(task),
            _ => None,
        };
        let marks = |bits: u32, it: &SlaLayout| bits | 1 << it.to.index() | 1 << it.from.index();
        let started = slas.iter().filter(|it| it.started.is_some());
        self.started = self.started.max(started.clone().count());
        let stops = slas.iter().fold(0, |bits, it| bits | 1 << it.to.index());
        self.streams.push(StreamLayout {
            entry,
            first_task,
            feeds: first_task.and_then(|task| self.fed_by(id, task)),
            calendar: stream.clock,
            pause_calendars: groups.iter().map(|it| it.calendar).collect(),
            noticed_after,
            clients: scenario.clients_of(id),
            retrial,
            automations,
            watched_marks: started.clone().fold(stops, marks),
            repeated_marks: started.fold(0, marks),
            slas,
        });
    }

    /// The queue point that a stream feeds, see [`feeds_queue_point`].
    fn fed_by(&self, stream: StreamId, first_task: u32) -> Option<u32> {
        let task = &self.tables.tasks[first_task as usize];
        let others = self.streams.iter().filter(|it| it.feeds == Some(task.point)).count();
        feeds_queue_point(self.scenario, stream, task, others).then_some(task.point)
    }

    /// Mentoring is a stream that no file states, of one effort step.
    fn mentoring(&mut self) {
        let calendar = CalendarId(0);
        let facts = StreamFacts {
            level: Urgency::MENTORING.level(&self.tables.levels),
            priority: Urgency::MENTORING.priority,
            interrupts: false,
            meeting: true,
            finish: false,
            contracted: false,
            automated: false,
            has_visits: false,
            calendar,
        };
        self.streams.push(StreamLayout {
            entry: self.ops.len() as u32,
            first_task: None,
            feeds: None,
            calendar,
            pause_calendars: Vec::new(),
            noticed_after: None,
            clients: None,
            retrial: None,
            automations: Vec::new(),
            slas: Vec::new(),
            watched_marks: 0,
            repeated_marks: 0,
        });
        let role = RoleId(0);
        let task = Task {
            point: self.tables.point(QueuePoint {
                role,
                pool: Vec::new(),
                skill: None,
                stand_in: self.scenario.roles[0].stand_in.clone(),
                side_by_side: None,
            }),
            role,
            pooled: false,
            side_by_side: false,
            is_paced: false,
            time: (0, 0),
            within_day: false,
            together_with: None,
            on_call: false,
            visit: false,
            patience: None,
            stream: facts,
        };
        self.ops.extend([Op::Effort(add(&mut self.tables.tasks, task)), Op::End]);
    }

    fn finish(self) -> Layout {
        let Self { scenario, tables, ops, streams, groups, started } = self;
        let mut fed_points: Vec<u32> = streams.iter().filter_map(|it| it.feeds).collect();
        fed_points.sort_unstable();
        fed_points.dedup();
        let roles = (0..scenario.roles.len()).map(RoleId::new);
        let points_of = |role| {
            let Tables { points, tasks, levels, .. } = &tables;
            RolePoints::of(role, points, tasks, levels)
        };
        // From the beginning, where no date is given.
        let begins = |date: Option<Date>| {
            let day = date.and_then(|it| scenario.timeline.day_of(it));
            day.map_or(SimTime::ZERO, SimTime::midnight)
        };
        let levels = tables.levels.iter().enumerate();
        let interrupting = levels
            .filter(|(_, level)| !level.patient)
            .fold(0, |bits, (index, _)| bits | 1 << index);
        Layout {
            shifts: shifts_of(scenario),
            points_of: roles.map(points_of).collect(),
            side_by_side: tables.tasks.iter().any(|it| it.side_by_side),
            work_gives_way: interrupting != 0 || tables.tasks.iter().any(|it| it.within_day),
            ops,
            streams,
            tasks: tables.tasks,
            waits: tables.waits,
            reopenings: tables.reopenings,
            durations: tables.durations,
            probabilities: tables.probabilities,
            counts: tables.counts,
            points: tables.points,
            fed_points,
            levels: tables.levels,
            interrupting,
            groups,
            counters: tables.counters,
            started,
            automations_from: scenario.automations.iter().map(|it| begins(it.from)).collect(),
            contractors_from: scenario.contractors.iter().map(|it| begins(it.from)).collect(),
            outlooks: Outlook::of_rules(scenario),
        }
    }
}

/// The calendars of each role whose people work by several.
fn shifts_of(scenario: &Scenario) -> Vec<Vec<CalendarId>> {
    let roles = (0..scenario.roles.len()).map(|it| scenario.calendars_of(RoleId::new(it)));
    roles.map(|it| if it.len() > 1 { it } else { Vec::new() }).collect()
}

/// Every level of urgency, most urgent first.
fn levels_of(scenario: &Scenario) -> Vec<Urgency> {
    let mut levels = vec![Urgency::MENTORING];
    for stream in &scenario.streams {
        let patient = !stream.interrupts;
        let mut priorities = vec![stream.priority];
        priorities.extend(route::efforts(&stream.route).filter_map(|it| it.priority));
        levels.extend(priorities.into_iter().map(|priority| Urgency { priority, patient }));
    }
    levels.sort_unstable();
    levels.dedup();
    assert!(levels.len() <= 64, "more than 64 levels of urgency");
    levels
}

/// The SLAs of a stream, and the groups of waits in which their clocks pause.
fn slas_of(scenario: &Scenario, stream: StreamId) -> (Vec<SlaLayout>, Vec<PauseGroup>) {
    let mut groups: Vec<PauseGroup> = Vec::new();
    let mut slas = Vec::new();
    let of_stream = scenario.slas.iter().enumerate().filter(|(_, it)| it.stream == stream);
    for (index, sla) in of_stream {
        let mut waits = sla.pauses.clone();
        waits.sort_unstable();
        // A clock that a mark starts has stood only since then.
        let from_mark = slas.iter().filter(|it: &&SlaLayout| it.started.is_some()).count() as u8;
        let started = (sla.from != CREATED).then_some(from_mark);
        let group = PauseGroup { waits, calendar: sla.calendar, started };
        let group = (!group.waits.is_empty()).then(|| {
            let known = groups.iter().position(|it| *it == group);
            known.unwrap_or_else(|| {
                groups.push(group);
                groups.len() - 1
            }) as u8
        });
        slas.push(SlaLayout {
            sla: SlaId::new(index),
            from: sla.from,
            to: sla.to,
            group,
            started,
            every: sla.every,
            calendar: sla.calendar,
            of_stream: sla.calendar == scenario.streams[stream.index()].clock,
        });
    }
    (slas, groups)
}
