//! Catalogue: the columns of a scenario, made of the table of measures, and their numbers.

use super::column::{Column, Readings};
use super::history::History;
use super::readers::Reader;
use super::recorder::Recorder;
use crate::department::offered::OfferedLoad;
use crate::ids::RoleId;
use crate::measures::{Measure, Measured, Scope};
use crate::scenario::{Inputs, Quantity, Role, Scenario, Step, Text, route};

/// What a column is read from.
#[derive(Clone, Copy, Debug)]
enum Source {
    /// A measure, and the position of what it is the measure of.
    Measure(Measure, usize),
    /// The level of a driver.
    Driver(usize),
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
        catalogue.drivers(scenario);
        catalogue.costs(scenario);
        if scenario.drivers.iter().any(|it| it.earns()) {
            catalogue.add(Measure::RevenueLost, 0, "all", &all());
        }
        catalogue
    }

    /// The columns, in the order in which they are read.
    pub(crate) fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn add(&mut self, measure: Measure, position: usize, scope: &str, title: &Text) {
        let row = measure.row();
        self.columns.push(Column {
            measure: Measured::Known(measure),
            scope: scope.into(),
            unit: row.unit,
            title: Text { ru: row.ru.into(), en: row.en.into() },
            scope_title: title.clone(),
            monthly: Reader::of(measure).is_monthly(),
            target: None,
        });
        self.sources.push(Source::Measure(measure, position));
    }

    fn streams(&mut self, scenario: &Scenario) {
        for (position, stream) in scenario.streams.iter().enumerate() {
            let gives_up = stream.may_give_up();
            let of_waiting = [Measure::Abandoned, Measure::AbandonedShare];
            let told = |it: &Measure| gives_up || !of_waiting.contains(it);
            for measure in measures(&[Scope::Stream]).filter(told) {
                self.add(measure, position, &stream.key, &stream.title);
            }
            if let Some(key) = &stream.open_measure {
                self.add(Measure::Backlog, position, "all", &all());
                self.rename(key, &stream.title);
            }
        }
    }

    /// Gives the last column a name of the scenario's own.
    fn rename(&mut self, key: &str, title: &Text) {
        if let Some(column) = self.columns.last_mut() {
            column.measure = Measured::Own(key.into());
            column.title = title.clone();
        }
    }

    fn slas(&mut self, scenario: &Scenario) {
        for (position, sla) in scenario.slas.iter().enumerate() {
            let from = self.columns.len();
            for measure in measures(&[Scope::Sla, Scope::SlaOrAll]) {
                self.add(measure, position, &sla.key, &sla.title);
            }
            self.columns[from..].iter_mut().for_each(|it| it.target = Some(sla.target));
        }
        if !scenario.slas.is_empty() {
            for measure in measures(&[Scope::SlaOrAll]) {
                self.add(measure, scenario.slas.len(), "all", &all());
            }
        }
    }

    fn roles(&mut self, scenario: &Scenario) {
        for (position, role) in scenario.roles.iter().enumerate() {
            let visits = scenario.streams.iter().any(|it| makes_visits(&it.route, position));
            let chats = scenario.streams.iter().any(|it| serves_chats(&it.route, position));
            for measure in measures(&[Scope::Role]) {
                let is_there = match measure {
                    Measure::InHand | Measure::AtLimit => chats,
                    Measure::Visits => visits,
                    Measure::Callouts => role.on_call.is_some(),
                    Measure::Fte => scenario.has_own_hours(RoleId::new(position)),
                    _ => true,
                };
                if is_there {
                    self.add(measure, position, &role.key, &role.title);
                }
            }
        }
    }

    fn drivers(&mut self, scenario: &Scenario) {
        for (position, driver) in scenario.drivers.iter().enumerate() {
            let measure = Measured::Own(driver.key.clone());
            self.columns.push(Column {
                scope: "all".into(),
                unit: measure.unit(),
                title: driver.title.clone(),
                scope_title: all(),
                monthly: true,
                target: None,
                measure,
            });
            self.sources.push(Source::Driver(position));
        }
    }

    /// In the order of [`super::money::costs`].
    fn costs(&mut self, scenario: &Scenario) {
        let roles = scenario.roles.iter().map(|it| (&it.key, &it.title, true));
        let contractors = scenario.contractors.iter().map(|it| (&it.key, &it.title, true));
        let automations = scenario.automations.iter().map(|it| (&it.key, &it.title, true));
        let has_penalty = |it: Quantity| it != Quantity::Known(0.0);
        let slas = scenario.slas.iter().map(|it| (&it.key, &it.title, has_penalty(it.penalty)));
        let payers = roles.chain(contractors).chain(automations).chain(slas);
        let (whole, title) = ("all".to_owned(), all());
        let payers = payers.chain([(&whole, &title, true)]).enumerate();
        for measure in measures(&[Scope::Payer]) {
            for (position, (key, title, pays)) in payers.clone() {
                if pays {
                    self.add(measure, position, key, title);
                }
            }
        }
    }

    /// Reads one replication.
    pub(crate) fn read(
        &self,
        recorder: &Recorder<'_>,
        scenario: &Scenario,
        inputs: &Inputs,
    ) -> Readings {
        let history = History::of(recorder, scenario, inputs, &self.offered, &self.person_hours);
        let months = history.months;
        let mut readings = Readings {
            total: Vec::with_capacity(self.columns.len()),
            monthly: Vec::with_capacity(self.columns.len() * months),
            total_trials: Vec::with_capacity(self.columns.len()),
            monthly_trials: Vec::with_capacity(self.columns.len() * months),
        };
        for &source in &self.sources {
            match source {
                Source::Measure(measure, position) => {
                    let reader = Reader::of(measure);
                    readings.total.push(reader.total(&history, position));
                    let month = |slot| reader.month(&history, position, slot);
                    readings.monthly.extend((1..=months).map(month));
                    readings.total_trials.push(reader.trials(&history, position, 1..=months));
                    let trials = |slot| match reader.is_monthly() {
                        true => reader.trials(&history, position, slot..=slot),
                        false => 0,
                    };
                    readings.monthly_trials.extend((1..=months).map(trials));
                }
                Source::Driver(driver) => {
                    let levels = &history.drivers[driver];
                    readings.total.push(levels[months - 1]);
                    readings.monthly.extend_from_slice(levels);
                    readings.total_trials.push(0);
                    readings.monthly_trials.extend(levels.iter().map(|_| 0));
                }
            }
        }
        readings
    }
}

/// The measures of some scopes, in the order of the table.
fn measures(scopes: &[Scope]) -> impl Iterator<Item = Measure> + '_ {
    Measure::ALL.iter().copied().filter(|it| scopes.contains(&it.row().scope))
}

/// The whole department, as a scope.
fn all() -> Text {
    Text { ru: "Отдел в целом".into(), en: "Whole department".into() }
}

fn makes_visits(route: &[Step], role: usize) -> bool {
    route::efforts(route).any(|it| it.visit && it.roles().any(|it| it.index() == role))
}

fn serves_chats(route: &[Step], role: usize) -> bool {
    route::efforts(route).any(|it| it.side_by_side.is_some() && it.role.index() == role)
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
