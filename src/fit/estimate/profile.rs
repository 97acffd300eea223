//! The profile over the week: cells of hour and weekday, each drawn to what its hour, its weekday and
//! its neighbours have in common by as much as chance explains.

use super::arrivals::OUTSIDE;
use super::office::{OfficeHours, weekday};
use crate::fit::ticket::Ticket;
use crate::fit::window::Window;
use crate::statistics::Interval;

pub(super) const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Cells weigh at least their share of so many tickets beside what their neighbours say.
const MOST: f64 = 400.0;
/// Neighbouring hours of a day stray together from what hour and weekday have in common: as much as
/// hours at this distance count with a cell, beside a prior of so many tickets that nothing strays.
const NEIGHBOURS: [f64; 3] = [1.0, 1.0, 0.5];
const PRIOR: f64 = 100.0;

/// Weights of the hours of a week.
pub(super) struct Profile {
    /// Arrivals a day of that weekday and hour (an open day, where tickets come on those only), over the mean of the cells in which any come.
    pub(super) weights: [[f64; 24]; 7],
    counts: [[f64; 24]; 7],
    /// How much the margins weigh beside a cell's own count, at the least that the cells leave
    /// possible: a shape of the gamma prior.
    least_shape: f64,
    expected: [[f64; 24]; 7],
}

pub(super) fn profile(tickets: &[Ticket], office: &OfficeHours, window: &Window) -> Profile {
    let mut counts = [[0.0; 24]; 7];
    for it in tickets {
        let day = weekday(it.created.div_euclid(86_400) as i32);
        counts[day][(it.created.rem_euclid(86_400) / 3600) as usize] += 1.0;
    }
    // What comes while nobody works comes on days of the calendar, a Saturday as any other.
    let round_the_clock = office.outside > OUTSIDE;
    let by_calendar = |it: &i32| round_the_clock || !office.weekdays[weekday(*it)];
    let open = office.open.iter().copied().filter(|it| !by_calendar(it));
    let mut days_of = [0.0; 7];
    window.days().filter(by_calendar).chain(open).for_each(|it| days_of[weekday(it)] += 1.0);
    let total: f64 = counts.as_flattened().iter().sum();
    // A desk that is closed gets a stray ticket an hour off: no profile is made of those.
    let used = |hour: usize| counts.iter().map(|it| it[hour]).sum::<f64>() >= 0.002 * total;
    let hours: Vec<usize> = (0..24).filter(|it| used(*it)).collect();
    let days: Vec<usize> =
        (0..7).filter(|it| counts[*it].iter().sum::<f64>() >= 0.002 * total).collect();
    let mut expected = [[0.0; 24]; 7];
    for &day in &days {
        let of_day: f64 = hours.iter().map(|it| counts[day][*it]).sum();
        for &hour in &hours {
            let of_hour: f64 = days.iter().map(|it| counts[*it][hour]).sum();
            expected[day][hour] = of_day * of_hour / total;
        }
    }
    let cells = || days.iter().flat_map(|day| hours.iter().map(move |hour| (*day, *hour)));
    // Moments: the variance of count ÷ expected is 1 ÷ shape + 1 ÷ expected (Robbins 1956; Marshall
    // 1991); margins that were fitted to the counts take a part of it with them.
    let fitted = (hours.len().max(2) - 1) * (days.len().max(2) - 1);
    let left = fitted as f64 / (hours.len() * days.len()).max(1) as f64;
    let (mut over, mut squares) = (0.0, 0.0);
    for (day, hour) in cells() {
        let (n, m) = (counts[day][hour], expected[day][hour]);
        over += (n - m) * (n - m) - left * m;
        squares += m * m;
    }
    let shape =
        |over: f64| if over > 0.0 { (left * squares / over).clamp(1.0, MOST) } else { MOST };
    // Were there nothing but chance, `over` would be about zero, give or take this.
    let doubt = left * (2.0 * squares).sqrt();
    let (least_shape, shape) = (shape(over + doubt), shape(over));
    let mut weights = [[0.0; 24]; 7];
    let strays = |day: usize, hour: usize| {
        let near = hours.iter().map(|it| (*it, NEIGHBOURS.get(it.abs_diff(hour)).unwrap_or(&0.0)));
        let sums = near.fold((PRIOR, PRIOR), |it, (hour, weight)| {
            (it.0 + weight * counts[day][hour], it.1 + weight * expected[day][hour])
        });
        sums.0 / sums.1
    };
    for (day, hour) in cells() {
        let (n, m) = (counts[day][hour], expected[day][hour]);
        let cell = m * (shape * strays(day, hour) + n) / (shape + m);
        weights[day][hour] = cell / f64::max(days_of[day], 1.0);
    }
    let number = cells().count().max(1) as f64;
    let mean = weights.as_flattened().iter().sum::<f64>() / number;
    weights.as_flattened_mut().iter_mut().for_each(|it| *it /= mean);
    Profile { weights, counts, least_shape, expected }
}

impl Profile {
    /// Each cell with its interval: that of the gamma posterior beside that of its margins.
    pub(super) fn cells(&self) -> Vec<(usize, usize, Interval, u64)> {
        let mut cells = Vec::new();
        let sum = |cells: &[f64]| cells.iter().sum::<f64>();
        for day in 0..7 {
            for hour in 0..24 {
                let weight = self.weights[day][hour];
                if weight <= 0.0 {
                    continue;
                }
                let of_hour: f64 = self.expected.iter().map(|it| it[hour]).sum();
                let of_day = sum(&self.expected[day]);
                let m = self.expected[day][hour];
                let own = 1.0 / (self.least_shape + m);
                let spread = super::Z * (own + 1.0 / of_hour + 1.0 / of_day).sqrt();
                let (low, high) = (weight * libm::exp(-spread), weight * libm::exp(spread));
                let interval = Interval { value: weight, low, high };
                cells.push((day, hour, interval, self.counts[day][hour] as u64));
            }
        }
        cells
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::Request;

    #[test]
    fn a_day_off_weighs_what_comes_on_it() {
        // So few that the desk counts as closed, and so many that tickets come round the clock.
        for few in [4, 8] {
            let of_day = |day: i32| {
                let count = if weekday(day) < 5 { 48 } else { few };
                let at = move |it: i64| i64::from(day) * 86_400 + it * 86_400 / count;
                (0..count).map(move |it| Ticket { created: at(it), ..Ticket::default() })
            };
            let tickets: Vec<Ticket> = (20_003..20_073).flat_map(of_day).collect();
            let window = Window::of(&tickets, &Request::default()).expect("weeks of tickets");
            let office = OfficeHours::of(&tickets, &window);
            let days = profile(&tickets, &office, &window).weights.map(|it| it.iter().sum::<f64>());
            let share = days[5] / days[0];
            assert!((share / (few as f64 / 48.0) - 1.0).abs() < 0.05, "{few}: {share}");
        }
    }
}
