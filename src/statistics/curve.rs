//! Curve: how an answer depends on one input, from runs in which every input was drawn.
//!
//! Straight lines in pieces of equally many runs: few assumptions, no bandwidth to tune, and the
//! number of parameters is known, so that what chance alone explains can be taken off.

/// A straight line through points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Line {
    centre: (f64, f64),
    slope: f64,
}

impl Line {
    /// The least-squares line; flat where all points have the same input.
    pub(crate) fn through(points: &[(f64, f64)]) -> Self {
        let n = points.len() as f64;
        let sum = |(sx, sy), &(x, y)| (sx + x, sy + y);
        let (sx, sy): (f64, f64) = points.iter().fold((0.0, 0.0), sum);
        let centre = (sx / n, sy / n);
        let (mut along, mut across) = (0.0, 0.0);
        for (x, y) in points {
            along += (x - centre.0) * (x - centre.0);
            across += (x - centre.0) * (y - centre.1);
        }
        let slope = if along > 0.0 { across / along } else { 0.0 };
        Self { centre, slope }
    }

    /// The answer at an input.
    pub(crate) fn at(&self, x: f64) -> f64 {
        self.centre.1 + self.slope * (x - self.centre.0)
    }
}

/// Lines in pieces.
#[derive(Clone, Debug)]
pub struct Curve {
    /// The greatest input of each piece, and its line.
    pieces: Vec<(f64, Line)>,
}

impl Curve {
    /// The curve through points that are sorted by input; there is at least one.
    pub(crate) fn through(sorted: &[(f64, f64)]) -> Self {
        let n = sorted.len();
        // About √n ÷ 4: bias and noise shrink together.
        let pieces = ((n as f64).sqrt() / 4.0).round().clamp(1.0, 24.0) as usize;
        let piece = |b| {
            let points = &sorted[b * n / pieces..(b + 1) * n / pieces];
            (points[points.len() - 1].0, Line::through(points))
        };
        Self { pieces: (0..pieces).map(piece).collect() }
    }

    /// The answer at an input.
    pub(crate) fn at(&self, x: f64) -> f64 {
        let piece = self.pieces.partition_point(|(last, _)| *last < x);
        self.pieces[piece.min(self.pieces.len() - 1)].1.at(x)
    }

    /// Numbers that were fitted.
    pub(crate) fn parameters(&self) -> usize {
        2 * self.pieces.len()
    }
}

/// The chosen points where both input and answer are finite, sorted by input.
pub(crate) fn sorted_points(input: &[f64], output: &[f64], chosen: &[usize]) -> Vec<(f64, f64)> {
    let points = chosen.iter().map(|&i| (input[i], output[i]));
    let mut points: Vec<_> = points.filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bent_answer_is_followed_by_pieces() {
        let points: Vec<_> = (0..1024).map(|i| f64::from(i) / 1024.0).map(|x| (x, x * x)).collect();
        let curve = Curve::through(&points);
        assert_eq!(curve.parameters(), 16);
        for x in [0.0, 0.1, 0.5, 0.77, 0.999] {
            assert!((curve.at(x) - x * x).abs() < 0.004);
        }
    }

    #[test]
    fn an_input_that_never_varies_gives_a_flat_line() {
        let line = Line::through(&[(2.0, 1.0), (2.0, 3.0)]);
        assert_eq!(line.at(100.0), 2.0);
    }

    #[test]
    fn undefined_answers_are_left_out() {
        let points = sorted_points(&[3.0, 1.0, 2.0], &[1.0, f64::NAN, 5.0], &[0, 1, 2]);
        assert_eq!(points, [(2.0, 5.0), (3.0, 1.0)]);
    }
}
