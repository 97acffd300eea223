//! Layout: in which order the numbers of some replications stand in a part.
//!
//! Measure by measure: what is alike stands together, which halves the file, and whoever merges parts reads
//! some measures of all replications before the next ones, so that its memory is that of some measures.

use crate::measure::Column;
use std::collections::BTreeMap;

/// Numbers of a replication that are read together; a measure of one scope is never torn apart.
const SLICE: usize = 4096;
/// Rows that are held before they are written.
const ROWS: usize = 1 << 17;

/// The order of the numbers of a replication.
#[derive(Clone, Debug)]
pub struct Layout {
    slices: Vec<Slice>,
}

/// Some measures of every policy.
#[derive(Clone, Debug)]
pub struct Slice {
    /// Positions of these columns among those of their policy, in its order, by policy.
    pub(crate) columns: Vec<Vec<usize>>,
    /// Policy and column of each row.
    pub(super) rows: Vec<(usize, usize)>,
}

impl Layout {
    /// Of policies with these columns. The same measure of the same scope of every policy is in one slice,
    /// and one policy is one slice.
    pub fn of(policies: &[&[Column]]) -> Self {
        let mut same: BTreeMap<(&str, &str), Vec<(usize, usize)>> = BTreeMap::new();
        for (policy, columns) in policies.iter().enumerate() {
            for (position, column) in columns.iter().enumerate() {
                let places = same.entry((column.measure.key(), &*column.scope)).or_default();
                places.push((policy, position));
            }
        }
        let most = if policies.len() == 1 { usize::MAX } else { SLICE };
        let mut slices: Vec<Vec<(usize, usize)>> = vec![Vec::new()];
        for places in same.into_values() {
            let last = slices.len() - 1;
            match slices[last].is_empty() || slices[last].len() + places.len() <= most {
                true => slices[last].extend(places),
                false => slices.push(places),
            }
        }
        let slice = |rows: Vec<(usize, usize)>| {
            let mut columns = vec![Vec::new(); policies.len()];
            rows.iter().for_each(|&(policy, column)| columns[policy].push(column));
            columns.iter_mut().for_each(|it: &mut Vec<usize>| it.sort_unstable());
            Slice { columns, rows }
        };
        Self { slices: slices.into_iter().map(slice).collect() }
    }

    /// Its slices, in the order of the file.
    pub fn slices(&self) -> &[Slice] {
        &self.slices
    }

    /// Replications that are written together.
    pub(super) fn block(&self) -> usize {
        let rows: usize = self.slices.iter().map(|it| it.rows.len()).sum();
        (ROWS / rows.max(1)).max(1)
    }
}

impl Slice {
    /// Policy of each row, and the place of its column among those of the policy that are here.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        let place = |column: usize, of: &[usize]| of.partition_point(|it| *it < column);
        self.rows
            .iter()
            .map(move |&(policy, column)| (policy, place(column, &self.columns[policy])))
    }

    /// The other way round: the row of each column that is here, by policy.
    pub(crate) fn rows_by_place(&self) -> Vec<Vec<usize>> {
        let mut rows: Vec<Vec<usize>> = self.columns.iter().map(|it| vec![0; it.len()]).collect();
        self.places().enumerate().for_each(|(row, (policy, place))| rows[policy][place] = row);
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::{Measured, Unit};
    use crate::scenario::Text;

    fn columns(names: impl IntoIterator<Item = usize>) -> Vec<Column> {
        let column = |it: usize| Column {
            measure: Measured::Own(format!("m{it:05}")),
            scope: "all".into(),
            unit: Unit::Number,
            title: Text::default(),
            scope_title: Text::default(),
            monthly: true,
            target: None,
        };
        names.into_iter().map(column).collect()
    }

    #[test]
    fn a_measure_of_all_policies_is_in_one_slice_and_every_column_in_some() {
        let (one, other) = (columns(0..3000), columns((0..4000).rev()));
        let layout = Layout::of(&[&one, &other]);
        assert_eq!(layout.slices().len(), 2);
        let mut seen = [vec![false; one.len()], vec![false; other.len()]];
        for slice in layout.slices() {
            let name = |of: &[Column], it: &usize| of[*it].measure.clone();
            let [own, others] = [&slice.columns[0], &slice.columns[1]];
            for it in own {
                assert!(others.iter().any(|that| name(&other, that) == name(&one, it)));
            }
            for (policy, columns) in slice.columns.iter().enumerate() {
                columns.iter().for_each(|&it| seen[policy][it] = true);
            }
        }
        assert!(seen.iter().flatten().all(|it| *it));
    }

    #[test]
    fn one_policy_is_one_slice_whose_columns_keep_their_order() {
        let layout = Layout::of(&[&columns((0..9000).rev())]);
        let [slice] = layout.slices() else { panic!("{} slices", layout.slices().len()) };
        assert_eq!(slice.columns, [(0..9000).collect::<Vec<_>>()]);
        // The rows are by name: the last column is the first row.
        assert_eq!(slice.places().next(), Some((0, 8999)));
    }
}
