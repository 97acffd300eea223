//! A run that is told: what was asked, in which language, and what was found.

use super::context::{Context, in_context};
use crate::experiment::{Outcome, PolicyOutcome};
use crate::plan::promises::Promises;
use crate::report::{Locale, texts};
use crate::scenario::Study;

/// Everything a sentence may need.
#[derive(Clone, Copy)]
pub(crate) struct Told<'o> {
    /// What was asked.
    pub(crate) study: &'o Study,
    /// The scenario under the baseline, and the language.
    pub(crate) context: Context<'o>,
    /// What was found.
    pub(crate) outcome: &'o Outcome,
    /// The policy that is proposed, where there is one: it stands out.
    pub(crate) plan: Option<usize>,
    /// What is promised, where the sentence speaks of that: charts and titles then do so too.
    pub(crate) promises: Option<&'o Promises>,
}

impl<'o> Told<'o> {
    pub(crate) fn new(study: &'o Study, outcome: &'o Outcome, locale: Locale) -> Self {
        let context = Context { scenario: &study.baseline().scenario, locale };
        Self { study, context, outcome, plan: None, promises: None }
    }

    /// The share of an SLA that is promised, where another than its target may be.
    pub(crate) fn promised(self, sla: &str) -> Option<f64> {
        let scenario = self.scenario;
        let mut goals = self.promises?.goals.iter();
        goals.find(|it| scenario.slas[it.sla.index()].key == sla).map(|it| it.share)
    }

    /// The first policy.
    pub(crate) fn baseline(self) -> &'o PolicyOutcome {
        &self.outcome.policies[0]
    }

    /// A policy's name, quoted.
    pub(crate) fn policy(self, policy: usize) -> String {
        self.quoted(&self.outcome.policies[policy])
    }

    /// How many months are counted.
    pub(crate) fn months(self) -> usize {
        self.outcome.months.len()
    }

    /// How many replications were made.
    pub(crate) fn replications(self) -> String {
        self.context.replications(self.outcome.replications)
    }

    /// Where the numbers of a chart come from.
    pub(crate) fn source(self) -> String {
        self.say(texts::SourceLine {
            version: env!("CARGO_PKG_VERSION"),
            scenario: &self.scenario.name,
            replications: self.replications(),
            seed: self.outcome.seed,
        })
    }
}

in_context!(Told);
