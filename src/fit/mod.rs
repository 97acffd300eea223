//! From a help desk's own export to measured numbers.
//!
//! ```text
//!  files ─► table ─► columns ─► recognise ─► tickets ─► clean ─► estimate ─► Fitted
//!          records   what each  which column  one row   what is   numbers with
//!                    column is  means what    a ticket  set aside intervals
//! ```
//!
//! Files are read twice as a stream: once to see what each column is, once to take the tickets;
//! memory grows with tickets, not with bytes. No name of a person or of a client leaves
//! [`ticket`]: from there on they are numbers.

mod amount;
mod clean;
mod columns;
mod estimate;
mod recognise;
mod refused;
mod stamp;
mod table;
mod ticket;
mod window;

pub(crate) use clean::{Reason, SetAside};
pub(crate) use estimate::{ClassNumbers, Numbers, OUTSIDE, Unlearnt};
pub(crate) use recognise::Guess;
pub(crate) use refused::Refused;
pub(crate) use window::Window;

use jiff::civil::Date;
use std::path::PathBuf;

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
    /// Hours that stamps marked as UTC are behind the desk's clock.
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
    /// The days that count.
    pub(crate) window: Window,
    /// What was measured.
    pub(crate) numbers: Numbers,
}

/// Reads, recognises, cleans and estimates.
pub(crate) fn fit(request: &Request) -> Result<Fitted, Refused> {
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
    let recognised = recognise::recognise(&columns, request, &first.name())?;
    let mut reader = ticket::Reader::new(&columns, &recognised, request);
    for source in &sources {
        source.each(&mut |record| reader.read(record))?;
    }
    let (tickets, mut cleaning) = reader.finish();
    let file = first.name();
    if tickets.len() < 30 {
        return Err(Refused::TooFew { file, tickets: tickets.len() });
    }
    let earliest = tickets.iter().map(|it| it.created).min();
    if let (Some(earliest), Some(today)) = (earliest, request.today)
        && stamp::date(earliest) > today
    {
        return Err(Refused::AllInFuture { file });
    }
    let window = window::Window::of(&tickets, request)?;
    let tickets = window.keep(tickets, &mut cleaning);
    let numbers = estimate::estimate(&tickets, &window, &recognised, &columns);
    Ok(Fitted {
        product: recognised.product.clone(),
        guesses: recognised.guesses.clone(),
        tickets: tickets.len() as u64,
        aside: cleaning.table(),
        window,
        numbers,
    })
}
