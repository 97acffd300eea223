//! A scene as PNG: the same shapes with smooth edges.

use super::font::Pen;
use super::scene::{Area, CORNER, Label, Paint, Scene, Shape};
use super::theme::Palette;
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint as Brush, PathBuilder, Pixmap, Stroke, StrokeDash,
    Transform,
};

/// Writes a scene, so many pixels to a unit: 2 is for slides.
pub(crate) fn png(scene: &Scene, palette: &Palette, scale: f32) -> Vec<u8> {
    let (width, height) = scene.size;
    let (width, height) = ((width * scale) as u32, (height * scale) as u32);
    let pixels = Pixmap::new(width.max(1), height.max(1)).expect("charts are of modest size");
    let mut canvas = Canvas { pixels, palette, scale: Transform::from_scale(scale, scale) };
    canvas.pixels.fill(colour(palette, Paint::Background, 1.0));
    for shape in &scene.shapes {
        canvas.draw(shape);
    }
    canvas.pixels.encode_png().expect("memory can be written to")
}

struct Canvas<'a> {
    pixels: Pixmap,
    palette: &'a Palette,
    scale: Transform,
}

impl Canvas<'_> {
    fn draw(&mut self, shape: &Shape) {
        match shape {
            Shape::Line { points, paint, width, dashed } => {
                let dash = dashed.then(|| StrokeDash::new(vec![7.0, 6.0], 0.0)).flatten();
                let line_cap = if *dashed { LineCap::Butt } else { LineCap::Round };
                let stroke = Stroke { width: *width, line_cap, dash, ..round() };
                self.stroke(path(points), *paint, &stroke);
            }
            Shape::Area { points, paint, opacity } => {
                let mut builder = path(points);
                builder.close();
                self.fill(builder, *paint, *opacity);
            }
            Shape::Rect { area, paint, opacity } => self.fill(rounded(*area), *paint, *opacity),
            Shape::Dot { at, radius, paint } => {
                let disc = || {
                    let mut builder = PathBuilder::new();
                    builder.push_circle(at.0, at.1, *radius);
                    builder
                };
                self.fill(disc(), *paint, 1.0);
                self.stroke(disc(), Paint::Background, &Stroke { width: 2.0, ..round() });
            }
            Shape::Text(label) => self.text(label),
        }
    }

    fn text(&mut self, label: &Label) {
        let outline = || {
            let mut builder = PathBuilder::new();
            label.face.outline(&label.text, label.start(), label.size, &mut builder);
            builder
        };
        if label.halo {
            let stroke = Stroke { width: super::HALO, ..round() };
            self.stroke(outline(), Paint::Background, &stroke);
        }
        self.fill(outline(), label.paint, 1.0);
    }

    fn fill(&mut self, builder: PathBuilder, paint: Paint, opacity: f32) {
        if let Some(path) = builder.finish() {
            let brush = brush(self.palette, paint, opacity);
            self.pixels.fill_path(&path, &brush, FillRule::Winding, self.scale, None);
        }
    }

    fn stroke(&mut self, builder: PathBuilder, paint: Paint, stroke: &Stroke) {
        if let Some(path) = builder.finish() {
            let brush = brush(self.palette, paint, 1.0);
            self.pixels.stroke_path(&path, &brush, stroke, self.scale, None);
        }
    }
}

fn round() -> Stroke {
    Stroke { line_join: LineJoin::Round, line_cap: LineCap::Round, ..Stroke::default() }
}

fn brush(palette: &Palette, paint: Paint, opacity: f32) -> Brush<'static> {
    let mut brush = Brush { anti_alias: true, ..Brush::default() };
    brush.set_color(colour(palette, paint, opacity));
    brush
}

fn colour(palette: &Palette, paint: Paint, opacity: f32) -> Color {
    let [_, red, green, blue] = palette.colour(paint).to_be_bytes();
    let mut colour = Color::from_rgba8(red, green, blue, 255);
    colour.apply_opacity(opacity);
    colour
}

fn path(points: &[(f32, f32)]) -> PathBuilder {
    let mut builder = PathBuilder::new();
    for (index, &(x, y)) in points.iter().enumerate() {
        if index == 0 {
            builder.move_to(x, y);
        } else {
            builder.line_to(x, y);
        }
    }
    builder
}

fn rounded(area: Area) -> PathBuilder {
    let mut builder = PathBuilder::new();
    let radius = CORNER.min(area.width() / 2.0).min(area.height() / 2.0);
    let Area { left: x, top: y, right, bottom } = area;
    builder.move_to(x + radius, y);
    builder.line_to(right - radius, y);
    builder.quad_to(right, y, right, y + radius);
    builder.line_to(right, bottom - radius);
    builder.quad_to(right, bottom, right - radius, bottom);
    builder.line_to(x + radius, bottom);
    builder.quad_to(x, bottom, x, bottom - radius);
    builder.line_to(x, y + radius);
    builder.quad_to(x, y, x + radius, y);
    builder.close();
    builder
}

impl Pen for PathBuilder {
    fn move_to(&mut self, x: f32, y: f32) {
        PathBuilder::move_to(self, x, y);
    }
    fn line_to(&mut self, x: f32, y: f32) {
        PathBuilder::line_to(self, x, y);
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        PathBuilder::quad_to(self, x1, y1, x, y);
    }
    fn cubic_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        PathBuilder::cubic_to(self, x1, y1, x2, y2, x, y);
    }
    fn close(&mut self) {
        PathBuilder::close(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_colours_the_pixels_it_covers() {
        let mut scene = Scene::default();
        scene.dot((640.0, 360.0), 50.0, Paint::Slot(0));
        scene.text(Label::new("Ш", (100.0, 100.0), 80.0));
        let picture = Pixmap::decode_png(&png(&scene, &Palette::LIGHT, 0.5)).unwrap();
        assert_eq!((picture.width(), picture.height()), (640, 360));
        let at = |x: u32, y: u32| {
            let colour = picture.pixel(x, y).unwrap().demultiply();
            u32::from_be_bytes([0, colour.red(), colour.green(), colour.blue()])
        };
        assert_eq!(at(320, 180), Palette::LIGHT.colour(Paint::Slot(0)));
        assert_eq!(at(600, 20), 0xFFFFFF);
        let dark = (50..90).flat_map(|x| (20..50).map(move |y| (x, y)));
        assert!(
            dark.filter(|&(x, y)| at(x, y) == Palette::LIGHT.colour(Paint::Text)).count() > 100
        );
    }
}
