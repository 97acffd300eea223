//! Tickets: rows of the export as one plain struct a ticket; names become numbers here.

use super::Request;
use super::amount;
use super::clean::{Cleaning, Reason};
use super::columns::{Columns, is_blank};
use super::recognise::{self, Field, Recognised};
use super::stamp::{self, Order};
use csv::StringRecord;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// One ticket, in seconds of the desk's clock.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Ticket {
    pub(crate) id: Box<str>,
    pub(crate) created: i64,
    pub(crate) first: Option<i64>,
    pub(crate) done: Option<i64>,
    /// When a row first said that somebody works on it; in a log of states that is the first answer.
    pub(super) begun: Option<i64>,
    /// When the export says that nothing will happen any more.
    pub(crate) closed: Option<i64>,
    /// Position among the classes.
    pub(crate) class: Option<u16>,
    /// Minutes of work that were logged.
    pub(crate) effort: Option<f32>,
    pub(crate) agent: Option<u32>,
    pub(crate) client: Option<u32>,
    pub(crate) is_escalated: bool,
    pub(crate) is_repeat: bool,
    /// Position of the ticket that this one repeats.
    pub(crate) repeats: Option<Box<str>>,
    /// What the whole row was, to know it again.
    pub(super) print: u64,
}

/// Reads tickets from records.
pub(crate) struct Reader<'a> {
    recognised: &'a Recognised,
    request: &'a Request,
    orders: HashMap<usize, Order>,
    classes: HashMap<String, u16>,
    agents: HashMap<String, u32>,
    clients: HashMap<String, u32>,
    places: HashMap<Box<str>, usize>,
    tickets: Vec<Ticket>,
    /// Rows of tickets.
    rows: u64,
    cleaning: Cleaning,
    headers: Vec<String>,
    has_other_header: bool,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(
        columns: &'a Columns,
        recognised: &'a Recognised,
        request: &'a Request,
    ) -> Self {
        let class = |(at, it): (usize, &recognise::Class)| (it.value.clone(), at as u16);
        Self {
            recognised,
            request,
            orders: (0..columns.all.len()).map(|it| (it, columns.order(it))).collect(),
            classes: recognised.classes.iter().enumerate().map(class).collect(),
            agents: HashMap::new(),
            clients: HashMap::new(),
            places: HashMap::new(),
            tickets: Vec::new(),
            rows: 0,
            cleaning: Cleaning::default(),
            headers: columns.all.iter().map(|it| it.header.clone()).collect(),
            has_other_header: false,
        }
    }

    /// Whether a row was the header of another table.
    pub(crate) fn has_seen_another_header(&self) -> bool {
        self.has_other_header
    }

    /// Takes a record: a new ticket, another row of one, or something to set aside.
    pub(crate) fn read(&mut self, record: &StringRecord) {
        let id: Box<str> = self.cell(record, Field::Id).unwrap_or_default().into();
        let mut print = DefaultHasher::new();
        record.iter().for_each(|it| it.hash(&mut print));
        let print = print.finish();
        let known = if id.is_empty() { None } else { self.places.get(&id).copied() };
        if known.is_some_and(|at| self.tickets[at].print == print) {
            return self.cleaning.set_aside(Reason::Duplicate, &id);
        }
        if let Some(reason) = self.reason(record) {
            return self.cleaning.set_aside(reason, &id);
        }
        let Some(created) = self.stamp(record, Field::Created) else {
            // Files that were put one below another have their header again, or that of another table.
            if self.headers.iter().map(String::as_str).eq(record) {
                return;
            }
            self.has_other_header |= recognise::is_header(record);
            return self.cleaning.set_aside(Reason::NoDate, &id);
        };
        let mut ticket = self.ticket(record, created);
        self.rows += 1;
        ticket.print = print;
        ticket.id = id.clone();
        match known {
            Some(at) => {
                self.cleaning.set_aside(Reason::Update, &id);
                match self.recognised.is_log() {
                    true => self.tickets[at].happened(ticket),
                    false => self.tickets[at].update(ticket),
                }
            }
            None => {
                self.places.insert(id, self.tickets.len());
                self.tickets.push(ticket);
            }
        }
    }

    fn ticket(&mut self, record: &StringRecord, created: i64) -> Ticket {
        let found = self.recognised;
        let (begun, over) = (self.begun(record), self.over(record));
        let first = self.stamp(record, Field::First).or_else(|| self.stamp(record, Field::Started));
        let minutes = self.cell(record, Field::FirstMinutes).and_then(amount::number);
        let first = first.or_else(|| minutes.map(|it| created + (it * 60.0) as i64));
        let closed = self.stamp(record, Field::Closed);
        let solved = self.stamp(record, Field::Solved);
        // Where the export says when tickets were solved, one that lacks it was closed without a
        // word: when its work ended is not known.
        let done = if found.at(Field::Solved).is_some() { solved } else { closed.or(over) };
        let effort = self.cell(record, Field::Effort).and_then(|it| {
            amount::minutes(it).or_else(|| amount::number(it).map(|it| it * found.effort_unit))
        });
        let class = self.cell(record, Field::Class).and_then(|it| self.classes.get(it)).copied();
        let marked = |at: &[usize], fields: &[Field], is: fn(&str, bool) -> bool| {
            at.iter().any(|at| {
                let is_named = fields.iter().any(|it| found.at(*it) == Some(*at));
                is(record.get(*at).unwrap_or("").trim(), is_named)
            })
        };
        let is_escalated =
            marked(&found.escalation, &[Field::Escalated], recognise::marks_escalation);
        let repeated = [Field::Repeat, Field::Reopens];
        let is_repeat = marked(&found.repeat, &repeated, recognise::marks_repeat);
        let repeats = self.cell(record, Field::Repeat).map(Into::into);
        // Whoever writes another row of a log need not be whoever works on the ticket.
        let says_agent = !found.is_log() || begun.or(over).is_some();
        let agent = self.cell(record, Field::Agent).filter(|_| says_agent).map(str::to_owned);
        let client = self.cell(record, Field::Client).map(str::to_owned);
        Ticket {
            created,
            first,
            done,
            closed: closed.or(done),
            class,
            effort: effort.map(|it| it as f32),
            agent: agent.map(|it| numbered(&mut self.agents, it)),
            client: client.map(|it| numbered(&mut self.clients, it)),
            is_escalated,
            is_repeat,
            repeats,
            begun,
            ..Ticket::default()
        }
    }

    /// When a row that says "in work" was written.
    fn begun(&self, record: &StringRecord) -> Option<i64> {
        let begins = self.cell(record, Field::Status).is_some_and(recognise::is_in_work);
        if begins { self.stamp(record, Field::Updated) } else { None }
    }

    /// When a row of a log that says "solved" or "closed" was written.
    fn over(&self, record: &StringRecord) -> Option<i64> {
        let is_over = self.recognised.is_log()
            && self.cell(record, Field::Status).is_some_and(recognise::is_over);
        if is_over { self.stamp(record, Field::Event) } else { None }
    }

    /// Why a record is no ticket of a client.
    fn reason(&self, record: &StringRecord) -> Option<Reason> {
        let only = &self.recognised.only;
        if only.iter().any(|(at, value)| record.get(*at).map(str::trim) != Some(value.as_str())) {
            return Some(Reason::NotAsked);
        }
        let says = |fields: &[Field], is: fn(&str) -> bool| {
            fields.iter().any(|it| self.cell(record, *it).is_some_and(is))
        };
        let states = [Field::Status, Field::Resolution, Field::Class, Field::Tags];
        if says(&[Field::Project, Field::Class], recognise::is_internal) {
            return Some(Reason::Internal);
        }
        if says(&states, recognise::is_spam) || says(&[Field::Project], recognise::is_spam) {
            return Some(Reason::Spam);
        }
        says(&states, recognise::is_merged).then_some(Reason::Merged)
    }

    fn cell<'r>(&self, record: &'r StringRecord, field: Field) -> Option<&'r str> {
        let cell = record.get(self.recognised.at(field)?)?.trim();
        (!is_blank(cell)).then_some(cell)
    }

    fn stamp(&self, record: &StringRecord, field: Field) -> Option<i64> {
        let at = self.recognised.at(field)?;
        let parts = stamp::parts(record.get(at)?)?;
        let seconds = parts.seconds(self.orders[&at])?;
        // A stamp with an offset is the clock on the wall of some place; without one it is UTC if the
        // user names the desk's zone.
        match &self.request.zone {
            Some(zone) => Some(stamp::in_zone(seconds - 60 * parts.offset.unwrap_or(0), zone)),
            None => Some(seconds),
        }
    }

    /// The tickets in the order of their creation, and what was set aside.
    pub(crate) fn finish(self) -> (Vec<Ticket>, Cleaning) {
        let (mut tickets, mut cleaning) = (self.tickets, self.cleaning);
        // A ticket of one row in which "in work" is written last says nothing of its beginning.
        let is_log = self.rows >= 2 * tickets.len() as u64;
        // Where no column tells an end, its absence does not tell that a ticket is open.
        let tells_ends = tickets.iter().any(|it| it.closed.is_some());
        for ticket in &mut tickets {
            ticket.first = ticket.first.or(ticket.begun.filter(|_| is_log));
            if ticket.done.is_some_and(|it| it < ticket.created)
                || ticket.first.is_some_and(|it| it < ticket.created)
            {
                cleaning.set_aside(Reason::NegativeTime, &ticket.id);
                ticket.done = ticket.done.filter(|it| *it >= ticket.created);
                ticket.first = ticket.first.filter(|it| *it >= ticket.created);
            } else if tells_ends && ticket.closed.is_none() {
                cleaning.set_aside(Reason::Open, &ticket.id);
            }
            if ticket.effort.is_some_and(|it| it <= 0.0) {
                cleaning.set_aside(Reason::ZeroEffort, &ticket.id);
                ticket.effort = None;
            }
        }
        tickets.sort_by(|a, b| a.created.cmp(&b.created).then_with(|| a.id.cmp(&b.id)));
        (tickets, cleaning)
    }
}

impl Ticket {
    /// Another row of a log, in any order: a ticket begins with its first row, is in work from the first
    /// that says so, and is done with the first that says that.
    fn happened(&mut self, other: Self) {
        let least = |a: Option<i64>, b: Option<i64>| a.into_iter().chain(b).min();
        let (created, begun) = (self.created.min(other.created), least(self.begun, other.begun));
        let (done, closed) = (least(self.done, other.done), self.closed.max(other.closed));
        let agent = if other.begun.is_some() { other.agent } else { self.agent.or(other.agent) };
        self.update(other);
        (self.created, self.begun, self.done, self.closed) = (created, begun, done, closed);
        self.agent = agent;
    }

    /// A later row of the same ticket: what it knows replaces what was known; marks stay.
    fn update(&mut self, later: Self) {
        self.first = self.first.or(later.first);
        self.begun = self.begun.or(later.begun);
        self.done = later.done.or(self.done);
        self.closed = later.closed.or(self.closed);
        self.class = later.class.or(self.class);
        self.effort = later.effort.or(self.effort);
        self.agent = later.agent.or(self.agent);
        self.client = later.client.or(self.client);
        self.is_escalated |= later.is_escalated;
        self.is_repeat |= later.is_repeat;
        self.print = later.print;
    }
}

fn numbered(names: &mut HashMap<String, u32>, name: String) -> u32 {
    let next = names.len() as u32;
    *names.entry(name).or_insert(next)
}
