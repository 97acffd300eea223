//! Charts in a page: title, drawing, source.

use super::blocks::{Writer, kept};
use crate::report::chart::{self, Canvas, Place};
use crate::report::{Chart, Document};
use maud::{Markup, PreEscaped, html};
use rayon::prelude::*;
use std::collections::HashMap;

/// Every chart of a document.
pub(crate) struct Drawings(HashMap<*const Chart, Drawn>);

/// A chart as SVG, for a page and for a phone.
struct Drawn {
    page: String,
    phone: String,
    /// What its parts say.
    said: String,
    /// How a page shows it.
    class: &'static str,
}

impl Drawings {
    /// Draws them, all processors at once.
    pub(crate) fn of(document: &Document) -> Self {
        let charts: Vec<&Chart> = document.charts().collect();
        let draw = |chart: &Chart| {
            let [page, phone] = [Canvas::Page, Canvas::Phone]
                .map(|canvas| chart::draw_on(chart, document.locale, canvas));
            // The same parts in the same order on both: their texts are needed once.
            let said = chart::said(&page.tips);
            let class = class(page.size);
            let [page, phone] = [page, phone].map(|scene| chart::svg(&scene, Place::Page));
            Drawn { page, phone, said, class }
        };
        let drawn: Vec<_> = charts.par_iter().map(|chart| draw(chart)).collect();
        let keys = charts.into_iter().map(std::ptr::from_ref);
        Self(keys.zip(drawn).collect())
    }
}

/// In print a high chart is drawn narrower: two of its kind go on a sheet of paper, and less of a
/// sheet stays empty before one that no longer fits.
fn class((width, height): (f32, f32)) -> &'static str {
    match height / width {
        it if it > 0.7 => "for-page tall",
        it if it > 0.45 => "for-page high",
        _ => "for-page",
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
            figure role="group" aria-labelledby=(name) data-key=(chart.key) data-said=[drawn.map(|it| &it.said)] {
                figcaption {
                    p.finds #(name) { (kept(&chart.title)) }
                    p.shows { (chart.subtitle) }
                }
                @if let Some(Drawn { page, phone, class, .. }) = drawn {
                    div class=(class) { (PreEscaped(page)) }
                    div.for-phone { (PreEscaped(phone)) }
                }
                @if new_source { p.source { (chart.source) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::class;
    use crate::report::html::STYLE;

    #[test]
    fn high_charts_are_narrower_on_paper_and_nowhere_else() {
        let sizes = [(1040.0, 382.0), (1040.0, 540.0), (1040.0, 867.0)];
        assert_eq!(sizes.map(class), ["for-page", "for-page high", "for-page tall"]);
        let (screen, print) = STYLE.split_once("\n@media print{").expect("a style for print");
        for class in [".high{", ".tall{"] {
            assert!(print.contains(class) && !screen.contains(class), "{class}");
        }
    }
}
