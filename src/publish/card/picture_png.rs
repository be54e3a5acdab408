//! A picture that stands alone as a PNG: its texts in the fonts of the cards, whatever fonts a machine has.

use std::borrow::Cow;
use std::collections::BTreeSet;

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::{Color, Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};

use super::CardError;
use super::fonts::{Fonts, Weight};
use super::line::{Reading, Style, line};
use super::picture::outline;

/// What begins and ends a text of a picture.
const TEXT: [&str; 2] = ["<text ", "</text>"];

/// The widest and highest picture, in pixels.
const MOST_PX: f32 = 4_000.0;

/// Draws an SVG of [`crate::drawing`], pixel for unit.
///
/// # Errors
/// [`CardError`] when it is no picture, or cannot be written.
pub(in crate::publish) fn picture_png(svg: &str) -> Result<Vec<u8>, CardError> {
    let fonts = Fonts::read().ok_or(CardError::Fonts)?;
    let lettered = lettered(svg, &fonts);
    let no_picture = || CardError::Picture {
        name: "the map".to_owned(),
    };
    let tree = Tree::from_str(&lettered, &Options::default()).map_err(|_| no_picture())?;
    let (wide, high) = (
        tree.size().width().min(MOST_PX),
        tree.size().height().min(MOST_PX),
    );
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "1 to 4,000"
    )]
    let mut pixmap = Pixmap::new(wide.ceil() as u32, high.ceil() as u32).ok_or_else(no_picture)?;
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    Ok(png(&pixmap)?)
}

/// The picture with the outlines of its texts in their place.
fn lettered(svg: &str, fonts: &Fonts) -> String {
    let [begin, end] = TEXT;
    let mut out = String::with_capacity(svg.len() * 2);
    let mut rest = svg;
    while let Some((before, text)) = rest.split_once(begin) {
        out += before;
        let Some((element, after)) = text.split_once(end) else {
            break;
        };
        rest = after;
        let Some((attributes, letters)) = element.split_once('>') else {
            continue;
        };
        let attribute = |name: &str| {
            let (_, value) = attributes.split_once(&format!("{name}=\""))?;
            Some(value.split_once('"')?.0)
        };
        let number = |name: &str| attribute(name).and_then(|text| text.parse::<f64>().ok());
        let (Some(x), Some(y), Some(size_px)) = (number("x"), number("y"), number("font-size"))
        else {
            continue;
        };
        let is_strong = number("font-weight").is_some_and(|weight| weight > 500.0);
        let style = Style {
            weight: if is_strong {
                Weight::Strong
            } else {
                Weight::Regular
            },
            size_px,
            reading: Reading::LeftToRight,
        };
        let line = line(fonts, &plain(letters), style);
        let fill = attribute("fill").unwrap_or("#000");
        out += &format!(
            "<path fill=\"{fill}\" d=\"{}\"/>",
            outline(fonts, &line, (x, y))
        );
    }
    out + rest
}

/// The letters that markup stands for.
fn plain(markup: &str) -> Cow<'_, str> {
    if !markup.contains('&') {
        return markup.into();
    }
    let names = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    let plain = names
        .iter()
        .fold(markup.to_owned(), |text, (name, letter)| {
            text.replace(name, letter)
        });
    plain.into()
}

/// The most colours of a palette.
const COLOURS: usize = 256;

/// A picture as a PNG: with a palette where its colours fit one, once their last bits are set.
fn png(pixmap: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let mut bits: u8 = 0;
    // Nothing shows through: every pixel is as it is multiplied. White stays white.
    let colour = |bits: u8| {
        let rest = (1_u8 << bits) - 1;
        move |pixel: &PremultipliedColorU8| {
            [pixel.red(), pixel.green(), pixel.blue()].map(|part| part | rest)
        }
    };
    let palette = loop {
        let colours: BTreeSet<[u8; 3]> = pixmap.pixels().iter().map(colour(bits)).collect();
        if colours.len() <= COLOURS {
            break colours.into_iter().collect::<Vec<_>>();
        }
        bits += 1;
    };
    let position = |colour: [u8; 3]| {
        let at = palette.binary_search(&colour).unwrap_or_default();
        u8::try_from(at).unwrap_or_default()
    };
    let numbers: Vec<u8> = pixmap
        .pixels()
        .iter()
        .map(colour(bits))
        .map(position)
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    encoder.set_palette(palette.concat());
    encoder.write_header()?.write_image_data(&numbers)?;
    Ok(bytes)
}
