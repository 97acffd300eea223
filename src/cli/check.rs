//! `check`: what arithmetic says about a scenario, without simulating it.

use super::failure::Failure;
use super::options::{Reading, Scenario};
use super::rules::Rules;
use super::{study, terminal, today, what_if};
use crate::report::compose::Checked;
use clap::Args;

/// How a check is told.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Arguments {
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
pub(crate) fn run(scenario: &Scenario, arguments: &Arguments) -> Result<(), Failure> {
    let read = what_if::everywhere(scenario, &arguments.reading)?;
    let locale = arguments.reading.locale(&read);
    study::require(&read, arguments.policy.as_slice(), locale.lang)?;
    today::doubt_start(&read, locale);
    let chosen = arguments.policy.as_ref();
    let policy = chosen.and_then(|name| read.policies.iter().position(|it| it.key == *name));
    let checked = Checked::in_readings(&read, policy.unwrap_or(0));
    if arguments.json {
        let text = serde_json::to_string_pretty(&checked.json());
        let text = text.map_err(|error| Failure::Work(error.to_string()))?;
        return terminal::print(&(text + "\n"), locale.lang);
    }
    let document = checked.document(locale);
    terminal::show(&what_if::granted(document, &arguments.reading, &Rules::default()))
}
