//! Distribution: the shapes a scenario may name, and how they are drawn.

/// How a random amount lies around its mean.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Always the mean.
    Fixed,
    /// Exponential.
    Exponential,
    /// Lognormal with a coefficient of variation.
    Lognormal {
        /// Standard deviation over mean.
        cv: f64,
    },
    /// Gamma with a coefficient of variation.
    Gamma {
        /// Standard deviation over mean.
        cv: f64,
    },
    /// Uniform between two bounds (seconds).
    Uniform {
        /// Least.
        min: f64,
        /// Greatest.
        max: f64,
    },
    /// Triangular between two bounds (seconds).
    Triangular {
        /// Least.
        min: f64,
        /// Most likely.
        mode: f64,
        /// Greatest.
        max: f64,
    },
    /// One of these values (seconds), each as likely.
    Empirical(Vec<f64>),
}

