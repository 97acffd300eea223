//! Judge: when a promise about a share counts as kept over many months.
//!
//! As people mean it, one bad month a year is forgiven: a promise is kept when its share is reached
//! in at least 11 of any 12 months in a row. The stricter reading looks at every rolling quarter,
//! three months in a row judged as a whole, and forgives none. A month in which nothing was decided
//! is no bad one; a month with few items is judged by its few.
//!
//! Where less than half a year counts, no month is forgiven (one of two months is half of all); a
//! horizon of less than three months is one short quarter.

use crate::scenario::Promise;

/// Fewer months than these have none to forgive.
const HALF_A_YEAR: usize = 6;

/// How promises are judged over a horizon.
///
/// Months are looked at in *spans* of one month or of three, each known by its first month (from
/// 0); a promise is broken when more spans of a *row* are bad than are forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Judge {
    /// Months of the horizon.
    months: usize,
    /// Months of a span.
    pub(crate) span: usize,
    /// Spans of a row.
    row: usize,
    /// Spans of a row that may be bad.
    forgiven: usize,
}

impl Judge {
    /// The judge of a promise over so many months.
    pub(crate) fn of(promise: Promise, months: usize) -> Self {
        let (span, row, forgiven) = match promise {
            Promise::ElevenOfTwelve => (1, 12, 1),
            Promise::EveryQuarter => (3, 1, 0),
        };
        Self { months, span: span.min(months), row, forgiven }
    }

    /// How many spans there are.
    pub(crate) fn spans(&self) -> usize {
        self.months + 1 - self.span
    }

    /// How many spans of a row may be bad when everything counts from one span on.
    pub(crate) fn forgiven(&self, from: usize) -> usize {
        let counted = self.spans().saturating_sub(from);
        if counted < HALF_A_YEAR { 0 } else { self.forgiven }
    }

    /// The bad spans by which a promise is broken that counts from one span on: those of the rows
    /// with more of them than are forgiven.
    pub(crate) fn breaking(&self, bad: &Spans, from: usize) -> Spans {
        let bad: Vec<usize> = bad.iter().filter(|it| *it >= from).collect();
        let mut breaking = Spans::default();
        for some in bad.windows(self.forgiven(from) + 1) {
            if some[some.len() - 1] - some[0] < self.row {
                some.iter().for_each(|&it| breaking.insert(it));
            }
        }
        breaking
    }

    /// The greatest share with which a promise would have been kept that counts from one span on;
    /// `shares` are those of all spans, 1 where nothing was decided.
    pub(crate) fn kept_share(&self, shares: &[f64], from: usize) -> f64 {
        let shares = &shares[from.min(shares.len())..];
        let forgiven = self.forgiven(from);
        let of_row = |row: &[f64]| {
            let mut row = row.to_vec();
            row.sort_unstable_by(f64::total_cmp);
            row.get(forgiven).copied().unwrap_or(1.0)
        };
        shares.windows(self.row.min(shares.len()).max(1)).map(of_row).fold(1.0, f64::min)
    }

    /// The month that makes a span bad: its last one, or the first of all.
    pub(crate) fn month_of(&self, span: usize) -> usize {
        if span == 0 { 0 } else { span + self.span - 1 }
    }
}

/// A set of spans, each known by its first month (from 0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spans([u64; 4]);

impl Spans {
    /// Puts a span into the set.
    pub(crate) fn insert(&mut self, span: usize) {
        self.0[span / 64] |= 1 << (span % 64);
    }

    /// Whether a span is in it.
    pub(crate) fn has(&self, span: usize) -> bool {
        self.0[span / 64] >> (span % 64) & 1 == 1
    }

    /// Whether nothing is in it.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The spans of the set in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..256).filter(|&span| self.has(span))
    }

    /// The first span from one on.
    pub(crate) fn first_from(&self, from: usize) -> Option<usize> {
        (from..256).find(|&span| self.has(span))
    }

    /// What is in this set and before a span.
    pub(crate) fn before(&self, end: usize) -> Self {
        self.iter().take_while(|it| *it < end).collect()
    }

    /// What is in this set and not in another.
    pub(crate) fn without(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(a, b)| *a &= !b);
        self
    }

    /// What is in one of the two.
    pub(crate) fn with(mut self, other: &Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(a, b)| *a |= b);
        self
    }
}

impl FromIterator<usize> for Spans {
    fn from_iter<I: IntoIterator<Item = usize>>(spans: I) -> Self {
        let mut set = Self::default();
        spans.into_iter().for_each(|it| set.insert(it));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaking(judge: Judge, bad: &[usize], from: usize) -> Vec<usize> {
        judge.breaking(&bad.iter().copied().collect(), from).iter().collect()
    }

    #[test]
    fn one_bad_month_in_any_twelve_is_forgiven_and_two_are_not() {
        let year = Judge::of(Promise::ElevenOfTwelve, 36);
        assert!(breaking(year, &[3, 15, 27], 0).is_empty());
        assert_eq!(breaking(year, &[3, 14, 27], 0), [3, 14]);
        assert!(breaking(year, &[3, 14, 27], 4).is_empty());
        assert_eq!(breaking(year, &[0, 1, 2], 0), [0, 1, 2]);
    }

    #[test]
    fn no_bad_quarter_is_forgiven() {
        let quarter = Judge::of(Promise::EveryQuarter, 36);
        assert_eq!((quarter.spans(), quarter.month_of(0), quarter.month_of(4)), (34, 0, 6));
        assert_eq!(breaking(quarter, &[3], 0), [3]);
        assert!(breaking(quarter, &[3], 4).is_empty());
        assert_eq!(Judge::of(Promise::EveryQuarter, 2).spans(), 1);
    }

    #[test]
    fn less_than_half_a_year_has_no_month_to_forgive() {
        let year = Judge::of(Promise::ElevenOfTwelve, 12);
        assert!(breaking(year, &[9], 6).is_empty());
        assert_eq!(breaking(year, &[9], 7), [9]);
        assert_eq!(breaking(Judge::of(Promise::ElevenOfTwelve, 1), &[0], 0), [0]);
    }

    #[test]
    fn the_greatest_share_that_is_kept_breaks_nothing_and_any_greater_one_does() {
        for promise in [Promise::ElevenOfTwelve, Promise::EveryQuarter] {
            let judge = Judge::of(promise, 30);
            let mut shares: Vec<f64> =
                (0..judge.spans()).map(|it| (it * 7 % 23) as f64 / 23.0).collect();
            for from in [0, 3, 26] {
                let kept = judge.kept_share(&shares, from);
                let bad = |share: f64| {
                    let bad = shares.iter().enumerate().filter(|it| *it.1 < share);
                    judge.breaking(&bad.map(|it| it.0).collect(), from)
                };
                assert!(bad(kept).is_empty(), "{promise:?} {from}");
                assert!(!bad(kept + 1e-9).is_empty(), "{promise:?} {from}");
            }
            shares.fill(1.0);
            assert_eq!(judge.kept_share(&shares, 0), 1.0);
        }
    }

    #[test]
    fn sets_of_spans_are_sets() {
        let a: Spans = [3, 100].into_iter().collect();
        let b: Spans = [3].into_iter().collect();
        assert_eq!(a.without(&b).iter().collect::<Vec<_>>(), [100]);
        assert_eq!((b.with(&a), a.before(100)), (a, b));
        assert_eq!((a.first_from(4), b.first_from(4)), (Some(100), None));
        assert!(!a.is_empty() && b.without(&a).is_empty());
    }
}
