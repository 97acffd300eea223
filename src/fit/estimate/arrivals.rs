//! Arrivals: how many, how fast they grow, how uneven days and months are.

use super::clients::Clients;
use super::office::{OfficeHours, weekday};
use crate::fit::stamp;
use crate::fit::ticket::Ticket;
use crate::fit::window::Window;
use crate::statistics::{Interval, jackknife, t_quantile};

/// Fewer days of growth than this are no trend.
const TREND: usize = 180;
/// Fewer days than this do not show every month.
const YEAR: usize = 350;

/// What arrivals are like.
pub(super) struct Flow {
    pub(super) weekly: Interval,
    pub(super) daily: Interval,
    pub(super) growth: Option<Interval>,
    /// Months that growth rests on, and days that unevenness rests on.
    pub(super) months: u64,
    pub(super) days: u64,
    pub(super) day_cv: Interval,
    /// What months, or weeks where there are few months, stray beyond chance.
    pub(super) months_stray: f64,
    /// Factors of months with their intervals and tickets.
    pub(super) seasons: Option<[(Interval, u64); 12]>,
}

/// One day the desk is open.
struct Day {
    /// Days since the window's middle.
    time: f64,
    count: f64,
    month: usize,
    year: i16,
    expected: f64,
}

impl Flow {
    /// Counts repeats that are no tickets of their own: of all that comes, they are this share.
    pub(super) fn with_repeats(&mut self, share: Interval) {
        let doubt = (share.high - share.low) / 2.0 / (1.0 - share.value);
        for it in [&mut self.weekly, &mut self.daily] {
            let value = it.value / (1.0 - share.value);
            let relative = ((it.high - it.value) / it.value).hypot(doubt);
            *it = Interval::around(value, value * relative);
        }
    }
}

pub(super) fn arrivals(
    tickets: &[Ticket],
    window: &Window,
    office: &OfficeHours,
    clients: Option<&Clients>,
) -> Flow {
    let span = window.days();
    let mut counts = vec![0.0; span.len()];
    for it in tickets {
        counts[(it.created.div_euclid(86_400) as i32 - span.start) as usize] += 1.0;
    }
    let middle = f64::from(span.start + span.end) / 2.0;
    let mut weekdays = [(0.0, 0.0); 7];
    let day = |day: &i32| {
        let count = counts[(day - span.start) as usize];
        let date = stamp::day(*day);
        weekdays[weekday(*day)].0 += count;
        weekdays[weekday(*day)].1 += 1.0;
        Day {
            time: f64::from(*day) - middle,
            count,
            month: date.month() as usize - 1,
            year: date.year(),
            expected: 0.0,
        }
    };
    let mut days: Vec<Day> = office.open.iter().map(day).collect();
    for (it, day) in days.iter_mut().zip(&office.open) {
        let (sum, number) = weekdays[weekday(*day)];
        it.expected = sum / number;
    }
    let slope = trend(&days);
    // What is expected grows with the clients where they are known, else with the months themselves.
    let daily = clients.map(|it| libm::log1p(it.growth.value / 100.0) / 30.4375);
    let daily = daily.or(slope.map(|it: (f64, f64)| it.0)).unwrap_or(0.0);
    let longer = |it: &Day| libm::exp(daily * it.time);
    scale(&mut days, longer);
    let months_stray = stray(&days, |it| i64::from(it.year) * 12 + it.month as i64)
        .or_else(|| stray(&days, |it| ((it.time + middle) as i64 + 3).div_euclid(7)));
    let by_month = (|it: &Day| (it.year, it.month)) as fn(&Day) -> (i16, usize);
    level(&mut days, by_month);
    // Months and weekdays were fitted to the days: they take a part of what days stray with them.
    let fitted = days.chunk_by(|a, b| by_month(a) == by_month(b)).count()
        + weekdays.iter().filter(|it| it.1 > 0.0).count();
    let free = (days.len() as f64 + 1.0 - fitted as f64).max(1.0);
    let left = free / days.len() as f64;
    let cv = |chosen: &[usize]| {
        let (mut over, mut squares) = (0.0, 0.0);
        for it in chosen.iter().map(|it| &days[*it]) {
            over += (it.count - it.expected) * (it.count - it.expected) / left - it.expected;
            squares += it.expected * it.expected;
        }
        (over / squares).max(0.0).sqrt()
    };
    let day_cv = jackknife(days.len(), cv).within(0.0, f64::INFINITY);
    let n = tickets.len() as f64;
    let phi = days
        .iter()
        .map(|it| (it.count - it.expected) * (it.count - it.expected) / it.expected.max(1e-9))
        .sum::<f64>()
        / free;
    let relative = super::Z * (phi.max(1.0) / n).sqrt();
    // A calendar week ends with its weekend: a window that ends on a Friday has whole weeks.
    let mut weeks_end = span.end;
    while weeks_end < span.end + 2 && !office.weekdays[weekday(weeks_end)] {
        weeks_end += 1;
    }
    let weekly = 7.0 * n / f64::from(weeks_end - span.start);
    let on_open = days.iter().map(|it| it.count).sum::<f64>() / days.len() as f64;
    let daily = if office.outside > OUTSIDE { n / span.len() as f64 } else { on_open };
    let growth = slope.filter(|_| span.len() >= TREND).map(|(slope, error)| {
        let monthly = |it: f64| 100.0 * (libm::exp(it * 30.4375) - 1.0);
        Interval {
            value: monthly(slope),
            low: monthly(slope - error),
            high: monthly(slope + error),
        }
    });
    let mut months: Vec<(i16, usize)> = days.iter().map(by_month).collect();
    months.dedup();
    let seasons = clients.filter(|_| span.len() >= YEAR).and_then(|it| seasons(&days, it));
    Flow {
        weekly: Interval::around(weekly, weekly * relative),
        daily: Interval::around(daily, daily * relative),
        growth,
        months: months.len() as u64,
        days: days.len() as u64,
        day_cv,
        months_stray: months_stray.unwrap_or(0.0),
        seasons,
    }
}

/// More tickets than this outside working hours: they come round the clock.
pub(crate) const OUTSIDE: f64 = 0.05;

/// The slope of log counts of months a day, and the half-width of its interval: quasi-Poisson
/// regression (McCullagh and Nelder, *Generalized Linear Models*, 1989) on months, whose seasons are
/// noise here, so that they widen the interval.
fn trend(days: &[Day]) -> Option<(f64, f64)> {
    let mut months: Vec<((i16, usize), f64, f64, f64)> = Vec::new();
    for it in days {
        let key = (it.year, it.month);
        match months.last_mut() {
            Some(last) if last.0 == key => {
                last.1 += it.count;
                last.2 += it.expected;
                last.3 += it.time * it.expected;
            }
            _ => months.push((key, it.count, it.expected, it.time * it.expected)),
        }
    }
    if months.len() < 4 {
        return None;
    }
    let (mut a, mut b) = (0.0, 0.0);
    let (mut sxx, mut phi) = (1.0, 1.0);
    for _ in 0..30 {
        let (mut s, mut sx, mut xx, mut sz, mut xz, mut chi) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (_, count, exposure, times) in &months {
            let x = times / exposure;
            let mu = exposure * libm::exp(a + b * x);
            let z = a + b * x + (count - mu) / mu;
            s += mu;
            sx += mu * x;
            xx += mu * x * x;
            sz += mu * z;
            xz += mu * x * z;
            chi += (count - mu) * (count - mu) / mu;
        }
        sxx = xx - sx * sx / s;
        b = (xz - sx * sz / s) / sxx;
        a = (sz - b * sx) / s;
        phi = chi / (months.len() as f64 - 2.0);
    }
    let t = t_quantile(0.975, months.len() as f64 - 2.0);
    Some((b, t * (phi.max(1.0) / sxx).sqrt()))
}

/// The standard deviation, as a share, of periods around what is expected of them, beyond chance;
/// nothing of fewer than four.
fn stray(days: &[Day], period: impl Fn(&Day) -> i64) -> Option<f64> {
    let (mut over, mut squares, mut n) = (0.0, 0.0, 0);
    for days in days.chunk_by(|a, b| period(a) == period(b)) {
        let came: f64 = days.iter().map(|it| it.count).sum();
        let expected: f64 = days.iter().map(|it| it.expected).sum();
        over += (came - expected) * (came - expected) - expected;
        squares += expected * expected;
        n += 1;
    }
    (n >= 4).then(|| (over / squares).max(0.0).sqrt())
}

/// Multiplies what is expected, keeping the sum.
fn scale(days: &mut [Day], factor: impl Fn(&Day) -> f64) {
    let sum: f64 = days.iter().map(|it| it.count).sum();
    days.iter_mut().for_each(|it| it.expected *= factor(it));
    let expected: f64 = days.iter().map(|it| it.expected).sum();
    days.iter_mut().for_each(|it| it.expected *= sum / expected);
}

/// Scales what is expected in each group of neighbouring days to what came in it.
fn level(days: &mut [Day], group: fn(&Day) -> (i16, usize)) {
    for days in days.chunk_by_mut(|a, b| group(a) == group(b)) {
        let (came, expected) =
            days.iter().fold((0.0, 0.0), |it, day| (it.0 + day.count, it.1 + day.expected));
        days.iter_mut().for_each(|it| it.expected *= came / expected);
    }
}

/// Factors of months: what came over what the number of clients and the weekdays let expect.
fn seasons(days: &[Day], clients: &Clients) -> Option<[(Interval, u64); 12]> {
    let daily = libm::log1p(clients.growth.value / 100.0) / 30.4375;
    let mut sums = [(0.0, 0.0); 12];
    let weight = |it: &Day| libm::exp(daily * it.time);
    let count: f64 = days.iter().map(|it| it.count).sum();
    let all: f64 = days.iter().map(weight).sum();
    for it in days {
        sums[it.month].0 += it.count;
        sums[it.month].1 += weight(it) * count / all;
    }
    if sums.iter().any(|it| it.0 < 10.0) {
        return None;
    }
    let mean = sums.iter().map(|it| it.0 / it.1).sum::<f64>() / 12.0;
    Some(sums.map(|(came, expected)| {
        let factor = came / expected / mean;
        (Interval::around(factor, super::Z * factor / came.sqrt()), came as u64)
    }))
}
