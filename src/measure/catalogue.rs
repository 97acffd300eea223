//! Catalogue: the table of performance measures, and how each is read from a recorder.
//!
//! Writers, comparisons and sensitivities walk the columns made here; to add a measure, add a row.

use super::column::{Better, Column, Readings, Unit};
use super::histogram;
use super::money::Money;
use super::offered::{Needs, OfferedLoad};
use super::recorder::Recorder;
use super::tally::{Decided, Sum};
use crate::scenario::{Role, Scenario, Step, Text, route};

/// What a column is read from.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Source {
    Arrivals(usize),
    Completions(usize),
    Backlog(usize),
    Overdue(usize),
    Wait(usize),
    WaitQuantile(usize, f64),
    Sojourn(usize),
    SojournQuantile(usize, f64),
    Met(usize),
    Breaches(usize),
    MonthsMet(usize),
    AllMet(Option<usize>),
    QuartersMet(Option<usize>),
    OfferedLoad(usize),
    Occupancy(usize),
    Utilisation(usize),
    PaidHours(usize),
    BusyHours(usize),
    OvertimeNeeded(usize),
    UncoveredDays(usize),
    Headcount(usize),
    Visits(usize),
    Driver(usize),
    Cost(usize),
    CostOfContractor(usize),
    CostOfAutomation(usize),
    Penalties(usize),
    CostOfAll,
}

/// The columns of a scenario, and how to read them.
#[derive(Clone, Debug)]
pub(crate) struct Catalogue {
    columns: Vec<Column>,
    sources: Vec<Source>,
    offered: OfferedLoad,
    /// Working hours of one person, by role and slot.
    person_hours: Vec<Vec<f64>>,
}

/// What a measure is called, its unit, its better direction.
struct Row {
    key: &'static str,
    unit: Unit,
    better: Better,
    ru: &'static str,
    en: &'static str,
}

const fn row(
    key: &'static str,
    unit: Unit,
    better: Better,
    ru: &'static str,
    en: &'static str,
) -> Row {
    Row { key, unit, better, ru, en }
}

use Better::{Less, More, Neutral};

const ARRIVALS: Row = row("arrivals", Unit::Items, Neutral, "Поступило", "Arrivals");
const COMPLETIONS: Row = row("completions", Unit::Items, More, "Выполнено", "Completions");
const BACKLOG: Row = row("backlog", Unit::Items, Less, "В работе и в очереди", "Backlog");
const OVERDUE: Row =
    row("overdue", Unit::Items, Less, "Просрочено и не закрыто", "Overdue and open");
const WAIT: Row = row("wait", Unit::Hours, Less, "Ожидание начала работы", "Wait until contact");
const WAIT_P50: Row = row("wait_p50", Unit::Hours, Less, "Ожидание, медиана", "Wait, median");
const WAIT_P90: Row = row("wait_p90", Unit::Hours, Less, "Ожидание, 90 %", "Wait, 90 %");
const WAIT_P95: Row = row("wait_p95", Unit::Hours, Less, "Ожидание, 95 %", "Wait, 95 %");
const SOJOURN: Row = row("sojourn", Unit::Hours, Less, "Время до завершения", "Sojourn");
const SOJOURN_P50: Row =
    row("sojourn_p50", Unit::Hours, Less, "До завершения, медиана", "Sojourn, median");
const SOJOURN_P90: Row =
    row("sojourn_p90", Unit::Hours, Less, "До завершения, 90 %", "Sojourn, 90 %");
const SOJOURN_P95: Row =
    row("sojourn_p95", Unit::Hours, Less, "До завершения, 95 %", "Sojourn, 95 %");
const MET: Row = row("sla.met", Unit::Share, More, "В срок", "In time");
const BREACHES: Row = row("sla.breaches", Unit::Items, Less, "Нарушений SLA", "SLA breaches");
const MONTHS_MET: Row = row(
    "sla.months_met",
    Unit::Share,
    More,
    "Месяцев с выполненным SLA",
    "Months with the SLA met",
);
const ALL_MET: Row =
    row("sla.all_met", Unit::Share, More, "SLA выполнен в каждом месяце", "SLA met in every month");
const QUARTERS_MET: Row = row(
    "sla.quarters_met",
    Unit::Share,
    More,
    "SLA выполнен в каждом скользящем квартале",
    "SLA met in every rolling quarter",
);
const OFFERED_LOAD: Row =
    row("offered_load", Unit::People, Less, "Требуется человек", "Offered load");
const OCCUPANCY: Row =
    row("occupancy", Unit::Share, Neutral, "Занятость на рабочем месте", "Occupancy");
const UTILISATION: Row = row("utilisation", Unit::Share, Neutral, "Загрузка", "Utilisation");
const PAID_HOURS: Row = row("paid_hours", Unit::Hours, Neutral, "Оплачено часов", "Paid hours");
const BUSY_HOURS: Row = row("busy_hours", Unit::Hours, Neutral, "Часов работы", "Busy hours");
const OVERTIME: Row = row("overtime_needed", Unit::Hours, Less, "Не хватает часов", "Hours short");
const UNCOVERED: Row =
    row("uncovered_days", Unit::Days, Less, "Дней без сотрудника", "Uncovered days");
const HEADCOUNT: Row = row("headcount", Unit::People, Neutral, "Сотрудников", "Head-count");
const VISITS: Row = row("visits", Unit::Items, Neutral, "Выездов", "Visits");
const COST: Row = row("cost", Unit::Money, Less, "Затраты", "Cost");

impl Catalogue {
    /// The columns of a scenario.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let mut catalogue = Self {
            columns: Vec::new(),
            sources: Vec::new(),
            offered: OfferedLoad::of(scenario),
            person_hours: person_hours(scenario),
        };
        catalogue.streams(scenario);
        catalogue.slas(scenario);
        catalogue.roles(scenario);
        for (index, driver) in scenario.drivers.iter().enumerate() {
            let column = Column {
                measure: driver.key.clone().into(),
                title: driver.title.clone(),
                ..column(&row("", Unit::Number, Neutral, "", ""), "all", &all())
            };
            catalogue.columns.push(column);
            catalogue.sources.push(Source::Driver(index));
        }
        catalogue.costs(scenario);
        catalogue
    }

    /// The columns, in the order in which they are read.
    pub(crate) fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn add(&mut self, row: &Row, scope: &str, title: &Text, source: Source) {
        let mut column = column(row, scope, title);
        column.monthly = !matches!(
            source,
            Source::WaitQuantile(..)
                | Source::SojournQuantile(..)
                | Source::MonthsMet(_)
                | Source::AllMet(_)
                | Source::QuartersMet(_)
        );
        self.columns.push(column);
        self.sources.push(source);
    }

    fn streams(&mut self, scenario: &Scenario) {
        for (index, stream) in scenario.streams.iter().enumerate() {
            let mut add = |row, source| self.add(row, &stream.key, &stream.title, source);
            add(&ARRIVALS, Source::Arrivals(index));
            add(&COMPLETIONS, Source::Completions(index));
            add(&BACKLOG, Source::Backlog(index));
            add(&OVERDUE, Source::Overdue(index));
            add(&WAIT, Source::Wait(index));
            add(&WAIT_P50, Source::WaitQuantile(index, 0.5));
            add(&WAIT_P90, Source::WaitQuantile(index, 0.9));
            add(&WAIT_P95, Source::WaitQuantile(index, 0.95));
            add(&SOJOURN, Source::Sojourn(index));
            add(&SOJOURN_P50, Source::SojournQuantile(index, 0.5));
            add(&SOJOURN_P90, Source::SojournQuantile(index, 0.9));
            add(&SOJOURN_P95, Source::SojournQuantile(index, 0.95));
            if let Some(key) = &stream.open_measure {
                let column =
                    Column { measure: key.clone().into(), ..column(&BACKLOG, "all", &all()) };
                self.columns.push(Column { title: stream.title.clone(), ..column });
                self.sources.push(Source::Backlog(index));
            }
        }
    }

    fn slas(&mut self, scenario: &Scenario) {
        for (index, sla) in scenario.slas.iter().enumerate() {
            let from = self.columns.len();
            let mut add = |row, source| self.add(row, &sla.key, &sla.title, source);
            add(&MET, Source::Met(index));
            add(&BREACHES, Source::Breaches(index));
            add(&MONTHS_MET, Source::MonthsMet(index));
            add(&ALL_MET, Source::AllMet(Some(index)));
            add(&QUARTERS_MET, Source::QuartersMet(Some(index)));
            for column in &mut self.columns[from..] {
                column.target = Some(sla.target);
            }
        }
        if !scenario.slas.is_empty() {
            self.add(&ALL_MET, "all", &all(), Source::AllMet(None));
            self.add(&QUARTERS_MET, "all", &all(), Source::QuartersMet(None));
        }
    }

    fn roles(&mut self, scenario: &Scenario) {
        for (index, role) in scenario.roles.iter().enumerate() {
            let mut add = |row, source| self.add(row, &role.key, &role.title, source);
            add(&OFFERED_LOAD, Source::OfferedLoad(index));
            add(&OCCUPANCY, Source::Occupancy(index));
            add(&UTILISATION, Source::Utilisation(index));
            add(&PAID_HOURS, Source::PaidHours(index));
            add(&BUSY_HOURS, Source::BusyHours(index));
            add(&OVERTIME, Source::OvertimeNeeded(index));
            add(&UNCOVERED, Source::UncoveredDays(index));
            add(&HEADCOUNT, Source::Headcount(index));
            if scenario.streams.iter().any(|it| makes_visits(&it.route, index)) {
                add(&VISITS, Source::Visits(index));
            }
        }
    }

    fn costs(&mut self, scenario: &Scenario) {
        for (index, role) in scenario.roles.iter().enumerate() {
            self.add(&COST, &role.key, &role.title, Source::Cost(index));
        }
        for (index, it) in scenario.contractors.iter().enumerate() {
            self.add(&COST, &it.key, &it.title, Source::CostOfContractor(index));
        }
        for (index, it) in scenario.automations.iter().enumerate() {
            self.add(&COST, &it.key, &it.title, Source::CostOfAutomation(index));
        }
        for (index, sla) in scenario.slas.iter().enumerate() {
            if sla.penalty != crate::scenario::Quantity::Known(0.0) {
                self.add(&COST, &sla.key, &sla.title, Source::Penalties(index));
            }
        }
        self.add(&COST, "all", &all(), Source::CostOfAll);
    }

    /// Reads one replication.
    pub(crate) fn read(
        &self,
        recorder: &Recorder<'_>,
        scenario: &Scenario,
        inputs: &[f64],
    ) -> Readings {
        let months = scenario.timeline.months();
        let money = Money::of(scenario, recorder, inputs);
        let mut reader = Reader {
            recorder,
            scenario,
            months,
            money: &money,
            drivers: drivers_by_month(scenario, inputs),
            person_hours: &self.person_hours,
            open: open_items(recorder, scenario),
            offered: Vec::new(),
        };
        reader.offered = reader.offered_load(&self.offered, inputs);
        let mut readings = Readings {
            total: Vec::with_capacity(self.columns.len()),
            monthly: Vec::with_capacity(self.columns.len() * months),
        };
        for (column, &source) in self.columns.iter().zip(&self.sources) {
            readings.total.push(reader.total(source));
            let by_month = (0..months).map(|month| match column.monthly {
                true => reader.month(source, month + 1) as f32,
                false => f32::NAN,
            });
            readings.monthly.extend(by_month);
        }
        readings
    }
}

/// The whole department, as a scope.
fn all() -> Text {
    Text { ru: "Отдел в целом".into(), en: "Whole department".into() }
}

fn column(row: &Row, scope: &str, scope_title: &Text) -> Column {
    Column {
        measure: row.key.into(),
        scope: scope.into(),
        unit: row.unit,
        better: row.better,
        title: Text { ru: row.ru.into(), en: row.en.into() },
        scope_title: scope_title.clone(),
        monthly: true,
        target: None,
    }
}

fn makes_visits(route: &[Step], role: usize) -> bool {
    route::efforts(route).any(|it| it.visit && it.role.index() == role)
}

/// Working hours of one person, by role and slot.
fn person_hours(scenario: &Scenario) -> Vec<Vec<f64>> {
    let timeline = &scenario.timeline;
    let hours = |role: &Role| {
        let calendar = &scenario.calendars[role.calendar.index()];
        let hours = |slot: usize| {
            let (from, to) = (timeline.slot_start(slot), timeline.slot_start(slot + 1));
            calendar.between(from, to).hours()
        };
        (0..timeline.slots()).map(hours).collect()
    };
    scenario.roles.iter().map(hours).collect()
}

/// Items that are open at the end of each slot, by stream.
fn open_items(recorder: &Recorder<'_>, scenario: &Scenario) -> Vec<Vec<f64>> {
    let by_slot = |stream: usize| {
        let (came, gone) = (recorder.arrivals.of(stream), recorder.completions.of(stream));
        let mut open = 0.0;
        let changes = came.iter().zip(gone).zip(recorder.dropped.of(stream));
        let after = |((&came, &gone), &dropped)| {
            open += f64::from(came) - f64::from(gone) - f64::from(dropped);
            open
        };
        changes.map(after).collect()
    };
    (0..scenario.streams.len()).map(by_slot).collect()
}

/// Each driver's mean over the days of each month.
fn drivers_by_month(scenario: &Scenario, inputs: &[f64]) -> Vec<Vec<f64>> {
    let timeline = &scenario.timeline;
    let days = timeline.horizon_time().day();
    let drivers = scenario.drivers.iter();
    drivers
        .map(|it| {
            let daily = it.daily(&scenario.drivers, timeline, inputs, days);
            let month = |slot: usize| {
                let (from, to) =
                    (timeline.slot_start(slot).day(), timeline.slot_start(slot + 1).day());
                daily[from..to].iter().sum::<f64>() / (to - from) as f64
            };
            (1..=timeline.months()).map(month).collect()
        })
        .collect()
}

struct Reader<'a> {
    recorder: &'a Recorder<'a>,
    scenario: &'a Scenario,
    months: usize,
    money: &'a Money,
    drivers: Vec<Vec<f64>>,
    person_hours: &'a [Vec<f64>],
    /// Items open at the end of each slot, by stream.
    open: Vec<Vec<f64>>,
    /// People of each role, by month.
    offered: Vec<Vec<f64>>,
}

impl Reader<'_> {
    /// People of each role in each month, had nobody ever waited.
    fn offered_load(&self, load: &OfferedLoad, inputs: &[f64]) -> Vec<Vec<f64>> {
        let needs = Needs::of(self.scenario, inputs);
        let month = |month: usize| {
            let levels: Vec<f64> = self.drivers.iter().map(|it| it[month]).collect();
            let when = OfferedLoad::month(self.scenario, month);
            let available = |role: usize| self.recorder.available.of(role)[month + 1].hours();
            let present = |role: usize| available(role) / self.person_hours(role, month + 1);
            load.people(self.scenario, &needs, inputs, &levels, &when, &present)
        };
        (0..self.months).map(month).collect()
    }

    fn month(&self, source: Source, slot: usize) -> f64 {
        let it = self.recorder;
        match source {
            Source::Arrivals(stream) => f64::from(it.arrivals.of(stream)[slot]),
            Source::Completions(stream) => f64::from(it.completions.of(stream)[slot]),
            Source::Backlog(stream) => self.open[stream][slot],
            Source::Overdue(stream) => self.overdue(stream, slot),
            Source::Wait(stream) => mean(it.waits.of(stream)[slot]),
            Source::Sojourn(stream) => mean(it.sojourns.of(stream)[slot]),
            Source::Met(sla) => share(it.decided.of(sla)[slot]),
            Source::Breaches(sla) => {
                let decided = it.decided.of(sla)[slot];
                f64::from(decided.all - decided.met)
            }
            Source::OfferedLoad(role) => self.offered[slot - 1][role],
            Source::Occupancy(role) => {
                it.busy.of(role)[slot].hours() / it.available.of(role)[slot].hours()
            }
            Source::Utilisation(role) => {
                it.busy.of(role)[slot].hours() / it.paid.of(role)[slot].hours()
            }
            Source::PaidHours(role) => it.paid.of(role)[slot].hours(),
            Source::BusyHours(role) => it.busy.of(role)[slot].hours(),
            Source::OvertimeNeeded(role) => {
                let needed = self.offered[slot - 1][role] * self.person_hours(role, slot);
                let short = needed - it.available.of(role)[slot].hours();
                short.max(0.0)
            }
            Source::UncoveredDays(role) => self.days(role, it.uncovered.of(role)[slot].hours()),
            Source::Headcount(role) => {
                it.paid.of(role)[slot].hours() / self.person_hours(role, slot)
            }
            Source::Visits(role) => f64::from(it.visits.of(role)[slot]),
            Source::Driver(driver) => self.drivers[driver][slot - 1],
            Source::Cost(role) => self.money.roles[role][slot - 1],
            Source::CostOfContractor(it) => self.money.contractors[it][slot - 1],
            Source::CostOfAutomation(it) => self.money.automations[it][slot - 1],
            Source::Penalties(sla) => self.money.penalties[sla][slot - 1],
            Source::CostOfAll => self.money.all[slot - 1],
            _ => f64::NAN,
        }
    }

    fn total(&self, source: Source) -> f64 {
        let it = self.recorder;
        let months = 1..=self.months;
        let sum = || months.clone().map(|slot| self.month(source, slot)).sum::<f64>();
        match source {
            Source::Backlog(_) | Source::Overdue(_) => self.month(source, self.months),
            Source::Wait(stream) => mean(total_of(&it.waits.of(stream)[months])),
            Source::Sojourn(stream) => mean(total_of(&it.sojourns.of(stream)[months])),
            Source::WaitQuantile(stream, p) => histogram::quantile(it.wait_bins(stream), p),
            Source::SojournQuantile(stream, p) => histogram::quantile(it.sojourn_bins(stream), p),
            Source::Met(sla) => {
                let decided = it.decided.of(sla)[months].iter();
                share(decided.fold(Decided::default(), |sum, it| Decided {
                    met: sum.met + it.met,
                    all: sum.all + it.all,
                }))
            }
            Source::MonthsMet(sla) => self.share_of_spans_met(sla, 1),
            Source::AllMet(sla) => self.all_spans_met(sla, 1),
            Source::QuartersMet(sla) => self.all_spans_met(sla, 3),
            Source::OfferedLoad(role) | Source::Headcount(role) => {
                let hours = |slot: usize| self.person_hours(role, slot);
                let weighted = |slot: usize| self.month(source, slot) * hours(slot);
                months.clone().map(weighted).sum::<f64>() / months.clone().map(hours).sum::<f64>()
            }
            Source::Occupancy(role) => {
                hours(&it.busy.of(role)[months.clone()]) / hours(&it.available.of(role)[months])
            }
            Source::Utilisation(role) => {
                hours(&it.busy.of(role)[months.clone()]) / hours(&it.paid.of(role)[months])
            }
            Source::Driver(_) => self.month(source, self.months),
            _ => sum(),
        }
    }

    /// Working hours of one person in a month.
    fn person_hours(&self, role: usize, slot: usize) -> f64 {
        self.person_hours[role][slot]
    }

    fn days(&self, role: usize, hours: f64) -> f64 {
        let calendar = &self.scenario.calendars[self.scenario.roles[role].calendar.index()];
        hours / calendar.regular_day().hours()
    }

    /// Past due and still open at the end of a month, counted for each SLA.
    fn overdue(&self, stream: usize, slot: usize) -> f64 {
        let slas = self.scenario.slas.iter().enumerate();
        slas.filter(|(_, sla)| sla.stream.index() == stream)
            .map(|(index, _)| self.recorder.overdue.of(index)[..=slot].iter().sum::<i32>())
            .map(f64::from)
            .sum()
    }

    /// The decided items of each span of months in a row.
    fn spans(&self, sla: usize, length: usize) -> impl Iterator<Item = Decided> + '_ {
        let decided = &self.recorder.decided.of(sla)[1..=self.months];
        let length = length.min(self.months);
        decided.windows(length).map(|span| {
            span.iter().fold(Decided::default(), |sum, it| Decided {
                met: sum.met + it.met,
                all: sum.all + it.all,
            })
        })
    }

    fn reached(&self, sla: usize, decided: Decided) -> bool {
        // A count against a share: exact where the share is 1, and free of rounding elsewhere.
        f64::from(decided.met) >= self.scenario.slas[sla].target * f64::from(decided.all) - 1e-9
    }

    fn share_of_spans_met(&self, sla: usize, length: usize) -> f64 {
        let spans: Vec<Decided> = self.spans(sla, length).filter(|it| it.all > 0).collect();
        let reached = spans.iter().filter(|&&it| self.reached(sla, it)).count();
        if spans.is_empty() { f64::NAN } else { reached as f64 / spans.len() as f64 }
    }

    fn all_spans_met(&self, sla: Option<usize>, length: usize) -> f64 {
        let slas = match sla {
            Some(sla) => sla..sla + 1,
            None => 0..self.scenario.slas.len(),
        };
        let mut spans = slas.flat_map(|sla| self.spans(sla, length).map(move |it| (sla, it)));
        f64::from(u8::from(spans.all(|(sla, it)| self.reached(sla, it))))
    }
}

fn total_of(sums: &[Sum]) -> Sum {
    sums.iter().fold(Sum::default(), |total, it| Sum {
        worked: total.worked + it.worked,
        count: total.count + it.count,
    })
}

fn mean(sum: Sum) -> f64 {
    sum.worked.hours() / f64::from(sum.count)
}

fn share(decided: Decided) -> f64 {
    f64::from(decided.met) / f64::from(decided.all)
}

fn hours(times: &[crate::time::Effort]) -> f64 {
    times.iter().map(|it| it.hours()).sum()
}
