//! The fast path: the usual case, one step by one agent and the end of the route, with as few events
//! as possible. It must give the same history as an event for everything.

mod feed;
mod next_item;
mod route_end;
mod service;
mod waiting_arrivals;

pub(crate) use feed::Feeds;
pub(crate) use route_end::RouteEnd;
