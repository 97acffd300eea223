//! Coverage: desks drawn at random are simulated, exported and fitted, and 95 % intervals hold the numbers
//! that the desks were drawn with as often as they promise.
//!
//! The suite measures forty desks. `STAFFCAST_DESKS=200 cargo test --release --test fit coverage -- --nocapture`
//! measures as many as it names, infers the effort of each from its waits, and prints every kind's share.
//! On every fourth desk people spend a part of the day on what no ticket shows.

use super::fit;
use jiff::civil::{Date, DateTime};
use staffcast::inside::{Chance, Department, Future, Layout, draw_inputs};
use staffcast::{Effort, Observer, RoleId, SimTime, StreamId};
use statrs::distribution::{Binomial, DiscreteCDF};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

/// The day of the desks, in hours.
const DAY: (f64, f64) = (9.0, 18.0);
/// Relative arrivals of its hours.
const HOURS: [f64; 9] = [1.4, 1.3, 1.2, 0.9, 0.8, 1.0, 1.0, 0.8, 0.6];

/// A desk as it is drawn.
struct Drawn {
    a_day: f64,
    monthly: f64,
    people: usize,
    urgent: f64,
    minutes: [f64; 2],
    cv: f64,
    day_cv: f64,
    /// Time at work that goes on what no ticket shows, as a share.
    unseen: f64,
}

impl Drawn {
    fn new(number: u64) -> Self {
        let mut chance = Chance::keyed(&[number]);
        let mut between = |low: f64, high: f64| low + (high - low) * chance.unit();
        let a_day = between(12.0, 40.0);
        let people = between(2.0, 5.0) as usize;
        let urgent = between(0.1, 0.3);
        let cv = between(0.7, 1.3);
        // Work for so much of the time of the people who are there.
        let mean = between(0.4, 0.85) * people as f64 * 540.0 / a_day;
        let other = mean / (1.0 + urgent);
        // Growth moves the rate: a desk shows one of the two.
        let monthly = if number.is_multiple_of(2) { 0.0 } else { between(0.5, 2.5) };
        let day_cv = if number.is_multiple_of(3) { 0.0 } else { between(0.1, 0.3) };
        let unseen = if number % 4 == 2 { 0.08 } else { 0.0 };
        Self { a_day, monthly, people, urgent, minutes: [2.0 * other, other], cv, day_cv, unseen }
    }

    fn mean(&self) -> f64 {
        self.urgent * self.minutes[0] + (1.0 - self.urgent) * self.minutes[1]
    }

    /// Both streams have good and bad days of their own.
    fn unevenness(&self) -> f64 {
        self.day_cv * self.urgent.hypot(1.0 - self.urgent)
    }

    fn scenario(&self) -> String {
        let Self { a_day, people, urgent, minutes, cv, day_cv, .. } = self;
        let yearly = 100.0 * ((1.0 + self.monthly / 100.0).powi(12) - 1.0);
        let hours: Vec<String> =
            (9..).zip(HOURS).map(|(hour, weight)| format!("{hour} = {weight}")).collect();
        let mut text = format!(
            "[scenario]\nname = \"desk\"\nstart = 2026-01-01\nmonths = 8\nlead_in = 0\n\
             [calendar]\nbase = \"none\"\nhours = [\"09:00-18:00\"]\n\
             [drivers.demand]\ncompound = {{ from = 100, yearly = \"{yearly:.6}%\" }}\n\
             [roles.agent]\nheadcount = {people}\n\
             [mixes.ticket]\nrate = {a_day}\nper = \"working-day\"\ndriver = \"demand\"\nat = 100\n\
             hours = {{ {} }}\nday_cv = {day_cv}\n\
             [mixes.ticket.shares]\nurgent = \"{}%\"\nother = \"{}%\"\n",
            hours.join(", "),
            100.0 * urgent,
            100.0 * (1.0 - urgent)
        );
        for (stream, mean) in ["urgent", "other"].into_iter().zip(minutes) {
            let _ = write!(
                text,
                "[streams.{stream}]\narrival = {{ mix = \"ticket\" }}\n\
                 route = [{{ effort = {{ mean = \"{mean}min\", cv = {cv} }}, role = \"agent\" }}]\n"
            );
        }
        if self.unseen > 0.0 {
            // Breaks of a quarter of an hour, between tickets.
            let breaks = self.unseen * *people as f64 * 60.0 * (DAY.1 - DAY.0) / 15.0;
            let _ = write!(
                text,
                "[streams.break]\narrival = {{ rate = {breaks}, per = \"working-day\", hours = {{ {} }} }}\n\
                 route = [{{ effort = {{ mean = \"15min\", cv = 0.3 }}, role = \"agent\" }}]\n",
                (9..18).map(|hour| format!("{hour} = 1")).collect::<Vec<_>>().join(", ")
            );
        }
        text
    }

    /// What the desk writes down, as a help desk exports it.
    fn export(&self, number: u64) -> String {
        let text = self.scenario();
        let study = staffcast::load_text("desk.toml", &text, None, &[], None);
        let study = study.unwrap_or_else(|it| panic!("{it}\n{text}"));
        let scenario = &study.policies[0].scenario;
        let layout = Layout::of(scenario);
        let mut department = Department::new(scenario, &layout, Book::default());
        let inputs = draw_inputs(scenario, number, 0);
        department.replicate(&mut Future::default(), number, 0, &inputs);
        let book = department.observer_mut();
        let moment = |it: SimTime| {
            scenario.timeline.date_of(it.day()).to_datetime(jiff::civil::Time::midnight())
                + jiff::SignedDuration::from_secs(it.since_midnight().seconds() as i64)
        };
        let stamp = |it: DateTime| it.strftime("%Y-%m-%d %H:%M:%S").to_string();
        let mut rows =
            "Ticket,Created,First response,Resolved,Priority,Agent,Minutes spent\n".to_owned();
        let tickets = book.arrived.iter().filter(|it| it.1.index() < 2);
        for (at, (created, stream)) in tickets.enumerate() {
            let first =
                book.waited.get(created).map(|it| stamp(after(moment(*created), it.hours())));
            let done = book.done.get(created).map(|it| stamp(moment(*it)));
            let spent = done.as_ref().map(|_| format!("{:.3}", book.asked[created].hours() * 60.0));
            let class = if stream.index() == 0 { "Urgent" } else { "Other" };
            let _ = writeln!(
                rows,
                "{at},{},{},{},{class},Agent {},{}",
                stamp(moment(*created)),
                first.unwrap_or_default(),
                done.unwrap_or_default(),
                at % self.people,
                spent.unwrap_or_default(),
            );
        }
        rows
    }
}

/// The moment so many working hours later.
fn after(moment: DateTime, hours: f64) -> DateTime {
    let (mut date, mut left): (Date, f64) = (moment.date(), hours);
    let time = |it: DateTime| {
        f64::from(it.hour()) + f64::from(it.minute()) / 60.0 + f64::from(it.second()) / 3600.0
    };
    let mut from = time(moment);
    while from + left > DAY.1 {
        left -= DAY.1 - from;
        from = DAY.0;
        date = date.tomorrow().expect("years are many");
        while date.weekday().to_monday_zero_offset() > 4 {
            date = date.tomorrow().expect("years are many");
        }
    }
    // A moment of the desk has whole seconds, its waits have not: the answer is never before the ticket.
    let seconds = ((from + left) * 3600.0).round() as i64;
    date.to_datetime(jiff::civil::Time::midnight()) + jiff::SignedDuration::from_secs(seconds)
}

/// What is written down of each ticket, by the moment it came.
#[derive(Default)]
struct Book {
    arrived: Vec<(SimTime, StreamId)>,
    asked: HashMap<SimTime, Effort>,
    waited: HashMap<SimTime, Effort>,
    done: HashMap<SimTime, SimTime>,
}

impl Observer for Book {
    fn arrived(&mut self, stream: StreamId, at: SimTime) {
        self.arrived.push((at, stream));
    }
    fn offered(&mut self, _: RoleId, effort: Effort, at: SimTime) {
        self.asked.insert(at, effort);
    }
    fn contacted(&mut self, _: StreamId, created: SimTime, waited: Effort) {
        self.waited.insert(created, waited);
    }
    fn completed(&mut self, _: StreamId, created: SimTime, at: SimTime, _: Effort) {
        self.done.insert(created, at);
    }
}

/// How the estimates of a kind lie around their truths.
#[derive(Default)]
struct Kind {
    held: u64,
    of: u64,
    /// Errors over the standard errors that the intervals tell.
    errors: Vec<f64>,
}

type Kinds = BTreeMap<&'static str, Kind>;

/// What is allowed for by more than chance: breaks that waits do not tell from tickets.
const WIDER: &str = "effort, inferred";
/// Cells of a desk and hour hang together: they are held to a band, and not to what chance does to each.
const TOGETHER: &str = "profile";

fn count(kinds: &mut Kinds, drawn: &Drawn, row: &csv::StringRecord) {
    let number = |at: usize| row[at].parse::<f64>().unwrap_or(f64::NAN);
    let weights: f64 = HOURS.iter().sum();
    let is_urgent = &row[1] == "urgent" || &row[1] == "emergency";
    let class = |urgent: f64, other: f64| if is_urgent { urgent } else { other };
    let grows = drawn.monthly > 0.0;
    let found = match (&row[0], &row[2]) {
        ("arrivals", "per open day") if !grows => ("rate", drawn.a_day),
        ("growth", _) if grows => ("growth", drawn.monthly),
        ("day_cv", _) if drawn.day_cv > 0.0 => ("unevenness of days", drawn.unevenness()),
        // Of two shares, one says it all.
        ("share", _) if is_urgent => ("shares", drawn.urgent),
        ("effort_mean", _) => ("effort, mean", class(drawn.minutes[0], drawn.minutes[1])),
        ("effort_cv", _) => ("effort, cv", drawn.cv),
        ("effort_inferred", _) => (WIDER, drawn.mean()),
        ("agents", _) => ("agents", drawn.people as f64),
        ("profile", _) => {
            let hour: usize = row[1][4..].parse().expect("a weekday and an hour");
            (TOGETHER, HOURS.len() as f64 * HOURS[hour - 9] / weights)
        }
        _ => return,
    };
    let (kind, truth) = found;
    let (value, low, high) = (number(3), number(4), number(5));
    let it = kinds.entry(kind).or_default();
    let is_held = (low..=high).contains(&truth);
    it.held += u64::from(is_held);
    it.of += 1;
    let error = (value - truth) / ((high - low) / (2.0 * 1.96));
    it.errors.extend(error.is_finite().then_some(error));
    if std::env::var_os("STAFFCAST_MISSED").is_some() && !is_held {
        println!("{kind} {}: {truth:.4}, measured {value} ({low} to {high})", &row[1]);
    }
}

impl Kind {
    /// Fails where intervals hold the truth more seldom than they promise, or by being too wide, or where
    /// estimates lie to one side of it.
    fn judge(&self, name: &str) {
        let (n, held) = (self.of as f64, self.held as f64 / self.of as f64);
        println!("{name}: {} of {}, {:.1} %", self.held, self.of, 100.0 * held);
        if name == TOGETHER {
            assert!((0.92..=0.985).contains(&held), "{name}: {held}");
            return;
        }
        let promised = if name == WIDER { 0.90 } else { 0.95 };
        let chance = Binomial::new(promised, self.of).expect("a share").cdf(self.held);
        assert!(chance > 0.002, "{name}: {} of {} by a chance of {chance}", self.held, self.of);
        if name == WIDER || self.errors.is_empty() {
            return;
        }
        let mean = self.errors.iter().sum::<f64>() / n;
        let spread = self.errors.iter().map(|it| (it - mean) * (it - mean)).sum::<f64>() / n;
        println!("    errors of {mean:.2}, {:.2} standard errors", spread.sqrt());
        // Work that is off by 1 % is off by 0.4 standard errors here.
        assert!(mean.abs() < 3.0 / n.sqrt(), "{name}: estimates are off by {mean} standard errors");
        let widest = 3.0 / (2.0 * n).sqrt();
        assert!(
            (0.75 - widest..1.0 + widest).contains(&spread.sqrt()),
            "{name}: {spread} is no variance of honest intervals"
        );
    }
}

#[test]
fn intervals_of_desks_drawn_at_random_cover_as_often_as_they_promise() {
    let named = std::env::var("STAFFCAST_DESKS").ok().and_then(|it| it.parse::<u64>().ok());
    let mut kinds = Kinds::new();
    for desk in 0..named.unwrap_or(40) {
        let folder = tempfile::tempdir().expect("there is room");
        let drawn = Drawn::new(desk);
        let file = folder.path().join("desk.csv");
        std::fs::write(&file, drawn.export(desk)).expect("there is room");
        let mut arguments = vec![file.to_str().unwrap(), "--quiet"];
        arguments.extend(named.is_none().then_some("--measure-only"));
        let done = fit(folder.path(), &arguments);
        assert!(done.status.success(), "{desk}: {}", String::from_utf8_lossy(&done.stderr));
        let mut reader = csv::Reader::from_path(folder.path().join("fit.csv")).unwrap();
        reader.records().for_each(|it| count(&mut kinds, &drawn, &it.unwrap()));
    }
    kinds.iter().for_each(|(name, kind)| kind.judge(name));
    assert!(kinds.len() >= 8, "{:?}", kinds.keys());
}
