//! Erlang: queues of equal agents in closed form, as oracles for tests and first guesses for searches.
//!
//! They know no shifts, no absences and no growth, and for promises of hours or days they are
//! pessimistic or meaningless: shown beside a simulation they are the naive column.
//! Sources: Erlang (1917); Cooper, *Introduction to Queueing Theory*; Halfin and Whitt
//! (Operations Research 29, 1981); Palm (1957) for impatience.

use statrs::distribution::{Continuous, ContinuousCDF, Normal};

/// A queue with Poisson arrivals, exponential service and equal agents: M/M/c.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Agents {
    /// Arrivals in a unit of time.
    pub(crate) rate: f64,
    /// Mean effort, in the same unit.
    pub(crate) effort: f64,
    /// Agents.
    pub(crate) agents: u32,
}

impl Agents {
    /// Offered load: how many would be busy if nobody ever waited.
    pub(crate) fn load(&self) -> f64 {
        self.rate * self.effort
    }

    /// Erlang B: the probability that all are busy when nothing can wait.
    pub(crate) fn blocking(&self) -> f64 {
        let load = self.load();
        (1..=self.agents)
            .fold(1.0, |blocked, agents| load * blocked / (f64::from(agents) + load * blocked))
    }

    /// Erlang C: the probability of having to wait; 1 when the load is not below the agents.
    pub(crate) fn waiting(&self) -> f64 {
        let occupancy = self.load() / f64::from(self.agents);
        if occupancy.is_nan() || occupancy >= 1.0 {
            return 1.0;
        }
        let blocked = self.blocking();
        blocked / (1.0 - occupancy * (1.0 - blocked))
    }

    /// Agents that are free on average.
    fn spare(&self) -> f64 {
        f64::from(self.agents) - self.load()
    }

    /// Mean wait; infinite when the load is not below the agents.
    pub(crate) fn mean_wait(&self) -> f64 {
        if self.spare() > 0.0 { self.waiting() * self.effort / self.spare() } else { f64::INFINITY }
    }

    /// The probability that a wait is at most `time`.
    pub(crate) fn wait_within(&self, time: f64) -> f64 {
        if self.spare() > 0.0 {
            1.0 - self.waiting() * libm::exp(-self.spare() * time / self.effort)
        } else {
            0.0
        }
    }

    /// The fewest agents with whom at least `share` of the waits are at most `time`, `share` < 1.
    pub(crate) fn fewest(rate: f64, effort: f64, time: f64, share: f64) -> u32 {
        let enough = |agents: &u32| {
            let queue = Self { rate, effort, agents: *agents };
            queue.wait_within(time) >= share
        };
        let least = (rate * effort).floor() as u32;
        (least.max(1)..u32::MAX).find(enough).unwrap_or(u32::MAX)
    }
}

/// The probability of waiting when a large group has `beta` × √load agents above its load.
pub(crate) fn halfin_whitt(beta: f64) -> f64 {
    let normal = Normal::standard();
    1.0 / (1.0 + beta * normal.cdf(beta) / normal.pdf(beta))
}

/// Square-root staffing: agents for a load so that about `waiting` of the arrivals must wait
/// (between 0 and 1). A first guess, good within one agent even for small groups.
pub(crate) fn square_root_staffing(load: f64, waiting: f64) -> u32 {
    let (mut low, mut high) = (0.0, 8.0);
    for _ in 0..60 {
        let beta = (low + high) / 2.0;
        if halfin_whitt(beta) > waiting {
            low = beta;
        } else {
            high = beta;
        }
    }
    (load + high * load.sqrt()).ceil() as u32
}

/// What happens where customers give up: M/M/c + M, Erlang A.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Impatience {
    /// The probability of having to wait.
    pub(crate) waiting: f64,
    /// The share that gives up.
    pub(crate) lost: f64,
    /// Mean wait of all, whether served or not.
    pub(crate) mean_wait: f64,
    /// Mean number waiting.
    pub(crate) queue: f64,
    /// Busy ÷ available.
    pub(crate) occupancy: f64,
}

/// Erlang A, from its birth and death process; patience is exponential with the given mean, which
/// is finite and above 0 (for endless patience ask [`Agents`] itself).
pub(crate) fn erlang_a(queue: Agents, patience: f64) -> Impatience {
    assert!(patience.is_finite() && patience > 0.0, "patience has an end and is above nothing");
    let agents = f64::from(queue.agents);
    let death = |n: f64| n.min(agents) / queue.effort + (n - agents).max(0.0) / patience;
    let (mut p, mut n) = (1.0f64, 0.0f64);
    let (mut all, mut waiting, mut length, mut busy) = (0.0, 0.0, 0.0, 0.0);
    // Beyond the mode the terms shrink faster than geometrically.
    while n <= agents || p > all * 1e-17 || queue.rate > death(n) {
        all += p;
        busy += p * n.min(agents);
        if n >= agents {
            waiting += p;
            length += p * (n - agents);
        }
        n += 1.0;
        p *= queue.rate / death(n);
        if all > 1e200 {
            for sum in [&mut p, &mut all, &mut waiting, &mut length, &mut busy] {
                *sum *= 1e-200;
            }
        }
    }
    let length = length / all;
    Impatience {
        waiting: waiting / all,
        lost: length / patience / queue.rate,
        mean_wait: length / queue.rate,
        queue: length,
        occupancy: busy / all / agents,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, exact: f64) {
        assert!((found - exact).abs() < 1e-8, "{found} {exact}");
    }

    fn queue(rate: f64, effort: f64, agents: u32) -> Agents {
        Agents { rate, effort, agents }
    }

    #[test]
    fn waits_of_small_and_large_groups_are_those_of_the_tables() {
        let single = queue(0.8, 1.0, 1);
        close(single.waiting(), 0.8);
        close(single.mean_wait(), 4.0);
        close(single.wait_within(1.0), 0.345_015_397_5);
        let pair = queue(1.0, 1.0, 2);
        close(pair.waiting(), 1.0 / 3.0);
        close(pair.wait_within(0.5), 0.797_823_113_4);
        let ten = queue(8.0, 1.0, 10);
        close(ten.blocking(), 0.121_661_064_3);
        close(ten.waiting(), 0.409_180_150_8);
        close(ten.mean_wait(), 0.204_590_075_4);
        close(ten.wait_within(0.25), 0.751_819_693_2);
    }

    #[test]
    fn a_call_centre_of_fourteen_answers_as_published() {
        let calls = queue(100.0 / 30.0, 3.0, 14);
        close(calls.waiting(), 0.174_131_933_6);
        close(calls.mean_wait(), 0.130_598_950_2);
        close(calls.wait_within(1.0 / 3.0), 0.888_350_019_2);
        close(queue(100.0 / 30.0, 3.0, 13).wait_within(1.0 / 3.0), 0.795_594_788_4);
        assert_eq!(Agents::fewest(100.0 / 30.0, 3.0, 1.0 / 3.0, 0.8), 14);
    }

    #[test]
    fn pooling_shortens_waits_at_the_same_load() {
        close(queue(1.6, 1.0, 2).mean_wait(), 1.777_777_777_8);
    }

    #[test]
    fn an_overloaded_queue_waits_forever() {
        let over = queue(2.0, 1.0, 2);
        assert_eq!(
            (over.waiting(), over.mean_wait(), over.wait_within(9.0)),
            (1.0, f64::INFINITY, 0.0)
        );
    }

    #[test]
    fn square_root_staffing_is_a_close_first_guess() {
        close(halfin_whitt(1.0), 0.223_361_274_8);
        assert_eq!(square_root_staffing(100.0, 0.223_36), 111);
        let guess = square_root_staffing(8.0, 0.41);
        assert!((10..=11).contains(&guess), "{guess}");
    }

    #[test]
    fn impatience_agrees_with_published_values() {
        let found = erlang_a(queue(10.0 / 3.0, 3.0, 13), 5.0);
        close(found.waiting, 0.225_797_084);
        close(found.lost, 0.024_963_304);
        close(found.mean_wait, 0.124_816_518);
        close(found.queue, 0.416_055_06);
        close(found.occupancy, 0.750_028_23);
        let found = erlang_a(queue(10.0, 1.0, 10), 1.0);
        close(found.waiting, 0.542_070_286);
        close(found.lost, 0.125_110_036);
    }
}
