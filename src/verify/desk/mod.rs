//! The ticket desk of an independent program: six sets of parameters, each simulated there a thousand
//! times, its results by month held against the same number of replications here.
//!
//! One class of support agents, three classes of tickets, growth, repeats, escalation, administrative
//! work, holidays, a hire with a ramp-up. The rules of that program, where two programs could differ:
//!
//! - tickets come at random in working time, at the rate of the number of clients at noon of the day;
//! - order: emergency, administrative work, standard, consultation; first come, first served within one;
//!   an interrupted ticket stays with its agent, who resumes it right after emergencies;
//! - effort takes effort ÷ productivity, as it is when work starts or resumes; administrative work is
//!   not slowed; a holiday puts work in hand back to the front of its queue;
//! - an escalated ticket comes back to the tail of its queue for a closing visit; when it is solved, it
//!   may come back as a new one with its own clock, effort and chance;
//! - a promise counts in the month in which the ticket was created, repeats alike; what is open when
//!   the month after the last is over has missed.
//!
//! A number passes when it is within four standard errors, of both programs together. Two of the three
//! thousand are not judged: consultations of the overloaded desk that were begun in one replication only.

mod cells;
mod watch;

use super::row::{Family, Found, Row, Verdict, Wanted};
use super::sample::Bench;
use super::{Case, Depth};
use crate::calendar::Timeline;
use crate::scenario::{Scenario, load_text};
use cells::Cells;
use watch::Watch;

/// `set,month,measure,value,half_width`: what the independent program found.
const RESULTS: &str = include_str!("../data/desk.csv");
/// Half-widths are of 95 % intervals by the normal distribution.
const NORMAL: f64 = 1.959_963_984_540_054;

/// Replications of the independent program.
const THEIR_REPLICATIONS: f64 = 1_000.0;

macro_rules! set {
    ($key:literal, $millions:literal) => {
        (
            $key,
            include_str!(concat!("../../../scenarios/verification/desk-", $key, ".toml")),
            $millions,
        )
    };
}

/// Every set: its key, its scenario, and millions of tickets in a thousand replications.
const SETS: [(&str, &str, f64); 6] = [
    set!("s1", 3.5),
    set!("s2", 5.0),
    set!("s3", 5.0),
    set!("s4", 14.0),
    set!("s5", 14.0),
    set!("s6", 14.0),
];

/// Every set.
pub(crate) fn cases(depth: Depth) -> Vec<Case> {
    // As many as there; more here would only bring out how little a thousand there say of rare events.
    let replications = if depth == Depth::Quick { 100 } else { 1_000 };
    let cases = SETS.iter().map(|&(set, text, millions)| Case {
        key: format!("desk-{set}"),
        family: Family::Desk,
        cost: millions * replications as f64 / 1_000.0,
        quick: set == "s3",
        run: Box::new(move |bench| verify(set, text, replications, bench)),
    });
    cases.collect()
}

/// What the rows of a set are called: one name for each month.
pub(crate) fn names(key: &str) -> Vec<String> {
    let set = SETS.iter().find(|it| key.strip_prefix("desk-") == Some(it.0));
    let study = set.map(|(_, text, _)| load_text(key, text, None, &[], None));
    let Some(Ok(study)) = study else {
        return Vec::new();
    };
    let timeline = &study.baseline().scenario.timeline;
    let months = 0..timeline.months();
    months.map(|month| row_name(key, timeline, month)).collect()
}

/// The name of a month's rows.
fn row_name(key: &str, timeline: &Timeline, month: usize) -> String {
    format!("{key}/{}", timeline.label(month))
}

fn verify(set: &str, text: &str, replications: u64, bench: &Bench<'_>) -> Option<Vec<Row>> {
    let scenario = bench.scenario(bench.case, text);
    let cells = Cells::of(&scenario);
    // The same tickets come without the repeats, whose number is the difference.
    let fresh = without_consequences(&scenario);
    let read_fresh = |watch: &mut Watch<'_>, _| cells.arrivals(&watch.recorder);
    let fresh = bench.observed(&fresh, replications, &Watch::over(&fresh), read_fresh)?;
    let read = |watch: &mut Watch<'_>, _| cells.read(watch);
    let samples = bench.observed(&scenario, replications, &Watch::over(&scenario), read)?;
    let rows = RESULTS.lines().skip(1).filter_map(|line| {
        let mut fields = line.split(',');
        let month = (fields.next()? == set).then(|| fields.next())??;
        let measure = fields.next()?;
        let value: f64 = fields.next()?.parse().ok()?;
        let half_width: f64 = fields.next()?.parse().ok()?;
        let month: usize = month.parse().ok()?;
        let found = cells.found(measure, month, &samples, &fresh);
        let (ours, theirs) = pooled(found.error, half_width / NORMAL, replications as f64);
        let wanted = Wanted {
            value,
            error: theirs,
            // Seven digits are kept.
            rounding: 1e-6,
        };
        let case = row_name(bench.case, &scenario.timeline, month - 1);
        let judged = Found { error: ours, ..found };
        let mut row = Row {
            interval: found.row(bench.family, &case, measure, wanted).interval,
            ..judged.row(bench.family, &case, measure, wanted)
        };
        if half_width == 0.0 && measure.starts_with("mean_") {
            // One replication of the other program had such tickets: its mean has no error.
            row.verdict = Verdict::Unjudged;
        }
        Some(row)
    });
    Some(rows.collect())
}

/// The standard errors of both programs, from the spread of both: they are to be the same, and a few
/// replications here may lack what is rare there. With as many as there, together they are what each
/// found for itself, √(ours² + theirs²).
fn pooled(ours: f64, theirs: f64, replications: f64) -> (f64, f64) {
    let variance = (ours * ours * replications + theirs * theirs * THEIR_REPLICATIONS) / 2.0;
    let error = |replications: f64| (variance / replications).sqrt();
    (error(replications), error(THEIR_REPLICATIONS))
}

/// A scenario in which every item ends with its first step: what comes by itself comes all the same.
fn without_consequences(scenario: &Scenario) -> Scenario {
    let mut scenario = scenario.clone();
    for stream in &mut scenario.streams {
        stream.route.retain(|it| it.parts().effort.is_some());
        stream.route.truncate(1);
    }
    scenario.slas.clear();
    scenario
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_as_many_replications_the_pooled_error_is_that_of_both() {
        let (ours, theirs) = pooled(3.0, 4.0, 1_000.0);
        assert!((ours.hypot(theirs) - 5.0).abs() < 1e-12);
        let (few, _) = pooled(0.0, 1.0, 100.0);
        assert!((few - 5.0f64.sqrt()).abs() < 1e-12);
    }
}
