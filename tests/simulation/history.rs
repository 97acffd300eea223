//! What happened, told by an observer of the tests' own, and in words that a test can compare.

use jiff::civil::Weekday;
use staffcast::{
    Effort, Judgement, Observer, Review, RoleId, Scenario, SimTime, StreamId, WorkSpan,
};

/// One thing that the department told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    Arrived(StreamId, SimTime),
    Offered(RoleId, Effort, SimTime),
    Contacted(StreamId, SimTime, Effort),
    Judged(Judgement),
    Completed(StreamId, SimTime, SimTime, Effort),
    Dropped(StreamId, SimTime, SimTime),
    Abandoned(StreamId, SimTime, SimTime),
    Worked(RoleId, StreamId, WorkSpan),
    Visited(RoleId, SimTime),
    Present(RoleId, SimTime, SimTime),
    Employed(RoleId, SimTime, SimTime),
    Joined(RoleId, SimTime),
    Uncovered(RoleId, SimTime, SimTime),
    Bought(usize, SimTime),
    Reviewed(Review),
}

/// An observer that writes everything down.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    pub told: Vec<Told>,
}

impl Observer for Trace {
    fn arrived(&mut self, stream: StreamId, at: SimTime) {
        self.told.push(Told::Arrived(stream, at));
    }
    fn offered(&mut self, role: RoleId, effort: Effort, at: SimTime) {
        self.told.push(Told::Offered(role, effort, at));
    }
    fn contacted(&mut self, stream: StreamId, created: SimTime, waited: Effort) {
        self.told.push(Told::Contacted(stream, created, waited));
    }
    fn judged(&mut self, judgement: Judgement) {
        self.told.push(Told::Judged(judgement));
    }
    fn completed(&mut self, stream: StreamId, created: SimTime, at: SimTime, sojourn: Effort) {
        self.told.push(Told::Completed(stream, created, at, sojourn));
    }
    fn dropped(&mut self, stream: StreamId, created: SimTime, at: SimTime) {
        self.told.push(Told::Dropped(stream, created, at));
    }
    fn abandoned(&mut self, stream: StreamId, created: SimTime, at: SimTime) {
        self.told.push(Told::Abandoned(stream, created, at));
    }
    fn worked(&mut self, role: RoleId, stream: StreamId, span: WorkSpan) {
        self.told.push(Told::Worked(role, stream, span));
    }
    fn visited(&mut self, role: RoleId, at: SimTime) {
        self.told.push(Told::Visited(role, at));
    }
    fn present(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        self.told.push(Told::Present(role, from, to));
    }
    fn employed(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        self.told.push(Told::Employed(role, from, to));
    }
    fn joined(&mut self, role: RoleId, at: SimTime) {
        self.told.push(Told::Joined(role, at));
    }
    fn reviewed(&mut self, review: Review) {
        self.told.push(Told::Reviewed(review));
    }
    fn uncovered(&mut self, role: RoleId, from: SimTime, to: SimTime) {
        self.told.push(Told::Uncovered(role, from, to));
    }
    fn bought(&mut self, contractor: usize, at: SimTime) {
        self.told.push(Told::Bought(contractor, at));
    }
}

/// What happened in one replication.
pub struct History {
    pub scenario: Scenario,
    pub told: Vec<Told>,
    /// Items open at the end.
    pub open: usize,
}

impl History {
    /// A moment in words: `Tue 2 10:00` in June 2026, `Tue 7 Jul 10:00` in other months.
    pub fn say(&self, at: SimTime) -> String {
        if at == SimTime::NEVER {
            return "never".into();
        }
        let date = self.scenario.timeline.date_of(at.day());
        let weekday = match date.weekday() {
            Weekday::Monday => "Mon",
            Weekday::Tuesday => "Tue",
            Weekday::Wednesday => "Wed",
            Weekday::Thursday => "Thu",
            Weekday::Friday => "Fri",
            Weekday::Saturday => "Sat",
            Weekday::Sunday => "Sun",
        };
        const MONTHS: [&str; 12] = [
            " Jan", " Feb", " Mar", " Apr", " May", "", " Jul", " Aug", " Sep", " Oct", " Nov",
            " Dec",
        ];
        let month = MONTHS[date.month() as usize - 1];
        let seconds = at.since_midnight().seconds();
        let (hour, minute, rest) = (seconds / 3600.0, seconds / 60.0 % 60.0, seconds % 60.0);
        let day =
            format!("{weekday} {}{month} {:02}:{:02}", date.day(), hour as u32, minute as u32);
        if rest > 0.0 { format!("{day}:{rest}") } else { day }
    }

    /// What hiring rules saw and asked for.
    pub fn reviews(&self) -> Vec<Review> {
        let reviews = self.told.iter().filter_map(|it| match it {
            Told::Reviewed(review) => Some(*review),
            _ => None,
        });
        reviews.collect()
    }

    /// The days on which people joined.
    pub fn days_of_joining(&self) -> Vec<usize> {
        let joined = self.told.iter().filter_map(|it| match it {
            Told::Joined(_, at) => Some(at.day()),
            _ => None,
        });
        joined.collect()
    }

    /// A span in words: `Tue 2 10:00-11:00`, `Tue 2 17:00-Wed 3 10:00`.
    pub fn span(&self, from: SimTime, to: SimTime) -> String {
        let (begins, ends) = (self.say(from), self.say(to));
        if from.day() == to.day() {
            let clock = ends.rsplit(' ').next().unwrap_or_default();
            format!("{begins}-{clock}")
        } else {
            format!("{begins}-{ends}")
        }
    }

    /// The name of a stream; mentoring has no place in the file.
    pub fn stream(&self, stream: StreamId) -> &str {
        let stream = self.scenario.streams.get(stream.index());
        stream.map_or("mentoring", |it| &it.key)
    }

    /// The name of a role.
    pub fn role(&self, role: RoleId) -> &str {
        &self.scenario.roles[role.index()].key
    }

    /// All work, in the order of its beginning.
    pub fn spans(&self) -> Vec<(RoleId, StreamId, WorkSpan)> {
        let mut spans: Vec<_> = self
            .told
            .iter()
            .filter_map(|it| match *it {
                Told::Worked(role, stream, span) => Some((role, stream, span)),
                _ => None,
            })
            .collect();
        spans.sort_by_key(|&(role, stream, span)| (span.from, span.to, stream, role));
        spans
    }

    /// All work of all roles: `a Tue 2 10:00-11:00`, in the order of its beginning.
    pub fn work(&self) -> Vec<String> {
        let spans = self.spans().into_iter();
        spans
            .map(|(_, stream, it)| format!("{} {}", self.stream(stream), self.span(it.from, it.to)))
            .collect()
    }

    /// The same with the role before it: `desk a Tue 2 10:00-11:00`.
    pub fn work_by_role(&self) -> Vec<String> {
        let spans = self.spans().into_iter();
        spans
            .map(|(role, stream, it)| {
                let (role, stream) = (self.role(role), self.stream(stream));
                format!("{role} {stream} {}", self.span(it.from, it.to))
            })
            .collect()
    }

    /// The work on one stream.
    pub fn work_on(&self, key: &str) -> Vec<String> {
        let spans = self.spans().into_iter().filter(|it| self.stream(it.1) == key);
        spans.map(|(_, _, it)| self.span(it.from, it.to)).collect()
    }

    /// Working time that went into a stream, in hours.
    pub fn hours_on(&self, key: &str) -> f64 {
        let spans = self.spans().into_iter().filter(|it| self.stream(it.1) == key);
        let worked = spans.map(|(_, _, it)| it.to_worked - it.from_worked);
        worked.fold(Effort::ZERO, |sum, it| sum + it).hours()
    }

    fn moments(&self, pick: impl Fn(&Told) -> Option<SimTime>) -> Vec<String> {
        self.told.iter().filter_map(pick).map(|at| self.say(at)).collect()
    }

    /// When items of a stream arrived.
    pub fn arrivals(&self, key: &str) -> Vec<String> {
        self.moments(|it| match *it {
            Told::Arrived(stream, at) => (self.stream(stream) == key).then_some(at),
            _ => None,
        })
    }

    /// When items of a stream were completed.
    pub fn completions(&self, key: &str) -> Vec<String> {
        self.moments(|it| match *it {
            Told::Completed(stream, _, at, _) => (self.stream(stream) == key).then_some(at),
            _ => None,
        })
    }

    /// When items of a stream were given up.
    pub fn dropped(&self, key: &str) -> Vec<String> {
        self.moments(|it| match *it {
            Told::Dropped(stream, _, at) => (self.stream(stream) == key).then_some(at),
            _ => None,
        })
    }

    /// When people joined.
    pub fn joined(&self) -> Vec<String> {
        self.moments(|it| match *it {
            Told::Joined(_, at) => Some(at),
            _ => None,
        })
    }

    /// When people's employment ended before the end of the run.
    pub fn left(&self) -> Vec<String> {
        let end = self.scenario.timeline.end_time();
        self.moments(|it| match *it {
            Told::Employed(_, _, at) if at < end => Some(at),
            _ => None,
        })
    }

    /// When items were given to contractors.
    pub fn bought(&self) -> Vec<String> {
        self.moments(|it| match *it {
            Told::Bought(_, at) => Some(at),
            _ => None,
        })
    }

    /// Working hours between creation and contact, contact by contact.
    pub fn contacts(&self, key: &str) -> Vec<f64> {
        let contacts = self.told.iter().filter_map(|it| match *it {
            Told::Contacted(stream, _, waited) => {
                (self.stream(stream) == key).then_some(waited.hours())
            }
            _ => None,
        });
        contacts.collect()
    }

    /// Judgements of an SLA: `due Tue 2 10:00, stopped Tue 2 09:30, met`.
    pub fn judgements(&self, key: &str) -> Vec<String> {
        let judgements = self.told.iter().filter_map(|it| match it {
            Told::Judged(it) if self.scenario.slas[it.sla.index()].key == key => Some(it),
            _ => None,
        });
        judgements
            .map(|it| {
                let due = self.say(it.due);
                let stopped =
                    it.stopped.map_or("open".into(), |at| format!("stopped {}", self.say(at)));
                let met = if it.met { "met" } else { "missed" };
                format!("due {due}, {stopped}, {met}")
            })
            .collect()
    }

    /// Spans in which people of a role were there, but for those of no length.
    pub fn presence(&self, key: &str) -> Vec<String> {
        self.told
            .iter()
            .filter_map(|it| match *it {
                Told::Present(role, from, to) if self.role(role) == key && from < to => {
                    Some(self.span(from, to))
                }
                _ => None,
            })
            .collect()
    }

    /// Spans in which people of a role were employed, in the order in which they ended.
    pub fn employment(&self, key: &str) -> Vec<String> {
        self.told
            .iter()
            .filter_map(|it| match *it {
                Told::Employed(role, from, to) if self.role(role) == key => {
                    Some(self.span(from, to))
                }
                _ => None,
            })
            .collect()
    }

    /// Spans in which nobody of a role was there, but for those of no length.
    pub fn uncovered(&self, key: &str) -> Vec<String> {
        self.told
            .iter()
            .filter_map(|it| match *it {
                Told::Uncovered(role, from, to) if self.role(role) == key && from < to => {
                    Some(self.span(from, to))
                }
                _ => None,
            })
            .collect()
    }
}
