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
pub(crate) mod staged;

use super::cautions::in_words_of_scenario;
use super::claims::table;
use super::context::Context;
use super::phrase::{capital, sentences};
use super::sensitivity;
use super::told::Told;
use crate::plan::answer::Answer;
use crate::report::{
    Block, Caution, Chart, Document, Finding, Locale, Section, Shown, Table, Word, texts,
};
use crate::scenario::{Study, Worlds};
use staged::{Decided, vacancies};

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
    let decided = Decided::of(planned);
    let say = |word: Word| planned.say(word);
    let table = |it: Option<Table>| it.map(Block::Table).into_iter();
    let chart = |it: Option<Chart>| it.map(Block::Chart).into_iter();
    let some = |is_there: bool, it: fn(Planned<'_>) -> Table| match is_there {
        true => vec![Block::Table(it(planned))],
        false => Vec::new(),
    };
    let hires = table(vacancies::table(decided)).chain(table(vacancies::people(decided)));
    let doubts = match cautions(planned) {
        none if none.is_empty() => Vec::new(),
        cautions => vec![Block::Cautions(cautions)],
    };
    let load = chart(decision::why(planned, told)).chain(evidence::load(told));
    let backlog = evidence::backlog(told).into_iter();
    let sections = [
        ("answer", say(Word::Answer), opening(planned, decided)),
        ("hires", say(Word::Hires), hires.collect()),
        ("then", say(Word::ThenHeading), decided.then()),
        ("beside", say(Word::AlternativesTitle), decided.beside()),
        ("explained", say(Word::ExplainedHeading), decided.explained()),
        ("promises", say(Word::Promises), table(decided.promises()).collect()),
        ("cautions", say(Word::Cautions), doubts),
        ("dates", say(Word::Dates), dates(planned)),
        ("effect", say(Word::Effect), evidence::effect(planned, told)),
        ("kept", say(Word::PromisesByMonth), kept(planned, told)),
        ("load", say(Word::Load), load.collect()),
        ("backlog", say(Word::Backlog), backlog.collect()),
        ("unknowns", say(Word::Unknowns), unknowns(planned)),
        ("levels", say(Word::Levels), some(!answer.levels.is_empty(), plan_tables::levels)),
        ("rules", say(Word::Rules), some(!answer.rules.is_empty(), plan_tables::rules)),
        ("claims", say(Word::Claims), claims(planned)),
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

/// What to do, in words.
fn opening(planned: Planned<'_>, decided: Decided<'_>) -> Vec<Block> {
    let decided = match planned.answer.main.goals.is_empty() {
        true => Vec::new(),
        false => decided.findings(),
    };
    decided.into_iter().chain(findings::beside(planned)).map(Block::Finding).collect()
}

/// The best plan that fixes every date at once: what the evidence below is about.
fn dates(planned: Planned<'_>) -> Vec<Block> {
    let main = &planned.answer.main;
    if main.goals.is_empty() {
        return Vec::new();
    }
    let said = decision::decision(planned).into_iter().chain(findings::of_dates(planned));
    let one = |it: Finding| sentences(&[it.headline, it.detail]);
    let mut blocks = vec![Block::Paragraph(planned.say(Word::DatesNote))];
    blocks.push(Block::List(said.map(one).collect()));
    if !main.hires.is_empty() {
        blocks.extend(charts::schedule(planned).map(Block::Chart));
        blocks.push(Block::Table(plan_tables::hires(planned)));
    }
    blocks.extend(charts::trade_off(planned).map(Block::Chart));
    if !planned.answer.curve.is_empty() {
        blocks.push(Block::Table(plan_tables::money(planned)));
    }
    blocks
}

/// How each promise is kept month by month.
fn kept(planned: Planned<'_>, told: Told<'_>) -> Vec<Block> {
    let goals = !planned.answer.main.goals.is_empty();
    let table = goals.then(|| Block::Table(plan_tables::promises(planned)));
    table.into_iter().chain(evidence::promises(planned, told)).collect()
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
    let mut cautions: Vec<Caution> = Decided::of(planned).cautions();
    for &role in &main.too_late {
        let role = capital(&planned.role(role));
        cautions.push(Caution {
            reason: planned.say(texts::TooLate { role }),
            advice: planned.say(Word::TooLateAdvice),
        });
    }
    if !Decided::of(planned).reached() && !main.goals.is_empty() {
        cautions.push(Caution {
            reason: planned.say(Word::Overdraft),
            advice: planned.say(Word::OverdraftAdvice),
        });
    }
    cautions.extend(in_words_of_scenario(planned.scenario, planned.locale));
    cautions
}
