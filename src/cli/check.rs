//! `check`: what arithmetic says about a scenario, without simulating it.

use super::failure::Failure;
use super::options::{Reading, Scenario};
use super::{output, study};
use crate::report::Locale;
use crate::report::compose::Checked;
use clap::Args;

/// How a check is told.
#[derive(Args, Clone, Debug, Default)]
#[group(skip)]
pub struct Options {
    #[command(flatten)]
    reading: Reading,
    /// The policy that is checked [default: the baseline]
    #[arg(long, value_name = "NAME")]
    policy: Option<String>,
    /// Print JSON for other programs
    #[arg(long)]
    json: bool,
}

/// Checks a scenario and prints what was found.
pub fn run(scenario: &Scenario, options: &Options) -> Result<(), Failure> {
    let read = study::read(scenario, &options.reading)?;
    let lang = read.baseline().scenario.lang;
    let lang = options.reading.lang().unwrap_or(lang);
    let names: Vec<String> = options.policy.iter().cloned().collect();
    let read = study::choose(read, &names, lang)?;
    // The chosen one stands after the baseline, if it is another one.
    let policy = match &options.policy {
        Some(name) => read.policies.iter().find(|it| it.key == *name),
        None => None,
    };
    let policy = policy.unwrap_or(read.baseline());
    let checked = Checked::of(policy);
    if options.json {
        let text = serde_json::to_string_pretty(&checked.json());
        let text = text.map_err(|error| Failure::Work(error.to_string()))?;
        return output::print(&(text + "\n"), lang);
    }
    let locale = Locale::new(lang, &policy.scenario.currency);
    output::show(&checked.document(locale))
}
