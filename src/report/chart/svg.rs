//! A scene as SVG: on its own with its font, or as part of a page with the page's colours.

use super::font::Face;
use super::scene::{Anchor, At, Label, Paint, Scene, Shape};
use super::theme::Palette;
use super::tips::write_tips;
use base64::Engine;
use std::fmt::Write;

/// Where an SVG will stand.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// A file of its own: fixed colours, the font inside.
    File(&'a Palette),
    /// Inside a page that has [`style_sheet`]: colours follow the page.
    Page,
}

/// Writes a scene.
pub fn svg(scene: &Scene, place: Place) -> String {
    let mut text = String::with_capacity(scene.shapes.len() * 120 + 4_000);
    let (title, description) = (escaped(&scene.title), escaped(&scene.description));
    let (width, height) = scene.size;
    let _ = write!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"Inter, 'Segoe UI', Arial, sans-serif\"",
    );
    match place {
        Place::File(_) => {
            let _ = write!(
                text,
                " width=\"{width}\" height=\"{height}\" role=\"img\">\n\
                 <title>{title}</title>\n<desc>{description}</desc>\n<style>{}</style>\n\
                 <rect width=\"{width}\" height=\"{height}\" {}/>\n",
                font_faces(),
                fill(Paint::Background, place),
            );
        }
        // A title would hide what the parts say; an image has no parts that can be reached.
        Place::Page => {
            let _ = writeln!(text, ">\n<g role=\"img\" aria-label=\"{description}\">");
        }
    }
    for shape in &scene.shapes {
        write_shape(&mut text, shape, place);
    }
    if let Place::Page = place {
        text.push_str("</g>\n");
        write_tips(&mut text, &scene.tips);
    }
    text.push_str("</svg>\n");
    text
}

/// The font as CSS, for SVG files and for pages.
pub fn font_faces() -> String {
    let face = |face: Face, weight: u32| {
        let data = base64::engine::general_purpose::STANDARD.encode(face.bytes());
        format!(
            "@font-face{{font-family:Inter;font-weight:{weight};\
             src:url(data:font/otf;base64,{data}) format('opentype')}}"
        )
    };
    face(Face::Regular, 400) + &face(Face::SemiBold, 600)
}

/// Classes and colours of charts in a page: light, and dark where the reader prefers it.
///
/// The variables are called `--chart-background` and so on; a page may set them itself.
pub fn style_sheet() -> String {
    let variables = |palette: &Palette| {
        let mut text = String::new();
        for paint in Paint::all() {
            let _ = write!(
                text,
                "--chart-{}:#{:06x};",
                paint.name(),
                palette.colour(paint)
            );
        }
        text
    };
    let (light, dark) = (variables(&Palette::LIGHT), variables(&Palette::DARK));
    let mut text = format!(
        ":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n\
         @media print{{:root{{{light}}}}}\n"
    );
    for paint in Paint::all() {
        let name = paint.name();
        let _ = writeln!(
            text,
            ".chart-fill-{name}{{fill:var(--chart-{name})}}\
             .chart-line-{name}{{stroke:var(--chart-{name})}}"
        );
    }
    text
}

fn write_shape(text: &mut String, shape: &Shape, place: Place) {
    let written = match shape {
        Shape::Line {
            points,
            paint,
            width,
            dashed,
        } => {
            let (path, stroke) = (path(points), stroke(*paint, place));
            let dashes = if *dashed {
                " stroke-dasharray=\"7 6\""
            } else {
                ""
            };
            writeln!(
                text,
                "<path d=\"{path}\" fill=\"none\" {stroke} stroke-width=\"{}\" \
                 stroke-linejoin=\"round\" stroke-linecap=\"{}\"{dashes}/>",
                short(*width),
                if *dashed { "butt" } else { "round" },
            )
        }
        Shape::Area {
            points,
            paint,
            opacity,
        } => {
            let (path, fill) = (path(points), fill(*paint, place));
            writeln!(
                text,
                "<path d=\"{path}Z\" {fill}{}/>",
                transparency(*opacity)
            )
        }
        Shape::Rect {
            at,
            width,
            height,
            radius,
            paint,
            opacity,
        } => {
            let round = if *radius > 0.0 {
                format!(" rx=\"{}\"", short(*radius))
            } else {
                String::new()
            };
            writeln!(
                text,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{round} {}{}/>",
                short(at.0),
                short(at.1),
                short(*width),
                short(*height),
                fill(*paint, place),
                transparency(*opacity),
            )
        }
        Shape::Dot { at, radius, paint } => writeln!(
            text,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>",
            short(at.0),
            short(at.1),
            short(*radius),
            both(*paint, Paint::Background, 2.0, place),
        ),
        Shape::Text(label) => write_label(text, label, place),
    };
    debug_assert!(written.is_ok(), "a string can be written to");
}

fn write_label(text: &mut String, label: &Label, place: Place) -> std::fmt::Result {
    let anchor = match label.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let weight = match label.face {
        Face::Regular => "",
        Face::SemiBold => " font-weight=\"600\"",
    };
    let paint = if label.halo {
        let both = both(label.paint, Paint::Background, super::HALO, place);
        format!("{both} stroke-linejoin=\"round\" paint-order=\"stroke\"")
    } else {
        fill(label.paint, place)
    };
    writeln!(
        text,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} {paint}>{}</text>",
        short(label.at.0),
        short(label.at.1),
        short(label.size),
        escaped(&label.text),
    )
}

fn fill(paint: Paint, place: Place) -> String {
    match place {
        Place::File(palette) => format!("fill=\"#{:06x}\"", palette.colour(paint)),
        Place::Page => format!("class=\"chart-fill-{}\"", paint.name()),
    }
}

fn stroke(paint: Paint, place: Place) -> String {
    match place {
        Place::File(palette) => format!("stroke=\"#{:06x}\"", palette.colour(paint)),
        Place::Page => format!("class=\"chart-line-{}\"", paint.name()),
    }
}

fn both(inside: Paint, rim: Paint, width: f32, place: Place) -> String {
    let width = short(width);
    match place {
        Place::File(_) => {
            format!(
                "{} {} stroke-width=\"{width}\"",
                fill(inside, place),
                stroke(rim, place)
            )
        }
        Place::Page => format!(
            "class=\"chart-fill-{} chart-line-{}\" stroke-width=\"{width}\"",
            inside.name(),
            rim.name()
        ),
    }
}

fn transparency(opacity: f32) -> String {
    if opacity < 1.0 {
        format!(" fill-opacity=\"{}\"", short(opacity))
    } else {
        String::new()
    }
}

fn path(points: &[At]) -> String {
    let mut text = String::with_capacity(points.len() * 14);
    for (index, (x, y)) in points.iter().enumerate() {
        let sign = if index == 0 { 'M' } else { 'L' };
        let _ = write!(text, "{sign}{} {}", short(*x), short(*y));
    }
    text
}

/// Two decimals are finer than any screen.
pub(super) fn short(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".into()
    } else {
        text.into()
    }
}

pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            // Control characters are not XML, whatever a scenario calls its roles.
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene() -> Scene {
        let mut scene = Scene {
            title: "A < B & \"C\"".into(),
            ..Scene::default()
        };
        scene.line(vec![(0.0, 0.0), (10.0, 20.5)], Paint::Slot(1), 3.0);
        scene.text(Label::new("75 % < цель\u{7}", (5.0, 5.0), 12.0).haloed());
        scene
    }

    #[test]
    fn texts_cannot_break_the_markup() {
        let text = svg(&scene(), Place::File(&Palette::LIGHT));
        assert!(text.contains("<title>A &lt; B &amp; &quot;C&quot;</title>"));
        assert!(text.contains(">75 % &lt; цель </text>"));
        assert!(text.contains("d=\"M0 0L10 20.5\""));
    }

    #[test]
    fn a_file_has_its_font_and_a_page_lends_its_colours() {
        let file = svg(&scene(), Place::File(&Palette::LIGHT));
        assert!(file.contains("@font-face") && file.contains("stroke=\"#d55e00\""));
        let page = svg(&scene(), Place::Page);
        assert!(!page.contains("@font-face") && page.contains("class=\"chart-line-slot-1\""));
        assert!(style_sheet().contains("--chart-slot-1:#d55e00;"));
    }
}
