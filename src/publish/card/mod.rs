//! Preview cards: what a messenger or a search engine shows of a link, as a PNG of 1200 x 630 pixels for
//! every place and language.
//!
//! [`CardText`] is what a card says, in the words of the page's headline; [`Layout`] where it stands, by the
//! true widths of its letters; [`CardMaker`] draws it over the map of its dataset, which is drawn once.
//! [`cards_of_site`] makes those of a site and keeps them for the next build.

mod breaking;
mod fonts;
mod layout;
mod line;
mod map;
mod map_place;
mod palette;
mod picture;
mod picture_png;
mod placed;
mod raster;
mod site_cards;
mod text;

use resvg::tiny_skia::Pixmap;

use self::fonts::Fonts;
pub(in crate::publish) use self::fonts::LICENCE;
use self::layout::layout;
use self::map::{CardMap, IsShown};
use self::palette::{Colours, Palette};
pub(in crate::publish) use self::picture_png::picture_png;
pub use self::placed::{Area, HEIGHT, Layout, Placed, Role, WIDTH};
use self::raster::{draw, paper, png};
pub use self::site_cards::{CARDS, CardTally, Cards, cards_of_site};
pub use self::text::CardText;
use crate::cube::Cube;
use crate::geo::Topology;
use crate::scale::Rgb;
use crate::scene::MapGeometry;
use crate::view_state::Place;

/// What draws a card, as text: none that an earlier program drew is taken for one of this program.
const DRAWN_BY: [&str; 10] = [
    include_str!("breaking.rs"),
    include_str!("fonts.rs"),
    include_str!("layout.rs"),
    include_str!("line.rs"),
    include_str!("map.rs"),
    include_str!("map_place.rs"),
    include_str!("palette.rs"),
    include_str!("picture.rs"),
    include_str!("placed.rs"),
    include_str!("raster.rs"),
];

/// A place of which fewer pixels are seen gets a ring.
const LEAST_SEEN: usize = 220;

/// Why there is no card.
#[derive(Debug, thiserror::Error)]
pub enum CardError {
    /// A font that belongs to the program cannot be read.
    #[error("a font of the preview cards cannot be read")]
    Fonts,
    /// What was to be drawn is no picture.
    #[error("the preview card of \"{name}\" cannot be drawn")]
    Picture {
        /// The name on it.
        name: String,
    },
    /// The file cannot be written.
    #[error("the preview card cannot be written as PNG")]
    Png(#[from] ::png::EncodingError),
}

/// Draws the cards of one dataset.
#[derive(Debug)]
pub struct CardMaker<'a> {
    cube: &'a Cube,
    fonts: Fonts,
    colours: Colours,
    palette: Palette,
    map: Option<CardMap>,
    /// Without a map; with the country in quiet colours; with the country as what is shown.
    sheets: [Pixmap; 3],
}

impl<'a> CardMaker<'a> {
    /// Draws the map of the dataset, where it has one. `brand`: the colour of the site.
    ///
    /// # Errors
    /// [`CardError`].
    pub fn new(
        cube: &'a Cube,
        topology: Option<Topology>,
        brand: Option<Rgb>,
    ) -> Result<Self, CardError> {
        let colours = Colours::of(brand);
        let geometry = topology.and_then(|topology| MapGeometry::new(topology, cube));
        let map = geometry.and_then(|geometry| CardMap::new(cube, &geometry));
        let no_picture = || CardError::Picture {
            name: cube.metadata().label.in_lang("en").to_owned(),
        };
        let sheet = |is_shown: Option<IsShown>| {
            let mut sheet = paper(&colours)?;
            let map = map.as_ref().zip(is_shown);
            let map = map.map(|(map, is_shown)| map.country(&colours, is_shown));
            draw(&mut sheet, &map.unwrap_or_default()).then_some(sheet)
        };
        let kinds = [None, Some(IsShown::Part), Some(IsShown::Whole)].map(sheet);
        let [Some(plain), Some(part), Some(whole)] = kinds else {
            return Err(no_picture());
        };
        Ok(Self {
            cube,
            fonts: Fonts::read().ok_or(CardError::Fonts)?,
            palette: Palette::of(&colours),
            colours,
            map,
            sheets: [plain, part, whole],
        })
    }

    /// Where everything stands; `None` where a text is too long for any card.
    #[must_use]
    pub fn layout(&self, text: &CardText) -> Option<Layout> {
        layout(&self.fonts, text, self.map.as_ref().map(|map| map.place))
    }

    /// A card; `None` where a text is too long for any.
    ///
    /// # Errors
    /// [`CardError`].
    pub fn png(&self, text: &CardText) -> Result<Option<Vec<u8>>, CardError> {
        let Some(layout) = self.layout(text) else {
            return Ok(None);
        };
        let [plain, part, whole] = &self.sheets;
        let sheet = match (layout.map, &text.place) {
            (None, _) => plain,
            (Some(_), Some(_)) => part,
            (Some(_), None) => whole,
        };
        let mut sheet = sheet.clone();
        let map = self.map.as_ref().filter(|_| layout.map.is_some());
        let shown = map.zip(self.place(text));
        let is_drawn = shown.is_none_or(|(map, place)| self.show(&mut sheet, map, place));
        let own = (text.sureness(), &self.colours);
        if !(is_drawn && draw(&mut sheet, &picture::text_svg(&self.fonts, &layout, own))) {
            return Err(CardError::Picture {
                name: text.name.clone(),
            });
        }
        Ok(Some(png(&sheet, &self.palette)?))
    }

    /// Draws a place over the country, with a ring around it where too little of it is seen.
    fn show(&self, sheet: &mut Pixmap, map: &CardMap, place: Place) -> bool {
        let is_drawn = draw(sheet, &map.place(self.cube, place, &self.colours));
        let accent = self.colours.accent.0;
        let pixels = sheet.pixels().iter();
        let own = pixels.filter(|pixel| [pixel.red(), pixel.green(), pixel.blue()] == accent);
        let is_seen = own.count() >= LEAST_SEEN;
        is_drawn && (is_seen || draw(sheet, &map.ring(place, &self.colours)))
    }

    fn place(&self, text: &CardText) -> Option<Place> {
        let (level, code) = text.place.as_ref()?;
        let axis = self.cube.axis(level)?;
        let at = self.cube.members(axis).position(code)?;
        Some(Place { axis, at })
    }
}
