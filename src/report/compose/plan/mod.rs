//! The hiring decision in words: the answer first, then the tables and charts it rests on.

mod about;
mod evidence;
mod findings;
pub(crate) mod plan_csv;
mod required;
#[cfg(test)]
mod sentences;
pub(crate) mod so_far;
pub(crate) mod staged;

pub(crate) use findings::about;

use super::cautions::doubted;
use super::claims;
use super::context::{Context, in_context};
use super::phrase::capital;
use super::scenario_cautions::in_words_of_scenario;
use super::sensitivity;
use super::told::Told;
use crate::plan::answer::Answer;
use crate::report::{Block, Caution, Chart, Document, Locale, Section, Table, Word, texts};
use crate::scenario::Study;
use staged::charts::schedule;
use staged::{Decided, budget, vacancies};

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

    fn replications(self) -> String {
        self.context.replications(self.answer.replications as u64)
    }
}

in_context!(Planned);

/// The whole answer.
pub fn plan(planned: Planned<'_>) -> Document {
    let outcome = evidence::named(planned);
    let told = Told { plan: Some(1), ..Told::new(planned.study, &outcome, planned.locale) };
    let decided = Decided::of(planned);
    let say = |word: Word| planned.say(word);
    let table = |it: Option<Table>| it.map(Block::Table).into_iter();
    let chart = |it: Option<Chart>| it.map(Block::Chart).into_iter();
    let hires = chart(schedule(decided))
        .chain(table(vacancies::table(decided)))
        .chain(budget::tables(decided).into_iter().map(Block::Table))
        .chain(table(vacancies::people(decided)))
        .chain(table(budget::replacements(decided)));
    let doubts = match cautions(planned, told) {
        none if none.is_empty() => Vec::new(),
        cautions => vec![Block::Cautions(cautions)],
    };
    let load = chart(evidence::why(decided, told)).chain(evidence::load(decided, told));
    let backlog = evidence::backlog(told).into_iter();
    let sections = [
        ("answer", say(Word::Answer), opening(planned, decided)),
        ("hires", say(Word::Hires), hires.collect()),
        ("then", say(Word::ThenHeading), decided.then()),
        ("beside", say(Word::AlternativesTitle), decided.beside()),
        ("explained", say(Word::ExplainedHeading), decided.explained()),
        ("promises", say(Word::Promises), table(decided.promises()).collect()),
        ("cautions", say(Word::Cautions), doubts),
        ("effect", say(Word::Effect), evidence::effect(decided, told)),
        ("kept", say(Word::PromisesByMonth), evidence::promises(planned, told)),
        ("load", say(Word::Load), load.collect()),
        ("backlog", say(Word::Backlog), backlog.collect()),
        ("unknowns", say(Word::Unknowns), unknowns(planned)),
        ("claims", say(Word::Claims), tested(planned)),
        ("inputs", say(Word::Inputs), about::inputs(planned)),
        ("months", say(Word::Months), evidence::by_month(planned, told)),
        ("verified", say(Word::Verified), about::verified(planned)),
        ("again", say(Word::Again), about::again(planned)),
    ];
    let section =
        |(key, heading, blocks): (&str, String, Vec<Block>)| Section::new(key, heading, blocks);
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
    let decided = match planned.answer.goals.is_empty() {
        true => Vec::new(),
        false => decided.findings(),
    };
    decided.into_iter().chain(findings::beside(planned)).map(Block::Finding).collect()
}

/// What becomes of each claim over all readings of the document.
fn tested(planned: Planned<'_>) -> Vec<Block> {
    let (claims, worlds) = (&planned.answer.claims, &planned.study.worlds);
    if claims.is_empty() {
        return Vec::new();
    }
    let table = claims::table(planned.context, worlds, claims).without_empty_columns();
    vec![Block::Finding(claims::summary(planned.context, worlds, claims)), Block::Table(table)]
}

/// Which unknown numbers decide whether the plan is enough.
fn unknowns(planned: Planned<'_>) -> Vec<Block> {
    let Some(found) = &planned.answer.evidence.kept else {
        return Vec::new();
    };
    let moved = sensitivity::Moved { context: planned.context, found, seed: planned.seed };
    // What does not move the probability may well be worth measuring.
    let decided = Decided::of(planned);
    let aside = decided.measures().then(|| planned.say(Word::MeasuringIsForMoney));
    sensitivity::blocks(moved, "what-keeps", aside)
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
        confidence: locale.share_short(planned.answer.staged.confidence),
        replications: planned.replications(),
    })
}

fn cautions(planned: Planned<'_>, told: Told<'_>) -> Vec<Caution> {
    let answer = planned.answer;
    let mut cautions: Vec<Caution> = Decided::of(planned).cautions();
    for &role in &answer.too_late {
        let role = capital(&planned.role(role));
        cautions.push(Caution {
            reason: planned.say(texts::TooLate { role }),
            advice: planned.say(Word::TooLateAdvice),
        });
    }
    cautions.extend(evidence::left_open(told));
    // What is reached and not proved is told beside the probability.
    let reached = answer.staged.kept.share.value >= answer.staged.confidence;
    if !reached && !answer.goals.is_empty() {
        cautions.push(Caution {
            reason: planned.say(Word::Overdraft),
            advice: planned.say(match answer.staged.capped.binds {
                true => Word::OverdraftWithin,
                false => Word::OverdraftAdvice,
            }),
        });
    }
    cautions.extend(doubted(planned.context));
    cautions.extend(in_words_of_scenario(planned.scenario, planned.locale));
    cautions
}
