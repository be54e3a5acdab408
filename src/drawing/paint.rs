//! What each fill of the scene is painted with.

use super::palette::Palette;
use super::svg::{Svg, number};
use crate::scale::{Rgb, Theme};
use crate::scene::{Fill, HATCHES, Hatch, MapScene, STRIPES};
use crate::words::plain_number;

/// The colours of one picture.
#[derive(Debug)]
pub(super) struct Paint {
    classes: Vec<Rgb>,
    land: &'static str,
    theme: Theme,
}

impl Paint {
    pub(super) fn new(scene: &MapScene, theme: Theme) -> Self {
        Self {
            classes: scene.colours(theme),
            land: Palette::of(theme).land,
            theme,
        }
    }

    /// The value of a `fill` attribute in the legend.
    pub(super) fn of(&self, fill: Fill) -> String {
        self.named(fill, "legend")
    }

    /// The value of a `fill` attribute in the map.
    pub(super) fn on_map(&self, fill: Fill) -> String {
        self.named(fill, "map")
    }

    fn named(&self, fill: Fill, place: &str) -> String {
        if let Some(name) = fill.pattern() {
            return format!("url(#{place}-{name})");
        }
        match fill {
            Fill::Colour(class) | Fill::Between(class) => self
                .classes
                .get(class)
                .map_or_else(|| self.land.to_owned(), Rgb::to_string),
            // What has a pattern is named above.
            Fill::Out
            | Fill::Shared(_)
            | Fill::Zero
            | Fill::Missing
            | Fill::Suppressed
            | Fill::Open
            | Fill::GroupPattern
            | Fill::WholePattern => self.land.to_owned(),
        }
    }

    /// The colour of the lines between places of a fill: what is pale is outlined, not parted.
    pub(super) fn edge(&self, fill: Fill) -> String {
        if fill.is_between() {
            return Palette::of(self.theme).ink.to_owned();
        }
        let hatch = HATCHES.iter().find(|hatch| hatch.fill == fill);
        let stroke = hatch.map(|hatch| hatch.colours(self.theme)[1].to_string());
        stroke.unwrap_or_else(|| Palette::of(self.theme).paper.to_owned())
    }

    /// The patterns, for the legend and for a map whose units are so many to a pixel.
    pub(super) fn define(&self, svg: &mut Svg, units_per_px: f64) {
        for (place, scale) in [("legend", 1.0), ("map", units_per_px)] {
            let striped = STRIPES.iter().zip(&self.classes);
            let striped = striped.map(|(hatch, class)| {
                let paper = Palette::of(self.theme).paper.to_owned();
                (hatch, [paper, class.to_string()])
            });
            let hatched = HATCHES.iter().map(|hatch: &Hatch| {
                let colours = hatch.colours(self.theme);
                (hatch, colours.map(|colour| colour.to_string()))
            });
            for (hatch, [ground, stroke]) in hatched.chain(striped) {
                let Some(name) = hatch.fill.pattern() else {
                    continue;
                };
                let wide = number(hatch.side_px);
                let pattern = [
                    ("id", &*format!("{place}-{name}")),
                    ("width", &*wide),
                    ("height", &*wide),
                    ("patternUnits", "userSpaceOnUse"),
                    (
                        "patternTransform",
                        &*["scale(", &plain_number(scale, 4), ")"].concat(),
                    ),
                ];
                svg.open("pattern", &pattern);
                let size = [("width", &*wide), ("height", &*wide), ("fill", &*ground)];
                svg.empty("rect", &size);
                let path = [
                    ("d", hatch.path),
                    ("fill", "none"),
                    ("stroke", &*stroke),
                    ("stroke-width", &*number(hatch.stroke_px)),
                    ("stroke-linecap", "round"),
                ];
                svg.empty("path", &path);
                svg.close("pattern");
            }
        }
    }
}
