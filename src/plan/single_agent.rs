//! Single agent: one person with any law of effort, with and without priorities (M/G/1).
//!
//! Sources: Pollaczek (1930) and Khinchine (1932) for the mean wait; Cobham (Operations Research 2,
//! 1954) for priorities that do not interrupt; Miller (1960) for those that do; Erlang (1909)
//! and Iversen for the distribution of waits with fixed effort.

/// One class of work: Poisson arrivals and the first two moments of its effort.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Class {
    /// Arrivals in a unit of time.
    pub(crate) rate: f64,
    /// Mean effort, in the same unit.
    pub(crate) effort: f64,
    /// Standard deviation of effort ÷ mean.
    pub(crate) cv: f64,
}

impl Class {
    /// The share of the agent's time that it takes.
    pub(crate) fn load(&self) -> f64 {
        self.rate * self.effort
    }

    /// What an arrival finds of it in progress, on average: λ E\[S²\] ÷ 2.
    fn residual(&self) -> f64 {
        self.rate * self.effort * self.effort * (1.0 + self.cv * self.cv) / 2.0
    }
}

/// Mean wait of one class, first come first served (Pollaczek–Khinchine).
pub(crate) fn mean_wait(class: Class) -> f64 {
    non_preemptive_waits(&[class])[0]
}

/// Mean wait of each class, highest priority first, when work in progress is finished first
/// (Cobham). Infinite where the load down to that class fills the agent.
pub(crate) fn non_preemptive_waits(classes: &[Class]) -> Vec<f64> {
    let residual: f64 = classes.iter().map(Class::residual).sum();
    let loads = loads_above(classes);
    let wait = |(class, above): (&Class, &f64)| {
        let with = above + class.load();
        if with < 1.0 { residual / ((1.0 - above) * (1.0 - with)) } else { f64::INFINITY }
    };
    classes.iter().zip(&loads).map(wait).collect()
}

/// Mean sojourn of each class, highest priority first, when higher work interrupts and the
/// interrupted work resumes where it was. Infinite where the load fills the agent.
///
/// An absence is such a class at the top: that is why 16 % of absence in whole days costs much
/// more than working 16 % slower.
pub(crate) fn preemptive_resume_sojourns(classes: &[Class]) -> Vec<f64> {
    let loads = loads_above(classes);
    let mut residual = 0.0;
    let sojourn = |(class, above): (&Class, &f64)| {
        residual += class.residual();
        let with = above + class.load();
        if with < 1.0 {
            class.effort / (1.0 - above) + residual / ((1.0 - above) * (1.0 - with))
        } else {
            f64::INFINITY
        }
    };
    classes.iter().zip(&loads).map(sojourn).collect()
}

/// The probability that a wait is at most `time` when effort is always the same (M/D/1).
pub(crate) fn fixed_effort_wait_within(rate: f64, effort: f64, time: f64) -> f64 {
    if rate * effort >= 1.0 {
        return 0.0;
    }
    let (mut sum, mut factorial) = (0.0, 1.0);
    for k in 0..=(time / effort).floor() as i32 {
        if k > 0 {
            factorial *= f64::from(k);
        }
        let x = rate * (f64::from(k) * effort - time);
        sum += x.powi(k) / factorial * libm::exp(-x);
    }
    (1.0 - rate * effort) * sum
}

/// For each class the load of all classes above it.
fn loads_above(classes: &[Class]) -> Vec<f64> {
    let above = |sum: &mut f64, class: &Class| {
        let before = *sum;
        *sum += class.load();
        Some(before)
    };
    classes.iter().scan(0.0, above).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(rate: f64, effort: f64, cv: f64) -> Class {
        Class { rate, effort, cv }
    }

    fn close(found: &[f64], exact: &[f64]) {
        let equal = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-9;
        assert!(found.iter().zip(exact).all(equal), "{found:?} {exact:?}");
    }

    fn three() -> [Class; 3] {
        [class(0.1, 0.5, 1.0), class(0.3, 1.0, 0.5f64.sqrt()), class(0.2, 1.5, 0.0)]
    }

    #[test]
    fn the_spread_of_effort_costs_as_much_wait_as_the_load() {
        for (cv, wait) in [(0.0, 2.0), (0.5f64.sqrt(), 3.0), (1.0, 4.0), (1.5, 6.5), (2.0, 10.0)] {
            close(&[mean_wait(class(0.8, 1.0, cv))], &[wait]);
        }
    }

    #[test]
    fn priorities_move_waits_and_do_not_remove_them() {
        let waits = non_preemptive_waits(&three());
        close(&waits, &[0.5, 0.769_230_769_2, 2.087_912_087_9]);
        let classes = three();
        let conserved: f64 = classes.iter().zip(&waits).map(|(c, w)| c.load() * w).sum();
        close(&[conserved], &[0.882_142_857_1]);
    }

    #[test]
    fn interruptions_help_the_top_class_most() {
        close(
            &preemptive_resume_sojourns(&three()),
            &[0.526_315_789_5, 1.457_489_878_5, 4.395_604_395_6],
        );
    }

    #[test]
    fn absences_cost_more_than_a_slower_agent() {
        let absences = class(0.02, 8.0, 1.0);
        let tickets = class(1.0, 0.5, 1.0);
        close(&preemptive_resume_sojourns(&[absences, tickets])[1..], &[5.952_380_952_4]);
    }

    #[test]
    fn the_class_that_overfills_the_agent_waits_forever() {
        let waits = non_preemptive_waits(&[class(0.5, 1.0, 1.0), class(0.5, 1.0, 1.0)]);
        assert!(waits[0].is_finite() && waits[1] == f64::INFINITY);
    }

    #[test]
    fn waits_for_fixed_effort_are_distributed_as_erlang_found() {
        for (time, share) in [(0.0, 0.2), (2.0, 0.634_519_936_3), (5.0, 0.899_502_761_8)] {
            close(&[fixed_effort_wait_within(0.8, 1.0, time)], &[share]);
        }
    }
}
