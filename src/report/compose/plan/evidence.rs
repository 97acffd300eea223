//! What the plan rests on: late items with it and without it, and charts and tables by month.

use super::Planned;
use super::staged::Decided;
use super::staged::alternatives::{name, told as told_of};
use crate::experiment::{Comparison, Outcome};
use crate::ids::RoleId;
use crate::measures::Measure;
use crate::plan::evidence::{NOTHING, PLAN};
use crate::plan::months::months_at;
use crate::plan::report_data::GoalFacts;
use crate::plan::staged::data::{Fan, Which};
use crate::report::compose::charts::{lines, overview, roles, targets};
use crate::report::compose::findings::breaches_format;
use crate::report::compose::phrase::capital;
use crate::report::compose::told::Told;
use crate::report::compose::{charts, facts, run_tables};
use crate::report::{
    Bar, Bars, Block, Caution, Cell, Chart, Figure, Format, Header, Ink, Mark, Panel, Shown, Table,
    Target, Tone, Trace, Word, texts,
};
use crate::scenario::{Lang, Text};

/// Streams whose backlog is told by month.
const STREAMS: usize = 8;
/// More panels than this in one chart are too small to read.
const PANELS: usize = 9;

/// The evidence with names for its policies.
pub(crate) fn named(planned: Planned<'_>) -> Outcome {
    let mut outcome = planned.answer.evidence.outcome.clone();
    let text = |word: Word| Text { ru: word.text(Lang::Ru).into(), en: word.text(Lang::En).into() };
    for policy in &mut outcome.policies {
        match &*policy.key {
            NOTHING => policy.title = text(Word::Nothing),
            PLAN => policy.title = text(Word::ThePlan),
            _ => {}
        }
    }
    outcome
}

/// What the plan changes, in all.
pub(crate) fn effect(decided: Decided<'_>, told: Told<'_>) -> Vec<Block> {
    let mut paired = run_tables::comparison(told);
    paired.shown = Shown::InWorkbook;
    late(decided).map(Block::Chart).into_iter().chain([Block::Table(paired)]).collect()
}

/// Late items a month: nobody, the document's rules, the plan.
fn late(decided: Decided<'_>) -> Option<Chart> {
    let nobody = decided.beside_it(&Which::Nobody)?;
    let staged = decided.beside_it(&Which::Staged)?;
    let ink = |plan: &Which| match plan {
        Which::Staged => lines::BEST,
        Which::Nobody => lines::BASELINE,
        _ => Ink::Muted,
    };
    // Who knew the future would keep the same promises: nothing to compare.
    let shown = told_of(decided).filter(|it| it.plan != Which::Perfect);
    let bars = shown.map(|it| Bar {
        label: name(decided, &it.plan),
        value: it.breaches.value,
        interval: Some((it.breaches.low, it.breaches.high)),
        ink: ink(&it.plan),
    });
    let format = breaches_format(nobody.breaches.value);
    let figure = Figure::Bars(Bars { format, bars: bars.collect(), targets: Vec::new() });
    let [with, without] = [staged, nobody].map(|it| decided.locale.bare(it.breaches.value, format));
    let title = match decided.hires() {
        true => decided.say(texts::BreachesTitle { with, without }),
        false => decided.say(texts::BreachesTitleAsItIs { with, without }),
    };
    let subtitle = decided.say(Word::PlanBreachesSubtitle);
    Some(decided.chart("plan-against", title, subtitle, figure))
}

/// Work against hands in the role of which most people are hired, or which lacks most.
pub(crate) fn why(decided: Decided<'_>, told: Told<'_>) -> Option<Chart> {
    let most = most_hired(decided);
    let now = decided.staged.now.iter().filter(|it| Some(it.role) == most);
    let marks =
        now.map(|it| Mark {
            label: capital(&decided.say(texts::MarkHires {
                count: it.count,
                date: decided.locale.month_short(it.start),
            })),
            at: months_at(&decided.scenario.timeline, it.start),
        });
    roles::why(told, why_column(decided, told)?, marks.collect())
}

/// The role of which most people are hired.
fn most_hired(decided: Decided<'_>) -> Option<RoleId> {
    let all = |it: &Fan| it.totals.iter().sum::<u32>();
    decided.staged.fans.iter().rev().max_by_key(|it| all(it)).map(|it| it.role)
}

/// The column of the people whom that role needs.
fn why_column(decided: Decided<'_>, told: Told<'_>) -> Option<usize> {
    let column = most_hired(decided).and_then(|role| {
        let key = &decided.scenario.roles[role.index()].key;
        told.baseline().column(Measure::OfferedLoad, key)
    });
    column.or_else(|| roles::shortest(told))
}

/// Streams of which certainly more stays open in the end with the plan than without: what its order of the
/// queue puts off.
pub(crate) fn left_open(told: Told<'_>) -> Vec<Caution> {
    let open = |policy: usize, scope: &str| {
        let mean = told.outcome.policies[policy].total_of(Measure::Backlog, scope);
        mean.map_or(f64::NAN, |it| it.mean)
    };
    let shown = |mean: f64| told.locale.number(mean, usize::from(mean < 20.0));
    let caution = |it: &Comparison| {
        let column = &told.outcome.policies[it.policy].columns[it.column];
        let is_more = column.measure == Measure::Backlog && it.difference.ci_low > 0.0;
        let [with, without] = [it.policy, it.baseline].map(|it| open(it, &column.scope));
        // Less than one item more is nothing to act on.
        let is_told = Some(it.policy) == told.plan && is_more && with - without >= 1.0;
        let [with, without] = [with, without].map(shown);
        is_told.then(|| Caution {
            reason: told.say(texts::LeftOpen { stream: capital(told.name(column)), with, without }),
            advice: told.say(match has_sla(told, &column.scope) {
                true => Word::LeftOpenAdvice,
                false => Word::LeftOpenWithoutSla,
            }),
        })
    };
    told.outcome.comparisons.iter().filter_map(caution).collect()
}

/// Whether a stream has an SLA.
fn has_sla(told: Told<'_>, stream: &str) -> bool {
    let mut slas = told.scenario.slas.iter();
    slas.any(|it| told.scenario.streams[it.stream.index()].key == stream)
}

/// What is promised, month by month, with and without the plan; every SLA where nothing is.
pub(crate) fn promises(planned: Planned<'_>, told: Told<'_>) -> Vec<Block> {
    let goals = &planned.answer.goals;
    if goals.is_empty() {
        return targets::all(told).into_iter().map(Block::Chart).collect();
    }
    let parts = goals.len().div_ceil(PANELS);
    // Parts of nearly one size.
    let charts = goals.chunks(goals.len().div_ceil(parts)).enumerate().map(|(part, goals)| {
        let key = match part {
            0 => "promises".to_owned(),
            part => format!("promises-{}", part + 1),
        };
        Block::Chart(promised(planned, told, &key, goals))
    });
    let charts: Vec<Block> = charts.collect();
    [Block::Table(kept(planned))].into_iter().chain(charts).collect()
}

fn promised(planned: Planned<'_>, told: Told<'_>, key: &str, goals: &[GoalFacts]) -> Chart {
    let scenario = planned.scenario;
    let emphasis = lines::Emphasis::of(told);
    let panel = |goal: &GoalFacts| {
        let sla = &scenario.slas[goal.goal.sla.index()];
        let share = planned.locale.share_short(goal.goal.share);
        Panel {
            title: told.name(sla).into(),
            series: lines::series(told, Measure::SlaMet, &sla.key, emphasis),
            targets: vec![Target {
                label: planned.say(texts::PlannedShare { share }),
                value: goal.goal.share,
            }],
            marks: Vec::new(),
        }
    };
    let reached = |policy: usize| {
        let kept = goals.iter().filter(|goal| {
            let key = &scenario.slas[goal.goal.sla.index()].key;
            let months = told.outcome.policies[policy].months_of(Measure::SlaMet, key);
            months.is_some_and(|it| facts::reaches(facts::last(it).mean, goal.goal.share))
        });
        kept.count().to_string()
    };
    let title = planned.say(texts::PromisesTitle {
        with: reached(1),
        all: goals.len(),
        without: reached(0),
    });
    let subtitle = planned.say(Word::PromisesSubtitle);
    let panels = goals.iter().map(panel).collect();
    let figure = lines::figure(told, Format::Share, Trace::Straight, panels);
    charts::chart(told, key, title, subtitle, figure)
}

/// How busy roles are without the plan and with it, and how many people they need.
pub(crate) fn load(decided: Decided<'_>, told: Told<'_>) -> Vec<Block> {
    let maps = [
        roles::heat_map(told, 0, "utilisation-without"),
        roles::heat_map(told, 1, "utilisation-with"),
        roles::people(told, why_column(decided, told)),
    ];
    maps.into_iter().flatten().map(Block::Chart).collect()
}

/// What piles up without the plan and with it.
pub(crate) fn backlog(told: Told<'_>) -> Option<Block> {
    overview::backlog(told).map(Block::Chart)
}

/// From when on each promise counts, and how often it is kept.
fn kept(planned: Planned<'_>) -> Table {
    let headers = vec![
        Header::text(planned.say(Word::Promise)),
        Header::number(planned.say(Word::PlannedFor), ""),
        Header::text(planned.say(Word::CountsFrom)),
        Header::number(planned.say(Word::Kept), ""),
    ];
    let mut table = Table::new("promises", "", headers);
    for it in &planned.answer.goals {
        let tone = match it.kept.share >= planned.answer.staged.confidence {
            true => Tone::Neutral,
            false => Tone::Bad,
        };
        table.push(vec![
            Cell::text(planned.name(&planned.scenario.slas[it.goal.sla.index()])),
            Cell::share(it.goal.share),
            Cell::month(planned.scenario.timeline.first_day(it.from)),
            Cell::share(it.kept.share).toned(tone),
        ]);
    }
    table.note = planned.say(texts::PromisesNote { promise: planned.promise() });
    table
}

/// SLAs, people and backlogs month by month, without the plan and with it.
pub(crate) fn by_month(planned: Planned<'_>, told: Told<'_>) -> Vec<Block> {
    let tables = [slas(planned, told), people(planned, told), open(planned, told)];
    let told = tables.into_iter().filter(|it| it.headers.len() > 1);
    told.map(Block::Table).collect()
}

/// A column of a table by month: its title, how it is printed, and its means.
struct Means {
    title: String,
    format: Format,
    values: Vec<f64>,
}

fn means(told: Told<'_>, policy: usize, measure: Measure, scope: &str) -> Option<Vec<f64>> {
    let months = told.outcome.policies.get(policy)?.months_of(measure, scope)?;
    Some(months.iter().map(|it| it.mean).collect())
}

fn table(planned: Planned<'_>, told: Told<'_>, key: &str, title: Word, all: Vec<Means>) -> Table {
    let mut headers = vec![Header::text(Word::Month.text(planned.locale.lang))];
    headers.extend(all.iter().map(|it| Header::number(&it.title, "")));
    let mut table = Table::new(key, planned.say(title), headers);
    for (index, month) in told.scenario.timeline.first_days().into_iter().enumerate() {
        let value = |it: &Means| it.values.get(index).copied().unwrap_or(f64::NAN);
        let mut row = vec![Cell::month(month)];
        row.extend(all.iter().map(|it| Cell::amount(value(it), it.format)));
        table.push(row);
    }
    let replications = planned.context.replications(told.outcome.replications);
    table.note = planned.say(texts::MonthsNote { replications });
    table.shown = Shown::InWorkbook;
    table
}

/// A measure of each scope without the plan and with it.
fn in_pairs(
    planned: Planned<'_>,
    told: Told<'_>,
    measure: Measure,
    scopes: &[(String, String)],
    format: Format,
) -> Vec<Means> {
    let mut all = Vec::new();
    for (scope, title) in scopes {
        let without = planned.say(texts::WithoutIt { what: title });
        let with = planned.say(texts::WithIt { what: title });
        for (policy, title) in [(0, without), (1, with)] {
            if let Some(values) = means(told, policy, measure, scope) {
                all.push(Means { title, format, values });
            }
        }
    }
    all
}

/// The scopes of a measure with their names.
fn scopes(told: Told<'_>, measure: Measure) -> Vec<(String, String)> {
    let baseline = told.baseline();
    let scope = |column: usize| {
        let it = &baseline.columns[column];
        let title = capital(told.name(it));
        (it.scope.to_string(), title)
    };
    baseline.columns_of(measure).map(scope).collect()
}

fn slas(planned: Planned<'_>, told: Told<'_>) -> Table {
    let all =
        in_pairs(planned, told, Measure::SlaMet, &scopes(told, Measure::SlaMet), Format::Share);
    table(planned, told, "months-sla", Word::MonthsOfSlas, all)
}

fn people(planned: Planned<'_>, told: Told<'_>) -> Table {
    let mut all = Vec::new();
    for (scope, role) in scopes(told, Measure::OfferedLoad) {
        let role = &role;
        if let Some(needed) = means(told, 0, Measure::OfferedLoad, &scope) {
            all.push(Means {
                title: planned.say(texts::NeededIn { role }),
                format: Format::Number(1),
                values: needed,
            });
        }
        let employed = planned.say(texts::EmployedIn { role });
        let busy = planned.say(texts::BusyIn { role });
        for (measure, title, format) in [
            (Measure::Headcount, employed, Format::Number(1)),
            (Measure::Utilisation, busy, Format::Share),
        ] {
            let scope = (scope.clone(), title);
            all.extend(in_pairs(planned, told, measure, &[scope], format));
        }
    }
    table(planned, told, "months-people", Word::MonthsOfRoles, all)
}

fn open(planned: Planned<'_>, told: Told<'_>) -> Table {
    let baseline = told.baseline();
    let count = |scope: &str| baseline.total_of(Measure::Backlog, scope).map_or(0.0, |it| it.mean);
    let mut streams = scopes(told, Measure::Backlog);
    streams.retain(|it| count(&it.0) >= 0.5);
    streams.sort_by(|a, b| count(&b.0).total_cmp(&count(&a.0)));
    streams.truncate(STREAMS);
    let all = in_pairs(planned, told, Measure::Backlog, &streams, Format::Number(1));
    table(planned, told, "months-backlog", Word::MonthsOfBacklog, all)
}
