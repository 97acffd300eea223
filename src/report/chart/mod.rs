//! Charts: laid out once as a list of shapes, written as SVG and as PNG.
//!
//! plotters says where values stand, and draws the mesh, lines, areas and bars; a [`Scene`] is its
//! backend. Ours are the colours, the places of labels, what parts say when pointed at, and the
//! two writers: `svg` with the colours of the page, `png` through tiny-skia.

mod areas;
mod backend;
mod bars;
mod canvas;
mod curve;
mod ends;
mod fan;
mod font;
mod frame;
mod heat_map;
mod labels;
mod legend;
mod limits;
mod line_plot;
mod lines;
mod panels;
mod parallel;
mod plot;
mod png;
mod rows;
mod ruler;
mod scene;
mod schedule;
mod svg;
mod theme;
mod tips;
mod tornado;

#[cfg(test)]
mod gallery;

pub(crate) use canvas::Canvas;
pub(crate) use png::png;
pub(crate) use scene::Scene;
pub(crate) use svg::{Place, font_faces, style_sheet, svg};
pub(crate) use theme::Palette;
pub(super) use tips::said;

use super::output::{Batch, FileError};
use super::{Chart, Document, Figure, Locale};
use rayon::prelude::*;

/// Width of the rim that keeps lines away from texts.
const HALO: f32 = 4.0;
/// Pixels to a unit in PNG files: 2560 × 1440, for slides.
const SLIDE: f32 = 2.0;

/// Lays a chart out as a slide.
pub(crate) fn draw(chart: &Chart, locale: Locale) -> Scene {
    draw_on(chart, locale, Canvas::Slide)
}

/// Lays a chart out for a place.
pub(crate) fn draw_on(chart: &Chart, locale: Locale, canvas: Canvas) -> Scene {
    let mut scene = Scene {
        title: chart.title.clone(),
        description: chart.alternative.clone(),
        size: canvas.size(&chart.figure),
        ..Scene::default()
    };
    let area = frame::draw(chart, canvas, &mut scene);
    match &chart.figure {
        Figure::Lines(lines) => lines::draw(lines, locale, area, &mut scene),
        Figure::HeatMap(map) => heat_map::draw(map, locale, area, &mut scene),
        Figure::Bars(bars) => bars::draw(bars, locale, area, &mut scene),
        Figure::Tornado(tornado) => tornado::draw(tornado, locale, area, &mut scene),
        Figure::Curve(curve) => curve::draw(curve, locale, area, &mut scene),
        Figure::Schedule(it) => schedule::draw(it, locale, area, &mut scene),
        Figure::Fan(it) => fan::draw(it, locale, area, &mut scene),
        Figure::Areas(it) => areas::draw(it, locale, area, &mut scene),
        Figure::Parallel(it) => parallel::draw(it, locale, area, &mut scene),
    }
    scene
}

/// Adds every chart of a document to a batch, as `folder/key.svg` and `folder/key.png`.
pub(crate) fn add_files(
    document: &Document,
    folder: &str,
    batch: &mut Batch,
) -> Result<(), FileError> {
    let charts: Vec<&Chart> = document.charts().collect();
    let drawn: Vec<(String, Vec<u8>)> = charts
        .par_iter()
        .map(|chart| {
            let scene = draw(chart, document.locale);
            let file = svg(&scene, Place::File(&Palette::LIGHT));
            (file, png(&scene, &Palette::LIGHT, SLIDE))
        })
        .collect();
    for (chart, (file, picture)) in charts.iter().zip(&drawn) {
        batch.add(format!("{folder}/{}.svg", chart.key), file.as_bytes())?;
        batch.add(format!("{folder}/{}.png", chart.key), picture)?;
    }
    Ok(())
}

/// One chart of a document as a file, named `key.svg` or `key.png`.
pub(crate) fn file_of(document: &Document, name: &str) -> Option<Vec<u8>> {
    let (key, ending) = name.rsplit_once('.')?;
    let chart = document.charts().find(|it| it.key == key)?;
    let scene = draw(chart, document.locale);
    match ending {
        "svg" => Some(svg(&scene, Place::File(&Palette::LIGHT)).into_bytes()),
        "png" => Some(png(&scene, &Palette::LIGHT, SLIDE)),
        _ => None,
    }
}
