//! What every chart has around its numbers: title, subtitle, source.

use super::Canvas;
use super::font::{Face, LINE};
use super::scene::{Area, HEIGHT, Label, Paint, Scene, WIDTH};
use super::theme::size;
use crate::report::Chart;

const MARGIN: f32 = 56.0;
const TOP: f32 = 34.0;
const BOTTOM: f32 = 26.0;

/// Draws it, and returns what is left for the numbers.
pub(crate) fn draw(chart: &Chart, canvas: Canvas, scene: &mut Scene) -> Area {
    if canvas != Canvas::Slide {
        // A page says in its own texts what a slide says in the chart.
        return Area {
            left: 2.0,
            top: 14.0,
            right: scene.size.0 - 2.0,
            bottom: scene.size.1 - 4.0,
        };
    }
    let width = WIDTH - 2.0 * MARGIN;
    let mut y = TOP;
    let title = title_size(&chart.title, width);
    for line in Face::SemiBold.wrap_evenly(&chart.title, title, width) {
        y += title * LINE;
        scene.text(Label::new(line, (MARGIN, y - title * 0.3), title).bold());
    }
    y += 2.0;
    for line in Face::Regular.wrap_evenly(&chart.subtitle, size::SUBTITLE, width) {
        y += size::SUBTITLE * LINE;
        let at = (MARGIN, y - size::SUBTITLE * 0.2);
        scene.text(Label::new(line, at, size::SUBTITLE).painted(Paint::Quiet));
    }
    let source = Face::Regular.wrap(&chart.source, size::NOTE, width);
    let mut bottom = HEIGHT - BOTTOM;
    for line in source.into_iter().rev() {
        scene.text(Label::new(line, (MARGIN, bottom), size::NOTE).painted(Paint::Quiet));
        bottom -= size::NOTE * LINE;
    }
    Area { left: MARGIN, top: y + 26.0, right: WIDTH - MARGIN, bottom: bottom - 14.0 }
}

/// Two lines at most, smaller letters if need be.
fn title_size(title: &str, width: f32) -> f32 {
    let fits = |size: &f32| Face::SemiBold.wrap(title, *size, width).len() <= 2;
    [size::TITLE, 29.0, 26.0].into_iter().find(fits).unwrap_or(24.0)
}
