//! Sweep: the points of a design of experiments over values of a scenario.
//!
//! A grid takes every combination; a Latin hypercube (McKay, Beckman and Conover, Technometrics 21, 1979)
//! divides every lever into as many equal strips as there are points and meets each strip once.

use crate::random::Chance;

/// Steps of a lever that says nothing else, and the most whole numbers that are all taken.
const STEPS: usize = 5;
const MOST_WHOLE: f64 = 20.0;
/// The most points of a sweep.
pub(crate) const MOST_POINTS: usize = 1_000_000;
/// Tells the chance of designs from that of replications.
const DESIGN: u64 = 0x0073_7765_6570;

/// A value that is varied.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lever {
    /// Its path in the scenario.
    pub(crate) path: String,
    /// From where.
    from: f64,
    /// To where.
    to: f64,
    /// How many values a grid takes.
    steps: usize,
    /// What stands after the number, such as `%` or `min`.
    unit: String,
    /// Whether only whole numbers make sense: both ends are written so.
    whole: bool,
}

/// A value of a lever.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Setting {
    /// As a scenario file says it.
    pub(crate) text: String,
    /// As a number, in its own unit; `NaN` where it is none.
    pub(crate) number: f64,
}

impl Setting {
    /// Of a text.
    pub(crate) fn of(text: &str) -> Self {
        let number = split(text).map_or(f64::NAN, |it| it.0);
        Self { text: text.trim().to_owned(), number }
    }
}

impl Lever {
    /// Reads `path=from..to` or `path=from..to:steps`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (path, range) = text.split_once('=')?;
        let (from, rest) = range.split_once("..")?;
        let (to, steps) = match rest.rsplit_once(':') {
            Some((to, steps)) => (to, Some(steps.trim().parse::<usize>().ok()?)),
            None => (rest, None),
        };
        let ((low, low_unit), (high, unit)) = (split(from)?, split(to)?);
        let is_one = low_unit == unit || low_unit.is_empty();
        let is_whole = |it: &str| !it.contains(['.', 'e', 'E']);
        let whole = is_whole(from.trim()) && is_whole(to.trim());
        let usual = match whole && unit.is_empty() && high - low <= MOST_WHOLE {
            true => (high - low) as usize + 1,
            false => STEPS,
        };
        let steps = steps.unwrap_or(usual);
        let lever = Self {
            path: path.trim().to_owned(),
            from: low,
            to: high,
            steps,
            unit: unit.to_owned(),
            whole,
        };
        (is_one && low < high && (2..=MOST_POINTS).contains(&steps) && !lever.path.is_empty())
            .then_some(lever)
    }

    /// The value at a place between 0 and 1.
    fn at(&self, place: f64) -> Setting {
        let number = self.from + place * (self.to - self.from);
        // Six digits of the range are finer than anybody asks for, and hide how numbers are stored.
        let step = 10f64.powi(((self.to - self.from).log10().floor() as i32) - 6);
        let number = if self.whole { number.round() } else { (number / step).round() * step };
        let decimals =
            if self.whole { 0 } else { (-step.log10().round()).clamp(0.0, 15.0) as usize };
        let mut digits = format!("{number:.decimals$}");
        if digits.contains('.') {
            digits.truncate(digits.trim_end_matches('0').len());
            if digits.ends_with('.') {
                digits.push('0');
            }
        }
        Setting { number, text: digits + &self.unit }
    }

    /// The values of a grid, each once.
    fn grid(&self) -> Vec<Setting> {
        let last = (self.steps - 1) as f64;
        let mut values: Vec<Setting> =
            (0..self.steps).map(|it| self.at(it as f64 / last)).collect();
        values.dedup();
        values
    }
}

/// A number and what stands after it.
fn split(text: &str) -> Option<(f64, &str)> {
    let text = text.trim();
    let end = text.find(|it: char| !(it.is_ascii_digit() || "+-.".contains(it)));
    let (digits, unit) = text.split_at(end.unwrap_or(text.len()));
    let number: f64 = digits.parse().ok()?;
    number.is_finite().then_some((number, unit.trim()))
}

/// Every combination, the last lever changing first; `None` where there are too many.
pub(crate) fn grid(levers: &[Lever]) -> Option<Vec<Vec<Setting>>> {
    let mut points = vec![Vec::new()];
    for lever in levers {
        let values = lever.grid();
        if points.len() * values.len() > MOST_POINTS {
            return None;
        }
        let longer = |point: &Vec<Setting>| {
            let point = point.clone();
            values.iter().map(move |it| [&point[..], std::slice::from_ref(it)].concat()).collect()
        };
        points = points.iter().flat_map(|it| -> Vec<Vec<Setting>> { longer(it) }).collect();
    }
    Some(points)
}

/// So many points of a Latin hypercube.
pub(crate) fn latin(levers: &[Lever], count: usize, seed: u64) -> Vec<Vec<Setting>> {
    let of_lever = |(position, lever): (usize, &Lever)| -> Vec<Setting> {
        let mut chance = Chance::keyed(&[DESIGN, seed, position as u64]);
        let mut strips: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            let other = (chance.unit() * (last + 1) as f64) as usize;
            strips.swap(last, other.min(last));
        }
        let place =
            |strip: usize, chance: &mut Chance| (strip as f64 + chance.unit()) / count as f64;
        strips.into_iter().map(|it| lever.at(place(it, &mut chance))).collect()
    };
    let values: Vec<Vec<Setting>> = levers.iter().enumerate().map(of_lever).collect();
    (0..count).map(|point| values.iter().map(|it| it[point].clone()).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(points: &[Vec<Setting>]) -> Vec<String> {
        let text =
            |it: &Vec<Setting>| it.iter().map(|it| it.text.clone()).collect::<Vec<_>>().join(" ");
        points.iter().map(text).collect()
    }

    fn levers(all: &[&str]) -> Vec<Lever> {
        all.iter().map(|it| Lever::read(it).expect("a lever")).collect()
    }

    #[test]
    fn a_grid_is_every_combination() {
        let points = grid(&levers(&["a.headcount=1..3", "b = 5%..10% : 2"])).expect("not too many");
        assert_eq!(texts(&points), ["1 5%", "1 10%", "2 5%", "2 10%", "3 5%", "3 10%"]);
        let points = grid(&levers(&["a=0.0..1.0:3"])).expect("not too many");
        assert_eq!(texts(&points), ["0.0", "0.5", "1.0"]);
        let points = grid(&levers(&["a=30..90min:4"])).expect("not too many");
        assert_eq!(texts(&points), ["30min", "50min", "70min", "90min"]);
        assert_eq!(grid(&levers(&["a=1..1000:1000", "b=1..2000:2000"])), None);
    }

    #[test]
    fn a_latin_hypercube_meets_every_strip_of_every_lever_once() {
        let levers = levers(&["a=0.0..10.0", "b=100.0..200.0", "c=-1.0..1.0"]);
        let points = latin(&levers, 40, 7);
        for (lever, (from, to)) in
            [(0.0, 10.0), (100.0, 200.0), (-1.0, 1.0)].into_iter().enumerate()
        {
            let strip =
                |it: &Vec<Setting>| ((it[lever].number - from) / (to - from) * 40.0) as usize;
            let mut strips: Vec<usize> = points.iter().map(strip).collect();
            strips.sort_unstable();
            assert_eq!(strips, (0..40).collect::<Vec<_>>());
        }
        assert_eq!(points, latin(&levers, 40, 7));
        assert_ne!(points, latin(&levers, 40, 8));
    }

    #[test]
    fn what_is_no_range_is_no_lever() {
        for wrong in
            ["a", "a=1", "a=1..", "a=2..1", "a=1..1", "=1..2", "a=1..2:1", "a=x..y", "a=1h..2min"]
        {
            assert_eq!(Lever::read(wrong), None, "{wrong}");
        }
    }
}
