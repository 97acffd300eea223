//! The scene as a backend of plotters, which draws series, areas, bars and the mesh on it.
//!
//! plotters counts in whole pixels and knows colours as red, green and blue: here a pixel is a
//! tenth of a unit of the scene, and the red of a colour is the number of a [`Paint`].

use super::font::HALF_CAPITAL;
use super::scene::{Anchor, Area, At, Label, Paint, Scene};
use plotters::style::text_anchor::{HPos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBAColor, ShapeStyle, TextStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;

/// Pixels of plotters to a unit of the scene.
const GRID: f32 = 10.0;
/// What is not nothing is at least so wide.
const LEAST: f32 = 1.5;
/// How near to the edge of the scene a text may come.
const EDGE: f32 = 2.0;
/// From line to line of a label, in sizes of its letters.
const LINE: f32 = 1.18;

/// A length of the scene in pixels of plotters.
pub(crate) fn pixels(length: f32) -> i32 {
    (length * GRID).round() as i32
}

/// A length in pixels of plotters as one of the scene.
pub(crate) fn units(pixels: i32) -> f32 {
    pixels as f32 / GRID
}

/// A line.
pub(crate) fn stroke(paint: Paint, width: f32) -> ShapeStyle {
    let color = RGBAColor(paint.number(), 0, 0, 1.0);
    ShapeStyle { color, filled: false, stroke_width: pixels(width) as u32 }
}

/// A dashed line: its colour has some green.
pub(crate) fn dashes(paint: Paint, width: f32) -> ShapeStyle {
    ShapeStyle { color: RGBAColor(paint.number(), 1, 0, 1.0), ..stroke(paint, width) }
}

/// An area through which what is behind it shines.
pub(crate) fn veil(paint: Paint, opacity: f64) -> ShapeStyle {
    ShapeStyle { color: RGBAColor(paint.number(), 0, 0, opacity), filled: true, stroke_width: 0 }
}

/// An area.
pub(crate) fn filled(paint: Paint) -> ShapeStyle {
    veil(paint, 1.0)
}

/// No line at all.
pub(crate) fn invisible() -> ShapeStyle {
    veil(Paint::Background, 0.0)
}

/// Letters of a size; nothing is written in size 0.
pub(crate) fn letters(paint: Paint, size: f32) -> TextStyle<'static> {
    let font = FontDesc::new(FontFamily::SansSerif, f64::from(size), FontStyle::Normal);
    font.color(&RGBAColor(paint.number(), 0, 0, 1.0))
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

fn at((x, y): BackendCoord) -> At {
    (units(x), units(y))
}

impl DrawingBackend for &mut Scene {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (pixels(self.size.0) as u32, pixels(self.size.1) as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.dot(at(point), units(1), Paint::numbered(color.rgb.0));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let BackendColor { alpha, rgb: (number, green, _) } = style.color();
        if alpha > 0.0 {
            let points = path.into_iter().map(at).collect();
            let draw = if green > 0 { Scene::dashes } else { Scene::line };
            draw(self, points, Paint::numbered(number), units(style.stroke_width() as i32));
        }
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let ((left, top), (right, bottom)) = (at(upper_left), at(bottom_right));
        let area = Area { left, top, right: right.max(left + LEAST), bottom };
        let BackendColor { alpha, rgb } = style.color();
        self.rect(area, Paint::numbered(rgb.0), alpha as f32);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.dot(at(center), units(radius as i32), Paint::numbered(style.color().rgb.0));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let BackendColor { alpha, rgb } = style.color();
        let corners = corners.into_iter().map(at).collect();
        self.area(corners, Paint::numbered(rgb.0), alpha as f32);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        place: BackendCoord,
    ) -> Drawn {
        let (size, (x, y)) = (style.size() as f32, at(place));
        if size <= 0.0 {
            return Ok(());
        }
        let (paint, step) = (Paint::numbered(style.color().rgb.0), size * LINE);
        let below_first = text.matches('\n').count() as f32 * step;
        let first = match style.anchor().v_pos {
            VPos::Top => y + size,
            VPos::Center => y + size * HALF_CAPITAL - below_first / 2.0,
            VPos::Bottom => y - below_first,
        };
        for (index, line) in text.split('\n').enumerate() {
            let label = Label::new(line, (x, first + index as f32 * step), size).painted(paint);
            let label = match style.anchor().h_pos {
                HPos::Left => label,
                HPos::Center => label.between(EDGE, self.size.0 - EDGE),
                HPos::Right => label.anchored(Anchor::End),
            };
            self.text(label);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::scene::Shape;
    use super::*;
    use plotters::prelude::{EmptyElement, IntoDrawingArea, PathElement, Rectangle, Text};

    #[test]
    fn what_plotters_draws_is_in_the_scene() {
        let mut scene = Scene::default();
        let sheet = (&mut scene).into_drawing_area();
        sheet
            .draw(&PathElement::new(vec![(0, 5), (101, 20)], dashes(Paint::Slot(3), 1.6)))
            .unwrap();
        sheet.draw(&Rectangle::new([(10, 10), (60, 110)], veil(Paint::Heat(6), 0.5))).unwrap();
        let twice = Text::new("ab\ncd", (0, 0), letters(Paint::Quiet, 10.0));
        sheet.draw(&(EmptyElement::at((50, 100)) + twice)).unwrap();
        drop(sheet);
        let area = Area { left: 1.0, top: 1.0, right: 6.0, bottom: 11.0 };
        let rect = Shape::Rect { area, paint: Paint::Heat(6), opacity: 0.5 };
        let points = vec![(0.0, 0.5), (10.1, 2.0)];
        let line = Shape::Line { points, paint: Paint::Slot(3), width: 1.6, dashed: true };
        let label = |text, y| Shape::Text(Label::new(text, (5.0, y), 10.0).painted(Paint::Quiet));
        assert_eq!(scene.shapes, [line, rect, label("ab", 20.0), label("cd", 31.8)]);
    }
}
