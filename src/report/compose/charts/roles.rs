//! Charts by role: people needed, utilisation, head-count.

use super::chart;
use super::lines::{BASELINE, BEST, Emphasis, WORST, figure, line, series, spread};
use crate::experiment::load_of;
use crate::measures::Measure;
use crate::report::compose::facts::Holds;
use crate::report::compose::phrase::{capital, inline, people_number};
use crate::report::compose::run_tables::BUSY;
use crate::report::compose::told::Told;
use crate::report::compose::{facts, phrase};
use crate::report::{
    Chart, Figure, Format, HeatMap, HeatRow, Ink, Mark, Noun, Panel, Series, Target, Trace, Word,
    texts,
};

/// People needed and people employed in one role: under the baseline, and with the plan.
pub(crate) fn people_panel(told: Told<'_>, column: usize) -> Option<Panel> {
    let baseline = told.baseline();
    let lang = told.locale.lang;
    let it = &baseline.columns[column];
    let months = baseline.months(column);
    // Uncertain inputs decide what is needed: the band shows them, not the error of the mean.
    let mut needed = line(Word::NeededPeople.text(lang).into(), months, BASELINE);
    needed.band = Some(spread(months));
    let there = |policy: usize, word: Word, ink: Ink| {
        let policy = &told.outcome.policies[policy];
        let months = facts::full_time(policy, &it.scope)?;
        let mut line = line(word.text(lang).into(), months, ink);
        if told.plan.is_some() {
            let share = facts::share_there(policy, &it.scope);
            line.values.iter_mut().for_each(|it| *it *= share);
        }
        Some(Series { band: None, ..line })
    };
    let mut series = vec![needed];
    match told.plan {
        None => series.push(there(0, Word::PeopleThere, BEST)?),
        Some(plan) => {
            series.push(there(plan, Word::PeopleThereWith, BEST)?);
            series.push(there(0, Word::PeopleThereWithout, WORST)?);
        }
    }
    Some(Panel { title: capital(told.name(it)), series, ..Panel::default() })
}

/// People needed and people employed: in the roles that have more work than hands, or in all of
/// them when none has.
fn people_panels(told: Told<'_>) -> Vec<Panel> {
    let baseline = told.baseline();
    let all: Vec<usize> = baseline.columns_of(Measure::OfferedLoad).collect();
    let lacks = |it: &usize| {
        let holds = facts::overloaded(baseline, &baseline.columns[*it].scope);
        !matches!(holds, Holds::Never | Holds::Unknown)
    };
    // With a plan: where it brings anybody.
    let planned = |it: &usize| {
        let Some(plan) = told.plan else {
            return lacks(it);
        };
        let scope = &baseline.columns[*it].scope;
        let people = |policy: usize| {
            let months = told.outcome.policies[policy].months_of(Measure::Headcount, scope);
            months.map_or(0.0, |it| facts::last(it).mean)
        };
        people(plan) - people(0) > 0.25
    };
    let lacking: Vec<usize> = all.iter().copied().filter(planned).collect();
    let shown = if lacking.is_empty() { all } else { lacking };
    let panel = |column| people_panel(told, column);
    shown.into_iter().filter_map(panel).collect()
}

/// How many people each role needs.
///
/// Of the roles but the one that a chart of its own has told of, which lacks most gives the headline.
pub(crate) fn people(told: Told<'_>, has_told: Option<usize>) -> Option<Chart> {
    let panels = people_panels(told);
    // The only panel of a plan has been shown: it is the chart that says why.
    let is_shown = told.plan.is_some() && panels.len() < 2;
    if is_shown {
        return None;
    }
    let shown = |column: usize| {
        let title = capital(told.name(&told.baseline().columns[column]));
        panels.iter().any(|it| it.title == title)
    };
    let column = has_told.and_then(|has_told| shortest_of(told, |it| it != has_told && shown(it)));
    people_chart(told, "people", column.or_else(|| shortest(told))?, panels)
}

/// How many people one role needs, which says why; nothing where all of them fit into one panel.
pub(crate) fn why(told: Told<'_>, column: usize, marks: Vec<Mark>) -> Option<Chart> {
    let is_all = told.plan.is_none() && people_panels(told).len() < 2;
    if is_all {
        return None;
    }
    let panel = people_panel(told, column)?;
    people_chart(told, "why", column, vec![Panel { marks, ..panel }])
}

/// The column of people needed of the role that lacks most.
pub(crate) fn shortest(told: Told<'_>) -> Option<usize> {
    shortest_of(told, |_| true)
}

fn shortest_of(told: Told<'_>, of: impl Fn(usize) -> bool) -> Option<usize> {
    let baseline = told.baseline();
    let lack = |column: usize| {
        let it = &baseline.columns[column];
        let there = facts::full_time(baseline, &it.scope)?;
        let needed = facts::last(baseline.months(column)).mean;
        Some((column, needed / facts::last(there).mean.max(0.1)))
    };
    let columns = baseline.columns_of(Measure::OfferedLoad).filter(|it| of(*it)).filter_map(lack);
    let most = columns.max_by(|one, other| one.1.total_cmp(&other.1));
    most.map(|it| it.0)
}

/// The role of the column decides the title.
fn people_chart(told: Told<'_>, key: &str, column: usize, panels: Vec<Panel>) -> Option<Chart> {
    let (locale, lang) = (told.locale, told.locale.lang);
    let baseline = told.baseline();
    let it = &baseline.columns[column];
    let months = baseline.months(column);
    let there = facts::full_time_at_first(baseline, &it.scope);
    let role = capital(told.name(it));
    let (now, then) = (
        people_number(facts::first(months).mean, locale),
        phrase::people(facts::last(months).mean, locale),
    );
    let there = people_number(there, locale);
    let title = told.say(texts::PeopleTitle { role, now, then, there });
    let subtitle = match told.plan {
        Some(_) => Word::PeopleSubtitlePlan.text(lang).to_owned(),
        None => told.say(texts::PeopleSubtitle { baseline: told.policy(0) }),
    };
    // The label at the end of a line is that of the last month alone.
    let ends = facts::span(months.len()) > 1;
    let ends = if ends { Word::PeopleEnds.text(lang) } else { "" };
    let subtitle = subtitle + ends + chats_needed(told, panels.iter().map(|it| &*it.title));
    let figure = figure(told, Format::Number(1), Trace::Straight, panels);
    Some(chart(told, key, title, subtitle, figure))
}

/// How chats are counted in the people needed, where any of the roles shown has some.
fn chats_needed<'n>(told: Told<'_>, mut shown: impl Iterator<Item = &'n str>) -> &'static str {
    let chatting = facts::with_chats(told.baseline());
    let names: Vec<String> = chatting.map(|it| capital(told.name(it))).collect();
    match shown.any(|it| names.iter().any(|name| name == it)) {
        true => Word::ChatsNeeded.text(told.locale.lang),
        false => "",
    }
}

/// Utilisation by role and month, with the lines that must not be passed.
pub(crate) fn utilisation(told: Told<'_>) -> Option<Chart> {
    let lang = told.locale.lang;
    let baseline = told.baseline();
    let emphasis = Emphasis::of(told);
    let targets: Vec<Target> =
        [BUSY, 1.0].map(|value| Target { label: told.locale.share_short(value), value }).into();
    let panels = baseline.columns_of(Measure::Utilisation).map(|column| {
        let it = &baseline.columns[column];
        Panel {
            title: capital(told.name(it)),
            series: series(told, Measure::Utilisation, &it.scope, emphasis),
            targets: targets.clone(),
            marks: Vec::new(),
        }
    });
    let panels: Vec<Panel> = panels.collect();
    let title = utilisation_title(told)?;
    let subtitle = Word::UtilisationSubtitle.text(lang).to_owned();
    let figure = figure(told, Format::Share, Trace::Straight, panels);
    Some(chart(told, "utilisation", title, subtitle, figure))
}

/// Says how many roles are too busy, and names the busiest.
fn utilisation_title(told: Told<'_>) -> Option<String> {
    let baseline = told.baseline();
    let lang = told.locale.lang;
    let shares = baseline.columns_of(Measure::Utilisation);
    let shares = shares.map(|it| (it, baseline.total[it].mean));
    let shares: Vec<(usize, f64)> = shares.filter(|it| it.1.is_finite()).collect();
    let busiest = shares.iter().rev().max_by(|one, other| one.1.total_cmp(&other.1))?;
    let column = &baseline.columns[busiest.0];
    let role = inline(told.name(column));
    let busy = shares.iter().filter(|it| it.1 >= BUSY).count();
    let word = Noun::OF_ROLES.after(busy as f64, 0, lang);
    let limit = told.locale.share_short(BUSY);
    let share = told.locale.share_beside(busiest.1, BUSY, 0);
    let (baseline, all) = (told.policy(0), shares.len());
    Some(match busy {
        0 => told.say(texts::UtilisationTitleCalm { baseline, limit, role, share }),
        count => {
            told.say(texts::UtilisationTitle { baseline, limit, count, word, all, role, share })
        }
    })
}

/// Work ÷ what people can do, by role and month under the baseline.
pub(crate) fn load_map(told: Told<'_>) -> Option<Chart> {
    let lang = told.locale.lang;
    let baseline = told.baseline();
    let row = |column: usize| {
        let it = &baseline.columns[column];
        Some(HeatRow { label: capital(told.name(it)), values: load_of(baseline, &it.scope)? })
    };
    let rows: Vec<HeatRow> = baseline.columns_of(Measure::OfferedLoad).filter_map(row).collect();
    let last = |row: &HeatRow| row.values.last().copied().unwrap_or(f64::NAN);
    let above = rows.iter().filter(|it| last(it) > 1.0).count();
    // Nobody and no work is no load.
    let fullness = |row: &HeatRow| if last(row).is_nan() { 0.0 } else { last(row) };
    let fullest = rows.iter().rev().max_by(|a, b| fullness(a).total_cmp(&fullness(b)))?;
    let word = Noun::OF_ROLES.after(above as f64, 0, lang);
    let role = inline(&fullest.label);
    let baseline = told.policy(0);
    let share = match fullness(fullest) {
        it if it.is_finite() => told.locale.share_beside(it, 1.0, 0),
        _ => told.say(Word::NobodyThere),
    };
    let subtitle = told.say(texts::LoadSubtitle { baseline: &baseline })
        + chats_needed(told, rows.iter().map(|it| &*it.label));
    let title = match above {
        0 => told.say(texts::LoadTitleCalm { baseline, role, share }),
        count => told.say(texts::LoadTitle { baseline, count, word, all: rows.len(), role, share }),
    };
    let figure = Figure::HeatMap(HeatMap {
        months: told.scenario.timeline.first_days(),
        rows,
        caution: BUSY,
        limit: 1.0,
    });
    Some(chart(told, "load-map", title, subtitle, figure))
}

/// Role × month under a policy, which is named where it is not the only one that is shown.
pub(crate) fn heat_map(told: Told<'_>, policy: usize, key: &str) -> Option<Chart> {
    let lang = told.locale.lang;
    let baseline = &told.outcome.policies[policy];
    let columns: Vec<usize> = baseline.columns_of(Measure::Utilisation).collect();
    let rows: Vec<HeatRow> = columns
        .iter()
        .map(|&it| HeatRow {
            label: capital(told.name(&baseline.columns[it])),
            values: baseline.months(it).iter().map(|it| it.mean).collect(),
        })
        .collect();
    let busy_months = |row: &HeatRow| row.values.iter().filter(|it| **it >= BUSY).count();
    let fullest = rows.iter().rev().max_by_key(|it| busy_months(it))?;
    let count = busy_months(fullest);
    let word = Noun::IN_MONTHS.after(count as f64, 0, lang);
    let all = told.months();
    let limit = told.locale.share_short(BUSY);
    let title = match count {
        0 => told.say(texts::HeatTitleCalm { limit }),
        _ => told.say(texts::HeatTitle { role: &fullest.label, limit, count, word, all }),
    };
    let name = told.policy(policy);
    let title = match told.plan {
        Some(_) => format!("{name}. {title}"),
        None => title,
    };
    let subtitle = told.say(texts::HeatSubtitle { baseline: name });
    let figure = Figure::HeatMap(HeatMap {
        months: told.scenario.timeline.first_days(),
        rows,
        caution: BUSY,
        limit: 1.0,
    });
    Some(chart(told, key, title, subtitle, figure))
}

/// Head-count by role, where policies differ; else of the whole department.
pub(crate) fn headcount(told: Told<'_>) -> Option<Chart> {
    let (locale, lang) = (told.locale, told.locale.lang);
    let baseline = told.baseline();
    let all = |policy: usize| facts::people_in_the_end(&told.outcome.policies[policy]);
    let (most, least) = facts::largest_and_smallest(told.outcome);
    let is_same =
        (1..told.outcome.policies.len()).all(|it| facts::has_same_people(told.outcome, it));
    let emphasis = Emphasis { best: most, worst: least };
    let differs = |column: &usize| {
        let scope = &baseline.columns[*column].scope;
        let ends =
            told.outcome.policies.iter().filter_map(|it| it.months_of(Measure::Headcount, scope));
        let ends: Vec<f64> = ends.map(|it| facts::last(it).mean).collect();
        let (low, high) = ends
            .iter()
            .fold((f64::INFINITY, 0.0_f64), |(low, high), it| (low.min(*it), high.max(*it)));
        high - low > 0.25
    };
    let columns: Vec<usize> = baseline.columns_of(Measure::Headcount).filter(differs).collect();
    let panels: Vec<Panel> = if columns.is_empty() {
        vec![whole_department(told)]
    } else {
        let panel = |column: &usize| {
            let it = &baseline.columns[*column];
            let mut series = series(told, Measure::Headcount, &it.scope, emphasis);
            series.iter_mut().for_each(|it| it.band = None);
            Panel { title: capital(told.name(it)), series, ..Panel::default() }
        };
        columns.iter().map(panel).collect()
    };
    let now = people_number(all(0), locale);
    let baseline = told.policy(0);
    let title = match most {
        Some(most) => {
            let (name, count) = (told.policy(most), phrase::people(all(most), locale));
            told.say(texts::HeadcountTitle { policy: name, people: count, baseline, now })
        }
        None => {
            let people = phrase::people(all(0), locale);
            match is_same {
                true if told.outcome.policies.len() == 1 => {
                    told.say(texts::HeadcountTitleOne { people })
                }
                true => told.say(texts::HeadcountTitleSame { people }),
                false => told.say(texts::HeadcountTitleNoMore { baseline, people }),
            }
        }
    };
    let mut subtitle = Word::HeadcountSubtitle.text(lang).to_owned();
    // The title counts everybody, whoever is drawn.
    if let [column] = columns[..] {
        let role = inline(told.name(&told.baseline().columns[column]));
        subtitle += &told.say(texts::HeadcountSubtitleOf { role });
    }
    let figure = figure(told, Format::Number(1), Trace::Steps, panels);
    Some(chart(told, "headcount", title, subtitle, figure))
}

/// One line for each role under the baseline.
fn whole_department(told: Told<'_>) -> Panel {
    let baseline = told.baseline();
    let series = baseline.columns_of(Measure::Headcount).enumerate().map(|(index, column)| {
        let ink = if index < 6 { Ink::Slot(index as u8) } else { Ink::Muted };
        let name = told.name(&baseline.columns[column]);
        let it: Series = line(name.to_owned(), baseline.months(column), ink);
        Series { band: None, ..it }
    });
    Panel { series: series.collect(), ..Panel::default() }
}
