//! A drawing as a short list of shapes: laid out once, written as SVG and as PNG.

use super::font::Face;

/// Width of a slide, in its own units.
pub(crate) const WIDTH: f32 = 1280.0;
/// Height of a slide.
pub(crate) const HEIGHT: f32 = 720.0;

/// How round the corners of rectangles are.
pub(crate) const CORNER: f32 = 3.0;

/// A colour by what it means; a palette says what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    /// Behind everything.
    Background,
    /// Titles and numbers.
    Text,
    /// Explanations.
    Quiet,
    /// Lines of the grid.
    Grid,
    /// Axes, targets, leaders.
    Axis,
    /// Lines and bars that are not emphasised.
    Muted,
    /// An emphasised series.
    Slot(u8),
    /// A cell of a heat map: 0 to 6.
    Heat(u8),
    /// A number on such a cell.
    OnHeat(u8),
}

/// A point: right and down from the upper left corner.
pub(crate) type At = (f32, f32);

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// A line through points.
    Line {
        points: Vec<At>,
        paint: Paint,
        width: f32,
        dashed: bool,
    },
    /// A filled polygon.
    Area {
        points: Vec<At>,
        paint: Paint,
        opacity: f32,
    },
    /// A filled rectangle with round corners.
    Rect {
        area: Area,
        paint: Paint,
        opacity: f32,
    },
    /// A disc with a rim in the colour of the background.
    Dot {
        at: At,
        radius: f32,
        paint: Paint,
    },
    Text(Label),
}

/// A text and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    /// What it says.
    pub(crate) text: String,
    /// Its anchor on the base line.
    pub(crate) at: At,
    /// Size of the letters.
    pub(crate) size: f32,
    /// Weight.
    pub(crate) face: Face,
    /// Which part of the text stands at the anchor.
    pub(crate) anchor: Anchor,
    /// Colour.
    pub(crate) paint: Paint,
    /// Whether a rim in the colour of the background keeps lines away.
    pub(crate) halo: bool,
}

/// Which part of a text stands at its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// Its beginning.
    Start,
    Middle,
    End,
}

/// A part of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    /// Left edge.
    pub(crate) left: f32,
    /// Upper edge.
    pub(crate) top: f32,
    /// Right edge.
    pub(crate) right: f32,
    /// Lower edge.
    pub(crate) bottom: f32,
}

/// A drawing.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    /// Its title, for those who cannot see it.
    pub(crate) title: String,
    /// What it shows, for those who cannot see it.
    pub(crate) description: String,
    /// Its width and height.
    pub(crate) size: (f32, f32),
    /// Shapes, the first at the back.
    pub(crate) shapes: Vec<Shape>,
    /// What its parts say when pointed at.
    pub(crate) tips: Vec<Tip>,
}

/// What a part of a drawing says when pointed at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tip {
    /// The part.
    pub(crate) area: Area,
    /// Where a line from top to bottom shows which values are meant.
    pub(crate) guide: Option<f32>,
    /// Lines of text, the first a heading.
    pub(crate) text: Vec<String>,
}

impl Default for Scene {
    fn default() -> Self {
        Self {
            title: String::new(),
            description: String::new(),
            size: (WIDTH, HEIGHT),
            shapes: Vec::new(),
            tips: Vec::new(),
        }
    }
}

impl Area {
    pub(crate) fn width(&self) -> f32 {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> f32 {
        self.bottom - self.top
    }
}

impl Shape {
    /// The points of another line, if it looks the same.
    pub(crate) fn continued_by<'a>(&self, other: &'a Self) -> Option<&'a Vec<At>> {
        match (self, other) {
            (
                Self::Line { paint, width, dashed, .. },
                Self::Line { points, paint: other_paint, width: other_width, dashed: other_dashed },
            ) if (paint, width, dashed) == (other_paint, other_width, other_dashed) => Some(points),
            _ => None,
        }
    }
}

impl Label {
    /// A text that begins at a point.
    pub(crate) fn new(text: impl Into<String>, at: At, size: f32) -> Self {
        let text = text.into();
        let (face, anchor, paint) = (Face::Regular, Anchor::Start, Paint::Text);
        Self { text, at, size, face, anchor, paint, halo: false }
    }

    /// In semi-bold.
    pub(crate) fn bold(mut self) -> Self {
        self.face = Face::SemiBold;
        self
    }

    /// In a colour.
    pub(crate) fn painted(mut self, paint: Paint) -> Self {
        self.paint = paint;
        self
    }

    /// With another part at the point.
    pub(crate) fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// With its middle at the point, moved so that all of it is between two edges.
    pub(crate) fn between(mut self, left: f32, right: f32) -> Self {
        let half = self.width() / 2.0;
        self.at.0 = self.at.0.min(right - half).max(left + half);
        self.anchored(Anchor::Middle)
    }

    /// With a rim that keeps lines away.
    pub(crate) fn haloed(mut self) -> Self {
        self.halo = true;
        self
    }

    /// Moved down, so that the middle of its capitals is where its base line was.
    pub(crate) fn centred(mut self) -> Self {
        self.at.1 += self.size * super::font::HALF_CAPITAL;
        self
    }

    pub(crate) fn width(&self) -> f32 {
        self.face.width(&self.text, self.size)
    }

    /// Where its first letter begins.
    pub(crate) fn start(&self) -> At {
        let shift = match self.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => self.width() / 2.0,
            Anchor::End => self.width(),
        };
        (self.at.0 - shift, self.at.1)
    }
}

impl Scene {
    /// Draws a line.
    pub(crate) fn line(&mut self, points: Vec<At>, paint: Paint, width: f32) {
        self.shapes.push(Shape::Line { points, paint, width, dashed: false });
    }

    /// Draws a dashed line.
    pub(crate) fn dashes(&mut self, points: Vec<At>, paint: Paint, width: f32) {
        self.shapes.push(Shape::Line { points, paint, width, dashed: true });
    }

    /// Fills a polygon.
    pub(crate) fn area(&mut self, points: Vec<At>, paint: Paint, opacity: f32) {
        self.shapes.push(Shape::Area { points, paint, opacity });
    }

    /// Fills a rectangle with round corners.
    pub(crate) fn rect(&mut self, area: Area, paint: Paint, opacity: f32) {
        self.shapes.push(Shape::Rect { area, paint, opacity });
    }

    /// Draws a disc.
    pub(crate) fn dot(&mut self, at: At, radius: f32, paint: Paint) {
        self.shapes.push(Shape::Dot { at, radius, paint });
    }

    /// Writes a text.
    pub(crate) fn text(&mut self, label: Label) {
        if !label.text.is_empty() {
            self.shapes.push(Shape::Text(label));
        }
    }
}
