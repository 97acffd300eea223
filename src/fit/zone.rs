//! The clock of the stamps: a desk comes and goes by the clock on its own wall.
//!
//! Stamps of UTC of a desk whose clocks go forward in spring show it come an hour earlier in summer;
//! stamps of a clock that goes forward show a desk whose own does not come an hour later. Both are seen
//! by how the acts of summer days must be moved to look like those of winter days.

use super::Request;
use super::columns::Columns;
use super::stamp;
use super::ticket::Ticket;
use jiff::tz::TimeZone;

/// Parts of a day, a quarter of an hour each.
const PARTS: usize = 96;
/// Moves that are tried, in parts; an hour is four.
const MOVES: [i64; 9] = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
/// Fewer acts than this in summer or in winter show nothing.
const LEAST: f64 = 300.0;
/// The move must leave at most this share of the difference that there is without it.
const CLEAR: f64 = 0.6;
/// Offices open at about this hour: which zone it is, of those that change their clocks together.
const OPENING: i64 = 9;
/// Zones that change their clocks as Europe does, and as North America does, by hours from UTC in
/// winter.
const EUROPE: [(i64, &str); 3] =
    [(0, "Europe/London"), (1, "Europe/Berlin"), (2, "Europe/Helsinki")];
const AMERICA: [(i64, &str); 4] = [
    (-5, "America/New_York"),
    (-6, "America/Chicago"),
    (-7, "America/Denver"),
    (-8, "America/Los_Angeles"),
];

/// What was found out about the clock.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clock {
    pub(crate) shift: Shift,
    /// When the desk comes by the stamps in winter and in summer, in minutes of the day.
    pub(crate) winter: u16,
    pub(crate) summer: u16,
}

/// What the stamps are.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shift {
    /// UTC of a desk in this zone.
    Utc(&'static str),
    /// A clock that goes forward in spring, of a desk whose own does not.
    Foreign,
}

/// Finds the clock and moves the stamps to the clock on the desk's wall; nothing where summer looks
/// like winter, or where the user has named the zone.
pub(super) fn find(tickets: &mut [Ticket], columns: &Columns, request: &Request) -> Option<Clock> {
    let is_told = columns.all.iter().any(|it| it.zoned > it.utc);
    if request.zone.is_some() || is_told {
        return None;
    }
    let rules = [("Europe/Berlin", &EUROPE[..]), ("America/New_York", &AMERICA[..])];
    let rules = rules.map(|(name, zones)| (TimeZone::get(name).ok(), zones));
    let tried = rules.into_iter().filter_map(|(zone, zones)| {
        let zone = zone?;
        let acts = acts(tickets, &zone)?;
        let differences = MOVES.map(|it| difference(&acts, it));
        let best = (0..MOVES.len()).min_by(|a, b| differences[*a].total_cmp(&differences[*b]))?;
        Some((differences[best], differences[4], MOVES[best], zone, zones, acts))
    });
    let best = tried.min_by(|a, b| a.0.total_cmp(&b.0))?;
    let (left, without, moved, zone, zones, acts) = best;
    if moved.abs() != 4 || left > CLEAR * without {
        return None;
    }
    let [winter, summer] = acts.map(|it| opening(&it));
    // Summer moved on by an hour looks like winter: the desk came an hour earlier by these stamps.
    if moved > 0 {
        let hours = OPENING - (i64::from(winter) + 30) / 60;
        let (_, name) = zones.iter().min_by_key(|it| (it.0 - hours).abs())?;
        let zone = TimeZone::get(name).ok()?;
        each(tickets, |it| stamp::in_zone(it, &zone));
        return Some(Clock { shift: Shift::Utc(name), winter, summer });
    }
    each(tickets, |it| if is_summer(it, &zone) { it - 3600 } else { it });
    Some(Clock { shift: Shift::Foreign, winter, summer })
}

fn each(tickets: &mut [Ticket], moved: impl Fn(i64) -> i64) {
    for it in tickets {
        it.created = moved(it.created);
        [&mut it.first, &mut it.done, &mut it.closed]
            .into_iter()
            .for_each(|it| *it = it.map(&moved));
    }
}

fn is_summer(seconds: i64, zone: &TimeZone) -> bool {
    let offset = |it: i64| stamp::in_zone(it, zone) - it;
    // The first of January is in winter.
    offset(seconds) > offset(1_767_225_600)
}

/// Shares of the acts of winter and of summer in each part of the day.
fn acts(tickets: &[Ticket], zone: &TimeZone) -> Option<[[f64; PARTS]; 2]> {
    let mut acts = [[0.0; PARTS]; 2];
    let stamps = tickets.iter().flat_map(|it| [Some(it.created), it.first, it.done]);
    for it in stamps.flatten().filter(|it| it.rem_euclid(86_400) != 0) {
        acts[usize::from(is_summer(it, zone))][(it.rem_euclid(86_400) / 900) as usize] += 1.0;
    }
    let sums = acts.map(|it| it.iter().sum::<f64>());
    if sums.iter().any(|it| *it < LEAST) {
        return None;
    }
    for (acts, sum) in acts.iter_mut().zip(sums) {
        acts.iter_mut().for_each(|it| *it /= sum);
    }
    Some(acts)
}

/// How different winter and summer are when summer is moved on by so many parts.
fn difference([winter, summer]: &[[f64; PARTS]; 2], moved: i64) -> f64 {
    let at = |part: usize| (part as i64 - moved).rem_euclid(PARTS as i64) as usize;
    (0..PARTS).map(|it| (winter[it] - summer[at(it)]).powi(2)).sum()
}

/// When the day begins: the first part with at least a third of a usual one.
fn opening(acts: &[f64; PARTS]) -> u16 {
    let mut sorted = *acts;
    sorted.sort_by(f64::total_cmp);
    let enough = sorted[PARTS - 16] / 3.0;
    15 * acts.iter().position(|it| *it >= enough).unwrap_or(0) as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::columns::Columns;

    /// A year of a desk that is there from 9 to 13 and from 14 to 18 by the clock of `wall`, whose
    /// stamps are made by `stamp` from UTC.
    fn tickets(wall: &TimeZone, stamp: impl Fn(i64) -> i64) -> Vec<Ticket> {
        let mut all = Vec::new();
        for day in 0..365 {
            for part in (36..52).chain(56..72) {
                let local = 1_767_225_600 + day * 86_400 + part * 900 + 60;
                let offset = super::stamp::in_zone(local, wall) - local;
                let created = stamp(local - offset);
                all.push(Ticket { created, ..Ticket::default() });
            }
        }
        all
    }

    fn found(tickets: &mut [Ticket]) -> Option<Clock> {
        find(tickets, &Columns::new(&[]), &Request::default())
    }

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    #[test]
    fn stamps_of_utc_whose_lunch_moves_with_summer_time_are_put_on_the_wall() {
        for name in ["Europe/Berlin", "America/New_York"] {
            let mut all = tickets(&zone(name), |it| it);
            let clock = found(&mut all).expect("lunch moves");
            assert_eq!(clock.shift, Shift::Utc(name));
            assert_eq!(i32::from(clock.winter) - i32::from(clock.summer), 60);
            let hour = |it: &Ticket| it.created.rem_euclid(86_400) / 3600;
            assert_eq!(
                (all.iter().map(hour).min(), all.iter().map(hour).max()),
                (Some(9), Some(17))
            );
        }
    }

    #[test]
    fn a_desk_that_keeps_its_clock_under_stamps_that_do_not_is_known() {
        let berlin = zone("Europe/Berlin");
        let mut all = tickets(&zone("Europe/Moscow"), |it| super::stamp::in_zone(it, &berlin));
        assert_eq!(found(&mut all).map(|it| it.shift), Some(Shift::Foreign));
    }

    #[test]
    fn stamps_that_do_not_move_are_left_alone() {
        let mut all = tickets(&zone("Europe/Moscow"), |it| it);
        let before = all.clone();
        assert_eq!(found(&mut all), None);
        assert_eq!(all, before);
    }
}
