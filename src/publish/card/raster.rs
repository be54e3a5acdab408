//! From SVG to pixels, and from pixels to a PNG with a palette.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::palette::{Colours, Palette};
use crate::scale::Rgb;

/// Width and height of a card as its file has them.
pub(super) const SIZE: (u32, u32) = (1200, 630);

/// An empty card.
pub(super) fn paper(colours: &Colours) -> Option<Pixmap> {
    let mut pixmap = Pixmap::new(SIZE.0, SIZE.1)?;
    let [red, green, blue] = colours.paper.0;
    pixmap.fill(resvg::tiny_skia::Color::from_rgba8(red, green, blue, 255));
    Some(pixmap)
}

/// Draws the elements of an SVG over what is there. Whether they could be read.
#[must_use]
pub(super) fn draw(pixmap: &mut Pixmap, elements: &str) -> bool {
    let (wide, high) = SIZE;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\">{elements}</svg>"
    );
    let tree = Tree::from_str(&svg, &Options::default());
    let tree = tree.as_ref().ok();
    tree.map(|tree| resvg::render(tree, Transform::identity(), &mut pixmap.as_mut()))
        .is_some()
}

/// A card as a PNG (ISO/IEC 15948) whose pixels are numbers of a palette.
pub(super) fn png(pixmap: &Pixmap, palette: &Palette) -> Result<Vec<u8>, png::EncodingError> {
    // Nothing shows through: every pixel is as it is multiplied.
    let pixels = pixmap.pixels().iter();
    let pixels = pixels.map(|pixel| Rgb([pixel.red(), pixel.green(), pixel.blue()]));
    let numbers = palette.numbers(pixels);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, SIZE.0, SIZE.1);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    encoder.set_palette(
        palette
            .colours()
            .iter()
            .flat_map(|colour| colour.0)
            .collect::<Vec<u8>>(),
    );
    encoder.write_header()?.write_image_data(&numbers)?;
    Ok(bytes)
}
