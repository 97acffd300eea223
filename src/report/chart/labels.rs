//! Labels that do not cover each other.

use super::plot::Plot;
use super::scene::{At, Label, Scene};
use crate::report::Target;

/// Where along its line the label of a target may stand.
const PLACES: usize = 32;

/// Centres of labels, as near to the wanted ones as they can be without overlap.
///
/// Overlapping neighbours are pooled into a cluster around the mean of what they want
/// (pool adjacent violators, the exact least-squares answer for a given order).
pub(crate) fn spread(wanted: &[f32], heights: &[f32], low: f32, high: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&one, &other| wanted[one].total_cmp(&wanted[other]).then(one.cmp(&other)));
    let mut clusters: Vec<Cluster> = Vec::new();
    for index in order {
        let half = heights[index] / 2.0;
        let mut cluster =
            Cluster { members: vec![index], starts: wanted[index] - half, height: heights[index] };
        cluster.keep_within(low, high);
        while let Some(above) = clusters.last() {
            if above.top() + above.height <= cluster.top() {
                break;
            }
            cluster = clusters.pop().expect("it was there").joined(cluster);
            cluster.keep_within(low, high);
        }
        clusters.push(cluster);
    }
    let mut centres = vec![0.0; wanted.len()];
    for cluster in clusters {
        let mut top = cluster.top();
        for index in cluster.members {
            centres[index] = top + heights[index] / 2.0;
            top += heights[index];
        }
    }
    centres
}

struct Cluster {
    members: Vec<usize>,
    /// Sum over members of where the cluster would begin to suit each.
    starts: f32,
    height: f32,
}

impl Cluster {
    fn top(&self) -> f32 {
        self.starts / self.members.len() as f32
    }

    fn joined(mut self, below: Self) -> Self {
        let count = below.members.len() as f32;
        self.starts += below.starts - count * self.height;
        self.members.extend(below.members);
        self.height += below.height;
        self
    }

    fn keep_within(&mut self, low: f32, high: f32) {
        let top = self.top().min(high - self.height).max(low);
        self.starts = top * self.members.len() as f32;
    }
}

/// A rectangle that is taken, or that a label would take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Taken {
    /// Left edge.
    pub(crate) left: f32,
    /// Upper edge.
    pub(crate) top: f32,
    /// Right edge.
    pub(crate) right: f32,
    /// Lower edge.
    pub(crate) bottom: f32,
}

impl Taken {
    /// A rectangle by its upper left corner and its size.
    pub(crate) fn at((left, top): At, width: f32, height: f32) -> Self {
        Self { left, top, right: left + width, bottom: top + height }
    }

    /// A square around a point.
    pub(crate) fn around((x, y): At, half: f32) -> Self {
        Self { left: x - half, top: y - half, right: x + half, bottom: y + half }
    }

    /// Squares along a line.
    pub(crate) fn along(points: &[At], half: f32) -> Vec<Self> {
        let mut squares = Vec::new();
        for pair in points.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let length = (to.0 - from.0).hypot(to.1 - from.1);
            let steps = (length / (2.0 * half)).ceil().max(1.0) as usize;
            squares.extend((0..=steps).map(|step| {
                let share = step as f32 / steps as f32;
                let x = from.0 + share * (to.0 - from.0);
                Self::around((x, from.1 + share * (to.1 - from.1)), half)
            }));
        }
        squares
    }

    /// Squares along the lines of targets.
    pub(crate) fn levels(targets: &[Target], plot: &Plot) -> Vec<Self> {
        let level = |target: &Target| plot.level(target.value).into_iter().map(|at| plot.at(at));
        let lines = targets.iter().map(|target| level(target).collect::<Vec<At>>());
        lines.flat_map(|line| Self::along(&line, 1.0)).collect()
    }

    /// The area that two rectangles share.
    pub(crate) fn overlap(&self, other: &Self) -> f32 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        width.max(0.0) * height.max(0.0)
    }

    /// How far it is from a point, across and down.
    pub(crate) fn away(&self, (x, y): At) -> f32 {
        let across = (self.left - x).max(x - self.right).max(0.0);
        across + (self.top - y).max(y - self.bottom).max(0.0)
    }

    /// The area of all that it covers.
    pub(crate) fn covers(&self, others: &[Self]) -> f32 {
        others.iter().map(|other| self.overlap(other)).sum()
    }
}

/// Names targets: each label stands above or below its line, where it covers the least.
pub(crate) fn label_targets(
    targets: &[Target],
    plot: &Plot,
    taken: &mut Vec<Taken>,
    size: f32,
    scene: &mut Scene,
) {
    let area = plot.area;
    for target in targets {
        let label = Label::new(&target.label, (0.0, 0.0), size).haloed().centred();
        let (width, height) = (label.width(), size * 1.1);
        let room = (area.width() - width - 8.0).max(0.0);
        let y = plot.y(target.value);
        // Its own line must not count as covered.
        let places = [y - height - 3.0, y + 3.0].into_iter().flat_map(|top| {
            (0..=PLACES).map(move |place| {
                let left = area.left + 4.0 + room * place as f32 / PLACES as f32;
                Taken::at((left, top), width, height)
            })
        });
        let places: Vec<Taken> = places.filter(|place| place.bottom < area.bottom).collect();
        let Some(place) = quietest(&places, taken) else {
            continue;
        };
        scene.text(Label { at: (place.left, label.at.1 + place.top + height / 2.0), ..label });
        taken.push(Taken { left: place.left - 12.0, right: place.right + 12.0, ..place });
    }
}

/// The candidate that covers the least; of equals the first.
fn quietest(candidates: &[Taken], taken: &[Taken]) -> Option<Taken> {
    let mut best: Option<(f32, Taken)> = None;
    for candidate in candidates {
        let cost = candidate.covers(taken);
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, *candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_does_not_collide_stays() {
        assert_eq!(spread(&[10.0, 50.0], &[20.0, 20.0], 0.0, 100.0), [10.0, 50.0]);
    }

    #[test]
    fn neighbours_share_the_way() {
        assert_eq!(spread(&[50.0, 50.0], &[20.0, 20.0], 0.0, 100.0), [40.0, 60.0]);
        assert_eq!(spread(&[98.0, 99.0], &[20.0, 20.0], 0.0, 100.0), [70.0, 90.0]);
    }

    #[test]
    fn a_label_goes_where_it_covers_least() {
        let line = Taken::along(&[(0.0, 5.0), (100.0, 5.0)], 2.0);
        let on = Taken::at((10.0, 0.0), 30.0, 10.0);
        let below = Taken::at((10.0, 10.0), 30.0, 10.0);
        assert_eq!(quietest(&[on, below], &line), Some(below));
        assert_eq!(quietest(&[on, below], &[]), Some(on));
    }

    proptest! {
        #[test]
        fn labels_never_overlap_where_there_is_room(
            wanted in prop::collection::vec(0.0_f32..400.0, 1..12)
        ) {
            let heights = vec![30.0; wanted.len()];
            let centres = spread(&wanted, &heights, 0.0, 400.0);
            let mut sorted = centres.clone();
            sorted.sort_by(f32::total_cmp);
            for pair in sorted.windows(2) {
                prop_assert!(pair[1] - pair[0] > 29.9);
            }
            prop_assert!(sorted[0] >= 14.9 && sorted[sorted.len() - 1] <= 385.1);
        }
    }
}
