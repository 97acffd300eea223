//! The staged plan as it is read: now, measure, then; the tables and charts beside it.

pub(crate) mod alternatives;
pub(crate) mod budget;
mod capped;
pub(crate) mod charts;
pub(crate) mod csv;
mod ladder;
mod levers;
mod map;
mod measure;
mod now;
mod pay;
mod people;
mod promises;
mod rule_table;
mod sure;
mod temporary;
#[cfg(test)]
mod tests;
mod then;
pub(crate) mod vacancies;
mod wait;
mod warnings;

use super::Planned;
use crate::ids::RoleId;
use crate::plan::months::date_at;
use crate::plan::staged::data::{Alternative, Cap, Fan, Kept, RoleRule, Staged, Which};
use crate::report::compose::context::{Context, in_context};
use crate::report::compose::genitive::short;
use crate::report::compose::phrase::{capital, inline};
use crate::report::{Block, Caution, Chart, Figure, Finding, Locale, Table};
use crate::scenario::Unknown;
use crate::statistics::Interval;
use jiff::civil::Date;

/// Of twenty equally likely totals in order, those between which sixteen are.
const MIDDLE: (usize, usize) = (2, 17);

/// Everything a sentence about a staged plan may need.
#[derive(Clone, Copy)]
pub(crate) struct Decided<'a> {
    /// Its scenario and the language.
    pub(crate) context: Context<'a>,
    /// The plan.
    pub(crate) staged: &'a Staged,
    /// Where the document can be read in several ways.
    pub(crate) unknowns: &'a [Unknown],
    /// Replications that were run, and where all chance began.
    pub(crate) chance: (u64, u64),
}

in_context!(Decided);

impl<'a> Decided<'a> {
    /// The staged plan of an answer.
    pub(crate) fn of(planned: Planned<'a>) -> Self {
        Self {
            context: planned.context,
            staged: &planned.answer.staged,
            unknowns: &planned.study.worlds.unknowns,
            chance: (planned.answer.replications as u64, planned.seed),
        }
    }

    /// The answer in words, the first thing to do first.
    pub(crate) fn findings(self) -> Vec<Finding> {
        let first = [Some(now::now(self)), capped::within(self)];
        let then = [measure::measure(self), then::then(self), Some(sure::sure(self))];
        let last = [wait::wait(self), capped::own(self)];
        let all = first.into_iter().chain(then).chain(last);
        all.flatten().collect()
    }

    /// Whether something is to be measured first.
    pub(crate) fn measures(self) -> bool {
        measure::measure(self).is_some()
    }

    /// What is looked into at each review, and what may come.
    pub(crate) fn then(self) -> Vec<Block> {
        let fans = charts::fan(self).into_iter().map(Block::Chart);
        let rules = rule_table::tables(self).into_iter().chain(temporary::tables(self));
        let tables = rules.chain(rule_table::signposts(self));
        let maps = map::maps(self).into_iter().map(Block::Chart);
        tables.map(Block::Table).chain(fans).chain(maps).collect()
    }

    /// What else could be done, and what was tried before people.
    pub(crate) fn beside(self) -> Vec<Block> {
        let tables = [alternatives::table(self), alternatives::by_reading(self)];
        let tables = tables.into_iter().chain([levers::table(self)]).flatten();
        some(charts::alternatives(self)).chain(tables.map(Block::Table)).collect()
    }

    /// What each person, each promise and each percent of confidence costs.
    pub(crate) fn explained(self) -> Vec<Block> {
        let ladder = ladder::table(self).map(Block::Table).into_iter();
        let chart = some(ladder::chart(self));
        self.bought().into_iter().chain(chart).chain(ladder).collect()
    }

    /// What each next person buys.
    pub(crate) fn bought(self) -> Vec<Block> {
        let table = people::table(self).map(Block::Table);
        some(people::staircase(self)).chain(table).collect()
    }

    /// The promises, what was promised, and what each costs.
    pub(crate) fn promises(self) -> Option<Table> {
        promises::table(self)
    }

    /// What a reader must know before acting.
    pub(crate) fn cautions(self) -> Vec<Caution> {
        warnings::cautions(self)
    }

    /// Whether the asked-for probability is reached, as far as it was seen.
    pub(crate) fn reached(self) -> bool {
        self.staged.kept.share.value >= self.staged.confidence
    }

    /// Whether other plans and other ways to the same may be set against it: it does what was asked for, and
    /// no cap keeps it from what they may do.
    fn comparable(self) -> bool {
        self.reached() && !self.staged.capped.binds
    }

    /// Whether something is not known.
    fn is_uncertain(self) -> bool {
        !self.unknowns.is_empty() || !self.context.scenario.inputs.is_empty()
    }

    /// Whether somebody is hired in some future.
    pub(crate) fn hires(self) -> bool {
        let later = self.staged.fans.iter().flat_map(|it| &it.totals);
        !self.staged.now.is_empty() || later.into_iter().any(|it| *it > 0)
    }

    /// The roles that the rule may hire after the start.
    fn hired_later(self) -> impl Iterator<Item = &'a RoleRule> {
        self.staged.rule.roles.iter().filter(|it| it.target.is_some() && it.most > it.now)
    }

    /// The roles that a review is about: for people to stay, or for a time.
    fn reviewed(self) -> impl Iterator<Item = &'a RoleRule> {
        let later = |it: &&RoleRule| it.temporary || it.target.is_some() && it.most > it.now;
        self.staged.rule.roles.iter().filter(later)
    }

    /// The day of the first review of all roles.
    fn first_review(self) -> Option<Date> {
        let first = self.reviewed().map(|it| it.first).min_by(f64::total_cmp)?;
        date_at(&self.context.scenario.timeline, first)
    }

    /// The plan of a kind that stands beside.
    pub(crate) fn beside_it(self, which: &Which) -> Option<&'a Alternative> {
        self.staged.alternatives.iter().find(|it| it.plan == *which)
    }

    /// Whether a plan that stands beside certainly goes beyond one of the caps.
    fn is_beyond_caps(self, which: &Which) -> bool {
        let beyond = |it: &Alternative| {
            self.staged.capped.caps.iter().any(|cap| match cap {
                Cap::People(most) => it.hires.p50 > f64::from(*most),
                Cap::Budget(money) => it.cost.low > *money,
            })
        };
        self.beside_it(which).is_some_and(beyond)
    }

    /// A role by its abbreviation, where its name ends with one in brackets.
    fn short_role(self, role: RoleId) -> String {
        inline(short(self.name(&self.scenario.roles[role.index()])))
    }

    /// The same at the beginning of a sentence.
    fn role_first(self, role: RoleId) -> String {
        capital(&self.short_role(role))
    }

    /// Of the hires of a role in twenty equally likely futures, those between which sixteen are.
    fn hired_mostly(self, fan: &Fan) -> Option<String> {
        let (low, high) = (fan.totals.get(MIDDLE.0)?, fan.totals.get(MIDDLE.1)?);
        Some(range(f64::from(*low), f64::from(*high), self.locale))
    }

    /// Money in short.
    fn money(self, value: f64) -> String {
        self.locale.money_short(value, 1)
    }

    /// A figure with its texts.
    pub(crate) fn chart(self, key: &str, title: String, subtitle: String, figure: Figure) -> Chart {
        Chart::new(key, [title, subtitle, self.source(self.chance.0, self.chance.1)], figure)
    }
}

fn some(chart: Option<Chart>) -> impl Iterator<Item = Block> {
    chart.map(Block::Chart).into_iter()
}

/// Whether in each of twenty equally likely futures as many are hired.
fn is_constant(fan: &Fan) -> bool {
    fan.totals.iter().all(|it| *it == fan.totals[0])
}

/// Whether something certainly is more than nothing.
fn certainly_more(it: Interval) -> bool {
    it.low > 0.0
}

/// A probability with its interval: `92 % (89–94)`.
fn probability(kept: &Kept, locale: Locale) -> String {
    let bare = |it: f64| locale.number(100.0 * it, 0);
    let (low, high) = (bare(kept.share.low), bare(kept.share.high));
    let share = locale.share(kept.share.value, 0);
    if low == high { share } else { format!("{share}\u{a0}({low}–{high})") }
}

/// Two whole numbers, said once where they are the same: `5–8`.
fn range(low: f64, high: f64, locale: Locale) -> String {
    let (low, high) = (locale.number(low, 0), locale.number(high, 0));
    if low == high { low } else { format!("{low}–{high}") }
}
