//! The terminal: the only module that reads arguments, prints or shows progress.
//!
//! One file for each command; each returns its outcome, and [`main`] makes an exit code of it:
//! 0 done, 1 something failed on the way, 2 the input is wrong, 130 stopped by the user.

mod check;
mod claims;
mod embedded;
mod estimate;
mod failure;
mod fit;
mod init;
mod language;
mod list;
mod merge;
mod options;
mod output;
mod part_file;
mod plan;
mod planning;
mod precision;
mod progress;
mod refused;
mod rules;
mod run;
mod russian;
mod schema;
mod sensitivity;
mod serve;
mod shard;
mod shell;
mod study;
mod sweep;
mod terminal;
mod terms;
mod today;
mod value;
mod verify;
mod what_if;

use crate::report::{Sentence, texts};
use crate::scenario::Lang;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand};
use std::ffi::OsString;
use std::process::ExitCode;

/// When must a support department hire its next person, how sure are we, and what if we wait
#[derive(Debug, Parser)]
#[command(
    name = "staffcast",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Without a command: `plan` of scenarios/pass24.toml.\n\
        Exit codes: 0 done; 1 something failed on the way; 2 the input is wrong; 130 stopped."
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    arguments: plan::Arguments,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Simulate every policy and compare them: CSV files, charts, the answer in words
    Run(Of<run::Arguments>),
    /// The hiring decision: who, by when, how sure, at what cost, and what waiting costs
    Plan(Of<plan::Arguments>),
    /// Put every claim of the document to the test: holds, fails or undecided, and when it would hold
    Claims(Of<claims::Arguments>),
    /// Which unknown number moves the answer most, and which to measure first
    Sensitivity(Of<sensitivity::Arguments>),
    /// A page to ask "what if" on: move a lever and see the answer change
    Serve(Of<serve::Arguments>),
    /// Many what-ifs of one department: a grid, a Latin hypercube or a file of points
    Sweep(Of<sweep::Arguments>),
    /// Put the parts of --shard together: the files that the whole run would have left
    Merge(merge::Arguments),
    /// Check a scenario without simulating: load against capacity, contradictions, assumptions
    Check(Of<check::Arguments>),
    /// Turn a help desk's own export into a measured scenario
    Fit(fit::Arguments),
    /// Write a commented scenario to start from
    Init(init::Arguments),
    /// Names of policies, roles, unknown numbers, SLAs and measures, with their present values
    List(Of<list::Arguments>),
    /// Print the JSON Schema of scenario files, for editors
    Schema,
    /// The engine against queueing theory and an independent program: exact, simulated, verdict
    Verify(verify::Arguments),
    /// Print a script that completes commands and options in a shell
    Completions(shell::Completions),
    /// Print the manual pages
    Man,
}

/// A command that reads a scenario.
#[derive(Args, Debug)]
struct Of<A: Args> {
    #[command(flatten)]
    scenario: options::Scenario,
    #[command(flatten)]
    arguments: A,
}

/// Runs the command line and turns its outcome into an exit code.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = arguments.into_iter().collect();
    let arguments = match Arguments::try_parse_from(&words) {
        Ok(arguments) => arguments,
        Err(error) => return refused(&error, &words),
    };
    let done = match &arguments.command {
        Some(Command::Merge(it)) => merge(it),
        _ => run_command(&arguments, &shard::Call::of(&words)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            terminal::complain(&failure.words());
            failure.exit_code()
        }
    }
}

fn run_command(arguments: &Arguments, call: &shard::Call) -> Result<(), failure::Failure> {
    match &arguments.command {
        None => plan::run(&options::Scenario::default(), &arguments.arguments),
        Some(Command::Run(it)) => run::run(&it.scenario, &it.arguments, call),
        Some(Command::Plan(it)) => plan::run(&it.scenario, &it.arguments),
        Some(Command::Claims(it)) => claims::run(&it.scenario, &it.arguments, call),
        Some(Command::Sensitivity(it)) => sensitivity::run(&it.scenario, &it.arguments, call),
        Some(Command::Sweep(it)) => sweep::run(&it.scenario, &it.arguments, call),
        Some(Command::Serve(it)) => serve::run(&it.scenario, &it.arguments),
        Some(Command::Merge(it)) => merge(it),
        Some(Command::Check(it)) => check::run(&it.scenario, &it.arguments),
        Some(Command::Fit(arguments)) => fit::run(arguments),
        Some(Command::Init(arguments)) => init::run(arguments),
        Some(Command::Schema) => schema::run(),
        Some(Command::Verify(arguments)) => verify::run(arguments),
        Some(Command::List(it)) => list::run(&it.scenario, &it.arguments),
        Some(Command::Completions(it)) => shell::completions(it, Arguments::command()),
        Some(Command::Man) => shell::man(Arguments::command()),
    }
}

/// Does the command that made some parts once more, with their replications.
fn merge(arguments: &merge::Arguments) -> Result<(), failure::Failure> {
    let Some(whole) = merge::whole(arguments)? else {
        return Ok(());
    };
    let call = shard::Call::of(&whole.words);
    let command = call.words().join(" ");
    let refused = || texts::PartsCommand { command }.in_lang(whole.lang);
    match Arguments::try_parse_from(&whole.words) {
        Ok(arguments) if !matches!(arguments.command, Some(Command::Merge(_))) => {
            run_command(&arguments, &call.with_parts(whole.parts))
        }
        _ => Err(failure::Failure::Input(refused())),
    }
}

/// Help and version are answers; everything else that clap says is a complaint.
fn refused(error: &clap::Error, words: &[OsString]) -> ExitCode {
    let lang = language::of(words);
    if let Some(said) = refused::words(error, lang) {
        terminal::complain(&said);
        return ExitCode::from(failure::INPUT);
    }
    if error.kind() == ErrorKind::DisplayHelp && lang == Lang::Ru {
        let russian = russian::command(Arguments::command()).try_get_matches_from(words);
        let help = russian.err().map(|it| russian::headings(&it.render().to_string()));
        let printed = terminal::print(&help.unwrap_or_default(), lang);
        return printed.map_or(ExitCode::from(failure::WORK), |()| ExitCode::SUCCESS);
    }
    // A reader that closed the pipe needs no message.
    let _ = error.print();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => ExitCode::SUCCESS,
        _ => ExitCode::from(failure::INPUT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
