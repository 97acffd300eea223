//! The report of a check: what arithmetic already says, before anything is simulated.

mod check_readings;
mod check_tables;
mod doubts;
mod hours;
mod json;
mod limits;

use super::phrase;
use super::phrase::{capital, inline, joined, joined_few};
use super::run_tables::{assumed, assumptions};
use super::scenario_cautions::{in_words_of_scenario, lowered};
use crate::department::offered::driver_levels;
use crate::plan::load::consistency::{NotLittle, TwoLimits, not_little, two_limits};
use crate::plan::load::offered::{Bounds, RoleLoad, offered};
use crate::plan::load::out_of_reach::{OutOfReach, out_of_reach};
use crate::report::compose::context::{Context, in_context};
use crate::report::compose::values::supported;
use crate::report::{
    Block, Caution, Document, Finding, Locale, Noun, Section, Sentence, Tone, Word, counted, texts,
};
use crate::scenario::{Inputs, Policy, Scenario, Study};
use check_readings::InReadings;
use check_tables::heads;
use doubts::Doubts;

/// What arithmetic says about one policy of a scenario.
pub(crate) struct Checked<'s> {
    policy: &'s Policy,
    scenario: &'s Scenario,
    roles: Vec<RoleLoad>,
    two_limits: Vec<TwoLimits>,
    out_of_reach: Vec<OutOfReach>,
    not_little: Vec<NotLittle>,
    doubts: Doubts,
    /// For each driver: its level at the start and at the end.
    drivers: Vec<[f64; 2]>,
    /// The same in the other readings of the document.
    readings: InReadings<'s>,
}

/// More names than this in one sentence are not read.
const NAMES: usize = 5;
/// A limit that ends later in this share of all cases never binds.
const ALWAYS: f64 = 0.995;

impl<'s> Checked<'s> {
    /// Does the arithmetic.
    pub(crate) fn of(policy: &'s Policy) -> Self {
        let scenario = &policy.scenario;
        let (inputs, roles) = (Inputs::mean(scenario), offered(scenario));
        let timeline = &scenario.timeline;
        let first = driver_levels(scenario, &inputs, timeline.start_time().day());
        let last = timeline.horizon_time().day().saturating_sub(1);
        let last = driver_levels(scenario, &inputs, last);
        Self {
            policy,
            scenario,
            two_limits: two_limits(scenario),
            out_of_reach: out_of_reach(scenario, &roles),
            not_little: not_little(scenario),
            doubts: Doubts::of(scenario, &roles),
            roles,
            drivers: first.into_iter().zip(last).map(|(a, b)| [a, b]).collect(),
            readings: InReadings::default(),
        }
    }

    /// The same for the policy at a position of a study, and for the other readings of its document.
    pub(crate) fn in_readings(study: &'s Study, policy: usize) -> Self {
        let readings = InReadings::of(study, policy);
        Self { readings, ..Self::of(&study.policies[policy]) }
    }

    pub(crate) fn document(&self, locale: Locale) -> Document {
        let context = Context { scenario: self.scenario, locale };
        let said = Said { it: self, context };
        let lang = locale.lang;
        let section = |key, heading: Word, blocks| Section::new(key, heading.text(lang), blocks);
        let mut sections = vec![
            section("findings", Word::Findings, said.findings()),
            section("roles", Word::HowBusy, said.roles()),
        ];
        if !self.two_limits.is_empty() || !self.out_of_reach.is_empty() {
            sections.push(section("limits", Word::Limits, said.limits()));
        }
        if let Some(table) = said.readings_table() {
            let table = vec![Block::Table(table)];
            sections.push(section("readings", Word::Readings, table));
        }
        let of_scenario = in_words_of_scenario(self.scenario, locale);
        let cautions: Vec<Caution> = lowered(context).into_iter().chain(of_scenario).collect();
        if !cautions.is_empty() {
            let blocks = vec![Block::Cautions(cautions)];
            sections.push(section("cautions", Word::Cautions, blocks));
        }
        if assumed(&self.scenario.sources).next().is_some() {
            let table = vec![Block::Table(assumptions(self.scenario, lang))];
            sections.push(section("assumptions", Word::Assumptions, table));
        }
        let policy = context.quoted(self.policy);
        Document {
            locale,
            title: context.name(self.scenario).into(),
            subtitle: texts::CheckSubtitle { policy }.in_lang(lang),
            sections,
        }
    }
}

/// What a check doubts of a scenario, by kinds.
pub(crate) fn doubted(scenario: &Scenario) -> Vec<Word> {
    Doubts::of(scenario, &offered(scenario)).headings()
}

/// A check in a language.
struct Said<'c> {
    it: &'c Checked<'c>,
    context: Context<'c>,
}

in_context!(Said);

impl Said<'_> {
    fn role(&self, load: &RoleLoad) -> &str {
        let role = &self.it.scenario.roles[load.role.index()];
        self.name(role)
    }

    fn sla(&self, sla: crate::ids::SlaId) -> &str {
        let it = &self.it.scenario.slas[sla.index()];
        self.name(it)
    }

    fn findings(&self) -> Vec<Block> {
        let mut findings = vec![self.workload()];
        findings.extend(self.doubts());
        findings.extend(self.never_binding());
        findings.extend(self.impossible());
        findings.extend(self.little());
        findings.extend(self.readings());
        findings.into_iter().map(Block::Finding).collect()
    }

    /// Who has more work than hands, now and in the end.
    fn workload(&self) -> Finding {
        let roles = &self.it.roles;
        let is_above = |it: &RoleLoad| it.ratio().iter().any(|it| *it > 1.0);
        let months_above = |it: &RoleLoad| it.ratios().iter().filter(|it| **it > 1.0).count();
        // A month now and then is no overload.
        let often =
            |it: &RoleLoad| months_above(it) > 0 && 10 * months_above(it) >= it.months.len();
        let above: Vec<&RoleLoad> = roles.iter().filter(|it| is_above(it) || often(it)).collect();
        let growth: Vec<String> = self.growth().into_iter().chain(self.giving_up()).collect();
        if above.is_empty() {
            let seldom = roles.iter().filter(|it| months_above(it) > 0);
            let seldom: Vec<String> = seldom.map(|it| self.seldom(it, months_above(it))).collect();
            if !seldom.is_empty() {
                let roles = joined(&seldom, self.locale.lang);
                return supported(Tone::Good, self.say(texts::EnoughButFor { roles }), &growth);
            }
            let fullest =
                |it: &&RoleLoad| it.ratio().into_iter().chain(it.ratios()).fold(0.0, f64::max);
            let busiest = roles.iter().max_by(|one, other| fullest(one).total_cmp(&fullest(other)));
            let (role, load) = busiest
                .map_or((String::new(), f64::NAN), |it| (inline(self.role(it)), fullest(&it)));
            let share = self.locale.share_beside(load, 1.0, 0);
            return supported(Tone::Good, self.say(texts::CheckEnough { role, share }), &growth);
        }
        let details = above.iter().map(|it| {
            let number = |value: f64| self.locale.number(value, 1);
            let span = |it: Bounds| {
                let range = phrase::Spread(it.low, it.high);
                format!("{}{}", number(it.mean), range.words(self.locale))
            };
            let there = number(it.headcount[0] * it.availability);
            if !is_above(it) {
                return self.peak(it);
            }
            self.say(texts::CheckNeed {
                role: self.role(it),
                now: span(it.now),
                then: span(it.then),
                people: heads(self.it.scenario, it, self.locale),
                there,
            })
        });
        let details: Vec<String> = details.chain(growth).collect();
        let names: Vec<String> = above.iter().map(|it| inline(self.role(it))).collect();
        let count = above.len();
        let word = Noun::OF_ROLES.after(count as f64, 0, self.locale.lang);
        let (count, all) = (count.to_string(), roles.len().to_string());
        let names = joined(&names, self.locale.lang);
        supported(
            Tone::Bad,
            self.say(texts::CheckOverloaded { count, word, all, roles: names }),
            &details,
        )
    }

    /// In how many months a role has more work than its people can do.
    fn seldom(&self, role: &RoleLoad, months: usize) -> String {
        let word = Noun::IN_MONTHS.after(months as f64, 0, self.locale.lang);
        let (count, all) = (months.to_string(), role.months.len().to_string());
        let when = self.say(texts::InSomeMonths { count, word, all });
        format!("{} — {when}", inline(self.role(role)))
    }

    /// The month in which a role has most work for its people, where neither the start nor the end
    /// says so.
    fn peak(&self, role: &RoleLoad) -> String {
        let ratios = role.ratios().into_iter().enumerate();
        let most = ratios.max_by(|one, other| one.1.total_cmp(&other.1)).map_or(0, |it| it.0);
        let there = role.people[most] * role.availability;
        self.say(texts::CheckPeak {
            role: self.role(role),
            month: self.locale.month(self.it.scenario.timeline.first_day(most)),
            needed: self.locale.number(role.months[most], 1),
            there: self.locale.number(there, 1),
        })
    }

    /// What the load does not know of work that does not wait for ever.
    fn giving_up(&self) -> Option<String> {
        let impatient = self.it.scenario.streams.iter().filter(|it| it.may_give_up());
        let names: Vec<String> = impatient.clone().map(|it| inline(self.name(it))).collect();
        let streams = joined_few(&names, NAMES, self.locale.lang);
        let back = impatient.clone().any(|it| it.retrial.is_some());
        (!names.is_empty()).then(|| match back {
            true => self.say(texts::CheckGiveUp { streams }),
            false => self.say(texts::CheckGiveUpForGood { streams }),
        })
    }

    /// How the drivers that move move.
    fn growth(&self) -> Vec<String> {
        let months = self.it.scenario.timeline.months();
        let months = counted(months as f64, Noun::MONTH, self.locale);
        let drivers = self.it.scenario.drivers.iter().zip(&self.it.drivers);
        let moving = drivers.filter(|(_, [from, to])| (to / from - 1.0).abs() > 0.005);
        let words = moving.map(|(driver, [from, to])| {
            let decimals = usize::from(to.abs() < 20.0);
            let number = |it: f64| self.locale.number(it, decimals);
            let title = capital(self.name(driver));
            self.say(texts::DriverMoves {
                driver: title,
                from: number(*from),
                to: number(*to),
                months: &months,
            })
        });
        words.collect()
    }

    /// Claims that Little's law does not allow.
    fn little(&self) -> Option<Finding> {
        let claims: Vec<String> = self.it.not_little.iter().map(|it| self.one_little(it)).collect();
        (!claims.is_empty()).then(|| supported(Tone::Caution, self.say(Word::CheckLittle), &claims))
    }

    fn one_little(&self, it: &NotLittle) -> String {
        let number = |value: f64| self.locale.number(value, usize::from(value < 20.0));
        let whole = |value: f64| self.locale.number(value, 0);
        let stated = it.stated.said(
            |low, high| format!("{}–{}", whole(low), whole(high)),
            [&|low| format!("≥\u{a0}{}", whole(low)), &|high| format!("≤\u{a0}{}", whole(high))],
        );
        let stream = &self.it.scenario.streams[it.stream.index()];
        let stream = self.name(stream);
        let days = self.locale.calendar_time(it.route_days * 24.0);
        self.say(texts::CheckOpen {
            claim: &it.claim,
            stream,
            stated,
            month: number(it.a_month),
            days,
            open: number(it.open),
        })
    }
}
