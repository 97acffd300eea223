//! stub
/// WorkingTime.
#[derive(Clone, Debug)]
pub struct WorkingTime {}
