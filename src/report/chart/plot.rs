//! A pair of axes: where plotters puts things, and how its mesh and its series get there.

use super::backend::{invisible, letters, pixels, stroke, units};
use super::ruler::Ruler;
use super::scene::{Area, At, Paint, Scene};
use plotters::chart::{ChartBuilder, ChartContext, MeshStyle};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::Ranged;
use plotters::drawing::IntoDrawingArea;
use plotters::element::{Drawable, PointCollection};

/// A pair of axes and the rectangle between them.
#[derive(Clone, Debug)]
pub(crate) struct Plot {
    /// The rectangle.
    pub(crate) area: Area,
    /// From left to right.
    pub(crate) across: Ruler,
    /// From the bottom to the top.
    pub(crate) up: Ruler,
}

/// What is drawn at the ticks of an axis.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ticks {
    /// Size of the letters; 0 for none.
    pub(crate) size: f32,
    /// Colour of the letters.
    pub(crate) paint: Paint,
    /// From the axis to the letters.
    pub(crate) gap: f32,
    /// Whether lines run through the plot.
    pub(crate) mesh: bool,
    /// Whether the axis itself is drawn.
    pub(crate) axis: bool,
}

impl Ticks {
    /// Quiet letters, and nothing else.
    pub(crate) fn labels(size: f32, gap: f32) -> Self {
        Self { size, paint: Paint::Quiet, gap, mesh: false, axis: false }
    }
}

type Chart<'a> = ChartContext<'a, &'a mut Scene, Cartesian2d<Ruler, Ruler>>;
type Mesh<'a, 'b> = MeshStyle<'a, 'b, Ruler, Ruler, &'a mut Scene>;

/// A scene takes every shape: its error has no value.
const TAKES_ALL: &str = "a scene takes every shape";

impl Plot {
    /// Where a value stands across.
    pub(crate) fn x(&self, value: f64) -> f32 {
        units(self.across.map(&value, (pixels(self.area.left), pixels(self.area.right))))
    }

    /// Where a value stands upwards.
    pub(crate) fn y(&self, value: f64) -> f32 {
        units(self.up.map(&value, (pixels(self.area.bottom), pixels(self.area.top))))
    }

    /// Where a point stands.
    pub(crate) fn at(&self, (x, y): (f64, f64)) -> At {
        (self.x(x), self.y(y))
    }

    /// A line from the left to the right at a value.
    pub(crate) fn level(&self, value: f64) -> Vec<(f64, f64)> {
        vec![(self.across.low, value), (self.across.high, value)]
    }

    /// Draws elements of plotters.
    pub(crate) fn draw<'a, E>(&self, elements: impl IntoIterator<Item = E>, scene: &'a mut Scene)
    where
        E: Drawable<&'a mut Scene>,
        for<'b> &'b E: PointCollection<'b, (f64, f64)>,
    {
        self.chart(scene).draw_series(elements).expect(TAKES_ALL);
    }

    /// Draws the axis below.
    pub(crate) fn draw_across(&self, ticks: Ticks, scene: &mut Scene) {
        let mut chart = self.chart(scene);
        let mut mesh = chart.configure_mesh();
        mesh.disable_y_mesh().disable_y_axis();
        if !ticks.mesh {
            mesh.disable_x_mesh();
        }
        draw_mesh(mesh, ticks);
    }

    /// Draws the axis on the left.
    pub(crate) fn draw_up(&self, ticks: Ticks, scene: &mut Scene) {
        let mut chart = self.chart(scene);
        let mut mesh = chart.configure_mesh();
        mesh.disable_x_mesh().disable_x_axis();
        if !ticks.mesh {
            mesh.disable_y_mesh();
        }
        draw_mesh(mesh, ticks);
    }

    fn chart<'a>(&self, scene: &'a mut Scene) -> Chart<'a> {
        let (width, height) = scene.size;
        let root = scene.into_drawing_area();
        let Area { left, top, right, bottom } = self.area;
        // plotters leaves the last pixel of a plot unused.
        ChartBuilder::on(&root)
            .margin_top(pixels(top))
            .margin_right(pixels(width - right.max(left + 1.0)) - 1)
            .y_label_area_size(pixels(left))
            .x_label_area_size(pixels(height - bottom.max(top + 1.0)) - 1)
            .build_cartesian_2d(self.across.clone(), self.up.clone())
            .expect(TAKES_ALL)
    }
}

fn draw_mesh(mut mesh: Mesh, ticks: Ticks) {
    // plotters puts labels twice as far from the axis as its ticks are long.
    mesh.set_all_tick_mark_size(pixels(ticks.gap / 2.0))
        .label_style(letters(ticks.paint, ticks.size))
        .bold_line_style(stroke(Paint::Grid, 1.2))
        .axis_style(if ticks.axis { stroke(Paint::Axis, 1.5) } else { invisible() })
        .draw()
        .expect(TAKES_ALL);
}
