//! When people work: civil dates to moments and back, working time to moments and back.
//!
//! Knows nothing of people or work: absences belong to the department.

mod timeline;
mod working_time;

pub use timeline::Timeline;
pub use working_time::WorkingTime;
