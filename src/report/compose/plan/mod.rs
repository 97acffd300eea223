//! The hiring decision in words: the answer first, then the tables and charts it rests on.

mod about;
mod charts;
mod decision;
mod evidence;
mod findings;
pub(crate) mod plan_csv;
mod plan_tables;
mod readings;
mod required;
#[cfg(test)]
mod sentences;

use super::cautions::in_words_of_scenario;
use super::claims::table;
use super::context::Context;
use super::phrase::capital;
use super::sensitivity;
use super::told::Told;
use crate::plan::answer::Answer;
use crate::report::{Block, Caution, Chart, Document, Locale, Section, Shown, Table, Word, texts};
use crate::scenario::{Study, Worlds};

/// Everything a sentence about a plan may need.
#[derive(Clone, Copy)]
pub struct Planned<'a> {
    /// The main reading and its policies.
    pub(crate) study: &'a Study,
    /// Its scenario under the baseline, and the language.
    pub(crate) context: Context<'a>,
    /// The decision.
    pub(crate) answer: &'a Answer,
    /// Where all chance began.
    pub(crate) seed: u64,
    /// The command that gives the same plan again.
    pub(crate) command: &'a str,
}

impl<'a> Planned<'a> {
    /// A study and its answer.
    pub fn new(
        study: &'a Study,
        answer: &'a Answer,
        locale: Locale,
        seed: u64,
        command: &'a str,
    ) -> Self {
        let context = Context { scenario: &study.baseline().scenario, locale };
        Self { study, context, answer, seed, command }
    }

    /// Where the numbers of a chart come from.
    fn source(self) -> String {
        self.context.source(self.answer.replications as u64, self.seed)
    }

    fn replications(self) -> String {
        self.context.replications(self.answer.replications as u64)
    }
}

impl<'a> std::ops::Deref for Planned<'a> {
    type Target = Context<'a>;

    fn deref(&self) -> &Self::Target {
        &self.context
    }
}

/// The whole answer.
pub fn plan(planned: Planned<'_>) -> Document {
    let answer = planned.answer;
    let outcome = evidence::named(planned);
    let told = Told { plan: Some(1), ..Told::new(planned.study, &outcome, planned.locale) };
    let mut opening: Vec<Block> = Vec::new();
    opening.extend(decision::decision(planned).map(Block::Finding));
    opening.extend(decision::why(planned, told).map(Block::Chart));
    opening.extend(findings::all(planned).into_iter().map(Block::Finding));
    let say = |word: Word| planned.say(word);
    let chart = |it: Option<Chart>| it.map(Block::Chart).into_iter();

    let mut hires = Vec::new();
    if !answer.main.hires.is_empty() {
        hires.extend(chart(charts::schedule(planned)));
        hires.push(Block::Table(plan_tables::hires(planned)));
        hires.push(Block::Table(about::hiring(planned)));
    }
    let mut promises = Vec::new();
    if !answer.main.goals.is_empty() {
        promises.push(Block::Table(plan_tables::promises(planned)));
    }
    promises.extend(evidence::promises(planned, told));
    let some = |is_there: bool, it: fn(Planned<'_>) -> Table| match is_there {
        true => vec![Block::Table(it(planned))],
        false => Vec::new(),
    };
    let mut money: Vec<Block> = chart(charts::trade_off(planned)).collect();
    money.push(Block::Table(plan_tables::money(planned)));
    let doubts = match cautions(planned) {
        none if none.is_empty() => Vec::new(),
        cautions => vec![Block::Cautions(cautions)],
    };
    let backlog = evidence::backlog(told).into_iter().collect();
    let sections = [
        ("answer", say(Word::Answer), opening),
        ("hires", say(Word::Hires), hires),
        ("effect", say(Word::Effect), evidence::effect(planned, told)),
        ("promises", say(Word::Promises), promises),
        ("load", say(Word::Load), evidence::load(told)),
        ("backlog", say(Word::Backlog), backlog),
        ("money", say(Word::Money), money),
        ("unknowns", say(Word::Unknowns), unknowns(planned)),
        ("levels", say(Word::Levels), some(!answer.levels.is_empty(), plan_tables::levels)),
        ("rules", say(Word::Rules), some(!answer.rules.is_empty(), plan_tables::rules)),
        ("claims", say(Word::Claims), claims(planned)),
        ("cautions", say(Word::Cautions), doubts),
        ("inputs", say(Word::Inputs), about::inputs(planned)),
        ("months", say(Word::Months), evidence::by_month(planned, told)),
        ("verified", say(Word::Verified), about::verified(planned)),
        ("again", say(Word::Again), about::again(planned)),
    ];
    let section = |(key, heading, blocks): (&str, String, Vec<Block>)| Section {
        key: key.into(),
        heading,
        blocks,
    };
    let there = sections.into_iter().filter(|it| !it.2.is_empty());
    Document {
        locale: planned.locale,
        title: planned.say(Word::Title),
        subtitle: subtitle(planned),
        sections: there.map(section).collect(),
    }
}

/// What becomes of each claim in both readings, and the numbers behind it.
fn claims(planned: Planned<'_>) -> Vec<Block> {
    let main = &planned.answer.main;
    if main.claims.is_empty() {
        return Vec::new();
    }
    let numbers = Table {
        key: "claim-numbers".into(),
        title: planned.say(Word::ClaimNumbers),
        shown: Shown::Folded,
        ..table(planned.context, &Worlds::one(Vec::new()), &main.claims).without_empty_columns()
    };
    vec![Block::Table(plan_tables::claims(planned)), Block::Table(numbers)]
}

/// Which unknown numbers decide the date that is not obvious, and whether the plan is enough.
fn unknowns(planned: Planned<'_>) -> Vec<Block> {
    let evidence = &planned.answer.evidence;
    let asked = [("what-dates", &evidence.date), ("what-keeps", &evidence.kept)];
    let each = asked.into_iter().filter_map(|(key, found)| {
        let moved = sensitivity::Moved {
            context: planned.context,
            found: found.as_ref()?,
            seed: planned.seed,
        };
        Some(sensitivity::blocks(moved, key))
    });
    each.flatten().collect()
}

fn subtitle(planned: Planned<'_>) -> String {
    let (scenario, locale) = (planned.scenario, planned.locale);
    let months = scenario.timeline.first_days();
    let (Some(first), Some(last)) = (months.first(), months.last()) else {
        return String::new();
    };
    planned.say(texts::Subtitle {
        title: planned.name(scenario),
        from: locale.month(*first),
        to: locale.month(*last),
        promise: planned.promise(),
        confidence: locale.share_short(planned.answer.main.confidence),
        replications: planned.replications(),
    })
}

fn cautions(planned: Planned<'_>) -> Vec<Caution> {
    let main = &planned.answer.main;
    let mut cautions: Vec<Caution> = Vec::new();
    for &role in &main.too_late {
        let role = capital(&planned.role(role));
        cautions.push(Caution {
            reason: planned.say(texts::TooLate { role }),
            advice: planned.say(Word::TooLateAdvice),
        });
    }
    if !main.proved && !main.goals.is_empty() {
        cautions.push(Caution {
            reason: planned.say(Word::Overdraft),
            advice: planned.say(Word::OverdraftAdvice),
        });
    }
    cautions.extend(in_words_of_scenario(planned.scenario, planned.locale));
    cautions
}
