//! What a check doubts: numbers that are hardly meant, hours and people that do not meet.

use super::hours::in_words;
use super::{Checked, Said};
use crate::ids::{RoleId, SkillId, StreamId};
use crate::plan::load::coverage::{Idle, NeverAway, Uncovered, idle, never_away, uncovered};
use crate::plan::load::doubt::{EachOrAll, Factors, TooMuch, each_or_all, factors, too_much};
use crate::plan::load::odd_share::{OddShare, odd_shares};
use crate::plan::load::offered::RoleLoad;
use crate::plan::load::skills::{SkillDoubt, skill_doubts};
use crate::report::compose::phrase::{inline, joined, joined_few};
use crate::report::compose::values::supported;
use crate::report::csv_dialect::number;
use crate::report::{Finding, Tone, Word, texts};
use crate::scenario::{Per, Scenario};
use serde_json::{Value, json};

/// More names than this in one sentence are not read.
const NAMES: usize = 4;

/// Everything that is doubted.
pub(super) struct Doubts {
    each_or_all: Vec<EachOrAll>,
    too_much: Vec<TooMuch>,
    factors: Vec<Factors>,
    shares: Vec<OddShare>,
    pub(super) uncovered: Vec<Uncovered>,
    idle: Vec<Idle>,
    never_away: Vec<NeverAway>,
    skills: Vec<SkillDoubt>,
}

impl Doubts {
    /// Of a scenario with what is asked of its roles.
    pub(super) fn of(scenario: &Scenario, loads: &[RoleLoad]) -> Self {
        let idle = idle(scenario);
        Self {
            never_away: never_away(scenario, &idle),
            each_or_all: each_or_all(scenario, loads),
            too_much: too_much(scenario, loads),
            factors: factors(scenario),
            shares: odd_shares(scenario),
            uncovered: uncovered(scenario),
            skills: skill_doubts(scenario),
            idle,
        }
    }

    /// What each kind of doubt is called, of those that there are.
    pub(super) fn headings(&self) -> Vec<Word> {
        let [comes, runs] =
            [true, false].map(|comes| self.uncovered.iter().any(|it| it.comes == comes));
        let all = [
            (Word::CheckEachOrAll, !self.each_or_all.is_empty()),
            (Word::CheckTooMuch, !self.too_much.is_empty()),
            (Word::CheckFactors, !self.factors.is_empty()),
            (Word::CheckShares, !self.shares.is_empty()),
            (Word::CheckUncovered, comes),
            (Word::CheckUnclocked, runs),
            (Word::CheckSkills, !self.skills.is_empty()),
            (Word::CheckIdle, !self.idle.is_empty()),
            (Word::CheckNeverAway, !self.never_away.is_empty()),
        ];
        all.into_iter().filter_map(|(word, is_there)| is_there.then_some(word)).collect()
    }
}

impl Said<'_> {
    /// What is doubted, the most likely mistake first.
    pub(super) fn doubts(&self) -> Vec<Finding> {
        let doubts = &self.it.doubts;
        let finding = |headline: String, details: Vec<String>| {
            (!details.is_empty()).then(|| supported(Tone::Caution, headline, &details))
        };
        let each = doubts.each_or_all.iter().map(|it| self.each_or_all(it)).collect();
        let much = doubts.too_much.iter().map(|it| self.too_much(it)).collect();
        let factors = doubts.factors.iter().map(|it| self.factors(it)).collect();
        let shares = doubts.shares.iter().map(|it| self.odd_share(it)).collect();
        let gaps = |comes: bool| {
            let own = doubts.uncovered.iter().filter(|it| it.comes == comes);
            own.map(|it| self.gap(it)).collect()
        };
        let skills = doubts.skills.iter().map(|it| self.skill(it)).collect();
        let idle: Vec<String> = doubts.idle.iter().map(|it| self.idle(it)).collect();
        let never_away = doubts.never_away.iter().map(|it| self.never_away(it)).collect();
        let findings = [
            finding(self.say(Word::CheckEachOrAll), each),
            finding(self.say(Word::CheckTooMuch), much),
            finding(self.say(Word::CheckFactors), factors),
            finding(self.say(Word::CheckShares), shares),
            finding(self.say(Word::CheckUncovered), gaps(true)),
            finding(self.say(Word::CheckUnclocked), gaps(false)),
            finding(self.say(Word::CheckSkills), skills),
            finding(self.say(Word::CheckIdle), idle),
            finding(self.say(Word::CheckNeverAway), never_away),
        ];
        findings.into_iter().flatten().collect()
    }

    fn each_or_all(&self, it: &EachOrAll) -> String {
        let driver = self.quoted(&self.it.scenario.drivers[it.driver.index()]);
        let per = self.say(match it.per {
            Per::Year => Word::PerYear,
            Per::Quarter => Word::PerQuarter,
            Per::Month => Word::PerMonth,
            Per::Week => Word::PerWeek,
            Per::WorkingDay => Word::PerWorkingDay,
            Per::WorkingHour => Word::PerWorkingHour,
            Per::CalendarDay => Word::PerDay,
        });
        let level = it.level.round();
        self.say(texts::CheckForEach {
            streams: self.stream_names(&it.streams),
            rate: self.short_number(it.rate),
            per,
            driver,
            level: self.locale.number(level, 0),
            all: self.short_number(it.rate * level),
            at: format!("{level}"),
        })
    }

    fn too_much(&self, it: &TooMuch) -> String {
        let when = self.say(if it.at_start { Word::AtTheStart } else { Word::InTheEnd });
        self.say(texts::CheckTimes {
            role: self.name(&self.it.scenario.roles[it.role.index()]),
            times: self.short_number(it.times),
            when,
            stream: self.quoted(&self.it.scenario.streams[it.stream.index()]),
            count: self.short_number(it.a_month),
            hours: self.locale.hours(it.hours),
        })
    }

    fn factors(&self, it: &Factors) -> String {
        let key = if it.weekdays { "weekdays" } else { "months" };
        let mean = it.sum / it.count as f64;
        self.say(texts::CheckFactorsOf {
            stream: self.quoted(&self.it.scenario.streams[it.stream.index()]),
            key,
            sum: self.short_number(it.sum),
            mean: self.locale.number(mean, 2),
        })
    }

    fn odd_share(&self, it: &OddShare) -> String {
        self.say(texts::CheckShareOf {
            path: &it.path,
            value: self.short_number(it.value * 100.0),
            meant: self.short_number(it.meant * 100.0),
            write: format!("\"{}%\"", number(it.meant * 100.0)),
        })
    }

    fn gap(&self, it: &Uncovered) -> String {
        let (streams, roles) = (self.stream_names(&it.streams), self.role_names(&it.roles));
        let hours = in_words(&it.hours, self.locale.lang);
        match it.weeks {
            Some((weeks, of)) => {
                self.say(texts::CheckGapInWeeks { streams, hours, roles, weeks, of })
            }
            None => self.say(texts::CheckGap { streams, hours, roles }),
        }
    }

    fn skill(&self, it: &SkillDoubt) -> String {
        let name = |it: SkillId| self.it.scenario.skills[it.index()].as_str();
        match it {
            SkillDoubt::Nobody(skill, roles) => {
                let roles = self.role_names(roles);
                self.say(texts::CheckSkillOfNobody { skill: name(*skill), roles })
            }
            SkillDoubt::OneAlone(skill, roles) => {
                let roles = self.role_names(roles);
                self.say(texts::CheckSkillOfOne { skill: name(*skill), roles })
            }
            SkillDoubt::Unreached(role, people) => {
                let role = self.name(&self.it.scenario.roles[role.index()]);
                self.say(texts::CheckWithoutSkill { role, people: *people })
            }
            SkillDoubt::Unasked(skill) => {
                self.say(texts::CheckSkillUnasked { skill: name(*skill) })
            }
        }
    }

    fn idle(&self, it: &Idle) -> String {
        let roles = self.role_names(&it.roles);
        match it.stands_in_for.is_empty() {
            true => self.say(texts::CheckNoWork { roles }),
            false => {
                let others = self.role_names(&it.stands_in_for);
                let pool = self.pool(&it.stands_in_for, &it.roles);
                self.say(texts::CheckStandsIn { roles, others, pool })
            }
        }
    }

    fn never_away(&self, it: &NeverAway) -> String {
        let (roles, others) = (self.role_names(&it.stand_ins), self.role_names(&it.roles));
        let pool = self.pool(&it.roles, &it.stand_ins);
        self.say(texts::CheckNeverStandsIn { roles, others, pool })
    }

    /// The keys of roles that share a queue, as a step names them.
    fn pool(&self, roles: &[RoleId], others: &[RoleId]) -> String {
        let key = |it: &RoleId| format!("\"{}\"", self.it.scenario.roles[it.index()].key);
        roles.iter().chain(others).map(key).collect::<Vec<_>>().join(", ")
    }

    fn stream_names(&self, streams: &[StreamId]) -> String {
        let name = |it: &StreamId| self.quoted(&self.it.scenario.streams[it.index()]);
        let names: Vec<String> = streams.iter().map(name).collect();
        joined_few(&names, NAMES, self.locale.lang)
    }

    fn role_names(&self, roles: &[RoleId]) -> String {
        let name = |it: &RoleId| inline(self.name(&self.it.scenario.roles[it.index()]));
        joined(&roles.iter().map(name).collect::<Vec<_>>(), self.locale.lang)
    }

    /// A number with a decimal only where it is small and not whole.
    fn short_number(&self, value: f64) -> String {
        let whole = value >= 20.0 || (value - value.round()).abs() < 0.05;
        self.locale.number(value, usize::from(!whole))
    }
}

impl Checked<'_> {
    /// What is doubted, for other programs.
    pub(super) fn doubts_json(&self) -> Vec<Value> {
        let scenario = self.scenario;
        let role = |it: RoleId| scenario.roles[it.index()].key.as_str();
        let stream = |it: StreamId| scenario.streams[it.index()].key.as_str();
        let roles = |all: &[RoleId]| all.iter().map(|it| role(*it)).collect::<Vec<_>>();
        let streams = |all: &[StreamId]| all.iter().map(|it| stream(*it)).collect::<Vec<_>>();
        let doubts = &self.doubts;
        let each = doubts.each_or_all.iter().map(|it| {
            let driver = &scenario.drivers[it.driver.index()].key;
            json!({ "doubt": "at-missing", "streams": streams(&it.streams), "driver": driver, "rate": it.rate, "level": it.level })
        });
        let much = doubts.too_much.iter().map(|it| {
            json!({ "doubt": "demand", "role": role(it.role), "times": it.times, "at_start": it.at_start, "stream": stream(it.stream) })
        });
        let factors = doubts.factors.iter().map(|it| {
            let key = if it.weekdays { "weekdays" } else { "months" };
            json!({ "doubt": "factors", "stream": stream(it.stream), "key": key, "sum": it.sum })
        });
        let shares = doubts.shares.iter().map(
            |it| json!({ "doubt": "share", "path": it.path, "value": it.value, "meant": it.meant }),
        );
        let gaps = doubts.uncovered.iter().map(|it| {
            let hours = in_words(&it.hours, crate::scenario::Lang::En);
            let mut told = json!({ "doubt": "uncovered", "streams": streams(&it.streams), "roles": roles(&it.roles), "hours": hours, "comes": it.comes });
            if let Some((weeks, of)) = it.weeks {
                told["weeks"] = json!({ "number": weeks, "of": of });
            }
            told
        });
        let idle = doubts.idle.iter().map(|it| {
            json!({ "doubt": "idle", "roles": roles(&it.roles), "stands_in_for": roles(&it.stands_in_for) })
        });
        let never = doubts.never_away.iter().map(|it| {
            json!({ "doubt": "never-away", "roles": roles(&it.roles), "stand_ins": roles(&it.stand_ins) })
        });
        let skill = |it: &SkillId| scenario.skills[it.index()].as_str();
        let skills = doubts.skills.iter().map(|it| match it {
            SkillDoubt::Nobody(it, of) => {
                json!({ "doubt": "skill-of-nobody", "skill": skill(it), "roles": roles(of) })
            }
            SkillDoubt::OneAlone(it, of) => {
                json!({ "doubt": "skill-of-one", "skill": skill(it), "roles": roles(of) })
            }
            SkillDoubt::Unreached(it, people) => {
                json!({ "doubt": "without-skill", "role": role(*it), "people": people })
            }
            SkillDoubt::Unasked(it) => json!({ "doubt": "skill-unasked", "skill": skill(it) }),
        });
        let hours = gaps.chain(skills).chain(idle).chain(never);
        each.chain(much).chain(factors).chain(shares).chain(hours).collect()
    }
}
