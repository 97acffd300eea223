//! People: how many agents a usual week has, and when they are away.

use super::office::OfficeHours;
use crate::fit::stamp;
use crate::fit::ticket::Ticket;
use crate::statistics::Interval;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The number of agents.
pub(super) struct Agents {
    pub(super) usual: Interval,
    pub(super) weeks: u64,
}

/// Agents who took at least a tenth of an equal share of their week.
pub(super) fn agents(tickets: &[Ticket]) -> Option<Agents> {
    let mut weeks: BTreeMap<i64, BTreeMap<u32, f64>> = BTreeMap::new();
    for it in tickets {
        let week = (it.created.div_euclid(86_400) + 3).div_euclid(7);
        if let Some(agent) = it.agent {
            *weeks.entry(week).or_default().entry(agent).or_default() += 1.0;
        }
    }
    let number = |week: &BTreeMap<u32, f64>| {
        let equal = week.values().sum::<f64>() / week.len() as f64;
        week.values().filter(|it| **it >= 0.1 * equal).count() as f64
    };
    let mut numbers: Vec<f64> = weeks.values().map(number).collect();
    numbers.sort_by(f64::total_cmp);
    let n = numbers.len();
    // A median's interval by ranks (David and Nagaraja, *Order Statistics*, 2003).
    let half = super::Z * (n as f64).sqrt() / 2.0;
    let rank = |it: f64| numbers[(it.max(0.0) as usize).min(n - 1)];
    let middle = n as f64 / 2.0;
    let usual =
        || Interval { value: rank(middle), low: rank(middle - half), high: rank(middle + half) };
    (n > 0).then(|| Agents { usual: usual(), weeks: n as u64 })
}

/// Acts a day below which a day without any says nothing.
const BUSY: f64 = 3.0;
/// A row of silent days in which so many acts were expected is an absence.
const SILENT: f64 = 6.0;

/// When people are away.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Away {
    /// Spells a person and year, and calendar days of one.
    pub(crate) spells: Interval,
    pub(crate) length: f64,
    pub(crate) n: u64,
    /// First day and calendar days of each, person by person, the busiest first.
    pub(crate) dated: Vec<Vec<(Date, i32)>>,
}

/// Working days on which an agent who otherwise acts all day does nothing.
pub(super) fn away(tickets: &[Ticket], office: &OfficeHours) -> Option<Away> {
    let mut acts: BTreeMap<u32, BTreeMap<i32, f64>> = BTreeMap::new();
    for it in tickets {
        let Some(agent) = it.agent else { continue };
        for at in [it.first, it.done].into_iter().flatten() {
            let day = at.div_euclid(86_400) as i32;
            *acts.entry(agent).or_default().entry(day).or_default() += 1.0;
        }
    }
    let mut people: Vec<(f64, Vec<(i32, i32)>)> = Vec::new();
    let mut days = 0.0;
    for days_of in acts.values() {
        let (first, last) = (*days_of.keys().next()?, *days_of.keys().next_back()?);
        let there: Vec<i32> =
            office.open.iter().copied().filter(|it| (first..=last).contains(it)).collect();
        let all: f64 = days_of.values().sum();
        let usual = all / there.len().max(1) as f64;
        if usual < BUSY {
            continue;
        }
        days += f64::from(last - first + 1);
        let silent = |it: &i32| !days_of.contains_key(it);
        let rows = there.chunk_by(|a, b| silent(a) == silent(b)).filter(|it| silent(&it[0]));
        let long = rows.filter(|it| it.len() as f64 * usual >= SILENT);
        let spells = long.map(|it| (it[0], it[it.len() - 1] - it[0] + 1)).collect();
        people.push((all, spells));
    }
    if people.is_empty() {
        return None;
    }
    people.sort_by(|a, b| b.0.total_cmp(&a.0));
    let spells: Vec<i32> = people.iter().flat_map(|it| it.1.iter().map(|it| it.1)).collect();
    let (n, years) = (spells.len() as f64, days / 365.25);
    // The square root of a Poisson count has a standard deviation of a half.
    let root = |it: f64| (n.sqrt() + it * super::Z / 2.0).max(0.0).powi(2) / years;
    let rate = Interval { value: n / years, low: root(-1.0), high: root(1.0) };
    let dated = |it: &(f64, Vec<(i32, i32)>)| {
        it.1.iter().map(|(from, days)| (stamp::day(*from), *days)).collect()
    };
    Some(Away {
        spells: rate,
        length: f64::from(spells.iter().sum::<i32>()) / n.max(1.0),
        n: spells.len() as u64,
        dated: people.iter().map(dated).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::Request;
    use crate::fit::window::Window;

    #[test]
    fn a_week_without_a_trace_of_somebody_is_an_absence() {
        let ticket = |it: i64| {
            let created = it / 16 * 86_400 + (9 + it / 2 % 8) * 3600;
            let day = created / 86_400;
            let agent = Some(if (40..47).contains(&day) { 0 } else { (it % 2) as u32 });
            let first = Some(created + 60);
            Ticket { created, first, agent, ..Ticket::default() }
        };
        let tickets: Vec<Ticket> = (0..16 * 120).map(ticket).collect();
        let window = Window::of(&tickets, &Request::default()).expect("there are tickets");
        let away = away(&tickets, &OfficeHours::of(&tickets, &window)).expect("there are people");
        assert_eq!((away.n, away.length), (1, 7.0));
        assert_eq!(away.dated[1], [(stamp::day(40), 7)]);
        assert!(away.dated[0].is_empty());
    }
}
