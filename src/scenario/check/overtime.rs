//! Overtime: what a role's people are asked to work, within the law.

use super::book::Book;
use super::changes::Written;
use super::drivers::dated;
use crate::calendar::WorkingTime;
use crate::ids::RoleId;
use crate::scenario::keys::{self, ChangeKind, OvertimeLawFile, complete};
use crate::scenario::model::{Overtime, OvertimeLaw};
use crate::scenario::problem::say;
use crate::scenario::reader::{At, Check, list};
use crate::scenario::value::{choice, date};
use jiff::civil::Date;

const HOUR: f64 = 3_600.0;

/// What the law says of a role's overtime.
pub(crate) fn law(at: &At<'_>, c: &mut Check<'_>) -> Option<OvertimeLaw> {
    let file = OvertimeLawFile::open(at, c)?;
    complete!(OvertimeLaw {
        in_two_days: file.in_two_days.read(c).map(|it| it / HOUR),
        in_a_year: file.in_a_year.read(c).map(|it| it / HOUR),
        first_hours: file.first_hours.read(c).map(|it| it / HOUR),
        first: file.first.read(c),
        then: file.then.read(c),
    })
}

pub(crate) fn read(at: &At<'_>, book: &Book, c: &mut Check<'_>) -> Option<Overtime> {
    let file = keys::OvertimeFile::of(at);
    let overtime = complete!(Overtime {
        role: file.overtime.with(|it| book.roles.find(it, c)).map(RoleId::new),
        from: file.from.with(|it| dated(it, book, c)),
        to: file.to.with(|it| date(it, c)),
        hours_a_day: file.hours_a_day.read(c).map(|it| it / HOUR),
        weekdays: file.weekdays.or([true; 7], |it| weekdays(it, c)),
    })?;
    let before = c.problems.len();
    if let Some(at) = &file.overtime.at
        && book.calendar_of_role(overtime.role).is_some_and(|it| book.turns_of(it).len() > 1)
    {
        let what = say!(
            "люди этой роли сменяют друг друга (rota, break_turns): их день переработкой не удлинить",
            "people of this role take turns (rota, break_turns): overtime cannot make their days longer"
        );
        let instead = say!(
            "с этой даты другие часы: {{ other_hours = \"…\", calendar = \"…\", from = … }}",
            "other hours from that date: {{ other_hours = \"…\", calendar = \"…\", from = … }}"
        );
        c.wrong(at, what, instead);
    }
    Plan::of(&overtime, book)?.check(at, c);
    (c.problems.len() == before).then_some(overtime)
}

fn weekdays(at: &At<'_>, c: &mut Check<'_>) -> Option<[bool; 7]> {
    let mut chosen = [false; 7];
    for day in list(at, c)? {
        chosen[choice(&day, &keys::WEEKDAYS, c)?] = true;
    }
    Some(chosen)
}

/// A problem for every further overtime of the same role: the limits are counted over one.
pub(crate) fn once(written: &[Written<'_>], c: &mut Check<'_>) {
    let mut roles: Vec<&str> = Vec::new();
    for change in written.iter().filter(|it| it.kind == ChangeKind::Overtime) {
        let Some(at) = change.at.child("overtime") else { continue };
        let Some(role) = at.node.text() else { continue };
        if roles.contains(&role) {
            let what = say!(
                "переработка роли `{role}` уже назначена",
                "the role `{role}` works overtime already"
            );
            let instead = say!("один срок и одни часы на роль", "one span and one length a role");
            c.wrong(&at, what, instead);
        }
        roles.push(role);
    }
    for change in written.iter().filter(|it| it.kind == ChangeKind::OtherHours) {
        let Some(at) = change.at.child("other_hours") else { continue };
        if let Some(role) = at.node.text().filter(|it| roles.contains(it)) {
            let what = say!(
                "роль `{role}` в этом варианте работает сверхурочно: её часы не поменять",
                "the role `{role}` works overtime under this policy: its hours cannot change"
            );
            let instead = say!("сделайте из этого два варианта", "make two policies of it");
            c.wrong(&at, what, instead);
        }
    }
}

/// Overtime on the days of a role's calendar.
struct Plan<'a> {
    overtime: &'a Overtime,
    law: OvertimeLaw,
    calendar: &'a WorkingTime,
    /// Every day of it, with its date and hours.
    days: Vec<(usize, Date, f64)>,
}

impl<'a> Plan<'a> {
    fn of(overtime: &'a Overtime, book: &'a Book) -> Option<Self> {
        let calendar = &book.times[book.calendar_of_role(overtime.role)?.index()];
        let law = *book.overtime_laws.get(overtime.role.index())?;
        let timeline = &book.timeline;
        let first = timeline.day_of(overtime.from).unwrap_or(0);
        let days = (first..timeline.table_days())
            .map(|day| (day, timeline.date_of(day), overtime.hours_on(day, calendar, timeline)));
        let days = days.take_while(|it| it.1 <= overtime.to).collect();
        Some(Self { overtime, law, calendar, days })
    }

    fn check(&self, whole: &At<'_>, c: &mut Check<'_>) {
        let at = |key: &str| whole.child(key).unwrap_or_else(|| whole.clone());
        if self.days.iter().all(|it| it.2 == 0.0) {
            let what = say!(
                "в эти дни переработки не будет: рабочих среди них нет",
                "there is no overtime on these days: nobody works on any of them"
            );
            let instead = say!(
                "from не позже to, и рабочий день между ними",
                "from not after to, and a working day in between"
            );
            c.wrong(&at("to"), what, instead);
        }
        let pairs = self.days.windows(2).map(|it| it[0].2 + it[1].2);
        let two = pairs.fold(self.overtime.hours_a_day, f64::max);
        let most = self.law.in_two_days;
        if two > most + 1e-9 {
            let what = say!(
                "за два дня подряд выйдет {two} ч переработки, а можно {most} ч",
                "two days in a row have {two} h of overtime, and may have {most} h"
            );
            let half = most / 2.0;
            let instead = say!(
                "не больше {half} ч в день, или дни через один: weekdays = [\"mon\", \"wed\"]",
                "at most {half} h a day, or every other day: weekdays = [\"mon\", \"wed\"]"
            );
            c.wrong(&at("hours_a_day"), what, instead);
        }
        self.check_years(&at("to"), c);
        let midnight = self.days.iter().filter(|it| it.2 > 0.0).find(|it| {
            let closing = self.calendar.closing(it.0).map_or(0.0, |at| at.seconds());
            closing + it.2 * HOUR > self.calendar.latest_closing(it.0).seconds()
        });
        if let Some((_, date, _)) = midnight {
            let what = say!(
                "{date} рабочий день кончился бы после полуночи (ночная смена — после начала следующей)",
                "on {date} the working day would end after midnight (a night: after the next one begins)"
            );
            c.wrong(&at("hours_a_day"), what, say!("меньше часов в день", "fewer hours a day"));
        }
    }

    /// No calendar year may have more than the law allows.
    fn check_years(&self, at: &At<'_>, c: &mut Check<'_>) {
        let most = self.law.in_a_year;
        let (mut year, mut hours, mut last) = (0, 0.0, None);
        for &(_, date, more) in &self.days {
            if date.year() != year {
                (year, hours) = (date.year(), 0.0);
            }
            hours += more;
            if hours > most + 1e-9 {
                let what = say!(
                    "в {year} году с {date} выйдет больше {most} ч переработки на человека",
                    "from {date} on, {year} has more than {most} h of overtime a person"
                );
                let until = last.unwrap_or(date);
                let instead = say!("to = {until} или раньше", "to = {until} or earlier");
                return c.wrong(at, what, instead);
            }
            last = Some(date);
        }
    }
}
