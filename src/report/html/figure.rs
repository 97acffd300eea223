//! Charts in a page: title, drawing, source.

use super::blocks::{Writer, kept};
use crate::report::chart::{self, Canvas, Place};
use crate::report::{Chart, Document};
use maud::{Markup, PreEscaped, html};
use rayon::prelude::*;
use std::collections::HashMap;

/// Every chart of a document as SVG, for a page and for a phone, and what its parts say.
pub(crate) struct Drawings(HashMap<*const Chart, (String, String, String)>);

impl Drawings {
    /// Draws them, all processors at once.
    pub(crate) fn of(document: &Document) -> Self {
        let charts: Vec<&Chart> = document.charts().collect();
        let draw = |chart: &Chart| {
            let [page, phone] = [Canvas::Page, Canvas::Phone]
                .map(|canvas| chart::draw_on(chart, document.locale, canvas));
            // The same parts in the same order on both: their texts are needed once.
            let said = chart::said(&page.tips);
            let [page, phone] = [page, phone].map(|scene| chart::svg(&scene, Place::Page));
            (page, phone, said)
        };
        let drawn: Vec<_> = charts.par_iter().map(|chart| draw(chart)).collect();
        let keys = charts.into_iter().map(std::ptr::from_ref);
        Self(keys.zip(drawn).collect())
    }
}

impl Writer {
    /// A chart with its texts.
    pub(crate) fn figure(&mut self, chart: &Chart) -> Markup {
        let name = self.name("chart");
        // Most charts have the same source: once is enough.
        let new_source = chart.source != self.source;
        self.source.clone_from(&chart.source);
        let drawn = self.drawn.0.get(&std::ptr::from_ref(chart));
        html! {
            figure role="group" aria-labelledby=(name) data-key=(chart.key) data-said=[drawn.map(|it| &it.2)] {
                figcaption {
                    p.finds #(name) { (kept(&chart.title)) }
                    p.shows { (chart.subtitle) }
                }
                @if let Some((page, phone, _)) = drawn {
                    div.for-page { (PreEscaped(page)) }
                    div.for-phone { (PreEscaped(phone)) }
                }
                @if new_source { p.source { (chart.source) } }
            }
        }
    }
}
