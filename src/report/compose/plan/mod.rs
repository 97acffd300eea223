//! The hiring decision in words: the answer first, then the tables and charts it rests on.

mod charts;
pub mod files;
mod findings;
pub(crate) mod parts;
pub(super) mod tables;
pub mod words;

use super::cautions::in_words_of_scenario;
use crate::plan::answer::Answer;
use crate::report::{Block, Caution, Document, Locale, Noun, Section, counted};
use crate::scenario::{Scenario, Study};
use parts::capital;
use words::Say;

/// Sections that a terminal shows.
const ESSENTIAL: [&str; 6] = ["answer", "hires", "promises", "levels", "rules", "cautions"];

/// Everything a sentence about a plan may need.
#[derive(Clone, Copy)]
pub struct Planned<'a> {
    /// The main reading and its policies.
    pub study: &'a Study,
    /// Its scenario under the baseline.
    pub scenario: &'a Scenario,
    /// The decision.
    pub answer: &'a Answer,
    /// In which language.
    pub locale: Locale,
    /// Where all chance began.
    pub seed: u64,
}

impl<'a> Planned<'a> {
    /// A study and its answer.
    pub fn new(study: &'a Study, answer: &'a Answer, locale: Locale, seed: u64) -> Self {
        Self {
            study,
            scenario: &study.baseline().scenario,
            answer,
            locale,
            seed,
        }
    }

    fn say(self, say: Say, values: &[(&str, &str)]) -> String {
        say.filled(self.locale.lang, values)
    }

    fn months(self) -> String {
        let months = self.scenario.timeline.months() as f64;
        counted(months, Noun::MONTH, self.locale)
    }

    /// Where the numbers of a chart come from.
    fn source(self) -> String {
        let values = [
            ("version", env!("CARGO_PKG_VERSION")),
            ("scenario", &*self.scenario.name),
            ("replications", &*self.replications()),
            ("seed", &*self.seed.to_string()),
        ];
        self.say(Say::SourceLine, &values)
    }

    fn replications(self) -> String {
        counted(
            self.answer.replications as f64,
            Noun::REPLICATION,
            self.locale,
        )
    }
}

/// The whole answer.
pub fn plan(planned: Planned<'_>) -> Document {
    let answer = planned.answer;
    let findings = findings::all(planned).into_iter().map(Block::Finding);
    let mut sections = vec![section(planned, "answer", Say::Answer, findings.collect())];
    let mut add = |key: &str, heading: Say, blocks: Vec<Block>| {
        sections.push(section(planned, key, heading, blocks));
    };
    let table = |it| vec![Block::Table(it)];
    if !answer.main.hires.is_empty() {
        add("hires", Say::Hires, table(tables::hires(planned)));
    }
    if !answer.main.goals.is_empty() {
        add("promises", Say::Promises, table(tables::promises(planned)));
    }
    if !answer.levels.is_empty() {
        add("levels", Say::Levels, table(tables::levels(planned)));
    }
    if !answer.rules.is_empty() {
        add("rules", Say::Rules, table(tables::rules(planned)));
    }
    if !answer.main.claims.is_empty() {
        add("claims", Say::Claims, table(tables::claims(planned)));
    }
    add("money", Say::Money, table(tables::money(planned)));
    let cautions = cautions(planned);
    if !cautions.is_empty() {
        add("cautions", Say::Cautions, vec![Block::Cautions(cautions)]);
    }
    add("charts", Say::Charts, charts::all(planned));
    Document {
        locale: planned.locale,
        title: planned.say(Say::Title, &[]),
        subtitle: subtitle(planned),
        sections,
    }
}

/// The part of it that is read on a terminal.
pub fn brief(document: &Document) -> Document {
    let is_essential = |it: &&Section| ESSENTIAL.contains(&&*it.key);
    Document {
        sections: document
            .sections
            .iter()
            .filter(is_essential)
            .cloned()
            .collect(),
        ..document.clone()
    }
}

fn section(planned: Planned<'_>, key: &str, heading: Say, blocks: Vec<Block>) -> Section {
    Section {
        key: key.into(),
        heading: planned.say(heading, &[]),
        blocks,
    }
}

fn subtitle(planned: Planned<'_>) -> String {
    let (scenario, locale) = (planned.scenario, planned.locale);
    let months = super::phrase::months(scenario);
    let (Some(first), Some(last)) = (months.first(), months.last()) else {
        return String::new();
    };
    let values = [
        (
            "title",
            parts::title(&scenario.title, &scenario.name, locale),
        ),
        ("from", &*locale.month(*first)),
        ("to", &*locale.month(*last)),
        (
            "confidence",
            &*locale.share_short(planned.answer.main.confidence),
        ),
        ("replications", &*planned.replications()),
    ];
    planned.say(Say::Subtitle, &values)
}

fn cautions(planned: Planned<'_>) -> Vec<Caution> {
    let main = &planned.answer.main;
    let mut cautions: Vec<Caution> = Vec::new();
    for &role in &main.too_late {
        let role = capital(&parts::role(planned.scenario, role, planned.locale));
        cautions.push(Caution {
            reason: planned.say(Say::TooLate, &[("role", &role)]),
            advice: planned.say(Say::TooLateAdvice, &[]),
        });
    }
    if !main.proved && !main.goals.is_empty() {
        cautions.push(Caution {
            reason: planned.say(Say::Overdraft, &[]),
            advice: planned.say(Say::OverdraftAdvice, &[]),
        });
    }
    cautions.extend(in_words_of_scenario(planned.scenario, planned.locale));
    cautions
}
