//! What the commands that plan share: their options, the study they plan from, their work.

use super::failure::Failure;
use super::options::{Common, Reading, Scenario};
use super::progress::News;
use super::rules::Rules;
use super::{study, today, what_if};
use crate::plan::load::run_size::Volume;
use crate::plan::search::run::{Run, SoFar};
use crate::report::compose::plan::so_far::so_far;
use crate::scenario::Study;
use clap::Args;

/// What a command that plans is told.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Planning {
    #[command(flatten)]
    pub(crate) reading: Reading,
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Take this policy instead of the first as what is now
    #[arg(long, value_name = "NAME")]
    pub(crate) policy: Option<String>,
    #[command(flatten)]
    pub(crate) common: Common,
}

impl Planning {
    /// Reads the scenario; the policy that was chosen stands first.
    pub(crate) fn study(&self, scenario: &Scenario) -> Result<Study, Failure> {
        let mut study = what_if::everywhere(scenario, &self.reading)?;
        let ruled = what_if::ruled(scenario, &self.reading, &self.rules, &study)?;
        what_if::change_everywhere(&mut study, &ruled);
        if let Some(name) = &self.policy {
            let lang = self.reading.locale(&study).lang;
            study::require(&study, std::slice::from_ref(name), lang)?;
            let position = study.policies.iter().position(|it| it.key == *name);
            study.lead(position.unwrap_or(0));
        }
        if !self.common.quiet {
            today::doubt_start(&study, self.reading.locale(&study));
        }
        Ok(study)
    }

    /// Does what takes about so many replications of the study.
    pub(crate) fn work<R>(
        &self,
        study: &Study,
        expected: usize,
        work: impl FnOnce(&Run) -> Option<R>,
    ) -> Result<R, Failure> {
        let volume = Volume::of(&study.baseline().scenario);
        let locale = self.reading.locale(study);
        self.common.work(vec![volume], expected as u64, locale, |progress, say, stop| {
            let progress = |done: usize| progress(done as u64);
            let news = |known: &SoFar| {
                let words = so_far(known, &study.baseline().scenario, locale);
                say(match known {
                    SoFar::Begun(_) => News::Phase(words),
                    _ => News::Line(words),
                });
            };
            let run = Run::new(self.common.seed(study), self.common.threads, &progress, stop);
            work(&run.telling(&news))
        })
    }
}
