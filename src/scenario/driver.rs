//! temp
use super::*;
impl Driver {
    /// temp
    pub fn daily(&self, _d: &[Driver], _t: &crate::calendar::Timeline, _i: &[f64], days: usize) -> Vec<f64> { vec![1.0; days] }
}
