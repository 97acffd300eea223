//! Statistics of numbers and closures: means and intervals, shares, quantiles, and what decisions
//! ask of a sample.
//!
//! Knows neither columns nor departments. Numbers come from [`crate::experiment`] and
//! [`crate::plan`], by replication.
//!
//! | question | file |
//! |---|---|
//! | how large is a mean, a share, a quantile, and how far may it be off | [`moments`], [`proportion`], [`quantile`], [`interval`] |
//! | how far are two policies apart under the same chance | [`paired`] |
//! | how much of one difference goes on a unit of another | [`ratio_of_means`] |
//! | in how many replications is a promise kept for certain, all counted or while they come in | [`certificate`], [`sequential`] |
//! | when does something happen | [`date`] |
//! | which input moves the answer, and what is it worth to know it | [`curve`], [`category`], [`sobol`], [`tornado`], [`information`] |
//! | at which value of an input does the answer change | [`breakeven`] |

pub(crate) mod breakeven;
pub(crate) mod category;
pub(crate) mod certificate;
mod curve;
pub(crate) mod date;
pub(crate) mod information;
mod interval;
mod moments;
mod paired;
pub(crate) mod proportion;
mod quantile;
mod ratio;
pub(crate) mod sequential;
pub(crate) mod sobol;
#[cfg(test)]
mod test_chance;
pub(crate) mod tornado;

pub(crate) use interval::{Interval, jackknife};
pub(crate) use moments::{CONFIDENCE, Moments, t_quantile};
pub use paired::Difference;
pub(crate) use paired::{Pair, paired};
pub(crate) use proportion::{clopper_pearson, lower_bound, score_interval};
pub(crate) use quantile::{Kept, quantile, quantile_of};
pub(crate) use ratio::ratio_of_means;
