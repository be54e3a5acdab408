//! What a phone or a desktop needs to have the site among its programs: the web app manifest and its icons.

use png::{BitDepth, ColorType, Compression, Encoder};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::{Value, json};

use crate::publish::card::CardError;
use crate::publish::error::SiteError;
use crate::publish::site_settings::{Colour, SiteSettings};
use crate::publish::tree::Files;
use crate::scale::{Rgb, in_hue};
use crate::words::direction;

/// The manifest (W3C Web Application Manifest), relative to the base.
const WEB_MANIFEST: &str = "manifest.webmanifest";

/// The page's own colour.
const GROUND: Rgb = Rgb([0x0a, 0x5b, 0x62]);

/// Widths of the icons in pixels: what launchers ask for.
const SIZES_PX: [u32; 2] = [192, 512];

/// The side of the drawing.
const SIDE: f32 = 512.0;

/// The bars of the page's own sign. Launchers cut an icon to a shape of theirs: all stands in the circle of four
/// fifths of the width that none cuts into.
const BARS: &str = "M124 378V290H188V378ZM224 378V216H288V378ZM324 378V134H388V378Z";

fn icon_path(size_px: u32) -> String {
    format!("site/icon-{size_px}.png")
}

/// The manifest of a site and its icons, in the colour of the site.
///
/// # Errors
/// [`SiteError::Card`] when an icon cannot be drawn.
pub(super) fn web_manifest(settings: &SiteSettings) -> Result<Files, SiteError> {
    let words = settings.languages()[0];
    let ground = settings
        .colour
        .map_or(GROUND, |Colour(brand)| in_hue(GROUND, brand));
    let mut files = Files::new();
    for size_px in SIZES_PX {
        files.insert(
            icon_path(size_px),
            icon(size_px, ground).map_err(SiteError::Card)?,
        );
    }
    // One drawing serves for both.
    let icons = ["any", "maskable"].into_iter().flat_map(|purpose| {
        SIZES_PX.map(|size_px| {
            json!({
                "src": icon_path(size_px),
                "sizes": format!("{size_px}x{size_px}"),
                "type": "image/png",
                "purpose": purpose,
            })
        })
    });
    let manifest = json!({
        "id": "./",
        "name": settings.name(),
        "short_name": settings.name(),
        "description": settings.tagline(words),
        "lang": words.code,
        "dir": direction(words.code),
        "start_url": "./",
        "scope": "./",
        // With the way back and the address, which is the view.
        "display": "minimal-ui",
        "theme_color": ground.to_string(),
        "background_color": "#fbfbf9",
        "icons": icons.collect::<Vec<Value>>(),
    });
    files.insert(
        WEB_MANIFEST.to_owned(),
        format!("{manifest:#}\n").into_bytes(),
    );
    Ok(files)
}

/// The sign of the page as a PNG.
fn icon(size_px: u32, ground: Rgb) -> Result<Vec<u8>, CardError> {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{SIDE}\" height=\"{SIDE}\">\
         <rect width=\"{SIDE}\" height=\"{SIDE}\" fill=\"{ground}\"/><path d=\"{BARS}\" fill=\"#f6f9f9\"/></svg>"
    );
    let none = || CardError::Picture {
        name: icon_path(size_px),
    };
    let tree = Tree::from_str(&svg, &Options::default()).map_err(|_| none())?;
    let mut pixmap = Pixmap::new(size_px, size_px).ok_or_else(none)?;
    #[allow(clippy::cast_precision_loss, reason = "a few hundred pixels")]
    let scale = size_px as f32 / SIDE;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    // Nothing shows through.
    let pixels = pixmap.pixels().iter();
    let pixels = pixels.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, size_px, size_px);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder
        .write_header()?
        .write_image_data(&pixels.collect::<Vec<u8>>())?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_of_the_manifest_is_there_in_its_size_and_the_colour_of_the_site() {
        let settings = SiteSettings {
            name: Some("Water of Veluna".to_owned()),
            colour: Some(Colour(Rgb([0x7a, 0x1f, 0x5c]))),
            ..SiteSettings::default()
        };
        let files = web_manifest(&settings).unwrap();
        let manifest: Value = serde_json::from_slice(&files[WEB_MANIFEST]).unwrap();
        assert_eq!(manifest["name"], "Water of Veluna");
        let icons = manifest["icons"].as_array().unwrap();
        assert_eq!(icons.len(), 4);
        for icon in icons {
            let bytes = &files[icon["src"].as_str().unwrap()];
            let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
                .read_info()
                .unwrap();
            let (wide, high) = reader.info().size();
            assert_eq!(icon["sizes"], format!("{wide}x{high}"));
            let mut pixels = vec![0; (3 * wide * high) as usize];
            reader.next_frame(&mut pixels).unwrap();
            let corner = Rgb([pixels[0], pixels[1], pixels[2]]);
            assert_eq!(manifest["theme_color"], corner.to_string());
        }
        let [first, other] =
            [&settings, &SiteSettings::default()].map(|it| web_manifest(it).unwrap());
        assert_ne!(first[&icon_path(192)], other[&icon_path(192)]);
    }
}
