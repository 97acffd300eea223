//! The one typeface of charts: widths, kerning, outlines and line breaks.

use std::collections::HashMap;
use std::sync::OnceLock;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{GlyphId, OutlineBuilder};

/// Half the height of a capital letter, in sizes of the text.
pub(crate) const HALF_CAPITAL: f32 = 0.364;
/// From one line to the next, in sizes of the text.
pub(crate) const LINE: f32 = 1.28;

/// A weight of the typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// For most texts.
    Regular,
    /// For titles and values.
    SemiBold,
}

struct Loaded {
    face: ttf_parser::Face<'static>,
    /// Kerning of pairs, in font units; empty if the font has none.
    kerning: Vec<PairAdjustment<'static>>,
}

impl Face {
    /// The font file.
    pub(crate) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../../assets/Inter-Regular-sub.otf"),
            Self::SemiBold => include_bytes!("../../../assets/Inter-SemiBold-sub.otf"),
        }
    }

    /// How wide a text is.
    pub(crate) fn width(self, text: &str, size: f32) -> f32 {
        self.place(text, size).1
    }

    /// Draws the outlines of a text whose first letter begins at a point.
    pub(crate) fn outline(self, text: &str, at: (f32, f32), size: f32, pen: &mut impl Pen) {
        let scale = size / f32::from(self.loaded().face.units_per_em());
        for (glyph, x) in self.place(text, size).0 {
            let mut scaled = Scaled { pen, at: (at.0 + x, at.1), scale };
            self.loaded().face.outline_glyph(glyph, &mut scaled);
        }
    }

    /// Lines of at most the width, broken at ordinary spaces; one word may be wider.
    pub(crate) fn wrap(self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let bound = bound(text);
        for word in bound.split(' ').filter(|word| !word.is_empty()) {
            if let Some(line) = lines.last_mut() {
                let longer = format!("{line} {word}");
                if self.width(&longer, size) <= width {
                    *line = longer;
                    continue;
                }
            }
            lines.push(word.to_owned());
        }
        lines
    }

    /// The same number of lines, but of like length: no single word on the last one.
    pub(crate) fn wrap_evenly(self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut best = self.wrap(text, size, width);
        for step in 1..12 {
            let narrower = self.wrap(text, size, width * (1.0 - step as f32 * 0.05));
            if narrower.len() > best.len() {
                break;
            }
            best = narrower;
        }
        best
    }

    /// Glyphs with their distances from the first one, and the width of all.
    fn place(self, text: &str, size: f32) -> (Vec<(GlyphId, f32)>, f32) {
        let Loaded { face, kerning } = self.loaded();
        let scale = size / f32::from(face.units_per_em());
        let mut placed = Vec::with_capacity(text.len());
        let (mut x, mut before) = (0_i32, None);
        for letter in text.chars() {
            let glyph = face.glyph_index(letter).unwrap_or(GlyphId(0));
            if let Some(before) = before {
                x += i32::from(kern(kerning, before, glyph));
            }
            placed.push((glyph, x as f32 * scale));
            x += i32::from(face.glyph_hor_advance(glyph).unwrap_or(0));
            before = Some(glyph);
        }
        (placed, x as f32 * scale)
    }

    fn loaded(self) -> &'static Loaded {
        static REGULAR: OnceLock<Loaded> = OnceLock::new();
        static SEMI_BOLD: OnceLock<Loaded> = OnceLock::new();
        let cell = match self {
            Self::Regular => &REGULAR,
            Self::SemiBold => &SEMI_BOLD,
        };
        cell.get_or_init(|| {
            let face = ttf_parser::Face::parse(self.bytes(), 0).expect("the font is part of us");
            let kerning = pairs(&face);
            Loaded { face, kerning }
        })
    }
}

/// The text with no-break spaces where a line should not break: after a word of one or two
/// letters, and before a dash.
fn bound(text: &str) -> String {
    let mut words = text.split(' ').filter(|word| !word.is_empty()).peekable();
    let mut bound = String::with_capacity(text.len() + 8);
    while let Some(word) = words.next() {
        bound.push_str(word);
        let Some(next) = words.peek() else { break };
        let short = word.chars().count() <= 2 && word.chars().all(char::is_lowercase);
        bound.push(if short || matches!(*next, "—" | "–") { '\u{a0}' } else { ' ' });
    }
    bound
}

/// The pair adjustments of the font's `kern` feature.
fn pairs(face: &ttf_parser::Face<'static>) -> Vec<PairAdjustment<'static>> {
    let mut pairs = Vec::new();
    let Some(table) = face.tables().gpos else {
        return pairs;
    };
    let mut seen = HashMap::new();
    for feature in table.features {
        if feature.tag != ttf_parser::Tag::from_bytes(b"kern") {
            continue;
        }
        for index in feature.lookup_indices {
            if seen.insert(index, ()).is_some() {
                continue;
            }
            let Some(lookup) = table.lookups.get(index) else {
                continue;
            };
            for subtable in lookup.subtables.into_iter::<PositioningSubtable>() {
                if let PositioningSubtable::Pair(pair) = subtable {
                    pairs.push(pair);
                }
            }
        }
    }
    pairs
}

/// How much closer the second glyph stands to the first; the first table that knows it decides.
fn kern(kerning: &[PairAdjustment<'static>], first: GlyphId, second: GlyphId) -> i16 {
    for pair in kerning {
        let Some(index) = pair.coverage().get(first) else {
            continue;
        };
        let found = match pair {
            PairAdjustment::Format1 { sets, .. } => sets.get(index).and_then(|set| set.get(second)),
            PairAdjustment::Format2 { classes, matrix, .. } => {
                matrix.get((classes.0.get(first), classes.1.get(second)))
            }
        };
        if let Some((value, _)) = found {
            return value.x_advance;
        }
    }
    0
}

/// What draws outlines: right and down.
pub(crate) trait Pen {
    /// Begins a contour.
    fn move_to(&mut self, x: f32, y: f32);
    /// Continues it straight.
    fn line_to(&mut self, x: f32, y: f32);
    /// Continues it by a quadratic curve.
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32);
    /// Continues it by a cubic curve.
    fn cubic_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32);
    /// Ends it.
    fn close(&mut self);
}

struct Scaled<'a, P> {
    pen: &'a mut P,
    at: (f32, f32),
    scale: f32,
}

impl<P> Scaled<'_, P> {
    fn x(&self, x: f32) -> f32 {
        self.at.0 + x * self.scale
    }
    /// Fonts count upwards.
    fn y(&self, y: f32) -> f32 {
        self.at.1 - y * self.scale
    }
}

impl<P: Pen> OutlineBuilder for Scaled<'_, P> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.pen.move_to(self.x(x), self.y(y));
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.pen.line_to(self.x(x), self.y(y));
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.pen.quad_to(self.x(x1), self.y(y1), self.x(x), self.y(y));
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (near, far) = ((self.x(x1), self.y(y1)), (self.x(x2), self.y(y2)));
        self.pen.cubic_to(near.0, near.1, far.0, far.1, self.x(x), self.y(y));
    }
    fn close(&mut self) {
        self.pen.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_fit_together_stand_closer() {
        let width = |text: &str| Face::Regular.width(text, 100.0);
        assert!(width("Та") < width("Т") + width("а") - 2.0);
        assert!((width("нн") - 2.0 * width("н")).abs() < 0.01);
    }

    #[test]
    fn the_font_has_every_sign_that_reports_use() {
        let signs = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяЁ«»„“—–−±≤≥≈→↑↓№₽€…·×%\u{a0}\u{202f}";
        for face in [Face::Regular, Face::SemiBold] {
            for sign in signs.chars() {
                let found = face.loaded().face.glyph_index(sign);
                assert!(found.is_some(), "{sign:?} ({:04x}) in {face:?}", sign as u32);
            }
        }
    }

    #[test]
    fn lines_break_at_ordinary_spaces_only() {
        let lines =
            Face::Regular.wrap("цена 2\u{a0}979\u{202f}000\u{a0}₽ в год — дорого", 20.0, 140.0);
        assert_eq!(lines, ["цена", "2\u{a0}979\u{202f}000\u{a0}₽", "в\u{a0}год\u{a0}—", "дорого"]);
        assert!(Face::Regular.wrap("", 20.0, 100.0).is_empty());
    }

    #[test]
    fn even_lines_have_no_lonely_word() {
        let text = "Без второго менеджера SLA нарушается уже с марта этого года";
        let plain = Face::Regular.wrap(text, 20.0, 520.0);
        let even = Face::Regular.wrap_evenly(text, 20.0, 520.0);
        assert_eq!(plain.len(), even.len());
        assert!(even[1].len() > plain[1].len());
    }
}
