//! Charts of a run, each with a title that says what it finds.

pub(crate) mod abandoned;
pub(crate) mod chats;
pub(crate) mod lines;
pub(crate) mod overview;
pub(crate) mod revenue;
pub(crate) mod roles;
pub(crate) mod targets;

use super::told::Told;
use crate::report::{Block, Chart, Figure};

/// Every chart, in reading order.
pub(crate) fn all(told: Told<'_>) -> Vec<Block> {
    let mut charts = Vec::new();
    charts.extend(roles::people(told, None));
    charts.extend(roles::load_map(told));
    charts.extend(targets::all(told));
    charts.extend(overview::policies(told));
    charts.extend(roles::utilisation(told));
    charts.extend(roles::heat_map(told, 0, "utilisation-map"));
    charts.extend(overview::backlog(told));
    charts.extend(abandoned::share(told));
    charts.extend(chats::in_hand(told));
    charts.extend(revenue::lost(told));
    charts.extend(roles::headcount(told));
    charts.into_iter().map(Block::Chart).collect()
}

/// A chart, with the source line that all of a run share.
pub(crate) fn chart(
    told: Told<'_>,
    key: &str,
    title: String,
    subtitle: String,
    figure: Figure,
) -> Chart {
    Chart::new(key, [title, subtitle, told.source()], figure)
}
