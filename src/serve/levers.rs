//! Levers: what of a scenario can be moved on the page, with what each is now.

use crate::plan::promises::promise::goals_of;
use crate::report::Word;
use crate::scenario::{Driver, DriverPath, Input, Lang, Limit, Quantity, Range, Scenario, Study};

/// More people than this are not asked for by a stepper.
const MOST_PEOPLE: f64 = 60.0;
const HOUR: f64 = 3_600.0;
const DAY: f64 = 24.0 * HOUR;

/// Levers that belong together.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) title: Word,
    /// At least one.
    pub(crate) levers: Vec<Lever>,
}

/// One lever.
#[derive(Debug)]
pub(crate) struct Lever {
    /// What it is called.
    pub(crate) title: String,
    pub(crate) moves: Moves,
}

/// What a lever moves.
#[derive(Debug)]
pub(crate) enum Moves {
    /// An uncertain number: its range, in a unit as people write it.
    Span { set: String, unit: String, low: f64, high: f64, source: Option<String> },
    /// A known number. `key`: the value is a table with this key.
    Number {
        set: String,
        unit: &'static str,
        key: Option<&'static str>,
        value: f64,
        most: f64,
        step: f64,
    },
    /// People of a role who join on the first day of a month.
    Hires { role: String, months: Vec<String> },
    /// One question about the document, and the keys and titles of its readings.
    Reading { readings: Vec<(String, String)> },
    /// A policy of the scenario.
    Policy { key: String },
    /// What a plan may hire or cost: a key of `[plan]`, and its value where the scenario states one.
    Cap { key: &'static str, value: Option<f64> },
}

/// Every lever of a study, as the page shows them.
pub(crate) fn of(study: &Study, lang: Lang) -> Vec<Group> {
    let scenario = &study.baseline().scenario;
    let groups = [
        (Word::LeversReadings, readings(study, lang)),
        (Word::LeversPeople, people(scenario, lang)),
        (Word::LeversHires, hires(scenario, lang)),
        (Word::LeversPolicies, policies(study, lang)),
        (Word::LeversUnknown, scenario.inputs.iter().map(|it| span(it, lang)).collect()),
        (Word::LeversGrowth, scenario.drivers.iter().flat_map(|it| growth(it, lang)).collect()),
        (Word::LeversPromises, promises(scenario, lang)),
        (Word::LeversCap, caps(scenario, lang)),
    ];
    let groups = groups.into_iter().filter(|(_, levers): &(Word, Vec<Lever>)| !levers.is_empty());
    groups.map(|(title, levers)| Group { title, levers }).collect()
}

fn readings(study: &Study, lang: Lang) -> Vec<Lever> {
    let unknowns = study.worlds.unknowns.iter();
    let lever = |it: &crate::scenario::Unknown| {
        let readings = it.readings.iter();
        let readings = readings.map(|it| (it.key.clone(), it.title.in_lang(lang).to_owned()));
        Lever {
            title: it.title.in_lang(lang).to_owned(),
            moves: Moves::Reading { readings: readings.collect() },
        }
    };
    unknowns.map(lever).collect()
}

fn people(scenario: &Scenario, lang: Lang) -> Vec<Lever> {
    let lever = |it: &crate::scenario::Role| Lever {
        title: it.title.in_lang(lang).to_owned(),
        moves: Moves::Number {
            set: format!("roles.{}.headcount", part(&it.key)),
            unit: "",
            key: None,
            value: f64::from(it.headcount),
            most: MOST_PEOPLE.max(f64::from(it.headcount) * 2.0),
            step: 1.0,
        },
    };
    scenario.roles.iter().map(lever).collect()
}

fn hires(scenario: &Scenario, lang: Lang) -> Vec<Lever> {
    let months = scenario.timeline.first_days();
    let months: Vec<String> = months.iter().map(ToString::to_string).collect();
    let lever = |it: &crate::scenario::Role| Lever {
        title: it.title.in_lang(lang).to_owned(),
        moves: Moves::Hires { role: it.key.clone(), months: months.clone() },
    };
    scenario.roles.iter().map(lever).collect()
}

fn policies(study: &Study, lang: Lang) -> Vec<Lever> {
    let lever = |it: &crate::scenario::Policy| Lever {
        title: it.title.in_lang(lang).to_owned(),
        moves: Moves::Policy { key: it.key.clone() },
    };
    study.policies.iter().skip(1).map(lever).collect()
}

fn caps(scenario: &Scenario, lang: Lang) -> Vec<Lever> {
    let lever = |title: Word, key, value| Lever {
        title: title.text(lang).to_owned(),
        moves: Moves::Cap { key, value },
    };
    let plan = &scenario.planning;
    vec![
        lever(Word::CapPeople, "max_people", plan.max_people.map(f64::from)),
        lever(Word::CapMoney, "budget", plan.budget),
    ]
}

/// What moves an uncertain number: its id moves every place of it at once.
pub(crate) fn set_of(input: &Input) -> &str {
    input.id.as_ref().unwrap_or(&input.path)
}

fn span(input: &Input, lang: Lang) -> Lever {
    let (Range::Uniform { min, max } | Range::Triangular { min, max, .. }) = input.range;
    Lever {
        title: input.title.in_lang(lang).to_owned(),
        moves: Moves::Span {
            set: set_of(input).to_owned(),
            unit: input.unit.clone(),
            low: clean(min / input.scale),
            high: clean(max / input.scale),
            source: input.source.clone(),
        },
    }
}

/// How fast a driver grows, where that is known; where it is not, it is among the unknown.
fn growth(driver: &Driver, lang: Lang) -> Option<Lever> {
    let (key, value, unit) = match driver.path {
        DriverPath::Constant(Quantity::Known(it)) => ("constant", it, ""),
        DriverPath::Linear { to: Quantity::Known(it), .. } => ("linear.to", it, ""),
        DriverPath::Compound { yearly: Quantity::Known(it), .. } => {
            ("compound.yearly", it * 100.0, "%")
        }
        _ => return None,
    };
    let most = if unit == "%" { 200.0 } else { (value * 4.0).max(1.0) };
    Some(Lever {
        title: driver.title.in_lang(lang).to_owned(),
        moves: Moves::Number {
            set: format!("drivers.{}.{key}", part(&driver.key)),
            unit,
            key: None,
            value: clean(value),
            most: clean(most),
            step: if most > 20.0 { 1.0 } else { 0.1 },
        },
    })
}

/// The share of each promise, and its limit where there is one alone; what the plan must keep comes first.
fn promises(scenario: &Scenario, lang: Lang) -> Vec<Lever> {
    let goals = goals_of(scenario);
    let promised = |sla: usize| goals.iter().any(|it| it.sla.index() == sla);
    let mut slas: Vec<usize> = (0..scenario.slas.len()).collect();
    slas.sort_by_key(|it| !promised(*it));
    let levers = slas.into_iter().flat_map(|position| {
        let sla = &scenario.slas[position];
        let title = sla.title.in_lang(lang).to_owned();
        let (stream, name) = sla.key.rsplit_once('/').unwrap_or((&sla.key, ""));
        let path = format!("streams.{}.sla.{}", part(stream), part(name));
        // Where the plan asks for another share than the SLA, that one is promised.
        let stated = scenario.planning.goals.iter().find(|it| it.0.index() == position);
        let stated = stated.map(|it| it.1);
        let share = Lever {
            title: format!("{title}: {}", Word::LeverShare.text(lang)),
            moves: Moves::Number {
                set: match stated {
                    Some(_) => format!("plan.goals.{}", part(&sla.key)),
                    None => format!("{path}.target"),
                },
                unit: "%",
                key: None,
                value: clean(stated.unwrap_or(sla.target) * 100.0),
                most: 100.0,
                step: 1.0,
            },
        };
        let limit = match sla.limits.as_slice() {
            [Limit { clock, time: Quantity::Known(seconds) }] => {
                let (unit, one, step) =
                    if clock.is_in_days() { ("", DAY, 1.0) } else { ("h", HOUR, 0.5) };
                let value = clean(seconds / one);
                Some(Lever {
                    title: format!("{title}: {}", Word::LeverLimit.text(lang)),
                    moves: Moves::Number {
                        set: format!("{path}.within"),
                        unit,
                        key: Some(clock.key()),
                        value,
                        most: (value * 4.0).max(8.0),
                        step,
                    },
                })
            }
            _ => None,
        };
        [Some(share), limit].into_iter().flatten()
    });
    levers.collect()
}

/// A key as a part of a path.
fn part(key: &str) -> String {
    if key.contains(['.', '/']) { format!("\"{key}\"") } else { key.to_owned() }
}

/// A number as it was written, without the last digits that units have cost.
fn clean(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
