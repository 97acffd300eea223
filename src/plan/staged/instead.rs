//! Instead: a lever that does what a person does, for less.
//!
//! The plan asks for nobody of the role from the person on and pulls one lever more. Where that keeps as many
//! of the hardest replications of the search and of the fresh ones that tell of the person, and certainly costs
//! less in the latter, it is the cheaper way to the same.

use super::fewer::at_most;
use super::pruned::keeps_as_many;
use super::spread::dearer;
use crate::plan::promises::Promises;
use crate::plan::search::evaluator::Lab;
use crate::plan::search::hire_options::Candidate;

/// The lever that saves most of those that do what a person does, by its key, and what it saves; the inner `None`
/// where none does. `missed` are the fresh replications in which a promise breaks without the person.
pub(super) fn lever_instead(
    lab: &mut Lab<'_>,
    promises: &Promises,
    rule: &Candidate,
    (position, number): (usize, u32),
    (missed, hard, fresh): (&[u64], &[u64], &[u64]),
) -> Option<Option<(String, f64)>> {
    let role = lab.lattice.openings[position].role;
    let levers = (0..lab.moves.len() as u8).filter(|it| !rule.moves.contains(it));
    let levers: Vec<u8> =
        levers.filter(|it| lab.moves[usize::from(*it)].relieves.contains(&role)).collect();
    // What does not cure what the person cures is soon known not to.
    let others = fresh.iter().filter(|it| !missed.contains(it)).copied();
    let all: Vec<u64> = missed.iter().chain(hard).copied().chain(others).collect();
    let mut best: Option<(String, f64)> = None;
    for lever in levers {
        let mut other = at_most(rule, position, number - 1);
        other.moves.push(lever);
        other.moves.sort_unstable();
        if !keeps_as_many(lab, promises, [&other, rule], &all)? {
            continue;
        }
        lab.simulate(&other, fresh)?;
        let [ours, theirs] = [rule, &other].map(|it| -> Vec<f64> {
            lab.played(it, fresh).iter().map(|it| it.staff.cost()).collect()
        });
        let saves = dearer(&ours, &theirs);
        if saves.low > 0.0 && best.as_ref().is_none_or(|it| saves.value > it.1) {
            best = Some((lab.moves[usize::from(lever)].key.clone(), saves.value));
        }
    }
    Some(best)
}
