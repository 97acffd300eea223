//! Perfect: what the plan would cost if everything were known beforehand, the floor of every plan.

use super::beside::{Beside, ERROR, hires_now};
use super::data::{Alternative, Kept, Quantiles, Which};
use super::lost;
use super::spread::compared;
use crate::plan::search::Search;
use crate::plan::search::evaluator::Played;
use crate::plan::search::hire_options::{Candidate, in_months};
use crate::statistics::sequential::share_of_fixed;

/// Futures of which everything is known beforehand, and replications that each may take.
const KNOWN: u64 = 8;
const KNOWN_IN_FULL: u64 = 30;
const EACH: usize = 8;
const EACH_IN_FULL: usize = 30;

impl Beside<'_, '_> {
    /// The floor: in each future everything is known beforehand, and what the rule does in it is made
    /// as cheap as its promises allow, hire by hire, within so many replications: with more it might be
    /// lower still. The inner `None` where it is none.
    pub(super) fn perfect(&mut self, full: bool) -> Option<Option<Alternative>> {
        let (count, limit) = if full { (KNOWN_IN_FULL, EACH_IN_FULL) } else { (KNOWN, EACH) };
        let replications = self.lab.fresh(count.min(self.kept.of));
        let (mut costs, mut hires, mut breaches) = (Vec::new(), Vec::new(), Vec::new());
        let (mut before, mut temporary, mut lost, mut now, mut passed) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new(), 0);
        for &replication in &replications {
            let (rule, one) = (self.rule.clone(), [replication]);
            self.lab.simulate(&rule, &one)?;
            let played = self.lab.played(&rule, &one)[0].clone();
            let mut start = self.dates(&played);
            let mut search = Search::new(self.lab, self.promises, &one, 0, limit);
            if search.is_good(&start)? {
                start = search.cheapen(start)?;
                self.lab.simulate(&start, &one)?;
            } else {
                start = rule;
            }
            let best = self.lab.played(&start, &one)[0];
            // Who knows everything may also do what the rule does.
            let cheaper = best.staff.cost() < played.staff.cost();
            let (best, plan) = match cheaper {
                true => (best.clone(), &start),
                false => (played.clone(), self.rule),
            };
            now.push(f64::from(hires_now(plan)));
            passed += u64::from(self.promises.kept(&best.seen));
            costs.push(best.staff.cost());
            hires.push(best.staff.hires() as f64);
            temporary.push(best.staff.temporary.len() as f64);
            breaches.push(self.breaches(&best));
            before.push(self.before(&best));
            lost.extend(best.staff.revenue_lost);
        }
        let of = replications.len() as u64;
        if !is_floor(passed, of) {
            return Some(None);
        }
        let ours = self.played(self.rule, self.kept.of);
        let each = |number: &dyn Fn(&Played) -> f64| -> Vec<f64> {
            ours.iter().map(|it| number(it)).collect()
        };
        let money = compared(&costs, &each(&|it| it.staff.cost()));
        let late = compared(&breaches, &each(&|it| self.breaches(it)));
        let share = share_of_fixed(passed, of, ERROR);
        Some(Some(Alternative {
            plan: Which::Perfect,
            cost: money.value,
            kept: Kept { passed, of, share, proved: share.low >= self.confidence },
            ours: self.kept_by_ours(of),
            hires_now: Quantiles::of(&now).p50.round() as u32,
            hires: Quantiles::of(&hires),
            temporary: Quantiles::of(&temporary),
            dearer: money.more,
            breaches: late.value,
            later: late.more,
            sooner: compared(&before, &each(&|it| self.before(it))).more,
            broken: None,
            by_role: Vec::new(),
            absent: Vec::new(),
            lost: lost::between(&lost, &lost::of_each(&ours)),
        }))
    }

    /// A plan of dates that hires whom the rule hired in a replication, when it did.
    fn dates(&self, played: &Played) -> Candidate {
        let mut dates = Candidate { moves: self.rule.moves.clone(), ..self.lab.lattice.nobody() };
        dates.order = self.rule.order;
        for (position, opening) in self.lab.lattice.openings.iter().enumerate() {
            if opening.slots.is_empty() {
                continue;
            }
            let fill = in_months(opening.mean_days_to_fill);
            let asked = &played.staff.asked[opening.role.index()];
            let slots = asked.iter().map(|month| opening.slot_by(month + fill));
            dates.hires[position] = slots.collect();
        }
        dates
    }
}

/// Where most futures are lost even so, it is no floor of what keeping the promises costs.
fn is_floor(kept: u64, of: u64) -> bool {
    2 * kept > of
}

#[cfg(test)]
mod tests {
    use super::is_floor;

    #[test]
    fn what_loses_half_of_the_futures_or_more_is_no_floor() {
        assert!(is_floor(5, 8) && is_floor(2, 3) && is_floor(1, 1));
        assert!(!is_floor(4, 8) && !is_floor(0, 8) && !is_floor(0, 0));
    }
}
