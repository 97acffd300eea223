//! In which readings of the document a claim holds that does not hold in all of them.

use super::Verdict;
use crate::scenario::Worlds;

/// From fewer replications nothing is concluded about a set of readings.
const LEAST: usize = 10;

/// Readings of different unknowns: unknown and reading by position.
pub(crate) type ReadingSet = Vec<(usize, usize)>;

/// The smallest sets of readings in which the verdict over their replications is that it holds.
///
/// `drawn` is the world of each replication; `verdict` judges some of the replications.
pub(super) fn holds_in(
    worlds: &Worlds,
    drawn: &[usize],
    verdict: impl Fn(&[usize]) -> Verdict,
) -> Vec<ReadingSet> {
    let mut sets = sets(worlds);
    sets.sort_by_key(Vec::len);
    let mut found: Vec<ReadingSet> = Vec::new();
    for set in sets {
        if found.first().is_some_and(|it| it.len() < set.len()) {
            break;
        }
        let of_set = |world: usize| {
            let choice = &worlds.list[world].choice;
            set.iter().all(|&(unknown, reading)| choice[unknown] == reading)
        };
        let chosen: Vec<usize> = (0..drawn.len()).filter(|&it| of_set(drawn[it])).collect();
        if chosen.len() >= LEAST && verdict(&chosen) == Verdict::Holds {
            found.push(set);
        }
    }
    found
}

/// What part a claim is true in, by reading of the unknown that matters most to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Leaning {
    /// The unknown, by position.
    pub(crate) unknown: usize,
    /// The share of the replications in which it is true, in each reading.
    pub(crate) shares: Vec<f64>,
}

/// Standard errors by which two readings must differ to be told apart.
const CLEAR: f64 = 3.0;

/// The unknown between whose readings the share of replications in which a claim is true differs
/// most; `None` where no difference is more than chance. `is_true` is of each replication.
pub(super) fn leaning(worlds: &Worlds, drawn: &[usize], is_true: &[bool]) -> Option<Leaning> {
    let of = |unknown: usize| {
        let readings = 0..worlds.unknowns[unknown].readings.len();
        let share = |reading: usize| {
            let own = drawn.iter().zip(is_true);
            let own = own.filter(|(world, _)| worlds.list[**world].choice[unknown] == reading);
            let own: Vec<bool> = own.map(|it| *it.1).collect();
            let all = own.len();
            (own.into_iter().filter(|it| *it).count() as f64 / all as f64, all)
        };
        let shares: Vec<(f64, usize)> = readings.map(share).collect();
        let least = shares.iter().min_by(|one, two| one.0.total_cmp(&two.0))?;
        let most = shares.iter().max_by(|one, two| one.0.total_cmp(&two.0))?;
        // The normal approximation with one success and one failure more (Agresti and Caffo 2000).
        let part = |it: &(f64, usize)| {
            let n = it.1 as f64 + 2.0;
            let share = (it.0 * it.1 as f64 + 1.0) / n;
            (share, share * (1.0 - share) / n)
        };
        let (low, high) = (part(least), part(most));
        let clear = high.0 - low.0 > CLEAR * (low.1 + high.1).sqrt();
        let shares = shares.iter().map(|it| it.0).collect();
        let usable = clear && least.1.min(most.1) >= LEAST;
        usable.then_some((high.0 - low.0, Leaning { unknown, shares }))
    };
    let leanings = (0..worlds.unknowns.len()).filter_map(of);
    leanings.max_by(|one, two| one.0.total_cmp(&two.0)).map(|it| it.1)
}

/// Every set of readings of different unknowns, but for the empty one.
fn sets(worlds: &Worlds) -> Vec<ReadingSet> {
    let mut sets: Vec<ReadingSet> = vec![Vec::new()];
    for (position, unknown) in worlds.unknowns.iter().enumerate() {
        let longer = |set: &ReadingSet| {
            let with = |reading| set.iter().copied().chain([(position, reading)]).collect();
            (0..unknown.readings.len()).map(with).collect::<Vec<ReadingSet>>()
        };
        let more: Vec<ReadingSet> = sets.iter().flat_map(longer).collect();
        sets.extend(more);
    }
    sets.retain(|it| !it.is_empty());
    sets
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Reading, Text, Unknown, World};

    /// Two unknowns of two readings, every world drawn as often.
    fn worlds() -> (Worlds, Vec<usize>) {
        let reading = |_| Reading { key: String::new(), title: Text::default(), probability: 0.5 };
        let unknown = |key: &str| Unknown {
            key: key.into(),
            title: Text::default(),
            readings: (0..2).map(reading).collect(),
        };
        let unknowns = vec![unknown("a"), unknown("b")];
        let world = |choice| World { choice, probability: 0.25, policies: Vec::new() };
        let list = Worlds::choices(&unknowns).into_iter().map(world).collect();
        (Worlds { unknowns, list }, (0..80).map(|it| it % 4).collect())
    }

    /// Holds where every replication is in one of some worlds.
    fn only(drawn: &[usize], good: &'static [usize]) -> impl Fn(&[usize]) -> Verdict {
        let drawn = drawn.to_vec();
        move |chosen: &[usize]| match chosen.iter().all(|&it| good.contains(&drawn[it])) {
            true => Verdict::Holds,
            false => Verdict::Undecided,
        }
    }

    #[test]
    fn the_fewest_readings_are_named() {
        let (worlds, drawn) = worlds();
        let found = |good: &'static [usize]| holds_in(&worlds, &drawn, only(&drawn, good));
        assert_eq!(found(&[2, 3]), [vec![(0, 1)]], "one reading, whatever the other unknown is");
        assert_eq!(found(&[3]), [vec![(0, 1), (1, 1)]], "both are needed");
        assert_eq!(found(&[1, 2, 3]), [vec![(0, 1)], vec![(1, 1)]], "either is enough");
        assert_eq!(found(&[0, 3]), [vec![(0, 0), (1, 0)], vec![(0, 1), (1, 1)]]);
        assert!(found(&[]).is_empty());
    }

    #[test]
    fn nothing_is_concluded_from_a_handful_of_replications() {
        let (worlds, drawn) = worlds();
        let few = &drawn[..36];
        assert!(holds_in(&worlds, few, only(few, &[3])).is_empty(), "nine replications");
        assert_eq!(holds_in(&worlds, few, only(few, &[2, 3])).len(), 1, "eighteen");
    }

    #[test]
    fn a_claim_leans_to_the_readings_that_matter_and_to_none_by_chance() {
        let (worlds, drawn) = worlds();
        // True in three of four replications where the second unknown has its second reading.
        let is_true: Vec<bool> =
            drawn.iter().enumerate().map(|(it, world)| world % 2 == 1 && it % 16 > 3).collect();
        let found = leaning(&worlds, &drawn, &is_true).expect("it leans");
        assert_eq!((found.unknown, found.shares), (1, vec![0.0, 0.75]));
        let by_chance: Vec<bool> = (0..80).map(|it| (it * 7) % 10 < 5).collect();
        assert_eq!(leaning(&worlds, &drawn, &by_chance), None);
        assert_eq!(leaning(&worlds, &drawn[..8], &is_true[..8]), None, "too few");
    }

    #[test]
    fn without_readings_there_is_nothing_to_say() {
        let one = Worlds::one(Vec::new());
        assert!(holds_in(&one, &[0; 50], |_| Verdict::Holds).is_empty());
    }
}
