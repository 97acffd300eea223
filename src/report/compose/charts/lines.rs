//! Lines over months, one for each policy: few stand out, the rest are thin.

use crate::experiment::{Estimate, PolicyOutcome};
use crate::measure::Column;
use crate::measures::Measure;
use crate::report::compose::facts;
use crate::report::compose::phrase::capital;
use crate::report::compose::told::Told;
use crate::report::{Figure, Format, Ink, Lines, Panel, Series, Trace};

/// More panels than this in one chart are too small to read.
pub(crate) const PANELS: usize = 6;
/// The baseline is drawn in this colour wherever it appears.
pub(crate) const BASELINE: Ink = Ink::Slot(1);
/// The best policy of a chart.
pub(crate) const BEST: Ink = Ink::Slot(0);
/// The worst policy of a chart.
pub(crate) const WORST: Ink = Ink::Slot(2);

/// Which policies stand out in a chart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Emphasis {
    /// The best, where it is not the baseline.
    pub(crate) best: Option<usize>,
    /// The worst, where it is not the baseline.
    pub(crate) worst: Option<usize>,
}

impl Emphasis {
    /// The policies with the fewest and the most breaches of all.
    pub(crate) fn of(told: Told<'_>) -> Self {
        let (best, worst) = facts::best_and_worst(told.outcome);
        Self { best, worst }.unless_planned(told)
    }

    /// The plan and one alternative instead, where there is a plan.
    pub(crate) fn unless_planned(self, told: Told<'_>) -> Self {
        match told.plan {
            None => self,
            Some(plan) => Self {
                best: Some(plan),
                worst: (1..told.outcome.policies.len()).find(|it| *it != plan),
            },
        }
    }

    fn ink(self, policy: usize) -> Ink {
        match policy {
            0 => BASELINE,
            it if Some(it) == self.best => BEST,
            it if Some(it) == self.worst => WORST,
            _ => Ink::Muted,
        }
    }

    /// How many policies do not stand out.
    pub(crate) fn others(self, policies: usize) -> usize {
        let few = 1 + usize::from(self.best.is_some()) + usize::from(self.worst.is_some());
        policies.saturating_sub(few)
    }
}

/// One measure of one scope under every policy.
pub(crate) fn series(
    told: Told<'_>,
    measure: Measure,
    scope: &str,
    emphasis: Emphasis,
) -> Vec<Series> {
    let policies = told.outcome.policies.iter().enumerate();
    let mut all: Vec<Series> = policies
        .filter_map(|(index, policy)| {
            let months = policy.months_of(measure, scope)?;
            let ink = emphasis.ink(index);
            let mut line = line(label(told, policy), months, ink);
            if told.plan.is_some() && ink == WORST {
                line.band = None;
            }
            Some(line)
        })
        .collect();
    // Those that stand out in the order of the legend, the thin ones behind them.
    all.sort_by_key(|it| match it.ink {
        ink if ink == BASELINE => 0,
        ink if ink == BEST => 1,
        ink if ink == WORST => 2,
        _ => 3,
    });
    all
}

/// The scope of a measure that is largest under the baseline, and a panel under every policy for
/// each of the largest; only of those that are `shown`.
pub(crate) fn largest<'o>(
    told: Told<'o>,
    measure: Measure,
    shown: impl Fn(&Estimate) -> bool,
) -> Option<(&'o Column, Vec<Panel>)> {
    let baseline = told.baseline();
    let columns = baseline.columns_of(measure);
    let mut columns: Vec<usize> = columns.filter(|&it| shown(&baseline.total[it])).collect();
    let in_all = |column: &usize| baseline.total[*column].mean;
    columns.sort_by(|one, other| in_all(other).total_cmp(&in_all(one)));
    columns.truncate(PANELS);
    let emphasis = Emphasis::of(told);
    let panel = |column: &usize| {
        let it = &baseline.columns[*column];
        Panel {
            title: capital(told.name(it)),
            series: series(told, measure, &it.scope, emphasis),
            ..Panel::default()
        }
    };
    Some((&baseline.columns[*columns.first()?], columns.iter().map(panel).collect()))
}

/// A policy's name in a legend.
pub(crate) fn label(told: Told<'_>, policy: &PolicyOutcome) -> String {
    told.name(policy).to_owned()
}

/// A line, with its interval where it stands out.
pub(crate) fn line(label: String, months: &[Estimate], ink: Ink) -> Series {
    let numbers = |read: fn(&Estimate) -> f64| months.iter().map(read).collect::<Vec<f64>>();
    let band = (ink != Ink::Muted).then(|| (numbers(|it| it.ci_low), numbers(|it| it.ci_high)));
    Series { label, values: numbers(|it| it.mean), band, ink }
}

/// Between which numbers four replications in five lie, month by month.
pub(crate) fn spread(months: &[Estimate]) -> (Vec<f64>, Vec<f64>) {
    let ends = |read: fn(&Estimate) -> f64| months.iter().map(read).collect();
    (ends(|it| it.p10), ends(|it| it.p90))
}

/// Panels over the months of the scenario.
pub(crate) fn figure(told: Told<'_>, format: Format, trace: Trace, panels: Vec<Panel>) -> Figure {
    Figure::Lines(Lines { months: told.scenario.timeline.first_days(), format, trace, panels })
}
