//! From a help desk's own export to measured numbers.
//!
//! ```text
//!  files ─► table ─► columns ─► recognise ─► tickets ─► clean ─► estimate ─► infer ─► backtest ─► Fitted
//!          records   what each  which column  one row   what is   numbers with  effort   what was predicted
//!                    column is  means what    a ticket  set aside intervals     by waits and what happened
//! ```
//!
//! Files are read twice as a stream: once to see what each column is, once to take the tickets;
//! memory grows with tickets, not with bytes. No name of a person or of a client leaves
//! [`ticket`]: from there on they are numbers.

mod amount;
mod backtest;
mod clean;
mod columns;
mod desk;
mod estimate;
mod infer;
mod log;
mod recognise;
mod refused;
mod stamp;
mod table;
mod ticket;
mod timer;
mod window;
mod zone;

pub(crate) use backtest::{Backtest, Compared, Tested, Untested};
pub(crate) use clean::{Reason, SetAside};
pub(crate) use desk::{Desk, Period};
pub(crate) use estimate::{ClassNumbers, Kept, Numbers, Unlearnt};
pub(crate) use infer::{Inferred, Says};
pub(crate) use recognise::Guess;
pub(crate) use refused::Refused;
pub(crate) use timer::Timer;
pub(crate) use window::Window;
pub(crate) use zone::{Clock, Shift};

use crate::statistics::Interval;
use jiff::civil::Date;
use std::path::PathBuf;
use ticket::Ticket;

/// Fewer tickets than this are nothing to measure.
const LEAST: usize = 30;
/// Fewer days than this show no week.
const LEAST_DAYS: usize = 14;

/// What the user says about the export.
#[derive(Clone, Debug, Default)]
pub(crate) struct Request {
    /// The files of one desk.
    pub(crate) files: Vec<PathBuf>,
    /// `field = header`, over what would be recognised.
    pub(crate) map: Vec<(String, String)>,
    /// `value = stream`: which class a value of the class column is.
    pub(crate) classes: Vec<(String, String)>,
    /// `header = value`: only these rows.
    pub(crate) only: Vec<(String, String)>,
    /// The first day that counts.
    pub(crate) since: Option<Date>,
    /// The last day that counts.
    pub(crate) until: Option<Date>,
    /// Where the desk works, whose stamps are UTC.
    pub(crate) zone: Option<jiff::tz::TimeZone>,
    /// Nothing can have happened after this day.
    pub(crate) today: Option<Date>,
}

/// An export as numbers.
#[derive(Clone, Debug)]
pub(crate) struct Fitted {
    /// The product whose columns these are, where it is known.
    pub(crate) product: Option<String>,
    /// Which column was taken for what, and whether that is certain.
    pub(crate) guesses: Vec<Guess>,
    /// Tickets in the window.
    pub(crate) tickets: u64,
    /// What was set aside and why.
    pub(crate) aside: Vec<SetAside>,
    /// What was found out about the clock of the stamps.
    pub(crate) clock: Option<Clock>,
    /// What closes tickets by itself.
    pub(crate) timer: Option<Timer>,
    /// The days that count.
    pub(crate) window: Window,
    /// What was measured.
    pub(crate) numbers: Numbers,
    /// What the first two thirds predicted of the last, and what happened.
    pub(crate) backtest: Result<Backtest, Untested>,
}

impl Fitted {
    /// The same desk where a ticket takes so many minutes on average: classes keep the proportion in
    /// which work was logged; where none was, they take the same.
    fn with_effort(&self, minutes: f64) -> Self {
        let mut other = self.clone();
        let numbers = &mut other.numbers;
        let scaled = |it: Interval, by: f64| Interval::around(it.value * by, 0.0);
        if let Some(logged) = numbers.logged {
            let by = minutes / logged;
            for it in &mut numbers.classes {
                it.effort = it.effort.map(|(mean, cv)| (scaled(mean, by), cv));
            }
            numbers.after_escalation = numbers.after_escalation.map(|it| scaled(it, by));
        } else {
            numbers.after_escalation = None;
        }
        let minutes = Interval::around(minutes, 0.0);
        numbers.inferred =
            Some(Inferred { minutes, with_unseen: minutes, says: Says::Effort, n: 0 });
        other
    }
}

/// What all measurements of one export share.
struct Session<'s> {
    recognised: recognise::Recognised,
    columns: &'s columns::Columns,
    clock: Option<Clock>,
    timer: Option<Timer>,
}

impl Session<'_> {
    /// Measures the tickets of a window, and the waits of later ones that had time to end.
    fn measure(&self, tickets: &[Ticket], later: &[Ticket], window: Window) -> Fitted {
        Fitted {
            product: self.recognised.product.clone(),
            guesses: self.recognised.guesses.clone(),
            tickets: tickets.len() as u64,
            aside: Vec::new(),
            clock: self.clock.clone(),
            timer: self.timer,
            window,
            numbers: estimate::estimate(tickets, later, &window, &self.recognised, self.columns),
            backtest: Err(Untested::NotAsked),
        }
    }
}

/// Reads, recognises, cleans and estimates; where a desk can be made of the numbers, it is simulated.
pub(crate) fn fit(request: &Request, desk: Option<&Desk<'_>>) -> Result<Fitted, Refused> {
    let sources: Result<Vec<_>, _> = request.files.iter().map(|it| table::open(it)).collect();
    let sources = sources?;
    let first = sources.first().ok_or(Refused::NoFile)?;
    let headers = first.headers().to_vec();
    if let Some(other) = sources.iter().find(|it| it.headers() != headers) {
        return Err(Refused::TwoProducts { first: first.name(), second: other.name() });
    }
    let mut columns = columns::Columns::new(&headers);
    for source in &sources {
        source.each(&mut |record| columns.see(record))?;
    }
    let file = first.name();
    if columns.rows == 0 {
        return Err(Refused::TooFew { file, tickets: 0 });
    }
    let recognised = recognise::recognise(&columns, request, &file)?;
    let mut reader = ticket::Reader::new(&columns, &recognised, request);
    for source in &sources {
        source.each(&mut |record| reader.read(record))?;
        if reader.has_seen_another_header() {
            return Err(Refused::TwoTables { file: source.name() });
        }
    }
    let (mut tickets, mut cleaning) = reader.finish();
    let clock = zone::find(&mut tickets, &columns, request);
    let timer = timer::set_aside(&mut tickets, &mut cleaning);
    if tickets.len() < LEAST {
        return Err(Refused::TooFew { file, tickets: tickets.len() });
    }
    let earliest = tickets.iter().map(|it| it.created).min();
    if let (Some(earliest), Some(today)) = (earliest, request.today)
        && stamp::date(earliest) > today
    {
        return Err(Refused::AllInFuture { file });
    }
    let window = window::Window::of(&tickets, request)?;
    let (tickets, later) = window.keep(tickets, &mut cleaning);
    if tickets.len() < LEAST {
        return Err(Refused::TooFew { file, tickets: tickets.len() });
    }
    if window.days().len() < LEAST_DAYS {
        return Err(Refused::TooShort { file, from: window.first(), to: window.last() });
    }
    let session = Session { recognised, columns: &columns, clock, timer };
    let mut fitted = session.measure(&tickets, &later, window);
    fitted.aside = cleaning.table();
    if let Some(desk) = desk {
        if let Some(it) = infer::infer(&fitted, &tickets, desk) {
            fitted.numbers.infer(it);
        }
        fitted.backtest = backtest::backtest(&fitted, &tickets, &session, desk);
    }
    Ok(fitted)
}
