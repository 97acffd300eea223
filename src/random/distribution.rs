//! Distribution: the shapes a scenario may name, and how they are drawn.

use super::math::{exp, exp_each};
use super::streams::Chance;

/// How a random amount lies around its mean.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// Always the mean.
    Fixed,
    Exponential,
    /// Lognormal; `cv` is its standard deviation over its mean.
    Lognormal {
        cv: f64,
    },
    /// Gamma; `cv` is its standard deviation over its mean.
    Gamma {
        cv: f64,
    },
    /// Uniform between two bounds, in seconds.
    Uniform {
        min: f64,
        max: f64,
    },
    /// Triangular between two bounds, in seconds, with the most likely value.
    Triangular {
        min: f64,
        mode: f64,
        max: f64,
    },
    /// One of these values (seconds), each as likely.
    Empirical(Vec<f64>),
}

impl Shape {
    /// Standard deviation over mean.
    pub(crate) fn cv(&self) -> f64 {
        let over = |variance: f64, mean: f64| if mean > 0.0 { variance.sqrt() / mean } else { 0.0 };
        match *self {
            Self::Fixed => 0.0,
            Self::Exponential => 1.0,
            Self::Lognormal { cv } | Self::Gamma { cv } => cv,
            Self::Uniform { min, max } => over((max - min).powi(2) / 12.0, (min + max) / 2.0),
            Self::Triangular { min, mode, max } => {
                let squares = (mode - min).powi(2) + (max - mode).powi(2) + (max - min).powi(2);
                over(squares / 36.0, (min + mode + max) / 3.0)
            }
            Self::Empirical(ref values) => {
                let mean = values.iter().sum::<f64>() / values.len() as f64;
                let squares = values.iter().map(|it| (it - mean).powi(2)).sum::<f64>();
                over(squares / values.len() as f64, mean)
            }
        }
    }
}

/// A shape with its mean, ready to be drawn from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sampler {
    law: Law,
    mean: f64,
}

/// What a draw needs to know, worked out once.
#[derive(Clone, Debug, PartialEq)]
enum Law {
    Fixed,
    Exponential,
    Lognormal { mu: f64, sigma: f64 },
    Gamma { shape: f64, scale: f64 },
    Uniform { min: f64, width: f64 },
    Triangular { min: f64, mode: f64, max: f64 },
    Empirical(Vec<f64>),
}

impl Sampler {
    /// Of a shape with a mean in seconds; `Uniform`, `Triangular` and `Empirical` carry their
    /// own values, and the argument is a factor on them.
    ///
    /// A mean (or factor) of 0 and a spread of 0 are allowed; the parameters are checked elsewhere.
    pub(crate) fn new(shape: &Shape, mean_seconds: f64) -> Self {
        let factor = mean_seconds;
        let (law, mean) = match shape {
            _ if mean_seconds <= 0.0 => (Law::Fixed, 0.0),
            Shape::Fixed => (Law::Fixed, mean_seconds),
            Shape::Exponential => (Law::Exponential, mean_seconds),
            Shape::Lognormal { cv } | Shape::Gamma { cv } if *cv <= 0.0 => {
                (Law::Fixed, mean_seconds)
            }
            Shape::Lognormal { cv } => {
                // The variance of the logarithm is ln(1 + cv²), its mean lies half of that lower.
                let variance = libm::log1p(cv * cv);
                let mu = libm::log(mean_seconds) - variance / 2.0;
                let sigma = variance.sqrt();
                (Law::Lognormal { mu, sigma }, mean_seconds)
            }
            Shape::Gamma { cv } => {
                let shape = 1.0 / (cv * cv);
                let scale = mean_seconds * cv * cv;
                (Law::Gamma { shape, scale }, mean_seconds)
            }
            Shape::Uniform { min, max } => {
                let (min, max) = (min * factor, max * factor);
                let width = max - min;
                (Law::Uniform { min, width }, (min + max) / 2.0)
            }
            Shape::Triangular { min, mode, max } => {
                let (min, mode, max) = (min * factor, mode * factor, max * factor);
                let mean = (min + mode + max) / 3.0;
                (Law::Triangular { min, mode, max }, mean)
            }
            Shape::Empirical(values) if values.is_empty() => (Law::Fixed, 0.0),
            Shape::Empirical(values) => {
                let values: Vec<f64> = values.iter().map(|value| value * factor).collect();
                let mean = values.iter().sum::<f64>() / values.len() as f64;
                (Law::Empirical(values), mean)
            }
        };
        Self { law, mean }
    }

    /// One value, in seconds; never negative.
    #[inline]
    pub(crate) fn draw(&self, chance: &mut Chance) -> f64 {
        match &self.law {
            Law::Lognormal { mu, sigma } => exp(mu + sigma * chance.normal()),
            Law::Fixed => self.mean,
            Law::Exponential => self.mean * chance.exponential(),
            other => other.draw_slowly(chance),
        }
    }

    /// Adds one value to the sum of each thing, drawn from its own stream: as if
    /// [drawn](Self::draw) one by one.
    #[inline(never)]
    pub(crate) fn add_to<T>(
        &self,
        things: &mut [T],
        of: impl Fn(&mut T) -> (&mut Chance, &mut f64),
    ) {
        match self.law {
            Law::Lognormal { mu, sigma } => {
                for things in things.chunks_mut(8) {
                    let mut values = [0.0; 8];
                    for (value, thing) in values.iter_mut().zip(things.iter_mut()) {
                        *value = mu + sigma * of(thing).0.normal();
                    }
                    exp_each(&mut values);
                    for (value, thing) in values.iter().zip(things.iter_mut()) {
                        *of(thing).1 += value;
                    }
                }
            }
            Law::Exponential => {
                for (chance, sum) in things.iter_mut().map(of) {
                    *sum += self.mean * chance.exponential();
                }
            }
            _ => {
                for (chance, sum) in things.iter_mut().map(of) {
                    *sum += self.draw(chance);
                }
            }
        }
    }

    /// The mean, in seconds.
    pub(crate) fn mean(&self) -> f64 {
        self.mean
    }
}

impl Law {
    fn draw_slowly(&self, chance: &mut Chance) -> f64 {
        let value = match *self {
            Self::Gamma { shape, scale } => scale * gamma(shape, chance),
            Self::Uniform { min, width } => min + width * chance.unit(),
            Self::Triangular { min, mode, max } => triangular(min, mode, max, chance.unit()),
            Self::Empirical(ref values) => values[chance.below(values.len() as u64) as usize],
            Self::Fixed | Self::Exponential | Self::Lognormal { .. } => {
                unreachable!("drawn by the sampler itself")
            }
        };
        value.max(0.0)
    }
}

/// The triangular distribution's quantile function.
fn triangular(min: f64, mode: f64, max: f64, unit: f64) -> f64 {
    let width = max - min;
    let rising = mode - min;
    if unit * width < rising {
        min + (unit * width * rising).sqrt()
    } else {
        max - ((1.0 - unit) * width * (max - mode)).sqrt()
    }
}

/// Gamma with scale 1: Marsaglia and Tsang, "A simple method for generating gamma variables",
/// ACM Transactions on Mathematical Software 26 (2000); shapes below 1 by their section 6.
fn gamma(shape: f64, chance: &mut Chance) -> f64 {
    if shape < 1.0 {
        let power = libm::pow(1.0 - chance.unit(), 1.0 / shape);
        return gamma(shape + 1.0, chance) * power;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = chance.normal();
        let root = 1.0 + c * x;
        if root <= 0.0 {
            continue;
        }
        let v = root * root * root;
        let unit = 1.0 - chance.unit();
        let x2 = x * x;
        // The first test is quick and nearly always settles it.
        if unit < 1.0 - 0.0331 * x2 * x2
            || libm::log(unit) < 0.5 * x2 + d * (1.0 - v + libm::log(v))
        {
            return d * v;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWS: usize = 400_000;

    #[test]
    fn draws_of_every_shape_keep_their_bits() {
        let shapes = [
            Shape::Exponential,
            Shape::Lognormal { cv: 1.3 },
            Shape::Gamma { cv: 0.6 },
            Shape::Gamma { cv: 2.5 },
            Shape::Uniform { min: 0.3, max: 0.9 },
            Shape::Triangular { min: 0.1, mode: 0.2, max: 2.0 },
            Shape::Empirical(vec![0.25, 1.0 / 3.0, 7.0]),
        ];
        // So many that the rare branches of the samplers, which take logarithms, are met often.
        let digest = |shape: &Shape| {
            let (sampler, mut chance) = (Sampler::new(shape, 1_800.0), Chance::keyed(&[7, 10]));
            let bits = (0..DRAWS).map(|_| sampler.draw(&mut chance).to_bits());
            // FNV-1a over whole words.
            bits.fold(0xcbf2_9ce4_8422_2325, |digest: u64, bits| {
                (digest ^ bits).wrapping_mul(0x0100_0000_01b3)
            })
        };
        assert_eq!(
            shapes.each_ref().map(digest),
            [
                1_256_959_199_369_399_756,
                13_172_489_286_976_476_841,
                6_113_791_476_980_960_690,
                7_241_820_082_528_536_471,
                2_055_928_367_413_827_895,
                16_998_300_224_783_550_908,
                4_693_585_792_034_796_837,
            ]
        );
    }

    /// Mean and variance of draws, held against exact ones with a tolerance of four standard
    /// errors; the kurtosis is that of the distribution.
    fn check(shape: Shape, argument: f64, mean: f64, variance: f64, kurtosis: f64) {
        let sampler = Sampler::new(&shape, argument);
        assert!((sampler.mean() - mean).abs() <= 1e-12 * mean, "{shape:?}");
        let mut chance = Chance::keyed(&[2026, 11]);
        let values: Vec<f64> = (0..DRAWS).map(|_| sampler.draw(&mut chance)).collect();
        assert!(values.iter().all(|value| *value >= 0.0));
        let count = DRAWS as f64;
        let found = values.iter().sum::<f64>() / count;
        let spread =
            values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count;
        let error = 4.0 * (variance / count).sqrt();
        assert!((found - mean).abs() <= error, "{shape:?}: mean {found}, not {mean}");
        let error = 4.0 * variance * ((kurtosis - 1.0) / count).sqrt();
        assert!((spread - variance).abs() <= error, "{shape:?}: variance {spread}, not {variance}");
    }

    #[test]
    fn each_shape_has_its_mean_and_variance() {
        check(Shape::Fixed, 7.0, 7.0, 0.0, 1.0);
        check(Shape::Exponential, 60.0, 60.0, 3_600.0, 9.0);
        // Lognormal, w = 1 + cv²: the kurtosis is w⁴ + 2w³ + 3w² − 3.
        check(Shape::Lognormal { cv: 0.5 }, 60.0, 60.0, 900.0, 8.035);
        check(Shape::Lognormal { cv: 1.0 }, 60.0, 60.0, 3_600.0, 41.0);
        // Gamma: 3 + 6 cv².
        check(Shape::Gamma { cv: 0.5 }, 60.0, 60.0, 900.0, 4.5);
        check(Shape::Gamma { cv: 1.0 }, 60.0, 60.0, 3_600.0, 9.0);
        check(Shape::Gamma { cv: 2.0 }, 60.0, 60.0, 14_400.0, 27.0);
        check(Shape::Uniform { min: 10.0, max: 40.0 }, 2.0, 50.0, 300.0, 1.8);
        let triangular = Shape::Triangular { min: 0.0, mode: 3.0, max: 6.0 };
        check(triangular, 1.0, 3.0, 1.5, 2.4);
        let lopsided = Shape::Triangular { min: 1.0, mode: 1.0, max: 4.0 };
        check(lopsided, 1.0, 2.0, 0.5, 2.4);
        let empirical = Shape::Empirical(vec![1.0, 2.0, 6.0]);
        check(empirical, 10.0, 30.0, 1_400.0 / 3.0, 1.5);
    }

    #[test]
    fn a_mean_of_zero_gives_zero() {
        let shapes = [
            Shape::Fixed,
            Shape::Exponential,
            Shape::Lognormal { cv: 1.0 },
            Shape::Gamma { cv: 1.0 },
            Shape::Uniform { min: 1.0, max: 2.0 },
            Shape::Triangular { min: 1.0, mode: 1.5, max: 2.0 },
            Shape::Empirical(vec![3.0]),
        ];
        for shape in shapes {
            let sampler = Sampler::new(&shape, 0.0);
            assert_eq!(sampler.draw(&mut Chance::keyed(&[1])), 0.0);
            assert_eq!(sampler.mean(), 0.0);
        }
    }

    #[test]
    fn without_spread_every_draw_is_the_mean() {
        for shape in [Shape::Lognormal { cv: 0.0 }, Shape::Gamma { cv: 0.0 }] {
            assert_eq!(Sampler::new(&shape, 5.0).draw(&mut Chance::keyed(&[1])), 5.0);
        }
        let point = Shape::Triangular { min: 5.0, mode: 5.0, max: 5.0 };
        assert_eq!(Sampler::new(&point, 1.0).draw(&mut Chance::keyed(&[1])), 5.0);
    }

    #[test]
    fn a_greater_mean_stretches_every_draw() {
        let shape = Shape::Lognormal { cv: 0.8 };
        let (one, two) = (Sampler::new(&shape, 1.0), Sampler::new(&shape, 2.0));
        for key in 0..1_000 {
            let chance = Chance::keyed(&[key]);
            let ratio = two.draw(&mut chance.clone()) / one.draw(&mut chance.clone());
            assert!((ratio - 2.0).abs() < 1e-12);
        }
    }
}
