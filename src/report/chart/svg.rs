//! A scene as SVG: on its own with its font, or as part of a page with the page's colours.

use super::font::Face;
use super::scene::{Anchor, At, CORNER, Label, Paint, Scene, Shape};
use super::theme::Palette;
use super::tips::write_tips;
use base64::Engine;
use std::fmt::Write;

/// Where an SVG will stand.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place<'a> {
    /// A file of its own: fixed colours, the font inside.
    File(&'a Palette),
    /// Inside a page that has [`style_sheet`]: colours follow the page.
    Page,
}

/// Writes a scene.
pub(crate) fn svg(scene: &Scene, place: Place) -> String {
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
    let mut shapes = scene.shapes.iter().peekable();
    while let Some(shape) = shapes.next() {
        let mut others = Vec::new();
        while let Some(points) = shapes.peek().and_then(|next| shape.continued_by(next)) {
            others.push(points);
            shapes.next();
        }
        write_shape(&mut text, shape, others, place);
    }
    if let Place::Page = place {
        text.push_str("</g>\n");
        write_tips(&mut text, &scene.tips);
    }
    text.push_str("</svg>\n");
    text
}

/// The font as CSS, for SVG files and for pages.
pub(crate) fn font_faces() -> String {
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
pub(crate) fn style_sheet() -> String {
    let variables = |palette: &Palette| {
        let mut text = String::new();
        for paint in Paint::all() {
            let _ = write!(text, "--chart-{}:#{:06x};", paint.name(), palette.colour(paint));
        }
        text
    };
    let (light, dark) = (variables(&Palette::LIGHT), variables(&Palette::DARK));
    let mut text = format!(
        ":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n\
         @media print{{:root{{{light}}}}}\n"
    );
    text.push_str(
        ".chart-line{fill:none;stroke-linejoin:round;stroke-linecap:round}\
         .chart-dashes{stroke-dasharray:7 6;stroke-linecap:butt}\n",
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

/// Writes a shape; lines that look alike are one path.
fn write_shape(text: &mut String, shape: &Shape, others: Vec<&Vec<At>>, place: Place) {
    let written = match shape {
        Shape::Line { points, paint, width, dashed } => {
            let lines = std::iter::once(points).chain(others);
            // There may be hundreds of these, thin and grey: whole units will do.
            let coarse = *paint == Paint::Muted && matches!(place, Place::Page);
            let grain = if coarse { 10.0 } else { 1.0 };
            let path: String = lines.map(|points| path(points, grain)).collect();
            let width = short(*width);
            let look = look(*paint, *dashed, place);
            writeln!(text, "<path d=\"{path}\" stroke-width=\"{width}\" {look}/>")
        }
        Shape::Area { points, paint, opacity } => {
            let (path, fill) = (path(points, 1.0), fill(*paint, place));
            writeln!(text, "<path d=\"{path}Z\" {fill}{}/>", transparency(*opacity))
        }
        Shape::Rect { area, paint, opacity } => writeln!(
            text,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{CORNER}\" {}{}/>",
            tenths(area.left),
            tenths(area.top),
            tenths(area.width()),
            tenths(area.height()),
            fill(*paint, place),
            transparency(*opacity),
        ),
        Shape::Dot { at, radius, paint } => writeln!(
            text,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>",
            tenths(at.0),
            tenths(at.1),
            tenths(*radius),
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
        tenths(label.at.0),
        tenths(label.at.1),
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
            format!("{} {} stroke-width=\"{width}\"", fill(inside, place), stroke(rim, place))
        }
        Place::Page => format!(
            "class=\"chart-fill-{} chart-line-{}\" stroke-width=\"{width}\"",
            inside.name(),
            rim.name()
        ),
    }
}

fn transparency(opacity: f32) -> String {
    if opacity < 1.0 { format!(" fill-opacity=\"{}\"", short(opacity)) } else { String::new() }
}

/// What a line looks like; a page says it in its style sheet.
fn look(paint: Paint, dashed: bool, place: Place) -> String {
    match place {
        Place::File(_) => {
            let stroke = stroke(paint, place);
            let ends = if dashed { "butt\" stroke-dasharray=\"7 6" } else { "round" };
            format!("fill=\"none\" {stroke} stroke-linejoin=\"round\" stroke-linecap=\"{ends}\"")
        }
        Place::Page => {
            let dashes = if dashed { " chart-dashes" } else { "" };
            format!("class=\"chart-line chart-line-{}{dashes}\"", paint.name())
        }
    }
}

/// A path in so many tenths, each point counted from the one before: the shortest way to say it.
fn path(points: &[At], grain: f32) -> String {
    let tenth = |value: f32| ((value * 10.0 / grain).round() * grain) as i32;
    let mut text = String::with_capacity(points.len() * 10);
    let mut before = (0, 0);
    for (index, (x, y)) in points.iter().enumerate() {
        let at = (tenth(*x), tenth(*y));
        text.push_str(match index {
            0 => "M",
            1 => "l",
            _ => " ",
        });
        let by = (at.0 - before.0, at.1 - before.1);
        let (right, down) = (in_tenths(by.0), in_tenths(by.1));
        if index > 1 && right.starts_with('-') {
            // A minus parts numbers as well as a space does.
            text.pop();
        }
        text.push_str(&right);
        if !down.starts_with('-') {
            text.push(' ');
        }
        text.push_str(&down);
        before = at;
    }
    text
}

fn in_tenths(tenths: i32) -> String {
    match (tenths / 10, (tenths % 10).abs()) {
        (whole, 0) => whole.to_string(),
        (0, rest) if tenths < 0 => format!("-.{rest}"),
        (0, rest) => format!(".{rest}"),
        (whole, rest) => format!("{whole}.{rest}"),
    }
}

/// A place on the drawing: a tenth is finer than any screen.
fn tenths(value: f32) -> String {
    in_tenths((value * 10.0).round() as i32)
}

/// Two decimals, for widths and opacities.
fn short(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

fn escaped(text: &str) -> String {
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
        let mut scene = Scene { title: "A < B & \"C\"".into(), ..Scene::default() };
        scene.line(vec![(0.0, 0.0), (10.0, 20.5)], Paint::Slot(1), 3.0);
        scene.text(Label::new("75 % < цель\u{7}", (5.0, 5.0), 12.0).haloed());
        scene
    }

    #[test]
    fn texts_cannot_break_the_markup() {
        let text = svg(&scene(), Place::File(&Palette::LIGHT));
        assert!(text.contains("<title>A &lt; B &amp; &quot;C&quot;</title>"));
        assert!(text.contains(">75 % &lt; цель </text>"));
        assert!(text.contains("d=\"M0 0l10 20.5\""));
    }

    #[test]
    fn paths_are_said_as_shortly_as_they_can() {
        let points = [(0.0, 0.04), (10.06, -0.5), (9.5, 20.0), (9.5, 20.5)];
        assert_eq!(path(&points, 1.0), "M0 0l10.1-.5-.6 20.5 0 .5");
        assert_eq!(path(&points[..2], 10.0), "M0 0l10-1");
    }

    #[test]
    fn lines_that_look_alike_are_one_path() {
        let mut scene = scene();
        scene.line(vec![(0.0, 0.0), (1.0, 1.0)], Paint::Muted, 1.0);
        scene.line(vec![(5.0, 5.0), (6.0, 6.0)], Paint::Muted, 1.0);
        scene.line(vec![(7.0, 7.0), (8.0, 8.0)], Paint::Muted, 2.0);
        let text = svg(&scene, Place::Page);
        assert!(text.contains("d=\"M0 0l1 1M5 5l1 1\"") && text.contains("d=\"M7 7l1 1\""));
    }

    #[test]
    fn a_file_has_its_font_and_a_page_lends_its_colours() {
        let file = svg(&scene(), Place::File(&Palette::LIGHT));
        assert!(file.contains("@font-face") && file.contains("stroke=\"#d55e00\""));
        let page = svg(&scene(), Place::Page);
        assert!(
            !page.contains("@font-face") && page.contains("class=\"chart-line chart-line-slot-1\"")
        );
        assert!(style_sheet().contains("--chart-slot-1:#d55e00;"));
    }
}
