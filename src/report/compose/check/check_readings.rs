//! What a check finds in the other readings of a document that contradicts itself.

use super::{Checked, Said};
use crate::ids::SlaId;
use crate::plan::load::offered::RoleLoad;
use crate::report::compose::phrase::{inline, joined, quoted, sentences};
use crate::report::{Cell, Finding, Header, Table, Tone, Word, texts};
use crate::scenario::{Compose, Study, Unknown};
use serde_json::{Value, json};

/// A load that differs by less than this part does not differ.
const SAME: f64 = 0.01;
/// More roles than this are too wide for a table.
const ROLES: usize = 3;

/// The readings of a study, each checked, everything else being as written.
#[derive(Default)]
pub(crate) struct InReadings<'s> {
    unknowns: &'s [Unknown],
    /// By unknown, the check of each reading but the first.
    others: Vec<Vec<Checked<'s>>>,
}

impl<'s> InReadings<'s> {
    /// Checks the policy at a position in every reading.
    pub(super) fn of(study: &'s Study, policy: usize) -> Self {
        let worlds = &study.worlds;
        let checked = |unknown: usize| {
            let others = 1..worlds.unknowns[unknown].readings.len();
            let of = |it| Checked::of(&worlds.list[worlds.with(unknown, it)].policies[policy]);
            others.map(of).collect()
        };
        Self {
            unknowns: &worlds.unknowns,
            others: (0..worlds.unknowns.len()).map(checked).collect(),
        }
    }
}

/// What contradicts what, by kind and position.
#[derive(Clone, Debug, PartialEq)]
enum Contradiction {
    /// The SLA, and what never binds: the limit of working time, or the other.
    NeverBinds(SlaId, bool),
    OutOfReach(SlaId),
    NotLittle(String),
}

fn contradictions(of: &Checked<'_>) -> Vec<Contradiction> {
    let never = of.two_limits.iter().filter(|it| it.working_later >= super::ALWAYS);
    let working = |it: SlaId| of.scenario.slas[it.index()].compose == Compose::Earlier;
    let never = never.map(|it| Contradiction::NeverBinds(it.sla, working(it.sla)));
    let short = of.out_of_reach.iter().map(|it| Contradiction::OutOfReach(it.sla));
    let little = of.not_little.iter().map(|it| Contradiction::NotLittle(it.claim.clone()));
    never.chain(short).chain(little).collect()
}

/// Whether a role is loaded otherwise.
fn differs(one: &RoleLoad, other: &RoleLoad) -> bool {
    let far = |(one, other): (f64, f64)| (one - other).abs() > SAME * one.abs().max(1e-9);
    [(one.now.mean, other.now.mean), (one.then.mean, other.then.mean)].into_iter().any(far)
}

impl Said<'_> {
    /// Where the document contradicts itself, and what hangs on it.
    pub(super) fn readings(&self) -> Option<Finding> {
        let of = &self.it.readings;
        let questions: Vec<String> = of.unknowns.iter().map(|it| inline(self.name(it))).collect();
        if questions.is_empty() {
            return None;
        }
        let others = of.unknowns.iter().zip(&of.others).flat_map(|(unknown, others)| {
            let readings = unknown.readings[1..].iter().zip(others);
            readings.flat_map(|(reading, it)| self.one_reading(&self.quoted(reading), it))
        });
        Some(Finding {
            tone: Tone::Caution,
            headline: self
                .say(texts::CheckReadings { questions: joined(&questions, self.locale.lang) }),
            detail: sentences(&others.collect::<Vec<_>>()),
        })
    }

    /// What is otherwise in a reading.
    fn one_reading(&self, reading: &str, it: &Checked<'_>) -> Vec<String> {
        let number = |it: f64| self.locale.number(it, 1);
        let pairs = self.it.roles.iter().zip(&it.roles).filter(|(one, other)| differs(one, other));
        let roles: Vec<String> = pairs
            .map(|(here, there)| {
                self.say(texts::ReadingRole {
                    role: inline(self.role(here)),
                    now: number(there.now.mean),
                    then: number(there.then.mean),
                    now_here: number(here.now.mean),
                    then_here: number(here.then.mean),
                })
            })
            .collect();
        let mut said = vec![match roles.is_empty() {
            true => self.say(texts::ReadingSameLoad { reading }),
            false => {
                let roles = joined(&roles, self.locale.lang);
                self.say(texts::ReadingNeeds { reading, roles })
            }
        }];
        let (ours, theirs) = (contradictions(self.it), contradictions(it));
        let only = |these: &[Contradiction], those: &[Contradiction]| {
            let own = these.iter().filter(|it| !those.contains(it));
            own.map(|it| self.contradiction(it)).collect::<Vec<_>>()
        };
        for what in only(&ours, &theirs) {
            said.push(self.say(texts::ReadingFrees { reading, what }));
        }
        for what in only(&theirs, &ours) {
            said.push(self.say(texts::ReadingAdds { reading, what }));
        }
        said
    }

    fn contradiction(&self, it: &Contradiction) -> String {
        let sla = |it: SlaId| quoted(self.sla(it), self.locale.lang);
        match it {
            Contradiction::NeverBinds(it, working) => {
                let limits = self.it.two_limits.iter().find(|limits| limits.sla == *it);
                let limit = limits.map(|it| if *working { it.working } else { it.calendar });
                let limit = limit.map(|it| self.limit(it)).unwrap_or_default();
                self.say(texts::ReadingNeverBinds { sla: sla(*it), limit })
            }
            Contradiction::OutOfReach(it) => self.say(texts::ReadingOutOfReach { sla: sla(*it) }),
            Contradiction::NotLittle(claim) => self.say(texts::ReadingNotLittle { claim }),
        }
    }

    /// The people that are needed in each reading, of the roles for which it matters.
    pub(super) fn readings_table(&self) -> Option<Table> {
        let of = &self.it.readings;
        if of.unknowns.is_empty() {
            return None;
        }
        let matters = |role: &usize| {
            let others = of.others.iter().flatten();
            others.into_iter().any(|it| differs(&self.it.roles[*role], &it.roles[*role]))
        };
        let roles: Vec<usize> = (0..self.it.roles.len()).filter(matters).take(ROLES).collect();
        let word = |it: Word| it.text(self.locale.lang);
        let mut headers = vec![
            Header::text(word(Word::QuestionColumn)),
            Header::text(word(Word::ReadingColumn)),
            Header::number(word(Word::HowLikely), "%"),
        ];
        for &role in &roles {
            let role = inline(self.role(&self.it.roles[role]));
            let people = word(Word::PeopleShort);
            headers.push(Header::number(self.say(texts::RoleNow { role: &role }), people));
            headers.push(Header::number(self.say(texts::RoleThen { role: &role }), people));
        }
        let mut table = Table::new("readings", "", headers);
        for (unknown, others) in of.unknowns.iter().zip(&of.others) {
            let checks = std::iter::once(self.it).chain(others);
            for (position, (reading, it)) in unknown.readings.iter().zip(checks).enumerate() {
                let question = if position == 0 { self.name(unknown) } else { "" };
                let mut row = vec![
                    Cell::text(question),
                    Cell::text(self.name(reading)),
                    Cell::number(reading.probability * 100.0, 0),
                ];
                for &role in &roles {
                    let load = &it.roles[role];
                    row.extend([load.now.mean, load.then.mean].map(|it| Cell::number(it, 1)));
                }
                table.push(row);
            }
        }
        table.note = word(Word::ReadingsNote).into();
        Some(table)
    }
}

impl Checked<'_> {
    /// The other readings for other programs.
    pub(super) fn readings_json(&self) -> Vec<Value> {
        let of = &self.readings;
        let all = of.unknowns.iter().zip(&of.others).flat_map(|(unknown, others)| {
            let checks = std::iter::once(self).chain(others);
            unknown.readings.iter().zip(checks).map(move |(reading, it)| {
                let keys = &it.scenario.slas;
                let roles = it.roles.iter().map(|load| {
                    json!({
                        "role": it.scenario.roles[load.role.index()].key,
                        "offered_load": { "now": load.now.mean, "end": load.then.mean },
                    })
                });
                let contradictions = contradictions(it).into_iter().map(|it| match it {
                    Contradiction::NeverBinds(it, working) => {
                        let limit = if working { "working" } else { "calendar" };
                        json!({ "never_binds": keys[it.index()].key, "limit": limit })
                    }
                    Contradiction::OutOfReach(it) => json!({ "too_short": keys[it.index()].key }),
                    Contradiction::NotLittle(claim) => json!({ "against_littles_law": claim }),
                });
                json!({
                    "unknown": unknown.key,
                    "reading": reading.key,
                    "probability": reading.probability,
                    "roles": roles.collect::<Vec<_>>(),
                    "contradictions": contradictions.collect::<Vec<_>>(),
                })
            })
        });
        all.collect()
    }
}
