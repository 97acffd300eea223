//! Replay: a log of what came, row by row, which comes again at the same moments.

use super::book::Book;
use super::drivers::dated;
use crate::calendar::Timeline;
use crate::scenario::keys::ArrivalReplayFile;
use crate::scenario::model::Text;
use crate::scenario::numbered::numbered;
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check};
use crate::scenario::tree::Place;
use crate::scenario::value::{date, word};
use crate::time::{Elapsed, SimTime};
use csv::{Position, ReaderBuilder, StringRecord};
use jiff::civil::{Date, DateTime};

/// Problems of one log that are told; a wrong format is wrong in every row.
const TOLD: usize = 10;

/// A log that is read.
struct Log<'a> {
    /// The number of its file.
    file: u32,
    text: &'a str,
    header: StringRecord,
}

/// Reads the moments at which a log says that work came, as far as they lie within the simulated span.
pub(super) fn replay(
    file: ArrivalReplayFile<'_>,
    book: &Book,
    c: &mut Check<'_>,
) -> Option<Vec<SimTime>> {
    let at = file.replay.at.as_ref()?;
    let name = word(at, c)?;
    let from = file.from.with(|it| date(it, c))?;
    let to = file.to.with(|it| dated(it, book, c))?;
    let shift = from.map(|from| days(from, to.unwrap_or(book.timeline.start())));
    if let (None, Some(at)) = (from, &file.to.at) {
        let what = say!("`to` без `from` ничего не значит", "`to` means nothing without `from`");
        c.wrong(at, what, say!("добавьте from или уберите to", "add from, or remove to"));
    }
    let folder = c.files.get(at.node.place.file).folder.as_deref();
    let Some(number) = c.files.find(&name, folder) else {
        let what = say!("здесь другой файл прочитать нельзя", "no other file can be read here");
        let instead = say!(
            "журнал читается рядом со сценарием, который сохранён в файл",
            "a log is read beside a scenario that is saved to a file"
        );
        c.wrong(at, what, instead);
        return None;
    };
    let files = c.files;
    let text = &files.get(number).text;
    let delimiter = delimiter(text);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(true)
        .from_reader(text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let log = Log { file: number, text, header };
    let stated = file.column.at.clone();
    let column = file.column.read(c)?.unwrap_or_else(|| "created".to_owned());
    let column = log.column(&column, stated.as_ref(), at, c);
    let wanted = rows(&file, &log, at, c);
    let (column, wanted) = (column?, wanted?);
    let (mut moments, mut all, mut wrong) = (Vec::new(), 0_usize, 0_usize);
    for record in reader.into_records() {
        let Ok(record) = record else { continue };
        if record.iter().all(|it| it.trim().is_empty())
            || wanted.iter().any(|(at, value)| record.get(*at).map(str::trim) != Some(value))
        {
            continue;
        }
        all += 1;
        match stamp(record.get(column).unwrap_or_default().trim()) {
            Some(stamp) => moments.extend(moment(stamp, shift, &book.timeline)),
            None => {
                wrong += 1;
                if wrong <= TOLD {
                    log.wrong(&record, column, c);
                }
            }
        }
    }
    if let Some(more) = wrong.checked_sub(TOLD + 1).map(|it| it + 1) {
        let what =
            say!("в `{name}` таких строк ещё {more}", "`{name}` has {more} more rows like these");
        let instead = say!(
            "column = \"…\": в каком столбце стоит момент",
            "column = \"…\": which column holds the moment"
        );
        c.wrong(at, what, instead);
    }
    if wrong > 0 {
        return None;
    }
    moments.sort_unstable();
    tell(&name, all, moments.len(), book, at, c);
    Some(moments)
}

/// Says how much of the log comes; nothing of it is a problem.
fn tell(name: &str, all: usize, within: usize, book: &Book, at: &At<'_>, c: &mut Check<'_>) {
    let (first, end) =
        (book.timeline.origin(), book.timeline.date_of(book.timeline.end_time().day()));
    if within == 0 {
        let Text { ru, en } = numbered(all, ["строка", "строки", "строк"], ["row", "rows"]);
        let what = say!(
            "в `{name}` нет ни одной строки с {first} до {end} (всего {ru})",
            "`{name}` has no row from {first} to {end} ({en} in all)"
        );
        let instead = say!(
            "from = ГГГГ-ММ-ДД: какой день журнала придётся на начало сценария",
            "from = YYYY-MM-DD: the day of the log that falls on the start of the scenario"
        );
        c.wrong(at, what, instead);
    } else if within < all {
        c.note(say!(
            "Из `{name}` повторяются строки с {first} до {end}: {within} из {all}",
            "Of `{name}` the rows from {first} to {end} are replayed: {within} of {all}"
        ));
    }
}

/// The columns that rows are chosen by, each with the value that is wanted.
fn rows(
    file: &ArrivalReplayFile<'_>,
    log: &Log<'_>,
    at: &At<'_>,
    c: &mut Check<'_>,
) -> Option<Vec<(usize, String)>> {
    let chosen = file.rows.at.as_ref().map_or_else(Vec::new, |it| it.children());
    let read: Vec<Option<(usize, String)>> = chosen
        .iter()
        .map(|(name, _, value)| {
            let column = log.column(name, Some(value), at, c);
            Some((column?, word(value, c)?))
        })
        .collect();
    read.into_iter().collect()
}

impl Log<'_> {
    /// The position of a column.
    fn column(
        &self,
        name: &str,
        stated: Option<&At<'_>>,
        log: &At<'_>,
        c: &mut Check<'_>,
    ) -> Option<usize> {
        let found = self.header.iter().position(|it| it.trim() == name);
        if found.is_none() {
            let known: Vec<String> =
                self.header.iter().take(12).map(|it| format!("`{}`", it.trim())).collect();
            let known = known.join(", ");
            let what = say!("в журнале нет столбца `{name}`", "the log has no column `{name}`");
            let instead = say!("столбцы журнала: {known}", "its columns are {known}");
            c.wrong(stated.unwrap_or(log), what, instead);
        }
        found
    }

    /// A cell that is no moment.
    fn wrong(&self, record: &StringRecord, column: usize, c: &mut Check<'_>) {
        let start = record.position().map_or(0, Position::byte) as usize;
        let cell = record.get(column).unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let within = if cell.is_empty() { 0 } else { line.find(cell).unwrap_or(0) };
        let start = (start + within) as u32;
        let place = Place { file: self.file, start, end: start + cell.len() as u32 };
        let (what, instead) = no_moment(cell);
        c.wrong_at(place, "", what, instead);
    }
}

fn no_moment(cell: &str) -> (Text, Text) {
    let short: String = cell.chars().take(40).collect();
    let what = match short.trim() {
        "" => say!("пустая ячейка вместо момента", "an empty cell where a moment is needed"),
        _ => say!("`{short}` — не момент", "`{short}` is no moment"),
    };
    (what, say!("момент пишется 2026-02-28 14:05", "a moment is written 2026-02-28 14:05"))
}

/// What separates the columns: whatever of these stands most often in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |it: &u8| first.bytes().filter(|byte| byte == it).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// A moment as logs write it: date and time, or a date alone.
fn stamp(text: &str) -> Option<DateTime> {
    let moment = text.parse::<DateTime>();
    moment.or_else(|_| text.parse::<Date>().map(|it| it.at(0, 0, 0, 0))).ok()
}

fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// When a moment of the log comes, where the simulated span has it.
fn moment(stamp: DateTime, shift: Option<i64>, timeline: &Timeline) -> Option<SimTime> {
    let day = days(timeline.origin(), stamp.date()) + shift.unwrap_or(0);
    let day = usize::try_from(day).ok()?;
    let since = stamp.time().since(jiff::civil::Time::midnight()).ok()?;
    let seconds = since.total(jiff::Unit::Second).ok()?;
    let at = SimTime::midnight(day) + Elapsed::from_seconds(seconds);
    (at < timeline.end_time()).then_some(at)
}
