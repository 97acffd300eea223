//! Answer: a question run beside the baseline, shown as early as possible and refined.

use super::Ask;
use super::known::Rows;
use super::question::Question;
use super::turns::Asked;
use crate::experiment::{GrowingStudy, Outcome};
use crate::measure::Readings;
use crate::plan::load::run_size::Volume;
use crate::report::compose::context::Context;
use crate::report::{Document, Locale, compose, html};
use crate::scenario::{Lang, Problem, Study};
use serde::Serialize;
use std::sync::Arc;

/// Replications after which the answer is shown.
const SHOWN: [u64; 5] = [8, 25, 50, 100, ALL];
/// After so many it is whole.
const ALL: u64 = 200;
/// Replications of one turn: so many are soon done, and then another page has its turn.
const TURN: u64 = 10;
/// More work than this, in items of all replications, is no matter of seconds.
const MOST_ITEMS: f64 = 2e8;

/// A picture of the answer so far.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Picture {
    /// Replications that it rests on, and how many there will be.
    done: u64,
    of: u64,
    /// Whether more of them hardly change the verdict.
    clear: bool,
    /// What its policies are called: each has one colour.
    names: Vec<String>,
    /// Sentence, charts and tables, as a part of a page.
    html: String,
}

/// What is wrong with a question: the lever's position where it is known, and the words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Refused {
    /// Path of the value, such as `roles.clerk.headcount`.
    pub(crate) path: String,
    /// What is wrong and what to write instead.
    pub(crate) words: String,
}

impl Refused {
    /// What the check says of a scenario.
    pub(crate) fn of(problem: &Problem, lang: Lang) -> Self {
        let instead = problem.instead.as_ref().map(|it| format!(" → {}", it.in_lang(lang)));
        let words = problem.what.in_lang(lang).to_owned() + &instead.unwrap_or_default();
        Self { path: problem.path.clone(), words }
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum NoAnswer {
    /// The question is wrong.
    Refused(Vec<Refused>),
    /// Nobody waits for it any more.
    Stopped,
}

/// A question that was read.
pub(crate) struct Reading {
    /// The baseline and the what-ifs.
    pub(crate) study: Study,
    pub(crate) locale: Locale,
}

impl Ask {
    /// Reads a question with the checker's own rules.
    pub(crate) fn read(&self, question: &Question, lang: Lang) -> Result<Reading, Vec<Refused>> {
        let overrides = question.overrides(self.baseline(lang).as_deref());
        let mut study = (self.load)(&overrides, lang)?;
        let (baseline, count) = (study.baseline().key.clone(), question.variants.len());
        let kept: Vec<String> = (0..count).map(super::question::key).collect();
        study.retain(|it| it.key == baseline || kept.contains(&it.key));
        let items: f64 = study.policies.iter().map(|it| Volume::of(&it.scenario).items).sum();
        if items * ALL as f64 > MOST_ITEMS {
            let words = crate::report::Word::PageTooLarge.text(lang).to_owned();
            return Err(vec![Refused { path: String::new(), words }]);
        }
        let locale = Locale::new(lang, &study.baseline().scenario.currency);
        Ok(Reading { study, locale })
    }

    /// Answers a question, better and better; `show` says whether somebody still looks.
    pub(crate) fn answer(
        &self,
        question: &Question,
        lang: Lang,
        asked: &Asked,
        mut show: impl FnMut(Picture) -> bool,
    ) -> Result<(), NoAnswer> {
        let reading = self.read(question, lang).map_err(NoAnswer::Refused)?;
        let Reading { study, locale } = &reading;
        let context = Context { scenario: &study.baseline().scenario, locale: *locale };
        let names: Vec<String> =
            study.policies.iter().map(|it| context.name(it).to_owned()).collect();
        let shown = |document: &Document, done: u64, clear: bool| {
            let html = html::fragment(document, "");
            show(Picture { done, of: ALL, clear, names: names.clone(), html })
        };
        self.grow(&reading, question, asked, shown).map(|_| ()).ok_or(NoAnswer::Stopped)
    }

    /// Runs what every page asks first, before anybody does.
    pub(crate) fn prepare(&self, asked: &Asked) {
        // Where this is not done, whoever asks first waits for it.
        let _ = self.whole(&Question::default(), Lang::default(), asked);
    }

    /// The whole answer to a question: as a document, as numbers, and their currency.
    pub(crate) fn whole(
        &self,
        question: &Question,
        lang: Lang,
        asked: &Asked,
    ) -> Result<(Document, Outcome, String), NoAnswer> {
        let reading = self.read(question, lang).map_err(NoAnswer::Refused)?;
        let grown =
            self.grow(&reading, question, asked, |_, _, _| true).ok_or(NoAnswer::Stopped)?;
        Ok((grown.0, grown.1, reading.study.baseline().scenario.currency.clone()))
    }

    fn grow(
        &self,
        Reading { study, locale }: &Reading,
        question: &Question,
        asked: &Asked,
        mut shown: impl FnMut(&Document, u64, bool) -> bool,
    ) -> Option<(Document, Outcome)> {
        let seed = self.seed.unwrap_or(study.baseline().scenario.seed);
        let rows = study.policies.iter().map(|it| self.known.of(&it.scenario, seed));
        let rows: Vec<Arc<Rows>> = rows.collect();
        let known = |policy: usize, replication: u64| rows[policy].get(replication);
        let growing = GrowingStudy::new(&study.policies, seed, self.threads)?;
        let mut growing = growing.knowing(&known);
        let mut replication = 0;
        let mut keep = |readings: &[Readings]| {
            rows.iter().zip(readings).for_each(|(rows, own)| rows.put(replication, own));
            replication += 1;
        };
        let mut done = 0;
        let confidence = study.baseline().scenario.planning.confidence;
        let mut grown = None;
        for wanted in SHOWN {
            while done < wanted {
                done = wanted.min(done + TURN);
                let work = || growing.grow(done, &mut keep, &|_| (), &asked.stop);
                asked.in_turn(work).filter(|all| *all)?;
            }
            let found = growing.outcome();
            let must = done == ALL;
            let kept = self.kept((study, question), (&found, &rows), (asked, must));
            let document = compose::what_if(study, &found, kept.as_ref(), (*locale, ALL));
            let clear = kept.is_some_and(|it| it.is_clear(confidence));
            if !shown(&document, done, clear) || asked.is_stopped() {
                return None;
            }
            grown = Some((document, found));
        }
        grown
    }
}
