//! The staged plan: what to do now, what to measure, and what to do when it is known.
//!
//! A plan of dates made once against everything that is unknown is a hedge paid in people. A staged
//! plan asks for the people who are right whatever turns out, and leaves the rest to a rule that
//! looks only at what the department will have counted by then.

#[allow(dead_code)] // Until the search fills it.
pub(crate) mod data;
