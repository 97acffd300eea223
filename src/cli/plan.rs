//! `plan`: the hiring decision.

use super::failure::Failure;
use super::options::Scenario;
use super::output::tell;
use super::planning::Planning;
use super::terms;
use super::value::between;
use super::what_if;
use crate::plan::answer::{Terms, answer, expected_replications};
use crate::plan::staged::least_replications;
use crate::report::compose::brief;
use crate::report::compose::plan::staged::{self, Decided};
use crate::report::compose::plan::{Planned, plan, plan_csv};
use crate::report::compose::run_json::Asked;
use crate::report::{Locale, Word, texts};
use crate::scenario::{Lang, Study};
use clap::Args;

/// What is asked for.
#[derive(Args, Debug)]
#[group(skip)]
pub(crate) struct Arguments {
    #[command(flatten)]
    options: Planning,
    /// Probability with which every promise must be kept, such as 90% [default: the scenario's]
    #[arg(long, value_name = "SHARE")]
    confidence: Option<String>,
    /// Fresh replications that the plan is held against [default: as many as the proof takes]
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = between(10, 1_000_000))]
    replications: Option<u64>,
    /// Plan for the scenario as written, as if its readings of the document were right
    #[arg(long)]
    one_reading: bool,
    /// The best plan with at most N people hired, of all roles
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = between(0, 10_000))]
    max_people: Option<u64>,
    /// The best plan for at most this much a month, on average up to the horizon, in the scenario's currency
    #[arg(long, value_name = "MONEY")]
    budget: Option<String>,
    /// Judge this list of hires beside the plan, such as "tp_manager=6@2026-04-15, engineer=1" (first days; without one: asked for now)
    #[arg(long, value_name = "ROLE=N@DATE, …")]
    hires: Option<String>,
    /// Also what is not needed for the decision
    #[arg(long)]
    full: bool,
}

/// Finds the plan, prints the answer and leaves its files.
pub(crate) fn run(scenario: &Scenario, arguments: &Arguments) -> Result<(), Failure> {
    let options = &arguments.options;
    let study = options.study(scenario)?;
    let study = if arguments.one_reading { study.in_world(0) } else { study };
    let locale = options.reading.locale(&study);
    let confidence = match &arguments.confidence {
        None => study.baseline().scenario.planning.confidence,
        Some(text) => confidence(text)
            .ok_or_else(|| Failure::Input(Word::BadConfidence.text(locale.lang).into()))?,
    };
    let least = least_replications(confidence);
    if let Some(count) = arguments.replications.filter(|it| *it < least) {
        let confidence = locale.share_short(confidence);
        let too_few = texts::TooFewReplications { confidence, count, least };
        return Err(Failure::Input(locale.say(too_few)));
    }
    let output = options.common.output(&study);
    output.probe(locale.lang)?;
    let terms = terms(arguments, &study, confidence, locale)?;
    let seed = options.common.seed(&study);
    let expected = expected_replications(&study, arguments.full);
    let answer = options.work(&study, expected, |run| answer(&study, &terms, run))?;
    let command = again(scenario, arguments, seed, locale.lang);
    let planned = Planned::new(&study, &answer, locale, seed, &command);
    let document = what_if::granted(plan(planned), &options.reading, &options.rules);
    let dialect = options.common.csv;
    let people = [
        ("plan.csv", plan_csv::plan_csv(planned, dialect)),
        ("hiring.csv", plan_csv::hiring_csv(planned, dialect)),
        ("tradeoff.csv", plan_csv::tradeoff_csv(planned, dialect)),
    ];
    let staged = staged::csv::files(Decided::of(planned), dialect);
    let tables: Vec<(&str, Vec<u8>)> = people.into_iter().chain(staged).collect();
    let asked = options.reading.asked().into_iter().chain(options.rules.asked());
    let overrides = &asked.collect::<Vec<_>>();
    let about = |files: &[String]| Some(Asked { overrides, files }.of_plan(planned));
    let written = output.write(&document, &tables, about);
    tell(&brief(&document), written, options.common.quiet)
}

/// What is asked for beside the confidence: caps, a list of hires, everything.
fn terms(
    arguments: &Arguments,
    study: &Study,
    confidence: f64,
    locale: Locale,
) -> Result<Terms, Failure> {
    let scenario = &study.baseline().scenario;
    let budget = arguments.budget.as_ref().map(|it| terms::money(it, locale)).transpose();
    let own = arguments.hires.as_ref().map(|it| terms::hires(it, scenario, locale)).transpose();
    let (budget, own) = match (budget, own) {
        (Err(one), Err(other)) => {
            return Err(Failure::Input(format!("{}\n{}", one.words(), other.words())));
        }
        (budget, own) => (budget?, own?),
    };
    Ok(Terms {
        max_people: arguments.max_people.map(|it| it as u32).or(scenario.planning.max_people),
        budget: budget.or(scenario.planning.budget),
        own,
        full: arguments.full,
        ..Terms::new(confidence, arguments.replications)
    })
}

/// The command that gives the same numbers again: nothing of this machine is in it.
fn again(scenario: &Scenario, arguments: &Arguments, seed: u64, lang: Lang) -> String {
    let path = scenario.path();
    let name = match path.is_relative() {
        true => path.to_string_lossy(),
        false => path.file_name().unwrap_or_default().to_string_lossy(),
    };
    let lang = lang.code();
    let mut words = vec![format!("staffcast plan {name} --seed {seed} --lang {lang}")];
    let own = &arguments.options;
    words.extend(own.policy.iter().map(|it| format!("--policy {it}")));
    words.extend(arguments.confidence.iter().map(|it| format!("--confidence {it}")));
    words.extend(arguments.replications.map(|it| format!("--replications {it}")));
    words.extend(arguments.one_reading.then(|| "--one-reading".to_owned()));
    words.extend(arguments.max_people.map(|it| format!("--max-people {it}")));
    words.extend(arguments.budget.iter().map(|it| format!("--budget '{it}'")));
    words.extend(arguments.hires.iter().map(|it| format!("--hires '{it}'")));
    words.extend(arguments.full.then(|| "--full".to_owned()));
    let set = |(path, value): &(String, String)| format!("--set '{path}={value}'");
    words.extend(own.reading.set.iter().map(set));
    words.extend(own.reading.hire.iter().map(|it| format!("--hire {it}")));
    words.extend(own.rules.rule.iter().map(|it| format!("--rule '{it}'")));
    words.extend(own.reading.reading.iter().map(|it| format!("--reading {it}")));
    words.join(" ")
}

/// `90%`, `0.9` or `90 %`; above 0 and below 1.
fn confidence(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    let share = match text.strip_suffix('%') {
        Some(percent) => percent.trim().parse::<f64>().ok()? / 100.0,
        None => text.parse().ok()?,
    };
    (share > 0.0 && share < 1.0).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_confidence_is_a_share_below_one() {
        assert_eq!(confidence("90%"), Some(0.9));
        assert_eq!((confidence("0,95"), confidence(" 80 %")), (Some(0.95), Some(0.8)));
        for wrong in ["100%", "1", "0", "-5%", "much", "NaN"] {
            assert_eq!(confidence(wrong), None, "{wrong}");
        }
    }
}
