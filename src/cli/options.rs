//! Options that commands share.

use super::value::{Wrong, between, seed};
use crate::experiment::{Extent, Precision, Replications};
use crate::report::Dialect;
use crate::scenario::Lang;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// The scenario of a command that names none.
pub(crate) const DEFAULT: &str = "scenarios/pass24.toml";
/// Percentage points of `--replications auto`.
const POINTS: f64 = 2.0;
/// More threads than any machine has processors only take memory.
const MOST_THREADS: u64 = 1_024;
/// Where `--precision` gives up.
const MOST: u64 = 10_000;

/// Which scenario.
#[derive(Args, Clone, Debug, Default)]
#[group(skip)]
pub struct Scenario {
    /// Scenario file [default: scenarios/pass24.toml]
    #[arg(value_name = "SCENARIO")]
    pub(crate) path: Option<PathBuf>,
}

/// How a scenario is read.
#[derive(Args, Clone, Debug, Default)]
#[group(skip)]
pub(crate) struct Reading {
    /// Change a value of the scenario, such as --set roles.engineer.headcount=2 (repeatable)
    #[arg(long, value_name = "PATH=VALUE", value_parser = override_of)]
    pub(crate) set: Vec<(String, String)>,
    /// Language of results and messages [default: the scenario's]
    #[arg(long, value_name = "LANG")]
    pub(crate) lang: Option<Language>,
}

/// How a simulation is run and what it leaves behind.
#[derive(Args, Clone, Debug, Default)]
#[group(skip)]
pub(crate) struct Run {
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// Only these policies, beside the baseline (repeatable)
    #[arg(long, value_name = "NAME")]
    pub(crate) policy: Vec<String>,
    /// Replications of each policy, or auto [default: the scenario's]
    #[arg(long, value_name = "N|auto", value_parser = wanted)]
    pub(crate) replications: Option<Wanted>,
    /// Stop when the share in time of every SLA is known to so many percentage points
    #[arg(long, value_name = "PP", value_parser = points)]
    pub(crate) precision: Option<f64>,
    /// Where all chance begins [default: the scenario's]
    #[arg(long, value_name = "N", value_parser = seed)]
    pub(crate) seed: Option<u64>,
    /// Threads; 0: one for each processor
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = threads)]
    pub(crate) threads: usize,
    /// Folder for the files [default: output/<scenario name>]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Format of CSV files; excel-ru: semicolon, decimal comma, byte order mark
    #[arg(long, value_name = "FORMAT", default_value = "plain")]
    pub(crate) csv: CsvFormat,
    /// Begin even what is estimated to take more than 12 hours, or more memory than there is
    #[arg(long)]
    pub(crate) yes: bool,
    /// Print nothing but errors
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// A language as it is written on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    /// Russian
    Ru,
    /// English
    En,
}

/// A format of CSV files as it is written on the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum CsvFormat {
    /// UTF-8, comma, decimal point
    #[default]
    Plain,
    /// Semicolon, decimal comma, byte order mark
    ExcelRu,
}

/// How many replications were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// As many as it takes.
    Auto,
    /// So many.
    Exactly(u64),
}

impl Reading {
    /// The language that was asked for.
    pub(crate) fn lang(&self) -> Option<Lang> {
        self.lang.map(|it| match it {
            Language::Ru => Lang::Ru,
            Language::En => Lang::En,
        })
    }
}

impl Run {
    /// How the scenario is to be run.
    pub(crate) fn extent(&self, scenario: &crate::scenario::Scenario) -> Extent {
        let until = |points: f64, most: u64| {
            Replications::Until(Precision::percentage_points(points), most)
        };
        let replications = match (self.replications, self.precision) {
            (None, None) => Replications::Exactly(scenario.replications as u64),
            (Some(Wanted::Exactly(n)), None) => Replications::Exactly(n),
            (Some(Wanted::Exactly(most)), Some(points)) => until(points, most),
            (_, points) => until(points.unwrap_or(POINTS), MOST),
        };
        Extent { replications, seed: self.seed.unwrap_or(scenario.seed), threads: self.threads }
    }

    /// How CSV files are written.
    pub(crate) fn dialect(&self) -> Dialect {
        match self.csv {
            CsvFormat::Plain => Dialect::Plain,
            CsvFormat::ExcelRu => Dialect::ExcelRu,
        }
    }
}

fn override_of(text: &str) -> Result<(String, String), Wrong> {
    match text.split_once('=') {
        Some((path, value)) if !path.trim().is_empty() => {
            Ok((path.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err(Wrong::expected(
            "ПУТЬ=ЗНАЧЕНИЕ, например roles.engineer.headcount=2",
            "PATH=VALUE, such as roles.engineer.headcount=2",
        )),
    }
}

fn wanted(text: &str) -> Result<Wanted, Wrong> {
    match text {
        "auto" => Ok(Wanted::Auto),
        number => match number.parse() {
            Ok(n @ 1..=10_000_000) => Ok(Wanted::Exactly(n)),
            _ => Err(Wrong::expected(
                "число от 1 до 10000000 или auto",
                "a number from 1 to 10000000, or auto",
            )),
        },
    }
}

/// Threads; 0: one for each processor.
pub(crate) fn threads(text: &str) -> Result<usize, Wrong> {
    between(0, MOST_THREADS)(text).map(|it| it as usize)
}

fn points(text: &str) -> Result<f64, Wrong> {
    match text.parse() {
        Ok(points) if points > 0.0 && points <= 100.0 => Ok(points),
        _ => Err(Wrong::expected(
            "число процентных пунктов больше 0, например 0.5",
            "percentage points above 0, such as 0.5",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replications_are_a_number_or_auto() {
        assert_eq!(wanted("50"), Ok(Wanted::Exactly(50)));
        assert_eq!(wanted("auto"), Ok(Wanted::Auto));
        for wrong in ["0", "-1", "many", "1e3", "99999999999"] {
            assert!(wanted(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_override_is_a_path_and_a_value() {
        let both = |path: &str, value: &str| Ok((path.to_owned(), value.to_owned()));
        assert_eq!(override_of("a.b = 2"), both("a.b", "2"));
        assert_eq!(override_of("a=b=c"), both("a", "b=c"));
        assert!(override_of("a").is_err() && override_of("=2").is_err());
    }

    #[test]
    fn precision_is_above_zero() {
        assert_eq!(points("0.5"), Ok(0.5));
        for wrong in ["0", "-1", "NaN", "inf", "x"] {
            assert!(points(wrong).is_err(), "{wrong}");
        }
    }
}
