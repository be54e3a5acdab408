//! Where everything stands on a card, in pixels from its upper left corner.
//!
//! ```text
//! a wide country                        a tall country
//! ┌ dataset ──────────────── site ┐     ┌ dataset ──────────────── site ┐
//! │ place                         │     │ place              ┌────────┐ │
//! │ figure  of whom, when ● mark  │     │ figure             │  map   │ │
//! │ ┌──────────── map ──────────┐ │     │ of whom, when      │        │ │
//! │ └───────────────────────────┘ │     │ ● mark             └────────┘ │
//! └ source ───────────────────────┘     └ source ───────────────────────┘
//! ```

use super::breaking::fitted;
use super::fonts::{Fonts, Weight};
use super::line::{Line, Reading, Style};
use super::map_place::{MapPlace, Side};
use super::placed::{HEIGHT, Layout, Placed, Role, WIDTH};
use super::text::CardText;

/// Left free on either side.
pub(super) const MARGIN: f64 = 64.0;
/// Between the margins.
pub(super) const ROOM: f64 = WIDTH - 2.0 * MARGIN;
/// Where the first line begins, and the last ends.
const TOP: f64 = 40.0;
const BOTTOM: f64 = HEIGHT - 30.0;
/// Between what stands above and what stands below.
const GAP: f64 = 16.0;

/// In which order smaller letters are tried where a text is long.
const SCALES: [f64; 5] = [1.0, 0.88, 0.76, 0.66, 0.58];
/// The same where the map is left out for the sake of the text.
const SCALES_ALONE: [f64; 8] = [1.0, 0.88, 0.76, 0.66, 0.58, 0.5, 0.42, 0.34];

/// Where the text of a card stands; beside, above or without the map, as there is room. `None` where it is
/// too long for any card.
#[must_use]
pub(super) fn layout(fonts: &Fonts, text: &CardText, map: Option<MapPlace>) -> Option<Layout> {
    let tried = |map: Option<MapPlace>, scale: f64| {
        let mut sheet = Sheet {
            fonts,
            text,
            scale,
            lines: Vec::new(),
            symbol: None,
        };
        sheet.fill(map)
    };
    let with_map = || (SCALES.into_iter()).find_map(|scale| tried(Some(map?), scale));
    with_map().or_else(|| {
        let mut scales = SCALES_ALONE.into_iter();
        scales.find_map(|scale| tried(None, scale))
    })
}

const NAME: Style = Style {
    weight: Weight::Strong,
    size_px: 0.0,
    reading: Reading::OfItself,
};
const QUIET_NAME: Style = Style {
    weight: Weight::Regular,
    ..NAME
};
const SENTENCE: Style = Style {
    reading: Reading::LeftToRight,
    ..QUIET_NAME
};

/// A card that is being filled.
struct Sheet<'a> {
    fonts: &'a Fonts,
    text: &'a CardText,
    scale: f64,
    lines: Vec<Placed>,
    symbol: Option<((f64, f64), f64)>,
}

impl Sheet<'_> {
    fn fill(&mut self, map: Option<MapPlace>) -> Option<Layout> {
        let rule = self.foot();
        let y = self.head();
        let end = match map {
            Some(MapPlace {
                area,
                side: Side::Below,
            }) => {
                let end = self.row(y);
                (end <= area.least.1).then_some(area.most.1)?
            }
            Some(MapPlace {
                area,
                side: Side::Right,
            }) => {
                let room = area.least.0 - MARGIN - 40.0;
                self.column(y, room, rule).max(area.most.1)
            }
            None => self.column(y, ROOM, rule),
        };
        (end <= rule - GAP / 2.0).then(|| Layout {
            lines: std::mem::take(&mut self.lines),
            symbol: self.symbol,
            rule,
            map: map.map(|map| map.area),
        })
    }

    fn sizes(&self, sizes: &[f64]) -> Vec<f64> {
        sizes.iter().map(|size| size * self.scale).collect()
    }

    /// Lines of a text that fit into a room.
    fn set(
        &self,
        text: &str,
        (style, sizes): (Style, &[f64]),
        (room, most_lines): (f64, usize),
    ) -> Vec<Line> {
        let sizes = self.sizes(sizes);
        fitted(self.fonts, text, (style, &sizes), (room, most_lines))
    }

    /// Puts lines below a height and gives where they end.
    fn put(&mut self, role: Role, lines: Vec<Line>, (x, top): (f64, f64)) -> f64 {
        let mut y = top;
        let mut before: Option<f64> = None;
        for line in lines {
            let (up, down) = line.reach_px;
            let lead = line.style.size_px * 1.2;
            y = before.map_or(top + up, |down| y + lead.max(down + up + 2.0));
            before = Some(down);
            self.lines.push(Placed {
                role,
                line,
                at: (x, y),
            });
        }
        before.map_or(top, |down| y + down)
    }

    /// The source, from the lower edge up; gives where the line above it stands.
    fn foot(&mut self) -> f64 {
        let lines = self.set(
            &self.text.source,
            (SENTENCE, &[17.0, 16.0, 15.0]),
            (ROOM, 2),
        );
        let from = self.lines.len();
        let end = self.put(Role::Source, lines, (MARGIN, 0.0));
        for placed in &mut self.lines[from..] {
            placed.at.1 += BOTTOM - end;
        }
        BOTTOM - end - 12.0
    }

    /// Site and dataset; gives where they end.
    fn head(&mut self) -> f64 {
        let site = self.set(
            &self.text.site,
            (NAME, &[22.0, 20.0, 18.0]),
            (ROOM * 0.4, 2),
        );
        let widest = |lines: &[Line]| lines.iter().map(|line| line.width_px).fold(0.0, f64::max);
        let wide = widest(&site);
        let room = ROOM - wide - 40.0;
        let dataset = self.set(
            &self.text.dataset,
            (QUIET_NAME, &[22.0, 20.0, 18.0]),
            (room, 1),
        );
        let left = self.put(Role::Dataset, dataset, (MARGIN, TOP));
        let right = self.put(Role::Site, site, (WIDTH - MARGIN - wide, TOP));
        left.max(right)
    }

    /// Place and figure, and beside this what it counts and how sure it is.
    fn row(&mut self, y: f64) -> f64 {
        let name = self.set(
            &self.text.name,
            (NAME, &[50.0, 46.0, 41.0, 36.0]),
            (ROOM, 1),
        );
        let y = self.put(Role::Place, name, (MARGIN, y + GAP * 1.2));
        let figure = self.set(
            &self.text.figure,
            (NAME, &[78.0, 70.0, 60.0, 50.0, 42.0, 36.0]),
            (ROOM * 0.55, 1),
        );
        let wide = figure.iter().map(|line| line.width_px).fold(0.0, f64::max);
        let x = if figure.is_empty() {
            MARGIN
        } else {
            MARGIN + wide + 28.0
        };
        let top = y + GAP * 0.8;
        let from = self.lines.len();
        let end = self.put(Role::Figure, figure, (MARGIN, top));
        let foot = self.lines[from..].last().map_or(top, |placed| placed.at.1);
        let room = WIDTH - MARGIN - x;
        let beside = self.set(
            &self.text.beside,
            (SENTENCE, &[28.0, 25.0, 22.0]),
            (room, 2),
        );
        let from = self.lines.len();
        let below = self.put(Role::Beside, beside, (x, top));
        let below = self.mark((x, below + 9.0 * self.scale), room, &[22.0, 20.0]);
        // What stands beside the figure ends on its foot, if it is lower than that.
        let last_foot = self.lines[from..].last().map_or(foot, |placed| placed.at.1);
        let down = (foot - last_foot).max(0.0);
        self.move_down(from, down);
        end.max(below + down)
    }

    /// Moves the lines from one on, and the symbol, which stands among them.
    fn move_down(&mut self, from: usize, px: f64) {
        for placed in &mut self.lines[from..] {
            placed.at.1 += px;
        }
        if let Some(((_, y), _)) = &mut self.symbol {
            *y += px;
        }
    }

    /// Everything below each other.
    fn column(&mut self, y: f64, room: f64, rule: f64) -> f64 {
        let from = self.lines.len();
        let large = if room > ROOM * 0.9 { 1.25 } else { 1.0 };
        let sized = |sizes: [f64; 5]| sizes.map(|size| size * large);
        let name = self.set(
            &self.text.name,
            (NAME, &sized([66.0, 58.0, 50.0, 43.0, 36.0])),
            (room, 2),
        );
        let y = self.put(Role::Place, name, (MARGIN, y + GAP));
        let figure = self.set(
            &self.text.figure,
            (NAME, &sized([120.0, 100.0, 80.0, 64.0, 50.0])),
            (room, 1),
        );
        let y = self.put(Role::Figure, figure, (MARGIN, y + GAP * 1.2));
        let beside = self.set(
            &self.text.beside,
            (SENTENCE, &sized([34.0, 31.0, 28.0, 25.0, 22.0])),
            (room, 4),
        );
        let y = self.put(Role::Beside, beside, (MARGIN, y + GAP * 0.6));
        let smaller = sized([25.0, 24.0, 23.0, 22.0, 20.0]);
        let end = self.mark((MARGIN, y + GAP), room, &smaller);
        // What is left free is more below than above.
        let down = ((rule - GAP - end) * 0.38).max(0.0);
        self.move_down(from, down);
        end + down
    }

    /// The mark, with its symbol before it.
    fn mark(&mut self, (x, top): (f64, f64), room: f64, sizes: &[f64]) -> f64 {
        let Some((_, text)) = &self.text.mark else {
            return top;
        };
        let indent = self
            .text
            .sureness()
            .map_or(0.0, |_| sizes[0] * self.scale * 1.3);
        let lines = self.set(text, (SENTENCE, sizes), (room - indent, 3));
        let from = self.lines.len();
        let end = self.put(Role::Mark, lines, (x + indent, top));
        if let Some(first) = self.lines[from..].first().filter(|_| indent > 0.0) {
            let size = first.line.style.size_px;
            self.symbol = Some(((x + size * 0.42, first.at.1 - size * 0.34), size * 0.36));
        }
        end
    }
}
