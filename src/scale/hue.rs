//! The colours of the page in another hue: those of a publisher, as bright as ours, so that every contrast
//! stays about what it was.

use std::fmt::Write as _;

use super::{ClassCount, OkLab, Ramp, Rgb, Theme, by_theme, colours};

/// The colours that bars, links and figures have, and what these stand on, as in `public/style.css`.
struct PageColours {
    /// Custom properties of the style sheet and their colours.
    figure: [(&'static str, u32); 3],
    grounds: [Rgb; 2],
}

/// The least contrast of a text and of a bar with what is behind it (WCAG 2.2, 1.4.3 and 1.4.11).
const LEAST: [(&str, f64); 2] = [("--figure-text", 4.5), ("--figure", 3.0)];
/// Chroma below which a colour has no hue.
const GREY: f64 = 0.02;
/// Steps in which chroma is taken back until a screen can show the colour.
const STEPS: u8 = 40;

#[allow(
    clippy::unreadable_literal,
    reason = "six digits are how colours are written"
)]
fn page_colours(theme: Theme) -> PageColours {
    let (figure, grounds) = match theme {
        Theme::Light => ([0x0b6478, 0x7fb3c0, 0x0a5768], [0xfbfbf9, 0xffffff]),
        Theme::Dark => ([0x52b3c8, 0x35707e, 0x7fcadb], [0x14171a, 0x1b1f23]),
        Theme::Contrast => ([0x00424f, 0x4f8b98, 0x003844], [0xffffff, 0xffffff]),
    };
    let [plain, soft, text] = figure;
    PageColours {
        figure: [
            ("--figure", plain),
            ("--figure-soft", soft),
            ("--figure-text", text),
        ],
        grounds: grounds.map(Rgb::from_hex),
    }
}

/// What the page lies on.
#[cfg(test)]
pub(super) fn grounds(theme: Theme) -> [Rgb; 2] {
    page_colours(theme).grounds
}

/// A colour as bright as another, in the hue of `brand`; grey where that has none.
#[must_use]
pub fn in_hue(colour: Rgb, brand: Rgb) -> Rgb {
    let (own, hue) = (OkLab::from_rgb(colour), OkLab::from_rgb(brand));
    let chroma = |it: &OkLab| it.red.hypot(it.yellow);
    if chroma(&hue) < GREY {
        return at(own.lightness, [0.0, 0.0]).to_rgb();
    }
    let scale = chroma(&own) / chroma(&hue);
    // What a screen cannot show in full is paler, not of another hue or brightness.
    let paler = (0..=STEPS).rev().map(|step| {
        let share = scale * f64::from(step) / f64::from(STEPS);
        at(own.lightness, [hue.red * share, hue.yellow * share])
    });
    let shown = paler.map(|wanted| (wanted, wanted.to_rgb()));
    let mut exact = shown.filter(|(wanted, shown)| {
        let shown = OkLab::from_rgb(*shown);
        (shown.lightness - wanted.lightness).abs() < 0.01
            && (shown.red - wanted.red).hypot(shown.yellow - wanted.yellow) < 0.01
    });
    exact.next().map_or(colour, |(_, shown)| shown)
}

fn at(lightness: f64, [red, yellow]: [f64; 2]) -> OkLab {
    OkLab {
        lightness,
        red,
        yellow,
    }
}

/// A contrast that is too small for readers who see less sharply.
#[derive(Debug, Clone, PartialEq)]
pub struct LowContrast {
    /// The custom property of the style sheet.
    pub property: &'static str,
    /// Its colour.
    pub colour: Rgb,
    /// What it stands on.
    pub ground: Rgb,
    /// Their contrast, 1 to 21.
    pub contrast: f64,
    /// The least that it should be.
    pub least: f64,
}

/// The contrasts of the page in the hue of `brand` that are too small.
#[must_use]
pub fn low_contrasts(brand: Rgb) -> Vec<LowContrast> {
    let mut found = Vec::new();
    for theme in Theme::ALL {
        let page = page_colours(theme);
        for (property, least) in LEAST {
            let own = page.figure.iter().find(|(known, _)| *known == property);
            let colour = own.map(|(_, hex)| in_hue(Rgb::from_hex(*hex), brand));
            for (colour, ground) in colour
                .into_iter()
                .flat_map(|it| page.grounds.map(|ground| (it, ground)))
            {
                let contrast = colour.contrast(ground);
                if contrast < least {
                    found.push(LowContrast {
                        property,
                        colour,
                        ground,
                        contrast,
                        least,
                    });
                }
            }
        }
    }
    found
}

/// A picture whose figures are in the hue of `brand`: their colours are those that the style sheet of
/// [`stylesheet_in_hue`] changes.
#[must_use]
pub fn picture_in_hue(svg: &str, theme: Theme, brand: Rgb) -> String {
    let figures = page_colours(theme).figure;
    let own = figures.map(|(_, hex)| Rgb::from_hex(hex)).into_iter();
    let classes = ClassCount::ALL.map(|classes| colours(Ramp::Sequential, theme, classes));
    let pairs: Vec<(String, String)> = own
        .chain(classes.into_iter().flatten())
        .map(|colour| (colour.to_string(), in_hue(colour, brand).to_string()))
        .collect();
    // What stands alone between quotes is a colour and no text.
    let mut parts = svg.split('"');
    let mut changed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let pair = pairs.iter().find(|(own, _)| own == part);
        changed.push('"');
        changed.push_str(pair.map_or(part, |(_, other)| other));
    }
    changed
}

/// The style sheet that puts the page and the classes of its map into the hue of `brand`.
#[must_use]
pub fn stylesheet_in_hue(brand: Rgb) -> String {
    by_theme(&|scope, theme| {
        let root = if scope.is_empty() {
            ":root"
        } else {
            scope.trim()
        };
        let mut rules = format!("{root}{{");
        for (property, hex) in page_colours(theme).figure {
            // Writing to a string cannot fail.
            let _written = write!(rules, "{property}:{};", in_hue(Rgb::from_hex(hex), brand));
        }
        rules.push('}');
        for classes in ClassCount::ALL {
            let fills = colours(Ramp::Sequential, theme, classes);
            let _written = write!(rules, "{scope}.seq{}{{", classes.get());
            for (class, fill) in fills.into_iter().enumerate() {
                let _written = write!(rules, "--k{class}:{};", in_hue(fill, brand));
            }
            rules.push('}');
        }
        rules
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Brands of every kind: dark, bright, pale, grey, black, white.
    const BRANDS: [u32; 9] = [
        0x7a_1f5c, 0xce_1126, 0xff_cc00, 0x00_6233, 0x1e_3a8a, 0xff_00ff, 0x80_8080, 0x00_0000,
        0xff_ffff,
    ];

    #[test]
    fn every_brand_leaves_the_page_readable() {
        for brand in BRANDS {
            assert_eq!(low_contrasts(Rgb::from_hex(brand)), [], "{brand:06x}");
        }
    }

    #[test]
    fn a_picture_has_the_colours_of_the_style_sheet_and_keeps_its_texts() {
        let brand = Rgb::from_hex(0x7a_1f5c);
        let class = colours(Ramp::Sequential, Theme::Light, ClassCount::nearest(5))[2];
        let other = in_hue(class, brand);
        let sheet = stylesheet_in_hue(brand);
        assert!(sheet.contains(&format!("--k2:{other};")), "{sheet}");
        let text = format!("<text fill=\"#fbfbf9\">{class}</text>");
        let svg = format!("<path fill=\"{class}\"/>{text}");
        assert_eq!(
            picture_in_hue(&svg, Theme::Light, brand),
            format!("<path fill=\"{other}\"/>{text}")
        );
    }

    #[test]
    fn a_colour_in_another_hue_is_as_bright() {
        for brand in BRANDS {
            for classes in ClassCount::ALL {
                for theme in Theme::ALL {
                    for fill in colours(Ramp::Sequential, theme, classes) {
                        let other = in_hue(fill, Rgb::from_hex(brand));
                        let [own, other] = [fill, other].map(|it| OkLab::from_rgb(it).lightness);
                        assert!(
                            (own - other).abs() < 0.02,
                            "{brand:06x} {fill}: {own} {other}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn our_own_hue_is_what_the_page_has() {
        let own = Rgb::from_hex(page_colours(Theme::Light).figure[0].1);
        let same = in_hue(own, own);
        let apart = (same.0.iter().zip(own.0)).map(|(a, b)| a.abs_diff(b)).max();
        assert!(apart <= Some(1), "{same} {own}");
    }

    #[test]
    fn the_colours_are_those_of_the_style_sheet() {
        let sheet = include_str!("../../public/style.css");
        for theme in Theme::ALL {
            let page = page_colours(theme);
            for (property, hex) in page.figure {
                assert!(
                    sheet.contains(&format!("{property}: #{hex:06x};")),
                    "{property}"
                );
            }
            for ground in page.grounds {
                assert!(sheet.contains(&format!(": {ground};")), "{ground}");
            }
        }
    }
}
