//! Load: what a scenario asks for, by arithmetic with mean inputs, and what no head-count can keep.

pub(crate) mod consistency;
pub(crate) mod coverage;
pub(crate) mod doubt;
pub(crate) mod odd_share;
pub(crate) mod offered;
pub(crate) mod out_of_reach;
pub(crate) mod run_size;
pub(crate) mod skills;
pub(crate) mod weeks;
