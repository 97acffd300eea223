//! Options that several commands have, each declared once.

use super::estimate::Work;
use super::failure::Failure;
use super::output::Output;
use super::progress::{self, News};
use super::value::{Wrong, seed, threads};
use crate::plan::load::run_size::Volume;
use crate::report::{Dialect, Locale, Word};
use crate::scenario::{Lang, Study};
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

/// The scenario of a command that names none.
const DEFAULT: &str = "scenarios/pass24.toml";

/// Which scenario.
#[derive(Args, Clone, Debug, Default)]
#[group(skip)]
pub(crate) struct Scenario {
    /// Scenario file [default: scenarios/pass24.toml]
    #[arg(value_name = "SCENARIO")]
    pub(crate) path: Option<PathBuf>,
}

/// How a scenario is read.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Reading {
    /// Change a value of the scenario, such as --set roles.engineer.headcount=2 (repeatable)
    #[arg(long, value_name = "PATH=VALUE", value_parser = override_of)]
    pub(crate) set: Vec<(String, String)>,
    /// Hire somebody, such as tp_manager@2026-04-15 or tp_manager=2@2026-04-15 (repeatable); without a date: asked for at once
    #[arg(long, value_name = "ROLE@DATE")]
    pub(crate) hire: Vec<String>,
    /// Take this reading of the document as known to be right, such as claimed-minutes (repeatable)
    #[arg(long, value_name = "NAME")]
    pub(crate) reading: Vec<String>,
    /// Language of results and messages [default: the scenario's]
    #[arg(long, value_name = "LANG")]
    pub(crate) lang: Option<Lang>,
}

/// How a command that simulates does its work, and what it leaves behind.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Common {
    /// Where all chance begins [default: the scenario's]
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = seed)]
    pub(crate) seed: Option<u64>,
    /// Threads; 0: one for each processor
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = threads)]
    pub(crate) threads: usize,
    /// Folder for the files [default: output/<scenario name>]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Format of CSV files; excel-ru: semicolon, decimal comma, byte order mark
    #[arg(long, value_name = "FORMAT", default_value = "plain")]
    pub(crate) csv: Dialect,
    /// Begin even what is estimated to take more than 12 hours, or more memory than there is
    #[arg(long)]
    pub(crate) yes: bool,
    /// Print nothing but errors
    #[arg(long)]
    pub(crate) quiet: bool,
}

impl Scenario {
    /// The file.
    pub(crate) fn path(&self) -> &Path {
        self.path.as_deref().unwrap_or(Path::new(DEFAULT))
    }
}

impl Reading {
    /// Every value that the command line puts over those of the file.
    pub(crate) fn overrides(&self) -> Vec<(String, String)> {
        self.set.iter().cloned().chain(self.known()).collect()
    }

    /// The readings that are known to be right.
    pub(crate) fn known(&self) -> impl Iterator<Item = (String, String)> {
        let known = |it: &String| ("plan.known_readings+".to_owned(), format!("\"{it}\""));
        self.reading.iter().map(known)
    }

    /// What was asked beyond the file, for the record.
    pub(crate) fn asked(&self) -> Vec<(String, String)> {
        let hired = self.hire.iter().map(|it| ("--hire".to_owned(), it.clone()));
        self.overrides().into_iter().chain(hired).collect()
    }

    /// The language of results, and the money of the scenario.
    pub(crate) fn locale(&self, study: &Study) -> Locale {
        let scenario = &study.baseline().scenario;
        Locale::new(self.lang.unwrap_or(scenario.lang), &scenario.currency)
    }
}

impl Common {
    /// Where all chance begins.
    pub(crate) fn seed(&self, study: &Study) -> u64 {
        self.seed.unwrap_or(study.baseline().scenario.seed)
    }

    /// Where the files go.
    pub(crate) fn output(&self, study: &Study) -> Output {
        let usual = || Path::new("output").join(&study.baseline().scenario.name);
        Output { folder: self.out.clone().unwrap_or_else(usual), threads: self.threads }
    }

    /// Does long work with a progress bar and with words of what is known so far, unless it would be too long;
    /// stops when the user says so.
    pub(crate) fn work<R>(
        &self,
        volumes: Vec<Volume>,
        replications: u64,
        locale: Locale,
        work: impl FnOnce(&(dyn Fn(u64) + Sync), &(dyn Fn(News) + Sync), &AtomicBool) -> Option<R>,
    ) -> Result<R, Failure> {
        Work { volumes, replications, threads: self.threads, yes: self.yes }.check(locale)?;
        self.watched(replications, locale, work)
    }

    /// Does work with a progress bar; stops when the user says so.
    pub(crate) fn watched<R>(
        &self,
        replications: u64,
        locale: Locale,
        work: impl FnOnce(&(dyn Fn(u64) + Sync), &(dyn Fn(News) + Sync), &AtomicBool) -> Option<R>,
    ) -> Result<R, Failure> {
        let stop = progress::listen_to_stop(locale.lang);
        let bar = progress::bar(replications, locale.lang, self.quiet);
        let show = |done: u64| {
            // A guess that was too low must not look like the end.
            if bar.length().is_some_and(|it| done > it) {
                bar.set_length(done + done / 10 + 1);
            }
            bar.set_position(done);
        };
        // Above the bar, and like it only where somebody waits at a terminal.
        let say = |news: News| match news {
            News::Line(words) => bar.println(words),
            News::Phase(words) => bar.set_message(format!("{words}  ")),
        };
        let done = work(&show, &say, stop);
        bar.finish_and_clear();
        done.ok_or(Failure::Stopped(locale.lang))
    }
}

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Ru, Self::En]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let [name, _, help] = self.names();
        Some(PossibleValue::new(name).help(help))
    }
}

impl ValueEnum for Dialect {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Plain, Self::ExcelRu]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Plain => ("plain", "UTF-8, comma, decimal point"),
            Self::ExcelRu => ("excel-ru", "Semicolon, decimal comma, byte order mark"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

fn override_of(text: &str) -> Result<(String, String), Wrong> {
    match text.split_once('=') {
        Some((path, value)) if !path.trim().is_empty() => {
            Ok((path.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err(Wrong::expected(&Word::PathAndValue)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_override_is_a_path_and_a_value() {
        let both = |path: &str, value: &str| Ok((path.to_owned(), value.to_owned()));
        assert_eq!(override_of("a.b = 2"), both("a.b", "2"));
        assert_eq!(override_of("a=b=c"), both("a", "b=c"));
        assert!(override_of("a").is_err() && override_of("=2").is_err());
    }
}
