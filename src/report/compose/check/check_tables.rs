//! Tables of a check: roles, drivers, limits.

use super::Said;
use crate::plan::load::offered::{Bounds, RoleLoad, people_at_start};
use crate::report::compose::phrase::{people_and_full_time, people_number};
use crate::report::compose::run_tables;
use crate::report::{Block, Cell, Format, Header, Locale, Table, Tone, Word};
use crate::scenario::Scenario;

/// The people of a role at the start, and where some have hours of their own, what they are in
/// full-time ones.
pub(super) fn heads(scenario: &Scenario, load: &RoleLoad, locale: Locale) -> String {
    match scenario.has_own_hours(load.role) {
        true => {
            let people = f64::from(people_at_start(scenario, load.role));
            people_and_full_time(people, load.headcount[0], locale)
        }
        false => people_number(load.headcount[0], locale),
    }
}

impl Said<'_> {
    /// What is asked of each role, and what its people can give.
    pub(crate) fn roles(&self) -> Vec<Block> {
        let lang = self.locale.lang;
        let word = |it: Word| it.text(lang);
        let people = word(Word::PeopleShort);
        let headers = vec![
            Header::text(word(Word::Role)),
            Header::number(word(Word::PeopleThereShort), people),
            Header::number(word(Word::HoursAMonth), word(Word::HoursShort)),
            Header::number(word(Word::NeededNow), people),
            Header::number(word(Word::NeededThen), people),
            Header::number(word(Word::LoadNow), "%"),
            Header::number(word(Word::LoadThen), "%"),
        ];
        let mut table = Table::new("roles", "", headers);
        for it in &self.it.roles {
            let span = |it: Bounds| {
                let cell = run_tables::cell_between(it.mean, it.low, it.high, Format::Number(1));
                cell.toned(Tone::Neutral)
            };
            let load = |ratio: f64| {
                let tone = match ratio {
                    it if it > 1.0 => Tone::Bad,
                    it if it >= run_tables::BUSY => Tone::Caution,
                    _ => Tone::Neutral,
                };
                Cell::number(ratio * 100.0, 0).toned(tone)
            };
            let [now, then] = it.ratio();
            table.push(vec![
                Cell::text(self.role(it)),
                Cell::number(it.headcount[0] * it.availability, 2),
                Cell::number(it.hours_a_month * it.availability, 0),
                span(it.now),
                span(it.then),
                load(now),
                load(then),
            ]);
        }
        table.note = word(Word::CheckRolesNote).into();
        let mut blocks = vec![Block::Table(table)];
        blocks.extend(self.drivers().map(Block::Table));
        blocks
    }

    /// What each driver does alone, where more than one moves.
    fn drivers(&self) -> Option<Table> {
        let lang = self.locale.lang;
        let first = self.it.roles.first()?;
        if first.alone.len() < 2 {
            return None;
        }
        let mut headers = vec![Header::text(Word::Role.text(lang))];
        let people = Word::PeopleShort.text(lang);
        headers.push(Header::number(Word::NeededNow.text(lang), people));
        for (driver, _) in &first.alone {
            let it = &self.it.scenario.drivers[*driver];
            let [_, to] = self.it.drivers[*driver];
            let to = self.locale.number(to, usize::from(to.abs() < 20.0));
            let title = format!("{} → {to}", self.name(it));
            headers.push(Header::number(title, people));
        }
        let mut table = Table::new("drivers", Word::DriversAlone.text(lang), headers);
        for it in &self.it.roles {
            let mut cells = vec![Cell::text(self.role(it)), Cell::number(it.now.mean, 1)];
            cells.extend(it.alone.iter().map(|(_, people)| Cell::number(*people, 1)));
            table.push(cells);
        }
        Some(table)
    }

    /// Limits that contradict each other or the work itself.
    pub(crate) fn limits(&self) -> Vec<Block> {
        let lang = self.locale.lang;
        let word = |it: Word| it.text(lang);
        let mut blocks = Vec::new();
        if !self.it.two_limits.is_empty() {
            let headers = vec![
                Header::text("SLA"),
                Header::text(word(Word::WorkingLimit)),
                Header::text(word(Word::CalendarLimit)),
                Header::number(word(Word::WorkingLater), "%"),
            ];
            let mut table = Table::new("two-limits", word(Word::TwoLimits), headers);
            for it in &self.it.two_limits {
                table.push(vec![
                    Cell::text(self.sla(it.sla)),
                    Cell::text(self.limit(it.working)),
                    Cell::text(self.limit(it.calendar)),
                    Cell::share(it.working_later),
                ]);
            }
            table.note = word(Word::TwoLimitsNote).into();
            blocks.push(Block::Table(table));
        }
        if !self.it.out_of_reach.is_empty() {
            let headers = vec![
                Header::text("SLA"),
                Header::text(word(Word::TheTarget)),
                Header::text(word(Word::TheBest)),
                Header::text(word(Word::TheLimit)),
                Header::text(word(Word::TheRoute)),
            ];
            let mut table = Table::new("out-of-reach", word(Word::CheckImpossible), headers);
            for it in &self.it.out_of_reach {
                table.push(vec![
                    Cell::text(self.sla(it.sla)),
                    Cell::text(self.target(it)),
                    Cell::text(self.share_below(it.best, it.sla)),
                    Cell::text(self.limit(it.limit)),
                    Cell::text(self.route(it).unwrap_or_else(|| "—".into())),
                ]);
            }
            blocks.push(Block::Table(table));
        }
        blocks
    }
}
