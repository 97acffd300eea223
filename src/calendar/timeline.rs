//! stub
/// Timeline.
#[derive(Clone, Debug)]
pub struct Timeline {}
