//! Charts in a page: title, drawing, source.

use super::blocks::Writer;
use crate::report::chart::{self, Canvas, Place};
use crate::report::{Chart, Document};
use maud::{Markup, PreEscaped, html};
use rayon::prelude::*;
use std::collections::HashMap;

/// Every chart of a document as SVG, for a page and for a phone.
pub struct Drawings(HashMap<*const Chart, (String, String)>);

impl Drawings {
    /// Draws them, all processors at once.
    pub fn of(document: &Document) -> Self {
        let charts: Vec<&Chart> = document.charts().collect();
        let draw = |chart: &Chart, canvas| {
            let mut scene = chart::draw_on(chart, document.locale, canvas);
            if canvas == Canvas::Phone {
                // The same parts in the same order: the script takes their texts from the page's.
                scene.tips.iter_mut().for_each(|tip| tip.text.clear());
            }
            chart::svg(&scene, Place::Page)
        };
        let drawn: Vec<(String, String)> = charts
            .par_iter()
            .map(|chart| (draw(chart, Canvas::Page), draw(chart, Canvas::Phone)))
            .collect();
        let keys = charts.into_iter().map(std::ptr::from_ref);
        Self(keys.zip(drawn).collect())
    }
}

impl Writer {
    /// A chart with its texts.
    pub fn figure(&mut self, chart: &Chart) -> Markup {
        let name = self.name("chart");
        // Most charts have the same source: once is enough.
        let new_source = chart.source != self.source;
        self.source.clone_from(&chart.source);
        let drawn = self.drawn.0.get(&std::ptr::from_ref(chart));
        html! {
            figure role="group" aria-labelledby=(name) {
                figcaption {
                    p.finds #(name) { (chart.title) }
                    p.shows { (chart.subtitle) }
                }
                @if let Some((page, phone)) = drawn {
                    div.for-page { (PreEscaped(page)) }
                    div.for-phone { (PreEscaped(phone)) }
                }
                @if new_source { p.source { (chart.source) } }
            }
        }
    }
}
