//! When: the plan for the levers as they stand, as `plan` makes it of the saved file.

use super::answer::NoAnswer;
use super::question::{self, Question};
use super::turns::Asked;
use super::{Ask, Refused, levers, promised};
use crate::plan::answer::{Answer, Terms, answer, expected_replications};
use crate::plan::load::run_size::Volume;
use crate::plan::promises::Promises;
use crate::plan::search::run::Run;
use crate::report::compose::judged_otherwise;
use crate::report::compose::plan::staged::Decided;
use crate::report::compose::plan::{Planned, plan};
use crate::report::html::fragment;
use crate::report::{Block, Locale, Section, Sentence, Word, texts};
use crate::scenario::{Lang, Study};
use serde::Serialize;

/// Sections of the report that answer "when": its first lines, whom to hire, the fan and the map.
const SHOWN: [&str; 4] = ["answer", "hires", "then", "cautions"];
/// More work than this, in items of all replications, is no matter of minutes.
const MOST_ITEMS: f64 = 2e9;

/// A plan as the page shows it.
#[derive(Debug, Serialize)]
pub(crate) struct When {
    /// Sentences, tables and charts, as a part of a page.
    html: String,
    /// What measuring a number saves, by what its lever moves.
    saves: Vec<Refused>,
    /// The command that gives the same plan of the saved file.
    command: String,
}

impl Ask {
    /// Makes the plan; `progress` hears which share of it is done.
    pub(crate) fn plan(
        &self,
        question: &Question,
        lang: Lang,
        asked: &Asked,
        progress: &(dyn Fn(f64) + Sync),
    ) -> Result<When, NoAnswer> {
        let overrides = question.overrides(self.baseline(lang).as_deref());
        let mut study = (self.load)(&overrides, lang).map_err(NoAnswer::Refused)?;
        let seed = self.seed.unwrap_or(study.baseline().scenario.seed);
        let key = promised::key(&study, question, seed);
        // As `--policy` does: what the levers ask is what is now.
        let live = question::key(0);
        let position = study.policies.iter().position(|it| it.key == live);
        study.lead(position.unwrap_or(0));
        let expected = expected_replications(&study, false);
        let scenario = &study.baseline().scenario;
        if Volume::of(scenario).items * expected as f64 > MOST_ITEMS {
            let words = Word::WhenTooLarge.text(lang).to_owned();
            return Err(NoAnswer::Refused(vec![Refused { path: String::new(), words }]));
        }
        let locale = Locale::new(lang, &scenario.currency);
        let terms = Terms::of(&scenario.planning);
        let done = |done: usize| progress((done as f64 / expected as f64).min(1.0));
        let run = Run::new(seed, self.threads, &done, &asked.stop);
        let found = asked.in_turn(|| answer(&study, &terms, &run)).flatten();
        let found = found.ok_or(NoAnswer::Stopped)?;
        let above = self.promised.of(&key).map(|it| it.under(scenario));
        let command = self.again(question, seed, lang);
        Ok(shown(&study, &found, above.as_ref(), (locale, seed), command))
    }

    /// The command that gives the same plan.
    fn again(&self, question: &Question, seed: u64, lang: Lang) -> String {
        let lang = lang.code();
        match question {
            it if *it == Question::default() => {
                format!("staffcast plan {} --seed {seed} --lang {lang}", self.file)
            }
            it => {
                let policy = if it.variants.is_empty() { "" } else { " --policy what-if" };
                format!("staffcast plan what-if.toml{policy} --seed {seed} --lang {lang}")
            }
        }
    }
}

/// `above`: the promises that the page's own sentence speaks of.
fn shown(
    study: &Study,
    found: &Answer,
    above: Option<&Promises>,
    (locale, seed): (Locale, u64),
    command: String,
) -> When {
    let planned = Planned::new(study, found, locale, seed, &command);
    let mut document = plan(planned);
    document.sections.retain(|it| SHOWN.contains(&&*it.key));
    let decided = Decided::of(planned);
    let here = Promises {
        goals: found.goals.iter().map(|it| it.goal.clone()).collect(),
        from: found.goals.iter().map(|it| it.from).collect(),
    };
    let otherwise = above.and_then(|above| judged_otherwise(decided.context, &here, above));
    document.sections[0].blocks.extend(otherwise.map(Block::Paragraph));
    let scenario = &study.baseline().scenario;
    let terms = Terms::of(&scenario.planning);
    let bought = decided.bought();
    if (terms.max_people.is_some() || terms.budget.is_some()) && !bought.is_empty() {
        // Whoever may have only so much asks first what each person of it buys.
        let heading = Word::WhenBought.text(locale.lang);
        document.sections.insert(1, Section::new("bought", heading, bought));
    }
    let saves = found.staged.measure.iter().filter_map(|it| {
        let saves = decided.saves(it)?;
        let words = texts::LeverSaves { saves }.in_lang(locale.lang);
        Some(Refused { path: levers::set_of(&scenario.inputs[it.what.index()]).to_owned(), words })
    });
    When { html: fragment(&document, "plan-"), saves: saves.collect(), command }
}
